# SPDX-License-Identifier: MIT
"""The dose ledger of a course: its counts, its holds, its next date, and what is due.

Everything is derived anew from the records; nothing of it is stored but the ``Due`` lines.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from tracker.domain import appointments, holds
from tracker.domain.chart import Chart
from tracker.domain.cycles import (
    DOSE_GIVEN,
    Cycle,
    Regimen,
    Walked,
    Within,
    cycles_of,
    event_order,
    has_begun,
    segment_order,
)
from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.dose_sums import Cumulative, Intensity, cumulative_of, intensity_of
from tracker.domain.durations import add_months
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.holds import CLOSES_HOLD, BroughtBack, entered
from tracker.domain.records import Course, CourseDrug, DoseEvent, PlanSegment
from tracker.domain.records.course import DoseAction, TherapyClass
from tracker.domain.records.patient import VitalStatus
from tracker.domain.reminders import Due, DueState, What, Why, due_key

__all__ = [
    "DOSE_GIVEN",
    "Cycle",
    "Ledger",
    "leading",
    "ledger",
    "ledgers",
    "next_dose",
    "reason_of",
]


@dataclass(frozen=True)
class Ledger:
    """One course with its plan, its events in order, and its cycles.

    What several answers rest on is derived once: each save derives all of them.

    Attributes:
        walked: what the events come to.
        patient_died: no course runs on after a death.
    """

    course: Stored[Course]
    drugs: tuple[Stored[CourseDrug], ...]
    segments: tuple[Stored[PlanSegment], ...]
    events: tuple[Stored[DoseEvent], ...]
    walked: Walked = field(default_factory=Walked)
    patient_died: bool = False

    @property
    def cycles(self) -> tuple[Cycle, ...]:
        """The cycles begun, in order."""
        return self.walked.cycles

    @property
    def next_cycle_day(self) -> date | None:
        """First dose of the last cycle, or its skip, + the interval in force; None if unknown."""
        return self.walked.next_day

    @cached_property
    def within(self) -> Within | None:
        """The next dose inside the cycle that runs; not of drugs that are held or stopped."""
        return self.walked.within(self.regimen, self.stopped_drugs.keys() | self.held_drugs.keys())

    @property
    def projected(self) -> date | None:
        """The day the plan puts the next dose on; None if unknown."""
        within = self.within
        return within.on if within else self.next_cycle_day

    @property
    def given_on(self) -> tuple[PartialDate, ...]:
        """The dates of all doses, those inside a cycle too."""
        given = (each.record for each in self.events if each.record.action in DOSE_GIVEN)
        return tuple(record.date for record in given)

    @property
    def last_given(self) -> date | None:
        """The day of the last dose, inside a cycle or at its begin; None if unknown."""
        return self.walked.last_given

    @cached_property
    def regimen(self) -> Regimen:
        """Which doses make one cycle."""
        return Regimen.of(self.drugs)

    @property
    def is_complete(self) -> bool:
        """A person declared that every dose from the first on is recorded."""
        return self.course.record.ledger_complete is YesNo.YES

    @property
    def is_running(self) -> bool:
        """The patient is not known to have died, and no stop is recorded."""
        return self.stop is None and not self.patient_died

    @property
    def stop(self) -> PartialDate | None:
        """When the course was stopped: as stated for it, else when its last drug was."""
        if self.course.record.stop is not None:
            return self.course.record.stop
        return holds.stop_of_all(self.events, self.regimen)

    def count(self, *actions: DoseAction) -> int:
        """How many events of ``actions`` are recorded."""
        return sum(e.record.action in actions for e in self.events)

    @property
    def last(self) -> Cycle | None:
        """The last cycle begun."""
        return self.cycles[-1] if self.cycles else None

    @cached_property
    def open_hold(self) -> Stored[DoseEvent] | None:
        """The last hold of the whole regimen that is not over, or the one of its last drug left.

        A hold is over once it was lifted, or a dose or a stop certainly came after it.
        """
        of_all = holds.open_hold(self.events, self.regimen, None)
        if of_all is not None:
            return of_all
        held, going_on = self.held_drugs, self.regimen.drugs - self.stopped_drugs.keys()
        if not held or going_on - held.keys():
            return None
        return max(held.values(), key=entered)

    @cached_property
    def held_drugs(self) -> dict[str, Stored[DoseEvent]]:
        """The drugs of several that are held while the others go on, by case-folded name."""
        stopped, regimen = self.stopped_drugs, self.regimen
        going_on = sorted(regimen.drugs - stopped.keys())
        held = {drug: holds.open_hold(self.events, regimen, drug) for drug in going_on}
        return {drug: hold for drug, hold in held.items() if hold is not None}

    def lifts_hold(self, event: DoseEvent) -> bool:
        """Whether an event that is not in the ledger yet would end a hold that is open."""
        if event.action not in CLOSES_HOLD - {DoseAction.STOPPED}:
            return False
        drug, held = self.regimen.drug_of(event), self.held_drugs
        own = held.get(drug) if drug else next(iter(held.values()), None)
        open_ = [hold for hold in (self.open_hold, own) if hold is not None]
        return any(before(event.date, hold.record.date) is Certainty.NO for hold in open_)

    @cached_property
    def stopped_drugs(self) -> dict[str, Stored[DoseEvent]]:
        """The drugs of several that were stopped and not brought back, by case-folded name."""
        return holds.stopped_drugs(self.events, self.regimen)

    @property
    def brought_back(self) -> dict[str, BroughtBack]:
        """The drugs that go on although they had been stopped, by case-folded name."""
        return holds.brought_back(self.events, self.regimen)

    def name_of(self, drug: str) -> str:
        """A drug as the course names it, by its case-folded name."""
        names = (each.record.drug for each in self.drugs)
        return next((name for name in names if name.casefold() == drug), drug)

    @property
    def appointed(self) -> date | None:
        """The day a person set for the next dose; a dose given or skipped uses it up."""
        found = self.appointment
        return found.record.until.day if found is not None and found.record.until else None

    @cached_property
    def appointment(self) -> Stored[DoseEvent] | None:
        """The event that set the day of the next dose."""
        return appointments.in_force(self.events, self.regimen, self.walked, self.within)

    @property
    def counted_from(self) -> str:
        """The event the next dose is counted from: the last one begun or skipped; else "start"."""
        begun = {cycle.event.id for cycle in self.cycles}
        counting = [e for e in self.events if e.id in begun or self.regimen.is_skipped(e.record)]
        return str(counting[-1].id) if counting else "start"

    @property
    def due_key(self) -> UUID:
        """Names the next dose on the day list."""
        within = f"/d{self.within.number}" if self.within else ""
        return due_key(self.course.id, What.DOSE, self.counted_from + within)

    def segment_from(self, given: PartialDate) -> Stored[PlanSegment] | None:
        """The part of the plan that the next cycle belongs to, if it begins on ``given``."""
        last = self.last
        waiting = [
            each
            for each in self.segments
            if last is None or not has_begun(each.record, last.number, last.event.record.date)
        ]
        begun = [each for each in waiting if has_begun(each.record, len(self.cycles) + 1, given)]
        return begun[-1] if begun else last.segment if last else None

    @property
    def earliest_permitted(self) -> date | None:
        """First day on which the next dose does not ask: its day of the plan − window.

        There is no window until the clinic sets one. None when nothing can be projected.
        """
        within = self.within
        return self._less_window(within.on) if within else self._next_cycle_permitted

    def permitted_from(self, on: date, drugs: Collection[str] = ()) -> date | None:
        """The same for doses that are given on that day, which may begin a cycle or go on.

        Args:
            on: the day.
            drugs: as the course names them; empty for whatever the plan has next.
        """
        given = frozenset(drug.casefold() for drug in drugs)
        goes_on = [self._goes_on(on, drug) for drug in given] or [self.continues_cycle(on)]
        if not all(goes_on):
            return self._next_cycle_permitted
        others = self.regimen.drugs - given
        within = self.walked.within(self.regimen, others) if given else self.within
        return self._less_window(within.on) if within else None

    @property
    def _next_cycle_permitted(self) -> date | None:
        last = self.last
        if last is None or last.day is None or not last.interval_days or not self.next_cycle_day:
            return None
        return self._less_window(last.day + timedelta(days=last.interval_days))

    def _less_window(self, day: date) -> date:
        plan = self.last.segment.record if self.last and self.last.segment else None
        return day - timedelta(days=plan.window_days or 0 if plan else 0)

    @property
    def planned_end(self) -> date | None:
        """First day after the planned duration; None without one or without a full first date."""
        months, start = self.course.record.planned_months, self.course.record.start.day
        if self.is_complete and self.cycles:
            start = self.cycles[0].day
        return add_months(start, months) if months and start else None

    @property
    def is_at_review(self) -> bool:
        """The planned doses are given, or the next one lies past the planned duration.

        A planned end asks for a decision; it is never taken for a stop.
        """
        return self.within is None and self.is_last_cycle

    @property
    def is_last_cycle(self) -> bool:
        """Whether the plan has no cycle after the one that runs."""
        cycles, end = self.course.record.planned_cycles, self.planned_end
        if cycles is not None and len(self.cycles) >= cycles:
            return True
        return bool(end and self.next_cycle_day and self.next_cycle_day >= end)

    @property
    def cumulative(self) -> tuple[Cumulative, ...]:
        """What was recorded of each drug in all, drugs in the order of the regimen."""
        given = [e.record for e in self.events if e.record.action in DOSE_GIVEN]
        return cumulative_of(self.drugs, given)

    @property
    def next_cycle(self) -> int | None:
        """Cycle of the next dose; None while it is unknown how many were given before."""
        return len(self.cycles) + (self.within is None) if self.is_complete else None

    def continues_cycle(self, on: date) -> bool:
        """Whether a dose of that day belongs to the last cycle, as one of day 8 does."""
        last = self.last
        if last is None or last.day is None or on < last.day:
            return False
        return any(self._goes_on(on, drug.record.drug) for drug in self.drugs)

    def _goes_on(self, on: date, drug: str) -> bool:
        """Whether a dose of this drug on that day begins no cycle."""
        return len(self._with(on, [drug]).cycles) == len(self.cycles)

    def after_skip(self, on: date) -> "Ledger":
        """The ledger as it will be once the dose of that day is left out."""
        return replace(self, walked=self._with(on, [None], DoseAction.SKIPPED))

    def turn(self, on: date) -> frozenset[str]:
        """The drugs that the plan gives on that day, by case-folded name.

        Of those that go on: inside a cycle the ones whose day is next or has come, else the ones
        that begin it.
        """
        last, regimen, going_on = self.last, self.regimen, self._going_on
        if last is None or on == last.day or not self.continues_cycle(on):
            return frozenset(d for d in going_on if regimen.first_day in regimen.days[d])
        following = {d: self.walked.within(regimen, regimen.drugs - {d}) for d in going_on}
        days = {drug: within.on for drug, within in following.items() if within is not None}
        until = max(on, min(days.values(), default=on))
        return frozenset(drug for drug, day in days.items() if day <= until)

    def out_of_turn(self, on: date) -> frozenset[str]:
        """The drugs that go on and that the plan does not give here on that day.

        None while nobody knows the day of the last dose. A drug that is taken at home may be
        taken on any day of the cycle.
        """
        turn = self.turn(on)
        if not turn or (self.last is not None and self.last.day is None):
            return frozenset()
        return self._going_on - self.regimen.at_home - turn

    @property
    def _going_on(self) -> frozenset[str]:
        """The drugs that are neither stopped nor held."""
        return self.regimen.drugs - self.stopped_drugs.keys() - self.held_drugs.keys()

    def after_dose(self, on: date) -> "Ledger":
        """The ledger as it will be once the dose of that day is given as planned."""
        within = self.within if self.continues_cycle(on) else None
        as_one = within is not None and not within.drugs
        turn: Sequence[str | None] = () if as_one else sorted(self.turn(on))
        return replace(self, walked=self._with(on, turn or [None]))

    def _with(
        self, on: date, drugs: Sequence[str | None], action: DoseAction = DoseAction.GIVEN
    ) -> Walked:
        """What the events come to with one more of each drug."""
        day, course = PartialDate.of(on), self.course
        more = [
            Stored(
                id=course.id,
                patient=course.patient,
                record=DoseEvent(course=course.id, action=action, date=day, drug=drug),
                recorded_at=course.recorded_at,
                recorded_by=course.recorded_by,
            )
            for drug in drugs
        ]
        events = sorted((*self.events, *more), key=event_order)
        return cycles_of(events, self.regimen, self.segments)

    @property
    def single_interval(self) -> int | None:
        """The interval when the whole plan has only one."""
        intervals = {s.record.interval_days for s in self.segments}
        return intervals.pop() if len(intervals) == 1 else None

    @property
    def intensity(self) -> Intensity:
        """Interval dose intensity of the recorded doses."""
        return intensity_of(self.cycles)

    @property
    def next_treatment(self) -> str:
        """What the next dose is of: the drugs of day 8, else the whole treatment."""
        within = self.within
        if within is None or not within.drugs:
            return self.treatment
        return _named(d.record for d in self.drugs if d.record.drug.casefold() in within.drugs)

    @property
    def last_treatment(self) -> str:
        """What was given on the day of the last dose, where the drugs were recorded one by one."""
        given = (e.record for e in self.events if e.record.action in DOSE_GIVEN)
        last = [record for record in given if record.date.day == self.last_given]
        named = [record for record in last if self.regimen.drug_of(record) is not None]
        return _named(named) if len(named) == len(last) else ""

    @property
    def treatment(self) -> str:
        """The regimen as one line: ``toripalimab 240 mg q3w``.

        Of several drugs each stands beside its own dose. While the course runs, those that were
        stopped are left out; one that is over is named whole.
        """
        stopped = self.stopped_drugs if self.is_running else {}
        drugs = [d.record for d in self.drugs if d.record.drug.casefold() not in stopped]
        dosed = [d for d in drugs if d.dose is not None]
        named = _named(drugs) if stopped or (dosed and len(drugs) > 1) else ""
        interval = self.last.interval_days if self.last else self._first_interval
        parts = (
            named or " ".join([self.course.record.regimen, *(str(d.dose) for d in dosed)]),
            f"q{_weeks(interval)}" if interval else "",
        )
        return " ".join(part for part in parts if part)

    @property
    def due(self) -> Due | None:
        """What is due of it, without regard to today; None once it is stopped."""
        return next_dose(self) if self.is_running else None

    @property
    def _first_interval(self) -> int | None:
        first = self.segment_from(self.course.record.start) or next(iter(self.segments), None)
        return first.record.interval_days if first else None


def _named(drugs: Iterable[CourseDrug | DoseEvent]) -> str:
    """Each drug beside its own dose: ``nivolumab 240 mg + ipilimumab 60 mg``."""
    return " + ".join(" ".join(str(part) for part in (d.drug, d.dose) if part) for d in drugs)


def _weeks(days: int) -> str:
    return f"{days // 7}w" if days % 7 == 0 else f"{days}d"


def ledgers(chart: Chart) -> tuple[Ledger, ...]:
    """The ledgers of a chart's courses, in the order of their start."""
    courses = sorted(chart.of(Course), key=lambda c: (c.record.start.sort_key, c.id))
    return tuple(ledger(chart, course) for course in courses)


