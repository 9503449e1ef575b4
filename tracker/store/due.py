# SPDX-License-Identifier: MIT
"""The ``due`` table: what each chart asks for next, kept in step with the chart.

It is a projection: written in the transaction of its inputs, recomputed by ``verify``, and never
read as a fact about the patient.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from tracker.domain.reminders import Due, DueState, Why
from tracker.store.connection import EncryptedDatabase

COLUMNS = (
    "course",
    "what",
    "state",
    "on_day",
    "projected_day",
    "appointed_day",
    "why",
    "cycle",
    "last_given_day",
    "recheck_day",
    "reason",
    "treatment",
)
_NAMES = ", ".join(COLUMNS)
_STORED = f"SELECT {_NAMES} FROM due WHERE patient = ?"  # noqa: S608 - a constant
_CLEAR = "DELETE FROM due WHERE patient = ?"
_INSERT = (
    f"INSERT INTO due (patient, {_NAMES})"  # noqa: S608 - a constant
    f" VALUES (?{', ?' * len(COLUMNS)})"
)


def refresh(db: EncryptedDatabase, patient: UUID, dues: Sequence[Due]) -> None:
    """Makes the stored lines of a patient equal to ``dues``; writes only what differs."""
    if set(stored_dues(db, patient)) == set(dues):
        return
    db.execute_sql(_CLEAR, (patient.bytes,))
    for due in dues:
        db.execute_sql(_INSERT, (patient.bytes, *_row_of(due)))


def stored_dues(db: EncryptedDatabase, patient: UUID) -> list[Due]:
    """The stored lines of a patient."""
    return [due_of_row(row) for row in db.execute_sql(_STORED, (patient.bytes,)).fetchall()]


def _row_of(due: Due) -> tuple[object, ...]:
    return (
        due.course.bytes,
        due.what,
        due.state.value,
        _ordinal(due.on),
        _ordinal(due.projected),
        _ordinal(due.appointed),
        due.why.value if due.why else None,
        due.cycle,
        _ordinal(due.last_given),
        _ordinal(due.recheck),
        due.reason,
        due.treatment,
    )


def due_of_row(row: Sequence[Any]) -> Due:
    """The line of a row that holds ``COLUMNS``."""
    course, what, state, on, projected, appointed, why, cycle, given, recheck, reason, drug = row
    return Due(
        course=UUID(bytes=course),
        what=what,
        state=DueState(state),
        on=_day(on),
        projected=_day(projected),
        appointed=_day(appointed),
        why=Why(why) if why else None,
        cycle=cycle,
        last_given=_day(given),
        recheck=_day(recheck),
        reason=reason,
        treatment=drug,
    )


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
