# SPDX-License-Identifier: MIT
"""The adverse events of a chart in words: the worst, those of an organ, of a cycle, still open."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain.adverse_events import (
    Cause,
    causes_of,
    open_days,
    worst_by_cycle,
    worst_in,
    worst_of,
)
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.records import (
    AdverseEvent,
    RadiotherapyPhase,
    SteroidCourse,
)
from tracker.domain.schedule import leading, ledgers
from tracker.domain.terms import Terms
from tracker.ui import wording
from tracker.ui.forms import labels
from tracker.ui.glyphs import Glyph
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate
Lines = list[tuple[Glyph | None, str]]
_CYCLES_SHOWN = 8


def facts_of(chart: Chart, terms: Terms, as_of: date) -> tuple[Fact, ...]:
    """What stands beside the list of events."""
    events = chart.of(AdverseEvent)
    if not events:
        return ()
    return (*_worst(chart), _organs(chart, events, terms), _cycles(chart, as_of),
            _open(events, as_of))  # fmt: skip


def grade_words(chart: Chart, stored: Stored[AdverseEvent]) -> tuple[int | None, str]:
    """The worst grade of an event, and how it reads."""
    grade = worst_in(chart, stored)
    return grade, str(grade) if grade else translate("Events", "not stated")


def cause_words(chart: Chart, stored: Stored[AdverseEvent]) -> str:
    """What an event is attributed to and how surely; else the cause as it was written."""
    found = "; ".join(
        translate("Events", "{cause}: {certainty}").format(
            cause=_cause(cause), certainty=wording.choice(cause.certainty)
        )
        for cause in causes_of(chart, stored.id)
    )
    return found or stored.record.attribution or ""


def _cause(cause: Cause) -> str:
    if isinstance(cause.treatment, RadiotherapyPhase):
        return translate("Events", "radiotherapy {site}").format(site=cause)
    return str(cause)


def steroid_words(chart: Chart, stored: Stored[AdverseEvent]) -> str:
    """What was given against an event, with the highest dose a day."""
    given = [each.record for each in chart.of(SteroidCourse, stored.id)]
    return "; ".join(" ".join(filter(None, (s.drug, labels.shown(s.dose)))) for s in given)


def version_words(version: str | None) -> str:
    """The classification a grade belongs to."""
    if version is None:
        return translate("Events", "CTCAE version not stated")
    return translate("Events", "CTCAE {version}").format(version=version)


def _worst(chart: Chart) -> Iterable[Fact]:
    title = translate("Events", "Worst grade")
    found = worst_of(chart)
    if not found:
        yield Fact(title, translate("Events", "no grade recorded"))
    for worst in found:
        event = worst.event.record
        headline = f"G{worst.grade} {event.term}"
        yield Fact(
            title,
            headline,
            ((None, version_words(worst.version)), (None, wording.when(event.onset))),
        )


def _organs(chart: Chart, events: Iterable[Stored[AdverseEvent]], terms: Terms) -> Fact:
    title = translate("Events", "Immune-related, by organ")
    related = [each for each in events if each.record.irae is YesNo.YES]
    lines: Lines = []
    for each in related:
        organ = terms.organ_of(each.record)
        where = wording.choice(organ) or translate("Events", "organ not stated")
        grade, said = grade_words(chart, each)
        text = translate("Events", "{organ}: {term} {grade}")
        grade_text = f"G{grade}" if grade else said
        lines.append((None, text.format(organ=where, term=each.record.term, grade=grade_text)))
        lines += [
            (None, said) for said in (cause_words(chart, each), _managed(chart, each)) if said
        ]
    if not related:
        return Fact(title, translate("Events", "none recorded as immune-related"))
    return Fact(title, str(len(related)), tuple(lines))


def _managed(chart: Chart, stored: Stored[AdverseEvent]) -> str:
    """Action, treatment, outcome and rechallenge of one event, in one line."""
    event = stored.record
    given = steroid_words(chart, stored) or event.treatment
    went_on = (wording.choice(event.outcome), wording.choice(event.rechallenge))
    return ", ".join(filter(None, (event.action, given, *went_on)))


def _cycles(chart: Chart, as_of: date) -> Fact:
    title = translate("Events", "Worst grade by cycle")
    book = leading(ledgers(chart))
    found = [c for c in worst_by_cycle(chart, book, as_of) if c.possible] if book else []
    if book is None or not book.cycles:
        return Fact(title, translate("Events", "no dose is recorded"))
    if not found:
        return Fact(title, translate("Events", "no graded event in a cycle"))
    lines: Lines = []
    for cycle in found[-_CYCLES_SHOWN:]:
        if cycle.certain == cycle.possible:
            text = translate("Events", "C{n}: G{grade}").format(n=cycle.number, grade=cycle.certain)
        elif cycle.certain:
            text = translate("Events", "C{n}: G{grade}, perhaps G{more}").format(
                n=cycle.number, grade=cycle.certain, more=cycle.possible
            )
        else:
            text = translate("Events", "C{n}: perhaps G{more}").format(
                n=cycle.number, more=cycle.possible
            )
        lines.append((None, text))
    if len(found) > _CYCLES_SHOWN:
        text = translate("Events", "cycles before: {n}")
        lines.append((None, text.format(n=len(found) - _CYCLES_SHOWN)))
    headline = translate("Events", "cycles: {n} of {total}").format(
        n=len(found), total=len(book.cycles)
    )
    return Fact(title, headline, tuple(lines))


def _open(events: Iterable[Stored[AdverseEvent]], as_of: date) -> Fact:
    title = translate("Events", "Not closed")
    still = [each.record for each in events if each.record.is_ongoing is not False]
    lines: Lines = [
        (Glyph.ASK if event.is_ongoing is None else None, _open_words(event, as_of))
        for event in still
    ]
    headline = str(len(still)) if still else translate("Events", "none")
    return Fact(title, headline, tuple(lines))


def _open_words(event: AdverseEvent, as_of: date) -> str:
    days = wording.days(open_days(event, as_of))
    if event.is_ongoing is None:
        text = translate("Events", "{term}: {days}, nobody recorded how it went on")
    else:
        text = translate("Events", "{term}: open for {days}")
    return text.format(term=event.term, days=days)
