# SPDX-License-Identifier: MIT
"""Unlocking: one passphrase, nothing that says whose it could be; or the code from the envelope."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.text import normal
from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.secret_box import EntranceBox, SecretBox
from tracker.ui.theme import Look


class UnlockDialog(Entrance):
    """Asks for the passphrase, and for a name where several people work.

    Signals:
        given(str): the passphrase, to be tried; ``user`` says whose.
        code_wanted(): the passphrases are forgotten; ask for the recovery code.
        restore_wanted(): the records are damaged or lost; a backup is to be restored.
    """

    given = Signal(str)
    code_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, look: Look, *, asks_name: bool = False) -> None:
        super().__init__(
            look,
            self.tr("Unlock"),
            self.tr("The records on this computer are encrypted."),
            self.tr("Unlock"),
        )
        self._name = EntranceBox(look, "user") if asks_name else None
        self._box = SecretBox(look, "passphrase")
        if self._name is not None:
            self.add_field(self.tr("Your name"), self._name)
        self.add_field(self.tr("Passphrase"), self._box)
        self.add_other(self.tr("Restore a backup …"), self.restore_wanted)
        self.add_other(self.tr("Recovery code …"), self.code_wanted)
        self.finish()
        self.entered.connect(self._give)

    @property
    def user(self) -> str | None:
        """Whose passphrase it is; None where only one person works."""
        return normal(self._name.text()) if self._name is not None else None

    def _give(self) -> None:
        if self.user == "":
            self.complain(self.tr("Type your name and your passphrase."))
            return
        if not self._box.text():
            self.complain(self.tr("Type your passphrase."))
            return
        self.wait(True)
        self.given.emit(self._box.text())


class RecoverDialog(Entrance):
    """Asks for the recovery code.

    Signals:
        given(str): the code as typed.
    """

    given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("Recovery code"),
            self.tr(
                "The code opens the records in place of an administrator, once; a new code is "
                "shown at once. Then give people new passphrases under Administration."
            ),
            self.tr("Open"),
        )
        self._box = EntranceBox(look, "code")
        self.add_field(
            self.tr("Code from the sealed envelope"),
            self._box,
            self.tr("Eight groups of four; blanks and hyphens do not matter."),
        )
        self.finish()
        self.entered.connect(self._give)

    def _give(self) -> None:
        if not self._box.text().strip():
            self.complain(self.tr("Type the code from the printed sheet."))
            return
        self.wait(True)
        self.given.emit(self._box.text())


class PassphraseDialog(Entrance):
    """Asks for a new passphrase, twice.

    Args:
        look: theme and zoom.
        sentence: why.
        asks_current: the present one is asked for as well.

    Signals:
        given(str, str): the present one ("" when it was not asked for) and the new one.
    """

    given = Signal(str, str)

    def __init__(
        self, look: Look, sentence: str, *, asks_current: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            look, self.tr("Choose a passphrase"), sentence, self.tr("Change"), parent=parent
        )
        self._current = SecretBox(look, "current") if asks_current else None
        self._first = SecretBox(look, "passphrase")
        self._second = SecretBox(look, "passphrase_again")
        if self._current is not None:
            self.add_field(self.tr("Present passphrase"), self._current)
        self.add_field(
            self.tr("New passphrase"),
            self._first,
            self.tr("At least 15 characters; a few unrelated words are best."),
        )
        self.add_field(self.tr("New passphrase again"), self._second)
        self.finish()
        self.entered.connect(self._give)

    def _give(self) -> None:
        if self._first.text() != self._second.text():
            self.complain(self.tr("The two passphrases are not the same."))
            return
        self.wait(True)
        self.given.emit(self._current.text() if self._current else "", self._first.text())


class ConfirmDialog(Entrance):
    """Asks for the passphrase of the person at work before something that cannot be taken back.

    Signals:
        given(str): the passphrase.
    """

    given = Signal(str)

    def __init__(
        self, look: Look, title: str, sentence: str, action: str, *, parent: QWidget
    ) -> None:
        super().__init__(look, title, sentence, action, parent=parent)
        self._box = SecretBox(look, "own_passphrase")
        self.add_field(self.tr("Your own passphrase"), self._box)
        self.finish()
        self.entered.connect(self._give)

    def _give(self) -> None:
        if not self._box.text():
            self.complain(self.tr("Type your passphrase."))
            return
        self.wait(True)
        self.given.emit(self._box.text())
