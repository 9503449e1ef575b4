# SPDX-License-Identifier: MIT
"""The day list on paper: A4, black on white, the heading on every page, nothing cut off."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from tracker.domain.masking import masked_name, masked_number
from tracker.domain.reminders import DayState
from tracker.services.day_sheet import DaySheet
from tracker.services.today import DayLine, Section
from tracker.ui import names, wording
from tracker.ui.glyphs import paint_glyph
from tracker.ui.paper import PAGE
from tracker.ui.print_theme import PRINT
from tracker.ui.theme import font
from tracker.ui.views import day_words

translate = QCoreApplication.translate

_ORDER: Final = (
    DayState.OVERDUE,
    DayState.DUE,
    DayState.HELD,
    DayState.CANNOT_PROJECT,
    Section.LABS,
    Section.SCANS,
    DayState.NOT_SEEN,
    DayState.LATER,
    DayState.DONE,
    DayState.PUT_OFF,
    DayState.LEFT,
)

_LEFT, _RIGHT = 42.0, PAGE.width() - 42.0  # 11 mm
_TOP, _BOTTOM = 122.0, PAGE.height() - 52.0  # of the rows
_GAP, _PADDING = 8.0, 5.0
_SECTION_HEIGHT: Final = 26.0
_WRAP = Qt.TextFlag.TextWordWrap.value
_ANYWHERE = Qt.TextFlag.TextWrapAnywhere.value  # a number has no place to break


class _Column(NamedTuple):
    title: str
    left: float
    right: float
    px: float = 13
    bold: bool = False
    wrap: int = _WRAP


class _Row(NamedTuple):
    """A patient's line with its state, or the head of a section without one."""

    height: float
    cells: tuple[str, ...]
    state: DayState | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the cells of a row stand."""

    all: tuple[_Column, ...]

    def height(self, cells: tuple[str, ...]) -> float:
        """Of a row in which every cell is read whole."""
        pairs = zip(self.all, cells, strict=True)
        return max(_text_height(column, cell) for column, cell in pairs) + 2 * _PADDING


def _columns() -> _Columns:
    return _Columns(
        (
            _Column(translate("Print", "State"), _LEFT + 20, 138, bold=True),
            _Column(translate("Print", "Patient"), 144, 284, 14, bold=True),
            _Column(translate("Print", "Number"), 290, 374, wrap=_ANYWHERE),
            _Column(translate("Print", "Treatment"), 380, 562),
            _Column(translate("Print", "Cycle"), 568, 606),
            _Column(translate("Print", "Due"), 612, 692, bold=True),
            _Column(translate("Print", "Last given"), 698, 812),
            _Column(translate("Print", "Before the dose"), 818, 966),
            _Column(translate("Print", "Notes by hand"), 974, _RIGHT),
        )
    )


class DayPaper:
    """A day list laid out in pages.

    Args:
        sheet: what stands on it.
        masked: initials and the end of the number instead of names.
    """

    def __init__(self, sheet: DaySheet, *, masked: bool) -> None:
        self._sheet = sheet
        self._masked = masked
        self._columns = _columns()
        self._pages = self._paginated()

    @property
    def title(self) -> str:
        """Day or week, and which."""
        sheet = self._sheet
        if sheet.until == sheet.on:
            return translate("Print", "Day list, {day}").format(day=wording.long_day(sheet.on))
        text = translate("Print", "List from {first} to {last}")
        return text.format(
            first=wording.day(sheet.on, weekday=True), last=wording.day(sheet.until, weekday=True)
        )

    @property
    def count(self) -> int:
        """How many pages it has, at least one."""
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Draws a page, counted from 0."""
        painter.setPen(QPen(PRINT.text, 1))
        self._paint_head(painter, page)
        self._paint_foot(painter)
        y = _TOP
        for row in self._pages[page]:
            self._paint_row(painter, row, y)
            y += row.height
        if not self._sheet.lines:
            text = translate("Print", "Nobody is due, held or unanswered.")
            if self._sheet.part is not None:
                text = translate("Print", "Nothing of the list is in this part.")
            _write(painter, QRectF(_LEFT, _TOP + 12, 600, 24), text, 15)

    # Pages

    def _paginated(self) -> list[list[_Row]]:
        """Rows are never split; a section that goes on has its head again."""
        pages: list[list[_Row]] = [[]]
        left = _BOTTOM - _TOP
        for head, again, rows in self._sections():
            for place, row in enumerate(rows):
                need = row.height + (0 if place else head.height)
                if need > left and pages[-1]:
                    pages.append([again] if place else [])
                    left = _BOTTOM - _TOP - (again.height if place else 0)
                if not place:
                    pages[-1].append(head)
                    left -= head.height
                pages[-1].append(row)
                left -= row.height
        return pages

    def _sections(self) -> Iterator[tuple[_Row, _Row, list[_Row]]]:
        """Each section: its head, the head where it goes on, its rows."""
        lines = sorted(self._sheet.lines, key=lambda line: _ORDER.index(_section(line)))
        for section, group in groupby(lines, _section):
            rows = [self._row(line) for line in group]
            title = _title(section)
            counted = translate("Print", "{section}: {n}").format(section=title, n=len(rows))
            again = translate("Print", "{section}, continued").format(section=title)
            yield _Row(_SECTION_HEIGHT, (counted,)), _Row(_SECTION_HEIGHT, (again,)), rows

    def _row(self, line: DayLine) -> _Row:
        sheet, patient = self._sheet, line.patient
        name, number = day_words.name(line), patient.mrn
        if self._masked:
            known = patient.name or patient.name_latin
            name, number = masked_name(known) if known else name, masked_number(number)
        else:
            name = names.both_of(patient) or name
        cells = (
            day_words.state(line, sheet.on, sheet.today),
            name,
            number,
            wording.unbroken(day_words.subject(line)),
            day_words.cycle(line),
            day_words.due_day(line, sheet.on),
            ", ".join(
                filter(None, (day_words.last_given(line, sheet.on), day_words.ago(line, sheet.on)))
            ),
            wording.unbroken(day_words.note(line, sheet.on).text),
            "",
        )
        return _Row(self._columns.height(cells), cells, line.state)

    # Painting

    def _paint_head(self, painter: QPainter, page: int) -> None:
        sheet = self._sheet
        _write(painter, QRectF(_LEFT, 26, 760, 28), self.title, 20, bold=True)
        pages = translate("Print", "Page {n} of {m}").format(n=page + 1, m=self.count)
        _write(painter, QRectF(_RIGHT - 300, 26, 300, 28), pages, 14, bold=True, right=True)
        _write(painter, QRectF(_LEFT, 56, 640, 20), self._about(), 13)
        valid = translate("Print", "Not valid after {day}").format(
            day=wording.day(sheet.until, weekday=True)
        )
        _write(painter, QRectF(_RIGHT - 400, 56, 400, 20), valid, 13, right=True)
        painter.fillRect(QRectF(_LEFT, 82, _RIGHT - _LEFT, 2), PRINT.text)
        for column in self._columns.all:
            room = QRectF(column.left, 90, column.right - column.left, 20)
            _write(painter, room, column.title, 12)
        painter.fillRect(QRectF(_LEFT, _TOP - 6, _RIGHT - _LEFT, 1), PRINT.text)

    def _about(self) -> str:
        sheet, n = self._sheet, len(self._sheet.lines)
        if sheet.part is None:
            return translate("Print", "{clinic} · lines: {n}").format(clinic=sheet.clinic, n=n)
        text = translate("Print", "{clinic} · only “{part}”, lines: {n} of a list of {m}")
        return text.format(clinic=sheet.clinic, part=sheet.part.title, n=n, m=sheet.whole)

    def _paint_foot(self, painter: QPainter) -> None:
        sheet = self._sheet
        y = PAGE.height() - 42
        painter.fillRect(QRectF(_LEFT, y, _RIGHT - _LEFT, 1), PRINT.text)
        printed = translate("Print", "Printed {at} by {user} · version {version}").format(
            at=sheet.made_at.strftime("%Y-%m-%d %H:%M"), user=sheet.made_by, version=sheet.version
        )
        code = translate("Print", "not in the audit trail")
        if sheet.code:
            code = translate("Print", "audit {code}").format(code=sheet.code)
        _write(painter, QRectF(_LEFT, y + 5, 620, 18), f"{printed} · {code}", 11)
        record = translate(
            "Print", "A follow-up record, not an order. What was recorded later is not on it."
        )
        _write(painter, QRectF(_RIGHT - 480, y + 5, 480, 18), record, 11, right=True)

    def _paint_row(self, painter: QPainter, row: _Row, y: float) -> None:
        if row.state is None:
            self._paint_section(painter, row, y)
            return
        paint_glyph(painter, PRINT, day_words.GLYPHS[row.state], _LEFT + 8, y + _PADDING + 9, 12)
        for column, cell in zip(self._columns.all, row.cells, strict=True):
            room = QRectF(column.left, y + _PADDING, column.right - column.left, row.height)
            painter.setFont(font(round(column.px), column.bold))
            painter.setPen(QPen(PRINT.text, 1))
            painter.drawText(room, column.wrap, cell)
        painter.fillRect(QRectF(_LEFT, y + row.height - 1, _RIGHT - _LEFT, 0.8), PRINT.line2)

    def _paint_section(self, painter: QPainter, row: _Row, y: float) -> None:
        painter.fillRect(QRectF(_LEFT, y, _RIGHT - _LEFT, row.height - 3), PRINT.accent_soft)
        room = QRectF(_LEFT + 8, y, 600, row.height - 3)
        _write(painter, room, row.cells[0], 14, bold=True)


