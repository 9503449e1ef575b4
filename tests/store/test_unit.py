# SPDX-License-Identifier: MIT
"""One unit of work: all or nothing, traced, and never over somebody else's change."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3.dbapi2 import IntegrityError

from tests.kinds import LEAST
from tests.store.conftest import (
    REASON,
    add,
    add_with_parents,
    amend,
    give,
    make_store,
    records_of,
    running_course,
    stamp,
    void,
)
from tests.store.foundation import NOW
from tracker.domain.errors import Conflict, NotFound, Refused
from tracker.domain.records import RECORD_KINDS, Diagnosis, Patient, Visit
from tracker.domain.records.base import build, content
from tracker.domain.reminders import What
from tracker.store.queries import DueLine
from tracker.store.unit import Unit


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    """One profile for many hypothesis examples."""
    opened = make_store(tmp_path_factory.mktemp("profile"))
    opened._db.execute_sql("PRAGMA synchronous = OFF")
    yield opened
    opened.close(NOW)


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.kind)
@settings(max_examples=15)
@given(data=st.data())
def test_every_kind_comes_back_from_the_file_as_it_was_given(shared_store, kind, data):
    store, record = shared_store, data.draw(records_of(kind))
    if kind is Patient:
        record = replace(record, mrn=str(uuid4()))
        stored = add_with_parents(store, record, None)
    else:
        patient = add(store, "patient", mrn=str(uuid4())).id
        stored = add_with_parents(store, record, patient)
        record = stored.record  # with the id of the parent made for it
    assert store.get(kind, stored.patient, stored.id) == stored
    [revision] = store.history(kind.kind, stored.id)
    assert revision.content == content(record)
    if not kind.of_clinic and kind is not Patient:
        assert stored in store.chart(stored.patient).records[kind.kind]


def visit(store, **texts):
    patient = add(store, "patient", mrn="A-1").id
    return add(store, "visit", patient, date="2019-05-07", contact="visit", **texts)


def test_written_digits_survive_amending_and_the_history_shows_old_and_new(store):
    first = visit(store, weight="61.10")
    weighed_again = build(Visit, {"date": "2019-05-07", "contact": "visit", "weight": "59.0"})
    with store.unit(stamp(REASON)) as unit:
        second = unit.amend(first, weighed_again, note="scales were wrong")
    old, new = store.history("visit", first.id)
    assert (old.content["weight"], new.content["weight"]) == ("61.10", "59.0")
    assert (old.action, new.action, new.revision, new.reason) == ("add", "amend", 2, REASON)
    assert new.content["note"] == "scales were wrong"
    assert store.get(Visit, first.patient, first.id) == second


def test_an_amendment_keeps_the_source_unless_it_is_given(store):
    patient = add(store, "patient", mrn="A-1").id
    with store.unit(stamp()) as unit:
        record = build(Diagnosis, LEAST["diagnosis"])
        stored = unit.add(record, patient, source="letter", note="by hand")
    stored = amend(store, stored, histology="squamous cell carcinoma")
    assert (stored.source, stored.note) == ("letter", "by hand")
    with store.unit(stamp(REASON)) as unit:
        stored = unit.amend(stored, stored.record, source=None)
    assert (stored.source, stored.note) == (None, "by hand")


def test_an_amendment_that_changes_nothing_leaves_no_trace(store):
    first = visit(store)
    assert amend(store, first) == first
    assert len(store.history("visit", first.id)) == 1


def test_the_second_of_two_people_who_change_one_record_is_told_and_nothing_is_lost(store):
    first = visit(store, weight="61.10")
    mine = amend(store, first, ecog=1)
    with pytest.raises(Conflict, match="was not saved"):
        amend(store, first, ecog=2)
    with pytest.raises(Conflict):
        void(store, first)
    assert store.get(Visit, first.patient, first.id) == mine


def test_a_change_without_a_reason_is_refused(store):
    first = visit(store)
    with pytest.raises(Refused, match="reason"), store.unit(stamp()) as unit:
        unit.void(first)
    with pytest.raises(Refused, match="reason"), store.unit(stamp()) as unit:
        unit.amend(first, replace(first.record, ecog=1))
    assert store.get(Visit, first.patient, first.id) == first


def test_a_record_entered_in_error_stays_readable_and_cannot_be_changed(store):
    first = visit(store)
    void(store, first)
    [kept] = store.chart(first.patient).records["visit"]
    assert not kept.is_current
    assert kept.record == first.record
    assert store.chart(first.patient).of(Visit) == ()
    assert store.history("visit", first.id)[-1].action == "void"
    with pytest.raises(Conflict):
        amend(store, kept, ecog=1)


def test_a_parent_with_current_children_cannot_be_voided(store):
    course = running_course(store, "A-1", "2024-11-05")
    with pytest.raises(Refused) as refused:
        void(store, course)
    words = str(refused.value)
    assert "1 × Dose event" in words
    assert "1 × Plan segment" in words
    assert store.get(type(course.record), course.patient, course.id) == course


def test_a_parent_can_be_voided_together_with_its_children(store):
    course = running_course(store, "A-1", "2024-11-05")
    records = store.chart(course.patient).records
    void(store, course, *records["dose_event"], *records["plan_segment"])
    assert [line.what for line in store.due(DueLine, NOW.date())] == [What.CONTACT]  # never met


def test_no_child_can_be_added_to_a_voided_parent(store):
    patient = add(store, "patient", mrn="A-1").id
    course = add(store, "course", patient, **LEAST["course"])
    void(store, course)
    with pytest.raises(Refused, match="entered in error"):
        give(store, course, "2024-11-05")


def test_a_chart_with_current_records_cannot_be_voided(store):
    first = visit(store)
    patient = store.chart(first.patient).patient
    with pytest.raises(Refused, match="1 × Visit"):
        void(store, patient)
    void(store, first, patient)
    assert store.find_mrn("A-1") is None


def test_a_lesion_that_a_scan_measured_cannot_be_voided_alone(store):
    patient = add(store, "patient", mrn="A-1").id
    study = add(store, "imaging_study", patient, date="2019-04-04", modality="CT")
    lesion = add(store, "lesion", patient, label="T1", organ="lung")
    links = {"imaging_study": str(study.id), "lesion": str(lesion.id)}
    measured = add(store, "lesion_measurement", patient, **links, diameter="12")
    with pytest.raises(Refused, match="still count"):
        void(store, lesion)
    void(store, measured, lesion)


def test_a_child_of_another_patient_is_refused(store):
    mine = add(store, "patient", mrn="A-1").id
    other = add(store, "patient", mrn="A-2").id
    course = add(store, "course", other, **LEAST["course"])
    with pytest.raises(Refused, match="not in this patient's chart"):
        add(store, "plan_segment", mine, course=str(course.id))
    assert store.counts()["plan_segment"] == 0


def test_a_record_of_an_unknown_patient_is_refused(store):
    with pytest.raises(Refused, match="not in this patient's chart"):
        add(store, "visit", uuid4(), date="2019", contact="visit")


def test_a_hospital_number_belongs_to_one_current_chart(store):
    wrong = add(store, "patient", mrn="A-1")
    with pytest.raises(Refused, match="A-1") as refused:
        add(store, "patient", mrn="A-1")
    assert refused.value.problems[0].field == "mrn"
    other = add(store, "patient", mrn="A-2")
    with pytest.raises(Refused, match="A-1"):
        amend(store, other, mrn="A-1")
    void(store, wrong)
    right = add(store, "patient", mrn="A-1")
    assert store.find_mrn("A-1") == right.id


def test_an_import_repeated_is_refused(store):
    with store.unit(stamp()) as unit:
        patient = unit.add(Patient(mrn="A-1"), None)
        known = unit.add(build(Visit, {"date": "2019", "contact": "visit"}), patient.id)
    with pytest.raises(Refused, match="imported before"), store.unit(stamp()) as unit:
        unit.add(known.record, patient.id, id=known.id)


def test_whatever_fails_inside_a_unit_leaves_no_row_and_no_entry(store):
    before = store.counts()
    added = []

    def fail_at_the_end():
        with store.unit(stamp()) as unit:
            added.append(unit.add(Patient(mrn="A-1"), None))
            unit.add(build(Visit, {"date": "2019", "contact": "visit"}), added[0].id)
            unit.log("view", patient=added[0].id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_at_the_end()
    assert store.counts() == before
    with pytest.raises(NotFound):
        store.chart(added[0].id)


def test_what_the_service_did_not_check_is_a_defect_and_not_a_message(store):
    patient = add(store, "patient", mrn="A-1").id
    with pytest.raises(IntegrityError), store.unit(stamp()) as unit:
        unit.add(replace(build(Visit, {"date": "2019", "contact": "visit"}), ecog=9), patient)


def test_each_write_has_one_entry_and_a_view_has_one_too(store):
    entries = store.counts()["audit"]
    first = visit(store)
    with store.unit(stamp()) as unit:
        unit.log("view", patient=first.patient, content={"page": "visits"})
    assert store.counts()["audit"] == entries + 3
    assert len(store.history("visit", first.id)) == 1


def test_a_unit_says_what_changed_and_for_whom(store):
    with store.unit(stamp()) as unit:
        patient = unit.add(Patient(mrn="A-1"), None)
    assert unit.changed.kinds == {"patient"}
    assert unit.changed.patient == patient.id
    with store.unit(stamp()) as unit:
        for mrn in ("A-2", "A-3"):
            unit.add(Patient(mrn=mrn), None)
    assert unit.changed.patient is None


def test_the_due_list_is_brought_up_to_date_once_for_each_chart(store, monkeypatch):
    course = running_course(store, "A-1", "2024-11-05")
    read = []
    monkeypatch.setattr(
        "tracker.store.unit.due_items", lambda chart: read.append(chart.patient.id) or ()
    )
    with store.unit(stamp()) as unit:
        for day in range(1, 6):
            dose = {"course": str(course.id), "action": "given", "date": f"2024-10-0{day}"}
            unit.add(build(RECORD["dose_event"], dose), course.patient)
    assert read == [course.patient]


RECORD = {kind.kind: kind for kind in RECORD_KINDS}


def test_a_unit_gives_ids_in_the_order_of_adding(store):
    patient = add(store, "patient", mrn="A-1").id
    with store.unit(stamp()) as unit:
        added = [unit.add(build(Diagnosis, LEAST["diagnosis"]), patient) for _ in range(20)]
    assert [stored.id for stored in added] == sorted(stored.id for stored in added)
    assert list(store.chart(patient).records["diagnosis"]) == added


def test_no_unit_replaces_or_deletes_a_single_record():
    writing = [name for name in vars(Unit) if not name.startswith("_")]
    writes_records = {"add", "amend", "void"}
    others = {"changed", "complete", "forget_draft", "log", "renew_lists"}
    others |= {"sent_events", "remember_events"}  # what calendars were told; no record
    others |= {"keep_ctcae"}
    others |= {"erase", "linked_to"}  # the whole chart of a patient, with its traces in the trail
    assert set(writing) == writes_records | others
