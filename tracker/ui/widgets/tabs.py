# SPDX-License-Identifier: MIT
"""The tabs of a patient: words with a line under the one that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, text_width

HEIGHT = 36
_TEXT = 14
_APART = 20  # from the end of a word to the next


class _Bar(QTabBar):
    """Paints the tabs: the word of the one that is shown is bold, accented and underlined."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(self.tr("Tabs"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def title(self, place: int) -> str:
        return self.tabText(place).replace("&&", "&")

    def tabSizeHint(self, place: int) -> QSize:
        width = text_width(self._look, self.title(place), _TEXT, True)
        return QSize(width + self._look.px(_APART), self._look.px(HEIGHT))

    def minimumTabSizeHint(self, place: int) -> QSize:
        return self.tabSizeHint(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self._look, self._look.theme
        mouse = self.mapFromGlobal(QCursor.pos())
        for place in range(self.count()):
            rect, here = QRectF(self.tabRect(place)), place == self.currentIndex()
            lit = self.underMouse() and rect.contains(mouse)
            painter.setPen(theme.accent if here else theme.text if lit else theme.text2)
            painter.setFont(look.font(_TEXT, here))
            words = rect.adjusted(0, 0, -look.px(_APART), 0)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, align, self.title(place))
            if here:
                line = QRectF(rect.x(), rect.bottom() - 3, words.width(), 3)
                painter.fillRect(line, theme.accent)


class TabStrip(Face):
    """One line of tabs, reached by Tab and walked with the arrow keys.

    ``chosen`` hands over the id of the tab that is shown now.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._bar = _Bar(look)
        self._bar.currentChanged.connect(self._announce)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._bar)
        self.restyle()

    def set_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Replaces the tabs by these (id, title); shows the first without announcing it."""
        with QSignalBlocker(self._bar):
            while self._bar.count():
                self._bar.removeTab(0)
            for place, (tab, title) in enumerate(tabs):
                self._bar.addTab(title.replace("&", "&&"))
                self._bar.setTabData(place, tab)
                self._bar.setAccessibleTabName(place, title)

    @property
    def selected(self) -> str:
        """The id of the tab that is shown."""
        return str(self._bar.tabData(self._bar.currentIndex()))

    def select(self, tab: str) -> None:
        """Shows the tab of this id.

        Raises:
            ValueError: there is no such tab.
        """
        ids = [self._bar.tabData(place) for place in range(self._bar.count())]
        self._bar.setCurrentIndex(ids.index(tab))

    def add_press(self, press: QWidget) -> None:
        """Puts a button at the end of the line."""
        if self._row.count() == 1:
            self._row.addStretch()
        self._row.addWidget(press)

    def restyle(self) -> None:
        px = self.look.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(24), 0, px(24), 0)
        self._bar.setFont(self.look.font(_TEXT, True))  # makes it measure its tabs again
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line2)

    def _announce(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(str(self._bar.tabData(place)))
