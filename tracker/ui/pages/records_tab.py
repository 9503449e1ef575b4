# SPDX-License-Identifier: MIT
"""Tables of one or several kinds of record; several share the tab by chips."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.records import DueAnswer, Patient
from tracker.domain.records.base import Record
from tracker.ui.desk import Desk
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.flow import Flow

_MADE_ELSEWHERE = (Patient, DueAnswer)  # a new one on its own page, or on the day list


class RecordsTab(ListTab):
    """One side of the chart as tables."""

    def __init__(self, desk: Desk, kinds: Sequence[type[Record]]) -> None:
        super().__init__()
        self._kinds = kinds
        look, px = desk.look, desk.look.px
        self._stack = QStackedWidget()
        self._tables: dict[type[Record], RecordTable] = {}
        self._chips: dict[type[Record], Chip] = {}
        chips = Flow(px(8))
        group = QButtonGroup(self)
        for kind in kinds:
            action = "" if kind in _MADE_ELSEWHERE else new_words(kind)
            table = RecordTable(look, kind, action, habits=desk.habits)
            table.opened.connect(self.opened)
            table.new_asked.connect(partial(self.new_asked.emit, kind, None))
            self._tables[kind] = table
            self._stack.addWidget(table)
            chip = self._chips[kind] = Chip(look, title(kind))
            group.addButton(chip)
            chip.clicked.connect(partial(self._show, kind))
            chips.addWidget(chip)
        self._chips[kinds[0]].setChecked(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(12), px(24), px(12))
        page.setSpacing(px(10))
        if len(kinds) > 1:
            page.addLayout(chips)
        page.addWidget(self._stack, 1)

    def show_chart(self, chart: Chart) -> None:
        """Fills the tables from a chart, voided records included."""
        for kind, table in self._tables.items():
            found: tuple[Stored[Record], ...] = chart.records.get(kind.kind, ())
            self.set_records(kind, (chart.patient,) if kind is Patient else found)
            table.updateGeometry()

    def set_records(self, kind: type[Record], found: Sequence[Stored[Record]]) -> None:
        """Fills one table."""
        self._tables[kind].set_records(found)
        self._chips[kind].set_count(sum(stored.is_current for stored in found))

    def focusInEvent(self, _event: object) -> None:
        """The rows take the keys."""
        self._tables[self._shown].focus()

    @property
    def _shown(self) -> type[Record]:
        return next(kind for kind, chip in self._chips.items() if chip.isChecked())

    def _show(self, kind: type[Record]) -> None:
        self._stack.setCurrentWidget(self._tables[kind])
        self._tables[kind].focus()


def title(kind: type[Record]) -> str:
    """The name of a kind in the language of the window."""
    return QCoreApplication.translate("Record", kind.title)


def new_words(kind: type[Record]) -> str:
    """The words of the button that records one more."""
    return QCoreApplication.translate("Record", "Record: {kind}").format(kind=title(kind))
