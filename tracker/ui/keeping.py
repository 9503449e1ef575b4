# SPDX-License-Identifier: MIT
"""What the window says of the backups: the last one, one that failed, none on a second medium.

Notices that stay; never a box in front of the work.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.domain.errors import UserError
from tracker.domain.roles import Action
from tracker.services import backup_state, backups
from tracker.services.backup_state import BackupState
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.errors import words
from tracker.ui.main_window import MainWindow
from tracker.ui.widgets.notice import Level
from tracker.ui.widgets.status_bar import StatusItem

_LOOK_AGAIN = 5 * 60 * 1000  # milliseconds between two looks whether a backup is due
_FAILED, _SECOND = "backup", "second_medium"


class Keeping(QObject):
    """Asks how it stands with the backups, makes one when it is due, and says both.

    Signals:
        said(): ``statements`` are others.
        folder_wanted(): a backup into a chosen folder is asked for.
    """

    said = Signal()
    folder_wanted = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.statements: tuple[StatusItem, ...] = ()
        window.notices.acted.connect(self._acted)
        desk.bus.backed_up.connect(self.look)
        timer = QTimer(self)
        timer.setInterval(_LOOK_AGAIN)
        timer.timeout.connect(self.back_up_if_due)
        timer.start()

    def look(self) -> None:
        """Asks how it stands."""
        self._ask(backup_state.state)

    def back_up_if_due(self) -> None:
        """Makes a backup when half an hour has passed and something was stored since."""
        self._ask(backups.keep_when_due)

    def _back_up(self) -> None:
        self._ask(backups.keep_now)

    def _ask(self, job: Callable[..., BackupState]) -> None:
        if not self._desk.tasks.is_closed:
            asked = partial(job, clock=self._desk.ctx.clock)
            self._desk.tasks.run(self, asked, self._say, self._not_made)

    def _not_made(self, _error: UserError) -> None:
        self.look()  # why it failed is kept beside the file

    def _acted(self, key: str) -> None:
        if key == _FAILED:
            self._back_up()
        elif key == _SECOND:
            self.folder_wanted.emit()

    def _say(self, state: BackupState) -> None:
        self.statements = tuple(map(StatusItem, self._stated(state)))
        self._say_failed(state)
        self._say_second(state)
        self.said.emit()

    def _stated(self, state: BackupState) -> Iterator[str]:
        if state.newest is not None:
            yield self.tr("Last backup {day}, verified").format(day=_day(state.newest))
        elif state.at_closing:
            yield self.tr("Backup at closing")
        if state.second is not None:
            yield self.tr("second medium {day}").format(day=_day(state.second))

    def _say_failed(self, state: BackupState) -> None:
        notices = self._window.notices
        if state.failed is None:
            notices.drop(_FAILED)
            return
        text = self.tr("The backup of {day} failed: {why} What is saved is safe.")
        said = text.format(day=_day(state.failed), why=" ".join(map(words, state.why)))
        action = self.tr("Back up now") if self._may() else ""
        notices.put(_FAILED, said, Level.TROUBLE, action)

    def _say_second(self, state: BackupState) -> None:
        notices = self._window.notices
        if not state.needs_second:
            notices.drop(_SECOND)
            return
        text = self.tr("No backup on a second medium yet, for {n} days.")
        if state.second is not None:
            text = self.tr("The last backup on a second medium is {n} days old.")
        why = self.tr("Whoever loses this computer loses its backups too.")
        action = self.tr("Back up to another medium …") if self._may() else ""
        said = text.format(n=state.days_without)
        notices.put(_SECOND, f"{said} {why}", Level.INFO, action)

    def _may(self) -> bool:
        return Action.BACKUP in self._desk.ctx.permissions


def _day(instant: datetime) -> str:
    return wording.day(instant.astimezone().date())
