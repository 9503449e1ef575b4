# SPDX-License-Identifier: MIT
"""The six facts beside the lifeline, always in one order and place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.ui.glyphs import Glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, text_width
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.mark import Mark

WIDTH = 272


@dataclass(frozen=True, slots=True)
class Fact:
    """A caption, the fact itself, and lines on it, each with a mark where it has a state."""

    title: str
    headline: str
    lines: tuple[tuple[Glyph | None, str], ...] = ()


class FactsPanel(QScrollArea):
    """A column of facts at the right of a page.

    Where the window is low it is written smaller; it scrolls only where that does not help.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: tuple[Fact, ...] = ()
        self._sheet: _Sheet | None = None
        self._is_dense = False
        self._loose = 0  # how high the facts are in letters of the usual size
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        look.changed.connect(self._build)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Shows these facts in place of those before."""
        self._facts = tuple(facts)
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().height() != event.oldSize().height():
            self._fit()
        super().resizeEvent(event)

    def _build(self) -> None:
        self._write(is_dense=False)
        self._loose = self._needed()
        self._fit()

    def _fit(self) -> None:
        """Writes anew only where the size of the letters changes."""
        is_dense = self._loose > self.height()
        if is_dense != self._is_dense:
            self._write(is_dense=is_dense)
        # Left to itself, a bar that appeared once narrows the lines, so that they wrap and need it.
        policy = Qt.ScrollBarPolicy
        on = self._needed() > self.height()
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if on else policy.ScrollBarAlwaysOff
        )

    def _needed(self) -> int:
        return self._sheet.heightForWidth(self.width()) if self._sheet else 0

    def _write(self, *, is_dense: bool) -> None:
        self._is_dense = is_dense
        look, px = self._look, self._look.px
        self.setFixedWidth(px(WIDTH))
        sheet = _Sheet(look)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(17), px(7), px(16), px(4))
        column.setSpacing(0)
        for place, fact in enumerate(self._facts):
            if place:
                column.addWidget(_Rule(look, 6 if self._is_dense else 13))
            self._add(column, fact)
        column.addStretch(1)
        self.setWidget(sheet)
        self._sheet = sheet

    def _add(self, column: QVBoxLayout, fact: Fact) -> None:
        look = self._look
        room = look.px(WIDTH - 34)  # a long fact is written smaller before it takes two lines
        small, large = (12, 14.5) if self._is_dense else (13, 16)
        size = large if text_width(look, fact.headline, large, bold=True) <= room else large - 2
        headline = PlainLabel(look, fact.headline, size, bold=True)
        headline.setWordWrap(True)
        title = PlainLabel(look, fact.title, small, colour="text2")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(headline)
        for mark, text in fact.lines:
            line = PlainLabel(look, text, small, colour=mark.token if mark else "text2")
            line.setWordWrap(True)
            row = QHBoxLayout()
            row.setSpacing(look.px(5))
            if mark:
                row.addWidget(Mark(look, mark, 10), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(line, 1)
            column.addLayout(row)


class _Rule(Face):
    """A hairline between two facts with its room."""

    def __init__(self, look: Look, height: int) -> None:
        super().__init__(look)
        self.setFixedHeight(look.px(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() // 2, self.width(), 1, self.look.theme.line2)


class _Sheet(Face):
    """The ground of the panel, with a line against the page."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(0, 0, 1, self.height(), theme.line2)
