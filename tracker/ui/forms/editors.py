# SPDX-License-Identifier: MIT
"""A box with its label above and one line below it; one factory chooses the box by the type.

The line says what is wrong, else what was understood, else what stood there last time.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Refused
from tracker.domain.fields import Choice, Field
from tracker.domain.records.base import Record, from_text, to_text
from tracker.domain.values import Dose, Limits
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import Box, ChoiceBox, LineBox, SuggestBox, TextBox
from tracker.ui.forms.date_words import meaning
from tracker.ui.forms.lookup_box import LookupBox
from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel

_CAPTION = 12
_SMALL_SCALE = 10  # a whole number with at most so many steps shows its range inside the box

Judge = Callable[[str], str]
"""What is wrong with a text, in words; "" when nothing is."""

Offers = Mapping[str, Sequence[tuple[str, str]]]
"""By kind, the records of the chart that a field may refer to: id, and what is read."""

NO_OFFERS: Final[Offers] = MappingProxyType({})


class Editor(QWidget):
    """One field of a form.

    Args:
        look: theme and zoom.
        name: the field's name, also the object name.
        label: what is written above the box.
        box: where the person types.
        explain: what the program understood of a text, in words, or "".
        hint: said below the empty box while it has the focus.
        required: says "needed" beside the label.
    """

    value_changed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        box: Box,
        *,
        explain: Judge | None = None,
        hint: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.box = box
        self.label = label
        self.judge: Judge = _nothing
        self._explain = explain or _nothing
        self._hint = hint
        self._problem = ""  # found on leaving the box
        self._refusal = ""  # said by whoever tried to save
        self._last = ""
        self._foot = PlainLabel(look, "", _CAPTION)
        self._look = look
        self._assemble(required)
        box.setAccessibleName(label)
        box.setAccessibleDescription(hint)
        box.judge = self.check
        box.value_changed.connect(self._edited)
        box.focus_changed.connect(self._refresh)
        look.changed.connect(self._refresh)
        self._refresh()

    def text(self) -> str:
        """What stands in the box, exactly."""
        return self.box.text()

    def set_text(self, text: str) -> None:
        """Shows a text exactly as it is."""
        self.box.set_text(text)

    @property
    def is_bad(self) -> bool:
        """Whether something is said to be wrong with it."""
        return bool(self._problem or self._refusal)

    def set_problem(self, problem: str) -> None:
        """Says below the box why it was refused, until it is edited; "" takes that back."""
        self._problem, self._refusal = "", problem
        self._refresh()

    def set_last(self, last: str) -> None:
        """Shows the last value in grey under the box; it is never filled in."""
        self._last = last
        self._refresh()

    def said(self) -> str:
        """The line under the box."""
        return self._foot.text()

    def check(self) -> bool:
        """Judges the text now, says what is wrong, and returns whether nothing is."""
        self._problem = self.judge(self.text())
        self._refresh()
        return not self._problem

    def focus(self) -> None:
        """Puts the keyboard into the box."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self, required: bool) -> None:
        look = self._look
        above = QHBoxLayout()
        above.setSpacing(look.px(8))
        above.addWidget(PlainLabel(look, self.label, _CAPTION, colour="text2"))
        above.addStretch()
        if required:
            above.addWidget(PlainLabel(look, self.tr("needed"), _CAPTION, colour="text3"))
        self._foot.setWordWrap(True)
        if not isinstance(self.box, TextBox):  # kept free, so that the form does not jump
            self._foot.setMinimumHeight(look.px(17))
        self._foot.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # even columns
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(3))
        column.addLayout(above)
        column.addWidget(self.box)
        column.addWidget(self._foot)
        column.addStretch()

    def _edited(self) -> None:
        self.set_problem("")
        self.value_changed.emit()

    def _refresh(self) -> None:
        words, colour = self._words()
        self._foot.setText(words)
        self._foot.set_colour(colour)
        self.box.set_bad(self.is_bad)

    def _words(self) -> tuple[str, str]:
        """The line under the box and the name of its colour."""
        text = self.text()
        if self.is_bad:
            return self._problem or self._refusal, "overdue"
        if understood := self._explain(text):
            return understood, "text2"
        if self.box.is_cut():
            return self.tr("in full: {text}").format(text=text), "text2"
        if self._hint and not text and self.box.hasFocus():
            return self._hint, "text3"
        return self._last, "text3"


def field_editor(
    look: Look, kind: type[Record], field: Field, offers: Offers = NO_OFFERS
) -> Editor:
    """The editor of a declared field, chosen by the type of its value."""
    box = field_box(look, field, offers)
    editor = Editor(
        look,
        field.name,
        labels.label(kind, field),
        box,
        explain=box.said if isinstance(box, LookupBox) else explanation(field),
        hint=labels.hint(kind, field) or _form_of(field.type),
        required=field.item.required,
    )
    editor.judge = lambda text: labels.judged(kind, {field.name: text}, field.name)
    return editor


def field_box(look: Look, field: Field, offers: Offers = NO_OFFERS) -> Box:
    """The box for the type of a declared field."""
    item, kind = field.item, field.type
    if issubclass(kind, Choice):
        return ChoiceBox(look, [(member.value, labels.choice(member)) for member in kind])
    if kind is UUID:  # named after the kind of record that it refers to
        return ChoiceBox(look, offers.get(field.name, ()))
    if item.long:
        return TextBox(look)
    if item.lookup:
        return LookupBox(look)
    if item.suggestions:
        return SuggestBox(look, item.suggestions)
    return LineBox(look, _suffix(field), latin=kind in {int, Decimal, PartialDate, Dose, Limits})


def explanation(field: Field) -> Judge:
    """What the program reads in a text where that is not what one sees."""

    def explain(text: str) -> str:
        if not text.strip():
            return ""
        try:
            value = from_text(field.type, text)
        except Refused:
            return ""
        if isinstance(value, PartialDate):
            return meaning(value)
        if to_text(value) == text.strip():
            return ""
        read = " ".join(part for part in (to_text(value), field.item.unit) if part)
        return QCoreApplication.translate("Editor", "read as {value}").format(value=read)

    return explain if field.type in {int, Decimal, PartialDate, Dose} else _nothing


def _suffix(field: Field) -> str:
    item = field.item
    if item.unit:
        return item.unit
    low, high = item.minimum, item.maximum
    if low is not None and high is not None and high - low <= _SMALL_SCALE:
        return f"{low}–{high}"
    return ""


def _form_of(kind: type[Any]) -> str:
    """What may be written in a box of this type."""
    if kind is PartialDate:
        return QCoreApplication.translate("Editor", "2019-05-07, 2019-05, ~2019 or unknown")
    if kind is Dose:
        return QCoreApplication.translate("Editor", "Amount, blank, unit: mg, g, mcg, mg/m2, …")
    return ""


def _nothing(_text: str) -> str:
    return ""
