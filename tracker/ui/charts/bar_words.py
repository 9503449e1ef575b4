# SPDX-License-Identifier: MIT
"""Titles and captions of what lasts: inside the bar, else beside it, else nowhere."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from tracker.domain.lifeline import AdverseEvent, Bar, Course
from tracker.ui.charts.bar_rows import ARROW, BADGE, PX, Row
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Corner, Label, Places, Words
from tracker.ui.charts.shapes import Drawing, Painted
from tracker.ui.glyphs import Glyph, paint_glyph

_SPACE: Final = 7  # pixels between title and caption

Stretch = tuple[float, float]


class BarWords:
    """Writes the words of the bars of one lane."""

    def __init__(self, drawing: Drawing, frame: Frame, places: Places) -> None:
        """Sizes are worked out here and not for each of hundreds of bars."""
        self._drawing, self._frame, self._places = drawing, frame, places
        self._pad, self._badge = frame.z(3), frame.z(BADGE)
        self._height = frame.line_height(PX)
        self._beside, self._below, self._space = frame.z(8), frame.z(4), frame.z(_SPACE)
        self._behind_arrow = frame.z(ARROW + 4)

    def write(self, row: Row, rect: QRectF) -> None:
        """Title inside the bar if it fits, else beside it; caption right, below or left of it."""
        inside = self._inside(row, rect)
        for width, titled, captioned in self._forms(row, inside=inside):
            spot = self._places.find(width, self._height, self._corners(row, rect, width))
            if spot is None:
                continue
            theme, bar = self._frame.look.theme, row.bar
            line = (
                Words(bar.title, theme.text, PX, bold=True, space=_SPACE),
                Words(bar.caption, theme.text2, PX),
            )
            label = Label((line[not titled : 1 + captioned],))
            halo = self._frame.ground(spot.center().x())
            label.draw(self._drawing, self._frame, spot, halo=halo)
            self._drawing.hit(spot, bar)
            return

    def _forms(self, row: Row, *, inside: bool) -> Sequence[tuple[float, bool, bool]]:
        """What may stand beside a bar, from long to short: its width, with title, with caption."""
        if not row.bar.caption:
            return () if inside else ((row.title, True, False),)
        caption = self._frame.text_width(row.bar.caption, PX)
        if inside:
            return ((caption, False, True),)
        return (row.title + self._space + caption, True, True), (row.title, True, False)

    def _corners(self, row: Row, rect: QRectF, width: float) -> Sequence[Corner]:
        """Top left corners to try: right, below, left."""
        left, right, adverse = row.extent.left, row.extent.right, isinstance(row.bar, AdverseEvent)
        top, bottom = rect.top(), rect.bottom()
        middle = (top + bottom - self._height) / 2
        at_right = right + (self._behind_arrow if row.extent.arrow else self._beside)
        if adverse and left < self._badge:
            at_right = max(at_right, left + self._frame.z(BADGE + 2))
        at_left = left - width - self._beside - (self._badge if adverse else 0)
        if width * 3 < right - left:  # below a long bar it would seem to belong to a day of its own
            return (at_right, middle), (at_left, middle)
        below = (left + right - width) / 2, bottom + self._below
        return (at_right, middle), below, (at_left, middle)

    def _inside(self, row: Row, rect: QRectF) -> bool:
        """Writes the title into the first stretch that holds it, the question behind it."""
        bar, extent, width = row.bar, row.extent, row.title
        if extent.tick or extent.right - extent.left < width + 2 * self._pad:
            return False
        pieces = self._pieces(row)
        spot = next(((a, b) for a, b in pieces if b - a >= width + 2 * self._pad), None)
        if spot is None:
            return False
        z, middle = self._frame.z, rect.center().y()
        if isinstance(bar, Course) and bar.doses and rect.height() > z(20):
            middle -= z(3)
        starts = isinstance(bar, AdverseEvent) or (spot[1] - spot[0]) > 3 * width
        x = spot[0] + z(10) if starts else (spot[0] + spot[1] - width) / 2
        if isinstance(bar, AdverseEvent) and extent.left < self._badge:  # the badge is inside
            x = max(x, extent.left + self._badge)
        if x + width > spot[1]:
            return False
        self._on_bar(row, x).draw(self._drawing, self._frame, x, middle)
        if isinstance(bar, Course) and bar.question:
            behind = [piece for piece in pieces if piece[0] > spot[0]]
            self._question(bar, [(x + width + z(16), spot[1]), *behind], middle)
        return True

    def _pieces(self, row: Row) -> Sequence[Stretch]:
        """The bar cut at the breaks and where its grade changes, so that a title has one ground."""
        left, right = row.extent.left, row.extent.right
        pieces = list[Stretch]()
        for x in (*(x for x, _ in self._grade_starts(row.bar) if x > left), right):
            if left < x <= right:
                pieces += self._frame.stretches(left, x)
                left = x
        return pieces

    def _grade_starts(self, bar: Bar) -> Sequence[tuple[float, int | None]]:
        steps = bar.grades if isinstance(bar, AdverseEvent) else ()
        date_x = self._frame.date_x
        return [(date_x(s.start.earliest), s.grade) for s in steps if s.start.earliest]

    def _on_bar(self, row: Row, x: float) -> Words:
        """The title in a colour that reads on the grade below it; a fading bar is mostly ground."""
        theme, grade = self._frame.look.theme, None
        if not row.extent.fade_in and not row.extent.fade_out:
            starts = reversed(self._grade_starts(row.bar))
            grade = next((g for start, g in starts if start <= x), None)
        colour = theme.grades[grade - 1][1] if grade else theme.text
        return Words(row.bar.title, colour, PX, bold=True)

    def _question(self, bar: Course, rooms: Sequence[Stretch], middle: float) -> None:
        """What is missing, with its diamond, in the roomiest stretch behind the title."""
        frame, theme = self._frame, self._frame.look.theme
        words = Words(bar.question, theme.text, PX)
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
        self._drawing.add(Painted(paint))
        words.draw(self._drawing, frame, x + frame.z(14), middle)
