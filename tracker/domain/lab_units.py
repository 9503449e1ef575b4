# SPDX-License-Identifier: MIT
"""Spellings of the units that grading criteria are written in. Nothing is converted.

The same letters mean different things: ``G/L`` of haemoglobin is grams, of platelets giga (10^9).
So a unit as written is only ever compared with the one unit that a criterion asks for.
"""

from tracker.domain.text import normal

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# Spellings of one unit beside its own name, lower case after ``_plain``.
_SPELLINGS: dict[str, frozenset[str]] = {
    "10^9/l": frozenset({"10e9/l", "gi/l", "giga/l", "giga.l-1"}),
    "10^3/ul": frozenset({"10e3/ul", "k/ul", "10^3/mm^3"}),
    "1/ul": frozenset({"/ul", "cells/ul", "/mm^3"}),
    "": frozenset({"1", "ratio", "inr", "ph"}),
}
_GIGA_PER_LITRE = "G/L"  # capital G only: g/L of a cell count is a mass and is refused


def _plain(unit: str) -> str:
    """``×10⁹/L`` and ``x10*9/L`` as ``10^9/L``; the case is kept."""
    text = normal(unit).replace(" ", "").replace("*", "^").replace("×", "x")
    text = text.replace("µ", "u").replace("μ", "u")
    digits = text.translate(_SUPERSCRIPTS)
    if digits != text and "^" not in text:
        first = next(i for i, (a, b) in enumerate(zip(text, digits, strict=True)) if a != b)
        digits = f"{digits[:first]}^{digits[first:]}"
    return digits.removeprefix("x").removeprefix("X")


def is_unit(written: str, wanted: str) -> bool:
    """Whether ``written`` is a spelling of the unit ``wanted`` ("" is a number without unit)."""
    plain, target = _plain(written), _plain(wanted).casefold()
    if target == "10^9/l" and plain == _GIGA_PER_LITRE:
        return True
    return plain.casefold() == target or plain.casefold() in _SPELLINGS.get(target, ())


def same_unit(one: str, other: str) -> bool:
    """Whether two results may be compared: the same unit, in whatever case."""
    return _plain(one).casefold() == _plain(other).casefold()
