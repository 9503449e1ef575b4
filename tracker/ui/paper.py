# SPDX-License-Identifier: MIT
"""Pages of A4 landscape as a PDF file or on a printer: the same drawing that the preview shows."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from tracker.ui.whole_file import write_whole

if TYPE_CHECKING:  # imported on use: a printer is asked for when somebody prints
    from PySide6.QtPrintSupport import QPrinter

PAGE: Final = QSizeF(1123, 794)  # at 96 dots per inch; 12 px are 9 pt
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
        pdf = QPdfWriter(device)
        pdf.setResolution(_DPI)
        pdf.setTitle(paper.title)
        pdf.setPageLayout(page_layout())
        return _paint_all(pdf, pdf.width(), paper)

    write_whole(path, write)


def print_on(printer: "QPrinter", paper: Paper) -> bool:
    """Prints the pages that the printer was asked for; False when it did not take them."""
    first, last = printer.fromPage() or 1, printer.toPage() or paper.count
    pages = range(first - 1, min(last, paper.count))
    printer.setDocName(paper.title)
    return _paint_all(printer, printer.width(), paper, pages)


def page_layout() -> QPageLayout:
    """A4 landscape, the whole sheet: the drawing keeps its own margins."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))


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
