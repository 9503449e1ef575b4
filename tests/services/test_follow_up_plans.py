# SPDX-License-Identifier: MIT
"""A plan is chosen, answered and closed; the clinic says on which days it works."""

from datetime import date

import pytest

from tests import clinics
from tests.clinics import CTX
from tracker.domain.clinic_calendar import Closure
from tracker.domain.errors import NotFound, NotPermitted, Refused
from tracker.domain.follow_up import due_items
from tracker.domain.records import (
    ClinicDays,
    ClosedDays,
    Course,
    DoseEvent,
    DueAnswer,
    Patient,
    PlannedItem,
)
from tracker.domain.records.base import build
from tracker.domain.records.due_answer import DueAction
from tracker.domain.reminders import What
from tracker.domain.roles import Role
from tracker.services import clinic_days, due_answers, follow_up_plans, records
from tracker.services.context import Context
from tracker.services.records import Entry
from tracker.store.queries import DueLine


def put(store, kind, patient=None, **texts):
    entry = Entry(record=build(kind, texts))
    return records.save(store, CTX, patient=patient, entry=entry).stored


@pytest.fixture
def course(store):
    patient = put(store, Patient, mrn="SYN-1").id
    texts = {"regimen": "toripalimab", "therapy": "immunotherapy", "start": "2024-10-01"}
    return put(store, Course, patient, **texts)


def the(store, course, what):
    (due,) = [d for d in due_items(store.chart(course.patient)) if d.what == what and not d.closed]
    return due


def test_no_course_has_a_plan_until_somebody_chooses_one(store, course):
    assert store.chart(course.patient).of(PlannedItem) == ()


def test_a_chosen_plan_names_its_template_version_and_source(store, course):
    follow_up_plans.choose(store, CTX, patient=course.patient, course=course.id, code="ici-running")
    items = store.chart(course.patient).of(PlannedItem, course.id)
    assert len(items) == len(follow_up_plans.templates()[0].items) >= 5
    assert {item.record.template for item in items} == {"ici-running 1"}
    assert all(item.source for item in items)
    assert the(store, course, "tsh").on == date(2024, 11, 12)
    assert store.verify() == []


def test_a_plan_may_be_counted_from_another_day_than_the_start(store, course):
    follow_up_plans.choose(
        store,
        CTX,
        patient=course.patient,
        course=course.id,
        code="ici-long",
        start="2024-11-26",
    )
    assert the(store, course, "tsh").on == date(2025, 1, 7)


def test_the_same_plan_twice_is_refused_and_an_unknown_one_named(store, course):
    def choose(code):
        follow_up_plans.choose(store, CTX, patient=course.patient, course=course.id, code=code)

    choose("ici-long")
    with pytest.raises(Refused, match="already"):
        choose("ici-long")
    with pytest.raises(NotFound, match="weekly"):
        choose("weekly")


def test_an_answer_is_stored_with_who_and_why_and_the_file_stays_sound(store, course):
    follow_up_plans.choose(store, CTX, patient=course.patient, course=course.id, code="ici-long")
    due = the(store, course, "tsh")
    due_answers.answer(
        store,
        CTX,
        patient=course.patient,
        key=due.key,
        action=DueAction.SNOOZED,
        on="2024-11-26",
        until="+7",
        reason="blood is drawn with the next dose",
    )
    (stored,) = store.chart(course.patient).of(DueAnswer)
    assert stored.recorded_by == CTX.user
    assert the(store, course, "tsh").snoozed_until == date(2024, 12, 3)
    assert store.verify() == []


@pytest.mark.parametrize(
    ("action", "texts", "fields"),
    [
        (DueAction.SNOOZED, {}, {"until", "reason"}),
        (DueAction.SNOOZED, {"until": "-3", "reason": "x"}, {"until"}),
        (DueAction.PROMISED, {"until": "2024-11-20"}, {"until"}),
        (DueAction.CLOSED, {}, {"reason"}),
        (DueAction.DONE, {"on": "yesterday"}, {"date"}),
    ],
)
def test_an_answer_without_its_day_or_reason_is_refused_by_box(
    store, course, action, texts, fields
):
    follow_up_plans.choose(store, CTX, patient=course.patient, course=course.id, code="ici-long")
    due = the(store, course, "tsh")
    with pytest.raises(Refused) as refused:
        due_answers.answer(
            store,
            CTX,
            patient=course.patient,
            key=due.key,
            action=action,
            **({"on": "2024-11-26"} | texts),
        )
    assert {problem.field for problem in refused.value.problems} == fields
    assert store.chart(course.patient).of(DueAnswer) == ()


