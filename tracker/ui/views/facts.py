# SPDX-License-Identifier: MIT
"""The six facts and the banner of a chart, in words; every number comes from the domain."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain import outcomes
from tracker.domain.chart import Chart
from tracker.domain.contradictions import contradictions
from tracker.domain.dates import PartialDate, age_years
from tracker.domain.markers import Series, range_in_words, series, times_limit
from tracker.domain.quality import open_questions
from tracker.domain.records import (
    AdverseEvent,
    Diagnosis,
    ImagingStudy,
    MarkerResult,
    Stage,
    Statement,
)
from tracker.domain.records.course import DoseAction
from tracker.domain.records.patient import AllergyStatus, VitalStatus
from tracker.domain.records.statement import Topic
from tracker.domain.reminders import Due, DueState
from tracker.domain.schedule import DOSE_GIVEN, Ledger, leading, ledgers
from tracker.domain.staging import stage_in_words
from tracker.domain.state import in_time, irae, nodes, statements
from tracker.ui import wording
from tracker.ui.glyphs import Glyph
from tracker.ui.views.response_words import last_and_best
from tracker.ui.widgets.banner import BannerFacts, Datum
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate


def banner(chart: Chart, as_of: date, same_person: str = "") -> BannerFacts:
    """Who this is and what matters first; ``same_person`` numbers another chart of this person."""
    also = translate("Banner", "{number}, also {other}")
    patient = chart.patient.record
    on = patient.death.closed(as_of) if patient.death else PartialDate.of(as_of)
    name = patient.name or patient.name_latin or translate("Banner", "name not known")
    book = leading(ledgers(chart))
    disagreements, questions = len(contradictions(chart)), len(open_questions(chart, as_of))
    to_check = disagreements + questions
    return BannerFacts(
        name=name,
        latin=(patient.name_latin or "") if patient.name else "",
        number=also.format(number=patient.mrn, other=same_person) if same_person else patient.mrn,
        sex=wording.choice(patient.sex) or translate("Banner", "sex not recorded"),
        age=wording.years(age_years(patient.birth, on) if patient.birth else None),
        diagnosis=_diagnosis_datum(chart),
        allergy=_allergy(chart),
        treatment=_treatment(chart, book, as_of),
        due=_due_datum(chart, book, as_of),
        alerts=translate("Banner", "{n} to check").format(n=to_check) if to_check else "",
        alerts_note=translate("Banner", "sections disagree")
        if disagreements
        else translate("Banner", "open or missing"),
    )


def _diagnosis_datum(chart: Chart) -> Datum:
    caption = translate("Banner", "Diagnosis")
    found = chart.of(Diagnosis)
    if not found:
        return Datum(caption, translate("Banner", "not recorded"), mark=Glyph.ASK)
    stages = _stages(chart)
    stage = stages[-1] if stages else translate("Banner", "stage not recorded")
    return Datum(caption, _tumour(found[0].record), stage)


def _tumour(diagnosis: Diagnosis) -> str:
    return ", ".join(filter(None, (diagnosis.site, diagnosis.histology)))


def _stages(chart: Chart) -> list[str]:
    """The stages, oldest first, so that the last one is the one with the best basis so far."""
    return [stage_in_words(s.record) for s in in_time(chart.of(Stage))]


def _allergy(chart: Chart) -> Datum:
    caption, patient = translate("Banner", "Allergy"), chart.patient.record
    if patient.allergy_status is AllergyStatus.PRESENT:
        named = patient.allergies or translate("Banner", "present, not named")
        return Datum(caption, named, mark=Glyph.HIGH)
    if patient.allergy_status is AllergyStatus.NONE:
        return Datum(caption, translate("Banner", "none known"))
    return Datum(caption, translate("Banner", "not recorded"), mark=Glyph.ASK)


def _treatment(chart: Chart, book: Ledger | None, as_of: date) -> Datum:
    caption = translate("Banner", "Treatment")
    if book is None:
        return Datum(caption, translate("Banner", "none recorded"))
    counter = wording.months(outcomes.course_time(chart, book, as_of).months)
    since = translate("Banner", "since {date}, {counter}").format(
        date=wording.when(book.course.record.start), counter=counter
    )
    return Datum(caption, book.treatment, since if book.is_running else _stopped(book))


def _stopped(book: Ledger) -> str:
    if book.patient_died:
        return translate("Banner", "ended by death")
    return translate("Banner", "stopped {date}").format(date=wording.when(book.stop))


def _due_datum(chart: Chart, book: Ledger | None, as_of: date) -> Datum:
    caption = translate("Banner", "Next due")
    if chart.patient.record.vital_status is VitalStatus.DEAD:
        died = wording.when(chart.patient.record.death)
        return Datum(caption, translate("Banner", "died {date}").format(date=died))
    due = book.due if book else None
    if due is None:
        return Datum(caption, translate("Banner", "nothing planned"))
    return due_words(caption, due, as_of)


def due_words(caption: str, due: Due, as_of: date) -> Datum:
    """One line of what is due, with its state as a mark."""
    if due.state is DueState.HELD:
        recheck = (
            translate("Banner", "recheck {date}").format(
                date=wording.day(due.recheck, weekday=True)
            )
            if due.recheck
            else translate("Banner", "no recheck day set")
        )
        held = translate("Banner", "held: {reason}").format(reason=due.reason or "")
        return Datum(caption, held, recheck, Glyph.HELD)
    if due.on is None:
        why = wording.choice(due.why)
        return Datum(caption, translate("Banner", "cannot project"), why, Glyph.ASK)
    cycle = f"C{due.cycle} " if due.cycle else ""
    over = (as_of - due.on).days
    if over > 0:
        title = translate("Banner", "{n} d over").format(n=over)
        return Datum(caption, cycle + title, wording.day(due.on, weekday=True), Glyph.OVERDUE)
    title = translate("Banner", "today") if over == 0 else wording.day(due.on)
    note = translate("Banner", "appointed") if due.appointed else translate("Banner", "projected")
    return Datum(caption, cycle + title, note, Glyph.DUE)


def six_facts(chart: Chart, as_of: date) -> list[Fact]:
    """The oncologist's six facts, in their fixed order."""
    return [
        _diagnosis(chart),
        _now(chart, as_of),
        _response(chart),
        _marker(chart),
        _events(chart, as_of),
        _survival(chart, as_of),
    ]


