# SPDX-License-Identifier: MIT
"""The second check on the sheet: who checked, or that nobody did; and the dialog of the other."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.dose_day import DoseDay
from tracker.domain.errors import UserError
from tracker.domain.values import Dose
from tracker.services import second_check
from tracker.services.second_check import Checked
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import at_the_right, body_below, on_save_keys, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.dialogs.secret_box import SecretBox
from tracker.ui.errors import words
from tracker.ui.forms.boxes import LineBox
from tracker.ui.forms.editors import Editor
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

translate = QCoreApplication.translate

_SMALL = 12
_BELOW = 3  # doses that find room below each other


class CheckField(QWidget):
    """Says whether the dose was checked by a second account, and offers it.

    Signals:
        asked(): the second person is there.
    """

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.press = Press(look, translate("DoseDay", "Second person"), keys="F8")
        self.press.clicked.connect(self.asked)
        self._said = PlainLabel(look, "", _SMALL, colour="text2")
        self._label = PlainLabel(look, translate("DoseDay", "Check"), _SMALL, colour="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for each in (self._label, self.press, self._said):
            column.addWidget(each)
        self.show_check(None)

    def set_low(self, low: bool) -> None:
        """Leaves its label out where height is dear."""
        self._label.setVisible(not low)

    @property
    def words(self) -> str:
        """What is said of the check."""
        return self._said.text()

    def show_check(self, checked: Checked | None, *, changed: bool = False) -> None:
        """Names who checked the dose as it stands, or says that nobody did.

        ``changed``: the dose is another one since it was checked.
        """
        if changed:
            self._said.setText(translate("DoseDay", "changed: check again"))
        elif checked is None:
            self._said.setText(translate("DoseDay", "no second check"))
        else:
            text = translate("DoseDay", "{who} {time}")
            time = checked.at.strftime("%H:%M")
            self._said.setText(text.format(who=checked.by, time=time))
        self._said.set_colour("ask" if changed else "done" if checked else "text3")


class SecondCheckDialog(QDialog):
    """The second person unlocks with an own passphrase and enters the dose. Show with ``open()``.

    Signals:
        checked(Checked): both entries are the same.
    """

    checked = Signal(object)

    def __init__(
        self, desk: Desk, day: DoseDay, doses: Mapping[str, Dose], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._doses = desk, doses
        self._patient: UUID = day.chart.patient.id
        look = desk.look
        title = translate("SecondCheck", "Second check of the dose")
        self.setWindowTitle(title)
        secret = SecretBox(look, "passphrase")
        self._secret = secret
        self._name = Editor(
            look, "name", translate("SecondCheck", "Name of the second account"), LineBox(look)
        )
        self._boxes = {drug: self._dose_box(look, day, drug) for drug in doses}
        self._problem = PlainLabel(look, "", 13, colour="overdue")
        self._problem.setWordWrap(True)
        body = body_below(self, Heading(look, title, day.chart.patient.record), 8)
        sentence = translate(
            "SecondCheck",
            "Read the order yourself and enter what it says. The entry of {user} is not shown.",
        ).format(user=desk.ctx.user)
        said = PlainLabel(look, sentence, 13, colour="text2")
        said.setWordWrap(True)
        body.addWidget(said)
        body.addWidget(self._name)
        body.addWidget(PlainLabel(look, translate("SecondCheck", "Passphrase of it"), 13))
        secret.setAccessibleName(translate("SecondCheck", "Passphrase of it"))
        body.addWidget(secret)
        body.addLayout(self._columns(look))
        body.addWidget(self._problem)
        body.addLayout(self._buttons(look))
        FocusRing(look, self)
        resize_to_words(self, look.px(520))
        self._name.focus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def _dose_box(self, look: Look, day: DoseDay, drug: str) -> Editor:
        name = drug or (day.drugs[0].drug if day.drugs else "")
        label = translate("SecondCheck", "Dose of {drug}, with its unit").format(drug=name)
        return Editor(look, f"again.{drug}", label, LineBox(look, latin=True))

    def _columns(self, look: Look) -> QGridLayout:
        """The doses below each other; those of many drugs in two columns, for a low screen."""
        columns = 1 if len(self._boxes) <= _BELOW else 2
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(8))
        for number, box in enumerate(self._boxes.values()):
            grid.addWidget(box, number // columns, number % columns)
        return grid

    def _buttons(self, look: Look) -> QHBoxLayout:
        agree = Press(look, translate("SecondCheck", "Compare"), keys="Ctrl+Enter", primary=True)
        agree.clicked.connect(self._compare)
        cancel = Press(look, translate("SecondCheck", "Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        on_save_keys(self, self._compare)
        return at_the_right(cancel, agree)

    def _compare(self) -> None:
        job = partial(
            second_check.check,
            ctx=self._desk.ctx,
            patient=self._patient,
            name=self._name.text(),
            passphrase=self._secret.text(),
            first=self._doses,
            again={drug: box.text() for drug, box in self._boxes.items()},
        )
        self._problem.setText("")
        self._desk.tasks.run(self, job, self._agreed, self._refused)

    def _agreed(self, checked: Checked) -> None:
        self._secret.clear()
        self.checked.emit(checked)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._secret.clear()
        for problem in error.problems:
            box = self._boxes.get(problem.field) if problem.field is not None else None
            if box is not None:
                box.set_problem(words(problem.message))
        self._problem.setText("\n".join(words(problem.message) for problem in error.problems))
