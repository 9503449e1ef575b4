# SPDX-License-Identifier: MIT
"""Signing a visit or a chart: the passphrase again, what it means, and who signed before."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.errors import UserError
from tracker.domain.records import Signature
from tracker.domain.records.signature import Meaning
from tracker.services.signatures import sign, standing
from tracker.ui import errors, wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import at_the_right, body_below, on_save_keys, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.dialogs.secret_box import SecretBox
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.forms.editors import Editor
from tracker.ui.views.signatures import in_words
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class SignDialog(QDialog):
    """Shows the signatures so far and takes one more. Show it with ``open()``."""

    def __init__(
        self, desk: Desk, chart: Chart, visit: UUID | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._patient, self._visit = desk, chart.patient.id, visit
        look = desk.look
        title = self.tr("Sign the visit") if visit else self.tr("Sign the chart")
        self.setWindowTitle(title)
        self.meaning = ChoiceBox(look, [(each.value, wording.choice(each)) for each in Meaning])
        self._passphrase = SecretBox(look, "passphrase")
        self._said = PlainLabel(look, "", 13, colour="overdue")
        self._said.setWordWrap(True)
        self._act = Press(look, self.tr("Sign"), keys="Ctrl+Enter", primary=True)
        self._act.clicked.connect(self._sign)
        on_save_keys(self, self._sign)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        body = body_below(self, Heading(look, title, chart.patient.record), 10)
        for found in standing(chart, visit):
            colour = "text" if found.stands else "overdue"
            line = PlainLabel(look, in_words(found), 13, colour=colour)
            line.setWordWrap(True)
            body.addWidget(line)
        covered = PlainLabel(
            look,
            self.tr("You sign what is recorded now. A later change makes the signature void."),
            colour="text2",
        )
        covered.setWordWrap(True)
        body.addWidget(covered)
        body.addWidget(Editor(look, "meaning", self.tr("Meaning"), self.meaning, required=True))
        whose = self.tr("Passphrase of {name}").format(name=desk.ctx.user)
        self._passphrase.setAccessibleName(whose)
        body.addWidget(PlainLabel(look, whose))
        body.addWidget(self._passphrase)
        body.addWidget(self._said)
        row = at_the_right(cancel, self._act)
        body.addLayout(row)
        FocusRing(look, self)
        resize_to_words(self, look.px(560))
        self.meaning.setFocus()

    def _sign(self) -> None:
        code, passphrase = self.meaning.text(), self._passphrase.text()
        if not code or not passphrase:
            self._said.setText(self.tr("Choose what it means and type your passphrase."))
            return
        self._act.allow(False)
        job = partial(
            sign,
            ctx=self._desk.ctx,
            patient=self._patient,
            visit=self._visit,
            meaning=Meaning(code),
            passphrase=passphrase,
        )
        self._passphrase.clear()
        self._desk.tasks.run(self, job, self._signed, self._refused)

    def _signed(self, _stored: Stored[Signature]) -> None:
        self._desk.bus.changed.emit(Changed(frozenset({Signature.kind}), self._patient))
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._act.allow(True)
        self._said.setText(" ".join(errors.sentences(error)))
        self._passphrase.setFocus()
