# SPDX-License-Identifier: MIT
"""The recovery code: shown once, printed or saved, and typed back in part."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout

from tracker.domain.errors import UserError
from tracker.ui import paper
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.secret_box import EntranceBox
from tracker.ui.theme import Look, font
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class CodeSheet:
    """The sheet for the sealed envelope, as ``paper.Paper``."""

    count = 1

    def __init__(self, clinic: str, code: str) -> None:
        self.title = QCoreApplication.translate("RecoverySheet", "Recovery code")
        self._clinic, self._code = clinic, grouped(code)

    def paint(self, painter: QPainter, _page: int) -> None:
        """Draws the code large, and what it is for."""
        words = QCoreApplication.translate(
            "RecoverySheet",
            "Whoever has this code can open all records. It opens them if every passphrase is "
            "forgotten. Seal it in an envelope and keep it apart from the computer. It holds "
            "until a new one is shown.",
        )
        painter.setPen(Qt.GlobalColor.black)
        top = 80.0
        for text, size, bold, height in (
            (self._clinic, 22, True, 50),
            (self.title, 18, True, 60),
            (self._code, 30, True, 120),
            (words, 15, False, 120),
        ):
            painter.setFont(font(size, bold))
            place = QRectF(80, top, paper.PAGE.width() - 160, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, text)
            top += height


class RecoveryDialog(Entrance):
    """Shows the recovery code once; goes on when it was typed back in part.

    Signals:
        kept(): its end was typed from the paper.
    """

    kept = Signal()

    def __init__(self, look: Look, code: str, clinic: str) -> None:
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
        self._code, self._clinic = code, clinic
        shown = PlainLabel(look, grouped(code), 18, bold=True)
        shown.setObjectName("recovery_code")
        shown.setWordWrap(True)
        self.column.addWidget(shown)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for text, slot in (
            (self.tr("Print …"), self._print),
            (self.tr("Save as PDF …"), self._choose_file),
            (self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(code)),
        ):
            press = Press(look, text)
            press.clicked.connect(slot)
            row.addWidget(press)
        row.addStretch()
        self.column.addLayout(row)
        self._last = EntranceBox(look, "last_group")
        self.add_field(self.tr("Type its last four characters"), self._last)
        self.finish()
        self.entered.connect(self._check)

    def save(self, name: str) -> None:
        """Writes the sheet for the envelope as a PDF file."""
        try:
            paper.save_pdf(Path(name), CodeSheet(self._clinic, self._code))
        except UserError as error:
            self.refuse(error)
            return
        self.complain(
            self.tr(
                "{file} was written. Whoever has the file can open the records: print it, put "
                "the medium in the envelope, and leave no copy on this computer."
            ).format(file=Path(name).name)
        )

    def _check(self) -> None:
        end = self._code.replace("-", "").replace(" ", "")[-4:]
        if self._last.text().strip().upper() != end.upper():
            self.complain(self.tr("These are not its last four characters."))
            return
        self.accept()
        self.kept.emit()

    def _choose_file(self) -> None:
        kinds = [self.tr("PDF file (*.pdf)")]
        save_as(self, self.tr("Save the recovery code"), "pdf", self.save, kinds=kinds)

    def _print(self) -> None:
        if not paper.ask_printer(self, self._print_on):
            self.complain(
                self.tr("This computer knows no printer. Write the code down, or save it as a PDF.")
            )

    def _print_on(self, printer: "QPrinter") -> None:
        if paper.print_on(printer, CodeSheet(self._clinic, self._code)):
            self.complain(self.tr("Sent to the printer."))
        else:
            self.complain(self.tr("The printer did not take it. Write the code down instead."))


def grouped(code: str) -> str:
    """The code as it is read aloud: groups with blanks that may break the line."""
    return code.replace("-", " ") or QCoreApplication.translate("FirstRun", "no code")
