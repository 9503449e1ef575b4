# SPDX-License-Identifier: MIT
"""Calendar arithmetic on known days, and numbers known only to lie between two others.

Two conventions for months stand side by side and are never mixed: completed calendar months
(counters) and days / 30.4375 (survival figures).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

MONTH_DAYS = 30.4375
"""Days of a mean month (365.25 / 12): the unit of survival figures, not of counters."""

N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Span(Generic[N]):
    """A number known to lie between two others, both included and both possible."""

    low: N
    high: N

    def __post_init__(self) -> None:
        if self.high < self.low:
            msg = f"high {self.high} below low {self.low}"
            raise ValueError(msg)

    def __str__(self) -> str:
        return format(self)

    def __format__(self, spec: str) -> str:
        """Both ends by ``spec`` with an en dash between, or one when they read the same."""
        low, high = format(self.low, spec), format(self.high, spec)
        return low if low == high else f"{low}–{high}"

    @property
    def certain(self) -> bool:
        """Only one number is possible."""
        return self.low == self.high

    def at_least(self, least: N) -> "Span[N]":
        """The span when the number is known not to be below ``least``."""
        return Span(max(self.low, least), max(self.high, least))

    def as_list(self) -> list[N]:
        """``[low, high]``, the form of the JSON output."""
        return [self.low, self.high]


def end_of_month(day: date) -> date:
    """The last day of the month of ``day``."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month: 31 Jan + 1 is 28 (29) Feb."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def completed_months(start: date, end: date) -> int:
    """Whole calendar months from ``start`` to ``end``; negative when ``end`` is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    reached = add_months(start, months)
    if start <= end < reached:
        return months - 1
    if reached < end < start:
        return months + 1
    return months


def completed_years(start: date, end: date) -> int:
    """Whole years from ``start`` to ``end``; 29 Feb has its anniversary on 28 Feb."""
    months = completed_months(start, end)
    return months // 12 if months >= 0 else -(-months // 12)


def months_and_days(start: date, end: date) -> tuple[int, int]:
    """Completed months and the days beyond them: 8 Apr to 26 Jun is 2 months 18 days."""
    months = completed_months(start, end)
    return months, (end - add_months(start, months)).days
