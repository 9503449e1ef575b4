# SPDX-License-Identifier: MIT
"""The time axis, the ground with its grid, and the strip that shows the course at true scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QLocale, QRectF

from tracker.domain.dates import add_months
from tracker.domain.lifeline import Course, LaneKind, Lifeline, Tone
from tracker.domain.timemap import TimeMap
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Words
from tracker.ui.charts.shapes import RELAPSE, Box, Drawing, Fill, Lines, hairline, pen
from tracker.ui.charts.tones import tone_line

translate = QCoreApplication.translate

LEAST_MONTH: Final = 34.0  # pixels a month's name takes; where months are narrower, fewer are named


def ground(frame: Frame, height: float) -> Drawing:
    """The tint of the compressed part, and a line per month (per year where months are narrow)."""
    drawing, theme = Drawing(), frame.look.theme
    _tint(drawing, frame, height)
    for month in months(frame.time, frame.width, frame.look.zoom):
        if month.lined:
            line = hairline(month.x, 0, height=height)
            drawing.add(Fill(line, theme.line2 if month.strong else theme.line))
    return drawing


def milestone_lines(drawing: Drawing, frame: Frame, height: float) -> None:
    """The lines that run through all lanes, below the symbols and the words of each."""
    lines = tuple(QLineF(x, 0, x, height) for x in map(frame.x, frame.line_days))
    if lines:
        drawing.add(Lines(lines, pen(frame.look.theme.overdue, 1.4, RELAPSE)))


def time_axis(frame: Frame, height: float) -> Drawing:
    """Years in bold above months, and how strongly the rest is compressed."""
    drawing, theme = Drawing(), frame.look.theme
    _tint(drawing, frame, height)
    upper, lower = height * 0.26, height * 0.70
    year_end = month_end = float("-inf")
    shown = months(frame.time, frame.width, frame.look.zoom)
    for place, (first, x, _, named) in enumerate(shown):
        starts = x <= 0.5 or _after_break(frame, first)
        if first.month == 1 or starts:
            year_end = _year_name(drawing, frame, first, x, upper, year_end)
        if not named and not (starts and frame.time.in_window(first.toordinal())):
            if first.month == 1:
                drawing.add(Fill(hairline(x, height - 4, height=4), theme.line2))
            continue
        top = 0 if first.month == 1 or x <= 0.5 else height - frame.z(7)
        drawing.add(Fill(hairline(x, top, height=height - top), theme.line2))
        name = Words(frame.locale.standaloneMonthName(first.month, _SHORT), theme.text2, 13)
        at = x + frame.z(6)
        later = (month.x for month in shown[place + 1 :] if month.named)
        room = frame.wall(x) if named else next(later, frame.width)
        if at > month_end and at + name.width(frame) < room:
            name.draw(drawing, frame, at, lower)
            month_end = at + name.width(frame)
    _compression(drawing, frame, lower)
    drawing.add(Fill(hairline(0, height - 1, width=frame.width), theme.line2))
    return drawing


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole course at one scale, with the wide window framed: what keeps the axis honest.

    In three parts, because the courses stay where they are when the window moves.
    """

    frame: Frame

    def ground(self) -> Drawing:
        """The track, and the window as a tint on it."""
        drawing, theme, z = Drawing(), self.frame.look.theme, self.frame.z
        drawing.add(Box(self._track, theme.sunken, pen(theme.line2), z(4)))
        if self.frame.time.breaks:
            drawing.add(Box(self._framed, theme.accent_soft, None, z(4)))
        return drawing

    def courses(self, model: Lifeline) -> Drawing:
        """The courses and the milestones, the same for every window."""
        drawing, theme, track = Drawing(), self.frame.look.theme, self._track
        rows = {Tone.CHEMOTHERAPY: 0.32, Tone.RADIOTHERAPY: 0.62, Tone.IMMUNOTHERAPY: 0.75}
        for lane in model.lanes:
            if lane.kind not in {LaneKind.DRUGS, LaneKind.RADIOTHERAPY}:
                continue
            for course in lane.marks:
                if not isinstance(course, Course) or course.order_day is None:
                    continue
                colour = tone_line(theme, course.tone)
                end = course.end.latest if course.end else None
                last = model.as_of.toordinal() if course.ongoing else end and end.toordinal()
                left = self._x(course.order_day)
                right = max(self._x(last or course.order_day), left + self.frame.z(6))
                y = track.top() + track.height() * rows.get(course.tone, 0.5)
                drawing.add(Box(QRectF(left, y - 2, right - left, 4), colour, None, 2))
        for milestone in model.milestones:
            if milestone.order_day is not None:
                rect = hairline(self._x(milestone.order_day), track.top(), height=track.height())
                drawing.add(Fill(rect, theme.overdue))
        return drawing

    def window(self) -> Drawing:
        """The frame around the window with its months, and the years that do not touch them."""
        drawing, theme, frame = Drawing(), self.frame.look.theme, self.frame
        first, last = self._ends
        month_line = self._track.bottom() + frame.z(12)
        taken = float("-inf")
        if frame.time.breaks:
            taken = _strip_window(drawing, frame, self._framed, month_line)
        for year in range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1):
            at = self._x(date(year, 1, 1).toordinal())
            drawing.add(Fill(hairline(at, self._track.bottom() + 2, height=5), theme.line2))
            name = Words(str(year), theme.text2, 12)
            if at + 5 > taken and at + 5 + name.width(frame) < frame.width:
                name.draw(drawing, frame, at + frame.z(5), month_line)
                taken = at + name.width(frame) + frame.z(14)
        return drawing

    @property
    def _ends(self) -> tuple[int, int]:
        return int(self.frame.time.days[0]), int(self.frame.time.days[-1])

    @property
    def _track(self) -> QRectF:
        z = self.frame.z
        return QRectF(0.5, z(7) + 0.5, self.frame.width - 1, z(18))

    @property
    def _framed(self) -> QRectF:
        left, right = map(self._x, self.frame.time.window)
        return QRectF(left, self._track.top() - 2, right - left, self._track.height() + 4)

    def _x(self, day: float) -> float:
        first, last = self._ends
        return (day - first) / (last - first) * self.frame.width


