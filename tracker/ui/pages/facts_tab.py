# SPDX-License-Identifier: MIT
"""A tab of tables with what follows from them beside, where anything does."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from tracker.domain.chart import Chart
from tracker.domain.records.base import Record
from tracker.ui.desk import Desk
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.records_tab import RecordsTab
from tracker.ui.widgets.facts import Fact, FactsPanel


class FactsTab(ListTab):
    """The tables of some kinds, and a panel at their right.

    Args:
        desk: who works.
        kinds: of the tables, in their order.
    """

    def __init__(self, desk: Desk, kinds: Sequence[type[Record]]) -> None:
        super().__init__()
        self._desk = desk
        self._tables = RecordsTab(desk, kinds)
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
        """Fills the tables."""
        self._tables.show_chart(chart)

    def tell(self, facts: Sequence[Fact]) -> None:
        """Fills the panel; without a fact the tables have its room."""
        self._facts.set_facts(facts)
        self._facts.setVisible(bool(facts))
