# SPDX-License-Identifier: MIT
"""Durations, ages, counts and order of partial dates, on the figures of the seed case."""

from datetime import date

import pytest

from tracker.domain.dates import (
    UNKNOWN,
    Certainty,
    PartialDate,
    Span,
    add_months,
    age_years,
    before,
    completed_months,
    completed_years,
    days_between,
    months_30_4375,
    months_and_days,
    months_completed,
    overlap,
    same_day,
    schedule_dates,
    within,
)

YES, POSSIBLE, NO = Certainty.YES, Certainty.POSSIBLE, Certainty.NO
AS_OF = date(2024, 11, 26)
END_OF_NOVEMBER = date(2024, 11, 30)


def day(text: str, as_of: date | None = None) -> PartialDate:
    when = PartialDate.parse(text)
    return when.closed(as_of) if as_of else when


# Known days


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2019, 1, 31), 1, date(2019, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2019, 12, 15), 1, date(2020, 1, 15)),
        (date(2019, 1, 15), -1, date(2018, 12, 15)),
        (date(2019, 5, 7), 0, date(2019, 5, 7)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_the_month(start, months, expected):
    assert add_months(start, months) == expected


# Story C: each clock names its index date.
@pytest.mark.parametrize(
    ("start", "end", "days", "months", "rest"),
    [
        (date(2018, 11, 26), date(2024, 11, 26), 2192, 72, 0),
        (date(2018, 11, 30), date(2024, 11, 26), 2188, 71, 27),
        (date(2018, 11, 30), date(2024, 11, 30), 2192, 72, 0),
        (date(2018, 11, 30), date(2019, 4, 3), 124, 4, 4),
        (date(2019, 4, 8), date(2024, 11, 26), 2059, 67, 18),
    ],
)
def test_clocks_between_known_days(start, end, days, months, rest):
    assert (end - start).days == days
    assert completed_months(start, end) == months
    assert months_and_days(start, end) == (months, rest)


def test_the_anniversary_of_a_leap_day_is_the_last_of_february():
    born = date(2000, 2, 29)
    assert completed_years(born, date(2001, 2, 27)) == 0
    assert completed_years(born, date(2001, 2, 28)) == 1


# Source: pharmaverse admiral, tests of compute_duration (the first day counts as day 1).
def test_durations_agree_with_trial_programming():
    treated = days_between(day("2020-12-06"), day("2020-12-24"))
    assert treated == Span(18, 18)
    assert age_years(day("1984-09-06"), day("2020-02-24")) == Span(35, 35)


# Story B: "65 months of toripalimab", 240 mg q3w from "May 2019".


@pytest.mark.parametrize(
    ("last_contact", "days", "months", "dates"),
    [
        ("2024-11", [1981, 2036], [65, 66], [95, 97]),
        ("2024-11-26", [2006, 2036], [65, 66], [96, 97]),
    ],
)
def test_a_course_from_an_unknown_day_of_may_2019(last_contact, days, months, dates):
    start, end = day("2019-05", AS_OF), day(last_contact, AS_OF)
    assert days_between(start, end).as_list() == days
    assert months_completed(start, end).as_list() == months
    assert schedule_dates(start, end, 21).as_list() == dates


def test_completed_months_depend_on_the_day_the_course_began():
    last_contact = day("2024-11-26")
    assert months_completed(day("2019-05-01/2019-05-26"), last_contact) == Span(66, 66)
    assert months_completed(day("2019-05-27/2019-05-31"), last_contact) == Span(65, 65)


def test_a_course_begun_on_21_may_has_its_97th_date_on_the_cut_off_day():
    assert schedule_dates(day("2019-05-01/2019-05-21"), day("2024-11-26"), 21) == Span(97, 97)
    assert schedule_dates(day("2019-05-22/2019-05-31"), day("2024-11-26"), 21) == Span(96, 96)


@pytest.mark.parametrize("first_day", range(1, 32))
def test_65_months_of_q3w_are_95_dates_from_any_day_of_may(first_day):
    first = date(2019, 5, first_day)
    until = add_months(first, 65)
    assert (until - first).days == 1980
    assert schedule_dates(PartialDate.of(first), PartialDate.of(until), 21) == Span(95, 95)


def test_the_first_date_of_a_schedule_is_counted():
    first = day("2024-01-08")
    assert schedule_dates(first, first, 21) == Span(1, 1)
    assert schedule_dates(first, day("2024-01-28"), 21) == Span(1, 1)
    assert schedule_dates(first, day("2024-01-29"), 21) == Span(2, 2)


def test_a_schedule_that_may_not_have_begun_has_no_negative_count():
    assert schedule_dates(day("2019-05"), day("2019-05"), 7) == Span(0, 5)


def test_a_schedule_needs_an_interval():
    with pytest.raises(ValueError, match="interval of 0 days"):
        schedule_dates(day("2019"), day("2020"), 0)


# Survival from admission to "November 2024".


@pytest.mark.parametrize(
    ("as_of", "days", "months", "mean_months"),
    [
        (AS_OF, [2167, 2192], [71, 72], [71.195, 72.016]),
        (END_OF_NOVEMBER, [2167, 2196], [71, 72], [71.195, 72.148]),
    ],
)
def test_survival_ends_on_an_unknown_day_of_november(as_of, days, months, mean_months):
    admission, last_contact = day("2018-11-26", as_of), day("2024-11", as_of)
    assert days_between(admission, last_contact).as_list() == days
    assert months_completed(admission, last_contact).as_list() == months
    survival = months_30_4375(admission, last_contact)
    assert survival.as_list() == pytest.approx(mean_months, abs=0.0005)
    assert f"{survival:.1f}" == f"{mean_months[0]:.1f}–{mean_months[1]:.1f}"


# Story A: doubling needs the days between a month and a day.
def test_days_from_a_month_to_a_known_day():
    assert days_between(day("2019-02"), day("2019-04-08")) == Span(39, 66)


@pytest.mark.parametrize(("on", "age"), [("2024-11-26", 46), ("2018-11-26", 40)])
def test_the_age_is_certain_though_the_birthday_is_not(on, age):
    assert age_years(day("1977-11-27/1978-11-26"), day(on)) == Span(age, age)


def test_the_age_on_an_unknown_day_of_the_year_of_a_birthday_is_a_range():
    assert age_years(day("1978"), day("2018")) == Span(39, 40)


@pytest.mark.parametrize("measure", [days_between, months_completed, months_30_4375, age_years])
@pytest.mark.parametrize("open_date", [UNKNOWN, day("2019-02/.."), day("../2019-02")])
def test_a_duration_from_or_to_an_open_date_is_unknown(measure, open_date):
    assert measure(open_date, day("2024")) is None
    assert measure(day("2018"), open_date) is None


def test_a_schedule_from_an_unknown_date_has_no_count():
    assert schedule_dates(UNKNOWN, day("2024"), 21) is None


# Spans


def test_a_range_reads_with_an_en_dash_and_a_certain_number_alone():
    assert str(Span(65, 66)) == "65–66"
    assert str(Span(65, 65)) == "65"
    assert f"{Span(71.21, 71.24):.1f}" == "71.2"


def test_a_number_is_certain_only_when_both_ends_agree():
    assert Span(65, 65).certain
    assert not Span(65, 66).certain


def test_a_span_is_clipped_where_an_order_is_known():
    assert days_between(day("2019-05"), day("2019-05")) == Span(-30, 30)
    assert days_between(day("2019-05"), day("2019-05")).at_least(0) == Span(0, 30)
    assert Span(-5, -2).at_least(0) == Span(0, 0)


def test_a_span_never_runs_backwards():
    with pytest.raises(ValueError, match="below"):
        Span(66, 65)


# Order


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2019-04", "2019-05", YES),
        ("2019-05", "2019-05", POSSIBLE),
        ("2019-05-31", "2019-05", NO),
        ("2019-05-30", "2019-05", POSSIBLE),
        ("2019-05-07", "2019-05-07", NO),
        ("2019-06", "2019-05", NO),
        ("2019-05", "2019-05-31/..", POSSIBLE),
        ("2019-05", "2019-06/..", YES),
        ("../2019-03", "2019-02", POSSIBLE),
        ("2019-04", "../2019-03", NO),
        ("unknown", "2019", POSSIBLE),
    ],
)
def test_the_order_of_two_dates(a, b, answer):
    assert before(day(a), day(b)) is answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2019-05-07", "7 May 2019", YES),
        ("2019-05-07", "2019-05-08", NO),
        ("2019-05-07", "2019-05", POSSIBLE),
        ("2019-05", "2019-05", POSSIBLE),
        ("2019-05", "2019-06", NO),
        ("unknown", "unknown", POSSIBLE),
        ("2019-05-07", "unknown", POSSIBLE),
    ],
)
def test_whether_two_dates_are_one_day(a, b, answer):
    assert same_day(day(a), day(b)) is answer


