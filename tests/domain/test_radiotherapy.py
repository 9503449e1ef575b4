# SPDX-License-Identifier: MIT
"""BED and EQD2 against oracles/calc/bed_eqd2.csv and clinical.md story D."""

from datetime import date
from decimal import Decimal

import pytest

from tests.domain.builders import ChartOf
from tests.domain.oracles import rows
from tracker.domain.clinic_calendar import ClinicCalendar
from tracker.domain.dates import Certainty
from tracker.domain.radiotherapy import (
    LATE,
    TUMOUR,
    bed,
    dose_sums,
    eqd2,
    expected_end,
    overlaps,
    ratios,
)
from tracker.domain.records import Course, RadiotherapyPhase
from tracker.domain.records.base import build

ORACLE = rows("calc/bed_eqd2.csv")


def shown(value: Decimal, like: str) -> str:
    return f"{value:.{len(like.partition('.')[2])}f}"


@pytest.mark.parametrize("row", ORACLE, ids=[row["case"] for row in ORACLE])
def test_bed_and_eqd2_agree_with_the_oracle(row):
    ratio = Decimal(row["alpha_beta_gy"])
    course = (Decimal(row["total_dose_gy"]), int(row["fractions"]), ratio)
    assert shown(bed(*course), row["bed_gy"]) == row["bed_gy"]
    assert shown(eqd2(*course), row["eqd2_gy"]) == row["eqd2_gy"]


def test_every_row_of_the_oracle_is_read():
    assert len(ORACLE) == 12


STORY_D = [  # total Gy, fractions, BED10, EQD2 (10), EQD2 (3)
    ("48.6", 27, "57.35", "47.79", "46.66"),
    ("14", 2, "23.80", "19.83", "28.00"),
    ("50.4", 28, "59.47", "49.56", "48.38"),
    ("60.2", 28, "73.14", "60.95", "62.01"),
    ("39", 3, "89.70", "74.75", "124.80"),
    ("24", 3, "43.20", "36.00", "52.80"),
]


@pytest.mark.parametrize(("gy", "fractions", "bed10", "eqd2_10", "eqd2_3"), STORY_D)
def test_the_radiotherapy_of_the_seed_and_of_the_cited_series(
    gy, fractions, bed10, eqd2_10, eqd2_3
):
    total = Decimal(gy)
    assert shown(bed(total, fractions, TUMOUR), bed10) == bed10
    assert shown(eqd2(total, fractions, TUMOUR), eqd2_10) == eqd2_10
    assert shown(eqd2(total, fractions, LATE), eqd2_3) == eqd2_3


def test_two_gray_fractions_are_their_own_equivalent():
    assert eqd2(Decimal(60), 30, TUMOUR) == eqd2(Decimal(60), 30, LATE) == 60


SEED = [
    {"site": "pelvis and para-aortic", "total_gy": "48.6", "fractions": "27", "dose_point": "A"},
    {"site": "brachytherapy", "total_gy": "14", "fractions": "2", "dose_point": " a "},
    {"site": "neck", "total_gy": "50.4", "fractions": "28", "dose_point": "left neck"},
    {
        "site": "neck nodes",
        "total_gy": "60.2",
        "fractions": "28",
        "boost": "simultaneous",
        "boost_of": "neck",
        "dose_point": "left neck",
    },
]


def phases(*texts: dict[str, str]):
    chart = ChartOf()
    for each in texts:
        chart.add(RadiotherapyPhase, **each)
    return chart.chart().of(RadiotherapyPhase)


def test_pelvis_and_brachytherapy_are_summed_once_a_person_named_their_common_point():
    unconfirmed = [{k: v for k, v in each.items() if k != "dose_point"} for each in SEED]
    assert dose_sums(phases(*unconfirmed)) == ()
    (found,) = dose_sums(phases(*SEED))
    assert found.point == "A"
    assert f"{found.eqd2(TUMOUR):.2f} {found.eqd2(LATE):.2f}" == "67.62 74.66"
    assert f"{found.eqd2(TUMOUR):.4f}" == "67.6233"  # oracles/calc/eqd2_combined.csv, CB1


def test_a_simultaneous_boost_is_never_added_to_the_course_below_it():
    assert all(each.point != "left neck" for each in dose_sums(phases(*SEED)))


