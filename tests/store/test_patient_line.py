# SPDX-License-Identifier: MIT
"""The list of patients: sorted, in one statement, always what the charts say."""

import pytest

from tests.store.conftest import REASON, add, amend, give, make_store, running_course, stamp, void
from tests.store.cost import counted
from tests.store.foundation import NOW
from tracker.domain.dates import PartialDate
from tracker.domain.records import Patient
from tracker.domain.records.base import build
from tracker.domain.summary import NO_SUMMARY, summary_of
from tracker.store import lists, queries
from tracker.store.finder import SearchKeys
from tracker.store.lists import Order
from tracker.store.patient_line import stored_summary


def register(store, mrn, sort_by=None, **texts):
    keys = SearchKeys(f"{mrn} {sort_by or ''}".casefold(), sort_by)
    with store.unit(stamp()) as unit:
        return unit.add(build(Patient, {"mrn": mrn, **texts}), None, search_keys=keys)


def listed(store, order=Order.NUMBER, **how):
    return [line.patient.mrn for line in store.lists.listed(order, **how)]


@pytest.fixture
def clinic(store):
    """Three patients: due late, due early, and one about whom little is known."""
    late = register(store, "A-2", "chen moni", last_contact="2024-11-25").id
    soon = register(store, "A-3", "anna specimen", last_contact="2024-10").id
    register(store, "A-1")
    for patient, day in ((late, "2024-11-25"), (soon, "2024-11-05")):
        course = add(
            store, "course", patient, regimen="toripalimab", therapy="immunotherapy", start=day
        )
        add(store, "plan_segment", patient, course=str(course.id), interval_days="21")
        give(store, course, day)
    return store


def test_the_list_is_sorted_by_name_number_next_day_and_last_contact(clinic):
    assert listed(clinic) == ["A-1", "A-2", "A-3"]
    assert listed(clinic, Order.NAME) == ["A-3", "A-2", "A-1"]
    assert listed(clinic, Order.NEXT) == ["A-3", "A-2", "A-1"]
    assert listed(clinic, Order.CONTACT) == ["A-3", "A-2", "A-1"]


def test_what_is_not_known_comes_last_both_ways(clinic):
    assert listed(clinic, Order.NUMBER, backwards=True) == ["A-3", "A-2", "A-1"]
    for order in (Order.NAME, Order.NEXT, Order.CONTACT):
        assert listed(clinic, order, backwards=True) == ["A-2", "A-3", "A-1"]


def test_what_is_found_is_sorted_as_the_list_is(clinic):
    assert listed(clinic, Order.NEXT, text="n") == ["A-3", "A-2"]
    assert listed(clinic, Order.NEXT, text="chen") == ["A-2"]
    assert listed(clinic, text="nobody") == []
    assert clinic.lists.count() == 3


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("backwards", [False, True])
def test_a_list_is_one_statement_that_walks_an_index(clinic, order, backwards):
    with counted(clinic) as cost:
        clinic.lists.listed(order, backwards=backwards)
    assert len(cost.statements) == 1
    sql = "EXPLAIN QUERY PLAN " + lists._listed_sql(order, backwards, False)
    steps = [row[-1] for row in clinic._db.execute_sql(sql, ("[]", 200)).fetchall()]
    assert not [step for step in steps if "TEMP B-TREE" in step], steps
    assert not [step for step in steps if step.startswith("SCAN") and "USING" not in step], steps


def test_a_search_scans_no_patient(clinic):
    for sql in (queries._FOUND, lists._listed_sql(Order.NEXT, False, True)):
        rows = clinic._db.execute_sql("EXPLAIN QUERY PLAN " + sql, ("[]", 200)[: sql.count("?")])
        steps = [row[-1] for row in rows.fetchall()]
        assert not [step for step in steps if step.startswith(("SCAN p", "SCAN l"))], steps


# --- in step with the chart ------------------------------------------------------------


def the_line(store, patient):
    return stored_summary(store._db, patient)


def test_a_saved_dose_changes_the_line_in_the_same_transaction(store):
    course = running_course(store, "A-1", "2024-11-05")
    before = the_line(store, course.patient)
    give(store, course, "2024-11-26")
    after = the_line(store, course.patient)
    assert before != after == summary_of(store.chart(course.patient))


def test_a_line_reads_back_as_it_was_written(store):
    patient = register(store, "A-1", "x", last_contact="2024-11").id
    for disease, date in (("recurrent", "2024-05"), ("NED", "")):
        add(store, "disease_status", patient, disease=disease, date=date)
    add(store, "follow_up", patient, state="transferred", date="~2024-10")
    course = add(
        store, "course", patient, regimen="x", therapy="other", start="2019-02/..", stop="unknown"
    )
    assert course.is_current
    assert the_line(store, patient) == summary_of(store.chart(patient)) != NO_SUMMARY


def test_a_save_that_moves_nothing_does_not_write_the_line(store):
    course = running_course(store, "A-1", "2024-11-05")
    with counted(store) as cost:
        add(store, "diagnosis", course.patient, site="cervix")
    assert not [sql for sql in cost.statements if sql.startswith("UPDATE patient_line")]


def test_a_voided_chart_is_not_listed_and_says_nothing(store):
    patient = register(store, "A-1", "x", last_contact="2024-11")
    assert the_line(store, patient.id).last_contact == PartialDate.parse("2024-11")
    void(store, patient)
    assert listed(store) == []
    assert the_line(store, patient.id) == NO_SUMMARY
    assert store.verify() == []


def test_another_name_sorts_elsewhere(store):
    register(store, "A-1", "b")
    moved = register(store, "A-2", "a")
    with store.unit(stamp(REASON)) as unit:
        unit.amend(
            moved, build(Patient, {"mrn": "A-2", "name": "c"}), search_keys=SearchKeys("a-2", "c")
        )
    assert listed(store, Order.NAME) == ["A-1", "A-2"]


def test_verify_recomputes_every_line(store):
    running_course(store, "A-1", "2024-11-05")
    assert store.verify() == []
    store._db.execute_sql("UPDATE patient_line SET next_day = next_day - 1")
    [finding] = store.verify()
    assert (finding.code, finding.message.values["mrn"]) == ("line-stale", "A-1")


def test_after_a_migration_every_line_is_made_anew(tmp_path):
    store = make_store(tmp_path / "profile")
    course = running_course(store, "A-1", "2024-11-05")
    store._db.execute_sql("UPDATE patient_line SET regimen = NULL, next_day = NULL")
    with store.unit(stamp()) as unit:
        unit.renew_lists()
    assert the_line(store, course.patient) == summary_of(store.chart(course.patient))
    store.close(NOW)


def test_the_death_and_the_allergy_stand_beside_the_line(store):
    patient = register(store, "A-1", allergy_status="present", allergies="penicillin")
    amend(store, patient, vital_status=patient.record.vital_status, phone="1")
    [line] = store.lists.listed(Order.NUMBER)
    assert (line.allergies, line.death) == ("penicillin", None)
