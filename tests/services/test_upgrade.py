# SPDX-License-Identifier: MIT
"""A profile of each earlier version is brought to this one, and nothing of it is lost.

The profiles are real: ``tests/fixtures/write_profile.py`` wrote them with the program of their day.
"""

import json
import shutil
from pathlib import Path

import pytest

import tracker
from tests import clinics
from tracker.domain.records import KINDS, RECORD_KINDS
from tracker.domain.records.base import content
from tracker.interchange import own_json
from tracker.services import backups
from tracker.store.schema import known_migrations

PROFILES = Path(__file__).parents[1] / "fixtures" / "profiles"
FIRST = PROFILES / "0001"
WITH_VALUES = sorted(path.parent.name for path in PROFILES.glob("*/values.json"))
_FILES = ("tracker.db", "head.json", "keyring.json")


@pytest.fixture
def upgrade(tmp_path):
    """Opens a copy of an old profile with this version."""
    opened = []

    def made(old):
        folder = tmp_path / old
        folder.mkdir()
        for name in _FILES:
            shutil.copy(PROFILES / old / name, folder / name)
        if (PROFILES / old / "attachments").exists():
            shutil.copytree(PROFILES / old / "attachments", folder / "attachments")
        opened.append(clinics.opened(folder))
        return opened[-1]

    yield made
    for store in opened:
        store.close(clinics.CLOCK.now())


def stored_values(store):
    """Every record of a store by kind and id: its fields, and what it carries besides."""
    (patient,) = store.patient_ids()
    chart = store.chart(patient)
    found = [chart.patient, *(each for kind in chart.records.values() for each in kind)]
    for kind in RECORD_KINDS:
        if kind.of_clinic:
            found += store.of_clinic(kind)
    return {f"{each.record.kind} {each.id}": each for each in found}


@pytest.mark.parametrize("old", WITH_VALUES)
def test_every_value_of_every_record_is_as_it_was_written(upgrade, old):
    written = json.loads((PROFILES / old / "values.json").read_text("utf-8"))
    now = stored_values(upgrade(old))
    assert {key: content(now[key].record) for key in written} == written
    assert {(now[key].source, now[key].note) for key in written} == {("page 3", "as told")}
    assert {now[key].revision for key in written} == {1}


@pytest.mark.parametrize("old", WITH_VALUES)
def test_an_old_profile_holds_each_kind_that_its_program_knew(upgrade, old):
    written = json.loads((PROFILES / old / "values.json").read_text("utf-8"))
    kinds = {key.split()[0] for key in written}
    assert kinds <= set(KINDS)
    assert len(kinds) == len(written) >= 30
    if old == WITH_VALUES[-1]:
        empty = {kind for kind, n in upgrade(old).counts().items() if kind in KINDS and not n}
        assert empty <= set(KINDS) - kinds


@pytest.mark.parametrize("old", ["0001", *WITH_VALUES])
def test_an_upgraded_profile_is_sound_and_was_backed_up_before(upgrade, old):
    store = upgrade(old)
    assert store.schema == known_migrations()[-1]
    assert store.warnings == []
    assert store.verify() == []
    is_older = old < store.schema[:4]
    assert len(backups.kept(store)) == is_older


def test_the_charts_of_the_first_schema_are_exported_as_they_were(upgrade):
    store = upgrade("0001")
    charts = [store.chart(line.patient) for line in store.patients(10)]
    assert own_json.write(charts, store.ranges()) == (FIRST / "export.json").read_bytes()


def test_from_an_upgrade_on_a_mark_of_the_demonstration_is_held_against_the_trail(upgrade):
    store = upgrade("0001")
    store._db.execute_sql("UPDATE meta SET value = 'yes' WHERE name = 'demonstration'")
    assert [finding.code for finding in store.verify()] == ["profile-changed"]


def test_a_release_has_a_profile_of_its_schema():
    """A version that people get is one that later versions must open."""
    changes = (Path(tracker.__file__).parents[1] / "CHANGELOG.md").read_text("utf-8")
    is_release = f"## [{tracker.__version__}]" in changes
    newest = known_migrations()[-1][:4]
    assert not is_release or newest in WITH_VALUES, (
        f"write it: python tests/fixtures/write_profile.py tests/fixtures/profiles/{newest}"
    )
