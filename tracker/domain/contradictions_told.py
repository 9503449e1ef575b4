# SPDX-License-Identifier: MIT
"""Contradictions in what was told: events, months without an index, flags, the order of dates."""

import re
from collections.abc import Iterator

from tracker.domain.chart import Chart
from tracker.domain.checks import NOT_LIVED
from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.findings import Finding, Rule, finding, stated
from tracker.domain.records import (
    RECORD_KINDS,
    AdverseEvent,
    MarkerResult,
    ReferenceRange,
    Statement,
)
from tracker.domain.records.marker import Flag
from tracker.domain.records.statement import Topic
from tracker.domain.text import QT_TRANSLATE_NOOP


def _denied_events(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP(
        "Message", "“{said}” was stated about {topic}, but events are recorded: {events}."
    )
    for topic in (Topic.TOXICITY, Topic.IRAE):
        events = [
            event
            for event in chart.of(AdverseEvent)
            if topic is Topic.TOXICITY or event.record.irae is YesNo.YES
        ]
        for said in stated(chart, topic):
            known = [e for e in events if _not_after(e.record.onset, said.record.date)]
            if said.record.finding.casefold() in {"none", "no"} and known:
                shown = {
                    "said": said.record.finding,
                    "topic": topic,
                    "events": ", ".join(e.record.term for e in known),
                }
                yield finding("EVENT_DENIED", text, shown, said, *known)


def _not_after(event: PartialDate, said: PartialDate | None) -> bool:
    return said is None or before(said, event) is not Certainty.YES


def _two_reasons(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP(
        "Message", "“{said}” is stated twice in different words: {one} – {two}"
    )
    seen: dict[tuple[Topic, str], Stored[Statement]] = {}
    for said in chart.of(Statement):
        record = said.record
        first = seen.setdefault((record.about, record.finding.casefold()), said)
        one, two = first.record.detail, record.detail
        same_time = first.record.date == record.date
        if first is not said and one and two and one != two and same_time:
            shown = {"said": record.finding, "one": one, "two": two}
            yield finding("TOLD_DIFFERENTLY", text, shown, first, said)


_MONTHS = re.compile(r"\b\d+(?:\.\d+)?[- ]months?\b")
_INDEX_WORDS = re.compile(
    r"\b(?:from|after|since) (?:the )?(?:admission|diagnosis|surgery|operation|start|first|"
    r"randomi[sz]ation|registration|\d{4})"
)


def _index_not_named(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP("Message", "Months are stated without the day they count from: {said}")
    for topic in (Topic.SURVIVAL, Topic.RECURRENCE):
        for said in stated(chart, topic):
            words = f"{said.record.finding}. {said.record.detail or ''}"
            if _MONTHS.search(words) and not _INDEX_WORDS.search(words.casefold()):
                shown = {"said": said.record.detail or said.record.finding}
                yield finding("INDEX_NOT_NAMED", text, shown, said)


def _hidden_by_a_new_range(chart: Chart) -> Iterator[Finding]:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "{analyte} {value} of {date} was high by its own range ({own}) and would be normal by the "
        "later one ({later}).",
    )
    for result in chart.of(MarkerResult):
        record, number = result.record, result.record.value.number
        if record.flag is not Flag.HIGH or number is None or record.value.is_censored:
            continue
        for later in chart.ranges:
            high = later.record.limits.high
            fits = _judges(later.record, record) and high is not None
            if later.is_current and fits and later.record.limits.side(number).value == "normal":
                shown = {
                    "analyte": record.analyte,
                    "value": record.value,
                    "date": record.date.text,
                    "own": record.range_used or "–",
                    "later": later.record.limits,
                }
                yield finding("HIGH_BY_ITS_OWN_RANGE", text, shown, result)
                break


def _judges(each: ReferenceRange, result: MarkerResult) -> bool:
    """Whether a range is of the same test and came into use certainly after the sample."""
    start = each.effective_from
    return (
        each.analyte.casefold() == result.analyte.casefold()
        and each.unit == result.unit
        and (each.laboratory or "") == (result.laboratory or "")
        and (each.method or "") == (result.method or "")
        and start is not None
        and before(result.date, start) is Certainty.YES
    )


def _after_death(chart: Chart) -> Iterator[Finding]:
    death = chart.patient.record.death
    if death is None:
        return
    text = QT_TRANSLATE_NOOP("Message", "{kind} of {date} lies after the death ({death}).")
    for kind in RECORD_KINDS:
        if not kind.when or kind in NOT_LIVED:
            continue
        for stored in chart.of(kind):
            when: PartialDate | None = getattr(stored.record, kind.when)
            if when is not None and before(death, when) is Certainty.YES:
                shown = {"kind": kind.title, "date": when.text, "death": death.text}
                yield finding("AFTER_DEATH", text, shown, stored)


RULES: tuple[Rule, ...] = (
    _denied_events,
    _two_reasons,
    _index_not_named,
    _hidden_by_a_new_range,
    _after_death,
)
