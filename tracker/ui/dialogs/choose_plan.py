# SPDX-License-Identifier: MIT
"""Asks which follow-up plan a course shall follow; shows each item with its source first."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.domain.envelope import Stored
from tracker.domain.errors import UserError
from tracker.domain.records import Patient, PlannedItem
from tracker.services import follow_up_plans
from tracker.services.follow_up_plans import PlanTemplate
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import at_the_right, body_below, on_save_keys, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import words
from tracker.ui.forms.boxes import LineBox
from tracker.ui.forms.editors import Editor
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.press import Press

_WIDTH = 760  # pixels at 100 %


class ChoosePlanDialog(QDialog):
    """A template is chosen by a person or not at all. Show it with ``open()``.

    Signals:
        stored(Changed): the items are stored.
    """

    stored = Signal(object)

    def __init__(self, desk: Desk, patient: Stored[Patient], course: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._patient, self._course = desk, patient.id, course
        look = desk.look
        self._templates = follow_up_plans.templates()
        self._group = QButtonGroup(self)
        self._items = QVBoxLayout()
        self._start = Editor(
            look,
            "start",
            self.tr("Counted from (empty = the start of the course)"),
            LineBox(look, latin=True),
        )
        self._problem = PlainLabel(look, "", 13.5, colour="overdue")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._save = Press(look, self.tr("Follow this plan"), keys="Ctrl+Enter", primary=True)
        self._save.clicked.connect(self._submit)
        on_save_keys(self, self._submit)
        self._assemble(patient.record)
        FocusRing(look, self)
        self._group.buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def _assemble(self, patient: Patient) -> None:
        look, px = self._desk.look, self._desk.look.px
        title = self.tr("Follow-up plan")
        self.setWindowTitle(title)
        said = self.tr(
            "Nothing is planned until you choose. Each item can be changed or taken out afterwards."
        )
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        buttons = at_the_right(cancel, self._save)
        self._items.setSpacing(px(1))
        body = body_below(self, Heading(look, title, patient), 10)
        body.addWidget(PlainLabel(look, said, 13.5, colour="text2"))
        for place, template in enumerate(self._templates):
            chip = Chip(look, f"{template.title} ({template.code} {template.version})")
            chip.clicked.connect(partial(self._show, template))
            self._group.addButton(chip, place)
            body.addWidget(chip)
        body.addLayout(self._items)
        body.addWidget(self._start)
        body.addWidget(self._problem)
        body.addLayout(buttons)
        resize_to_words(self, px(_WIDTH))

    def _show(self, template: PlanTemplate) -> None:
        empty(self._items)
        look = self._desk.look
        for planned, source in template.items:
            what = ": ".join(filter(None, (wording.choice(planned.what), planned.names)))
            title = PlainLabel(look, f"{what} · {self._interval(planned)}", 13.5, bold=True)
            said = PlainLabel(look, source, 12.5, colour="text2")
            for place, label in enumerate((title, said)):
                label.setWordWrap(True)
                label.setMinimumHeight(label.heightForWidth(look.px(_WIDTH - 2 * 24)))
                self._items.addWidget(label)
                label.setContentsMargins(0, 0 if place else look.px(4), 0, 0)
        self.adjustSize()

    def _interval(self, planned: PlannedItem) -> str:
        unit = wording.choice(planned.unit)
        every = self.tr("every {n} {unit}").format(n=planned.every, unit=unit)
        if planned.times == 1:
            every = self.tr("once, after {n} {unit}").format(n=planned.every, unit=unit)
        if planned.months_after is not None:
            after = self.tr("until {n} months after the stop").format(n=planned.months_after)
            return f"{every}, {after}"
        return every

    def _submit(self) -> None:
        place = self._group.checkedId()
        if place < 0:
            self._say(self.tr("Choose a plan first."))
            return
        if not self._save.isEnabled():
            return
        self._save.allow(False)
        job = partial(
            follow_up_plans.choose,
            ctx=self._desk.ctx,
            patient=self._patient,
            course=self._course,
            code=self._templates[place].code,
            start=self._start.text(),
        )
        self._desk.tasks.run(self, job, self._stored, self._refused)

    def _stored(self, changed: Changed) -> None:
        self.stored.emit(changed)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._save.allow(True)
        self._say(" ".join(words(problem.message) for problem in error.problems))

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
