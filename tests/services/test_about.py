# SPDX-License-Identifier: MIT
"""What IT is told of an installation, and what is owed to those whose work is shipped."""

import tomllib
from pathlib import Path

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, written
from tracker.services import about, imports


@pytest.fixture
def store(tmp_path):
    store = clinics.make(tmp_path / "profile")
    file = written(tmp_path / "small.json", SMALL)
    assert imports.import_file(store, CTX, path=file).problems == ()
    yield store
    store.close(CLOCK.now())


def test_the_open_file_is_described(store):
    found = about.installation(store, CTX)
    assert found.database == store.profile.database
    assert found.schema == store.schema
    assert found.records > 0
    assert found.cipher.startswith("4.")


def test_diagnostics_name_no_patient_and_nobody_at_work(store, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    said = about.diagnostics(about.installation(store, CTX), {"Qt": "6.11"})
    assert "schema: " in said
    assert "database: ~/profile/tracker.db" in said
    chart = SMALL["patients"][0]["patient"]
    for secret in (*chart.values(), clinics.USER, clinics.CLINIC, "toripalimab", str(tmp_path)):
        assert secret not in said.replace("male", "")


def test_every_library_of_the_program_is_named_with_its_licence():
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    found = {library.name.lower().replace("_", "-"): library for library in about.libraries()}
    for line in project["dependencies"]:
        name = about._name_of(line).lower()
        assert name in found, f"{name} is shipped and not named"
    assert not [library.name for library in found.values() if not (library.licence or library.text)]


def test_the_licence_texts_are_whole():
    said = about.licences()
    for words in ("PYTHON SOFTWARE FOUNDATION LICENSE", "Peewee", "cryptography", "Redistribution"):
        assert words.lower() in said.lower()


def test_a_package_shows_what_was_collected_when_it_was_built(tmp_path, monkeypatch):
    collected = tmp_path / "THIRD_PARTY.txt"
    collected.write_text("==== Qt 6.11  LGPL-3.0\n")
    monkeypatch.setattr(about.paths, "third_party", lambda: collected)
    assert about.licences() == "==== Qt 6.11  LGPL-3.0\n"
