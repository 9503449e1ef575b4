# SPDX-License-Identifier: MIT
"""Values whose words found no free place: a small number at the mark, explained under the chart."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Label, Line
from tracker.ui.charts.shapes import Dot, Drawing, Text, pen

ROW: Final = 18.0  # pixels of a row of explanations
SIDE: Final = 15.0  # of the square that a number takes
_PX: Final = 11
_GAP: Final = 22.0


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a circle."""

    number: int

    def width(self, frame: Frame) -> float:
        return frame.z(SIDE + 4)

    def draw(self, drawing: Drawing, frame: Frame, x: float, middle: float) -> None:
        theme, radius = frame.look.theme, frame.z(SIDE) / 2
        text = str(self.number)
        at = x + radius - frame.text_width(text, _PX, bold=True) / 2
        drawing.add(
            Dot(QPointF(x + radius, middle), radius - 1, theme.surface, pen(theme.text2, 1)),
            Text(
                QPointF(at, frame.baseline(middle, _PX)),
                text,
                frame.font(_PX, bold=True),
                theme.text,
            ),
        )


class Footnotes:
    """The explanations of one plate, numbered in the order in which they are asked for."""

    def __init__(self) -> None:
        self._notes: list[Label] = []

    def add(self, words: Line) -> Numeral:
        """Explains a mark by ``words``; gives the number to draw at it."""
        numeral = Numeral(len(self._notes) + 1)
        self._notes.append(Label(((numeral, *words),), 12))
        return numeral

    def rows(self, frame: Frame, width: float) -> int:
        """How many rows the explanations take."""
        return max((row for row, *_ in self._places(frame, width)), default=-1) + 1

    def draw(self, frame: Frame, width: float) -> Drawing:
        """The explanations beside each other, in rows not wider than ``width`` pixels."""
        drawing, height = Drawing(), frame.z(ROW)
        for row, x, label in self._places(frame, width):
            wide, tall = label.size(frame)
            rect = QRectF(x, row * height + (height - tall) / 2, wide, tall)
            label.draw(drawing, frame, rect)
        return drawing

    def _places(self, frame: Frame, width: float) -> list[tuple[int, float, Label]]:
        """Row and left pixel of each explanation."""
        found: list[tuple[int, float, Label]] = []
        row, x = 0, 0.0
        for label in self._notes:
            wide = label.size(frame)[0]
            if x and x + wide > width:
                row, x = row + 1, 0.0
            found.append((row, x, label))
            x += wide + frame.z(_GAP)
        return found
