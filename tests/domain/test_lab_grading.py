# SPDX-License-Identifier: MIT
"""Laboratory grades: what decides a grade, and when none is given."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.oracles import clinical
from tracker.domain.lab_grading import Baseline, CannotGrade, Graded, LabCriteria, LabValue, Need
from tracker.domain.records.marker import Flag
from tracker.domain.values import Reading

V5 = LabCriteria.parse(clinical("lab_ctcae_v5.json"))
V6 = LabCriteria.parse(clinical("lab_ctcae_v6.json"))
ALT = "Alanine aminotransferase increased"
NORMAL = Baseline(Decimal(20), "U/L", Flag.NORMAL)


def result(value, unit="mmol/L", low=None, high=None):
    limits = (None if limit is None else Decimal(limit) for limit in (low, high))
    return LabValue(Reading.parse(value), unit, *limits)


def grades(term, value, unit="mmol/L", low=None, high=None, baseline=None, criteria=V5):
    graded = criteria.grade(term, result(value, unit, low, high), baseline)
    return (graded.lowest, graded.highest) if isinstance(graded, Graded) else graded.reason


@pytest.mark.parametrize(
    ("term", "value", "unit", "limits", "expected"),
    [
        ("Hyponatremia", "130", "mmol/L", ("135", "145"), (1, 1)),
        ("Hyponatremia", "129", "mmol/L", ("135", "145"), (2, 3)),
        ("Hyponatremia", "125", "mmol/L", ("135", "145"), (2, 3)),
        ("Hyponatremia", "124", "mmol/L", ("135", "145"), (3, 3)),
        ("Hyponatremia", "119", "mmol/L", ("135", "145"), (4, 4)),
        ("Hypokalemia", "3.2", "mmol/L", ("3.4", "5.4"), (1, 2)),
        ("Hypokalemia", "2.9", "mmol/L", ("3.4", "5.4"), (3, 3)),
        ("Hyperuricemia", "500", "umol/L", ("150", "420"), (1, 3)),
        ("Lipase increased", "110", "U/L", ("0", "60"), (2, 2)),
        ("Lipase increased", "121", "U/L", ("0", "60"), (2, 3)),
        ("Lipase increased", "301", "U/L", ("0", "60"), (3, 4)),
        ("Serum amylase increased", "301", "U/L", ("0", "60"), (3, 4)),
    ],
)
def test_where_symptoms_decide_both_grades_and_the_question_are_given(
    term, value, unit, limits, expected
):
    graded = V5.grade(term, result(value, unit, *limits))
    assert isinstance(graded, Graded)
    assert (graded.lowest, graded.highest) == expected
    assert (graded.question is not None) == (graded.lowest < graded.highest)


def test_the_inr_counts_against_the_baseline_only_under_an_anticoagulant():
    before = Baseline(Decimal("1.0"), "", Flag.NORMAL)
    graded = V5.grade("INR increased", result("1.1", ""), before)
    assert isinstance(graded, Graded)
    assert (graded.lowest, graded.highest) == (0, 1)
    assert "anticoagulant" in str(graded.question)
    assert grades("INR increased", "1.1", "") == (0, 0)
    assert grades("INR increased", "2.6", "", baseline=before) == (3, 3)


def test_a_percentage_of_prothrombin_activity_is_no_inr():
    assert grades("INR increased", "70", "%") is Need.UNIT


def test_in_version_six_the_number_stands_and_the_question_is_asked():
    graded = V6.grade("Hypokalemia", result("3.2", low="3.4"))
    assert isinstance(graded, Graded)
    assert (graded.lowest, graded.highest) == (2, 2)
    assert graded.question is not None


@pytest.mark.parametrize(
    ("term", "value", "unit", "reason"),
    [
        (ALT, "50", "U/L", Need.ULN),
        ("Platelet count decreased", "99", "10^9/L", Need.LLN),
        ("Anemia", "100", "", Need.UNIT),
        ("Anemia", "10.0", "mg/dL", Need.UNIT),
        ("Hyperkalemia", "5.9", "", Need.UNIT),
        (ALT, "haemolysed", "U/L", Need.VALUE),
        ("Hyperglycemia", "15", "mmol/L", Need.CRITERIA),
        ("Hypophosphatemia", "0.5", "mmol/L", Need.CRITERIA),
    ],
)
def test_what_is_missing_is_named_and_is_not_grade_nought(term, value, unit, reason):
    assert grades(term, value, unit) is reason


def test_a_high_grade_needs_no_limit():
    assert grades("Platelet count decreased", "24", "10^9/L") == (4, 4)


@pytest.mark.parametrize(
    ("unit", "value", "grade"),
    [
        ("g/L", "79", 3),
        ("g/dL", "7.9", 3),
        ("g/dL", "8.0", 2),
        ("mmol/L", "4.8", 3),
        ("mmol/L", "6.1", 2),
    ],
)
def test_haemoglobin_is_graded_in_the_units_it_is_reported_in(unit, value, grade):
    assert grades("Anemia", value, unit) == (grade, grade)


@pytest.mark.parametrize("unit", ["10^9/L", "GI/L", "G/L", "giga/L", "10*9/L", "×10⁹/L", "K/uL"])
def test_a_cell_count_is_known_by_every_spelling_of_its_unit(unit):
    assert grades("Platelet count decreased", "49", unit) == (3, 3)


def test_an_abnormal_baseline_changes_the_multiples():
    raised = Baseline(Decimal(100), "U/L", Flag.HIGH)
    assert grades(ALT, "140", "U/L", high="40", baseline=NORMAL) == (2, 2)
    assert grades(ALT, "140", "U/L", high="40", baseline=raised) == (0, 0)
    assert grades(ALT, "150", "U/L", high="40", baseline=raised) == (1, 1)


def test_an_unknown_baseline_gives_both_grades_and_the_question():
    graded = V5.grade(ALT, result("140", "U/L", high="40"))
    assert isinstance(graded, Graded)
    assert (graded.lowest, graded.highest) == (0, 2)
    assert "baseline" in str(graded.question)


def test_a_normal_value_is_grade_nought_whatever_the_baseline_was():
    assert V5.grade(ALT, result("40", "U/L", high="40")) == Graded(0, 0)


def test_a_high_baseline_without_its_value_cannot_be_judged():
    flagged = Baseline(None, "U/L", Flag.HIGH)
    assert grades(ALT, "140", "U/L", high="40", baseline=flagged) is Need.BASELINE


def test_a_baseline_in_another_unit_is_not_used():
    other = Baseline(Decimal("2.0"), "mg/dL", Flag.NORMAL)
    graded = V5.grade("Creatinine increased", result("100", "umol/L", high="110"), other)
    assert isinstance(graded, Graded)
    assert graded.highest == 0
    assert graded.question is not None


def test_creatinine_is_judged_by_the_limit_and_by_the_baseline():
    before = Baseline(Decimal(50), "umol/L", Flag.NORMAL)
    assert grades("Creatinine increased", "80", "umol/L", high="110", baseline=before) == (2, 2)


def test_a_result_below_the_assay_limit_is_normal_when_the_whole_of_it_is():
    assert grades(ALT, "<5", "U/L", high="40", baseline=NORMAL) == (0, 0)


def test_a_result_that_is_only_a_limit_gives_every_grade_it_may_be():
    graded = V5.grade("Platelet count decreased", result("<60", "10^9/L", low="125"))
    assert isinstance(graded, Graded)
    assert (graded.lowest, graded.highest) == (2, 4)
    assert "<60" in str(graded.question)


def test_a_limit_times_one_and_a_half_has_no_binary_rounding():
    high = "5.3999999999999995"  # 5.4 as a file of a statistics program writes it
    assert grades("Lipase increased", "8.1", "U/L", high=high) == (1, 1)


@given(st.decimals("1", "2000", places=1), st.decimals("0.1", "500", places=1))
def test_a_higher_alt_never_has_a_lower_grade(value, more):
    lower = V5.grade(ALT, result(str(value), "U/L", high="40"), NORMAL)
    higher = V5.grade(ALT, result(str(value + more), "U/L", high="40"), NORMAL)
    assert not isinstance(lower, CannotGrade)
    assert not isinstance(higher, CannotGrade)
    assert lower.highest <= higher.highest


@pytest.mark.parametrize(
    ("term", "value", "unit", "grade"),
    [
        ("White blood cell decreased", "<3.0", "10^9/L", (2, 4)),
        ("White blood cell decreased", "<=3.0", "10^9/L", (1, 4)),
        ("Hyperkalemia", ">6.0", "mmol/L", (3, 4)),
        ("Hyperkalemia", "≥6.0", "mmol/L", (2, 4)),
    ],
)
def test_a_reported_limit_is_itself_not_the_value(term, value, unit, grade):
    assert grades(term, value, unit, low="3.5", high="5.0") == grade
