# SPDX-License-Identifier: MIT
"""The one-page summary: picture, six facts and four columns on upright A4, black and white."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Final

from PySide6.QtCore import QSizeF

from tracker.ui.charts.export import (
    SIDE,
    TOP,
    Heading,
    Sheet,
    draw_facts,
    draw_foot,
    right_aligned,
)
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Words, fitted
from tracker.ui.charts.shapes import Drawing, Fill, hairline
from tracker.ui.print_theme import PRINT
from tracker.ui.theme import Look
from tracker.ui.views.summary import Section, shortened
from tracker.ui.widgets.facts import Fact

SIZE: Final = QSizeF(794, 1123)  # A4 upright at 96 dots per inch
_CHART_TOP, _CHART_HEIGHT = 132.0, 446.0
_FACTS = 158.0
_LINE, _TITLE, _GAP, _TEXT = 13.5, 24.0, 24.0, 11.0
_RESERVED = 4  # lines that every section gets, however long the others are
_CJK = "⺀"  # from here on, a line may be broken after every character


def summary_drawing(
    sheet: Sheet, heading: Heading, facts: Sequence[Fact], sections: Sequence[Section]
) -> Drawing:
    """The page in pixels at 96 to the inch."""
    look = Look(PRINT)
    width = SIZE.width() - 2 * SIDE
    plate = sheet.plate(look, QSizeF(width, _CHART_HEIGHT))
    page, frame = Drawing(), plate.frame
    page.put(plate.whole(), SIDE, _CHART_TOP)
    _heading(page, frame, heading)
    below = _CHART_TOP + _CHART_HEIGHT
    page.add(Fill(hairline(SIDE, below, width=width), PRINT.text))
    draw_facts(page, frame, facts, below + 2, width, scale=0.88)
    _sections(page, frame, sections, below + _FACTS)
    draw_foot(page, frame, heading, SIZE)
    return page


def _heading(page: Drawing, frame: Frame, heading: Heading) -> None:
    right = SIZE.width() - SIDE
    name = Words(heading.name, PRINT.text, 20, bold=True, space=12)
    name.draw(page, frame, SIDE, 40)
    Words(heading.latin, PRINT.text, 16).draw(page, frame, SIDE + name.width(frame), 40)
    Words(heading.identity, PRINT.text, 13).draw(page, frame, SIDE, 63)
    diagnosis = Words(heading.diagnosis, PRINT.text, 13.5, bold=True)
    treatment, due = (Words(text, PRINT.text, 13) for text in (heading.treatment, heading.due))
    for middle, words in ((83, diagnosis), (101, treatment), (118, due)):
        fitted(frame, words, right - SIDE).draw(page, frame, SIDE, middle)
    right_aligned(page, frame, Words(heading.title, PRINT.text, 13.5, bold=True), right, 40)
    right_aligned(page, frame, Words(heading.page, PRINT.text, 12), right, 63)
    page.add(Fill(hairline(SIDE, 129, width=right - SIDE, height=2), PRINT.text))


def _sections(page: Drawing, frame: Frame, sections: Sequence[Section], top: float) -> None:
    """The first section has the left column for itself; the others share the right one."""
    width = SIZE.width() - 2 * SIDE
    column = (width - _GAP) / 2
    page.add(Fill(hairline(SIDE, top, width=width), PRINT.text))
    page.add(Fill(hairline(SIDE + width / 2, top + 8, height=_bottom() - top - 8), PRINT.line2))
    _stacked(page, frame, sections[:1], SIDE, top, column)
    _stacked(page, frame, sections[1:], SIDE + column + _GAP, top, column)


def _bottom() -> float:
    return SIZE.height() - TOP - 42


def _stacked(
    page: Drawing, frame: Frame, sections: Sequence[Section], x: float, y: float, width: float
) -> None:
    """Sections below each other; what does not fit is counted, never cut."""
    for n, section in enumerate(sections):
        later = len(sections) - n - 1
        room = _bottom() - y - _TITLE - later * (_TITLE + _RESERVED * _LINE)
        lines = _wrapped(frame, section.lines, width, int(room // _LINE))
        Words(section.title, PRINT.text, 13, bold=True).draw(page, frame, x, y + 14)
        y += _TITLE
        for text in lines:
            Words(text, PRINT.text, _TEXT).draw(page, frame, x, y + _LINE / 2)
            y += _LINE


def _wrapped(frame: Frame, entries: Sequence[str], width: float, most: int) -> list[str]:
    """Entries broken into lines of the column; whole entries are left out, never half of one."""
    broken = cache(partial(_broken, frame, width))  # each entry once, however many are kept
    for kept in range(len(entries), 0, -1):
        lines = [line for entry in shortened(entries, kept) for line in broken(entry)]
        if len(lines) <= most:
            return lines
    return []


def _broken(frame: Frame, width: float, text: str) -> list[str]:
    """A text in lines not wider than ``width``; broken at blanks, and within Chinese anywhere."""
    lines: list[str] = []
    line = ""
    for part in _parts(text):
        if line and frame.text_width(line + part.rstrip(), _TEXT, False) > width:
            lines.append(line.rstrip())
            line = "  "
        line += part
    return [*lines, line.rstrip()] if line.strip() else lines


def _parts(text: str) -> list[str]:
    """Pieces that stay together: words with the blank behind them, Chinese characters singly."""
    parts: list[str] = []
    for character in text:
        joins = parts and parts[-1][-1] != " " and character < _CJK > parts[-1][-1]
        if joins:
            parts[-1] += character
        else:
            parts.append(character)
    return parts
