# SPDX-License-Identifier: MIT
"""What stands beside the next dose: planned soon, open events, results, weight."""

import pytest

from tests.domain.builders import day
from tests.domain.test_follow_up import PlanOf
from tracker.domain.dates import PartialDate
from tracker.domain.follow_up import due_items
from tracker.domain.records import (
    AdverseEvent,
    AdverseEventGrade,
    ImagingStudy,
    MarkerResult,
    Visit,
)
from tracker.domain.reminders import Ahead, DrugOff, OpenEvent, OutOfRange, WeightChange, What


@pytest.fixture
def course():
    """Doses of 8 and 29 January 2024, every three weeks; the next one on 19 February."""
    made = PlanOf("2024-01-08")
    made.given("2024-01-08", "2024-01-29")
    return made


def known(course, kind):
    return [fact for fact in course.the("dose").known if isinstance(fact, kind)]


def event(course, grade="2", **texts):
    return course.add(
        AdverseEvent,
        term="Pneumonitis",
        ctcae_version="5.0",
        grade=grade,
        onset="2024-02-01",
        **texts,
    )


def weigh(course, on, kilograms):
    course.add(Visit, date=on, contact="visit", weight=kilograms)


def result(course, on, value, flag, unit="U/L", analyte="ALT"):
    course.add(MarkerResult, analyte=analyte, date=on, value=value, unit=unit, flag=flag)


def test_a_scan_between_this_dose_and_the_next_is_announced(course):
    course.add(ImagingStudy, date="2024-01-15", modality="CT")
    course.item("scan", 6, "weeks")
    assert known(course, Ahead) == [Ahead(What.SCAN, "CT, MRI", day("2024-02-26"))]


def test_a_scan_that_is_due_with_the_dose_or_after_the_next_one_is_not(course):
    course.add(ImagingStudy, date="2024-01-08", modality="CT")
    course.item("scan", 6, "weeks")  # 19 February: it has a line of its own that day
    course.item("scan", 9, "weeks")  # 11 March: the day of the dose that follows
    assert known(course, Ahead) == []


def test_an_open_event_is_said_with_its_newest_grade_the_worst_first(course):
    first = event(course, grade="2")
    course.add(AdverseEvent, term="Rash", ctcae_version="5.0", grade="1", onset="2024-01-20")
    course.add(AdverseEventGrade, adverse_event=str(first), date="2024-02-10", grade="3")
    assert [(e.grade, e.term, e.since.text) for e in known(course, OpenEvent)] == [
        (3, "Pneumonitis", "2024-02-10"),
        (1, "Rash", "2024-01-20"),
    ]


@pytest.mark.parametrize(
    "texts", [{"outcome": "resolved"}, {"end": "2024-02-10"}, {"onset": "2019"}]
)
def test_an_event_that_is_over_or_of_years_ago_is_not_said(course, texts):
    fields = {"term": "Pneumonitis", "grade": "2", "onset": "2024-02-01"} | texts
    course.add(AdverseEvent, ctcae_version="5.0", **fields)
    assert known(course, OpenEvent) == []


def test_an_event_of_years_ago_that_goes_on_is_said(course):
    course.add(
        AdverseEvent,
        term="Neuropathy",
        grade="2",
        onset="2019",
        ctcae_version="5.0",
        outcome="ongoing",
    )
    assert [e.term for e in known(course, OpenEvent)] == ["Neuropathy"]


def test_an_event_whose_grade_went_to_0_is_not_said(course):
    made = event(course)
    course.add(AdverseEventGrade, adverse_event=str(made), date="2024-02-10", grade="0")
    assert known(course, OpenEvent) == []


def test_a_result_beyond_its_range_since_the_dose_stands_with_the_one_before(course):
    result(course, "2024-01-20", "31", "N")
    result(course, "2024-02-15", "62", "H")
    assert known(course, OutOfRange) == [OutOfRange("ALT", "62 U/L", True, "31")]


def test_a_value_in_another_unit_is_not_put_beside_it(course):
    result(course, "2024-01-20", "0.5", "N", unit="ukat/L")
    result(course, "2024-02-15", "62", "H")
    assert known(course, OutOfRange) == [OutOfRange("ALT", "62 U/L", True, "")]


@pytest.mark.parametrize(
    ("on", "flag", "analyte"),
    [
        ("2024-01-20", "H", "ALT"),  # before the last dose: looked at then
        ("2024-02-15", "N", "ALT"),
        ("2024-02-15", "range uncertain", "ALT"),
        ("2024-02-15", "H", "SCC"),  # a marker has its own page
        ("2024-01", "H", "ALT"),  # may be before the last dose
    ],
)
def test_other_results_are_not_said(course, on, flag, analyte):
    result(course, on, "62", flag, analyte=analyte)
    assert known(course, OutOfRange) == []


@pytest.mark.parametrize(
    ("last", "said"), [("57.0", []), ("56.9", ["−5.2"]), ("63.1", ["+5.2"]), ("63.0", [])]
)
def test_weight_is_said_when_it_changed_by_more_than_5_per_cent_since_the_start(course, last, said):
    weigh(course, "2024-01-08", "60.0")
    weigh(course, "2024-02-15", last)
    assert [change.percent for change in known(course, WeightChange)] == said


def test_one_weight_is_no_change(course):
    weigh(course, "2024-02-15", "56")
    assert known(course, WeightChange) == []


def test_what_has_left_says_nothing(course):
    event(course)
    course.event("stopped", "2024-02-10")
    assert all(not due.known for due in due_items(course.chart()))


def test_a_drug_that_is_left_out_is_named_with_its_day_and_reason():
    made = PlanOf("2024-09-03", drugs=({"drug": "Nivolumab"}, {"drug": "Ipilimumab"}))
    made.given("2024-10-29")
    made.event("stopped", "2024-11-01", drug="ipilimumab", reason="toxicity", reason_text="colitis")
    made.event("held", "2024-11-02", drug="nivolumab")
    made.event("resumed", "2024-11-03", drug="nivolumab")
    assert known(made, DrugOff) == [
        DrugOff("Ipilimumab", True, PartialDate.parse("2024-11-01"), "colitis")
    ]
