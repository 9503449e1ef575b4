# SPDX-License-Identifier: MIT
"""What every stored record carries besides its content."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID

from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP

R_co = TypeVar("R_co", covariant=True)


class Status(Choice):
    """Whether a record counts. Nothing clinical is ever deleted."""

    CURRENT = "current", QT_TRANSLATE_NOOP("Choice", "current")
    ENTERED_IN_ERROR = "entered-in-error", QT_TRANSLATE_NOOP("Choice", "entered in error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored(Generic[R_co]):
    """A record with its envelope.

    Attributes:
        id: UUIDv7, unique everywhere.
        patient: the patient it belongs to; None for a record of the clinic.
        record: the clinical content.
        revision: 1 at first, one more with each amendment.
        recorded_at, recorded_by: of this revision; earlier ones are in the audit trail.
        source: where the content was taken from (page, section, letter, verbal).
        note: free text of the person who recorded it.
    """

    id: UUID
    patient: UUID | None
    record: R_co
    revision: int = 1
    status: Status = Status.CURRENT
    recorded_at: datetime
    recorded_by: str
    source: str | None = None
    note: str | None = None

    @property
    def is_current(self) -> bool:
        """False once the record was marked as entered in error."""
        return self.status is Status.CURRENT


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who stores something, when and why; ``at`` is an instant with its offset from UTC."""

    at: datetime
    by: str
    role: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Generic[R_co]):
    """A record on its way in: not stored yet."""

    record: R_co
    source: str | None = None
    note: str | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of a record's history, as the audit trail holds it.

    ``content`` maps field names to the text of their value; empty fields are absent.
    """

    revision: int
    at: datetime
    by: str
    role: str
    action: str
    reason: str | None
    content: dict[str, str]


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing that was done in a chart: who, when, to which record, and why.

    ``kind``, ``record`` and ``revision`` are None where no record was changed, as for a look.
    """

    at: datetime
    by: str
    role: str
    action: str
    kind: str | None
    record: UUID | None
    revision: int | None
    reason: str | None


Place = tuple[tuple[bytes, int], ...]
"""Where a page of the trail ended: the number of the last line of each chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailFilter:
    """Which lines of the audit trail are asked for; None leaves a condition out.

    ``first`` and ``last`` are days as the place's calendar said at the time, both inclusive.
    """

    person: str | None = None
    action: str | None = None
    patient: UUID | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailLine:
    """One line of the whole audit trail.

    ``changes`` holds the columns that are not as before: name, old text, new text.
    """

    chain: bytes
    seq: int
    at: datetime
    by: str
    role: str
    action: str
    kind: str | None
    patient: UUID | None
    record: UUID | None
    revision: int | None
    reason: str | None
    changes: tuple[tuple[str, str, str], ...]
