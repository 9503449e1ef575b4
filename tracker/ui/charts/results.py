# SPDX-License-Identifier: MIT
"""Results of a marker as columns of numbers, so that hundreds are placed and drawn in few calls.

Two results of a pixel, the lowest and the highest, stand for all that fall on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from tracker.domain.lifeline import MarkerPoint, MarkerSeries
from tracker.domain.records.marker import Flag
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.scale import Scale
from tracker.ui.charts.shapes import Hit

CROWDED: Final = 200  # results above which they are drawn in few calls
DOT: Final = 8.0  # pixels, the edge included
FLAGS: Final = (None, *Flag)
_THOUSANDS: Final = 1000  # results above which only those that are drawn can be pointed at

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """What of a marker's results neither the size nor the window of the chart changes.

    Attributes:
        points: those with a number and a place in time; ``lost`` are the others.
        days, values: where each is drawn; the first day when it is a range.
        plain: whether the day is known and the number is no limit of the assay.
        flags: the place of each flag in ``FLAGS``.
    """

    points: tuple[MarkerPoint, ...]
    lost: tuple[MarkerPoint, ...]
    days: Numbers
    values: Numbers
    plain: NDArray[np.bool_]
    flags: NDArray[np.intp]

    @classmethod
    def of(cls, series: MarkerSeries, *, divided: bool) -> "Results":
        """Reads a series; ``divided``: as multiples of the own limit."""
        points, lost, days, values, plain, flags = [], [], [], [], [], []
        for point in series.points:
            value = shown_value(point, divided=divided)
            span = point.span
            if value is None or not (span or point.place or point.when.earliest):
                lost.append(point)
                continue
            points.append(point)
            days.append(point.order_day or 0)
            values.append(value)
            plain.append(point.day_known and not point.censored)
            flags.append(FLAGS.index(point.flag))
        return cls(
            tuple(points),
            tuple(lost),
            np.array(days, float),
            np.array(values, float),
            np.array(plain, bool),
            np.array(flags, int),
        )

    def range(self) -> list[float]:
        """The lowest and the highest value; nothing without results."""
        return [float(self.values.min()), float(self.values.max())] if self.points else []


class Crowd:
    """Many results at one size and window.

    Attributes:
        at: which of the results are drawn.
        x, y: the middle of each of these, as if all were plain.
    """

    def __init__(self, results: Results, frame: Frame, scale: Scale) -> None:
        self._results, self._frame, self._scale = results, frame, scale
        self.at = _telling(frame.xs(results.days), results.values)
        self.x, self.y = self._middles(self.at)

    @property
    def plain(self) -> NDArray[np.bool_]:
        """Which of those that are drawn are plain."""
        return self._results.plain[self.at]

    def apart(self) -> Iterator[tuple[int, MarkerPoint]]:
        """The others, each with its place in ``x`` and ``y``."""
        for place in np.flatnonzero(~self.plain).tolist():
            yield place, self._results.points[self.at[place]]

    def most_telling(self) -> list[MarkerPoint]:
        """First, lowest, highest and newest result, in order of time."""
        values = self._results.values
        ends = {0, int(values.argmin()), int(values.argmax()), len(values) - 1}
        return [self._results.points[i] for i in sorted(ends)]

    def dots(self) -> dict[Flag | None, Numbers]:
        """The middles of the plain ones by flag, in the order in which the flags come."""
        flags = np.where(self.plain, self._results.flags[self.at], -1)
        centres = np.stack((self.x, self.y), axis=1)
        present = dict.fromkeys(flags[self.plain].tolist())
        return {FLAGS[flag]: centres[flags == flag] for flag in present}

    def edges(self) -> Numbers:
        """Left, top, right and bottom of each plain one that is drawn."""
        half = self._frame.z(DOT) / 2
        x, y = self.x[self.plain], self.y[self.plain]
        return np.stack((x - half, y - half, x + half, y + half), axis=1)

    def hits(self) -> Iterator[Hit]:
        """Where the plain ones are pointed at: all of them while there are no thousands."""
        points, size = self._results.points, self._frame.z(DOT)
        found = self.at if len(points) > _THOUSANDS else np.arange(len(points))
        found = found[self._results.plain[found]]
        middles = (each.tolist() for each in self._middles(found))
        for i, x, y in zip(found.tolist(), *middles, strict=True):
            left, top = x - size / 2 - 3, y - size / 2 - 4
            yield Hit(QRectF(left, top, size + 6, size + 8), points[i])

    def _middles(self, at: NDArray[np.intp]) -> tuple[Numbers, Numbers]:
        left = _left_ends(self._results.days[at], self._frame)
        return left + self._frame.z(DOT) / 2 - 1, self._scale.ys(self._results.values[at])


def shown_value(point: MarkerPoint, *, divided: bool) -> float | None:
    """What the axis shows of a result, or None when it has no such number."""
    if not divided:
        return point.number
    return point.number / point.upper if point.number is not None and point.upper else None


def _left_ends(days: Numbers, frame: Frame) -> Numbers:
    """As ``Frame.extent`` places days that are known."""
    least = frame.z(DOT)
    left, right = frame.xs(days), frame.xs(days + 1)
    middle = (left + right) / 2
    narrow = np.minimum(middle - least / 2, frame.width - least)
    return np.where(right - left < least, narrow, left)


def _telling(x: Numbers, values: Numbers) -> NDArray[np.intp]:
    """The first lowest and the first highest result of each pixel, in their order."""
    starts_one = np.diff(x.astype(int), prepend=-1) != 0
    starts, groups = np.flatnonzero(starts_one), np.cumsum(starts_one) - 1
    kept = np.zeros(len(values), bool)
    for ends in (np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)):
        found = np.flatnonzero(values == ends[groups])
        kept[found[np.diff(groups[found], prepend=-1) != 0]] = True
    return np.flatnonzero(kept)
