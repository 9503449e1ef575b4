# SPDX-License-Identifier: MIT
"""Asks for the number of a patient, twice, and for a reason, before the chart is erased."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.text import normal
from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.secret_box import EntranceBox
from tracker.ui.theme import Look


class EraseDialog(Entrance):
    """Show it with ``open()``; it stays until the owner accepts it.

    Args:
        look: theme and zoom.
        mrn: of the chart that is chosen; "" lets any number be typed.

    Signals:
        given(str, str, str): the number, the number again, and the reason.
    """

    given = Signal(str, str, str)

    def __init__(self, look: Look, mrn: str, parent: QWidget) -> None:
        super().__init__(
            look,
            self.tr("Erase a patient"),
            self.tr(
                "All records, files and drafts of this patient are removed, and the content of the "
                "entries about them in the audit trail. There is no way back. Who did what and "
                "when stays, without a name. A chart that was opened by mistake is not erased: "
                "mark it as entered in error. A backup is made first; copies made before still "
                "hold the patient and are listed afterwards."
            ),
            self.tr("Erase for good"),
            parent=parent,
        )
        self._number = EntranceBox(look, "number")
        self._number.setText(mrn)
        self._again = EntranceBox(look, "number_again")
        self._reason = EntranceBox(look, "reason")
        self.add_field(self.tr("Hospital number"), self._number)
        self.add_field(self.tr("The same number again"), self._again)
        self.add_field(
            self.tr("Reason"),
            self._reason,
            self.tr("It stays in the audit trail: a request or a rule, never a name or a number."),
        )
        self.finish()
        (self._again if mrn else self._number).setFocus()
        self.entered.connect(self._give)

    def _give(self) -> None:
        typed = [normal(box.text()) for box in (self._number, self._again, self._reason)]
        if not all(typed):
            self.complain(self.tr("Type the number twice, and the reason."))
            return
        self.wait(True)
        self.given.emit(*typed)
