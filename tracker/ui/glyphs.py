# SPDX-License-Identifier: MIT
"""The vector marks of the program: states, grades, responses, line icons.

A state is always shape + word + colour; these are the shapes. All positions are the centre of the
mark, all sizes are device-independent pixels that the caller has zoomed.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from tracker.ui.icon_shapes import SHAPES, Icon
from tracker.ui.theme import LIGHT, Look, Theme, font

_ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
_TICK: Final = 2.2


class Glyph(Enum):
    """A state of a dose, a value or a question. The value is its colour's token and its shape."""

    OVERDUE = ("overdue", "filled square")
    DUE = ("accent", "hollow square")
    HELD = ("held", "two bars")
    DONE = ("done", "tick")
    ASK = ("ask", "diamond with a question mark")
    DELAYED = ("accent", "open square with an arrow")
    SKIPPED = ("text2", "struck square")
    REDUCED = ("text2", "triangle down")
    STOPPED = ("text2", "ring with a square")
    NOT_STATED = ("text2", "dashed circle with a question mark")
    HIGH = ("overdue", "small triangle up")
    LOW = ("low", "small triangle down")

    @property
    def token(self) -> str:
        """The name in ``Theme`` of the colour of the shape and of its word."""
        return self.value[0]

    def colour(self, theme: Theme) -> QColor:
        """The colour of the shape and of its word."""
        chosen: QColor = getattr(theme, self.token)
        return chosen


def paint_glyph(
    painter: QPainter,
    theme: Theme,
    glyph: Glyph,
    x: float,
    y: float,
    size: float = 12,
    colour: QColor | None = None,
) -> None:
    """Draws a state around (x, y). ``colour`` replaces its own, on a filled ground say."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size / 12, size / 12)
    _STATES[glyph](painter, colour or glyph.colour(theme))
    painter.restore()


def paint_grade(
    painter: QPainter, theme: Theme, grade: int | None, x: float, y: float, size: float = 20
) -> None:
    """Draws a CTCAE grade: as many corners as its number, with the digit inside.

    None is drawn as "grade not stated". Grade 0 has no badge: write the digit and "none".
    """
    if grade is None:
        paint_glyph(painter, theme, Glyph.NOT_STATED, x, y, size * 0.75)
        return
    fill, digit = theme.grades[grade - 1]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(size / 20, size / 20)
    painter.setPen(QPen(theme.grade_line, 1.3, *_ROUND))
    painter.setBrush(fill)
    painter.drawPath(_grade_path(grade))
    painter.setPen(digit)
    lower = {1: 1.5, 3: 3.5, 5: 0.8}.get(grade, 0)
    _centred(painter, str(grade), 12 if grade != 3 else 11, lower)
    painter.restore()


def response_width(look: Look, code: str) -> int:
    """Width in pixels that ``paint_response`` needs for CR, PR, SD, PD, NE, iUPD or iCPD."""
    words = QFontMetrics(look.font(13, bold=True)).horizontalAdvance(code)
    return words if code in {"SD", "NE"} else words + look.px(20)


def paint_response(painter: QPainter, look: Look, code: str, x: float, y: float) -> None:
    """Draws a response chip: round = response, square = progression, dashed = not confirmed."""
    theme, width, height = look.theme, response_width(look, code), look.px(22)
    rect = QRectF(x - width / 2, y - height / 2, width, height)
    good, bad, clear = theme.done, theme.overdue, QColor(Qt.GlobalColor.transparent)
    edge, fill, words = {
        "CR": (good, good, theme.surface),
        "iCR": (good, good, theme.surface),
        "PR": (good, theme.done_soft, good),
        "iPR": (good, theme.done_soft, good),
        "PD": (bad, bad, theme.surface),
        "iCPD": (bad, bad, theme.surface),
        "iUPD": (bad, theme.overdue_soft, bad),
    }.get(code, (clear, clear, theme.text2))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(edge, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if code == "iUPD":
        pen.setDashPattern([2.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(fill)
    radius = 3 if code in {"PD", "iCPD"} else height / 2
    painter.drawRoundedRect(rect.adjusted(0.8, 0.8, -0.8, -0.8), radius, radius)
    painter.setPen(words)
    painter.setFont(look.font(13, bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, code)
    painter.restore()


def paint_icon(
    painter: QPainter, icon: Icon, x: float, y: float, size: float, colour: QColor
) -> None:
    """Draws a line icon around (x, y) in one colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x - size / 2, y - size / 2)
    painter.scale(size / 20, size / 20)
    painter.setPen(QPen(colour, 1.6, *_ROUND))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_icon_path(icon))
    painter.restore()


def menu_icon(icon: Icon, theme: Theme) -> QIcon:
    """A line icon for a menu, sharp at every scale of the screen."""
    made = QIcon()
    for ratio in (1, 1.25, 1.5, 1.75, 2, 3):
        picture = QPixmap(QSize(16, 16) * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, icon, 8 * ratio, 8 * ratio, 16 * ratio, theme.text2)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        made.addPixmap(picture)
    return made


def paint_logo(painter: QPainter, theme: Theme, x: float, y: float, size: float) -> None:
    """Draws the program's mark: a course that dips, turns and goes on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x - size / 2, y - size / 2)
    painter.scale(size / 28, size / 28)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawRoundedRect(QRectF(0, 0, 28, 28), 7, 7)
    painter.setPen(QPen(theme.accent_text, 2.2, *_ROUND))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_points(6, 12.5, 9.5, 12.5, 13, 19, 17, 9.5, 22, 9.5))
    painter.restore()


def app_icon() -> QIcon:
    """The program's mark for title bars and task bars."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_logo(painter, LIGHT, size / 2, size / 2, size)
        painter.end()
        made.addPixmap(picture)
    return made


