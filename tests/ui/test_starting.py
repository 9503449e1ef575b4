# SPDX-License-Identifier: MIT
"""A start that fails says why, in words; nothing of Qt's or Python's own is left to read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clinics import PASSPHRASE
from tracker.ui import starting
from tracker.ui.preferences import Preferences

ROOT = Path(__file__).parents[2]


def start(*arguments, before=None, **environ):
    """Starts the program as a person does, without this test's own screen and settings."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR"}}
    return subprocess.run(
        [sys.executable, "-m", "tracker", *map(str, arguments)],
        env=kept | environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=before,
    )


def told(outcome):
    """What a refused start said; never a trace, never Qt's advice to reinstall alone."""
    assert outcome.returncode == 1, outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert "Internal error" not in outcome.stderr
    return outcome.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "none-0"}])
def test_without_a_screen_it_says_so_and_does_not_abort(tmp_path, screen):
    said = told(start("--profile", tmp_path / "p", XDG_RUNTIME_DIR=str(tmp_path), **screen))
    assert said.startswith("There is no screen")
    assert "Nothing was opened or changed" in said
    assert "Reinstalling" not in said
    assert not (tmp_path / "p").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are the system's own elsewhere")
def test_without_any_font_no_window_of_boxes_is_shown(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text("<?xml version='1.0'?><fontconfig></fontconfig>", "utf-8")
    fonts = {"FONTCONFIG_FILE": str(config), "QT_QPA_FONTDIR": str(tmp_path)}
    said = told(start("--profile", tmp_path / "p", QT_QPA_PLATFORM="offscreen", **fonts))
    assert "No font is installed" in said
    assert "fonts-noto-cjk" in said


def no_room():
    """Every write of this process meets the end of the disk."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of the system's own")
def test_a_full_disk_is_called_full_and_nothing_half_made_stays(tmp_path):
    init = ("--profile", tmp_path / "p", "init", "--clinic", "Clinic", "--user", "Chen Yu")
    init += ("--accepted-by", "Chen Yu")
    environ = {"TRACKER_PASSPHRASE": PASSPHRASE, "PYTHONDONTWRITEBYTECODE": "1"}
    assert "The disk is full" in told(start(*init, before=no_room, **environ))
    assert start(*init, **environ).returncode == 0  # with room again


def test_the_demonstration_needs_a_place_for_its_files(tmp_path, monkeypatch):
    """A full or missing folder for temporary files; one's own profile does not need it."""
    from tracker import app
    from tracker.store.faults import StorageFault

    def nowhere(**_given):
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(app.tempfile, "TemporaryDirectory", nowhere)
    with pytest.raises(StorageFault, match="cannot be reached"):
        app._scratch()


def test_a_settings_file_that_is_no_settings_file_is_kept_and_told(tmp_path, qapp):
    file = tmp_path / "window.ini"
    junk = b"zoom\x00=nonsense\n[[[\nno equals sign here\n"
    file.write_bytes(junk)
    preferences = Preferences(file)
    assert (preferences.language, preferences.theme, preferences.zoom) == ("", "system", 1.0)
    (said, *_rest) = starting.troubles(preferences)
    assert "window.ini.damaged" in said
    preferences.theme = "dark"
    preferences.save()
    assert preferences.damaged.read_bytes() == junk
    assert Preferences(file).theme == "dark"


def test_sound_settings_are_no_trouble(tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    preferences.zoom = 1.25
    preferences.save()
    again = Preferences(tmp_path / "window.ini")
    assert again.zoom == 1.25
    assert (again.damaged, again.refused) == (None, None)


@pytest.mark.parametrize(
    ("written", "used"), [("nan", 1.0), ("inf", 1.0), ("1e9", 2.0), ("0", 0.8), ("x", 1.0)]
)
def test_a_zoom_that_would_hide_everything_is_not_used(tmp_path, written, used):
    file = tmp_path / "window.ini"
    file.write_text(f"[General]\nzoom={written}\n", "utf-8")
    assert Preferences(file).zoom == used


def test_settings_that_may_not_be_read_are_told(tmp_path, qapp):
    file = tmp_path / "window.ini"
    file.mkdir()  # refuses everybody, the administrator too
    preferences = Preferences(file)
    assert preferences.refused == file
    assert "holds until the program ends" in starting.troubles(preferences)[0]


def test_missing_chinese_characters_are_told(tmp_path, qapp, monkeypatch):
    monkeypatch.setattr(starting, "has_chinese_font", lambda: False)
    (said,) = starting.troubles(Preferences(tmp_path / "window.ini"))
    assert "fonts-noto-cjk" in said
