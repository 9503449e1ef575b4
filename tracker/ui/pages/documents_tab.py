# SPDX-License-Identifier: MIT
"""The letters, reports and pictures of a chart: add one, look at one."""

import shutil
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.records import Document
from tracker.domain.records.base import Record
from tracker.domain.records.document import MediaType
from tracker.services import documents
from tracker.services.records import Saved
from tracker.ui.desk import Desk
from tracker.ui.dialogs.add_document import AddDocumentDialog, NewDocument
from tracker.ui.dialogs.choose_file import open_file
from tracker.ui.dialogs.picture import PictureDialog, read_picture
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.widgets.press import Press

_SHOWN = ("date", "name", "media_type", "size")  # what IT asks for is in the column chooser


class DocumentsTab(QWidget):
    """The documents of a chart. A picture is shown here, a PDF by the desktop's own viewer.

    Signals:
        opened(Stored): open the record of this document, to amend it or to mark it as entered in
            error.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart: Chart | None = None
        self._copies = _PrivateCopies()
        look, px = desk.look, desk.look.px
        self.table = RecordTable(
            look, Document, self.tr("Add a file …"), shown=_SHOWN, habits=desk.habits
        )
        self.table.opened.connect(self._ask_content)
        self.table.new_asked.connect(self._choose)
        self._details = Press(look, self.tr("Title and date …"))
        self._details.clicked.connect(self._open_details)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._details)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(12), px(24), px(12))
        page.setSpacing(px(10))
        page.addWidget(self.table, 1)
        page.addLayout(foot)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._copies.remove)
        self.destroyed.connect(self._copies.remove)

    def show_chart(self, chart: Chart) -> None:
        """Shows the documents of a chart, voided ones included."""
        if self._chart is not None and self._chart.patient.id != chart.patient.id:
            self._copies.remove()
        self._chart = chart
        found = chart.records.get(Document.kind, ())
        self.table.set_records(found)
        self._details.setVisible(bool(found))

    def focusInEvent(self, _event: object) -> None:
        """The rows take the keys."""
        self.table.focus()

    # Adding one

    def _choose(self) -> None:
        kinds = [self.tr("Documents and pictures (*.pdf *.png *.jpg *.jpeg)")]
        open_file(self, self.tr("Add a document"), self.offer, kinds=kinds)

    def offer(self, name: str) -> None:
        """Asks what a chosen file is called, and keeps it."""
        if self._chart is None:
            return
        patient = self._chart.patient
        dialog = AddDocumentDialog(self._desk.look, Path(name), patient.record, self.window())

        def keep(wanted: NewDocument) -> None:
            job = partial(
                documents.add,
                ctx=self._desk.ctx,
                patient=patient.id,
                path=wanted.path,
                name=wanted.name,
                date=wanted.date,
                source=wanted.source,
            )
            self._desk.tasks.run(dialog, job, partial(self._kept, dialog), dialog.refuse)

        dialog.given.connect(keep)
        dialog.open()

    def _kept(self, dialog: AddDocumentDialog, answer: Saved) -> None:
        dialog.accept()
        self._desk.bus.changed.emit(answer.changed)

    # Looking at one

    def _ask_content(self, stored: Stored[Document]) -> None:
        job = partial(documents.content, ctx=self._desk.ctx, stored=stored)
        self._desk.tasks.run(self, job, partial(self._show, stored), question="document")

    def _show(self, stored: Stored[Document], content: bytes) -> None:
        chart, document = self._chart, stored.record
        if chart is None or chart.patient.id != stored.patient:
            return  # another patient is open by now
        if document.media_type is MediaType.PDF:
            self._show_outside(content)
            return
        picture = read_picture(content)
        if picture.isNull():
            self._say(self.tr("The picture cannot be shown. It is kept as it was added."))
            return
        patient = chart.patient.record
        PictureDialog(self._desk.look, document.name, picture, patient, self.window()).open()

    def _show_outside(self, content: bytes) -> None:
        copy = self._copies.write(content, ".pdf")
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._say(self.tr("This computer has no program that shows PDF files."))

    def _say(self, text: str) -> None:
        ReportDialog(self._desk.look, self.tr("Document"), text, [], parent=self.window()).open()

    def _open_details(self) -> None:
        row = self.table.view.current()
        if row >= 0:
            stored: Stored[Record] = self.table.model.rows[row].stored
            self.opened.emit(stored)


class _PrivateCopies:
    """Readable copies for a viewer of the desktop, in a folder of this user alone.

    They are gone when the chart is left and when the program is locked or closed.
    """

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._number = 0

    def write(self, content: bytes, suffix: str) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="tracker-view-"))  # mode 0700
        self._number += 1
        path = self._folder / f"{self._number}{suffix}"
        path.write_bytes(content)
        return path

    def remove(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)  # Windows keeps what a viewer holds
            self._folder = None if not self._folder.exists() else self._folder
