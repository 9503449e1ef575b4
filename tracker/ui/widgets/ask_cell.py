# SPDX-License-Identifier: MIT
"""One question of the interview: a digit answers it and moves on, Tab leaves it not asked."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.glyphs import paint_grade
from tracker.ui.theme import Look
from tracker.ui.widgets.answer import AnswerFace
from tracker.ui.widgets.face import RADIUS, draw_box, draw_text, text_width
from tracker.ui.widgets.label import plain_tooltip

HEIGHT, LOW_HEIGHT = 40, 36
_LABEL, _SMALL, _VALUE = 13.5, 12, 15


class AskCell(AnswerFace):
    """A question with its grades.

    ``0`` means "asked, none" and is about this question alone; there is no key for all of them,
    which would make answers nobody gave.

    Signals:
        refused(int): a digit that the CTCAE term of the question does not have.
    """

    refused = Signal(int)

    def __init__(
        self, look: Look, name: str, label: str, question: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, parent)
        self._label = label
        self._question = question
        self._grades: frozenset[int] = frozenset()
        self._last = ""
        self._passed = False
        self._height = HEIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._say()

    def set_grades(self, grades: Iterable[int]) -> None:
        """Takes the grades that the CTCAE term has."""
        self._grades = frozenset(grades)
        self._say()

    def set_low(self, low: bool) -> None:
        """Spares height in a low window."""
        self._height = LOW_HEIGHT if low else HEIGHT
        self.restyle()

    def set_last(self, last: str) -> None:
        """Shows the answer of last time in grey: a digit, or "" when it was never asked."""
        self._last = last
        self._passed = False
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(140), self.look.px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if event.isAutoRepeat() and text.isdigit():
            return  # a key that is held down answers one question, not three
        if text.isascii() and text.isdigit() and not self._has_modifiers(event):
            self._take(text)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.set_text("")
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._has_modifiers(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._passed = self._passed or event.reason() is Qt.FocusReason.TabFocusReason
        self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, theme = QPainter(self), self.look, self.look.theme
        rect = QRectF(self.rect())
        skipped = self._passed and not self._answer
        graded = self._answer not in {"", "0"}
        edge = theme.grade_line if graded else theme.control if self.hasFocus() else theme.line2
        if self._problem:
            edge = theme.overdue
        fill = theme.sunken if skipped else theme.surface
        if skipped:
            painter.setPen(QPen(theme.control, 1, Qt.PenStyle.DashLine))
            painter.setBrush(fill)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        else:
            draw_box(painter, rect, look.px(RADIUS), fill, edge, 2 if graded else 1)
        painter.setPen(theme.text2 if skipped else theme.text)
        draw_text(painter, look, look.px(10), rect, self._label, _LABEL, graded)
        self._paint_answer(painter, rect)

    def _paint_answer(self, painter: QPainter, rect: QRectF) -> None:
        look, theme = self.look, self.look.theme
        right = rect.right() - look.px(9)
        words = self._words()
        start = right - text_width(look, words, _SMALL)
        painter.setPen(theme.text2 if self._answer or self._passed else theme.text3)
        draw_text(painter, look, start, rect, words, _SMALL)
        if self._answer == "0":
            start -= look.px(7) + text_width(look, "0", _VALUE, True)
            painter.setPen(theme.text)
            draw_text(painter, look, start, rect, "0", _VALUE, True)
        elif self._answer:
            grade = f"G{self._answer}"
            start -= (look.px(6) if words else 0) + text_width(look, grade, 14, True)
            painter.setPen(theme.text)
            draw_text(painter, look, start, rect, grade, 14, True)
            x = start - look.px(14)
            paint_grade(painter, theme, int(self._answer), x, rect.center().y(), look.px(20))

    def _words(self) -> str:
        if self._answer == "0":
            return self.tr("none")
        if self._answer:
            return (
                "" if self._last in {"", self._answer} else self.tr("was {n}").format(n=self._last)
            )
        if self._passed:
            return self.tr("not asked")
        return self.tr("was {n}").format(n=self._last) if self._last else ""

    def _take(self, digit: str) -> None:
        if digit != "0" and int(digit) not in self._grades:
            self.refused.emit(int(digit))
            return
        self.set_text(digit)
        self.focusNextChild()

    def _has_modifiers(self, event: QKeyEvent) -> bool:
        keypad = Qt.KeyboardModifier.KeypadModifier
        return bool(event.modifiers() & ~keypad)

    def _say(self) -> None:
        grades = ", ".join(str(grade) for grade in sorted(self._grades))
        told = self.tr("{question}. 0 = none; grades {grades}").format(
            question=self._question, grades=grades
        )
        answer = {"": self.tr("not asked"), "0": self.tr("none")}.get(
            self._answer, f"G{self._answer}"
        )
        self.setToolTip(plain_tooltip(told))
        self.setAccessibleName(self._question)
        self.setAccessibleDescription(f"{answer}. {told}")
        self.update()
