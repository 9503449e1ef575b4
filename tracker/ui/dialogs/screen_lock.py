# SPDX-License-Identifier: MIT
"""What stands before a blanked window: the passphrase, or a PIN where the clinic allows one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.secret_box import SecretBox
from tracker.ui.theme import Look

PIN_DIGITS = 6


class ScreenLockDialog(Entrance):
    """Cannot be closed; it goes away when its owner accepts it.

    Signals:
        given(str): what was typed.
        close_wanted(): somebody else wants to come in; the records are to be closed.
    """

    given = Signal(str)
    close_wanted = Signal()

    def __init__(self, look: Look, person: str, *, takes_pin: bool) -> None:
        super().__init__(
            look,
            self.tr("Locked"),
            self.tr("{person} is at work. What was open stays open and is covered.").format(
                person=person
            ),
            self.tr("Unlock"),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._box = SecretBox(look, "screen_passphrase")
        label = self.tr("Passphrase or PIN") if takes_pin else self.tr("Passphrase")
        self.add_field(label, self._box)
        self.add_other(self.tr("Somebody else …"), self.close_wanted)
        self.finish()
        self.entered.connect(self._give)

    def reject(self) -> None:
        """Esc is no answer."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def _give(self) -> None:
        if not self._box.text():
            self.complain(self.tr("Type your passphrase."))
            return
        self.wait(True)
        self.given.emit(self._box.text())


class PinDialog(Entrance):
    """Asks for a PIN, twice.

    Signals:
        given(str): six digits.
    """

    given = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(
            look,
            self.tr("PIN for the screen"),
            self.tr(
                "Six digits that unlock this screen until the program is closed, twelve hours at "
                "most. They are kept nowhere and never open the records."
            ),
            self.tr("Use it"),
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first, self._second = SecretBox(look, "pin"), SecretBox(look, "pin_again")
        self.add_field(self.tr("PIN"), self._first)
        self.add_field(self.tr("PIN again"), self._second)
        self.finish()
        self.entered.connect(self._give)

    def _give(self) -> None:
        pin = self._first.text()
        if not (pin.isascii() and pin.isdigit() and len(pin) == PIN_DIGITS):
            self.complain(self.tr("A PIN is six digits."))
        elif len(set(pin)) < 3 or pin in "0123456789 9876543210":
            self.complain(self.tr("This PIN is guessed first. Choose other digits."))
        elif pin != self._second.text():
            self.complain(self.tr("The two PINs are not the same."))
        else:
            self.accept()
            self.given.emit(pin)
