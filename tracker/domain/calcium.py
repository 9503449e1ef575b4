# SPDX-License-Identifier: MIT
"""Calcium corrected for albumin, which is the calcium that CTCAE grades."""

from decimal import Decimal

from tracker.domain.dates import Certainty, same_day
from tracker.domain.records import MarkerResult
from tracker.domain.units import is_unit
from tracker.domain.values import Reading

_PER_UNIT = (
    ("mmol/L", "g/L", Decimal("0.02"), Decimal(40)),
    ("mg/dL", "g/dL", Decimal("0.8"), Decimal(4)),
)
"""Calcium's unit, albumin's unit, correction per unit of albumin, albumin without correction."""


def corrected(calcium: MarkerResult, albumin: MarkerResult) -> Reading | None:
    """Total calcium + 0.02 mmol/L for each g/L of albumin below 40 (Payne 1973), in its own unit.

    None unless both are plain numbers of one sample day in units that belong together.
    """
    total, protein = calcium.value, albumin.value
    if total.number is None or protein.number is None or total.comparator or protein.comparator:
        return None
    if same_day(calcium.date, albumin.date) is not Certainty.YES:
        return None
    for unit, of_albumin, factor, normal in _PER_UNIT:
        if is_unit(calcium.unit, unit) and is_unit(albumin.unit, of_albumin):
            return Reading.parse(f"{total.number + factor * (normal - protein.number):f}")
    return None
