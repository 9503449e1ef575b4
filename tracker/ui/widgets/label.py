# SPDX-License-Identifier: MIT
"""Text that is shown as it is: no markup of a record is ever interpreted."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from tracker.ui.theme import BODY, Look


def plain_tooltip(text: str) -> str:
    """``text`` for ``setToolTip``, which would take a ``<`` for markup; wraps long sentences."""
    if not text:
        return ""
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"


def plain_title(text: str) -> str:
    """``text`` for ``setWindowTitle``, which would take a ``[*]`` for its mark of a change."""
    return text.replace("[*]", "[*][*]")


class PlainLabel(QLabel):
    """A label of plain text in a size, weight and colour of the design.

    Args:
        look: where size and colour come from.
        text: what it says, never interpreted.
        px: size at 100 %.
        bold: the weight.
        colour: the name of a colour of ``Theme``.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        px: float = BODY,
        bold: bool = False,
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # whatever the ground is
        self.setText(text)
        self._look = look
        self._size = px
        self._bold = bold
        self._colour = colour
        self._restyle()
        look.changed.connect(self._restyle)

    def set_colour(self, colour: str) -> None:
        """Takes another colour of ``Theme`` by its name."""
        self._colour = colour
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._size, self._bold))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, getattr(self._look.theme, self._colour))
        self.setPalette(colours)
