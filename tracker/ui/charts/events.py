# SPDX-License-Identifier: MIT
"""What happened once: surgery, biopsies, scans, responses and visits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF

from tracker.domain.lifeline import Event, Lane, LaneKind, Symbol
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Chip, Corner, Label, Line, Piece, Places, Words
from tracker.ui.charts.shapes import DASHED, Box, Dot, Drawing, Lines, Path, Soft, pen, triangle

_ROWS: Final = {LaneKind.IMAGING: 2}
_PITCH: Final = 21.0
_CROWD: Final = 12  # events from which only responses and the newest are named
_PX: Final = 12
_SHORTEST: Final = 8  # letters of a title that still say something before an ellipsis


@dataclass(frozen=True, slots=True)
class Spot:
    """An event with the rectangle of its symbol."""

    event: Event
    rect: QRectF


def draw_events(lane: Lane, frame: Frame, height: float, places: Places) -> Drawing:
    """The lane's symbols and, where there is room, their words; the newest first."""
    drawing = Drawing()
    spots = _spots(lane, frame, height)
    drawing.add(*(Lines(link, pen(frame.look.theme.text2, 1.5)) for link in _links(spots)))
    for spot in spots:
        places.take_rect(spot.rect.adjusted(-1, 0, 1, 0))
        _symbol(drawing, frame, spot, small=len(spots) > 3 * _CROWD)
        drawing.hit(spot.rect.adjusted(-2, -3, 2, 3), spot.event)
    crowd = len(spots) > _CROWD
    for i, spot in enumerate(sorted(spots, key=_importance)):
        if _words_inside(drawing, frame, spot):
            continue
        forms = list(_forms(spot.event, frame))
        if crowd and i:
            forms = forms[-1:] if spot.event.response else []
        for label in forms:
            width, tall = label.size(frame)
            rect = places.find(width, tall, _corners(spot, frame, label, width, crowd=crowd))
            if rect is not None:
                label.draw(drawing, frame, rect, halo=frame.ground(rect.center().x()))
                drawing.hit(rect, spot.event)
                break
    return drawing


def _links(spots: Sequence[Spot]) -> Iterator[tuple[QLineF, ...]]:
    """From scan to scan of what is read together, below marks of one row, which may touch."""
    points: dict[date, list[QRectF]] = {}
    for spot in spots:
        if spot.event.time_point is not None:
            points.setdefault(spot.event.time_point, []).append(spot.rect)
    for one, other in (ends for rects in points.values() for ends in pairwise(rects)):
        way = [one.center(), other.center()]
        if one.center().y() == other.center().y():
            way[1:1] = [QPointF(rect.center().x(), rect.bottom() + 1) for rect in (one, other)]
        yield tuple(QLineF(*ends) for ends in pairwise(way))


def _corners(
    spot: Spot, frame: Frame, label: Label, width: float, *, crowd: bool
) -> Iterator[Corner]:
    """Right, left, and in a crowd below."""
    first = spot.rect.center().y() - frame.line_height(label.px) / 2
    gap = frame.z(7 if spot.event.span else 4)
    yield spot.rect.right() + gap, first
    yield spot.rect.left() - frame.z(7) - width, first
    if crowd:
        below, middle = first + frame.z(_PITCH), spot.rect.center().x()
        yield from ((middle - width * share, below) for share in (0.5, 0.3, 0.7, 0.1, 0.9))


def _spots(lane: Lane, frame: Frame, height: float) -> Sequence[Spot]:
    """Each event in the first row in which its symbol touches no other."""
    rows = _ROWS.get(lane.kind, 1)
    pitch = min(frame.z(_PITCH), height / rows)
    room = height - (rows - 1) * pitch
    top = frame.z(13) if room > frame.z(30) else room / 2
    taken: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    spots = []
    events = [e for e in lane.marks if isinstance(e, Event) and e.order_day is not None]
    for event in sorted(events, key=lambda e: (e.order_day or 0, e.span is None)):
        left, right = _sides(event, frame)
        row = _free_row(taken, left, right) if event.span else rows - 1
        taken[row].append((left, right))
        middle, half = top + row * pitch, frame.z(8.5)
        spots.append(Spot(event, QRectF(left, middle - half, right - left, 2 * half)))
    return spots


