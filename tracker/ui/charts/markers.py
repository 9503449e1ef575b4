# SPDX-License-Identifier: MIT
"""One marker's lane: results over the range of their date, links between them, and their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor

from tracker.domain.lifeline import Lifeline, MarkerPoint, MarkerSeries, RangeStep
from tracker.domain.records.marker import Flag
from tracker.ui import wording
from tracker.ui.charts.axis import ground, milestone_lines
from tracker.ui.charts.crowds import Dots, ManyLines
from tracker.ui.charts.footnotes import SIDE, Footnotes
from tracker.ui.charts.frame import NAMES_WIDTH, Frame
from tracker.ui.charts.labels import Label, Places, Words, wrapped
from tracker.ui.charts.ranges import Steps, draw_ranges, label_ranges, range_edges
from tracker.ui.charts.results import CROWDED, DOT, Crowd, Numbers, Results, shown_value
from tracker.ui.charts.scale import Scale, Tick
from tracker.ui.charts.shapes import (
    DASHED,
    DOTTED,
    Box,
    Dot,
    Drawing,
    Fill,
    Path,
    Soft,
    hairline,
    pen,
    triangle,
)
from tracker.ui.charts.tones import flag_colour
from tracker.ui.charts.value_labels import corners_around, value_labels, value_line

translate = QCoreApplication.translate

COMPACT: Final = 96  # pixels of height below which a value has one line of words
_MANY: Final = 24  # results above which dots are small and only the telling ones are labelled
_NOTE_WIDTH: Final = 260  # pixels of a line of a sentence about an absence
_EDGE: Final = 1.6  # pixels of the edge of a dot
_XY: Final = (QPointF.x, QPointF.y)
_UNDATED_WIDTH: Final = 104  # most pixels of a result without a date; they measure nothing


@dataclass(frozen=True, slots=True)
class Placed:
    """A result with its pixels: the mark's rectangle and where a link meets it."""

    point: MarkerPoint
    rect: QRectF
    anchor: QPointF


