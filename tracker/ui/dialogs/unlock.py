# SPDX-License-Identifier: MIT
"""Unlocking: one passphrase, nothing that says whose it could be."""

from PySide6.QtCore import Signal

from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.secret_box import SecretBox
from tracker.ui.theme import Look


class UnlockDialog(Entrance):
    """Asks for the passphrase.

    Signals:
        given(str): the passphrase, to be tried.
    """

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("Unlock"),
            self.tr("The records on this computer are encrypted."),
            self.tr("Unlock"),
        )
        self._box = SecretBox(look, "passphrase")
        self.add_field(self.tr("Passphrase"), self._box)
        self.finish()
        self.entered.connect(self._give)

    def _give(self) -> None:
        if not self._box.text():
            self.complain(self.tr("Type your passphrase."))
            return
        self.wait(True)
        self.given.emit(self._box.text())
