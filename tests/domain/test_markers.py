# SPDX-License-Identifier: MIT
"""Range epochs, flags, multiples and doubling: clinical.md story A and what surrounds it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.builders import day
from tests.domain.oracles import Tally, rows
from tracker.domain.markers import (
    doubling_days,
    judge,
    may_be_in_force,
    no_doubling,
    overlapping,
    range_in_words,
    series,
    times_limit,
)
from tracker.domain.records import MarkerResult, ReferenceRange
from tracker.domain.records.base import build
from tracker.domain.records.marker import Flag
from tracker.domain.records.patient import Sex
from tracker.domain.units import same_unit
from tracker.domain.values import Limits

AS_OF = day("2024-11-26")
H, N, UNCERTAIN = Flag.HIGH, Flag.NORMAL, Flag.UNCERTAIN


def result(value: str, on: str, **more: str) -> MarkerResult:
    return build(
        MarkerResult, {"analyte": "SCC", "unit": "ng/mL", "value": value, "date": on} | more
    )


def limits(text: str, **more: str) -> ReferenceRange:
    return build(ReferenceRange, {"analyte": "SCC", "unit": "ng/mL", "limits": text} | more)


OLD = limits("<1.5", effective_to="2019-08")
NEW = limits("<2.7", effective_from="2019-08")
SEED = (OLD, NEW)


def judged(value: str, on: str, ranges=SEED, sex: Sex | None = None, **more: str) -> MarkerResult:
    """The result as it is stored: flag and range frozen."""
    found = result(value, on, **more)
    judgement = judge(found, ranges, sex, AS_OF)
    return replace(found, flag=judgement.flag, range_used=judgement.stored_range)


# Story A


@pytest.mark.parametrize(
    ("value", "under_old", "times_old", "under_new", "times_new"),
    [
        ("61.10", H, "40.73", H, "22.63"),
        ("2.2", H, "1.47", N, "0.81"),
        ("5.2", H, "3.47", H, "1.93"),
        ("1.5", H, "1.00", N, "0.56"),
        ("2.7", H, "1.80", H, "1.00"),
    ],
)
def test_each_value_under_either_range(value, under_old, times_old, under_new, times_new):
    for ranges, flag, times in ((SEED[:1], under_old, times_old), (SEED[1:], under_new, times_new)):
        on = "2018-11" if ranges == (OLD,) else "2020-01"
        stored = judged(value, on, ranges)
        assert stored.flag is flag
        assert f"{times_limit(stored):.2f}" == times


@pytest.mark.parametrize(
    ("value", "on", "times"),
    [("61.10", "2018-11", "40.73"), ("2.2", "2019-02", "1.47")],
)
def test_the_stored_flag_is_high_by_the_range_of_the_sample_date(value, on, times):
    stored = judged(value, on)
    assert (stored.flag, range_in_words(stored)) == (H, "<1.5")
    assert f"{times_limit(stored):.2f}" == times


def test_a_sample_of_an_open_interval_is_high_when_it_is_high_under_every_possible_range():
    stored = judged("5.2", "2019-02/..")
    assert stored.flag is H
    assert f"{times_limit(stored):.2f}" == "1.93–3.47"


def test_a_sample_of_an_open_interval_is_uncertain_when_the_ranges_disagree():
    assert judged("2.2", "2019-02/..").flag is UNCERTAIN
    assert judged("1.4", "2019-02/..").flag is N
    assert judged("2.2", "2019-09/..").flag is N


@pytest.mark.parametrize(
    ("value", "on", "flag"),
    [
        ("2.0", "2019-07-31", H),
        ("2.0", "2019-08-01", UNCERTAIN),
        ("2.0", "2019-08-15", UNCERTAIN),
        ("2.0", "2019-08", UNCERTAIN),
        ("2.0", "2019", UNCERTAIN),
        ("2.0", "unknown", UNCERTAIN),
        ("2.0", "2019-08-31", N),  # whatever day it was, the switch has been by then
        ("2.0", "2019-09-01", N),
        ("1.4", "2019-08-15", N),
        ("1.5", "2019-08-15", UNCERTAIN),
        ("2.69", "2019-08-15", UNCERTAIN),
        ("2.7", "2019-08-15", H),
    ],
)
def test_the_month_of_the_switch_is_uncertain_only_between_the_two_limits(value, on, flag):
    assert judged(value, on).flag is flag


def test_an_uncertain_range_names_both_limits():
    stored = judged("2.0", "2019-08-15")
    assert range_in_words(stored) == "1.5 to <2.7"
    assert f"{times_limit(stored):.2f}" == "0.74–1.33"


def test_an_uncertain_two_sided_range_names_both_ranges_in_full():
    ranges = (
        limits("9-19", effective_to="2019-08"),
        limits("12-22", effective_from="2019-08"),
    )
    assert range_in_words(judged("20", "2019-08-15", ranges)) == "9-19 or 12-22"


def test_a_result_below_the_assays_limit_is_normal_and_no_multiple():
    stored = judged("<0.5", "2018-11")
    assert stored.flag is N
    assert times_limit(stored) is None


def test_a_limit_of_the_assay_above_the_range_cannot_be_judged():
    assert judged("<2.0", "2018-11").flag is UNCERTAIN
    assert judged(">2.0", "2018-11").flag is H
    assert judged(">=1.5", "2018-11").flag is H
    assert judged(">1.0", "2018-11").flag is UNCERTAIN


@pytest.mark.parametrize(
    ("text", "value", "flag"),
    [
        ("<1.5", "1.5", H),
        ("≤1.5", "1.5", N),
        ("<=1.5", "1.51", H),
        ("0-1.5", "1.5", N),
        (">60", "60", Flag.LOW),
        ("≥60", "60", N),
        ("0.27-4.2", "0.27", N),
        ("0.27-4.2", "0.26", Flag.LOW),
        ("0.27-4.2", "<0.01", Flag.LOW),
        ("0.27-4.2", "<0.3", UNCERTAIN),
        ("0.27-4.2", "<5", UNCERTAIN),
    ],
)
def test_a_value_equal_to_a_limit_is_inside_unless_the_limit_is_strict(text, value, flag):
    assert judged(value, "2020-01-01", (limits(text),)).flag is flag


def test_a_censored_result_at_the_limit_itself_lies_inside():
    assert judged("<1.5", "2018-11").flag is N
    assert judged("<=1.5", "2018-11").flag is UNCERTAIN
    assert judged(">60", "2020-01-01", (limits(">60"),)).flag is N


def test_the_same_spelling_of_a_value_is_not_needed_to_equal_a_limit():
    assert judged("1.50", "2018-11").flag is H


# Which range judges


def test_the_range_printed_beside_a_result_wins():
    stored = judged("2.2", "2019-02", range_reported="<2.7")
    assert (stored.flag, stored.range_used) == (N, "<2.7")


def test_a_range_for_women_judges_women_only():
    women, men = limits("<1.67", sex="female"), limits("<2.00", sex="male")
    assert judged("1.8", "2020-01-01", (women, men), Sex.FEMALE).flag is H
    assert judged("1.8", "2020-01-01", (women, men), Sex.MALE).flag is N
    assert judged("1.8", "2020-01-01", (women, men), None).flag is None


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "U/mL"},
        {"unit": "ng/dL"},
        {"laboratory": "another"},
        {"analyte": "CEA"},
    ],
)
def test_another_unit_laboratory_or_analyte_never_judges(other):
    stored = judged("2.2", "2019-02", (limits("<1.5", **other),))
    assert (stored.flag, stored.range_used, times_limit(stored)) == (None, None, None)


def test_a_range_of_another_method_never_judges():
    ranges = (limits("<2.7", method="Elecsys"),)
    assert judged("3", "2020-01-01", ranges, method="ARCHITECT").flag is None
    assert judged("3", "2020-01-01", ranges).flag is None
    assert judged("3", "2020-01-01", ranges, method="Elecsys").flag is H


def test_one_unit_has_several_spellings_and_nothing_is_converted():
    assert judged("2.2", "2019-02", unit="ug/L").flag is H
    assert same_unit("U/mL", "kU/L")
    assert not same_unit("ng/mL", "pg/mL")


def test_a_result_in_words_or_without_a_range_has_no_flag():
    assert judged("negative", "2019-02").flag is None
    assert judged("2.2", "2019-02", ()).flag is None


def test_a_range_is_not_in_force_on_the_day_of_its_switch():
    until = limits("<1.5", effective_to="2019-08-15")
    assert may_be_in_force(until, result("1", "2019-08-14").date)
    assert not may_be_in_force(until, result("1", "2019-08-15").date)


def test_the_last_day_of_a_range_that_the_next_one_does_not_reach_is_its_own():
    until = limits("<1.5", effective_to="2019-08-10")
    since = limits("<2.7", effective_from="2019-08-11")
    assert judged("2.0", "2019-08-10", (until, since)).flag is H
    assert judged("2.0", "2019-08-11", (until, since)).flag is N
    touching = limits("<2.7", effective_from="2019-08-10")
    assert judged("2.0", "2019-08-10", (until, touching)).flag is N
    assert judged("2.0", "2019-08-11", (until,)).flag is None


# Doubling time


def test_the_doubling_time_of_the_seed_is_a_range():
    span = doubling_days(result("2.2", "2019-02"), result("5.2", "2019-04-08"))
    assert f"{span:.1f}" == "31.4–53.2"


def test_the_doubling_time_agrees_with_the_oracle():
    vectors, tally = rows("calc/doubling_time.csv"), Tally("calc/doubling_time.csv")
    for row in vectors:
        later = day("2024-01-01") + timedelta(days=int(row["days"]))
        span = doubling_days(
            result(row["value_1"], "2024-01-01"), result(row["value_2"], later.isoformat())
        )
        sign = 1 if row["kind"] == "doubling time" else -1
        tally.add(str(row), f"{float(row['expected_days']):.6f}", f"{span.low * sign:.6f}")
    tally.report()
    assert not tally.wrong
    assert tally.matched == len(vectors) >= 2


def test_a_falling_value_has_a_half_life_with_a_minus_sign():
    span = doubling_days(result("40", "2024-01-01"), result("10", "2024-01-31"))
    assert span.as_list() == pytest.approx([-15.0, -15.0])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"method": "ARCHITECT"}, {"method": "Elecsys"}),
        ({}, {"method": "Elecsys"}),
        ({"laboratory": "one"}, {"laboratory": "another"}),
        ({}, {"unit": "U/mL"}),
        ({}, {"value": "2.20"}),
        ({}, {"value": "<5.2"}),
        ({}, {"value": "negative"}),
        ({"value": "0"}, {}),
        ({"value": "-2.2", "unit": "mmol/L"}, {"unit": "mmol/L"}),
        ({"value": "-2.2", "unit": "mmol/L"}, {"value": "-5.2", "unit": "mmol/L"}),
        ({}, {"date": "2019-04/.."}),
        ({}, {"date": "unknown"}),
        ({"date": "2019-04-03"}, {}),
        ({}, {"date": "2019-02"}),
    ],
)
def test_a_doubling_time_that_cannot_be_stated_is_refused(first, second):
    one = {"value": "2.2", "on": "2019-02"}
    two = {"value": "5.2", "on": "2019-04-08"}
    for texts, changed in ((one, first), (two, second)):
        texts.update(changed)
        texts["on"] = texts.pop("date", texts["on"])
    assert doubling_days(result(**one), result(**two)) is None
    assert str(no_doubling(result(**one), result(**two)))


# Series


def test_results_of_one_analyte_in_unlike_units_are_two_series():
    found = series([result("2", "2019-01"), result("3", "2019-02", unit="U/mL"),
                    result("4", "2018-12", unit="ug/L")])  # fmt: skip
    assert [(s.unit, [r.value.text for r in s.results]) for s in found] == [
        ("ng/mL", ["4", "2"]),
        ("U/mL", ["3"]),
    ] or [(s.unit, [r.value.text for r in s.results]) for s in found] == [
        ("ug/L", ["4", "2"]),
        ("U/mL", ["3"]),
    ]


def test_the_nadir_is_kept_for_each_method_and_never_a_censored_value():
    (found,) = series(
        [
            result("5", "2019-01", method="A"),
            result("2", "2019-02", method="A"),
            result("<0.5", "2019-03", method="A"),
            result("1", "2019-04", method="B"),
            result("0.1", "2019-05"),
        ]
    )
    assert {m: r.value.text for m, r in found.nadir_by_method().items()} == {"A": "2", "B": "1"}


def test_a_range_is_never_rewritten_by_a_look_at_it():
    stored = judged("2.2", "2019-02")
    assert judge(stored, (limits("<9"),), None, AS_OF).stored_range == "<9"
    assert stored.range_used == "<1.5"
    assert Limits.parse(stored.range_used).high is not None


# Overlapping epochs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"effective_from": "2019-08"}),
        ({"effective_to": "2019-08"}, {"effective_from": "2019-07"}),
        ({"effective_to": "2019-08-15"}, {"effective_from": "2019-08-14"}),
        ({"sex": "female"}, {}),
        ({}, {"unit": "ug/L"}),
    ],
)
def test_two_ranges_that_are_surely_in_force_on_one_day_are_refused(one, other):
    (problem,) = overlapping(limits("<2.7", **other), [limits("<1.5", **one)])
    assert "<1.5" in str(problem.message)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"effective_to": "2019-08"}, {"effective_from": "2019-08"}),
        ({"effective_to": "2019-08-15"}, {"effective_from": "2019-08-15"}),
        ({"effective_to": "2019-08"}, {"effective_from": "2019-07-31/.."}),
        ({"sex": "female"}, {"sex": "male"}),
        ({"laboratory": "one"}, {"laboratory": "another"}),
        ({"method": "Elecsys"}, {"method": "ARCHITECT"}),
        ({"analyte": "CEA"}, {}),
        ({"unit": "U/mL"}, {}),
    ],
)
def test_ranges_that_may_follow_each_other_stand_side_by_side(one, other):
    assert not list(overlapping(limits("<2.7", **other), [limits("<1.5", **one)]))
