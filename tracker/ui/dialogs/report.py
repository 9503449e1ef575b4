# SPDX-License-Identifier: MIT
"""What came of something: a sentence, a list to read, and perhaps a step to take."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.ui.dialogs.frame import on_save_keys, resize_to_words
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

WIDTH = 520  # pixels at 100 %


class ReportDialog(QDialog):
    """Show it with ``open()``; ``accepted`` means that the step is wanted."""

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        lines: Sequence[str],
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._look = look
        px = look.px
        said = PlainLabel(look, text, 14)
        said.setWordWrap(True)
        said.setObjectName("said")
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(PlainLabel(look, title, 18, bold=True))
        column.addWidget(said)
        if lines:
            box = QPlainTextEdit("\n".join(lines))
            box.setReadOnly(True)
            box.setFont(look.font(13))
            box.setTabChangesFocus(True)
            box.setAccessibleName(title)
            column.addWidget(box, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        close = Press(look, self.tr("Cancel") if action else self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        if action:
            act = Press(look, action, keys="Ctrl+Enter", primary=True)
            act.setObjectName("act")
            act.clicked.connect(self.accept)
            on_save_keys(self, self.accept)
            foot.addWidget(act)
        column.addLayout(foot)
        resize_to_words(self, px(WIDTH))
        FocusRing(look, self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.surface)
