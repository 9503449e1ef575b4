# SPDX-License-Identifier: MIT
"""The ``due`` table: what each chart asks for next, kept in step with the chart.

It is a projection: written in the transaction of its inputs, recomputed by ``verify``, and never
read as a fact about the patient.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.reminders import (
    Ahead,
    DrugOff,
    Due,
    DueState,
    Known,
    Left,
    OpenEvent,
    OutOfRange,
    WeightChange,
    What,
    Why,
)
from tracker.store.connection import EncryptedDatabase

COLUMNS = (
    "key",
    "source",
    "course",
    "what",
    "title",
    "state",
    "on_day",
    "earliest_day",
    "latest_day",
    "projected_day",
    "appointed_day",
    "why",
    "cycle",
    "cycle_day",
    "last_given_day",
    "given",
    "recheck_day",
    "reason",
    "treatment",
    "snoozed_day",
    "promised_day",
    "cancelled_day",
    "attempts",
    "closed_text",
    "left_because",
    "known",
)
_DERIVED = ("shown_day", "closed_day")  # for the indexes
_NAMES = ", ".join(COLUMNS)
_STORED = f"SELECT {_NAMES} FROM due WHERE patient = ?"  # noqa: S608 - a constant
_CLEAR = "DELETE FROM due WHERE patient = ? AND key = ?"
_INSERT = (
    f"INSERT INTO due (patient, {_NAMES}, {', '.join(_DERIVED)})"  # noqa: S608 - a constant
    f" VALUES (?{', ?' * (len(COLUMNS) + len(_DERIVED))})"
)


def refresh(db: EncryptedDatabase, patient: UUID, dues: Sequence[Due]) -> None:
    """Makes the stored lines of a patient equal to ``dues``; writes only those that differ."""
    stored, wanted = set(stored_dues(db, patient)), set(dues)
    for due in stored - wanted:
        db.execute_sql(_CLEAR, (patient.bytes, due.key.bytes))
    for due in wanted - stored:
        db.execute_sql(_INSERT, (patient.bytes, *_row_of(due)))


def stored_dues(db: EncryptedDatabase, patient: UUID) -> list[Due]:
    """The stored lines of a patient."""
    return [due_of_row(row) for row in db.execute_sql(_STORED, (patient.bytes,)).fetchall()]


def _row_of(due: Due) -> tuple[object, ...]:
    return (
        due.key.bytes,
        due.source.bytes,
        due.course.bytes if due.course else None,
        due.what.value,
        due.title,
        due.state.value,
        _ordinal(due.on),
        _ordinal(due.earliest),
        _ordinal(due.latest),
        _ordinal(due.projected),
        _ordinal(due.appointed),
        due.why.value if due.why else None,
        due.cycle,
        due.cycle_day,
        _ordinal(due.last_given),
        due.given,
        _ordinal(due.recheck),
        due.reason,
        due.treatment,
        _ordinal(due.snoozed_until),
        _ordinal(due.promised),
        _ordinal(due.cancelled),
        due.attempts,
        due.closed.text if due.closed else None,
        due.left.value if due.left else None,
        _text_of(due.known),
        _ordinal(due.shown_from),
        (due.closed.earliest or date.min).toordinal() if due.closed else None,
    )


def due_of_row(row: Sequence[Any]) -> Due:
    """The line of a row that holds ``COLUMNS``."""
    key, source, course, what, title, state, *rest = row
    on, earliest, latest, projected, appointed, why, cycle, cycle_day, *rest = rest
    last_given, given, recheck, reason, treatment, snoozed, promised, *rest = rest
    cancelled, attempts, closed, left, known = rest
    return Due(
        key=UUID(bytes=key),
        source=UUID(bytes=source),
        course=UUID(bytes=course) if course else None,
        what=What(what),
        title=title,
        state=DueState(state),
        on=_day(on),
        earliest=_day(earliest),
        latest=_day(latest),
        projected=_day(projected),
        appointed=_day(appointed),
        why=Why(why) if why else None,
        cycle=cycle,
        cycle_day=cycle_day,
        last_given=_day(last_given),
        given=given,
        recheck=_day(recheck),
        reason=reason,
        treatment=treatment,
        snoozed_until=_day(snoozed),
        promised=_day(promised),
        cancelled=_day(cancelled),
        attempts=attempts,
        closed=PartialDate.parse(closed) if closed else None,
        left=Left(left) if left else None,
        known=tuple(map(_known, json.loads(known))) if known != _NOTHING else (),
    )


_NOTHING = "[]"


def _text_of(known: Sequence[Known]) -> str:
    """Facts as JSON: each a list that begins with its name."""
    return json.dumps([_fact(each) for each in known], ensure_ascii=False) if known else _NOTHING


def _fact(known: Known) -> list[object]:
    match known:
        case Ahead(what, title, on):
            return ["ahead", what.value, title, on.toordinal()]
        case OpenEvent(grade, term, since):
            return ["event", grade, term, since.text]
        case OutOfRange(analyte, value, is_high, was):
            return ["result", analyte, value, is_high, was]
        case WeightChange(percent, since):
            return ["weight", percent, since.text]
        case DrugOff(drug, is_stopped, since, reason):
            return ["drug off", drug, is_stopped, since.text, reason]


def _known(fact: list[Any]) -> Known:
    match fact:
        case ["ahead", what, title, on]:
            return Ahead(What(what), title, date.fromordinal(on))
        case ["event", grade, term, since]:
            return OpenEvent(grade, term, PartialDate.parse(since))
        case ["result", analyte, value, is_high, was]:
            return OutOfRange(analyte, value, is_high, was)
        case ["weight", percent, since]:
            return WeightChange(percent, PartialDate.parse(since))
        case ["drug off", drug, is_stopped, since, reason]:
            return DrugOff(drug, is_stopped, PartialDate.parse(since), reason)
        case _:
            raise ValueError(fact)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
