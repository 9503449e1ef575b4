# SPDX-License-Identifier: MIT
"""Earliest day and window, the planned end of a course, and what was recorded of it in all."""

from datetime import date, timedelta

from tests.domain.builders import CourseOf, day
from tests.domain.test_schedule import due_one, story_e
from tracker.domain.reminders import DueState, Why


def test_the_earliest_day_is_the_last_dose_and_the_interval_until_the_clinic_sets_a_window():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    assert course.ledger().earliest_permitted == day("2024-01-29")
    wide = CourseOf("2024-01-08", {"interval_days": "21", "window_days": "3"})
    wide.given("2024-01-08")
    assert wide.ledger().earliest_permitted == day("2024-01-26")
    assert wide.ledger().projected == day("2024-01-29")


def test_a_dose_within_the_window_is_as_planned_and_one_beyond_it_is_flagged():
    course = CourseOf("2024-01-08", {"interval_days": "21", "window_days": "3"})
    course.given("2024-01-08", "2024-01-26", "2024-02-20")
    assert [cycle.is_off_plan for cycle in course.ledger().cycles] == [False, False, True]
    assert [cycle.delay_days for cycle in course.ledger().cycles] == [None, -3, 4]


def test_a_late_correction_flags_the_intervals_around_it_again():
    before, after = story_e().ledger(), story_e("2024-02-20").ledger()
    assert [cycle.is_off_plan for cycle in before.cycles] == [False, False, False, True, False]
    assert [cycle.is_off_plan for cycle in after.cycles] == [False, False, True, True, False]


def test_four_planned_doses_of_ipilimumab_end_in_a_review_and_not_in_a_stop():
    course = CourseOf("2024-01-08", planned_cycles="4")
    course.given("2024-01-08", "2024-01-29", "2024-02-19")
    assert due_one(course).on == day("2024-03-11")
    course.given("2024-03-11")
    due = due_one(course)
    assert (due.state, due.why, due.on) == (DueState.CANNOT_PROJECT, Why.REVIEW, None)
    assert course.ledger().is_running
    course.event("appointed", "2024-03-11", until="2024-04-01")
    assert due_one(course).on == day("2024-04-01")


def test_a_year_of_adjuvant_treatment_ends_in_a_review_when_the_next_dose_lies_past_it():
    course = CourseOf("2023-01-09", planned_months="12", ledger_complete="yes")
    days = [date(2023, 1, 9) + timedelta(days=21 * n) for n in range(18)]
    course.given(*(each.isoformat() for each in days[:17]))
    assert course.ledger().planned_end == day("2024-01-09")
    assert due_one(course).on == days[17] == day("2024-01-01")
    course.given(days[17].isoformat())
    assert due_one(course).why is Why.REVIEW


def test_a_planned_duration_from_an_unknown_day_names_no_end():
    course = CourseOf("2023-01", planned_months="12")
    course.given("2024-06-03")
    assert course.ledger().planned_end is None
    assert due_one(course).on == day("2024-06-24")


def test_tremelimumabs_fifth_dose_in_lung_cancer_is_at_week_16():
    course = CourseOf(
        "2024-01-01",
        {"interval_days": "21", "from_cycle": "1"},
        {"interval_days": "49", "from_cycle": "4"},
        drugs=({"drug": "tremelimumab", "dose": "75 mg"},),
        planned_cycles="5",
    )
    course.given("2024-01-01", "2024-01-22", "2024-02-12", "2024-03-04")
    fifth = course.ledger().projected
    assert (fifth - date(2024, 1, 1)).days == 16 * 7
    course.given(fifth.isoformat())
    assert due_one(course).why is Why.REVIEW


def test_weekly_envafolimab_is_due_after_seven_days():
    drug = {"drug": "envafolimab", "dose": "150 mg", "route": "subcutaneous"}
    course = CourseOf("2024-01-01", {"interval_days": "7"}, drugs=(drug,), regimen="envafolimab")
    course.given("2024-01-01", "2024-01-08")
    assert course.ledger().projected == day("2024-01-15")
    assert course.ledger().treatment == "envafolimab 150 mg q1w"


def test_only_recorded_amounts_are_added_up_and_the_rest_is_counted():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08", "2024-01-29", dose="240 mg")
    course.event("reduced", "2024-02-19", dose="120000 mcg")
    course.given("2024-03-11")
    course.event("held", "2024-04-01")
    (drug,) = course.ledger().cumulative
    assert (str(drug.total), drug.doses, drug.without_amount) == ("600 mg", 3, 1)


def test_without_a_recorded_amount_there_is_no_sum():
    course = CourseOf("2019-05")
    (drug,) = course.ledger().cumulative
    assert (drug.total, drug.doses, drug.without_amount) == (None, 0, 0)


def test_each_drug_of_a_regimen_has_its_own_sum():
    drugs = (
        {"drug": "nab-paclitaxel", "dose": "260 mg/m2", "days": "1"},
        {"drug": "cisplatin", "dose": "50 mg/m2", "days": "2-3"},
    )
    course = CourseOf("2019-04-08", drugs=drugs)
    course.given("2019-04-08", drug="nab-paclitaxel", dose="420 mg")
    course.given("2019-04-09", "2019-04-10", drug="Cisplatin", dose="80 mg")
    assert [str(each.total) for each in course.ledger().cumulative] == ["420 mg", "160 mg"]
