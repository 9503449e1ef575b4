# SPDX-License-Identifier: MIT
"""Where what lasts is placed: the pixels of each bar, and its row among the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.domain.lifeline import AdverseEvent, Bar, Course, Lane, LaneKind
from tracker.ui.charts.frame import Frame

MOST_ROWS: Final = 5
ARROW: Final = 7  # pixels of the head of what goes on
BADGE: Final = 22  # pixels of the grade left of an adverse event
PX: Final = 13  # of the words of a bar
_GAP: Final = 8  # pixels between two bars of a row
_PITCH: Final = {LaneKind.ADVERSE_EVENTS: 21.0}  # pixels from row to row; else 31


class Timed(NamedTuple):
    """A bar and how its ends are known."""

    bar: Bar
    start_known: bool
    end_known: bool
    one_day: bool


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """What of the bars of a lane neither the size nor the window of the chart changes.

    Attributes:
        timed: in order of time.
        days: of each the first day it may have begun and the one after the last, then the first
            it may have ended and the one after the last; no number where a side is open.
    """

    timed: tuple[Timed, ...]
    days: NDArray[np.float64]

    @classmethod
    def of(cls, lane: Lane) -> "Bars":
        """Reads a lane."""
        bars = [mark for mark in lane.marks if isinstance(mark, Bar)]
        bars.sort(key=lambda bar: bar.order_day or 0)
        days = np.array([_days(bar) for bar in bars], float).reshape(-1, 4)
        return cls(tuple(map(_timed, bars)), days)


class Extent(NamedTuple):
    """The pixels of a bar and how its ends are known."""

    left: float
    right: float
    fade_in: float = 0
    fade_out: float = 0
    hard_left: bool = False
    hard_right: bool = False
    arrow: bool = False
    undated: bool = False
    tick: bool = False

    @classmethod
    def of(cls, timed: Timed, pixels: Sequence[float], frame: Frame) -> "Extent | None":
        """Where a bar is, or None when neither a date nor an order places it.

        Args:
            timed: the bar.
            pixels: of its four days.
            frame: they were found with.
        """
        bar, hard, hard_right, one_day = timed
        left, sure, ends, right = pixels
        if isnan(left):
            return _undated(bar, frame)
        fade_in = 0.0 if hard else sure - left
        if bar.ongoing:
            right = max(frame.date_x(frame.as_of), left + frame.z(4))
            return cls(left, right, fade_in, 0, hard, arrow=True)
        if isnan(right):
            least = frame.z(124 if isinstance(bar, AdverseEvent) else 84)
            least = max(least, title_width(bar, frame) + frame.z(20))
            right = max(left + least, sure + frame.z(24))
            right = max(min(right, frame.wall(sure)), sure, left + frame.z(6))
            return cls(left, right, fade_in, min(right - sure, (right - left) * 0.4), hard)
        if one_day:
            return cls(left - 1, left + frame.z(4), tick=True)
        right = max(right, left + frame.z(4))
        fade_out = 0.0 if hard_right else right - (left if isnan(ends) else ends)
        return cls(left, right, fade_in, fade_out, hard, hard_right)

    @property
    def sharp(self) -> bool:
        """The first and the last day are known."""
        return self.hard_left and self.hard_right


class Row(NamedTuple):
    """One bar with its row, its pixels and those of its title."""

    bar: Bar
    extent: Extent
    row: int
    title: float


def packed(bars: Bars, frame: Frame) -> Sequence[Row]:
    """The bars in rows, in order of time; a boost hangs right below its course."""
    gap, ends, rows = frame.z(_GAP), list[float](), list[Row]()
    for timed, pixels in zip(bars.timed, frame.xs(bars.days).tolist(), strict=True):
        extent, bar = Extent.of(timed, pixels, frame), timed.bar
        if extent is None:
            continue
        if extent.undated:
            extent = _after(extent, ends[0] + gap if ends else 0, frame)
        title = title_width(bar, frame)
        left, right = _claimed(bar, extent, title, frame)
        if isinstance(bar, Course) and bar.beneath and rows:
            row = min(rows[-1].row + 1, MOST_ROWS - 1)
        else:
            row = _free_row(ends, gap, left)
        ends += [float("-inf")] * (row + 1 - len(ends))
        ends[row] = max(ends[row], right)
        rows.append(Row(bar, extent, row, title))
    return rows


def row_pitch(kind: LaneKind) -> float:
    """Design pixels from one row to the next."""
    return _PITCH.get(kind, 31.0)


def title_width(bar: Bar, frame: Frame) -> float:
    """The pixels of a bar's title."""
    return frame.text_width(bar.title, PX, bold=True)


def _free_row(ends: Sequence[float], gap: float, left: float) -> int:
    """The first row that ends a gap before ``left``, else a new one, else the one to end first."""
    for row, end in enumerate(ends):
        if end + gap <= left:
            return row
    return len(ends) if len(ends) < MOST_ROWS else ends.index(min(ends))


def _days(bar: Bar) -> tuple[float, float, float, float]:
    first, sure = bar.span or (nan, nan)
    end = bar.end
    ends = end.earliest.toordinal() if end and end.earliest else nan
    return first, sure, ends, end.latest.toordinal() + 1 if end and end.latest else nan


def _timed(bar: Bar) -> Timed:
    end = bar.end.day if bar.end else None
    return Timed(bar, bar.day_known, end is not None, end is not None and end == bar.when.day)


def _undated(bar: Bar, frame: Frame) -> Extent | None:
    if bar.place:
        left = frame.date_x(bar.place[0])
    elif bar.when.earliest:
        left = frame.date_x(bar.when.earliest)
    else:
        return None
    # the box is as wide as its words: a width would look like a duration
    inner = title_width(bar, frame) + frame.z(12)
    right = min(left + inner, max(frame.wall(left), left + frame.z(24)), frame.width)
    return Extent(min(left, right - frame.z(24)), right, undated=True)


def _after(extent: Extent, free: float, frame: Frame) -> Extent:
    """A box without a date, moved on a little to stay in the first row: only its order counts."""
    shift = free - extent.left
    if not 0 < shift < frame.z(48) or extent.right + shift > frame.width:
        return extent
    return extent._replace(left=extent.left + shift, right=extent.right + shift)


def _claimed(bar: Bar, extent: Extent, title: float, frame: Frame) -> tuple[float, float]:
    """The pixels a bar needs to itself: a title that does not fit inside stands at its right."""
    left, right = extent.left, extent.right + (ARROW if extent.arrow else 0)
    if isinstance(bar, AdverseEvent):
        left -= frame.z(BADGE)
    if extent.tick or title + frame.z(6) > extent.right - extent.left:
        words = title + frame.z(8)
        if extent.tick:
            words += frame.text_width(bar.caption, PX) + frame.z(6)
        if right + words <= frame.width:
            return left, right + words
        return left - words, right
    return left, right
