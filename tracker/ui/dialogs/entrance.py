# SPDX-License-Identifier: MIT
"""The sheet that stands before the window: a title, a sentence, fields, one thing to do."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from tracker.domain.errors import UserError
from tracker.ui.dialogs.field_column import FieldColumn
from tracker.ui.errors import sentences
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_WIDTH, _WIDE = 500, 760
_HIGH = 480  # pixels at 100 %: what is higher at the usual width would not fit a small screen


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
        self._problem = PlainLabel(look, "", 13, colour="overdue")
        self._problem.setWordWrap(True)
        self._problem.setObjectName("problem")
        self.act = Press(look, action, keys="Enter", primary=True)
        self.act.setObjectName("act")
        self.act.clicked.connect(self.entered)
        self.column = FieldColumn(look, title, sentence)
        self.column.entered.connect(self._enter)
        self.column.edited.connect(self._problem.clear)
        self.setLayout(self.column)
        self._foot = QHBoxLayout()
        self._foot.addStretch()
        self._foot.addWidget(self.act)
        self.setFixedWidth(look.px(_WIDTH))
        FocusRing(look, self)

    def add_field(self, label: str, box: QLineEdit, hint: str = "") -> None:
        """Adds a field under the ones before it."""
        self.column.add_field(label, box, hint)

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
        self.column.boxes[0].setFocus()
        self._fit()

    def refuse(self, error: UserError) -> None:
        """Says why it did not work; what was typed stays."""
        self.complain("\n".join(sentences(error)))

    def complain(self, text: str) -> None:
        """Shows a sentence under the fields and lets the person try again."""
        self.wait(False)
        self._problem.setText(text)
        self._fit()
        self.column.boxes[-1].setFocus()
        self.column.boxes[-1].selectAll()

    def wait(self, waiting: bool) -> None:
        """While the key is derived nothing can be typed."""
        self.act.allow(not waiting)
        for field in self.column.boxes:
            field.setEnabled(not waiting)
        if waiting:
            self._problem.clear()

    def _fit(self) -> None:
        """As high as the words need; wide and dense where they are many."""
        px, width = self.look.px, self.width()
        if self.column.totalHeightForWidth(width) > px(_HIGH):
            width = px(_WIDE)
            self.column.setContentsMargins(px(36), px(14), px(36), px(12))
            self.column.setSpacing(px(3))
        self.setFixedSize(width, self.column.totalHeightForWidth(width))

    def _enter(self) -> None:
        if self.act.isEnabled():
            self.entered.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.theme.surface)
