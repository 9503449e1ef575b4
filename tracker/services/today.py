# SPDX-License-Identifier: MIT
"""The day list: who is due, overdue, held, or cannot be projected, and why."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from tracker.domain.fields import Choice
from tracker.domain.reminders import FROM_BLOOD, Due, DueState, What
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
    NOT_SEEN = "not seen", QT_TRANSLATE_NOOP("Choice", "not seen")
    DONE = "done", QT_TRANSLATE_NOOP("Choice", "given")
    LATER = "later", QT_TRANSLATE_NOOP("Choice", "later")
    PUT_OFF = "put off", QT_TRANSLATE_NOOP("Choice", "put off")
    LEFT = "left", QT_TRANSLATE_NOOP("Choice", "left")


class Section(Choice):
    """What is asked for on the list, apart from how it stands."""

    LABS = "labs", QT_TRANSLATE_NOOP("Choice", "labs missing")
    SCANS = "scans", QT_TRANSLATE_NOOP("Choice", "scans due")


_ORDER = list(DayState)
WAITING = frozenset({DayState.OVERDUE, DayState.DUE, DayState.HELD, DayState.CANNOT_PROJECT})
"""What somebody has to do something about."""
_APART = frozenset({DayState.NOT_SEEN, DayState.PUT_OFF, DayState.LEFT})


@dataclass(frozen=True, slots=True)
class DayLine:
    """One thing to do for one patient.

    Attributes:
        days_over: above zero for what is overdue; days since the patient was seen for
            ``NOT_SEEN``; else 0.
        before: what else waits for the same patient, to be looked at before the dose.
        beside: shown in ``before`` of another line of the same patient.
    """

    patient: PatientLine
    due: Due
    state: DayState
    days_over: int = 0
    before: tuple["DayLine", ...] = ()
    beside: bool = False

    @property
    def is_listed(self) -> bool:
        """It stands on the list by itself; the rest is asked for by its section."""
        return self.state not in _APART and not self.beside

    @property
    def section(self) -> Section | None:
        """The section of what is planned beside the doses."""
        if self.state not in WAITING:
            return None
        if self.due.what in FROM_BLOOD:
            return Section.LABS
        return Section.SCANS if self.due.what is What.SCAN else None


@dataclass(frozen=True, slots=True)
class Day:
    """The day list with what stands beside it.

    Attributes:
        lines: see ``day_list``.
        left: what has left in the last ``LEFT_DAYS`` days, newest first.
        not_seen_after: days after which a patient is listed as not seen.
        last_used: the day on which the program was used before; None at first.
        cut: whether a part of the list was longer than was asked for.
    """

    lines: list[DayLine]
    left: list[DayLine]
    not_seen_after: int
    last_used: date | None
    cut: bool = False

    def section(self, name: str) -> list[DayLine]:
        """The lines of one of ``SECTIONS``."""
        if name == DayState.LEFT.value:
            return self.left
        return [line for line in self.lines if name in {line.state.value, line.section}]


LEFT_DAYS = 30
SECTIONS = (*(state.value for state in DayState), *(section.value for section in Section))
"""What the list can be asked for by name."""


def day(
    store: "Store", ctx: Context, *, on: date | None = None, days: int = 0, limit: int = -1
) -> Day:
    """Everything the page of a day shows; the arguments are those of ``day_list``."""
    lines = day_list(store, ctx, on=on, days=days, limit=limit)
    last = on or ctx.clock.today()
    beside = store.beside_due(last - timedelta(days=LEFT_DAYS), last, limit)
    left = [day_line(each.patient, each.due, last) for each in beside.left]
    used = datetime.fromisoformat(store.last_used).astimezone().date() if store.last_used else None
    counts = Counter(line.state for line in lines)
    cut = limit >= 0 and any(n >= limit for n in (*counts.values(), len(left)))
    return Day(lines, left, beside.not_seen_after, used, cut)


def day_list(
    store: "Store", ctx: Context, *, on: date | None = None, days: int = 0, limit: int = -1
) -> list[DayLine]:
    """Everything due up to ``on`` + ``days``, overdue first (longest first), then by day.

    What was done on the day itself is listed as done, what left on it as left. Overdue is
    derived here, from the day.

    Args:
        store: open.
        ctx: who looks.
        on: day of the list; the working date when None.
        days: to look ahead.
        limit: most lines of each part of the list, the earliest first; -1 for all.
    """
    ctx.require(Action.READ)
    first = on or ctx.clock.today()
    found = store.due(first, days, limit=limit)
    lines = (day_line(line.patient, line.due, first) for line in found)
    return _side_by_side(sorted(lines, key=_place))


def day_line(patient: PatientLine, due: Due, on: date) -> DayLine:
    """How something that is due stands on a day."""
    state, over = _state(due, on), max(due.days_over(on), 0)
    counts = state in {DayState.OVERDUE, DayState.PUT_OFF, DayState.NOT_SEEN}
    return DayLine(patient, due, state, over if counts else 0)


def _state(due: Due, on: date) -> DayState:
    if due.has_left(on):
        state = DayState.LEFT
    elif due.what is What.CONTACT and due.state is DueState.PROJECTED:
        state = DayState.NOT_SEEN
    elif due.state is DueState.HELD:
        state = DayState.HELD
    elif due.last_given == on:
        state = DayState.DONE
    elif due.earliest is None:
        state = DayState.CANNOT_PROJECT
    elif due.earliest > on:
        state = DayState.LATER
    elif due.is_put_off(on):
        state = DayState.PUT_OFF
    else:
        state = DayState.OVERDUE if due.days_over(on) > 0 else DayState.DUE
    return state


def _side_by_side(lines: list[DayLine]) -> list[DayLine]:
    """Puts what is planned beside the doses of a patient into the line of the first dose."""
    doses: dict[UUID, int] = {}
    for place, line in enumerate(lines):
        if line.due.what is What.DOSE and line.state in WAITING:
            doses.setdefault(line.patient.patient, place)
    before: dict[int, list[DayLine]] = {}
    for place, line in enumerate(lines):
        dose = doses.get(line.patient.patient)
        if dose is not None and (line.section is not None or line.due.attempts):
            lines[place] = replace(line, beside=True)
            before.setdefault(dose, []).append(lines[place])
    for place, others in before.items():
        lines[place] = replace(lines[place], before=tuple(others))
    return lines


def _place(line: DayLine) -> tuple[object, ...]:
    return (
        _ORDER.index(line.state),
        -line.days_over,
        line.due.earliest or date.max,
        line.patient.mrn,
        str(line.due.key),
    )