_LEAST_TICK: Final = 5.0  # pixels: a narrower month belongs to its year
_SHORT = QLocale.FormatType.ShortFormat


class Month(NamedTuple):
    """One month on the axis: where it begins, the pixels it takes, and whether it is named."""

    first: date
    x: float
    wide: bool
    named: bool

    @property
    def lined(self) -> bool:
        """A line stands at its first day; where no month is named, only at those of years."""
        return self.named or self.first.month == 1

    @property
    def strong(self) -> bool:
        """Its line is that of a year, and the months of that year can be told apart."""
        return self.wide and self.first.month == 1


@lru_cache(maxsize=1)  # the axis and every lane of a plate have the same ones
def months(time: TimeMap, width: float, zoom: float) -> Sequence[Month]:
    """The months of a course in pixels."""
    firsts = _firsts(int(time.days[0]), ceil(time.days[-1]))
    days = np.array([first.toordinal() for first in firsts], float)
    xs = np.interp(days, time.days, time.xs) * width
    taken = np.diff(xs) / zoom
    return tuple(
        Month(first, x, of_it >= _LEAST_TICK, _is_named(time, first, of_it))
        for first, x, of_it in zip(firsts, xs.tolist(), taken.tolist(), strict=False)
    )


@lru_cache(maxsize=8)
def _firsts(first: int, end: int) -> Sequence[date]:
    """The first day of each month, from that of day ``first`` to the one at or after ``end``."""
    days = [date.fromordinal(first).replace(day=1)]
    while days[-1].toordinal() < end:
        days.append(add_months(days[-1], 1))
    return tuple(days)


def _tint(drawing: Drawing, frame: Frame, height: float) -> None:
    compressed = frame.look.theme.compressed
    for left, right in frame.stretches(0, frame.width):
        if frame.ground((left + right) / 2) is compressed:
            drawing.add(Fill(QRectF(left, 0, right - left, height), compressed))


def _is_named(time: TimeMap, first: date, width: float) -> bool:
    """The month has a line and a name: all, or every third or sixth; none where compressed."""
    if width < _LEAST_TICK or not time.in_window(first.toordinal()):
        return False
    every = next((n for n in (1, 3, 6) if width * n >= LEAST_MONTH), 12)
    return (first.month - 1) % every == 0


def _after_break(frame: Frame, first: date) -> bool:
    """The wide window starts with this month, behind a break at its left."""
    return bool(frame.time.breaks) and first.toordinal() == frame.time.window[0]


def _next_year(frame: Frame, first: date) -> float:
    return frame.date_x(date(first.year + 1, 1, 1))


def _year_name(
    drawing: Drawing, frame: Frame, first: date, x: float, middle: float, taken: float
) -> float:
    name = Words(str(first.year), frame.look.theme.text, 13, bold=True)
    at = x + frame.z(6)
    if any(abs(b - x) < frame.z(8) for b in frame.breaks()):
        at += frame.z(6)
    room = min(frame.wall(x), _next_year(frame, first) if first.month > 1 else frame.width)
    if at > taken and at + name.width(frame) <= room:
        name.draw(drawing, frame, at, middle)
        return at + name.width(frame) + frame.z(8)
    return taken


def _compression(drawing: Drawing, frame: Frame, middle: float) -> None:
    for left, right in frame.stretches(0, frame.width):
        if not frame.time.breaks or frame.ground((left + right) / 2) is frame.look.theme.surface:
            continue
        text = translate("Chart", "compressed {n} ×").format(n=round(frame.time.ratio))
        for shown in (text, f"{round(frame.time.ratio)} ×"):
            words = Words(shown, frame.look.theme.text3, 12)
            if words.width(frame) < right - left:
                words.draw(drawing, frame, (left + right - words.width(frame)) / 2, middle)
                break


def _strip_window(drawing: Drawing, frame: Frame, framed: QRectF, middle: float) -> float:
    theme, z = frame.look.theme, frame.z
    drawing.add(Box(framed, None, pen(theme.accent, 2), z(4)))
    for x in (framed.left(), framed.right()):
        handle = QRectF(x - z(2.5), framed.center().y() - z(5), z(5), z(10))
        drawing.add(Box(handle, theme.accent, None, z(2)))
    start = date.fromordinal(frame.time.window[0])
    end = date.fromordinal(frame.time.window[1] - 1)
    name = Words(f"{_month_text(frame, start)} – {_month_text(frame, end)}", theme.accent, 12)
    at = min(max(framed.left(), 0), frame.width - name.width(frame))
    name.draw(drawing, frame, at, middle)
    return at + name.width(frame) + z(8)


def _month_text(frame: Frame, day: date) -> str:
    if frame.locale.language() in {QLocale.Language.English, QLocale.Language.C}:
        return f"{frame.locale.standaloneMonthName(day.month, _SHORT)} {day.year}"
    return day.isoformat()[:7]
