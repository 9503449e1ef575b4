# SPDX-License-Identifier: MIT
"""The dose ledger: what follows from a plan and the events recorded under it.

Given doses never move. Delays are measured against the *shifted* plan (last dose given +
interval), drift against the *original* plan (first dose + the intervals as planned).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.records import Course, CourseDrug, DoseEvent, PlanSegment
from tracker.domain.records.course import DoseAction
from tracker.domain.records.patient import VitalStatus
from tracker.domain.reminders import Due, DueState, Why

DOSE_GIVEN = frozenset({DoseAction.GIVEN, DoseAction.REDUCED})
_CLOSES_HOLD = DOSE_GIVEN | {DoseAction.RESUMED, DoseAction.STOPPED}
_SETS_DAY = frozenset({DoseAction.APPOINTED, DoseAction.DELAYED})


@dataclass(frozen=True, slots=True)
class Cycle:
    """One cycle, begun by a dose that was given.

    Attributes:
        number: counted over given doses, from 1.
        planned: day the shifted plan put it on; None for the first or when a day is unknown.
        original: day the original plan put it on, likewise.
        interval_days: planned days from this dose to the next; None for a single dose.
    """

    number: int
    event: Stored[DoseEvent]
    planned: date | None
    original: date | None
    interval_days: int | None

    @property
    def day(self) -> date | None:
        """The day of the dose, None when only a month or less is known."""
        return self.event.record.date.day

    @property
    def delay_days(self) -> int | None:
        """Days after the shifted plan; negative when early."""
        return (self.day - self.planned).days if self.day and self.planned else None

    @property
    def drift_days(self) -> int | None:
        """Days after the original plan; negative when early."""
        return (self.day - self.original).days if self.day and self.original else None


@dataclass(frozen=True, slots=True)
class Intensity:
    """Interval dose intensity: planned days over actual days, both ways of counting.

    ``first_to_last`` counts from the first to the last dose. ``with_last_cycle`` adds, on both
    sides, one more interval of the length that led to the last dose.
    """

    first_to_last: float | None = None
    with_last_cycle: float | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """One course with its plan, its events in order, and its cycles."""

    course: Stored[Course]
    drugs: tuple[Stored[CourseDrug], ...]
    segments: tuple[Stored[PlanSegment], ...]
    events: tuple[Stored[DoseEvent], ...]
    cycles: tuple[Cycle, ...] = field(default=())

    @property
    def is_complete(self) -> bool:
        """A person declared that every dose from the first on is recorded."""
        return self.course.record.ledger_complete is YesNo.YES

    @property
    def is_running(self) -> bool:
        """No stop is recorded, neither on the course nor as an event."""
        stopped = any(e.record.action is DoseAction.STOPPED for e in self.events)
        return self.course.record.stop is None and not stopped

    def count(self, *actions: DoseAction) -> int:
        """How many events of ``actions`` are recorded."""
        return sum(e.record.action in actions for e in self.events)

    @property
    def last(self) -> Cycle | None:
        """The last cycle begun."""
        return self.cycles[-1] if self.cycles else None

    @property
    def open_hold(self) -> Stored[DoseEvent] | None:
        """The hold that nobody lifted, and that no later dose or stop ended."""
        hold = None
        for event in self.events:
            if event.record.action is DoseAction.HELD:
                hold = event
            elif event.record.action in _CLOSES_HOLD:
                hold = None
        return hold

    @property
    def appointed(self) -> date | None:
        """The day a person set for the next dose, after the last one given."""
        day = None
        for event in self.events:
            if event.record.action in _SETS_DAY and event.record.until is not None:
                day = event.record.until.day
            elif event.record.action in DOSE_GIVEN:
                day = None
        return day

    @property
    def next_cycle(self) -> int | None:
        """Number of the next dose; None while it is unknown how many were given before."""
        return len(self.cycles) + 1 if self.is_complete else None

    @property
    def projected(self) -> date | None:
        """Last dose given, or last one skipped, + the interval in force; None if unknown."""
        if self.last is None or self.last.day is None or self.last.interval_days is None:
            return None
        next_day = self.last.day + timedelta(days=self.last.interval_days)
        for event in self.events:
            skipped = event.record.action is DoseAction.SKIPPED and event.record.date.day
            if skipped and skipped >= self.last.day:
                next_day = skipped + timedelta(days=self.last.interval_days)
        return next_day

    @property
    def single_interval(self) -> int | None:
        """The interval when the whole plan has only one."""
        intervals = {s.record.interval_days for s in self.segments}
        return intervals.pop() if len(intervals) == 1 else None

    @property
    def intensity(self) -> Intensity:
        """Interval dose intensity of the recorded doses, between 0 and above 1 when early."""
        days = [cycle.day for cycle in self.cycles]
        planned = [cycle.interval_days for cycle in self.cycles[:-1]]
        known_days = [day for day in days if day is not None]
        known_plan = [interval for interval in planned if interval is not None]
        if len(days) < 2 or len(known_days) < len(days) or len(known_plan) < len(planned):
            return Intensity()
        actual, last = (known_days[-1] - known_days[0]).days, known_plan[-1]
        return Intensity(sum(known_plan) / actual, (sum(known_plan) + last) / (actual + last))

    @property
    def treatment(self) -> str:
        """The regimen as one line: ``toripalimab 240 mg q3w``."""
        doses = " + ".join(str(d.record.dose) for d in self.drugs if d.record.dose is not None)
        interval = self.last.interval_days if self.last else self._first_interval
        parts = (self.course.record.regimen, doses, f"q{_weeks(interval)}" if interval else "")
        return " ".join(part for part in parts if part)

    @property
    def _first_interval(self) -> int | None:
        return self.segments[0].record.interval_days if self.segments else None


def _weeks(days: int) -> str:
    return f"{days // 7}w" if days % 7 == 0 else f"{days}d"


def ledgers(chart: Chart) -> tuple[Ledger, ...]:
    """The ledgers of a chart's courses, in the order of their start."""
    courses = sorted(chart.of(Course), key=lambda c: (c.record.start.sort_key, c.id))
    return tuple(ledger(chart, course) for course in courses)


