# SPDX-License-Identifier: MIT
"""Checks the whole database: pages, references, audit trail, each row, what is derived from them.

Reads in slices (one chart at a time), so that a save never waits long. Never repairs anything.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from tracker.domain.errors import CannotOpen
from tracker.domain.follow_up import due_items
from tracker.domain.records import RECORD_KINDS
from tracker.domain.records.base import Record
from tracker.domain.summary import NO_SUMMARY, summary_of
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store import audit
from tracker.store.audit import Finding, Latest, RecordKey, content_text
from tracker.store.charts import CHART_KINDS, chart, chart_rows, kinds_listed
from tracker.store.connection import EncryptedDatabase, integrity_problems
from tracker.store.due import stored_dues
from tracker.store.faults import StorageFault, named_faults
from tracker.store.heads import Head
from tracker.store.mapping import audited, row_columns
from tracker.store.opening import kept_in_trail
from tracker.store.patient_line import stored_summary
from tracker.store.queries import patient_ids

Row = tuple[Any, ...]

_SAID = "SELECT content FROM audit WHERE action IN ('create profile', 'migrate')"
_KEYS = "SELECT keys FROM patient_search WHERE patient = ?"


def verify(
    db: EncryptedDatabase, mac_key: bytes, head: Head | None, opened_with: Iterable[Finding] = ()
) -> list[Finding]:
    """Everything that is wrong with the database; an empty list means sound.

    Args:
        db: open.
        mac_key: of the audit trail.
        head: its sealed end, or None when that is missing.
        opened_with: what opening found. It stands as it was then: the entry of that opening is in
            the trail since.
    """
    known = list(opened_with)
    findings = [Finding("file", message) for message in integrity_problems(db)]
    try:
        with named_faults():
            findings += audit.verify(db, mac_key, head, lambda latest: _reconcile(db, latest))
    except StorageFault as fault:
        findings += [Finding("file", problem.message) for problem in fault.problems]
    codes = {finding.code for finding in known}
    return [*known, *(finding for finding in findings if finding.code not in codes)]


def _reconcile(db: EncryptedDatabase, latest: Mapping[RecordKey, Latest]) -> Iterator[Finding]:
    """Compares each row with its newest audit entry, and what is derived with the chart."""
    without_row = dict(latest)
    for patient in patient_ids(db):
        rows = chart_rows(db, patient, CHART_KINDS)
        yield from _compared(rows, without_row)
        yield from _unlisted(db, patient, {kind for kind, _ in rows[1:]})
        yield from _list_findings(db, patient)
    yield from _compared(_clinic_rows(db), without_row)
    yield from _described_otherwise(db)
    for kind, _, record in without_row:
        yield _finding("row-missing", _MISSING, kind, record)


def _compared(
    rows: Iterable[tuple[type[Record], Row]], latest: dict[RecordKey, Latest]
) -> Iterator[Finding]:
    for kind, values in rows:
        row = dict(zip(row_columns(kind), values, strict=True))
        said = latest.pop((kind.kind, row.get("patient"), row["id"]), None)
        if said is None:
            yield _finding("row-unaudited", _UNAUDITED, kind.kind, row["id"])
        elif said[:2] != (row["revision"], content_text(audited(row))):
            yield _finding("row-changed", _CHANGED, kind.kind, row["id"])
        elif said[2:] != (row["recorded_at"], row["recorded_by"]):
            yield _finding("row-resigned", _RESIGNED, kind.kind, row["id"])


def _described_otherwise(db: EncryptedDatabase) -> Iterator[Finding]:
    """Holds what the database says of itself against each entry that says the same."""
    stored = kept_in_trail(db)
    said = (json.loads(content or "{}") for (content,) in db.execute_sql(_SAID).fetchall())
    others = {(n, each[n]) for each in said for n in stored if each.get(n, stored[n]) != stored[n]}
    for name, was in sorted(others):
        values = {"name": name, "is": stored[name], "was": was}
        yield Finding("profile-changed", Message(_DESCRIBED, values))


def _unlisted(db: EncryptedDatabase, patient: UUID, stored: set[type[Record]]) -> Iterator[Finding]:
    for kind in sorted(kind.kind for kind in stored.difference(kinds_listed(db, patient))):
        yield Finding("kind-unlisted", Message(_UNLISTED, {"kind": kind, "patient": str(patient)}))


def _list_findings(db: EncryptedDatabase, patient: UUID) -> Iterator[Finding]:
    try:
        found = chart(db, patient)
    except CannotOpen as error:
        yield from (Finding("row-unreadable", problem.message) for problem in error.problems)
        return
    counts, mrn = found.patient.is_current, found.patient.record.mrn
    if set(stored_dues(db, patient)) != set(due_items(found) if counts else ()):
        yield Finding("due-stale", Message(_STALE, {"mrn": mrn}))
    if stored_summary(db, patient) != (summary_of(found) if counts else NO_SUMMARY):
        yield Finding("line-stale", Message(_LINE_STALE, {"mrn": mrn}))
    keys = db.execute_sql(_KEYS, (patient.bytes,)).fetchone()
    if counts and not _is_found_by(mrn, keys[0] if keys else ""):
        yield Finding("search-stale", Message(_SEARCH_STALE, {"mrn": mrn}))


def _is_found_by(mrn: str, keys: str) -> bool:
    """Whether the search knows a hospital number; other folded forms are the service's affair."""
    first = " ".join(mrn.casefold().split())
    return keys.startswith(first) if mrn.isascii() else bool(keys)


