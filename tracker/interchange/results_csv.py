# SPDX-License-Identifier: MIT
"""Laboratory results from a CSV file, one result a row, every cell taken literally.

All rows are checked before any is taken; a file is taken whole or refused whole.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from tracker.domain.envelope import Draft
from tracker.domain.errors import Problem, Refused
from tracker.domain.records import MarkerResult
from tracker.domain.records.base import build, content
from tracker.domain.text import (
    QT_TRANSLATE_NOOP,
    Message,
    folded,
    from_inert,
    hidden_characters,
    inert,
)
from tracker.interchange.findings import Findings, quoted
from tracker.interchange.text_file import decode

LARGEST_FILE = 50_000_000
"""Bytes."""

MOST_ROWS = 100_000

COLUMNS: dict[str, tuple[str, ...]] = {
    "patient": ("mrn", "hospital number", "病历号", "住院号"),
    "analyte": ("项目名称",),
    "date": ("sample date", "采样日期", "采集日期", "采样时间", "采集时间"),
    "value": ("result", "检测结果"),
    "unit": ("单位",),
    "laboratory": ("lab", "检验科", "实验室"),
    "method": ("方法", "检测方法"),
    "range": ("reference range", "参考值", "参考范围"),
}
"""Columns by name, and other headings for them. A report date is not a sample date."""

REQUIRED = ("patient", "analyte", "date", "value", "unit")

_FIELDS = {"range": "range_reported"}  # of MarkerResult, where the column has a shorter name
_WORDS = frozenset({"patient", "analyte", "unit", "laboratory", "method"})
"""Columns of free text; what stands in the others is a number or a date, or is refused."""
_DELIMITERS = (",", ";", "\t")
_HEADINGS = {heading: column for column, others in COLUMNS.items() for heading in (column, *others)}

_ARROW = re.compile("[↑↓⬆⬇⇧⇩▲▼△▽]")
_NUMBER_WITH_REST = re.compile(
    r"(<=|>=|[<>≤≥])?\s*[0-9][0-9.]*\s*[^0-9.,eE\s].*", re.ASCII | re.DOTALL
)
_NO_RESULT = frozenset(
    {"nan", "inf", "-inf", "infinity", "-infinity", "null", "none", "#n/a", "n/a", "#value!"}
)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row: its number as a spreadsheet shows it, whose result it is, and the result.

    ``mrn`` is the text of the cell, leading zeros included.
    """

    row: int
    mrn: str
    draft: Draft[MarkerResult]


@dataclass(frozen=True, slots=True)
class ResultsFile:
    """The rows of a file, and how it was read: to be shown before anything is stored.

    With any of ``problems`` the file as a whole is not to be taken; ``rows`` are the sound ones.
    """

    rows: tuple[ResultRow, ...]
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def read(data: bytes) -> ResultsFile:
    """Reads a file of results with a header row; the columns may stand in any order.

    Raises:
        Refused: the file as a whole, or with every bad cell and its row number.
    """
    file = read_rows(data)
    Refused.if_any(file.problems)
    return file


def read_rows(data: bytes) -> ResultsFile:
    """As ``read``, with the bad rows as ``problems`` beside the rows that can be read.

    Raises:
        Refused: the file as a whole, or so many bad cells that the rest was not read.
    """
    if len(data) > LARGEST_FILE:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP("Message", "The file is larger than {limit} MB. Split it."),
                {"limit": LARGEST_FILE // 1_000_000},
            )
        )
    decoded = decode(data)
    delimiter, columns = _header(decoded.text)
    findings = Findings()
    rows = tuple(_rows(decoded.text, delimiter, columns, findings))
    return ResultsFile(rows, decoded.encoding, delimiter, columns, findings.all())


