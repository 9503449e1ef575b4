# SPDX-License-Identifier: MIT
"""What must be there before the first window, told in words where it is not.

Qt itself ends the process without a word that a nurse or an IT person could use.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from tracker.domain.errors import CannotOpen, UserError
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.ui.errors import sentences
from tracker.ui.preferences import Preferences

NO_SCREEN: Final = (
    "There is no screen that a window could be shown on. Nothing was opened or changed. Start the "
    "program from the desktop of this computer; commands such as “tracker due” work without a "
    "screen, and “tracker --selftest DIR” tries what works. Qt said: {said}"
)
"""In English only: there is no application yet that could translate it."""

_NO_HELP: Final = "Reinstalling the application may fix this problem."
_UNSEEN: Final = ("offscreen", "minimal")


@contextmanager
def screen_expected() -> Iterator[None]:
    """While Qt looks for a screen. It ends the process where it finds none: in words, code 1."""
    before = qInstallMessageHandler(_told)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def require_fonts() -> None:
    """Lets no window open in which every letter would be a box.

    Raises:
        CannotOpen: no font is installed.
    """
    if not QFontMetrics(QFont()).inFont("A"):  # Qt names families also where there is none
        text = QT_TRANSLATE_NOOP(
            "Message",
            "No font is installed on this computer, so that nothing could be read. Nothing was "
            "opened or changed. Ask IT to install fonts; on Debian and Ubuntu: apt-get install "
            "fonts-noto-core fonts-noto-cjk.",
        )
        raise CannotOpen(Message(text))


def has_chinese_font() -> bool:
    """Whether Chinese names are shown as characters and not as boxes."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def troubles(preferences: Preferences) -> list[str]:
    """What of this computer a person should have put right; the program works without it."""
    said = []
    if preferences.damaged is not None:
        text = QCoreApplication.translate(
            "Start",
            "The settings of this computer (language, theme, tables) could not be read; the usual "
            "ones are used. A copy of the file is {file}. The records are not concerned.",
        )
        said.append(text.format(file=preferences.damaged))
    if preferences.refused is not None:
        text = QCoreApplication.translate(
            "Start",
            "The settings in {file} cannot be read or written by this account; what you choose "
            "holds until the program ends. The records are not concerned. Ask IT for the right "
            "to write there.",
        )
        said.append(text.format(file=preferences.refused))
    if not has_chinese_font():
        said.append(
            QCoreApplication.translate(
                "Start",
                "No font with Chinese characters is installed: Chinese names are shown as boxes. "
                "Ask IT to install one; on Debian and Ubuntu: apt-get install fonts-noto-cjk.",
            )
        )
    return said


def tell(error: UserError) -> QMessageBox | None:
    """Says why there is no window: on stderr, and in a box where somebody looks at the screen."""
    sys.stderr.write(f"{error}\n")
    if QGuiApplication.platformName() in _UNSEEN:
        return None
    box = QMessageBox(QMessageBox.Icon.Critical, "Follow-up Tracker", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText("\n".join(sentences(error)))
    box.open()
    return box


def _told(kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
    if kind is QtMsgType.QtFatalMsg:
        said = " ".join(said.split()).replace(f"{_NO_HELP} ", "")
        sys.stderr.write(NO_SCREEN.format(said=said) + "\n")
        sys.stderr.flush()
        os._exit(1)  # abort() would follow, with a core dump
    if kind is QtMsgType.QtCriticalMsg:
        sys.stderr.write(f"{said}\n")
