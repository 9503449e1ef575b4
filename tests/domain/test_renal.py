# SPDX-License-Identifier: MIT
"""Renal function from creatinine: the published numbers, and what the formulas refuse."""

from datetime import date
from decimal import Decimal

import pytest

from tests.domain.oracles import Tally, number, rows
from tracker.domain.calculated import Freshness, Input, Quantity
from tracker.domain.dates import PartialDate
from tracker.domain.errors import Refused
from tracker.domain.records.patient import Sex
from tracker.domain.renal import ckd_epi_2021, cockcroft_gault

TODAY = date(2024, 11, 26)
FRESH = Freshness(TODAY, {Quantity.CREATININE: 7, Quantity.WEIGHT: 28})
SEXES = {"F": Sex.FEMALE, "M": Sex.MALE}


def creatinine(value="1.0", unit="mg/dL", on="2024-11-25"):
    return Input(Quantity.CREATININE, Decimal(value), unit, PartialDate.parse(on))


def weight(value="60"):
    return Input(Quantity.WEIGHT, Decimal(value), "kg", PartialDate.parse("2024-11-26"))


def estimated(row):
    given = creatinine(row["creatinine"], row["unit"])
    age, sex = int(row["age"]), SEXES[row["sex"]]
    if row["formula"] == "Cockcroft-Gault":
        return cockcroft_gault(given, weight(row["weight_kg"]), age, sex, FRESH)
    return ckd_epi_2021(given, age, sex, FRESH)


def test_renal_function_agrees_with_every_published_row():
    tally = Tally("calc/renal.csv")
    for row in rows("calc/renal.csv"):
        value = estimated(row).value
        places = int(row["decimals"])
        expected = number(row["expected"])
        tally.add(row["formula"], f"{expected:.{places}f}", f"{value:.{places}f}")
        tally.add(row["formula"], row["recomputed_88_42"], f"{value:.4f}")
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 6


def test_an_estimate_says_whether_it_is_of_this_body_or_of_a_standard_one():
    assert ckd_epi_2021(creatinine(), 50, Sex.FEMALE, FRESH).unit == "mL/min/1.73 m2"
    clearance = cockcroft_gault(creatinine(), weight(), 50, Sex.FEMALE, FRESH)
    assert clearance.unit == "mL/min"


def test_an_estimate_shows_its_formula_and_inputs_with_their_dates():
    clearance = cockcroft_gault(creatinine(), weight(), 50, Sex.FEMALE, FRESH)
    assert clearance.formula.startswith("Cockcroft-Gault")
    shown = {used.name: (str(used.value), used.unit, str(used.date)) for used in clearance.inputs}
    assert shown[Quantity.CREATININE] == ("1.0", "mg/dL", "2024-11-25")
    assert shown[Quantity.WEIGHT] == ("60", "kg", "2024-11-26")


@pytest.mark.parametrize("sex", [None, Sex.OTHER, Sex.UNKNOWN])
def test_a_sex_the_formula_was_not_fitted_for_is_refused(sex):
    with pytest.raises(Refused):
        ckd_epi_2021(creatinine(), 50, sex, FRESH)


@pytest.mark.parametrize("age", [17, 140])
def test_renal_function_is_estimated_for_adults_only(age):
    with pytest.raises(Refused):
        cockcroft_gault(creatinine(), weight(), age, Sex.MALE, FRESH)


@pytest.mark.parametrize("unit", ["", "mmol/L", "mg/L"])
def test_a_creatinine_in_another_unit_is_refused(unit):
    with pytest.raises(Refused):
        ckd_epi_2021(creatinine(unit=unit), 50, Sex.MALE, FRESH)


@pytest.mark.parametrize(
    ("on", "stale"),
    [
        ("2024-11-26", False),
        ("2024-11-19", False),
        ("2024-11-18", True),
        ("2024-11", True),
        ("unknown", True),
    ],
)
def test_a_creatinine_that_is_or_may_be_too_old_is_marked(on, stale):
    clearance = ckd_epi_2021(creatinine(on=on), 50, Sex.MALE, FRESH)
    assert clearance.inputs[0].stale is stale


def test_a_creatinine_taken_after_the_day_is_refused():
    with pytest.raises(Refused, match="after"):
        ckd_epi_2021(creatinine(on="2024-11-27"), 50, Sex.MALE, FRESH)


def test_a_creatinine_of_nought_is_refused():
    with pytest.raises(Refused, match="above zero"):
        ckd_epi_2021(creatinine("0"), 50, Sex.MALE, FRESH)


def test_a_quantity_the_clinic_has_set_no_limit_for_counts_as_stale():
    clearance = ckd_epi_2021(creatinine(), 50, Sex.MALE, Freshness(TODAY, {}))
    assert clearance.inputs[0].stale