def _points(*numbers: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)])


def _centred(painter: QPainter, text: str, px: int, lower: float = 0) -> None:
    painter.setFont(font(px, True))
    painter.drawText(QRectF(-20, -20 + lower, 40, 40), Qt.AlignmentFlag.AlignCenter, text)


# --- states, in a box of 12 around the origin -------------------------------------------------


def _filled(painter: QPainter, colour: QColor, *polygons: QPolygonF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for polygon in polygons:
        painter.drawPolygon(polygon)


def _lined(painter: QPainter, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, width, *_ROUND))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _overdue(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(-6, -6, 12, 12), 1, 1)


def _due(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour, 2)
    painter.drawRoundedRect(QRectF(-5, -5, 10, 10), 1, 1)


def _held(painter: QPainter, colour: QColor) -> None:
    _filled(
        painter,
        colour,
        _points(-5.5, -6, -1.5, -6, -1.5, 6, -5.5, 6),
        _points(1.5, -6, 5.5, -6, 5.5, 6, 1.5, 6),
    )


def _done(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour, _TICK)
    painter.drawPolyline(_points(-6.2, 0.4, -2.2, 4.4, 6.2, -4.4))


def _ask(painter: QPainter, colour: QColor) -> None:
    painter.setPen(
        QPen(
            colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_points(0, -7.6, 7.6, 0, 0, 7.6, -7.6, 0))
    _centred(painter, "?", 9)


def _delayed(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour, 1.8)
    painter.drawPolyline(_points(-0.5, -5.2, -5.5, -5.2, -5.5, 5.2, -0.5, 5.2))
    painter.drawLine(QPointF(-1.5, 0), QPointF(6.5, 0))
    painter.drawPolyline(_points(3.6, -2.8, 6.5, 0, 3.6, 2.8))


def _skipped(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour, 1.5)
    painter.drawRoundedRect(QRectF(-5.2, -5.2, 10.4, 10.4), 1.5, 1.5)
    painter.drawLine(QPointF(-2.8, 2.8), QPointF(2.8, -2.8))


def _reduced(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, _points(-5.5, -3.5, 5.5, -3.5, 0, 4.2))


def _stopped(painter: QPainter, colour: QColor) -> None:
    _lined(painter, colour, 1.6)
    painter.drawEllipse(QPointF(0, 0), 6.2, 6.2)
    _filled(painter, colour, _points(-2.2, -2.2, 2.2, -2.2, 2.2, 2.2, -2.2, 2.2))


def _not_stated(painter: QPainter, colour: QColor) -> None:
    pen = QPen(colour, 1.1)
    pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 7, 7)
    painter.setPen(colour)
    _centred(painter, "?", 9)


def _high(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, _points(-5, 4, 5, 4, 0, -4.5))


def _low(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, _points(-5, -4, 5, -4, 0, 4.5))


_STATES: Final[dict[Glyph, Callable[[QPainter, QColor], None]]] = {
    Glyph.OVERDUE: _overdue,
    Glyph.DUE: _due,
    Glyph.HELD: _held,
    Glyph.DONE: _done,
    Glyph.ASK: _ask,
    Glyph.DELAYED: _delayed,
    Glyph.SKIPPED: _skipped,
    Glyph.REDUCED: _reduced,
    Glyph.STOPPED: _stopped,
    Glyph.NOT_STATED: _not_stated,
    Glyph.HIGH: _high,
    Glyph.LOW: _low,
}


# --- grades and icons as paths ----------------------------------------------------------------


@cache
def _grade_path(grade: int) -> QPainterPath:
    """The outline of a grade in a box of 20 around the origin: 1 to 5 corners."""
    return _path(_GRADES[grade])


_GRADES: Final = {
    1: "M 0 -11.5 C 2.5 -7.5 8.6 -4.2 8.6 1.6 C 8.6 6.6 4.8 10.2 0 10.2"
    " C -4.8 10.2 -8.6 6.6 -8.6 1.6 C -8.6 -4.2 -2.5 -7.5 0 -11.5 Z",
    2: "M -12.5 0 C -7 -7 -4 -8.6 0 -8.6 C 4 -8.6 7 -7 12.5 0"
    " C 7 7 4 8.6 0 8.6 C -4 8.6 -7 7 -12.5 0 Z",
    3: "M 0 -10.5 L 10.8 9 L -10.8 9 Z",
    4: "M -9 -9 L 9 -9 L 9 9 L -9 9 Z",
    5: "M 0 -10.5 L 10.5 -2.9 L 6.5 9.5 L -6.5 9.5 L -10.5 -2.9 Z",
}


@cache
def _icon_path(icon: Icon) -> QPainterPath:
    return _path(SHAPES[icon])


def _path(shape: str) -> QPainterPath:
    """Reads ``M x y``, ``L x y``, ``C x1 y1 x2 y2 x y``, ``Z``, ``O cx cy rx ry`` (ellipse) and
    ``R x y width height radius`` (rounded rectangle).
    """  # noqa: D205 - the commands are the summary
    path, words = QPainterPath(), iter(shape.split())

    def number() -> float:
        return float(next(words))

    for command in words:
        if command == "M":
            path.moveTo(number(), number())
        elif command == "L":
            path.lineTo(number(), number())
        elif command == "C":
            path.cubicTo(number(), number(), number(), number(), number(), number())
        elif command == "O":
            path.addEllipse(QPointF(number(), number()), number(), number())
        elif command == "R":
            rect = QRectF(number(), number(), number(), number())
            radius = number()
            path.addRoundedRect(rect, radius, radius)
        else:
            path.closeSubpath()
    return path
