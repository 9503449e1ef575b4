# SPDX-License-Identifier: MIT
"""Numbers as they are set in print."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QTranslator

from tracker.domain.durations import Span
from tracker.ui.wording import days, in_days, signed


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


class Chinese(QTranslator):
    """Only the word for days."""

    def translate(self, context, text, _disambiguation=None, _n=-1):
        return "{n} 天" if (context, text) == ("Wording", "{n} d") else None


def test_days_are_said_in_the_language_of_the_window(qapp):
    language = Chinese()
    qapp.installTranslator(language)
    assert (days(Span(2167, 2192)), in_days(signed(-14))) == ("2,167–2,192 天", "−14 天")
    qapp.removeTranslator(language)
    assert in_days(14) == "14 d"
