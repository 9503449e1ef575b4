# SPDX-License-Identifier: MIT
"""The time axis of the lifeline: one monotone map from days to a place between 0 and 1.

The eventful months are wide and the quiet years are compressed beside a visible break. All lanes,
the cursor and the print share the one map, so they cannot disagree.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final, Self

from tracker.domain.durations import add_months

WINDOW_SHARE: Final = 0.70  # of the width, for the eventful months
BREAK_HALF: Final = 0.007  # half the width of a break
SHORT_COURSE_DAYS: Final = 730  # a course below two years has no break
EVENTS_HELD: Final = 0.8  # of the dated events, by the shortest span that makes the window
NEIGHBOUR_DAYS: Final = 120  # an event this near to the window still belongs to it
LEAST_RATIO: Final = 2.0  # a weaker compression is not worth a break
_HALF_DAY: Final = 0.5  # a break is half a day wide, so that the inverse is unique


@dataclass(frozen=True, slots=True)
class TimeMap:
    """A strictly increasing, piecewise linear map from days (ordinals) to x in 0..1.

    Attributes:
        days, xs: the knots; both strictly increasing, ``xs`` from 0 to 1.
        window: first day and day after the last of the wide part; the whole course without break.
        breaks: x of the middle of each break.
        ratio: how many times more days a pixel of the compressed part holds; 1 without break.
    """

    days: tuple[float, ...]
    xs: tuple[float, ...]
    window: tuple[int, int]
    breaks: tuple[float, ...] = ()
    ratio: float = 1.0

    @classmethod
    def linear(cls, first: int, last: int) -> Self:
        """One scale from day ``first`` to day ``last``.

        Raises:
            ValueError: ``last`` is not after ``first``.
        """
        if last <= first:
            msg = f"no time between day {first} and day {last}"
            raise ValueError(msg)
        return cls((first, last), (0.0, 1.0), (first, last))

    @classmethod
    def two_speed(cls, first: int, last: int, window: tuple[int, int] | None) -> Self:
        """``window`` takes 70 % of the width, the days before and after it share the rest.

        One scale when there is no window, or when the compression would be below 2.

        Raises:
            ValueError: ``last`` is not after ``first``.
        """
        whole = cls.linear(first, last)
        if window is None:
            return whole
        start, end = max(window[0], first), min(window[1], last)
        before, after = _worth_a_break(start - first, last - end, last - first)
        start, end = start if before else first, end if after else last
        if end <= start or not (before or after):
            return whole
        ratio = WINDOW_SHARE / (end - start) * (before + after) / (1 - WINDOW_SHARE)
        if ratio < LEAST_RATIO:
            return whole
        left = (1 - WINDOW_SHARE) * before / (before + after)
        right = left + WINDOW_SHARE
        days: list[float] = [first]
        xs, breaks = [0.0], []
        if before:
            days += [start - _HALF_DAY, start]
            xs += [left - BREAK_HALF, left + BREAK_HALF]
            breaks.append(left)
        if after:
            days += [end, end + _HALF_DAY]
            xs += [right - BREAK_HALF, right + BREAK_HALF]
            breaks.append(right)
        return cls((*days, last), (*xs, 1.0), (start, end), tuple(breaks), ratio)

    def x(self, day: float) -> float:
        """The place of a day, 0..1; a day outside the course is put at its end."""
        return _interpolated(day, self.days, self.xs)

    def day(self, x: float) -> float:
        """The day at a place, the inverse of ``x``; outside 0..1 the first or last day."""
        return _interpolated(x, self.xs, self.days)

    def in_window(self, day: float) -> bool:
        """The day lies in the wide part."""
        return self.window[0] <= day <= self.window[1]


def automatic_window(events: Iterable[int], first: int, last: int) -> tuple[int, int] | None:
    """The eventful months of a course, or None when one scale serves it better.

    The shortest span with 80 % of ``events``, extended while the next event is at most 120 days
    away, in whole months. Without events, and below two years of course, there is none.
    """
    days = sorted(day for day in events if first <= day < last)
    if not days or last - first < SHORT_COURSE_DAYS:
        return None
    held = ceil(EVENTS_HELD * len(days))
    low = min(range(len(days) - held + 1), key=lambda i: days[i + held - 1] - days[i])
    high = low + held - 1
    while high + 1 < len(days) and days[high + 1] - days[high] <= NEIGHBOUR_DAYS:
        high += 1
    while low and days[low] - days[low - 1] <= NEIGHBOUR_DAYS:
        low -= 1
    window = _start_of_month(days[low]), _next_month(days[high])
    return window if TimeMap.two_speed(first, last, window).breaks else None


def moved(window: tuple[int, int], steps: int, first: int, last: int) -> tuple[int, int]:
    """``window`` moved by ``steps`` quarters of its length, kept inside; it begins with a month."""
    length = window[1] - window[0]
    start = window[0] + steps * max(1, length // 4)
    start = max(first, _start_of_month(max(first, min(start, last - length))))
    return start, start + length


def _worth_a_break(before: int, after: int, whole: int) -> tuple[int, int]:
    """The days outside the window on each side; a sliver too narrow for a break counts as none."""
    outside = max(before, 0) + max(after, 0)
    least = 2.5 * BREAK_HALF / (1 - WINDOW_SHARE) * outside
    sides = [side if side > max(least, whole * 0.01, 1) else 0 for side in (before, after)]
    return sides[0], sides[1]


def _interpolated(value: float, known: tuple[float, ...], wanted: tuple[float, ...]) -> float:
    value = min(max(value, known[0]), known[-1])
    i = min(bisect_right(known, value), len(known) - 1)
    share = (value - known[i - 1]) / (known[i] - known[i - 1])
    return wanted[i - 1] + share * (wanted[i] - wanted[i - 1])


def _start_of_month(day: int) -> int:
    return date.fromordinal(day).replace(day=1).toordinal()


def _next_month(day: int) -> int:
    return add_months(date.fromordinal(day).replace(day=1), 1).toordinal()
