# SPDX-License-Identifier: MIT
"""What to know before the next dose: drugs left out, open events, results, weight, what is ahead.

Facts of the chart alone and without regard to today, so that they are stored beside the dose.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from tracker.domain.adverse_events import newest_grade
from tracker.domain.chart import Chart
from tracker.domain.dates import Certainty, before
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_labs import LAB_COLUMNS
from tracker.domain.markers import by_sample
from tracker.domain.records import AdverseEvent, MarkerResult
from tracker.domain.records.marker import Flag
from tracker.domain.reminders import (
    Ahead,
    DrugOff,
    Due,
    Known,
    OpenEvent,
    OutOfRange,
    WeightChange,
    What,
)
from tracker.domain.schedule import Ledger, reason_of

WEIGHT_SAYS_PERCENT: Final = 5
"""A change beyond this is said; CTCAE 5.0 "Weight loss" and "Weight gain" begin at 5 %."""

_NOT_ANNOUNCED = frozenset({What.DOSE, What.CONTACT, What.REMINDER})
_SAFETY = frozenset(column.analyte for column in LAB_COLUMNS)


def before_dose(chart: Chart, book: Ledger, dose: Due, lines: Iterable[Due]) -> tuple[Known, ...]:
    """What to know, the worst first: drugs left out, open events by grade, results, weight, plans.

    Args:
        chart: of the patient.
        book: of the course.
        dose: the line of its next dose.
        lines: everything that is due of the chart.
    """
    events = sorted(_open_events(chart, book), key=lambda e: (-e.grade, e.since.sort_key))
    results, ahead = _out_of_range(chart, dose), _ahead(book, dose, lines)
    return (*_drugs_off(book), *events, *results, *_weight(chart, book), *ahead)


def _drugs_off(book: Ledger) -> Iterator[DrugOff]:
    """Drugs of a regimen that are not given with the next dose although the others are."""
    off = {True: book.stopped_drugs, False: {} if book.open_hold else book.held_drugs}
    for is_stopped, events in off.items():
        for name, event in events.items():
            yield DrugOff(book.name_of(name), is_stopped, event.record.date, reason_of(event))


def _open_events(chart: Chart, book: Ledger) -> Iterator[OpenEvent]:
    """Graded events that nobody recorded as over, unless they surely ended before the course."""
    for stored in chart.of(AdverseEvent):
        event, start = stored.record, book.course.record.start
        grade, since = newest_grade(chart, stored)
        old = event.is_ongoing is None and before(event.onset, start) is Certainty.YES
        if grade and event.is_ongoing is not False and not old:
            yield OpenEvent(grade, event.term, since)


def _out_of_range(chart: Chart, dose: Due) -> Iterator[OutOfRange]:
    """Safety results since the last dose that were flagged when they were saved.

    The value before stands beside one only if it is in the same unit.
    """
    results: dict[str, list[MarkerResult]] = {}
    found = (stored.record for stored in chart.of(MarkerResult))
    for result in by_sample(found):
        if result.analyte in _SAFETY:
            results.setdefault(result.analyte, []).append(result)
    for analyte, (*earlier, last) in results.items():
        since = dose.last_given or date.min
        if last.flag not in {Flag.HIGH, Flag.LOW} or last.date.sort_key[0] <= since:
            continue
        was = earlier[-1] if earlier and earlier[-1].unit == last.unit else None
        yield OutOfRange(
            analyte,
            f"{last.value} {last.unit}",
            last.flag is Flag.HIGH,
            str(was.value) if was else "",
        )


def _weight(chart: Chart, book: Ledger) -> Iterator[WeightChange]:
    """The last weight against the one at the start of the course."""
    day = DoseDay(chart, date.min, book)
    first, last = day.first("weight"), day.last("weight")
    if first is None or last is None or not first.number or last.number is None:
        return
    percent = (last.number - first.number) / first.number * 100
    later = before(first.date, last.date) is Certainty.YES
    if later and abs(percent) > Decimal(WEIGHT_SAYS_PERCENT):
        yield WeightChange(f"{percent:+.1f}".replace("-", "−"), first.date)


def _ahead(book: Ledger, dose: Due, lines: Iterable[Due]) -> list[Ahead]:
    """What falls due after this dose and before the one that follows it."""
    interval = book.last.interval_days if book.last else None
    if dose.on is None or interval is None:
        return []
    until = (book.within and book.next_cycle_day) or dose.on + timedelta(days=interval)
    soon = [
        Ahead(line.what, line.title, line.shown_from)
        for line in lines
        if line.closed is None
        and line.what not in _NOT_ANNOUNCED
        and line.shown_from is not None
        and dose.on < line.shown_from < until
    ]
    return sorted(soon, key=lambda ahead: (ahead.on, ahead.what, ahead.title))
