# SPDX-License-Identifier: MIT
"""What the day list becomes outside the program: paper, a calendar file, reminders."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.services import day_sheet
from tracker.services.day_sheet import DaySheet, Part
from tracker.ui.desk import Desk
from tracker.ui.icon_shapes import Icon
from tracker.ui.widgets.label import plain_tooltip
from tracker.ui.widgets.press import Press

_ROOM_FOR_WORDS = 1100  # pixels of the page at 100 %


class DayTools(QObject):
    """The buttons of the day list and what they do.

    Args:
        desk: who works.
        page: of the list.
        span: says which day is shown, and how many days after it.
        part: says what of the list is shown; None = all of it.

    Signals:
        reminders_asked(): the switches of the reminders are wanted.
    """

    reminders_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        span: Callable[[], tuple[date, int]],
        part: Callable[[], Part | None],
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._span, self._part = span, part
        printing = Press(desk.look, keys="Ctrl+P", mark=Icon.PRINT)
        printing.clicked.connect(self.print_list)
        calendar = Press(desk.look, mark=Icon.CALENDAR)
        calendar.clicked.connect(self.open_calendar)
        reminders = Press(desk.look, mark=Icon.BELL)
        reminders.clicked.connect(self.reminders_asked)
        self._words = {
            printing: self.tr("Print"),
            calendar: self.tr("Calendar file"),
            reminders: self.tr("Reminders"),
        }
        printing.setToolTip(plain_tooltip(self.tr("Print (Ctrl+P)")))
        self.presses = tuple(self._words)
        self._label()
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaves the icons alone where the date of the list would be cut."""
        if event.type() == QEvent.Type.Resize:
            self._label()
        return super().eventFilter(watched, event)

    def _label(self) -> None:
        narrow = self._page.width() < self._desk.look.px(_ROOM_FOR_WORDS)
        for press, words in self._words.items():
            press.setText("" if narrow else words)
            press.setAccessibleName(words)
            if press.toolTip() == "":
                press.setToolTip(plain_tooltip(words))

    def print_list(self) -> None:
        """Shows the pages of what is on the screen, to be printed or saved."""
        day, days = self._span()
        job = partial(day_sheet.prepare, ctx=self._desk.ctx, on=day, days=days, part=self._part())
        self._desk.tasks.run(self, job, self._preview, question="print")

    def open_calendar(self) -> None:
        """Asks how the list becomes a calendar file."""
        from tracker.ui.dialogs.calendar_file import CalendarFileDialog

        CalendarFileDialog(self._desk, self._page.window()).open()

    def _preview(self, sheet: DaySheet) -> None:
        from tracker.ui.dialogs.print_list import PrintListDialog

        PrintListDialog(self._desk, sheet, self._page.window()).open()
