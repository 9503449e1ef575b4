# SPDX-License-Identifier: MIT
"""Opening the database: what is refused, what is proven, and how the disk's faults are named."""

import logging
import os
import secrets
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import OperationalError

from tests.store.foundation import NEEDLE, Clinic, needles_in
from tracker.domain.errors import CannotOpen, UserError
from tracker.store import connection
from tracker.store.connection import PAGE_BYTES, integrity_problems, open_db
from tracker.store.faults import Fault, StorageFault, classify, named_faults

KEY = secrets.token_bytes(32)
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    made = Clinic.make(tmp_path / "profile")
    yield made
    made.db.close()


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Path, bytes]:
    """A file with ten doses, closed, and its key."""
    made = Clinic.make(tmp_path / "profile")
    made.record_doses(10)
    made.db.close()
    return made.profile.database, made.keys.data


@pytest.fixture
def reachable(closed: tuple[Path, bytes]) -> Iterator[Path]:
    """The same file in a folder that a user without rights can reach."""
    folder = Path(tempfile.mkdtemp(prefix="reachable-"))
    folder.chmod(0o755)
    shutil.copy(closed[0], folder / "tracker.db")
    yield folder / "tracker.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def without_rights() -> Iterator[None]:
    """Runs the test as an ordinary user: for root nothing is read-only."""
    if not AS_ROOT:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def refused_unchanged(path: Path, key: bytes) -> str:
    before = path.read_bytes()
    beside = sorted(path.parent.iterdir())
    with pytest.raises(CannotOpen) as refused:
        open_db(path, key)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    return str(refused.value)


def problems_of(path: Path, key: bytes) -> str:
    """What opening and the check say together; nothing for a sound file."""
    try:
        db = open_db(path, key, readonly=True)
    except CannotOpen as refused:
        return str(refused)
    with closing(db):
        return "\n".join(map(str, integrity_problems(db)))


def test_the_safety_settings_hold_in_the_open_database(clinic):
    read = {
        name: clinic.db.value(f"PRAGMA {name}")
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "temp_store",
            "secure_delete",
            "trusted_schema",
            "busy_timeout",
            "cache_size",
            "cell_size_check",
            "cache_spill",
        )
    }
    assert read == {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
        "cache_size": -16384,
        "cache_spill": 0,
        "cell_size_check": 1,
    }


def test_what_was_saved_is_there_after_reopening(closed):
    db = open_db(*closed)
    assert db.value("SELECT count(*) FROM dose") == 10
    assert not db.readonly
    db.close()


def test_nothing_readable_stands_in_any_file(clinic):
    with clinic.db.atomic():  # within the transaction: the journal is there too
        clinic.record_doses(50)
        assert (clinic.profile.folder / "tracker.db-journal").stat().st_size > 0
        assert needles_in(clinic.profile.folder) == []
    assert needles_in(clinic.profile.folder) == []
    assert not clinic.profile.database.read_bytes().startswith(b"SQLite format 3")


def test_only_the_owner_of_the_account_can_read_the_database(clinic):
    assert clinic.profile.database.stat().st_mode & 0o777 == 0o600


def test_statements_with_names_are_never_logged(clinic, caplog):
    with caplog.at_level(logging.DEBUG):
        clinic.record_doses(1)
    assert NEEDLE not in caplog.text


def test_a_wrong_key_is_refused_and_the_file_left_as_it_is(closed):
    assert "not a file of this program or of this keyring" in refused_unchanged(closed[0], KEY)


@pytest.mark.parametrize("key", [b"", b"short", bytes(31), bytes(33)])
def test_a_key_of_another_length_is_refused_before_anything_is_opened(closed, key):
    assert "not complete" in refused_unchanged(closed[0], key)


