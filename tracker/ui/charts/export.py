# SPDX-License-Identifier: MIT
"""The lifeline as a picture file, and as one A4 page in black and white.

Files are written whole or not at all: an existing one stays as it was when writing fails.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QIODevice,
    QLocale,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from tracker.domain.lifeline import AdverseEvent, Lifeline
from tracker.ui.charts.bars import worst_grade
from tracker.ui.charts.frame import Frame, View
from tracker.ui.charts.labels import Words, fitted, wrapped
from tracker.ui.charts.lanes import unplaced
from tracker.ui.charts.plate import Plate
from tracker.ui.charts.shapes import (
    Box,
    Drawing,
    Fill,
    Hatch,
    Painted,
    Soft,
    hairline,
    pen,
)
from tracker.ui.charts.shapes import Path as Outline
from tracker.ui.charts.shapes import triangle as triangle_path
from tracker.ui.glyphs import paint_grade
from tracker.ui.paper import PAGE, pdf_writer
from tracker.ui.print_theme import PRINT
from tracker.ui.theme import Look
from tracker.ui.whole_file import write_whole
from tracker.ui.widgets.facts import Fact

translate = QCoreApplication.translate

SIDE, TOP = 42.0, 24.0  # 11 mm and 6 mm
_CHART_TOP: Final = 88.0
_CHART_HEIGHT: Final = 464.0
_PICTURE_SCALE: Final = 2
_ROWS: Final = {1: (31, 49, 65), 2: (28, 41, 55, 69)}  # of a fact, by the lines of its headline


@dataclass(frozen=True, slots=True)
class Heading:
    """The words around the chart on a printed page, all as they are to be read.

    Attributes:
        name, latin: of the patient.
        identity: number, sex, age, allergy.
        diagnosis, treatment, due: the three lines in the middle.
        title: what the page is, with its as-of date.
        page: "Page 1 of 1".
        convention: how durations are meant.
        printed_by: when and by whom.
    """

    name: str
    latin: str
    identity: str
    diagnosis: str
    treatment: str
    due: str
    title: str
    page: str
    convention: str
    printed_by: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of a course is shown: the model with the switches and the window of the screen."""

    model: Lifeline
    view: View
    window: tuple[int, int] | None
    locale: QLocale

    def plate(self, look: Look, size: QSizeF) -> Plate:
        """The sheet laid out."""
        return Plate(self.model, look, self.view, self.window, self.locale, size)


def save_png(path: Path, sheet: Sheet, look: Look, size: QSizeF) -> None:
    """Writes the chart as it is on the screen, at twice its resolution.

    Raises:
        UserError: the file cannot be written.
    """
    drawing = sheet.plate(look, size).whole()
    image = QImage((size * _PICTURE_SCALE).toSize(), QImage.Format.Format_RGB32)
    image.fill(look.theme.surface)
    painter = QPainter(image)
    painter.scale(_PICTURE_SCALE, _PICTURE_SCALE)
    drawing.paint(painter)
    painter.end()

    def write(device: QIODevice) -> bool:
        return QImageWriter(device, b"png").write(image)

    write_whole(path, write)


def save_svg(path: Path, sheet: Sheet, look: Look, size: QSizeF) -> None:
    """Writes the chart as vectors with its words as text.

    Raises:
        UserError: the file cannot be written.
    """
    drawing = sheet.plate(look, size).whole()

    def write(device: QIODevice) -> bool:
        svg = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        svg.setOutputDevice(device)
        svg.setSize(QSize(round(size.width()), round(size.height())))
        svg.setViewBox(QRectF(QPointF(), size))
        svg.setTitle(translate("Chart", "Lifeline"))
        painter = QPainter()
        if not painter.begin(svg):
            return False
        painter.fillRect(QRectF(QPointF(), size), look.theme.surface)
        drawing.paint(painter)
        return painter.end()

    write_whole(path, write)


def save_pdf(path: Path, sheet: Sheet, heading: Heading, facts: Sequence[Fact]) -> None:
    """Writes one A4 landscape page in black and white, fonts embedded, with the six facts.

    Raises:
        UserError: the file cannot be written.
    """
    write_page(path, page_drawing(sheet, heading, facts), heading.title, PAGE)


def write_page(path: Path, page: Drawing, title: str, size: QSizeF) -> None:
    """Writes a drawing as one A4 page, upright or not as its ``size`` is; fonts are embedded.

    Raises:
        UserError: the file cannot be written.
    """

    def write(device: QIODevice) -> bool:
        pdf = pdf_writer(device, title, upright=size.height() > size.width())
        painter = QPainter()
        if not painter.begin(pdf):
            return False
        painter.scale(pdf.width() / size.width(), pdf.width() / size.width())
        page.paint(painter)
        return painter.end()

    write_whole(path, write)


def page_drawing(sheet: Sheet, heading: Heading, facts: Sequence[Fact]) -> Drawing:
    """The printed page in pixels at 96 to the inch."""
    look = Look(PRINT)
    size = QSizeF(PAGE.width() - 2 * SIDE, _CHART_HEIGHT)
    plate = sheet.plate(look, size)
    page = Drawing()
    page.put(plate.whole(), SIDE, _CHART_TOP)
    frame, right = plate.frame, PAGE.width() - SIDE
    _heading(page, frame, heading, right)
    below = _CHART_TOP + _CHART_HEIGHT
    page.add(Fill(hairline(SIDE, below, width=size.width()), PRINT.text))
    _legend(page, frame, below + 15, grade_unknown=_has_no_grade(sheet.model))
    draw_facts(page, frame, facts, below + 31, size.width())
    draw_foot(page, frame, heading, PAGE)
    return page


