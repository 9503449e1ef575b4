# SPDX-License-Identifier: MIT
"""How it stands with the backups is known at the next start, too."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.clinics import CLOCK, CTX, SMALL, FixedClock, written
from tracker.domain.errors import NotPermitted, UserError
from tracker.domain.roles import Role
from tracker.services import backup_state, backups, imports
from tracker.services.backup_state import DAYS_WITHOUT


def after(days):
    return FixedClock(CLOCK.now() + timedelta(days=days))


@pytest.fixture
def blocked(store):
    """The own folder of backups cannot be made."""
    backups.own_folder(store).write_text("a file in the way")
    yield
    backups.own_folder(store).unlink()


def fail(store, clock=CLOCK):
    with pytest.raises(UserError):
        backups.keep(store, clock)


def test_a_second_medium_is_asked_for_after_seven_days_and_not_before(store):
    assert not backup_state.state(store, after(DAYS_WITHOUT - 1)).needs_second
    later = backup_state.state(store, after(DAYS_WITHOUT))
    assert later.needs_second
    assert (later.second, later.days_without) == (None, 7)


def test_a_backup_beside_the_records_is_no_second_medium(store, tmp_path):
    made = backups.back_up(store, CTX, folder=tmp_path / "stick")
    assert made.on_second_medium is False
    assert backup_state.state(store, after(7)).needs_second


def test_a_backup_on_another_disk_counts_from_its_day(store, tmp_path, monkeypatch):
    monkeypatch.setattr(backups, "is_second_medium", lambda _copies, _records: True)
    backups.back_up(store, replace(CTX, clock=after(20)), folder=tmp_path / "stick")
    assert not backup_state.state(store, after(26)).needs_second
    assert backup_state.state(store, after(27)).days_without == 7


def test_what_cannot_be_told_is_what_the_person_says_and_the_trail_keeps_who(
    store, tmp_path, monkeypatch
):
    monkeypatch.setattr(backups, "is_second_medium", lambda _copies, _records: None)
    made = backups.back_up(store, CTX, folder=tmp_path / "stick")
    assert made.on_second_medium is None
    assert backup_state.state(store, after(7)).needs_second
    backups.is_second(store, CTX, file=made.path)
    assert not backup_state.state(store, after(6)).needs_second
    newest = store.trail.page(backups.TrailFilter(), 1)[0]
    assert (newest.action, newest.by) == ("second medium", CTX.user)
    with pytest.raises(NotPermitted):
        backups.is_second(store, replace(CTX, role=Role.VIEWER), file=made.path)


@pytest.mark.usefixtures("blocked")
def test_a_failed_backup_is_known_with_its_reason_until_one_succeeds(store, tmp_path):
    fail(store)
    state = backup_state.state(store, CLOCK)
    assert state.failed == CLOCK.now()
    assert [str(each) for each in state.why]
    backups.back_up(store, CTX, folder=tmp_path / "stick")
    assert backup_state.state(store, CLOCK).failed is None


@pytest.mark.usefixtures("blocked")
def test_a_later_failure_does_not_forget_the_second_medium(store, tmp_path):
    backups.is_second(store, CTX, file=tmp_path)
    fail(store)
    assert backup_state.state(store, CLOCK).second == CLOCK.now()


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"second": 3, "failed": null, "why": []}'])
def test_damaged_notes_ask_rather_too_often(store, damaged):
    backups.is_second(store, CTX, file=store.path)
    store.profile.backup_notes.write_bytes(damaged)
    assert backup_state.state(store, after(7)).needs_second


def test_an_import_in_the_window_begins_with_a_backup(store, tmp_path):
    file = written(tmp_path / "small.json", SMALL)
    imports.import_after_backup(store, CTX, path=file)
    (made,) = backups.kept(store)
    assert made.made == CLOCK.now()


@pytest.mark.usefixtures("blocked")
def test_without_the_backup_nothing_is_imported(store, tmp_path):
    file = written(tmp_path / "small.json", SMALL)
    with pytest.raises(UserError):
        imports.import_after_backup(store, CTX, path=file)
    assert list(store.patient_ids()) == []


def test_no_backup_at_closing_is_promised_of_a_file_that_is_only_read(store):
    assert backup_state.state(store, CLOCK).at_closing
    store._db.stop_writing()
    assert not backup_state.state(store, CLOCK).at_closing