def test_an_empty_key_never_makes_a_readable_file(tmp_path):
    with pytest.raises(CannotOpen):
        open_db(tmp_path / "new.db", b"", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_mistyped_path_never_makes_a_new_database(tmp_path):
    with pytest.raises(CannotOpen, match="There is no database"):
        open_db(tmp_path / "trakcer.db", KEY)
    with pytest.raises(CannotOpen):
        open_db(tmp_path / "no" / "folder" / "tracker.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_creating_never_touches_an_existing_file(closed):
    before = closed[0].read_bytes()
    with pytest.raises(CannotOpen, match="already"):
        open_db(*closed, create=True)
    assert closed[0].read_bytes() == before


def test_an_empty_file_is_called_empty(tmp_path):
    path = tmp_path / "tracker.db"
    path.touch()
    assert "is empty" in refused_unchanged(path, KEY)


def test_a_plain_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "tracker.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE t (a)")
    plain.commit()
    plain.close()
    assert "not a file of this program" in refused_unchanged(path, KEY)


def test_an_encrypted_database_of_another_program_is_refused(closed):
    db = open_db(*closed)
    db.execute_sql("PRAGMA application_id = 1")
    db.close()
    assert "another program" in refused_unchanged(*closed)


def test_a_truncated_file_is_refused_or_found_by_the_check(closed):
    path, key = closed
    sound = path.read_bytes()
    for size in (100, PAGE_BYTES, len(sound) // 2, len(sound) - 1):
        path.write_bytes(sound[:size])
        assert problems_of(path, key), size


def test_a_flipped_bit_in_any_page_is_found_by_the_check_without_a_word_on_stderr(closed, capfd):
    path, key = closed
    sound = path.read_bytes()
    for page in range(1, len(sound) // PAGE_BYTES):
        flipped = bytearray(sound)
        flipped[page * PAGE_BYTES + 77] ^= 4
        path.write_bytes(flipped)
        assert "damaged" in problems_of(path, key), page
    assert capfd.readouterr() == ("", "")


def test_a_sound_file_has_no_problems(clinic):
    clinic.record_doses(20)
    assert integrity_problems(clinic.db) == []


def test_a_reference_to_nothing_is_named_with_its_table(clinic):
    db = clinic.db
    db.execute_sql("PRAGMA foreign_keys = 0")
    db.execute_sql("CREATE TABLE child (id INTEGER PRIMARY KEY, dose INTEGER REFERENCES dose)")
    db.execute_sql("INSERT INTO child VALUES (1, 999)")
    assert [str(problem) for problem in integrity_problems(db)] == [
        "Rows of the table child that refer to a record that is not there: 1."
    ]


def test_a_file_put_over_the_open_one_is_noticed_before_the_next_save(clinic, tmp_path):
    clinic.db.require_same_file()
    copy = tmp_path / "copy.db"
    shutil.copy(clinic.profile.database, copy)
    copy.replace(clinic.profile.database)
    with pytest.raises(CannotOpen, match="replaced or removed"):
        clinic.db.require_same_file()


def test_a_file_deleted_while_open_is_noticed_before_the_next_save(clinic):
    clinic.profile.database.unlink()
    assert not clinic.db.is_same_file()


def test_saving_does_not_make_it_another_file(clinic):
    clinic.record_doses(30)
    assert clinic.db.is_same_file()


def test_a_file_without_write_permission_opens_to_read_and_says_so(
    closed, reachable, without_rights
):
    key = closed[1]
    if AS_ROOT:
        os.seteuid(0)
        reachable.chmod(0o444)
        os.seteuid(65534)
    else:
        reachable.chmod(0o444)
    db = open_db(reachable, key)
    assert db.readonly
    assert db.value("SELECT count(*) FROM dose") == 10
    with pytest.raises(StorageFault) as refused, named_faults(), db.atomic():
        db.execute_sql("INSERT INTO dose VALUES (99, 'x', 1)")
    assert refused.value.fault is Fault.READ_ONLY
    db.close()


def test_a_folder_without_write_permission_opens_to_read_and_says_so(closed, reachable):
    reachable.chmod(0o666)
    reachable.parent.chmod(0o555)
    if AS_ROOT:
        os.seteuid(65534)
    try:
        db = open_db(reachable, closed[1])
        assert db.readonly
        assert db.value("SELECT count(*) FROM dose") == 10
        db.close()
    finally:
        if AS_ROOT:
            os.seteuid(0)


def test_reading_only_when_asked_leaves_the_bytes_as_they_are(closed):
    before = closed[0].read_bytes()
    db = open_db(*closed, readonly=True)
    with pytest.raises(OperationalError) as refused:
        db.execute_sql("DELETE FROM dose")
    assert classify(refused.value).fault is Fault.READ_ONLY
    db.close()
    assert closed[0].read_bytes() == before


def test_a_full_disk_is_called_full_and_a_retry_succeeds(clinic):
    clinic.record_doses(3)
    pages = clinic.db.value("PRAGMA page_count")
    clinic.db.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageFault) as full, named_faults():
        clinic.record_doses(500, first=100)
    assert full.value.fault is Fault.FULL
    assert "disk is full" in str(full.value)
    clinic.db.execute_sql("PRAGMA max_page_count = 1000000")
    saved = len(clinic.doses())
    clinic.record_doses(1, first=900)
    assert len(clinic.doses()) == saved + 1


@pytest.mark.skipif(not AS_ROOT, reason="only root can mount a small disk")
def test_a_really_full_disk_loses_no_acknowledged_dose(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount")
    try:
        clinic = Clinic.make(disk / "profile")
        acknowledged = 0
        fault = None
        while fault is None:
            try:
                with named_faults():
                    clinic.record_doses(1, first=acknowledged + 1)
                acknowledged += 1
            except StorageFault as full:
                fault = full.fault
        assert fault is Fault.FULL
        clinic.db.close()
        again = open_db(clinic.profile.database, clinic.keys.data)
        assert again.value("SELECT count(*) FROM dose") == acknowledged
        assert acknowledged > 100
        assert integrity_problems(again) == []
        again.close()
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_a_second_writer_is_told_that_the_file_is_in_use(clinic):
    other = open_db(clinic.profile.database, clinic.keys.data)
    other.execute_sql("PRAGMA busy_timeout = 0")
    with (
        clinic.db.atomic(),
        pytest.raises(StorageFault) as locked,
        named_faults(),
        other.atomic(),
    ):
        pass
    assert locked.value.fault is Fault.LOCKED
    other.close()


def test_a_defect_of_the_program_is_not_dressed_up_as_a_fault(clinic):
    with pytest.raises(OperationalError, match="no such table"), named_faults():
        clinic.db.execute_sql("SELECT * FROM nowhere")
    assert classify(ValueError("ours")) is None


@pytest.mark.parametrize(
    ("number", "fault"),
    [(28, Fault.FULL), (13, Fault.READ_ONLY), (30, Fault.READ_ONLY), (5, Fault.DISK)],
)
def test_faults_of_plain_files_have_the_same_names(number, fault):
    with pytest.raises(UserError) as named, named_faults():
        raise OSError(number, "words of the system")
    assert isinstance(named.value, StorageFault)
    assert named.value.fault is fault


@pytest.fixture
def interrupted(clinic: Clinic, tmp_path: Path) -> Path:
    """The files as a power cut leaves them: pages half written, the journal beside them."""
    clinic.record_doses(5)
    before = clinic.profile.database.read_bytes()
    clinic.db.execute_sql("PRAGMA cache_spill = 1")  # writes pages before the commit
    with clinic.db.atomic():
        clinic.db.execute_sql("PRAGMA cache_size = 1")
        clinic.db.execute_sql("UPDATE dose SET mg = 480")
        clinic.record_doses(300, first=100)
        shutil.copytree(clinic.profile.folder, tmp_path / "crashed")
    crashed = tmp_path / "crashed" / "tracker.db"
    assert crashed.read_bytes()[: len(before)] != before
    assert crashed.with_name("tracker.db-journal").stat().st_size > 0
    return crashed


def test_an_interrupted_save_is_undone_at_the_next_opening(clinic, interrupted):
    db = open_db(interrupted, clinic.keys.data)
    assert db.execute_sql("SELECT count(*), max(mg) FROM dose").fetchall() == [(5, 240)]
    assert integrity_problems(db) == []
    db.close()


def test_an_interrupted_save_is_never_read_where_it_cannot_be_undone(clinic, interrupted):
    with pytest.raises(CannotOpen, match="interrupted"):
        open_db(interrupted, clinic.keys.data, readonly=True)


def test_a_library_that_is_too_old_is_refused(closed, monkeypatch):
    monkeypatch.setattr(connection.sqlcipher, "sqlite_version_info", (3, 51, 2))
    assert "too old" in refused_unchanged(*closed)


def test_a_setting_that_does_not_hold_is_refused(closed, monkeypatch):
    monkeypatch.setitem(connection._PRAGMAS, "journal_mode", ("TRUNCATE", "wal"))
    assert "journal_mode" in refused_unchanged(*closed)


def test_a_file_with_the_smaller_pages_of_before_still_opens_and_keeps_them(tmp_path):
    path = tmp_path / "before.db"
    made = open_db(path, KEY, create=True, page_bytes=4_096)
    made.execute_sql("CREATE TABLE dose (mg INTEGER)")
    made.close()
    db = open_db(path, KEY)
    assert (db.page_bytes, db.value("PRAGMA page_size")) == (4_096, "4096")
    db.execute_sql("INSERT INTO dose VALUES (240)")
    db.close()
    db = open_db(path, KEY)
    assert db.value("SELECT mg FROM dose") == 240
    assert integrity_problems(db) == []
    db.close()


@pytest.mark.parametrize("page_bytes", [4_096, PAGE_BYTES])
def test_what_a_killed_save_left_is_undone_at_either_size_of_page(tmp_path, page_bytes):
    path, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    db = open_db(path, KEY, create=True, page_bytes=page_bytes)
    db.execute_sql("CREATE TABLE note (text TEXT)")
    db.execute_sql("INSERT INTO note VALUES ('kept')")
    db.execute_sql("PRAGMA cache_size = 10")  # so that the transaction reaches the file
    db.execute_sql("PRAGMA cache_spill = 1")
    with suppress(ZeroDivisionError), db.atomic():
        db.execute_sql("UPDATE note SET text = 'lost'")
        for _ in range(200):
            db.execute_sql("INSERT INTO note VALUES (?)", ("x" * 5_000,))
        shutil.copy(path, killed)
        shutil.copy(f"{path}-journal", f"{killed}-journal")
        raise ZeroDivisionError
    db.close()
    db = open_db(killed, KEY)
    assert db.execute_sql("SELECT text FROM note").fetchall() == [("kept",)]
    assert integrity_problems(db) == []
    db.close()
