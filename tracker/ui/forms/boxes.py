# SPDX-License-Identifier: MIT
"""The boxes a person types in: they take every character and change none.

A box that rejects or repairs keystrokes turns 58,2 into 582. So a text is judged when the person
leaves the box, and kept as it is, but for a line break that is pasted into one line: it becomes the
blank it looks like. The wheel scrolls the form and never changes a value.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from tracker.domain.text import is_one_line
from tracker.ui.theme import Look
from tracker.ui.widgets.face import RADIUS, draw_box, draw_text, text_width

FIELD = 34  # height of a one-line box, in pixels at 100 %
_PAD = 9
_VALUE, _SUFFIX = 16, 12
_FEWEST_LINES, _MOST_LINES = 2, 8

Judge = Callable[[], bool]


def _no_objection() -> bool:
    return True


def _is_enter(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not plain


def clear_ground(widget: QWidget) -> None:
    """Lets the painted face show through; every other colour stays the application's."""
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    widget.setPalette(colours)


def paint_face(painter: QPainter, look: Look, box: QWidget, bad: bool = False) -> None:
    """Draws the ground and the edge of a box that somebody types in."""
    theme = look.theme
    focused = box.hasFocus()
    edge = theme.overdue if bad else theme.accent if focused else theme.control
    fill = theme.surface if box.isEnabled() else theme.sunken
    draw_box(painter, QRectF(box.rect()), look.px(RADIUS), fill, edge, 2 if bad or focused else 1)


