# SPDX-License-Identifier: MIT
"""A damaged file: which charts can still be read, whole ones to open, all of it to take along."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.services import rescue
from tracker.services.rescue import RescuedChart, Survey, Written
from tracker.ui import names
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.errors import words
from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class RescueDialog(QDialog):
    """Every patient of a damaged file. Show it with ``open()``.

    Signals:
        open_patient(UUID): open this chart, which can be read whole.
        restore_wanted(): close the records, so that a backup can be restored.
    """

    open_patient = Signal(object)
    restore_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, look = desk, desk.look
        title = self.tr("What can still be read")
        self.setWindowTitle(title)
        self._said = PlainLabel(look, self.tr("Reading the charts …"), 14)
        self._said.setWordWrap(True)
        self._said.setObjectName("said")
        self.list = RowList(look, title, _columns(), _paint, _words, lambda row: row.is_whole)
        self.list.opened.connect(self._open)
        head = QVBoxLayout()
        head.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(10))
        head.setSpacing(look.px(6))
        head.addWidget(PlainLabel(look, title, 18, bold=True))
        head.addWidget(self._said)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(14))
        foot.setSpacing(look.px(8))
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        export = Press(look, self.tr("Write it to a file …"))
        export.clicked.connect(self._choose_file)
        restore = Press(look, self.tr("Lock, and restore a backup"), primary=True)
        restore.clicked.connect(self.restore_wanted)
        foot.addStretch()
        for press in (close, export, restore):
            foot.addWidget(press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        FocusRing(look, self)
        resize_within_screen(self, look.px(980), look.px(600))
        job = partial(rescue.survey, ctx=desk.ctx)
        desk.tasks.run(self, job, self._show_survey, question="survey")

    def _show_survey(self, found: Survey) -> None:
        self.list.set_rows(list(found.charts), lambda row: (row.patient, row.lost))
        text = self.tr(
            "Charts that can be read whole: {whole} of {all}; Enter opens one. A chart of which a "
            "part is missing is not shown: what is computed from it would be wrong. Nothing is "
            "repaired."
        )
        said = text.format(whole=found.whole, all=len(found.charts))
        of_all = [words(loss) for loss in found.of_clinic]
        self._said.setText(" ".join((said, *of_all)))

    def _open(self, row: RescuedChart) -> None:
        if row.is_whole:
            self.open_patient.emit(row.patient)
            self.accept()

    def _choose_file(self) -> None:
        kinds = [self.tr("Records of this program (*.json)")]
        save_as(self, self.tr("Write what can be read"), "json", self._write, kinds=kinds)

    def _write(self, name: str) -> None:
        job = partial(rescue.export, ctx=self._desk.ctx, dest=Path(name), force=True)
        self._desk.tasks.run(self, job, self._written)

    def _written(self, written: Written) -> None:
        text = self.tr(
            "{file} was written, with each loss named in it. It is not encrypted: keep it as you "
            "keep a paper chart. It is not in the audit trail, for nothing is written into a "
            "damaged file."
        )
        found = written.survey
        lost = [_words(row) for row in found.charts if not row.is_whole]
        ReportDialog(
            self._desk.look,
            self.tr("Written"),
            text.format(file=written.path.name),
            [*map(words, found.of_clinic), *lost],
            parent=self,
        ).open()


def _columns() -> list[Column]:
    return [
        Column(QCoreApplication.translate("RescueDialog", "Number"), 24),
        Column(QCoreApplication.translate("RescueDialog", "Patient"), 150),
        Column(QCoreApplication.translate("RescueDialog", "State"), 330),
    ]


def _paint(pen: Pen, row: RescuedChart) -> None:
    pen.write(24, row.mrn or "–", 13, until=145)
    pen.write(150, names.name_of(row) if row.mrn else "", bold=True, until=305)
    if not row.is_whole:
        at, size = pen.x(316), pen.look.px(11)
        paint_glyph(pen.painter, pen.look.theme, Glyph.OVERDUE, at, pen.middle, size)
    pen.write(330, _state(row), 13.5)


def _state(row: RescuedChart) -> str:
    if row.is_whole:
        return QCoreApplication.translate("RescueDialog", "whole")
    if row.mrn is None:
        return QCoreApplication.translate("RescueDialog", "cannot be read")
    text = QCoreApplication.translate("RescueDialog", "in part; not readable: {kinds}")
    titles = (QCoreApplication.translate("Record", title) for title in row.lost)
    return text.format(kinds=", ".join(titles))


def _words(row: RescuedChart) -> str:
    name = names.name_of(row) if row.mrn else ""
    return ", ".join(filter(None, (row.mrn or "–", name, _state(row))))
