# SPDX-License-Identifier: MIT
"""The banner of a chart in words, and the phrases it shares; every number is the domain's."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain import outcomes
from tracker.domain.chart import Chart
from tracker.domain.contradictions import contradictions
from tracker.domain.follow_up import patient_leaves
from tracker.domain.quality import open_questions
from tracker.domain.records import (
    Diagnosis,
    Stage,
)
from tracker.domain.records.course import DoseAction
from tracker.domain.records.patient import AllergyStatus
from tracker.domain.reminders import Due, DueState
from tracker.domain.schedule import DOSE_GIVEN, Ledger, leading, ledgers
from tracker.domain.staging import stage_in_words
from tracker.domain.state import in_time
from tracker.ui import names, wording
from tracker.ui.glyphs import Glyph
from tracker.ui.widgets.banner import BannerFacts, Datum

translate = QCoreApplication.translate


def banner(chart: Chart, as_of: date, same_person: str = "") -> BannerFacts:
    """Who this is and what matters first; ``same_person`` numbers another chart of this person."""
    also = translate("Banner", "{number}, also {other}")
    patient = chart.patient.record
    name = names.name_of(patient) or translate("Banner", "name not known")
    book = leading(ledgers(chart))
    disagreements, questions = len(contradictions(chart)), len(open_questions(chart, as_of))
    to_check = disagreements + questions
    return BannerFacts(
        name=name,
        latin=names.latin_of(patient),
        number=also.format(number=patient.mrn, other=same_person) if same_person else patient.mrn,
        sex=wording.choice(patient.sex) or translate("Banner", "sex not recorded"),
        age=wording.years(outcomes.age_of(patient, as_of)),
        diagnosis=_diagnosis_datum(chart),
        allergy=_allergy(chart),
        treatment=_treatment(chart, book, as_of),
        due=due_datum(chart, book, as_of),
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
    return Datum(caption, tumour(found[0].record), stage)


def tumour(diagnosis: Diagnosis) -> str:
    """Site and histology."""
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
    return Datum(caption, book.treatment, since if book.is_running else stopped(book))


def stopped(book: Ledger) -> str:
    """How a course that no longer runs ended."""
    if book.patient_died:
        return translate("Banner", "ended by death")
    return translate("Banner", "stopped {date}").format(date=wording.when(book.stop))


def due_datum(chart: Chart, book: Ledger | None, as_of: date) -> Datum:
    """What is due next of the course that counts."""
    caption = translate("Banner", "Next due")
    leaving = patient_leaves(chart)
    if leaving is not None:
        left, since = wording.choice(leaving.left), leaving.since
        if not since.is_unknown:
            text = translate("Banner", "{left} {date}")
            left = text.format(left=left, date=wording.when(since))
        return Datum(caption, left)
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
        held = translate("Banner", "held: {reason}").format(reason=wording.reason(due.reason))
        return Datum(caption, held, recheck, Glyph.HELD)
    if due.on is None:
        why = wording.choice(due.why)
        return Datum(caption, translate("Banner", "cannot project"), why, Glyph.ASK)
    cycle = f"{wording.cycle(due.cycle, due.cycle_day)} ".lstrip()
    over = (as_of - due.on).days
    if over > 0:
        title = translate("Banner", "{n} d over").format(n=over)
        return Datum(caption, cycle + title, wording.day(due.on, weekday=True), Glyph.OVERDUE)
    title = translate("Banner", "today") if over == 0 else wording.day(due.on)
    note = translate("Banner", "appointed") if due.appointed else translate("Banner", "projected")
    return Datum(caption, cycle + title, note, Glyph.DUE)


def doses_in_words(book: Ledger) -> str:
    """Says "doses: 0 recorded, given not known", or the counts of a complete ledger."""
    recorded, held = book.count(*DOSE_GIVEN), book.count(DoseAction.HELD)
    if not book.is_complete:
        text = translate("Facts", "doses: {n} recorded, given not known")
        return text.format(n=recorded)
    return translate("Facts", "doses: {n} given, {held} held").format(n=recorded, held=held)


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
        "disease status": translate("Facts", "recorded as recurrent or progressive"),
        "last tumour assessment": translate("Facts", "last tumour assessment"),
        "last dose or contact": translate("Facts", "last dose or contact"),
        "last contact": translate("Facts", "last contact"),
        "progression": translate("Facts", "progression"),
        "progression, not confirmed": translate("Facts", "progression, not confirmed"),
        "death": translate("Facts", "death"),
        "stop": translate("Facts", "stop"),
    }.get(name, name)
