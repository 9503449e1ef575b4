# SPDX-License-Identifier: MIT
"""The days on which the clinic is open: its weekdays, public holidays and own closed days.

A day is never moved here: where a date falls on a closed day, two open ones are offered.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP

FARTHEST = 60
"""Days looked at before and after; a clinic that is closed for longer has to say a date itself."""

MONDAY_TO_FRIDAY = frozenset(range(5))


class Closure(Choice):
    """Why the clinic is closed on a day."""

    WEEKDAY = "weekday", QT_TRANSLATE_NOOP("Choice", "no clinic on this weekday")
    HOLIDAY = "holiday", QT_TRANSLATE_NOOP("Choice", "public holiday")
    CLOSED = "closed", QT_TRANSLATE_NOOP("Choice", "clinic closed")


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """Why a day is none of the clinic's.

    Attributes:
        name: of the holiday, or the clinic's own reason; "" for a weekday.
    """

    why: Closure
    name: str = ""


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """Days the clinic closes by itself, both ends included."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True)
class ShiftOffer:
    """A closed day with the open ones around it; a person chooses, or keeps the day.

    Attributes:
        before, after: the nearest open days; None when there is none within ``FARTHEST`` days.
    """

    day: date
    reason: ClosedDay
    before: date | None
    after: date | None


def _no_holiday(_day: date) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class ClinicCalendar:
    """When the clinic works.

    Attributes:
        weekdays: open ones, Monday = 0.
        holiday: the name of the public holiday on a day, or None.
        closed: the clinic's own closed days.
    """

    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    holiday: Callable[[date], str | None] = _no_holiday
    closed: tuple[ClosedPeriod, ...] = ()

    def closed_on(self, day: date) -> ClosedDay | None:
        """Why the clinic is closed on ``day``; None when it is open.

        A holiday is named rather than the weekday it falls on, and an own reason before both.
        """
        for period in self.closed:
            if period.first <= day <= period.last:
                return ClosedDay(Closure.CLOSED, period.reason)
        if name := self.holiday(day):
            return ClosedDay(Closure.HOLIDAY, name)
        return None if day.weekday() in self.weekdays else ClosedDay(Closure.WEEKDAY)

    def shift_offers(self, day: date) -> ShiftOffer | None:
        """The open days around a closed one; None when ``day`` is open and nothing is offered."""
        reason = self.closed_on(day)
        if reason is None:
            return None
        return ShiftOffer(day, reason, self._open(day, -1), self._open(day, 1))

    def _open(self, day: date, step: int) -> date | None:
        return next((each for each in _days(day, step) if self.closed_on(each) is None), None)


def _days(day: date, step: int) -> Iterator[date]:
    for n in range(1, FARTHEST + 1):
        offset = timedelta(days=n * step)
        if date.min - day <= offset <= date.max - day:
            yield day + offset
