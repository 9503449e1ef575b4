# SPDX-License-Identifier: MIT
"""The day list: who is due, overdue, held, or cannot be projected, and why."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from tracker.domain.fields import Choice
from tracker.domain.reminders import FROM_BLOOD, DayState, What
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.services.context import Context
from tracker.store.queries import DueLine

if TYPE_CHECKING:
    from tracker.store.store import Store


class Section(Choice):
    """What is asked for on the list, apart from how it stands."""

    LABS = "labs", QT_TRANSLATE_NOOP("Choice", "labs missing")
    SCANS = "scans", QT_TRANSLATE_NOOP("Choice", "scans due")


WAITING = frozenset({DayState.OVERDUE, DayState.DUE, DayState.HELD, DayState.CANNOT_PROJECT})
"""What somebody has to do something about."""
_APART = frozenset({DayState.NOT_SEEN, DayState.PUT_OFF, DayState.LEFT})


class DayLine(DueLine):
    """One thing to do for one patient, beside what else is asked for.

    Attributes:
        before: what else waits for the same patient, to be looked at before the dose.
        beside: shown in ``before`` of another line of the same patient.
    """

    before: "tuple[DayLine, ...]" = ()
    beside: bool = False

    @property
    def is_listed(self) -> bool:
        """It stands on the list by itself; the rest is asked for by its section."""
        return not self.beside and self.state not in _APART

    @property
    def section(self) -> Section | None:
        """The section of what is planned beside the doses."""
        if self.state not in WAITING:
            return None
        if self.what in FROM_BLOOD:
            return Section.LABS
        return Section.SCANS if self.what is What.SCAN else None


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
    beside = store.beside_due(DayLine, last - timedelta(days=LEFT_DAYS), last, limit)
    counts = Counter(line.state for line in lines)
    cut = limit >= 0 and any(n >= limit for n in (*counts.values(), len(beside.left)))
    return Day(lines, beside.left, beside.not_seen_after, last_used(store), cut)


def last_used(store: "Store") -> date | None:
    """The day, on the clock of the clinic, on which the session before ended; None at first."""
    at = store.last_used
    return datetime.fromisoformat(at).astimezone().date() if at else None


def day_list(
    store: "Store", ctx: Context, *, on: date | None = None, days: int = 0, limit: int = -1
) -> list[DayLine]:
    """Everything due up to ``on`` + ``days``, overdue first (longest first), then by day.

    What was done on the day itself is listed as done, what left on it as left.

    Args:
        store: open.
        ctx: who looks.
        on: day of the list; the working date when None.
        days: to look ahead.
        limit: most lines of each part of the list, the earliest first; -1 for all.
    """
    ctx.require(Action.READ)
    return _side_by_side(_done_once(store.due(DayLine, on or ctx.clock.today(), days, limit)))


def _done_once(lines: list[DayLine]) -> list[DayLine]:
    """A dose that was given is one line, also where day 8 and the next cycle are ahead."""
    seen: set[UUID | None] = set()
    kept = []
    for line in lines:
        given = line.state is DayState.DONE and line.what is What.DOSE
        if given and line.due.course in seen:
            continue
        seen |= {line.due.course} if given else set()
        kept.append(line)
    return kept


def _side_by_side(lines: list[DayLine]) -> list[DayLine]:
    """Puts what is planned beside the doses of a patient into the line of the first dose."""
    doses: dict[bytes, DayLine] = {}
    others = []
    for line in lines:
        if line.what is not What.DOSE:
            others.append(line)
        elif line.state in WAITING:
            doses.setdefault(line.whose, line)
    for line in others:
        dose = doses.get(line.whose)
        if dose is not None and (line.section is not None or line.attempts):
            line.beside = True
            dose.before = (*dose.before, line)
    return lines
