# SPDX-License-Identifier: MIT
"""Key caps: shortcuts printed beside the word they trigger."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, draw_box, draw_text, text_width

_TEXT = 12


def keycap_width(look: Look, keys: str) -> int:
    """Width in pixels of a key cap."""
    return max(text_width(look, keys, _TEXT) + look.px(10), look.px(18))


def paint_keycap(
    painter: QPainter, look: Look, x: float, middle: float, keys: str, ink: QColor | None = None
) -> None:
    """Draws a key cap from ``x`` to the right. ``ink`` replaces its colours on a filled ground."""
    rect = QRectF(x, middle - look.px(9), keycap_width(look, keys), look.px(18))
    clear = QColor(Qt.GlobalColor.transparent)
    draw_box(painter, rect, 4, clear, ink or look.theme.line2)
    painter.setPen(ink or look.theme.text2)
    painter.setFont(look.font(_TEXT))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)


class KeyCap(Face):
    """A key cap, with the word for what the key does beside it."""

    def __init__(
        self, look: Look, keys: str, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._keys = keys
        self._words = words
        self.setAccessibleName(f"{keys} {words}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def give_way(self) -> None:
        """Leaves the word out where the row has no room for it; the key stays, and is read out."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = keycap_width(self.look, self._keys)
        if self._words:
            width += self.look.px(6) + text_width(self.look, self._words, 13)
        return QSize(width + 1, self.look.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(keycap_width(self.look, self._keys) + 1, self.look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint_keycap(painter, self.look, 0, rect.center().y(), self._keys)
        if self.width() < self.sizeHint().width():
            return
        painter.setPen(self.look.theme.text2)
        start = keycap_width(self.look, self._keys) + self.look.px(6)
        draw_text(painter, self.look, start, rect, self._words, 13)