def draw_foot(page: Drawing, frame: Frame, heading: Heading, size: QSizeF) -> None:
    """The convention, and when and by whom the page was printed; two lines on upright paper."""
    foot, right = size.height() - TOP - 8, size.width() - SIDE
    printed, convention = (
        Words(t, PRINT.text, 12) for t in (heading.printed_by, heading.convention)
    )
    both = printed.width(frame) + convention.width(frame) + SIDE
    above = foot - 16 if both > right - SIDE else foot
    page.add(Fill(hairline(SIDE, above - 13, width=right - SIDE), PRINT.text))
    convention.draw(page, frame, SIDE, above)
    right_aligned(page, frame, printed, right, foot)


def _heading(page: Drawing, frame: Frame, heading: Heading, right: float) -> None:
    name = Words(heading.name, PRINT.text, 20, bold=True, space=12)
    name.draw(page, frame, SIDE, 44)
    Words(heading.latin, PRINT.text, 16).draw(page, frame, SIDE + name.width(frame), 44)
    Words(heading.identity, PRINT.text, 13).draw(page, frame, SIDE, 69)
    middle = SIDE + (right - SIDE) * 0.39
    page.add(Fill(hairline(middle - 22, 32, height=46), PRINT.line2))
    title = Words(heading.title, PRINT.text, 13.5, bold=True)
    right_aligned(page, frame, title, right, 44)
    room = right - title.width(frame) - 16 - middle
    diagnosis = Words(heading.diagnosis, PRINT.text, 13.5, bold=True)
    treatment, due = (Words(text, PRINT.text, 13) for text in (heading.treatment, heading.due))
    for y, words in ((38, diagnosis), (56, treatment), (73, due)):
        fitted(frame, words, room).draw(page, frame, middle, y)
    right_aligned(page, frame, Words(heading.page, PRINT.text, 12), right, 69)
    page.add(Fill(hairline(SIDE, 85, width=right - SIDE, height=2), PRINT.text))


def _has_no_grade(model: Lifeline) -> bool:
    """Some adverse event on the page has the badge of a grade that is not stated."""
    return any(
        isinstance(mark, AdverseEvent) and worst_grade(mark) is None and mark not in unplaced(lane)
        for lane in model.lanes
        for mark in lane.marks
    )


def _legend(page: Drawing, frame: Frame, middle: float, *, grade_unknown: bool) -> None:
    """What the forms of not knowing look like; a reader of paper cannot hover."""
    x = SIDE
    swatch = QRectF(0, middle - 5, 28, 10)
    entries: list[tuple[type, str]] = [
        (Soft, translate("Chart", "day unknown, month known")),
        (Box, translate("Chart", "date not recorded")),
        (Hatch, translate("Chart", "reference range uncertain")),
        (Outline, translate("Chart", "H above the range of its date")),
    ]
    if grade_unknown:
        entries.append((Painted, translate("Chart", "grade not stated")))
    for kind, text in entries:
        rect = swatch.translated(x, 0)
        if kind is Soft:
            page.add(Soft(rect, PRINT.text, PRINT.surface, 11, 11))
        elif kind is Box:
            page.add(Box(rect, None, pen(PRINT.text, 1.4, (4, 3)), 4))
        elif kind is Hatch:
            page.add(Hatch(rect, PRINT.text))
        elif kind is Painted:
            badge = partial(paint_grade, theme=PRINT, grade=None, x=x + 20, y=middle, size=16)
            page.add(Painted(badge))
        else:
            page.add(Outline(triangle_path(rect.left() + 20, middle, 9, up=True), fill=PRINT.text))
        words = Words(text, PRINT.text, 12, space=28)
        words.draw(page, frame, x + 36, middle)
        x += 36 + words.width(frame)
    page.add(Fill(hairline(SIDE, middle + 14, width=PAGE.width() - 2 * SIDE), PRINT.line2))


def draw_facts(
    page: Drawing,
    frame: Frame,
    facts: Sequence[Fact],
    top: float,
    width: float,
    scale: float = 1,
) -> None:
    """The six facts in two rows of three; ``scale`` is that of their words."""
    column = width / 3
    for i, fact in enumerate(facts[:6]):
        x, y = SIDE + column * (i % 3), top + 78 * (i // 3)
        left = x + (14 if i % 3 else 0)
        if i % 3:
            page.add(Fill(hairline(x, y + 6, height=68), PRINT.line2))
        elif i:
            page.add(Fill(hairline(SIDE, y, width=width), PRINT.line2))
        Words(fact.title, PRINT.text, 12).draw(page, frame, left, y + 13)
        room = x + column - 8 - left
        px, headline = _headline(frame, fact.headline, 15 * scale, room)
        lines = [Words(line, PRINT.text, px, bold=True) for line in headline]
        lines += [
            fitted(frame, Words(line, PRINT.text, 12 * scale), room) for _, line in fact.lines[:2]
        ]
        for words, middle in zip(lines, _ROWS[len(headline)], strict=False):
            words.draw(page, frame, left, y + middle)


def _headline(frame: Frame, text: str, px: float, width: float) -> tuple[float, Sequence[str]]:
    """A headline in one line, or smaller in two: its size and its lines."""
    lines = wrapped(frame, text, px, width, bold=True)
    if len(lines) > 1:
        px *= 0.8
        lines = wrapped(frame, text, px, width, bold=True)
    while len(lines) > max(_ROWS) and px > 1:
        px *= 0.9
        lines = wrapped(frame, text, px, width, bold=True)
    return px, lines


def right_aligned(page: Drawing, frame: Frame, words: Words, right: float, middle: float) -> None:
    """Writes so that the words end at ``right``."""
    words.draw(page, frame, right - words.width(frame), middle)
