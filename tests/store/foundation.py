# SPDX-License-Identifier: MIT
"""A small real profile for the tests of the store's foundation: keys, file, audit trail."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from tracker.domain.roles import Role
from tracker.store.audit import Trail, ends
from tracker.store.connection import EncryptedDatabase, open_db
from tracker.store.files import Profile
from tracker.store.heads import Head, new_chain, write_head
from tracker.store.keyring import Keyring
from tracker.store.slots import Kdf, Keys, User

# Real Argon2id at the least cost it accepts: the suite derives hundreds of keys.
CHEAP = Kdf(memory=8, passes=1, lanes=1)
NOW = datetime(2024, 11, 26, 9, 30, tzinfo=UTC)
DATABASE_ID = UUID("01935e2a-0000-7000-8000-00000000c11c")
PATIENT = UUID("01935e2a-0000-7000-8000-000000000001")
RECORD = UUID("01935e2a-0000-7000-8000-000000000002")
ADMIN = User(UUID("01935e2a-0000-7000-8000-00000000ad01"), "Synthetic Admin", Role.ADMINISTRATOR)
NURSE = User(UUID("01935e2a-0000-7000-8000-00000000ad02"), "Synthetic Nurse", Role.NURSE)
PASSPHRASE = "copper lantern drifts over maize"
OTHER_PASSPHRASE = "seven quiet otters mend a fence"
NEEDLE = "Needleperson"  # a synthetic name that must never be readable in a file

_TABLES = """
CREATE TABLE dose (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mg INTEGER NOT NULL) STRICT;
CREATE TABLE audit (
    chain BLOB NOT NULL CHECK (length(chain) = 16),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT,
    patient BLOB CHECK (length(patient) = 16),
    record BLOB CHECK (length(record) = 16),
    revision INTEGER CHECK (revision >= 1),
    reason TEXT,
    content TEXT,
    schema TEXT NOT NULL,
    mac BLOB NOT NULL CHECK (length(mac) = 32),
    PRIMARY KEY (chain, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_record ON audit (patient, record, revision)
"""


def keyring_of(path: Path) -> Keyring:
    """The keyring at the tests' cost."""
    return Keyring(path, kdf=CHEAP, floor=CHEAP)


@dataclass
class Clinic:
    """An open profile with one table of doses and their audit trail."""

    profile: Profile
    keys: Keys
    code: str
    db: EncryptedDatabase
    trail: Trail
    chain: bytes

    @classmethod
    def make(cls, folder: Path) -> "Clinic":
        folder.mkdir(parents=True, exist_ok=True)
        profile = Profile(folder)
        keys, code = keyring_of(profile.keyring).create(DATABASE_ID, ADMIN, PASSPHRASE)
        db = open_db(profile.database, keys.data, create=True)
        with db.atomic():
            for statement in _TABLES.split(";\n"):
                db.execute_sql(statement)
        chain = new_chain()
        trail = Trail(db, chain, keys.mac, "0001_initial")
        return cls(profile, keys, code, db, trail, chain)

    def record_doses(self, count: int, *, first: int = 1) -> None:
        """Records doses of 240 mg, each with its audit entry in the same transaction."""
        for n in range(first, first + count):
            with self.db.atomic():
                self.db.execute_sql("INSERT INTO dose VALUES (?, ?, ?)", (n, NEEDLE, 240))
                self.trail.append(
                    at=NOW + timedelta(minutes=n),
                    actor=ADMIN.name,
                    role=ADMIN.role.value,
                    action="add",
                    kind="dose",
                    patient=PATIENT,
                    record=UUID(int=n),
                    revision=1,
                    columns={"name": NEEDLE, "mg": 240, "note": None},
                )

    def seal(self) -> Head:
        return write_head(self.profile.head, self.keys, self.chain, ends(self.db), at=NOW)

    def doses(self) -> list[tuple[int, int]]:
        return self.db.execute_sql("SELECT id, mg FROM dose ORDER BY id").fetchall()


def needles_in(folder: Path) -> list[str]:
    """Files under ``folder`` in which the synthetic name, or any key word, can be read."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if any(NEEDLE.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be")):
                found.append(path.name)
    return found
