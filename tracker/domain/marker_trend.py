# SPDX-License-Identifier: MIT
"""How a marker moves: change, nadir of its assay, rise over it, and the age of the last value.

Everything is computed from exact numbers of one assay (laboratory, method and unit). A result that
only states a limit is never computed with, and where it is the lowest there is no nadir in numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.dates import PartialDate, days_between
from tracker.domain.durations import Span
from tracker.domain.markers import doubling_days, no_doubling
from tracker.domain.records.marker import MarkerResult
from tracker.domain.text import Message
from tracker.domain.units import same_unit


def percent_change(first: MarkerResult, second: MarkerResult) -> Decimal | None:
    """From ``first`` to ``second`` in percent of the first, unrounded.

    None across assays, with a result in words or one that only states a limit, and from zero.
    """
    one, other = _exact(first), _exact(second)
    if one is None or other is None or one == 0 or not same_assay(first, second):
        return None
    return (other - one) / one * 100


def same_assay(one: MarkerResult, other: MarkerResult) -> bool:
    """Whether two results are of one laboratory, method and unit."""
    places = {(each.analyte, each.laboratory, each.method) for each in (one, other)}
    return len(places) == 1 and same_unit(one.unit, other.unit)


def nadir(results: Sequence[MarkerResult]) -> MarkerResult | None:
    """The lowest of results of one assay, the earliest of equal ones.

    A result such as ``<0.5`` is the nadir when nothing exact lies below its limit.
    """
    exact = [each for each in results if _exact(each) is not None]
    lowest = min(exact, key=_number, default=None)
    limits = [each for each in results if each.value.comparator in {"<", "<="}]
    least = min(limits, key=_number, default=None)
    if least is not None and (lowest is None or _number(least) <= _number(lowest)):
        return least
    return lowest


def _exact(result: MarkerResult) -> Decimal | None:
    return None if result.value.is_censored else result.value.number


def _number(result: MarkerResult) -> Decimal:
    return result.value.number or Decimal(0)


@dataclass(frozen=True, slots=True)
class Rise:
    """The last result over the nadir, in the unit of the results and in percent."""

    by: Decimal
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Where a series stands. Results are those of the assay of the last one.

    Attributes:
        last: the newest result.
        age: days from its sample to the day of asking.
        results: of the same assay, in time, the last included.
        before: the exact result before the last one.
        change: percent from ``before`` to ``last``.
        from_first: percent from the first exact result to the last.
        nadir: the lowest so far.
        rise: of the last over it; None when either only states a limit.
        doubling: days; negative is a half-life.
        no_doubling: why there is none.
        other_assays: results of the series that were left out, being of another assay.
    """

    last: MarkerResult
    age: Span[int] | None
    results: tuple[MarkerResult, ...]
    before: MarkerResult | None
    change: Decimal | None
    first: MarkerResult | None
    from_first: Decimal | None
    nadir: MarkerResult | None
    rise: Rise | None
    doubling: Span[float] | None
    no_doubling: Message | None
    other_assays: int

    @property
    def is_method_known(self) -> bool:
        """Without a stated method a change of the assay cannot be excluded."""
        return self.last.method is not None


def trend(results: Sequence[MarkerResult], as_of: date) -> Trend:
    """The trend of a series with at least one result, in the order of the sample dates."""
    last = results[-1]
    own = tuple(each for each in results if same_assay(each, last))
    exact = [each for each in own[:-1] if _exact(each) is not None]
    before, first = (exact[-1], exact[0]) if exact else (None, None)
    lowest = nadir(own)
    return Trend(
        last=last,
        age=_age(last.date, as_of),
        results=own,
        before=before,
        change=percent_change(before, last) if before else None,
        first=first,
        from_first=percent_change(first, last) if first else None,
        nadir=lowest,
        rise=_rise(lowest, last) if lowest else None,
        doubling=doubling_days(own[-2], last) if len(own) > 1 else None,
        no_doubling=no_doubling(own[-2], last) if len(own) > 1 else None,
        other_assays=len(results) - len(own),
    )


def _age(sample: PartialDate, as_of: date) -> Span[int] | None:
    days = days_between(sample.closed(as_of), PartialDate.of(as_of))
    return days.at_least(0) if days else None


def _rise(lowest: MarkerResult, last: MarkerResult) -> Rise | None:
    low, now = _exact(lowest), _exact(last)
    if low is None or now is None:
        return None
    return Rise(now - low, (now - low) / low * 100 if low > 0 else None)
