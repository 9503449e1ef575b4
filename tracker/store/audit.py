# SPDX-License-Identifier: MIT
"""The audit trail: chains of entries, each vouching for the one before with a key of its own.

An entry is written in the transaction of what it describes. The end of every chain is sealed in
a file outside the database, so that entries cut off at the end, or a whole old file, are missed.
"""

import hmac
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.connection import EncryptedDatabase
from tracker.store.heads import End, Head
from tracker.store.sealed import canonical
from tracker.store.tombstones import (
    ACTION,
    Erased,
    Place,
    erased_by,
    is_complete,
    is_tombstone,
    tombstone,
)

_START = bytes(32)  # stands for the mac before the first entry
_SLICE = 2_000  # entries read at once: about 10 ms, so that a save never waits long
_COLUMNS = (
    "chain, seq, at, actor, role, action, kind, patient, record, revision, reason, content, schema"
)
_INSERT = (
    f"INSERT INTO audit ({_COLUMNS}, mac)"  # noqa: S608 - a constant
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ERASE = "UPDATE audit SET reason = NULL, content = ? WHERE chain = ? AND seq = ?"
_END = "SELECT seq, mac FROM audit WHERE chain = ? ORDER BY seq DESC LIMIT 1"
_MAC = "SELECT mac FROM audit WHERE chain = ? AND seq = ?"
_NEXT_CHAIN = "SELECT chain FROM audit WHERE chain > ? ORDER BY chain LIMIT 1"
_NEXT_SLICE = (
    f"SELECT {_COLUMNS}, mac FROM audit"  # noqa: S608 - a constant
    f" WHERE chain = ? AND seq > ? ORDER BY seq LIMIT {_SLICE}"
)
_HISTORY = (
    f"SELECT {_COLUMNS} FROM audit"  # noqa: S608 - a constant
    " WHERE patient IS ? AND record = ? ORDER BY revision, at, seq"
)
_OF_PATIENT = (
    f"SELECT {_COLUMNS} FROM audit"  # noqa: S608 - a constant
    " WHERE patient = ? ORDER BY julianday(at) DESC, chain, seq DESC LIMIT ? OFFSET ?"
)


class Entry(NamedTuple):
    """One line of the trail, in the order of the columns.

    Attributes:
        chain: of the profile that wrote it, 16 bytes.
        seq: from 1, without a gap within the chain.
        at: instant as ISO 8601 with the offset of the place.
        actor: name of the user.
        role: of the user at that time.
        action: what was done, for example "add", "amend", "view".
        kind: of the record, or None when the entry is about no record.
        patient: 16 bytes, or None.
        record: 16 bytes, or None.
        revision: of the record that this entry describes.
        reason: as typed.
        content: canonical JSON of the record's new columns; see ``content_text``.
        schema: name of the newest migration when it was written.
    """

    chain: bytes
    seq: int
    at: str
    actor: str
    role: str
    action: str
    kind: str | None
    patient: bytes | None
    record: bytes | None
    revision: int | None
    reason: str | None
    content: str | None
    schema: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the trail or with a row it describes; never repaired.

    ``code`` is stable, for tests and scripts.
    """

    code: str
    message: Message


class Latest(NamedTuple):
    """What the trail says a record holds now, and who made it so."""

    revision: int
    content: str | None
    at: str
    by: str


RecordKey = tuple[str, bytes | None, bytes]  # kind, patient, record
Reconcile = Callable[[Mapping[RecordKey, Latest]], Iterable[Finding]]


def content_text(columns: Mapping[str, object]) -> str:
    """Canonical JSON of a record's columns; empty ones are left out.

    Leaving them out keeps old entries true when a migration adds a column.
    """
    return canonical({name: value for name, value in columns.items() if value is not None})


def entry_mac(mac_key: bytes, previous: bytes, entry: tuple[Any, ...]) -> bytes:
    """HMAC-SHA256 over the mac of the entry before (32 bytes) and the canonical entry."""
    return hmac.digest(mac_key, previous + canonical(entry).encode(), "sha256")


class Trail:
    """Writes the chain of this profile.

    Args:
        db: the open database.
        chain: 16 bytes, ``Head.chain``: random, made at first run and at each restore.
        mac_key: ``Keys.mac``.
        schema: name of the newest migration.
    """

    def __init__(self, db: EncryptedDatabase, chain: bytes, mac_key: bytes, schema: str) -> None:
        self._db = db
        self._chain = chain
        self._mac_key = mac_key
        self._schema = schema

    def append(
        self,
        *,
        at: datetime,
        actor: str,
        role: str,
        action: str,
        kind: str | None = None,
        patient: UUID | None = None,
        record: UUID | None = None,
        revision: int | None = None,
        reason: str | None = None,
        columns: Mapping[str, object] | None = None,
    ) -> int:
        """Adds an entry within the caller's transaction and returns its number in the chain.

        Args:
            at: now, with its offset.
            actor: name of the user.
            role: of the user.
            action: what was done.
            kind: of the record.
            patient: whose chart.
            record: its id.
            revision: the new one.
            reason: as typed.
            columns: the record's new columns, without those of the envelope.

        Raises:
            ValueError: ``at`` has no offset, or there is no transaction (a defect of the caller).
        """
        if at.tzinfo is None or not self._db.in_transaction():
            msg = "an audit entry needs an instant with its offset, and a transaction"
            raise ValueError(msg)
        # Read each time (about 0.02 ms): a rollback or another connection may have moved the end.
        end = self._db.execute_sql(_END, (self._chain,)).fetchone()
        seq, previous = (end[0] + 1, end[1]) if end else (1, _START)
        entry = Entry(
            self._chain,
            seq,
            at.isoformat(timespec="milliseconds"),
            actor,
            role,
            action,
            kind,
            _raw(patient),
            _raw(record),
            revision,
            reason,
            None if columns is None else content_text(columns),
            self._schema,
        )
        self._db.execute_sql(_INSERT, (*entry, entry_mac(self._mac_key, previous, entry)))
        return seq

    def erase(self, rows: Iterable[tuple[Any, ...]], *, by: int) -> None:
        """Takes reason and content out of entries; the entry ``by`` of this chain records it.

        Args:
            rows: the entries, each with its mac behind its columns.
            by: the number of the entry that was written for it.
        """
        for *columns, mac in rows:
            entry = Entry(*columns)
            content = tombstone(self._mac_key, entry, mac, Place(self._chain, by))
            self._db.execute_sql(_ERASE, (content, entry.chain, entry.seq))


def ends(db: EncryptedDatabase) -> dict[bytes, End]:
    """The last entry of every chain in the database: what ``heads.write_head`` seals."""
    found = {}
    for chain in chains(db):
        last = db.execute_sql(_END, (chain,)).fetchone()
        if last:
            found[chain] = End(*last)
    return found


def code(end: End | None) -> str:
    """Eight digits of the last entry of a chain, for printed pages; "–" without an entry.

    Whoever holds such a page can tell whether the trail was rewritten before that entry.
    """
    digits = end.mac[:4].hex().upper() if end else ""
    return f"{digits[:4]}-{digits[4:]}" if digits else "–"


def history(db: EncryptedDatabase, patient: UUID | None, record: UUID) -> list[Entry]:
    """The entries of one record, oldest revision first."""
    rows = db.execute_sql(_HISTORY, (_raw(patient), record.bytes)).fetchall()
    return [Entry(*row) for row in rows]


def of_patient(db: EncryptedDatabase, patient: UUID, limit: int, skip: int) -> list[Entry]:
    """The entries about one patient, newest first, the first ``skip`` left out."""
    rows = db.execute_sql(_OF_PATIENT, (patient.bytes, limit, skip)).fetchall()
    return [Entry(*row) for row in rows]


def check_head(db: EncryptedDatabase, head: Head) -> list[Finding]:
    """Compares the database with the sealed head; cheap, for each opening.

    The database may be ahead of the head (a kill between the two), never behind, and must
    contain each sealed entry.
    """
    findings = []
    for chain, sealed in head.ends.items():
        last = db.execute_sql(_END, (chain,)).fetchone()
        last_seq = last[0] if last else 0
        found = db.execute_sql(_MAC, (chain, sealed.seq)).fetchone()
        if last_seq < sealed.seq:
            findings.append(_cut(chain, sealed.seq - last_seq, head.at))
        elif found is None or found[0] != sealed.mac:
            findings.append(_rewritten(chain, sealed.seq))
    return findings


def verify(
    db: EncryptedDatabase,
    mac_key: bytes,
    head: Head | None,
    reconcile: Reconcile | None = None,
) -> list[Finding]:
    """Checks every entry of every chain; about 1.3 s for 100,000 entries, read in slices.

    Args:
        db: the open database.
        mac_key: ``Keys.mac``.
        head: the sealed head, or None when there is none: a finding, never a refusal.
        reconcile: compares the rows of the tables with what the trail says of each record.

    Returns:
        What was found, chain by chain; an empty list means sound.
    """
    findings: list[Finding] = []
    latest: dict[RecordKey, Latest] = {}
    erasures = _Erasures()
    for chain in chains(db):
        checked = _Chain(chain, mac_key, erasures)
        for row in _rows(db, chain):
            checked.take(row)
            _remember(latest, Entry(*row[:-1]))
        findings += checked.findings()
    findings += erasures.findings()
    if head is not None:
        findings += check_head(db, head)
    elif _has_entries(db):
        findings.append(_no_head())
    if reconcile is not None:
        findings += reconcile(latest)
    return findings


class _Chain:
    """Walks one chain and gathers neighbouring faults into one finding."""

    def __init__(self, chain: bytes, mac_key: bytes, erasures: "_Erasures") -> None:
        self._chain = chain
        self._mac_key = mac_key
        self._erasures = erasures
        self._seq = 0
        self._mac = _START
        self._missing: list[tuple[int, int]] = []
        self._changed: list[tuple[int, int]] = []

    def take(self, row: tuple[Any, ...]) -> None:
        entry, found = row[:-1], row[-1]
        seq: int = entry[1]
        if seq != self._seq + 1:
            # the entry after a gap cannot be proven: the mac before it is gone
            self._missing.append((self._seq + 1, seq - 1))
        elif hmac.compare_digest(found, entry_mac(self._mac_key, self._mac, entry)):
            if entry[5] == ACTION:
                self._erasures.note_recorded(Entry(*entry))
        elif by := erased_by(self._mac_key, entry, found):
            self._erasures.note_erased(by, Erased(Place(self._chain, seq), found))
        else:
            self._note_changed(seq)
        self._seq, self._mac = seq, found

    def findings(self) -> Iterator[Finding]:
        for first, last in self._missing:
            yield _missing(self._chain, first, last)
        for first, last in self._changed:
            yield _changed(self._chain, first, last)

    def _note_changed(self, seq: int) -> None:
        if self._changed and self._changed[-1][1] == seq - 1:
            self._changed[-1] = (self._changed[-1][0], seq)
        else:
            self._changed.append((seq, seq))


class _Erasures:
    """Holds what was erased against the entries that record it."""

    def __init__(self) -> None:
        self._recorded: dict[Place, Entry] = {}
        self._erased: dict[Place, list[Erased]] = {}

    def note_recorded(self, entry: Entry) -> None:
        """Takes in the entry of an erasure that is proven."""
        self._recorded[Place(entry.chain, entry.seq)] = entry

    def note_erased(self, by: Place, erased: Erased) -> None:
        """Takes in an entry that says by which one it was erased."""
        self._erased.setdefault(by, []).append(erased)

    def findings(self) -> Iterator[Finding]:
        """Erased entries that nothing records, and records of more or other entries."""
        for by, erased in self._erased.items():
            if by not in self._recorded:
                yield _unrecorded(len(erased))
        for by, entry in self._recorded.items():
            if not is_complete(json.loads(entry.content or "{}"), self._erased.get(by, [])):
                yield _not_as_recorded(by)


def _remember(latest: dict[RecordKey, Latest], entry: Entry) -> None:
    if entry.kind is None or entry.record is None or entry.revision is None:
        return
    if is_tombstone(entry.content):  # a row that is there all the same is one nobody knows
        return
    key = (entry.kind, entry.patient, entry.record)
    known = latest.get(key)
    if known is None or entry.revision >= known.revision:
        latest[key] = Latest(entry.revision, entry.content, entry.at, entry.actor)


def chains(db: EncryptedDatabase) -> Iterator[bytes]:
    """Each chain, by jumping along the key: a DISTINCT would read the whole table."""
    chain = b""
    while row := db.execute_sql(_NEXT_CHAIN, (chain,)).fetchone():
        chain = row[0]
        yield chain


def _rows(db: EncryptedDatabase, chain: bytes) -> Iterator[tuple[Any, ...]]:
    seq = 0
    while rows := db.execute_sql(_NEXT_SLICE, (chain, seq)).fetchall():
        yield from rows
        seq = rows[-1][1]


def _has_entries(db: EncryptedDatabase) -> bool:
    return next(chains(db), None) is not None


def _raw(uuid: UUID | None) -> bytes | None:
    return None if uuid is None else uuid.bytes


def _short(chain: bytes) -> str:
    return chain.hex()[:8]


def _missing(chain: bytes, first: int, last: int) -> Finding:
    return Finding(
        "entries-missing",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Audit trail {chain}: entries missing: {n} (numbers {first} to {last}).",
            ),
            {"chain": _short(chain), "n": last - first + 1, "first": first, "last": last},
        ),
    )


def _changed(chain: bytes, first: int, last: int) -> Finding:
    return Finding(
        "entries-changed",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Audit trail {chain}: entries {first} to {last} were changed after they were "
                "written.",
            ),
            {"chain": _short(chain), "first": first, "last": last},
        ),
    )


def _unrecorded(n: int) -> Finding:
    return Finding(
        "erasure-unrecorded",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Audit trail: entries erased: {n}; the entry that records it is missing.",
            ),
            {"n": n},
        ),
    )


def _not_as_recorded(by: Place) -> Finding:
    return Finding(
        "erasure-differs",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Audit trail {chain}: entry {seq} records an erasure, and other entries than those "
                "it erased are without content now.",
            ),
            {"chain": _short(by.chain), "seq": by.seq},
        ),
    )


def _cut(chain: bytes, n: int, at: str) -> Finding:
    return Finding(
        "entries-cut-off",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Audit trail {chain}: entries missing at the end: {n}. They were there at {at}; "
                "the database may be an older copy.",
            ),
            {"chain": _short(chain), "n": n, "at": at},
        ),
    )


def _rewritten(chain: bytes, seq: int) -> Finding:
    return Finding(
        "chain-rewritten",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Audit trail {chain}: entry {seq} is not the one that was sealed; "
                "the trail was rewritten.",
            ),
            {"chain": _short(chain), "seq": seq},
        ),
    )


def _no_head() -> Finding:
    return Finding(
        "head-missing",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The sealed end of the audit trail (head.json) is missing or damaged, so it "
                "cannot be told whether entries were cut off. The program works on; "
                "tell IT, and compare with the last backup.",
            )
        ),
    )
