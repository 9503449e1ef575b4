# SPDX-License-Identifier: MIT
"""Dates as precisely as they are known, and what follows from them as ranges with certainty.

A duration between two partial dates is a ``Span`` that contains the result for every choice of
days and is no wider: the dates are taken as independent. Where a rule knows their order, clip
with ``Span.at_least``; never add spans, compute from the outer ends.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from tracker.domain.date_parsing import DateError, bounds, minute
from tracker.domain.durations import (
    MONTH_DAYS,
    Span,
    add_months,
    completed_months,
    completed_years,
    end_of_month,
    months_and_days,
)
from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP, folded, normal

__all__ = [
    "MONTH_DAYS",
    "UNKNOWN",
    "Certainty",
    "DateError",
    "PartialDate",
    "Precision",
    "Span",
    "add_months",
    "age_years",
    "before",
    "completed_months",
    "completed_years",
    "days_between",
    "end_of_month",
    "months_30_4375",
    "months_and_days",
    "months_completed",
    "overlap",
    "same_day",
    "schedule_dates",
    "within",
]


class Precision(Choice):
    """How much of a date is known."""

    DAY = "day", QT_TRANSLATE_NOOP("Choice", "day")
    MONTH = "month", QT_TRANSLATE_NOOP("Choice", "month")
    YEAR = "year", QT_TRANSLATE_NOOP("Choice", "year")
    APPROXIMATE = "approximate", QT_TRANSLATE_NOOP("Choice", "about")
    BETWEEN = "between", QT_TRANSLATE_NOOP("Choice", "between two dates")
    OPEN = "open", QT_TRANSLATE_NOOP("Choice", "open on one side")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


class Certainty(Choice):
    """The answer to a question about partial dates: true for every, some or no choice of days."""

    YES = "yes", QT_TRANSLATE_NOOP("Choice", "yes")
    POSSIBLE = "possible", QT_TRANSLATE_NOOP("Choice", "possible")
    NO = "no", QT_TRANSLATE_NOOP("Choice", "no")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """One day, known as far as ``text`` says.

    Attributes:
        text: what was typed, NFC-normalised, without surrounding blanks.
        earliest: the first day it may be; None is open on that side.
        latest: the last day it may be; None is open, and both None is unknown.
    """

    text: str
    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            msg = f"latest {self.latest} before earliest {self.earliest}"
            raise ValueError(msg)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads what a person typed or a file holds.

        Raises:
            DateError: the text is empty, impossible, ambiguous or not a date.
        """
        return cls(normal(text), *bounds(text))

    @classmethod
    def of(cls, day: date) -> Self:
        """A known day."""
        return cls(day.isoformat(), day, day)

    @classmethod
    def from_stored(cls, text: str, earliest: int | None, latest: int | None) -> Self:
        """The date of three stored values; the days are proleptic Gregorian ordinals.

        Raises:
            ValueError: the values are no date: the file was changed by something else.
        """
        return cls(
            text,
            None if earliest is None else date.fromordinal(earliest),
            None if latest is None else date.fromordinal(latest),
        )

    @property
    def is_unknown(self) -> bool:
        """Nothing is known of the day."""
        return self.earliest is None and self.latest is None

    @property
    def is_day(self) -> bool:
        """Only one day is possible."""
        return self.day is not None

    @property
    def day(self) -> date | None:
        """The day when only one is possible, otherwise None."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def precision(self) -> Precision:
        """How much is known, judged by the days: ``2019-05-01/2019-05-31`` is a month.

        Only "about" is taken from the text, as long as the days still agree with it.
        """
        if self.is_unknown:
            return Precision.UNKNOWN
        if self.earliest is None or self.latest is None:
            return Precision.OPEN
        start, end = self._iso_ends()
        if start == end:
            return _PRECISION_OF_LENGTH[len(start)]
        return Precision.APPROXIMATE if self._about() else Precision.BETWEEN

    @property
    def sort_key(self) -> tuple[date, date]:
        """Earliest and latest day, an open side as the first or last day of the calendar."""
        return self.earliest or date.min, self.latest or date.max

    @property
    def minute(self) -> str:
        """The time of day that the text gives beside its day, like 08:10; "" when it gives none."""
        return minute(self.text)

    def iso(self) -> str:
        """ISO 8601-2 text with the same earliest and latest day; "" when unknown.

        A set (``[a..b]``) is one day between two others; the slash form of the standard would
        be a stretch of time.
        """
        if self.is_unknown:
            return ""
        start, end = self._iso_ends()
        if start == end:
            return start
        if about := self._about():
            return f"{about}~"
        return f"[{start}..{end}]"

    def closed(self, as_of: date) -> "PartialDate":
        """This date as far as ``as_of`` can know it, for computations and never for the store.

        An open end closes at ``as_of``, and a day after ``as_of`` counts as ``as_of``, so that
        a clock never runs ahead. The text is unchanged, and unknown stays unknown.
        """
        if self.is_unknown:
            return self
        earliest = None if self.earliest is None else min(self.earliest, as_of)
        return PartialDate(self.text, earliest, min(self.latest or as_of, as_of))

    def _iso_ends(self) -> tuple[str, str]:
        """Both ends, equally long: as years, else as months, else as days; open as ""."""
        starts_month = self.earliest is None or self.earliest.day == 1
        ends_month = self.latest is None or self.latest == end_of_month(self.latest)
        starts_year = self.earliest is None or self.earliest.month == 1
        ends_year = self.latest is None or self.latest.month == 12
        length = _DAY_LENGTH
        if starts_month and ends_month:
            length = _YEAR_LENGTH if starts_year and ends_year else _MONTH_LENGTH
        start, end = (d.isoformat()[:length] if d else "" for d in (self.earliest, self.latest))
        return start, end

    def _about(self) -> str:
        """The year or month this date is said to be about, or ""."""
        said_about = {"~", "约"} & set(folded(self.text))
        if not said_about or self.earliest is None or self.latest is None:
            return ""
        start, _ = self._iso_ends()
        months = {_YEAR_LENGTH: 12, _MONTH_LENGTH: 1}.get(len(start))
        if not months or self.latest != end_of_month(add_months(self.earliest, 3 * months - 1)):
            return ""  # closed() has cut it
        return add_months(self.earliest, months).isoformat()[: len(start)]


_YEAR_LENGTH, _MONTH_LENGTH, _DAY_LENGTH = len("2019"), len("2019-05"), len("2019-05-07")
_PRECISION_OF_LENGTH = {
    _YEAR_LENGTH: Precision.YEAR,
    _MONTH_LENGTH: Precision.MONTH,
    _DAY_LENGTH: Precision.DAY,
}

UNKNOWN = PartialDate("unknown", None, None)


# Ranges between partial dates; None when one of the days has no limit on a side that counts


def days_between(start: PartialDate, end: PartialDate) -> Span[int] | None:
    """Days from ``start`` to ``end``, the first day not counted."""
    return _range(_days, start, end)


def months_completed(start: PartialDate, end: PartialDate) -> Span[int] | None:
    """Completed calendar months from ``start`` to ``end``: what counters show."""
    return _range(completed_months, start, end)


def months_30_4375(start: PartialDate, end: PartialDate) -> Span[float] | None:
    """Days / 30.4375 from ``start`` to ``end``, not rounded: what survival figures show."""
    days = days_between(start, end)
    return None if days is None else Span(days.low / MONTH_DAYS, days.high / MONTH_DAYS)


def age_years(birth: PartialDate, on: PartialDate) -> Span[int] | None:
    """Completed years of life on a day."""
    return _range(completed_years, birth, on)


def schedule_dates(first: PartialDate, until: PartialDate, interval_days: int) -> Span[int] | None:
    """How many dates of a fixed interval fall from ``first`` to ``until``, both included.

    Dates on a calendar, not doses given: 0 when ``until`` is before ``first``.

    Raises:
        ValueError: ``interval_days`` is less than 1.
    """
    if interval_days < 1:
        msg = f"interval of {interval_days} days"
        raise ValueError(msg)
    dates = _range(lambda start, end: _days(start, end) // interval_days + 1, first, until)
    return None if dates is None else dates.at_least(0)


def _days(start: date, end: date) -> int:
    return (end - start).days


def _range(
    measure: Callable[[date, date], int], start: PartialDate, end: PartialDate
) -> Span[int] | None:
    """The values of ``measure``, which never falls with a later end or an earlier start.

    So the nearest and the farthest pair of days give its exact limits.
    """
    if start.earliest is None or start.latest is None or end.earliest is None or end.latest is None:
        return None
    return Span(measure(start.latest, end.earliest), measure(start.earliest, end.latest))


# Order of partial dates


def before(a: PartialDate, b: PartialDate) -> Certainty:
    """Whether ``a`` is an earlier day than ``b``."""
    (a_earliest, a_latest), (b_earliest, b_latest) = a.sort_key, b.sort_key
    return _certainty(always=a_latest < b_earliest, ever=a_earliest < b_latest)


def same_day(a: PartialDate, b: PartialDate) -> Certainty:
    """Whether ``a`` and ``b`` are one day."""
    (a_earliest, a_latest), (b_earliest, b_latest) = a.sort_key, b.sort_key
    ever = a_earliest <= b_latest and b_earliest <= a_latest
    return _certainty(always=a.is_day and a.day == b.day, ever=ever)


def within(day: PartialDate, start: PartialDate, end: PartialDate) -> Certainty:
    """Whether ``day`` lies from ``start`` to ``end``, both included.

    The end is known not to be before the start; POSSIBLE when the dates contradict that.
    """
    earliest, latest = day.sort_key
    stretch = _stretch(start, end)
    if stretch is None:
        return Certainty.POSSIBLE
    return _certainty(
        always=stretch.latest_start <= earliest and latest <= stretch.earliest_end,
        ever=stretch.earliest_start <= latest and earliest <= stretch.latest_end,
    )


def overlap(
    start_a: PartialDate, end_a: PartialDate, start_b: PartialDate, end_b: PartialDate
) -> Certainty:
    """Whether two stretches of time share a day; their first and last days belong to them.

    Each end is known not to be before its start; POSSIBLE when the dates contradict that.
    """
    a, b = _stretch(start_a, end_a), _stretch(start_b, end_b)
    if a is None or b is None:
        return Certainty.POSSIBLE
    return _certainty(
        always=a.latest_start <= b.earliest_end and b.latest_start <= a.earliest_end,
        ever=a.earliest_start <= b.latest_end and b.earliest_start <= a.latest_end,
    )


class _Stretch(NamedTuple):
    """The limits of a stretch of time, narrowed by its end not being before its start."""

    earliest_start: date
    latest_start: date
    earliest_end: date
    latest_end: date


def _stretch(start: PartialDate, end: PartialDate) -> _Stretch | None:
    (earliest_start, latest_start), (earliest_end, latest_end) = start.sort_key, end.sort_key
    if latest_end < earliest_start:
        return None
    return _Stretch(
        earliest_start,
        min(latest_start, latest_end),
        max(earliest_end, earliest_start),
        latest_end,
    )


def _certainty(*, always: bool, ever: bool) -> Certainty:
    if always:
        return Certainty.YES
    return Certainty.POSSIBLE if ever else Certainty.NO