def _section(line: DayLine) -> DayState | Section:
    """Where a line stands on paper: once, labs and scans under a head of their own."""
    return line.section or line.state


def _title(section: DayState | Section) -> str:
    """The head of a section, as the chips of the screen name it."""
    titles: dict[DayState | Section, str] = {
        DayState.OVERDUE: translate("Print", "Overdue"),
        DayState.DUE: translate("Print", "Due"),
        DayState.HELD: translate("Print", "Held"),
        DayState.CANNOT_PROJECT: translate("Print", "Cannot project"),
        Section.LABS: translate("Print", "Labs missing"),
        Section.SCANS: translate("Print", "Scans due"),
        DayState.NOT_SEEN: translate("Print", "Not seen"),
        DayState.LATER: translate("Print", "Later"),
        DayState.DONE: translate("Print", "Done"),
        DayState.PUT_OFF: translate("Print", "Put off"),
        DayState.LEFT: translate("Print", "Left the list"),
    }
    return titles[section]


def _text_height(column: _Column, text: str) -> float:
    room = QRectF(0, 0, column.right - column.left - _GAP / 4, 10_000)
    metrics = QFontMetricsF(font(round(column.px), column.bold))
    return metrics.boundingRect(room, column.wrap, text or " ").height()


def _write(
    painter: QPainter,
    room: QRectF,
    text: str,
    px: int,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    """One line, in the middle of its room."""
    painter.setFont(font(px, bold))
    painter.setPen(QPen(PRINT.text, 1))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
