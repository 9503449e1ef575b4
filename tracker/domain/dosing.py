# SPDX-License-Identifier: MIT
"""Doses from body size or renal function, beside the dose a person typed.

Nothing here orders, rounds or replaces a dose: a calculated one shows its formula, inputs and
their dates; ``rounded`` is a step of its own that keeps both numbers.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tracker.domain.calculated import BsaFormula, Freshness, Input, Quantity, in_unit
from tracker.domain.errors import Refused
from tracker.domain.renal import ML_PER_MIN, Clearance
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.values import Dose, DoseUnit

ESTIMATED_GFR_CAP = Decimal(125)
"""mL/min; for an *estimated* GFR in Calvert's formula (FDA 2010: AUC 6/5/4 -> 900/750/600 mg)."""


_WRITTEN = {
    BsaFormula.MOSTELLER: "BSA = √(height × weight / 3600)",
    BsaFormula.DUBOIS: "BSA = 0.007184 × height^0.725 × weight^0.425",
    BsaFormula.HAYCOCK: "BSA = 0.024265 × height^0.3964 × weight^0.5378",
    BsaFormula.GEHAN_GEORGE: "BSA = 0.0235 × height^0.42246 × weight^0.51456",
    BsaFormula.BOYD: "BSA = 0.0003207 × height^0.3 × grams^(0.7285 − 0.0188 × log10 grams)",
}
"""Height in cm, weight in kg, as printed by their authors."""


def body_surface(height_cm: Decimal, weight_kg: Decimal, formula: BsaFormula) -> Decimal:
    """Body surface area in m2, unrounded, of a height in cm and a weight in kg above zero."""
    match formula:
        case BsaFormula.MOSTELLER:
            return (height_cm * weight_kg / 3600).sqrt()
        case BsaFormula.DUBOIS:
            return _power_law("0.007184", height_cm, "0.725", weight_kg, "0.425")
        case BsaFormula.HAYCOCK:
            return _power_law("0.024265", height_cm, "0.3964", weight_kg, "0.5378")
        case BsaFormula.GEHAN_GEORGE:
            return _power_law("0.0235", height_cm, "0.42246", weight_kg, "0.51456")
        case BsaFormula.BOYD:
            grams = weight_kg * 1000
            exponent = Decimal("0.7285") - Decimal("0.0188") * grams.log10()
            return Decimal("0.0003207") * height_cm ** Decimal("0.3") * grams**exponent


def _power_law(k: str, height: Decimal, a: str, weight: Decimal, b: str) -> Decimal:
    return Decimal(k) * height ** Decimal(a) * weight ** Decimal(b)


