# SPDX-License-Identifier: MIT
"""Units as laboratories write them, read into UCUM codes; the same number or another one.

Two units are one only when a number in one is the same number in the other (ng/mL and ug/L).
Nothing is converted on the way: a mass becomes an amount of substance only by the factor of its
analyte, on request, beside the number as it was reported.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tracker.domain.errors import Refused
from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, normal


class Property(Choice):
    """What a unit measures; numbers of unlike properties are never compared."""

    MASS = "mass", QT_TRANSLATE_NOOP("Choice", "mass concentration")
    SUBSTANCE = "substance", QT_TRANSLATE_NOOP("Choice", "substance concentration")
    UNITS = "units", QT_TRANSLATE_NOOP("Choice", "units of the assay or of enzyme activity")
    INTERNATIONAL = "international", QT_TRANSLATE_NOOP("Choice", "international units")
    ARBITRARY = "arbitrary", QT_TRANSLATE_NOOP("Choice", "arbitrary units")
    CATALYTIC = "catalytic", QT_TRANSLATE_NOOP("Choice", "catalytic concentration (kat)")
    NUMBER = "number", QT_TRANSLATE_NOOP("Choice", "number concentration")
    COPIES = "copies", QT_TRANSLATE_NOOP("Choice", "copies in a volume")
    FRAGMENTS = "fragments", QT_TRANSLATE_NOOP("Choice", "fragments in a volume")
    RATIO = "ratio", QT_TRANSLATE_NOOP("Choice", "ratio")
    RADIATION = "radiation", QT_TRANSLATE_NOOP("Choice", "absorbed dose")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit.

    Attributes:
        ucum: its UCUM code, case sensitive.
        measures: what a number in it is a number of.
        size: how large one of it is, in the smallest unit of its property in the table.
    """

    ucum: str
    measures: Property
    size: Decimal


# UCUM code = size: further spellings, lower case after _plain.
_TABLE: dict[Property, str] = {
    Property.MASS: """
        pg/mL=1 ng/L=1: pg/ml ng/l; ng/dL=10; ng/mL=1e3 ug/L=1e3: mcg/l; ug/dL=1e4: mcg/dl;
        ug/mL=1e6 mg/L=1e6: mcg/ml; mg/dL=1e7: mg% mg/100ml; g/L=1e9 mg/mL=1e9; g/dL=1e10: g% gm/dl
    """,
    Property.SUBSTANCE: """
        pmol/L=1: pm/l; nmol/L=1e3 pmol/mL=1e3; umol/L=1e6 nmol/mL=1e6: mcmol/l; mmol/L=1e9;
        mol/L=1e12
    """,
    Property.UNITS: "mU/L=1 uU/mL=1; U/L=1e3 mU/mL=1e3; U/mL=1e6 kU/L=1e6",
    Property.INTERNATIONAL: """
        m[IU]/L=1 u[IU]/mL=1; [IU]/L=1e3 m[IU]/mL=1e3; [IU]/mL=1e6 k[IU]/L=1e6
    """,
    Property.ARBITRARY: "m[arb'U]/mL=1: mau/ml; [arb'U]/mL=1e3: au/ml",
    Property.CATALYTIC: "nkat/L=1; ukat/L=1e3: mckat/l",
    Property.NUMBER: """
        /L=1; /mL=1e3: cells/ml; /uL=1e6 10*6/L=1e6: 1/ul cells/ul cell/ul /mm^3 10e6/l;
        10*9/L=1e9 10*3/uL=1e9: 10e9/l gi/l giga/l 10e3/ul k/ul 10^3/mm^3 thou/ul;
        10*12/L=1e12 10*6/uL=1e12: 10e12/l ti/l t/l tera/l 10e6/ul m/ul 10^6/mm^3 mil/ul
    """,
    Property.COPIES: "{copies}/mL=1: copies/ml copy/ml cp/ml 拷贝/ml",
    Property.FRAGMENTS: "{fragments}/mL=1: fragments/ml",
    Property.RATIO: "%=1; 1=100: ratio inr ph",
    Property.RADIATION: "cGy=1; Gy=100",
}
_GIGA_PER_LITRE = "G/L"  # capital G only: g/L of a cell count is a mass and is refused
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PER = re.compile(r"(.+)[.·]([a-z]+)\^?-1", re.IGNORECASE)


