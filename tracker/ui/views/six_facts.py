# SPDX-License-Identifier: MIT
"""The oncologist's six facts (clinical.md 1b), each with how old it is; the same for every role."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain import outcomes
from tracker.domain.adverse_events import newest_grade, worst_in
from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate, days_between, months_completed
from tracker.domain.durations import Span
from tracker.domain.marker_trend import Trend, trend
from tracker.domain.markers import range_in_words, series, times_limit
from tracker.domain.records import (
    AdverseEvent,
    Diagnosis,
    DiseaseStatus,
    ImagingStudy,
    MarkerResult,
    Procedure,
    Stage,
    Statement,
)
from tracker.domain.records.procedure import Proof
from tracker.domain.records.statement import Topic
from tracker.domain.schedule import leading, ledgers
from tracker.domain.staging import stage_in_words
from tracker.domain.state import in_time, irae, nodes, statements
from tracker.ui import wording
from tracker.ui.glyphs import Glyph
from tracker.ui.views.facts import doses_in_words, due_datum, index_words, stopped, tumour
from tracker.ui.views.response_words import last_and_best
from tracker.ui.widgets.banner import Datum
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate

Lines = list[tuple[Glyph | None, str]]


def six_facts(chart: Chart, as_of: date) -> list[Fact]:
    """The six facts in their fixed order."""
    return [
        _diagnosis(chart, as_of),
        _now(chart, as_of),
        _response(chart, as_of),
        _marker(chart, as_of),
        _events(chart, as_of),
        _survival(chart, as_of),
    ]


def ago(when: PartialDate | None, as_of: date) -> str:
    """How old something is: "12 d ago", "67 mo ago"; a range where the day is unknown."""
    if when is None or when.is_unknown:
        return ""
    known, today = when.closed(as_of), PartialDate.of(as_of)
    months = months_completed(known, today)
    if months is None:
        return ""
    if months.low >= 2 or months.high > 12:
        return translate("Facts", "{n} mo ago").format(n=months)
    days = days_between(known, today)
    old = days.at_least(0) if days else Span(0, 0)
    return translate("Facts", "{n} d ago").format(n=old)


def _aged(text: str, when: PartialDate | None, as_of: date) -> str:
    age = ago(when, as_of)
    return f"{text}, {age}" if age else text


def _plain(*lines: str) -> Lines:
    return [(None, line) for line in lines if line]


# Diagnosis, stage at diagnosis, and the disease now: a stage does not change with a relapse


def _diagnosis(chart: Chart, as_of: date) -> Fact:
    title, found = translate("Facts", "Diagnosis and stage"), chart.of(Diagnosis)
    if not found:
        return Fact(title, translate("Facts", "not recorded"))
    said = _dated_stages(chart)
    counted = nodes(chart)
    if counted and counted["examined"] is not None:
        text = translate("Facts", "nodes {positive}/{examined}").format(**counted)
        said[-1:] = [f"{said[-1]}; {text}" if said else text]
    return Fact(title, tumour(found[0].record), tuple(_plain(*said, _status(chart, as_of))))


def _dated_stages(chart: Chart) -> list[str]:
    """The stages with their dates, the newest first; a system is named where it changes."""
    said: list[str] = []
    system = ""
    for stored in reversed(in_time(chart.of(Stage))):
        stage = stored.record
        words = stage_in_words(stage)
        named = words.removeprefix(f"{stage.system} ") if stage.system == system else words
        said.append(f"{named}, {wording.when(stage.date)}")
        system = stage.system
    return said


def _status(chart: Chart, as_of: date) -> str:
    found = in_time(chart.of(DiseaseStatus))
    if not found:
        return translate("Facts", "status now: not recorded")
    last = found[-1].record
    text = translate("Facts", "now {status}, {date}")
    said = text.format(status=last.disease.value, date=wording.when(last.date))
    return _aged(said, last.date, as_of)


# Treatment now


def _now(chart: Chart, as_of: date) -> Fact:
    title, book = translate("Facts", "Treatment now"), leading(ledgers(chart))
    if book is None:
        return Fact(title, translate("Facts", "none recorded"))
    time, course = outcomes.course_time(chart, book, as_of), book.course.record
    if course.line is not None:  # entered by a person, never counted
        title = translate("Facts", "Treatment now, line {n}").format(n=course.line)
    counted = translate("Facts", "{start} to {date} (counted)").format(
        start=wording.when(time.start), date=wording.entered(time.counted_to)
    )
    since = counted if book.is_running else stopped(book)
    due = due_datum(chart, book, as_of)
    lines: Lines = [
        *_plain(since, doses_in_words(book)),
        (due.mark, translate("Facts", "next: {what}").format(what=_joined(due))),
    ]
    # a regimen one drug of which was stopped is not what is given now
    given = book.treatment if book.is_running and book.stopped_drugs else course.regimen
    return Fact(title, f"{given}, {wording.months(time.months)}", tuple(lines))


def _joined(due: Datum) -> str:
    said = due.subtitle if due.mark is Glyph.ASK else due.title
    return said or due.title


# Response: what was assessed, else what was stated

_MOST_LINES = 3


def _response(chart: Chart, as_of: date) -> Fact:
    headline, lines = last_and_best(chart, lambda when: ago(when, as_of))
    stated = statements(chart, Topic.RESPONSE)
    if stated:
        said = stated[-1].record
        words = translate("Facts", "{response}, stated, {date}").format(
            response=said.finding, date=wording.when(said.date)
        )
        lines += _plain(words) if headline else []
        headline = headline or words
    recurrence = statements(chart, Topic.RECURRENCE)
    if recurrence and len(lines) < _MOST_LINES - 1:
        text = translate("Facts", "recurrence: {finding} ({who})").format(
            finding=recurrence[-1].record.finding, who=_said(recurrence[-1].record)
        )
        lines += _plain(text)
    scans = in_time(chart.of(ImagingStudy))
    if scans and len(lines) < _MOST_LINES:
        scan = scans[-1].record
        text = translate("Facts", "scan: {modality} {date}").format(
            modality=scan.modality, date=wording.when(scan.date)
        )
        lines += _plain(_aged(text, scan.date, as_of))
    shown = headline or translate("Facts", "none recorded")
    return Fact(translate("Facts", "Response"), shown, tuple(lines))


def _said(statement: Statement) -> str:
    return f"{statement.stated_by}, {wording.when(statement.date)}"


# Marker: last with its own range, nadir, trend


def _marker(chart: Chart, as_of: date) -> Fact:
    found = series([stored.record for stored in chart.of(MarkerResult)])
    if not found:
        return Fact(translate("Facts", "Marker"), translate("Facts", "no result recorded"))
    chosen = found[0]  # tumour markers come first
    last, seen = chosen.results[-1], trend(chosen.results, as_of)
    title = translate("Facts", "{analyte}, {date}").format(
        analyte=chosen.analyte, date=wording.when(last.date)
    )
    lines = _plain(_range_line(last), _lowest(seen), _trend_line(seen))
    if last.date.earliest is not None and last.date.latest is not None:
        title = _aged(title, last.date, as_of)
    return Fact(title, f"{_value(last)} {last.unit}", tuple(lines))


def _value(result: MarkerResult) -> str:
    flag = result.flag.value if result.flag and result.flag.value in {"H", "L"} else ""
    return f"{result.value.text} {flag}".strip()


def _range_line(result: MarkerResult) -> str:
    used, times = range_in_words(result), times_limit(result)
    if used is None:
        return translate("Facts", "no range recorded")
    if not times:
        return translate("Facts", "range {range}").format(range=used)
    return translate("Facts", "range {range}: {times} × limit").format(
        range=used, times=f"{times:.2f}"
    )


def _lowest(seen: Trend) -> str:
    if seen.nadir is None or seen.first is None:
        return ""
    return translate("Facts", "lowest {low} ({low_date}); first {first}").format(
        low=_value(seen.nadir), low_date=wording.when(seen.nadir.date), first=_value(seen.first)
    )


def _trend_line(seen: Trend) -> str:
    """The change from the result before, and over the nadir, within one assay."""
    if seen.change is None:
        return ""
    change = translate("Facts", "from the one before {percent} %").format(
        percent=wording.signed(seen.change, ".0f")
    )
    if seen.rise is None or not seen.rise.by or seen.rise.percent is None:
        return change
    over = translate("Facts", "over the lowest {percent} %")
    return f"{change}, {over.format(percent=wording.signed(seen.rise.percent, '.0f'))}"


# Adverse events and survival


def _events(chart: Chart, as_of: date) -> Fact:
    ongoing = [event for event in chart.of(AdverseEvent) if event.record.is_ongoing]
    asked = irae(chart, as_of)
    headline, lines = translate("Facts", "none recorded as ongoing"), _plain()
    if ongoing:
        event = max(ongoing, key=lambda each: worst_in(chart, each) or 0)
        worst, grade, (now, _) = event.record, worst_in(chart, event), newest_grade(chart, event)
        headline = f"{worst.term} {f'G{grade}' if grade else ''}".strip()
        if grade and now is not None and now != grade:
            headline = translate("Facts", "{event}, now G{now}").format(event=headline, now=now)
        since = translate("Facts", "since {date}").format(date=wording.when(worst.onset))
        others = translate("Facts", "{n} more ongoing").format(n=len(ongoing) - 1)
        lines += _plain(f"{since}; {others}" if len(ongoing) > 1 else since)
    if asked["statement"]:
        lines += _plain(translate("Facts", "irAE: {said}").format(said=asked["statement"]))
    text = translate("Facts", "irAE asked at {asked} of {n} visits")
    if asked["visits"] == 1:
        text = translate("Facts", "irAE asked at {asked} of 1 visit")
    lines += _plain(text.format(asked=asked["visits_asked"], n=asked["visits"]))
    return Fact(translate("Facts", "Adverse events"), headline, tuple(lines))


def _survival(chart: Chart, as_of: date) -> Fact:
    title = translate("Facts", "Survival")
    status = chart.patient.record.vital_status
    found = [c for c in outcomes.clocks(chart, as_of) if c.name == "OS"]
    said = wording.choice(status) or translate("Facts", "vital status not recorded")
    if not found:
        return Fact(title, said)
    headline = translate("Facts", "{status}, OS {months}").format(
        status=said, months=wording.months(found[0].months_completed)
    )
    text = translate("Facts", "from {index}: {days}")
    lines = [
        text.format(index=index_words(clock.index), days=wording.days(clock.days))
        for clock in found[:2]
    ]
    return Fact(title, headline, tuple(_plain(*lines, _since_relapse(chart, found[0].end))))


def _since_relapse(chart: Chart, end: PartialDate) -> str:
    """Completed months from the last proved recurrence to the end of the survival clock."""
    proofs = [p.record.date for p in chart.of(Procedure) if p.record.proves is Proof.RELAPSE]
    last = max(proofs, key=lambda d: d.sort_key, default=None)
    months = months_completed(last, end) if last is not None else None
    if months is None or months.high < 0:
        return ""
    text = translate("Facts", "{months} since relapse {date}")
    return text.format(months=wording.months(months.at_least(0)), date=wording.when(last))
