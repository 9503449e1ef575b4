# SPDX-License-Identifier: MIT
"""Paints the lesion grid: dates on top, the curve of the sums, lesions, changes and answers."""

from decimal import Decimal
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from tracker.ui.glyphs import paint_glyph, paint_response, response_width
from tracker.ui.theme import Look
from tracker.ui.views.lesion_grid import Cell, Curve, Grid, Row
from tracker.ui.widgets.face import Face, draw_text, text_width

NAMES, COLUMN = 190, 134
_Line = tuple[Decimal, str, QColor, int | None]  # where, name, colour, from which column on
_HEAD, _CURVE, _CURVE_LEAST = 50, 158, 96


class LesionGrid(Face):
    """A grid over scans; ←/→ choose one, older ones come under the names.

    Signals:
        chosen(int): the column that is selected now.
        accepted(), override_asked(), change_asked(), join_asked(): keys Enter, O, E and J on the
            selected column.
    """

    chosen = Signal(int)
    accepted = Signal()
    override_asked = Signal()
    change_asked = Signal()
    join_asked = Signal()
    marks_focus = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._grid = Grid((), (), None)
        self._selected = 0
        self._boxes: dict[UUID, QWidget] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Lesion grid"))

    @property
    def selected(self) -> int:
        """The selected column."""
        return self._selected

    def set_grid(self, grid: Grid, selected: int) -> None:
        """Shows a grid with one column selected."""
        self._grid = grid
        self._selected = min(max(selected, 0), max(len(grid.heads) - 1, 0))
        self.setMinimumHeight(self._wanted(_CURVE_LEAST))
        self._describe()
        self._place_boxes()
        self.update()

    def set_boxes(self, boxes: dict[UUID, QWidget]) -> None:
        """Puts a box over the selected column of each lesion's row; {} takes them away."""
        self._boxes = boxes
        for box in boxes.values():
            box.setParent(self)
            box.show()
        self._place_boxes()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(NAMES + 6 * COLUMN), self._wanted(_CURVE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        signals = {
            Qt.Key.Key_Return: self.accepted,
            Qt.Key.Key_Enter: self.accepted,
            Qt.Key.Key_O: self.override_asked,
            Qt.Key.Key_E: self.change_asked,
            Qt.Key.Key_J: self.join_asked,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._choose(self._selected + steps[key])
        elif key in signals and not event.isAutoRepeat() and not event.modifiers():
            signals[key].emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x() - self.look.px(NAMES)
        if x >= 0:
            self._choose(self._first() + int(x // self._width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_boxes()

    def _choose(self, column: int) -> None:
        if 0 <= column < len(self._grid.heads) and column != self._selected and not self._boxes:
            self._selected = column
            self._describe()
            self.update()
            self.chosen.emit(column)

    def _describe(self) -> None:
        """The selected column read aloud."""
        if not self._grid.heads:
            self.setAccessibleDescription("")
            return
        said = [", ".join(self._grid.heads[self._selected])]
        for row in self._grid.rows:
            cell = row.cells[self._selected]
            value = " ".join(filter(None, (cell.text, cell.aside, cell.chip)))
            said.append(f"{row.title} {value}")
        self.setAccessibleDescription("; ".join(said))

    # Where things are

    def _width(self) -> float:
        return self.look.px(COLUMN)

    def _shown(self) -> int:
        return max(1, int((self.width() - self.look.px(NAMES)) // self._width()))

    def _first(self) -> int:
        """The leftmost column that is shown: the newest are, and always the selected one."""
        newest = max(0, len(self._grid.heads) - self._shown())
        return min(newest, self._selected)

    def _column(self, column: int) -> QRectF:
        left = self.look.px(NAMES) + (column - self._first()) * self._width()
        return QRectF(left, 0, self._width(), self.height())

    def _rows_high(self) -> int:
        return sum(self.look.px(row.height) for row in self._grid.rows)

    def _wanted(self, curve: int) -> int:
        px = self.look.px
        return px(_HEAD) + (px(curve) if self._grid.curve else 0) + self._rows_high() + px(8)

    def _curve_high(self) -> float:
        if not self._grid.curve:
            return 0
        px = self.look.px
        room = self.height() - px(_HEAD) - self._rows_high() - px(8)
        return min(max(room, px(_CURVE_LEAST)), px(_CURVE))

    def _place_boxes(self) -> None:
        if not self._boxes:
            return
        column, top = self._column(self._selected), self.look.px(_HEAD) + self._curve_high()
        inset = self.look.px(6)
        for row in self._grid.rows:
            high = self.look.px(row.height)
            box = self._boxes.get(row.lesion) if row.lesion else None
            if box is not None:
                box.setFixedHeight(high)
                left, width = int(column.left()) + inset, int(column.width()) - 2 * inset
                box.setGeometry(left, int(top), width, high)
            top += high

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.surface)
        if not self._grid.heads:
            sentence = self.tr("The grid begins with a date and a size.")
            painter.setPen(theme.text3)
            draw_text(painter, self.look, self.look.px(24), QRectF(self.rect()), sentence, 14)
            return
        self._paint_ground(painter)
        first = self._first()
        last = min(len(self._grid.heads), first + self._shown())
        for column in range(first, last):
            self._paint_head(painter, column)
        top = float(self.look.px(_HEAD))
        if self._grid.curve:
            high = self._curve_high()
            area = QRectF(0, top, self.width(), high)
            self._paint_curve(painter, self._grid.curve, area, range(first, last))
            top += high
        for row in self._grid.rows:
            high = self.look.px(row.height)
            self._paint_row(painter, row, QRectF(0, top, self.width(), high), range(first, last))
            top += high
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = self._column(self._selected).adjusted(1, 4, -1, -1)
            painter.drawRoundedRect(edge, 4, 4)

    def _paint_ground(self, painter: QPainter) -> None:
        theme, column = self.look.theme, self._column(self._selected)
        painter.fillRect(column, theme.accent_soft)
        painter.fillRect(QRectF(column.left(), 0, column.width(), self.look.px(3)), theme.accent)

    def _paint_head(self, painter: QPainter, column: int) -> None:
        look, theme, rect = self.look, self.look.theme, self._column(column)
        title, note = self._grid.heads[column]
        painter.setPen(theme.text)
        self._centre(painter, rect, look.px(8), look.px(22), title, 14, bold=True)
        painter.setPen(theme.text2)
        self._centre(painter, rect, look.px(28), look.px(18), note, 12)

    def _centre(
        self,
        painter: QPainter,
        rect: QRectF,
        top: float,
        high: float,
        text: str,
        px: float,
        *,
        bold: bool = False,
    ) -> None:
        width = min(text_width(self.look, text, px, bold), rect.width() - 4)
        line = QRectF(rect.left(), top, rect.width() - 2, high)
        draw_text(painter, self.look, rect.center().x() - width / 2, line, text, px, bold)

    def _paint_row(self, painter: QPainter, row: Row, rect: QRectF, columns: range) -> None:
        look, theme = self.look, self.look.theme
        if row.strong:
            left = QRectF(rect.left(), rect.top(), look.px(NAMES), rect.height())
            painter.fillRect(left, theme.sunken)
        painter.fillRect(QRectF(look.px(24), rect.top(), rect.width(), 1), theme.line)
        names = QRectF(0, rect.top(), look.px(NAMES - 6), rect.height())
        painter.setPen(theme.text)
        bold = row.strong or row.cells[0].chip != "" or row.lesion is None
        end = draw_text(painter, look, look.px(24), names, row.title, 13.5, bold and row.strong)
        painter.setPen(theme.text2)
        draw_text(painter, look, end + look.px(6), names, row.subtitle, 12)
        for column in columns:
            if row.lesion in self._boxes and column == self._selected:
                continue
            place = self._column(column)
            place.setTop(rect.top())
            place.setHeight(rect.height())
            self._paint_cell(painter, row.cells[column], place)

    def _paint_cell(self, painter: QPainter, cell: Cell, rect: QRectF) -> None:
        look, theme = self.look, self.look.theme
        middle = rect.center()
        if cell.chip:
            width = response_width(look, cell.chip)
            if width <= rect.width() - 4:
                paint_response(painter, look, cell.chip, middle.x(), middle.y())
                return
        text, size = cell.text or cell.chip, 15 if cell.bold and not cell.mark else 13
        gap = look.px(7) if cell.aside and text else 0
        wide = text_width(look, text, size, cell.bold)
        wide += gap + text_width(look, cell.aside, 12) if cell.aside else 0
        wide += look.px(18) if cell.mark else 0
        x = middle.x() - min(wide, rect.width() - 8) / 2
        room = rect.adjusted(0, 0, -4, 0)
        if cell.mark:
            paint_glyph(painter, theme, cell.mark, x + look.px(6), middle.y(), look.px(12))
            x += look.px(18)
        painter.setPen(getattr(theme, cell.colour))
        end = draw_text(painter, look, x, room, text, size, cell.bold)
        painter.setPen(getattr(theme, cell.colour) if cell.colour != "text" else theme.text2)
        draw_text(painter, look, end + gap, room, cell.aside, 12)

    # The curve

    def _paint_curve(self, painter: QPainter, curve: Curve, area: QRectF, columns: range) -> None:
        look, theme = self.look, self.look.theme
        painter.fillRect(QRectF(0, area.top(), area.width(), 1), theme.line2)
        scale = _Scale(curve, area)
        names = QRectF(0, area.top() + look.px(6), look.px(NAMES - 8), look.px(20))
        painter.setPen(theme.text)
        draw_text(painter, look, look.px(24), names, curve.title, 13, bold=True)
        end = self._column(columns[-1]).right()
        start = float(look.px(NAMES))
        lines = self._lines(curve)
        for value, _, colour, since in lines:
            left = start if since is None else max(start, self._column(since).center().x())
            self._dashed(painter, left, end, scale.y(value), colour)
        self._name_lines(painter, lines, scale, area)
        self._paint_points(painter, curve, scale, columns)
        painter.fillRect(QRectF(0, area.bottom() - 1, area.width(), 1), theme.line2)

    def _lines(self, curve: Curve) -> list[_Line]:
        theme = self.look.theme
        found: list[_Line] = []
        if curve.pr_line is not None:
            text = self.tr("PR line {mm}: −30 %").format(mm=_short(curve.pr_line))
            found.append((curve.pr_line, text, theme.done, None))
        if curve.pd_line is not None:
            text = self.tr("PD line {mm}: +20 %, +5 mm").format(mm=_short(curve.pd_line))
            found.append((curve.pd_line, text, theme.overdue, curve.nadir_at))
        if curve.nadir is not None:
            text = self.tr("nadir {mm}").format(mm=_short(curve.nadir))
            found.append((curve.nadir, text, theme.text2, curve.nadir_at))
        return sorted(found, key=lambda line: -line[0])

    def _dashed(
        self, painter: QPainter, left: float, right: float, y: float, colour: QColor
    ) -> None:
        pen = QPen(colour, 1.4)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _name_lines(
        self, painter: QPainter, lines: list[_Line], scale: "_Scale", area: QRectF
    ) -> None:
        """Each name beside its line, moved where two would overlap; never over the title."""
        high = self.look.px(16)
        tops: list[float] = []
        for value, *_ in lines:
            least = tops[-1] + high if tops else area.top() + self.look.px(26)
            tops.append(max(scale.y(value) - high / 2, least))
        bottom = area.bottom() - 2
        for place in reversed(range(len(tops))):
            tops[place] = min(tops[place], bottom - high)
            bottom = tops[place]
        for top, (_, words, colour, _) in zip(tops, lines, strict=True):
            left = self.look.px(NAMES - 10) - text_width(self.look, words, 12)
            painter.setPen(colour)
            room = QRectF(0, top, self.look.px(NAMES), high)
            draw_text(painter, self.look, left, room, words, 12)

    def _paint_points(
        self, painter: QPainter, curve: Curve, scale: "_Scale", columns: range
    ) -> None:
        look, theme = self.look, self.look.theme
        points = {
            column: QPointF(self._column(column).center().x(), scale.y(total))
            for column in columns
            if (total := curve.sums[column]) is not None
        }
        shown = list(points)
        for before, after in pairwise(shown):
            known = after == before + 1  # a gap is not bridged by a solid line
            painter.setPen(
                QPen(
                    theme.text,
                    2 if known else 1.4,
                    Qt.PenStyle.SolidLine if known else Qt.PenStyle.DotLine,
                )
            )
            painter.drawLine(points[before], points[after])
        for column, at in points.items():
            bad = curve.codes[column] in {"PD", "iUPD", "iCPD"}
            colour = theme.overdue if bad else theme.text
            filled = curve.codes[column] not in {"–", "iUPD"}
            painter.setPen(QPen(colour, 2))
            painter.setBrush(colour if filled else theme.surface)
            mark = QRectF(at.x() - 5, at.y() - 5, 10, 10)
            painter.drawRect(mark) if bad else painter.drawEllipse(mark)
            total = curve.sums[column]
            text = _short(total) if total is not None else ""
            above = at.y() - look.px(26) > scale.top
            top = at.y() - look.px(26) if above else at.y() + look.px(7)
            painter.setPen(theme.text)
            self._centre(painter, self._column(column), top, look.px(18), text, 14, bold=True)


class _Scale:
    """Millimetres to pixels: from a little below the smallest to a little above the largest."""

    def __init__(self, curve: Curve, area: QRectF) -> None:
        values = [v for v in (*curve.sums, curve.pr_line, curve.pd_line) if v is not None]
        self._low = float(min(values, default=Decimal(0)))
        self._high = max(float(max(values, default=Decimal(1))), self._low + 1)
        self.top = area.top() + 4
        self._area = area.adjusted(0, 34, 0, -14)

    def y(self, value: Decimal) -> float:
        share = (float(value) - self._low) / (self._high - self._low)
        return self._area.bottom() - share * self._area.height()


def _short(mm: Decimal) -> str:
    text = format(mm.normalize(), "f")
    return text if "." not in text else f"{mm:.1f}"
