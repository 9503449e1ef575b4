# SPDX-License-Identifier: MIT
"""What came of something: a sentence, a list to read, and perhaps a step to take."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.ui import paper
from tracker.ui.dialogs.frame import on_save_keys, resize_to_words
from tracker.ui.icon_shapes import Icon
from tracker.ui.text_paper import TextPaper
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

if TYPE_CHECKING:  # imported on use, as in paper
    from PySide6.QtPrintSupport import QPrinter

WIDTH = 520  # pixels at 100 %


class ReportDialog(QDialog):
    """Show it with ``open()``; ``accepted`` means that the step is wanted.

    Args:
        look: of the window.
        title: what it is about.
        text: the sentence.
        lines: to be read and copied.
        action: the words of the step; empty where there is none.
        can_print: whether somebody may want it on paper.
        parent: the window in front of which it opens.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        text: str,
        lines: Sequence[str],
        *,
        action: str = "",
        can_print: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._look = look
        px = look.px
        self._paper = TextPaper(title, [text, "", *lines]) if can_print else None
        said = self._said = PlainLabel(look, text, 14)
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
        if can_print:
            printing = Press(look, self.tr("Print …"), mark=Icon.PRINT)
            printing.clicked.connect(self._print)
            foot.addWidget(printing)
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

    def _print(self) -> None:
        if not paper.ask_printer(self, self._print_on):
            self._said.setText(self.tr("This computer knows no printer. Print the file elsewhere."))

    def _print_on(self, printer: "QPrinter") -> None:
        if self._paper is not None and not paper.print_on(printer, self._paper):
            self._said.setText(self.tr("The printer did not take it. Print the file elsewhere."))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.surface)
