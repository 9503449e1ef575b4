# SPDX-License-Identifier: MIT
"""The first start: clinic, first person, passphrase twice, and the recovery code."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication

from tracker.domain.text import normal
from tracker.ui.dialogs.entrance import Entrance, line_box
from tracker.ui.dialogs.secret_box import SecretBox
from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What the first start asks for."""

    clinic: str
    user: str
    passphrase: str = field(repr=False)


class FirstRunDialog(Entrance):
    """Asks for what a new profile needs.

    Signals:
        given(NewProfile): to be created.
    """

    given = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(
            look,
            self.tr("Welcome"),
            self.tr(
                "Nothing is on this computer yet. A new encrypted file will be made; "
                "nothing leaves this computer."
            ),
            self.tr("Create"),
        )
        self._clinic = line_box(look, "clinic")
        self._user = line_box(look, "user")
        self._first = SecretBox(look, "passphrase")
        self._second = SecretBox(look, "passphrase_again")
        self.add_field(self.tr("Clinic"), self._clinic)
        self.add_field(
            self.tr("Your name"), self._user, self.tr("It stands beside everything you record.")
        )
        self.add_field(
            self.tr("Passphrase"),
            self._first,
            self.tr("At least 15 characters; a few unrelated words are best."),
        )
        self.add_field(self.tr("Passphrase again"), self._second)
        limits = PlainLabel(
            look,
            self.tr(
                "A follow-up record, not an order system. Not assessed or registered as a medical "
                "device in any country; calculations are to be verified."
            ),
            12,
            colour="text3",
        )
        limits.setWordWrap(True)
        self.column.addSpacing(look.px(8))
        self.column.addWidget(limits)
        self.finish()
        self.entered.connect(self._give)

    def _give(self) -> None:
        clinic, user = normal(self._clinic.text()), normal(self._user.text())
        missing = [
            said
            for typed, said in (
                (clinic, self.tr("The name of the clinic is needed.")),
                (user, self.tr("Your name is needed.")),
            )
            if not typed
        ]
        if self._first.text() != self._second.text():
            missing.append(self.tr("The two passphrases are not the same."))
        if missing:
            self.complain("\n".join(missing))
            return
        self.wait(True)
        self.given.emit(NewProfile(clinic, user, self._first.text()))


class RecoveryDialog(Entrance):
    """Shows the recovery code once; goes on when it was typed back in part."""

    kept = Signal()

    def __init__(self, look: Look, code: str) -> None:
        super().__init__(
            look,
            self.tr("Recovery code"),
            self.tr(
                "If every passphrase is forgotten, only this code opens the records. It is shown "
                "once. Print or write it down, seal it in an envelope, and keep it apart from "
                "this computer."
            ),
            self.tr("I have it on paper"),
        )
        self._code = code
        shown = PlainLabel(look, grouped(code), 18, bold=True)
        shown.setObjectName("recovery_code")
        shown.setWordWrap(True)
        self.column.addWidget(shown)
        copy = Press(look, self.tr("Copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(code))
        self.column.addWidget(copy)
        self._last = line_box(look, "last_group")
        self.add_field(self.tr("Type its last four characters"), self._last)
        self.finish()
        self.entered.connect(self._check)

    def _check(self) -> None:
        end = self._code.replace("-", "").replace(" ", "")[-4:]
        if self._last.text().strip().upper() != end.upper():
            self.complain(self.tr("These are not its last four characters."))
            return
        self.accept()
        self.kept.emit()


def grouped(code: str) -> str:
    """The code as it is read aloud: groups with blanks that may break the line."""
    return code.replace("-", " ") or QCoreApplication.translate("FirstRun", "no code")
