# SPDX-License-Identifier: MIT
"""Numbers as people write them: exact, with unit and comparator, never rounded or regrouped.

Every type here has ``parse(text)`` and ``str()``; the text a person typed is what is kept.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Self

from tracker.domain.errors import Refused
from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded, hidden_characters, normal

_LONGEST = 200  # characters: longer than any number, unit or result in words
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,9})?", re.ASCII)
_COMPARATORS = {"<=": "<=", "≤": "<=", "<": "<", ">=": ">=", "≥": ">=", ">": ">"}  # longest first
# What programs print where a number is missing: neither a number nor a finding.
_NO_WORDS = frozenset({"nan", "inf", "-inf", "infinity", "null", "none", "#n/a", "n/a"})
# An input method writes ０ to ９; folding any other digit (10², ⑤) would change the number.
_DIGITS = frozenset("0123456789０１２３４５６７８９")
# Smaller than any reported step and larger than any reported value: the ends of "<0.5", ">100".
_A_HAIR, _BEYOND = Decimal("1e-12"), Decimal("1e15")
_BETWEEN = re.compile(r"([0-9.]+)\s*(?:-|–|~|～)\s*([0-9.]+)", re.ASCII)


def decimal(text: str) -> Decimal:
    """Reads a plain decimal number such as ``61.10``; its written digits are kept.

    Raises:
        Refused: a decimal comma, grouping, exponent, sign other than ``-``, unit or word.
    """
    plain = _plain(text)
    if _NUMBER.fullmatch(plain):
        return Decimal(plain)
    raise _not_plain(text)


def _plain(text: str) -> str:
    """``text`` folded, when that changes no number in it.

    Raises:
        Refused: too long, or a digit that is neither ``0`` to ``9`` nor its full-width form.
    """
    if len(text) > _LONGEST or any(
        unicodedata.category(c) in {"Nd", "No"} and c not in _DIGITS for c in text
    ):
        raise _not_plain(text)
    return folded(text)


def _not_plain(text: str) -> Refused:
    return Refused(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "“{text}” is not a plain number. Write digits with a decimal point, like 58.2, "
                "without unit, comma or exponent.",
            ),
            {"text": text[:40]},
        )
    )


def whole(text: str) -> int:
    """Reads a whole number.

    Raises:
        Refused: anything but digits with an optional minus sign.
    """
    number = int(decimal(text))
    if str(number) != folded(text):
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP("Message", "“{text}” is not a whole number."), {"text": text[:40]}
            )
        )
    return number


class DoseUnit(Choice):
    """Units a dose is ordered in. Only masses and their multiples of body size are computed."""

    MG = "mg", QT_TRANSLATE_NOOP("Choice", "mg")
    G = "g", QT_TRANSLATE_NOOP("Choice", "g")
    MCG = "mcg", QT_TRANSLATE_NOOP("Choice", "mcg")
    MG_PER_M2 = "mg/m2", QT_TRANSLATE_NOOP("Choice", "mg/m2")
    MG_PER_KG = "mg/kg", QT_TRANSLATE_NOOP("Choice", "mg/kg")
    AUC = "AUC", QT_TRANSLATE_NOOP("Choice", "AUC")


_MICROGRAMS = {DoseUnit.MG: 1_000, DoseUnit.G: 1_000_000, DoseUnit.MCG: 1}


@dataclass(frozen=True, slots=True)
class Dose:
    """An amount with its unit, for example ``240 mg``; always above zero."""

    amount: Decimal
    unit: DoseUnit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads ``240 mg``, ``175 mg/m2`` or ``AUC 5``.

        Raises:
            Refused: no unit, an unknown unit, or an amount that is not above zero.
        """
        plain = _plain(text.replace("m²", "m2"))
        number, _, unit = plain.partition(" ")
        if number.upper() == "AUC":
            number, unit = unit, "AUC"
        try:
            known = DoseUnit(unit.strip())
        except ValueError:
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "“{text}” needs an amount, a blank and a unit of the list, like 240 mg: "
                        "{units}.",
                    ),
                    {"text": text[:40], "units": ", ".join(DoseUnit)},
                )
            ) from None
        dose = cls(decimal(number), known)
        if dose.amount <= 0:
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP("Message", "A dose is above zero; “{text}” is not."),
                    {"text": text[:40]},
                )
            )
        return dose

    @property
    def micrograms(self) -> int | None:
        """Micrograms of a mass; None when not whole, or when it depends on body size or GFR."""
        factor = _MICROGRAMS.get(self.unit)
        if factor is None:
            return None
        exact = self.amount * factor
        return int(exact) if exact == exact.to_integral_value() else None

    @property
    def milligrams(self) -> Decimal | None:
        """Milligrams of a mass; None when the dose depends on body size or GFR."""
        factor = _MICROGRAMS.get(self.unit)
        return self.amount * factor / 1000 if factor is not None else None

    def __str__(self) -> str:
        if self.unit is DoseUnit.AUC:
            return f"AUC {self.amount:f}"
        return f"{self.amount:f} {self.unit.value}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A laboratory result as reported: ``2.2``, ``<0.5``, or words such as ``negative``."""

    text: str
    comparator: str = ""
    number: Decimal | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads a result; the text is kept as typed.

        Raises:
            Refused: a text with digits that is not one plain number with an optional comparator,
                a comparator alone, a text of more than 200 characters or with hidden ones.
        """
        if not text.strip():
            raise Refused(Message(QT_TRANSLATE_NOOP("Message", "The result is empty.")))
        if len(text) > _LONGEST or hidden_characters(text):
            raise Refused(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "The result holds characters nobody can see, or more than {longest} of "
                        "them. Type the number or a short word.",
                    ),
                    {"longest": _LONGEST},
                )
            )
        sign, rest = _compared(_plain(text))
        in_words = not any(c.isdigit() for c in rest) and rest.casefold() not in _NO_WORDS
        if not sign and in_words:
            return cls(normal(text))
        return cls(normal(text), sign, decimal(rest))

    @property
    def is_censored(self) -> bool:
        """True for a result that only states a limit, such as ``<0.5``."""
        return bool(self.comparator)

    def __str__(self) -> str:
        return self.text


def _compared(plain: str) -> tuple[str, str]:
    """The comparator in front (``<=`` for ``≤``; "" for none) and what stands behind it."""
    for written, sign in _COMPARATORS.items():
        if plain.startswith(written):
            return sign, plain.removeprefix(written).lstrip()
    return "", plain


class Side(Enum):
    """Where a result lies against a reference range."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Limits:
    """A reference range as printed: ``<1.5``, ``≤5``, ``0.27-4.2``, ``>60``.

    ``low`` and ``high`` are None on an open side. With ``high_strict`` a value equal to ``high``
    is already above the range (``<1.5``), else it is still inside (``≤1.5``, ``0-1.5``).
    """

    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    low_strict: bool = False
    high_strict: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads a printed reference range.

        Raises:
            Refused: not of one of the four forms, or the low limit is not below the high one.
        """
        plain = _plain(text)
        between = _BETWEEN.fullmatch(plain)
        if between:
            low, high = (decimal(part) for part in between.groups())
            if low < high:
                return cls(normal(text), low, high)
        else:
            sign, limit = _compared(plain)
            if sign:
                number, strict = decimal(limit), len(sign) == 1
                if sign[0] == "<":
                    return cls(normal(text), high=number, high_strict=strict)
                return cls(normal(text), low=number, low_strict=strict)
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "“{text}” is not a reference range. Write <1.5, ≤1.5, >60 or 0.27-4.2 with the "
                    "low limit first.",
                ),
                {"text": text[:40]},
            )
        )

    def side(self, number: Decimal) -> Side:
        """Where an exact ``number`` lies."""
        if self.high is not None and (
            number > self.high or (self.high_strict and number == self.high)
        ):
            return Side.HIGH
        if self.low is not None and (number < self.low or (self.low_strict and number == self.low)):
            return Side.LOW
        return Side.NORMAL

    def sides(self, reading: Reading) -> frozenset[Side]:
        """Every place the true value of ``reading`` may lie; empty for a result in words.

        A result such as ``<0.5`` stands for all values from zero up to its limit.
        """
        number = reading.number
        if number is None:
            return frozenset()
        ends = {
            "": (number, number),
            "<": (Decimal(0), number - _A_HAIR),
            "<=": (Decimal(0), number),
            ">": (number + _A_HAIR, _BEYOND),
            ">=": (number, _BEYOND),
        }[reading.comparator]
        found = {self.side(end) for end in ends}
        if found == {Side.LOW, Side.HIGH}:
            found.add(Side.NORMAL)
        return frozenset(found)

    def times_upper(self, number: Decimal) -> Decimal | None:
        """``number`` as a multiple of the upper limit, or None when there is none above zero."""
        return number / self.high if self.high else None

    def __str__(self) -> str:
        return self.text
