# SPDX-License-Identifier: MIT
"""Reminders around the window: the desktop's message, the number on the icon, the counts for later.

All of it listens; none of it is the only way to know. The list itself always shows more.
"""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from tracker.domain.ahead import Ahead
from tracker.domain.changes import Changed
from tracker.ui.desk import Desk
from tracker.ui.glyphs import app_icon
from tracker.ui.preferences import Preferences

_SETTLED = 60_000  # milliseconds after the last save: a count must not delay the next one


class Reminding(QObject):
    """Follows the count of the day list.

    Args:
        desk: who works.
        preferences: whether this computer shows messages; off until somebody asks for them.
        folder: of the profile; None for the demonstration, which nobody is reminded of later.
        window: comes to the front when the message is clicked.
    """

    def __init__(
        self, desk: Desk, preferences: Preferences, folder: Path | None, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._preferences = preferences
        self._folder = folder
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._count: int | None = None
        self._told: date | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED)
        self._settled.timeout.connect(self.write_counts)
        desk.bus.changed.connect(self._changed)

    def follow(self, count: int) -> None:
        """The list of today was counted: so many lines wait."""
        if self._count is None:
            self._settled.start()  # also when the program is only looked at, today's counts hold
        self._count = count
        self._show()

    def set_on(self, on: bool) -> None:
        """Whether this computer shows messages and the number."""
        self._preferences.shows_reminders = on
        self._told = None
        self._show()

    def write_counts(self) -> None:
        """Writes the counts that ``tracker remind`` reads, in the language of the window."""
        from tracker.services import remind, sidecar  # on use: the first list need not wait

        texts = ((text, QCoreApplication.translate("Message", text)) for text in remind.SENTENCES)
        words = {text: said for text, said in texts if said != text}
        job = partial(sidecar.write, clock=self._desk.ctx.clock, words=words)
        self._desk.tasks.run(self, job, _nothing)

    def show_settings(self) -> None:
        """Opens the switches."""
        from tracker.ui.dialogs.reminders import RemindersDialog

        on = self._preferences.shows_reminders
        dialog = RemindersDialog(self._desk, self._folder, shown=on, parent=self._window)
        dialog.switched.connect(self.set_on)
        dialog.open()

    def _changed(self, _changed: Changed) -> None:
        self._settled.start()

    def _show(self) -> None:
        on = self._preferences.shows_reminders
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.desktopFileName():  # else Qt warns of it
            app.setBadgeNumber((self._count or 0) if on else 0)
        if not on or not QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is not None:
                self._tray.hide()
            return
        tray = self._tray_icon()
        said = self.tr("Lines of today's list that wait: {n}.").format(n=self._count or 0)
        tray.setToolTip(said)
        tray.show()
        if self._count and self._told != self._desk.today:
            tray.showMessage(self.tr("Follow-up Tracker"), said, app_icon())
            self._told = self._desk.today

    def _tray_icon(self) -> QSystemTrayIcon:
        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.activated.connect(self._come_forward)
            self._tray.messageClicked.connect(self._come_forward)
        return self._tray

    def _come_forward(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()


def _nothing(_ahead: Ahead | None) -> None:
    """Nobody waits for the counts."""
