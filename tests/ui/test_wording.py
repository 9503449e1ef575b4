# SPDX-License-Identifier: MIT
"""Numbers as they are set in print."""

from decimal import Decimal

import pytest

from tracker.ui.wording import signed


@pytest.mark.parametrize(
    ("change", "form", "shown"),
    [
        (7, "", "+7"),
        (-7, "", "−7"),
        (0, "", "0"),
        (Decimal("-79.1"), ".1f", "−79.1"),
        (Decimal("-0.04"), ".1f", "0.0"),
        (136.4, ".0f", "+136"),
    ],
)
def test_a_change_has_a_real_minus_sign_and_zero_has_none(change, form, shown):
    assert signed(change, form) == shown
