# SPDX-License-Identifier: MIT
"""What falls due on each of the coming days, as bare counts: all that leaves the encrypted file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

HORIZON: Final = 120
"""Days ahead that are counted."""
OLDEST: Final = 14
"""Days after which the counts are no longer told: too much may have changed since."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a day stands, by counts that still hold.

    Attributes:
        today: how many things fall due on the day itself.
        overdue: how many fell due before it and were not recorded as done.
        missed: how many of the overdue ones fell due since the last reminder.
        undated: how many wait without a day: held without a recheck day, or not projected.
    """

    today: int
    overdue: int
    missed: int
    undated: int

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to look at."""
        return not (self.today or self.overdue or self.undated)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Counts per day, without a name, a number or a kind of treatment.

    Attributes:
        written_on: the working date on which they were counted.
        until: the last day that was counted.
        days: how many open things fall due on each day; days before ``written_on`` are overdue.
        undated: how many open things have no day.
    """

    written_on: date
    until: date
    days: Mapping[date, int]
    undated: int

    @classmethod
    def counted(cls, today: date, falls_due: Iterable[date | None]) -> "Ahead":
        """Counts the days of all open things; None = without a day."""
        until = today + timedelta(days=HORIZON)
        days: dict[date, int] = {}
        undated = 0
        for day in falls_due:
            if day is None:
                undated += 1
            elif day <= until:
                days[day] = days.get(day, 0) + 1
        return cls(today, until, dict(sorted(days.items())), undated)

    def holds_on(self, day: date) -> bool:
        """Whether the counts may still be told: neither older than OLDEST nor of the future."""
        return 0 <= (day - self.written_on).days <= OLDEST

    def on(self, day: date, told: date | None = None) -> Standing:
        """How ``day`` stands when nothing was recorded since; ``told`` = the last reminder.

        Raises:
            ValueError: the counts do not hold on that day.
        """
        if not self.holds_on(day):
            msg = "the counts do not hold on this day"
            raise ValueError(msg)
        overdue = sum(n for due, n in self.days.items() if due < day)
        missed = sum(n for due, n in self.days.items() if told and told < due < day)
        return Standing(self.days.get(day, 0), overdue, missed, self.undated)
