# SPDX-License-Identifier: MIT
"""The keys of the program on one sheet."""

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.keycap import KeyCap
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_COLUMNS = 2


class KeysDialog(QDialog):
    """What can be done without the mouse."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(32))
        grid.setVerticalSpacing(look.px(10))
        for place, (keys, what) in enumerate(self._keys()):
            grid.addWidget(KeyCap(look, keys, what), place // _COLUMNS, place % _COLUMNS)
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(28), look.px(24), look.px(28), look.px(20))
        column.setSpacing(look.px(16))
        column.addWidget(PlainLabel(look, self.tr("Keys"), 18, bold=True))
        column.addLayout(grid)
        column.addWidget(close)
        FocusRing(look, self)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("find a patient from anywhere")),
            ("Ctrl+1 2 3", self.tr("Today, Patients, Data")),
            ("Ctrl+N", self.tr("new patient, or new record on a tab")),
            ("Alt+1 … 9, 0", self.tr("tabs of a patient")),
            ("F7", self.tr("dose-day sheet of an open chart")),
            ("Ctrl+P", self.tr("print: day list, sheet, summary of a chart")),
            ("Ctrl+B", self.tr("old paper chart, line by line")),
            ("Alt+C", self.tr("what there is to check in a chart")),
            ("Enter", self.tr("open; next field in a form")),
            ("Ctrl+Enter", self.tr("save")),
            ("Esc", self.tr("cancel, go back")),
            ("/", self.tr("filter a table, or Today")),
            ("← →", self.tr("events on the lifeline")),
            ("[ ]", self.tr("move the wide window of the lifeline")),
            ("B L = F", self.tr("bands, log axis, divide by limit, fit")),
            ("PgUp PgDn", self.tr("day before or after on Today")),
            ("Ctrl+Shift+D", self.tr("dark colours")),
            ("Ctrl+Shift+H", self.tr("initials in the place of names, while others can see")),
            ("Ctrl++ Ctrl+-", self.tr("larger, smaller")),
            ("Ctrl+L", self.tr("lock")),
            ("F10", self.tr("menu")),
            ("F1", self.tr("manual")),
        ]
