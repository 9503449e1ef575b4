# SPDX-License-Identifier: MIT
"""Permanent notices above the page: synthetic patients, or trouble that nobody may overlook."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.glyphs import Glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.mark import Mark
from tracker.ui.widgets.press import SMALL, Press


class Level(Enum):
    """How much it matters. The value names the ground and the edge in ``Theme``."""

    INFO = ("accent_soft", "accent")
    TROUBLE = ("overdue_soft", "overdue")


class _Row(Face):
    """One notice."""

    acted = Signal()

    def __init__(self, look: Look, text: str, level: Level, action: str) -> None:
        super().__init__(look)
        self._level = level
        words = PlainLabel(look, text, 13, bold=level is Level.TROUBLE)
        words.setWordWrap(True)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), look.px(3), look.px(24), look.px(4))
        row.setSpacing(look.px(8))
        if level is Level.TROUBLE:
            row.addWidget(Mark(look, Glyph.OVERDUE))
        row.addWidget(words, 1)
        if action:
            press = Press(look, action, height=SMALL)
            press.clicked.connect(self.acted)
            row.addWidget(press)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, edge = (getattr(self.look.theme, token) for token in self._level.value)
        painter.fillRect(self.rect(), ground)
        painter.fillRect(0, self.height() - 1, self.width(), 1, edge)


class NoticeBar(QWidget):
    """Notices by key; each stays until its key is dropped. ``acted`` hands over the key."""

    acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def put(self, key: str, text: str, level: Level, action: str = "") -> None:
        """Shows a notice, in place of the one of the same key; trouble stands on top."""
        self.drop(key)
        row = _Row(self._look, text, level, action)
        row.acted.connect(lambda: self.acted.emit(key))
        self._rows[key] = row
        self._column.insertWidget(0 if level is Level.TROUBLE else -1, row)
        self.show()

    def drop(self, key: str) -> None:
        """Removes a notice whose cause is resolved; an unknown key is fine."""
        row = self._rows.pop(key, None)
        if row is not None:
            self._column.removeWidget(row)
            row.deleteLater()
        self.setVisible(bool(self._rows))