def ledger(chart: Chart, course: Stored[Course]) -> Ledger:
    """Derives the ledger of one course. The order in which records were entered is irrelevant."""
    drugs = chart.of(CourseDrug, course.id)
    segments = tuple(sorted(chart.of(PlanSegment, course.id), key=segment_order))
    events = tuple(sorted(chart.of(DoseEvent, course.id), key=event_order))
    walked = cycles_of(events, Regimen.of(drugs), segments)
    died = chart.patient.record.vital_status is VitalStatus.DEAD
    return Ledger(course, drugs, segments, events, walked, died)


def leading(books: Sequence[Ledger]) -> Ledger | None:
    """The course that counts: a running one, immunotherapy first, else the last one."""
    running = [book for book in books if book.is_running]
    immune = [b for b in running if b.course.record.therapy is TherapyClass.IMMUNOTHERAPY]
    return next((found[-1] for found in (immune, running, list(books)) if found), None)


def next_dose(book: Ledger) -> Due | None:
    """The next dose as the ledger has it, also of a course that does not run on.

    None when the plan says that no dose follows.
    """
    last, hold, appointed = book.last, book.open_hold, book.appointed
    within, projected, why = book.within, book.projected, None
    if last and last.is_single_dose and not (within or appointed or hold):
        return None
    if last is None:
        why = Why.NO_DOSE_DATE
    elif last.day is not None and last.interval_days is None and within is None:
        why = Why.NO_INTERVAL
    elif projected is None:
        why = Why.PARTIAL_DATE
    if book.is_at_review:
        projected, why = None, Why.REVIEW
    on = appointed or projected
    state = DueState.PROJECTED if on else DueState.CANNOT_PROJECT
    if hold is not None:
        state, why = DueState.HELD, Why.HELD
    return Due(
        key=book.due_key,
        source=book.course.id,
        course=book.course.id,
        what=What.DOSE,
        state=state,
        on=on,
        projected=projected,
        appointed=appointed,
        why=None if state is DueState.PROJECTED else why,
        cycle=book.next_cycle,
        cycle_day=within.number if within else None,
        last_given=book.last_given,
        given=book.last_treatment,
        recheck=hold.record.until.day if hold and hold.record.until else None,
        reason=reason_of(hold) if hold else None,
        treatment=book.next_treatment,
    )


def reason_of(event: Stored[DoseEvent]) -> str:
    """Why a dose was held or a drug stopped: in words, else the label of the reason."""
    record = event.record
    return record.reason_text or (record.reason.label if record.reason else "")
