# SPDX-License-Identifier: MIT
"""What was kept can be proven and given back, on this computer or a clean one."""

import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE, SMALL, FixedClock, written
from tracker.domain.errors import CannotOpen, NotPermitted, Refused, UserError
from tracker.domain.roles import Role
from tracker.services import accounts, backups, imports, profiles
from tracker.store.lock import InUse


@pytest.fixture
def filled(store, tmp_path):
    """A profile with the small clinic."""
    imports.import_file(store, CTX, path=written(tmp_path / "small.json", SMALL))
    return store


def restore(file, folder, passphrase=PASSPHRASE):
    return backups.restore(file=file, folder=folder, passphrase=passphrase, clock=CLOCK)


def records(store):
    """Rows of each table, the audit trail apart."""
    return {table: n for table, n in store.counts().items() if table != "audit"}


def test_a_backup_gives_everything_back_on_a_clean_machine(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    given = restore(made.path, tmp_path / "clean")
    assert given.replaced is None
    again = profiles.open(tmp_path / "clean", user=None, passphrase=PASSPHRASE, clock=CLOCK)
    assert records(again) == records(filled)
    assert again.counts()["audit"] == filled.counts()["audit"] + 2  # the restore and the unlock
    assert backups.verify(again, CTX).findings == ()
    profiles.close(again, CLOCK, backup=False)


def test_a_restore_keeps_what_was_there_before(filled, tmp_path):
    folder = filled.profile.folder
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    filled.close(CLOCK.now())
    given = restore(made.path, folder)
    assert given.replaced is not None
    assert (given.replaced / "tracker.db").exists()


def test_a_profile_in_use_is_not_restored_over(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    with pytest.raises(InUse):
        restore(made.path, filled.profile.folder)
    assert backups.verify(filled, CTX).findings == ()


def test_a_wrong_passphrase_restores_nothing(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    with pytest.raises(CannotOpen, match="passphrase is wrong"):
        restore(made.path, tmp_path / "clean", "x" * 20)
    assert not profiles.exists(tmp_path / "clean")


@pytest.mark.parametrize("where", [0.1, 0.5, 0.9])
def test_a_cut_or_changed_backup_restores_nothing(filled, tmp_path, where):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    whole = made.path.read_bytes()
    at = int(len(whole) * where)
    for broken in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
        file = written(tmp_path / "broken.backup", broken)
        with pytest.raises((Refused, CannotOpen)):
            restore(file, tmp_path / "clean")
        assert not profiles.exists(tmp_path / "clean")


def test_a_backup_of_another_clinic_is_refused(filled, template, tmp_path):
    other = clinics.make(tmp_path / "other")
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    other.close(CLOCK.now())
    with pytest.raises(Refused, match="belongs to another database"):
        restore(made.path, tmp_path / "other")


def test_something_else_is_no_backup(tmp_path):
    with zipfile.ZipFile(tmp_path / "holiday.zip", "w") as packed:
        packed.writestr("beach.jpg", b"sand")
    with pytest.raises(Refused, match="not a backup of this program"):
        restore(tmp_path / "holiday.zip", tmp_path / "clean")
    with pytest.raises(Refused, match="There is no backup"):
        restore(tmp_path / "missing.backup", tmp_path / "clean")


def test_a_backup_is_in_the_trail(filled, tmp_path):
    before = filled.counts()["audit"]
    backups.back_up(filled, CTX, folder=tmp_path / "stick")
    assert filled.counts()["audit"] == before + 1


def test_a_backup_can_be_made_beside_the_open_window(filled, tmp_path):
    reading = clinics.opened(filled.profile.folder, readonly=True)
    made = backups.back_up(reading, CTX, folder=tmp_path / "stick")
    assert made.path.exists()
    reading.close(CLOCK.now())


def test_a_changed_row_is_found(filled):
    filled._db.execute_sql("UPDATE visit SET ecog = 4")
    checked = backups.verify(filled, CTX)
    assert len(checked.findings) == 2
    assert "it is not what the audit trail says" in str(checked.findings[0])


def test_who_may_only_look_neither_backs_up_nor_checks(filled, tmp_path):
    viewer = replace(CTX, role=Role.VIEWER)
    with pytest.raises(NotPermitted):
        backups.back_up(filled, viewer, folder=tmp_path)
    with pytest.raises(NotPermitted):
        backups.verify(filled, viewer)


def test_a_folder_that_is_read_only_takes_no_backup(filled, tmp_path):
    folder = clinics.read_only(tmp_path / "locked")
    with pytest.raises(UserError, match="cannot be written to"):
        backups.back_up(filled, CTX, folder=folder)


def at(minutes):
    return FixedClock(CLOCK.now() + timedelta(minutes=minutes))


def test_half_an_hour_after_the_last_backup_a_changed_file_gets_another(filled):
    assert backups.keep_if_due(filled, CLOCK)
    with filled.unit(replace(CTX, clock=at(10)).stamp()) as unit:
        unit.log("view")
    assert backups.keep_if_due(filled, at(29)) is None
    assert backups.keep_if_due(filled, at(31))


def test_an_unchanged_file_gets_no_second_backup(filled):
    assert backups.keep_if_due(filled, at(1))
    assert backups.keep_if_due(filled, at(90)) is None


def test_a_drill_proves_a_backup_and_leaves_nothing_behind(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    before = sorted(path.name for path in tmp_path.iterdir())
    found = backups.drill(file=made.path, passphrase=PASSPHRASE, clock=CLOCK)
    assert found.findings == ()
    assert found.rows > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_drill_of_a_damaged_backup_says_so(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    file = written(tmp_path / "broken.backup", made.path.read_bytes()[:-2000])
    with pytest.raises(Refused):
        backups.drill(file=file, passphrase=PASSPHRASE, clock=CLOCK)


def look(file, folder):
    return backups.preview(file=file, folder=folder, passphrase=PASSPHRASE, clock=CLOCK)


def said(lines):
    return "\n".join(map(str, lines))


def test_a_preview_says_what_would_be_lost_and_changes_nothing(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    folder = filled.profile.folder
    later = clinics.document(clinics.patient(900, "A-900"))
    imports.import_file(filled, CTX, path=written(tmp_path / "later.json", later))
    filled.close(CLOCK.now())
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    lines = said(look(made.path, folder).lines())
    assert "In it: patients 2" in lines
    assert "In the folder now: patients 3" in lines
    assert "NOT IN THE BACKUP: entries of the audit trail, with what they changed: 2" in lines
    assert "patients: 1" in lines
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_whom_a_restore_would_let_in_again_is_said(filled, tmp_path):
    nurse = accounts.add(filled, CTX, name="Nurse Example", role=Role.NURSE)
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    account = next(line.id for line in accounts.listed(filled, CTX) if line.name == nurse.name)
    accounts.disable(filled, CTX.because("left the clinic"), account=account)
    filled.close(CLOCK.now())
    lines = said(look(made.path, filled.profile.folder).lines())
    assert "Without access now, with access again: Nurse Example." in lines


def test_only_the_file_that_was_looked_into_is_restored(filled, tmp_path):
    old = backups.back_up(filled, CTX, folder=tmp_path / "stick").path
    with filled.unit(CTX.stamp()) as unit:
        unit.log("view")
    new = backups.back_up(filled, CTX, folder=tmp_path / "other").path
    seen = look(old, tmp_path / "clean")
    new.replace(old)
    with pytest.raises(Refused, match="another one than was looked into"):
        backups.restore(
            file=old,
            folder=tmp_path / "clean",
            passphrase=PASSPHRASE,
            clock=CLOCK,
            expected=seen.sha256,
        )
    assert not (tmp_path / "clean").exists()


def test_the_protocol_says_what_was_done_and_names_no_patient(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    filled.close(CLOCK.now())
    given = restore(made.path, filled.profile.folder)
    text = given.file.read_text("utf-8")
    assert text == said(given.lines()) + "\n"
    for words in (
        given.preview.sha256,
        f"By {clinics.USER} (Administrator).",
        "In the folder now: patients 2",
        "In the folder afterwards: patients 2",
        "every row are sound",
        str(given.kept),
        str(given.replaced),
    ):
        assert words in text
    assert "A-001" not in text
    assert given.kept in set((filled.profile.folder / "backups").iterdir())


def test_the_protocol_is_kept_in_the_language_of_who_restores(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    given = backups.restore(
        file=made.path,
        folder=tmp_path / "clean",
        passphrase=PASSPHRASE,
        clock=CLOCK,
        say=lambda line: f"«{line}»",
    )
    assert all(line.startswith("«") for line in given.file.read_text("utf-8").splitlines())


def test_a_damaged_profile_is_no_hindrance_and_is_set_aside(filled, tmp_path):
    made = backups.back_up(filled, CTX, folder=tmp_path / "stick")
    filled.close(CLOCK.now())
    damaged = filled.profile.database.read_bytes()[:-20_000]
    filled.profile.database.write_bytes(damaged)
    given = restore(made.path, filled.profile.folder)
    assert given.kept is None
    assert (given.replaced / "tracker.db").read_bytes() == damaged
    assert given.findings == ()