class LineBox(QLineEdit):
    """One line of text, for every type of value.

    Args:
        look: theme and zoom.
        suffix: the unit or the range, shown at the right inside the box.
        latin: for numbers, dates and codes: digits go straight in, past an input method.
        bold: large and bold as a value of a record, or else as running text.

    ``judge`` says whether the text may stay; while it may not, Enter and Tab keep the focus here.
    """

    value_changed = Signal()
    entered = Signal()
    focus_changed = Signal()

    def __init__(
        self,
        look: Look,
        suffix: str = "",
        *,
        latin: bool = False,
        bold: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.judge: Judge = _no_objection
        self._look = look
        self._suffix = suffix
        self._bold = bold
        self._bad = False
        self.setFrame(False)
        self.setMaxLength(2**30)  # the default of 32,767 would cut a paste without a word
        clear_ground(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not latin)
        self.textEdited.connect(self._fold)
        self.textChanged.connect(self.value_changed)
        self.entered.connect(self.go_on)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_text(self, text: str) -> None:
        """Shows a text exactly as it is."""
        self.setText(text)

    def set_bad(self, bad: bool) -> None:
        """Marks the box as holding something that cannot be saved."""
        self._bad = bad
        self.update()

    def go_on(self) -> None:
        """Moves to the next field of the form."""
        self.focusNextChild()

    def is_cut(self) -> bool:
        """Whether a part of the text lies outside the box."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self._room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_enter(event):
            super().keyPressEvent(event)
        elif self.judge():
            self.entered.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and not self.judge():
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.judge()
        self.focus_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        paint_face(painter, look, self, self._bad)
        if self._suffix:
            painter.setPen(look.theme.text3)
            left = self.width() - look.px(_PAD) - text_width(look, self._suffix, _SUFFIX)
            draw_text(painter, look, left, QRectF(self.rect()), self._suffix, _SUFFIX)
        painter.end()
        super().paintEvent(event)

    def _fold(self, text: str) -> None:
        """Makes one line of pasted ones, as they are drawn; a text that was set stays as it is."""
        if not is_one_line(text):
            place = self.cursorPosition()
            self.setText(" ".join(text.splitlines()))
            self.setCursorPosition(place)

    def _room(self) -> int:
        margins = self.textMargins()
        return self.width() - margins.left() - margins.right() - 6

    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(_VALUE, bold=True) if self._bold else look.font())
        self.setFixedHeight(look.px(FIELD))
        right = look.px(_PAD)
        if self._suffix:
            right += text_width(look, self._suffix, _SUFFIX) + look.px(4)
        self.setTextMargins(look.px(_PAD) - 2, 0, right - 2, 0)
        self.setMinimumWidth(right + look.px(64))
        self.update()


class SuggestBox(LineBox):
    """A line that offers common values in a list below it; nothing is filled in unasked."""

    def __init__(
        self, look: Look, suggestions: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        offers = QCompleter(list(suggestions), self)
        offers.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(offers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:  # with the list open, the list itself takes the key
            self.completer().setCompletionPrefix(self.text())
            self.completer().complete()
        else:
            super().keyPressEvent(event)


class TextBox(QPlainTextEdit):
    """Several lines of plain text; grows with them. Enter starts a line, Tab leaves the box."""

    value_changed = Signal()
    focus_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.judge: Judge = _no_objection
        self._look = look
        self._bad = False
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        clear_ground(self)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self.value_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        look.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """The text, lines separated by a line feed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Shows a text exactly as it is."""
        self.setPlainText(text)

    def set_bad(self, bad: bool) -> None:
        """Marks the box as holding something that cannot be saved."""
        self._bad = bad
        self.update()

    def is_cut(self) -> bool:
        """Never: a long text wraps and scrolls."""
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:  # of the frame; the text is the viewport's
            painter = QPainter(self)
            paint_face(painter, self._look, self, self._bad)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.judge()
        self.focus_changed.emit()

    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(15))
        self._grow()
        self.setViewportMargins(look.px(5), look.px(4), look.px(4), look.px(4))
        self.update()

    def _grow(self) -> None:
        wanted = int(self.document().size().height())  # in lines, for plain text
        lines = min(max(wanted, _FEWEST_LINES), _MOST_LINES)
        height = lines * QFontMetrics(self.font()).lineSpacing() + self._look.px(16)
        self.setFixedHeight(height)


class ChoiceBox(QComboBox):
    """One of a closed list, or nothing: the first entry is empty and is where it begins.

    A letter goes to the next entry that starts with it, in its words or its code; Delete empties.
    """

    value_changed = Signal()
    focus_changed = Signal()

    def __init__(
        self, look: Look, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.judge: Judge = _no_objection
        self._look = look
        self._bad = False
        self._add(choices)
        self.setMaxVisibleItems(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self.value_changed)
        look.changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """The code of the chosen entry, "" while nothing is chosen."""
        return str(self.currentData())

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers other entries; what is chosen stays chosen, even when it is none of them."""
        kept = self.text()
        self.blockSignals(True)
        self.clear()
        self._add(choices)
        self.blockSignals(False)
        self.set_text(kept)
        self.update()

    def _add(self, choices: Sequence[tuple[str, str]]) -> None:
        self.addItem(self.tr("(empty)"), "")
        for code, words in choices:
            self.addItem(words, code)

    def set_text(self, text: str) -> None:
        """Chooses by code. A code that is not in the list is shown as it is, never dropped."""
        index = self.findData(text)
        if index < 0:
            self.addItem(text, text)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def set_bad(self, bad: bool) -> None:
        """Marks the box as holding something that cannot be saved."""
        self._bad = bad
        self.update()

    def go_on(self) -> None:
        """Moves to the next field of the form."""
        self.focusNextChild()

    def is_cut(self) -> bool:
        """Whether the chosen words are wider than the box."""
        return text_width(self._look, self.currentText(), _VALUE, True) > self._room()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().strip().casefold()
        if _is_enter(event):
            self.go_on()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.setCurrentIndex(0)
        elif letter.isprintable() and letter and not event.modifiers():
            self._choose_next(letter)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.judge()
        self.focus_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self._look, self._look.theme
        paint_face(painter, look, self, self._bad)
        if self.currentIndex() > 0:
            painter.setPen(theme.text)
            room = QRectF(0, 0, look.px(_PAD) + self._room(), self.height())
            draw_text(painter, look, look.px(_PAD), room, self.currentText(), _VALUE, True)
        x, y, arm = self.width() - look.px(16), self.height() / 2, look.px(4)
        painter.setPen(QPen(theme.text2, 1.6))
        painter.drawPolyline(_chevron(x, y, arm))

    def _choose_next(self, letter: str) -> None:
        following = [*range(self.currentIndex() + 1, self.count()), *range(1, self.count())]
        for index in following:
            readings = (self.itemText(index), str(self.itemData(index)))
            if any(reading.casefold().startswith(letter) for reading in readings):
                self.setCurrentIndex(index)
                return

    def _room(self) -> int:
        return self.width() - self._look.px(_PAD + 28)

    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(15))
        self.view().setFont(look.font(15))
        self.setFixedHeight(look.px(FIELD))
        self.setMinimumWidth(look.px(110))
        self.update()


Box = LineBox | TextBox | ChoiceBox


def _chevron(x: float, y: float, arm: float) -> list[QPointF]:
    return [QPointF(x - arm, y - arm / 2), QPointF(x, y + arm / 2), QPointF(x + arm, y - arm / 2)]
