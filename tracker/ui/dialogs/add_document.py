# SPDX-License-Identifier: MIT
"""Asks what a chosen file is called and of what day it is, before it is kept with a chart."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.dates import PartialDate
from tracker.domain.errors import UserError
from tracker.domain.fields import items
from tracker.domain.records import Document, Patient
from tracker.domain.text import normal
from tracker.ui.dialogs.frame import at_the_right, body_below, on_save_keys, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import sentences
from tracker.ui.forms.boxes import LineBox
from tracker.ui.forms.editors import Editor, field_editor
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


@dataclass(frozen=True, slots=True)
class NewDocument:
    """What a person wants kept."""

    path: Path
    name: str
    date: PartialDate | None
    source: str | None


class AddDocumentDialog(QDialog):
    """Show it with ``open()``. It stays until the owner accepts it; ``refuse()`` goes on.

    Signals:
        given(NewDocument): Save was pressed on an entry without problems of its own.
    """

    given = Signal(object)

    def __init__(
        self, look: Look, path: Path, patient: Patient, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Add a document")
        self.setWindowTitle(title)
        self._path = path
        fields = {field.name: field for field in items(Document)}
        self.name = field_editor(look, Document, fields["name"])
        self.date = field_editor(look, Document, fields["date"])
        self.source = Editor(look, "source", self.tr("Source"), LineBox(look))
        self._said = PlainLabel(look, self._file_words(), colour="text2")
        self._said.setWordWrap(True)
        self.save = Press(look, self.tr("Save"), keys="Ctrl+Enter", primary=True)
        self.save.clicked.connect(self._give)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        on_save_keys(self, self._give)
        buttons = at_the_right(cancel, self.save)
        body = body_below(self, Heading(look, title, patient), 8)
        for widget in (self._said, self.name, self.date, self.source):
            body.addWidget(widget)
        body.addLayout(buttons)
        FocusRing(look, self)
        resize_to_words(self, look.px(560))
        self.name.focus()

    def refuse(self, error: UserError) -> None:
        """The owner's answer: it was not stored, and why. What was typed stays."""
        self.save.allow(True)
        self._said.setText("\n".join(sentences(error)))
        self._said.set_colour("overdue")

    def _give(self) -> None:
        if not self.save.isEnabled() or not all([self.name.check(), self.date.check()]):
            return
        name, date = normal(self.name.text()), self.date.text().strip()
        if not name:
            self.name.set_problem(self.tr("Say what it is, so that others find it."))
            self.name.focus()
            return
        self.save.allow(False)
        self._said.setText(self.tr("Saving …"))
        self._said.set_colour("text2")
        when = PartialDate.parse(date) if date else None
        self.given.emit(NewDocument(self._path, name, when, normal(self.source.text()) or None))

    def _file_words(self) -> str:
        words = self.tr(
            "{file}: an encrypted copy is kept with the chart; the file itself stays where it is."
        )
        return words.format(file=self._path.name)
