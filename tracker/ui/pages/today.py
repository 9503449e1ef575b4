# SPDX-License-Identifier: MIT
"""Today: who is due, overdue, held, or cannot be projected. The nurse's first screen."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.domain.reminders import DayState, What
from tracker.services import today
from tracker.services.today import Day, DayLine
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.icon_shapes import Icon
from tracker.ui.pages.day_tools import DayTools
from tracker.ui.pages.today_answers import DayAnswers
from tracker.ui.pages.today_filters import DayFilters, waiting
from tracker.ui.pages.today_row import DayRow
from tracker.ui.tables.row_list import RowList
from tracker.ui.widgets.empty import EmptyState
from tracker.ui.widgets.joined import Joined
from tracker.ui.widgets.keycap import KeyCap
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import SMALL, Press

_DOSE_DAY = frozenset({DayState.OVERDUE, DayState.DUE, DayState.HELD})
_SHOWS = (
    *("patient", "course", "plan_segment", "course_drug", "dose_event", "planned_item"),
    *("due_answer", "user_reminder", "contact_attempt", "follow_up", "clinic_days"),
    *("visit", "imaging_study", "marker_result", "adverse_event", "adverse_event_grade"),
    *("baseline_check", "decision"),
)
_WEEK_DAYS = 6
_FIRST = 200  # lines of each part; the rest is shown when it is asked for
_AWAY = 2  # days since the program was used from which on it says what fell due


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
        self._used: date | None = None
        self._limit = _FIRST
        self._found = Day([], [], 0, None)
        look = desk.look
        self._row = DayRow(desk.today)
        self._title = PlainLabel(look, "", 22, bold=True)
        self._list = RowList(
            look,
            self.tr("Day list"),
            self._row.columns(),
            self._row.paint,
            self._row.words,
            lambda line: line.state,
        )
        self._list.setObjectName("day_list")
        self._list.opened.connect(self._open)
        self._empty = EmptyState(look, "")
        self._views = Joined(
            look,
            self.tr("View"),
            [("day", self.tr("Day")), ("week", self.tr("Week")), ("overdue", self.tr("Overdue"))],
        )
        self._views.chosen.connect(self._choose_view)
        self._filters = DayFilters(look)
        self._filters.changed.connect(self._show)
        self._more = Press(look, self.tr("The list is longer: show all of it"), height=SMALL)
        self._more.clicked.connect(self._show_all)
        self._more.hide()
        self.tools = DayTools(desk, self, self._span, self._filters.part)
        self.answers = DayAnswers(desk, self)
        self._assemble()
        desk.bus.changed.connect(self._on_changed)

    def activated(self) -> None:
        """Asks again: the day may have changed since."""
        self.ask()
        self._list.setFocus()

    def ask(self) -> None:
        """Asks for the list of the chosen day."""
        day, days = self._span()
        job = partial(today.day, ctx=self._desk.ctx, on=day, days=days, limit=self._limit)
        self._desk.tasks.run(self, job, self._answered, question="day")

    def turn(self, before: date, now: date) -> None:
        """The working date has changed while the page was there; it follows, and says so."""
        if self._day == before:
            self._day = now
        self._used = before
        self.ask()

    def _span(self) -> tuple[date, int]:
        """The chosen day, and how many days after it are shown."""
        return self._day, _WEEK_DAYS if self._views.code == "week" else 0

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
        top.addWidget(self._views)
        top.addStretch()
        for press in self.tools.presses:
            top.addWidget(press)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(14), px(24), px(8))
        head.setSpacing(px(12))
        head.addLayout(top)
        head.addWidget(self._filters)
        self._body = QStackedLayout()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addLayout(self._body, 1)  # before it is filled: it shows its first widget at once,
        self._body.addWidget(self._list)  # and one without a parent would be a window
        self._body.addWidget(self._empty)
        page.addLayout(self._hints())
        for keys, act in (
            ("PgUp", partial(self._step, -1)),
            ("PgDown", partial(self._step, 1)),
            ("F2", self._open_chart),
            ("F4", self._answer),
            ("F6", self._call),
            ("/", self._filters.enter),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _hints(self) -> QHBoxLayout:
        look, px = self._desk.look, self._desk.look.px
        hints = QHBoxLayout()
        hints.setSpacing(px(20))
        hints.setContentsMargins(px(24), px(8), px(24), px(10))
        for keys, text in (
            ("Enter", self.tr("dose day")),
            ("F2", self.tr("chart")),
            ("F4", self.tr("done, put off, promised …")),
            ("F6", self.tr("call")),
            ("↑ ↓", self.tr("move")),
            ("PgUp PgDn", self.tr("day")),
            ("/", self.tr("filter")),
        ):
            hints.addWidget(KeyCap(look, keys, text))
        hints.addStretch()
        hints.addWidget(self._more)
        return hints

    def _step(self, days: int) -> None:
        self._day += timedelta(days=days)
        self.ask()

    def _choose_view(self, view: str) -> None:
        """Overdue is the day with only what is late; the chips say so too."""
        self._filters.choose("overdue" if view == "overdue" else "all")
        self.ask()

    def _show_all(self) -> None:
        self._limit = -1
        self.ask()

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(None, *_SHOWS):
            self.ask()

    def _answered(self, found: Day) -> None:
        self._found = found
        self._row.day, self._row.today = self._day, self._desk.today
        self._title.setText(wording.long_day(self._day))
        self._filters.show_day(found, self._day, self._since(found))
        self._more.setVisible(found.cut)
        if self._day == self._desk.today:
            self.counted.emit(waiting(found.lines))
        self._show()

    def _since(self, found: Day) -> date | None:
        """The day the program was used before, when somebody was away for long enough."""
        used = self._used or found.last_used
        today_ = self._desk.today
        away = used is not None and self._day == today_ and (today_ - used).days >= _AWAY
        return used if away else None

    def _show(self) -> None:
        shown = self._filters.kept(self._found)
        self._list.set_rows(shown, lambda line: line.due.key)
        self._body.setCurrentIndex(0 if shown else 1)
        if listed := self._filters.kept(self._found, "all"):
            text = self.tr("No line of this day is in this state; lines in all: {n}.")
            self._empty.set_sentence(text.format(n=len(listed)))
        else:
            self._empty.set_sentence(
                self.tr("Nobody is due, held or unanswered on this day. Ctrl+K finds a patient.")
            )

    def _open(self, line: DayLine) -> None:
        queue = [each for each in self._filters.kept(self._found) if _is_dose(each)]
        if line in queue:
            places = [_place(each) for each in queue]
            self.open_dose_day.emit(_place(line), list(dict.fromkeys(places)))
        else:
            self.open_patient.emit(line.patient.patient)

    def _open_chart(self) -> None:
        if (line := self._list.current) is not None:
            self.open_patient.emit(line.patient.patient)

    def _answer(self) -> None:
        if (line := self._list.current) is not None:
            self.answers.ask(line, self._day)

    def _call(self) -> None:
        if (line := self._list.current) is not None:
            self.answers.record_call(line.patient.patient)


def _place(line: DayLine) -> tuple[UUID, UUID | None]:
    """Where the dose day of a line is; day 8 and the next cycle of a course have the same one."""
    return line.patient.patient, line.due.course


def _is_dose(line: DayLine) -> bool:
    return line.due.what is What.DOSE and line.state in _DOSE_DAY
