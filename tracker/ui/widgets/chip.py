# SPDX-License-Identifier: MIT
"""Filter chips: a state, its word and how many there are."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import ButtonFace, draw_box, draw_text, text_width
from tracker.ui.widgets.label import plain_tooltip

_TEXT = 13


class Chip(ButtonFace):
    """A pill that filters a list while it is checked. Chips of one list share a QButtonGroup."""

    def __init__(
        self, look: Look, text: str, mark: Glyph | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, parent)
        self._mark = mark
        self._count: int | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Shows how many rows the filter keeps; None while that is not known."""
        self._count = count
        self.setAccessibleName(self.words if count is None else f"{self.words} {count}")
        self.setToolTip(plain_tooltip(self.accessibleName()))
        self.restyle()

    def sizeHint(self) -> QSize:
        look = self.look
        width = look.px(24) + text_width(look, self.words, _TEXT)
        if self._mark:
            width += look.px(20)
        if self._count is not None:
            width += look.px(7) + text_width(look, str(self._count), _TEXT, True)
        return QSize(width + 1, look.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        rect = QRectF(self.rect())
        checked = self.isChecked()
        ground = theme.sunken if self.lit() else theme.surface
        draw_box(
            painter,
            rect,
            rect.height() / 2,
            theme.accent_soft if checked else ground,
            theme.accent if checked else theme.line2,
            1.6 if checked else 1,
        )
        x: float = look.px(12)
        if self._mark:
            paint_glyph(painter, theme, self._mark, x + look.px(6), rect.center().y(), look.px(11))
            x += look.px(20)
        painter.setPen(theme.accent if checked else theme.text2)
        count = "" if self._count is None else str(self._count)
        # where there is little room, the word is cut and never the number
        kept = look.px(11) + (look.px(7) + text_width(look, count, _TEXT, True) if count else 0)
        word = rect.adjusted(0, 0, -kept, 0)
        x = min(draw_text(painter, look, x, word, self.words, _TEXT), word.right())
        if count:
            painter.setPen(theme.accent if checked else theme.text)
            draw_text(painter, look, x + look.px(7), rect, count, _TEXT, True)
