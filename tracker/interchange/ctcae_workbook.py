# SPDX-License-Identifier: MIT
"""The official NCI workbook of CTCAE, as the clinic has downloaded it: v5 and v6, wide and long.

Version and layout are read from the header row, never from the name of the file. The sentences
stay in the clinic's own database.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, hidden_characters
from tracker.domain.toxicity import Ctcae, CtcaeTerm
from tracker.interchange.findings import Findings, quoted

LARGEST_FILE: Final = 20_000_000
"""Bytes."""

_LARGEST_UNPACKED = 200_000_000
_MOST_ROWS, _MOST_COLUMNS = 20_000, 60
_HEADER_WITHIN = 10  # rows from the top in which the header row stands
_ANCHORS = ("Anemia", "Pneumonitis", "Alanine aminotransferase increased")
_DASHES = frozenset({"", "-", "–", "—"})
_VERSION = re.compile(r"ctcae v([56])\.[0-9]")
_GRADE = re.compile(r"(?:grade )?([1-5])(?:\.0)?")
_CODE = re.compile(r"[0-9]{8}")


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was understood.

    Attributes:
        ctcae: its version and terms.
        layout: ``wide`` (a row for each term) or ``long`` (a row for each grade of a term).
        sheet: the name of the sheet that was read.
        rows: that were read below the header.
    """

    ctcae: Ctcae
    layout: str
    sheet: str
    rows: int