def _plain(unit: str) -> str:
    """``×10⁹/L`` and ``x10*9/L`` as ``10^9/L``; the case is kept."""
    text = normal(unit).replace(" ", "").replace("*", "^").replace("×", "x")
    text = text.replace("µ", "u").replace("μ", "u")
    digits = text.translate(_SUPERSCRIPTS)
    if digits != text and "^" not in text and "-" not in digits:
        first = next(i for i, (a, b) in enumerate(zip(text, digits, strict=True)) if a != b)
        digits = f"{digits[:first]}^{digits[first:]}"
    digits = digits.removeprefix("x").removeprefix("X")
    per = _PER.fullmatch(digits.replace("⁻", "-"))
    return f"{per[1]}/{per[2]}" if per else digits


def _spellings() -> dict[str, Unit]:
    known: dict[str, Unit] = {}
    for measures, table in _TABLE.items():
        for group in table.split(";"):
            codes, _, others = group.partition(": ")
            units = []
            for word in codes.split():
                code, _, size = word.partition("=")
                units.append(Unit(code, measures, Decimal(size)))
            for unit in units:
                known[_folded(unit.ucum)] = unit
            for spelling in others.split():
                known.setdefault(spelling, units[0])
    return known


def _folded(unit: str) -> str:
    return _plain(unit).casefold().replace("[iu]", "iu")


_UNITS = _spellings()


@lru_cache(maxsize=1024)
def read(written: str) -> Unit | None:
    """The unit a laboratory wrote; None when the table does not know it.

    ``G/L`` is 10^9/L as cell counters print it; the mass is written ``g/L``.
    """
    if _plain(written) == _GIGA_PER_LITRE:
        return _UNITS["10^9/l"]
    return _UNITS.get(_folded(written))


def same_unit(one: str, other: str) -> bool:
    """True when a number in ``one`` is the same number in ``other``."""
    first, second = read(one), read(other)
    if first is None or second is None:
        return _folded(one) == _folded(other)
    return (first.measures, first.size) == (second.measures, second.size)


def is_unit(written: str, wanted: str) -> bool:
    """Whether ``written`` is a spelling of the unit ``wanted`` ("" is a number without unit).

    Looser than ``same_unit`` in one point: a criterion that asks for g/L takes ``G/L``, as
    capital letters are all that some printers have.
    """
    if not wanted:
        return not written or read(written) == _UNITS["1"]
    return bool(written) and (_folded(written) == _folded(wanted) or same_unit(written, wanted))


@dataclass(frozen=True, slots=True)
class Factor:
    """One of ``unit`` of an analyte is ``times`` of ``into``; ``source`` says who says so."""

    analyte: str
    unit: str
    into: str
    times: Decimal
    source: str


def parse_factors(table: str) -> tuple[Factor, ...]:
    """Reads the factors of the analytes (CSV with a header)."""
    rows = csv.DictReader(io.StringIO(table))
    return tuple(
        Factor(r["analyte"], r["unit"], r["into"], Decimal(r["factor"]), r["source"]) for r in rows
    )


def converted(
    number: Decimal, unit: str, into: str, analyte: str, factors: Iterable[Factor]
) -> Decimal:
    """``number`` in another unit, with 28 significant digits, never rounded here.

    Raises:
        Refused: the units measure unlike things and the analyte has no factor between them, or
            one of them is not known.
    """
    first, second = read(unit), read(into)
    if first is None or second is None:
        unknown = unit if first is None else into
        raise Refused(Message(_UNKNOWN, {"unit": unknown[:40]}))
    if first.measures is second.measures:
        return number * first.size / second.size
    for factor in (f for f in factors if f.analyte == analyte):
        start, end = read(factor.unit), read(factor.into)
        if start is None or end is None:
            continue
        if (start.measures, end.measures) == (first.measures, second.measures):
            return number * first.size / start.size * factor.times * end.size / second.size
        if (end.measures, start.measures) == (first.measures, second.measures):
            return number * first.size / end.size / factor.times * start.size / second.size
    raise Refused(unlike(unit, into, analyte))


_UNKNOWN = QT_TRANSLATE_NOOP("Message", "“{unit}” is no unit that is known here.")


def unlike(unit: str, other: str, analyte: str) -> Message:
    """Why results of an analyte in two units are not compared."""
    first, second = read(unit), read(other)
    if first is None or second is None:
        return Message(_UNKNOWN, {"unit": (unit if first is None else other)[:40]})
    if first.measures is second.measures:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "{analyte}: {unit} and {other} are units of unlike size; the results are kept apart.",
        )
        return Message(text, {"analyte": analyte, "unit": unit, "other": other})
    text = QT_TRANSLATE_NOOP(
        "Message",
        "{analyte}: {unit} ({one}) and {other} ({two}) measure unlike things; the results are kept "
        "apart.",
    )
    values = {"unit": unit, "one": first.measures, "other": other, "two": second.measures}
    return Message(text, {"analyte": analyte} | values)
