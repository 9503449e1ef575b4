# SPDX-License-Identifier: MIT
"""Several views of one thing in one box; exactly one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, ButtonFace, draw_text, text_width

_HEIGHT, _TEXT, _PAD = 32, 13.5, 19


class _Part(ButtonFace):
    """One of the views; the arrow keys go to its neighbours."""

    def __init__(self, look: Look, text: str, place: int, last: int) -> None:
        super().__init__(look, text)
        self._first, self._last = place == 0, place == last
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = self.look
        return QSize(
            text_width(look, self.words, _TEXT, True) + 2 * look.px(_PAD), look.px(_HEIGHT)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            parts = self.group().buttons()
            beside = parts[(parts.index(self) + step) % len(parts)]
            beside.click()
            beside.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, chosen = QRectF(self.rect()), self.isChecked()
        radius, edge = look.px(RADIUS), 0.5
        # drawn wider than the part on the sides where a neighbour stands
        box = rect.adjusted(
            edge if self._first else -2 * radius, edge, -edge if self._last else 2 * radius, -edge
        )
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        ground = theme.accent_soft if chosen else theme.sunken if self.lit() else theme.surface
        painter.fillPath(path, ground)
        painter.setPen(theme.line2)
        painter.drawPath(path)
        if not self._last:
            x = rect.right() - 0.5
            ends = QPointF(x, rect.top() + look.px(8)), QPointF(x, rect.bottom() - look.px(8))
            painter.drawLine(*ends)
        if chosen:
            painter.setPen(theme.accent)
            inside = rect.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, radius, radius)
        painter.setPen(theme.accent if chosen else theme.text2)
        width = text_width(look, self.words, _TEXT, chosen)
        draw_text(painter, look, (rect.width() - width) / 2, rect, self.words, _TEXT, bold=chosen)


class Joined(QWidget):
    """The views side by side.

    Signals:
        chosen(str): another view was chosen; hands over its code.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, views: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._parts: dict[str, _Part] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (code, text) in enumerate(views):
            part = self._parts[code] = _Part(look, text, place, len(views) - 1)
            part.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            self._group.addButton(part)
            row.addWidget(part)
        self._parts[views[0][0]].setChecked(True)

    @property
    def code(self) -> str:
        """Of the view that is chosen."""
        return next(code for code, part in self._parts.items() if part.isChecked())

    def choose(self, code: str) -> None:
        """Chooses a view as a click does."""
        self._parts[code].click()