def _free_row(taken: Sequence[Sequence[tuple[float, float]]], left: float, right: float) -> int:
    """The first row with nothing between two pixels, else the emptier of the outer ones."""
    for i, sides in enumerate(taken):
        if not any(a < right and left < b for a, b in sides):
            return i
    return len(taken) - 1 if len(taken[0]) > len(taken[-1]) else 0


def _sides(event: Event, frame: Frame) -> tuple[float, float]:
    """Left and right pixel of the symbol."""
    if event.span is None:
        day = event.place[0] if event.place else event.when.earliest
        left = frame.date_x(day) if day else 0.0
        width = _undated_width(event, frame)
        return min(left, frame.width - width), min(left + width, frame.width)
    if event.day_known:
        middle, half = frame.x(event.span[0]), frame.z(5.5)
        return middle - half, middle + half
    return frame.extent(event, frame.z(8)) or (0.0, 0.0)


def _undated_width(event: Event, frame: Frame) -> float:
    if event.response:
        return Chip(event.response, dated=False).width(frame)
    return frame.z(26)


def _symbol(drawing: Drawing, frame: Frame, spot: Spot, *, small: bool) -> None:
    theme, event, rect = frame.look.theme, spot.event, spot.rect
    centre, ground = rect.center(), frame.ground(rect.center().x())
    if event.span is None:
        if event.response:
            Chip(event.response, dated=False).draw(drawing, frame, rect.left(), centre.y())
        else:
            drawing.add(Box(rect, ground, pen(theme.text2, 1.4, DASHED), frame.z(5)))
        return
    colour = theme.done if event.good else theme.text
    if not event.day_known:
        narrow = rect.width() <= frame.z(12)
        colour = theme.done if event.good else theme.text2
        if not narrow and not event.good:
            colour = theme.line2
        fade = rect.width() * (0.25 if narrow else 0.4)
        drawing.add(Soft(rect, colour, ground, fade, fade))
        return
    size, edge = frame.z(12.5), pen(colour, 2)
    if event.symbol in {Symbol.SURGERY, Symbol.BIOPSY}:
        path = triangle(centre.x(), centre.y(), size, up=False)
        hollow = event.symbol is Symbol.BIOPSY
        drawing.add(Path(path, edge if hollow else None, ground if hollow else colour))
        return
    radius = frame.z(2.6 if small else 4.0 if event.symbol is Symbol.VISIT else 5.0)
    hollow = event.symbol is Symbol.SCAN
    drawing.add(Dot(centre, radius, ground if hollow else colour, edge if hollow else None))


def _words_inside(drawing: Drawing, frame: Frame, spot: Spot) -> bool:
    """A title alone inside the soft pill of its month, when it fits."""
    event = spot.event
    if event.span is None or event.day_known or event.detail or event.response:
        return False
    words = Words(event.title, frame.look.theme.text, 13)
    if not event.title or words.width(frame) > spot.rect.width() - frame.z(10):
        return False
    centre = spot.rect.center()
    words.draw(drawing, frame, centre.x() - words.width(frame) / 2, centre.y())
    return True


def _forms(event: Event, frame: Frame) -> Iterator[Label]:
    """The words of an event, from long to short; a change of response is the last to go."""
    theme = frame.look.theme
    chip: Line = (Chip(event.response, dated=True),) if event.response and event.span else ()
    lead = Words(event.lead, theme.text2, _PX)
    title = Words(event.title, theme.text, _PX, bold=True)
    detail = Words(event.detail, theme.text2 if event.span is None else theme.text, _PX)
    full = (*chip, *_filled(lead, title, detail))
    short = (*chip, *_filled(title if event.title else lead))
    if full and event.second:
        yield Label((full, (Words(event.second, theme.text2, _PX),)), 14)
    if full:
        yield Label((full,))
    if short and short != full:
        yield Label((short,))
    if chip and chip != short:
        yield Label((chip,))
    if not chip and len(title.text) > _SHORTEST:
        for length in (30, 22, 14, _SHORTEST):
            yield Label(((replace(title, text=f"{title.text[:length].rstrip()}…"),),))


def _filled(*pieces: Words) -> tuple[Piece, ...]:
    """The pieces that say something, with a blank between them."""
    said = [piece for piece in pieces if piece.text]
    return (*(replace(piece, space=7) for piece in said[:-1]), *said[-1:])


def _importance(spot: Spot) -> tuple[bool, bool, float]:
    """Responses first, then words worth two lines, then the newest."""
    return not spot.event.response, not spot.event.second, -spot.rect.left()
