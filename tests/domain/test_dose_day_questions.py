# SPDX-License-Identifier: MIT
"""What a dose-day sheet asks once before it is saved."""

from datetime import date

import pytest

from tests.domain.builders import CourseOf
from tests.domain.test_dose_day import GIVE, ON, TODAY, course, day
from tracker.domain.dose_day_questions import questions
from tracker.domain.records import Visit


def test_a_planned_dose_on_its_day_asks_nothing():
    assert questions(day(), GIVE) == ()


def test_a_dose_more_than_ten_percent_off_asks_once():
    (question,) = questions(day(), ON | {"act": "G", "dose.0": "200 mg"})
    assert question.field == "dose.0"
    assert "-16.7 %" in str(question.message)
    assert questions(day(), ON | {"act": "G", "dose.0": "216 mg"}) == ()


def test_a_dose_by_body_weight_is_compared_with_the_weight_of_today():
    drugs = ({"drug": "ipilimumab", "dose": "3 mg/kg"},)
    made = CourseOf("2024-11-26", drugs=drugs)
    texts = ON | {"act": "G", "dose.0": "180 mg", "weight": "60"}
    assert questions(day(made), texts) == ()
    assert len(questions(day(made), texts | {"weight": "80"})) == 1


def test_a_dose_earlier_than_the_interval_asks():
    (question,) = questions(day(course("2024-10-15", "2024-11-08")), GIVE)
    assert "3 d earlier" in str(question.message)


def test_a_back_dated_dose_before_the_last_one_is_not_called_early():
    assert questions(day(), GIVE | {"date": "2024-10-20"}) == ()


TWO = ({"drug": "tislelizumab", "dose": "200 mg"}, {"drug": "gemcitabine", "days": "1,8"})


def test_a_drug_without_a_dose_is_asked_about_once():
    made = course(drugs=TWO)
    texts = GIVE | {"dose.0": "200 mg"}
    [asked] = questions(day(made), texts)
    assert (asked.field, "gemcitabine" in str(asked.message)) == ("act", True)
    assert questions(day(made), texts | {"dose.1": "1600 mg"}) == ()
    made.event("held", "2024-11-20", drug="gemcitabine")
    assert questions(day(made), texts) == ()


def test_a_fourth_drug_that_has_no_box_is_asked_about():
    four = tuple({"drug": name} for name in ("one", "two", "three", "four"))
    texts = GIVE | {"dose.0": "1 mg", "dose.1": "1 mg", "dose.2": "1 mg"}
    [asked] = questions(day(course(drugs=four)), texts)
    assert "four" in str(asked.message)


def test_a_dose_of_day_8_is_neither_early_nor_a_new_cycle():
    made = course("2024-11-19", drugs=TWO)
    sheet = day(made)
    assert questions(sheet, ON | {"act": "G", "dose.1": "1600 mg"}) == ()
    assert (sheet.cycle, sheet.projected(TODAY)) == (1, date(2024, 12, 10))


@pytest.mark.parametrize(
    ("dose", "asks"), [("240 mg", ["act"]), ("180 mg", ["dose.0"]), ("239 mg", [])]
)
def test_a_reduced_dose_that_is_none_asks(dose, asks):
    texts = GIVE | {"act": "R", "reason": "1", "dose.0": dose}
    assert [q.field for q in questions(day(), texts)] == asks


def test_a_dose_before_the_start_of_its_course_asks():
    texts = GIVE | {"date": "2023-11-26"}
    assert [q.field for q in questions(day(), texts)] == ["date"]
    assert questions(day(), texts | {"act": "H", "reason": "2"}) == ()


@pytest.mark.parametrize(("text", "asks"), [("61.1", False), ("5.82", True), ("582", True)])
def test_a_value_more_than_three_times_off_the_last_asks(text, asks):
    made = course()
    made.add(Visit, date="2024-11-05", contact="visit", weight="58.2")
    texts = ON | {"weight": text}
    assert bool(questions(day(made), texts)) is asks
