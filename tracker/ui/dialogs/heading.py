# SPDX-License-Identifier: MIT
"""The top of every dialog: what it is about, and about whom."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.records import Patient
from tracker.ui import names
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face
from tracker.ui.widgets.label import PlainLabel


class Heading(Face):
    """A title in words and, for a record of a patient, name, number and birth.

    Args:
        look: theme and zoom.
        title: what the dialog is for.
        patient: whose record it is; None for a record of the clinic or a new patient.
    """

    def __init__(
        self, look: Look, title: str, patient: Patient | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(12))
        column.setSpacing(look.px(2))
        column.addWidget(PlainLabel(look, title, 18, bold=True))
        if patient is not None:
            column.addLayout(self._identity(patient))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.rail)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line2)

    def _identity(self, patient: Patient) -> QHBoxLayout:
        look = self.look
        born = self.tr("born {date}").format(date=patient.birth.text) if patient.birth else ""
        name = names.both_of(patient, "  ") or self.tr("no name recorded")
        line = QHBoxLayout()
        line.setSpacing(look.px(18))
        line.addWidget(PlainLabel(look, name, 15, bold=True))
        line.addWidget(PlainLabel(look, patient.mrn, 14, colour="text2"))
        line.addWidget(PlainLabel(look, born or self.tr("birth not recorded"), colour="text2"))
        line.addStretch()
        return line
