# SPDX-License-Identifier: MIT
"""The form of any record kind, built from its declaration.

An untouched form is nothing: it yields no record. Nothing is filled in, rounded or completed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Field, items
from tracker.domain.records import (
    AdverseEvent,
    AdverseEventGrade,
    Attribution,
    BaselineCheck,
    Course,
    CourseDrug,
    Diagnosis,
    DoseSummary,
    ImagingStudy,
    LesionMeasurement,
    NodeStation,
    PlanSegment,
    Procedure,
    Stage,
    SteroidCourse,
)
from tracker.domain.records.base import Record, build, content, parent_of
from tracker.domain.text import normal
from tracker.services.records import Entry
from tracker.services.terminology import Terminology
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import LineBox, TextBox
from tracker.ui.forms.child_grid import ChildGrid
from tracker.ui.forms.editors import NO_OFFERS, Editor, Offers, field_editor
from tracker.ui.forms.lookup_box import LookupBox
from tracker.ui.theme import Look
from tracker.ui.widgets.label import PlainLabel

CHILDREN: dict[type[Record], tuple[type[Record], ...]] = {
    Diagnosis: (Stage,),
    Course: (CourseDrug, PlanSegment, BaselineCheck, DoseSummary),
    AdverseEvent: (AdverseEventGrade, Attribution, SteroidCourse),
    ImagingStudy: (LesionMeasurement,),
    Procedure: (NodeStation,),
}
"""The lists that are typed inside the form of their parent."""

_QUARTERS = 4  # columns of a wide form: a number takes one, most fields two, a long text all
Cell = tuple[QWidget, int]  # what stands in a line of the form, and how many quarters it takes
_WIDE = 640  # pixels at 100 % from which on the form has all of them


class RecordForm(QWidget):
    """A form for one record of a kind, new or stored.

    Args:
        look: theme and zoom.
        kind: the kind of record.
        link: the id of the parent record, for a kind that has one.
        offers: the records of the chart that its fields may refer to; without any, such a field
            is not shown and stays as it is.
    """

    changed = Signal()
    void_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        kind: type[Record],
        *,
        link: UUID | None = None,
        offers: Offers = NO_OFFERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._look = look
        self._stored: Stored[Record] | None = None
        self._columns = 0
        declared = [
            f
            for f in items(kind)
            if not (f.item.parent or f.item.derived) and (f.type is not UUID or f.name in offers)
        ]
        self._spans = {field.name: _quarters(field) for field in declared}
        self.editors = {f.name: self._editor_of(f, offers) for f in declared}
        self.grids = tuple(ChildGrid(look, child, offers) for child in CHILDREN.get(kind, ()))
        self.source = Editor(
            look,
            "source",
            self.tr("Source"),
            LineBox(look),
            hint=self.tr("Where this is taken from: letter, page, telephone, verbal."),
        )
        self.note = Editor(look, "note", self.tr("Note"), TextBox(look))
        self._untyped: dict[str, str] = {}
        field = parent_of(kind)
        if field and link:
            self._untyped[field.name] = str(link)
        self._kept = self._typed()
        self._summary = PlainLabel(look, "", 14, bold=True, colour="overdue")
        self._assemble()
        self._connect()

    @property
    def needs_terminology(self) -> bool:
        """Whether a field is searched in a coded list."""
        kinds = (self.kind, *CHILDREN.get(self.kind, ()))
        return any(field.item.lookup for kind in kinds for field in items(kind))

    def set_terminology(self, known: Terminology) -> None:
        """Gives the coded lists to the fields that are searched in one."""
        for field in items(self.kind):
            if field.item.lookup and field.name in self.editors:
                box = self.editors[field.name].box
                if isinstance(box, LookupBox):
                    box.set_vocabulary(known.vocabulary(field.item.lookup))
        for grid in self.grids:
            grid.set_vocabularies(known.vocabulary)

    @property
    def is_touched(self) -> bool:
        """Whether anything differs from what was shown at first."""
        return self._typed() != self._kept or any(grid.is_touched for grid in self.grids)

    def texts(self) -> dict[str, str]:
        """What stands in the fields, by field name, blank ones left out."""
        texts = ((name, editor.text()) for name, editor in self.editors.items())
        return self._untyped | {name: text for name, text in texts if text.strip()}

    def set_record(self, stored: Stored[Record], children: Sequence[Stored[Record]] = ()) -> None:
        """Shows a stored record for amending, with its current children."""
        self._stored = stored
        texts = content(stored.record)
        self._untyped = {name: text for name, text in texts.items() if name not in self.editors}
        for name, editor in self.editors.items():
            editor.set_text(texts.get(name, ""))
        self.source.set_text(stored.source or "")
        self.note.set_text(stored.note or "")
        for grid in self.grids:
            own = [child for child in children if isinstance(child.record, grid.kind)]
            grid.set_rows(own, stored.id)
        self._kept = self._typed()
        self._order_tabs()

    def set_last(self, record: Record) -> None:
        """Shows the values of an earlier record in grey below the fields."""
        when = labels.shown(getattr(record, record.when)) if record.when else ""
        for field in items(self.kind):
            value = labels.shown(getattr(record, field.name))
            if field.name not in self.editors or field.name == record.when or not value:
                continue
            value = " ".join(part for part in (value, field.item.unit) if part)
            if when:
                value = self.tr("{value} on {date}").format(value=value, date=when)
            self.editors[field.name].set_last(value)

    def entry(self) -> Entry | None:
        """The record on its way in, or None when the form was not touched.

        Raises:
            Refused: with every problem; each is said at its field and all are named on top.
        """
        if not self.is_touched:
            return None
        self.show_problems(())
        found: list[Problem] = []
        record: Record | None = None
        try:
            record = build(self.kind, self.texts())
        except Refused as refusal:
            found += refusal.problems
        children, of_children = self._children()
        if record is None or of_children:
            self.show_problems(found, also=bool(of_children))
            raise Refused(*found, *of_children)
        return Entry(
            record=record,
            stored=self._stored,
            source=normal(self.source.text()) or None,
            note=normal(self.note.text()) or None,
            children=children,
        )

    def show_problems(self, problems: Iterable[Problem], *, also: bool = False) -> None:
        """Says each problem at its field and sums them up on top; with none, takes all back.

        Args:
            problems: of this record; those of no field of the form are said on top.
            also: whether a list inside the form says problems of its own.
        """
        for editor in self._all_editors():
            editor.set_problem("")
        named: list[str] = []
        lines: list[str] = []
        for problem in problems:
            said, at = labels.sentence(self.kind, problem), self._editor(problem.field)
            if at is None:
                lines.append(said)
            else:
                at.set_problem(said)
                named.append(at.label)
        if also:
            named += [labels.title(grid.kind) for grid in self.grids if grid.is_touched]
        if named:
            please = self.tr("Nothing is saved yet. Please check: {fields}.")
            lines.insert(0, please.format(fields=", ".join(dict.fromkeys(named))))
        self._summary.setText("\n".join(lines))
        self._summary.setVisible(bool(lines))

    def focus_first(self) -> None:
        """Puts the keyboard into the first field with a problem, else into the first field."""
        bad = (editor for editor in self._all_editors() if editor.is_bad)
        next(bad, next(self._all_editors())).focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _children(self) -> tuple[tuple[Entry, ...], list[Problem]]:
        made: list[Entry] = []
        found: list[Problem] = []
        for grid in self.grids:
            try:
                made += (self._with_source(entry) for entry in grid.entries())
            except Refused as refusal:
                found += refusal.problems
        return tuple(made), found

    def _with_source(self, child: Entry) -> Entry:
        """A new row that names no source comes from where its record comes from."""
        if child.stored is not None or child.source:
            return child
        return replace(child, source=normal(self.source.text()) or None)

    def _typed(self) -> dict[str, str]:
        return {editor.objectName(): editor.text() for editor in self._all_editors()}

    def _all_editors(self) -> Iterator[Editor]:
        yield from self.editors.values()
        yield self.source
        yield self.note

    def _editor_of(self, field: Field, offers: Offers) -> Editor:
        """The editor of a declared field; a kind with a form of its own may choose another."""
        return field_editor(self._look, self.kind, field, offers)

    def _editor(self, name: str | None) -> Editor | None:
        return next((e for e in self._all_editors() if e.objectName() == name), None)

    def _judge(self, name: str, _text: str) -> str:
        return labels.judged(self.kind, self.texts(), name)

    def _connect(self) -> None:
        for name, editor in self.editors.items():
            editor.judge = partial(self._judge, name)
        for editor in self._all_editors():
            editor.value_changed.connect(self.changed)
        for grid in self.grids:
            grid.changed.connect(self.changed)
            grid.void_asked.connect(self.void_asked)

    def _assemble(self) -> None:
        look = self._look
        self._summary.setWordWrap(True)
        self._summary.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(22))
        self._grid.setVerticalSpacing(look.px(4))
        # a column in which nothing stands alone would get no spacing and a width of its own
        self._rulers = [QWidget() for _ in range(_QUARTERS)]
        for place, ruler in enumerate(self._rulers):
            ruler.setFixedHeight(0)
            self._grid.addWidget(ruler, 0, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._summary)
        column.addLayout(self._grid)
        column.addStretch()
        self._arrange()
        self._order_tabs()

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [editor.box for editor in self.editors.values()]
        for grid in self.grids:
            chain += grid.chain()
        for one, other in pairwise([*chain, self.source.box, self.note.box]):
            QWidget.setTabOrder(one, other)

    def _cells(self) -> Iterator[Cell]:
        for name, editor in self.editors.items():
            yield editor, self._spans[name]
        for grid in self.grids:
            yield grid, _QUARTERS
        yield self.source, 2
        yield self.note, 2

    def _arrange(self) -> None:
        """Lays the fields out from left to right, in the order of Tab, line after line."""
        columns = _QUARTERS if self.width() >= self._look.px(_WIDE) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for column, ruler in enumerate(self._rulers):
            ruler.setVisible(column < columns)
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for line, cells in enumerate(_lines(self._cells(), columns), start=1):
            place = 0
            for widget, span in cells:
                self._grid.addWidget(widget, line, place, 1, span)
                place += span


def _lines(cells: Iterable[Cell], columns: int) -> list[list[Cell]]:
    """The cells line by line; the last of a line takes what is left, unless it is a number."""
    lines: list[list[Cell]] = []
    left = 0
    for widget, quarters in cells:
        span = min(quarters, columns)
        if span > left:
            lines.append([])
            left = columns
        lines[-1].append((widget, span))
        left -= span
    for line in lines:
        widget, span = line[-1]
        rest = columns - sum(taken for _, taken in line)
        if span > 1:
            line[-1] = (widget, span + rest)
    return lines


def _quarters(field: Field) -> int:
    """How much of a wide line a field takes."""
    if field.item.long:
        return _QUARTERS
    return 1 if field.type in {int, Decimal} else 2
