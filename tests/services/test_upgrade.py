# SPDX-License-Identifier: MIT
"""A profile made by the first version is brought to this one, and nothing of it is lost."""

import shutil
from pathlib import Path

import pytest

from tests import clinics
from tracker.interchange import own_json

OLD = Path(__file__).parents[1] / "fixtures" / "profiles" / "0001"


@pytest.fixture
def upgraded(tmp_path):
    """A copy of the old profile, opened by this version."""
    for name in ("tracker.db", "head.json", "keyring.json"):
        (tmp_path / "old").mkdir(exist_ok=True)
        shutil.copy(OLD / name, tmp_path / "old" / name)
    store = clinics.opened(tmp_path / "old")
    yield store
    store.close(clinics.CLOCK.now())


def test_every_record_of_an_old_profile_reads_as_it_did(upgraded):
    charts = [upgraded.chart(line.patient) for line in upgraded.patients(10)]
    assert own_json.write(charts, upgraded.ranges()) == (OLD / "export.json").read_bytes()


def test_an_upgraded_profile_is_sound_and_was_backed_up_before(upgraded):
    assert upgraded.schema > "0001"
    assert upgraded.warnings == []
    assert upgraded.verify() == []
    assert len(list((upgraded.profile.folder / "backups").glob("*.backup"))) == 1
