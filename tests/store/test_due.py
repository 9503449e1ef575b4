# SPDX-License-Identifier: MIT
"""The day list's table follows the charts."""

from datetime import date

from tests.store.conftest import REASON, add, amend, give, running_course, stamp, void
from tracker.domain.records import Patient
from tracker.domain.records.patient import VitalStatus
from tracker.domain.reminders import DueState, Why
from tracker.domain.schedule import due_of
from tracker.store.due import stored_dues

TODAY = date(2024, 11, 26)


def the_due(store, course):
    [due] = stored_dues(store._db, course.patient)
    return due


def test_a_given_dose_moves_the_next_one(store):
    course = running_course(store, "A-1", "2024-11-05")
    assert the_due(store, course).on == date(2024, 11, 26)
    give(store, course, "2024-11-26")
    assert the_due(store, course).on == date(2024, 12, 17)
    assert the_due(store, course).last_given == TODAY


def test_a_dose_entered_in_error_moves_it_back(store):
    course = running_course(store, "A-1", "2024-11-05")
    void(store, give(store, course, "2024-11-26"))
    assert the_due(store, course).on == date(2024, 11, 26)


def test_a_hold_and_a_month_without_a_day_are_stored_with_the_reason(store):
    held = running_course(store, "A-1", "2024-11-05")
    add(
        store,
        "dose_event",
        held.patient,
        course=str(held.id),
        action="held",
        date="2024-11-20",
        until="2024-12-02",
        reason="toxicity",
        reason_text="ALT grade 2",
    )
    due = the_due(store, held)
    assert (due.state, due.recheck, due.reason) == (
        DueState.HELD,
        date(2024, 12, 2),
        "ALT grade 2",
    )
    vague = running_course(store, "A-2", "2024-11")
    assert the_due(store, vague).state is DueState.CANNOT_PROJECT
    assert the_due(store, vague).why is Why.PARTIAL_DATE


def test_what_is_stored_is_what_the_chart_says(store):
    course = running_course(store, "A-1", "2024-11-05")
    assert stored_dues(store._db, course.patient) == list(due_of(store.chart(course.patient)))


def test_nothing_is_due_for_the_dead_or_for_a_voided_chart(store):
    course = running_course(store, "A-1", "2024-11-05")
    patient = amend(store, store.chart(course.patient).patient, vital_status=VitalStatus.DEAD)
    assert stored_dues(store._db, course.patient) == []
    patient = amend(store, patient, vital_status=None)
    assert len(stored_dues(store._db, course.patient)) == 1
    records = store.chart(course.patient).records
    with store.unit(stamp(REASON)) as unit:
        for stored in (record for kind in records.values() for record in kind):
            unit.void(stored)
        unit.void(patient)
    assert stored_dues(store._db, course.patient) == []
    assert store.chart(course.patient).patient.record == Patient(mrn="A-1")


def test_a_save_that_moves_nothing_does_not_write_the_day_list(store):
    course = running_course(store, "A-1", "2024-11-05")
    deleted = []
    store._db.connection().set_trace_callback(
        lambda sql: deleted.append(sql) if "DELETE FROM due" in sql else None
    )
    add(store, "visit", course.patient, date="2024-11-26", contact="visit")
    assert not deleted


def test_overdue_is_never_stored(store):
    running_course(store, "A-1", "2024-01-05")
    states = store._db.execute_sql("SELECT DISTINCT state FROM due").fetchall()
    assert states == [("projected",)]
    assert store.due(TODAY)[0].due.on == date(2024, 1, 26)
