# SPDX-License-Identifier: MIT
"""Clocks with their index named and running courses: clinical.md stories B and C."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import ChartOf, CourseOf, day, when
from tracker.domain.durations import Span
from tracker.domain.outcomes import Clock, clocks, course_time, earliest_of, last_contact, latest_of
from tracker.domain.records import (
    Course,
    DiseaseStatus,
    ImagingStudy,
    Procedure,
    ResponseAssessment,
    Visit,
)
from tracker.domain.summary import summary_of

AS_OF = day("2024-11-26")
RECURRENT = {"therapy": "chemotherapy", "intent": "recurrent"}


def seed(last_contact: str | None = "2024-11-26", **patient: str) -> ChartOf:
    """The dated facts of the report that a clock needs."""
    texts = {"vital_status": "alive", "last_contact": last_contact} if last_contact else {}
    chart = ChartOf(**(texts | patient))
    chart.add(Visit, date="2018-11-26", contact="admission")
    chart.add(Procedure, date="2018-11-30", type="surgery", name="hysterectomy", proves="primary")
    chart.add(ImagingStudy, date="2018-11", modality="MRI", conclusion="disease")
    chart.add(ImagingStudy, date="2019-03-29", modality="CT", conclusion="suspicious")
    chart.add(Procedure, date="2019-04-03", type="biopsy", name="node biopsy", proves="relapse")
    chart.add(ImagingStudy, date="2019-04-04", modality="PET-CT", conclusion="progression")
    chart.add(Course, regimen="TP", start="2019-04-08", stop="unknown", **RECURRENT)
    return chart


def clock(chart: ChartOf, name: str, index: str = "", endpoint: str = "", as_of=AS_OF) -> Clock:
    found = [
        c
        for c in clocks(chart.chart(), as_of)
        if c.name == name and index in c.index and endpoint in c.endpoint
    ]
    assert len(found) == 1, found
    return found[0]


# Story C


def test_overall_survival_is_counted_from_each_index_that_is_named():
    admission, surgery = clock(seed(), "OS", "admission"), clock(seed(), "OS", "surgery")
    assert admission.days.as_list() == [2192, 2192]
    assert admission.months_and_days == (72, 0)
    assert surgery.days.as_list() == [2188, 2188]
    assert surgery.months_and_days == (71, 27)
    assert not admission.event
    assert not surgery.event


def test_the_72_months_are_completed_on_different_days_from_admission_and_from_surgery():
    for index, reached in (("admission", "2024-11-26"), ("surgery", "2024-11-30")):
        day_before = (day(reached) - timedelta(days=1)).isoformat()
        late = day("2025-01-01")
        assert clock(seed(reached), "OS", index, as_of=late).months_completed.low == 72
        assert clock(seed(day_before), "OS", index, as_of=late).months_completed.high == 71


def test_disease_free_survival_is_dated_by_tissue_and_by_imaging_apart():
    tissue, scan = clock(seed(), "DFS", endpoint="tissue"), clock(seed(), "DFS", endpoint="imaging")
    assert (tissue.days.as_list(), tissue.months_and_days) == ([124, 124], (4, 4))
    assert scan.days.as_list() == [119, 119]
    assert tissue.event
    assert scan.event


def test_time_since_the_treatment_of_the_relapse_is_censored():
    since = clock(seed(), "PFS")
    assert since.days.as_list() == [2059, 2059]
    assert since.months_and_days == (67, 18)
    assert not since.event


# Which end date a clock uses


@pytest.mark.parametrize(
    ("last", "as_of", "days", "months"),
    [
        ("2024-11", "2024-11-26", [2167, 2192], [71, 72]),
        ("2024-11", "2024-11-30", [2167, 2196], [71, 72]),
        ("2024-11", "2026-06-01", [2167, 2196], [71, 72]),
        ("2024-11-26", "2024-11-26", [2192, 2192], [72, 72]),
        ("2024-11-26", "2026-06-01", [2192, 2192], [72, 72]),
        ("2025-01", "2024-11-26", [2192, 2192], [72, 72]),  # later than as-of counts as as-of
    ],
)
def test_survival_of_a_living_patient_counts_to_the_last_contact(last, as_of, days, months):
    found = clock(seed(last), "OS", "admission", as_of=day(as_of))
    assert found.days.as_list() == days
    assert found.months_completed.as_list() == months


def test_survival_figures_use_months_of_30_4375_days():
    assert f"{clock(seed('2024-11'), 'OS', 'admission').months_30_4375:.1f}" == "71.2–72.0"
    to_end_of_month = clock(seed("2024-11"), "OS", "admission", as_of=day("2024-11-30"))
    assert f"{to_end_of_month.months_30_4375:.2f}" == "71.20–72.15"


def test_a_visit_after_the_stated_last_contact_is_the_last_contact():
    chart = seed("2024-11-01")
    chart.add(Visit, date="2024-11-20", contact="phone")
    assert last_contact(chart.chart(), AS_OF).day == day("2024-11-20")


def test_a_contact_at_an_unknown_later_day_counts_up_to_the_as_of_day():
    chart = seed("2024-06/..")
    assert last_contact(chart.chart(), AS_OF).sort_key == (day("2024-06-01"), AS_OF)


def test_without_a_last_contact_there_is_no_clock_but_those_ended_by_an_event():
    chart = ChartOf()
    chart.add(Procedure, date="2018-11-30", type="surgery", name="hysterectomy")
    assert clocks(chart.chart(), AS_OF) == ()


def test_an_unknown_date_gives_no_number_instead_of_zero():
    chart = ChartOf(vital_status="alive", last_contact="unknown")
    chart.add(Procedure, date="2018-11-30", type="surgery", name="hysterectomy")
    assert clocks(chart.chart(), AS_OF) == ()
    chart = ChartOf(vital_status="dead", death="unknown")
    chart.add(Visit, date="2018-11-26", contact="admission")
    dead = clock(chart, "OS")
    assert (dead.days, dead.months_completed, dead.months_30_4375) == (None, None, None)
    assert dead.event


def test_a_clock_within_one_month_starts_at_zero_and_never_below():
    chart = ChartOf(last_contact="2024-11-10", vital_status="alive")
    chart.add(Procedure, date="2024-11", type="surgery", name="hysterectomy")
    assert clock(chart, "OS").days.as_list() == [0, 9]


def test_a_clock_whose_end_lies_before_its_start_is_not_shown():
    chart = ChartOf(last_contact="2019-01-10", vital_status="alive")
    chart.add(Procedure, date="2019-05-02", type="surgery", name="hysterectomy")
    assert clocks(chart.chart(), AS_OF) == ()


def test_a_surgery_entered_in_error_is_no_index():
    chart = seed()
    chart.add(Procedure, voided=True, date="2017-01-01", type="surgery", name="wrong patient")
    assert clock(chart, "OS", "surgery").start.day == day("2018-11-30")


# The dead


def test_survival_of_a_dead_patient_ends_with_the_death():
    chart = seed("2020-01-01", vital_status="dead", death="2020-02-10")
    found = clock(chart, "OS", "surgery")
    assert (found.endpoint, found.event) == ("death", True)
    assert found.days.as_list() == [(date(2020, 2, 10) - date(2018, 11, 30)).days] * 2


def test_before_the_death_the_patient_was_alive():
    chart = seed("2020-01-01", vital_status="dead", death="2020-02-10")
    found = clock(chart, "OS", "surgery", as_of=day("2020-01-31"))
    assert (found.endpoint, found.event, found.end.day) == (
        "last contact",
        False,
        day("2020-01-01"),
    )


def test_death_without_a_relapse_is_the_event_of_both_disease_clocks():
    chart = ChartOf(vital_status="dead", death="2020-02-10", last_contact="2020-01-01")
    chart.add(Procedure, date="2018-11-30", type="surgery", name="hysterectomy")
    chart.add(Course, regimen="TP", start="2019-04-08", **RECURRENT)
    for name in ("DFS", "PFS"):
        found = clock(chart, name)
        assert (found.endpoint, found.event, found.end.day) == ("death", True, day("2020-02-10"))


def test_a_death_of_unknown_date_censors_nothing():
    chart = seed("2020-01-01", vital_status="dead")
    assert [c.name for c in clocks(chart.chart(), AS_OF)] == ["DFS", "DFS"]


# Progressions


def test_a_relapse_after_the_as_of_day_has_not_happened_yet():
    found = clock(seed("2019-01-20"), "DFS", as_of=day("2019-01-31"))
    assert (found.endpoint, found.event) == ("last contact", False)


def test_a_finding_that_may_lie_before_the_index_neither_ends_nor_censors_the_clock():
    chart = ChartOf(last_contact="2024-11-26", vital_status="alive")
    chart.add(Course, regimen="TP", start="2019-04-08", **RECURRENT)
    chart.add(Procedure, date="2019-04", type="biopsy", name="biopsy", proves="relapse")
    assert not [c for c in clocks(chart.chart(), AS_OF) if c.name == "PFS"]


def test_the_first_of_two_progressions_counts_and_its_uncertainty_is_kept():
    chart = ChartOf(last_contact="2024-11-26", vital_status="alive")
    chart.add(Procedure, date="2018-11-30", type="surgery", name="hysterectomy")
    for on in ("2019", "2019-06-10"):
        chart.add(ImagingStudy, date=on, modality="CT", conclusion="progression")
    assert clock(chart, "DFS").end.sort_key == (day("2019-01-01"), day("2019-06-10"))


# Story B


def toripalimab(last: str, start: str = "2019-05") -> CourseOf:
    return CourseOf(start, patient={"vital_status": "alive", "last_contact": last})


def time_of(course: CourseOf, as_of: str = "2024-11-26"):
    chart = course.chart()
    return course_time(chart, course.ledger(), day(as_of))


def test_65_to_66_months_of_toripalimab():
    time = time_of(toripalimab("2024-11"))
    assert str(time.months) == "65–66"
    assert time.days.as_list() == [1981, 2036]
    assert time.on_schedule.as_list() == [95, 97]
    assert time.counted_to.text == "2024-11"


def test_the_last_contact_entered_as_a_day_narrows_the_range():
    time = time_of(toripalimab("2024-11-26"))
    assert time.months.as_list() == [65, 66]
    assert time.days.as_list() == [2006, 2036]
    assert time.on_schedule.as_list() == [96, 97]


@pytest.mark.parametrize("first", range(1, 32))
def test_each_day_of_may_gives_the_months_and_dates_of_the_story(first):
    time = time_of(toripalimab("2024-11-26", f"2019-05-{first:02}"))
    assert time.months.as_list() == [66 if first <= 26 else 65] * 2
    assert time.on_schedule.as_list() == [97 if first <= 21 else 96] * 2
    days = (date(2024, 11, 26) - date(2019, 5, first)).days
    assert time.days.as_list() == [days, days]


@pytest.mark.parametrize("first", range(1, 32))
def test_exactly_65_months_from_any_day_of_may_are_1980_days_and_95_dates(first):
    start = date(2019, 5, first)
    end = start + relativedelta(months=65)
    time = time_of(toripalimab(end.isoformat(), start.isoformat()))
    assert time.months.as_list() == [65, 65]
    assert time.days.as_list() == [1980, 1980]
    assert time.on_schedule.as_list() == [95, 95]


def test_the_same_chart_opened_in_2026_still_says_65_to_66_months():
    time = time_of(toripalimab("2024-11"), "2026-11-23")
    assert str(time.months) == "65–66"
    assert time.counted_to.text == "2024-11"


def test_a_course_counts_to_a_dose_after_the_last_contact():
    course = toripalimab("2024-11-01")
    course.given("2024-11-20")
    assert time_of(course).counted_to.day == day("2024-11-20")


def test_a_stopped_course_counts_to_its_stop():
    course = CourseOf("2019-05-01", stop="2019-08-01", patient={"last_contact": "2024-11-26"})
    assert time_of(course).months.as_list() == [3, 3]


def test_a_course_stopped_on_an_unknown_day_has_no_length():
    course = CourseOf("2019-04-08", stop="unknown", patient={"last_contact": "2024-11-26"})
    time = time_of(course)
    assert (time.days, time.months, time.on_schedule) == (None, None, None)


def test_a_course_nobody_was_seen_on_has_no_length():
    for patient in ({}, {"last_contact": "2019-01-10"}):
        time = time_of(CourseOf("2019-05-01", patient=patient))
        assert (time.days, time.months, time.on_schedule, time.counted_to) == (None,) * 4


def test_a_course_of_changing_interval_has_no_dates_on_schedule():
    course = toripalimab("2024-11-26")
    course.plan(interval_days="42", from_cycle="5")
    assert time_of(course).on_schedule is None


def test_the_course_of_a_dead_patient_counts_to_the_last_time_the_patient_was_seen():
    dead = {"vital_status": "dead", "death": "2024-01-01", "last_contact": "2023-12-01"}
    assert time_of(CourseOf("2019-05-01", patient=dead)).counted_to.day == day("2023-12-01")


# The later and the earlier of several dates

DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
PARTIAL = st.one_of(
    DAYS.map(lambda d: d.isoformat()),
    DAYS.map(lambda d: d.isoformat()[:7]),
    DAYS.map(lambda d: d.isoformat()[:4]),
).map(when)


@given(st.lists(PARTIAL, min_size=1, max_size=5), st.data())
def test_the_later_and_the_earlier_date_contain_every_choice_of_days(dates, data):
    chosen = [data.draw(st.dates(d.earliest, d.latest)) for d in dates]
    last, first = latest_of(dates), earliest_of(dates)
    assert last.earliest <= max(chosen) <= last.latest
    assert first.earliest <= min(chosen) <= first.latest
    assert last.earliest == max(d.earliest for d in dates)
    assert first.latest == min(d.latest for d in dates)


def operated(**status: str) -> ChartOf:
    chart = ChartOf(vital_status="alive", last_contact="2024-11-01")
    chart.add(Procedure, type="surgery", name="hysterectomy", date="2022-01-10")
    chart.add(DiseaseStatus, **status)
    return chart


def of_disease(chart: ChartOf) -> list[tuple[str, str, bool]]:
    found = clocks(chart.chart(), day("2024-11-26"))
    return [(c.endpoint, c.end.text, c.event) for c in found if c.name in {"DFS", "PFS"}]


def test_who_is_recorded_as_recurrent_is_not_censored_as_free_of_disease():
    assert of_disease(operated(disease="recurrent", date="2023-05-01")) == [
        ("disease status", "2023-05-01", True)
    ]


def test_a_relapse_of_unknown_date_is_neither_dated_nor_censored():
    assert of_disease(operated(disease="recurrent")) == []


def test_who_is_free_of_disease_is_censored_at_the_last_contact():
    assert of_disease(operated(disease="NED", date="2023-05-01")) == [
        ("last contact", "2024-11-01", False)
    ]


def treated(category: str) -> ChartOf:
    chart = CourseOf(
        "2023-01-01",
        intent="recurrent",
        patient={"vital_status": "alive", "last_contact": "2024-11-01"},
    )
    chart.add(DiseaseStatus, disease="recurrent", date="2023-02-01")
    chart.add(ResponseAssessment, date="2023-06-01", criteria="x", decided=category)
    return chart


def test_a_decided_progression_is_not_censored_either():
    assert of_disease(treated("PD")) == [("progression", "2023-06-01", True)]
    assert of_disease(treated("iCPD")) == []  # counts from an earlier day; see endpoints
    assert of_disease(treated("SD")) == [("last contact", "2024-11-01", False)]


def test_a_dose_inside_a_cycle_is_the_last_dose_of_its_course():
    made = CourseOf("2024-01-01", {"interval_days": "28"}, drugs=({"drug": "x", "days": "1,8,15"},))
    made.given("2024-01-01", "2024-01-08", "2024-01-29", "2024-02-05", "2024-02-12")
    time = course_time(made.chart(), made.ledger(), day("2024-03-01"))
    assert (time.days, time.months) == (Span(42, 42), Span(1, 1))
    assert summary_of(made.chart()).counted_to == when("2024-02-12")
