# SPDX-License-Identifier: MIT
"""The steroid of today as a nurse writes it, compared with the dose that lets a treatment go on."""

import re
from decimal import Decimal

from tracker.domain.text import folded

MOST_PREDNISONE = Decimal(10)
"""mg a day of prednisone or its equivalent up to which US labels of checkpoint inhibitors let a
held treatment be resumed (section 2, dosage modifications)."""

_AS_FIVE_OF_PREDNISONE = {
    "prednisone": Decimal(5),
    "prednisolone": Decimal(5),
    "methylprednisolone": Decimal(4),
    "dexamethasone": Decimal("0.75"),
    "betamethasone": Decimal("0.6"),
    "hydrocortisone": Decimal(20),
    "triamcinolone": Decimal(4),
    "cortisone": Decimal(25),
    "泼尼松": Decimal(5),
    "泼尼松龙": Decimal(5),
    "甲泼尼龙": Decimal(4),
    "地塞米松": Decimal("0.75"),
    "氢化可的松": Decimal(20),
}
"""mg that stand for 5 mg of prednisone. Tables print 0.6 to 0.75 mg of betamethasone: the lower
one is taken, so that it asks earlier; every other number is that of the label below too."""

SOURCE = "Meikle and Tyler, Am J Med 1977;63:200; US label of prednisolone oral solution, section 2"
VERSION = "1977"
"""Of the equivalents; they hold for the effect against inflammation, by mouth or into a vein."""

_NONE = frozenset({"0", "none", "no", "无", "-"})
_DRUG_AND_DOSE = re.compile(r"([^\W\d]+)\s*(\d+(?:\.\d+)?)\s*(?:mg)?\s*(?:/\s*d(?:ay)?|daily|qd)?")


def is_none(text: str) -> bool:
    """Whether the nurse wrote that no steroid is taken."""
    return folded(text).casefold() in _NONE


def prednisone_a_day(text: str) -> Decimal | None:
    """The daily prednisone in mg that ``methylprednisolone 8 mg`` stands for.

    None for anything but one known drug with one amount in mg a day.
    """
    match = _DRUG_AND_DOSE.fullmatch(folded(text).casefold())
    as_five = _AS_FIVE_OF_PREDNISONE.get(match[1]) if match else None
    return Decimal(match[2]) * 5 / as_five if match and as_five else None
