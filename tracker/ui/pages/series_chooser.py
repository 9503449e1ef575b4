# SPDX-License-Identifier: MIT
"""Which series of scans the lesion grid shows: the newest, or one from an earlier baseline."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from tracker.domain.lesion_series import Series
from tracker.ui import wording
from tracker.ui.theme import Look
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.label import PlainLabel


class SeriesChooser(QWidget):
    """A chip for each baseline, oldest first; hidden while there is only one.

    Signals:
        chosen(): a person wants to see another series.
    """

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._at = -1
        self._chips: list[Chip] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(24), 0, look.px(16), look.px(4))
        self._row.setSpacing(look.px(8))
        self._row.addWidget(PlainLabel(look, self.tr("Series  [ ]"), 13, colour="text2"))
        self._row.addStretch()
        self.hide()

    def show_newest(self) -> None:
        """The newest series is looked at from now on, also when a newer one is begun."""
        self._at = -1

    def show_series(self, at: int) -> None:
        """The series at a place is looked at from now on."""
        self._at = at

    def of(self, found: Sequence[Series]) -> Series | None:
        """The chosen one of the series of a chart; None when there is none."""
        self._offer(found)
        if not found:
            return None
        at = self._at if self._at < len(found) else -1
        self._chips[at].setChecked(True)
        return found[at]

    def step(self, by: int) -> None:
        """Looks at an earlier (-1) or a later (1) series."""
        checked = next((n for n, chip in enumerate(self._chips) if chip.isChecked()), 0)
        if 0 <= checked + by < len(self._chips):
            self._choose(checked + by)

    def _offer(self, found: Sequence[Series]) -> None:
        titles = [
            self.tr("from {baseline}").format(baseline=wording.when(each.columns[0].when))
            for each in found
        ]
        if titles != [chip.words for chip in self._chips]:
            for chip in self._chips:
                self._group.removeButton(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = [Chip(self._look, title) for title in titles]
            for place, chip in enumerate(self._chips):
                chip.clicked.connect(partial(self._choose, place))
                self._group.addButton(chip)
                self._row.insertWidget(place + 1, chip)
        self.setVisible(len(found) > 1)

    def _choose(self, place: int) -> None:
        self._at = place if place < len(self._chips) - 1 else -1
        self.chosen.emit()
