# SPDX-License-Identifier: MIT
"""Endpoints beside survival: assessed progression, duration of response, time on treatment.

Each clock names its index, its event and what censors it. Progression that was assessed is
censored at the last adequate tumour assessment (clinical.md 3), other clocks at the last contact.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
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
    first: PartialDate | None = None
    for answer in found:
        if answer.category is Category.IUPD:
            first = first or answer.when
        elif answer.category in _RESET:
            first = None
        confirms = first if answer.category is Category.ICPD else None
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
        yield _until_progression(chart, as_of, "PFS", course.regimen, course.start, own)
        response = next((a for a in until_progression(own) if a.category in _RESPONSE), None)
        if response is not None:
            later = [a for a in own if before(a.when, response.when) is not Certainty.YES]
            index = f"{response.category.value}, {course.regimen}"
            yield _until_progression(chart, as_of, "DOR", index, response.when, later)


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


def _until_progression(
    chart: Chart, as_of: date, name: str, index: str, start: PartialDate, assessed: list[Answer]
) -> Clock:
    """Ends at the first progression or the death, else at the last assessment that judged it."""
    progressed = next((a.when for a in assessed if a.category in _PROGRESSION), None)
    if progressed is not None:
        return Clock(name, index, "progression", start, progressed, event=True)
    how, died, event = end_of_life(chart, as_of) or ("", start, False)
    if event:
        return Clock(name, index, how, start, died, event=True)
    adequate = [a.when for a in assessed if a.category is not Category.NE]
    return Clock(name, index, _LAST_ASSESSMENT, start, latest_of(adequate) or start, event=False)


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
