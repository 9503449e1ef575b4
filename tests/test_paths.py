# SPDX-License-Identifier: MIT
"""Where the program looks for records and settings, and in which order."""

import sys
from pathlib import Path

import pytest

from tracker import paths


@pytest.fixture(autouse=True)
def _own_places(tmp_path, monkeypatch):
    for name in ("TRACKER_PROFILE", "TRACKER_INI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


@pytest.fixture
def beside(tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(paths, "beside_program", lambda: folder)
    return folder


def test_a_folder_that_was_chosen_once_is_opened_from_then_on(tmp_path):
    assert paths.default_profile() == paths.usual_profile()
    paths.choose_profile(tmp_path / "clinic 示例")
    assert paths.default_profile() == tmp_path / "clinic 示例"


def test_a_folder_beside_the_program_makes_it_portable(beside, tmp_path):
    paths.choose_profile(tmp_path / "chosen on this computer")
    (beside / paths.PORTABLE).mkdir()
    assert paths.default_profile() == beside / paths.PORTABLE / "profile"
    assert paths.settings_folder() == beside / paths.PORTABLE


def test_what_the_environment_names_wins(beside, tmp_path, monkeypatch):
    (beside / paths.PORTABLE).mkdir()
    monkeypatch.setenv("TRACKER_PROFILE", str(tmp_path / "named"))
    assert paths.default_profile() == tmp_path / "named"


def test_it_finds_its_settings_beside_the_program_first(beside, tmp_path, monkeypatch):
    assert paths.site_files()[0] == beside / "tracker.ini"
    monkeypatch.setenv("TRACKER_INI", str(tmp_path / "named.ini"))
    assert paths.site_files()[0] == tmp_path / "named.ini"


def test_a_package_is_portable_beside_what_a_person_starts(monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", Path("/opt/tracker/runtime/Lib/tracker"))
    assert paths.beside_program() == Path("/opt/tracker")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/other/tracker")
    assert paths.beside_program() == Path("/opt/other")
    assert paths.start_command("--demo") == ["/opt/other/tracker", "--demo"]
