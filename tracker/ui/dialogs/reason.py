# SPDX-License-Identifier: MIT
"""Asks why a stored record is marked as entered in error; without a reason nothing happens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.records import Patient
from tracker.domain.text import normal
from tracker.ui.dialogs.heading import Heading
from tracker.ui.forms.boxes import TextBox
from tracker.ui.forms.editors import Editor
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")  # the key of the letters and the one of the digits


class ReasonDialog(QDialog):
    """One question, one text, one button. Show it with ``open()``.

    Args:
        look: theme and zoom.
        title: what is about to happen.
        consequence: what will and will not change, in one sentence.
        action: the word on the button.
        patient: whose record it is; None for the clinic's.

    Signals:
        given(str): the reason, once.
    """

    given = Signal(str)

    def __init__(
        self,
        look: Look,
        title: str,
        consequence: str,
        action: str,
        patient: Patient | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.reason = Editor(look, "reason", self.tr("Reason"), TextBox(look), required=True)
        sentence = PlainLabel(look, consequence, colour="text2")
        sentence.setWordWrap(True)
        self._act = Press(look, action, keys="Ctrl+Enter", primary=True)
        self._act.clicked.connect(self._give)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self._give)

        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._act)
        body = QVBoxLayout()
        body.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        body.setSpacing(look.px(12))
        body.addWidget(sentence)
        body.addWidget(self.reason)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(look, title, patient))
        column.addLayout(body)
        FocusRing(look, self)
        self.setMinimumWidth(look.px(520))
        self.reason.focus()

    def _give(self) -> None:
        reason = normal(self.reason.text())
        if not reason:
            self.reason.set_problem(self.tr("Say why, so that others can follow it later."))
            self.reason.focus()
        elif self._act.isEnabled():
            self._act.allow(False)
            self.given.emit(reason)
            self.accept()
