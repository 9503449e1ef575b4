# SPDX-License-Identifier: MIT
"""What is done with the dose, by one letter, and why, by one digit.

The letters work only while the bar has the keyboard: elsewhere a letter never records anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.answer import AnswerFace
from tracker.ui.widgets.face import draw_box, draw_text, text_width
from tracker.ui.widgets.keycap import keycap_width, paint_keycap

HEIGHT = 44
_ONE_ROW = 22  # pixels at 100 %, where height is dear
_GAP = 6
_WORD = 15
_RIM = 4  # between the cells and the ring of the focus


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done: its letter, its word, its mark."""

    letter: str
    word: str
    glyph: Glyph


class _Keys(AnswerFace):
    """A row of cells of which one key chooses one."""

    def __init__(self, look: Look, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self._label = label
        self.setAccessibleName(label)

    def _say(self) -> None:
        self.setAccessibleDescription(self.words())
        self.restyle()

    def words(self) -> str:
        """The chosen word."""
        raise NotImplementedError

    def cells(self) -> list[tuple[str, QRectF]]:
        """Each key with its place."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for key, rect in self.cells():
            if rect.contains(event.position()):
                self.set_text(key)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keypad = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        plain = not event.modifiers() & ~keypad
        key = event.text().upper()
        if plain and key in [key for key, _ in self.cells()]:
            if not event.isAutoRepeat():
                self.took(key)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.set_text("")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def took(self, key: str) -> None:
        """A key of a cell was pressed."""
        self.set_text(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class ActBar(_Keys):
    """Give, hold, delay, reduce, skip, stop. The chosen one is wide, the others step back.

    Signals:
        digit(str): a digit was pressed after the letter: the number of the reason.
    """

    digit = Signal(str)

    def __init__(self, look: Look, name: str, label: str, acts: Sequence[Act]) -> None:
        super().__init__(look, name, label)
        self._acts = {act.letter: act for act in acts}
        self._open = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if self._answer and text.isascii() and text.isdigit() and not event.isAutoRepeat():
            self.digit.emit(text)
        else:
            super().keyPressEvent(event)

    def words(self) -> str:
        act = self._acts.get(self._answer)
        return act.word if act else self.tr("nothing decided yet")

    def sizeHint(self) -> QSize:
        widths = sum(self._width(act) for act in self._acts.values())
        gaps = self.look.px(_GAP) * (len(self._acts) - 1)
        rim = self.look.px(2 * _RIM)
        return QSize(widths + gaps + rim, self.look.px(HEIGHT) + rim)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def cells(self) -> list[tuple[str, QRectF]]:
        x, found = float(self.look.px(_RIM)), []
        for act in self._acts.values():
            width = self._width(act)
            found.append((act.letter, QRectF(x, self.look.px(_RIM), width, self.look.px(HEIGHT))))
            x += width + self.look.px(_GAP)
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        for letter, rect in self.cells():
            act, chosen = self._acts[letter], letter == self._answer
            fill = theme.accent_soft if chosen else theme.surface
            edge = theme.accent if chosen else theme.overdue if self._problem else theme.line2
            draw_box(painter, rect, look.px(8), fill, edge, 2 if chosen else 1)
            if not self.isEnabled():
                painter.setOpacity(1.0 if chosen else 0.5)
            middle = rect.center().y()
            x = rect.x() + look.px(14 if self._is_wide(act) else 9)
            paint_glyph(painter, theme, act.glyph, x + look.px(6), middle, look.px(13))
            x += look.px(22 if self._is_wide(act) else 20)
            if self._is_wide(act):
                painter.setPen(theme.accent if chosen else theme.text)
                x = draw_text(painter, look, x, rect, act.word, _WORD, chosen) + look.px(12)
            paint_keycap(painter, look, x, middle, act.letter)
            painter.setOpacity(1.0)

    def _is_wide(self, act: Act) -> bool:
        return not self._answer or act.letter == self._answer

    def _width(self, act: Act) -> int:
        look, cap = self.look, keycap_width(self.look, act.letter)
        if not self._is_wide(act):
            return look.px(9 + 20 + 8) + cap
        return look.px(14 + 22 + 12 + 13) + text_width(look, act.word, _WORD, True) + cap


class ReasonBar(_Keys):
    """Why, as digits: each stands beside its word, so that nobody has to know them by heart."""

    def __init__(self, look: Look, name: str, label: str, reasons: Sequence[str]) -> None:
        super().__init__(look, name, label)
        self._reasons = list(reasons)
        self._rows = 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        place = int(self._answer) - 1 if self._answer.isdecimal() else -1
        return self._reasons[place] if 0 <= place < len(self._reasons) else ""

    def set_rows(self, rows: int) -> None:
        """Stands in two rows beside other boxes, or in one row of its own."""
        self._rows = rows
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = HEIGHT + 8 if self._rows > 1 else _ONE_ROW
        return QSize(self.look.px(400), self.look.px(height))

    def cells(self) -> list[tuple[str, QRectF]]:
        columns = len(self._reasons) // self._rows
        width, height = self.width() / columns, self.height() / self._rows
        return [
            (str(n + 1), QRectF(n % columns * width, n // columns * height, width, height))
            for n in range(len(self._reasons))
        ]

    def took(self, key: str) -> None:
        self.set_text(key)
        self.focusNextChild()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        edge = theme.overdue if self._problem else theme.control
        draw_box(painter, QRectF(self.rect()), look.px(6), theme.surface, edge)
        for key, rect in self.cells():
            chosen = key == self._answer
            if chosen:
                inside = rect.adjusted(2, 2, -2, -2)
                draw_box(painter, inside, look.px(4), theme.accent_soft, theme.accent_soft)
            x = rect.x() + look.px(6)
            middle = rect.center().y()
            paint_keycap(painter, look, x, middle, key)
            x += keycap_width(look, key) + look.px(6)
            painter.setPen(theme.accent if chosen else theme.text)
            room = rect.adjusted(0, 0, -look.px(4), 0)
            draw_text(painter, look, x, room, self._reasons[int(key) - 1], 12.5, chosen)
