# SPDX-License-Identifier: MIT
"""The memory of calendar files: which events they were given, and in which version."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.store.connection import EncryptedDatabase

_ALL = (
    "SELECT key, first_day, last_day, masked, said, sequence, cancelled FROM calendar_event"
    " ORDER BY first_day, key"
)
_FORGET = "DELETE FROM calendar_event"
_KEEP = "INSERT INTO calendar_event VALUES (?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class SentEvent:
    """An event as the last calendar file had it.

    Attributes:
        key: that of the line of the day list.
        first, last: its days, both inclusive.
        masked: its words without a name, for the day it is cancelled.
        said: digest of the words it was given.
        sequence: its version, counted from 0.
        cancelled: it was called off.
    """

    key: UUID
    first: date
    last: date
    masked: str
    said: str
    sequence: int = 0
    cancelled: bool = False


def sent(db: EncryptedDatabase) -> list[SentEvent]:
    """Every event that a calendar may have, by day."""
    return [
        SentEvent(
            UUID(bytes=key),
            date.fromordinal(first),
            date.fromordinal(last),
            masked,
            said,
            sequence,
            bool(cancelled),
        )
        for key, first, last, masked, said, sequence, cancelled in db.execute_sql(_ALL).fetchall()
    ]


def remember(db: EncryptedDatabase, events: Iterable[SentEvent]) -> None:
    """Keeps these in the place of all before."""
    db.execute_sql(_FORGET)
    for event in events:
        row = (
            event.key.bytes,
            event.first.toordinal(),
            event.last.toordinal(),
            event.masked,
            event.said,
            event.sequence,
            int(event.cancelled),
        )
        db.execute_sql(_KEEP, row)
