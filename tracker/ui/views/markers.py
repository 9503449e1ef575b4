# SPDX-License-Identifier: MIT
"""What a series of results says, in words: every computed statement with its inputs."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.domain.analytes import Analyte
from tracker.domain.errors import Refused
from tracker.domain.marker_trend import Trend, trend
from tracker.domain.markers import Series, range_in_words, times_limit, used_limits
from tracker.domain.records.marker import Flag, MarkerResult
from tracker.domain.units import Factor, converted, same_unit, unlike
from tracker.ui import wording
from tracker.ui.errors import words
from tracker.ui.glyphs import Glyph
from tracker.ui.tables.record_model import GLYPHS
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate
Lines = list[tuple[Glyph | None, str]]


def facts_of(
    found: Series,
    analyte: Analyte | None,
    others: Iterable[Series],
    factors: Iterable[Factor],
    as_of: date,
) -> tuple[Fact, ...]:
    """The facts of one series.

    Args:
        found: with at least one result.
        analyte: what the table says of it.
        others: the series of the same analyte in other units.
        factors: between unlike units.
        as_of: the working date.
    """
    now = trend(found.results, as_of)
    return (
        _last(now, analyte, factors),
        _nadir(now),
        _change(now),
        _doubling(now),
        *_apart(found, others),
        *_known(analyte),
    )


def _last(now: Trend, analyte: Analyte | None, factors: Iterable[Factor]) -> Fact:
    last = now.last
    title = translate("Markers", "Last, {date}").format(date=wording.when(last.date))
    age = translate("Markers", "age of the value not known")
    if now.age is not None:
        age = translate("Markers", "{days} ago").format(days=wording.days(now.age))
    lines: Lines = [(None, age), flag_line(last)]
    times = times_limit(last)
    if times:
        said = translate("Markers", "{times} × its own upper limit")
        lines.append((None, said.format(times=f"{times:.2f}")))
    assay = " · ".join(part for part in (last.laboratory, last.method) if part)
    lines.append((None, assay or translate("Markers", "laboratory and method not stated")))
    lines += _converted(last, analyte, factors)
    return Fact(title, shown(last), tuple(lines))


def shown(result: MarkerResult) -> str:
    """A result with its unit, exactly as it was reported."""
    return f"{result.value} {result.unit}"


def flag_line(result: MarkerResult) -> tuple[Glyph | None, str]:
    """The frozen flag and the range that was used for it."""
    used = range_in_words(result)
    if used is not None and result.value.number is None:
        return None, translate("Markers", "no flag: the result is no number")
    if result.flag is Flag.UNCERTAIN and len(used_limits(result)) == 1:
        said = translate("Markers", "not decided: {value} may lie on either side of {range}")
        return Glyph.ASK, said.format(value=result.value, range=used)
    if result.flag is None or used is None:
        return None, translate("Markers", "no flag: no range was recorded for its date")
    said = translate("Markers", "{flag} by the range {range}")
    return GLYPHS.get(result.flag), said.format(flag=wording.choice(result.flag), range=used)


def _converted(
    last: MarkerResult, analyte: Analyte | None, factors: Iterable[Factor]
) -> Iterable[tuple[None, str]]:
    """The number in the usual unit, where the analyte has a factor; the reported one stays."""
    number = last.value.number
    if analyte is None or number is None or same_unit(last.unit, analyte.unit):
        return
    try:
        there = converted(number, last.unit, analyte.unit, last.analyte, factors)
    except Refused:
        return
    said = translate("Markers", "= {sign}{number} {unit}, calculated, verify")
    rounded = f"{there:.4g}" if abs(there) < Decimal(1000) else f"{there:.0f}"
    yield None, said.format(sign=last.value.comparator, number=rounded, unit=analyte.unit)


def _nadir(now: Trend) -> Fact:
    title = translate("Markers", "Nadir of this assay")
    lowest = now.nadir
    if lowest is None:
        return Fact(title, translate("Markers", "no number"))
    lines: Lines = [(None, wording.when(lowest.date))]
    if now.rise is None:
        text = translate("Markers", "rise not computed: a result only states a limit, or is words")
        lines.append((None, text))
    elif now.rise.by == 0:
        lines.append((None, translate("Markers", "the last value is the lowest")))
    else:
        text = translate("Markers", "rise over it: {by} {unit} ({percent}), calculated, verify")
        percent = _percent(now.rise.percent)
        lines.append((None, text.format(by=now.rise.by, unit=now.last.unit, percent=percent)))
    if not now.is_method_known:
        text = translate("Markers", "method not stated: a change of the assay is not excluded")
        lines.append((Glyph.ASK, text))
    if now.other_assays:
        text = translate("Markers", "results of another assay left out: {n}")
        lines.append((None, text.format(n=now.other_assays)))
    return Fact(title, shown(lowest), tuple(lines))


def _percent(number: Decimal | None) -> str:
    return (
        translate("Markers", "no percentage")
        if number is None
        else f"{wording.signed(number, '.1f')} %"
    )


def _change(now: Trend) -> Fact:
    title = translate("Markers", "Change")
    if now.before is None:
        return Fact(title, translate("Markers", "one value of this assay"))
    if now.change is None:
        return Fact(title, translate("Markers", "not computed: no exact number to compare"))
    headline = translate("Markers", "unchanged")
    if now.change > 0:
        headline = translate("Markers", "rising, {percent}").format(percent=_percent(now.change))
    elif now.change < 0:
        headline = translate("Markers", "falling, {percent}").format(percent=_percent(now.change))
    lines: Lines = [(None, _from(now.before, now.last))]
    if now.first is not None and now.first is not now.before:
        text = translate("Markers", "{percent} since the first: {inputs}")
        inputs = _from(now.first, now.last)
        lines.append((None, text.format(percent=_percent(now.from_first), inputs=inputs)))
    lines.append((None, translate("Markers", "calculated, verify")))
    return Fact(title, headline, tuple(lines))


def _from(first: MarkerResult, last: MarkerResult) -> str:
    return translate("Markers", "{first} ({date}) to {last}").format(
        first=first.value, date=wording.when(first.date), last=last.value
    )


def _doubling(now: Trend) -> Fact:
    title = translate("Markers", "Doubling time")
    if now.doubling is None:
        lines: Lines = [(None, words(now.no_doubling))] if now.no_doubling else []
        return Fact(title, translate("Markers", "not stated"), tuple(lines))
    low, high = now.doubling.low, now.doubling.high
    if low < 0:
        title, low, high = translate("Markers", "Half-life"), -high, -low
    ends = dict.fromkeys((f"{low:,.1f}", f"{high:,.1f}"))
    headline = translate("Markers", "{days} d").format(days="–".join(ends))
    said = _from(now.results[-2], now.last)
    rule = translate("Markers", "Δt × ln 2 ÷ ln(v2 ÷ v1); calculated, verify")
    return Fact(title, headline, ((None, said), (None, rule)))


def _apart(found: Series, others: Iterable[Series]) -> Iterable[Fact]:
    for other in others:
        reason = words(unlike(found.unit, other.unit, found.analyte))
        title = translate("Markers", "Also in {unit}").format(unit=other.unit)
        count = translate("Markers", "results: {n}, kept apart").format(n=len(other.results))
        yield Fact(title, count, ((None, reason),))


def _known(analyte: Analyte | None) -> Iterable[Fact]:
    if analyte is None:
        return
    lines: Lines = []
    if analyte.loinc:
        lines.append((None, f"LOINC {analyte.loinc}"))
    if analyte.limit_depends_on:
        text = translate("Markers", "limits differ by: {what}")
        lines.append((None, text.format(what=analyte.limit_depends_on)))
    yield Fact(f"{analyte.code} {analyte.zh_name}", analyte.name, tuple(lines))


def flag_words(flag: Flag | None) -> str:
    """A flag as a cell says it."""
    return wording.choice(flag) if flag else translate("Markers", "no flag")
