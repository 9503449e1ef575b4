# SPDX-License-Identifier: MIT
"""The sheet that stands before the window: a title, a sentence, fields, one thing to do."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.domain.errors import UserError
from tracker.ui.errors import sentences
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_WIDTH = 460


class Entrance(QDialog):
    """A form of one column. Enter in the last field does the one thing.

    Signals:
        entered(): the button was pressed or Enter typed in the last field.
    """

    entered = Signal()

    def __init__(
        self, look: Look, title: str, sentence: str, action: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(self.tr("Follow-up Tracker"))
        self._fields: list[QLineEdit] = []
        self._problem = PlainLabel(look, "", 13, colour="overdue")
        self._problem.setWordWrap(True)
        self._problem.setObjectName("problem")
        self.act = Press(look, action, keys="Enter", primary=True)
        self.act.setObjectName("act")
        self.act.clicked.connect(self.entered)
        heading = PlainLabel(look, title, 22, bold=True)
        words = PlainLabel(look, sentence, 14, colour="text2")
        words.setWordWrap(True)
        self.column = QVBoxLayout(self)
        px = look.px
        self.column.setContentsMargins(px(36), px(32), px(36), px(28))
        self.column.setSpacing(px(6))
        self.column.addWidget(heading)
        self.column.addWidget(words)
        self.column.addSpacing(px(10))
        self._foot = QHBoxLayout()
        self._foot.addStretch()
        self._foot.addWidget(self.act)
        self.setFixedWidth(px(_WIDTH))
        FocusRing(look, self)

    def add_field(self, label: str, box: QLineEdit, hint: str = "") -> None:
        """Adds a field under the ones before it."""
        name = PlainLabel(self.look, label, 13, colour="text2")
        name.setBuddy(box)
        box.setAccessibleName(label)
        self.column.addSpacing(self.look.px(6))
        self.column.addWidget(name)
        self.column.addWidget(box)
        if hint:
            line = PlainLabel(self.look, hint, 12, colour="text3")
            line.setWordWrap(True)
            self.column.addWidget(line)
        box.returnPressed.connect(lambda: self._go_on(box))
        box.textEdited.connect(lambda _text: self._problem.clear())
        self._fields.append(box)

    def add_other(self, text: str, wanted: SignalInstance) -> None:
        """Offers another way in, at the left of the foot."""
        other = Press(self.look, text, flat=True)
        other.clicked.connect(wanted)
        self._foot.insertWidget(0, other)

    def finish(self) -> None:
        """Closes the column with the problem line and the button."""
        self.column.addSpacing(self.look.px(8))
        self.column.addWidget(self._problem)
        self.column.addLayout(self._foot)
        self._fields[0].setFocus()
        self._fit()

    def refuse(self, error: UserError) -> None:
        """Says why it did not work; what was typed stays."""
        self.complain("\n".join(sentences(error)))

    def complain(self, text: str) -> None:
        """Shows a sentence under the fields and lets the person try again."""
        self.wait(False)
        self._problem.setText(text)
        self._fit()
        self._fields[-1].setFocus()
        self._fields[-1].selectAll()

    def wait(self, waiting: bool) -> None:
        """While the key is derived nothing can be typed."""
        self.act.allow(not waiting)
        for field in self._fields:
            field.setEnabled(not waiting)
        if waiting:
            self._problem.clear()

    def _fit(self) -> None:
        """As high as the words need at this width."""
        self.setFixedHeight(self.column.totalHeightForWidth(self.width()))

    def _go_on(self, box: QLineEdit) -> None:
        place = self._fields.index(box) + 1
        if place < len(self._fields):
            self._fields[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.act.isEnabled():
            self.entered.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.theme.surface)


def line_box(look: Look, name: str, parent: QWidget | None = None) -> QLineEdit:
    """A plain one-line box of the height of a form field."""
    box = QLineEdit(parent)
    box.setObjectName(name)
    box.setFont(look.font(15))
    box.setMinimumHeight(look.px(34))
    box.setTextMargins(look.px(8), 0, look.px(8), 0)
    return box
