# SPDX-License-Identifier: MIT
"""Treatments: the tables of courses, procedures and radiotherapy, with the ledger beside them."""

from functools import partial

from PySide6.QtGui import QShowEvent

from tracker.domain.chart import Chart
from tracker.domain.clinic_calendar import ClinicCalendar
from tracker.domain.records import Course, Procedure, RadiotherapyPhase
from tracker.services.clinic_days import calendar
from tracker.ui.desk import Desk
from tracker.ui.pages.facts_tab import FactsTab
from tracker.ui.views.radiotherapy import radiotherapy_facts


class TreatmentsTab(FactsTab):
    """Tables, and what follows from the radiotherapy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, (Course, Procedure, RadiotherapyPhase))
        self._chart: Chart | None = None

    def show_chart(self, chart: Chart) -> None:
        """Fills the tables; the days on which the clinic is closed are asked for beside."""
        self._chart = chart
        super().show_chart(chart)
        self._reckon(None)
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        self._ask()
        super().showEvent(event)

    def _ask(self) -> None:
        """Only a tab that is looked at reads the closed days; opening a chart does not."""
        if self._chart is not None and self._chart.of(RadiotherapyPhase):
            job = partial(calendar, ctx=self._desk.ctx)
            self._desk.tasks.run(self, job, self._reckon, question="calendar")

    def _reckon(self, days: ClinicCalendar | None) -> None:
        if self._chart is not None:
            self.tell(radiotherapy_facts(self._chart, self._desk.today, days))
