# SPDX-License-Identifier: MIT
"""Asks for the name and the role of a person, or for another role."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.errors import UserError
from tracker.domain.roles import Role
from tracker.domain.text import normal
from tracker.ui.dialogs.frame import at_the_right, body_below, on_save_keys, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import sentences
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import ChoiceBox, LineBox
from tracker.ui.forms.editors import Editor
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel, plain_title
from tracker.ui.widgets.press import Press


class AccountDialog(QDialog):
    """Show it with ``open()``; it stays until the owner accepts it.

    Args:
        look: theme and zoom.
        title: what is about to happen.
        sentence: what follows from it.
        name: of somebody who has an account; None asks for it.

    Signals:
        given(str, Role): the name and the role.
    """

    given = Signal(str, object)

    def __init__(
        self, look: Look, title: str, sentence: str, name: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(plain_title(title))
        self._fixed = name
        self.name = Editor(look, "name", self.tr("Name"), LineBox(look), required=True)
        roles = [(role.value, labels.choice(role)) for role in Role]
        self.role = Editor(look, "role", self.tr("Role"), ChoiceBox(look, roles), required=True)
        self._act = Press(look, self.tr("Save"), keys="Ctrl+Enter", primary=True)
        self._act.clicked.connect(self._give)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        on_save_keys(self, self._give)
        self._said = PlainLabel(look, "", colour="overdue")
        self._said.setWordWrap(True)
        self._assemble(look, title, sentence, cancel)
        FocusRing(look, self)
        resize_to_words(self, look.px(520))
        (self.role if name else self.name).focus()

    def refuse(self, error: UserError) -> None:
        """Says why it was not done; what was typed stays."""
        self._act.allow(True)
        self._said.setText("\n".join(sentences(error)))

    def _give(self) -> None:
        name, role = self._fixed or normal(self.name.text()), self.role.text()
        if not name:
            self.name.set_problem(self.tr("The name stands beside everything that is recorded."))
        if not role:
            self.role.set_problem(self.tr("The role says what the person may do."))
        if name and role and self._act.isEnabled():
            self._act.allow(False)
            self.given.emit(name, Role(role))

    def _assemble(self, look: Look, title: str, sentence: str, cancel: Press) -> None:
        words = PlainLabel(look, sentence, colour="text2")
        words.setWordWrap(True)
        buttons = at_the_right(cancel, self._act)
        body = body_below(self, Heading(look, title, None))
        body.addWidget(words)
        if self._fixed is None:
            body.addWidget(self.name)
        body.addWidget(self.role)
        body.addWidget(self._said)
        body.addLayout(buttons)
