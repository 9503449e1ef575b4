# SPDX-License-Identifier: MIT
"""The words of a result of a marker, and where beside its mark they may stand."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QRectF

from tracker.domain.lifeline import MarkerPoint
from tracker.domain.records.marker import Flag
from tracker.ui.charts.frame import Frame
from tracker.ui.charts.labels import Corner, Label, Line, Piece, Triangle, Words
from tracker.ui.charts.tones import flag_colour

translate = QCoreApplication.translate


def value_line(point: MarkerPoint, frame: Frame, px: float) -> Line:
    """The value as it is shown, with its flag."""
    theme = frame.look.theme
    colour = theme.text if point.flag in {Flag.NORMAL, None} else flag_colour(theme, point.flag)
    value = f"{point.times_limit or '?'} ×" if frame.view.divided else point.text
    pieces: list[Piece] = [Words(value, colour, px, bold=True, space=4)]
    if point.flag in {Flag.HIGH, Flag.LOW}:
        letter = Words(point.flag.value, colour, px, bold=True)
        pieces += [Triangle(colour, point.flag is Flag.HIGH, px), letter]
    return tuple(pieces)


def value_labels(point: MarkerPoint, frame: Frame, *, compact: bool) -> Iterator[Label]:
    """The words of a result, from long to short."""
    theme = frame.look.theme
    px = 12.5 if compact else 15
    multiple = translate("Chart", "{n} × limit").format(n=point.times_limit)
    under = multiple if point.times_limit else ""
    if frame.view.divided:
        under = point.text
    head = value_line(point, frame, px)
    if point.flag is Flag.UNCERTAIN:
        under = translate("Chart", "range uncertain")
    if not point.span:
        undated = translate("Chart", "no date")
        under = f"{under}, {undated}" if under else undated
    if under and not compact:
        yield Label((head, (Words(under, theme.text2, 12.5),)), 13.2)
    yield Label((head,), px)


def corners_around(rect: QRectF, width: float, height: float, frame: Frame) -> Iterator[Corner]:
    """Top left corners to try: right, above, left, below, and their diagonals."""
    gap, middle = frame.z(7), rect.center()
    right, left = rect.right() + gap, rect.left() - gap - width
    over, under = rect.top() - height - frame.z(2), rect.bottom() + frame.z(2)
    wide = rect.width() > frame.z(60)
    beside = right, middle.y() - height * 0.72
    starts = rect.left() + frame.z(6) if wide else middle.x() + frame.z(2)
    above = starts, over
    yield from (above, beside) if wide else (beside, above)
    yield starts, over - frame.z(9)
    yield right, middle.y() - height / 2
    yield middle.x() - width / 2, over
    yield middle.x() - width, over
    yield left, middle.y() - height * 0.72
    yield left, middle.y() - height / 2
    yield middle.x() - width / 2, under
    yield right, under - frame.z(4)
    yield left, under - frame.z(4)
    yield middle.x() - width / 2, over - frame.z(14)
