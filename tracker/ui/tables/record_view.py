# SPDX-License-Identifier: MIT
"""Paints rows of records: straight from the model's cells, without asking for roles."""

from functools import lru_cache

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.domain.text import inert
from tracker.ui.glyphs import Glyph, paint_glyph, paint_grade
from tracker.ui.tables.habits import TableHabit
from tracker.ui.tables.record_model import STATUS, AnyStored, Cell, Column, Mark, RecordModel
from tracker.ui.theme import Look, font
from tracker.ui.widgets.face import draw_text, text_width

ROW, HEADER = 34, 32  # heights in pixels at 100 %
_PAD, _MARK, _BAR = 10, 26, 4
_TEXT, _CAPTION = 14, 12
_UNIT_GAP, _SORT = 5, 18
_WIDEST_PROSE = 260
_NARROWEST, _WIDEST, _STEP = 36, 1600, 40  # widths by hand, in pixels at 100 %
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@lru_cache(maxsize=4096)
def fitted(text: str, px: int, width: int) -> tuple[str, bool]:
    """What of ``text`` is shown in ``width`` pixels, and whether that is all of it.

    Words are cut with …, but a text with digits is shown whole or not at all: half a dose reads
    like another dose.
    """
    line = " ".join(text.split())
    metrics = QFontMetrics(font(px))
    if metrics.horizontalAdvance(line) <= width:
        return line, True
    if _has_digit(line):
        line = QCoreApplication.translate("RecordTable", "open to see")
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width), False


class RowDelegate(QStyledItemDelegate):
    """Paints one cell of a row; a number that the page cuts is not painted at all."""

    def __init__(self, look: Look, model: RecordModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.first_column = 0
        self._page = view.viewport()
        self._look = look
        self._model = model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, theme, place = self._look, self._look.theme, index.column()
        row, column = self._model.rows[index.row()], self._model.columns[place]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = QStyle.StateFlag.State_Selected in state
        if selected:  # else the page itself is the ground
            painter.fillRect(rect, theme.accent_soft)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        if selected and place == self.first_column:
            painter.fillRect(rect.left(), rect.top(), look.px(_BAR), rect.height(), theme.accent)
        cell, pad = row.cells[place], look.px(_PAD)
        cut = rect.left() < 0 or rect.right() >= self._page.width()
        if cut and _has_digit(cell.text):
            seen = rect.intersected(self._page.rect())
            painter.setPen(theme.text3)
            painter.setFont(look.font(_TEXT))
            painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, "…")
            return
        inner = QRectF(rect).adjusted(pad, 0, -pad, -1)
        if cell.mark is not None:
            self._paint_mark(painter, cell.mark, inner)
            inner.setLeft(inner.left() + look.px(_MARK))
        if cell.text:
            self._paint_text(painter, cell, column, inner, counts=row.stored.is_current)

    def _paint_mark(self, painter: QPainter, mark: Mark, inner: QRectF) -> None:
        look, x, y = self._look, inner.left() + self._look.px(9), inner.center().y()
        if isinstance(mark, Glyph):
            paint_glyph(painter, look.theme, mark, x, y, look.px(12))
        else:
            paint_grade(painter, look.theme, mark, x, y, look.px(19))

    def _paint_text(
        self, painter: QPainter, cell: Cell, column: Column, inner: QRectF, *, counts: bool
    ) -> None:
        look, theme = self._look, self._look.theme
        text = f"G{cell.text}" if isinstance(cell.mark, int) else cell.text
        shown, whole = fitted(text, look.px(_TEXT), int(inner.width()) + 1)
        painter.setPen(theme.text if counts and whole else theme.text3)
        face = look.font(_TEXT)
        painter.setFont(face if counts or column.name == STATUS else _struck(face))
        painter.drawText(inner, _RIGHT if column.is_number else _LEFT, shown)


