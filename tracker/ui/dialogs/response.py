# SPDX-License-Identifier: MIT
"""Asks for a response category and the reason for it; the computed one stays beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.errors import UserError
from tracker.domain.lesion_series import IRECIST
from tracker.domain.records import Patient
from tracker.domain.records.response_assessment import Category
from tracker.domain.text import normal
from tracker.ui.dialogs.frame import at_the_right, body_below, on_save_keys, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import sentences
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import ChoiceBox, TextBox
from tracker.ui.forms.editors import Editor
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_RECIST = (Category.CR, Category.PR, Category.SD, Category.PD, Category.NON_CR, Category.NE)
_IMMUNE = (
    Category.ICR,
    Category.IPR,
    Category.ISD,
    Category.IUPD,
    Category.ICPD,
    Category.NON_ICR,
    Category.NE,
)


class ResponseDialog(QDialog):
    """One choice, one reason, one button. Show it with ``open()``.

    Args:
        look: theme and zoom.
        criteria: RECIST 1.1 or iRECIST; decides which categories there are.
        sentence: what is computed, or which question is open.
        patient: whose scan it is.

    Signals:
        given(Category, str): the category and the reason ("" when none was typed).
    """

    given = Signal(object, str)

    def __init__(
        self,
        look: Look,
        criteria: str,
        sentence: str,
        patient: Patient,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Decide on the response by {criteria}").format(criteria=criteria)
        self.setWindowTitle(title)
        choices = _IMMUNE if criteria == IRECIST else _RECIST
        offered = [(each.value, labels.choice(each)) for each in choices]
        self._category = Editor(
            look, "decided", self.tr("Decided"), ChoiceBox(look, offered), required=True
        )
        self._why = Editor(look, "why", self.tr("Why"), TextBox(look))
        self._act = Press(look, self.tr("Keep the decision"), keys="Ctrl+Enter", primary=True)
        self._act.clicked.connect(self._give)
        self._said = PlainLabel(look, "", 13, colour="overdue")
        self._said.setWordWrap(True)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        on_save_keys(self, self._give)
        computed = PlainLabel(look, sentence, colour="text2")
        computed.setWordWrap(True)
        buttons = at_the_right(cancel, self._act)
        body = body_below(self, Heading(look, title, patient))
        for widget in (computed, self._category, self._why, self._said):
            body.addWidget(widget)
        body.addLayout(buttons)
        FocusRing(look, self)
        resize_to_words(self, look.px(520))
        self._category.focus()

    def saved(self) -> None:
        """The owner's answer: it is stored."""
        self.accept()

    def refuse(self, error: UserError) -> None:
        """The owner's answer: why it was not stored. What was typed stays."""
        self._act.allow(True)
        self._said.setText("\n".join(sentences(error)))
        self._why.focus()

    def _give(self) -> None:
        code = self._category.text()
        if not code:
            self._category.set_problem(self.tr("Choose a category."))
            self._category.focus()
        elif self._act.isEnabled():
            self._act.allow(False)
            self.given.emit(Category(code), normal(self._why.text()))
