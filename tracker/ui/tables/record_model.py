# SPDX-License-Identifier: MIT
"""Stored records of one kind as rows of cells, made once and then only painted.

Sorting uses the values themselves: 9 before 10, a month by its days, empty cells always last.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.fields import Choice, Field, items
from tracker.domain.records.base import Record
from tracker.domain.records.course import DoseAction
from tracker.domain.records.marker import Flag
from tracker.domain.values import Dose, Limits, Reading
from tracker.ui.forms import labels
from tracker.ui.glyphs import Glyph
from tracker.ui.widgets.label import plain_tooltip

Key = tuple[Any, ...]
Mark = Glyph | int
Index = QModelIndex | QPersistentModelIndex
AnyStored = Stored[Record]

GLYPHS: dict[Choice, Glyph] = {
    Flag.HIGH: Glyph.HIGH,
    Flag.LOW: Glyph.LOW,
    Flag.UNCERTAIN: Glyph.ASK,
    DoseAction.GIVEN: Glyph.DONE,
    DoseAction.REDUCED: Glyph.REDUCED,
    DoseAction.HELD: Glyph.HELD,
    DoseAction.DELAYED: Glyph.DELAYED,
    DoseAction.SKIPPED: Glyph.SKIPPED,
    DoseAction.STOPPED: Glyph.STOPPED,
}
"""The shape that stands before a state's word."""


class Cell(NamedTuple):
    """What one cell shows and sorts by; ``mark`` is a state's glyph or a CTCAE grade."""

    text: str
    key: Key | None
    mark: Mark | None = None


class Row(NamedTuple):
    """One record as it is painted."""

    stored: AnyStored
    cells: tuple[Cell, ...]
    searched: str


