# SPDX-License-Identifier: MIT
"""Background: the tables behind the course, with stage, disease status and class beside them."""

from PySide6.QtWidgets import QHBoxLayout

from tracker.domain.chart import Chart
from tracker.domain.records import (
    Biomarker,
    Decision,
    Diagnosis,
    DiseaseStatus,
    FollowUp,
    Patient,
    Statement,
)
from tracker.ui.desk import Desk
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.records_tab import RecordsTab
from tracker.ui.views.disease import disease_facts
from tracker.ui.widgets.facts import FactsPanel

_KINDS = (Diagnosis, Biomarker, DiseaseStatus, Decision, FollowUp, Statement, Patient)


class BackgroundTab(ListTab):
    """Tables, and what follows from stage, disease status and number of metastases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._tables = RecordsTab(desk, _KINDS)
        self._tables.new_asked.connect(self.new_asked)
        self._tables.opened.connect(self.opened)
        self._facts = FactsPanel(desk.look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._tables, 1)
        row.addWidget(self._facts)
        self.setFocusProxy(self._tables)

    def show_chart(self, chart: Chart) -> None:
        """Fills the tables and the panel."""
        self._tables.show_chart(chart)
        facts = disease_facts(chart)
        self._facts.set_facts(facts)
        self._facts.setVisible(bool(facts))
