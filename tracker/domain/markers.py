# SPDX-License-Identifier: MIT
"""Results against the range that was in force at the sample: range epochs, flags, doubling.

A reference range depends on laboratory, method, sex and the date of the sample, never on today.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import log

from tracker.domain.dates import PartialDate, days_between
from tracker.domain.durations import Span
from tracker.domain.errors import Problem
from tracker.domain.records.marker import Flag, MarkerResult, ReferenceRange
from tracker.domain.records.patient import Sex
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.units import same_unit, unlike
from tracker.domain.values import Limits, Reading, Side

SHORTEST_DAYS = 7
"""Samples closer together than this give no doubling time: the assay varies by itself."""

_OR = " or "
_FLAG = {Side.HIGH: Flag.HIGH, Side.LOW: Flag.LOW, Side.NORMAL: Flag.NORMAL}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A flag with the range or ranges that were used for it."""

    flag: Flag | None
    ranges: tuple[Limits, ...]

    @property
    def stored_range(self) -> str | None:
        """The text that is frozen beside the flag."""
        return _OR.join(limits.text for limits in self.ranges) or None


def judge(
    result: MarkerResult, ranges: Iterable[ReferenceRange], sex: Sex | None, as_of: date
) -> Judgement:
    """Flags ``result`` by the range printed beside it, else by the ranges of its sample date.

    When the sample may lie on either side of a switch and the ranges disagree, the flag is
    ``Flag.UNCERTAIN``. No range, or a result in words, gives no flag.
    """
    if result.range_reported is not None:
        limits: tuple[Limits, ...] = (result.range_reported,)
    else:
        limits = _in_force(result, ranges, sex, as_of)
    sides = frozenset[Side]().union(*(each.sides(result.value) for each in limits))
    if not sides:
        return Judgement(None, limits)
    return Judgement(_FLAG[next(iter(sides))] if len(sides) == 1 else Flag.UNCERTAIN, limits)


def _in_force(
    result: MarkerResult, ranges: Iterable[ReferenceRange], sex: Sex | None, as_of: date
) -> tuple[Limits, ...]:
    sample = result.date.closed(as_of)
    of_assay = [
        each
        for each in ranges
        if each.analyte == result.analyte
        and each.laboratory == result.laboratory
        and (each.method is None or each.method == result.method)
        and (each.sex is None or each.sex == sex)
        and same_unit(each.unit, result.unit)
    ]
    possible = [each for each in of_assay if may_be_in_force(each, sample)]
    if not possible:  # "until the 10th", and the next one from the 11th: the 10th is the old one's
        possible = [each for each in of_assay if _ends_on(each, sample)]
    possible.sort(key=lambda each: each.effective_from.sort_key if each.effective_from else _FIRST)
    return tuple(dict.fromkeys(each.limits for each in possible))


_FIRST = (date.min, date.min)


def may_be_in_force(each: ReferenceRange, sample: PartialDate) -> bool:
    """True when some choice of days puts the sample from the start to before the switch."""
    earliest, latest = sample.sort_key
    begins = each.effective_from.sort_key[0] if each.effective_from else date.min
    switches = each.effective_to.sort_key[1] if each.effective_to else date.max
    return latest >= begins and earliest < switches


def _ends_on(each: ReferenceRange, sample: PartialDate) -> bool:
    return each.effective_to is not None and sample.sort_key[0] == each.effective_to.sort_key[1]


def overlapping(new: ReferenceRange, others: Iterable[ReferenceRange]) -> Iterator[Problem]:
    """Yields a problem when ``new`` is certainly in force on a day on which another range is.

    Ranges of one analyte, laboratory, method and unit; one for both sexes meets that of either.
    Two that touch in the unknown day of a switch do not overlap.
    """
    met = [each for each in others if _same_epochs(each, new) and _surely_meet(each, new)]
    if met:
        said = ", ".join(f"{each.limits} ({_in_use(each)})" for each in met)
        yield Problem(Message(_OVERLAP, {"ranges": said}), "effective_from")


_OVERLAP = QT_TRANSLATE_NOOP(
    "Message",
    "It overlaps what the same laboratory and method have already: {ranges}. Nothing was stored. "
    "Record first when that one ended, or correct the dates.",
)


def _same_epochs(one: ReferenceRange, other: ReferenceRange) -> bool:
    sexes = {one.sex, other.sex}
    return (
        (one.analyte, one.laboratory, one.method) == (other.analyte, other.laboratory, other.method)
        and same_unit(one.unit, other.unit)
        and (None in sexes or len(sexes) == 1)
    )


def _surely_meet(one: ReferenceRange, other: ReferenceRange) -> bool:
    start = max(_sure_from(one), _sure_from(other))
    return start < min(_sure_until(one), _sure_until(other))


def _in_use(each: ReferenceRange) -> str:
    start, end = each.effective_from, each.effective_to
    return f"{start.text if start else '…'} – {end.text if end else '…'}"


def _sure_from(each: ReferenceRange) -> date:
    """The first day on which the range is surely in force."""
    return each.effective_from.sort_key[1] if each.effective_from else date.min


def _sure_until(each: ReferenceRange) -> date:
    """The first day on which the range may no longer be in force."""
    return each.effective_to.sort_key[0] if each.effective_to else date.max


def used_limits(result: MarkerResult) -> tuple[Limits, ...]:
    """The range or ranges frozen beside a stored result."""
    return tuple(Limits.parse(text) for text in (result.range_used or "").split(_OR) if text)


