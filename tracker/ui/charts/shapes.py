# SPDX-License-Identifier: MIT
"""The few shapes a lifeline is made of, in pixels, each painting itself.

A drawing is a list of them, laid out once per size, theme and language; the screen, the picture
file and the printed page replay the same list. All colours are opaque: an alpha gradient looks the
same on a screen and comes out solid in a PDF.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from tracker.domain.lifeline import Mark

DOTTED = (2.0, 3.0)
DASHED = (4.0, 3.0)
RELAPSE = (5.0, 3.0)
_HATCH_STEP = 6.0


class Shape(Protocol):
    """Anything that can paint itself."""

    def paint(self, painter: QPainter) -> None:
        """Draws the shape; the painter's pen, brush and font are the shape's to change."""


class Hit(NamedTuple):
    """Where a mark is, for hovering, clicking and stepping."""

    rect: QRectF
    mark: Mark


@dataclass(slots=True)
class Drawing:
    """Shapes from back to front, and where the marks are."""

    shapes: list[Shape] = field(default_factory=list)
    _hits: list[Hit] = field(default_factory=list)
    _later: list[Callable[[], Iterable[Hit]]] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Puts ``shapes`` in front."""
        self.shapes.extend(shapes)

    def hit(self, rect: QRectF, mark: Mark) -> None:
        """Makes ``rect`` stand for ``mark``."""
        self._hits.append(Hit(rect, mark))

    def hit_later(self, hits: Callable[[], Iterable[Hit]]) -> None:
        """Leaves places of marks to be worked out when somebody points at something."""
        self._later.append(hits)

    @property
    def hits(self) -> list[Hit]:
        """Where the marks are, worked out anew."""
        return [*self._hits, *(hit for later in self._later for hit in later())]

    def put(self, other: "Drawing", x: float, y: float) -> None:
        """Puts another drawing in front, with its origin at (x, y)."""
        self.shapes.append(Group(QPointF(x, y), tuple(other.shapes)))
        self._later.append(partial(_moved, other, x, y))

    def each(self) -> Iterator[Shape]:
        """All shapes, those of groups included."""
        for shape in self.shapes:
            yield from Drawing(list(shape.shapes)).each() if isinstance(shape, Group) else (shape,)

    def paint(self, painter: QPainter) -> None:
        """Draws everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in self.shapes:
            shape.paint(painter)


def _moved(drawing: Drawing, x: float, y: float) -> Iterator[Hit]:
    return (Hit(hit.rect.translated(x, y), hit.mark) for hit in drawing.hits)


def pen(colour: QColor, width: float = 1.0, dashes: tuple[float, ...] = ()) -> QPen:
    """A flat-ended pen; ``dashes`` are pixels on and off. The object is shared: copy to change."""
    return _pen(colour.rgba(), width, dashes)


@lru_cache(maxsize=512)
def _pen(rgba: int, width: float, dashes: tuple[float, ...]) -> QPen:
    brush = QBrush(QColor.fromRgba(rgba))
    made = QPen(brush, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashes:
        made.setDashPattern([length / width for length in dashes])
    return made


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes with an origin of their own."""

    origin: QPointF
    shapes: tuple[Shape, ...]

    def paint(self, painter: QPainter) -> None:
        painter.translate(self.origin)
        for shape in self.shapes:
            shape.paint(painter)
        painter.translate(-self.origin)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle; also every hairline, which stays crisp this way."""

    rect: QRectF
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect, self.colour)


@dataclass(frozen=True, slots=True)
class Lines:
    """Straight lines of one pen in one call."""

    lines: tuple[QLineF, ...]
    pen: QPen

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen)
        painter.drawLines(self.lines)


@dataclass(frozen=True, slots=True)
class Path:
    """An outline, filled or not."""

    path: QPainterPath
    pen: QPen | None = None
    fill: QColor | None = None

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen or Qt.PenStyle.NoPen)
        painter.setBrush(self.fill or Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with an edge; dashed where no date is known."""

    rect: QRectF
    fill: QColor | None
    pen: QPen | None = None
    radius: float = 0.0

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen or Qt.PenStyle.NoPen)
        painter.setBrush(self.fill or Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Soft:
    """A bar that comes out of its ground and goes back into it: time known to a month or less.

    ``fade_in`` and ``fade_out`` are pixels; 0 is a hard end.
    """

    rect: QRectF
    colour: QColor
    ground: QColor
    fade_in: float
    fade_out: float

    def paint(self, painter: QPainter) -> None:
        if not self.fade_in and not self.fade_out:
            painter.fillRect(self.rect, self.colour)
            return
        rect, width = self.rect, max(self.rect.width(), 1.0)
        gradient = QLinearGradient(rect.topLeft(), rect.topRight())
        rise = min(self.fade_in / width, 0.5)
        fall = 1 - min(self.fade_out / width, 1 - rise)
        gradient.setColorAt(0, self.ground if rise else self.colour)
        gradient.setColorAt(rise, self.colour)
        gradient.setColorAt(fall, self.colour)
        gradient.setColorAt(1, self.ground if self.fade_out else self.colour)
        painter.fillRect(rect, QBrush(gradient))


@dataclass(frozen=True, slots=True)
class Hatch:
    """Oblique lines: the range in force is not known here."""

    rect: QRectF
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        rect, lines = self.rect, []
        at = rect.left() - rect.height() + _HATCH_STEP / 2
        while at < rect.right():
            # cut by arithmetic, because an SVG of the older profile knows no clipping
            start = max(at, rect.left())
            end = min(at + rect.height(), rect.right())
            lines.append(QLineF(start, rect.bottom() - (start - at), end, rect.bottom() - end + at))
            at += _HATCH_STEP
        painter.setPen(pen(self.colour, 1.2))
        painter.drawLines(lines)


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle."""

    centre: QPointF
    radius: float
    fill: QColor | None
    pen: QPen | None = None

    def paint(self, painter: QPainter) -> None:
        painter.setPen(self.pen or Qt.PenStyle.NoPen)
        painter.setBrush(self.fill or Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.centre, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of plain text. ``at`` is the left end of its base line."""

    at: QPointF
    text: str
    font: QFont
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        painter.setFont(self.font)
        painter.setPen(self.colour)
        painter.drawText(self.at, self.text)


@dataclass(frozen=True, slots=True)
class Painted:
    """A glyph of the program's own set: ``paint_it`` draws it where it was bound to."""

    paint_it: Callable[[QPainter], None]

    def paint(self, painter: QPainter) -> None:
        self.paint_it(painter)


def triangle(x: float, y: float, size: float, *, up: bool) -> QPainterPath:
    """A triangle of width and height ``size`` around (x, y)."""
    half, tip = size / 2, -size / 2 if up else size / 2
    path = QPainterPath()
    path.addPolygon(
        QPolygonF([QPointF(x - half, y - tip), QPointF(x + half, y - tip), QPointF(x, y + tip)])
    )
    path.closeSubpath()
    return path


def hairline(x: float, y: float, *, width: float = 1, height: float = 1) -> QRectF:
    """A crisp line along the pixel grid: give either ``width`` or ``height`` its length."""
    return QRectF(round(x), round(y), width, height)
