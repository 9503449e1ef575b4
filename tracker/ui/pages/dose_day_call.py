# SPDX-License-Identifier: MIT
"""A phone call between visits, in four boxes."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.changes import Changed
from tracker.domain.dose_day import DoseDay
from tracker.domain.errors import UserError
from tracker.services import phone_contact
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import (
    ask_to_discard,
    at_the_right,
    body_below,
    on_save_keys,
    resize_to_words,
)
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import words
from tracker.ui.forms.boxes import LineBox, TextBox
from tracker.ui.forms.editors import Editor
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.press import Press

translate = QCoreApplication.translate


class CallDialog(QDialog):
    """Records a call; Ctrl+Enter saves it. Show it with ``open()``.

    Signals:
        recorded(Changed): the call is stored.
    """

    recorded = Signal(object)

    def __init__(self, desk: Desk, day: DoseDay, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._day = desk, day
        look = desk.look
        title = translate("PhoneCall", "Phone call")
        self.setWindowTitle(title)
        self._fields = {
            "date": Editor(look, "date", translate("PhoneCall", "Date"), LineBox(look, latin=True)),
            "said": Editor(look, "said", translate("PhoneCall", "What was said"), TextBox(look)),
            "call_back": Editor(
                look,
                "call_back",
                translate("PhoneCall", "Call back (+3, 1w or a date; empty = no)"),
                LineBox(look, latin=True),
            ),
        }
        self._fields["date"].set_text(day.today.isoformat())
        self._saving = save = Press(
            look, translate("PhoneCall", "Save"), keys="Ctrl+Enter", primary=True
        )
        save.clicked.connect(self._save)
        cancel = Press(look, translate("PhoneCall", "Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        on_save_keys(self, self._save)
        buttons = at_the_right(cancel, save)
        body = body_below(self, Heading(look, title, day.chart.patient.record), 8)
        for field in self._fields.values():
            body.addWidget(field)
        body.addLayout(buttons)
        FocusRing(look, self)
        resize_to_words(self, look.px(520))
        self._fields["said"].focus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def reject(self) -> None:
        """Closes at once when nothing was typed, else asks first."""
        if any(self._fields[name].text().strip() for name in ("said", "call_back")):
            ask_to_discard(self)
        else:
            super().reject()

    def _save(self) -> None:
        if not self._saving.isEnabled():  # on its way: a second key press is no second call
            return
        self._saving.allow(False)
        job = partial(
            phone_contact.record,
            ctx=self._desk.ctx,
            patient=self._day.chart.patient.id,
            on=self._fields["date"].text(),
            said=self._fields["said"].text(),
            call_back=self._fields["call_back"].text(),
        )
        self._desk.tasks.run(self, job, self._saved, self._refused)

    def _saved(self, changed: Changed) -> None:
        self.recorded.emit(changed)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._saving.allow(True)
        for problem in error.problems:
            self._fields.get(problem.field or "said", self._fields["said"]).set_problem(
                words(problem.message)
            )
