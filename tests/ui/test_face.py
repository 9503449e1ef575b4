# SPDX-License-Identifier: MIT
"""Painted text that does not fit is cut, but never inside an amount."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from tracker.ui.widgets.face import _cut


@pytest.mark.parametrize(
    ("text", "until", "shown"),
    [
        ("toripalimab 240 mg q3w", 16, "toripalimab…"),  # inside 240 mg
        ("toripalimab 240 mg q3w", 13, "toripalimab…"),  # inside 240
        ("nivolumab 240 mg + ipilimumab 1 mg/kg q3w", 33, "nivolumab + ipilimumab q3w …"),
        ("nivolumab 240 mg + ipilimumab 1 mg/kg q3w", 23, "nivolumab + ipilimuma…"),
        ("carboplatin AUC 5 + pemetrexed 500 mg/m2", 32, "carboplatin + pemetrexed …"),
        ("G1 Alanine aminotransferase", 9, "G1 Alanin…"),  # a grade is no amount
        ("ALT 62 U/L high, was 30", 16, "ALT 62 U/L high,…"),
    ],
)
def test_an_amount_is_left_out_rather_than_cut_from_its_unit(qapp, text, until, shown):
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance(text[:until] + "…") + 1
    assert _cut(metrics, text, room) == shown


def test_a_text_that_fits_is_whole(qapp):
    assert _cut(QFontMetrics(QFont()), "toripalimab 240 mg", 10_000) == "toripalimab 240 mg"
