# SPDX-License-Identifier: MIT
"""Background: the tables behind the course, with stage, disease status and class beside them."""

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
from tracker.ui.pages.facts_tab import FactsTab
from tracker.ui.views.disease import disease_facts

_KINDS = (Diagnosis, Biomarker, DiseaseStatus, Decision, FollowUp, Statement, Patient)


class BackgroundTab(FactsTab):
    """Tables, and what follows from stage, disease status and number of metastases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _KINDS)

    def show_chart(self, chart: Chart) -> None:
        """Fills the tables and the panel."""
        super().show_chart(chart)
        self.tell(disease_facts(chart))
