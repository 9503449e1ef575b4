# SPDX-License-Identifier: MIT
"""What lasts: courses of drugs and radiotherapy, and adverse events, packed into rows.

A known day is a hard edge. A month fades in or out over that month between dashed edges; an end
that is not recorded fades out with no cap; what has no date at all is a dashed box.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from tracker.domain.lifeline import AdverseEvent, Bar, Course, GradeStep, Lane, LaneKind
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Label, Places, Words
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
from tracker.ui.glyphs import Glyph, paint_glyph, paint_grade

MOST_ROWS: Final = 5
_GAP: Final = 8  # pixels between two bars of a row
_ARROW: Final = 7
_PITCH: Final = {LaneKind.ADVERSE_EVENTS: 21.0}  # pixels from row to row; else 31
_BADGE: Final = 22


@dataclass(frozen=True, slots=True)
class Extent:
    """The pixels of a bar and how its ends are known."""

    left: float
    right: float
    fade_in: float = 0
    fade_out: float = 0
    hard_left: bool = False
    hard_right: bool = False
    arrow: bool = False
    undated: bool = False
    tick: bool = False

    @classmethod
    def of(cls, bar: Bar, frame: Frame) -> "Extent | None":
        """Where a bar is, or None when neither a date nor an order places it."""
        title = frame.text_width(bar.title, 13, bold=True)
        inner = title + frame.z(12)
        if bar.span is None:
            return _undated(bar, frame, inner)
        left, sure = frame.x(bar.span[0]), frame.x(bar.span[1])
        hard, fade_in = bar.day_known, 0.0 if bar.day_known else sure - left
        if bar.ongoing:
            right = max(frame.date_x(frame.as_of), left + frame.z(4))
            return cls(left, right, fade_in, 0, hard, arrow=True)
        if bar.end is None or bar.end.latest is None:
            least = frame.z(124 if isinstance(bar, AdverseEvent) else 84)
            right = max(left + max(inner + frame.z(8), least), sure + frame.z(24))
            right = max(min(right, frame.wall(sure)), sure, left + frame.z(6))
            return cls(left, right, fade_in, min(right - sure, (right - left) * 0.4), hard)
        if bar.end.day and bar.end.day == bar.when.day:
            return cls(left - 1, left + frame.z(4), tick=True)
        right = frame.x(bar.end.latest.toordinal() + 1)
        ends = frame.date_x(bar.end.earliest) if bar.end.earliest else left
        right = max(right, left + frame.z(4))
        return cls(
            left, right, fade_in, 0 if bar.end.day else right - ends, hard, bool(bar.end.day)
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One bar with its row and its pixels."""

    bar: Bar
    extent: Extent
    row: int


def packed(lane: Lane, frame: Frame) -> Sequence[Row]:
    """The bars in rows, in order of time; a boost hangs right below its course."""
    bars = [(bar, e) for bar in lane.marks if isinstance(bar, Bar) and (e := Extent.of(bar, frame))]
    ends: list[float] = []
    rows: list[Row] = []
    for bar, stated in sorted(bars, key=lambda pair: pair[0].order_day or 0):
        first_free = ends[0] + frame.z(_GAP) if ends else 0
        extent = _after(stated, first_free, frame) if stated.undated else stated
        beneath = isinstance(bar, Course) and bar.beneath and rows
        left, right = _claimed(bar, extent, frame)
        if beneath:
            row = min(rows[-1].row + 1, MOST_ROWS - 1)
        else:
            row = next((i for i, end in enumerate(ends) if end + frame.z(_GAP) <= left), len(ends))
            if row >= MOST_ROWS:
                row = min(range(MOST_ROWS), key=ends.__getitem__)
        ends += [float("-inf")] * (row + 1 - len(ends))
        ends[row] = max(ends[row], right)
        rows.append(Row(bar, extent, row))
    return rows


