# SPDX-License-Identifier: MIT
"""The line at the bottom: the working date, whether all is safe, and what the page says."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.glyphs import Glyph, paint_glyph, paint_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, draw_box, draw_text, text_width

_TEXT = 12


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One statement, with the mark that says at a glance whether it is good."""

    text: str
    mark: Icon | Glyph | None = None


class StatusBar(Face):
    """Statements at the left (working date, encrypted, last backup), one at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._items: tuple[StatusItem, ...] = ()
        self._right = ""
        self._mode = ""
        self.restyle()

    def set_items(self, items: Sequence[StatusItem]) -> None:
        """Shows these statements at the left."""
        self._items = tuple(items)
        self._say()

    def set_mode(self, text: str) -> None:
        """Says before all else in which way the window differs from the usual; "" for none."""
        self._mode = text
        self._say()

    def set_right(self, text: str) -> None:
        """Shows what the page has to say at the right."""
        self._right = text
        self._say()

    def restyle(self) -> None:
        self.setFixedHeight(self.look.px(28))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        painter.fillRect(self.rect(), theme.rail)
        painter.fillRect(0, 0, self.width(), 1, theme.line2)
        rect = QRectF(self.rect()).adjusted(look.px(16), 1, -look.px(16), 0)
        x = self._paint_mode(painter, rect)
        for item in self._items:
            if x > rect.x():
                painter.fillRect(QRectF(x + look.px(16), look.px(8), 1, look.px(12)), theme.line2)
                x += look.px(30)
            x = self._paint_item(painter, item, x, rect)
        painter.setPen(theme.text2)
        painter.setFont(look.font(_TEXT))
        room = rect.adjusted(x - rect.x() + look.px(16), 0, 0, 0)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, align, self._right)

    def _paint_mode(self, painter: QPainter, rect: QRectF) -> float:
        """A band of its own, so that nobody wonders where the names are; returns where it ends."""
        if not self._mode:
            return rect.x()
        look, theme = self.look, self.look.theme
        width = text_width(look, self._mode, _TEXT, bold=True) + look.px(20)
        band = QRectF(rect.x() - look.px(10), look.px(4), width, self.height() - look.px(8))
        draw_box(painter, band, look.px(4), theme.ask_soft, theme.ask)
        painter.setPen(theme.text)
        draw_text(painter, look, rect.x(), rect, self._mode, _TEXT, bold=True)
        return band.right()

    def _paint_item(self, painter: QPainter, item: StatusItem, x: float, rect: QRectF) -> float:
        look, theme, middle = self.look, self.look.theme, rect.center().y()
        if isinstance(item.mark, Icon):
            paint_icon(painter, item.mark, x + look.px(7), middle, look.px(14), theme.done)
        elif item.mark:
            paint_glyph(painter, theme, item.mark, x + look.px(7), middle, look.px(11))
        if item.mark:
            x += look.px(19)
        painter.setPen(theme.text2)
        return draw_text(painter, look, x, rect, item.text, _TEXT)

    def _say(self) -> None:
        said = (self._mode, *(item.text for item in self._items), self._right)
        self.setAccessibleName("; ".join(filter(None, said)))
        self.update()
