# SPDX-License-Identifier: MIT
"""The gate: what was found before the dose, each line with its rule. It suggests, people decide."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, Face, draw_box, draw_text, text_width
from tracker.ui.widgets.label import plain_tooltip

_ROWS = 4  # a long line takes two; what finds no room is one key away and counted
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
        self._more: Callable[[int], str] = str
        self._most = _ROWS
        self.setObjectName("gate")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_view(self, view: GateView, more: Callable[[int], str]) -> None:
        """Shows an answer; ``more`` says of a number of lines that they are not in sight."""
        self._view, self._more = view, more
        words = [view.word, view.counted, *(f"{line.text} – {line.source}" for line in view.lines)]
        self.setAccessibleName("\n".join(word for word in words if word))
        self.setToolTip(plain_tooltip("\n".join(word for word in words if word)))
        self.update()

    def set_low(self, low: bool) -> None:
        """Takes one row less where height is dear."""
        if self._most != (_ROWS - 1 if low else _ROWS):
            self._most = _ROWS - 1 if low else _ROWS
            self.restyle()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(600), self.look.px(self._most * _LINE + 10))

    def restyle(self) -> None:
        self.setFixedHeight(self.look.px(self._most * _LINE + 10))
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
        left, end = look.px(172), rect.right() - look.px(12)
        source_x = left + (rect.width() - left) * 0.56
        text_x = left + look.px(23)
        rows = self.rows(end - text_x)
        hidden = len(self._view.lines) - len({id(line) for line, _, _ in rows})
        more = self._more(hidden) if hidden else ""
        for place, (line, text, is_last) in enumerate(rows):
            row = QRectF(left, look.px(5 + place * _LINE), end - left, look.px(_LINE))
            if place == 0 or rows[place - 1][0] is not line:
                mark = left + look.px(7)
                paint_glyph(painter, theme, line.glyph, mark, row.center().y(), look.px(13))
            painter.setPen(theme.text)
            behind = draw_text(painter, look, text_x, row, text, _TEXT, line.strong) + look.px(16)
            if not is_last:
                continue
            width = text_width(look, more, _SOURCE, True) if place == self._most - 1 else 0
            painter.setPen(theme.text2)
            room = QRectF(row.left(), row.top(), row.width() - width - look.px(14), row.height())
            draw_text(painter, look, max(source_x, behind), room, line.source, _SOURCE)
        painter.setPen(theme.text)
        below = QRectF(left, look.px(5 + (self._most - 1) * _LINE), end - left, look.px(_LINE))
        start = end - text_width(look, more, _SOURCE, True)
        draw_text(painter, look, start, below, more, _SOURCE, True)

    def rows(self, full: float) -> list[tuple[GateLineView, str, bool]]:
        """The lines as rows of ``full`` pixels: one too long beside its source takes two."""
        look = self.look
        more = look.px(14) + text_width(look, self._more(99), _SOURCE, True)
        found: list[tuple[GateLineView, str, bool]] = []
        for line in self._view.lines:
            source = look.px(16) + text_width(look, line.source, _SOURCE)
            beside = full - source - (more if len(found) == self._most - 1 else 0)
            parts = [line.text]
            if text_width(look, line.text, _TEXT, line.strong) > beside:
                parts = self._halves(line, full)
            if found and len(found) + len(parts) > self._most:
                break
            found += [(line, part, part is parts[-1]) for part in parts]
        return found

    def _halves(self, line: GateLineView, full: float) -> list[str]:
        """As many words as one row holds, and the rest; without blanks, letters."""
        gap = " " if " " in line.text else ""
        words = line.text.split(" ") if gap else list(line.text)
        first = len(words) - 1
        while first > 1 and (
            text_width(self.look, gap.join(words[:first]), _TEXT, line.strong) > full
        ):
            first -= 1
        return [gap.join(words[:first]), gap.join(words[first:])]
