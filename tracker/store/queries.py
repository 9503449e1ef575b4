# SPDX-License-Identifier: MIT
"""Reading lines of patients and the day list: SQL text made once, rows read as tuples.

Nothing of this knows the record kinds: the first list of a session does not wait for them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.person import Sex, VitalStatus
from tracker.domain.reminders import NOT_SEEN_AFTER, Due
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


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line of the day list."""

    patient: PatientLine
    due: Due


@dataclass(frozen=True, slots=True)
class BesideDue:
    """What stands beside the day list.

    Attributes:
        left: what is not asked for any more.
        not_seen_after: days after which a patient counts as not seen.
    """

    left: list[DueLine]
    not_seen_after: int


LINE = (
    "p.patient, p.mrn, p.name, p.name_latin, p.sex,"
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

# Each part walks one index of lines that are asked for; what has left is a part of its own, and
# what leaves only later is still asked for. "Not seen" counts from the last possible day.
_DUE = (
    f"SELECT {LINE}, {{due}}"  # noqa: S608
    " FROM due d{index} CROSS JOIN patient p ON p.patient = d.patient WHERE "
)
_OPEN = "d.closed_day IS NULL AND d.state = 'projected' AND d.what <> 'contact'"
_WAITING = "d.closed_day IS NULL AND d.state <> 'projected'"
_SAID = "SELECT not_seen_after FROM clinic_days WHERE status = 'current' ORDER BY id DESC LIMIT 1"
_NOT_SEEN = f"coalesce(({_SAID}), {NOT_SEEN_AFTER})"
_DUE_PARTS = (
    ("due_open", f"{_OPEN} AND d.shown_day <= ?2"),
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
        f"d.closed_day IS NULL AND d.what = 'contact' AND d.latest_day < ?1 - {_NOT_SEEN}",
    ),
    (
        "due_unreached",
        f"d.closed_day IS NULL AND d.attempts > 0 AND d.latest_day >= ?1 - {_NOT_SEEN}",
    ),
    ("due_left", "d.closed_day > ?1"),
    ("due_left", "d.closed_day = ?1"),
)
_ORDER = {"due_open": " ORDER BY d.shown_day", "due_contact": " ORDER BY d.latest_day"}
_LEFT = (
    f"SELECT {LINE}, {{due}}"  # noqa: S608
    " FROM due d CROSS JOIN patient p ON p.patient = d.patient"
    " WHERE d.closed_day BETWEEN ?1 AND ?2 ORDER BY d.closed_day DESC LIMIT ?3"
)


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


def due(db: EncryptedDatabase, on: date, days: int = 0, *, limit: int = -1) -> list[DueLine]:
    """What the day list of ``on`` needs, in no order.

    That is everything that may be due up to ``days`` later, what is held, cannot be projected,
    or was put off, what was done or left on the day itself, and who was not seen.

    Args:
        db: open.
        on: day of the list.
        days: to look ahead.
        limit: most lines of each of these parts, the earliest first; -1 for all.
    """
    until = on + timedelta(days=days)
    values = (on.toordinal(), until.toordinal(), limit)
    rows = db.execute_sql(_due_sql(), values).fetchall()
    return [DueLine(line_of(row), due_of_row(row[LINE_WIDTH:])) for row in rows]


@cache
def _due_sql() -> str:
    names = ", ".join(f"d.{name}" for name in DUE_COLUMNS)
    parts = (
        f"SELECT * FROM ({_DUE.format(due=names, index=f' INDEXED BY {index}')}{part}"  # noqa: S608 - constants
        f"{_ORDER.get(index, '')} LIMIT ?3)"
        for index, part in _DUE_PARTS
    )
    return " UNION ALL ".join(parts)


def beside_due(db: EncryptedDatabase, first: date, last: date, limit: int = -1) -> BesideDue:
    """What has left from ``first`` to ``last``, newest first, and the clinic's own number."""
    sql = _LEFT.format(due=", ".join(f"d.{name}" for name in DUE_COLUMNS))
    rows = db.execute_sql(sql, (first.toordinal(), last.toordinal(), limit)).fetchall()
    left = [DueLine(line_of(row), due_of_row(row[LINE_WIDTH:])) for row in rows]
    said = db.execute_sql(_SAID).fetchone()
    return BesideDue(left, (said and said[0]) or NOT_SEEN_AFTER)


def patient_ids(db: EncryptedDatabase) -> Iterator[UUID]:
    """Every patient, voided charts included, read in slices so that a save never waits long."""
    last = b""
    while rows := db.execute_sql(_IDS, (last, _IDS_AT_ONCE)).fetchall():
        yield from (UUID(bytes=row[0]) for row in rows)
        last = rows[-1][0]


def line_of(row: tuple[Any, ...]) -> PatientLine:
    """The line of a row that begins with ``LINE``."""
    patient, mrn, name, name_latin, sex, text, earliest, latest, vital = row[:LINE_WIDTH]
    return PatientLine(
        UUID(bytes=patient),
        mrn,
        name,
        name_latin,
        Sex(sex) if sex else None,
        PartialDate.from_stored(text, earliest, latest) if text else None,
        VitalStatus(vital) if vital else None,
    )
