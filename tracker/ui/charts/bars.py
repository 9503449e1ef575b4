# SPDX-License-Identifier: MIT
"""What lasts: courses of drugs and radiotherapy, and adverse events, drawn in their rows.

A known day is a hard edge. A month fades in or out over that month between dashed edges; an end
that is not recorded fades out with no cap; what has no date at all is a dashed box.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from tracker.domain.lifeline import AdverseEvent, Course, GradeStep, LaneKind, Tone
from tracker.ui.charts.bar_rows import ARROW, MOST_ROWS, Extent, Row, row_pitch
from tracker.ui.charts.bar_words import BarWords
from tracker.ui.charts.crowds import ManyFills, ManyLines
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Places
from tracker.ui.charts.shapes import (
    DASHED,
    Box,
    Drawing,
    Fill,
    Lines,
    Painted,
    Path,
    Soft,
    hairline,
    pen,
)
from tracker.ui.charts.tones import tone_fill, tone_line
from tracker.ui.glyphs import paint_grade

_EDGE: Final = 1.5  # pixels of the line along a bar
_CAP: Final = 2.0  # and of the one across, where the day is known
_APART: Final = 4  # pixels between two bars that share none, lines included


def draw_bars(
    kind: LaneKind, rows: Sequence[Row], frame: Frame, height: float, places: Places
) -> Drawing:
    """The lane's bars with their ticks, titles and captions."""
    drawing = Drawing()
    count = max((row.row for row in rows), default=0) + 1
    pitch = min(frame.z(row_pitch(kind)), (height - frame.z(4)) / count)
    thick = pitch - frame.z(5 if kind is not LaneKind.ADVERSE_EVENTS else 3)
    top = frame.z(5 if kind is not LaneKind.ADVERSE_EVENTS else 3)
    placed = []
    for row in rows:
        extent, y = row.extent, top + row.row * pitch
        if isinstance(row.bar, Course) and row.bar.beneath:
            y -= frame.z(3)
        rect = QRectF(extent.left, y, extent.right - extent.left, thick)
        right = extent.right + (ARROW if extent.arrow else 0)
        places.take(extent.left, y - 1, right, y + thick + 1)
        placed.append((row, rect))
    _bodies(drawing, frame, placed)
    for row, rect in placed:
        drawing.hit(rect.adjusted(-2, 0, ARROW, 0), row.bar)
    words = BarWords(drawing, frame, places)
    for row, rect in placed:
        words.write(row, rect)
    for row, rect in placed:
        if isinstance(row.bar, Course) and row.bar.doses:
            _doses(drawing, frame, row.bar, rect)
    return drawing


class _Sharp:
    """Courses of known days, gathered while none touches another: drawn in few calls then."""

    def __init__(self, drawing: Drawing, frame: Frame) -> None:
        self._drawing = drawing
        self._theme = frame.look.theme
        self._rects: dict[Tone, list[QRectF]] = defaultdict(list)
        self._ends = [float("-inf")] * MOST_ROWS

    def add(self, tone: Tone, row: int, rect: QRectF) -> None:
        """Gathers one more."""
        self._rects[tone].append(rect)
        self._ends[row] = max(self._ends[row], rect.right())

    def may_touch(self, row: int, rect: QRectF) -> bool:
        """A pixel of ``rect`` may be that of one of its row."""
        return rect.left() < self._ends[row] + _APART

    def draw(self) -> None:
        """Draws what was gathered and begins anew."""
        for tone, rects in self._rects.items():
            colour = tone_line(self._theme, tone)
            boxes = np.array([rect.getRect() for rect in rects])
            left, top, width, height = boxes.T
            right, bottom = left + width, top + height
            level = np.array(((left, top, right, top), (left, bottom, right, bottom)))
            across = np.array(((left, top, left, bottom), (right, top, right, bottom)))
            self._drawing.add(
                ManyFills(boxes, tone_fill(self._theme, tone)),
                ManyLines(_rows(level), pen(colour, _EDGE)),
                ManyLines(_rows(across), pen(colour, _CAP)),
            )
        self._rects.clear()
        self._ends = [float("-inf")] * MOST_ROWS


