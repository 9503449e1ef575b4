# SPDX-License-Identifier: MIT
"""Laboratory values side by side: now, last time, range. The numbers stand under each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from tracker.ui.forms.boxes import LineBox
from tracker.ui.glyphs import Glyph, paint_glyph, paint_grade
from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, Face, draw_box, draw_text, text_width
from tracker.ui.widgets.label import plain_tooltip

_NAMES = 62  # width of the column with the names of the rows, in pixels at 100 %
_SEEN = 9
_HEAD, _NOW, _ROW = 25, 35, 24
_PAD = 10


@dataclass(frozen=True, slots=True)
class LabFacts:
    """What stands around one box, all as it is read."""

    label: str
    unit: str
    last: str = ""
    last_day: str = ""
    limits: str = ""


@dataclass(frozen=True, slots=True)
class LabMark:
    """How a typed value is judged; ``grades`` is "1", or "1–2" where a question decides."""

    flag: Glyph | None = None
    grades: str = ""
    note: str = ""


class LabBox(LineBox):
    """The box of one value; a table pasted into it is spread over the boxes that follow.

    Signals:
        table_pasted(str): text with more than one cell.
        enter_pressed(): before the text is judged.
    """

    table_pasted = Signal(str)
    enter_pressed = Signal()

    def __init__(self, look: Look, name: str, label: str) -> None:
        super().__init__(look, latin=True)
        self.name = name
        self.facts = LabFacts(label, "")
        self.told: Callable[[str], str] = lambda _text: ""
        self.problem = ""
        self.asks = False
        self._mark = LabMark()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.judge = self._check
        self.value_changed.connect(self._edited)

    def set_mark(self, mark: LabMark) -> None:
        """Shows how the value is judged."""
        self._mark = mark
        self._say()

    def set_problem(self, problem: str, asks: bool = False) -> None:
        """Marks a value that cannot be saved, or asks about it."""
        self.problem, self.asks = problem, asks
        self.set_bad(bool(problem) and not asks)
        self._say()

    def focus(self) -> None:
        """Puts the keyboard here, the text selected."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if "\t" in text or "\n" in text.strip():
                self.table_pasted.emit(text)
                return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.enter_pressed.emit()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self._look, self._look.theme
        rect = QRectF(self.rect())
        if self.problem:
            ground, edge = theme.ask_soft if self.asks else theme.overdue_soft, theme.overdue
            draw_box(painter, rect, look.px(RADIUS), ground, theme.ask if self.asks else edge)
        else:
            focused = self.hasFocus()
            fill = theme.surface if focused else theme.sunken
            draw_box(painter, rect, look.px(RADIUS), fill, theme.accent if focused else fill)
        self._paint_mark(painter, rect)
        painter.end()
        QLineEdit.paintEvent(self, event)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        look, theme, mark = self._look, self._look.theme, self._mark
        middle = rect.center().y()
        if mark.flag:
            number = text_width(look, self.text(), 16, True)
            x = rect.right() - look.px(_PAD + 9) - number
            paint_glyph(painter, theme, mark.flag, x, middle, look.px(10))
        if mark.grades and mark.grades != "0":
            paint_grade(painter, theme, int(mark.grades[-1]), look.px(17), middle, look.px(19))
            if mark.flag is None or self.width() > look.px(100):
                painter.setPen(theme.text)
                draw_text(painter, look, look.px(31), rect, f"G{mark.grades}", 12, True)

    def _check(self) -> bool:
        told = self.told(self.text())
        self.set_problem(told, asks=told.endswith("?"))
        return not told

    def _edited(self) -> None:
        self.set_problem("")

    def _say(self) -> None:
        facts, mark = self.facts, self._mark
        grades = self.tr("grade {n}").format(n=mark.grades) if mark.grades else ""
        parts = (self.problem, grades, mark.note, facts.unit, facts.limits)
        words = "; ".join(part for part in parts if part)
        self.setAccessibleDescription(words)
        self.setToolTip(plain_tooltip(words))
        self.update()


