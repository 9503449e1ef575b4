# SPDX-License-Identifier: MIT
"""An absence is a sentence, and the next step is beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


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
        column = QVBoxLayout(self)
        column.setSpacing(look.px(16))
        column.addStretch(2)
        column.addWidget(self._sentence)
        if action:
            press = Press(look, action)
            press.clicked.connect(self.acted)
            column.addWidget(press, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        """Says why there is nothing (no match, nothing due, nothing recorded)."""
        self._sentence.setText(sentence)