def read(data: bytes) -> Workbook:
    """Reads the first sheet that has the header row of a CTCAE workbook.

    Raises:
        Refused: no workbook, none of the known layouts, or with every bad row and its number.
    """
    if len(data) > LARGEST_FILE:
        text = QT_TRANSLATE_NOOP("Message", "The file is larger than {limit} MB; no CTCAE is.")
        raise Refused(Message(text, {"limit": LARGEST_FILE // 1_000_000}))
    for name, rows in _sheets(data):
        for number, cells in enumerate(rows[:_HEADER_WITHIN], start=1):
            header = _Header.of(cells)
            if header is not None:
                version = header.version or _version_of(rows, name)
                return _read_sheet(name, header, version, rows[number:], number)
    raise Refused(Message(_NO_HEADER))


_NO_HEADER = QT_TRANSLATE_NOOP(
    "Message",
    "No sheet has the header row of a CTCAE workbook (term, system organ class, grades). Choose "
    "the Excel file as the NCI publishes it.",
)
_NO_WORKBOOK = QT_TRANSLATE_NOOP("Message", "The file is no Excel workbook that can be read.")
_NO_VERSION = QT_TRANSLATE_NOOP(
    "Message", "The workbook does not say which CTCAE version it is; nothing is guessed."
)


def _sheets(data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    # a native library, loaded for this file only
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        if sum(part.file_size for part in ZipFile(BytesIO(data)).infolist()) > _LARGEST_UNPACKED:
            raise Refused(Message(_NO_WORKBOOK))
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=_MOST_ROWS)
            yield name, [[_cell(value) for value in row[:_MOST_COLUMNS]] for row in sheet]
    except (BadZipFile, CalamineError, RuntimeError, ValueError) as error:
        raise Refused(Message(_NO_WORKBOOK)) from error


def _cell(value: Any) -> str:  # noqa: ANN401 - what a spreadsheet holds
    """A cell as text: no-break spaces are blanks, and 10002272.0 is the code 10002272."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).replace("\u00a0", " ").split())


# The header row


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the columns stand."""

    version: str | None
    columns: Mapping[str, int]
    grades: Mapping[int, int]

    @classmethod
    def of(cls, cells: Sequence[str]) -> "_Header | None":
        columns: dict[str, int] = {}
        grades: dict[int, int] = {}
        version = None
        for place, text in enumerate(cells):
            heading = text.casefold()
            if found := _VERSION.search(heading):
                version = f"{found[1]}.0"
            if heading.startswith("grade ") and (grade := _GRADE.fullmatch(heading)):
                grades[int(grade[1])] = place
            elif name := _column(heading):
                columns.setdefault(name, place)
        is_wide = len(grades) == len(range(1, 6))
        is_long = {"grade", "sentence"} <= columns.keys()
        known = "term" in columns and (is_wide or is_long)
        return cls(version, columns, grades) if known else None


def _column(heading: str) -> str | None:
    """What a column holds by the end of its heading; a note about changes is none of them."""
    if heading.endswith("change"):
        return None
    for name, endings in _ENDINGS.items():
        if heading.endswith(endings):
            return name
    return None


_ENDINGS = {
    "code": (" code",),
    "soc": (" soc", "system organ class"),
    "term": (" term",),
    "sentence": ("grade description", "grade definition", "grade criteria", "description"),
    "grade": ("grade",),
    "definition": ("definition",),
}


def _version_of(rows: Sequence[Sequence[str]], sheet: str) -> str:
    """The version a title row or the name of the sheet states."""
    stated = [sheet, *(cell for row in rows[:_HEADER_WITHIN] for cell in row)]
    found = {m[1] for text in stated if (m := _VERSION.search(text.casefold()))}
    if len(found) == 1:
        return f"{found.pop()}.0"
    raise Refused(Message(_NO_VERSION))


# The rows


@dataclass(slots=True)
class _Term:
    soc: str
    code: str | None
    definition: str | None
    sentences: dict[int, str] = field(default_factory=dict)


def _read_sheet(
    sheet: str, header: _Header, version: str, rows: Sequence[Sequence[str]], above: int
) -> Workbook:
    findings = Findings()
    terms: dict[str, _Term] = {}
    read_rows = 0
    for number, cells in enumerate(rows, start=above + 1):
        row = _Row(header, cells)
        if not row["term"]:
            continue
        read_rows += 1
        _check(row, f"row {number}", findings)
        add = _add_wide if header.grades else _add_long
        add(terms, row, f"row {number}", findings)
    _check_terms(terms, findings)
    findings.refuse_if_any()
    made = tuple(
        CtcaeTerm(name, t.soc, frozenset(t.sentences), t.code, t.definition, t.sentences)
        for name, t in terms.items()
    )
    layout = "wide" if header.grades else "long"
    return Workbook(Ctcae(version, made), layout, sheet, read_rows)


class _Row:
    """The cells of a row by the name of their column; a missing one is empty."""

    def __init__(self, header: _Header, cells: Sequence[str]) -> None:
        self._header = header
        self._cells = cells

    def __getitem__(self, name: str) -> str:
        return self._at(self._header.columns.get(name))

    def lacks(self, name: str) -> bool:
        """Whether there is such a column and nothing in it."""
        return name in self._header.columns and not self[name]

    def grades(self) -> Iterator[tuple[int, str]]:
        """The grades that exist: neither empty nor a lone dash."""
        for grade, place in self._header.grades.items():
            if (text := self._at(place)) not in _DASHES:
                yield grade, text

    def new(self) -> _Term:
        definition = self["definition"]
        return _Term(
            self["soc"], self["code"] or None, None if definition in _DASHES else definition
        )

    def _at(self, place: int | None) -> str:
        return self._cells[place] if place is not None and place < len(self._cells) else ""


def _check(row: _Row, place: str, findings: Findings) -> None:
    if row.lacks("soc"):
        text = QT_TRANSLATE_NOOP("Message", "“{term}” has no system organ class.")
        findings.add(Message(text, {"term": quoted(row["term"])}), place)
    if row["code"] and not _CODE.fullmatch(row["code"]):
        text = QT_TRANSLATE_NOOP("Message", "“{code}” is no MedDRA code of eight digits.")
        findings.add(Message(text, {"code": quoted(row["code"])}), place)
    if hidden := hidden_characters(row["term"]):
        text = QT_TRANSLATE_NOOP("Message", "Characters nobody can see: {codes}.")
        findings.add(Message(text, {"codes": ", ".join(sorted(set(hidden)))}), place)


def _add_wide(terms: dict[str, _Term], row: _Row, place: str, findings: Findings) -> None:
    name = row["term"]
    if name in terms:
        text = QT_TRANSLATE_NOOP("Message", "The term “{term}” stands there twice.")
        findings.add(Message(text, {"term": quoted(name)}), place)
        return
    made = terms[name] = row.new()
    made.sentences.update(row.grades())


def _add_long(terms: dict[str, _Term], row: _Row, place: str, findings: Findings) -> None:
    found = _GRADE.fullmatch(row["grade"].casefold())
    if found is None:
        text = QT_TRANSLATE_NOOP("Message", "“{grade}” is no grade from 1 to 5.")
        findings.add(Message(text, {"grade": quoted(row["grade"])}), place)
        return
    made = terms.setdefault(row["term"], row.new())
    grade, sentence = int(found[1]), row["sentence"]
    if sentence in _DASHES:
        return
    if made.sentences.setdefault(grade, sentence) != sentence:
        text = QT_TRANSLATE_NOOP("Message", "“{term}” has two texts for grade {grade}.")
        findings.add(Message(text, {"term": quoted(row["term"]), "grade": grade}), place)


def _check_terms(terms: Mapping[str, _Term], findings: Findings) -> None:
    for name in (name for name, term in terms.items() if not term.sentences):
        text = QT_TRANSLATE_NOOP("Message", "“{term}” has no grade at all.")
        findings.add(Message(text, {"term": quoted(name)}), "")
    known = {name.casefold() for name in terms}
    for missing in (name for name in _ANCHORS if name.casefold() not in known):
        text = QT_TRANSLATE_NOOP(
            "Message", "The term “{term}” is missing, so this is not a whole CTCAE."
        )
        findings.add(Message(text, {"term": missing}), "")
