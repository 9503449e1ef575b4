# SPDX-License-Identifier: MIT
"""The line of a chart says what the chart says, on every day it is looked at."""

from datetime import date

import pytest

from tests.domain.builders import ChartOf, CourseOf, day
from tracker.domain.outcomes import course_time, last_contact
from tracker.domain.records import Course, CourseDrug, DiseaseStatus, DoseEvent, FollowUp, Visit
from tracker.domain.records.disease_status import Disease
from tracker.domain.records.follow_up import FollowUpState
from tracker.domain.schedule import ledgers
from tracker.domain.summary import NO_SUMMARY, leading, summary_of

TODAY = date(2024, 11, 26)


def seed():
    """The published case: a course whose doses were never recorded."""
    chart = CourseOf("2019-05", patient={"last_contact": "2024-11", "vital_status": "alive"})
    return chart.chart()


def regular():
    made = CourseOf("2024-01-08", ledger_complete="yes")
    made.given("2024-01-08", "2024-01-29", "2024-02-19")
    made.add(Visit, date="2024-02-26", contact="phone")
    return made.chart()


def stopped():
    made = CourseOf("2024-01-08", stop="2024-03", stop_reason="toxicity")
    made.given("2024-01-08")
    return made.chart()


def vague():
    made = CourseOf("2023")
    made.given("2023-12/..", "2024-02")
    made.add(Visit, date="~2024-03", contact="visit")
    return made.chart()


def dead():
    made = CourseOf("2024-01-08", patient={"vital_status": "dead", "death": "2024-05"})
    made.given("2024-01-08", "2024-01-29")
    return made.chart()


@pytest.mark.parametrize("make", [seed, regular, stopped, vague, dead])
@pytest.mark.parametrize("as_of", [TODAY, day("2024-11-30"), day("2025-06-01")])
def test_the_counter_of_the_list_is_the_counter_of_the_chart(make, as_of):
    chart = make()
    summary = summary_of(chart)
    book = leading(ledgers(chart))
    assert summary.months(as_of) == course_time(chart, book, as_of).months
    contact = last_contact(chart, as_of)
    listed = summary.last_contact and summary.last_contact.closed(as_of)
    assert (listed and (listed.earliest, listed.latest)) == (
        contact and (contact.earliest, contact.latest)
    )


def test_the_published_case_counts_65_to_66_months():
    assert str(summary_of(seed()).months(TODAY)) == "65–66"


def test_an_empty_chart_has_an_empty_line():
    assert summary_of(ChartOf().chart()) == NO_SUMMARY
    assert NO_SUMMARY.months(TODAY) is None


def test_a_dose_to_come_is_the_next_day():
    summary = summary_of(regular())
    assert (summary.next_day, summary.is_held, summary.is_asking) == (
        day("2024-03-11"),
        False,
        False,
    )


def test_a_held_dose_asks_on_the_day_of_its_recheck():
    made = CourseOf("2024-01-08")
    made.given("2024-01-08")
    made.event("held", "2024-01-29", until="2024-02-05")
    summary = summary_of(made.chart())
    assert (summary.is_held, summary.next_day) == (True, day("2024-02-05"))


def test_a_course_without_dose_dates_asks():
    summary = summary_of(seed())
    assert (summary.is_asking, summary.next_day, summary.is_running) == (True, None, True)


def test_a_running_immunotherapy_counts_before_a_later_chemotherapy():
    made = CourseOf("2024-01-08")
    made.given("2024-01-08")
    chemo = made.add(Course, regimen="docetaxel", therapy="chemotherapy", start="2024-05-01")
    made.add(CourseDrug, course=str(chemo), drug="docetaxel")
    assert summary_of(made.chart()).regimen == "toripalimab"
    made.event("stopped", "2024-04-30")
    assert summary_of(made.chart()).regimen == "docetaxel"


def test_nothing_is_asked_for_after_a_death():
    summary = summary_of(dead())
    assert (summary.regimen, summary.is_running, summary.next_day) == ("toripalimab", False, None)


def statuses(*dated):
    chart = ChartOf()
    for on, disease in dated:
        chart.add(DiseaseStatus, disease=disease, **({"date": on} if on else {}))
    return summary_of(chart.chart()).disease


def test_the_last_status_of_the_disease_counts_whenever_it_was_entered():
    assert statuses(("2024-05-01", "NED"), ("2023", "recurrent")) == (Disease.NED,)


def test_of_two_statuses_that_may_each_be_the_last_both_are_said():
    both = {Disease.RECURRENT, Disease.NED}
    assert set(statuses(("2019-04-03", "recurrent"), (None, "NED"))) == both
    assert set(statuses(("2024-05", "recurrent"), ("2024-05-20", "NED"))) == both


def test_a_voided_status_does_not_count():
    chart = ChartOf()
    chart.add(DiseaseStatus, date="2024-01-01", disease="stable")
    chart.add(DiseaseStatus, voided=True, date="2024-05-01", disease="progressive")
    assert summary_of(chart.chart()).disease == (Disease.STABLE,)


def test_who_came_back_is_under_follow_up():
    chart = ChartOf()
    chart.add(FollowUp, date="2023-12-01", state="lost")
    chart.add(FollowUp, date="2024-06-01", state="active")
    assert summary_of(chart.chart()).follow_up == (FollowUpState.ACTIVE,)


def test_a_voided_dose_moves_nothing():
    made = CourseOf("2024-01-08")
    made.given("2024-01-08")
    made.add(DoseEvent, voided=True, course=str(made.course), action="given", date="2024-01-29")
    assert summary_of(made.chart()).next_day == day("2024-01-29")


@pytest.mark.parametrize("state", ["transferred", "lost", "declined"])
def test_nothing_is_asked_for_of_who_left(state):
    made = CourseOf("2024-01-08")
    made.given("2024-01-08")
    made.event("held", "2024-01-29")
    made.add(FollowUp, date="2024-02", state=state)
    line = summary_of(made.chart())
    assert (line.next_day, line.is_held, line.is_asking) == (None, False, False)
    made.add(FollowUp, date="2024-05", state="active")
    assert summary_of(made.chart()).is_held
