# SPDX-License-Identifier: MIT
"""Another language for the window, from its next start on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.dialogs.frame import resize_to_words
from tracker.ui.dialogs.report import WIDTH, ReportDialog
from tracker.ui.language import LANGUAGES, current
from tracker.ui.theme import Look
from tracker.ui.widgets.joined import Joined


class LanguageDialog(ReportDialog):
    """Show it with ``open()``; ``accepted`` means: close the records and start again now.

    Signals:
        chosen(str): a code of ``LANGUAGES``, kept for the next start.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(
            look,
            "Language · 语言",
            self.tr(
                "It holds from the next start on. What is open stays as it is until the records "
                "are closed."
            ),
            [],
            action=self.tr("Close the records and start again"),
            parent=parent,
        )
        choice = Joined(look, self.tr("Language"), LANGUAGES)
        choice.choose(current())
        choice.chosen.connect(self.chosen)
        self.column.insertWidget(2, choice, 0, Qt.AlignmentFlag.AlignLeft)
        resize_to_words(self, look.px(WIDTH))
