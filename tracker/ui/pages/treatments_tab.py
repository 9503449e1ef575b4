# SPDX-License-Identifier: MIT
"""Treatments: the tables of courses, procedures and radiotherapy, with the ledger beside them."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from tracker.domain.chart import Chart
from tracker.domain.clinic_calendar import ClinicCalendar
from tracker.domain.records import Course, Procedure, RadiotherapyPhase
from tracker.services.clinic_days import calendar
from tracker.ui.desk import Desk
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.records_tab import RecordsTab
from tracker.ui.views.radiotherapy import radiotherapy_facts
from tracker.ui.widgets.facts import FactsPanel


class TreatmentsTab(ListTab):
    """Tables, and what follows from the radiotherapy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart: Chart | None = None
        self._tables = RecordsTab(desk, (Course, Procedure, RadiotherapyPhase))
        self._tables.new_asked.connect(self.new_asked)
        self._tables.opened.connect(self.opened)
        self._ledger = FactsPanel(desk.look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._tables, 1)
        row.addWidget(self._ledger)
        self.setFocusProxy(self._tables)

    def show_chart(self, chart: Chart) -> None:
        """Fills the tables; the days on which the clinic is closed are asked for beside."""
        self._chart = chart
        self._tables.show_chart(chart)
        self._tell(None)
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        self._ask()
        super().showEvent(event)

    def _ask(self) -> None:
        """Only a tab that is looked at reads the closed days; opening a chart does not."""
        if self._chart is not None and self._chart.of(RadiotherapyPhase):
            job = partial(calendar, ctx=self._desk.ctx)
            self._desk.tasks.run(self, job, self._tell, question="calendar")

    def _tell(self, days: ClinicCalendar | None) -> None:
        if self._chart is not None:
            facts = radiotherapy_facts(self._chart, self._desk.today, days)
            self._ledger.set_facts(facts)
            self._ledger.setVisible(bool(facts))