def _rows(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """Lines that are columns, twice over, as one line in each row."""
    return ends.transpose(0, 2, 1).reshape(-1, 4)


def _bodies(drawing: Drawing, frame: Frame, placed: Iterable[tuple[Row, QRectF]]) -> None:
    """The bars without their words, each over the ones before it."""
    gathered = _Sharp(drawing, frame)
    for (bar, extent, row, _), rect in placed:
        beneath = isinstance(bar, Course) and bar.beneath  # so near that it touches the row above
        if beneath or gathered.may_touch(row, rect):
            gathered.draw()
        if isinstance(bar, Course) and extent.sharp and not beneath:
            gathered.add(bar.tone, row, rect)
        elif isinstance(bar, Course):
            _course(drawing, frame, bar, extent, rect)
        elif isinstance(bar, AdverseEvent):
            _adverse_event(drawing, frame, bar, extent, rect)
    gathered.draw()


def _course(drawing: Drawing, frame: Frame, bar: Course, extent: Extent, rect: QRectF) -> None:
    theme = frame.look.theme
    fill, line = tone_fill(theme, bar.tone), tone_line(theme, bar.tone)
    if extent.tick:
        drawing.add(Box(rect, line, None, frame.z(1)))
        return
    _body(drawing, frame, extent, rect, fill, line)
    if extent.arrow:
        _arrow(drawing, frame, rect, line)


def _body(
    drawing: Drawing, frame: Frame, extent: Extent, rect: QRectF, fill: QColor, line: QColor
) -> None:
    """Fill, edges dashed where it fades, and caps only on known days."""
    ground = frame.ground(rect.left())
    if extent.undated:
        drawing.add(Box(rect, ground, pen(line, 1.4, DASHED), frame.z(4)))
        return
    fade_in, fade_out = extent.fade_in, extent.fade_out
    if fade_in + fade_out > rect.width():
        fade_in = fade_out = rect.width() / 2
    drawing.add(Soft(rect, fill, ground, fade_in, fade_out))
    first, last = rect.left() + fade_in, rect.right() - fade_out
    edges, sure = (rect.top(), rect.bottom()), extent.hard_left or extent.hard_right
    fading = [(a, b) for a, b in ((rect.left(), first), (last, rect.right())) if b > a]
    dashed = tuple(QLineF(a, y, b, y) for y in edges for a, b in fading)
    if dashed:
        drawing.add(Lines(dashed, pen(line, _EDGE, DASHED)))
    if last > first:
        middle = tuple(QLineF(first, y, last, y) for y in edges)
        drawing.add(Lines(middle, pen(line, _EDGE, () if sure or extent.arrow else DASHED)))
    ends = ((extent.hard_left, rect.left()), (extent.hard_right, rect.right()))
    caps = tuple(QLineF(x, rect.top(), x, rect.bottom()) for known, x in ends if known)
    if caps:
        drawing.add(Lines(caps, pen(line, _CAP)))


def _arrow(drawing: Drawing, frame: Frame, rect: QRectF, colour: QColor) -> None:
    path = QPainterPath()
    tip = QPointF(rect.right() + frame.z(ARROW), rect.center().y())
    path.addPolygon(QPolygonF([rect.topRight(), tip, rect.bottomRight()]))
    path.closeSubpath()
    drawing.add(Path(path, fill=colour))


def _doses(drawing: Drawing, frame: Frame, bar: Course, rect: QRectF) -> None:
    """A tick per dose along the lower edge, under the title."""
    if not bar.doses:
        return
    theme, line = frame.look.theme, tone_line(frame.look.theme, bar.tone)
    given: list[QLineF] = []
    withheld: list[QLineF] = []
    for dose in bar.doses:
        if dose.span is None or rect.height() < frame.z(6):
            continue
        x = frame.x(dose.span[0])
        tall = rect.height() * (0.36 if dose.given else 0.7)
        tick = QLineF(x, rect.bottom() - tall, x, rect.bottom())
        (given if dose.given else withheld).append(tick)
        drawing.hit(QRectF(x - 2, rect.top(), 4, rect.height()), dose)
    drawing.add(Lines(tuple(given), pen(line, 2)), Lines(tuple(withheld), pen(theme.held, 2)))


def _adverse_event(
    drawing: Drawing, frame: Frame, bar: AdverseEvent, extent: Extent, rect: QRectF
) -> None:
    """One segment per grade; the badge of the worst one at the left end."""
    theme = frame.look.theme
    steps = [step for step in bar.grades if step.start.earliest]
    fill = _grade_fill(frame, steps[0].grade if steps else None)
    _body(drawing, frame, extent, rect, fill, theme.grade_line)
    if not extent.undated:
        for before, step in pairwise(steps):
            _grade_step(drawing, frame, rect, before, step)
    if extent.arrow:
        _arrow(drawing, frame, rect, theme.grade_line)
    x = rect.left() - frame.z(12)
    if x < frame.z(8):
        x = rect.left() + frame.z(11)
    size = frame.z(16)
    paint = partial(
        paint_grade, theme=theme, grade=worst_grade(bar), x=x, y=rect.center().y(), size=size
    )
    drawing.add(Painted(paint))


def worst_grade(bar: AdverseEvent) -> int | None:
    """The highest grade of an event at any time; None when no grade of it is stated."""
    return max((step.grade for step in bar.grades if step.grade), default=None)


def _grade_fill(frame: Frame, grade: int | None) -> QColor:
    theme = frame.look.theme
    if grade == 0:  # no longer there, until it comes back
        return theme.sunken
    return theme.grades[grade - 1][0] if grade else theme.grades[1][0]


def _grade_step(
    drawing: Drawing, frame: Frame, rect: QRectF, before: GradeStep, step: GradeStep
) -> None:
    """From here to the end of the bar another grade, soft over a month of which no day is known."""
    if step.start.earliest is None:
        return
    left = frame.date_x(step.start.earliest)
    if not rect.left() < left < rect.right():
        return
    sure = frame.x(step.start.latest.toordinal() + 1) if step.start.latest else rect.right()
    fade = 0.0 if step.start.is_day else sure - left
    rest = QRectF(left, rect.top() + 1, rect.right() - left, rect.height() - 2)
    ground = _grade_fill(frame, before.grade)
    drawing.add(Soft(rest, _grade_fill(frame, step.grade), ground, fade, 0))
    if step.start.is_day:
        line = hairline(left, rect.top(), height=rect.height())
        drawing.add(Fill(line, frame.look.theme.grade_line))
