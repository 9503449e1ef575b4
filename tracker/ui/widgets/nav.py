# SPDX-License-Identifier: MIT
"""The rail at the left: where one is, and where one can go."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.glyphs import paint_icon, paint_logo
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import Look
from tracker.ui.widgets.face import ButtonFace, Face, draw_box, text_width
from tracker.ui.widgets.label import plain_tooltip

WIDTH, TOP = 80, 48


class _Item(ButtonFace):
    """One place: an icon over a word, with the number of things that wait there."""

    def __init__(self, look: Look, title: str, icon: Icon, shortcut: str) -> None:
        super().__init__(look, title)
        self._icon = icon
        self._badge = 0
        self.setCheckable(True)
        self.setToolTip(plain_tooltip(shortcut))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_badge(self, count: int) -> None:
        self._badge = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(WIDTH - 16), self.look.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        rect, here = QRectF(self.rect()), self.isChecked()
        if here:
            draw_box(painter, rect, look.px(8), theme.surface, theme.line2)
            bar = QRectF(0, look.px(10), look.px(3), rect.height() - look.px(20))
            painter.fillRect(bar, theme.accent)
        elif self.lit():
            draw_box(painter, rect, look.px(8), theme.sunken, theme.line)
        ink = theme.accent if here else theme.text2
        paint_icon(painter, self._icon, rect.center().x(), look.px(20), look.px(22), ink)
        painter.setPen(ink)
        painter.setFont(look.font(12, here))
        word = QRectF(0, look.px(33), rect.width(), look.px(20))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.words)
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        look, theme = self.look, self.look.theme
        text = str(self._badge) if self._badge < 1000 else "999+"
        width = max(text_width(look, text, 11, True) + look.px(9), look.px(16))
        rect = QRectF(self.width() - width - look.px(1), look.px(4), width, look.px(16))
        draw_box(painter, rect, rect.height() / 2, theme.accent, theme.accent)
        painter.setPen(theme.accent_text)
        painter.setFont(look.font(11, True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class NavRail(Face):
    """The places of the program, one below the other; ``chosen`` hands over the place's id."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._items: dict[str, _Item] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.restyle()

    def add(self, place: str, title: str, icon: Icon, shortcut: str = "") -> None:
        """Appends a place."""
        item = _Item(self.look, title, icon, shortcut)
        item.clicked.connect(lambda: self.chosen.emit(place))
        self._group.addButton(item)
        self._items[place] = item
        self._column.insertWidget(self._column.count() - 1, item)

    def select(self, place: str) -> None:
        """Marks a place as the one where the person is."""
        self._items[place].setChecked(True)

    def set_badge(self, place: str, count: int) -> None:
        """Shows how many things wait there; 0 shows nothing."""
        self._items[place].set_badge(count)

    def restyle(self) -> None:
        px = self.look.px
        self.setFixedWidth(px(WIDTH))
        self._column.setContentsMargins(px(8), px(TOP + 12), px(8), px(8))
        self._column.setSpacing(px(8))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        painter.fillRect(self.rect(), theme.rail)
        top = look.px(TOP)
        painter.fillRect(self.width() - 1, top - 1, 1, self.height() - top + 1, theme.line2)
        paint_logo(painter, theme, self.width() / 2, top / 2, look.px(28))
