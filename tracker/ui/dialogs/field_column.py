# SPDX-License-Identifier: MIT
"""A title, one sentence and fields, one below the other; Enter goes from field to field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel


class FieldColumn(QVBoxLayout):
    """The layout of an entrance and of each first step.

    Signals:
        entered(): Enter was typed in the last field.
        edited(): something was typed in one of them.
    """

    entered = Signal()
    edited = Signal()

    def __init__(self, look: Look, title: str, sentence: str) -> None:
        super().__init__()
        self._look = look
        self.boxes: list[QLineEdit] = []
        px = look.px
        self.setContentsMargins(px(36), px(32), px(36), px(28))
        self.setSpacing(px(6))
        self.addWidget(PlainLabel(look, title, 22, bold=True))
        self.add_words(sentence, 14, "text2")
        self.addSpacing(px(10))

    def add_words(self, text: str, size: float, colour: str) -> None:
        """Adds a sentence that wraps."""
        words = PlainLabel(self._look, text, size, colour=colour)
        words.setWordWrap(True)
        self.addWidget(words)

    def add_field(
        self, label: str, box: QLineEdit, hint: str = "", beside: QWidget | None = None
    ) -> None:
        """Adds a field under the ones before it, perhaps with a button beside its box."""
        name = PlainLabel(self._look, label, 13, colour="text2")
        name.setBuddy(box)
        box.setAccessibleName(label)
        self.addSpacing(self._look.px(6))
        self.addWidget(name)
        if beside is None:
            self.addWidget(box)
        else:
            row = QHBoxLayout()
            row.setSpacing(self._look.px(8))
            row.addWidget(box, 1)
            row.addWidget(beside)
            self.addLayout(row)
        if hint:
            self.add_words(hint, 12, "text3")
        box.returnPressed.connect(lambda: self._go_on(box))
        box.textEdited.connect(lambda _text: self.edited.emit())
        self.boxes.append(box)

    def add_other(self, label: str, widget: QWidget, hint: str = "") -> None:
        """Adds something else than a box to type in, under a label."""
        self.addSpacing(self._look.px(6))
        self.addWidget(PlainLabel(self._look, label, 13, colour="text2"))
        self.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        if hint:
            self.add_words(hint, 12, "text3")

    def _go_on(self, box: QLineEdit) -> None:
        place = self.boxes.index(box) + 1
        if place < len(self.boxes):
            self.boxes[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()
