# SPDX-License-Identifier: MIT
"""The few graphics items of the screen: they replay drawings, cached as pixels until they change.

Without the cache every move of the cross hair would repaint all marks below it in Python.
"""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from tracker.ui.charts.plate import AXIS, Panel
from tracker.ui.charts.shapes import Drawing, pen
from tracker.ui.theme import Look


class DrawingItem(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    """One drawing in pixels. Its parent is the view box itself, so nothing is ever stretched."""

    def __init__(self, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self._rect = QRectF()
        self._drawing = Drawing()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_panel(self, panel: Panel) -> None:
        """Takes another drawing, at the panel's place in the parent; the same one stays."""
        rect = QRectF(QPointF(), panel.rect.size())
        if self.pos() != panel.rect.topLeft() or self._rect != rect:
            self.prepareGeometryChange()
            self.setPos(panel.rect.topLeft())
            self._rect = rect
        if self._drawing is not panel.drawing:
            self._drawing = panel.drawing
            self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        self._drawing.paint(painter)


class Pointer(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    """The cross hair with its day, and the frame around the selected mark; above everything."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rect, self._time = QRectF(), QRectF()
        self._cross: float | None = None
        self._day = ""
        self._selected: Sequence[QRectF] = ()

    def resize(self, size: QSizeF, time: QRectF) -> None:
        """``time`` is where an x means a day."""
        self.prepareGeometryChange()
        self._rect, self._time = QRectF(QPointF(), size), time
        self._cross = None

    def set_cross(self, x: float | None, day: str) -> None:
        """Puts the line at ``x`` and writes ``day`` on the axis; None takes it away."""
        if x != self._cross:
            for place in (self._cross, x):
                if place is not None:
                    self.update(QRectF(place - 80, 0, 160, self._rect.height()))
            self._cross, self._day = x, day

    def set_selected(self, rects: Sequence[QRectF]) -> None:
        """Frames the places of the selected mark."""
        self._selected = rects
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(theme.accent, 2))
        for rect in self._selected:
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 4, 4)
        if self._cross is None:
            return
        line = QRectF(round(self._cross), self._look.px(AXIS) - 4, 1, self._time.bottom())
        painter.fillRect(line, theme.control)
        painter.setFont(self._look.font(12, bold=True))
        width = painter.fontMetrics().horizontalAdvance(self._day) + 12
        left = min(max(self._cross - width / 2, self._time.left()), self._rect.right() - width)
        box = QRectF(left, self._look.px(AXIS) - self._look.px(18), width, self._look.px(17))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.accent_text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._day)


def bare_viewbox() -> pg.ViewBox:
    """A view box that only clips: no wheel zoom, no menu, no padding, no automatic range."""
    box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
    box.disableAutoRange()
    return box
