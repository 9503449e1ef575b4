# SPDX-License-Identifier: MIT
"""The dose ledger of one course: its counter, what is next, and every event."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.domain import outcomes
from tracker.domain.chart import Chart
from tracker.domain.dose_sums import Cumulative
from tracker.domain.records import DoseEvent, DoseSummary, SecondCheck
from tracker.domain.schedule import Ledger, leading, ledgers
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.plan_view import PlanView
from tracker.ui.pages.records_tab import new_words
from tracker.ui.tables.cycle_list import CycleList, CycleRow, cycle_rows
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.views.facts import doses_in_words, due_words
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.press import Press
from tracker.ui.widgets.scroll import scrolling

_ROWS = 180  # pixels at 100 % that the rows keep in a low window; the page scrolls instead


class DosesTab(ListTab):
    """The events of a course; a chip per course.

    Signals:
        sheet_asked(): the dose-day sheet of the course that is shown.
    """

    sheet_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart: Chart | None = None
        self._books: tuple[Ledger, ...] = ()
        self._course: UUID | None = None
        look, px = desk.look, desk.look.px
        self._chips = Flow(px(8))
        self._group = QButtonGroup(self)
        self._headline = PlainLabel(look, "", 18, bold=True)
        self._line = PlainLabel(look, "", 13.5, colour="text2")
        self._line.setWordWrap(True)
        self._table = RecordTable(look, DoseEvent, new_words(DoseEvent), habits=desk.habits)
        self._table.opened.connect(self.opened)
        self._table.new_asked.connect(self._new)
        self._cycles = CycleList(look)
        self._cycles.opened.connect(self._open_dose)
        self._body = QStackedWidget()
        self._body.addWidget(self._table)
        self._body.addWidget(self._cycles)
        self._plan = PlanView(desk)
        self._plan.opened.connect(self.opened)
        self._plan.new_asked.connect(self.new_asked)
        self._body.addWidget(self._plan)
        self._views = (
            Chip(look, self.tr("Events")),
            Chip(look, self.tr("Cycles")),
            Chip(look, self.tr("Follow-up plan")),
        )
        views = QButtonGroup(self)
        for number, chip in enumerate(self._views):
            views.addButton(chip)
            chip.clicked.connect(partial(self._show_view, number))
        self._views[0].setChecked(True)
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(px(24), px(12), px(24), px(12))
        page.setSpacing(px(8))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addLayout(self._chips, 1)
        for chip in self._views:
            top.addWidget(chip)
        sheet = Press(look, self.tr("Dose day"), keys="F7")
        sheet.clicked.connect(self.sheet_asked)
        top.addWidget(sheet)
        page.addLayout(top)
        page.addWidget(self._headline)
        page.addWidget(self._line)
        self._offer = Press(look, self.tr("No follow-up plan yet: choose one …"))
        self._offer.clicked.connect(self._plan.choose)
        page.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self._body, 1)
        self._body.setMinimumHeight(px(_ROWS))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    @property
    def course(self) -> UUID | None:
        """The course that is shown."""
        return self._course

    def show_chart(self, chart: Chart) -> None:
        """Shows the ledgers of a chart, that of the current course first."""
        another = self._chart is None or self._chart.patient.id != chart.patient.id
        self._chart = chart
        self._books = ledgers(chart)
        if another or self._course not in {book.course.id for book in self._books}:
            now = leading(self._books)
            self._course = now.course.id if now else None
        self._make_chips()
        self._show()

    def focusInEvent(self, _event: object) -> None:
        """The rows take the keys."""
        self._focus_rows()

    def _focus_rows(self) -> None:
        if self._body.currentWidget() is self._cycles:
            self._cycles.view.setFocus()
        elif self._body.currentWidget() is self._plan:
            self._plan.focus()
        else:
            self._table.focus()

    def _show_view(self, number: int) -> None:
        self._body.setCurrentIndex(number)
        self._focus_rows()

    def _open_dose(self, row: CycleRow) -> None:
        self.opened.emit(row.event)

    def _make_chips(self) -> None:
        empty(self._chips)
        for book in self._books:
            chip = Chip(self._desk.look, book.course.record.regimen)
            chip.set_count(len(book.events))
            chip.setChecked(book.course.id == self._course)
            chip.clicked.connect(partial(self._choose, book.course.id))
            self._group.addButton(chip)
            self._chips.addWidget(chip)

    def _choose(self, course: UUID) -> None:
        self._course = course
        self._show()
        self._focus_rows()

    def _show(self) -> None:
        chart = self._chart
        book = next((b for b in self._books if b.course.id == self._course), None)
        if chart is None or book is None:
            self._headline.setText(self.tr("No systemic course"))
            self._line.setText(
                self.tr("Doses belong to a course. Record the course under Treatments first.")
            )
            self._body.hide()
            self._offer.hide()
            return
        self._body.show()
        time = outcomes.course_time(chart, book, self._desk.today)
        self._headline.setText(f"{book.treatment}: {wording.months(time.months)}")
        self._line.setText(" · ".join(self._facts(chart, book, time)))
        rows = cycle_rows(book, chart.of(SecondCheck))
        self._cycles.set_rows(rows, lambda row: row.event.id)
        self._views[1].set_count(len(rows))
        planned = self._plan.show_course(chart, book.course.id)
        self._views[2].set_count(planned)
        self._offer.setVisible(book.is_running and not planned)
        found = [
            stored
            for stored in chart.records.get(DoseEvent.kind, ())
            if isinstance(stored.record, DoseEvent) and stored.record.course == self._course
        ]
        self._table.set_records(found)

    def _facts(self, chart: Chart, book: Ledger, time: outcomes.CourseTime) -> list[str]:
        counted = wording.entered(time.counted_to)
        facts = [
            self.tr("completed months, {start} to {end}").format(
                start=wording.when(time.start), end=counted
            ),
            doses_in_words(book),
            *(self._in_all(each) for each in book.cumulative if each.total is not None),
            *(
                self.tr("stated: {what} {number}").format(
                    what=stored.record.what, number=stored.record.number
                )
                for stored in chart.of(DoseSummary, book.course.id)
            ),
        ]
        if time.on_schedule is not None and not book.is_complete:
            facts.append(self.tr("dates on schedule (not doses): {n}").format(n=time.on_schedule))
        if book.due is not None:
            datum = due_words("", book.due, self._desk.today)
            facts.append(self.tr("next: {what}").format(what=f"{datum.title}, {datum.subtitle}"))
        if book.planned_end is not None:
            facts.append(self.tr("planned until {day}").format(day=wording.day(book.planned_end)))
        if book.last is not None and book.last.delay_days is not None:
            drift = book.last.drift_days
            facts.append(
                self.tr("C{n}: {delay} d after its plan, {drift} d after the original plan").format(
                    n=book.last.number, delay=book.last.delay_days, drift=drift
                )
            )
        intensity = book.intensity
        if intensity.first_to_last is not None and intensity.with_last_cycle is not None:
            facts.append(
                self.tr(
                    "interval dose intensity {first:.1f} % first to last dose, "
                    "{last:.1f} % with the last cycle"
                ).format(first=intensity.first_to_last * 100, last=intensity.with_last_cycle * 100)
            )
        return facts

    def _in_all(self, each: Cumulative) -> str:
        """What was recorded of a drug in all, and how many doses that leaves out."""
        text = self.tr("{drug} {total} in {n} recorded doses")
        if each.doses == 1:
            text = self.tr("{drug} {total} in {n} recorded dose")
        if each.without_amount:
            text = self.tr("{drug} {total}, recorded doses: {n}, more without an amount: {m}")
        total = f"{each.total.amount:,f} {each.total.unit.value}" if each.total else ""
        return text.format(drug=each.drug, total=total, n=each.doses, m=each.without_amount)

    def _new(self) -> None:
        if self._course is not None:
            self.new_asked.emit(DoseEvent, self._course)
