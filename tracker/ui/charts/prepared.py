# SPDX-License-Identifier: MIT
"""What is read from a course once, however often the window on it moves."""

from tracker.domain.lifeline import Lane, Lifeline, MarkerSeries
from tracker.ui.charts.axis import Strip
from tracker.ui.charts.bar_rows import Bars
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.results import Results
from tracker.ui.charts.shapes import Drawing


class Prepared:
    """A course with what is worked out once and not for each step of the window.

    Whoever shows another course makes another one; nothing in it is ever cleared.
    """

    def __init__(self, model: Lifeline) -> None:
        self.model = model
        self.extent = model.extent()
        self._results: dict[tuple[int, bool], Results] = {}
        self._bars: dict[int, Bars] = {}
        self._strip: tuple[object, Drawing] = (None, Drawing())

    def results(self, series: MarkerSeries, *, divided: bool) -> Results:
        """The columns of a series of this course."""
        key = id(series), divided
        if key not in self._results:
            self._results[key] = Results.of(series, divided=divided)
        return self._results[key]

    def bars(self, lane: Lane) -> Bars:
        """The bars of a lane of this course; none in a lane of events."""
        if id(lane) not in self._bars:
            self._bars[id(lane)] = Bars.of(lane)
        return self._bars[id(lane)]

    def strip_courses(self, frame: Frame) -> Drawing:
        """The courses of the strip: one and the same drawing until size or look change."""
        key = frame.look.theme, frame.look.zoom, frame.width
        if self._strip[0] != key:
            self._strip = key, Strip(frame).courses(self.model)
        return self._strip[1]
