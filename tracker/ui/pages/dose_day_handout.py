# SPDX-License-Identifier: MIT
"""The page for the patient as a PDF: A4, black on white, large enough to read without glasses."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from tracker.services.handout import WARNING_SIGNS, Handout
from tracker.ui import wording
from tracker.ui.paper import pdf_writer
from tracker.ui.theme import font
from tracker.ui.whole_file import write_whole

translate = QCoreApplication.translate

_WIDTH, _HEIGHT = 794, 1123  # A4 at 96 dots per inch: 12 px are 9 pt
_MARGIN = 64


@dataclass(slots=True)
class _Pen:
    """Writes down the page, from the top."""

    painter: QPainter
    y: float = 56

    def line(self, text: str, px: int, *, bold: bool = False, gap: float = 6) -> None:
        """One paragraph, wrapped at the margin."""
        face = font(px, bold)
        self.painter.setFont(face)
        room = QRectF(_MARGIN, self.y, _WIDTH - 2 * _MARGIN, _HEIGHT)
        flags = Qt.TextFlag.TextWordWrap
        used = QFontMetricsF(face).boundingRect(room, flags, text)
        self.painter.drawText(room, flags, text)
        self.y += used.height() + gap

    def rule(self) -> None:
        """A line across the page."""
        self.painter.drawLine(_MARGIN, round(self.y), _WIDTH - _MARGIN, round(self.y))
        self.y += 18


def write_pdf(page: Handout, path: Path) -> None:
    """Writes the page, whole or not at all.

    Raises:
        UserError: the file cannot be written; an existing one stays as it was.
    """
    write_whole(path, partial(_draw, page))


def _draw(page: Handout, file: QIODevice) -> bool:
    writer = pdf_writer(file, translate("Handout", "Next appointment"), upright=True)
    painter = QPainter(writer)
    painter.scale(writer.width() / _WIDTH, writer.width() / _WIDTH)
    pen = _Pen(painter)
    _write(pen, page)
    return painter.end()


def _write(pen: _Pen, page: Handout) -> None:
    pen.line(page.clinic, 14)
    pen.line(translate("Handout", "Your treatment"), 26, bold=True, gap=10)
    who = "   ".join(part for part in (page.name, page.number) if part)
    pen.line(who, 18, bold=True)
    pen.line(page.treatment or translate("Handout", "no treatment is planned"), 16, gap=14)
    pen.rule()
    pen.line(translate("Handout", "Next appointment"), 18, bold=True)
    pen.line(_next(page), 26, bold=True, gap=8)
    if page.last_given is not None:
        last = translate("Handout", "Last dose given: {day}")
        pen.line(last.format(day=wording.day(page.last_given, weekday=True)), 15, gap=16)
    pen.rule()
    call = translate("Handout", "Call us the same day, day or night, if you notice:")
    pen.line(call, 18, bold=True)
    pen.y += 4
    for sign in WARNING_SIGNS:
        pen.line(f"☐   {translate('Handout', sign)}", 17, gap=8)
    pen.y += 8
    why = translate(
        "Handout",
        "These can be side effects of the immunotherapy, also months after the last dose. Do not "
        "wait for the next appointment, and do not take new medicines without asking.",
    )
    pen.line(why, 15, gap=18)
    pen.rule()
    pen.line(translate("Handout", "Telephone of the clinic: ______________________"), 18, gap=14)
    pen.line(translate("Handout", "At night and at weekends: ______________________"), 18, gap=20)
    printed = translate("Handout", "Page 1 of 1. Printed {at} by {user}. A newer page replaces it.")
    at = page.printed_at.strftime("%Y-%m-%d %H:%M")
    pen.y = _HEIGHT - 60
    pen.line(printed.format(at=at, user=page.printed_by), 12)


def _next(page: Handout) -> str:
    if page.is_held:
        return translate("Handout", "the treatment pauses: we will call you")
    if page.next_day is None or page.next_day <= page.printed_at.date():  # overdue: by hand
        return translate("Handout", "______________________")
    day = wording.day(page.next_day, weekday=True)
    if page.is_appointed:
        return day
    return translate("Handout", "{day} (planned)").format(day=day)
