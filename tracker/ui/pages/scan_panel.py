# SPDX-License-Identifier: MIT
"""Entering a scan: date and modality beside the grid, sizes in it, lesions seen for the first time.

Nothing is filled in; a box takes every character and says what it cannot be.
"""

from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem, Refused, UserError
from tracker.domain.fields import YesNo, items
from tracker.domain.lesion_series import Column
from tracker.domain.records import ImagingStudy, Lesion
from tracker.domain.records.lesion import LesionRole
from tracker.domain.scan_entry import Added, ScanEntry, cell_text, read_cell
from tracker.domain.text import normal
from tracker.ui.dialogs.frame import SAVE_KEYS
from tracker.ui.errors import words
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import ChoiceBox, LineBox, SuggestBox
from tracker.ui.forms.editors import Editor, field_editor
from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face
from tracker.ui.widgets.facts import WIDTH
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import SMALL, Press

_FIELDS = {field.name: field for field in items(ImagingStudy)}
_LESION = {field.name: field for field in items(Lesion)}


class ScanPanel(QScrollArea):
    """The sheet of one time point. ``boxes`` are its cells, by lesion, for the grid to place.

    Signals:
        changed(): something was typed.
        submitted(), cancelled(): Ctrl+Enter, Esc.
    """

    changed = Signal()
    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self,
        look: Look,
        lesions: Sequence[Stored[Lesion]],
        column: Column | None,
        *,
        is_first: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._is_amended = column is not None
        self._lesions = {each.id: each.record for each in lesions}
        self._filled: dict[UUID, str] = {}
        self.boxes: dict[UUID, LineBox] = {each.id: self._cell_box(each) for each in lesions}
        self._date = field_editor(look, ImagingStudy, _FIELDS["date"])
        self._modality = field_editor(look, ImagingStudy, _FIELDS["modality"])
        self._baseline = QCheckBox(self.tr("Baseline: choose targets here"))
        self._reason = Editor(look, "reason", self.tr("Reason for the change"), LineBox(look))
        self._said = PlainLabel(look, "", 13, colour="overdue")
        self._save = Press(look, self.tr("Save scan"), keys="Ctrl+Enter", primary=True)
        self._more = Press(look, self.tr("One more lesion"), height=SMALL)
        self._added: list[_LesionBlock] = []
        self._blocks = QVBoxLayout()
        self._first_text: ScanEntry | None = None
        self.was_warned = False
        self._assemble(is_first)
        self._fill(column)
        if is_first:
            self._baseline.setChecked(True)
        if not self._lesions or is_first:
            self.add_lesion()
        self._first_text = self.entry()

    @property
    def is_touched(self) -> bool:
        """Whether anything differs from how the sheet was opened."""
        return self.entry() != self._first_text

    @property
    def reason(self) -> str | None:
        """Why a stored scan is changed."""
        return normal(self._reason.text()) or None

    def entry(self) -> ScanEntry:
        """Everything that stands in the boxes, as typed."""
        return ScanEntry(
            date=self._date.text(),
            modality=self._modality.text(),
            is_baseline=self._baseline.isChecked(),
            cells={key: box.text() for key, box in self.boxes.items()},
            added=tuple(block.added(self._baseline.isChecked()) for block in self._added),
        )

    def restore(self, entry: ScanEntry) -> None:
        """Puts back what was typed before, on the same chart."""
        self._date.set_text(entry.date)
        self._modality.set_text(entry.modality)
        self._baseline.setChecked(entry.is_baseline)
        for key, text in entry.cells.items():
            if key in self.boxes:
                self.boxes[key].set_text(text)
        while len(self._added) < len(entry.added):
            self.add_lesion()
        for block, added in zip(self._added, entry.added, strict=False):
            block.restore(added)

    def focus_first(self) -> None:
        """Puts the keyboard into the date, or into the first size of a scan that is changed."""
        first = next(iter(self.boxes.values()), None) if self._is_amended else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._date.focus()

    def wait(self, waiting: bool) -> None:
        """Takes no second save while the first one travels."""
        self._save.allow(not waiting)

    def refuse(self, error: UserError) -> None:
        """Says every problem at its box; what was typed stays."""
        self.wait(False)
        said = [self.tr("Not saved; everything typed is still here.")]
        for problem in error.problems:
            if not self._mark(problem):
                said.append(words(problem.message))
        self._said.setText("\n".join(said))

    def say(self, text: str) -> None:
        """One sentence below the boxes."""
        self._said.setText(text)

    def warn(self) -> None:
        """Esc once: what was typed would be lost."""
        self.was_warned = True
        self.say(self.tr("Esc once more throws away what was typed on this scan."))

    def add_lesion(self) -> None:
        """Offers the boxes of one more lesion."""
        block = _LesionBlock(self._look, len(self._added) + 1)
        block.set_baseline(self._baseline.isChecked())
        block.changed.connect(self.changed)
        self._added.append(block)
        self._blocks.addWidget(block)
        self._order()
        if self._first_text is not None:
            block.focus_first()

    def _mark(self, problem: Problem) -> bool:
        """Puts a problem at the box it belongs to; False when it has none."""
        for editor, name in (
            (self._date, "date"),
            (self._modality, "modality"),
            (self._reason, "reason"),
        ):
            if problem.field == name:
                editor.set_problem(labels.sentence(ImagingStudy, problem))
                return True
        for key, box in self.boxes.items():
            if problem.field == str(key):
                box.set_bad(True)
        return False

    def _cell_box(self, lesion: Stored[Lesion]) -> LineBox:
        box = LineBox(self._look, latin=True)
        box.setAccessibleName(lesion.record.label)
        box.judge = lambda: self._judge(lesion.id)
        box.value_changed.connect(self.changed)
        return box

    def _judge(self, key: UUID) -> bool:
        box = self.boxes[key]
        try:
            if box.text() != self._filled.get(key):  # what is stored stands as it is
                read_cell(box.text(), self._lesions[key])
        except Refused as refusal:
            box.set_bad(True)
            self.say(" ".join(words(problem.message) for problem in refusal.problems))
            return False
        box.set_bad(False)
        self.say("")
        return True

    def _fill(self, column: Column | None) -> None:
        if column is None:
            return
        self._date.set_text(column.when.text)
        self._modality.set_text(column.studies[0].record.modality)
        self._baseline.setChecked(column.is_baseline)
        for key, box in self.boxes.items():
            found = column.seen.get(key, ())
            if len(found) == 1:
                self._filled[key] = cell_text(found[0].record, self._lesions[key])
                box.set_text(self._filled[key])

    def _assemble(self, is_first: bool) -> None:
        look, px = self._look, self._look.px
        title = (
            self.tr("Change this scan")
            if self._is_amended
            else self.tr("First scan")
            if is_first
            else self.tr("New assessment")
        )
        sheet = _Ground(look)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(17), px(10), px(16), px(10))
        column.setSpacing(px(2))
        column.addWidget(PlainLabel(look, title, 18, bold=True))
        column.addWidget(self._date)
        column.addWidget(self._modality)
        column.addWidget(self._baseline)
        help_text = self.tr(
            "Sizes in mm: 12, or 12+9 for a lesion that split. 0 absent, ts too small, "
            "ne not evaluable, p present, pd progressed, ? equivocal, m merged."
        )
        said = PlainLabel(look, help_text, 12, colour="text2")
        said.setWordWrap(True)
        column.addWidget(said)
        self._said.setWordWrap(True)
        column.addLayout(self._blocks)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._reason)
        column.addWidget(self._said)
        self._reason.setVisible(self._is_amended)
        cancel = Press(look, self.tr("Cancel"), keys="Esc")
        column.addSpacing(px(8))
        column.addWidget(self._save)
        column.addSpacing(px(4))
        column.addWidget(cancel)
        column.addStretch(1)
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(px(WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.changed.connect(self._typed)
        for editor in (self._date, self._modality):
            editor.value_changed.connect(self.changed)
        self._baseline.toggled.connect(self._baseline_changed)
        self._more.clicked.connect(self.add_lesion)
        self._save.clicked.connect(self.submitted)
        cancel.clicked.connect(self.cancelled)
        for keys in (*SAVE_KEYS, "Esc"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.cancelled if keys == "Esc" else self.submitted)

    def _order(self) -> None:
        """Tab goes from date and modality through the sizes to the new lesions."""
        boxes: list[QWidget] = [self._date.box, self._modality.box]
        boxes += self.boxes.values()
        for block in self._added:
            boxes += block.boxes()
        boxes += [self._more, self._baseline, self._reason.box, self._save]
        for first, second in pairwise(boxes):
            QWidget.setTabOrder(first, second)

    def order(self) -> None:
        """Sets the order of Tab once the cells have their place in the grid."""
        self._order()

    def _baseline_changed(self, is_baseline: bool) -> None:
        for block in self._added:
            block.set_baseline(is_baseline)
        self.changed.emit()

    def _typed(self) -> None:
        self.was_warned = False


class _LesionBlock(QWidget):
    """The boxes of a lesion that is entered with the scan."""

    changed = Signal()

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        px = look.px
        self._label = Editor(look, "label", self.tr("Lesion"), LineBox(look))
        organs = _LESION["organ"].item.suggestions
        self._organ = Editor(look, "organ", self.tr("Organ"), SuggestBox(look, organs))
        roles = [(r.value, labels.choice(r)) for r in (LesionRole.TARGET, LesionRole.NON_TARGET)]
        self._role = Editor(look, "role", self.tr("Role"), ChoiceBox(look, roles))
        nodes = [(a.value, labels.choice(a)) for a in (YesNo.YES, YesNo.NO)]
        self._node = Editor(look, "node", self.tr("Lymph node"), ChoiceBox(look, nodes))
        self._size = Editor(look, "size", self.tr("Size"), LineBox(look, latin=True))
        self._editors = (self._label, self._organ, self._role, self._node, self._size)
        for editor in self._editors:
            editor.box.setAccessibleName(
                self.tr("{field}, lesion {n}").format(field=editor.label, n=number)
            )
            editor.value_changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(0)
        for editors in ((self._label, self._organ), (self._role,), (self._node, self._size)):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            for editor in editors:
                row.addWidget(editor, 1)
            column.addLayout(row)

    def set_baseline(self, is_baseline: bool) -> None:
        """At baseline a lesion is a target or not; later it is a new one."""
        self._role.setVisible(is_baseline)

    def boxes(self) -> list[QWidget]:
        """The boxes in their order."""
        return [editor.box for editor in self._editors]

    def focus_first(self) -> None:
        """Puts the keyboard into the name."""
        self._label.focus()

    def added(self, is_baseline: bool) -> Added:
        """What was typed."""
        role = self._role.text()
        node = self._node.text()
        return Added(
            label=self._label.text(),
            organ=self._organ.text(),
            role=(LesionRole(role) if role else None) if is_baseline else LesionRole.NEW,
            node=YesNo(node) if node else None,
            cell=self._size.text(),
        )

    def restore(self, added: Added) -> None:
        """Puts back what was typed."""
        self._label.set_text(added.label)
        self._organ.set_text(added.organ)
        is_chosen = added.role in {LesionRole.TARGET, LesionRole.NON_TARGET}
        self._role.set_text(added.role.value if added.role and is_chosen else "")
        self._node.set_text(added.node.value if added.node else "")
        self._size.set_text(added.cell)


class _Ground(Face):
    """The ground of the panel, with a line against the grid."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(0, 0, 1, self.height(), theme.line2)