Lines = list[tuple[Glyph | None, str]]


def _diagnosis(chart: Chart) -> Fact:
    title, found = translate("Facts", "Diagnosis and stage"), chart.of(Diagnosis)
    if not found:
        return Fact(title, translate("Facts", "not recorded"))
    said = _dated_stages(chart)
    counted = nodes(chart)
    if counted and counted["examined"] is not None:
        text = translate("Facts", "nodes {positive}/{examined}").format(**counted)
        said[-1:] = [f"{said[-1]}; {text}" if said else text]
    return Fact(title, _tumour(found[0].record), tuple((None, line) for line in said))


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


def _now(chart: Chart, as_of: date) -> Fact:
    title, book = translate("Facts", "Treatment now"), leading(ledgers(chart))
    if book is None:
        return Fact(title, translate("Facts", "none recorded"))
    time = outcomes.course_time(chart, book, as_of)
    headline = f"{book.course.record.regimen}, {wording.months(time.months)}"
    counted = translate("Facts", "since {start}, counted to {date}").format(
        start=wording.when(time.start), date=wording.entered(time.counted_to)
    )
    due = _due_datum(chart, book, as_of)
    lines: Lines = [
        (None, counted if book.is_running else _stopped(book)),
        (None, doses_in_words(book)),
        (due.mark, translate("Facts", "next: {what}").format(what=_joined(due))),
    ]
    return Fact(title, headline, tuple(lines))


def _joined(due: Datum) -> str:
    said = due.subtitle if due.mark is Glyph.ASK else due.title
    return said or due.title


def doses_in_words(book: Ledger) -> str:
    """Says "doses: 0 recorded, given not known", or the counts of a complete ledger."""
    recorded, held = book.count(*DOSE_GIVEN), book.count(DoseAction.HELD)
    if not book.is_complete:
        text = translate("Facts", "doses: {n} recorded, given not known")
        return text.format(n=recorded)
    return translate("Facts", "doses: {n} given, {held} held").format(n=recorded, held=held)


