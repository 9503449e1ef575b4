# SPDX-License-Identifier: MIT
"""A chart on one page, in words: drugs, other treatment, responses, toxicity, outcomes, sources."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain import outcomes, radiotherapy
from tracker.domain.chart import Chart
from tracker.domain.endpoints import all_clocks
from tracker.domain.envelope import Stored
from tracker.domain.outcomes import Clock
from tracker.domain.records import (
    RECORD_KINDS,
    AdverseEvent,
    Procedure,
    RadiotherapyPhase,
    ResponseAssessment,
)
from tracker.domain.records.statement import Topic
from tracker.domain.schedule import Ledger, ledgers
from tracker.domain.state import in_time, statements
from tracker.services.signatures import standing
from tracker.ui import wording
from tracker.ui.views.disease import few_in_short
from tracker.ui.views.events import cause_words, grade_words
from tracker.ui.views.facts import doses_in_words, index_words
from tracker.ui.views.response_words import best_and_benefit
from tracker.ui.views.signatures import in_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Section:
    """One column of the page: a title and its lines, the most telling first."""

    title: str
    lines: tuple[str, ...]


def sections(chart: Chart, as_of: date) -> tuple[Section, ...]:
    """The four columns below the picture, in their fixed order."""
    return (
        _section(translate("Summary", "Treatment"), _treatments(chart, as_of)),
        _section(translate("Summary", "Outcomes"), _outcomes(chart, as_of)),
        _section(translate("Summary", "Responses and toxicity"), _course(chart)),
        _section(translate("Summary", "Signatures and sources"), _sources(chart)),
    )


def _section(title: str, lines: Iterator[str]) -> Section:
    return Section(title, tuple(lines) or (translate("Summary", "nothing recorded"),))


def _treatments(chart: Chart, as_of: date) -> Iterator[str]:
    for book in reversed(ledgers(chart)):
        yield drug_line(chart, book, as_of)
    for procedure in in_time(chart.of(Procedure)):
        record = procedure.record
        yield f"{wording.when(record.date)}: {record.name}"
    for phase in in_time(chart.of(RadiotherapyPhase)):
        yield radiotherapy_line(phase.record)


def drug_line(chart: Chart, book: Ledger, as_of: date) -> str:
    """One course: regimen, time, doses."""
    time, course = outcomes.course_time(chart, book, as_of), book.course.record
    line = course.line
    named = translate("Summary", "line {n}").format(n=line) if line else ""
    counted = doses_in_words(book) if book.events or book.is_running else ""
    if course.cycles_reported is not None and not book.events:
        counted = translate("Summary", "cycles reported: {n}").format(n=course.cycles_reported)
    since = translate("Summary", "from {start}").format(start=wording.when(course.start))
    if book.stop is not None:
        since = translate("Summary", "{start} to {stop}").format(
            start=wording.when(course.start), stop=wording.when(book.stop)
        )
    months = wording.months(time.months) if time.months is not None else ""
    parts = (book.treatment, named, since, months, counted, *_stopped_drugs(book))
    return ", ".join(part for part in parts if part)


def _stopped_drugs(book: Ledger) -> Iterator[str]:
    """The drugs of several that were stopped: the treatment of now leaves them out."""
    text = translate("Summary", "{drug} stopped {date}")
    for drug, off in book.stopped_drugs.items():
        yield text.format(drug=book.name_of(drug), date=wording.when(off.record.date))


def radiotherapy_line(phase: RadiotherapyPhase) -> str:
    """One phase with its biological dose."""
    eqd2 = radiotherapy.eqd2(phase.total_gy, phase.fractions, radiotherapy.TUMOUR)
    text = translate("Summary", "{date}: {site} {gy} Gy / {n}, EQD2 {eqd2} Gy (α/β 10)")
    words = text.format(
        date=wording.when(phase.start),
        site=phase.site,
        gy=phase.total_gy,
        n=phase.fractions,
        eqd2=f"{eqd2:.2f}",
    )
    return f"{words}, {wording.choice(phase.boost)}" if phase.boost else words


def _course(chart: Chart) -> Iterator[str]:
    yield from best_and_benefit(chart)
    for assessment in reversed(in_time(chart.of(ResponseAssessment))):
        yield assessment_line(assessment.record)
    for said in statements(chart, Topic.RESPONSE):
        text = translate("Summary", "{finding}, stated by {who}, {date}")
        yield text.format(
            finding=said.record.finding,
            who=said.record.stated_by,
            date=wording.when(said.record.date),
        )
    if few := few_in_short(chart):
        yield few
    for event in reversed(in_time(chart.of(AdverseEvent))):
        yield event_line(chart, event)


def assessment_line(assessment: ResponseAssessment) -> str:
    """The computed and the decided answer, both where they differ."""
    computed, decided = assessment.computed, assessment.decided
    when = wording.when(assessment.date)
    if decided is not None and computed not in {None, decided}:
        text = translate("Summary", "{date}: decided {decided}, computed {computed} ({criteria})")
        return text.format(
            date=when,
            decided=wording.choice(decided),
            computed=wording.choice(computed),
            criteria=assessment.criteria,
        )
    if decided is not None:
        return f"{when}: {wording.choice(decided)} ({assessment.criteria})"
    text = translate("Summary", "{date}: computed {computed}, not decided ({criteria})")
    return text.format(
        date=when, computed=wording.choice(computed) or "–", criteria=assessment.criteria
    )


def event_line(chart: Chart, stored: Stored[AdverseEvent]) -> str:
    """An event with its worst grade, or the words of the source; its outcome; its causes."""
    event = stored.record
    worst, _ = grade_words(chart, stored)
    grade = f"G{worst}" if worst is not None else event.described_as or ""
    graded = f"{wording.when(event.onset)}: {event.term} {grade}".rstrip()
    said = ", ".join(filter(None, (graded, wording.choice(event.outcome))))
    caused = cause_words(chart, stored)
    return f"{said} ({caused})" if caused else said


def _outcomes(chart: Chart, as_of: date) -> Iterator[str]:
    for clock in all_clocks(chart, as_of):
        if clock.days is not None:
            yield clock_line(clock)


def clock_line(clock: Clock) -> str:
    """A clock with its index, its end and whether that was the event."""
    end = index_words(clock.endpoint)
    how = end if clock.event else translate("Summary", "censored: {end}").format(end=end)
    months = clock.months_30_4375
    text = translate("Summary", "{name} from {index}: {days} = {months} months ({how})")
    return text.format(
        name=index_words(clock.name),
        index=index_words(clock.index),
        days=wording.days(clock.days),
        months=f"{months:.1f}" if months is not None else "–",
        how=how,
    )


_MOST_SOURCES = 6


def _sources(chart: Chart) -> Iterator[str]:
    """Who signed the chart; then where most records were taken from, those without one counted."""
    for signature in standing(chart):
        yield in_words(signature)
    found = Counter(stored.source or "" for kind in RECORD_KINDS for stored in chart.of(kind))
    yield translate("Summary", "records: {n}").format(n=found.total())
    without = found.pop("", 0)
    named = found.most_common(_MOST_SOURCES)
    for source, n in named:
        yield f"{source} ({n})"
    rest = found.total() - sum(n for _, n in named)
    if rest:
        yield translate("Summary", "other sources ({n})").format(n=rest)
    if without:
        yield translate("Summary", "entered here, no source named ({n})").format(n=without)


def shortened(lines: Sequence[str], most: int) -> list[str]:
    """At most ``most`` lines; the last one then says how many are left out."""
    if len(lines) <= most:
        return list(lines)
    more = translate("Summary", "and {n} more in the chart").format(n=len(lines) - most + 1)
    return [*lines[: most - 1], more]
