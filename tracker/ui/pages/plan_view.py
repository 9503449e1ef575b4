# SPDX-License-Identifier: MIT
"""The follow-up plan of a course: its items, and a template to begin with."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.chart import Chart
from tracker.domain.records import PlannedItem
from tracker.ui.desk import Desk
from tracker.ui.pages.records_tab import new_words
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.widgets.press import Press


class PlanView(QWidget):
    """What is planned of one course besides its doses.

    Signals:
        new_asked(type, object): record an item of the course with this id.
        opened(Stored): open this item.
    """

    new_asked = Signal(object, object)
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart: Chart | None = None
        self._course: UUID | None = None
        px = desk.look.px
        self._table = RecordTable(
            desk.look, PlannedItem, new_words(PlannedItem), habits=desk.habits
        )
        self._table.opened.connect(self.opened)
        self._table.new_asked.connect(lambda: self.new_asked.emit(PlannedItem, self._course))
        choose = Press(desk.look, self.tr("Choose a plan …"))
        choose.setObjectName("choose_plan")
        choose.clicked.connect(self.choose)
        line = QHBoxLayout()
        line.addWidget(choose)
        line.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(8))
        page.addLayout(line)
        page.addWidget(self._table, 1)

    def show_course(self, chart: Chart, course: UUID) -> int:
        """Shows the items of a course, voided ones included; returns how many count."""
        self._chart, self._course = chart, course
        found = [
            stored
            for stored in chart.records.get(PlannedItem.kind, ())
            if isinstance(stored.record, PlannedItem) and stored.record.course == course
        ]
        self._table.set_records(found)
        return sum(stored.is_current for stored in found)

    def focus(self) -> None:
        """The rows take the keys."""
        self._table.focus()

    def choose(self) -> None:
        """Asks which template the course shall follow."""
        if self._chart is None or self._course is None:
            return
        from tracker.ui.dialogs.choose_plan import ChoosePlanDialog

        dialog = ChoosePlanDialog(
            self._desk, self._chart.patient, self._course, self._table.window()
        )
        dialog.stored.connect(self._desk.bus.changed)
        dialog.open()
