# SPDX-License-Identifier: MIT
"""A database is brought to the schema of the program on a copy, or not at all."""

import shutil
from pathlib import Path

import pytest

from tests.store.conftest import add, make_store, open_store
from tests.store.foundation import NOW
from tracker.domain.errors import CannotOpen
from tracker.store import backup, schema
from tracker.store.files import Profile
from tracker.store.schema import HISTORY, MIGRATIONS, migrate_profile

ADDS_A_COLUMN = """
from tracker.store.schema import execute

def up(_migrator, db):
    execute(db, "ALTER TABLE visit ADD COLUMN mood TEXT;")
"""
REBUILDS_A_PARENT = '''
from tracker.store.schema import execute

def up(_migrator, db):
    execute(db, """
        CREATE TABLE new_meta (name TEXT NOT NULL PRIMARY KEY, value TEXT) {options};
        INSERT INTO new_meta SELECT * FROM meta;
        DROP TABLE meta;
        ALTER TABLE new_meta RENAME TO meta;
    """)
'''
LOSES_THE_PATIENTS = """
from tracker.store.schema import execute

def up(_migrator, db):
    execute(db, "DELETE FROM patient_search; DELETE FROM patient;")
"""
STOPS_HALF_WAY = """
from tracker.store.schema import execute

def up(_migrator, db):
    execute(db, "ALTER TABLE visit ADD COLUMN mood TEXT;")
    raise ZeroDivisionError
"""


@pytest.fixture
def profile(tmp_path):
    """A closed profile with one chart."""
    store = make_store(tmp_path / "profile")
    patient = add(store, "patient", mrn="A-1").id
    add(store, "visit", patient, date="2024-11-05", contact="visit")
    store.close(NOW)
    return Profile(tmp_path / "profile")


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Makes the program one migration newer."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def make(text):
        (folder / "9999_next.py").write_text(text, "utf-8")
        for function in (schema.pending_migrations, schema.known_migrations, migrate_profile):
            place = "__kwdefaults__" if function is migrate_profile else "__defaults__"
            value = {"folder": folder} if function is migrate_profile else (folder,)
            monkeypatch.setattr(function, place, value)

    return make


def files(profile):
    """Every file of a profile with its bytes, apart from its backups."""
    return {path.name: path.read_bytes() for path in profile.folder.glob("*") if path.is_file()}


def test_a_database_of_a_newer_program_is_refused_and_not_touched(profile):
    store = open_store(profile.folder)
    store._db.execute_sql(f"INSERT INTO {HISTORY} (name, applied) VALUES ('9999_next', '')")
    store.close(NOW)
    before = files(profile)
    for readonly in (True, False):
        with pytest.raises(CannotOpen, match=r"newer version.*9999_next"):
            open_store(profile.folder, readonly=readonly)
    assert files(profile) == before


@pytest.mark.parametrize("text", [ADDS_A_COLUMN, REBUILDS_A_PARENT])
def test_an_older_database_is_backed_up_migrated_and_sound(profile, next_version, text):
    next_version(text)
    store = open_store(profile.folder)
    assert store.schema == "9999_next"
    assert store.verify() == []
    assert [line.mrn for line in store.patients(10)] == ["A-1"]
    assert len(list((profile.folder / "backups").glob("*.backup"))) == 1
    store.close(NOW)
    assert not (profile.folder / ".migrating").exists()


@pytest.mark.parametrize(
    ("text", "error"), [(LOSES_THE_PATIENTS, CannotOpen), (STOPS_HALF_WAY, ZeroDivisionError)]
)
def test_a_migration_that_fails_leaves_the_old_database(profile, next_version, text, error):
    before = files(profile)
    next_version(text)
    with pytest.raises(error):
        open_store(profile.folder)
    assert files(profile) == before


def test_a_kill_before_the_exchange_leaves_the_old_database(profile, next_version, monkeypatch):
    before = files(profile)
    next_version(ADDS_A_COLUMN)

    def kill(_self, _target):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(backup, "make_backup", lambda *_args, **_named: None)
        patch.setattr(Path, "replace", kill)
        with pytest.raises(KeyboardInterrupt):
            open_store(profile.folder)
    assert files(profile) == before
    store = open_store(profile.folder)
    assert store.schema == "9999_next"
    store.close(NOW)


def test_what_a_kill_left_behind_is_no_obstacle(profile, next_version):
    (profile.folder / ".migrating").mkdir()
    (profile.folder / ".migrating" / "tracker.db").write_bytes(b"half a copy")
    next_version(ADDS_A_COLUMN)
    store = open_store(profile.folder)
    assert store.verify() == []
    store.close(NOW)


def test_reading_alone_does_not_migrate(profile, next_version):
    before = files(profile)
    next_version(ADDS_A_COLUMN)
    with pytest.raises(CannotOpen, match="older version"):
        open_store(profile.folder, readonly=True)
    assert files(profile) == before


BEFORE_0031 = """
    DROP TABLE attribution;
    CREATE TABLE attribution (
        patient {blob} NOT NULL REFERENCES patient (patient),
        id {blob} NOT NULL CHECK (length(id) = 16),
        revision INTEGER NOT NULL, status TEXT NOT NULL,
        recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL, source TEXT, note TEXT,
        adverse_event {blob} NOT NULL, treatment TEXT NOT NULL, certainty TEXT NOT NULL,
        PRIMARY KEY (patient, id),
        FOREIGN KEY (patient, adverse_event) REFERENCES adverse_event (patient, id)
    ) {options}
"""


def test_a_cause_that_was_recorded_in_words_stays_as_it_was_written(profile):
    store = open_store(profile.folder)
    patient = store.patients(1)[0].patient
    event = add(store, "adverse_event", patient, term="Vomiting", onset="2019-04")
    texts = {"adverse_event": str(event.id), "treatment": "TP, cycle 1", "certainty": "certain"}
    was = add(store, "attribution", patient, **texts)
    columns = (
        "patient, id, revision, status, recorded_at, recorded_by, source, note, adverse_event,"
        " treatment, certainty"
    )
    rows = store._db.execute_sql(f"SELECT {columns} FROM attribution").fetchall()
    schema.execute(store._db, BEFORE_0031)
    store._db.execute_sql(f"INSERT INTO attribution VALUES ({', '.join('?' * 11)})", rows[0])
    store._db.execute_sql(f"DELETE FROM {HISTORY} WHERE name = '0031_attribution'")
    store.close(NOW)
    upgraded = open_store(profile.folder)
    assert upgraded.chart(patient).of(type(was.record)) == (was,)
    assert upgraded.verify() == []
    upgraded.close(NOW)
