# SPDX-License-Identifier: MIT
"""The worst grade of an event, of a patient and of a cycle, how long it is open, what caused it.

Grades of unlike CTCAE versions are never compared without both versions being named.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.dates import Certainty, PartialDate, before, days_between
from tracker.domain.durations import Span
from tracker.domain.envelope import Stored
from tracker.domain.records import Course, RadiotherapyPhase
from tracker.domain.records.adverse_event import (
    AdverseEvent,
    AdverseEventGrade,
    Attribution,
    Causality,
)
from tracker.domain.schedule import Ledger


def worst_grade(event: AdverseEvent, history: Iterable[AdverseEventGrade] = ()) -> int | None:
    """The highest grade ever recorded of an event; None when none was."""
    grades = [event.grade, *(each.grade for each in history)]
    return max((g for g in grades if g), default=None)


def worst_in(chart: Chart, stored: Stored[AdverseEvent]) -> int | None:
    """The highest grade of an event of a chart, over all of its time; None when none is known."""
    return worst_grade(stored.record, _history(chart, stored))


def newest_grade(chart: Chart, stored: Stored[AdverseEvent]) -> tuple[int | None, PartialDate]:
    """The newest that is recorded, and since when; 0 says that it is no longer there."""
    newest = max(_history(chart, stored), key=lambda each: each.date.sort_key, default=None)
    if newest is None:
        return stored.record.grade, stored.record.onset
    return newest.grade, newest.date


def open_days(event: AdverseEvent, as_of: date) -> Span[int] | None:
    """Days from the onset of an event that nobody closed to ``as_of``; None once closed."""
    if event.is_ongoing is False:
        return None
    days = days_between(event.onset.closed(as_of), PartialDate.of(as_of))
    return days.at_least(0) if days else None


@dataclass(frozen=True, slots=True)
class Worst:
    """The worst graded event of a patient.

    Attributes:
        grade: in CTCAE ``version``; None of the version when nobody stated it.
        event: the first that reached it.
    """

    grade: int
    version: str | None
    event: Stored[AdverseEvent]


def worst_of(chart: Chart) -> tuple[Worst, ...]:
    """The worst graded event of a chart, one for each CTCAE version that was used."""
    found: dict[str | None, Worst] = {}
    for stored in chart.of(AdverseEvent):
        grade = worst_in(chart, stored)
        version = stored.record.ctcae_version
        if grade and (version not in found or found[version].grade < grade):
            found[version] = Worst(grade, version, stored)
    return tuple(found.values())


def grades_over_time(
    chart: Chart, stored: Stored[AdverseEvent]
) -> tuple[tuple[PartialDate, int | None], ...]:
    """From which day an event had which grade, in order; 0 is "gone", None "not stated"."""
    steps = [(stored.record.onset, stored.record.grade)]
    steps += [(each.date, each.grade) for each in _history(chart, stored)]
    return tuple(sorted(steps, key=lambda step: step[0].sort_key))


def _history(chart: Chart, stored: Stored[AdverseEvent]) -> list[AdverseEventGrade]:
    return [each.record for each in chart.of(AdverseEventGrade, stored.id)]


@dataclass(frozen=True, slots=True)
class CycleWorst:
    """What was there during one cycle: from its dose to the next one, that day excluded.

    Attributes:
        number: of the cycle.
        certain: the highest grade that was surely there in it.
        possible: the highest that may have been: an imprecise date, or one that goes on.
    """

    number: int
    certain: int | None
    possible: int | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One grade of one event, from a day on; until its ``end`` or before the ``next`` grade."""

    grade: int
    start: PartialDate
    end: PartialDate | None
    next: PartialDate | None


def worst_by_cycle(chart: Chart, book: Ledger, as_of: date) -> tuple[CycleWorst, ...]:
    """The worst grade in each cycle of a course.

    An event counts in every cycle in which it was there, not only in that of its onset; a grade
    holds until the next one of the same event, and the last until the end of the event.
    """
    stretches = [s for e in chart.of(AdverseEvent) for s in _stretches(chart, e, as_of)]
    doses = [cycle.event.record.date for cycle in book.cycles]
    ends = [*doses[1:], None][: len(doses)]
    found = []
    for cycle, start, end in zip(book.cycles, doses, ends, strict=True):
        here = [(s.grade, _meets(s, start, end)) for s in stretches]
        certain = [grade for grade, meets in here if meets is Certainty.YES]
        possible = [grade for grade, meets in here if meets is not Certainty.NO]
        found.append(
            CycleWorst(cycle.number, max(certain, default=None), max(possible, default=None))
        )
    return tuple(found)


def _stretches(chart: Chart, stored: Stored[AdverseEvent], as_of: date) -> Iterable[_Stretch]:
    event = stored.record
    end = event.end or (PartialDate.of(as_of) if event.is_ongoing else None)
    steps = grades_over_time(chart, stored)
    for n, (start, grade) in enumerate(steps):
        following = steps[n + 1][0] if n + 1 < len(steps) else None
        if grade:
            yield _Stretch(grade, start, end, following)


def _meets(stretch: _Stretch, start: PartialDate, end: PartialDate | None) -> Certainty:
    """Whether a stretch and a cycle share a day; without a known end it may have gone on."""
    began = before(stretch.start, end) if end else Certainty.YES
    if stretch.next is not None:
        gone_on = before(start, stretch.next)
    elif stretch.end is None:
        gone_on = Certainty.POSSIBLE
        if before(stretch.start, start) is Certainty.NO:  # its first day lies in the cycle
            gone_on = Certainty.YES
    else:
        gone_on = _not(before(stretch.end, start))
    if Certainty.NO in {began, gone_on}:
        return Certainty.NO
    return Certainty.YES if began is gone_on is Certainty.YES else Certainty.POSSIBLE


def _not(answer: Certainty) -> Certainty:
    return {Certainty.YES: Certainty.NO, Certainty.NO: Certainty.YES}.get(answer, answer)


@dataclass(frozen=True, slots=True)
class Cause:
    """One treatment, or anything else, that an event is attributed to.

    Attributes:
        treatment: the course or radiotherapy phase; None when the cause stands in words alone.
        words: the cause in words; beside a course the drug of it.
    """

    treatment: Course | RadiotherapyPhase | None
    words: str | None
    certainty: Causality

    def __str__(self) -> str:
        """The name of the cause, as it was recorded."""
        if self.treatment is None:
            return self.words or ""
        name = self.treatment.regimen if isinstance(self.treatment, Course) else self.treatment.site
        return f"{name} ({self.words})" if self.words else name


def causes_of(chart: Chart, event: UUID) -> tuple[Cause, ...]:
    """What an event is attributed to, the surest cause first, each with its certainty."""
    treatments: dict[UUID, Course | RadiotherapyPhase] = {
        **{each.id: each.record for each in chart.of(Course)},
        **{each.id: each.record for each in chart.of(RadiotherapyPhase)},
    }
    judged = (each.record for each in chart.of(Attribution, event))
    found = [
        Cause(
            treatments.get(each.course or each.radiotherapy_phase or event),
            each.treatment,
            each.certainty,
        )
        for each in judged
    ]
    return tuple(sorted(found, key=lambda cause: list(Causality).index(cause.certainty)))
