# SPDX-License-Identifier: MIT
"""Shapes in their hundreds: rows of numbers that Qt reads where they lie, without an object each.

An object of Python per line or dot costs more to make and to forget than its drawing.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QPixmap
from shiboken6 import Shiboken

Rows = NDArray[np.float64]
Each = TypeVar("Each")

_PHASES: Final = 8  # places between two pixels at which a dot is stamped


@dataclass(frozen=True, slots=True, eq=False)
class ManyLines:
    """Straight lines of one pen: x and y of one end and of the other in each row."""

    rows: Rows
    pen: QPen

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen)
        painter.drawLines(*_read(self.rows, QLineF))


@dataclass(frozen=True, slots=True, eq=False)
class ManyFills:
    """Filled rectangles of one colour: left, top, width and height in each row."""

    rows: Rows
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawRects(*_read(self.rows, QRectF))


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """Filled circles of one size and colour: x and y of the centre in each row.

    Where there are pixels they are stamped, at the nearest eighth of one; on paper each is drawn.
    """

    centres: Rows
    diameter: float
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        if painter.paintEngine().type() is QPaintEngine.Type.Raster:
            self._stamp(painter)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        radius = self.diameter / 2
        for x, y in self.centres.tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _stamp(self, painter: QPainter) -> None:
        """In pixels of the screen, so that a stamp is copied and never scaled."""
        screen = painter.deviceTransform()
        stamps, side = _stamps(self.diameter * screen.m11(), self.colour.rgba())
        scale, origin = (screen.m11(), screen.m22()), (screen.dx(), screen.dy())
        eighths = np.rint((self.centres * scale + origin) * _PHASES)
        whole, phase = np.divmod(eighths, _PHASES)
        fragments = np.zeros((len(whole), 10))
        fragments[:, 0:2] = whole + (side / 2 - side // 2)
        fragments[:, 2:4] = phase * side
        fragments[:, 4:6] = side
        fragments[:, 6:8] = 1  # its scale
        fragments[:, 9] = 1  # its opacity
        painter.save()
        painter.setWorldTransform(screen.inverted()[0] * painter.worldTransform())
        painter.drawPixmapFragments(*_read(fragments, QPainter.PixmapFragment), stamps)
        painter.restore()


def _read(rows: Rows, kind: type[Each]) -> tuple[Each, int]:
    """``rows`` as Qt takes an array: the first one, and how many lie in memory from there on.

    Raises:
        ValueError: they do not lie there as Qt would step through them.
    """
    if rows.dtype != np.float64 or not rows.flags.c_contiguous:
        msg = f"no plain rows of numbers: {rows.dtype}, strides {rows.strides}"
        raise ValueError(msg)
    return cast(Each, Shiboken.wrapInstance(rows.ctypes.data, kind)), len(rows)


@lru_cache(maxsize=64)
def _stamps(diameter: float, rgba: int) -> tuple[QPixmap, int]:
    """A circle at each eighth of a pixel, to the right and down, and the pixels of a side."""
    side = ceil(diameter) + 3
    drawn = QPixmap(side * _PHASES, side * _PHASES)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(rgba))
    for i in range(_PHASES):
        for j in range(_PHASES):
            centre = QPointF(i * (side + 1 / _PHASES), j * (side + 1 / _PHASES))
            middle = QPointF(side // 2, side // 2)
            painter.drawEllipse(centre + middle, diameter / 2, diameter / 2)
    painter.end()
    return drawn, side