@dataclass(frozen=True, slots=True)
class MarkerLane:
    """One marker, ready to be drawn at a height.

    Attributes:
        footnotes: take the telling values that find no free place beside their marks.
    """

    series: MarkerSeries
    frame: Frame
    height: float
    results: Results
    scale: Scale
    steps: Steps
    footnotes: Footnotes

    @classmethod
    def of(
        cls,
        series: MarkerSeries,
        results: Results,
        frame: Frame,
        height: float,
        footnotes: Footnotes,
    ) -> "MarkerLane":
        """Finds the value scale that shows every result and every limit."""
        ranges = _divided_ranges(series) if frame.view.divided else series.ranges
        values = results.range()
        values += [limit for r in ranges for limit in (r.low, r.high) if limit is not None]
        roomy = height >= frame.z(COMPACT)
        top, bottom = frame.z(24 if roomy else 8), height - frame.z(7 if roomy else 6)
        scale = Scale.of(values, top, bottom, log=frame.view.log)
        return cls(series, frame, height, results, scale, Steps.of(ranges, frame), footnotes)

    def draw(self, heading: Lifeline | None = None) -> Drawing:
        """The lane. The first lane also carries the titles of the lines through all lanes."""
        frame, drawing = self.frame, ground(self.frame, self.height)
        for tick in self._ticks():
            if tick.text:
                line = hairline(0, self.scale.y(tick.value), width=frame.width)
                drawing.add(Fill(line, frame.look.theme.line))
        if frame.view.bands:
            draw_ranges(drawing, frame, self.scale, self.steps, self.height)
        milestone_lines(drawing, frame, self.height)
        bounds = QRectF(0, 1, frame.width + frame.z(4), self.height - 1)
        places = Places(bounds, frame)
        if len(self.results.points) > CROWDED:
            self._draw_crowd(drawing, places, heading)
        else:
            self._draw_each(drawing, places, heading)
        if frame.view.bands:
            label_ranges(drawing, frame, self.scale, self.steps, places, self.height)
        self._notes(drawing, places)
        return drawing

    def draw_names(self) -> Drawing:
        """The column at the left: what is measured, in which unit, and the ticks."""
        frame, theme, drawing = self.frame, self.frame.look.theme, Drawing()
        width = frame.z(NAMES_WIDTH)
        roomy = self.height >= frame.z(COMPACT)
        first = frame.z(17 if roomy else 11)
        gap = frame.z(18 if roomy else 16)
        room = width - frame.z(4 if roomy else 36)
        for i, line in enumerate(wrapped(frame, self.series.title, 13, room)[:2]):
            Words(line, theme.text, 13, bold=True).draw(drawing, frame, 0, first + i * gap)
            unit_at = first + (i + 1) * gap
        under = [Words(self._unit(), theme.text2, 12)]
        lost = self.results.lost  # counted, never placed
        if lost:
            text = translate("Chart", "{n} not drawn").format(n=len(lost))
            under.append(Words(text, theme.ask, 12))
        if not roomy:
            under = under[-1:]
        for i, words in enumerate(under):
            words.draw(drawing, frame, 0, unit_at + i * frame.z(16))
        for point in lost:
            y = unit_at + frame.z(16) * (len(under) - 1)
            drawing.hit(QRectF(0, y - frame.z(8), frame.z(80), frame.z(16)), point)
        for tick in self._ticks():
            y = self.scale.y(tick.value)
            length = frame.z(6 if tick.text else 3)
            drawing.add(Fill(hairline(width - length, y, width=length), theme.line2))
            words = Words(tick.text, theme.text2, 12.5)
            at = width - frame.z(9) - words.width(frame)
            if (
                tick.text
                and frame.z(6) < y < self.height - frame.z(3)
                and not (
                    abs(y - unit_at) < frame.z(13)
                    and at < frame.text_width(self._unit(), 12) + frame.z(4)
                )
            ):
                words.draw(drawing, frame, at, y)
        return drawing

    def _draw_each(self, drawing: Drawing, places: Places, heading: Lifeline | None) -> None:
        placed = list(self._placed(self.results.points))
        for mark in placed:
            places.take_rect(mark.rect)
        x, y = (np.array([coordinate(mark.anchor) for mark in placed]) for coordinate in _XY)
        self._links(drawing, x, y, self.results.plain)
        if heading:
            _headings(drawing, self.frame, heading, places)
        self._marks(drawing, placed)
        self._labels(drawing, placed, places, _link_rects(placed))

    def _draw_crowd(self, drawing: Drawing, places: Places, heading: Lifeline | None) -> None:
        """Hundreds of results: few calls, and words at the telling ones."""
        crowd = Crowd(self.results, self.frame, self.scale)
        apart = list(self._placed(point for _, point in crowd.apart()))
        for (place, _), mark in zip(crowd.apart(), apart, strict=True):
            places.take_rect(mark.rect)
            crowd.x[place], crowd.y[place] = mark.anchor.x(), mark.anchor.y()
        places.take_all(crowd.edges())
        self._links(drawing, crowd.x, crowd.y, crowd.plain)
        if heading:
            _headings(drawing, self.frame, heading, places)
        self._dots(drawing, crowd)
        self._marks(drawing, apart)
        drawing.hit_later(crowd.hits)
        self._labels(drawing, list(self._placed(crowd.most_telling())), places, [])

    def _dots(self, drawing: Drawing, crowd: Crowd) -> None:
        size, dots = self.frame.z(DOT), crowd.dots()
        for flag, centres in dots.items():
            drawing.add(Dots(centres, size, flag_colour(self.frame.look.theme, flag)))
        hollow: dict[int, list[list[float]]] = defaultdict(list)
        for x, y in dots[Flag.UNCERTAIN].tolist() if Flag.UNCERTAIN in dots else ():
            hollow[self._ground_at(QRectF(x, y, 0, 0)).rgba()].append([x, y])
        inner = size - 2 * self.frame.z(_EDGE)
        for behind, inside in hollow.items():
            drawing.add(Dots(np.array(inside), inner, QColor.fromRgba(behind)))

    def _marks(self, drawing: Drawing, placed: Sequence[Placed]) -> None:
        for mark in placed:
            self._mark(drawing, mark)
            drawing.hit(mark.rect.adjusted(-3, -4, 3, 4), mark.point)

    def _ticks(self) -> Sequence[Tick]:
        """None where nothing is measured: an axis would say a value."""
        measured = self.series.points or self.series.ranges
        return self.scale.ticks(self.frame.z(16)) if measured else ()

    def _unit(self) -> str:
        if not (self.series.points or self.series.unit):
            return ""
        unit = translate("Chart", "× limit") if self.frame.view.divided else self.series.unit
        return translate("Chart", "{unit}, log").format(unit=unit) if self.scale.log else unit

    def _placed(self, points: Iterable[MarkerPoint]) -> Iterator[Placed]:
        """Results with a number and a date or a stated place; without one nothing is drawn."""
        before, divided = 0.0, self.frame.view.divided
        for point in points:
            value = shown_value(point, divided=divided) or 0.0
            rect = self._rect(point, self.scale.y(value), before)
            before = rect.right()
            anchor = rect.center() if point.span else QPointF(rect.left() + 20, rect.center().y())
            yield Placed(point, rect, anchor)

    def _rect(self, point: MarkerPoint, y: float, before: float) -> QRectF:
        frame = self.frame
        if point.span:
            least = frame.z(8)
            left, right = frame.extent(point, least) or (0.0, 0.0)
            if point.day_known:
                left, right = left - 1, left + least - 1
            half = frame.z(4.5)
            return QRectF(left, y - half, right - left, 2 * half)
        if point.place:
            left, right = (frame.date_x(day) for day in point.place)
        else:
            after = frame.date_x(point.when.earliest) if point.when.earliest else 0.0
            left = max(after, before + frame.z(12))
            right = left + frame.z(_UNDATED_WIDTH)
        right = min(right, left + frame.z(_UNDATED_WIDTH), frame.wall(left))
        right = min(max(right, left + frame.z(24)), frame.width)
        left = min(left, right - frame.z(24))
        return QRectF(left, y - frame.z(5), right - left, frame.z(10))

    def _links(self, drawing: Drawing, x: Numbers, y: Numbers, known: NDArray[np.bool_]) -> None:
        """Solid between two known days, dotted otherwise: no slope is claimed between months."""
        if len(x) < 2:
            return
        colour, sure = self.frame.look.theme.text3, known[:-1] & known[1:]
        solid = 1.8 if len(x) <= self.frame.width else 1.0  # closer than wide: only a blur more
        ends = np.stack((x[:-1], y[:-1], x[1:], y[1:]), axis=1)
        for which, dashes, width in ((sure, (), solid), (~sure, DOTTED, 1.5)):
            if which.any():
                drawing.add(ManyLines(ends[which], pen(colour, width, dashes)))

    def _mark(self, drawing: Drawing, mark: Placed) -> None:
        frame, theme, point = self.frame, self.frame.look.theme, mark.point
        colour, rect = flag_colour(theme, point.flag), mark.rect
        behind = self._ground_at(rect)
        if not point.span:
            fill = theme.overdue_soft if point.flag is Flag.HIGH else behind
            drawing.add(Box(rect, fill, pen(colour, 1.4, DASHED), frame.z(4)))
            return
        if not point.day_known:
            fade = rect.width() * 0.4
            drawing.add(Soft(rect, colour, behind, fade, fade))
        radius = frame.z(4.2 if len(self.results.points) <= _MANY else (DOT - _EDGE) / 2)
        if point.censored:
            shape = triangle(
                rect.center().x(), rect.center().y(), frame.z(10), up=point.censored == ">"
            )
            drawing.add(Path(shape, pen(colour, 1.8), behind))
        elif point.day_known:
            hollow = point.flag is Flag.UNCERTAIN
            drawing.add(
                Dot(rect.center(), radius, behind if hollow else colour, pen(colour, _EDGE))
            )

    def _labels(
        self,
        drawing: Drawing,
        placed: Sequence[Placed],
        places: Places,
        links: Sequence[QRectF],
    ) -> None:
        compact = self.height < self.frame.z(COMPACT)
        limits = self._limit_rects()
        # a small lane spares its curve, a roomy one the edge of its range
        spared = (links, limits) if compact else (limits, links)
        telling = _telling(placed)
        rest = list(reversed(placed)) if len(placed) <= _MANY else []
        for mark in telling:
            if not self._label(drawing, mark, places, spared, compact=compact):
                self._number(drawing, mark, places)
        for mark in rest:
            if mark not in telling:
                self._label(drawing, mark, places, spared, compact=compact)

    def _label(
        self,
        drawing: Drawing,
        mark: Placed,
        places: Places,
        spared: tuple[Sequence[QRectF], Sequence[QRectF]],
        *,
        compact: bool,
    ) -> bool:
        """Writes a value beside its mark, if there is a free place; ``spared`` are avoided."""
        frame = self.frame
        for words in value_labels(mark.point, frame, compact=compact):
            width, height = words.size(frame)
            corners = list(corners_around(mark.rect, width, height, frame))
            rects = {i: QRectF(*c, width, height) for i, c in enumerate(corners)}
            free = [i for i, r in rects.items() if not any(map(r.intersects, spared[0]))]
            clear = [i for i in free if not any(map(rects[i].intersects, spared[1]))]
            order = [corners[i] for i in dict.fromkeys((*clear, *free, *rects))]
            rect = places.find(width, height, order)
            if rect is not None:
                words.draw(drawing, frame, rect, halo=self._ground_at(rect))
                drawing.hit(rect, mark.point)
                return True
        return False

    def _number(self, drawing: Drawing, mark: Placed, places: Places) -> None:
        """Draws a number near the mark, even over others, and explains it under the chart."""
        frame, theme, point = self.frame, self.frame.look.theme, mark.point
        said = (
            Words(self.series.title, theme.text2, 12, space=5),
            *value_line(point, frame, 12),
            Words(f" {wording.when(point.when)}", theme.text2, 12),
        )
        side = frame.z(SIDE)
        middle, top = mark.rect.center().x() - side / 2, mark.rect.top()
        higher = ((middle, top - side * (n + 1.2)) for n in range(4))
        rect = places.find(side, side, (*corners_around(mark.rect, side, side, frame), *higher))
        if rect is None:
            left = min(max(middle, 0), frame.width - side)
            rect = QRectF(left, min(max(top - side, 0), self.height - side), side, side)
            places.take_rect(rect)
        numeral = self.footnotes.add(said)
        numeral.draw(drawing, frame, rect.left(), rect.center().y())
        drawing.hit(rect, point)

    def _limit_rects(self) -> list[QRectF]:
        return [
            QRectF(stretch.left, self.scale.y(limit) - 2, stretch.right - stretch.left, 4)
            for stretch in self.steps.stretches
            for limit in (stretch.step.low, stretch.step.high)
            if limit is not None
        ]

    def _ground_at(self, rect: QRectF) -> QColor:
        """What is behind the middle of a label."""
        x, y = rect.center().x(), rect.center().y()
        for stretch in self.steps.stretches if self.frame.view.bands else ():
            if stretch.left <= x <= stretch.right:
                low, high = range_edges(stretch.step, self.scale, self.height)
                if high <= y <= low:
                    return self.frame.look.theme.band
        return self.frame.ground(x)

    def _notes(self, drawing: Drawing, places: Places) -> None:
        frame, theme = self.frame, self.frame.look.theme
        notes = [(n.text, frame.date_x(n.start), frame.date_x(n.end)) for n in self.series.notes]
        if frame.view.divided:
            text = translate("Chart", "Multiples of the own limit; not comparable across assays.")
            notes.append((text, 0.0, frame.width))
        for text, start, end in notes:
            left, right = max(
                frame.stretches(start, end), key=lambda s: s[1] - s[0], default=(0.0, 0.0)
            )
            for room in (right - left - frame.z(12), frame.z(150)):
                lines = wrapped(frame, text, 13, min(room, frame.z(_NOTE_WIDTH)))
                label = Label(
                    tuple((Words(line, theme.text3, 13),) for line in lines), 13.5, centred=True
                )
                width, height = label.size(frame)
                corners = [
                    (x, y)
                    for y in ((self.height - height) / 2, frame.z(22), self.height * 0.2, 4.0)
                    for x in (
                        (left + right - width) / 2,
                        left + frame.z(8),
                        right - width - frame.z(8),
                    )
                ]
                rect = places.find(width, height, corners)
                if rect is not None:
                    label.draw(drawing, frame, rect)
                    break


