# SPDX-License-Identifier: MIT
"""Of a damaged file everything is read that can be read, and nothing that was not saved."""

import pytest

from tests.store.conftest import add, make_store, open_store
from tests.store.foundation import NOW
from tracker.domain.errors import UserError
from tracker.store.connection import PAGE_BYTES
from tracker.store.faults import StorageFault
from tracker.store.files import Profile

_LETTER = "A letter that fills pages. " * 60


@pytest.fixture
def profile(tmp_path):
    """A closed profile whose forty charts lie on many pages."""
    store = make_store(tmp_path / "profile")
    for number in range(40):
        patient = add(
            store, "patient", mrn=f"A-{number:02}", allergy_status="present", allergies=_LETTER
        ).id
        add(store, "visit", patient, date="2024-11-05", contact="visit", weight="70")
    store.close(NOW)
    return Profile(tmp_path / "profile")


def flip(profile, page, sound):
    raw = bytearray(sound)
    raw[page * PAGE_BYTES + PAGE_BYTES // 3] ^= 1
    profile.database.write_bytes(raw)


def let_go(store):
    """As if it were killed: sealing would read the damaged page, too."""
    store._db.close()
    if store._lock is not None:
        store._lock.release()


def test_any_one_page_may_be_damaged_and_no_chart_is_silently_shorter(profile):
    whole = open_store(profile.folder, readonly=True)
    expected = {each: whole.chart(each) for each in whole.patient_ids()}
    whole._db.close()
    sound, opened = profile.database.read_bytes(), 0
    for page in range(1, len(sound) // PAGE_BYTES, 3):
        flip(profile, page, sound)
        try:
            store = open_store(profile.folder, readonly=True)
        except UserError:
            continue
        opened += 1
        assert store.check_pages()
        rescue = store.rescue
        ids = rescue.patients()
        assert set(ids) == set(expected)
        for patient in ids:
            found = rescue.chart(patient)
            assert found.is_whole == (found.chart == expected[patient]), (page, patient)
        store._db.close()
    assert opened > len(sound) // PAGE_BYTES // 3 // 2


def test_after_a_damaged_page_the_sound_ones_are_still_read(profile):
    """The library refuses every page of a connection that has met a damaged one."""
    store = open_store(profile.folder)
    ids = list(store.patient_ids())
    store.close(NOW)
    sound = profile.database.read_bytes()
    for page in range(len(sound) // PAGE_BYTES - 1, 0, -1):
        flip(profile, page, sound)
        store = open_store(profile.folder)
        outcomes = [_outcome(store, patient) for patient in ids]
        if 0 < sum(outcomes) < len(ids):
            assert store.readonly  # nothing is written into a damaged file
            store.close(NOW)
            return
        let_go(store)
    pytest.fail("no page held a part of the charts only")


def _outcome(store, patient):
    try:
        with store.naming_faults():
            store.chart(patient)
    except StorageFault:
        return False
    return True


def test_a_damaged_end_of_the_audit_trail_does_not_keep_the_charts_shut(profile):
    sound, warned = profile.database.read_bytes(), 0
    for page in range(1, len(sound) // PAGE_BYTES):
        flip(profile, page, sound)
        try:
            store = open_store(profile.folder)
        except UserError:
            continue
        if [finding.code for finding in store.warnings] == ["file"]:
            warned += 1
            assert store.readonly
            assert len(store.rescue.patients()) == 40
        let_go(store)
    assert warned
