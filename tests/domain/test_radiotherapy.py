# SPDX-License-Identifier: MIT
"""BED and EQD2 against oracles/calc/bed_eqd2.csv and clinical.md story D."""

from decimal import Decimal

import pytest

from tracker.domain.radiotherapy import LATE, TUMOUR, bed, eqd2

ORACLE = [  # case, total Gy, fractions, alpha/beta Gy, BED Gy, EQD2 Gy
    ("BED01", "50.0", 20, 3, "91.6667", "55.0"),
    ("BED04", "39.0", 3, 10, "89.7", "74.75"),
    ("BED05", "45.0", 25, 10, "53.1", "44.25"),
    ("BED08", "30.0", 5, 10, "48.0", "40.0"),
    ("BED12", "48.6", 27, 10, "57.348", "47.79"),
    ("BED13", "14.0", 2, 10, "23.8", "19.8333"),
    ("BED14", "50.4", 28, 10, "59.472", "49.56"),
    ("BED15", "60.2", 28, 10, "73.143", "60.9525"),
    ("BED16", "48.6", 27, 3, "77.76", "46.656"),
    ("BED17", "14.0", 2, 3, "46.6667", "28.0"),
    ("BED18", "50.4", 28, 3, "80.64", "48.384"),
    ("BED19", "60.2", 28, 3, "103.3433", "62.006"),
]


def shown(value: Decimal, like: str) -> str:
    return f"{value:.{len(like.partition('.')[2])}f}"


@pytest.mark.parametrize(
    ("gy", "fractions", "ratio", "expected_bed", "expected_eqd2"),
    [row[1:] for row in ORACLE],
    ids=[row[0] for row in ORACLE],
)
def test_bed_and_eqd2_agree_with_the_oracle(gy, fractions, ratio, expected_bed, expected_eqd2):
    course = (Decimal(gy), fractions, Decimal(ratio))
    assert shown(bed(*course), expected_bed) == expected_bed
    assert shown(eqd2(*course), expected_eqd2) == expected_eqd2


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