class RecordHeader(QHeaderView):
    """Column titles with their units in grey, and a triangle at the column that is sorted by.

    Signals:
        dragged(int, int): the mouse gave a column this width.
    """

    dragged = Signal(int, int)

    def __init__(self, look: Look, model: RecordModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._model = model
        self._pulled: dict[int, int] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionResized.connect(self._note)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pulled = {}
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pulled = {}
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pulled, self._pulled = self._pulled, None
        for place, width in (pulled or {}).items():
            self.dragged.emit(place, width)

    def _note(self, place: int, _before: int, width: int) -> None:
        if self._pulled is not None:
            self._pulled[place] = width

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        look, theme = self._look, self._look.theme
        column = self._model.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, theme.sunken)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line2)
        place, order = self._model.sorted_by
        is_sorted = place == logicalIndex
        inner, gap = QRectF(rect), look.px(_SORT / 2)
        x: float = rect.left() + look.px(_PAD)
        if column.is_number:  # over the numbers: at the right, the triangle before it
            x = rect.right() + 1 - look.px(_PAD) - title_width(look, column, is_sorted)
        before = x - gap
        painter.setPen(theme.text if is_sorted else theme.text2)
        x = draw_text(painter, look, x, inner, column.title, _CAPTION, is_sorted)
        if column.unit:
            painter.setPen(theme.text3)
            x = draw_text(painter, look, x + look.px(_UNIT_GAP), inner, column.unit, _CAPTION)
        if is_sorted:
            mark = before if column.is_number else x + gap
            self._paint_direction(painter, mark, inner.center().y(), order)
        painter.restore()

    def _paint_direction(self, painter: QPainter, x: float, y: float, order: Qt.SortOrder) -> None:
        arm = self._look.px(3.5) * (1 if order is Qt.SortOrder.AscendingOrder else -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.text2)
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, y + arm), QPointF(x + 4, y + arm), QPointF(x, y - arm)])
        )


