# SPDX-License-Identifier: MIT
"""What the day list becomes outside the program: paper, a calendar file, reminders."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.services import day_sheet
from tracker.services.day_sheet import DaySheet
from tracker.ui.desk import Desk
from tracker.ui.icon_shapes import Icon
from tracker.ui.widgets.press import Press


class DayTools(QObject):
    """The buttons of the day list and what they do.

    Args:
        desk: who works.
        page: of the list.
        span: says which day is shown, and how many days after it.
    """

    def __init__(self, desk: Desk, page: QWidget, span: Callable[[], tuple[date, int]]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._span = span
        printing = Press(desk.look, self.tr("Print"), keys="Ctrl+P", mark=Icon.PRINT)
        printing.clicked.connect(self.print_list)
        self.presses = (printing,)

    def print_list(self) -> None:
        """Shows the pages of the list that is shown, to be printed or saved."""
        day, days = self._span()
        job = partial(day_sheet.prepare, ctx=self._desk.ctx, on=day, days=days)
        self._desk.tasks.run(self, job, self._preview, question="print")

    def _preview(self, sheet: DaySheet) -> None:
        from tracker.ui.dialogs.print_list import PrintListDialog

        PrintListDialog(self._desk, sheet, self._page.window()).open()