# Story A: the reference range changed on an unknown day of August 2019.
@pytest.mark.parametrize(
    ("sample", "under_the_old_range"),
    [("2019-07-31", YES), ("2019-08-15", POSSIBLE), ("2019-09-01", NO), ("2019-02", YES)],
)
def test_a_sample_inside_the_month_of_the_switch_is_uncertain(sample, under_the_old_range):
    assert before(day(sample), day("2019-08")) is under_the_old_range


@pytest.mark.parametrize(
    ("when", "start", "end", "answer"),
    [
        ("2019-04-15", "2019-04-15", "2019-05-22", YES),
        ("2019-05-23", "2019-04-15", "2019-05-22", NO),
        ("2019-05", "2019-04-15", "2019-05-22", POSSIBLE),
        ("2019-05", "2019-04", "2019-06", YES),
        ("2019-06", "2019-04", "unknown", POSSIBLE),
        ("2019-04", "2019-06", "unknown", NO),
        ("2019-06", "2019-04", "2019-08/..", YES),
        ("2019-05-10", "2019-05", "2019-05-10", YES),
        ("2019-05", "2019-06", "2019-04", POSSIBLE),
    ],
)
def test_whether_a_day_lies_in_a_stretch_of_time(when, start, end, answer):
    assert within(day(when), day(start), day(end)) is answer


