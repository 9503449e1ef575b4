# SPDX-License-Identifier: MIT
"""The open profile: made, closed, opened again, and refused where it must be."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import OperationalError

from tests.store.conftest import USER, add, make_store, open_store, stamp
from tests.store.foundation import CHEAP, NOW, PASSPHRASE, needles_in
from tracker.domain.errors import CannotOpen, Refused
from tracker.domain.roles import Role
from tracker.store.faults import Fault, StorageFault, classify
from tracker.store.keyring import WrongPassphrase
from tracker.store.slots import KDF_FLOOR
from tracker.store.store import Store


def create(folder, **changes):
    asked = {"clinic": "Clinic", "user": USER, "passphrase": PASSPHRASE, "at": NOW}
    return Store.create(folder, **asked | changes, kdf=CHEAP, floor=CHEAP)


def test_a_new_profile_knows_its_clinic_and_its_first_user(store):
    assert (store.clinic, store.user_name, store.role) == (
        "Synthetic clinic",
        USER,
        Role.ADMINISTRATOR,
    )
    assert not store.readonly
    assert store.warnings == []
    assert store.verify() == []
    assert store.counts()["audit"] == 2  # the profile and the account of its first user


def test_what_was_saved_is_there_when_the_profile_is_opened_again(tmp_path):
    store = make_store(tmp_path)
    patient = add(store, "patient", mrn="A-1")
    uuid = store.uuid
    store.close(NOW)
    store.close(NOW)  # closing twice does nothing
    again = open_store(tmp_path)
    assert again.chart(patient.id).patient == patient
    assert (again.uuid, again.warnings, again.verify()) == (uuid, [], [])
    again.close(NOW)


def test_the_recovery_code_opens_the_profile(tmp_path):
    store, code = create(tmp_path)
    store.close(NOW)
    again = Store.open_with_recovery(tmp_path, code.lower(), at=NOW, floor=CHEAP)
    assert (again.user_id, again.role) == (None, Role.ADMINISTRATOR)
    again.close(NOW)


def test_a_wrong_passphrase_is_not_called_damage_and_nothing_is_held_open(tmp_path):
    make_store(tmp_path).close(NOW)
    for user in (USER, None, "Nobody"):
        with pytest.raises(WrongPassphrase) as refused:
            Store.open(tmp_path, user, "not the passphrase", at=NOW, floor=CHEAP)
        assert "damaged" not in str(refused.value)
    open_store(tmp_path).close(NOW)


def test_a_damaged_database_is_not_called_a_wrong_passphrase(tmp_path):
    store = make_store(tmp_path)
    store.close(NOW)
    raw = bytearray(store.path.read_bytes())
    raw[100] ^= 1
    store.path.write_bytes(raw)
    with pytest.raises(CannotOpen, match="damaged") as refused:
        open_store(tmp_path)
    assert not isinstance(refused.value, WrongPassphrase)
    assert store.path.read_bytes() == raw


def test_a_cheap_keyring_is_refused_by_the_shipped_floor(tmp_path):
    make_store(tmp_path).close(NOW)
    with pytest.raises(CannotOpen):
        Store.open(tmp_path, USER, PASSPHRASE, at=NOW, floor=KDF_FLOOR)


def test_a_folder_without_a_profile_is_refused_and_stays_as_it_was(tmp_path):
    for folder in (tmp_path, tmp_path / "mistyped"):
        with pytest.raises(CannotOpen, match="no profile"):
            open_store(folder)
    assert list(tmp_path.iterdir()) == []


def test_a_second_profile_never_takes_the_place_of_the_first(tmp_path):
    store = make_store(tmp_path)
    store.close(NOW)
    before = store.path.read_bytes()
    with pytest.raises(Refused, match="already"):
        create(tmp_path)
    assert store.path.read_bytes() == before
    open_store(tmp_path).close(NOW)


@pytest.mark.parametrize("wrong", [{"passphrase": "short"}, {"role": Role.NURSE}], ids=str)
def test_a_profile_that_could_not_be_made_leaves_nothing_in_the_way(tmp_path, wrong):
    with pytest.raises(Refused):
        create(tmp_path, **wrong)
    assert [path.name for path in tmp_path.iterdir()] == ["tracker.lock"]
    store, _code = create(tmp_path)
    store.close(NOW)


def test_a_fault_while_it_is_made_leaves_nothing_in_the_way(tmp_path, monkeypatch):
    def fail(_db):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tracker.store.store.migrate", fail)
        with pytest.raises(StorageFault) as fault:
            create(tmp_path)
    assert fault.value.fault is Fault.FULL
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tracker.lock"]


def test_a_second_program_is_told_who_writes_and_may_read(tmp_path):
    store = make_store(tmp_path)
    patient = add(store, "patient", mrn="A-1")
    with pytest.raises(CannotOpen, match=str(os.getpid())):
        open_store(tmp_path)
    reader = open_store(tmp_path, readonly=True)
    assert reader.chart(patient.id).patient == patient
    with pytest.raises(Refused, match="reading only"):
        add(reader, "patient", mrn="A-2")
    reader.close(NOW)
    add(store, "patient", mrn="A-2")
    store.close(NOW)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_opened_for_reading(tmp_path):
    make_store(tmp_path).close(NOW)
    tmp_path.chmod(0o500)
    reader = open_store(tmp_path)
    assert reader.readonly
    reader.close(NOW)
    tmp_path.chmod(0o700)


def test_a_database_of_another_keyring_is_refused(tmp_path):
    store = make_store(tmp_path)
    with store._db.atomic():
        store._db.execute_sql("UPDATE meta SET value = ? WHERE name = 'uuid'", ("0" * 32,))
    store.close(NOW)
    with pytest.raises(CannotOpen, match="another keyring"):
        open_store(tmp_path)


def test_a_profile_whose_making_was_killed_says_that_nothing_is_in_it(tmp_path, monkeypatch):
    class Killed(BaseException):
        pass

    def kill(_db):
        shutil.copytree(tmp_path / "live", tmp_path / "found")
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("tracker.store.store.migrate", kill)
        with pytest.raises(Killed):
            create(tmp_path / "live")
    with pytest.raises(CannotOpen, match="nothing in it"):
        open_store(tmp_path / "found")


def test_a_database_that_has_lost_what_it_says_of_itself_is_refused(tmp_path):
    store = make_store(tmp_path)
    with store._db.atomic():
        store._db.execute_sql("DELETE FROM meta")
    store.close(NOW)
    with pytest.raises(CannotOpen, match="nothing in it"):
        open_store(tmp_path)


def test_a_file_that_was_replaced_while_open_takes_no_more_saves(tmp_path):
    store = make_store(tmp_path)
    copy = tmp_path / "copy"
    copy.write_bytes(store.path.read_bytes())
    copy.replace(store.path)
    with pytest.raises(CannotOpen, match="replaced"):
        add(store, "patient", mrn="A-1")
    store.close(NOW)


def test_a_lost_head_is_a_loud_warning_until_it_is_settled_and_starts_a_new_chain(tmp_path):
    store = make_store(tmp_path)
    add(store, "patient", mrn="A-1")
    store.close(NOW)
    store.profile.head.unlink()
    again = open_store(tmp_path)
    assert [finding.code for finding in again.warnings] == ["head-missing"]
    add(again, "patient", mrn="A-2")
    again.close(NOW)
    third = open_store(tmp_path)
    assert third.warnings == third.verify() == again.warnings
    chains = third._db.value("SELECT count(DISTINCT chain) FROM audit")
    assert chains == 2
    third.warnings.clear()
    third.close(NOW)
    fourth = open_store(tmp_path)
    assert (fourth.warnings, fourth.verify()) == ([], [])
    fourth.close(NOW)


def test_an_older_file_put_back_is_said_at_every_opening(tmp_path):
    store = make_store(tmp_path)
    add(store, "patient", mrn="A-1")
    store.close(NOW)
    old = store.path.read_bytes()
    again = open_store(tmp_path)
    add(again, "patient", mrn="A-2")
    again.close(NOW)
    store.path.write_bytes(old)
    for n in range(3):
        opened = open_store(tmp_path)
        assert [finding.code for finding in opened.warnings] == ["entries-cut-off"]
        assert "entries missing at the end: 1" in str(opened.warnings[0].message)
        add(opened, "patient", mrn=f"B-{n}")
        opened.close(NOW)


def test_a_backup_gives_back_every_row(store, tmp_path):
    add(store, "patient", mrn="A-1")
    backup = store.backup(tmp_path / "backups", NOW)
    assert backup.path.exists()
    assert store.verify() == []


def test_no_name_can_be_read_in_any_file(tmp_path):
    store = make_store(tmp_path)
    add(store, "patient", mrn="A-1", name="Needleperson")
    store.backup(tmp_path / "backups", NOW)
    assert needles_in(tmp_path) == []
    store.close(NOW)
    assert needles_in(tmp_path) == []


def test_an_error_of_the_disk_is_named_and_the_next_save_works(store, monkeypatch):
    def fail():
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store._db, "require_same_file", fail)
        with pytest.raises(StorageFault) as fault, store.unit(stamp()):
            pass
    assert fault.value.fault is Fault.FULL
    add(store, "patient", mrn="A-1")


def test_opening_a_sound_profile_does_not_load_the_migration_runner(tmp_path):
    make_store(tmp_path).close(NOW)
    script = (
        "import sys; from tests.store.conftest import open_store; from pathlib import Path;"
        f"open_store(Path({str(tmp_path)!r}));"
        "sys.exit(any(name in sys.modules for name in ('playhouse.migrations', 'pypinyin')))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0


def test_a_job_on_an_emptied_file_is_told_that_it_was_replaced(tmp_path):
    store = make_store(tmp_path / "profile")
    store.path.write_bytes(b"")
    with pytest.raises(CannotOpen, match="replaced or removed"), store.naming_faults():
        store.find_mrn("A-1")


def test_a_full_disk_is_named_when_the_database_is_copied():
    # the copying raises without a code: only SQLite's words say what it was
    error = OperationalError("database or disk is full")
    fault = classify(error)
    assert fault is not None
    assert fault.fault is Fault.FULL
