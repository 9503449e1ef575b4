# SPDX-License-Identifier: MIT
"""The laboratory values of a dose day: their columns, and a table pasted from elsewhere.

The columns start from the published list of tests before each cycle of a checkpoint inhibitor.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.domain.errors import Problem, Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded
from tracker.domain.units import same_unit
from tracker.domain.values import Reading


@dataclass(frozen=True, slots=True)
class LabColumn:
    """One value that is typed on the sheet.

    Attributes:
        analyte: code under which the result is stored.
        label: short name above the box; a code, so not translated.
        unit: of every number in the column.
        others: further headings a laboratory's table may have.
    """

    analyte: str
    label: str
    unit: str
    others: tuple[str, ...] = ()

    def is_called(self, heading: str) -> bool:
        """Whether a heading of a table means this column; never a similar one."""
        names = (self.analyte, self.label, *self.others)
        return folded(heading).casefold() in {name.casefold() for name in names}


LAB_COLUMNS = (
    LabColumn("ANC", "ANC", "10^9/L", ("NEUT", "neutrophils", "中性粒细胞", "中性粒细胞计数")),
    LabColumn("HGB", "Hb", "g/L", ("haemoglobin", "hemoglobin", "血红蛋白")),
    LabColumn("PLT", "Platelets", "10^9/L", ("platelet", "血小板", "血小板计数")),
    LabColumn("ALT", "ALT", "U/L", ("GPT", "丙氨酸氨基转移酶", "谷丙转氨酶")),
    LabColumn("AST", "AST", "U/L", ("GOT", "天门冬氨酸氨基转移酶", "谷草转氨酶")),
    LabColumn("TBIL", "Bili", "umol/L", ("bilirubin", "总胆红素")),
    LabColumn("CREA", "Creat", "umol/L", ("creatinine", "CR", "肌酐")),
    LabColumn("GLU", "Gluc", "mmol/L", ("glucose", "葡萄糖", "血糖")),
    LabColumn("TSH", "TSH", "mIU/L", ("促甲状腺激素",)),
    LabColumn("FT4", "fT4", "pmol/L", ("free T4", "游离甲状腺素", "游离T4")),
    LabColumn("WBC", "WBC", "10^9/L", ("leukocytes", "白细胞", "白细胞计数")),
    LabColumn("NA", "Na", "mmol/L", ("sodium", "钠")),
    LabColumn("K", "K", "mmol/L", ("potassium", "钾")),
    LabColumn("CA", "Ca", "mmol/L", ("calcium", "钙")),
    LabColumn("ALB", "Albumin", "g/L", ("albumin", "白蛋白")),
    LabColumn("CK", "CK", "U/L", ("CPK", "肌酸激酶")),
    LabColumn("GGT", "GGT", "U/L", ("γ-谷氨酰转移酶", "谷氨酰转肽酶")),
    LabColumn("LDH", "LDH", "U/L", ("乳酸脱氢酶",)),
    LabColumn("AMY", "Amylase", "U/L", ("amylase", "淀粉酶")),
    LabColumn("LIP", "Lipase", "U/L", ("lipase", "脂肪酶")),
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was found in a table: texts by analyte, and what was left out, with the reason."""

    values: dict[str, str] = field(default_factory=dict)
    left_out: tuple[Problem, ...] = ()


Rows = list[list[str]]


def pasted(text: str, columns: Sequence[LabColumn], start: int = 0) -> Pasted:
    """Reads cells copied from a table: values in a row, below headings, or one test a row.

    Args:
        text: rows of cells separated by tabs, as every spreadsheet copies them.
        columns: of the sheet, with the units in which numbers are typed there.
        start: the column where bare values begin.
    """
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]
    rows = [row for row in rows if any(row)]
    if not rows:
        return Pasted()
    if len(rows) > 1 and any(_column(cell, columns) for cell in rows[0][1:]):
        pairs = [(name, value, "") for name, value in zip(rows[0], rows[1], strict=False)]
        return _named(pairs, columns)
    if any(_column(row[0], columns) for row in rows):
        return _named([_test(row) for row in rows], columns)
    return _bare(rows, columns[start:])


def results(found: Iterable[tuple[str, str, str]], columns: Sequence[LabColumn]) -> Pasted:
    """Reads results as (name, value, unit), for example from a file of the laboratory."""
    return _named(list(found), columns)


def _test(row: list[str]) -> tuple[str, str, str]:
    """Name, value and unit of a row; cells that are not there are empty."""
    name, value, unit, *_ = (*row, "", "")
    return name, value, unit


def _column(heading: str, columns: Sequence[LabColumn]) -> LabColumn | None:
    return next((each for each in columns if each.is_called(heading)), None)


def _bare(rows: Rows, columns: Sequence[LabColumn]) -> Pasted:
    cells = rows[0] if len(rows) == 1 else [row[0] for row in rows]
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for column, cell in zip(columns, cells, strict=False):
        _take(values, problems, column, cell)
    problems += [_left(cell, _NO_COLUMN) for cell in cells[len(columns) :] if cell]
    return Pasted(values, tuple(problems))


def _named(pairs: list[tuple[str, str, str]], columns: Sequence[LabColumn]) -> Pasted:
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value, unit in pairs:
        column = _column(name, columns)
        if column is None or not value:
            problems += [_left(name, _NO_COLUMN)] if name and value else []
        elif unit and not same_unit(unit, column.unit):
            problems.append(_other_unit(column, value, unit))
        elif column.analyte in values:
            problems.append(_left(f"{name} {value}", _TWICE))
        else:
            _take(values, problems, column, value)
    return Pasted(values, tuple(problems))


def _take(values: dict[str, str], problems: list[Problem], column: LabColumn, cell: str) -> None:
    if not cell:
        return
    try:
        Reading.parse(cell)
    except Refused as refusal:
        problems += [Problem(p.message, place=column.label) for p in refusal.problems]
    else:
        values[column.analyte] = cell


_NO_COLUMN = QT_TRANSLATE_NOOP("Message", "“{cell}” has no column here and was left out.")
_TWICE = QT_TRANSLATE_NOOP("Message", "“{cell}” stands there twice; the second was left out.")


def _left(cell: str, why: str) -> Problem:
    return Problem(Message(why, {"cell": cell[:40]}))


def _other_unit(column: LabColumn, value: str, unit: str) -> Problem:
    return Problem(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "{label}: {value} is in {unit}, the column in {wanted}. Nothing is converted; it "
                "was left out.",
            ),
            {"label": column.label, "value": value[:40], "unit": unit[:40], "wanted": column.unit},
        )
    )


def in_units_of(columns: Iterable[LabColumn], units: Mapping[str, str]) -> tuple[LabColumn, ...]:
    """The same columns in the units that this chart's results have."""
    return tuple(
        LabColumn(c.analyte, c.label, units.get(c.analyte, c.unit), c.others) for c in columns
    )
