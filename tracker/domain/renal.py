# SPDX-License-Identifier: MIT
"""Renal function from serum creatinine: Cockcroft-Gault and CKD-EPI 2021."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.calculated import Freshness, Input, Quantity, in_unit
from tracker.domain.errors import Refused
from tracker.domain.records.patient import Sex
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

ML_PER_MIN = "mL/min"
ML_PER_MIN_PER_BSA = "mL/min/1.73 m2"

_UMOL_PER_MG = Decimal("88.42")  # umol/L in 1 mg/dL of creatinine; 88.4 misses published vectors
_ADULT = 18


@dataclass(frozen=True, slots=True)
class Clearance:
    """An estimated filtration rate, unrounded.

    Attributes:
        unit: mL/min, or mL/min/1.73 m2 for a rate indexed to body surface.
    """

    value: Decimal
    unit: str
    formula: str
    inputs: tuple[Input, ...]


def mg_per_dl(creatinine: Input) -> Decimal:
    """Creatinine in mg/dL, from mg/dL or umol/L.

    Raises:
        Refused: another unit.
    """
    if creatinine.unit == "umol/L":
        return creatinine.value / _UMOL_PER_MG
    return in_unit(creatinine, "mg/dL")


def cockcroft_gault(
    creatinine: Input, weight: Input, age_years: int, sex: Sex | None, freshness: Freshness
) -> Clearance:
    """Creatinine clearance of an adult in mL/min (Cockcroft and Gault 1976).

    Raises:
        Refused: a child, a sex other than female or male, a unit other than kg, mg/dL, umol/L.
    """
    factor = _by_sex(sex, female=Decimal("0.85"), male=Decimal(1))
    creatinine, weight = freshness.judge(creatinine), freshness.judge(weight)
    age = _adult(age_years)
    value = (140 - age.value) * in_unit(weight, "kg") / (72 * mg_per_dl(creatinine)) * factor
    return Clearance(
        value,
        ML_PER_MIN,
        "Cockcroft-Gault: (140 − age) × weight / (72 × creatinine), × 0.85 if female",
        (creatinine, weight, age),
    )


def ckd_epi_2021(
    creatinine: Input, age_years: int, sex: Sex | None, freshness: Freshness
) -> Clearance:
    """Estimated GFR of an adult in mL/min/1.73 m2 (CKD-EPI 2021, without race).

    Raises:
        Refused: a child, a sex other than female or male, a unit other than mg/dL, umol/L.
    """
    kappa = _by_sex(sex, female=Decimal("0.7"), male=Decimal("0.9"))
    alpha = _by_sex(sex, female=Decimal("-0.241"), male=Decimal("-0.302"))
    factor = _by_sex(sex, female=Decimal("1.012"), male=Decimal(1))
    creatinine, age = freshness.judge(creatinine), _adult(age_years)
    ratio = mg_per_dl(creatinine) / kappa
    value = (
        142
        * min(ratio, Decimal(1)) ** alpha
        * max(ratio, Decimal(1)) ** Decimal("-1.2")
        * Decimal("0.9938") ** age.value
        * factor
    )
    return Clearance(
        value,
        ML_PER_MIN_PER_BSA,
        "CKD-EPI 2021: 142 × min(creatinine/κ, 1)^α × max(creatinine/κ, 1)^−1.2 × 0.9938^age,"
        " × 1.012 if female",
        (creatinine, age),
    )


def _adult(age_years: int) -> Input:
    if _ADULT <= age_years < 140:
        return Input(Quantity.AGE, Decimal(age_years), "a")
    raise Refused(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "Renal function is estimated for adults from {adult} years on; the age is {age}.",
            ),
            {"adult": _ADULT, "age": age_years},
        )
    )


def _by_sex(sex: Sex | None, *, female: Decimal, male: Decimal) -> Decimal:
    """The constant for the sex the formula was fitted for.

    Raises:
        Refused: the sex is not recorded as female or male.
    """
    match sex:
        case Sex.FEMALE:
            return female
        case Sex.MALE:
            return male
        case _:
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "The formula needs a sex recorded as female or male. "
                        "Enter a measured filtration rate instead.",
                    )
                ),
            )
