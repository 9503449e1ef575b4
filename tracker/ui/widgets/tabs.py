# SPDX-License-Identifier: MIT
"""The tabs of a patient: words with a line under the one that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.face import text_width

_TEXT = 14


class TabStrip(QTabBar):
    """One line of tabs, reached by Tab and walked with the arrow keys.

    ``chosen`` hands over the id of the tab that is shown now.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._restyle()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._announce)
        look.changed.connect(self._restyle)

    def set_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Replaces the tabs by these (id, title); shows the first without announcing it."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for place, (tab, title) in enumerate(tabs):
            self.addTab(title.replace("&", "&&"))
            self.setTabData(place, tab)
            self.setAccessibleTabName(place, title)
        self.blockSignals(False)

    def select(self, tab: str) -> None:
        """Shows the tab of this id."""
        ids = [self.tabData(place) for place in range(self.count())]
        self.setCurrentIndex(ids.index(tab))

    def tabSizeHint(self, place: int) -> QSize:
        px = self._look.px
        width = text_width(self._look, self._title(place), _TEXT, True)
        return QSize(width + px(26), px(36))

    def minimumTabSizeHint(self, place: int) -> QSize:
        return self.tabSizeHint(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self._look, self._look.theme
        painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line2)
        mouse = self.mapFromGlobal(self.cursor().pos())
        for place in range(self.count()):
            rect, here = QRectF(self.tabRect(place)), place == self.currentIndex()
            lit = rect.contains(mouse) and self.underMouse()
            painter.setPen(theme.accent if here else theme.text if lit else theme.text2)
            painter.setFont(look.font(_TEXT, here))
            words = rect.adjusted(0, 0, -look.px(26), 0)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, align, self._title(place))
            if here:
                line = QRectF(rect.x(), rect.bottom() - 2.5, words.width(), 3)
                painter.fillRect(line, theme.accent)

    def _title(self, place: int) -> str:
        return self.tabText(place).replace("&&", "&")

    def _announce(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(str(self.tabData(place)))

    def _restyle(self) -> None:
        self.setFont(self._look.font(_TEXT, True))  # makes QTabBar measure its tabs again
        self.setFixedHeight(self._look.px(36))
        self.update()
