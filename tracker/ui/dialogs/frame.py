# SPDX-License-Identifier: MIT
"""What the small dialogs share: the room below the heading, the answers, the save keys, Esc."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from tracker.ui.dialogs.heading import Heading

_TITLE_BAR = 40  # pixels that the system's own frame may take above a window
SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")  # the key of the letters and the one of the digits


def body_below(dialog: QDialog, heading: Heading, spacing: int = 12) -> QVBoxLayout:
    """Puts the heading on top of a dialog and returns the column for what comes below.

    Args:
        dialog: has no layout yet.
        heading: what it is about, and about whom.
        spacing: between two parts, in pixels at a zoom of 100 %.
    """
    px = heading.look.px
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(heading)
    body = QVBoxLayout()
    body.setContentsMargins(px(24), px(16), px(24), px(16))
    body.setSpacing(px(spacing))
    column.addLayout(body)
    return body


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Gives a dialog this size in pixels, or what the screen has where that is less."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width()), min(height, room.height() - _TITLE_BAR))


def resize_to_words(dialog: QDialog, width: int) -> None:
    """Makes a dialog at least so many pixels wide, and as high as its words need then.

    Qt itself takes two thirds of the screen at most, and squeezes what does not fit into them.
    """
    dialog.setMinimumWidth(width)
    layout, hint = dialog.layout(), dialog.sizeHint()
    width = max(width, hint.width())
    if layout is not None and layout.hasHeightForWidth():
        resize_within_screen(dialog, width, layout.totalHeightForWidth(width))
    else:
        resize_within_screen(dialog, width, hint.height())


def at_the_right(*presses: QWidget) -> QHBoxLayout:
    """A row of answers, the one that acts last."""
    row = QHBoxLayout()
    row.addStretch()
    for press in presses:
        row.addWidget(press)
    return row


def ask_to_discard(dialog: QDialog) -> None:
    """Asks before what was typed is thrown away; Enter and Esc go on writing."""
    box = QMessageBox(dialog)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(dialog.windowTitle())
    box.setText(QCoreApplication.translate("Dialog", "Discard what was typed?"))
    role = QMessageBox.ButtonRole
    gone = box.addButton(QCoreApplication.translate("Dialog", "Discard"), role.DestructiveRole)
    go_on = box.addButton(QCoreApplication.translate("Dialog", "Go on writing"), role.RejectRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    gone.clicked.connect(lambda: dialog.done(QDialog.DialogCode.Rejected))
    box.open()


def on_save_keys(dialog: QWidget, slot: Callable[[], object]) -> None:
    """Calls the slot at either of the keys that save."""
    for keys in SAVE_KEYS:
        QShortcut(QKeySequence(keys), dialog, slot)
