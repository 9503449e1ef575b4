# SPDX-License-Identifier: MIT
"""The file of counts: what stands in it, what never does, and what a damaged one says."""

import json
import stat
from datetime import date, timedelta

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, TODAY, written
from tracker import paths
from tracker.services import backups, imports, profiles, sidecar
from tracker.services.sidecar import NoCounts
from tracker.services.today import day_list
from tracker.store.files import Profile


def small(store, tmp_path):
    file = written(tmp_path / "small.json", SMALL)
    assert imports.import_file(store, CTX, path=file).problems == ()
    return store


@pytest.fixture
def demo_clinic(template, tmp_path):
    """The patients of the demonstration in a clinic that is none, so that it has a sidecar."""
    store = clinics.opened(clinics.copied(template, tmp_path / "clinic"))
    for file in sorted((paths.resources() / "demo").glob("*.json")):
        text = json.loads(file.read_text("utf-8")) | {"demonstration": False}
        copy = written(tmp_path / file.name, text)
        assert imports.import_file(store, CTX, path=copy).problems == ()
    yield store
    store.close(CLOCK.now())


def test_the_counts_are_those_of_the_day_list(demo_clinic):
    ahead = sidecar.write(demo_clinic, CLOCK)
    lines = [line for line in day_list(demo_clinic, CTX) if line.is_listed]
    over = sum(line.state.value == "overdue" for line in lines)
    due = sum(line.state.value == "due" for line in lines)
    standing = ahead.on(TODAY)
    rechecks = [line.due.recheck for line in lines if line.state.value == "held"]
    assert over > 0 < due
    assert rechecks
    assert standing.today == due + rechecks.count(TODAY)
    assert standing.overdue == over + sum(bool(day and day < TODAY) for day in rechecks)


def test_no_name_number_or_drug_of_anybody_stands_in_it(demo_clinic):
    sidecar.write(demo_clinic, CLOCK)
    text = Profile(demo_clinic.profile.folder).reminders.read_text("utf-8")
    for line in day_list(demo_clinic, CTX, days=200):
        for word in (line.patient.name, line.patient.mrn, line.patient.name_latin):
            assert not word or word not in text
        assert not line.due.treatment or line.due.treatment.split()[0] not in text
    assert demo_clinic.clinic not in text
    assert set(json.loads(text)) == {
        "format", "written_on", "until", "days", "undated", "words", "sha256",
    }  # fmt: skip


def test_it_reads_back_as_it_was_written_and_only_for_its_owner(store, tmp_path):
    ahead = sidecar.write(small(store, tmp_path), CLOCK, {"Overdue: {n}.": "逾期：{n}。"})
    assert ahead.days == {date(2024, 11, 26): 1}
    found = sidecar.read(store.profile.folder)
    assert found.ahead == ahead
    assert found.words == {"Overdue: {n}.": "逾期：{n}。"}
    mode = Profile(store.profile.folder).reminders.stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_writing_without_words_keeps_those_of_the_window(store):
    sidecar.write(store, CLOCK, {"a": "b"})
    sidecar.write(store, CLOCK)
    assert sidecar.read(store.profile.folder).words == {"a": "b"}


def test_closing_the_profile_writes_the_counts(template, tmp_path):
    folder = clinics.copied(template, tmp_path / "clinic")
    store = profiles.open(folder, user=None, passphrase=clinics.PASSPHRASE, clock=CLOCK)
    small(store, tmp_path)
    profiles.close(store, CLOCK, backup=False)
    assert sidecar.read(folder).ahead.on(TODAY).today == 1


def test_reading_beside_the_open_window_writes_no_counts(template, tmp_path):
    folder = clinics.copied(template, tmp_path / "clinic")
    store = clinics.opened(folder, readonly=True)
    profiles.close(store, CLOCK)
    assert not Profile(folder).reminders.exists()


def test_the_demonstration_leaves_no_counts(tmp_path):
    store = clinics.make(tmp_path / "demo", is_demo=True)
    profiles.close(store, CLOCK, backup=False)
    assert not Profile(tmp_path / "demo").reminders.exists()


def test_a_restored_profile_has_the_counts_of_its_backup(template, tmp_path):
    folder = clinics.copied(template, tmp_path / "clinic")
    store = clinics.opened(folder)
    made = backups.back_up(store, CTX, folder=tmp_path)
    small(store, tmp_path)
    profiles.close(store, CLOCK, backup=False)
    backups.restore(file=made.path, folder=folder, passphrase=clinics.PASSPHRASE, clock=CLOCK)
    assert sidecar.read(folder).ahead.days == {}


def test_a_missing_file_is_said_and_is_not_zero(tmp_path):
    with pytest.raises(NoCounts, match="not known: open the program"):
        sidecar.read(tmp_path)


@pytest.mark.parametrize("keep", [0, 1, 40, 120, -1])
def test_a_cut_file_is_said_to_be_damaged(store, tmp_path, keep):
    sidecar.write(small(store, tmp_path), CLOCK)
    file = Profile(store.profile.folder).reminders
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(NoCounts, match="damaged"):
        sidecar.read(store.profile.folder)


def test_a_changed_count_is_said_to_be_damaged(store, tmp_path):
    sidecar.write(small(store, tmp_path), CLOCK)
    file = Profile(store.profile.folder).reminders
    file.write_bytes(file.read_bytes().replace(b'"2024-11-26": 1', b'"2024-11-26": 0'))
    with pytest.raises(NoCounts, match="damaged"):
        sidecar.read(store.profile.folder)


@pytest.mark.parametrize("content", [b"[]", b"null", b"{}", b'{"sha256": 1}', b"\xff\xfe"])
def test_a_foreign_file_is_said_to_be_damaged(tmp_path, content):
    Profile(tmp_path).reminders.write_bytes(content)
    with pytest.raises(NoCounts, match="damaged"):
        sidecar.read(tmp_path)


def test_the_horizon_reaches_past_the_age_at_which_counts_are_refused(store):
    ahead = sidecar.write(store, CLOCK)
    assert ahead.until - ahead.written_on >= timedelta(days=90)
