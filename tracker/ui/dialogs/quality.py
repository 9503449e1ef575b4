# SPDX-License-Identifier: MIT
"""The weekly quality list of all charts, read slice by slice beside the window."""

from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.findings import Finding
from tracker.services.quality import ChartFindings, Slice, next_slice
from tracker.ui import errors, names
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class _Row(NamedTuple):
    """One finding of one chart."""

    patient: UUID
    number: str
    name: str
    finding: Finding
    disagrees: bool


class QualityDialog(QDialog):
    """Every finding of every chart. Show it with ``open()``; closing it stops the reading.

    Signals:
        open_patient(UUID): open this chart.
    """

    open_patient = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, look = desk, desk.look
        self._read = 0
        title = self.tr("Quality list")
        self.setWindowTitle(title)
        self.list = RowList(look, title, _columns(), _paint, _words, lambda row: row.number)
        self.list.opened.connect(self._open)
        self._said = PlainLabel(look, self.tr("Reading the charts …"), 13, colour="text2")
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(14))
        foot.addWidget(self._said, 1)
        foot.addWidget(close)
        head = PlainLabel(look, title, 18, bold=True)
        head.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        FocusRing(look, self)
        resize_within_screen(self, look.px(1180), look.px(640))
        self._ask("")

    def _ask(self, after: str) -> None:
        job = partial(next_slice, ctx=self._desk.ctx, after=after)
        self._desk.tasks.run(self, job, self._answered, question="quality")

    def _answered(self, part: Slice) -> None:
        self._read += part.read
        rows = [*self.list.rows, *(row for chart in part.found for row in _rows(chart))]
        self.list.set_rows(rows, lambda row: (row.number, row.finding))
        text = self.tr("To check: {n}; charts read so far: {read} …")
        if part.after is None:
            text = self.tr("To check: {n}; charts read: {read}. Enter opens the chart.")
        self._said.setText(text.format(n=len(rows), read=self._read))
        if part.after is not None:
            self._ask(part.after)

    def _open(self, row: _Row) -> None:
        self.open_patient.emit(row.patient)
        self.accept()


def _rows(found: ChartFindings) -> list[_Row]:
    line = found.patient
    name = names.name_of(line)
    return [
        _Row(line.patient, line.mrn, name, finding, disagrees)
        for findings, disagrees in ((found.disagreements, True), (found.questions, False))
        for finding in findings
    ]


def _columns() -> list[Column]:
    return [
        Column(QCoreApplication.translate("QualityDialog", "Number"), 24),
        Column(QCoreApplication.translate("QualityDialog", "Patient"), 130),
        Column(QCoreApplication.translate("QualityDialog", "To check"), 290),
    ]


def _paint(pen: Pen, row: _Row) -> None:
    pen.write(24, row.number, 13, until=125)
    pen.write(130, row.name, bold=True, until=265)
    if row.disagrees:
        at, size = pen.x(276), pen.look.px(11)
        paint_glyph(pen.painter, pen.look.theme, Glyph.ASK, at, pen.middle, size)
    pen.write(290, errors.words(row.finding.message), 13.5)


def _words(row: _Row) -> str:
    return ", ".join((row.number, row.name, errors.words(row.finding.message)))
