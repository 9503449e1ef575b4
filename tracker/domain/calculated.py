# SPDX-License-Identifier: MIT
"""What stands beside every calculated number: its inputs, how old they are, and the formula.

Calculated numbers carry 28 significant digits and are never rounded here; whoever shows one
shows its inputs too and says "calculated, verify".
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Quantity(Choice):
    """What a calculation starts from or passes through."""

    AGE = "age", QT_TRANSLATE_NOOP("Choice", "age")
    WEIGHT = "weight", QT_TRANSLATE_NOOP("Choice", "weight")
    HEIGHT = "height", QT_TRANSLATE_NOOP("Choice", "height")
    BSA = "bsa", QT_TRANSLATE_NOOP("Choice", "body surface")
    CREATININE = "creatinine", QT_TRANSLATE_NOOP("Choice", "creatinine")
    GFR = "gfr", QT_TRANSLATE_NOOP("Choice", "GFR")


class BsaFormula(Choice):
    """A published formula for the body surface area in m2."""

    MOSTELLER = "mosteller", QT_TRANSLATE_NOOP("Choice", "Mosteller")
    DUBOIS = "dubois", QT_TRANSLATE_NOOP("Choice", "DuBois")
    HAYCOCK = "haycock", QT_TRANSLATE_NOOP("Choice", "Haycock")
    GEHAN_GEORGE = "gehan-george", QT_TRANSLATE_NOOP("Choice", "Gehan-George")
    BOYD = "boyd", QT_TRANSLATE_NOOP("Choice", "Boyd")


@dataclass(frozen=True, slots=True)
class Input:
    """One number that went into a calculation.

    Attributes:
        date: day it was measured; None for what has none of its own, such as an age.
        stale: older than the clinic allows, or it may be; set by ``Freshness``.
    """

    name: Quantity
    value: Decimal
    unit: str
    date: PartialDate | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Freshness:
    """How old a measured input may be on the day of the calculation.

    Attributes:
        as_of: the day the result is for.
        limits: most days by quantity; a measured quantity without a limit counts as stale.
    """

    as_of: date
    limits: Mapping[Quantity, int]

    def judge(self, given: Input) -> Input:
        """The same input, marked when it is stale on ``as_of``.

        Raises:
            Refused: the value is not above zero, or was measured after ``as_of``.
        """
        Refused.if_any(self._problems(given))
        if given.date is None:
            return given
        limit = self.limits.get(given.name)
        first = given.date.earliest
        fresh = limit is not None and first is not None and (self.as_of - first).days <= limit
        return replace(given, stale=not fresh)

    def _problems(self, given: Input) -> list[Problem]:
        found = []
        if given.value <= 0:
            found.append(
                Message(
                    QT_TRANSLATE_NOOP("Message", "{what} is above zero; {value} {unit} is not."),
                    {"what": given.name.label, "value": given.value, "unit": given.unit},
                )
            )
        first = given.date.earliest if given.date else None
        if first is not None and first > self.as_of:
            found.append(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "{what} of {date} was measured after {day} and cannot be used for it.",
                    ),
                    {
                        "what": given.name.label,
                        "date": given.date,
                        "day": self.as_of.isoformat(),
                    },
                )
            )
        return [Problem(message, given.name.value) for message in found]


def in_unit(given: Input, unit: str) -> Decimal:
    """The value, when it is in the one unit that the formula is written for.

    Raises:
        Refused: another unit; nothing is converted on the quiet.
    """
    if given.unit == unit:
        return given.value
    raise Refused(
        Message(
            QT_TRANSLATE_NOOP("Message", "{what} is needed in {wanted}, not in {unit}."),
            {"what": given.name.label, "wanted": unit, "unit": given.unit},
        )
    )
