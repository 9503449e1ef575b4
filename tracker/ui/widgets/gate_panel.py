# SPDX-License-Identifier: MIT
"""The gate: what was found before the dose, each line with its rule. It suggests, people decide."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, Face, draw_box, draw_text, text_width
from tracker.ui.widgets.label import plain_tooltip

LINES = 3  # that are shown; the rest is one key away and counted
_LINE = 24
_WORD, _TEXT, _SOURCE = 18, 13.5, 12


@dataclass(frozen=True, slots=True)
class GateLineView:
    """One line: its mark, what it says, and where the rule comes from."""

    glyph: Glyph
    text: str
    source: str
    strong: bool = True


@dataclass(frozen=True, slots=True)
class GateView:
    """What the gate says, in words.

    Attributes:
        glyph: ASK or HELD; DONE never, nothing here is a "go". None: no stop was found.
        word: the answer.
        counted: how many of the rules had data.
    """

    word: str
    counted: str
    glyph: Glyph | None
    lines: tuple[GateLineView, ...] = ()


class GatePanel(Face):
    """Shows a ``GateView``. It takes no keyboard: what can be done stands beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._view = GateView("", "", None)
        self._more = ""
        self.setObjectName("gate")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_view(self, view: GateView, more: str = "") -> None:
        """Shows an answer; ``more`` says how many lines are not in sight."""
        self._view, self._more = view, more
        words = [view.word, view.counted, *(f"{line.text} – {line.source}" for line in view.lines)]
        self.setAccessibleName("\n".join(word for word in words if word))
        self.setToolTip(plain_tooltip("\n".join(word for word in words if word)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(600), self.look.px(LINES * _LINE + 10))

    def restyle(self) -> None:
        self.setFixedHeight(self.look.px(LINES * _LINE + 10))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        view, rect = self._view, QRectF(self.rect())
        ink = view.glyph.colour(theme) if view.glyph else theme.text2
        soft = {Glyph.ASK: theme.ask_soft, Glyph.HELD: theme.held_soft}
        fill = soft.get(view.glyph or Glyph.DONE, theme.sunken)
        draw_box(painter, rect, look.px(RADIUS), fill, ink)
        painter.fillRect(QRectF(0, 0, look.px(6), rect.height()), ink)
        x: float = look.px(18)
        head = QRectF(0, look.px(12), look.px(158), look.px(30))
        if view.glyph:
            y = head.center().y()
            paint_glyph(painter, theme, view.glyph, x + look.px(12), y, look.px(25))
            x += look.px(33)
        painter.setPen(ink)
        word = _WORD if text_width(look, view.word, _WORD, True) < look.px(110) else 14
        draw_text(painter, look, x, head, view.word, word, True)
        painter.setPen(theme.text2)
        counted = QRectF(0, look.px(45), look.px(164), look.px(18))
        draw_text(painter, look, look.px(18), counted, view.counted, _SOURCE)
        self._paint_lines(painter, rect)

    def _paint_lines(self, painter: QPainter, rect: QRectF) -> None:
        look, theme = self.look, self.look.theme
        left = look.px(172)
        source_x = left + (rect.width() - left) * 0.56
        for place, line in enumerate(self._view.lines[:LINES]):
            row = QRectF(left, look.px(5 + place * _LINE), rect.width() - left, look.px(_LINE))
            middle = row.center().y()
            paint_glyph(painter, theme, line.glyph, left + look.px(7), middle, look.px(13))
            painter.setPen(theme.text)
            last = place == LINES - 1 and self._more
            room = QRectF(row.left(), row.top(), source_x - row.left() - look.px(12), row.height())
            draw_text(painter, look, left + look.px(23), room, line.text, _TEXT, line.strong)
            painter.setPen(theme.text2)
            end = rect.right() - look.px(12)
            if last:
                end -= text_width(look, self._more, _SOURCE, True) + look.px(14)
            room = QRectF(source_x, row.top(), end - source_x, row.height())
            draw_text(painter, look, source_x, room, line.source, _SOURCE)
            if last:
                painter.setPen(theme.text)
                room = QRectF(row.left(), row.top(), row.width() - look.px(12), row.height())
                start = rect.right() - look.px(12) - text_width(look, self._more, _SOURCE, True)
                draw_text(painter, look, start, room, self._more, _SOURCE, True)