def write(results: Iterable[tuple[str, MarkerResult]]) -> bytes:
    """The file of results with their hospital numbers, as ``read`` takes it.

    UTF-8 with the mark that spreadsheets need to see it. Before a text that a spreadsheet would
    take for a formula stands an apostrophe, which ``read`` takes away again.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for mrn, result in results:
        texts = content(result)
        row = {c: texts.get(_FIELDS.get(c, c), "") for c in COLUMNS} | {"patient": mrn}
        writer.writerow(inert(text) if c in _WORDS else text for c, text in row.items())
    return file.getvalue().encode("utf-8-sig")


# The header


def _header(text: str) -> tuple[str, tuple[str, ...]]:
    """The delimiter that splits the first line into known headings, and the columns found."""
    first_line = StringIO(text, newline="").readline()
    readings = {
        delimiter: [_column(heading) for heading in _first_row(first_line, delimiter)]
        for delimiter in _DELIMITERS
    }
    delimiter = max(readings, key=lambda each: sum(c in COLUMNS for c in readings[each]))
    columns = readings[delimiter]
    findings = Findings()
    for position, column in enumerate(columns, start=1):
        _check_heading(column, position, columns, findings)
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        message = QT_TRANSLATE_NOOP(
            "Message", "The header row has no column for: {missing}. Known columns: {known}."
        )
        values = {"missing": ", ".join(missing), "known": ", ".join(COLUMNS)}
        findings.add(Message(message, values), _place(1))
    findings.refuse_if_any()
    return delimiter, tuple(columns)


def _first_row(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _column(heading: str) -> str:
    """The name of the column with this heading; an unknown heading as it stands."""
    return _HEADINGS.get(folded(heading).casefold(), heading)


def _check_heading(column: str, position: int, columns: list[str], findings: Findings) -> None:
    if column not in COLUMNS:
        message = QT_TRANSLATE_NOOP(
            "Message",
            "Column {position}, “{heading}”, is not known, and nothing is left out silently. "
            "Rename or remove it. Known columns: {known}.",
        )
        values = {"position": position, "heading": quoted(column), "known": ", ".join(COLUMNS)}
        findings.add(Message(message, values), _place(1))
    elif columns.index(column) < position - 1:
        message = QT_TRANSLATE_NOOP("Message", "The column “{column}” stands there twice.")
        findings.add(Message(message, {"column": column}), _place(1))


def _place(row: int, column: str = "") -> str:
    return f"row {row}, {column}" if column else f"row {row}"


# The rows


def _rows(
    text: str, delimiter: str, columns: tuple[str, ...], findings: Findings
) -> Iterator[ResultRow]:
    seen: dict[tuple[str, ...], int] = {}
    for number, cells in _cells(text, delimiter, findings):
        if not any(cell.strip() for cell in cells):
            continue
        if number > MOST_ROWS:
            message = QT_TRANSLATE_NOOP("Message", "More than {limit} rows. Split the file.")
            findings.add(Message(message, {"limit": MOST_ROWS}), _place(number))
            return
        if len(cells) != len(columns):
            message = QT_TRANSLATE_NOOP(
                "Message",
                "Cells of the row: {found}, of the header: {expected}. A comma inside a cell needs "
                "quotation marks around the cell; a decimal number has a point.",
            )
            values = {"found": len(cells), "expected": len(columns)}
            findings.add(Message(message, values), _place(number))
            continue
        first = seen.setdefault(tuple(cells), number)
        if first != number:
            message = QT_TRANSLATE_NOOP("Message", "The row repeats row {first} in every cell.")
            findings.add(Message(message, {"first": first}), _place(number))
            continue
        texts = {
            column: from_inert(cell) if column in _WORDS else cell
            for column, cell in zip(columns, cells, strict=True)
        }
        row = _result(number, texts, findings)
        if row is not None:
            yield row


def _cells(text: str, delimiter: str, findings: Findings) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, numbered as in a spreadsheet."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for number, cells in enumerate(reader, start=1):
            if number > 1:
                yield number, cells
    except csv.Error:
        message = QT_TRANSLATE_NOOP(
            "Message",
            "The file cannot be read on from here: a quotation mark without its partner, text "
            "behind one, or a cell of more than {limit} characters.",
        )
        findings.add(Message(message, {"limit": csv.field_size_limit()}), _place(number + 1))


def _result(number: int, cells: dict[str, str], findings: Findings) -> ResultRow | None:
    problems = list(_cell_problems(cells))
    refused = {column for column, _ in problems}
    texts = {_FIELDS.get(c, c): text for c, text in cells.items() if c != "patient"}
    try:
        record = build(MarkerResult, texts)
    except Refused as error:
        columns = {field: column for column, field in _FIELDS.items()}
        for problem in error.problems:
            column = columns.get(problem.field or "", problem.field or "")
            if column not in refused:  # else it has its own, better reason
                problems.append((column, problem.message))
    for column, message in problems:
        findings.add(message, _place(number, column))
    return None if problems else ResultRow(number, cells["patient"], Draft(record=record))


def _cell_problems(cells: dict[str, str]) -> Iterator[tuple[str, Message]]:
    """What is wrong in this kind of file beyond what the record's own fields refuse."""
    for column, text in cells.items():
        if hidden := hidden_characters(text):
            message = QT_TRANSLATE_NOOP("Message", "Characters nobody can see: {codes}.")
            yield column, Message(message, {"codes": ", ".join(sorted(set(hidden)))})
    mrn = cells["patient"]
    if not mrn or mrn != mrn.strip():
        message = QT_TRANSLATE_NOOP(
            "Message",
            "“{mrn}”: a hospital number is compared character by character; it is empty or has "
            "blanks around it.",
        )
        yield "patient", Message(message, {"mrn": quoted(mrn)})
    value = cells["value"].strip()
    if reason := _value_problem(value):
        yield "value", Message(reason, {"value": quoted(value)})


def _value_problem(value: str) -> str | None:
    if _ARROW.search(value):
        return QT_TRANSLATE_NOOP(
            "Message",
            "“{value}” holds an arrow, which is the laboratory's flag and no part of the result. "
            "Remove it; the program flags by the range.",
        )
    if value.casefold() in _NO_RESULT:
        return QT_TRANSLATE_NOOP(
            "Message",
            "“{value}” is what a program writes for a missing number, not a result. Remove the "
            "row, or write what the laboratory reported.",
        )
    if _NUMBER_WITH_REST.fullmatch(value):
        return QT_TRANSLATE_NOOP(
            "Message",
            "“{value}” holds something behind the number: a unit belongs into its own column; a "
            "misread character must be compared with the report.",
        )
    return None
