# SPDX-License-Identifier: MIT
"""A dose day is stored whole or not at all, can be taken back, and is kept while it is typed."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, written
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Status
from tracker.domain.errors import Conflict, NotPermitted, Refused
from tracker.domain.follow_up import due_items
from tracker.domain.records import (
    Course,
    CourseDrug,
    DoseEvent,
    FollowUp,
    MarkerResult,
    UserReminder,
    Visit,
)
from tracker.domain.records.base import build
from tracker.domain.records.course import DoseAction
from tracker.domain.records.dose_day import Answered, GateAnswer, InterviewAnswer, Verdict
from tracker.domain.records.due_answer import DueAction
from tracker.domain.records.follow_up import FollowUpState
from tracker.domain.records.marker import Flag
from tracker.domain.records.patient import VitalStatus
from tracker.domain.records.visit import Contact
from tracker.domain.roles import Role
from tracker.services import (
    audit_trail,
    dose_day,
    dose_day_results,
    drafts,
    due_answers,
    handout,
    imports,
    phone_contact,
    records,
    rule_sets,
)
from tracker.services.context import Context
from tracker.services.patients import by_number
from tracker.store.queries import DueLine

NURSE = Context("Synthetic Nurse", Role.NURSE, CLOCK)
GIVE = {
    "date": "2024-11-26",
    "weight": "58.2",
    "ask.rash": "0",
    "lab.ALT": "46",
    "act": "G",
    "dose.0": "240 mg",
    "override": "asked by telephone",
}


@pytest.fixture
def patient(store, tmp_path):
    ranges = clinics.reference_range(50, "7-40", analyte="ALT", unit="U/L")
    file = written(tmp_path / "small.json", SMALL | {"clinic": [*SMALL["clinic"], ranges]})
    assert imports.import_file(store, CTX, path=file).problems == ()
    return by_number(store, CTX, mrn="A-001")


@pytest.fixture
def save(store, patient):
    def run(ctx=NURSE, confirmed=(), **changes):
        texts = {name: text for name, text in (GIVE | changes).items() if text}
        return dose_day.save(
            store, ctx, patient=patient, course=None, texts=texts, confirmed=confirmed
        )

    return run


def refused(save, **changes) -> set[str | None]:
    with pytest.raises(Refused) as caught:
        save(**changes)
    return {problem.field for problem in caught.value.problems}


def test_one_save_stores_visit_interview_results_dose_and_gate(store, patient, save):
    before = store.chart(patient)
    save(appoint="+21")
    chart = store.chart(patient)
    visit = chart.of(Visit)[-1]
    (answer,) = chart.of(InterviewAnswer, visit.id)
    (gate,) = chart.of(GateAnswer, visit.id)
    assert (answer.record.item, answer.record.answer) == ("rash", Answered.NONE)
    assert gate.record.answer is Verdict.ASK
    assert gate.record.lines
    events = [stored.record for stored in chart.of(DoseEvent)[len(before.of(DoseEvent)) :]]
    assert [e.action for e in events] == [DoseAction.GIVEN, DoseAction.APPOINTED]
    assert events[0].given_by == NURSE.user
    line = next(line for line in store.due(DueLine, date(2024, 11, 26)) if line.due.what == "dose")
    assert (line.due.last_given, line.due.on) == (date(2024, 11, 26), date(2024, 12, 17))
    assert store.verify() == []


def test_a_result_typed_on_the_sheet_is_flagged_with_the_range_of_its_day(store, patient, save):
    save()
    (alt,) = (r.record for r in store.chart(patient).of(MarkerResult) if r.record.analyte == "ALT")
    assert (alt.flag, alt.range_used) == (Flag.HIGH, "7-40")


def test_nothing_of_a_refused_sheet_is_stored(store, patient, save):
    counts = store.counts()
    assert refused(save, **{"lab.ALT": "4x6"}) == {"lab.ALT"}
    assert store.counts() == counts


def test_a_second_dose_on_the_day_is_blocked(save):
    save()
    assert "date" in refused(save)


@pytest.mark.parametrize(
    ("texts", "box"),
    [
        ({"date": "2024-11-27"}, "date"),
        ({"date": "1969-01-01"}, "date"),
        ({"date": "2024-11"}, "date"),
        ({"sampled": "2024-11-27"}, "sampled"),
    ],
)
def test_a_day_that_cannot_be_is_refused_under_its_box(save, texts, box):
    assert box in refused(save, **texts)


def test_a_dose_after_the_death_is_refused(store, patient, save):
    stored = store.chart(patient).patient
    dead = replace(
        stored.record, vital_status=VitalStatus.DEAD, death=PartialDate.parse("2024-11-20")
    )
    with store.unit(CTX.because("reported by the family").stamp()) as unit:
        unit.amend(stored, dead)
    assert refused(save) == {"act"}
    assert "date" in refused(save, act="")


def test_a_dose_off_the_plan_is_stored_once_it_was_confirmed(store, patient, save):
    assert refused(save, **{"dose.0": "200 mg"}) == {"dose.0"}
    save(confirmed={"dose.0 200 mg"}, **{"dose.0": "200 mg"})
    assert str(store.chart(patient).of(DoseEvent)[-1].record.dose) == "200 mg"


def test_a_confirmed_number_does_not_confirm_another_one(save):
    assert refused(save, confirmed={"dose.0 200 mg"}, **{"dose.0": "20 mg"}) == {"dose.0"}


def test_a_dose_that_goes_on_against_a_hold_is_in_the_trail_as_an_override(store, patient, save):
    rules = rule_sets.offered(store)[0].rules
    named = {"source": rules.source, "version": rules.version, "oncologist": "Dr Example"}
    rule_sets.accept(store, CTX, **named)
    assert refused(save, **{"lab.ALT": "400", "override": ""}) == {"override"}
    save(**{"lab.ALT": "400"})
    found = [line for line in audit_trail.page(store, CTX).lines if line.action == "override"]
    [line] = found
    said = {name: new for name, _, new in line.changes}
    assert (line.by, line.patient) == (NURSE.user, patient)
    assert said == {"gate": "hold suggested", "because": "asked by telephone"}


def test_a_dose_that_nothing_speaks_against_is_no_override(store, save):
    save()
    assert not [line for line in audit_trail.page(store, CTX).lines if line.action == "override"]


def added(store, patient, kind, ctx=CTX, **texts):
    entry = records.Entry(record=build(kind, texts))
    return records.save(store, ctx, patient=patient, entry=entry).stored.id


def test_a_dose_of_a_course_that_stopped_meanwhile_is_not_given_to_another_one(store, patient):
    first = store.chart(patient).of(Course)[0].id
    texts = {"regimen": "cisplatin", "therapy": "chemotherapy", "start": "2024-11"}
    other = added(store, patient, Course, **texts)
    added(store, patient, CourseDrug, course=str(other), drug="cisplatin", dose="120 mg")
    stop = {"course": str(first), "action": "stopped", "date": "2024-11-25", "reason": "toxicity"}
    added(store, patient, DoseEvent, **stop)
    counts = store.counts()
    with pytest.raises(Refused) as caught:
        dose_day.save(store, NURSE, patient=patient, course=first, texts=GIVE)
    assert {problem.field for problem in caught.value.problems} == {"act"}
    assert store.counts() == counts


def test_a_dose_of_a_drug_that_left_the_course_meanwhile_is_given_as_no_other(store, patient):
    course = store.chart(patient).of(Course)[0].id
    typed = GIVE | {"drugs": "cisplatin\ntoripalimab", "dose.0": "120 mg", "dose.1": "240 mg"}
    with pytest.raises(Refused, match="Not in this course any more: cisplatin"):
        dose_day.save(store, NURSE, patient=patient, course=course, texts=typed)
    kept = {name: text for name, text in typed.items() if name != "dose.0"}
    dose_day.save(store, NURSE, patient=patient, course=course, texts=kept)
    assert str(store.chart(patient).of(DoseEvent)[-1].record.dose) == "240 mg"


@pytest.mark.parametrize("action", ["resumed", "given"])
def test_a_nurse_lifts_a_hold_only_by_naming_the_doctor(store, patient, save, action):
    save(act="H", reason="2", **{"dose.0": ""})
    course = str(store.chart(patient).of(Course)[0].id)
    lifts = {"course": course, "action": action, "date": "2024-11-26"}
    with pytest.raises(Refused) as caught:
        added(store, patient, DoseEvent, NURSE, **lifts)
    assert {problem.field for problem in caught.value.problems} == {"ordered_by"}
    before = lifts | {"action": "given", "date": "2024-10-15"}
    added(store, patient, DoseEvent, NURSE, **before)  # lifts nothing: it was before the hold
    added(store, patient, DoseEvent, NURSE, ordered_by="Dr Example", **lifts)


def test_the_oncologist_lifts_a_hold(store, patient, save):
    save(act="H", reason="2", **{"dose.0": ""})
    course = str(store.chart(patient).of(Course)[0].id)
    oncologist = Context("Synthetic Oncologist", Role.ONCOLOGIST, CLOCK)
    lifts = {"course": course, "action": "resumed", "date": "2024-11-26"}
    assert added(store, patient, DoseEvent, oncologist, **lifts)


def test_a_hold_is_stored_with_its_reason_and_shows_on_the_day_list(store, patient, save):
    save(act="H", reason="2", reason_text="ALT grade 3", **{"dose.0": ""})
    line = next(line for line in store.due(DueLine, date(2024, 11, 26)) if line.due.what == "dose")
    assert (line.due.state.value, line.due.reason) == ("held", "ALT grade 3")


def test_who_may_only_read_saves_nothing(save):
    with pytest.raises(NotPermitted):
        save(ctx=Context("Reader", Role.VIEWER, CLOCK))


# Undo


def test_undo_marks_every_record_of_the_save_with_who_and_why(store, patient, save):
    before = store.due(DueLine, date(2024, 11, 26))
    saved = save()
    dose_day.undo(store, NURSE, saved=saved)
    chart = store.chart(patient)
    voided = [
        s for records in chart.records.values() for s in records if s.status is not Status.CURRENT
    ]
    assert {s.id for s in voided} == {s.id for s in saved.records}
    last = store.history("dose_event", chart.of(DoseEvent)[0].id)
    assert last
    entry = store.history("visit", saved.records[0].id)[-1]
    assert (entry.action, entry.by) == ("void", NURSE.user)
    assert "undone by Synthetic Nurse" in (entry.reason or "")
    assert store.due(DueLine, date(2024, 11, 26)) == before
    assert store.verify() == []


def test_a_save_is_not_undone_over_somebody_elses_correction(store, patient, save):
    saved = save()
    visit = saved.records[0]
    with store.unit(CTX.because("misread").stamp()) as unit:
        unit.amend(visit, replace(visit.record, ecog=1))
    with pytest.raises(Conflict):
        dose_day.undo(store, NURSE, saved=saved)
    assert store.chart(patient).of(Visit)[-1].record.ecog == 1


# Drafts


def test_a_draft_is_of_one_person_and_one_chart(store, patient):
    drafts.keep(store, NURSE, patient=patient, texts={"weight": "58"})
    assert drafts.find(store, NURSE, patient=patient).texts == {"weight": "58"}
    assert drafts.find(store, CTX, patient=patient) is None


def test_a_draft_is_gone_once_it_is_saved_or_emptied(store, patient, save):
    drafts.keep(store, NURSE, patient=patient, texts=GIVE)
    save()
    assert drafts.find(store, NURSE, patient=patient) is None
    drafts.keep(store, NURSE, patient=patient, texts={"weight": "58"})
    drafts.keep(store, NURSE, patient=patient, texts={})
    assert drafts.find(store, NURSE, patient=patient) is None


def test_a_refused_save_keeps_the_draft(store, patient, save):
    drafts.keep(store, NURSE, patient=patient, texts=GIVE)
    refused(save, date="2024-11-27")
    assert drafts.find(store, NURSE, patient=patient).texts == GIVE


def test_a_draft_is_no_record(store, patient):
    chart, audit = store.chart(patient), store.counts()["audit"]
    drafts.keep(store, NURSE, patient=patient, texts=GIVE)
    assert (store.chart(patient), store.counts()["audit"]) == (chart, audit)
    assert store.verify() == []


_TYPE_AND_HANG = """
import sys, time
from pathlib import Path
from tests import clinics
from tests.services.test_dose_day import NURSE
from tracker.services import drafts
from tracker.services.patients import by_number
store = clinics.opened(Path(sys.argv[1]))
patient = by_number(store, NURSE, mrn="A-001")
drafts.keep(store, NURSE, patient=patient, texts={"weight": "58.2", "ask.rash": "1"})
print("kept", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_draft_survives_a_killed_program_and_no_file_shows_it(store, patient, tmp_path):
    folder = store.profile.folder
    store.close(CLOCK.now())
    run = subprocess.Popen(
        [sys.executable, "-c", _TYPE_AND_HANG, str(folder)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    with run:
        assert run.stdout.readline() == "kept\n"
        os.kill(run.pid, signal.SIGKILL)
    again = clinics.opened(folder)
    try:
        draft = drafts.find(again, NURSE, patient=patient)
        assert draft.texts == {"weight": "58.2", "ask.rash": "1"}
        assert draft.at == CLOCK.now()
    finally:
        again.close(CLOCK.now())
    for file in (path for path in folder.rglob("*") if path.is_file()):
        assert b"ask.rash" not in file.read_bytes(), file


# Beside the sheet


def test_a_phone_call_is_a_visit_of_its_own_kind_with_a_day_to_call_back(store, patient):
    phone_contact.record(
        store, NURSE, patient=patient, on="2024-11-26", said="loose stool twice", call_back="+2"
    )
    chart = store.chart(patient)
    assert chart.of(Visit)[-1].record.contact is Contact.PHONE
    assert chart.of(UserReminder)[-1].record.due.text == "2024-11-28"


@pytest.mark.parametrize(
    ("texts", "box"),
    [
        ({"said": " "}, "said"),
        ({"on": "2024-11-27"}, "date"),
        ({"call_back": "2"}, "call_back"),
        ({"call_back": "2024-11-01"}, "call_back"),
        ({"on": "2024-11", "call_back": "+2"}, "date"),
    ],
)
def test_a_call_is_refused_with_the_name_of_the_box(store, patient, texts, box):
    entry = {"on": "2024-11-26", "said": "well"} | texts
    with pytest.raises(Refused) as caught:
        phone_contact.record(store, NURSE, patient=patient, **entry)
    assert box in {problem.field for problem in caught.value.problems}


def test_the_page_for_the_patient_says_the_next_date_and_is_logged(store, patient, save):
    save(appoint="2024-12-18")
    before = store.counts()["audit"]
    page = handout.prepare(store, NURSE, patient=patient)
    assert (page.next_day, page.is_appointed, page.is_held) == (date(2024, 12, 18), True, False)
    assert page.printed_by == NURSE.user
    assert store.counts()["audit"] == before + 1


@pytest.mark.parametrize(
    ("action", "until", "said"),
    [
        (DueAction.CANCELLED, "", None),
        (DueAction.SNOOZED, "2024-12-30", None),
        (DueAction.PROMISED, "2024-12-20", date(2024, 12, 20)),
    ],
)
def test_the_page_for_the_patient_names_no_day_that_was_called_off(
    store, patient, save, action, until, said
):
    save(appoint="2024-12-18")
    due = next(d for d in due_items(store.chart(patient)) if d.what == "dose")
    due_answers.answer(
        store, NURSE, patient=patient, key=due.key, action=action, on="2024-11-26", until=until,
        reason="the patient travels",
    )  # fmt: skip
    page = handout.prepare(store, NURSE, patient=patient)
    assert (page.next_day, page.is_held) == (said, False)


def test_a_day_8_that_was_missed_is_no_day_to_come_on(store, patient):
    (drug,) = store.chart(patient).of(CourseDrug)
    entry = records.Entry(record=replace(drug.record, days="1,8"), stored=drug)
    records.save(store, CTX.because("as ordered"), patient=patient, entry=entry)
    lines = [due.on for due in due_items(store.chart(patient)) if due.what == "dose"]
    assert lines == [date(2024, 11, 12), date(2024, 11, 26)]
    assert handout.prepare(store, NURSE, patient=patient).next_day == date(2024, 11, 26)


def test_who_went_elsewhere_gets_no_next_date_of_this_clinic(store, patient, save):
    save(appoint="2024-12-18")
    left = FollowUp(date=PartialDate.parse("2024-11-26"), state=FollowUpState.TRANSFERRED,
                    reason="moved")  # fmt: skip
    records.save(store, NURSE, patient=patient, entry=records.Entry(record=left))
    assert handout.prepare(store, NURSE, patient=patient).next_day is None


def test_a_results_file_fills_boxes_of_the_newest_sample_of_this_patient(store, patient, tmp_path):
    file = tmp_path / "results.csv"
    file.write_text(
        "patient,analyte,date,value,unit\n"
        "A-001,ALT,2024-10-30,28,U/L\n"
        "A-001,ALT,2024-11-25,46,U/L\n"
        "A-001,肌酐,2024-11-25,0.8,mg/dL\n"
        "A-002,AST,2024-11-25,99,U/L\n",
        "utf-8",
    )
    day = dose_day.open_sheet(store, NURSE, patient=patient).day
    found = dose_day_results.from_file(file, "A-001", day.columns)
    assert (found.values.values, found.sampled.text, found.older) == (
        {"ALT": "46"},
        "2024-11-25",
        1,
    )
    assert "mg/dL" in str(found.values.left_out[0].message)


def test_of_two_samples_of_a_day_in_a_file_the_later_one_fills_the_box(store, patient, tmp_path):
    file = tmp_path / "results.csv"
    head = "patient,analyte,date,value,unit\n"
    later = "A-001,ALT,2024-11-25 16:40,46,U/L\n"
    day = dose_day.open_sheet(store, NURSE, patient=patient).day
    file.write_text(f"{head}{later}A-001,ALT,2024-11-25 08:10,28,U/L\n", "utf-8")
    found = dose_day_results.from_file(file, "A-001", day.columns)
    assert (found.values.values, found.sampled.text) == ({"ALT": "46"}, "2024-11-25")
    assert "ALT 28" in str(found.values.left_out[0])
    file.write_text(head + later, "utf-8")
    found = dose_day_results.from_file(file, "A-001", day.columns)
    assert found.sampled.text == "2024-11-25 16:40"


def test_a_file_about_others_fills_nothing(store, patient, tmp_path):
    file = tmp_path / "results.csv"
    file.write_text("patient,analyte,date,value,unit\nA-002,AST,2024-11-25,99,U/L\n", "utf-8")
    with pytest.raises(Refused):
        dose_day_results.from_file(file, "A-001", ())
