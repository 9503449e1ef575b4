# SPDX-License-Identifier: MIT
"""Reading lines of patients and the day list: SQL text made once, rows read as tuples.

Nothing of this knows the record kinds: the first list of a session does not wait for them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.person import Sex, VitalStatus
from tracker.domain.reminders import NOT_SEEN_AFTER, DayState, Due, What
from tracker.store.connection import EncryptedDatabase
from tracker.store.due import COLUMNS as DUE_COLUMNS
from tracker.store.due import due_of_row

_IDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PatientLine:
    """What a list shows of a patient."""

    patient: UUID
    mrn: str
    name: str | None
    name_latin: str | None
    sex: Sex | None
    birth: PartialDate | None
    vital_status: VitalStatus | None


STATES: tuple[DayState, ...] = tuple(DayState)
_PATIENT, _DUE = 3, 12  # where these begin in a row of the day list
_WHAT, _ATTEMPTS = _DUE + DUE_COLUMNS.index("what"), _DUE + DUE_COLUMNS.index("attempts")


@dataclass
class DueLine:
    """One line of the day list; what it holds is made when it is looked at, not when it is read.

    Attributes:
        row: as it was read: place of the state, days over (below zero), the day it is sorted by,
            the patient, and what is due.
    """

    row: tuple[Any, ...]

    @property
    def state(self) -> DayState:
        """How it stands on the day of the list."""
        place: int = self.row[0]
        return STATES[place]

    @property
    def days_over(self) -> int:
        """Above zero for what is overdue; days since the patient was seen for ``NOT_SEEN``."""
        over: int = -self.row[1]
        return over

    @property
    def whose(self) -> bytes:
        """The key of the patient, before anything of the line is made."""
        key: bytes = self.row[_PATIENT + 1]
        return key

    @property
    def what(self) -> What:
        """The kind of thing that is due."""
        return What(self.row[_WHAT])

    @property
    def attempts(self) -> int:
        """Calls without an answer."""
        calls: int = self.row[_ATTEMPTS]
        return calls

    @cached_property
    def patient(self) -> PatientLine:
        """Whose line it is."""
        return line_of(self.row[_PATIENT:])

    @cached_property
    def due(self) -> Due:
        """What is due."""
        return due_of_row(self.row[_DUE:])


Line = TypeVar("Line", bound=DueLine)


@dataclass(frozen=True, slots=True)
class BesideDue(Generic[Line]):
    """What stands beside the day list.

    Attributes:
        left: what is not asked for any more.
        not_seen_after: days after which a patient counts as not seen.
    """

    left: list[Line]
    not_seen_after: int


LINE = (
    "p.mrn, p.patient, p.name, p.name_latin, p.sex,"
    " p.birth_text, p.birth_earliest, p.birth_latest, p.vital_status"
)
LINE_WIDTH = 9
_FIND = "SELECT patient FROM patient WHERE mrn = ? AND status = 'current'"
_LIST = (
    f"SELECT {LINE} FROM patient p"  # noqa: S608 - a constant, as those below
    " WHERE p.status = 'current' AND p.mrn > ? ORDER BY p.mrn LIMIT ?"
)
OF_IDS = "json_each(?1) f CROSS JOIN patient p ON p.patient = unhex(f.value)"
_FOUND = f"SELECT {LINE} FROM {OF_IDS} WHERE p.status = 'current' ORDER BY f.key"  # noqa: S608

_IDS = "SELECT patient FROM patient WHERE patient > ? ORDER BY patient LIMIT ?"

# How a line stands on the day, the first that holds; "overdue" is derived here and never stored.
_STANDS = (
    (DayState.LEFT, "d.closed_day <= ?1"),
    (DayState.NOT_SEEN, "d.what = 'contact'"),
    (DayState.HELD, "d.state = 'held'"),
    (DayState.DONE, "d.last_given_day = ?1"),
    (DayState.CANNOT_PROJECT, "d.earliest_day IS NULL"),
    (DayState.LATER, "d.earliest_day > ?1"),
    (DayState.PUT_OFF, "d.snoozed_day > ?1"),
    (DayState.OVERDUE, "d.latest_day < ?1"),
)
_OVER = (  # below zero: the longest first
    "CASE WHEN d.closed_day <= ?1 OR d.state = 'held' OR d.last_given_day = ?1 THEN 0"
    " ELSE ifnull(min(d.latest_day - ?1, 0), 0) END"
)

# Each part walks one index of lines that are asked for; what has left is a part of its own, and
# what leaves only later is still asked for. "Not seen" counts from the last possible day. One
# statement each: united, SQLite copies every row once more. A row begins with what the list is
# sorted by, so that rows are sorted as they are.
_LINES = (
    f"SELECT CASE {{stands}} END, {_OVER}, ifnull(d.earliest_day, {date.max.toordinal()}),"  # noqa: S608 - constants
    f" {LINE}, {{due}} FROM due d INDEXED BY {{index}}"
    " CROSS JOIN patient p ON p.patient = d.patient WHERE {part} LIMIT ?3"
)
_OPEN = "d.closed_day IS NULL AND d.state = 'projected' AND d.what <> 'contact'"
_WAITING = "d.closed_day IS NULL AND d.state <> 'projected' AND d.what <> 'contact'"
_CONTACT = "d.closed_day IS NULL AND d.what = 'contact'"
_SAID = "SELECT not_seen_after FROM clinic_days WHERE status = 'current' ORDER BY id DESC LIMIT 1"
_NOT_SEEN = f"coalesce(({_SAID}), {NOT_SEEN_AFTER})"
_DUE_PARTS = (
    ("due_open", f"{_OPEN} AND d.shown_day <= ?2 ORDER BY d.shown_day"),
    ("due_waiting", f"{_WAITING} AND d.state = 'held'"),
    ("due_waiting", f"{_WAITING} AND d.state = 'cannot project'"),
    (
        "due_done",
        "d.closed_day IS NULL AND d.last_given_day = ?1"
        " AND d.state = 'projected' AND d.shown_day > ?2",
    ),
    (
        "due_snoozed",
        "d.closed_day IS NULL AND d.snoozed_day > ?2"
        " AND d.state = 'projected' AND d.earliest_day <= ?2 AND d.last_given_day IS NOT ?1",
    ),
    (
        "due_contact",
        f"{_CONTACT} AND d.latest_day < ?1 - {_NOT_SEEN} ORDER BY d.latest_day",
    ),
    ("due_contact", f"{_CONTACT} AND d.latest_day IS NULL"),  # never met
    (
        "due_unreached",
        f"d.closed_day IS NULL AND d.attempts > 0 AND d.latest_day >= ?1 - {_NOT_SEEN}",
    ),
    ("due_left", "d.closed_day > ?1"),
    ("due_left", "d.closed_day = ?1"),
)
_LEFT = "d.closed_day BETWEEN ?2 AND ?1 ORDER BY d.closed_day DESC"


def find_mrn(db: EncryptedDatabase, mrn: str) -> UUID | None:
    """The patient whose current chart has this hospital number."""
    row = db.execute_sql(_FIND, (mrn,)).fetchone()
    return UUID(bytes=row[0]) if row else None


def patients(db: EncryptedDatabase, limit: int, after: str = "") -> list[PatientLine]:
    """Current patients by hospital number, from the first one after the number ``after``."""
    return [line_of(row) for row in db.execute_sql(_LIST, (after, limit)).fetchall()]


def patients_of(db: EncryptedDatabase, found: Sequence[bytes]) -> list[PatientLine]:
    """Current patients of the given keys, in that order."""
    return [line_of(row) for row in db.execute_sql(_FOUND, (as_json(found),)).fetchall()]


def as_json(keys: Sequence[bytes] | None) -> str:
    """Keys as ``OF_IDS`` takes them."""
    return json.dumps([key.hex() for key in keys or ()])


def due(db: EncryptedDatabase, on: date, days: int, limit: int, line: type[Line]) -> list[Line]:
    """The day list of ``on``, in its order: by state, the longest overdue first, then by day.

    That is everything that may be due up to ``days`` later, what is held, cannot be projected,
    or was put off, what was done or left on the day itself, and who was not seen.

    Args:
        db: open.
        on: day of the list.
        days: to look ahead.
        limit: most lines of each of these parts, the earliest first; -1 for all.
        line: what each row is made into.
    """
    values = (on.toordinal(), on.toordinal() + days, limit)
    rows = [row for sql in day_sql() for row in db.execute_sql(sql, values).fetchall()]
    rows.sort()
    return list(map(line, rows))


@cache
def day_sql() -> tuple[str, ...]:
    """The statements of the parts of the day list."""
    return tuple(_lines(part, index) for index, part in _DUE_PARTS)


def _lines(part: str, index: str) -> str:
    """The statement of one part, which walks one index."""
    stands = " ".join(f"WHEN {when} THEN {STATES.index(state)}" for state, when in _STANDS)
    return _LINES.format(
        stands=f"{stands} ELSE {STATES.index(DayState.DUE)}",
        due=", ".join(f"d.{name}" for name in DUE_COLUMNS),
        index=index,
        part=part,
    )


def beside_due(
    db: EncryptedDatabase, first: date, last: date, limit: int, line: type[Line]
) -> BesideDue[Line]:
    """What has left from ``first`` to ``last``, newest first, and the clinic's own number."""
    values = (last.toordinal(), first.toordinal(), limit)
    rows = db.execute_sql(_lines(_LEFT, "due_left"), values).fetchall()
    said = db.execute_sql(_SAID).fetchone()
    return BesideDue(list(map(line, rows)), (said and said[0]) or NOT_SEEN_AFTER)


def patient_ids(db: EncryptedDatabase) -> Iterator[UUID]:
    """Every patient, voided charts included, read in slices so that a save never waits long."""
    last = b""
    while rows := db.execute_sql(_IDS, (last, _IDS_AT_ONCE)).fetchall():
        yield from (UUID(bytes=row[0]) for row in rows)
        last = rows[-1][0]


def line_of(row: tuple[Any, ...]) -> PatientLine:
    """The line of a row that begins with ``LINE``."""
    mrn, patient, name, name_latin, sex, text, earliest, latest, vital = row[:LINE_WIDTH]
    return PatientLine(
        UUID(bytes=patient),
        mrn,
        name,
        name_latin,
        Sex(sex) if sex else None,
        PartialDate.from_stored(text, earliest, latest) if text else None,
        VitalStatus(vital) if vital else None,
    )