class RecordView(QTableView):
    """The rows. Enter opens, Home and End go to the ends, Ctrl+C copies, "/" asks for the filter.

    Signals:
        opened(Stored): a row was opened.
        filter_asked(): the person wants to type a filter.
        habit_changed(): the person chose other columns, a width or another order.
    """

    opened = Signal(object)
    filter_asked = Signal()
    habit_changed = Signal()

    def __init__(self, look: Look, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._delegate = RowDelegate(look, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        header = RecordHeader(look, model, self)
        self.setHorizontalHeader(header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        header.sectionClicked.connect(self.sort_by)
        header.dragged.connect(self._take_width)
        self.doubleClicked.connect(self._open_current)
        self._chosen: dict[int, bool] = {}
        self._wanted: dict[int, int] = {}
        self._by_hand: dict[int, int] = {}  # widths in pixels at 100 %
        self._kept: AnyStored | None = None
        model.loaded.connect(self.measure)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        look.changed.connect(self.measure)
        self.measure()

    def show_column(self, place: int, shown: bool) -> None:
        """Shows or hides a column, from now on whatever it holds."""
        self._chosen[place] = shown
        self.measure()

    def choose_column(self, place: int, shown: bool) -> None:
        """Shows or hides a column and remembers it."""
        self.show_column(place, shown)
        self.habit_changed.emit()

    def widen(self, place: int, steps: int) -> None:
        """Makes a column wider, or narrower by negative steps, and remembers it."""
        step = self._look.px(_STEP) * steps
        self._take_width(place, self.columnWidth(place) + step)

    def forget_widths(self) -> None:
        """Every column as wide as its cells need."""
        self._by_hand.clear()
        self.measure()
        self.habit_changed.emit()

    def habit(self) -> TableHabit:
        """What the person changed. The column of the status follows its chip and is not kept."""
        columns, (place, order) = self._model.columns, self._model.sorted_by
        return TableHabit(
            {columns[p].name: on for p, on in self._chosen.items() if columns[p].name != STATUS},
            {columns[p].name: width for p, width in self._by_hand.items()},
            columns[place].name,
            order is Qt.SortOrder.DescendingOrder,
        )

    def take_habit(self, habit: TableHabit) -> None:
        """Shows the table as the person left it; columns that no longer exist are passed over."""
        places = {column.name: place for place, column in enumerate(self._model.columns)}
        self._chosen = {places[n]: on for n, on in habit.shown.items() if n in places}
        self._by_hand = {places[n]: _bounded(w) for n, w in habit.widths.items() if n in places}
        if habit.sorted_by in places:
            up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
            self._model.sort(places[habit.sorted_by], down if habit.backwards else up)
        self.measure()

    def current(self) -> int:
        """The row that the keyboard is on, or -1."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Puts the keyboard on a row."""
        if 0 <= row < len(self._model.rows):
            self.setCurrentIndex(self._model.index(row, self._delegate.first_column))

    def copied(self) -> str:
        """The selected rows as tab-separated text with a line of titles."""
        places = self._shown_columns()
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        titles = [str(self._model.headerData(p, Qt.Orientation.Horizontal)) for p in places]
        lines = [titles]
        for row in chosen:
            cells = self._model.rows[row].cells
            lines.append([_literal(cells[p].text, self._model.columns[p]) for p in places])
        return "\n".join("\t".join(line) for line in lines)

    def measure(self) -> None:
        """Gives every shown column the width its cells need, those that a filter hides too.

        A column that nobody chose is shown while something is recorded in it.
        """
        look, rows = self._look, self._model.all_rows
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.horizontalHeader().setFixedHeight(look.px(HEADER))
        for place, column in enumerate(self._model.columns):
            cells = {row.cells[place].text: row.cells[place].mark for row in rows}
            by_itself = column.at_first and any(cells)
            self.setColumnHidden(place, not self._chosen.get(place, by_itself))
            self._wanted[place] = _width(look, column, cells)
        self._spread()
        self.viewport().update()

    def sizeHintForColumn(self, column: int) -> int:
        """What a double click on the edge of a title gives: the width that the cells need."""
        return self._wanted[column]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: each would walk through the rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._model.rows) - 1
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._open_current()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(0 if key == Qt.Key.Key_Home else last)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif key == Qt.Key.Key_Slash:
            self.filter_asked.emit()
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        if self.current() >= 0:
            self.opened.emit(self._model.rows[self.current()].stored)

    def sort_by(self, place: int) -> None:
        """Sorts by a column; by the same one again in the other direction."""
        sorted_by, order = self._model.sorted_by
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        self._model.sort(place, down if sorted_by == place and order is up else up)
        self.habit_changed.emit()

    def _take_width(self, place: int, width: int) -> None:
        self._by_hand[place] = _bounded(round(width / self._look.zoom))
        self._spread()
        self.habit_changed.emit()

    def _shown_columns(self) -> list[int]:
        return [p for p in range(len(self._model.columns)) if not self.isColumnHidden(p)]

    def _spread(self) -> None:
        """Sets the widths; what is left of the page goes to the last text without its own."""
        places = self._shown_columns()
        self._delegate.first_column = places[0] if places else 0
        own, px = self._by_hand, self._look.px
        widths = {p: px(own[p]) if p in own else self._wanted[p] for p in places}
        left = self.viewport().width() - sum(widths.values())
        loose = [place for place in places if place not in own]
        if loose and left > 0:
            words = [p for p in loose if not self._model.columns[p].is_number]
            widths[words[-1] if words else loose[-1]] += left
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def _remember(self) -> None:
        row = self.current()
        self._kept = self._model.rows[row].stored if row >= 0 else None

    def _return(self) -> None:
        """Keeps the keyboard on its record while it is shown, else goes to the top."""
        self.go_to(max(self._model.row_of(self._kept), 0) if self._kept else 0)


def _bounded(width: int) -> int:
    return min(max(width, _NARROWEST), _WIDEST)


def _width(look: Look, column: Column, cells: dict[str, Mark | None]) -> int:
    """What a column needs for its cells and its title."""
    metrics = QFontMetrics(look.font(_TEXT))
    widest = max((metrics.horizontalAdvance(text) for text in cells), default=0)
    if column.is_prose:
        widest = min(widest, look.px(_WIDEST_PROSE))
    if any(mark is not None for mark in cells.values()):
        widest += look.px(_MARK + 10)  # the mark, and the G before a grade
    return max(widest, title_width(look, column) + look.px(_SORT)) + look.px(2 * _PAD) + 2


def title_width(look: Look, column: Column, bold: bool = True) -> int:
    """What a column's title and unit take."""
    width = text_width(look, column.title, _CAPTION, bold)
    return (
        width + look.px(_UNIT_GAP) + text_width(look, column.unit, _CAPTION)
        if column.unit
        else width
    )


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _struck(face: QFont) -> QFont:
    struck = QFont(face)
    struck.setStrikeOut(True)
    return struck


def _literal(text: str, column: Column) -> str:
    """A cell for a spreadsheet: on one line, and never taken for a formula."""
    line = " ".join(text.split())
    return inert(line) if column.is_prose else line
