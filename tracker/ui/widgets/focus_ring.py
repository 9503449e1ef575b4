# SPDX-License-Identifier: MIT
"""The ring around the control that has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QGraphicsView, QMenu, QWidget
from shiboken6 import isValid

from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, Face

_GAP = 5  # from the control to the edge of the overlay; the ring is drawn inside it
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
}


class FocusRing(Face):
    """Lies above a window and follows its focus; one for each window and dialog.

    A ring inside the control's parent would be clipped by it. Lists and charts mark their own
    current row or event and get no ring.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        self._window = window
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
            self._focus_moved(None, app.focusWidget())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self.look.px(RADIUS)
        control = QRectF(self.rect()).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.setPen(QPen(theme.accent, 2))
        painter.drawRoundedRect(control.adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(QPen(theme.focus, 1.6))
        painter.drawRoundedRect(control.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for followed in self._followed:
            if isValid(followed):
                followed.removeEventFilter(self)
        self._followed = []
        if new is None or new.window() is not self._window or not _ringed(new):
            self.hide()
            return
        widget: QWidget | None = _shown_as(new)
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        if not self._followed or not isValid(self._followed[0]):
            return
        control = self._followed[0]
        seen = control.visibleRegion().boundingRect()
        if seen.isEmpty():
            self.hide()
            return
        corner = control.mapTo(self._window, QPoint(0, 0))
        margin = _GAP
        self.setGeometry(QRect(corner, control.size()).adjusted(-margin, -margin, margin, margin))
        self.show()
        self.raise_()


def _ringed(widget: QWidget) -> bool:
    reachable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    marked = isinstance(widget, QAbstractItemView | QGraphicsView | QMenu)
    return reachable and not marked and not (isinstance(widget, Face) and widget.marks_focus)


def _shown_as(widget: QWidget) -> QWidget:
    """The box a field stands in, if it says so by being its focus proxy."""
    parent = widget.parentWidget()
    return parent if parent is not None and parent.focusProxy() is widget else widget
