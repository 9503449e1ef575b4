# SPDX-License-Identifier: MIT
"""Clocks with their index named, and how long a course has been running.

Survival of a living patient counts to the last contact and is censored there, never at today;
a running course counts to the later of its last dose and the last contact, so that it never
runs backwards. Counters show completed months, survival figures days / 30.4375.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker.domain.chart import Chart
from tracker.domain.dates import (
    Certainty,
    PartialDate,
    before,
    days_between,
    months_30_4375,
    months_completed,
    schedule_dates,
)
from tracker.domain.durations import Span, months_and_days
from tracker.domain.records import Course, ImagingStudy, Procedure, Visit
from tracker.domain.records.course import Intent
from tracker.domain.records.imaging import Conclusion
from tracker.domain.records.patient import VitalStatus
from tracker.domain.records.procedure import ProcedureType, Proof
from tracker.domain.records.visit import Contact
from tracker.domain.schedule import Ledger


@dataclass(frozen=True, slots=True)
class Clock:
    """Time from a named index to an end, as ranges.

    Attributes:
        name: OS, DFS or PFS.
        index: what counts as day 0.
        endpoint: what ends it: an event, or the last contact.
        end: as known at the as-of day (its text stays as entered).
        event: True when it ended by the event, False when it is censored.
    """

    name: str
    index: str
    endpoint: str
    start: PartialDate
    end: PartialDate
    event: bool

    @property
    def days(self) -> Span[int] | None:
        """Days from start to end, the first day not counted."""
        return days_between(self.start, self.end)

    @property
    def months_completed(self) -> Span[int] | None:
        """Completed calendar months."""
        return months_completed(self.start, self.end)

    @property
    def months_30_4375(self) -> Span[float] | None:
        """Days / 30.4375, not rounded."""
        return months_30_4375(self.start, self.end)

    @property
    def months_and_days(self) -> tuple[int, int] | None:
        """Completed months and the days left over, when both ends are days."""
        start, end = self.start.day, self.end.day
        return months_and_days(start, end) if start and end and start <= end else None


def latest_of(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The later of several dates; an interval when no single one is certainly the last."""
    known = [d for d in dates if d is not None and d.earliest is not None and d.latest is not None]
    if not known:
        return None
    earliest = max(d.earliest for d in known if d.earliest)
    latest = max(d.latest for d in known if d.latest)
    for each in known:
        if each.earliest == earliest and each.latest == latest:
            return each
    return PartialDate(f"{earliest.isoformat()}/{latest.isoformat()}", earliest, latest)


def last_contact(chart: Chart, as_of: date) -> PartialDate | None:
    """The last time the patient was met or heard of, as known at ``as_of``."""
    met = [visit.record.date for visit in chart.of(Visit)]
    found = latest_of([chart.patient.record.last_contact, *met])
    return None if found is None else found.closed(as_of)


def clocks(chart: Chart, as_of: date) -> tuple[Clock, ...]:
    """The clocks of a chart that have an index and an end."""
    return tuple(_survival(chart, as_of)) + tuple(_disease(chart, as_of))


def _survival(chart: Chart, as_of: date) -> Iterator[Clock]:
    patient = chart.patient.record
    dead = patient.vital_status is VitalStatus.DEAD
    end = patient.death.closed(as_of) if patient.death else last_contact(chart, as_of)
    if end is None or (dead and patient.death is None):
        return
    for index, start in _indexes(chart):
        yield Clock("OS", index, "death" if dead else "last contact", start, end, event=dead)


def _indexes(chart: Chart) -> Iterator[tuple[str, PartialDate]]:
    admissions = [v.record.date for v in chart.of(Visit) if v.record.contact is Contact.ADMISSION]
    starts = [c.record.start for c in chart.of(Course)]
    for index, dates in (
        ("admission", admissions),
        ("surgery", _surgery(chart)),
        ("first systemic treatment", starts),
    ):
        if dates:
            yield index, min(dates, key=lambda d: d.sort_key)


def _surgery(chart: Chart) -> list[PartialDate]:
    return [p.record.date for p in chart.of(Procedure) if p.record.type is ProcedureType.SURGERY]


_ON_IMAGING = frozenset({Conclusion.SUSPICIOUS, Conclusion.PROGRESSION})


def _progressions(chart: Chart, after: PartialDate) -> Iterator[tuple[str, PartialDate]]:
    """Ways to date the first progression after a day: by tissue and by imaging, apart."""
    tissue = [p.record.date for p in chart.of(Procedure) if p.record.proves is Proof.RELAPSE]
    scans = [i.record.date for i in chart.of(ImagingStudy) if i.record.conclusion in _ON_IMAGING]
    for how, dates in (("relapse proved by tissue", tissue), ("first imaging", scans)):
        later = [d for d in dates if before(after, d) is Certainty.YES]
        if later:
            yield how, min(later, key=lambda d: d.sort_key)


def _disease(chart: Chart, as_of: date) -> Iterator[Clock]:
    starts = [c.record.start for c in chart.of(Course) if c.record.intent is Intent.RECURRENT]
    for name, index, dates in (
        ("DFS", "surgery", _surgery(chart)),
        ("PFS", "first systemic treatment of recurrent disease", starts),
    ):
        if not dates:
            continue
        start = min(dates, key=lambda d: d.sort_key)
        ends = list(_progressions(chart, start))
        for how, end in ends:
            yield Clock(name, index, how, start, end.closed(as_of), event=True)
        seen = last_contact(chart, as_of)
        if not ends and seen is not None:
            yield Clock(name, index, "last contact", start, seen, event=False)


@dataclass(frozen=True, slots=True)
class CourseTime:
    """How long a course has been running, as known at the as-of day."""

    start: PartialDate
    counted_to: PartialDate | None
    on_schedule: Span[int] | None

    @property
    def days(self) -> Span[int] | None:
        """Days from the start."""
        return days_between(self.start, self.counted_to) if self.counted_to else None

    @property
    def months(self) -> Span[int] | None:
        """Completed calendar months: the cycle counter."""
        return months_completed(self.start, self.counted_to) if self.counted_to else None


def course_time(chart: Chart, book: Ledger, as_of: date) -> CourseTime:
    """Counts a stopped course to its stop, a running one to the last dose or contact."""
    course = book.course.record
    last_dose = book.last.event.record.date if book.last else None
    if book.is_running:
        counted_to = latest_of([last_dose, last_contact(chart, as_of)])
    else:
        counted_to = course.stop or _stop_event(book)
    closed = None if counted_to is None else counted_to.closed(as_of)
    if closed is not None and closed.is_unknown:
        closed = None
    interval = book.single_interval
    dates = schedule_dates(course.start, closed, interval) if closed and interval else None
    return CourseTime(course.start, closed, dates)


def _stop_event(book: Ledger) -> PartialDate | None:
    return next((e.record.date for e in book.events if e.record.action == "stopped"), None)
