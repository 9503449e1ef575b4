# SPDX-License-Identifier: MIT
"""How one line of the day list is painted."""

from datetime import date

from PySide6.QtCore import QObject

from tracker.domain.reminders import DayState, What
from tracker.services.today import DayLine
from tracker.ui import names
from tracker.ui.glyphs import Glyph, paint_glyph, paint_grade
from tracker.ui.tables.row_list import Column, Pen
from tracker.ui.views import day_words
from tracker.ui.views.day_words import GLYPHS

_STRONG = frozenset({DayState.OVERDUE, DayState.HELD, DayState.CANNOT_PROJECT})
_QUIET = frozenset({DayState.DONE, DayState.LEFT, DayState.PUT_OFF})


class DayRow(QObject):
    """Paints the lines of a day.

    Attributes:
        day: of the list.
        today: the working date.
    """

    def __init__(self, today: date) -> None:
        super().__init__()
        self.day = today
        self.today = today

    def columns(self) -> list[Column]:
        """The places of a row."""
        return [
            Column(self.tr("State"), 36),
            Column(self.tr("Patient"), 152),
            Column(self.tr("Number"), 358),
            Column(self.tr("Treatment"), 448),
            Column(self.tr("Cycle"), 702, right=True),
            Column(self.tr("Due"), 726),
            Column(self.tr("Last given"), 836),
            Column(self.tr("Before the dose"), 962),
        ]

    def words(self, line: DayLine) -> str:
        """The row as a sentence."""
        return day_words.sentence(line, self.day, self.today)

    def paint(self, pen: Pen, line: DayLine) -> None:
        """Paints one row."""
        quiet = "text2" if line.state in _QUIET else "text"
        glyph = GLYPHS[line.state]
        look = pen.look
        paint_glyph(pen.painter, look.theme, glyph, pen.x(42), pen.middle, look.px(12))
        pen.write(
            58,
            day_words.state(line, self.day, self.today),
            bold=line.state in _STRONG,
            colour=glyph.token,
            until=148,
        )
        self._paint_patient(pen, line, quiet)
        dose = line.due.what is What.DOSE
        until = (636 if line.due.cycle_day else 662) if dose else 716
        pen.write(448, day_words.subject(line), colour=quiet, until=until)
        if dose:
            bold = line.state not in _QUIET
            pen.write_right(702, day_words.cycle(line), bold=bold, colour=quiet)
        over = line.state is DayState.OVERDUE
        pen.write(
            726,
            day_words.due_day(line, self.day),
            bold=over,
            colour="overdue" if over else quiet,
            until=940 if line.due.what is What.CONTACT else 832,
        )
        self._paint_last(pen, line)
        self._paint_note(pen, line)

    def _paint_patient(self, pen: Pen, line: DayLine, quiet: str) -> None:
        look, patient = pen.look, line.patient
        known, latin = bool(names.name_of(patient)), names.latin_of(patient)
        end = pen.write(
            152,
            day_words.name(line),
            15,
            bold=known and line.state not in _QUIET,
            colour=quiet if known else "text3",
            until=352,
        )
        room = pen.rect.left() + look.px(350) - end
        if latin and room > look.px(40):
            pen.write(pen.behind(end, 8), latin, 13.5, colour="text2", until=352)
        pen.write(358, patient.mrn, 13, colour="text2", until=444)

    def _paint_last(self, pen: Pen, line: DayLine) -> None:
        grey = "text2" if line.due.last_given else "text3"
        pen.write(836, day_words.last_given(line, self.day), 13.5, colour=grey, until=914)
        pen.write_right(950, day_words.ago(line, self.day), 13, colour="text3")

    def _paint_note(self, pen: Pen, line: DayLine) -> None:
        note, theme, look = day_words.note(line, self.day), pen.look.theme, pen.look
        if note.grade:
            paint_grade(pen.painter, theme, note.grade, pen.x(969), pen.middle, look.px(18))
        elif note.mark:
            paint_glyph(pen.painter, theme, note.mark, pen.x(969), pen.middle, look.px(13))
        colour = "ask" if note.mark is Glyph.ASK else "text2"
        pen.write(982, note.text, colour=colour)