class LabStrip(Face):
    """The boxes of all values in one row; the row moves when the keyboard leaves its edge.

    Signals:
        table_pasted(str, int): cells, and the number of the box they were pasted into.
        moved(int, int): first and last value that can be seen, counted from 1.
    """

    table_pasted = Signal(str, int)
    moved = Signal(int, int)

    def __init__(self, look: Look, boxes: Sequence[LabBox]) -> None:
        super().__init__(look)
        self.boxes = list(boxes)
        self._first = 0
        self._ranges = True
        self._row_names = ("", "", "")
        self._clip = QWidget(self)
        self._inner = QWidget(self._clip)
        for number, box in enumerate(self.boxes):
            box.setParent(self._inner)
            box.table_pasted.connect(lambda text, n=number: self.table_pasted.emit(text, n))
            box.focus_changed.connect(lambda n=number: self._follow(n))
            box.value_changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_ranges(self, shown: bool) -> None:
        """Shows the row of the ranges, or leaves them to the tool tips of a low window."""
        if shown is not self._ranges:
            self._ranges = shown
            self.restyle()

    def set_row_names(self, now: str, last: str, limits: str) -> None:
        """Names the rows."""
        self._row_names = (now, last, limits)
        self.update()

    def scroll_to_start(self) -> None:
        """Shows the first values again."""
        self._move_to(0)

    def restyle(self) -> None:
        height = _HEAD + _NOW + _ROW + (_ROW if self._ranges else 0)
        self.setFixedHeight(self.look.px(height))
        self._lay_out()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        rect = QRectF(self.rect())
        draw_box(painter, rect, look.px(RADIUS), theme.surface, theme.line2)
        now = QRectF(1, look.px(_HEAD), rect.width() - 2, look.px(_NOW))
        painter.fillRect(now, theme.sunken)
        painter.fillRect(QRectF(1, now.top(), rect.width() - 2, 1), theme.line)
        painter.fillRect(QRectF(1, now.bottom(), rect.width() - 2, 1), theme.line)
        rows = [now, self._row(0), *([self._row(1)] if self._ranges else [])]
        for row, name, bold in zip(rows, self._row_names, (True, False, False), strict=False):
            painter.setPen(theme.text if bold else theme.text2)
            room = QRectF(0, row.top(), look.px(_NAMES), row.height())
            draw_text(painter, look, look.px(11), room, name, 12.5 if bold else 12, bold)
        for place, box in enumerate(self.boxes[self._first : self._first + _SEEN]):
            self._paint_column(painter, place, box.facts)

    def _paint_column(self, painter: QPainter, place: int, facts: LabFacts) -> None:
        look, theme = self.look, self.look.theme
        x, width = self._left(place), self._width()
        painter.fillRect(QRectF(x, 1, 1, self.height() - 2), theme.line)
        head = QRectF(x, 0, width - look.px(8), look.px(_HEAD))
        painter.setPen(theme.text)
        draw_text(painter, look, x + look.px(8), head, facts.label, 12.5, True)
        self._right(painter, head, facts.unit, 11.5, "text2")
        self._right(painter, self._cell(place, 0), facts.last, 12.5, "text2")
        if facts.last_day:
            room = self._cell(place, 0)
            painter.setPen(theme.text3)
            draw_text(painter, look, x + look.px(8), room, facts.last_day, 11.5)
        if self._ranges:
            self._right(painter, self._cell(place, 1), facts.limits, 12, "text2")

    def _right(self, painter: QPainter, rect: QRectF, text: str, px: float, colour: str) -> None:
        painter.setPen(getattr(self.look.theme, colour))
        start = rect.right() - text_width(self.look, text, px)
        draw_text(painter, self.look, max(start, rect.left()), rect, text, px)

    def _row(self, number: int) -> QRectF:
        top = self.look.px(_HEAD + _NOW + _ROW * number)
        return QRectF(0, top, self.width(), self.look.px(_ROW))

    def _cell(self, place: int, row: int) -> QRectF:
        line = self._row(row)
        return QRectF(
            self._left(place), line.top(), self._width() - self.look.px(_PAD), line.height()
        )

    def _left(self, place: int) -> float:
        return self.look.px(_NAMES) + place * self._width()

    def _width(self) -> float:
        return (self.width() - self.look.px(_NAMES)) / _SEEN

    def _lay_out(self) -> None:
        px, width = self.look.px, self._width()
        self._clip.setGeometry(px(_NAMES), px(_HEAD), self.width() - px(_NAMES) - 1, px(_NOW))
        self._inner.resize(round(width * len(self.boxes)), px(_NOW))
        for number, box in enumerate(self.boxes):
            box.setFixedHeight(px(_NOW - 1))
            left = round(number * width) + 1
            box.setMinimumWidth(0)
            box.setGeometry(left, 1, round((number + 1) * width) - left, px(_NOW - 1))
            box.setTextMargins(0, 0, px(_PAD) - 3, 0)
        self._inner.move(QPoint(-round(self._first * width), 0))

    def _follow(self, number: int) -> None:
        if not self.boxes[number].hasFocus():
            return
        first = min(self._first, number)
        self._move_to(max(first, number - _SEEN + 1))

    def _move_to(self, first: int) -> None:
        self._first = first
        self._lay_out()
        self.moved.emit(first + 1, min(first + _SEEN, len(self.boxes)))
        self.update()
