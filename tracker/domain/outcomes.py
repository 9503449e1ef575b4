# SPDX-License-Identifier: MIT
"""Clocks with their index named, and how long a course has been running.

Survival of a living patient counts to the last contact and is censored there, never at today;
a running course counts to the later of its last dose and the last contact, so that it never
runs backwards. Counters show completed months, survival figures days / 30.4375.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tracker.domain.chart import Chart
from tracker.domain.dates import (
    UNKNOWN,
    Certainty,
    PartialDate,
    age_years,
    before,
    days_between,
    months_30_4375,
    months_completed,
    schedule_dates,
)
from tracker.domain.durations import N, Span, months_and_days
from tracker.domain.records import (
    Course,
    DiseaseStatus,
    ImagingStudy,
    Patient,
    Procedure,
    ResponseAssessment,
    Visit,
)
from tracker.domain.records.course import Intent
from tracker.domain.records.disease_status import Disease
from tracker.domain.records.imaging import Conclusion
from tracker.domain.records.patient import VitalStatus
from tracker.domain.records.procedure import ProcedureType, Proof
from tracker.domain.records.response_assessment import Category
from tracker.domain.records.visit import Contact
from tracker.domain.schedule import Ledger

_Progression = tuple[str, PartialDate | None]


def _forwards(time: Span[N] | None) -> Span[N] | None:
    """``time`` to an end that is known not to be before its start."""
    return None if time is None else time.at_least(0)


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
        return _forwards(days_between(self.start, self.end))

    @property
    def months_completed(self) -> Span[int] | None:
        """Completed calendar months."""
        return _forwards(months_completed(self.start, self.end))

    @property
    def months_30_4375(self) -> Span[float] | None:
        """Days / 30.4375, not rounded."""
        return _forwards(months_30_4375(self.start, self.end))

    @property
    def months_and_days(self) -> tuple[int, int] | None:
        """Completed months and the days left over, when both ends are days."""
        start, end = self.start.day, self.end.day
        return months_and_days(start, end) if start and end and start <= end else None


def latest_of(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The later of several dates; an interval when no single one is certainly the last.

    It is open at the end when one of them is. Dates that are open at the start are left out.
    """
    known = [(d, d.earliest) for d in dates if d is not None and d.earliest is not None]
    if not known:
        return None
    earliest = max(start for _, start in known)
    ends = [d.latest for d, _ in known]
    latest = None if None in ends else max(end for end in ends if end)
    for each, start in known:
        if (start, each.latest) == (earliest, latest):
            return each
    end = ".." if latest is None else latest.isoformat()
    return PartialDate(f"{earliest.isoformat()}/{end}", earliest, latest)


