# SPDX-License-Identifier: MIT
"""The line at the top: whose program it is, the search, who is at work, the lock."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tracker.ui.glyphs import paint_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, draw_box
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press
from tracker.ui.widgets.search import SearchBox


class _Person(Face):
    """The round picture of nobody in particular."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(25), self.look.px(25))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        draw_box(painter, rect, rect.height() / 2, theme.surface, theme.line2)
        middle = rect.center()
        paint_icon(painter, Icon.USER, middle.x(), middle.y(), self.look.px(15), theme.text2)


class Header(Face):
    """Name of the program and of the clinic, search, person, lock and menu."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._clinic = PlainLabel(look, "", 13, colour="text2")
        self._person = PlainLabel(look, "", 13)
        self.search = SearchBox(look, "Ctrl+K")
        self.lock = Press(look, self.tr("Lock"), keys="Ctrl+L", mark=Icon.LOCK, flat=True)
        self.menu = Press(look, mark=Icon.MENU, flat=True)
        self.menu.setAccessibleName(self.tr("Menu"))
        self.menu.setToolTip(self.tr("Menu (F10)"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(PlainLabel(look, self.tr("Follow-up Tracker"), 15, bold=True))
        self._row.addWidget(self._clinic)
        self._row.addStretch(4)
        self._row.addWidget(self.search, 16)
        self._row.addStretch(3)
        self._row.addWidget(_Person(look))
        self._row.addWidget(self._person)
        self._row.addSpacing(look.px(8))
        self._row.addWidget(self.lock)
        self._row.addWidget(self.menu)
        self.restyle()

    def set_clinic(self, name: str) -> None:
        """Shows whose records these are."""
        self._clinic.setText(name)

    def set_person(self, role: str, name: str) -> None:
        """Shows who is at work."""
        self._person.setText(f"{role}  {name}")

    def restyle(self) -> None:
        px = self.look.px
        self.setFixedHeight(px(48))
        self._row.setContentsMargins(px(16), 0, px(8), 1)
        self._row.setSpacing(px(10))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.rail)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line2)
        between = self.lock.x() - self._row.spacing() // 2
        painter.fillRect(
            between, self.look.px(14), 1, self.height() - self.look.px(28), theme.line2
        )
