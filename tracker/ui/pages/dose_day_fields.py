# SPDX-License-Identifier: MIT
"""The boxes and bands of the dose-day sheet: a label above, one line below, no jumping layout.

Everything on the sheet that holds an answer is a ``Part``: a text by a name, which is all that
drafts, problems and undo need to know of it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.forms.boxes import LineBox
from tracker.ui.glyphs import Glyph, paint_glyph
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face, draw_text
from tracker.ui.widgets.label import PlainLabel, plain_tooltip
from tracker.ui.widgets.press import Press

LABELS = 134  # width of the column with the names of the bands, in pixels at 100 %
MARGIN = 24
_SMALL = 12


class Part(Protocol):
    """Whatever holds one answer of the sheet."""

    value_changed: Any

    def text(self) -> str:
        """The answer, "" while there is none."""
        ...

    def set_text(self, text: str) -> None:
        """Shows an answer."""
        ...

    def set_problem(self, problem: str) -> None:
        """Marks the answer as one that cannot be saved; "" takes that back."""
        ...

    def focus(self) -> None:
        """Puts the keyboard there."""
        ...


class SheetBox(LineBox):
    """A line that says that Enter was pressed before it is judged.

    ``small`` for a side column; ``narrow`` where three boxes share the room of one.
    """

    enter_pressed = Signal()

    def __init__(
        self,
        look: Look,
        suffix: str = "",
        *,
        latin: bool = False,
        bold: bool = True,
        small: bool = False,
        narrow: bool = False,
    ) -> None:
        super().__init__(look, suffix, latin=latin, bold=bold)
        self._small, self._narrow = small, narrow
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Takes less room than a box of a form, at each size of the letters."""
        px = self._look.px
        if self._small or (self._narrow and not self._bold):
            self.setFont(self._look.font(13))
        if self._small:
            self.setFixedHeight(px(24))
        if self._small or self._narrow:
            self.setMinimumWidth(0)
            self.setTextMargins(px(4), 0, px(2), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.enter_pressed.emit()
        super().keyPressEvent(event)


class _Foot(Face):
    """One line under a box, cut with … rather than wrapped; its end may be bold."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._words = self._strong = ""
        self._colour = "text3"
        self._asks = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.restyle()

    def say(self, words: str, colour: str = "text3", strong: str = "", asks: bool = False) -> None:
        """Shows a line; ``strong`` stands bold behind it, ``asks`` puts the question mark first."""
        self._words, self._strong, self._colour, self._asks = words, strong, colour, asks
        self.setAccessibleName(f"{words} {strong}".strip())
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(self.look.px(17))
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self.look, QRectF(self.rect())
        colour = getattr(look.theme, self._colour)
        x: float = 0
        if self._asks:
            paint_glyph(painter, look.theme, Glyph.ASK, look.px(6), rect.center().y(), look.px(11))
            x = look.px(16)
        painter.setPen(colour)
        end = draw_text(painter, look, x, rect, self._words, _SMALL)
        if self._strong:
            painter.setPen(look.theme.text)
            draw_text(painter, look, end + look.px(8), rect, self._strong, _SMALL, True)


class Field(QWidget):
    """A box with its label above and the last value below it.

    Args:
        look: theme and zoom.
        name: of the answer.
        label: above the box.
        box: where one types.
        explain: what was understood of a text, and what stands bold behind it.
        foot: whether there is a line for the last value.
        beside: label, box and line in one row, where height is dear.
        tail: boxes that belong to it, in one row with its box; label and line stand above them.
    """

    value_changed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        box: SheetBox,
        explain: Callable[[str], tuple[str, str]] | None = None,
        *,
        foot: bool = True,
        beside: bool = False,
        tail: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.name = name
        self.box = box
        self.judge: Callable[[str], str] = lambda _text: ""
        self._explain = explain
        self._last = ""
        self._problem = ""
        self._asks = False
        self._foot = _Foot(look)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setObjectName(f"{name}.box")
        box.setAccessibleName(label)
        box.judge = self.check
        box.value_changed.connect(self._edited)
        self._label = PlainLabel(look, label, _SMALL, colour="text2")
        column: QBoxLayout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8 if beside else 2))
        if tail:
            _lay_out_above(column, look, (self._label, self._foot), (box, *tail))
            return
        column.addWidget(self._label)
        column.addWidget(box)
        if foot:
            column.addWidget(self._foot, 1 if beside else 0)

    def text(self) -> str:
        """What stands in the box."""
        return self.box.text()

    def set_text(self, text: str) -> None:
        """Shows a text exactly as it is."""
        self.box.set_text(text)

    def set_label(self, label: str) -> None:
        """Names the box anew."""
        self._label.setText(label)
        self.box.setAccessibleName(label)

    def hide_label(self) -> None:
        """Leaves the label to the placeholder and the tool tip of the box."""
        self._label.hide()
        self.setToolTip(plain_tooltip(self._label.text()))

    def set_last(self, last: str) -> None:
        """Shows the last value in grey below the box."""
        self._last = last
        self.refresh()

    def set_problem(self, problem: str, asks: bool = False) -> None:
        """Says what is wrong, or asks, until the text is edited."""
        self._problem, self._asks = problem, asks
        self.refresh()

    def check(self) -> bool:
        """Judges the text now; whether it may stay."""
        problem = self.judge(self.text())
        if problem != self._problem:
            self.set_problem(problem, asks=problem.endswith("?"))
        return not problem

    def focus(self) -> None:
        """Puts the keyboard into the box, its text selected."""
        self.box.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """Says the line below again: what it follows from has changed."""
        self.box.set_bad(bool(self._problem) and not self._asks)
        if self._problem:
            self._foot.say(self._problem, "ask" if self._asks else "overdue", asks=self._asks)
            return
        words, strong = self._explain(self.text()) if self._explain else ("", "")
        self._foot.say(words or self._last, "text2" if words else "text3", strong)

    def _edited(self) -> None:
        self._problem, self._asks = "", False
        self.refresh()
        self.value_changed.emit()


def _lay_out_above(
    column: QBoxLayout, look: Look, said: tuple[QWidget, QWidget], boxes: Sequence[QWidget]
) -> None:
    """The label and the line behind it above boxes of the same width."""
    above, row = QHBoxLayout(), QHBoxLayout()
    above.setSpacing(look.px(8))
    row.setSpacing(look.px(6))
    above.addWidget(said[0])
    above.addWidget(said[1], 1)
    for box in boxes:
        row.addWidget(box, 1)
    column.addLayout(above)
    column.addLayout(row)


class Switch(Press):
    """A toggle as an answer: "yes" or nothing."""

    value_changed = Signal()

    def __init__(self, look: Look, name: str, words: str) -> None:
        super().__init__(look, words, toggle=True)
        self.setObjectName(name)
        self.toggled.connect(self.value_changed)

    def answer(self) -> str:
        """The answer as it is kept."""
        return "yes" if self.isChecked() else ""


class SwitchPart(QWidget):
    """A switch in the clothes of a part: ``QAbstractButton.text`` is its word, not its answer."""

    value_changed = Signal()

    def __init__(self, look: Look, name: str, words: str) -> None:
        super().__init__()
        self._press = Switch(look, name, words)
        self._press.value_changed.connect(self.value_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._press)

    def text(self) -> str:
        """The word "yes", or nothing."""
        return self._press.answer()

    def set_text(self, text: str) -> None:
        """Presses it or lets it go."""
        self._press.setChecked(bool(text))

    def set_problem(self, problem: str) -> None:
        """Nothing can be wrong with it."""

    def focus(self) -> None:
        """Puts the keyboard on it."""
        self._press.setFocus(Qt.FocusReason.TabFocusReason)


class Band(Face):
    """One of the six bands: its name at the left, what is answered at the right."""

    def __init__(self, look: Look, title: str, *notes: str, line: bool = True) -> None:
        super().__init__(look)
        self._line = line
        self._outer = outer = QHBoxLayout(self)
        self.row = QHBoxLayout()
        self.notes = [PlainLabel(look, note, _SMALL, colour="text2") for note in notes]
        self.names = QVBoxLayout()
        self.names.setSpacing(look.px(1))
        self.names.addWidget(PlainLabel(look, title, 14, bold=True))
        for note in self.notes:
            note.setFixedWidth(look.px(LABELS - 4))
            self.names.addWidget(note)
        self.names.addStretch()
        label = QWidget()
        label.setLayout(self.names)
        self.names.setContentsMargins(0, 0, 0, 0)
        label.setFixedWidth(look.px(LABELS))
        outer.setSpacing(0)
        self.set_low(False)
        outer.addWidget(label)
        outer.addLayout(self.row, 1)
        self.row.setSpacing(look.px(12))

    def set_low(self, low: bool) -> None:
        """Spares height in a low window."""
        side, above = self.look.px(MARGIN), self.look.px(3 if low else 6)
        self._outer.setContentsMargins(side, above, side, above)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The answers of the band by name, in the order of Tab."""
        return {}

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.surface)
        if self._line:
            painter.fillRect(0, 0, self.width(), 1, theme.line)