def ledger(chart: Chart, course: Stored[Course]) -> Ledger:
    """Derives the ledger of one course. The order in which records were entered is irrelevant."""
    drugs = chart.of(CourseDrug, course.id)
    segments = tuple(sorted(chart.of(PlanSegment, course.id), key=_segment_order))
    events = tuple(sorted(chart.of(DoseEvent, course.id), key=_event_order))
    cycles = tuple(_cycles(_cycle_starts(events, drugs), segments))
    return Ledger(course, drugs, segments, events, cycles)


_SAME_DAY_ORDER = (
    DoseAction.HELD,
    DoseAction.RESUMED,
    DoseAction.SKIPPED,
    DoseAction.GIVEN,
    DoseAction.REDUCED,
    DoseAction.STOPPED,
    DoseAction.DELAYED,
    DoseAction.APPOINTED,
)


def _event_order(event: Stored[DoseEvent]) -> tuple[object, ...]:
    """By day; within a day as a dose day goes, so that late entries sort as if in time."""
    record = event.record
    return (record.date.sort_key, _SAME_DAY_ORDER.index(record.action), event.id)


def _segment_order(segment: Stored[PlanSegment]) -> tuple[object, ...]:
    start = segment.record.start
    return (
        start.sort_key if start else (date.min, date.min),
        segment.record.from_cycle or 0,
        segment.id,
    )


def _cycle_starts(
    events: Iterable[Stored[DoseEvent]], drugs: tuple[Stored[CourseDrug], ...]
) -> Iterator[Stored[DoseEvent]]:
    """The given doses that begin a cycle: one a day, of the regimen's first drug or of all."""
    lead = drugs[0].record.drug if drugs else None
    begun: set[PartialDate] = set()
    for event in events:
        record = event.record
        if record.action not in DOSE_GIVEN or record.drug not in {None, lead}:
            continue
        if record.date.is_day and record.date in begun:
            continue
        begun.add(record.date)
        yield event


def _cycles(
    starts: Iterable[Stored[DoseEvent]], segments: tuple[Stored[PlanSegment], ...]
) -> Iterator[Cycle]:
    planned: date | None = None
    original: date | None = None
    for number, event in enumerate(starts, start=1):
        interval = _interval(segments, number, event.record.date)
        day = event.record.date.day
        yield Cycle(number, event, planned, original, interval)
        step = timedelta(days=interval) if interval else None
        planned = day + step if day and step else None
        base = original if number > 1 else day
        original = base + step if base and step else None


def _interval(
    segments: tuple[Stored[PlanSegment], ...], number: int, day: PartialDate
) -> int | None:
    """The interval of the last segment that has begun by this cycle and this day."""
    interval = None
    for segment in segments:
        begins = segment.record.start
        begun_by_day = begins is None or begins.sort_key[0] <= day.sort_key[0]
        if begun_by_day and (segment.record.from_cycle or 1) <= number:
            interval = segment.record.interval_days
    return interval


def due_of(chart: Chart) -> tuple[Due, ...]:
    """What is due for every running course of a living patient, without regard to today."""
    if chart.patient.record.vital_status is VitalStatus.DEAD:
        return ()
    found = (_due(book) for book in ledgers(chart) if book.is_running)
    return tuple(due for due in found if due is not None)


def _due(book: Ledger) -> Due | None:
    last, hold, appointed = book.last, book.open_hold, book.appointed
    single_dose = last is not None and book.segments and last.interval_days is None
    if single_dose and appointed is None and hold is None:
        return None
    projected, why = book.projected, None
    if last is None:
        why = Why.NO_DOSE_DATE
    elif last.day is None:
        why = Why.PARTIAL_DATE
    elif last.interval_days is None:
        why = Why.NO_INTERVAL
    on = appointed or projected
    state = DueState.PROJECTED if on else DueState.CANNOT_PROJECT
    if hold is not None:
        state, why = DueState.HELD, Why.HELD
    return Due(
        course=book.course.id,
        what="dose",
        state=state,
        on=on,
        projected=projected,
        appointed=appointed,
        why=None if state is DueState.PROJECTED else why,
        cycle=book.next_cycle,
        last_given=last.day if last else None,
        recheck=hold.record.until.day if hold and hold.record.until else None,
        reason=_reason(hold) if hold else None,
        treatment=book.treatment,
    )


def _reason(hold: Stored[DoseEvent]) -> str:
    record = hold.record
    return record.reason_text or (record.reason.label if record.reason else "")
