# SPDX-License-Identifier: MIT
"""The switches of the reminders: by the desktop while the program is open, and when it is shut."""

from datetime import datetime, time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSystemTrayIcon, QWidget

from tracker.domain.errors import UserError
from tracker.services import autostart, remind
from tracker.services.remind import LastRun
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import body_below, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import sentences
from tracker.ui.forms.boxes import LineBox
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.joined import Joined
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class RemindersDialog(QDialog):
    """Show it with ``open()``. A switch acts at once.

    Signals:
        switched(bool): messages while the program is open are wanted, or not.
    """

    switched = Signal(bool)

    def __init__(
        self, desk: Desk, folder: Path | None, *, shown: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reminders"))
        self._desk = desk
        self._folder = folder
        look = desk.look
        choices = [("off", self.tr("Off")), ("on", self.tr("On"))]
        self._open = Joined(look, self.tr("While the program is open"), choices)
        self._open.choose("on" if shown else "off")
        self._open.chosen.connect(lambda code: self.switched.emit(code == "on"))
        self._at = LineBox(look, self.tr("time of day"), latin=True)
        self._at.setAccessibleName(self.tr("Daily at"))
        self._at.setText(f"{autostart.USUAL_TIME:%H:%M}")
        self._at.setFixedWidth(look.px(190))
        self._schedule = Press(look, self.tr("Remind me daily"))
        self._schedule.clicked.connect(self._install)
        self._stop = Press(look, self.tr("Stop reminding"))
        self._stop.clicked.connect(self._remove)
        self._state = PlainLabel(look, "", 14, bold=True)
        self._last = self._text("")
        self._said = self._text("")
        self._assemble()
        FocusRing(look, self)
        self._ask()
        resize_to_words(self, look.px(640))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def _assemble(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        body = body_below(self, Heading(look, self.tr("Reminders"), None), 8)
        body.addWidget(PlainLabel(look, self.tr("While the program is open"), 16, bold=True))
        body.addWidget(
            self._text(
                self.tr(
                    "A message of the desktop once a day, and a number on the icon: how many "
                    "lines of today's list wait. Counts only, never a name."
                )
            )
        )
        if not QSystemTrayIcon.isSystemTrayAvailable():
            body.addWidget(
                self._text(self.tr("This desktop shows no such messages; the list always does."))
            )
        body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        body.addSpacing(px(14))
        body.addWidget(PlainLabel(look, self.tr("While the program is closed"), 16, bold=True))
        body.addWidget(
            self._text(
                self.tr(
                    "The system of this computer tells you daily how many are due, also after "
                    "days off, from counts that the program leaves beside its encrypted file: "
                    "no name, no number, no key. Counts older than 14 days are not told."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for widget in (self._at, self._schedule, self._stop):
            row.addWidget(widget)
        row.addStretch()
        body.addLayout(row)
        for label in (self._state, self._last, self._said):
            body.addWidget(label)
        for label in (self._last, self._said):
            label.hide()  # until it says something: an empty line costs height
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        body.addLayout(foot)

    def _text(self, text: str) -> PlainLabel:
        label = PlainLabel(self._desk.look, text, 13.5, colour="text2")
        label.setWordWrap(True)
        return label

    # The scheduler answers when it likes: beside the window

    def _ask(self) -> None:
        if self._folder is None:
            reason = self.tr("The demonstration is thrown away; nobody is reminded of it.")
            self._state.setText(reason)
            for press in (self._schedule, self._stop):
                press.allow(False, reason)
            return
        self._desk.tasks.free(self, partial(_standing, self._folder), self._show)

    def _show(self, standing: tuple[bool, LastRun | None]) -> None:
        active, last = standing
        self._state.setText(
            self.tr("You are reminded daily.") if active else self.tr("Nobody is reminded.")
        )
        self._stop.allow(active, self.tr("Nobody is reminded."))
        if last:
            text = self.tr("Last reminder {day}: {said}")
            self._last.setText(text.format(day=last.day.isoformat(), said=last.said))
        self._last.setVisible(last is not None)

    def _install(self) -> None:
        at = _time(self._at.text())
        if at is None:
            self._tell(self.tr("Write the time of day like 08:00. Nothing was changed."), "overdue")
            self._at.setFocus()
            return
        if self._folder is not None:
            job = partial(_schedule, self._folder, at)
            text = self.tr("You are reminded daily at {time}.").format(time=f"{at:%H:%M}")
            self._desk.tasks.free(self, job, lambda _none: self._done(text), self._refused)

    def _remove(self) -> None:
        if self._folder is not None:
            job = partial(_unschedule, self._folder)
            text = self.tr("The reminder was ended.")
            self._desk.tasks.free(self, job, lambda _none: self._done(text), self._refused)

    def _done(self, text: str) -> None:
        self._tell(text, "done")
        self._ask()

    def _refused(self, error: UserError) -> None:
        self._tell("\n".join(sentences(error)), "overdue")
        self._ask()

    def _tell(self, text: str, colour: str) -> None:
        self._said.setText(text)
        self._said.set_colour(colour)
        self._said.show()


def _standing(folder: Path) -> tuple[bool, LastRun | None]:
    return autostart.is_active(autostart.task(folder)), remind.last_run(folder)


def _schedule(folder: Path, at: time) -> None:
    autostart.install(autostart.task(folder, at))


def _unschedule(folder: Path) -> None:
    autostart.remove(autostart.task(folder))


def _time(text: str) -> time | None:
    try:
        return datetime.strptime(text.strip(), "%H:%M").time()  # noqa: DTZ007 - no zone
    except ValueError:
        return None
