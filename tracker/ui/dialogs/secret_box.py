# SPDX-License-Identifier: MIT
"""The boxes of the sheets before the window; one of them hides what is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.ui.forms.boxes import FIELD, clear_ground, paint_face
from tracker.ui.theme import Look


class EntranceBox(QLineEdit):
    """A plain one-line box with the face of a form's field."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self.setFrame(False)
        clear_ground(self)
        look.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_face(painter, self._look, self)
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(15))
        self.setMinimumHeight(look.px(FIELD))
        self.setTextMargins(look.px(8), 0, look.px(8), 0)


class SecretBox(EntranceBox):
    """Hides what is typed; F2 or the word at its right edge shows it."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
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
