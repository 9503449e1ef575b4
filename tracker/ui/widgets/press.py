# SPDX-License-Identifier: MIT
"""Buttons: a word, its key cap, perhaps an icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.glyphs import Glyph, paint_glyph, paint_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, ButtonFace, draw_box, draw_text, text_width
from tracker.ui.widgets.keycap import keycap_width, paint_keycap
from tracker.ui.widgets.label import plain_tooltip

BUTTON, SMALL, ACT, SAVE = 32, 28, 44, 48


class Press(ButtonFace):
    """A button.

    Args:
        look: theme and zoom.
        text: the word on it; empty for a square button with an icon (give an accessible name).
        keys: the shortcut printed behind the word. The owner of the page makes it work.
        mark: a line icon, or the glyph of a state.
        primary: filled with the accent; exactly one per page.
        toggle: stays pressed, tinted.
        flat: without a box until the mouse is over it, for the header.
        height: one of BUTTON, SMALL, ACT, SAVE; pixels at 100 %.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        keys: str = "",
        mark: Icon | Glyph | None = None,
        primary: bool = False,
        toggle: bool = False,
        flat: bool = False,
        height: int = BUTTON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self._keys = keys
        self._mark = mark
        self._primary = primary
        self._flat = flat
        self._height = height
        self._reason = ""
        self.setCheckable(toggle)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def allow(self, allowed: bool, reason: str = "") -> None:
        """Enables the button, or disables it and says why in its tool tip."""
        self.setEnabled(allowed)
        self._reason = "" if allowed else reason
        self.setToolTip(plain_tooltip(self._reason))
        self.setAccessibleDescription(self._reason)

    def sizeHint(self) -> QSize:
        look = self.look
        if not self.words:
            return QSize(look.px(self._height), look.px(self._height))
        width = look.px(26 if self._height >= BUTTON else 20) + self._word_width()
        if self._mark:
            width += look.px(24)
        if self._keys:
            width += look.px(10) + keycap_width(look, self._keys)
        return QSize(width, look.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self.look, QRectF(self.rect())
        fill, edge, ink = self._colours()
        radius = look.px(RADIUS if self._height < ACT else 8)
        draw_box(painter, rect, radius, fill, edge, 2 if self.isChecked() else 1)
        middle = rect.center().y()
        if not self.words:
            self._paint_mark(painter, rect.center().x(), middle, ink)
            return
        x = (rect.width() - self.sizeHint().width()) / 2 + look.px(
            13 if self._height >= BUTTON else 10
        )
        if self._mark:
            self._paint_mark(painter, x + look.px(7), middle, ink)
            x += look.px(24)
        painter.setPen(ink)
        end = draw_text(painter, look, x, rect, self.words, self._text_px(), self._bold())
        if self._keys:
            cap = ink if self._primary and self.isEnabled() else None
            paint_keycap(painter, look, end + look.px(10), middle, self._keys, cap)

    def _paint_mark(self, painter: QPainter, x: float, y: float, ink: QColor) -> None:
        look = self.look
        if isinstance(self._mark, Icon):
            paint_icon(painter, self._mark, x, y, look.px(17), ink)
        elif self._mark:
            own = None if self.isEnabled() and not self._primary else ink
            paint_glyph(painter, look.theme, self._mark, x, y, look.px(12), own)

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Fill, edge and ink."""
        theme = self.look.theme
        if not self.isEnabled():
            return theme.sunken, theme.line, theme.text3
        if self._primary:
            ground = theme.accent.darker(112) if self.isDown() or self.lit() else theme.accent
            return ground, ground, theme.accent_text
        if self.isChecked():
            return theme.accent_soft, theme.accent, theme.accent
        if self._flat and not self.lit():
            clear = QColor(Qt.GlobalColor.transparent)
            return clear, clear, theme.text2
        ground = theme.sunken if self.isDown() or self.lit() else theme.surface
        return ground, theme.control if self.isDown() else theme.line2, theme.text

    def _bold(self) -> bool:
        return self._primary or self.isChecked()

    def _text_px(self) -> float:
        return {ACT: 15, SAVE: 16}.get(self._height, 13)

    def _word_width(self) -> int:
        # bold whether pressed or not, so that a toggle does not change its width
        bold = self._primary or self.isCheckable()
        return text_width(self.look, self.words, self._text_px(), bold)
