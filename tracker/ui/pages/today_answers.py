# SPDX-License-Identifier: MIT
"""What a person says to a line of the day list: done, put off, promised, cancelled, called."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.services.today import DayLine
from tracker.ui.desk import Desk

if TYPE_CHECKING:
    from tracker.services.patients import OpenChart


class DayAnswers(QObject):
    """Opens the sheets over the day list and has stored what comes back.

    The sheets, and what they are about, are imported when they are first asked for: the first
    list does not wait for them.
    """

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def ask(self, line: DayLine, day: date) -> None:
        """Asks what became of a line, or of what waits beside it."""
        from tracker.services import due_answers

        answerable = [each for each in (line, *line.before) if due_answers.possible(each.due)]
        if not answerable:
            self.record_call(line.patient.patient)
            return
        from tracker.ui.dialogs.due_answer import DueAnswerDialog

        dialog = DueAnswerDialog(self._desk, answerable, day, self._page.window())
        dialog.stored.connect(self._desk.bus.changed)
        dialog.open()

    def record_call(self, patient: UUID) -> None:
        """Opens the sheet of a contact attempt in the patient's chart."""
        from tracker.services.patients import open_chart

        job = partial(open_chart, ctx=self._desk.ctx, patient=patient)
        self._desk.tasks.run(self, job, self._open_call, question="call")

    def _open_call(self, opened: "OpenChart") -> None:
        from tracker.domain.records import ContactAttempt
        from tracker.ui.dialogs.record_flow import RecordFlow

        RecordFlow(self._desk, self._page).new(ContactAttempt, opened.chart)