def earliest_of(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The earlier of several dates; an interval when no single one is certainly the first.

    Dates that are open on either side are left out.
    """
    known = [d for d in dates if d is not None and d.earliest is not None and d.latest is not None]
    if not known:
        return None
    earliest = min(d.earliest for d in known if d.earliest)
    latest = min(d.latest for d in known if d.latest)
    for each in known:
        if (each.earliest, each.latest) == (earliest, latest):
            return each
    return PartialDate(f"{earliest.isoformat()}/{latest.isoformat()}", earliest, latest)


def last_contact(chart: Chart, as_of: date) -> PartialDate | None:
    """The last time the patient was met or heard of, as known at ``as_of``."""
    met = [visit.record.date for visit in chart.of(Visit)]
    heard = [chart.patient.record.last_contact, *met]
    return latest_of(each.closed(as_of) for each in heard if each is not None)


def age_of(patient: Patient, as_of: date) -> Span[int] | None:
    """Completed years at ``as_of``, or at the death; None when either end is not known."""
    died = patient.vital_status is VitalStatus.DEAD
    on = (patient.death or UNKNOWN).closed(as_of) if died else PartialDate.of(as_of)
    if patient.birth is None or before(on, patient.birth) is Certainty.YES:
        return None
    return age_years(patient.birth, on)


def clocks(chart: Chart, as_of: date) -> tuple[Clock, ...]:
    """The clocks of a chart that have an index and an end, as known at ``as_of``."""
    found = chain(_survival(chart, as_of), _disease(chart, as_of))
    return tuple(clock for clock in found if before(clock.end, clock.start) is not Certainty.YES)


def _survival(chart: Chart, as_of: date) -> Iterator[Clock]:
    end = end_of_life(chart, as_of)
    if end is None:
        return
    how, day, event = end
    for index, start in _indexes(chart):
        yield Clock("OS", index, how, start, day, event=event)


def end_of_life(chart: Chart, as_of: date) -> tuple[str, PartialDate, bool] | None:
    """The death, or the last contact of a patient alive at ``as_of``; None when neither is known.

    A death of unknown date ends no clock, and censors none at the last contact.
    """
    patient = chart.patient.record
    death, seen = patient.death, last_contact(chart, as_of)
    if patient.vital_status is VitalStatus.DEAD and (death is None or is_known(death, as_of)):
        return ("death", death.closed(as_of), True) if death else None
    return ("last contact", seen, False) if seen else None


def is_known(event: PartialDate, as_of: date) -> bool:
    """False for an event that at ``as_of`` still lies in the future."""
    return before(PartialDate.of(as_of), event) is not Certainty.YES


def _indexes(chart: Chart) -> Iterator[tuple[str, PartialDate]]:
    admissions = [v.record.date for v in chart.of(Visit) if v.record.contact is Contact.ADMISSION]
    starts = [c.record.start for c in chart.of(Course)]
    for index, dates in (
        ("admission", admissions),
        ("surgery", _surgery(chart)),
        ("first systemic treatment", starts),
    ):
        first = earliest_of(dates)
        if first is not None:
            yield index, first


def _surgery(chart: Chart) -> list[PartialDate]:
    return [p.record.date for p in chart.of(Procedure) if p.record.type is ProcedureType.SURGERY]


_ON_IMAGING = frozenset({Conclusion.SUSPICIOUS, Conclusion.PROGRESSION})


_AFTER_SURGERY = frozenset({Disease.RECURRENT, Disease.PROGRESSIVE})
_ON_TREATMENT = frozenset({Disease.PROGRESSIVE})  # "recurrent" is what was treated


def _progressions(chart: Chart, after: PartialDate, as_of: date) -> Iterator[_Progression]:
    """Ways to date the first progression after a day: by tissue and by imaging, apart.

    The date is None when a finding may lie on either side of that day.
    """
    tissue = [p.record.date for p in chart.of(Procedure) if p.record.proves is Proof.RELAPSE]
    scans = [i.record.date for i in chart.of(ImagingStudy) if i.record.conclusion in _ON_IMAGING]
    for how, dates in (("relapse proved by tissue", tissue), ("first imaging", scans)):
        yield from _first_after(how, dates, after, as_of)


def _told(
    chart: Chart, after: PartialDate, as_of: date, said: frozenset[Disease]
) -> Iterator[_Progression]:
    """The same where neither tissue nor a report shows it, but somebody decided or recorded it.

    Who calls a disease progressive is not censored. An iCPD counts from an earlier day, which the
    assessed clock of its course knows; here it has none.
    """
    decided = [(each.record.decided, each.record.date) for each in chart.of(ResponseAssessment)]
    seen = [when for category, when in decided if category is Category.PD]
    yield from _first_after("progression", seen, after, as_of)
    confirmed = [when for category, when in decided if category is Category.ICPD]
    yield from ((how, None) for how, _ in _first_after("progression", confirmed, after, as_of))
    states = [each.record.date for each in chart.of(DiseaseStatus) if each.record.disease in said]
    if None in states:
        yield "disease status", None
    else:
        yield from _first_after("disease status", filter(None, states), after, as_of)


def _first_after(
    how: str, dates: Iterable[PartialDate], after: PartialDate, as_of: date
) -> Iterator[_Progression]:
    order = {d: before(after, d) for d in dates if is_known(d, as_of)}
    if Certainty.POSSIBLE in order.values():
        yield how, None
    elif later := [d for d, certainty in order.items() if certainty is Certainty.YES]:
        yield how, earliest_of(d.closed(as_of) for d in later)


def _disease(chart: Chart, as_of: date) -> Iterator[Clock]:
    starts = [c.record.start for c in chart.of(Course) if c.record.intent is Intent.RECURRENT]
    for name, index, dates, said in (
        ("DFS", "surgery", _surgery(chart), _AFTER_SURGERY),
        ("PFS", "first systemic treatment of recurrent disease", starts, _ON_TREATMENT),
    ):
        start = earliest_of(dates)
        if start is None:
            continue
        ends = list(_progressions(chart, start, as_of))
        ends = ends or list(_told(chart, start, as_of, said))
        for how, end in ends:
            if end is not None:
                yield Clock(name, index, how, start, end, event=True)
        life = end_of_life(chart, as_of)
        if not ends and life is not None:
            how, day, event = life
            yield Clock(name, index, how, start, day, event=event)


@dataclass(frozen=True, slots=True)
class CourseTime:
    """How long a course has been running, as known at the as-of day."""

    start: PartialDate
    counted_to: PartialDate | None
    on_schedule: Span[int] | None

    @property
    def days(self) -> Span[int] | None:
        """Days from the start."""
        return _forwards(days_between(self.start, self.counted_to)) if self.counted_to else None

    @property
    def months(self) -> Span[int] | None:
        """Completed calendar months: the cycle counter."""
        return _forwards(months_completed(self.start, self.counted_to)) if self.counted_to else None


def course_time(chart: Chart, book: Ledger, as_of: date) -> CourseTime:
    """Counts a stopped course to its stop, any other to the last dose or contact."""
    course, interval = book.course.record, book.single_interval
    end = book.stop.closed(as_of) if book.stop else _last_seen_on(book, chart, as_of)
    if end is None or end.is_unknown or before(end, course.start) is Certainty.YES:
        return CourseTime(course.start, None, None)
    return CourseTime(
        course.start, end, schedule_dates(course.start, end, interval) if interval else None
    )


def _last_seen_on(book: Ledger, chart: Chart, as_of: date) -> PartialDate | None:
    doses = [given.closed(as_of) for given in book.given_on]
    return latest_of([*doses, last_contact(chart, as_of)])
