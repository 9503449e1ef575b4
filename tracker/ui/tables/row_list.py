# SPDX-License-Identifier: MIT
"""A list whose rows are painted whole, straight from the row: no cell is asked for while painting.

Used where a row is read as one sentence (Today, Patients). Columns are fixed places, so that the
eye finds a value without a grid.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tracker.ui.theme import Look
from tracker.ui.widgets.face import ButtonFace, Face, draw_text, text_width

ROW, HEADER, GAP = 38, 32, 8
_LAST = 130  # the last column is never narrower: a narrow window scrolls sideways
_SORT_MARGIN = 6  # beside a title that can be pressed
LOW_WINDOW = 690  # client height under which rows are 34 high

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A place in the row, in pixels at 100 % from the left edge.

    Attributes:
        right: whether the text ends at ``x``.
        sort: what ``RowList.sort_asked`` says when the title is pressed; None does not sort.
    """

    title: str
    x: int
    right: bool = False
    sort: object = None


class Pen:
    """Writes and marks at the places of one row."""

    def __init__(self, painter: QPainter, look: Look, rect: QRectF) -> None:
        self.painter = painter
        self.look = look
        self.rect = rect
        self.middle = rect.center().y()

    def write(
        self,
        x: float,
        text: str,
        px: float = 14,
        *,
        bold: bool = False,
        colour: str = "text",
        until: float | None = None,
    ) -> float:
        """Writes from ``x`` (design pixels) at most to ``until``; returns the end, in pixels."""
        look = self.look
        self.painter.setPen(getattr(look.theme, colour))
        right = self.rect.right() if until is None else self.rect.left() + look.px(until)
        room = QRectF(
            self.rect.left(), self.rect.top(), right - self.rect.left(), self.rect.height()
        )
        return draw_text(self.painter, look, self.x(x), room, text, px, bold)

    def write_right(
        self, x: float, text: str, px: float = 14, *, bold: bool = False, colour: str = "text"
    ) -> None:
        """Writes so that the text ends at ``x``."""
        width = text_width(self.look, text, px, bold)
        self.painter.setPen(getattr(self.look.theme, colour))
        draw_text(self.painter, self.look, self.x(x) - width, self.rect, text, px, bold)

    def behind(self, end: float, gap: float) -> float:
        """The design place ``gap`` behind a pixel where something ended."""
        return (end - self.rect.left()) / self.look.zoom + gap

    def x(self, x: float) -> float:
        """A design place as a pixel of this row."""
        return self.rect.left() + self.look.px(x)


