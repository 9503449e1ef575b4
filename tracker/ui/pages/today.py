# SPDX-License-Identifier: MIT
"""Today: who is due, overdue, held, or cannot be projected. The nurse's first screen."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.services.today import DayLine, DayState, day_list
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.icon_shapes import Icon
from tracker.ui.pages.day_tools import DayTools
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.views import day_words
from tracker.ui.views.day_words import GLYPHS
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.empty import EmptyState
from tracker.ui.widgets.keycap import KeyCap
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_STRONG = frozenset({DayState.OVERDUE, DayState.HELD, DayState.CANNOT_PROJECT})
_DOSE_DAY = frozenset({DayState.OVERDUE, DayState.DUE, DayState.HELD})
_CHANGES = ("patient", "course", "plan_segment", "course_drug", "dose_event")
_WEEK_DAYS = 6


class TodayPage(QWidget):
    """The day list.

    Signals:
        open_patient(object): the patient's id, by Enter or double click.
        open_dose_day(object, object): the line's patient and course, and those of all lines
            that wait for a dose, by Enter or double click.
        counted(int): how many lines wait (done ones left out), for the badge.
    """

    open_patient = Signal(object)
    open_dose_day = Signal(object, object)
    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day = desk.today
        self._lines: list[DayLine] = []
        look = desk.look
        self._title = PlainLabel(look, "", 22, bold=True)
        self._list = RowList(
            look, self.tr("Day list"), self._columns(), self._paint, self._words, lambda r: r.state
        )
        self._list.setObjectName("day_list")
        self._list.opened.connect(self._open)
        self._empty = EmptyState(look, "")
        self._days = {
            "day": Press(look, self.tr("Day"), toggle=True),
            "week": Press(look, self.tr("Week"), toggle=True),
        }
        self._chips: dict[DayState | None, Chip] = {None: Chip(look, self.tr("All"))}
        for state, text in (
            (DayState.OVERDUE, self.tr("Overdue")),
            (DayState.DUE, self.tr("Due")),
            (DayState.HELD, self.tr("Held")),
            (DayState.CANNOT_PROJECT, self.tr("Cannot project")),
            (DayState.DONE, self.tr("Done")),
            (DayState.LATER, self.tr("Later")),
        ):
            self._chips[state] = Chip(look, text, GLYPHS[state])
        self.tools = DayTools(desk, self, self._span)
        self._assemble()
        desk.bus.changed.connect(self._on_changed)

    def activated(self) -> None:
        """Asks again: the day may have changed since."""
        self.ask()
        self._list.setFocus()

    def ask(self) -> None:
        """Asks for the list of the chosen day."""
        day, days = self._span()
        job = partial(day_list, ctx=self._desk.ctx, on=day, days=days)
        self._desk.tasks.run(self, job, self._answered, question="day")

    def _span(self) -> tuple[date, int]:
        """The chosen day, and how many days after it are shown."""
        return self._day, _WEEK_DAYS if self._days["week"].isChecked() else 0

    def _columns(self) -> list[Column]:
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

    def _assemble(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        top = QHBoxLayout()
        top.setSpacing(px(5))
        top.addWidget(self._title)
        top.addSpacing(px(15))
        for icon, step, name in (
            (Icon.PREVIOUS, -1, self.tr("Day before")),
            (Icon.NEXT, 1, self.tr("Day after")),
        ):
            press = Press(look, mark=icon)
            press.setAccessibleName(name)
            press.clicked.connect(partial(self._step, step))
            top.addWidget(press)
        top.addSpacing(px(12))
        views = QButtonGroup(self)
        for press in self._days.values():
            views.addButton(press)
            press.clicked.connect(self.ask)
            top.addWidget(press)
        self._days["day"].setChecked(True)
        top.addStretch()
        for press in self.tools.presses:
            top.addWidget(press)
        chips = QHBoxLayout()
        chips.setSpacing(px(8))
        filters = QButtonGroup(self)
        for chip in self._chips.values():
            filters.addButton(chip)
            chip.clicked.connect(self._show)
            chips.addWidget(chip)
        self._chips[None].setChecked(True)
        chips.addStretch()
        hints = QHBoxLayout()
        hints.setSpacing(px(20))
        hints.setContentsMargins(px(24), px(8), px(24), px(10))
        hints.addWidget(KeyCap(look, "Enter", self.tr("dose day")))
        hints.addWidget(KeyCap(look, "F2", self.tr("chart")))
        hints.addWidget(KeyCap(look, "↑ ↓", self.tr("move")))
        hints.addWidget(KeyCap(look, "PgUp PgDn", self.tr("day")))
        hints.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(14), px(24), px(8))
        head.setSpacing(px(12))
        head.addLayout(top)
        head.addLayout(chips)
        self._body = QStackedLayout()
        self._body.addWidget(self._list)
        self._body.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addLayout(self._body, 1)
        page.addLayout(hints)
        for keys, act in (
            ("PgUp", partial(self._step, -1)),
            ("PgDown", partial(self._step, 1)),
            ("F2", self._open_chart),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _step(self, days: int) -> None:
        self._day += timedelta(days=days)
        self.ask()

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(None, *_CHANGES):
            self.ask()

    def _answered(self, found: list[DayLine]) -> None:
        lines = [each for each in found if each.is_listed]
        self._lines = lines
        self._title.setText(wording.long_day(self._day))
        for state, chip in self._chips.items():
            count = sum(line.state is state for line in lines) if state else len(lines)
            chip.set_count(count)
            chip.setVisible(state is not DayState.LATER or count > 0)
        if self._day == self._desk.today:
            waiting = {DayState.DONE, DayState.LATER}
            self.counted.emit(sum(line.state not in waiting for line in lines))
        self._show()

    def _show(self) -> None:
        chosen = next(state for state, chip in self._chips.items() if chip.isChecked())
        shown = [line for line in self._lines if chosen is None or line.state is chosen]
        self._list.set_rows(shown, lambda line: line.due.key)
        self._body.setCurrentIndex(0 if shown else 1)
        if self._lines:
            text = self.tr("None of the {n} lines of this day is in this state.")
            self._empty.set_sentence(text.format(n=len(self._lines)))
        else:
            self._empty.set_sentence(
                self.tr("Nobody is due, held or unanswered on this day. Ctrl+K finds a patient.")
            )

    def _open(self, line: DayLine) -> None:
        waiting = [each for each in self._lines if each.state in _DOSE_DAY]
        if line in waiting:
            places = [(each.patient.patient, each.due.course) for each in waiting]
            self.open_dose_day.emit(places[waiting.index(line)], places)
        else:
            self.open_patient.emit(line.patient.patient)

    def _open_chart(self) -> None:
        line = self._list.current
        if line is not None:
            self.open_patient.emit(line.patient.patient)

    def _paint(self, pen: Pen, line: DayLine) -> None:
        look, due = pen.look, line.due
        done = line.state is DayState.DONE
        quiet = "text2" if done else "text"
        glyph = GLYPHS[line.state]
        strong = line.state in _STRONG
        paint_glyph(pen.painter, look.theme, glyph, pen.x(42), pen.middle, look.px(12))
        pen.write(
            58,
            day_words.state(line, self._day, self._desk.today),
            bold=strong,
            colour=glyph.token,
            until=148,
        )
        patient = line.patient
        name = day_words.name(line)
        known = bool(patient.name or patient.name_latin)
        end = pen.write(
            152, name, 15, bold=known and not done, colour=quiet if known else "text3", until=352
        )
        if patient.name and patient.name_latin:
            room = pen.rect.left() + look.px(350) - end
            if room > look.px(40):
                pen.write(
                    (end - pen.rect.left()) / look.zoom + 8,
                    patient.name_latin,
                    13.5,
                    colour="text2",
                    until=352,
                )
        pen.write(358, patient.mrn, 13, colour="text2", until=444)
        pen.write(448, due.treatment, colour=quiet, until=662)
        pen.write_right(702, day_words.cycle(line), bold=not done, colour=quiet)
        over = line.state is DayState.OVERDUE
        said = day_words.due_day(line, self._day)
        pen.write(726, said, bold=over, colour="overdue" if over else quiet, until=832)
        last, grey = day_words.last_given(line, self._day), "text2" if due.last_given else "text3"
        pen.write(836, last, 13.5, colour=grey, until=914)
        pen.write_right(944, day_words.ago(line, self._day), 13, colour="text3")
        self._paint_note(pen, line)

    def _paint_note(self, pen: Pen, line: DayLine) -> None:
        note, asks = day_words.note(line, self._day)
        if asks:
            paint_glyph(
                pen.painter, pen.look.theme, Glyph.ASK, pen.x(969), pen.middle, pen.look.px(13)
            )
            pen.write(982, note, colour="ask")
        else:
            pen.write(982, note, colour="text2")

    def _words(self, line: DayLine) -> str:
        return day_words.sentence(line, self._day, self._desk.today)
