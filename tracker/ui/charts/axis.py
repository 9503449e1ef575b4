# SPDX-License-Identifier: MIT
"""The time axis, the ground with its grid, and the strip that shows the course at true scale."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

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
    for x, strong in _grid(frame.time, frame.width, frame.look.zoom):
        drawing.add(Fill(hairline(x, 0, height=height), theme.line2 if strong else theme.line))
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
    for first in _months(frame.time):
        x = frame.date_x(first)
        starts = x <= 0.5 or _after_break(frame, first)
        if first.month == 1 or starts:
            year_end = _year_name(drawing, frame, first, x, upper, year_end)
        if not _named(frame, first) and not (starts and frame.time.in_window(first.toordinal())):
            if first.month == 1:
                drawing.add(Fill(hairline(x, height - 4, height=4), theme.line2))
            continue
        top = 0 if first.month == 1 or x <= 0.5 else height - frame.z(7)
        drawing.add(Fill(hairline(x, top, height=height - top), theme.line2))
        name = Words(frame.locale.standaloneMonthName(first.month, _SHORT), theme.text2, 13)
        at = x + frame.z(6)
        room = frame.wall(x) if _named(frame, first) else _next_named(frame, first)
        if at > month_end and at + name.width(frame) < room:
            name.draw(drawing, frame, at, lower)
            month_end = at + name.width(frame)
    _compression(drawing, frame, lower)
    drawing.add(Fill(hairline(0, height - 1, width=frame.width), theme.line2))
    return drawing


def strip(model: Lifeline, frame: Frame) -> Drawing:
    """The whole course at one scale, with the wide window framed: what keeps the axis honest."""
    drawing, theme = Drawing(), frame.look.theme
    first, last = frame.time.days[0], frame.time.days[-1]

    def x(day: float) -> float:
        return (day - first) / (last - first) * frame.width

    track = QRectF(0.5, frame.z(7) + 0.5, frame.width - 1, frame.z(18))
    drawing.add(Box(track, theme.sunken, pen(theme.line2), frame.z(4)))
    window = [x(day) for day in frame.time.window]
    framed = QRectF(window[0], track.top() - 2, window[1] - window[0], track.height() + 4)
    if frame.time.breaks:
        drawing.add(Box(framed, theme.accent_soft, None, frame.z(4)))
    _strip_bars(drawing, model, frame, track, x)
    month_line = track.bottom() + frame.z(12)
    taken = float("-inf")
    if frame.time.breaks:
        taken = _strip_window(drawing, frame, framed, month_line)
    for year in range(date.fromordinal(int(first)).year + 1, date.fromordinal(int(last)).year + 1):
        at = x(date(year, 1, 1).toordinal())
        drawing.add(Fill(hairline(at, track.bottom() + 2, height=5), theme.line2))
        name = Words(str(year), theme.text2, 12)
        if at + 5 > taken and at + 5 + name.width(frame) < frame.width:
            name.draw(drawing, frame, at + frame.z(5), month_line)
            taken = at + name.width(frame) + frame.z(14)
    return drawing


_LEAST_TICK: Final = 5.0  # pixels: a narrower month belongs to its year
_SHORT = QLocale.FormatType.ShortFormat


@lru_cache(maxsize=8)  # every lane has the same one
def _grid(time: TimeMap, width: float, zoom: float) -> Sequence[tuple[float, bool]]:
    """The pixel of each line, and whether it is the strong one of a year."""
    lines = []
    for first in _months(time):
        month = _month_width(time, width, first)
        if first.month == 1 or _is_named(time, first, month / zoom):
            strong = first.month == 1 and month >= _LEAST_TICK * zoom
            lines.append((time.x(first.toordinal()) * width, strong))
    return lines


def _months(time: TimeMap) -> Iterator[date]:
    day = date.fromordinal(int(time.days[0])).replace(day=1)
    end = time.days[-1]
    while day.toordinal() < end:
        yield day
        day = add_months(day, 1)


def _tint(drawing: Drawing, frame: Frame, height: float) -> None:
    compressed = frame.look.theme.compressed
    for left, right in frame.stretches(0, frame.width):
        if frame.ground((left + right) / 2) is compressed:
            drawing.add(Fill(QRectF(left, 0, right - left, height), compressed))


def _named(frame: Frame, first: date) -> bool:
    width = _month_width(frame.time, frame.width, first)
    return _is_named(frame.time, first, width / frame.look.zoom)


def _is_named(time: TimeMap, first: date, width: float) -> bool:
    """The month has a line and a name: all, or every third or sixth; none where compressed."""
    if width < _LEAST_TICK or not time.in_window(first.toordinal()):
        return False
    every = next((n for n in (1, 3, 6) if width * n >= LEAST_MONTH), 12)
    return (first.month - 1) % every == 0


def _month_width(time: TimeMap, width: float, first: date) -> float:
    return (time.x(add_months(first, 1).toordinal()) - time.x(first.toordinal())) * width


def _after_break(frame: Frame, first: date) -> bool:
    """The wide window starts with this month, behind a break at its left."""
    return bool(frame.time.breaks) and first.toordinal() == frame.time.window[0]


def _next_named(frame: Frame, first: date) -> float:
    """Where the next named month begins."""
    later = (add_months(first, n) for n in range(1, 13))
    return next((frame.date_x(day) for day in later if _named(frame, day)), frame.width)


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


def _strip_bars(
    drawing: Drawing, model: Lifeline, frame: Frame, track: QRectF, x: Callable[[float], float]
) -> None:
    theme = frame.look.theme
    rows = {Tone.CHEMOTHERAPY: 0.32, Tone.RADIOTHERAPY: 0.62, Tone.IMMUNOTHERAPY: 0.75}
    for lane in model.lanes:
        if lane.kind not in {LaneKind.DRUGS, LaneKind.RADIOTHERAPY}:
            continue
        for course in lane.marks:
            if not isinstance(course, Course) or course.order_day is None:
                continue
            colour = tone_line(theme, course.tone)
            end = course.end.latest if course.end else None
            last = frame.as_of.toordinal() if course.ongoing else end and end.toordinal()
            left = x(course.order_day)
            right = max(x(last or course.order_day), left + frame.z(6))
            y = track.top() + track.height() * rows.get(course.tone, 0.5)
            drawing.add(Box(QRectF(left, y - 2, right - left, 4), colour, None, 2))
    for milestone in model.milestones:
        if milestone.order_day is not None:
            rect = hairline(x(milestone.order_day), track.top(), height=track.height())
            drawing.add(Fill(rect, theme.overdue))


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
