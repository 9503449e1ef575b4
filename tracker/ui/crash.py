# SPDX-License-Identifier: MIT
"""What the window says of a defect of the program itself."""

import logging
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

log = logging.getLogger("tracker")


def report_crash(error: BaseException) -> None:
    """Tells the person that the program is at fault; logs types and lines, never values."""
    # on use: most sessions end without
    import traceback

    from PySide6.QtWidgets import QMessageBox

    where = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(where))
    log.error("%s at %s", type(error).__name__, places)
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Critical)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QApplication.translate("Program", "Defect of the program"))
    box.setText(
        QApplication.translate(
            "Program",
            "Something in the program went wrong. What was saved is safe; what was being done may "
            "not have been stored. Please note the time and tell your IT person.",
        )
    )
    box.setInformativeText(f"{type(error).__name__}: {places}")
    box.open()


def report_uncaught(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    """The same of what nobody caught: a ``sys.excepthook``."""
    report_crash(error)
