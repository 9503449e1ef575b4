# SPDX-License-Identifier: MIT
"""Contradictions about treatment: cycles, gaps, doses, what was denied and is recorded."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from tracker.domain.adverse_events import causes_of
from tracker.domain.chart import Chart
from tracker.domain.dates import Certainty, before
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.findings import Finding, Rule, finding, stated
from tracker.domain.records import (
    AdverseEvent,
    Course,
    CourseDrug,
    PlanSegment,
    RadiotherapyPhase,
)
from tracker.domain.records.adverse_event import Causality
from tracker.domain.records.base import Record
from tracker.domain.records.course import DoseAction, TherapyClass
from tracker.domain.records.statement import Topic
from tracker.domain.schedule import DOSE_GIVEN, Ledger, ledgers
from tracker.domain.text import QT_TRANSLATE_NOOP


def _cycles_that_do_not_fit(chart: Chart) -> Iterator[Finding]:
    impossible = QT_TRANSLATE_NOOP(
        "Message",
        "{n} cycles of {regimen}, {interval} d apart, do not fit between {start} and {stop}.",
    )
    barely = QT_TRANSLATE_NOOP(
        "Message",
        "{n} cycles of {regimen}, {interval} d apart, fit between {start} and {stop} only when "
        "the first was given by {day}.",
    )
    for course in chart.of(Course):
        record = course.record
        start, stop, n = record.start, record.stop, record.cycles_reported
        intervals = {s.record.interval_days for s in chart.of(PlanSegment, course.id)}
        interval = intervals.pop() if len(intervals) == 1 else None
        if not (n and n > 1 and interval and stop and stop.latest and start.earliest):
            continue
        last_first = stop.latest - timedelta(days=(n - 1) * interval)
        shown: dict[str, object] = {
            "n": n,
            "regimen": record.regimen,
            "interval": interval,
            "start": start.text,
            "stop": stop.text,
            "day": last_first.isoformat(),
        }
        if last_first < start.earliest:
            yield finding("CYCLES_DO_NOT_FIT", impossible, shown, course)
        elif start.latest is None or last_first < start.latest:
            yield finding("CYCLES_FIT_ONLY_EARLY", barely, shown, course)


_REASON_ACTIONS = frozenset(
    {DoseAction.HELD, DoseAction.DELAYED, DoseAction.SKIPPED, DoseAction.APPOINTED}
)
_LONG_GAP = 1.5
"""A gap of more than one and a half intervals wants a reason (clinical.md 1c)."""


def _gaps_without_reason(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "{days} d lie between two doses of {regimen} ({first} and {second}), planned were "
        "{interval}, and no reason is recorded.",
    )
    for book in ledgers(chart):
        for one, two in pairwise(book.cycles):
            planned = one.interval_days
            if not (one.day and two.day and planned):
                continue
            days = (two.day - one.day).days
            if days > _LONG_GAP * planned and not _explained(book, one.day, two.day):
                shown = {
                    "days": days,
                    "regimen": book.course.record.regimen,
                    "first": one.day.isoformat(),
                    "second": two.day.isoformat(),
                    "interval": planned,
                }
                yield finding("GAP_WITHOUT_REASON", text, shown, two.event, one.event)


def _explained(book: Ledger, first: date, second: date) -> bool:
    """Whether an event between two doses, or of unknown day, says why the second came late."""
    return any(
        event.record.action in _REASON_ACTIONS
        and event.record.date.sort_key[0] <= second
        and event.record.date.sort_key[1] >= first
        for event in book.events
    )


def _doses_outside_their_course(chart: Chart) -> Iterator[Finding]:
    early = QT_TRANSLATE_NOOP(
        "Message", "A dose of {regimen} is recorded for {date}, before the course began ({end})."
    )
    late = QT_TRANSLATE_NOOP(
        "Message", "A dose of {regimen} is recorded for {date}, after the course stopped ({end})."
    )
    for book in ledgers(chart):
        course, stop = book.course, book.stop
        for event in (e for e in book.events if e.record.action in DOSE_GIVEN):
            when = event.record.date
            shown = {"regimen": course.record.regimen, "date": when}
            if before(when, course.record.start) is Certainty.YES:
                said = shown | {"end": course.record.start}
                yield finding("DOSE_BEFORE_COURSE", early, said, event, course)
            elif stop is not None and before(stop, when) is Certainty.YES:
                said = shown | {"end": stop}
                yield finding("DOSE_AFTER_STOP", late, said, event, course)


_THERAPY_WORDS = {
    TherapyClass.CHEMOTHERAPY: "chemotherapy",
    TherapyClass.IMMUNOTHERAPY: "immunotherapy",
    TherapyClass.TARGETED: "targeted therapy",
}
_DENIALS = ("no ", "never ", "without ", "not ")


def _denied_treatment(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP("Message", "“{said}” was stated, but {what} is recorded.")
    for said in stated(chart, Topic.TREATMENT):
        words = said.record.finding.casefold()
        if not words.startswith(_DENIALS):
            continue
        given: list[Stored[Record]] = [
            course
            for course in chart.of(Course)
            if _THERAPY_WORDS.get(course.record.therapy, "-") in words
        ]
        if "radiotherapy" in words and "chemo" not in words:
            given += chart.of(RadiotherapyPhase)
        if given:
            shown = {"said": said.record.finding, "what": ", ".join(map(_name, given))}
            yield finding("TREATMENT_DENIED", text, shown, said, *given)


def _name(stored: Stored[Record]) -> str:
    record = stored.record
    return record.regimen if isinstance(record, Course) else str(getattr(record, "site", ""))


def _dose_of_several_days(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "{drug} {dose} on days {days}: whether on each day or in total is not recorded.",
    )
    for drug in chart.of(CourseDrug):
        record = drug.record
        several = record.days and not record.days.strip().isdigit()
        if several and record.dose and not _PER_DAY.search(drug.note or ""):
            shown = {"drug": record.drug, "dose": record.dose, "days": record.days}
            yield finding("DOSE_PER_DAY_UNCLEAR", text, shown, drug)


_PER_DAY = re.compile(r"\b(each day|every day|per day on|in total over)\b", re.IGNORECASE)


def _inferred_radiotherapy(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP("Message", "Radiotherapy of {site}: {gy} Gy/{n} is partly inferred.")
    for phase in chart.of(RadiotherapyPhase):
        record = phase.record
        if record.inferred is YesNo.YES:
            shown = {"site": record.site, "gy": record.total_gy, "n": record.fractions}
            yield finding("RADIOTHERAPY_INFERRED", text, shown, phase)


def _cause_after_event(chart: Chart) -> Iterator[Finding]:
    """A treatment that certainly began after an event did not cause it."""
    text = QT_TRANSLATE_NOOP(
        "Message",
        "{event} of {onset} is attributed to {cause} ({certainty}), which began later, on {start}.",
    )
    for event in chart.of(AdverseEvent):
        for cause in causes_of(chart, event.id):
            start = cause.treatment.start if cause.treatment else None
            excluded = cause.certainty in {Causality.UNRELATED, Causality.UNKNOWN}
            if start and not excluded and before(event.record.onset, start) is Certainty.YES:
                shown = {
                    "event": event.record.term,
                    "onset": event.record.onset.text,
                    "cause": cause,
                    "certainty": cause.certainty,
                    "start": start.text,
                }
                yield finding("CAUSE_AFTER_EVENT", text, shown, event)


RULES: tuple[Rule, ...] = (
    _cause_after_event,
    _cycles_that_do_not_fit,
    _gaps_without_reason,
    _doses_outside_their_course,
    _denied_treatment,
    _dose_of_several_days,
    _inferred_radiotherapy,
)
