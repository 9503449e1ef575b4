# SPDX-License-Identifier: MIT
"""What widgets that paint their own face have in common."""

import re

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from tracker.ui.theme import Look

RADIUS = 6  # of buttons and fields, in pixels at 100 %


class Face(QWidget):
    """A widget that paints from a ``Look`` and does so again when it changes.

    ``marks_focus`` says that it shows by itself where the keyboard is, as lists do.
    """

    marks_focus = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        look.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measures and paints again; called after each change of theme or zoom."""
        self.updateGeometry()
        self.update()


class ButtonFace(QAbstractButton):
    """A button that paints from a ``Look``, takes Enter as well as Space, and no click focus.

    A click leaves the focus where the person types; Tab reaches the button.
    """

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.restyle)

    @property
    def words(self) -> str:
        """The text as it is read."""
        return self.text().replace("&&", "&")

    def setText(self, text: str) -> None:
        """Sets the text literally: an ampersand is not a mnemonic."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Measures and paints again; called after each change of theme or zoom."""
        self.updateGeometry()
        self.update()

    def lit(self) -> bool:
        """Whether the mouse is over it and it can act."""
        return self.isEnabled() and self.underMouse()


def text_width(look: Look, text: str, px: float, bold: bool = False) -> int:
    """Width of a line of text in pixels."""
    return QFontMetrics(look.font(px, bold)).horizontalAdvance(text)


def draw_text(
    painter: QPainter, look: Look, x: float, rect: QRectF, text: str, px: float, bold: bool = False
) -> float:
    """Writes one line from ``x``, centred in the height of ``rect``, cut with … at its right edge.

    Returns:
        The x where the line ends.
    """
    face = look.font(px, bold)
    metrics = QFontMetrics(face)
    room = rect.right() - x
    shown = _cut(metrics, text, int(room) + 1)
    painter.setFont(face)
    line = QRectF(x, rect.top(), max(room, 0) + 1, rect.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return x + metrics.horizontalAdvance(shown)


def _cut(metrics: QFontMetrics, text: str, room: int) -> str:
    """The text, or what fits of it with …; a number is left out rather than cut from its unit.

    Of several drugs each is named before one has its amount.
    """
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    if shown == text:
        return text
    if " + " in text and _DOSED.search(text):
        return metrics.elidedText(_DOSED.sub("", text) + " …", Qt.TextElideMode.ElideRight, room)
    kept = len(shown.removesuffix("…"))
    across = (m for m in _AMOUNT.finditer(text) if m.start() < kept < m.end())
    cut = next(across, None)
    return shown if cut is None else text[: cut.start()].rstrip(" +") + "…"


_DOSED = re.compile(r" (?:\d[\d.,]* (?:mg|mcg|g)(?:/\w+)?|AUC \d[\d.]*)(?=$| )")
_AMOUNT = re.compile(r"(?<![\w.])[<>≥≤]?\d[\d.,]*(?: ?(?:mg|mcg|g|mm|kg|mL|AUC|U)(?:/\w+)*)?\b")


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor,
    edge: QColor,
    width: float = 1,
) -> None:
    """Draws a rounded box whose edge lies wholly inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill)
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
