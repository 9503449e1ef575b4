# SPDX-License-Identifier: MIT
"""The sheet in which one record is written or amended, with the patient's name always in view."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.envelope import Stored
from tracker.domain.errors import Refused, UserError
from tracker.domain.records import AdverseEvent, Patient, Visit
from tracker.domain.records.base import Record
from tracker.domain.text import normal
from tracker.services.records import Entry
from tracker.ui.dialogs.frame import on_save_keys
from tracker.ui.dialogs.heading import Heading
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.errors import words
from tracker.ui.forms import labels
from tracker.ui.forms.adverse_event_form import AdverseEventForm
from tracker.ui.forms.boxes import LineBox
from tracker.ui.forms.editors import NO_OFFERS, Editor, Offers
from tracker.ui.forms.record_form import RecordForm
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_OWN_FEET = 2  # the buttons and the question whether to discard


FORMS: dict[type[Record], type[RecordForm]] = {AdverseEvent: AdverseEventForm}
"""The kinds with a form of their own."""


@dataclass(frozen=True, slots=True)
class FormResult:
    """What a person wants stored, and why when it changes something stored."""

    entry: Entry
    reason: str | None = None


class RecordDialog(QDialog):
    """Show it with ``open()``. It stays until the owner says ``saved()``; ``refuse()`` goes on.

    Args:
        look: theme and zoom.
        kind: the kind of record.
        patient: whose record it is; None for the clinic's and for a new patient.
        link: id of the parent record, for a kind that has one.
        offers: the records of the chart that its fields may refer to.

    Signals:
        submitted(FormResult): Save was pressed on an entry without problems of its own.
        voided(Stored, str): a stored record was entered in error, and the reason.
        history_asked(): the person wants to see the earlier revisions.
        sign_asked(): the person wants to sign the visit.
    """

    submitted = Signal(object)
    voided = Signal(object, str)
    history_asked = Signal()
    sign_asked = Signal()

    def __init__(
        self,
        look: Look,
        kind: type[Record],
        patient: Patient | None,
        *,
        link: UUID | None = None,
        offers: Offers = NO_OFFERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(labels.title(kind))
        self.form = FORMS.get(kind, RecordForm)(look, kind, link=link, offers=offers)
        self.reason = Editor(
            look, "reason", self.tr("Reason for the change"), LineBox(look), required=True
        )
        self.reason.hide()
        self._look = look
        self.patient = patient
        self.offers = offers
        self._stored: Stored[Record] | None = None
        self._said = PlainLabel(look, "", colour="text2")
        self.save = Press(look, self.tr("Save"), keys="Ctrl+Enter", primary=True)
        self._assemble()
        self.save.clicked.connect(self._submit)
        self.form.changed.connect(partial(self._say, ""))
        self.form.changed.connect(self._answered)
        self.form.void_asked.connect(self._ask_to_void)
        on_save_keys(self, self._submit)
        FocusRing(look, self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.form.focus_first()

    def amend(self, stored: Stored[Record], children: Sequence[Stored[Record]] = ()) -> None:
        """Shows a stored record; saving it then needs a reason."""
        self._stored = stored
        self.form.set_record(stored, children)
        self.reason.show()
        self._history.show()
        self._sign.setVisible(stored.is_current and isinstance(stored.record, Visit))
        self._void.setVisible(stored.is_current)
        self._void.clicked.connect(lambda: self._ask_to_void(stored))
        if not stored.is_current:
            self._say(self.tr("This record was entered in error."))
            self.save.allow(False, self.tr("A record entered in error is no longer changed."))

    def saved(self) -> None:
        """The owner's answer: it is stored."""
        self.accept()

    def refuse(self, error: UserError) -> None:
        """The owner's answer: it was not stored, and why. What was typed stays."""
        self._wait(False)
        self._say(self.tr("Not saved. Please check the marked fields."), "overdue")
        self.form.show_problems(p for p in error.problems if p.field != "reason")
        for problem in error.problems:
            if problem.field == "reason":
                self.reason.set_problem(words(problem.message))
        self.form.focus_first()

    def ask(self, question: QWidget) -> None:
        """Puts a question of the owner in the place of the buttons; Esc or writing on ends it."""
        self._wait(False)
        self._answered()
        self._foot.addWidget(question)
        self._foot.setCurrentWidget(question)
        self.resize(self.sizeHint().expandedTo(self.size()))
        question.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Closes at once when nothing was typed, else asks first; Esc once more goes on."""
        if not (self.form.is_touched or self.reason.text().strip()):
            super().reject()
        elif self._foot.currentIndex() == 0:
            self._foot.setCurrentIndex(1)
            self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._edit_again()

    def sizeHint(self) -> QSize:
        """As high as the form wants, within the screen."""
        look, room = self._look, self.screen().availableSize()
        width = min(look.px(880), room.width() - look.px(40))
        form = max(self.form.sizeHint().height(), self.form.heightForWidth(width - look.px(64)))
        around = look.px(150 if self._stored is None else 210)  # heading, reason, buttons
        return QSize(width, min(form + around, room.height() - look.px(60)))

    def _submit(self) -> None:
        if not self.save.isEnabled():
            return
        try:
            entry = self.form.entry()
        except Refused:
            self._say(self.tr("Not saved. Please check the marked fields."), "overdue")
            self.form.focus_first()
            return
        reason = normal(self.reason.text()) or None
        if entry is None:
            self._say(self.tr("Nothing was entered, so there is nothing to save."))
        elif self._stored is not None and reason is None:
            self.reason.set_problem(self.tr("A change of a stored record needs a reason."))
            self.reason.focus()
        else:
            self._wait(True)
            self.submitted.emit(FormResult(entry, reason))

    def _wait(self, waiting: bool) -> None:
        self.save.allow(not waiting)
        self.form.setEnabled(not waiting)
        self._say(self.tr("Saving …") if waiting else "")

    def _say(self, said: str, colour: str = "text2") -> None:
        self._said.setText(said)
        self._said.set_colour(colour)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scrolls to where the keyboard is, however it got there."""
        if new is not None and self.form.isAncestorOf(new):
            self._sheet.ensureWidgetVisible(new, 0, self._look.px(44))

    def _answered(self) -> None:
        """Takes the owner's question away: the answer it asks for would be about another entry."""
        self._foot.setCurrentIndex(0)
        while (old := self._foot.widget(_OWN_FEET)) is not None:
            self._foot.removeWidget(old)
            old.deleteLater()

    def _edit_again(self) -> None:
        self._answered()
        self.form.focus_first()

    def _discard(self) -> None:
        super().reject()

    def _ask_to_void(self, stored: Stored[Record]) -> None:
        asks = ReasonDialog(
            self._look,
            self.tr("{kind}: entered in error").format(kind=labels.title(type(stored.record))),
            self.tr("The record no longer counts. It stays readable, struck through."),
            self.tr("Mark as entered in error"),
            self.patient,
            self,
        )
        asks.given.connect(partial(self.voided.emit, stored))
        asks.open()

    def _assemble(self) -> None:
        look = self._look
        self._sheet = QScrollArea()
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.setWidgetResizable(True)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(look.px(24), look.px(14), look.px(24), look.px(8))
        inside.addWidget(self.form)
        self._sheet.setWidget(page)
        self._foot = QStackedWidget()
        self._foot.addWidget(self._buttons())
        self._foot.addWidget(self._question())
        below = QVBoxLayout()
        below.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(14))
        below.addWidget(self.reason)
        below.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(look, labels.title(self.form.kind), self.patient))
        column.addWidget(self._sheet, 1)
        column.addLayout(below)

    def _buttons(self) -> QWidget:
        look = self._look
        self._void = Press(look, self.tr("Entered in error …"))
        self._history = Press(look, self.tr("History"))
        self._history.clicked.connect(self.history_asked)
        self._sign = Press(look, self.tr("Sign …"))
        self._sign.clicked.connect(self.sign_asked)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        cancel.clicked.connect(self.reject)
        stored = (self._void, self._history, self._sign)
        for press in stored:
            press.hide()
        return _row(look, *stored, self._said, None, cancel, self.save)

    def _question(self) -> QWidget:
        look = self._look
        question = PlainLabel(look, self.tr("Discard what was typed?"), bold=True)
        self._go_on = Press(look, self.tr("Go on writing"), keys="Esc")
        self._go_on.clicked.connect(self._edit_again)
        discard = Press(look, self.tr("Discard"))
        discard.clicked.connect(self._discard)
        return _row(look, None, question, discard, self._go_on)


def _row(look: Look, *widgets: QWidget | None) -> QWidget:
    """Widgets beside each other; None is the space between."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(10))
    for widget in widgets:
        if widget is None:
            row.addStretch()
        else:
            row.addWidget(widget)
    return made
