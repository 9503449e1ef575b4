# SPDX-License-Identifier: MIT
"""A short list inside a record's form: one line of boxes for each drug, stage or node station."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Field, items
from tracker.domain.records.base import Record, build, content, parent_of
from tracker.domain.text import normal
from tracker.domain.vocabulary import Vocabulary
from tracker.services.records import Entry
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import Box, ChoiceBox, LineBox
from tracker.ui.forms.editors import NO_OFFERS, Offers, explanation, field_box
from tracker.ui.forms.lookup_box import LookupBox
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel, plain_tooltip
from tracker.ui.widgets.press import SMALL, Press

NEW_PARENT: Final = UUID(int=0)
"""Stands in a row for the record it is saved with; the service puts the real id there."""


ListOf = Callable[[str], Vocabulary]
"""The list that a field names in its ``lookup``."""


class ChildGrid(QWidget):
    """Rows of boxes for the children of one kind.

    Enter at the end of the last row begins another; Ctrl+Del takes a row away again. A row that is
    stored is never taken away: ``void_asked`` asks to mark it as entered in error. A row may name a
    source and a note of its own; without one it is taken from where its record is.

    Signals:
        changed: something was typed, or a row came or went.
        void_asked(Stored): the person wants a stored row marked as entered in error.
    """

    changed = Signal()
    void_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        kind: type[Record],
        offers: Offers = NO_OFFERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(kind.kind)
        self.kind = kind
        self._look = look
        self._offers = offers
        self._list_of: ListOf | None = None
        self._link = NEW_PARENT
        self._fields = [f for f in items(kind) if not (f.item.parent or f.item.derived)]
        self._rows: list[_Row] = []
        self._next_line = 1
        self._has_origins = False
        self._assemble()
        self._add_row(None)

    @property
    def is_touched(self) -> bool:
        """Whether a row differs from what was stored."""
        return any(row.is_touched for row in self._rows)

    def set_vocabularies(self, list_of: ListOf) -> None:
        """Gives every row, also those to come, the lists that its boxes search while typing."""
        self._list_of = list_of
        for row in self._rows:
            row.set_vocabularies(list_of)

    def set_rows(self, stored: Sequence[Stored[Record]], link: UUID) -> None:
        """Shows the stored children of the record ``link``."""
        self._link = link
        for row in list(self._rows):
            self._drop(row)
        for child in stored:
            self._add_row(child)
        if not stored:
            self._add_row(None)
        self._show_origins(any(child.source or child.note for child in stored))

    def entries(self) -> tuple[Entry, ...]:
        """The rows that are new or changed; blank ones are none.

        Raises:
            Refused: with every problem of every row; each is said at its row.
        """
        made: list[Entry] = []
        found: list[Problem] = []
        for row in self._rows:
            if row.is_touched:
                try:
                    made.append(row.entry())
                except Refused as refusal:
                    found += refusal.problems
        Refused.if_any(found)
        return tuple(made)

    def boxes(self) -> list[QWidget]:
        """Every box in the order of Tab."""
        return [box for row in self._rows for box in row.chain(self._has_origins)]

    def chain(self) -> list[QWidget]:
        """Every box in the order of Tab, those too that are hidden now."""
        return [box for row in self._rows for box in row.chain(with_origin=True)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_F3:
                self._origins.toggle()
                return True
            if event.key() == Qt.Key.Key_Delete and with_control:
                rows = self._rows
                self._remove(next(row for row in rows if watched in row.chain(with_origin=True)))
                return True
            if isinstance(watched, ChoiceBox) and event.key() in {
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            }:
                ends = (row for row in self._rows if watched in row.chain(with_origin=True))
                self._entered(next(ends), watched)
                return True
        return super().eventFilter(watched, event)

    def _assemble(self) -> None:
        look = self._look
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(3))
        for column, field in enumerate(self._fields):
            words = labels.label(self.kind, field)
            self._grid.addWidget(PlainLabel(look, words, 12, colour="text2"), 0, column)
            self._grid.setColumnStretch(column, 3 if field.type is str else 2)
        more = Press(look, self.tr("Add a row"), mark=Icon.PLUS, height=SMALL)
        more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter in the last box does the same
        more.clicked.connect(self._add_and_focus)
        words = self.tr("Sources and notes")
        self._origins = Press(look, words, keys="F3", toggle=True, height=SMALL)
        self._origins.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._origins.toggled.connect(self._show_origins)
        self._origin_titles = (
            PlainLabel(look, self.tr("Source, if another"), 12, colour="text2"),
            PlainLabel(look, self.tr("Note"), 12, colour="text2"),
        )
        for column, title in enumerate(self._origin_titles, start=len(self._fields)):
            self._grid.addWidget(title, 0, column)
            title.hide()
        above = QHBoxLayout()
        above.setSpacing(look.px(8))
        above.addWidget(PlainLabel(look, labels.title(self.kind), 14, bold=True))
        above.addStretch()
        above.addWidget(self._origins)
        above.addWidget(more)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, look.px(4), 0, look.px(8))
        column_of_all.setSpacing(look.px(4))
        column_of_all.addLayout(above)
        column_of_all.addLayout(self._grid)

    def _add_row(self, stored: Stored[Record] | None) -> "_Row":
        row = _Row(self._look, self.kind, self._fields, stored, lambda: self._link, self._offers)
        if self._list_of is not None:
            row.set_vocabularies(self._list_of)
        line, self._next_line = self._next_line, self._next_line + 2
        chain = row.chain(with_origin=True)
        for column, box in enumerate(chain):
            self._grid.addWidget(box, line, column, Qt.AlignmentFlag.AlignTop)
            box.installEventFilter(self)
            box.value_changed.connect(self.changed)
        for box in row.chain(self._has_origins):
            box.show()  # now: a layout does it later, and a hidden box takes no focus
        width = len(chain)
        self._grid.addWidget(row.remove, line, width)
        self._grid.addWidget(row.foot, line + 1, 0, 1, width)
        row.remove.clicked.connect(partial(self._remove, row))
        for end in (chain[len(self._fields) - 1], chain[-1]):
            if isinstance(end, LineBox):
                end.entered.disconnect()
                end.entered.connect(partial(self._entered, row, end))
        before = self._rows[-1].chain(with_origin=True)[-1:] if self._rows else []
        for one, other in pairwise([*before, *chain]):
            QWidget.setTabOrder(one, other)
        self._rows.append(row)
        return row

    def _add_and_focus(self) -> None:
        row = self._rows[-1] if self._rows and self._rows[-1].is_blank else self._add_row(None)
        row.focus()

    def _entered(self, row: "_Row", box: LineBox | ChoiceBox) -> None:
        """Enter in the last box of the last row begins another row."""
        is_end = box is row.chain(self._has_origins)[-1]
        if is_end and row is self._rows[-1] and not row.is_blank:
            self._add_row(None).focus()
        else:
            box.go_on()

    def _show_origins(self, shown: bool) -> None:
        self._has_origins = shown
        self._origins.setChecked(shown)
        for widget in (*self._origin_titles, *(b for r in self._rows for b in r.origin.values())):
            widget.setVisible(shown)
        for column in range(len(self._fields), len(self._fields) + len(self._origin_titles)):
            self._grid.setColumnStretch(column, 2 if shown else 0)

    def _remove(self, row: "_Row") -> None:
        if row.stored is not None:
            self.void_asked.emit(row.stored)
            return
        place = self._rows.index(row)
        if len(self._rows) == 1:
            self._add_row(None)
            place = 1
        neighbour = self._rows[place - 1] if place else self._rows[1]
        neighbour.focus()
        self._drop(row)
        self.changed.emit()

    def _drop(self, row: "_Row") -> None:
        self._rows.remove(row)
        for widget in (*row.chain(with_origin=True), row.foot, row.remove):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


class _Row:
    """The boxes of one child, and the line below them."""

    def __init__(
        self,
        look: Look,
        kind: type[Record],
        fields: Sequence[Field],
        stored: Stored[Record] | None,
        link: Callable[[], UUID],
        offers: Offers,
    ) -> None:
        self.stored = stored
        self._kind = kind
        self._link = link
        self._fields = {field.name: field for field in fields}
        self.boxes = {field.name: field_box(look, field, offers) for field in fields}
        self.origin = {"source": LineBox(look, bold=False), "note": LineBox(look, bold=False)}
        self.foot = PlainLabel(look, "", 12, colour="overdue")
        self.foot.setWordWrap(True)
        self.foot.setMinimumHeight(look.px(17))
        self.remove = Press(look, mark=Icon.CLOSE, height=SMALL)
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Del does the same
        words = QCoreApplication.translate("ChildGrid", "Take this row away (Ctrl+Del)")
        if stored is not None:
            words = QCoreApplication.translate(
                "ChildGrid", "Mark this row as entered in error (Ctrl+Del)"
            )
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(plain_tooltip(words))
        self._kept = content(stored.record) if stored else {}
        self._kept_origin = (stored.source or "", stored.note or "") if stored else ("", "")
        titles = (
            QCoreApplication.translate("ChildGrid", "Source of the row"),
            QCoreApplication.translate("ChildGrid", "Note of the row"),
        )
        for own, text, title in zip(self.origin.values(), self._kept_origin, titles, strict=True):
            own.set_text(text)
            own.setAccessibleName(title)
            own.hide()
        for name, box in self.boxes.items():
            box.setObjectName(name)
            box.setAccessibleName(labels.label(kind, self._fields[name]))
            box.set_text(self._kept.get(name, ""))
            if isinstance(box, LineBox):
                box.home(False)  # a narrow box shows how its text begins: 2.7 cm, never .7 cm
            box.judge = partial(self._check, name)
            box.value_changed.connect(partial(self._edited, name))
            box.focus_changed.connect(partial(self._explain, name))

    @property
    def is_blank(self) -> bool:
        return not self._texts()

    @property
    def is_touched(self) -> bool:
        kept = {name: text for name, text in self._kept.items() if name in self.boxes}
        return self._texts() != kept or self._origin_texts() != self._kept_origin

    def set_vocabularies(self, list_of: ListOf) -> None:
        """Gives the boxes that search while typing their lists."""
        for name, box in self.boxes.items():
            if isinstance(box, LookupBox):
                box.set_vocabulary(list_of(self._fields[name].item.lookup))

    def chain(self, with_origin: bool) -> list[Box]:
        """The boxes in the order of Tab."""
        return [*self.boxes.values(), *(self.origin.values() if with_origin else ())]

    def _origin_texts(self) -> tuple[str, str]:
        return self.origin["source"].text(), self.origin["note"].text()

    def focus(self) -> None:
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self) -> Entry:
        """The row as a record on its way in; what is wrong is said at the row.

        Raises:
            Refused: with every problem.
        """
        for box in self.boxes.values():
            box.set_bad(False)
        stored = self.stored
        try:
            record = build(self._kind, self._all_texts())
        except Refused as refusal:
            self._say(refusal)
            raise
        return Entry(
            record=record,
            stored=stored,
            source=normal(self.origin["source"].text()) or None,
            note=normal(self.origin["note"].text()) or None,
        )

    def _say(self, refusal: Refused) -> None:
        for problem in refusal.problems:
            if problem.field in self.boxes:
                self.boxes[problem.field].set_bad(True)
        said = (labels.sentence(self._kind, problem) for problem in refusal.problems)
        self._write("\n".join(dict.fromkeys(said)), "overdue")

    def _texts(self) -> dict[str, str]:
        texts = ((name, box.text()) for name, box in self.boxes.items())
        return {name: text for name, text in texts if text.strip()}

    def _all_texts(self) -> dict[str, str]:
        link = parent_of(self._kind)
        kept = {name: text for name, text in self._kept.items() if name not in self.boxes}
        return kept | ({link.name: str(self._link())} if link else {}) | self._texts()

    def _check(self, name: str) -> bool:
        problem = labels.judged(self._kind, self._all_texts(), name)
        self.boxes[name].set_bad(bool(problem))
        if problem:
            self._write(problem, "overdue")
        return not problem

    def _edited(self, name: str) -> None:
        self.boxes[name].set_bad(False)
        self._explain(name)

    def _explain(self, name: str) -> None:
        box, field = self.boxes[name], self._fields[name]
        if not box.hasFocus():
            return
        hint = "" if box.text() else labels.hint(self._kind, field)
        said = box.said if isinstance(box, LookupBox) else explanation(field)
        self._write(said(box.text()) or hint, "text2" if box.text() else "text3")

    def _write(self, words: str, colour: str) -> None:
        self.foot.setText(words)
        self.foot.set_colour(colour)
