# SPDX-License-Identifier: MIT
"""The dose ledger on a day with several entries, and of a regimen whose drugs part."""

import pytest

from tests.domain.builders import CourseOf, day, due_of
from tracker.domain.reminders import DueState

TWO = ({"drug": "nivolumab", "dose": "240 mg"}, {"drug": "ipilimumab", "dose": "60 mg"})


def test_a_hold_entered_after_the_dose_of_its_day_holds_the_next_one():
    course = CourseOf("2024-01-01")
    course.given("2024-02-05")
    course.event("held", "2024-02-05", reason="labs")
    assert due_of(course.chart())[0].state is DueState.HELD


def test_a_dose_given_later_on_the_day_of_its_hold_ends_it():
    course = CourseOf("2024-01-01")
    course.event("held", "2024-02-05")
    course.given("2024-02-05")
    assert course.ledger().open_hold is None


def test_two_spellings_of_one_skipped_day_skip_one_dose():
    course = CourseOf("2024-01-01")
    course.given("2024-01-15")
    course.event("skipped", "2024-02-05")
    course.event("skipped", "5 Feb 2024")
    assert course.ledger().projected == day("2024-02-26")


def test_a_dose_given_all_the_same_on_the_day_of_its_delay_is_not_due_again_on_the_new_day():
    course = CourseOf("2024-01-01")
    course.given("2024-01-15")
    course.event("delayed", "2024-02-05", until="2024-02-12")
    course.given("2024-02-05")
    assert due_of(course.chart())[0].on == day("2024-02-26")


def test_of_two_new_days_set_on_one_day_the_later_entry_counts():
    course = CourseOf("2024-01-01")
    course.given("2024-01-15")
    course.event("appointed", "2024-02-01", until="2024-02-05")
    course.event("delayed", "2024-02-01", until="2024-02-15")
    assert due_of(course.chart())[0].on == day("2024-02-15")


def test_an_appointment_made_on_a_dose_day_outlives_a_dose_entered_anew():
    course = CourseOf("2024-01-01")
    course.event("given", "2024-02-05", voided=True)
    course.event("appointed", "2024-02-05", until="2024-02-27")
    course.given("2024-02-05")
    assert due_of(course.chart())[0].on == day("2024-02-27")


def test_a_dose_of_one_drug_does_not_lift_the_hold_of_the_other():
    course = CourseOf("2024-01-01", drugs=TWO)
    course.given("2024-01-15", drug="nivolumab")
    course.event("held", "2024-02-01", drug="ipilimumab")
    course.given("2024-02-05", drug="nivolumab")
    book = course.ledger()
    assert list(book.held_drugs) == ["ipilimumab"]
    assert (book.open_hold, book.due.state, book.due.on) == (
        None,
        DueState.PROJECTED,
        day("2024-02-26"),
    )


@pytest.mark.parametrize("lifts", [("resumed", "ipilimumab"), ("given", "ipilimumab"),
                                   ("resumed", ""), ("stopped", "ipilimumab")])  # fmt: skip
def test_the_hold_of_a_drug_ends_with_what_is_said_of_it(lifts):
    course = CourseOf("2024-01-01", drugs=TWO)
    course.event("held", "2024-02-01", drug="ipilimumab")
    course.event(lifts[0], "2024-02-05", **({"drug": lifts[1]} if lifts[1] else {}))
    assert course.ledger().held_drugs == {}


def test_a_course_is_held_when_every_drug_that_goes_on_is():
    course = CourseOf("2024-01-01", drugs=TWO)
    course.given("2024-01-15")
    course.event("stopped", "2024-01-20", drug="ipilimumab")
    course.event("held", "2024-02-01", drug="nivolumab")
    book = course.ledger()
    assert (list(book.stopped_drugs), book.due.state) == (["ipilimumab"], DueState.HELD)


def test_the_treatment_names_no_drug_that_was_stopped():
    course = CourseOf("2024-01-01", drugs=TWO, regimen="nivolumab + ipilimumab")
    assert course.ledger().treatment == "nivolumab 240 mg + ipilimumab 60 mg q3w"
    course.event("stopped", "2024-01-20", drug="ipilimumab")
    assert course.ledger().treatment == "nivolumab 240 mg q3w"


@pytest.mark.parametrize(
    ("on", "continues"),
    [
        ("2024-01-14", False),  # before the cycle
        ("2024-01-15", True),
        ("2024-01-22", True),  # day 8
        ("2024-01-29", True),  # day 8, a week late
        ("2024-02-05", False),  # the next cycle
    ],
)
def test_a_dose_of_day_8_continues_its_cycle(on, continues):
    drugs = ({"drug": "tislelizumab"}, {"drug": "gemcitabine", "days": "1,8"})
    course = CourseOf("2024-01-15", drugs=drugs)
    course.given("2024-01-15", drug="tislelizumab")
    course.given("2024-01-15", drug="gemcitabine")
    assert course.ledger().continues_cycle(day(on)) is continues
