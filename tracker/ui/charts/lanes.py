# SPDX-License-Identifier: MIT
"""The lanes below the markers: their heights, names, contents, and what has no place in time."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF

from tracker.domain.lifeline import Lane, LaneKind, Mark
from tracker.ui.charts.axis import ground, milestone_lines
from tracker.ui.charts.bar_rows import Row, row_pitch
from tracker.ui.charts.bars import draw_bars
from tracker.ui.charts.events import draw_events
from tracker.ui.charts.frame import NAMES_WIDTH, Frame
from tracker.ui.charts.labels import Label, Places, Words
from tracker.ui.charts.shapes import Drawing, Fill, hairline

translate = QCoreApplication.translate

_HEIGHT: Final = {
    LaneKind.DRUGS: 42.0,
    LaneKind.RADIOTHERAPY: 64.0,
    LaneKind.SURGERY: 44.0,
    LaneKind.IMAGING: 46.0,
    LaneKind.ADVERSE_EVENTS: 40.0,
    LaneKind.VISITS: 28.0,
}


def lane_height(lane: Lane, rows: Sequence[Row], frame: Frame) -> float:
    """The pixels a lane asks for: its height in the design, or more rows, or one when empty."""
    if not lane.marks and not lane.notes:
        return frame.z(30)
    if lane.kind not in _OF_BARS:
        return frame.z(_HEIGHT[lane.kind])
    count = max((row.row for row in rows), default=0) + 1
    return frame.z(max(_HEIGHT[lane.kind], row_pitch(lane.kind) * count + 6))


def draw_lanes(
    lanes: Sequence[Lane],
    rows: Sequence[Sequence[Row]],
    frame: Frame,
    heights: Sequence[float],
) -> Drawing:
    """All lanes below each other."""
    drawing, y = ground(frame, sum(heights)), 0.0
    milestone_lines(drawing, frame, sum(heights))
    for lane, bars, height in zip(lanes, rows, heights, strict=True):
        drawing.put(_lane(lane, bars, frame, height), 0, y)
        y += height
        drawing.add(Fill(hairline(0, y - 1, width=frame.width), frame.look.theme.line))
    return drawing


def draw_lane_names(lanes: Sequence[Lane], frame: Frame, heights: Sequence[float]) -> Drawing:
    """The names at the left, with what could not be placed in time counted below."""
    drawing, theme, y = Drawing(), frame.look.theme, 0.0
    for lane, height in zip(lanes, heights, strict=True):
        title, subtitle = _names(lane.kind)
        one_line = height < frame.z(34)
        first = y + (height / 2 if one_line else min(frame.z(17), height * 0.36))
        Words(title, theme.text, 13, bold=True).draw(drawing, frame, 0, first)
        lost = unplaced(lane)
        under = first + frame.z(16)
        if lost:
            text = translate("Chart", "{n} without a date").format(n=len(lost))
            words = Words(text, theme.ask, 12)
            at, x = (first, frame.z(52)) if one_line else (under, 0.0)
            words.draw(drawing, frame, x, at)
            rect = QRectF(x, at - frame.z(8), words.width(frame), frame.z(16))
            for mark in lost:
                drawing.hit(rect, mark)
        elif subtitle and not one_line:
            Words(subtitle, theme.text2, 12).draw(drawing, frame, 0, under)
        y += height
        line = hairline(0, y - 1, width=frame.z(NAMES_WIDTH))
        drawing.add(Fill(line, theme.line))
    return drawing


def unplaced(lane: Lane) -> list[Mark]:
    """Marks that neither a date nor a stated order puts anywhere on the axis."""
    return [
        mark
        for mark in lane.marks
        if mark.span is None and mark.place is None and mark.when.earliest is None
    ]


_OF_BARS = {LaneKind.DRUGS, LaneKind.RADIOTHERAPY, LaneKind.ADVERSE_EVENTS}


def _lane(lane: Lane, rows: Sequence[Row], frame: Frame, height: float) -> Drawing:
    places = Places(QRectF(0, 0, frame.width + frame.z(2), height), frame)
    if rows:
        drawing = draw_bars(lane.kind, rows, frame, height, places)
    else:
        drawing = draw_events(lane, frame, height, places)
    theme = frame.look.theme
    if not lane.marks and not lane.notes and lane.empty:
        label = Label(((Words(lane.empty, theme.text3, 13),),))
        width, line = label.size(frame)
        starts = [left + frame.z(8) for left, _ in frame.stretches(0, frame.width)]
        rect = places.find(width, line, [(x, (height - line) / 2) for x in starts])
        if rect is not None:
            label.draw(drawing, frame, rect)
    for note in lane.notes:
        label = Label(((Words(note.text, theme.text, 13),),))
        width, line = label.size(frame)
        pieces = frame.stretches(frame.date_x(note.start), frame.date_x(note.end))
        corners = [
            (x, y)
            for left, right in reversed(pieces)
            for y in (frame.z(12) - line / 2, height - line - 2)
            for x in (left + frame.z(12), (left + right - width) / 2, right - width - frame.z(8))
        ]
        rect = places.find(width, line, corners)
        if rect is not None:
            label.draw(drawing, frame, rect, halo=frame.ground(rect.center().x()))
    return drawing


def _names(kind: LaneKind) -> tuple[str, str]:
    return {
        LaneKind.DRUGS: (
            translate("Chart", "Drugs"),
            translate("Chart", "tick = dated dose"),
        ),
        LaneKind.RADIOTHERAPY: (
            translate("Chart", "Radiotherapy"),
            translate("Chart", "Gy / fractions"),
        ),
        LaneKind.SURGERY: (translate("Chart", "Surgery"), translate("Chart", "and biopsy")),
        LaneKind.IMAGING: (translate("Chart", "Imaging"), translate("Chart", "and response")),
        LaneKind.ADVERSE_EVENTS: (
            translate("Chart", "Adverse events"),
            translate("Chart", "CTCAE grade"),
        ),
        LaneKind.VISITS: (translate("Chart", "Visits"), ""),
    }[kind]
