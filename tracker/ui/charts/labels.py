# SPDX-License-Identifier: MIT
"""Words beside marks, and finding them a free place.

A label is lines of pieces (words, flag triangle, response chip). ``Places`` knows what is taken;
a label that fits nowhere is left out, and its mark still speaks on hover and on the side panel; a
telling value becomes a number that is explained below (``footnotes.py``).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from tracker.ui.charts.frame import Frame
from tracker.ui.charts.shapes import Box, Drawing, Fill, Painted, Path, Text, pen, triangle
from tracker.ui.glyphs import paint_response, response_width

_HALO = 2.0
_CELL = 16  # pixels of a column

Corner = tuple[float, float]
Edges = tuple[float, float, float, float]


class Piece(Protocol):
    """A part of a line of a label."""

    def width(self, frame: Frame) -> float:
        """Pixels it takes, with the space behind it."""

    def draw(self, drawing: Drawing, frame: Frame, x: float, middle: float) -> None:
        """Adds itself, its left end at ``x``, its middle at ``middle``."""


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: str
    colour: QColor
    px: float = 13
    bold: bool = False
    space: float = 0

    def width(self, frame: Frame) -> float:
        return frame.text_width(self.text, self.px, self.bold) + frame.z(self.space)

    def draw(self, drawing: Drawing, frame: Frame, x: float, middle: float) -> None:
        at = QPointF(x, frame.baseline(middle, self.px))
        drawing.add(Text(at, self.text, frame.font(self.px, self.bold), self.colour))


@dataclass(frozen=True, slots=True)
class Triangle:
    """The flag's shape: up for high, down for low."""

    colour: QColor
    up: bool
    px: float = 15

    def width(self, frame: Frame) -> float:
        return frame.z(self.px)

    def draw(self, drawing: Drawing, frame: Frame, x: float, middle: float) -> None:
        size = frame.z(self.px * 0.62)
        path = triangle(x + frame.z(self.px * 0.38), middle, size, up=self.up)
        drawing.add(Path(path, fill=self.colour))


@dataclass(frozen=True, slots=True)
class Chip:
    """A response. Without a date its edge is dashed."""

    code: str
    dated: bool

    def width(self, frame: Frame) -> float:
        return self._chip_width(frame) + frame.z(4)

    def draw(self, drawing: Drawing, frame: Frame, x: float, middle: float) -> None:
        look, code = frame.look, self.code
        width = self._chip_width(frame)
        if self.dated:
            centre = x + width / 2
            drawing.add(Painted(lambda p: paint_response(p, look, code, centre, middle)))
            return
        bad = code in {"PD", "iUPD", "iCPD"}
        colour = look.theme.overdue if bad else look.theme.done
        soft = look.theme.overdue_soft if bad else look.theme.done_soft
        height = frame.z(17)
        box = QRectF(x, middle - height / 2, width, height)
        radius = frame.z(3) if bad else height / 2
        text = frame.text_width(code, 12.5, bold=True)
        at = QPointF(x + (width - text) / 2, frame.baseline(middle, 12.5))
        drawing.add(
            Box(box, soft, pen(colour, 1.6, (3.5, 2.5)), radius),
            Text(at, code, frame.font(12.5, bold=True), colour),
        )

    def _chip_width(self, frame: Frame) -> float:
        if self.dated:
            return response_width(frame.look, self.code)
        return frame.text_width(self.code, 12.5, bold=True) + frame.z(14)


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of pieces; ``px`` is the size that spaces the lines."""

    lines: tuple[Line, ...]
    px: float = 13
    centred: bool = False

    def size(self, frame: Frame) -> tuple[float, float]:
        """Width and height in pixels."""
        width = max(sum(piece.width(frame) for piece in line) for line in self.lines)
        return width, frame.line_height(self.px) * len(self.lines)

    def draw(
        self, drawing: Drawing, frame: Frame, rect: QRectF, *, halo: QColor | None = None
    ) -> None:
        """Adds the label with its top left corner at that of ``rect``, over a halo of ``halo``."""
        height = frame.line_height(self.px)
        if halo is not None:
            drawing.add(Fill(rect.adjusted(-_HALO, 0, _HALO, 0), halo))
        for i, line in enumerate(self.lines):
            x, middle = rect.left(), rect.top() + height * (i + 0.5)
            if self.centred:
                x += (rect.width() - sum(piece.width(frame) for piece in line)) / 2
            for piece in line:
                piece.draw(drawing, frame, x, middle)
                x += piece.width(frame)


class Places:
    """What is taken inside a rectangle, by columns so that asking is quick."""

    def __init__(self, bounds: QRectF, frame: Frame) -> None:
        """No word crosses a break of ``frame``, and none a line if there is another place."""
        self._bounds = bounds.left(), bounds.top(), bounds.right(), bounds.bottom()
        self._lines = [frame.x(day) for day in (*frame.line_days, frame.as_of.toordinal())]
        self._columns: dict[int, list[Edges]] = defaultdict(list)
        self._crowd: NDArray[np.float64] = np.empty((4, 0))
        half = frame.z(7)
        for x in frame.breaks():
            self.take(x - half, bounds.top(), x + half, bounds.bottom())

    def take(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keeps others out of the rectangle."""
        for column in range(int(left) // _CELL, int(right) // _CELL + 1):
            self._columns[column].append((left, top, right, bottom))

    def take_rect(self, rect: QRectF) -> None:
        """Keeps others out of ``rect``."""
        self.take(rect.left(), rect.top(), rect.right(), rect.bottom())

    def take_all(self, edges: NDArray[np.float64]) -> None:
        """Keeps others out of many rectangles: left, top, right and bottom of each."""
        self._crowd = edges.T.copy()  # whole columns are compared

    def find(self, width: float, height: float, corners: Iterable[Corner]) -> QRectF | None:
        """The first free rectangle of that size with its top left at one of ``corners``, taken."""
        found = None
        for x, y in corners:
            if not self._is_free(x, y, x + width, y + height):
                continue
            found = found or (x, y)
            if not any(x < line < x + width for line in self._lines):
                found = x, y
                break
        if found is None:
            return None
        self.take(*found, found[0] + width, found[1] + height)
        return QRectF(*found, width, height)

    def _is_free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """It is inside and touches nothing that is taken."""
        first, highest, last, lowest = self._bounds
        if left < first or right > last or top < highest or bottom > lowest:
            return False
        for column in range(int(left) // _CELL, int(right) // _CELL + 1):
            for l, t, r, b in self._columns.get(column, ()):  # noqa: E741
                if left < r and l < right and top < b and t < bottom:
                    return False
        return not self._crowd.size or not self._meets_crowd(left, top, right, bottom)

    def _meets_crowd(self, left: float, top: float, right: float, bottom: float) -> bool:
        lefts, tops, rights, bottoms = self._crowd
        meets = (left < rights) & (lefts < right) & (top < bottoms) & (tops < bottom)
        return bool(meets.any())


def fitted(frame: Frame, words: Words, width: float) -> Words:
    """``words`` in a smaller size where they would be wider than ``width`` pixels."""
    return replace(words, px=words.px * min(1, width / max(words.width(frame), 1)))


def wrapped(
    frame: Frame, text: str, px: float, width: float, *, bold: bool = False
) -> Sequence[str]:
    """``text`` in lines of at most ``width`` pixels, broken at blanks, or anywhere without them."""
    words = text.split(" ") if " " in text else list(text)
    glue = " " if " " in text else ""
    lines = [words[0]]
    for word in words[1:]:
        longer = lines[-1] + glue + word
        if frame.text_width(longer, px, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
