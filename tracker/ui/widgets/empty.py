# SPDX-License-Identifier: MIT
"""An absence is a sentence, and the next step is beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_WITH_PRESS = 90  # pixels of height at 100 % that sentence and button need


class EmptyState(QWidget):
    """Stands where a list has no row: says so, and offers what to do next."""

    acted = Signal()

    def __init__(
        self, look: Look, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel(look, sentence, 15, colour="text2")
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._look = look
        self._press: Press | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addStretch(2)
        column.addWidget(self._sentence)
        if action:
            self._press = Press(look, action)
            self._press.clicked.connect(self.acted)
            column.addWidget(self._press, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the sentence stays, and the button gives way."""
        super().resizeEvent(event)
        if self._press:
            self._press.setVisible(self.height() >= self._look.px(_WITH_PRESS))

    def set_sentence(self, sentence: str) -> None:
        """Says why there is nothing (no match, nothing due, nothing recorded)."""
        self._sentence.setText(sentence)