Keyed = tuple[Key | None, Row]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: of the field.
        title, unit: what the header says.
        cell: makes a record's cell.
        is_number: aligned at the right.
        is_prose: free text, may be wider than its column.
        at_first: shown until the person chooses otherwise.
    """

    name: str
    title: str
    unit: str
    cell: Callable[[AnyStored], Cell]
    is_number: bool = False
    is_prose: bool = False
    at_first: bool = True


STATUS = "status"


def columns_of(
    kind: type[Record], extra: Sequence[Column] = (), shown: Collection[str] | None = None
) -> tuple[Column, ...]:
    """The columns of a kind: whether it counts, its fields, then what every record carries.

    Args:
        kind: the kind of record.
        extra: columns that a page computes, after the fields.
        shown: the names of the columns shown at first; None for all but long texts.
    """
    fields = tuple(_declared(kind, f) for f in items(kind) if f.type is not UUID)
    envelope = (
        _carried(
            "source",
            QCoreApplication.translate("RecordTable", "Source"),
            lambda stored: stored.source,
        ),
        _carried(
            "note", QCoreApplication.translate("RecordTable", "Note"), lambda stored: stored.note
        ),
        _carried(
            "recorded_by",
            QCoreApplication.translate("RecordTable", "Recorded by"),
            lambda stored: stored.recorded_by,
        ),
    )
    title = QCoreApplication.translate("RecordTable", "Status")
    made = (Column(STATUS, title, "", _status, at_first=False), *fields, *extra, *envelope)
    if shown is None:
        return made
    return tuple(replace(column, at_first=column.name in shown) for column in made)


def sort_key(value: object) -> Key | None:
    """What a value sorts by among values of its field; None sorts last in both directions."""
    key: Key | None = (value,)
    match value:
        case None:
            key = None
        case PartialDate():
            key = None if value.is_unknown else value.sort_key
        case Choice():
            key = (list(type(value)).index(value),)
        case Reading(number=None):
            key = (1, value.text)  # words after numbers
        case Reading():
            key = (0, value.number, value.text)
        case Dose():  # masses by their mass, doses per body size by unit and amount
            unit = "" if value.micrograms is not None else value.unit.value
            key = (unit, value.micrograms or value.amount)
        case Limits():
            key = tuple((end is None, end or 0) for end in (value.high, value.low))
        case str():
            key = (value.casefold(),)
    return key


class RecordModel(QAbstractTableModel):
    """The rows that are shown, in their order: filtered, sorted, with or without voided ones.

    The delegate reads ``rows`` directly; ``data`` serves accessibility and tool tips.

    Attributes:
        rows: shown.
        all_rows: those that are hidden at the moment, too.
        voided: how many records were entered in error.

    Signals:
        loaded: other records came; a filter or another order is only a reset.
    """

    loaded = Signal()

    def __init__(
        self,
        kind: type[Record],
        extra: Sequence[Column] = (),
        shown: Collection[str] | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.columns = columns_of(kind, extra, shown)
        self.rows: list[Row] = []
        self.all_rows: list[Row] = []
        self.voided = 0
        self._keys: Sequence[Sequence[Key | None]] = ()  # of each column, in the order of all_rows
        self._needle = ""
        self._with_voided = False
        self._column = next((i for i, c in enumerate(self.columns) if c.name == kind.when), 0)
        self._order = Qt.SortOrder.DescendingOrder if kind.when else Qt.SortOrder.AscendingOrder

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column and the direction."""
        return self._column, self._order

    @property
    def total(self) -> int:
        """How many records there are, whatever is hidden at the moment."""
        return len(self.all_rows)

    def set_records(self, stored: Iterable[AnyStored]) -> None:
        """Takes the records to show; voided ones included."""
        self.all_rows = [self._row(each) for each in stored]
        self.voided = sum(not row.stored.is_current for row in self.all_rows)
        self._keys = tuple(zip(*([c.key for c in row.cells] for row in self.all_rows), strict=True))
        self._refresh()
        self.loaded.emit()

    def set_filter(self, text: str) -> None:
        """Shows the rows in which ``text`` occurs, in a hidden column too."""
        self._needle = text.strip().casefold()
        self._refresh()

    def show_voided(self, shown: bool) -> None:
        """Shows or hides the records that were entered in error."""
        self._with_voided = shown
        self._refresh()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by the values of a column."""
        self._column, self._order = column, order
        self._refresh()

    def row_of(self, stored: AnyStored) -> int:
        """Where a record is shown, or -1."""
        return next((i for i, row in enumerate(self.rows) if row.stored.id == stored.id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        column, text = (
            self.columns[index.column()],
            self.rows[index.row()].cells[index.column()].text,
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (column.title, text, column.unit) if part)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        return f"{column.title} ({column.unit})" if column.unit else column.title

    def _refresh(self) -> None:
        found = self._ordered(self._kept())
        self.beginResetModel()
        self.rows = found
        self.endResetModel()

    def _kept(self) -> Iterable[Keyed]:
        """What filter and voiding leave, with its key: read as it was loaded, never by order.

        Rows lie in memory as they were loaded; 100,000 of them take a tenth of the time so.
        """
        if not self.all_rows:
            return ()
        needle = self._needle
        rows: Iterable[Keyed] = zip(self._keys[self._column], self.all_rows, strict=True)
        if self.voided and not self._with_voided:
            rows = ((key, row) for key, row in rows if row.stored.is_current)
        return ((key, row) for key, row in rows if needle in row.searched) if needle else rows

    def _ordered(self, rows: Iterable[Keyed]) -> list[Row]:
        """The rows by their keys; those without one last in both directions.

        Many rows share few keys: only the keys are sorted.
        """
        alike: dict[Key | None, list[Row]] = defaultdict(list)
        for key, row in rows:
            alike[key].append(row)
        empty = alike.pop(None, [])
        backwards = self._order is Qt.SortOrder.DescendingOrder
        keys = sorted((key for key in alike if key is not None), reverse=backwards)
        return [row for key in keys for row in alike[key]] + empty

    def _row(self, stored: AnyStored) -> Row:
        cells = tuple(column.cell(stored) for column in self.columns)
        return Row(stored, cells, "\n".join(cell.text for cell in cells).casefold())


def _declared(kind: type[Record], field: Field) -> Column:
    is_grade = field.name == "grade"  # of CTCAE: a badge with as many corners

    def cell(stored: AnyStored) -> Cell:
        value = getattr(stored.record, field.name)
        if is_grade:
            words = labels.shown(value) or QCoreApplication.translate("RecordTable", "not stated")
            return Cell(words, sort_key(value), value or Glyph.NOT_STATED)
        mark = GLYPHS.get(value) if isinstance(value, Choice) else None
        return Cell(labels.shown(value), sort_key(value), mark)

    return Column(
        field.name,
        labels.label(kind, field),
        field.item.unit or "",
        cell,
        is_number=field.type in {int, Decimal, Reading} and not is_grade,
        is_prose=field.type is str,
        at_first=not field.item.long,
    )


def _status(stored: AnyStored) -> Cell:
    if stored.is_current:
        return Cell("", None)
    return Cell(labels.choice(stored.status), (1,), Glyph.SKIPPED)


def _carried(name: str, title: str, read: Callable[[AnyStored], str | None]) -> Column:
    def cell(stored: AnyStored) -> Cell:
        text = read(stored)
        return Cell(text or "", sort_key(text))

    return Column(name, title, "", cell, is_prose=True, at_first=False)
