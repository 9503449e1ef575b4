# SPDX-License-Identifier: MIT
"""The notice of a damaged file, and the way from it to what can still be read."""

from PySide6.QtCore import QObject, Signal

from tracker.domain.errors import UserError
from tracker.domain.text import Message
from tracker.ui.desk import Desk
from tracker.ui.errors import words
from tracker.ui.main_window import MainWindow
from tracker.ui.widgets.notice import Level

_KEY = "damage"


class Rescuing(QObject):
    """Says that the file is damaged, for as long as it is open.

    Signals:
        open_patient(UUID): a chart that can be read whole.
        restore_wanted(): close the records, so that a backup can be restored.
    """

    open_patient = Signal(object)
    restore_wanted = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        window.notices.acted.connect(self._show)
        desk.tasks.failed.connect(self._look)

    def say(self, found: tuple[Message, ...]) -> None:
        """Shows what was found; nothing was found in a sound file."""
        if not found:
            return
        text = self.tr(
            "The file is damaged: {what} Nothing can be saved any more. Enter nothing; close "
            "the program and restore the latest backup."
        )
        said = text.format(what=" ".join(map(words, found)))
        action = self.tr("What can still be read …")
        self._window.notices.put(_KEY, said, Level.TROUBLE, action)

    def _look(self) -> None:
        """Something failed: perhaps on a page that was damaged meanwhile."""
        if not self._desk.tasks.is_closed:
            from tracker.services import rescue

            self._desk.tasks.run(self, rescue.found_meanwhile, self.say, _nothing)

    def _show(self, key: str) -> None:
        if key != _KEY:
            return
        from tracker.ui.dialogs.rescue import RescueDialog

        dialog = RescueDialog(self._desk, self._window)
        dialog.open_patient.connect(self.open_patient)
        dialog.restore_wanted.connect(self.restore_wanted)
        dialog.open()


def _nothing(_error: UserError) -> None:
    """What failed was said already."""