def row_pitch(kind: LaneKind) -> float:
    """Design pixels from one row to the next."""
    return _PITCH.get(kind, 31.0)


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
        y = top + row.row * pitch
        if isinstance(row.bar, Course) and row.bar.beneath:
            y -= frame.z(3)
        rect = QRectF(row.extent.left, y, row.extent.right - row.extent.left, thick)
        places.take(rect.adjusted(0, -1, _ARROW if row.extent.arrow else 0, 1))
        placed.append((row, rect))
    for row, rect in placed:
        if isinstance(row.bar, Course):
            _course(drawing, frame, row.bar, row.extent, rect)
        elif isinstance(row.bar, AdverseEvent):
            _adverse_event(drawing, frame, row.bar, row.extent, rect)
        drawing.hit(rect.adjusted(-2, 0, _ARROW, 0), row.bar)
    for row, rect in placed:
        _words(drawing, frame, row, rect, places)
    for row, rect in placed:
        if isinstance(row.bar, Course):
            _doses(drawing, frame, row.bar, rect)
    return drawing


def _undated(bar: Bar, frame: Frame, inner: float) -> Extent | None:
    if bar.place:
        left = frame.date_x(bar.place[0])
    elif bar.when.earliest:
        left = frame.date_x(bar.when.earliest)
    else:
        return None
    # the box is as wide as its words: a width would look like a duration
    right = min(left + inner, max(frame.wall(left), left + frame.z(24)), frame.width)
    return Extent(min(left, right - frame.z(24)), right, undated=True)


def _after(extent: Extent, free: float, frame: Frame) -> Extent:
    """A box without a date, moved on a little to stay in the first row: only its order counts."""
    shift = free - extent.left
    if not 0 < shift < frame.z(48) or extent.right + shift > frame.width:
        return extent
    return replace(extent, left=extent.left + shift, right=extent.right + shift)


def _claimed(bar: Bar, extent: Extent, frame: Frame) -> tuple[float, float]:
    """The pixels a bar needs to itself: a title that does not fit inside stands at its right."""
    left, right = extent.left, extent.right + (_ARROW if extent.arrow else 0)
    if isinstance(bar, AdverseEvent):
        left -= frame.z(_BADGE)
    title = frame.text_width(bar.title, 13, bold=True)
    if extent.tick or title + frame.z(6) > extent.right - extent.left:
        words = title + frame.z(8)
        if extent.tick:
            words += frame.text_width(bar.caption, 13) + frame.z(6)
        if right + words <= frame.width:
            return left, right + words
        return left - words, right
    return left, right


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
        drawing.add(Lines(dashed, pen(line, 1.5, DASHED)))
    if last > first:
        middle = tuple(QLineF(first, y, last, y) for y in edges)
        drawing.add(Lines(middle, pen(line, 1.5, () if sure or extent.arrow else DASHED)))
    ends = ((extent.hard_left, rect.left()), (extent.hard_right, rect.right()))
    caps = tuple(QLineF(x, rect.top(), x, rect.bottom()) for known, x in ends if known)
    if caps:
        drawing.add(Lines(caps, pen(line, 2)))


def _arrow(drawing: Drawing, frame: Frame, rect: QRectF, colour: QColor) -> None:
    path = QPainterPath()
    tip = QPointF(rect.right() + frame.z(_ARROW), rect.center().y())
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
    worst = max((step.grade for step in bar.grades if step.grade), default=None)
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
    paint = partial(paint_grade, theme=theme, grade=worst, x=x, y=rect.center().y(), size=size)
    drawing.add(Painted(paint))


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


def _words(drawing: Drawing, frame: Frame, row: Row, rect: QRectF, places: Places) -> None:
    """Title inside the bar if it fits, else beside it; caption right, below or left of it."""
    theme, bar = frame.look.theme, row.bar
    title = Words(bar.title, theme.text, 13, bold=True)
    inside = _title_inside(drawing, frame, row, rect, title)
    caption = Words(bar.caption, theme.text2, 13)
    right = rect.right() + frame.z(8 if not row.extent.arrow else _ARROW + 4)
    if isinstance(bar, AdverseEvent) and rect.left() < frame.z(_BADGE):
        right = max(right, rect.left() + frame.z(_BADGE + 2))
    if not inside:
        both = (Words(bar.title, theme.text, 13, bold=True, space=7), caption)
        forms = [Label((both,)), Label(((title,),))] if bar.caption else [Label(((title,),))]
    else:
        forms = [Label(((caption,),))] if bar.caption else []
    for label in forms:
        width, height = label.size(frame)
        middle = rect.center().y() - height / 2
        badge = frame.z(_BADGE) if isinstance(bar, AdverseEvent) else 0
        corners = [
            (right, middle),
            ((rect.left() + rect.right() - width) / 2, rect.bottom() + frame.z(4)),
            (rect.left() - width - frame.z(8) - badge, middle),
        ]
        if width * 3 < rect.width():
            del corners[1]  # below a long bar it would seem to belong to a day of its own
        spot = places.find(width, height, corners)
        if spot is not None:
            label.draw(drawing, frame, spot, halo=frame.ground(spot.center().x()))
            drawing.hit(spot, bar)
            return


