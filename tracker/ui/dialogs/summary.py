# SPDX-License-Identifier: MIT
"""The one-page summary before it is printed, saved as PDF, or copied as a paragraph."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.domain.chart import Chart
from tracker.domain.errors import UserError
from tracker.services.reports import Imprint, leave
from tracker.ui import errors, paper
from tracker.ui.charts.export import Sheet, write_page
from tracker.ui.charts.shapes import Drawing
from tracker.ui.charts.summary_page import SIZE, summary_drawing
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.dialogs.sign import SignDialog
from tracker.ui.views.letter import letter
from tracker.ui.views.printed import heading, summary_title
from tracker.ui.views.six_facts import six_facts
from tracker.ui.views.summary import sections
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

if TYPE_CHECKING:  # imported on use, as in paper
    from PySide6.QtPrintSupport import QPrinter


class _Preview(QWidget):
    """The page as it will be printed, as large as the room allows."""

    def __init__(self, drawing: Drawing, name: str) -> None:
        super().__init__()
        self._drawing = drawing
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return SIZE.toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, page = QPainter(self), QRectF(QPointF(), SIZE)
        scale = min(self.width() / page.width(), self.height() / page.height())
        painter.translate((self.width() - page.width() * scale) / 2, 0)
        painter.scale(scale, scale)
        painter.fillRect(page, QColor("white"))
        painter.setPen(QColor("#999999"))
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
        self._drawing.paint(painter)


class SummaryDialog(QDialog):
    """Shows the page; what leaves the encrypted file is logged first. Show it with ``open()``."""

    def __init__(
        self, desk: Desk, chart: Chart, sheet: Sheet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._chart, self._sheet = desk, chart, sheet
        look, title = desk.look, summary_title(desk.today)
        self.setWindowTitle(title)
        self._said = PlainLabel(look, "", 13, colour="text2")
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for words, keys, action in (
            (self.tr("Print …"), "Ctrl+P", self._ask_printer),
            (self.tr("Save as PDF …"), "Ctrl+S", self._ask_file),
            (self.tr("Copy in English"), "", partial(self._copy, "en")),
            (self.tr("Copy in Chinese"), "", partial(self._copy, "zh_CN")),
            (self.tr("Sign …"), "", self._ask_signature),
        ):
            press = Press(look, words, keys=keys)
            press.clicked.connect(action)
            if keys:
                press.setShortcut(keys)
            row.addWidget(press)
        row.addWidget(self._said, 1)
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(14))
        column.setSpacing(look.px(12))
        column.addWidget(_Preview(self._drawing(None), title), 1)
        column.addLayout(row)
        FocusRing(look, self)
        resize_within_screen(self, look.px(1130), look.px(700))

    def _drawing(self, imprint: Imprint | None) -> Drawing:
        today = self._desk.today
        words = heading(self._chart, today, summary_title(today), imprint)
        facts = six_facts(self._chart, today)
        return summary_drawing(self._sheet, words, facts, sections(self._chart, today))

    def _leaving(self, what: str, then: Callable[[Imprint], None]) -> None:
        """Logs that something leaves the encrypted file, and only then lets it."""

        def logged(imprint: Imprint) -> None:
            try:
                then(imprint)
            except UserError as error:
                errors.say(self, error)

        patient = self._chart.patient.id
        job = partial(leave, ctx=self._desk.ctx, patient=patient, what=what)
        self._desk.tasks.run(self, job, logged)

    def _ask_signature(self) -> None:
        signing = SignDialog(self._desk, self._chart, None, self)
        signing.accepted.connect(self.accept)  # the page shows the chart before it was signed
        signing.open()

    def _ask_file(self) -> None:
        kinds = [self.tr("PDF page (*.pdf)")]
        save_as(self, self.tr("Save as PDF …"), "pdf", self.save, kinds=kinds)

    def save(self, name: str) -> None:
        """Writes the page into a file."""

        def write(imprint: Imprint) -> None:
            title = summary_title(self._desk.today)
            write_page(Path(name), self._drawing(imprint), title, SIZE)
            self._said.setText(self.tr("{file} was written; it is not encrypted").format(file=name))

        self._leaving("summary", write)

    def _ask_printer(self) -> None:
        def chosen(printer: "QPrinter") -> None:
            self._leaving("summary", partial(self._print, printer))

        if not paper.ask_printer(self, chosen, upright=True):
            self._said.setText(
                self.tr("This computer knows no printer. Save the page as a PDF instead.")
            )

    def _print(self, printer: "QPrinter", imprint: Imprint) -> None:
        painter = QPainter()
        if painter.begin(printer):
            area = QRectF(painter.viewport())
            scale = min(area.width() / SIZE.width(), area.height() / SIZE.height())
            painter.scale(scale, scale)
            self._drawing(imprint).paint(painter)
            painter.end()
            self._said.setText(self.tr("printed"))
        else:
            self._said.setText(self.tr("The printer could not be reached; nothing was printed."))

    def _copy(self, language: str) -> None:
        def copied(_imprint: Imprint) -> None:
            text = letter(self._chart, self._desk.today, language)
            QGuiApplication.clipboard().setText(text)
            self._said.setText(self.tr("copied; the clipboard is not encrypted"))

        self._leaving("letter", copied)
