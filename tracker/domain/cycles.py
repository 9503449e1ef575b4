# SPDX-License-Identifier: MIT
"""Cycles: which given doses make one, under which plan, and how the plan shifts with them.

Given doses never move. A delay is measured against the *shifted* plan (last dose given +
interval), drift against the *original* plan (first dose + the intervals as planned).
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple, Self

from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.records import CourseDrug, DoseEvent, PlanSegment
from tracker.domain.records.course import DoseAction
from tracker.domain.text import folded

DOSE_GIVEN = frozenset({DoseAction.GIVEN, DoseAction.REDUCED})


@dataclass(frozen=True, slots=True)
class Cycle:
    """One cycle, begun by a dose that was given.

    Attributes:
        number: counted over given doses, from 1.
        planned: day the shifted plan put it on; None for the first or when a day is unknown.
        original: day the original plan put it on, likewise.
        window_days: that the plan allowed around ``planned``; 0 until the clinic sets one.
        segment: the part of the plan in force from this dose on; None when none has begun.
    """

    number: int
    event: Stored[DoseEvent]
    planned: date | None
    original: date | None
    segment: Stored[PlanSegment] | None
    window_days: int = 0

    @property
    def day(self) -> date | None:
        """The day of the dose, None when only a month or less is known."""
        return self.event.record.date.day

    @property
    def interval_days(self) -> int | None:
        """Planned days from this dose to the next; None for a single dose or without a plan."""
        return self.segment.record.interval_days if self.segment else None

    @property
    def is_single_dose(self) -> bool:
        """The plan says that no dose follows, which is not the same as saying nothing."""
        return self.segment is not None and self.interval_days is None

    @property
    def delay_days(self) -> int | None:
        """Days after the shifted plan; negative when early."""
        return (self.day - self.planned).days if self.day and self.planned else None

    @property
    def is_off_plan(self) -> bool:
        """Earlier or later than the shifted plan by more than the clinic's window, if it has one.

        Derived anew after each correction, so that a late entry flags its neighbours again.
        """
        return self.delay_days is not None and abs(self.delay_days) > self.window_days

    @property
    def drift_days(self) -> int | None:
        """Days after the original plan; negative when early."""
        return (self.day - self.original).days if self.day and self.original else None


_DAYS = re.compile(r"d?(\d{1,2})(?:\s*-\s*d?(\d{1,2}))?", re.ASCII)


def days_of_cycle(text: str | None) -> frozenset[int]:
    """The days of ``1``, ``2-3`` or ``1,8``; day 1 when nothing or something else is written."""
    days: set[int] = set()
    for part in re.split(r"\s*[,、]\s*", folded(text or "").casefold()):
        match = _DAYS.fullmatch(part)
        if match is None:
            return frozenset({1})
        first, last = int(match[1]), int(match[2] or match[1])
        days.update(range(first, last + 1))
    return frozenset(days or {1})


_BY_MOUTH = frozenset({"oral", "orally", "by mouth", "po", "p.o.", "per os", "口服"})


@dataclass(frozen=True, slots=True)
class Regimen:
    """The drugs of a course, as far as they decide which doses belong to one cycle.

    Attributes:
        days: of the cycle, by the case-folded name of the drug.
        at_home: drugs taken by mouth; nobody records or is reminded of each of their days.
    """

    days: dict[str, frozenset[int]]
    at_home: frozenset[str] = frozenset()

    @classmethod
    def of(cls, drugs: Iterable[Stored[CourseDrug]]) -> Self:
        """Reads the days of the cycle and the route of each drug."""
        days: dict[str, frozenset[int]] = {}
        at_home: set[str] = set()
        for drug in drugs:
            name = drug.record.drug.casefold()
            days[name] = days.get(name, frozenset()) | days_of_cycle(drug.record.days)
            if folded(drug.record.route or "").casefold() in _BY_MOUTH:
                at_home.add(name)
        return cls(days, frozenset(at_home))

    @property
    def drugs(self) -> frozenset[str]:
        """Names of the drugs, case folded."""
        return frozenset(self.days)

    def drug_of(self, record: DoseEvent) -> str | None:
        """The one drug of several that an event is about; None when it is the whole regimen."""
        return record.drug.casefold() if record.drug and len(self.days) > 1 else None

    def is_skipped(self, record: DoseEvent) -> bool:
        """Whether an event leaves the whole regimen out."""
        return record.action is DoseAction.SKIPPED and self.drug_of(record) is None

    def days_of(self, drug: str | None) -> tuple[int, ...]:
        """The days of the cycle on which a drug is given; of the whole regimen when None.

        The whole regimen is given again only on days that all its drugs share.
        """
        every = list(self.days.values())
        shared = frozenset.intersection(*every) if drug is None and every else frozenset()
        return tuple(sorted(self.days.get(drug or "", shared))) or (1,)

    @property
    def first_day(self) -> int:
        """The day of the cycle on which it begins."""
        return min((min(days) for days in self.days.values()), default=1)

    def reach(self, interval: int | None) -> int:
        """Days after its first dose that a dose may still belong to a cycle.

        Half-way from the last day of the cycle to the next one, so that a late dose of day 8
        begins no cycle.
        """
        last = max((max(days) for days in self.days.values()), default=1) - self.first_day
        return last if interval is None or interval <= last else (last + interval) // 2


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


def event_order(event: Stored[DoseEvent]) -> tuple[object, ...]:
    """By day; within a day as a dose day goes, so that late entries sort as if in time."""
    record = event.record
    action = _SAME_DAY_ORDER.index(record.action)
    return (record.date.sort_key, action, record.drug or "", event.id)


def segment_order(segment: Stored[PlanSegment]) -> tuple[object, ...]:
    """By where a segment begins; one that names a cycle stands before those that name a day."""
    start = segment.record.start
    return (
        start.sort_key if start else (date.min, date.min),
        segment.record.from_cycle or 0,
        segment.id,
    )


class Taken(NamedTuple):
    """A dose of the cycle that runs which was given, or left out.

    Attributes:
        drug: case folded; None for the whole regimen, or its only drug.
        number: the day of the cycle that it stands for.
        day: the day it was given, or was due when it was left out.
    """

    event: Stored[DoseEvent]
    drug: str | None
    number: int
    day: date
    is_given: bool = True


@dataclass(frozen=True, slots=True)
class Within:
    """The next dose inside the cycle that runs, as that of day 8.

    Attributes:
        number: day of the cycle, counted from 1.
        on: the last dose of the drug, as it was given, + the days between the two in the plan.
        drugs: case folded; empty for the whole regimen.
    """

    number: int
    on: date
    drugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Walked:
    """What ordered events come to.

    Attributes:
        next_day: on which the plan puts the next cycle; None when that is not known.
        taken: the doses of the last cycle.
    """

    cycles: tuple[Cycle, ...] = ()
    next_day: date | None = None
    taken: tuple[Taken, ...] = ()

    @property
    def last_given(self) -> date | None:
        """The day of the last dose, inside a cycle or at its begin; None if unknown."""
        last = self.cycles[-1].day if self.cycles else None
        days = [each.day for each in self.taken if each.is_given]
        return max(last, *days) if last and days else last

    def within(self, regimen: Regimen, off: Collection[str] = ()) -> Within | None:
        """The next dose inside the last cycle, without the drugs that are ``off``."""
        return _within(regimen, self.cycles[-1], self.taken, off) if self.cycles else None


def cycles_of(
    events: Iterable[Stored[DoseEvent]],
    regimen: Regimen,
    segments: Iterable[Stored[PlanSegment]],
) -> Walked:
    """The cycles of ordered events."""
    walk = _Walk(regimen, list(segments))
    for event in events:
        if event.record.action in DOSE_GIVEN:
            walk.give(event)
        elif event.record.action is DoseAction.SKIPPED:
            walk.skip(event)
    return Walked(tuple(walk.cycles), walk.next_day, tuple(walk.taken))


def _within(
    regimen: Regimen, cycle: Cycle, taken: Collection[Taken], off: Collection[str]
) -> Within | None:
    """Each drug by itself; once the whole regimen was recorded as one, by its shared days."""
    given_here = regimen.drugs - regimen.at_home
    if cycle.day is None or not given_here:
        return None
    as_one = len(regimen.days) < 2 or any(each.drug is None for each in taken)
    found: dict[str | None, tuple[date, int]] = {}
    for drug in [None] if as_one else sorted(given_here.difference(off)):
        own = [each for each in taken if each.drug == drug]
        last = max(own, key=lambda each: each.number, default=None)
        number, day = (last.number, last.day) if last else (regimen.first_day, cycle.day)
        following = next((n for n in regimen.days_of(drug) if n > number), None)
        if following is not None:
            found[drug] = (day + timedelta(days=following - number), following)
    latest = cycle.day + timedelta(days=regimen.reach(cycle.interval_days))
    reached = {drug: due for drug, due in found.items() if due[0] <= latest}
    if not reached:
        return None
    on, number = first = min(reached.values())
    return Within(number, on, tuple(d for d, due in reached.items() if d and due == first))


@dataclass(slots=True)
class _Walk:
    """Goes through the events in time; the plan shifts with every dose and every skip."""

    regimen: Regimen
    waiting: list[Stored[PlanSegment]]
    cycles: list[Cycle] = field(default_factory=list)
    segment: Stored[PlanSegment] | None = None
    planned: date | None = None
    original: date | None = None
    taken: list[Taken] = field(default_factory=list)
    skipped: set[tuple[date, date]] = field(default_factory=set)

    def give(self, event: Stored[DoseEvent]) -> None:
        """Begins a cycle, unless the dose belongs to the running one."""
        drug = self.regimen.drug_of(event.record)
        if self._in_running_cycle(drug, event.record.date.day):
            self._take(event, drug)
            return
        number, day = len(self.cycles) + 1, event.record.date
        window = self.segment.record.window_days or 0 if self.segment else 0
        self._begin_segments(number, day)
        cycle = Cycle(number, event, self.planned, self.original, self.segment, window)
        self.cycles.append(cycle)
        self.taken = []
        self._take(event, drug)
        self.planned = _later(cycle.day, cycle.interval_days)
        self.original = _later(self.original if number > 1 else cycle.day, cycle.interval_days)

    def skip(self, event: Stored[DoseEvent]) -> None:
        """Leaves out a dose inside the cycle, else moves the plan on by one interval.

        A drug left out of a regimen moves nothing.
        """
        record = event.record
        day, interval = record.date.day, self.cycles[-1].interval_days if self.cycles else None
        if self._leaves_out_within(event):
            return
        if (
            self.regimen.drug_of(record)
            or self.planned is None
            or record.date.sort_key in self.skipped
        ):
            return
        self.skipped.add(record.date.sort_key)
        self.planned = _later(max(self.planned, day or self.planned), interval)

    def _take(self, event: Stored[DoseEvent], drug: str | None) -> None:
        """Notes which day of the cycle a dose stands for: the latest one that has come."""
        day, begun = event.record.date.day, self.cycles[-1].day
        if day is None or begun is None or self._was_taken_on(drug, day):
            return
        done = {each.number for each in self.taken if each.drug == drug}
        left = [n for n in self.regimen.days_of(drug) if n not in done]
        today = self.regimen.first_day + (day - begun).days
        come = [n for n in left if n <= today] or left[:1]
        if come:
            given = event.record.action in DOSE_GIVEN
            self.taken.append(Taken(event, drug, come[-1], day, given))

    def _leaves_out_within(self, event: Stored[DoseEvent]) -> bool:
        """Whether a skip is about a dose inside the cycle; it is noted with the day it was due."""
        day, drug = event.record.date.day, self.regimen.drug_of(event.record)
        if day is None or not self.cycles or not self._is_reached(day):
            return False
        if drug is not None:
            self._take(event, drug)
            return True
        due = _within(self.regimen, self.cycles[-1], self.taken, ())
        if due is None or day == self.cycles[-1].day:
            return False
        for each in due.drugs or (None,):
            self.taken.append(Taken(event, each, due.number, due.on, is_given=False))
        return True

    @property
    def next_day(self) -> date | None:
        """Unknown while a dose of unknown day may be the last one."""
        if not self.cycles:
            return None
        last = self.cycles[-1].day
        latest = max(cycle.event.record.date.sort_key[1] for cycle in self.cycles)
        return self.planned if last == latest else None

    def _in_running_cycle(self, drug: str | None, day: date | None) -> bool:
        if day is None or not self.cycles or self.cycles[-1].day is None:
            return False
        days = self.regimen.days_of(drug)  # a dose of the whole regimen was one of each drug
        own = [e for e in self.taken if e.drug == drug or (e.drug is None and e.number in days)]
        due_still = sum(each.is_given for each in own) < len(days)
        same_day = day == self.cycles[-1].day or self._was_taken_on(drug, day)
        return same_day or (due_still and self._is_reached(day))

    def _was_taken_on(self, drug: str | None, day: date) -> bool:
        return any(each.drug == drug and each.day == day for each in self.taken)

    def _is_reached(self, day: date) -> bool:
        """Whether a day may still belong to the running cycle."""
        cycle = self.cycles[-1]
        reach = self.regimen.reach(cycle.interval_days)
        return cycle.day is not None and (day - cycle.day).days <= reach

    def _begin_segments(self, number: int, day: PartialDate) -> None:
        """Puts the last segment in force that has begun by this cycle and this day."""
        begun = [each for each in self.waiting if has_begun(each.record, number, day)]
        self.waiting = [each for each in self.waiting if each not in begun]
        self.segment = begun[-1] if begun else self.segment


def has_begun(segment: PlanSegment, number: int, day: PartialDate) -> bool:
    """Whether a part of the plan has begun by the cycle ``number`` on ``day``."""
    by_day = segment.start is None or segment.start.sort_key[0] <= day.sort_key[0]
    return by_day and (segment.from_cycle or 1) <= number


def _later(day: date | None, interval: int | None) -> date | None:
    return day + timedelta(days=interval) if day and interval else None
