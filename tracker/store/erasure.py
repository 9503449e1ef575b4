# SPDX-License-Identifier: MIT
"""Erasing one patient: every row, every file, and what the audit trail says of them.

The rows and the trail go in one transaction. What follows it (the files, and the pages written
anew) is noted in that transaction, so that a kill in between is made good at the next opening.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tracker.domain.envelope import Stamp
from tracker.domain.records import KINDS
from tracker.domain.text import is_named_in
from tracker.store.audit import Entry, Trail
from tracker.store.connection import EncryptedDatabase
from tracker.store.files import Profile, destroy
from tracker.store.opening import meta
from tracker.store.tombstones import ACTION, MARK, Erased, Place, digest, is_tombstone

_PENDING = "erasing"  # the files that are still to be removed
_COLUMNS = ", ".join(Entry._fields)
_TABLES = """
SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND m.name <> 'audit' AND c.name = 'patient' ORDER BY m.name
"""
_FILES = "SELECT file FROM document WHERE patient = ?"
_STILL_USED = "SELECT 1 FROM document WHERE file = ?"
_OF_PATIENT = (
    f"SELECT {_COLUMNS}, mac FROM audit"  # noqa: S608 - a constant
    f" WHERE patient = ? AND action <> '{ACTION}' AND coalesce(content, '') NOT LIKE '{MARK}'"
)
_OF_NOBODY = (
    f"SELECT {_COLUMNS}, mac FROM audit"  # noqa: S608 - a constant
    " WHERE patient IS NULL AND record IS NULL"
    " AND instr(coalesce(content, '') || ' ' || coalesce(reason, ''), ?)"
)
_IDENTITIES = (
    "SELECT json_extract(content, '$.mrn'), json_extract(content, '$.name'),"
    " json_extract(content, '$.name_latin') FROM audit WHERE patient = ? AND kind = 'patient'"
    " AND content IS NOT NULL"
)
_KEEP = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"
_FORGET = "DELETE FROM meta WHERE name = ?"


@dataclass(frozen=True, slots=True)
class Removed:
    """What an erasure took away.

    Attributes:
        rows: how many of each kind of record, kinds without one left out.
        entries: of the audit trail that lost their content and reason.
        files: of documents.
    """

    rows: dict[str, int]
    entries: int
    files: int


def erase(db: EncryptedDatabase, trail: Trail, stamp: Stamp, patient: UUID) -> Removed:
    """Removes a patient within the caller's transaction; call ``finish`` after it.

    Args:
        db: in a transaction.
        trail: of the same database; gets the entry that records the erasure.
        stamp: who does it, when, and why.
        patient: whose chart.
    """
    entries = list(_entries(db, patient))
    files = [row[0] for row in db.execute_sql(_FILES, (patient.bytes,)).fetchall()]
    db.execute_sql("PRAGMA defer_foreign_keys = 1")
    rows = {}
    for (table,) in db.execute_sql(_TABLES).fetchall():
        sql = f"DELETE FROM {table} WHERE patient = ?"  # noqa: S608 - from the schema
        gone = db.execute_sql(sql, (patient.bytes,)).rowcount
        if gone and table in KINDS:
            rows[table] = gone
    erased = [Erased(Place(row[0], row[1]), row[-1]) for row in entries]
    seq = trail.append(
        at=stamp.at,
        actor=stamp.by,
        role=stamp.role,
        action=ACTION,
        patient=patient,
        reason=stamp.reason,
        columns={
            "rows": ", ".join(f"{kind} {n}" for kind, n in rows.items()),
            "entries": str(len(entries)),
            "files": str(len(files)),
            "digest": digest(erased),
        },
    )
    trail.erase(entries, by=seq)
    db.execute_sql(_KEEP, (_PENDING, json.dumps([*_pending(db), *files])))
    return Removed(rows, len(entries), len(files))


def finish(db: EncryptedDatabase, profile: Profile) -> None:
    """Removes the files, and writes all pages anew: moved rows leave copies behind in them.

    Does nothing when no erasure is unfinished; safe to repeat after a kill.

    Raises:
        StorageFault: the disk is full or cannot be written to; the next opening tries again.
    """
    if not meta(db, _PENDING):
        return
    for name in _pending(db):
        if db.execute_sql(_STILL_USED, (name,)).fetchone() is None:
            destroy(profile.attachments / name)
    db.execute_sql("VACUUM")
    db.execute_sql(_FORGET, (_PENDING,))


def _pending(db: EncryptedDatabase) -> list[str]:
    names: list[str] = json.loads(meta(db, _PENDING) or "[]")
    return names


def _entries(db: EncryptedDatabase, patient: UUID) -> Iterator[tuple[Any, ...]]:
    """The entries about the patient, and those about no record that name him."""
    yield from db.execute_sql(_OF_PATIENT, (patient.bytes,)).fetchall()
    seen = set()
    for word in _identity(db, patient):
        for row in db.execute_sql(_OF_NOBODY, (word,)).fetchall():
            entry = Entry(*row[:-1])
            said = f"{entry.content or ''} {entry.reason or ''}"
            place = entry.chain, entry.seq
            if place not in seen and not is_tombstone(entry.content) and is_named_in(word, said):
                seen.add(place)
                yield row


def _identity(db: EncryptedDatabase, patient: UUID) -> set[str]:
    """Every number and name that the chart ever had."""
    rows = db.execute_sql(_IDENTITIES, (patient.bytes,)).fetchall()
    return {word for row in rows for word in row if word}
