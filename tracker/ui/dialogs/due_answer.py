# SPDX-License-Identifier: MIT
"""Asks what became of something that was due; nothing leaves the list without day and reason."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QWidget

from tracker.domain.changes import Changed
from tracker.domain.errors import UserError
from tracker.domain.records.due_answer import NEEDS_DAY, DueAction
from tracker.domain.reminders import DueState, What
from tracker.services import due_answers
from tracker.services.today import DayLine
from tracker.ui import names, wording
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
from tracker.ui.views import day_words
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class DueAnswerDialog(QDialog):
    """Which line, which answer, on which day, why. Show it with ``open()``.

    Args:
        desk: who works.
        lines: of one patient, at least one.
        day: of the list.
        parent: the window.

    Signals:
        stored(Changed): the answer is stored.
    """

    stored = Signal(object)

    def __init__(self, desk: Desk, lines: Sequence[DayLine], day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._lines, self._day = desk, lines, day
        look = desk.look
        title = self.tr("What became of it?")
        self.setWindowTitle(title)
        self._which = QButtonGroup(self)
        self._what = QButtonGroup(self)
        self._actions: dict[DueAction, Chip] = {}
        self._says = PlainLabel(look, "", 13.5, colour="text2")
        self._says.setWordWrap(True)
        self._fields = {
            "date": Editor(look, "date", self.tr("On"), LineBox(look, latin=True), required=True),
            "until": Editor(
                look, "until", self.tr("New day (+7, 2w or a date)"), LineBox(look, latin=True)
            ),
            "reason": Editor(look, "reason", self.tr("Reason"), TextBox(look)),
        }
        self._fields["date"].set_text(desk.today.isoformat())
        self._problem = PlainLabel(look, "", 13.5, colour="overdue")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._save = Press(look, self.tr("Save"), keys="Ctrl+Enter", primary=True)
        self._save.clicked.connect(self._submit)
        on_save_keys(self, self._submit)
        self._assemble(title)
        FocusRing(look, self)
        self._choose_line(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def reject(self) -> None:
        """Closes at once when nothing was typed, else asks first."""
        if any(self._fields[name].text().strip() for name in ("until", "reason")):
            ask_to_discard(self)
        else:
            super().reject()

    def _assemble(self, title: str) -> None:
        look, px = self._desk.look, self._desk.look.px
        which = Flow(px(8))
        for place, line in enumerate(self._lines):
            chip = Chip(look, wording.choice(line.due.what))
            chip.setChecked(place == 0)
            chip.clicked.connect(partial(self._choose_line, place))
            self._which.addButton(chip, place)
            which.addWidget(chip)
        answers = Flow(px(8))
        for action in DueAction:
            chip = self._actions[action] = Chip(look, wording.choice(action))
            chip.setObjectName(f"answer_{action.value}")
            chip.clicked.connect(self._choose_action)
            self._what.addButton(chip)
            answers.addWidget(chip)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        buttons = at_the_right(cancel, self._save)
        patient = self._lines[0].patient
        who = " · ".join(filter(None, (names.name_of(patient), patient.mrn)))
        body = body_below(self, Heading(look, f"{title}  {who}", None), 10)
        if len(self._lines) > 1:
            body.addLayout(which)
        body.addWidget(self._says)
        body.addLayout(answers)
        for field in self._fields.values():
            body.addWidget(field)
        body.addWidget(self._problem)
        body.addLayout(buttons)
        resize_to_words(self, px(620))

    @property
    def _line(self) -> DayLine:
        return self._lines[self._which.checkedId()]

    @property
    def _action(self) -> DueAction | None:
        """The answer; none is chosen beforehand, so that nothing is said without being meant."""
        return next((action for action, chip in self._actions.items() if chip.isChecked()), None)

    def _choose_line(self, place: int) -> None:
        self._which.button(place).setChecked(True)
        self._forget_answer()
        line = self._line
        text = self.tr("{what}, due {day}: {state}")
        self._says.setText(
            text.format(
                what=day_words.subject(line),
                day=day_words.due_day(line, self._day),
                state=day_words.state(line, self._day, self._desk.today),
            )
        )
        possible = due_answers.possible(line.due)
        for action, chip in self._actions.items():
            chip.setVisible(action in possible)
        self._choose_action()
        self._actions[possible[0]].setFocus(Qt.FocusReason.TabFocusReason)
        if line.due.what is What.DOSE:
            text = self.tr("A dose is given, held or skipped on its dose day: Enter.")
            if line.due.state is DueState.HELD:
                text = self.tr(
                    "A held dose is not put off. To move its recheck day, hold it again with the "
                    "new day on its dose day: Enter."
                )
            self._say(text, False)

    def _forget_answer(self) -> None:
        self._what.setExclusive(False)
        for chip in self._actions.values():
            chip.setChecked(False)
        self._what.setExclusive(True)

    def _choose_action(self) -> None:
        self._fields["until"].setVisible(self._action in NEEDS_DAY)
        self._say("", True)

    def _say(self, text: str, bad: bool) -> None:
        self._problem.setText(text)
        self._problem.set_colour("overdue" if bad else "text2")
        self._problem.setVisible(bool(text))

    def _submit(self) -> None:
        action = self._action
        if action is None:
            self._say(self.tr("Choose what became of it."), True)
        if action is None or not self._save.isEnabled():
            return
        self._save.allow(False)
        job = partial(
            due_answers.answer,
            ctx=self._desk.ctx,
            patient=self._line.patient.patient,
            key=self._line.due.key,
            action=action,
            on=self._fields["date"].text(),
            until=self._fields["until"].text() if action in NEEDS_DAY else "",
            reason=self._fields["reason"].text(),
        )
        self._desk.tasks.run(self, job, self._stored, self._refused)

    def _stored(self, changed: Changed) -> None:
        self.stored.emit(changed)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._save.allow(True)
        for problem in error.problems:
            field = self._fields.get(problem.field or "")
            if field is None:
                self._say(words(problem.message), True)
            else:
                field.set_problem(words(problem.message))
                field.focus()
