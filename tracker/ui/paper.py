# SPDX-License-Identifier: MIT
"""Pages of A4 as a PDF file or on a printer: the same drawing that the preview shows."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from tracker.ui.whole_file import write_whole

if TYPE_CHECKING:  # imported on use: a printer is asked for when somebody prints
    from PySide6.QtPrintSupport import QPrinter

PAGE: Final = QSizeF(1123, 794)  # A4 landscape at 96 dots per inch; 12 px are 9 pt
_DPI: Final = 300


class Paper(Protocol):
    """Something laid out in pages of the size ``PAGE``."""

    @property
    def title(self) -> str:
        """What the file or the print job is called; names no patient."""
        ...

    @property
    def count(self) -> int:
        """How many pages it has, at least one."""
        ...

    def paint(self, painter: QPainter, page: int) -> None:
        """Draws a page, counted from 0, black on the white that is there."""


def save_pdf(path: Path, paper: Paper) -> None:
    """Writes all pages, fonts embedded.

    Raises:
        UserError: the file cannot be written; an existing one stays as it was.
    """

    def write(device: QIODevice) -> bool:
        pdf = pdf_writer(device, paper.title)
        return _paint_all(pdf, pdf.width(), paper)

    write_whole(path, write)


def print_on(printer: "QPrinter", paper: Paper) -> bool:
    """Prints the pages that the printer was asked for; False when it did not take them."""
    first, last = printer.fromPage() or 1, printer.toPage() or paper.count
    pages = range(first - 1, min(last, paper.count))
    printer.setDocName(paper.title)
    return _paint_all(printer, printer.width(), paper, pages)


def pdf_writer(device: QIODevice, title: str, *, upright: bool = False) -> QPdfWriter:
    """Writes A4 pages at 300 dots per inch; landscape unless ``upright``."""
    pdf = QPdfWriter(device)
    pdf.setResolution(_DPI)
    pdf.setTitle(title)
    pdf.setPageLayout(page_layout(upright=upright))
    return pdf


def ask_printer(
    parent: QWidget,
    then: "Callable[[QPrinter], None]",
    *,
    upright: bool = False,
    grey: bool = False,
) -> bool:
    """Asks which printer; ``then`` gets it. False when this computer knows none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(upright=upright))
    printer.setFullPage(True)
    if grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    asked = QPrintDialog(printer, parent)
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.accepted.connect(partial(then, printer))
    asked.setModal(True)
    asked.show()  # its own open() asks for a slot by name
    return True


def page_layout(*, upright: bool = False) -> QPageLayout:
    """A4, the whole sheet: the drawing keeps its own margins."""
    ways = QPageLayout.Orientation
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, ways.Portrait if upright else ways.Landscape, QMarginsF(0, 0, 0, 0))


def _paint_all(
    device: QPagedPaintDevice, width: int, paper: Paper, pages: range | None = None
) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    painter.scale(width / PAGE.width(), width / PAGE.width())
    for place, page in enumerate(pages or range(paper.count)):
        if place:
            device.newPage()
        paper.paint(painter, page)
    return painter.end()
