# SPDX-License-Identifier: MIT
"""The first start, step by step; nothing is made before the last step was left."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
)

from tracker.domain.errors import UserError
from tracker.services.restore_protocol import Preview
from tracker.services.setup import NewClinic
from tracker.ui.dialogs.first_steps import (
    ClinicStep,
    LimitsStep,
    OpenStep,
    PersonStep,
    PlacesStep,
    PreviewStep,
    RestoreStep,
    Step,
    WelcomeStep,
)
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.errors import sentences
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_WIDTH, _HEIGHT = 680, 560


class FirstRunDialog(QDialog):
    """Leads to a new clinic, to records that are there, to a backup, or to the demonstration.

    Args:
        look: theme and zoom.
        folder: that is offered for the records.
        backup_folder: that the clinic's IT offers for backups; None = none.
        lost: the folder that was open last time and cannot be reached now.

    Signals:
        language_wanted(str): speak another language, then call ``start_again``.
        given(NewClinic): to be made.
        open_wanted(Path): the folder of records to be opened.
        preview_wanted(Path, Path, str): file, folder and passphrase of a backup to look into;
            answer with ``show_preview`` or ``refuse``.
        restore_wanted(Path, Path, str, str): the same, and the digest of what was looked into.
        demo_wanted(): the demonstration.
    """

    language_wanted = Signal(str)
    given = Signal(object)
    open_wanted = Signal(object)
    preview_wanted = Signal(object, object, str)
    restore_wanted = Signal(object, object, str, str)
    demo_wanted = Signal()

    def __init__(
        self, look: Look, folder: Path, backup_folder: Path | None, *, lost: Path | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._folder, self._backup_folder, self._lost = folder, backup_folder, lost
        self._stack = QStackedWidget()
        self._steps: list[Step] = []
        self._way = ""
        self._place = PlainLabel(look, "", 12.5, colour="text3")
        self._problem = PlainLabel(look, "", 13, colour="overdue")
        self._problem.setWordWrap(True)
        self._problem.setObjectName("problem")
        self._back = Press(look, flat=True)
        self._back.clicked.connect(self.go_back)
        self._act = Press(look, keys="Enter", primary=True)
        self._act.setObjectName("act")
        self._act.clicked.connect(self._go_on)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        self._assemble()
        FocusRing(look, self)
        self.start_again()

    def start_again(self) -> None:
        """Makes the steps anew, in the language that is spoken now."""
        self.setWindowTitle(self.tr("Follow-up Tracker"))
        self._back.setText(self.tr("Back"))
        self._drop(self._steps)
        welcome = WelcomeStep(self._look, self._lost)
        welcome.language_chosen.connect(self.language_wanted, Qt.ConnectionType.QueuedConnection)
        welcome.way_chosen.connect(self._choose_way)
        self._steps, self._way = [welcome], ""
        self._stack.addWidget(welcome)
        self._go_to(0)

    def begin_restore(self) -> None:
        """Leads straight to a backup."""
        self._choose_way("restore")

    def show_preview(self, preview: Preview) -> None:
        """Goes on to what was found in a backup."""
        self._wait(False)
        for step in self._steps:
            if isinstance(step, PreviewStep):
                step.show_preview(preview)
        self._go_to(len(self._steps) - 1)
        # where records would be replaced, a second Enter by habit leads back
        (self._act if preview.replaces_nothing else self._back).setFocus()

    def go_back(self) -> None:
        """Shows the step before; what was typed stays."""
        place = self._stack.currentIndex()
        if place > 0 and self._back.isEnabled():
            self._go_to(place - 1)

    def refuse(self, error: UserError) -> None:
        """Says why it did not work; what was typed stays."""
        self._wait(False)
        self._complain(sentences(error))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.surface)

    def _assemble(self) -> None:
        px = self._look.px
        scroll = QScrollArea()
        scroll.setWidget(self._stack)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self._stack.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._place)
        foot.addStretch()
        foot.addWidget(self._back)
        foot.addWidget(self._act)
        below = QVBoxLayout()
        below.setContentsMargins(px(36), 0, px(36), px(24))
        below.setSpacing(px(10))
        below.addWidget(self._problem)
        below.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(below)
        resize_within_screen(self, px(_WIDTH), px(_HEIGHT))

    def _choose_way(self, way: str) -> None:
        if way == "demo":
            self.demo_wanted.emit()
            return
        if way != self._way:  # else what was typed stays
            self._way = way
            self._follow_with(self._steps_of(way))
        self._go_to(1)

    def _steps_of(self, way: str) -> list[Step]:
        look = self._look
        if way == "open":
            return [OpenStep(look)]
        if way == "restore":
            return [RestoreStep(look, self._folder), PreviewStep(look)]
        places = PlacesStep(look, self._folder, self._backup_folder)
        clinic = ClinicStep(look)
        return [LimitsStep(look), clinic, PersonStep(look, clinic), places]

    def _drop(self, steps: list[Step]) -> None:
        for old in steps:
            self._stack.removeWidget(old)
            old.deleteLater()

    def _follow_with(self, steps: list[Step]) -> None:
        self._drop(self._steps[1:])
        self._steps[1:] = steps
        for step in steps:
            step.entered.connect(self._go_on)
            step.edited.connect(self._problem.clear)
            self._stack.addWidget(step)

    def _go_to(self, place: int) -> None:
        self._problem.clear()
        self._stack.setCurrentIndex(place)
        last = place == len(self._steps) - 1
        step = self._steps[place]
        finish = {OpenStep: self.tr("Open"), PreviewStep: self.tr("Restore")}
        self._act.setText(finish.get(type(step), self.tr("Create")) if last else self.tr("Next"))
        for widget in (self._act, self._back, self._place):
            widget.setVisible(place > 0)
        self._place.setText(
            self.tr("Step {n} of {total}").format(n=place + 1, total=len(self._steps))
        )
        step.begin()

    def _go_on(self) -> None:
        place = self._stack.currentIndex()
        if place == 0 or not self._act.isEnabled():
            return
        found = self._steps[place].problems()
        step = self._steps[place]
        if found:
            self._complain(found)
        elif isinstance(step, RestoreStep):
            self._wait(True)
            self.preview_wanted.emit(step.file, step.folder, step.passphrase)
        elif place < len(self._steps) - 1:
            self._go_to(place + 1)
        else:
            self._finish()

    def _finish(self) -> None:
        self._wait(True)
        match self._steps[1:]:
            case [OpenStep() as chosen]:
                self.open_wanted.emit(chosen.folder)
            case [RestoreStep() as chosen, PreviewStep() as seen]:
                self.restore_wanted.emit(chosen.file, chosen.folder, chosen.passphrase, seen.sha256)
            case [LimitsStep() as limits, ClinicStep() as c, PersonStep() as p, PlacesStep() as to]:
                self.given.emit(_new_clinic(limits, c, p, to))

    def _complain(self, found: list[str]) -> None:
        self._problem.setText("\n".join(found))
        self._steps[self._stack.currentIndex()].begin()

    def _wait(self, waiting: bool) -> None:
        """While the key is derived nothing can be typed."""
        for widget in (self._act, self._back, self._stack):
            widget.setEnabled(not waiting)
        if waiting:
            self._problem.clear()


def _new_clinic(
    limits: LimitsStep, clinic: ClinicStep, person: PersonStep, places: PlacesStep
) -> NewClinic:
    return NewClinic(
        clinic=clinic.clinic,
        accepted_by=limits.accepted_by,
        user=person.user,
        folder=places.folder,
        passphrase=person.passphrase,
        weekdays=clinic.weekdays,
        country=clinic.country,
        backup_folder=places.backup_folder,
        reminds=places.reminds,
    )
