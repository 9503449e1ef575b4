# SPDX-License-Identifier: MIT
"""The lifeline widget: one per window for as long as it lives, refilled with ``show_course``.

It only places what it is handed and says what was pointed at. Reading, judging and opening records
is the page's business.
"""

from collections.abc import Sequence
from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from tracker.domain.lifeline import Lifeline, Mark
from tracker.domain.timemap import automatic_window, moved
from tracker.ui.charts.frame import View
from tracker.ui.charts.items import DrawingItem, Pointer, bare_viewbox
from tracker.ui.charts.plate import Panel, Plate
from tracker.ui.charts.prepared import Prepared
from tracker.ui.charts.shapes import Hit
from tracker.ui.theme import Look

_MOST_WORDS = 4  # marks under the cursor whose words are shown at once
_HOVER_WIDTH = 340
_BEHIND = -200  # pyqtgraph puts its view boxes at -100


class LifelineChart(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """A patient's course on one time axis.

    Signals:
        mark_selected: the ``Mark`` that is selected now, or None.
        record_activated: kind code and id of the record to open.
        view_changed: a switch or the window changed; the tool bar shows it.
        print_asked: the key for printing was pressed.
    """

    mark_selected = Signal(object)
    record_activated = Signal(str, object)
    view_changed = Signal()
    print_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        pg.setConfigOptions(antialias=True)
        self._look = look
        self._course: Prepared | None = None
        self.view = View()
        self.course_window: tuple[int, int] | None = None
        self.plate: Plate | None = None
        self._found: Sequence[Hit] | None = ()
        self._selected: Mark | None = None
        self._rows: list[tuple[pg.ViewBox, DrawingItem]] = []
        self._names: list[DrawingItem] = []
        self._over, self._pointer = DrawingItem(), Pointer(look)
        for z, item in ((10, self._over), (20, self._pointer)):
            item.setZValue(z)
            self.scene().addItem(item)
        self._hover = QLabel(self)
        self._hover.setTextFormat(Qt.TextFormat.PlainText)
        self._hover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hover.setWordWrap(True)
        self._hover.setMargin(6)
        self._hover.setAutoFillBackground(True)
        self._hover.hide()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(self.tr("Lifeline"))
        self.setMinimumSize(480, 420)
        look.changed.connect(self.lay_out)

    def show_course(self, model: Lifeline) -> None:
        """Shows another course, in the window that suits it; the switches stay as they are."""
        self._course = Prepared(model)
        self.course_window = automatic_window(model.event_days(), *self._course.extent)
        self._selected = None
        self.lay_out()
        self.view_changed.emit()

    def set_view(self, view: View) -> None:
        """Takes other switches."""
        self.view = view
        self.lay_out()
        self.view_changed.emit()

    def toggle_fit(self) -> None:
        """Everything at one scale, or back to the eventful months."""
        if self._course is not None:
            own = automatic_window(self._course.model.event_days(), *self._course.extent)
            self._set_window(None if self.course_window else own)

    def move_window(self, steps: int) -> None:
        """Moves the wide part by quarters of its length; without one, the last year is widened."""
        if self._course is None:
            return
        first, last = self._course.extent
        start, end = self.course_window or (max(first, last - 365), last)
        self._set_window(moved((start, end), steps if self.course_window else 0, first, last))

    def step(self, steps: int) -> None:
        """Selects the next or previous mark in time."""
        marks = self._marks_in_order()
        if not marks:
            return
        at = next((i for i, mark in enumerate(marks) if mark is self._selected), None)
        start = -1 if steps > 0 else len(marks)
        self.select(marks[min(max((start if at is None else at) + steps, 0), len(marks) - 1)])

    def select(self, mark: Mark | None) -> None:
        """Frames a mark and tells; None clears the selection."""
        self._selected = mark
        self._frame_selected()
        self.setAccessibleDescription(mark.words if mark else "")
        self.mark_selected.emit(mark)

    def marks_at(self, at: QPointF) -> list[Mark]:
        """The marks at a point of the widget, the smallest first, each once."""
        found = [hit for hit in self._hits if hit.rect.contains(at)]
        found.sort(key=lambda hit: hit.rect.width() * hit.rect.height())
        return list({id(hit.mark): hit.mark for hit in found}.values())

    def lay_out(self) -> None:
        """Places everything anew: after a change of size, window, switches, look or language."""
        if self.closed or self._course is None or self.width() < 2 or self.height() < 2:
            return
        self._pave()
        size = QSizeF(self.viewport().size())
        self.plate = Plate(
            self._course.model,
            self._look,
            self.view,
            self.course_window,
            self.locale(),
            size,
            self._course,
        )
        self._fill(self.plate)
        self._found = None
        self._pointer.resize(size, self.plate.time_range())
        self._frame_selected()
        self._hover.hide()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_pointer"):  # pyqtgraph resizes while it constructs
            self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LocaleChange}:
            self.lay_out()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = {
            Qt.Key.Key_L: lambda: self.set_view(replace(self.view, log=not self.view.log)),
            Qt.Key.Key_B: lambda: self.set_view(replace(self.view, bands=not self.view.bands)),
            Qt.Key.Key_Equal: lambda: self.set_view(
                replace(self.view, divided=not self.view.divided)
            ),
            Qt.Key.Key_F: self.toggle_fit,
            Qt.Key.Key_P: self.print_asked.emit,
            Qt.Key.Key_BracketLeft: lambda: self.move_window(-1),
            Qt.Key.Key_BracketRight: lambda: self.move_window(1),
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Home: lambda: self.step(-len(self._hits) - 1),
            Qt.Key.Key_End: lambda: self.step(len(self._hits) + 1),
            Qt.Key.Key_Return: self._activate,
            Qt.Key.Key_Enter: self._activate,
        }
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = actions.get(Qt.Key(event.key()))
        if action and plain == Qt.KeyboardModifier.NoModifier:
            action()
        elif event.key() == Qt.Key.Key_Escape and self._selected is not None:
            self.select(None)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self.plate is None:
            return
        inside = self.plate.time_range().contains(at)
        self._pointer.set_cross(at.x() if inside else None, self.plate.day_at(at.x()))
        self._show_words(at)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.set_cross(None, "")
        self._hover.hide()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        day = self.plate.strip_day(event.position()) if self.plate else None
        if day is not None:
            self._centre_window(day)
            return
        marks = self.marks_at(event.position())
        if self._selected in marks:  # a second click takes the next one of a heap
            at = marks.index(self._selected)
            marks = marks[at + 1 :] + marks[: at + 1]
        self.select(marks[0] if marks else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._selected in self.marks_at(event.position()):
            self._activate()

    @property
    def selected_place(self) -> tuple[int, int]:
        """Where the selected mark is, in pixels from the corner; the corner while none is."""
        rects = [hit.rect for hit in self._hits if hit.mark is self._selected]
        centre = rects[0].center().toPoint() if rects else QPoint()
        return centre.x(), centre.y()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @property
    def _hits(self) -> Sequence[Hit]:
        """Where the marks are: worked out when asked for, not for each step of a window."""
        if self._found is None:
            self._found = self.plate.hits() if self.plate else ()
        return self._found

    def _pave(self) -> None:
        """Takes the colour of the page."""
        if self.backgroundBrush().color() != self._look.theme.surface:
            self.setBackground(self._look.theme.surface)

    def _frame_selected(self) -> None:
        mark = self._selected
        rects = [hit.rect for hit in self._hits if hit.mark is mark] if mark else []
        self._pointer.set_selected(rects)

    def _activate(self) -> None:
        if self._selected is not None and self._selected.record is not None:
            self.record_activated.emit(*self._selected.record)

    def _centre_window(self, day: int) -> None:
        if self._course is None or self.course_window is None:
            return
        first, last = self._course.extent
        half = (self.course_window[1] - self.course_window[0]) // 2
        self._set_window(moved((day - half, day + half), 0, first, last))

    def _set_window(self, window: tuple[int, int] | None) -> None:
        self.course_window = window
        self.lay_out()
        self.view_changed.emit()

    def _marks_in_order(self) -> list[Mark]:
        """What the arrow keys visit: every mark that is drawn, by day, the undated ones last."""
        marks = {id(hit.mark): hit.mark for hit in self._hits}.values()
        return sorted(marks, key=lambda mark: (mark.order_day is None, mark.order_day or 0))

    def _show_words(self, at: QPointF) -> None:
        marks = self.marks_at(at)
        self.setCursor(Qt.CursorShape.PointingHandCursor if marks else Qt.CursorShape.ArrowCursor)
        if not marks:
            self._hover.hide()
            return
        words = [mark.words for mark in marks[:_MOST_WORDS]]
        if len(marks) > _MOST_WORDS:
            words.append(self.tr("and {n} more here").format(n=len(marks) - _MOST_WORDS))
        self._hover.setFont(self._look.font(13))
        self._hover.setText("\n".join(words))
        longest = max(self._hover.fontMetrics().horizontalAdvance(line) for line in words) + 16
        self._hover.setFixedWidth(min(longest, self._look.px(_HOVER_WIDTH)))
        self._hover.adjustSize()
        right, below = int(at.x()) + 14, int(at.y()) + 18
        if right + self._hover.width() > self.width():
            right = max(0, int(at.x()) - 10 - self._hover.width())
        if below + self._hover.height() > self.height():
            below = max(0, int(at.y()) - 12 - self._hover.height())
        self._hover.move(right, below)
        self._hover.show()

    def _fill(self, plate: Plate) -> None:
        """Hands each panel to its item; items are made once and reused for every patient."""
        plots = [plate.axis, *plate.markers, plate.lanes]
        if plate.strip:
            plots.append(plate.strip)
        while len(self._rows) < len(plots):
            box = bare_viewbox()
            self.scene().addItem(box)
            self._rows.append((box, DrawingItem(box)))
        while len(self._names) < len(plate.names):
            item = DrawingItem()
            item.setZValue(_BEHIND)
            self.scene().addItem(item)
            self._names.append(item)
        for i, (box, item) in enumerate(self._rows):
            box.setVisible(i < len(plots))
            if i < len(plots):
                box.setGeometry(plots[i].rect)
                item.show_panel(Panel(QRectF(QPointF(), plots[i].rect.size()), plots[i].drawing))
        for i, item in enumerate(self._names):
            item.setVisible(i < len(plate.names))
            if i < len(plate.names):
                item.show_panel(plate.names[i])
        self._over.show_panel(plate.over)
