# SPDX-License-Identifier: MIT
"""The whole lifeline laid out for one size: the same plate serves screen, picture and print."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QLocale, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from tracker.domain.lifeline import Lifeline, MarkerSeries, Note
from tracker.domain.timemap import TimeMap
from tracker.ui.charts.axis import Strip, time_axis
from tracker.ui.charts.bar_rows import packed
from tracker.ui.charts.footnotes import ROW, Footnotes
from tracker.ui.charts.frame import NAMES_WIDTH, RIGHT_MARGIN, Frame, View
from tracker.ui.charts.labels import Words
from tracker.ui.charts.lanes import draw_lane_names, draw_lanes, lane_height
from tracker.ui.charts.markers import MarkerLane
from tracker.ui.charts.prepared import Prepared
from tracker.ui.charts.results import Results
from tracker.ui.charts.shapes import (
    Drawing,
    Fill,
    Hit,
    Lines,
    Path,
    Soft,
    hairline,
    pen,
)
from tracker.ui.theme import Look

translate = QCoreApplication.translate

AXIS: Final = 36.0
STRIP: Final = 54.0
LEAST_MARKERS: Final = 110.0  # the strip gives way before the markers get less
LEAST_MARKER: Final = 42.0  # one of several small plots
_TEETH: Final = 4.0
_BLEED: Final = 8.0


class Panel(NamedTuple):
    """One drawing and where it is."""

    rect: QRectF
    drawing: Drawing


class Plate:
    """Every panel of a lifeline of ``size`` pixels.

    Attributes:
        frame: the time map and the look it was laid out with.
        axis, markers, lanes, strip: the panels; ``names`` are those of the left column, top down.
        over: what runs through all lanes: breaks, milestones, the as-of line; and what lies on
            the strip. Below the strip lies its name.
    """

    def __init__(
        self,
        model: Lifeline,
        look: Look,
        view: View,
        window: tuple[int, int] | None,
        locale: QLocale,
        size: QSizeF,
        prepared: Prepared | None = None,
    ) -> None:
        prepared = prepared or Prepared(model)
        self.size = size
        self._left = NAMES_WIDTH * look.zoom
        width = max(size.width() - self._left - RIGHT_MARGIN * look.zoom, 80)
        time = TimeMap.two_speed(*prepared.extent, window)
        lines = tuple(m.span[0] for m in model.milestones if m.span and m.day_known)
        self.frame = Frame(look, time, width, view, model.as_of, locale, lines)
        series = model.markers or (_no_marker(model),)
        rows = [packed(prepared.bars(lane), self.frame) for lane in model.lanes]
        wanted = [lane_height(*each, self.frame) for each in zip(model.lanes, rows, strict=True)]
        if model.markers:
            results = [prepared.results(each, divided=view.divided) for each in series]
        else:
            results = [Results.of(each, divided=False) for each in series]
        plots = list(zip(series, results, strict=True))
        z, self._below = self.frame.z, 0.0
        while True:  # what stands under the chart takes from the height of what is above
            marker, lanes, self._strip_height = self._heights(wanted, len(series))
            footnotes = Footnotes()
            drawn = self._draw_markers(plots, marker, footnotes, model)
            rows_below = footnotes.rows(self.frame, size.width())
            if z(ROW) * rows_below <= self._below:
                break
            self._below = z(ROW) * rows_below

        self.axis = self._plot(0, z(AXIS), time_axis(self.frame, z(AXIS)))
        self.markers: list[Panel] = []
        self.names: list[Panel] = []
        y = z(AXIS)
        for drawing, names in drawn:
            self.markers.append(self._plot(y, marker, drawing))
            self.names.append(self._name(y, marker, names))
            y += marker
        self._markers_end = y
        tall = sum(lanes)
        self.lanes = self._plot(y, tall, draw_lanes(model.lanes, rows, self.frame, lanes))
        self.names.append(self._name(y, tall, draw_lane_names(model.lanes, self.frame, lanes)))
        y += tall
        self.strip: Panel | None = None
        if self._strip_height:
            whole = QRectF(0, y, size.width(), self._strip_height)
            self.names.append(Panel(whole, self._strip_ground()))
            right = whole.adjusted(self._left, 0, 0, 0)
            self.strip = Panel(right, prepared.strip_courses(self.frame))
        self._bottom = y
        if self._below:
            under = QRectF(0, y + self._strip_height, size.width(), self._below)
            self.names.append(Panel(under, footnotes.draw(self.frame, size.width())))
        drugs = lanes[0] if lanes else 0.0
        self.over = Panel(QRectF(QPointF(), size), self._over(model, self._markers_end + drugs / 2))

    def panels(self) -> Iterator[Panel]:
        """Every panel, from back to front."""
        yield from self.names
        yield self.axis
        yield from self.markers
        yield self.lanes
        if self.strip:
            yield self.strip
        yield self.over

    def hits(self) -> list[Hit]:
        """Where every mark is on the plate."""
        return [
            Hit(hit.rect.translated(panel.rect.topLeft()), hit.mark)
            for panel in self.panels()
            for hit in panel.drawing.hits
        ]

    def whole(self) -> Drawing:
        """All panels as one drawing."""
        drawing = Drawing()
        for panel in self.panels():
            drawing.put(panel.drawing, panel.rect.left(), panel.rect.top())
        return drawing

    def strip_day(self, at: QPointF) -> int | None:
        """The day under a point of the true-scale strip, or None beside it."""
        bleed = self.frame.z(_BLEED)
        if self.strip is None or not self.strip.rect.adjusted(-bleed, 0, 0, 0).contains(at):
            return None
        first, last = self.frame.time.days[0], self.frame.time.days[-1]
        share = min(max((at.x() - self._left) / self.frame.width, 0), 1)
        return int(first + share * (last - first))

    def time_range(self) -> QRectF:
        """The rectangle in which an x means a day: from the axis to the last lane."""
        return QRectF(self._left, 0, self.frame.width, self._bottom)

    def day_at(self, x: float) -> str:
        """The day under a pixel in words; only month and year where a pixel is more than a day."""
        place = (x - self._left) / self.frame.width
        day = self.frame.time.day(place)
        coarse = self.frame.time.day(place + 1 / self.frame.width) - day > 1
        found = date.fromordinal(int(day))
        if not coarse:
            return self.frame.date_text(found)
        return self.frame.date_text(found)[-8:] if _spelled(self.frame) else found.isoformat()[:7]

    def _draw_markers(
        self,
        plots: Iterable[tuple[MarkerSeries, Results]],
        height: float,
        footnotes: Footnotes,
        model: Lifeline,
    ) -> list[tuple[Drawing, Drawing]]:
        """Each marker's lane and its name; the first one has the titles of the milestones."""
        line, drawn = self.frame.look.theme.line2, list[tuple[Drawing, Drawing]]()
        for i, (series, results) in enumerate(plots):
            lane = MarkerLane.of(series, results, self.frame, height, footnotes)
            drawing = lane.draw(None if i else model)
            drawing.add(Fill(hairline(0, height - 1, width=self.frame.width), line))
            drawn.append((drawing, lane.draw_names()))
        return drawn

    def _heights(self, lanes: list[float], markers: int) -> tuple[float, list[float], float]:
        """Heights of one marker, of each lane, and of the strip (0 when there is no room)."""
        z, frame = self.frame.z, self.frame
        room = self.size.height() - z(AXIS) - self._below
        least = z(max(LEAST_MARKERS, LEAST_MARKER * markers))
        wanted = bool(frame.time.breaks)  # an axis of one scale needs no true scale beside it
        strip_height = z(STRIP) if wanted and room - sum(lanes) - z(STRIP) >= least else 0.0
        left = room - sum(lanes) - strip_height
        if left < least:
            shrink = max((room - least) / sum(lanes), 0.3) if lanes else 1
            lanes = [height * shrink for height in lanes]
            left = room - sum(lanes)
        return max(left, z(24)) / markers, lanes, strip_height

    def _plot(self, y: float, height: float, drawing: Drawing) -> Panel:
        """A panel right of the names; a symbol on the first day reaches a little over them."""
        left = self._left - self.frame.z(_BLEED)
        shifted = Drawing()
        shifted.put(drawing, self.frame.z(_BLEED), 0)
        return Panel(QRectF(left, y, self.size.width() - left, height), shifted)

    def _name(self, y: float, height: float, drawing: Drawing) -> Panel:
        line = hairline(0, height - 1, width=self._left)
        drawing.add(Fill(line, self.frame.look.theme.line2))
        return Panel(QRectF(0, y, self._left, height), drawing)

    def _strip_ground(self) -> Drawing:
        """The name of the strip, and what lies below its courses."""
        theme, frame, drawing = self.frame.look.theme, self.frame, Drawing()
        drawing.put(Strip(frame).ground(), self._left, 0)
        title = Words(translate("Chart", "Whole course"), theme.text, 13, bold=True)
        title.draw(drawing, frame, 0, frame.z(14))
        under = Words(translate("Chart", "true scale"), theme.text2, 12)
        under.draw(drawing, frame, 0, frame.z(30))
        return drawing

    def _over(self, model: Lifeline, today_ends: float) -> Drawing:
        frame, theme, drawing = self.frame, self.frame.look.theme, Drawing()
        top, z = frame.z(AXIS), frame.z
        for milestone in model.milestones:
            extent = frame.extent(milestone)
            if extent is None:
                continue
            left, right = (x + self._left for x in extent)
            if not milestone.day_known:
                month = QRectF(left, top, right - left, z(6))
                fade = month.width() * 0.4
                drawing.add(Soft(month, theme.overdue, theme.surface, fade, fade))
            drawing.hit(QRectF(left - 3, top, 6, self._bottom - top), milestone)
        today = frame.date_x(model.as_of) + self._left
        line = QLineF(today, top, today, today_ends)
        drawing.add(Lines((line,), pen(theme.accent, 1.2, (2, 2))))
        for x in frame.breaks():
            drawing.add(Path(self._zigzag(x + self._left), pen(theme.text3, 1.2)))
        if self.strip:
            drawing.put(Strip(frame).window(), self._left, self._bottom)
        return drawing

    def _zigzag(self, x: float) -> QPainterPath:
        tooth = self.frame.z(_TEETH)
        path, y, side = QPainterPath(QPointF(x, 0)), 0.0, 1
        while y < self._bottom:
            y += tooth
            path.lineTo(x + side * tooth * 0.55, y)
            side = -side
        return path


def _spelled(frame: Frame) -> bool:
    return frame.locale.language() in {QLocale.Language.English, QLocale.Language.C}


def _no_marker(model: Lifeline) -> MarkerSeries:
    """An absence is a sentence."""
    first, last = (date.fromordinal(day) for day in model.extent())
    text = translate("Chart", "No marker result recorded")
    return MarkerSeries(
        code="", title=translate("Chart", "Markers"), unit="", notes=(Note(text, first, last),)
    )
