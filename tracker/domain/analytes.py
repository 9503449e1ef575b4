# SPDX-License-Identifier: MIT
"""What laboratories measure: tumour markers and safety values, by code, with all their names."""

import csv
import io
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.vocabulary import Vocabulary, Word


class Purpose(Choice):
    """Why an analyte is measured here."""

    TUMOUR = "tumour", QT_TRANSLATE_NOOP("Choice", "follows the tumour")
    SAFETY = "safety", QT_TRANSLATE_NOOP("Choice", "watches the treatment")


@dataclass(frozen=True, slots=True)
class Analyte:
    """One analyte.

    Attributes:
        code: under which results are stored.
        aliases: other names, English and Chinese.
        initials: of the pinyin of its Chinese names.
        loinc: "" where none was found for its unit.
        unit: in which it is usually reported.
        limit, limit_depends_on: orientation only; a result is judged by the laboratory's range.
        half_life_days: as published, a range or "".
    """

    code: str
    purpose: Purpose
    name: str
    zh_name: str
    aliases: tuple[str, ...]
    initials: tuple[str, ...]
    loinc: str
    unit: str
    limit: str
    limit_depends_on: str
    half_life_days: str
    note: str
    version: str


class Analytes:
    """The analytes that are known, tumour markers first."""

    def __init__(self, analytes: tuple[Analyte, ...]) -> None:
        self.all = analytes
        self._by_code = {each.code: each for each in analytes}

    @classmethod
    def parse(cls, table: str) -> Self:
        """Reads the table (CSV with a header).

        Raises:
            ValueError: a purpose that is not known.
        """
        return cls(tuple(map(_analyte, csv.DictReader(io.StringIO(table)))))

    def get(self, code: str) -> Analyte | None:
        """The analyte of a stored code; None for one the table does not know."""
        return self._by_code.get(code)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """To choose from while typing."""
        return Vocabulary(
            Word(a.code, f"{a.name} {a.zh_name}", (a.name, a.zh_name, *a.aliases, *a.initials))
            for a in self.all
        )

    @cached_property
    def _names(self) -> Vocabulary:
        return Vocabulary(Word(a.code, a.name, (a.name, a.zh_name, *a.aliases)) for a in self.all)

    def code_of(self, name: str) -> str | None:
        """The code of an analyte by any of its full names; initials are no name."""
        return self._names.code_of(name)


def _analyte(row: dict[str, str]) -> Analyte:
    return Analyte(
        code=row["code"],
        purpose=Purpose(row["group"]),
        name=row["name"],
        zh_name=row["zh_name"],
        aliases=_parts(row["aliases"]),
        initials=_parts(row["pinyin"]),
        loinc=row["loinc"],
        unit=row["unit"],
        limit=row["upper_limit"],
        limit_depends_on=row["limit_depends_on"],
        half_life_days=row["half_life_days"],
        note=row["note"],
        version=row["version"],
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