def range_in_words(result: MarkerResult) -> str | None:
    """The frozen range as it is shown: ``<1.5``, or ``1.5 to <2.7`` when it is uncertain."""
    limits = used_limits(result)
    one_sided = all(each.high and each.low is None for each in limits)
    if len(limits) > 1 and result.flag is Flag.UNCERTAIN and one_sided:
        low, *_, high = sorted(limits, key=lambda each: each.high or Decimal(0))
        return f"{low.high} to {high.text}"
    return result.range_used


def times_limit(result: MarkerResult) -> Span[float] | None:
    """The value as a multiple of its own upper limit; a span when the range is uncertain."""
    number = result.value.number
    if number is None or result.value.is_censored:
        return None
    times = [t for each in used_limits(result) if (t := each.times_upper(number)) is not None]
    return Span(float(min(times)), float(max(times))) if times else None


def no_doubling(
    first: MarkerResult, second: MarkerResult, shortest_days: int = SHORTEST_DAYS
) -> Message | None:
    """Why no doubling time or half-life is stated between two results; None when one is."""
    if (first.laboratory, first.method) != (second.laboratory, second.method):
        return Message(_OTHER_METHOD)
    if not same_unit(first.unit, second.unit):
        return unlike(first.unit, second.unit, first.analyte)
    apart = days_between(first.date, second.date)
    text = _of_numbers(first.value, second.value)
    if text is None and apart is None:
        text = _NO_DATES
    if text is None and apart is not None and apart.low < shortest_days:
        text = _TOO_CLOSE
    return Message(text, {"days": shortest_days}) if text else None


def _of_numbers(first: Reading, second: Reading) -> str | None:
    if first.number is None or second.number is None:
        return _IN_WORDS
    if first.is_censored or second.is_censored:
        return _CENSORED
    if min(first.number, second.number) <= 0:
        return _NOT_ABOVE_ZERO
    return _EQUAL if first.number == second.number else None


_OTHER_METHOD = QT_TRANSLATE_NOOP(
    "Message", "The laboratory or the method changed between the two results."
)
_IN_WORDS = QT_TRANSLATE_NOOP("Message", "One of the two results is no number.")
_CENSORED = QT_TRANSLATE_NOOP("Message", "One of the two results only states a limit.")
_NOT_ABOVE_ZERO = QT_TRANSLATE_NOOP("Message", "One of the two results is not above zero.")
_EQUAL = QT_TRANSLATE_NOOP("Message", "The two results are equal.")
_NO_DATES = QT_TRANSLATE_NOOP("Message", "The days between the two samples are not known.")
_TOO_CLOSE = QT_TRANSLATE_NOOP(
    "Message", "The two samples may be less than {days} days apart, too close to tell."
)


def doubling_days(
    first: MarkerResult, second: MarkerResult, shortest_days: int = SHORTEST_DAYS
) -> Span[float] | None:
    """Doubling time in days between two results; negative is a half-life.

    None where ``no_doubling`` has a reason. Formula: dt ln 2 / ln(v2 / v1).
    """
    if no_doubling(first, second, shortest_days) is not None:
        return None
    one, other = first.value.number, second.value.number
    apart = days_between(first.date, second.date)
    if one is None or other is None or apart is None:  # no_doubling has said so already
        return None
    factor = log(2) / log(other / one)
    return Span(*sorted((apart.low * factor, apart.high * factor)))


TUMOUR_MARKERS = [
    "SCC",
    "CEA",
    "CA125",
    "CA153",
    "CA199",
    "CA724",
    "AFP",
    "HCG",
    "PSA",
    "NSE",
    "CYFRA211",
    "PROGRP",
    "HE4",
    "B2M",
    "CA50",
    "CA242",
    "PIVKA2",
    "S100B",
    "CGA",
    "TG",
    "CT",
    "EBVDNA",
    "HPVCTDNA",
]
"""Codes of ``tumor_markers`` that follow the tumour; all other analytes watch its treatment."""


@dataclass(frozen=True, slots=True)
class Series:
    """The results of one analyte in one unit, in the order of their sample dates."""

    analyte: str
    unit: str
    results: tuple[MarkerResult, ...]

    @property
    def doubling(self) -> Span[float] | None:
        """Doubling time between the last two results."""
        return doubling_days(self.results[-2], self.results[-1]) if len(self.results) > 1 else None

    def nadir_by_method(self) -> dict[str, MarkerResult]:
        """The lowest exact result of each stated method; results without a method are left out."""
        lowest: dict[str, MarkerResult] = {}
        for result in self.results:
            number, method = result.value.number, result.method
            if number is None or method is None or result.value.is_censored:
                continue
            best = lowest.get(method)
            if best is None or best.value.number is None or number < best.value.number:
                lowest[method] = result
        return lowest


def by_sample(results: Iterable[MarkerResult]) -> list[MarkerResult]:
    """The oldest sample first; of one day, those without a time before those with one."""
    return sorted(results, key=lambda each: (each.date.sort_key, each.date.minute))


def series(results: Sequence[MarkerResult]) -> tuple[Series, ...]:
    """Groups results by analyte and unit, tumour markers first; unlike units are never merged."""
    groups: dict[tuple[str, str], list[MarkerResult]] = {}
    for result in by_sample(results):
        key = next(
            (k for k in groups if k[0] == result.analyte and same_unit(k[1], result.unit)),
            (result.analyte, result.unit),
        )
        groups.setdefault(key, []).append(result)
    ordered = sorted(groups.items(), key=lambda each: _importance(each[0][0]))
    return tuple(Series(a, u, tuple(found)) for (a, u), found in ordered)


def _importance(analyte: str) -> int:
    return TUMOUR_MARKERS.index(analyte) if analyte in TUMOUR_MARKERS else len(TUMOUR_MARKERS)
