# SPDX-License-Identifier: MIT
"""Asks why a stored record is marked as entered in error; without a reason nothing happens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.records import Patient
from tracker.domain.text import normal
from tracker.ui.dialogs.frame import at_the_right, body_below, on_save_keys, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.forms.boxes import TextBox
from tracker.ui.forms.editors import Editor
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel, plain_title
from tracker.ui.widgets.press import Press


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
        self.setWindowTitle(plain_title(title))
        self.reason = Editor(look, "reason", self.tr("Reason"), TextBox(look), required=True)
        sentence = PlainLabel(look, consequence, colour="text2")
        sentence.setWordWrap(True)
        self._act = Press(look, action, keys="Ctrl+Enter", primary=True)
        self._act.clicked.connect(self._give)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        on_save_keys(self, self._give)

        buttons = at_the_right(cancel, self._act)
        body = body_below(self, Heading(look, title, patient))
        body.addWidget(sentence)
        body.addWidget(self.reason)
        body.addLayout(buttons)
        FocusRing(look, self)
        resize_to_words(self, look.px(520))
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