@dataclass(frozen=True, slots=True)
class Computed:
    """A calculated dose in mg, unrounded, with everything needed to verify it by hand.

    Attributes:
        notes: what the formula did beyond arithmetic, for example a capped GFR.
    """

    dose: Dose
    formula: str
    inputs: tuple[Input, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def is_stale(self) -> bool:
        """One of the inputs is older than the clinic allows."""
        return any(used.stale for used in self.inputs)


def flat(order: Dose) -> Computed:
    """A dose ordered as an amount.

    Raises:
        Refused: the order depends on body size or renal function.
    """
    return Computed(_mass(_milligrams(order)), "flat dose")


def per_weight(order: Dose, weight: Input, freshness: Freshness) -> Computed:
    """The dose of an order in mg/kg; the weight in kg.

    Raises:
        Refused: another unit, or a weight that cannot be used on that day.
    """
    _ordered_in(order, DoseUnit.MG_PER_KG)
    weight = freshness.judge(weight)
    return Computed(_mass(order.amount * in_unit(weight, "kg")), "mg/kg × weight", (weight,))


def per_surface(
    order: Dose, height: Input, weight: Input, formula: BsaFormula, freshness: Freshness
) -> Computed:
    """The dose of an order in mg/m2; height in cm, weight in kg.

    Raises:
        Refused: another unit, or a height or weight that cannot be used on that day.
    """
    _ordered_in(order, DoseUnit.MG_PER_M2)
    height, weight = freshness.judge(height), freshness.judge(weight)
    surface = body_surface(in_unit(height, "cm"), in_unit(weight, "kg"), formula)
    return Computed(
        _mass(order.amount * surface),
        f"mg/m2 × BSA ({formula.label}): {_WRITTEN[formula]}",
        (height, weight, Input(Quantity.BSA, surface, "m2")),
    )


def carboplatin(
    order: Dose, gfr: Clearance | Input, freshness: Freshness, method: str = ""
) -> Computed:
    """The dose of an order in AUC (Calvert 1989: mg = AUC × (GFR + 25)).

    An estimated rate (``Clearance``) is capped at 125 mL/min; a measured one (``Input``), by
    ``method``, is not.

    Raises:
        Refused: another unit. A rate per 1.73 m2 is no GFR of this patient and is not converted.
    """
    _ordered_in(order, DoseUnit.AUC)
    if isinstance(gfr, Input):
        measured = freshness.judge(gfr)
        rate = in_unit(measured, ML_PER_MIN)
        formula = f"AUC × (measured GFR + 25){f'; GFR by {method}' if method else ''}"
        return Computed(_calvert(order, rate), formula, (measured,))
    estimated = in_unit(Input(Quantity.GFR, gfr.value, gfr.unit), ML_PER_MIN)
    used = min(estimated, ESTIMATED_GFR_CAP)
    capped = Message(
        QT_TRANSLATE_NOOP(
            "Message", "The estimated GFR of {gfr} mL/min is capped at {cap} mL/min (FDA 2010)."
        ),
        {"gfr": f"{estimated:.1f}", "cap": ESTIMATED_GFR_CAP},
    )
    return Computed(
        _calvert(order, used),
        f"AUC × (GFR + 25); GFR by {gfr.formula}",
        (*gfr.inputs, Input(Quantity.GFR, used, ML_PER_MIN)),
        (capped,) if used < estimated else (),
    )


def _calvert(order: Dose, gfr: Decimal) -> Dose:
    return _mass(order.amount * (gfr + 25))


def _ordered_in(order: Dose, unit: DoseUnit) -> None:
    if order.unit is not unit:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP("Message", "The order “{order}” is not in {unit}."),
                {"order": order, "unit": unit.label},
            )
        )


def _mass(milligrams: Decimal) -> Dose:
    return Dose(milligrams, DoseUnit.MG)


def _milligrams(dose: Dose) -> Decimal:
    """The dose in mg.

    Raises:
        Refused: it depends on body size or renal function.
    """
    milligrams = dose.milligrams
    if milligrams is None:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message", "“{dose}” is no amount in mg: it depends on the patient."
                ),
                {"dose": dose},
            )
        )
    return milligrams


def difference_percent(entered: Dose, computed: Dose) -> Decimal:
    """By how many percent of ``computed`` the dose ``entered`` is more (or, below 0, less).

    Raises:
        Refused: one of them is no amount in mg.
    """
    expected = _milligrams(computed)
    return (_milligrams(entered) - expected) / expected * 100


@dataclass(frozen=True, slots=True)
class Rounded:
    """A dose rounded on request; both numbers are shown, always."""

    exact: Dose
    dose: Dose
    step: Dose

    @property
    def difference_percent(self) -> Decimal:
        """What the rounding changed, in percent of the exact dose."""
        return difference_percent(self.dose, self.exact)


def rounded(exact: Dose, step: Dose) -> Rounded:
    """``exact`` as the nearest multiple of ``step``, halves up; both are amounts of mass.

    Raises:
        Refused: a dose or step that is no mass, or a dose that would become zero.
    """
    unit = _milligrams(step)
    steps = (_milligrams(exact) / unit).to_integral_value(ROUND_HALF_UP)
    if steps == 0:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP("Message", "{dose} rounded to steps of {step} would be zero."),
                {"dose": exact, "step": step},
            )
        )
    return Rounded(exact, _mass(steps * unit), step)
