# SPDX-License-Identifier: MIT
"""A new patient: whoever is on file and may be the same person is shown before saving."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.records import Patient
from tracker.services.duplicates import Lookalike, lookalikes
from tracker.ui import names, wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.record_dialog import FormResult, RecordDialog
from tracker.ui.dialogs.record_flow import RecordFlow
from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import SMALL, Press


class NewPatientFlow(QObject):
    """Opens the empty sheet of a patient, asks about lookalikes, and has it stored.

    Signals:
        saved(Saved): the patient was stored.
        open_patient(object): the id of a lookalike whose chart shall be opened instead.
    """

    saved = Signal(object)
    open_patient = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._flow = RecordFlow(desk, page)
        self._flow.saved.connect(self.saved)

    def start(self) -> RecordDialog:
        """Opens the sheet."""
        dialog = RecordDialog(self._desk.look, Patient, None, parent=self._page.window())
        dialog.submitted.connect(partial(self._look_for, dialog))
        dialog.resize(dialog.sizeHint())
        dialog.open()
        return dialog

    def _look_for(self, dialog: RecordDialog, result: FormResult) -> None:
        patient = result.entry.record
        assert isinstance(patient, Patient)  # noqa: S101 - it is the sheet of a patient
        job = partial(lookalikes, ctx=self._desk.ctx, patient=patient)
        self._desk.tasks.run(dialog, job, partial(self._found, dialog, result), dialog.refuse)

    def _found(self, dialog: RecordDialog, result: FormResult, found: list[Lookalike]) -> None:
        if not found:
            self._flow.save(dialog, None, result)
            return
        asks = LookalikesQuestion(self._desk.look, found)
        asks.chosen.connect(partial(self._open, dialog))
        asks.denied.connect(partial(self._save_another, dialog, result, found))
        asks.left.connect(dialog.reject)
        dialog.ask(asks)

    def _open(self, dialog: RecordDialog, patient: object) -> None:
        dialog.done(RecordDialog.DialogCode.Rejected)
        self.open_patient.emit(patient)

    def _save_another(
        self, dialog: RecordDialog, result: FormResult, found: list[Lookalike]
    ) -> None:
        """Stores it; that somebody looked and said so stands in the audit trail."""
        numbers = ", ".join(each.patient.mrn for each in found)
        said = self.tr("another person than {numbers}").format(numbers=numbers)
        self._flow.save(dialog, None, replace(result, reason=said))


class LookalikesQuestion(QWidget):
    """Who is on file already, why that may be the same person, and what to do.

    Signals:
        chosen(object): the id of the one whose chart shall be opened.
        denied(): it is another person.
        left(): the person goes on writing.
    """

    chosen = Signal(object)
    denied = Signal()
    left = Signal()

    def __init__(self, look: Look, found: Sequence[Lookalike]) -> None:
        super().__init__()
        self._first: Press | None = None
        asked = self.tr("This may be somebody who is on file. Nothing is saved yet.")
        title = PlainLabel(look, asked, 15, bold=True)
        rows = QGridLayout()
        rows.setHorizontalSpacing(look.px(14))
        rows.setVerticalSpacing(look.px(6))
        rows.setColumnStretch(2, 1)
        for number, each in enumerate(found):
            self._add_row(look, rows, number, each)
        another = Press(look, self.tr("It is another person: save"))
        another.clicked.connect(self.denied)
        go_on = Press(look, self.tr("Go on writing"), keys="Esc")
        go_on.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.setSpacing(look.px(10))
        foot.addStretch()
        foot.addWidget(go_on)
        foot.addWidget(another)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(title)
        column.addLayout(rows)
        column.addLayout(foot)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, look: Look, rows: QGridLayout, row: int, found: Lookalike) -> None:
        who = found.patient
        name = names.both_of(who) or self.tr("name not known")
        born = wording.when(who.birth) if who.birth else self.tr("birth not recorded")
        facts = ", ".join(filter(None, (who.mrn, wording.choice(who.sex), born)))
        signs = "; ".join(wording.choice(sign) for sign in found.signs)
        rows.addWidget(PlainLabel(look, name, 15, bold=True), row, 0)
        rows.addWidget(PlainLabel(look, facts, 13, colour="text2"), row, 1)
        why = PlainLabel(look, signs, 13, colour="ask")
        why.setWordWrap(True)
        rows.addWidget(why, row, 2)
        press = Press(look, self.tr("Open that chart"), height=SMALL)
        press.setAccessibleDescription(f"{name}, {facts}: {signs}")
        press.clicked.connect(partial(self.chosen.emit, who.patient))
        rows.addWidget(press, row, 3)
        self._first = self._first or press
