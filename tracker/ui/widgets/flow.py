# SPDX-License-Identifier: MIT
"""Things beside each other that go on below where a window has no more room at the right."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """From left to right, then on the next line; nothing in it is ever narrower than its words.

    Args:
        spacing: between two things and between two lines, in pixels.
        parent: the widget it lays out; None for a layout inside another one.
    """

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        between = self.spacing() * max(len(lines) - 1, 0)
        return sum(map(_height, lines)) + between + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        (line,) = self._lines(None) or [[]]
        width = sum(item.sizeHint().width() for item in line)
        size = QSize(width + self.spacing() * max(len(line) - 1, 0), _height(line))
        return size.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        width = max((item.minimumSize().width() for item in shown), default=0)
        return QSize(width, _height(shown)).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        y = rect.top()
        for line in self._lines(rect.width()):
            x, height = rect.left(), _height(line)
            for item in line:
                hint = item.sizeHint()
                size = QSize(min(hint.width(), rect.width()), hint.height())
                item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()

    def _lines(self, width: int | None) -> list[list[QLayoutItem]]:
        """What stands on each line of this width; without a width all stands on one."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if lines and (width is None or used + self.spacing() + wide <= width):
                lines[-1].append(item)
                used += self.spacing() + wide
            else:
                lines.append([item])
                used = wide
        return lines


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
