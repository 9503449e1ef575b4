# SPDX-License-Identifier: MIT
"""The day list's table follows the charts."""

from datetime import date

from tests.store.conftest import REASON, add, amend, give, running_course, stamp, void
from tracker.domain.follow_up import due_items
from tracker.domain.records import Patient
from tracker.domain.records.patient import VitalStatus
from tracker.domain.reminders import DueState, Left, What, Why
from tracker.store.due import stored_dues
from tracker.store.queries import DueLine

TODAY = date(2024, 11, 26)


def the_due(store, course):
    [due] = [due for due in stored_dues(store._db, course.patient) if due.what is What.DOSE]
    return due


def asked_for(store, patient):
    return [due.what for due in stored_dues(store._db, patient) if due.closed is None]


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
    assert set(stored_dues(store._db, course.patient)) == set(
        due_items(store.chart(course.patient))
    )


def test_a_death_takes_everything_off_the_list_and_says_so(store):
    course = running_course(store, "A-1", "2024-11-05")
    assert sorted(asked_for(store, course.patient)) == ["contact", "dose"]
    patient = amend(store, store.chart(course.patient).patient, vital_status=VitalStatus.DEAD)
    assert asked_for(store, course.patient) == []
    assert {due.left for due in stored_dues(store._db, course.patient)} == {Left.DIED}
    amend(store, patient, vital_status=None)
    assert sorted(asked_for(store, course.patient)) == ["contact", "dose"]


def test_nothing_is_due_for_a_voided_chart(store):
    course = running_course(store, "A-1", "2024-11-05")
    records = store.chart(course.patient).records
    with store.unit(stamp(REASON)) as unit:
        for stored in (record for kind in records.values() for record in kind):
            unit.void(stored)
        unit.void(store.chart(course.patient).patient)
    assert stored_dues(store._db, course.patient) == []
    assert store.chart(course.patient).patient.record == Patient(mrn="A-1")


def test_a_save_writes_only_the_lines_it_moves(store):
    course = running_course(store, "A-1", "2024-11-05")
    written = []
    store._db.connection().set_trace_callback(
        lambda sql: written.append(sql.split()[0]) if " due " in sql else None
    )
    add(store, "visit", course.patient, date="2024-11-01", contact="visit")  # seen since
    assert written == ["SELECT"]
    add(store, "visit", course.patient, date="2024-11-26", contact="visit")
    assert written == ["SELECT", "SELECT", "DELETE", "INSERT"]


def test_overdue_is_never_stored(store):
    running_course(store, "A-1", "2024-01-05")
    states = store._db.execute_sql("SELECT DISTINCT state FROM due").fetchall()
    assert states == [("projected",)]
    dose = next(line.due for line in store.due(DueLine, TODAY) if line.due.what is What.DOSE)
    assert dose.on == date(2024, 1, 26)