def _title_inside(drawing: Drawing, frame: Frame, row: Row, rect: QRectF, title: Words) -> bool:
    """Writes the title into the first stretch of the bar that holds it, the question behind it."""
    if row.extent.tick:
        return False
    pad, width = frame.z(3), title.width(frame)
    pieces = _pieces(row, rect, frame)
    spot = next(((a, b) for a, b in pieces if b - a >= width + 2 * pad), None)
    if spot is None:
        return False
    bar, middle = row.bar, rect.center().y()
    ticked = isinstance(bar, Course) and bar.doses
    if ticked and rect.height() > frame.z(20):
        middle -= frame.z(3)
    starts = isinstance(bar, AdverseEvent) or (spot[1] - spot[0]) > 3 * width
    x = spot[0] + frame.z(10) if starts else (spot[0] + spot[1] - width) / 2
    badge_inside = isinstance(bar, AdverseEvent) and rect.left() < frame.z(_BADGE)
    x = max(x, rect.left() + frame.z(_BADGE)) if badge_inside else x
    if x + width > spot[1]:
        return False
    _on_bar(frame, row, title, x).draw(drawing, frame, x, middle)
    if isinstance(bar, Course) and bar.question:
        _question(
            drawing,
            frame,
            bar,
            [(x + width + frame.z(16), spot[1]), *_behind(pieces, spot)],
            middle,
        )
    return True


def _behind(
    pieces: Sequence[tuple[float, float]], spot: tuple[float, float]
) -> list[tuple[float, float]]:
    return [piece for piece in pieces if piece[0] > spot[0]]


def _pieces(row: Row, rect: QRectF, frame: Frame) -> list[tuple[float, float]]:
    """The bar cut at the breaks and where its grade changes, so that a title has one ground."""
    pieces, left = [], rect.left()
    for x in (*(x for x, _ in _grade_starts(row.bar, frame) if x > rect.left()), rect.right()):
        if left < x <= rect.right():
            pieces += frame.stretches(left, x)
            left = x
    return pieces


def _grade_starts(bar: Bar, frame: Frame) -> list[tuple[float, int | None]]:
    steps = bar.grades if isinstance(bar, AdverseEvent) else ()
    return [(frame.date_x(s.start.earliest), s.grade) for s in steps if s.start.earliest]


def _on_bar(frame: Frame, row: Row, title: Words, x: float) -> Words:
    """The title in a colour that reads on the grade below it; a fading bar is mostly ground."""
    if row.extent.fade_in or row.extent.fade_out:
        return title
    grade = next((g for start, g in reversed(_grade_starts(row.bar, frame)) if start <= x), None)
    return replace(title, colour=frame.look.theme.grades[grade - 1][1]) if grade else title


def _question(
    drawing: Drawing,
    frame: Frame,
    bar: Course,
    rooms: Sequence[tuple[float, float]],
    middle: float,
) -> None:
    """What is missing, with its diamond, in the roomiest stretch behind the title."""
    theme, words = frame.look.theme, Words(bar.question, frame.look.theme.text, 13)
    width = words.width(frame) + frame.z(20)
    room = next(((a, b) for a, b in reversed(rooms) if b - a > width + frame.z(16)), None)
    if room is None:
        return
    x = room[0] + frame.z(20)
    paint = partial(
        paint_glyph,
        theme=theme,
        glyph=Glyph.ASK,
        x=x,
        y=middle,
        size=frame.z(11),
        colour=theme.text,
    )
    drawing.add(Painted(paint))
    words.draw(drawing, frame, x + frame.z(14), middle)