def _divided_ranges(series: MarkerSeries) -> tuple[RangeStep, ...]:
    """In multiples of the own limit every range ends at one."""
    if not any(step.high for step in series.ranges):
        return ()
    return (RangeStep(None, None, 1.0, translate("Chart", "own limit = 1")),)


def _telling(placed: Sequence[Placed]) -> list[Placed]:
    """Newest, highest, lowest and first result, each once; of equal ones the earliest."""
    if not placed:
        return []
    highest = min(placed, key=lambda mark: mark.rect.center().y())
    lowest = max(placed, key=lambda mark: mark.rect.center().y())
    telling: list[Placed] = []
    for mark in (placed[-1], highest, lowest, placed[0]):
        if mark not in telling:
            telling.append(mark)
    return telling


def _link_rects(placed: Sequence[Placed]) -> list[QRectF]:
    """Small squares along the links, which labels avoid when they can."""
    rects = []
    for one, other in pairwise(placed):
        way = other.anchor - one.anchor
        steps = min(24, max(1, int((abs(way.x()) + abs(way.y())) / 14)))
        rects += [
            QRectF(
                one.anchor.x() + way.x() * i / steps - 2,
                one.anchor.y() + way.y() * i / steps - 2,
                4,
                4,
            )
            for i in range(1, steps)
        ]
    return rects


