# SPDX-License-Identifier: MIT
"""A state's glyph as a widget of its own, beside a label."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face


class Mark(Face):
    """Shows one glyph; its word stands beside it."""

    def __init__(
        self, look: Look, glyph: Glyph, size: float = 11, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._glyph = glyph
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.look.px(self._size * 1.5)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle, size = QRectF(self.rect()).center(), self.look.px(self._size)
        paint_glyph(QPainter(self), self.look.theme, self._glyph, middle.x(), middle.y(), size)
