# SPDX-License-Identifier: MIT
"""Doses from weight, surface and renal function: exact, verifiable, never rounded on the quiet."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.oracles import Tally, rows
from tracker.domain.calculated import Freshness, Input, Quantity
from tracker.domain.dates import PartialDate
from tracker.domain.dosing import (
    BsaFormula,
    body_surface,
    carboplatin,
    difference_percent,
    flat,
    per_surface,
    per_weight,
    rounded,
)
from tracker.domain.errors import Refused
from tracker.domain.records.patient import Sex
from tracker.domain.renal import ckd_epi_2021, cockcroft_gault
from tracker.domain.values import Dose

TODAY = date(2024, 11, 26)
FRESH = Freshness(TODAY, dict.fromkeys(Quantity, 28))
FORMULAS = {"DuBois-DuBois": BsaFormula.DUBOIS} | {f.label: f for f in BsaFormula}


def measured(name, value, unit, on="2024-11-26"):
    return Input(name, Decimal(value), unit, PartialDate.parse(on))


def weight(value="58.2", on="2024-11-26", unit="kg"):
    return measured(Quantity.WEIGHT, value, unit, on)


def height(value="160"):
    return measured(Quantity.HEIGHT, value, "cm")


def gfr(value, unit="mL/min"):
    return measured(Quantity.GFR, value, unit)


def dose(text):
    return Dose.parse(text)


def mg(computed):
    return computed.dose.amount


def test_every_published_body_surface_is_met():
    tally = Tally("calc/bsa.csv")
    for row in rows("calc/bsa.csv"):
        size = Decimal(row["height_cm"]), Decimal(row["weight_kg"])
        surface = body_surface(*size, FORMULAS[row["formula"]])
        tally.add(row["formula"], row["expected"], f"{surface:.{row['decimals']}f}")
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 5


def test_every_published_carboplatin_dose_is_met():
    tally = Tally("calc/calvert.csv")
    for row in rows("calc/calvert.csv"):
        computed = carboplatin(dose(f"AUC {row['auc']}"), gfr(row["gfr_ml_min"]), FRESH)
        tally.add(f"AUC {row['auc']}", row["expected_mg"], f"{mg(computed):f}")
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == 2


@pytest.mark.parametrize(("auc", "highest"), [("6", 900), ("5", 750), ("4", 600)])
def test_an_estimated_filtration_rate_is_capped_and_the_cap_is_said(auc, highest):
    creatinine = measured(Quantity.CREATININE, "0.4", "mg/dL")
    clearance = cockcroft_gault(creatinine, weight("70"), 30, Sex.MALE, FRESH)
    assert clearance.value > 125
    computed = carboplatin(dose(f"AUC {auc}"), clearance, FRESH)
    assert mg(computed) == highest
    assert "125" in str(computed.notes[0])


def test_a_measured_filtration_rate_is_not_capped():
    assert mg(carboplatin(dose("AUC 5"), gfr("140"), FRESH)) == 825


def test_a_rate_per_standard_surface_is_no_filtration_rate_of_this_patient():
    creatinine = measured(Quantity.CREATININE, "1.0", "mg/dL")
    with pytest.raises(Refused, match=r"1\.73"):
        carboplatin(dose("AUC 5"), ckd_epi_2021(creatinine, 50, Sex.MALE, FRESH), FRESH)


def test_a_dose_by_weight_is_exact():
    computed = per_weight(dose("3 mg/kg"), weight(), FRESH)
    assert mg(computed) == Decimal("174.6")
    assert computed.formula == "mg/kg × weight"


def test_a_dose_by_surface_shows_height_weight_and_surface():
    computed = per_surface(dose("175 mg/m2"), height(), weight(), BsaFormula.MOSTELLER, FRESH)
    assert [used.name for used in computed.inputs] == [
        Quantity.HEIGHT,
        Quantity.WEIGHT,
        Quantity.BSA,
    ]
    assert f"{computed.inputs[-1].value:.4f}" == "1.6083"
    assert "Mosteller" in computed.formula
    assert f"{mg(computed):.2f}" == "281.45"


def test_a_flat_dose_is_what_was_ordered():
    assert mg(flat(dose("240 mg"))) == 240
    assert mg(flat(dose("1.5 g"))) == 1500
    assert mg(flat(dose("500 mcg"))) == Decimal("0.5")


@pytest.mark.parametrize(
    "compute",
    [
        lambda: flat(dose("3 mg/kg")),
        lambda: per_weight(dose("175 mg/m2"), weight(), FRESH),
        lambda: per_weight(dose("240 mg"), weight(), FRESH),
        lambda: per_weight(dose("3 mg/kg"), weight(unit="lb"), FRESH),
        lambda: per_weight(dose("3 mg/kg"), weight("0"), FRESH),
        lambda: per_weight(dose("3 mg/kg"), weight(on="2024-11-27"), FRESH),
        lambda: carboplatin(dose("5 mg/kg"), gfr("100"), FRESH),
        lambda: carboplatin(dose("AUC 5"), gfr("100", "mL/min/1.73 m2"), FRESH),
    ],
)
def test_what_does_not_fit_the_order_is_refused(compute):
    with pytest.raises(Refused):
        compute()


def test_an_old_weight_is_used_only_with_its_mark():
    assert per_weight(dose("3 mg/kg"), weight(on="2024-10-28"), FRESH).is_stale
    assert not per_weight(dose("3 mg/kg"), weight(on="2024-10-29"), FRESH).is_stale


def test_the_dose_entered_is_compared_in_percent():
    assert difference_percent(dose("240 mg"), dose("200 mg")) == 20
    assert difference_percent(dose("0.18 g"), dose("200 mg")) == -10
    with pytest.raises(Refused):
        difference_percent(dose("AUC 5"), dose("200 mg"))


def test_rounding_keeps_both_numbers_and_the_difference():
    both = rounded(dose("174.6 mg"), dose("10 mg"))
    assert (str(both.exact), both.dose.amount) == ("174.6 mg", 170)
    assert f"{both.difference_percent:.2f}" == "-2.63"


def test_halves_are_rounded_up():
    assert rounded(dose("175 mg"), dose("50 mg")).dose.amount == 200


def test_a_dose_is_never_rounded_to_nothing():
    with pytest.raises(Refused, match="zero"):
        rounded(dose("4 mg"), dose("10 mg"))


@given(st.decimals("0.001", "5000", places=3), st.sampled_from(["1 mg", "10 mg", "50 mg", "5 mcg"]))
def test_rounding_moves_a_dose_by_half_a_step_at_most(amount, step):
    exact = dose(f"{amount:f} mg")
    size = flat(dose(step)).dose.amount
    if amount * 2 < size:
        return
    both = rounded(exact, dose(step))
    assert abs(both.dose.amount - amount) * 2 <= size
    assert both.dose.micrograms is not None
