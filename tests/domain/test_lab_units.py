# SPDX-License-Identifier: MIT
"""Units as laboratories write them: recognised, never converted."""

import pytest

from tracker.domain.lab_units import is_unit, same_unit


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
