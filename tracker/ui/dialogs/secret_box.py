# SPDX-License-Identifier: MIT
"""A box for a passphrase: hidden, never completed, shown on request."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.press import BUTTON


class SecretBox(QLineEdit):
    """Hides what is typed; F2 or the word at its right edge shows it."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFont(look.font(15))
        self.setMinimumHeight(look.px(BUTTON + 2))
        self.setTextMargins(look.px(8), 0, look.px(8), 0)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        show = QAction(self.tr("Show what is typed"), self)
        show.setShortcut(Qt.Key.Key_F2)
        show.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        show.triggered.connect(self._toggle)
        self.addAction(show)
        self.setToolTip(self.tr("F2 shows what is typed"))

    def _toggle(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
