# SPDX-License-Identifier: MIT
"""What is open or missing in a chart: the data manager's weekly list (clinical.md 1c).

Nothing here contradicts anything; somebody only has to look, ask, or close it.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.findings import Finding, finding
from tracker.domain.outcomes import clocks
from tracker.domain.records import (
    AdverseEvent,
    AdverseEventGrade,
    Course,
    MarkerResult,
    Stage,
)
from tracker.domain.records.patient import VitalStatus
from tracker.domain.schedule import ledgers
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.units import read, same_unit

OPEN_EVENT_DAYS = 90
"""An adverse event without news for so long is asked for."""


def open_questions(chart: Chart, as_of: date) -> tuple[Finding, ...]:
    """What the data manager asks about a chart, as of a day."""
    return (
        *_no_clock(chart, as_of),
        *_vital_status(chart),
        *_no_stage(chart),
        *_no_plan(chart),
        *_open_events(chart, as_of),
        *_unjudged_results(chart),
        *_unknown_units(chart),
    )


def _no_clock(chart: Chart, as_of: date) -> Iterator[Finding]:
    if chart.of(Course) and not any(clock.name == "OS" for clock in clocks(chart, as_of)):
        text = QT_TRANSLATE_NOOP(
            "Message", "No survival can be counted: an index date or the last contact is missing."
        )
        yield finding("INDEX_MISSING", text, {}, chart.patient)


def _vital_status(chart: Chart) -> Iterator[Finding]:
    patient = chart.patient.record
    if patient.vital_status is None:
        text = QT_TRANSLATE_NOOP("Message", "Nobody recorded whether the patient is alive.")
        yield finding("VITAL_STATUS_MISSING", text, {}, chart.patient)
    elif patient.vital_status is VitalStatus.DEAD and patient.death is None:
        text = QT_TRANSLATE_NOOP("Message", "The patient died; the date is not recorded.")
        yield finding("DEATH_DATE_MISSING", text, {}, chart.patient)


def _no_stage(chart: Chart) -> Iterator[Finding]:
    if chart.of(Course) and not chart.of(Stage):
        text = QT_TRANSLATE_NOOP("Message", "No stage is recorded.")
        yield finding("STAGE_MISSING", text, {}, chart.patient)


def _no_plan(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP("Message", "{regimen} is running without an interval in its plan.")
    for book in ledgers(chart):
        if book.is_running and not book.segments:
            regimen = book.course.record.regimen
            yield finding("PLAN_MISSING", text, {"regimen": regimen}, book.course)


def _open_events(chart: Chart, as_of: date) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP(
        "Message", "{term} since {onset}: no end, no outcome and no news for more than {days} d."
    )
    for event in chart.of(AdverseEvent):
        grades = [each.record.date for each in chart.of(AdverseEventGrade, event.id)]
        heard = [event.record.onset, *grades]
        if event.record.is_ongoing is not False and _is_long_ago(heard, as_of):
            shown = {
                "term": event.record.term,
                "onset": event.record.onset.text,
                "days": OPEN_EVENT_DAYS,
            }
            yield finding("EVENT_OPEN", text, shown, event)


def _is_long_ago(heard: list[PartialDate], as_of: date) -> bool:
    """Whether every date certainly lies more than ``OPEN_EVENT_DAYS`` before ``as_of``."""
    limit = as_of - timedelta(days=OPEN_EVENT_DAYS)
    return all(each.latest is not None and each.latest < limit for each in heard)


def _unjudged_results(chart: Chart) -> Iterator[Finding]:
    """One line for each test of one laboratory that has no range to be judged by."""
    text = QT_TRANSLATE_NOOP(
        "Message", "{analyte}, results without a reference range: {n} ({laboratory})."
    )
    unjudged: dict[tuple[str, str], list[Stored[MarkerResult]]] = {}
    for result in chart.of(MarkerResult):
        if result.record.flag is None and result.record.value.number is not None:
            key = (result.record.analyte, result.record.laboratory or "–")
            unjudged.setdefault(key, []).append(result)
    for (analyte, laboratory), found in unjudged.items():
        shown = {"analyte": analyte, "n": len(found), "laboratory": laboratory}
        yield finding("RANGE_MISSING", text, shown, *found)


def _unknown_units(chart: Chart) -> Iterator[Finding]:
    """One line for each unit that the table does not know beside others of the same analyte.

    Such results stand in a series of their own: a slip in the unit takes them out of sight.
    """
    text = QT_TRANSLATE_NOOP(
        "Message",
        "{analyte}: “{unit}” is a unit the program does not know; other results are in {others}.",
    )
    units: dict[str, dict[str, list[Stored[MarkerResult]]]] = {}
    for result in chart.of(MarkerResult):
        if unit := result.record.unit:
            units.setdefault(result.record.analyte, {}).setdefault(unit, []).append(result)
    for analyte, by_unit in units.items():
        for unit, found in by_unit.items():
            others = [other for other in by_unit if not same_unit(unit, other)]
            if read(unit) is None and others:
                shown = {"analyte": analyte, "unit": unit, "others": ", ".join(others)}
                yield finding("UNIT_UNKNOWN", text, shown, *found)
