# SPDX-License-Identifier: MIT
"""What every part of a lifeline shares: the look, the time map, the switches, and words."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from tracker.domain.lifeline import Mark
from tracker.domain.timemap import TimeMap
from tracker.ui.theme import Look, font

NAMES_WIDTH = 112  # the column of lane names and value ticks
RIGHT_MARGIN = 16  # room for the arrow heads of what goes on


@dataclass(frozen=True, slots=True)
class View:
    """The switches of the tool bar. ``divided``: every result as a multiple of its own limit."""

    bands: bool = True
    log: bool = True
    divided: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One drawing's circumstances.

    ``width`` is the pixels that the time from 0 to 1 takes; ``line_days`` are the days whose line
    runs through all lanes, which words avoid when they can.
    """

    look: Look
    time: TimeMap
    width: float
    view: View
    as_of: date
    locale: QLocale
    line_days: tuple[int, ...] = ()

    def z(self, size: float) -> float:
        """A size of the design in pixels, zoomed."""
        return size * self.look.zoom

    def x(self, day: float) -> float:
        """The pixel of a day."""
        return self.time.x(day) * self.width

    def xs(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """The pixels of many days."""
        return np.interp(days, self.time.days, self.time.xs) * self.width

    def date_x(self, day: date) -> float:
        """The pixel at which a calendar day begins."""
        return self.x(day.toordinal())

    def extent(self, mark: Mark, least: float = 0) -> tuple[float, float] | None:
        """Left and right pixel of a dated mark, at least ``least`` wide around its middle."""
        if mark.span is None:
            return None
        left, right = self.x(mark.span[0]), self.x(mark.span[1])
        if right - left < least:
            middle = (left + right) / 2
            left, right = middle - least / 2, middle + least / 2
            if right > self.width:
                left, right = self.width - least, self.width
        return left, right

    def breaks(self) -> list[float]:
        """The pixels of the breaks."""
        return [x * self.width for x in self.time.breaks]

    def wall(self, x: float) -> float:
        """Where what begins at ``x`` and claims no time of its own has to end: at a break."""
        return min((b - self.z(8) for b in self.breaks() if b > x), default=self.width)

    def stretches(self, left: float, right: float) -> list[tuple[float, float]]:
        """The part from ``left`` to ``right`` cut at the breaks, with room for the zigzag."""
        gap, pieces = self.z(7), []
        for x in self.breaks():
            if left < x < right:
                pieces.append((left, x - gap))
                left = x + gap
        return [(a, b) for a, b in (*pieces, (left, right)) if b > a]

    def ground(self, x: float) -> QColor:
        """The colour of the page at a pixel: the compressed part is tinted."""
        theme, window = self.look.theme, self.time.window
        inside = self.x(window[0]) <= x <= self.x(window[1])
        return theme.surface if inside or not self.time.breaks else theme.compressed

    def date_text(self, day: date) -> str:
        """A day as it is written in the language of the window."""
        if self.locale.language() in {QLocale.Language.English, QLocale.Language.C}:
            return self.locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
        return day.isoformat()

    def font(self, px: float, bold: bool = False) -> QFont:
        """A font of a design size."""
        return self.look.font(px, bold)

    def text_width(self, text: str, px: float, bold: bool = False) -> float:
        """Pixels one line of text takes."""
        return _advance(text, self.look.px(px), bold)

    def line_height(self, px: float) -> float:
        """Pixels from one line of a design size to the next; enough for Chinese."""
        return self.z(px * 1.3)

    def baseline(self, middle: float, px: float) -> float:
        """The base line of a line of text whose digits are centred on ``middle``."""
        return middle + self.z(px) * 0.36


@lru_cache(maxsize=4096)
def _advance(text: str, px: int, bold: bool) -> float:
    return QFontMetricsF(font(px, bold)).horizontalAdvance(text)