def _clinic_rows(db: EncryptedDatabase) -> Iterator[tuple[type[Record], Row]]:
    for kind in RECORD_KINDS:
        if kind.of_clinic:
            columns = ", ".join(row_columns(kind))
            sql = f"SELECT {columns} FROM {kind.kind}"  # noqa: S608 - declared names
            yield from ((kind, row) for row in db.execute_sql(sql).fetchall())


_DESCRIBED = QT_TRANSLATE_NOOP(
    "Message",
    "The file says of itself: {name} “{is}”; its audit trail says “{was}”. It was changed by "
    "something other than this program.",
)
_UNAUDITED = QT_TRANSLATE_NOOP(
    "Message",
    "{kind} {record}: the audit trail knows nothing of it. It was not entered with this program.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "Message",
    "{kind} {record}: it is not what the audit trail says was saved last. It was changed by "
    "something other than this program.",
)
_RESIGNED = QT_TRANSLATE_NOOP(
    "Message",
    "{kind} {record}: the time or the person of its last change is not what the audit trail says. "
    "It was changed by something other than this program.",
)
_MISSING = QT_TRANSLATE_NOOP(
    "Message",
    "{kind} {record}: it was removed from the database. The audit trail still holds its content.",
)
_UNLISTED = QT_TRANSLATE_NOOP(
    "Message",
    "{kind} of patient {patient}: the chart does not show these records, though they are stored. "
    "Do not rely on this chart, and tell IT: the file was changed by something other than this "
    "program.",
)
_STALE = QT_TRANSLATE_NOOP(
    "Message",
    "Patient {mrn}: the day list does not agree with the chart. Saving any record of the chart "
    "brings it up to date.",
)
_LINE_STALE = QT_TRANSLATE_NOOP(
    "Message",
    "Patient {mrn}: the list of patients does not agree with the chart. Saving any record of the "
    "chart brings it up to date.",
)


_SEARCH_STALE = QT_TRANSLATE_NOOP(
    "Message",
    "Patient {mrn}: the search does not find this number. The patient is in the list of all "
    "patients; saving name or number again brings the search up to date.",
)


def _finding(code: str, text: str, kind: str, record: bytes) -> Finding:
    return Finding(code, Message(text, {"kind": kind, "record": str(UUID(bytes=record))}))