# Story D: 28 fractions from 15 April 2019 end on 22 May, with the holiday on 27 May.
@pytest.mark.parametrize("last_fraction", ["2019-05-22", "2019-05-27", "2019-05-22/2019-05-27"])
def test_radiotherapy_and_immunotherapy_from_may_2019_possibly_overlap(last_fraction):
    ongoing = day("2019-05/..", AS_OF)
    answer = overlap(day("2019-04-15"), day(last_fraction), day("2019-05"), ongoing)
    assert answer is POSSIBLE


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        (("2019-01", "2019-03"), ("2019-02-10", "2019-02-12"), YES),
        (("2019-01", "2019-03"), ("2019-04", "2019-06"), NO),
        (("2019-01", "2019-03"), ("2019-03", "2019-06"), POSSIBLE),
        (("2019-01-01", "2019-03-05"), ("2019-03-05", "2019-06"), YES),
        (("2019-01", "unknown"), ("2020", "2021"), POSSIBLE),
        (("2022", "unknown"), ("2020", "2021"), NO),
        (("2019-01", "2018-03"), ("2019-04", "2019-06"), POSSIBLE),
        (("2019-05", "2019-05-10"), ("2019-05-10", "2019-06"), YES),
    ],
)
def test_whether_two_treatments_overlap(a, b, answer):
    (start_a, end_a), (start_b, end_b) = a, b
    assert overlap(day(start_a), day(end_a), day(start_b), day(end_b)) is answer
    assert overlap(day(start_b), day(end_b), day(start_a), day(end_a)) is answer