def _headings(drawing: Drawing, frame: Frame, model: Lifeline, places: Places) -> None:
    """The titles of the as-of line and of each milestone, at the top of the first lane."""
    theme = frame.look.theme
    label = Label(((Words(frame.date_text(model.as_of), theme.accent, 13, bold=True),),))
    width, height = label.size(frame)
    today = frame.date_x(model.as_of)
    gap = frame.z(5)
    rect = places.find(width, height, [(today - width - gap, gap), (today + gap, gap)])
    if rect is not None:
        label.draw(drawing, frame, rect, halo=frame.ground(rect.center().x()))
    for milestone in reversed(model.milestones):
        extent = frame.extent(milestone)
        if extent is None:
            continue
        left, right = extent if not milestone.day_known else (extent[0], extent[0])
        label = Label(((Words(milestone.title, theme.overdue, 13.5, bold=True),),))
        width, height = label.size(frame)
        gap = frame.z(9)
        corners = [(x, frame.z(y)) for y in (5, 21, 1) for x in (right + gap, left - gap - width)]
        rect = places.find(width, height, corners)
        if rect is None:  # a relapse is named even where it covers a result
            x = min(right + gap, frame.width - width)
            rect = QRectF(x, corners[0][1], width, height)
            places.take_rect(rect)
        label.draw(drawing, frame, rect, halo=frame.ground(rect.center().x()))
        drawing.hit(rect, milestone)
        if not milestone.day_known:
            continue
        tip = frame.z(10)
        drawing.add(Path(triangle(left, tip / 2, tip, up=False), fill=theme.overdue))
        drawing.hit(QRectF(left - 5, 0, 10, frame.z(14)), milestone)