def test_a_sequential_boost_is_added():
    boost = SEED[3] | {"boost": "sequential", "total_gy": "9.8", "fractions": "5"}
    (found,) = dose_sums(phases(SEED[2], boost))
    assert found.eqd2(TUMOUR) == eqd2(Decimal("50.4"), 28, TUMOUR) + eqd2(Decimal("9.8"), 5, TUMOUR)


def test_a_ratio_of_its_own_stands_beside_the_conventional_ones():
    own, conventional = phases(SEED[0] | {"alpha_beta": "4.5"}, SEED[0] | {"alpha_beta": "10"})
    assert ratios(own.record) == (TUMOUR, LATE, Decimal("4.5"))
    assert ratios(conventional.record) == (TUMOUR, LATE)


NECK = {"site": "neck", "total_gy": "50.4", "fractions": "28", "per_week": "5"}
MAY_DAYS = {date(2019, 5, d): "Labour Day" for d in (1, 2, 3)}
CHINA = ClinicCalendar(holiday=MAY_DAYS.get)


def neck(**more: str) -> RadiotherapyPhase:
    return phases(NECK | {"start": "2019-04-15"} | more)[0].record


def test_the_neck_ends_on_22_may_without_gaps_and_on_27_may_with_the_holiday():
    end = expected_end(neck(), CHINA)
    assert end.without_gaps == date(2019, 5, 22)
    assert end.with_closures == date(2019, 5, 27)
    assert end.closed == tuple(MAY_DAYS.items())


def test_nothing_is_expected_where_the_days_are_not_known():
    assert expected_end(neck(start="2019-04")) is None
    assert expected_end(neck(per_week="3")) is None
    assert expected_end(phases({"site": "x", "total_gy": "8", "fractions": "1"})[0].record) is None


def test_weekly_and_twice_daily_fractions_have_their_days():
    assert expected_end(neck(per_week="1", fractions="2")).without_gaps == date(2019, 4, 22)
    assert expected_end(neck(per_week="10", fractions="20")).without_gaps == date(2019, 4, 26)


def course(start: str, **more: str) -> Course:
    return build(
        Course, {"regimen": "toripalimab", "therapy": "immunotherapy", "start": start} | more
    )


AS_OF = date(2024, 11, 26)


def test_toripalimab_from_may_2019_may_have_overlapped_with_the_neck():
    assert overlaps(neck(), course("2019-05"), AS_OF, CHINA) is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2019-05-22", Certainty.YES),
        ("2019-05-24", Certainty.POSSIBLE),
        ("2019-05-28", Certainty.NO),
    ],
)
def test_the_day_of_the_drug_decides(start, expected):
    assert overlaps(neck(), course(start), AS_OF, CHINA) is expected


def test_a_recorded_end_decides_and_a_missing_start_says_nothing():
    assert overlaps(neck(end="2019-05-29"), course("2019-05-28"), AS_OF) is Certainty.YES
    undated = phases(NECK)[0].record
    assert overlaps(undated, course("2019-05"), AS_OF) is None


def test_an_end_that_nobody_can_expect_leaves_the_overlap_possible():
    pelvis = phases(SEED[0] | {"start": "2019-01"})[0].record
    assert overlaps(pelvis, course("2019-05"), AS_OF) is Certainty.POSSIBLE
    assert overlaps(pelvis, course("2018-11", stop="2018-12"), AS_OF) is Certainty.NO


def test_a_first_fraction_on_a_working_saturday_is_counted():
    end = expected_end(neck(start="2024-01-06", fractions="5"))  # Sat, then Mon to Thu
    assert end.without_gaps == date(2024, 1, 11)


def test_a_first_fraction_on_a_holiday_is_counted_and_is_no_gap():
    end = expected_end(neck(start="2019-05-03", fractions="2"), CHINA)
    assert (end.with_closures, end.closed) == (date(2019, 5, 6), ())


def test_a_single_fraction_ends_on_its_day():
    phase = phases({"site": "bone", "total_gy": "8", "fractions": "1", "start": "2024-01-08"})[0]
    assert expected_end(phase.record).with_closures == date(2024, 1, 8)