def _response(chart: Chart) -> Fact:
    title = translate("Facts", "Response")
    stated = statements(chart, Topic.RESPONSE)
    headline, lines = last_and_best(chart)
    if stated:
        said = translate("Facts", "{response}, stated, {date}").format(
            response=stated[-1].record.finding, date=wording.when(stated[-1].record.date)
        )
        lines += [(None, said)] if headline else []
        headline = headline or said
    headline = headline or translate("Facts", "none recorded")
    recurrence = statements(chart, Topic.RECURRENCE)
    if recurrence:
        said = translate("Facts", "recurrence: {finding} ({who})").format(
            finding=recurrence[-1].record.finding, who=_said(recurrence[-1].record)
        )
        lines.append((None, said))
    scans = in_time(chart.of(ImagingStudy))
    if scans:
        scan = scans[-1].record
        text = translate("Facts", "last scan: {modality} {date}")
        lines.append((None, text.format(modality=scan.modality, date=wording.when(scan.date))))
    return Fact(title, headline, tuple(lines))


def _said(statement: Statement) -> str:
    return f"{statement.stated_by}, {wording.when(statement.date)}"


def _marker(chart: Chart) -> Fact:
    found = series([stored.record for stored in chart.of(MarkerResult)])
    if not found:
        return Fact(translate("Facts", "Marker"), translate("Facts", "no result recorded"))
    chosen = found[0]  # tumour markers come first
    last = chosen.results[-1]
    title = translate("Facts", "{analyte}, {date}").format(
        analyte=chosen.analyte, date=wording.when(last.date)
    )
    lines: Lines = [(None, _range_line(last))]
    lines += _lowest_and_first(chosen)
    return Fact(title, _value(last) + f" {last.unit}", tuple(lines))


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


def _lowest_and_first(found: Series) -> Lines:
    exact = [r for r in found.results if r.value.number is not None and not r.value.is_censored]
    if len(exact) < 2:
        return []
    lowest = min(exact, key=lambda r: r.value.number or 0)
    text = translate("Facts", "lowest {low} ({low_date}); first {first}")
    return [
        (
            None,
            text.format(
                low=_value(lowest), low_date=wording.when(lowest.date), first=_value(exact[0])
            ),
        )
    ]


def _events(chart: Chart, as_of: date) -> Fact:
    ongoing = [e.record for e in chart.of(AdverseEvent) if e.record.is_ongoing]
    asked = irae(chart, as_of)
    headline = translate("Facts", "none recorded as ongoing")
    if ongoing:
        worst = max(ongoing, key=lambda e: e.grade or 0)
        headline = f"{worst.term} {f'G{worst.grade}' if worst.grade else ''}".strip()
    lines: Lines = []
    if asked["statement"]:
        lines.append((None, translate("Facts", "irAE: {said}").format(said=asked["statement"])))
    lines.append(
        (
            None,
            translate("Facts", "irAE asked at {asked} of {n} visits").format(
                asked=asked["visits_asked"], n=asked["visits"]
            ),
        )
    )
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
    lines: Lines = []
    for clock in found[:2]:
        text = translate("Facts", "from {index}: {days}")
        lines.append(
            (
                None,
                text.format(
                    index=index_words(clock.index),
                    days=wording.days(clock.days),
                ),
            )
        )
    return Fact(title, headline, tuple(lines))


def index_words(name: str) -> str:
    """A clock's name, its day 0 or its end, in words; the name of a regimen stays as it is."""
    return {
        "admission": translate("Facts", "admission"),
        "surgery": translate("Facts", "surgery"),
        "first systemic treatment": translate("Facts", "first systemic treatment"),
        "first systemic treatment of recurrent disease": translate(
            "Facts", "first systemic treatment of recurrent disease"
        ),
        "time on treatment": translate("Facts", "time on treatment"),
        "time to next treatment": translate("Facts", "time to next treatment"),
        "relapse proved by tissue": translate("Facts", "relapse proved by tissue"),
        "first imaging": translate("Facts", "first imaging of it"),
        "last tumour assessment": translate("Facts", "last tumour assessment"),
        "last dose or contact": translate("Facts", "last dose or contact"),
        "last contact": translate("Facts", "last contact"),
        "progression": translate("Facts", "progression"),
        "death": translate("Facts", "death"),
        "stop": translate("Facts", "stop"),
    }.get(name, name)
