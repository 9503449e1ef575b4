# SPDX-License-Identifier: MIT
"""A report on paper: its title on every page, its paragraphs wrapped, none of them cut off."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from tracker.ui.paper import PAGE
from tracker.ui.theme import font

_ROOM: Final = QRectF(64, 96, PAGE.width() - 128, PAGE.height() - 160)
_TEXT: Final = 14
_GAP: Final = 6.0


class TextPaper:
    """A ``paper.Paper`` of a title and paragraphs."""

    def __init__(self, title: str, paragraphs: Sequence[str]) -> None:
        self.title = title
        self._pages = _paginated([_laid_out(text) for text in paragraphs])

    @property
    def count(self) -> int:
        """How many pages it has, at least one."""
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Draws a page, counted from 0."""
        painter.setPen(Qt.GlobalColor.black)
        head = QRectF(_ROOM.left(), 40, _ROOM.width(), 32)
        painter.setFont(font(20, True))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, self.title)
        painter.setFont(font(_TEXT))
        pages = QCoreApplication.translate("Print", "Page {n} of {m}")
        painter.drawText(head, Qt.AlignmentFlag.AlignRight, pages.format(n=page + 1, m=self.count))
        y = _ROOM.top()
        for paragraph in self._pages[page]:
            paragraph.draw(painter, QPointF(_ROOM.left(), y))
            y += paragraph.boundingRect().height() + _GAP


def _laid_out(text: str) -> QTextLayout:
    """Broken between words; a path that is longer than a line, anywhere."""
    layout = QTextLayout(text, font(_TEXT))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(_ROOM.width())
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _paginated(paragraphs: Sequence[QTextLayout]) -> list[list[QTextLayout]]:
    pages: list[list[QTextLayout]] = [[]]
    left = _ROOM.height()
    for paragraph in paragraphs:
        need = paragraph.boundingRect().height() + _GAP
        if need > left and pages[-1]:
            pages.append([])
            left = _ROOM.height()
        pages[-1].append(paragraph)
        left -= need
    return pages
