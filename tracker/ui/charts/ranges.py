# SPDX-License-Identifier: MIT
"""The reference range as a step through time, hatched while the switch has no known day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QRectF

from tracker.domain.lifeline import RangeStep
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Corner, Label, Places, Words
from tracker.ui.charts.scale import Scale
from tracker.ui.charts.shapes import DASHED, Drawing, Fill, Hatch, Lines, pen

translate = QCoreApplication.translate

_LEAST_HATCH = 4.0


class Stretch(NamedTuple):
    """Pixels during which one range was surely in force."""

    step: RangeStep
    left: float
    right: float


class Switch(NamedTuple):
    """Pixels during which either of two ranges may have been in force."""

    before: RangeStep
    after: RangeStep
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Steps:
    """The certain stretches and the uncertain switches of a marker's ranges."""

    stretches: tuple[Stretch, ...]
    switches: tuple[Switch, ...]

    @classmethod
    def of(cls, steps: Sequence[RangeStep], frame: Frame) -> "Steps":
        """Cuts the axis at the switches; ``steps`` are in order of time."""
        stretches, switches, left = [], [], 0.0
        for i, step in enumerate(steps):
            if i or step.start:
                start, sure = _switch_ends(step, frame)
                if i:
                    stretches.append(Stretch(steps[i - 1], left, start))
                    if sure > start:
                        switches.append(Switch(steps[i - 1], step, start, sure))
                left = sure
        if steps:
            stretches.append(Stretch(steps[-1], left, frame.width))
        return cls(tuple(s for s in stretches if s.right > s.left), tuple(switches))


def draw_ranges(drawing: Drawing, frame: Frame, scale: Scale, steps: Steps, height: float) -> None:
    """Fills what was surely normal, and hatches what may have been."""
    theme = frame.look.theme
    solid, dashed = pen(theme.band_line, 1.8), pen(theme.band_line, 1.6, DASHED)
    for stretch in steps.stretches:
        low, high = range_edges(stretch.step, scale, height)
        for left, right in frame.stretches(stretch.left, stretch.right):
            drawing.add(Fill(QRectF(left, high, right - left, low - high), theme.band))
            drawing.add(Lines(tuple(_limit_lines(stretch.step, scale, left, right)), solid))
    for switch in steps.switches:
        (low_a, high_a), (low_b, high_b) = (
            range_edges(step, scale, height) for step in (switch.before, switch.after)
        )
        for left, right in frame.stretches(switch.left, switch.right):
            sure = QRectF(left, max(high_a, high_b), right - left, 0)
            sure.setBottom(max(sure.top(), min(low_a, low_b)))
            drawing.add(Fill(sure, theme.band))
            for a, b in ((high_a, high_b), (low_a, low_b)):
                if a != b:
                    drawing.add(
                        Hatch(QRectF(left, min(a, b), right - left, abs(a - b)), theme.band_line)
                    )
            edges = [
                line
                for step in (switch.before, switch.after)
                for line in _limit_lines(step, scale, left, right)
            ]
            drawing.add(Lines(tuple(edges), dashed))


def label_ranges(
    drawing: Drawing, frame: Frame, scale: Scale, steps: Steps, places: Places, height: float
) -> None:
    """Writes each range into its own stretch, and "range uncertain" above a switch.

    In the middle of the band, else along its edges, where fewer results are: without its words a
    reader sees where the limit is and not what it is.
    """
    theme, pad = frame.look.theme, frame.z(8)
    for i, stretch in enumerate(steps.stretches):
        label = Label(((Words(stretch.step.label, theme.text2, 13),),))
        width, line = label.size(frame)
        low, high = range_edges(stretch.step, scale, height)
        rooms = [
            (left + pad, right - left - width - 2 * pad)
            for left, right in frame.stretches(stretch.left, stretch.right)
            if right - left > width + 2 * pad
        ]
        sixths = (0, 3, 6, 1, 2, 4, 5) if i == 0 else (6, 3, 0, 5, 4, 2, 1)
        lefts = [left + room * n / 6 for left, room in rooms for n in sixths]
        corners = [(x, y) for y in _tops(low, high, line, height) for x in lefts]
        _write(drawing, frame, label, places, corners, None)
    for switch in steps.switches:
        _label_switch(drawing, frame, scale, switch, places, height)


def _tops(low: float, high: float, line: float, height: float) -> Iterator[float]:
    """Where a line of words may stand in a band: its middle, its edges, then outside of them."""
    inside = ((low + high - line) / 2, high + 1, low - line - 1)
    outside = (high - line - 2, low + 1)
    for top in (*inside, *outside) if low - high >= line - 2 else outside:
        yield max(0.0, min(top, height - line))


def _label_switch(
    drawing: Drawing, frame: Frame, scale: Scale, switch: Switch, places: Places, height: float
) -> None:
    top = min(range_edges(step, scale, height)[1] for step in (switch.before, switch.after))
    for text in (translate("Chart", "range uncertain"), translate("Chart", "range ?")):
        label = Label(((Words(text, frame.look.theme.text2, 13),),))
        width, line = label.size(frame)
        lefts = (
            switch.left,
            switch.right - width - 2,
            switch.left - width - 4,
            switch.right + 4,
        )
        corners = [(x, y) for y in (top - line - 1, top - 2 * line) for x in lefts]
        if _write(drawing, frame, label, places, corners, frame):
            return


def _write(
    drawing: Drawing,
    frame: Frame,
    label: Label,
    places: Places,
    corners: Sequence[Corner],
    over: Frame | None,
) -> bool:
    """Writes a label at the first free corner, over a halo of ``over``; says whether it could."""
    rect = places.find(*label.size(frame), corners)
    if rect is not None:
        halo = over.ground(rect.center().x()) if over else None
        label.draw(drawing, frame, rect, halo=halo)
    return rect is not None


def _switch_ends(step: RangeStep, frame: Frame) -> tuple[float, float]:
    """Pixels of the first day the step may be, and of the first day it surely is, in force."""
    start = step.start
    if start is None:
        return 0.0, 0.0
    first = frame.date_x(start.earliest) if start.earliest else 0.0
    if start.is_day:
        return first, first
    sure = frame.x(start.latest.toordinal() + 1) if start.latest else frame.width
    return first, max(sure, first + _LEAST_HATCH)


def range_edges(step: RangeStep, scale: Scale, height: float) -> tuple[float, float]:
    """The pixels of the lower and the upper limit; a missing one is the edge of the lane."""
    low = height if step.low is None else scale.y(step.low)
    high = 0.0 if step.high is None else scale.y(step.high)
    return low, high


def _limit_lines(step: RangeStep, scale: Scale, left: float, right: float) -> Iterator[QLineF]:
    for limit in (step.low, step.high):
        if limit is not None:
            yield QLineF(left, scale.y(limit), right, scale.y(limit))
