# SPDX-License-Identifier: MIT
"""The whole audit trail, newest first, a page at a time: each chain by its key, then merged.

A chain is in the order in which it was written, whatever the clock said; chains of several
computers are merged by the instant.
"""

import heapq
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tracker.domain.envelope import Place, TrailFilter, TrailLine
from tracker.store.audit import Entry, chains
from tracker.store.connection import EncryptedDatabase
from tracker.store.tombstones import is_tombstone, recorded_at

_PAGE = """
SELECT chain, seq, at, actor, role, action, kind, patient, record, revision, reason, content, schema
FROM audit WHERE chain = ? AND seq < ?{conditions} ORDER BY seq DESC LIMIT ?
"""
_FIRST = "SELECT at FROM audit WHERE chain = ? ORDER BY seq LIMIT 1"
_BEFORE = """
SELECT content FROM audit WHERE patient IS ? AND record = ? AND revision < ?
ORDER BY revision DESC LIMIT 1
"""
_WORDS = "SELECT DISTINCT actor, action FROM audit"
_START = 1 << 62


class TrailPages:
    """The audit trail of an open database, for people to read."""

    def __init__(self, db: EncryptedDatabase) -> None:
        self._db = db

    def page(self, asked: TrailFilter, limit: int, after: Place = ()) -> list[TrailLine]:
        """The newest lines that match, from the place where the page before ended."""
        known = dict(after)
        conditions, values = _conditions(asked)
        sql = _PAGE.format(conditions=conditions)
        found = [
            self._entries(sql, chain, known.get(chain, _START), *values, limit)
            for chain in chains(self._db)
        ]
        newest = heapq.merge(
            *found, key=lambda entry: datetime.fromisoformat(entry.at), reverse=True
        )
        return [self._line(entry) for entry, _ in zip(newest, range(limit), strict=False)]

    def began(self) -> datetime | None:
        """When the first entry of all was written; None in a trail without one."""
        first = [self._rows(_FIRST, chain) for chain in chains(self._db)]
        return min((datetime.fromisoformat(at) for rows in first for (at,) in rows), default=None)

    def words(self) -> tuple[list[str], list[str]]:
        """Every person and every action: what a filter offers."""
        found = list(self._rows(_WORDS))
        return sorted({actor for actor, _ in found}), sorted({action for _, action in found})

    def _line(self, entry: Entry) -> TrailLine:
        return TrailLine(
            chain=entry.chain,
            seq=entry.seq,
            at=datetime.fromisoformat(entry.at),
            by=entry.actor,
            role=entry.role,
            action=entry.action,
            kind=entry.kind,
            patient=UUID(bytes=entry.patient) if entry.patient else None,
            record=UUID(bytes=entry.record) if entry.record else None,
            revision=entry.revision,
            reason=entry.reason,
            changes=tuple(_changes(self._old(entry), _content(entry.content))),
        )

    def _old(self, entry: Entry) -> dict[str, Any]:
        if entry.record is None or entry.revision is None or entry.revision < 2:
            return {}
        found = self._rows(_BEFORE, entry.patient, entry.record, entry.revision)
        return _content(found[0][0]) if found else {}

    def _entries(self, sql: str, *values: object) -> list[Entry]:
        return [Entry(*row) for row in self._rows(sql, *values)]

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._db.execute_sql(sql, values).fetchall()
        return rows


def _conditions(asked: TrailFilter) -> tuple[str, list[object]]:
    parts: Mapping[str, object] = {
        "actor = ?": asked.person,
        "action = ?": asked.action,
        "patient = ?": asked.patient.bytes if asked.patient else None,
        "substr(at, 1, 10) >= ?": _text(asked.first),
        "substr(at, 1, 10) <= ?": _text(asked.last),
    }
    chosen = {sql: value for sql, value in parts.items() if value is not None}
    return "".join(f" AND {sql}" for sql in chosen), list(chosen.values())


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _content(text: str | None) -> dict[str, Any]:
    if is_tombstone(text):
        return {"erased": recorded_at(text or "")}
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def _changes(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys((*new, *old)):
        before, after = (str(each.get(name, "")) for each in (old, new))
        if before != after:
            yield name, before, after
