# SPDX-License-Identifier: MIT
"""Units as laboratories write them: recognised, converted on request only."""

from decimal import Decimal

import pytest

from tests.domain.oracles import clinical
from tracker.domain.errors import Refused
from tracker.domain.units import converted, is_unit, parse_factors, read, same_unit, unlike


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("G/L", "g/L"),
        ("G/L", "10^9/L"),
        ("giga.l-1", "10^9/L"),
        ("x10e9/l", "10^9/L"),
        ("10⁹/L", "10^9/L"),
        ("× 10^9 / L", "10^9/L"),
        ("10^3/µL", "10^3/uL"),
        ("/µL", "1/uL"),
        ("Mmol/L", "MMOL/L"),
        ("", ""),
        ("INR", ""),
    ],
)
def test_a_spelling_is_known(written, wanted):
    assert is_unit(written, wanted)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("g/L", "10^9/L"),
        ("GI/L", "g/L"),
        ("10^9/M", "10^9/L"),
        ("10^12/L", "10^9/L"),
        ("109/L", "10^9/L"),
        ("g/dL", "g/L"),
        ("mg/dL", "mmol/L"),
        ("%", ""),
        ("", "g/L"),
    ],
)
def test_an_unlike_unit_is_not_taken_for_it(written, wanted):
    assert not is_unit(written, wanted)


def test_results_are_compared_in_one_unit_only():
    assert same_unit("µmol/L", "umol/L")
    assert not same_unit("umol/L", "mg/dL")


# One number or another


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ng/mL", "ug/L"),
        ("ng/ml", "μg/L"),
        ("ng/mL", "mcg/L"),
        ("U/mL", "kU/L"),
        ("mIU/L", "uIU/mL"),
        ("m[IU]/L", "μIU/ml"),
        ("pg/mL", "ng/L"),
        ("10*9/L", "GI/L"),
        ("G/L", "10^3/uL"),
        ("K/uL", "x10e9/L"),
        ("tera.l-1", "10^6/uL"),
        ("mg/L", "ug/mL"),
        ("furlongs", "Furlongs"),
    ],
)
def test_two_spellings_are_one_number(one, other):
    assert same_unit(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ng/mL", "pg/mL"),
        ("ng/mL", "U/mL"),
        ("U/mL", "IU/mL"),
        ("G/L", "g/L"),
        ("mg/dL", "umol/L"),
        ("copies/mL", "IU/mL"),
        ("mAU/mL", "mIU/mL"),
        ("ng/mL", "furlongs"),
    ],
)
def test_two_units_are_never_one_number(one, other):
    assert not same_unit(one, other)
    assert str(unlike(one, other, "X"))


# Only on request, only by the analyte's own factor

FACTORS = parse_factors(clinical("unit_factors.csv"))


@pytest.mark.parametrize(
    ("analyte", "number", "unit", "into", "expected"),
    [
        ("CREA", "1.1", "mg/dL", "umol/L", "97.262"),
        ("CREA", "88.42", "umol/L", "mg/dL", "1"),
        ("TBIL", "1", "mg/dL", "µmol/L", "17.104"),
        ("GLU", "5", "mmol/L", "mg/dL", "90.08"),
        ("CA", "2.5", "mmol/L", "mg/dL", "10.02"),
        ("HGB", "8", "mmol/L", "g/L", "128.912"),
        ("HGB", "8", "mmol/L", "g/dL", "12.8912"),
        ("HGB", "12.5", "g/dL", "g/L", "125"),
        ("FT4", "1", "ng/dL", "pmol/L", "12.87"),
        ("LDH", "4", "ukat/L", "U/L", "240"),
        ("TROPI", "0.04", "ng/mL", "ng/L", "40"),
    ],
)
def test_a_number_is_converted_by_its_analytes_factor(analyte, number, unit, into, expected):
    assert converted(Decimal(number), unit, into, analyte, FACTORS) == Decimal(expected)


@pytest.mark.parametrize(
    ("analyte", "unit", "into"),
    [("SCC", "mg/dL", "umol/L"), ("CREA", "mg/dL", "U/L"), ("EBVDNA", "copies/mL", "IU/mL"),
     ("CREA", "mg/dL", "furlongs")],
)  # fmt: skip
def test_a_number_without_a_factor_is_refused_with_the_reason(analyte, unit, into):
    with pytest.raises(Refused, match=r"apart|no unit"):
        converted(Decimal(1), unit, into, analyte, FACTORS)


def test_the_spellings_of_real_exports_are_read_as_their_own_unit():
    known = {"GI/L": "10*9/L", "G/L": "10*9/L", "giga.l-1": "10*9/L", "x10e9/L": "10*9/L",
             "10^3/uL": "10*3/uL", "TI/L": "10*12/L", "tera.l-1": "10*12/L", "g/dL": "g/dL",
             "cGy": "cGy", "umol/L": "umol/L"}  # fmt: skip
    assert {text: read(text).ucum for text in known} == known