def test_a_dose_is_not_closed_on_the_list_and_a_settled_line_not_answered_again(store, course):
    def say(key, action):
        due_answers.answer(
            store,
            CTX,
            patient=course.patient,
            key=key,
            action=action,
            on="2024-11-26",
            reason="x",
        )

    with pytest.raises(Refused, match="not asked for"):
        say(the(store, course, What.DOSE).key, DueAction.CLOSED)
    follow_up_plans.choose(store, CTX, patient=course.patient, course=course.id, code="ici-long")
    key = the(store, course, "scan").key
    say(key, DueAction.DONE)
    with pytest.raises(Refused, match="not asked for"):
        say(key, DueAction.DONE)


def test_a_held_dose_is_not_put_off_because_its_recheck_day_is_what_moves(store, course):
    hold = {"action": "held", "date": "2024-11-20", "until": "2024-11-27", "reason": "labs"}
    put(store, DoseEvent, course.patient, course=str(course.id), **hold)
    key = the(store, course, What.DOSE).key
    texts = {"key": key, "on": "2024-11-26", "until": "+7", "reason": "no slot"}
    with pytest.raises(Refused, match="cannot be answered"):
        due_answers.answer(store, CTX, patient=course.patient, action=DueAction.SNOOZED, **texts)
    put(store, DoseEvent, course.patient, course=str(course.id), **hold | {"until": "2024-12-04"})
    assert the(store, course, What.DOSE).recheck == date(2024, 12, 4)
    due_answers.answer(store, CTX, patient=course.patient, action=DueAction.PROMISED, **texts)
    assert the(store, course, What.DOSE).promised == date(2024, 12, 3)


def test_who_may_only_read_answers_nothing(store, course):
    reader = Context("Reader", Role.VIEWER, clinics.CLOCK)
    with pytest.raises(NotPermitted):
        follow_up_plans.choose(
            store, reader, patient=course.patient, course=course.id, code="ici-long"
        )


# The clinic's days


def test_a_clinic_that_said_nothing_has_no_closed_day(store):
    assert clinic_days.calendar(store, CTX) is None


def test_weekends_holidays_and_own_days_are_closed(store):
    put(store, ClinicDays, weekdays="Mo Tu We Th Fr", country="CN")
    put(store, ClosedDays, first="2024-12-24", last="2024-12-25", reason="new ward")
    calendar = clinic_days.calendar(store, CTX)
    assert calendar.closed_on(date(2024, 11, 30)).why is Closure.WEEKDAY
    assert calendar.closed_on(date(2024, 10, 1)).name == "National Day"
    assert calendar.closed_on(date(2024, 12, 25)).name == "new ward"
    assert calendar.closed_on(date(2024, 11, 26)) is None


@pytest.mark.parametrize("country", ["XX", "Atlantis", "DE-QQ"])
def test_a_country_nobody_knows_is_refused(store, country):
    with pytest.raises(Refused, match=country):
        put(store, ClinicDays, weekdays="Mo", country=country)


def test_the_clinic_says_after_how_many_days_a_patient_counts_as_not_seen(store, course):
    patient = store.chart(course.patient).patient
    changed = build(Patient, {"mrn": "SYN-1", "last_contact": "2024-10-01"})
    entry = Entry(record=changed, stored=patient)
    records.save(store, CTX.because("seen"), patient=course.patient, entry=entry)
    today = date(2024, 11, 26)
    assert [line.due.what for line in store.due(DueLine, today)] == ["dose"]
    put(store, ClinicDays, weekdays="Mo", not_seen_after="30")
    assert [line.due.what for line in store.due(DueLine, today)] == ["dose", "contact"]
