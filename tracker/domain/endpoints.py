# SPDX-License-Identifier: MIT
"""Endpoints beside survival: assessed progression, duration of response, time on treatment.

Each clock names its index, its event and what censors it. Progression that was assessed is
censored at the last adequate tumour assessment (clinical.md 3), other clocks at the last contact.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from uuid import UUID

from tracker.domain.best_response import Answer, until_progression
from tracker.domain.chart import Chart
from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.envelope import Stored
from tracker.domain.lesion_series import series_of
from tracker.domain.outcomes import Clock, clocks, course_time, end_of_life, is_known, latest_of
from tracker.domain.records import Course, ResponseAssessment
from tracker.domain.records.response_assessment import Category
from tracker.domain.schedule import Ledger, ledgers

_PROGRESSION = frozenset({Category.PD, Category.ICPD})
_RESPONSE = frozenset({Category.CR, Category.PR, Category.ICR, Category.IPR})
_RESET = frozenset({Category.ICR, Category.IPR, Category.ISD, Category.NON_ICR})
_BY_MARKER = frozenset({Category.RESPONSE, Category.PROGRESSION})
_LAST_ASSESSMENT = "last tumour assessment"


def all_clocks(chart: Chart, as_of: date) -> tuple[Clock, ...]:
    """Survival first, then what was assessed, then how long each treatment ran."""
    found = chain(_assessed(chart, as_of), _treatments(chart, as_of))
    beside = (clock for clock in found if before(clock.end, clock.start) is not Certainty.YES)
    return (*clocks(chart, as_of), *beside)


def answers(chart: Chart, as_of: date) -> list[Answer]:
    """The tumour assessments known at ``as_of``, oldest first: as decided, else as computed.

    Progression by a new lesion that was equivocal at first has the day of that earlier scan.
    """
    first_seen = _first_seen(chart)
    found = [
        Answer(_dated(assessment, category, first_seen).closed(as_of), category)
        for assessment in chart.of(ResponseAssessment)
        if (category := assessment.record.decided or assessment.record.computed) is not None
        and category not in _BY_MARKER
        and is_known(assessment.record.date, as_of)
    ]
    return _since_first_seen(sorted(found, key=lambda answer: answer.when.sort_key))


def _first_seen(chart: Chart) -> dict[UUID, PartialDate]:
    """By scan, the day of a new lesion that it confirms and an earlier one had left open."""
    return {
        study.id: assessed.dated
        for series in series_of(chart)
        for column, assessed in zip(series.columns, series.recist, strict=True)
        for study in column.studies
        if assessed.dated != assessed.when
    }


def _dated(
    assessment: Stored[ResponseAssessment], category: Category, first_seen: dict[UUID, PartialDate]
) -> PartialDate:
    record = assessment.record
    if record.imaging_study is None or category not in {*_PROGRESSION, Category.IUPD}:
        return record.date
    return first_seen.get(record.imaging_study, record.date)


def _since_first_seen(found: list[Answer]) -> list[Answer]:
    """Each iCPD on the day of the first iUPD since the bar was last reset (Seymour 2017)."""
    kept: list[Answer] = []
    for place, answer in enumerate(found):
        confirms = _unconfirmed(found[:place]) if answer.category is Category.ICPD else None
        kept.append(replace(answer, when=confirms) if confirms else answer)
    return kept


def _assessed(chart: Chart, as_of: date) -> Iterator[Clock]:
    """PFS by assessment from the start of each course, and DOR from its first response on."""
    assessed = answers(chart, as_of)
    for book, following in _with_next(ledgers(chart)):
        course = book.course.record
        own = [a for a in assessed if _belongs(a.when, course, following)]
        if not own:
            continue
        over = _is_over(book, following, as_of)
        whole = _Assessed("PFS", course.regimen, course.start, own, over)
        yield _until_progression(chart, as_of, whole)
        response = next((a for a in until_progression(own) if a.category in _RESPONSE), None)
        if response is not None:
            later = [a for a in own if before(a.when, response.when) is not Certainty.YES]
            index = f"{response.category.value}, {course.regimen}"
            from_response = _Assessed("DOR", index, response.when, later, over)
            yield _until_progression(chart, as_of, from_response)


def _with_next(books: tuple[Ledger, ...]) -> Iterator[tuple[Ledger, Course | None]]:
    """Each course with the first one that certainly began after it."""
    for book in books:
        later = [
            other.course.record
            for other in books
            if before(book.course.record.start, other.course.record.start) is Certainty.YES
        ]
        yield book, min(later, key=lambda course: course.start.sort_key, default=None)


def _belongs(when: PartialDate, course: Course, following: Course | None) -> bool:
    """Whether an assessment lies after the start of a course and not after that of the next."""
    return before(course.start, when) is Certainty.YES and (
        following is None or before(following.start, when) is not Certainty.YES
    )


@dataclass(frozen=True, slots=True)
class _Assessed:
    """A clock over assessments, oldest first; ``over``: the treatment they judge has ended."""

    name: str
    index: str
    start: PartialDate
    answers: list[Answer]
    over: bool


def _is_over(book: Ledger, following: Course | None, as_of: date) -> bool:
    stops = [book.stop, following.start if following else None]
    return any(stop is not None and is_known(stop, as_of) for stop in stops)


def _until_progression(chart: Chart, as_of: date, clock: _Assessed) -> Clock:
    """Ends at the first progression or the death, else at the last assessment that judged it.

    Progression that nobody confirmed and nothing reset counts from the day it was seen, once the
    treatment has ended or the patient has died (Seymour 2017); until then it waits.
    """
    ends = partial(Clock, clock.name, clock.index, start=clock.start)
    progressed = next((a.when for a in clock.answers if a.category in _PROGRESSION), None)
    if progressed is not None:
        return ends("progression", end=progressed, event=True)
    how, died, event = end_of_life(chart, as_of) or ("", clock.start, False)
    unconfirmed = _unconfirmed(clock.answers)
    if unconfirmed is not None and (event or clock.over):
        return ends("progression, not confirmed", end=unconfirmed, event=True)
    if event:
        return ends(how, end=died, event=True)
    adequate = [a.when for a in clock.answers if a.category is not Category.NE]
    return ends(_LAST_ASSESSMENT, end=latest_of(adequate) or clock.start, event=False)


def _unconfirmed(answers: Iterable[Answer]) -> PartialDate | None:
    """The first iUPD that no later answer has reset."""
    first: PartialDate | None = None
    for answer in answers:
        if answer.category is Category.IUPD:
            first = first or answer.when
        elif answer.category in _RESET:
            first = None
    return first


def _treatments(chart: Chart, as_of: date) -> Iterator[Clock]:
    """Time on treatment, and time to the next treatment or death, of each course."""
    life = end_of_life(chart, as_of)
    for book, following in _with_next(ledgers(chart)):
        course, counted_to = book.course.record, course_time(chart, book, as_of).counted_to
        if counted_to is not None:
            event = book.stop is not None
            how = "stop" if event else "last dose or contact"
            name = "time on treatment"
            yield Clock(name, course.regimen, how, course.start, counted_to, event=event)
        end = life
        if following is not None and is_known(following.start, as_of):
            end = (f"start of {following.regimen}", following.start.closed(as_of), True)
        if end is not None:
            how, day, event = end
            name = "time to next treatment"
            yield Clock(name, course.regimen, how, course.start, day, event=event)
