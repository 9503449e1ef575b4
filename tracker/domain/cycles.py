# SPDX-License-Identifier: MIT
"""Cycles: which given doses make one, under which plan, and how the plan shifts with them.

Given doses never move. A delay is measured against the *shifted* plan (last dose given +
interval), drift against the *original* plan (first dose + the intervals as planned).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Self

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


@dataclass(frozen=True, slots=True)
class Regimen:
    """The drugs of a course, as far as they decide which doses belong to one cycle."""

    days: dict[str, frozenset[int]]

    @classmethod
    def of(cls, drugs: Iterable[Stored[CourseDrug]]) -> Self:
        """Reads the days of the cycle of each drug."""
        days: dict[str, frozenset[int]] = {}
        for drug in drugs:
            name = drug.record.drug.casefold()
            days[name] = days.get(name, frozenset()) | days_of_cycle(drug.record.days)
        return cls(days)

    @property
    def drugs(self) -> frozenset[str]:
        """Names of the drugs, case folded."""
        return frozenset(self.days)

    def drug_of(self, record: DoseEvent) -> str | None:
        """The one drug of several that an event is about; None when it is the whole regimen."""
        return record.drug.casefold() if record.drug and len(self.days) > 1 else None

    def doses_of(self, drug: str | None) -> int:
        """How many doses of a drug one cycle has; the whole regimen is given as one."""
        only = next(iter(self.days)) if len(self.days) == 1 else None
        return len(self.days.get(drug or only or "", (1,)))

    def reach(self, interval: int | None) -> int:
        """Days after its first dose that a dose may still belong to a cycle.

        Half-way from the last day of the cycle to the next one, so that a late dose of day 8
        begins no cycle.
        """
        last = max((max(days) for days in self.days.values()), default=1) - 1
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


def cycles_of(
    events: Iterable[Stored[DoseEvent]],
    regimen: Regimen,
    segments: Iterable[Stored[PlanSegment]],
) -> tuple[tuple[Cycle, ...], date | None]:
    """The cycles of ordered events, and the day the plan puts the next one on, if known."""
    walk = _Walk(regimen, list(segments))
    for event in events:
        if event.record.action in DOSE_GIVEN:
            walk.give(event)
        elif event.record.action is DoseAction.SKIPPED:
            walk.skip(event.record)
    return tuple(walk.cycles), walk.next_day


@dataclass(slots=True)
class _Walk:
    """Goes through the events in time; the plan shifts with every dose and every skip."""

    regimen: Regimen
    waiting: list[Stored[PlanSegment]]
    cycles: list[Cycle] = field(default_factory=list)
    segment: Stored[PlanSegment] | None = None
    planned: date | None = None
    original: date | None = None
    given: Counter[str | None] = field(default_factory=Counter)
    skipped: set[tuple[date, date]] = field(default_factory=set)

    def give(self, event: Stored[DoseEvent]) -> None:
        """Begins a cycle, unless the dose belongs to the running one."""
        drug = self.regimen.drug_of(event.record)
        if self._in_running_cycle(drug, event.record.date.day):
            self.given[drug] += 1
            return
        number, day = len(self.cycles) + 1, event.record.date
        window = self.segment.record.window_days or 0 if self.segment else 0
        self._begin_segments(number, day)
        cycle = Cycle(number, event, self.planned, self.original, self.segment, window)
        self.cycles.append(cycle)
        self.given = Counter([drug])
        self.planned = _later(cycle.day, cycle.interval_days)
        self.original = _later(self.original if number > 1 else cycle.day, cycle.interval_days)

    def skip(self, record: DoseEvent) -> None:
        """Moves the plan on by one interval; a drug left out of a regimen does not."""
        day, interval = record.date.day, self.cycles[-1].interval_days if self.cycles else None
        if (
            self.regimen.drug_of(record)
            or self.planned is None
            or record.date.sort_key in self.skipped
        ):
            return
        self.skipped.add(record.date.sort_key)
        self.planned = _later(max(self.planned, day or self.planned), interval)

    @property
    def next_day(self) -> date | None:
        """Unknown while a dose of unknown day may be the last one."""
        if not self.cycles:
            return None
        last = self.cycles[-1].day
        latest = max(cycle.event.record.date.sort_key[1] for cycle in self.cycles)
        return self.planned if last == latest else None

    def _in_running_cycle(self, drug: str | None, day: date | None) -> bool:
        begun = self.cycles[-1].day if self.cycles else None
        if begun is None or day is None:
            return False
        apart = (day - begun).days
        due_still = self.given[drug] < self.regimen.doses_of(drug)
        reach = self.regimen.reach(self.cycles[-1].interval_days)
        return apart == 0 or (due_still and apart <= reach)

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
