# SPDX-License-Identifier: MIT
"""Somebody else changed the record that is open: both values side by side, a person chooses."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.errors import Refused, UserError
from tracker.domain.fields import items
from tracker.domain.records.base import Record
from tracker.domain.text import normal
from tracker.services.conflicts import Crossed, Crossing, Place, settled
from tracker.ui import errors
from tracker.ui.dialogs.frame import on_save_keys, resize_within_screen
from tracker.ui.dialogs.heading import Heading
from tracker.ui.dialogs.record_dialog import FormResult, RecordDialog
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import ChoiceBox, LineBox
from tracker.ui.forms.editors import Editor
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

MINE, THEIRS = "mine", "theirs"


class ConflictDialog(QDialog):
    """Show it with ``open()``; it stays until its owner closes it or ``refuse()`` says why not.

    What only one of the two changed is chosen beforehand, and can be seen and turned round; what
    both changed is chosen by nobody but the person.

    Args:
        look: theme and zoom.
        sheet: what it is about was typed there and stays there until it is stored.
        result: what was typed, and why.
        found: the records that somebody else changed; at least one.

    Signals:
        submitted(FormResult): an amendment of what is stored now, and its reason.
    """

    submitted = Signal(object)

    def __init__(
        self,
        look: Look,
        sheet: RecordDialog,
        result: FormResult,
        found: Sequence[Crossed],
    ) -> None:
        super().__init__(sheet)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Somebody else changed this as well")
        self.setWindowTitle(title)
        self._look = look
        self.sheet = sheet
        self._entry = result.entry
        self._found = found
        self._boxes: dict[Place, tuple[ChoiceBox, Crossing]] = {}
        self.reason = Editor(
            look, "reason", self.tr("Reason for the change"), LineBox(look), required=True
        )
        self.reason.set_text(result.reason or "")
        self._said = PlainLabel(look, "", 13, colour="overdue")
        self._said.setWordWrap(True)
        self.save = Press(look, self.tr("Save what was chosen"), keys="Ctrl+Enter", primary=True)
        self.save.clicked.connect(self._finish)
        on_save_keys(self, self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(look, title, sheet.patient))
        column.addWidget(self._lines(), 1)
        column.addLayout(self._foot())
        self._permit()
        FocusRing(look, self)
        fields = sum(len(each.crossings) for each in found)
        height = min(330 + 48 * fields + 60 * len(found), 680)
        resize_within_screen(self, look.px(980), look.px(height))
        self._focus_first()

    def saved(self) -> None:
        """The owner's answer: what was chosen is stored."""
        self.accept()
        self.sheet.saved()

    def refuse(self, error: UserError) -> None:
        """The owner's answer: it was not stored, and why. What was chosen stays."""
        self.save.allow(True)
        self._said.setText(" ".join(errors.sentences(error)))

    def _finish(self) -> None:
        if not self.save.isEnabled():
            return
        open_boxes = [box for box, _ in self._boxes.values() if not box.text()]
        for box, _ in self._boxes.values():
            box.set_bad(box in open_boxes)
        reason = normal(self.reason.text())
        if open_boxes:
            self._said.setText(self.tr("Both of you changed this field. Choose what is to stand."))
            open_boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not reason:
            self.reason.set_problem(self.tr("A change of a stored record needs a reason."))
            self.reason.focus()
        else:
            self._give(reason)

    def _give(self, reason: str) -> None:
        chosen = {
            place: crossing.mine if box.text() == MINE else crossing.theirs
            for place, (box, crossing) in self._boxes.items()
        }
        try:
            entry = settled(self._entry, self._found, chosen)
        except Refused as refusal:
            self.refuse(refusal)
        else:
            self._said.setText("")
            self.save.allow(False)
            self.submitted.emit(FormResult(entry, reason))

    def _permit(self) -> None:
        """A record that was entered in error is amended by nobody."""
        gone = any(not each.now.is_current for each in self._found)
        self.reason.setVisible(not gone)
        if gone:
            why = self.tr("A record entered in error is no longer changed.")
            self.save.allow(False, why)

    def _focus_first(self) -> None:
        boxes = [box for box, _ in self._boxes.values()]
        first = next((box for box in boxes if not box.text()), boxes[0] if boxes else None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reason.focus()

    def _lines(self) -> QScrollArea:
        look, page = self._look, QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(look.px(24), look.px(14), look.px(24), look.px(8))
        lines.setSpacing(look.px(8))
        lines.addWidget(
            self._label(self.tr("Nothing that you wrote is saved yet, and nothing of it is lost."))
        )
        for each in self._found:
            lines.addWidget(self._label(self._what_happened(each), bold=True))
            lines.addLayout(self._fields(each))
        lines.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _what_happened(self, each: Crossed) -> str:
        values = {
            "kind": labels.title(type(each.now.record)),
            "name": each.their.by,
            "at": each.their.at.isoformat(sep=" ", timespec="minutes"),
            "reason": each.their.reason or "",
        }
        if not each.now.is_current:
            return self.tr(
                "{kind}: {name} marked it as entered in error on {at}, with the reason “{reason}”. "
                "Go back to your entry and record it anew where it is still needed."
            ).format(**values)
        if not each.crossings:
            return self.tr(
                "{kind}: {name} changed it on {at} just as you did, with the reason “{reason}”."
            ).format(**values)
        return self.tr("{kind}: {name} changed it on {at}, with the reason “{reason}”.").format(
            **values
        )

    def _fields(self, each: Crossed) -> QGridLayout:
        look, grid = self._look, QGridLayout()
        grid.setContentsMargins(0, look.px(2), 0, look.px(14))
        grid.setHorizontalSpacing(look.px(18))
        grid.setVerticalSpacing(look.px(10))
        grid.setColumnMinimumWidth(0, look.px(130))
        for column in (1, 2, 3):
            grid.setColumnStretch(column, 1)
        if each.crossings:
            theirs = self.tr("{name} wrote").format(name=each.their.by)
            heads = ("", self.tr("Before"), theirs, self.tr("You wrote"), self.tr("What stands"))
            for column, words in enumerate(heads):
                grid.addWidget(self._label(words, colour="text2"), 0, column)
        for line, crossing in enumerate(each.crossings, start=1):
            self._add(grid, line, each, crossing)
        return grid

    def _add(self, grid: QGridLayout, line: int, each: Crossed, crossing: Crossing) -> None:
        kind = type(each.now.record)
        name = self._name(kind, crossing.field)
        cells = [self._label(name, colour="text2")]
        texts = (crossing.before, crossing.theirs, crossing.mine)
        shown = [self._shown(kind, crossing.field, text) for text in texts]
        for column, text in enumerate(shown, start=1):
            changed = column > 1 and texts[column - 1] != crossing.before
            colour = "text" if changed else "text3"
            cells.append(self._label(text, bold=changed, colour=colour))
        for column, cell in enumerate(cells):
            cell.setContentsMargins(0, self._look.px(7), 0, 0)  # in line with the box
            grid.addWidget(cell, line, column)
        box = ChoiceBox(self._look, [(MINE, self.tr("Mine")), (THEIRS, self.tr("Theirs"))])
        box.setFixedWidth(self._look.px(130))
        box.setAccessibleName(self.tr("What stands: {field}").format(field=name))
        if not crossing.is_disputed:
            box.set_text(THEIRS if crossing.mine == crossing.before else MINE)
        self._boxes[each.now.id, crossing.field] = (box, crossing)
        grid.addWidget(box, line, 4, Qt.AlignmentFlag.AlignTop)

    def _name(self, kind: type[Record], field: str) -> str:
        declared = next((f for f in items(kind) if f.name == field), None)
        if declared is not None:
            return labels.label(kind, declared)
        return {"source": self.tr("Source"), "note": self.tr("Note")}[field]

    def _shown(self, kind: type[Record], field: str, text: str) -> str:
        if not text:
            return self.tr("(empty)")
        declared = next((f for f in items(kind) if f.name == field), None)
        text = dict(self.sheet.offers.get(field, ())).get(text, text)
        unit = declared.item.unit if declared else None
        return " ".join(filter(None, (labels.shown_text(declared, text), unit)))

    def _foot(self) -> QVBoxLayout:
        look = self._look
        cancel = Press(look, self.tr("Back to my entry"), keys="Esc")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(10))
        buttons.addWidget(self._said, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(14))
        foot.addWidget(self.reason)
        foot.addLayout(buttons)
        return foot

    def _label(self, text: str, *, bold: bool = False, colour: str = "text") -> PlainLabel:
        made = PlainLabel(self._look, text, bold=bold, colour=colour)
        made.setWordWrap(True)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made
