# SPDX-License-Identifier: MIT
"""The day list: who is due, overdue, held, or cannot be projected, and why."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.fields import Choice
from tracker.domain.reminders import Due, DueState
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.services.context import Context
from tracker.store.queries import PatientLine

if TYPE_CHECKING:
    from tracker.store.store import Store


class DayState(Choice):
    """How a line of the day list stands, in the order of the list."""

    OVERDUE = "overdue", QT_TRANSLATE_NOOP("Choice", "overdue")
    DUE = "due", QT_TRANSLATE_NOOP("Choice", "due")
    HELD = "held", QT_TRANSLATE_NOOP("Choice", "held")
    CANNOT_PROJECT = "cannot project", QT_TRANSLATE_NOOP("Choice", "cannot project")
    DONE = "done", QT_TRANSLATE_NOOP("Choice", "given")
    LATER = "later", QT_TRANSLATE_NOOP("Choice", "later")


_ORDER = list(DayState)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One patient on the day list.

    ``days_over`` is above zero for an overdue dose, else 0.
    """

    patient: PatientLine
    due: Due
    state: DayState
    days_over: int = 0


def day_list(
    store: "Store", ctx: Context, *, on: date | None = None, days: int = 0
) -> list[DayLine]:
    """Everything due up to ``on`` + ``days``, overdue first (longest first), then by day.

    What was given on the day itself is listed as done. Overdue is derived here, from the day.
    """
    ctx.require(Action.READ)
    day = on or ctx.clock.today()
    lines = [_line(line.patient, line.due, day) for line in store.due(day, days)]
    return sorted(lines, key=_place)


def _line(patient: PatientLine, due: Due, day: date) -> DayLine:
    if due.state is DueState.HELD:
        return DayLine(patient, due, DayState.HELD)
    if due.last_given == day:
        return DayLine(patient, due, DayState.DONE)
    if due.on is None:
        return DayLine(patient, due, DayState.CANNOT_PROJECT)
    over = (day - due.on).days
    if over > 0:
        return DayLine(patient, due, DayState.OVERDUE, over)
    return DayLine(patient, due, DayState.DUE if over == 0 else DayState.LATER)


def _place(line: DayLine) -> tuple[object, ...]:
    return (
        _ORDER.index(line.state),
        -line.days_over,
        line.due.on or date.max,
        line.patient.mrn,
    )
