# SPDX-License-Identifier: MIT
"""New patients of a file who may be on file already: a person says of each what is to be done."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.records import Patient
from tracker.services.duplicates import SamePerson
from tracker.services.import_plan import Resemblance
from tracker.services.patients import PatientLine
from tracker.ui import names, wording
from tracker.ui.dialogs.frame import on_save_keys, resize_within_screen
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class ImportDuplicatesDialog(QDialog):
    """Show it with ``open()``; once accepted, ``answers`` says what was chosen for each.

    Nothing is chosen beforehand, and it is not accepted before each has an answer.
    """

    def __init__(self, look: Look, found: Sequence[Resemblance], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Are these patients on file already?")
        self.setWindowTitle(title)
        self._look = look
        self._boxes: dict[UUID, ChoiceBox] = {}
        px = look.px
        rows = QGridLayout()
        rows.setContentsMargins(0, 0, px(8), 0)
        rows.setHorizontalSpacing(px(16))
        rows.setVerticalSpacing(px(12))
        rows.setColumnStretch(1, 1)
        for row, each in enumerate(found):
            self._add(rows, row, each)
        rows.setRowStretch(len(found), 1)
        sheet = QScrollArea()
        inside = QWidget()
        inside.setLayout(rows)
        sheet.setWidget(inside)
        sheet.setWidgetResizable(True)
        sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said = PlainLabel(look, "", 13, colour="text2")
        go_on = Press(look, self.tr("Go on"), keys="Ctrl+Enter", primary=True)
        go_on.clicked.connect(self._finish)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        on_save_keys(self, self._finish)
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._said, 1)
        foot.addWidget(cancel)
        foot.addWidget(go_on)
        text = self.tr(
            "New patients of the file who resemble somebody on file: {n}. Charts of the same "
            "person are linked and both kept; nothing is joined or overwritten."
        )
        said = PlainLabel(look, text.format(n=len(found)), 14)
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(look, title, 18, bold=True))
        column.addWidget(said)
        column.addWidget(sheet, 1)
        column.addLayout(foot)
        resize_within_screen(self, px(900), px(min(220 + 64 * len(found), 620)))
        FocusRing(look, self)
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> dict[UUID, SamePerson]:
        """What was chosen, by the id of the new patient."""
        given = ((patient, box.text()) for patient, box in self._boxes.items())
        return {patient: SamePerson(text) for patient, text in given if text}

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.surface)

    def _finish(self) -> None:
        open_boxes = [box for box in self._boxes.values() if not box.text()]
        for box in self._boxes.values():
            box.set_bad(box in open_boxes)
        if not open_boxes:
            self.accept()
            return
        self._said.setText(self.tr("Patients without an answer: {n}.").format(n=len(open_boxes)))
        open_boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, rows: QGridLayout, row: int, each: Resemblance) -> None:
        look, signs = self._look, [wording.choice(sign) for sign in each.found[0].signs]
        new, known = _who(each.patient.record), _who(each.likeliest)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(PlainLabel(look, new, 15, bold=True))
        on_file = self.tr("on file: {who}").format(who=known)
        for text, colour in ((on_file, "text"), ("; ".join(signs), "ask")):
            label = PlainLabel(look, text, 13, colour=colour)
            label.setWordWrap(True)
            words.addWidget(label)
        number = PlainLabel(look, each.patient.record.mrn, 14, colour="text2")
        rows.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(words, row, 1)
        box = ChoiceBox(look, [(answer.value, wording.choice(answer)) for answer in SamePerson])
        box.setMinimumWidth(look.px(310))
        box.setAccessibleName(self.tr("What to do with {number}").format(number=number.text()))
        box.setAccessibleDescription(f"{on_file}. {'; '.join(signs)}")
        self._boxes[each.patient.id] = box
        rows.addWidget(box, row, 2, Qt.AlignmentFlag.AlignTop)


def _who(patient: Patient | PatientLine) -> str:
    """Name, number, sex and birth: what two people are told apart by."""
    born = wording.when(patient.birth) if patient.birth else ""
    return ", ".join(
        filter(None, (names.both_of(patient), patient.mrn, wording.choice(patient.sex), born))
    )
