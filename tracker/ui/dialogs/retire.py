# SPDX-License-Identifier: MIT
"""Asks for what is needed before the keys on this computer are destroyed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.domain.text import normal
from tracker.services.retirement import Wanted
from tracker.ui.dialogs.choose_file import choose_folder, save_as
from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.secret_box import EntranceBox, SecretBox
from tracker.ui.theme import Look
from tracker.ui.widgets.press import SMALL, Press


class RetireDialog(Entrance):
    """Show it with ``open()``; it stays until the owner accepts it.

    Args:
        look: theme and zoom.
        copy: folder that is offered for the last backup; "" = none was chosen.

    Signals:
        given(Wanted, str): what is wanted, and the passphrase.
    """

    given = Signal(object, str)

    def __init__(self, look: Look, copy: str, parent: QWidget) -> None:
        super().__init__(
            look,
            self.tr("Take this computer out of use"),
            self.tr(
                "A last backup is written to another medium and restored as a trial. Then the "
                "keys, the backups and the records in this folder are overwritten and removed, and "
                "the program ends. Afterwards nothing here opens them, with no passphrase and no "
                "recovery code. Flash disks keep old blocks: destroy the key of the disk "
                "encryption, too."
            ),
            self.tr("Destroy the keys"),
            parent=parent,
        )
        self._copy = EntranceBox(look, "copy")
        self._copy.setText(copy)
        self._because = EntranceBox(look, "no_copy_because")
        self._certificate = EntranceBox(look, "certificate")
        self._passphrase = SecretBox(look, "own_passphrase")
        self._add_place(self.tr("Folder for the last backup"), self._copy, self._choose_folder)
        self.add_field(self.tr("Or why none is needed"), self._because)
        self._add_place(self.tr("File of the certificate"), self._certificate, self._choose_file)
        self.add_field(self.tr("Your own passphrase"), self._passphrase)
        self.finish()
        self.entered.connect(self._give)

    def _add_place(self, label: str, box: QLineEdit, choose: Callable[[], None]) -> None:
        press = Press(self.look, self.tr("Choose …"), height=SMALL)
        press.clicked.connect(choose)
        self.column.add_field(label, box, beside=press)

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Folder for the last backup"), self._copy.setText)

    def _choose_file(self) -> None:
        kinds = [self.tr("Text (*.txt)")]
        title = self.tr("File of the certificate")
        save_as(self, title, "txt", self._certificate.setText, kinds=kinds)

    def _give(self) -> None:
        copy, why, file = (
            normal(box.text()) for box in (self._copy, self._because, self._certificate)
        )
        if not file or not self._passphrase.text():
            self.complain(self.tr("Name a file for the certificate, and type your passphrase."))
            return
        self.wait(True)
        wanted = Wanted(Path(file), Path(copy) if copy else None, why)
        self.given.emit(wanted, self._passphrase.text())