class RowModel(QAbstractListModel, Generic[T]):
    """Rows as they came; ``words`` gives each as a sentence for screen readers."""

    def __init__(self, words: Callable[[T], str]) -> None:
        super().__init__()
        self.rows: Sequence[T] = ()
        self._words = words

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if index.isValid() and role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return self._words(self.rows[index.row()])
        return None

    def set_rows(self, rows: Sequence[T]) -> None:
        """Shows these rows; the only way in."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class _Delegate(QStyledItemDelegate, Generic[T]):
    def __init__(self, owner: "RowList[T]") -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        owner = self._owner
        gap = owner.look.px(GAP) if owner.begins_group(index.row()) else 0
        return QSize(owner.least_width, owner.row_height + gap)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        owner, theme = self._owner, self._owner.look.theme
        area: QRect = option.rect
        rect = QRectF(area)
        if owner.begins_group(index.row()):
            gap = owner.look.px(GAP)
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), gap), theme.sunken)
            rect.setTop(rect.top() + gap)
            painter.fillRect(QRectF(rect.x(), rect.y() - 1, rect.width(), 1), theme.line)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.accent_soft)
            bar = QRectF(rect.x(), rect.y(), owner.look.px(4), rect.height())
            painter.fillRect(bar, theme.accent)
        margin = owner.look.px(24)
        painter.fillRect(
            QRectF(rect.x() + margin, rect.bottom(), rect.width() - 2 * margin, 1), theme.line
        )
        rect.setRight(rect.right() - margin)
        owner.paint_row(Pen(painter, owner.look, rect), owner.rows[index.row()])


class _SortPress(ButtonFace):
    """A title that sorts: reached with Tab, and marked with the way it is sorted."""

    def __init__(self, look: Look, column: Column, parent: QWidget) -> None:
        super().__init__(look, column.title, parent)
        self.column = column
        self._arrow = ""

    def show_sort(self, arrow: str, description: str) -> None:
        """Says whether and how the list is sorted by this column."""
        self._arrow = arrow
        self.setAccessibleDescription(description)
        self.update()

    def place(self, scrolled: int) -> None:
        """Stands where the column does in rows that were moved to the left by so many pixels."""
        look, bold = self.look, bool(self._arrow)
        width = text_width(look, self._shown(), 12.5, bold) + 2 * look.px(_SORT_MARGIN) + 1
        left = look.px(self.column.x) - look.px(_SORT_MARGIN) - scrolled
        self.setGeometry(left, 3, width, look.px(HEADER) - 6)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self.look, QRectF(self.rect())
        lit = self._arrow or self.lit()
        painter.setPen(look.theme.text if lit else look.theme.text3)
        start = rect.left() + look.px(_SORT_MARGIN)
        draw_text(painter, look, start, rect, self._shown(), 12.5, bool(self._arrow))

    def _shown(self) -> str:
        return f"{self.words} {self._arrow}".rstrip()


class _Header(Face):
    def __init__(self, look: Look, columns: Sequence[Column]) -> None:
        super().__init__(look)
        self.columns = columns
        self.sorts = [_SortPress(look, each, self) for each in columns if each.sort is not None]
        self._scrolled = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def scroll_to(self, pixels: int) -> None:
        """Moves the titles to the left by as much as the rows below them."""
        self._scrolled = pixels
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        for press in self.sorts:
            press.place(self._scrolled)

    def sizeHint(self) -> QSize:
        return QSize(100, self.look.px(HEADER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        painter.fillRect(rect, theme.sunken)
        painter.fillRect(QRectF(0, 0, rect.width(), 1), theme.line)
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.line)
        pen = Pen(painter, self.look, rect.adjusted(-self._scrolled, 0, 0, 0))
        for column in self.columns:
            if column.sort is None:
                write = pen.write_right if column.right else pen.write
                write(column.x, column.title, 12.5, colour="text3")


class _View(QListView):
    """The Qt view: keys that walk or open, none that search or edit."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            return
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            bar = self.horizontalScrollBar()
            step = bar.singleStep() if event.key() == Qt.Key.Key_Right else -bar.singleStep()
            bar.setValue(bar.value() + step)
            return
        super().keyPressEvent(event)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Up and down only: walking through the rows leaves the columns where they are."""
        bar = self.horizontalScrollBar()
        aside = bar.value()
        super().scrollTo(index, hint)
        bar.setValue(aside)

    def keyboardSearch(self, _text: str) -> None:
        """A letter records and finds nothing here; the search box does."""


class RowList(QWidget, Generic[T]):
    """Header and rows.

    Signals:
        opened(object): a row was double-clicked, or Enter pressed on it.
        picked(object): the current row changed; None when there is none.
        sort_asked(object): the title of a column was pressed; its ``Column.sort``.
    """

    opened = Signal(object)
    picked = Signal(object)
    sort_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        name: str,
        columns: Sequence[Column],
        paint_row: Callable[[Pen, T], None],
        words: Callable[[T], str],
        group: Callable[[T], object] = lambda _row: None,
    ) -> None:
        super().__init__()
        self.look = look
        self.paint_row = paint_row
        self._group = group
        self._model = RowModel(words)
        self._header = _Header(look, columns)
        self._least_width = columns[-1].x + _LAST
        for press in self._header.sorts:
            press.clicked.connect(partial(self.sort_asked.emit, press.column.sort))
        self.view = _View()
        self.view.setAccessibleName(name)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.horizontalScrollBar().valueChanged.connect(self._header.scroll_to)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setBackgroundRole(QPalette.ColorRole.Base)
        self.view.opened.connect(self._opened_row)
        self.view.doubleClicked.connect(self._opened_index)
        self.view.selectionModel().currentChanged.connect(self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.view, 1)
        look.changed.connect(self._again)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self.view.setFocus()  # not its focus proxy: Tab would pass by the titles that sort

    @property
    def rows(self) -> Sequence[T]:
        """The rows shown."""
        return self._model.rows

    @property
    def row_height(self) -> int:
        """Pixels; lower on a low window so that nothing else has to give way."""
        return self.look.px(ROW if self.window().height() >= LOW_WINDOW else 34)

    @property
    def least_width(self) -> int:
        """Pixels that all columns need."""
        return self.look.px(self._least_width)

    def begins_group(self, row: int) -> bool:
        """True when a gap stands above the row."""
        rows = self._model.rows
        return 0 < row < len(rows) and self._group(rows[row]) != self._group(rows[row - 1])

    def set_rows(self, rows: Sequence[T], key: Callable[[T], object]) -> None:
        """Shows rows and stays on the row with the same ``key`` as before."""
        current = self.current
        before = key(current) if current is not None else None
        self._model.set_rows(rows)
        row = next((i for i, each in enumerate(rows) if key(each) == before), 0)
        if rows:
            self.view.setCurrentIndex(self._model.index(row))

    def enter(self) -> None:
        """Puts the keyboard into the rows, on the one below where it stood."""
        below = self._model.index(self.view.currentIndex().row() + 1)
        if below.isValid():
            self.view.setCurrentIndex(below)
        self.view.setFocus()

    def show_sort(self, sort: object, backwards: bool) -> None:
        """Marks the column the rows are sorted by; the rows come sorted."""
        for press in self._header.sorts:
            if press.column.sort != sort:
                press.show_sort("", "")
            elif backwards:
                press.show_sort("↓", self.tr("sorted, last one first"))
            else:
                press.show_sort("↑", self.tr("sorted"))
        self._header.restyle()

    @property
    def current(self) -> T | None:
        """The row one is on."""
        index = self.view.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _opened_index(self, index: QModelIndex) -> None:
        self._opened_row(index.row())

    def _opened_row(self, row: int) -> None:
        self.opened.emit(self._model.rows[row])

    def _picked(self) -> None:
        self.picked.emit(self.current)

    def _again(self) -> None:
        self.view.doItemsLayout()
        self.view.viewport().update()
