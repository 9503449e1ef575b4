# SPDX-License-Identifier: MIT
"""Every revision of a record: when, who, why, and what each field was before."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.envelope import Revision
from tracker.domain.fields import items
from tracker.domain.records import Patient
from tracker.domain.records.base import Record
from tracker.ui import names
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.dialogs.heading import Heading
from tracker.ui.forms import labels
from tracker.ui.theme import Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class Difference(NamedTuple):
    """One field that a revision set, changed or emptied; "" is an empty field."""

    field: str
    old: str
    new: str


Linked = Mapping[str, str]
"""What is read for the records that a field may refer to, by their id."""


def differences(
    kind: type[Record], before: dict[str, str], after: dict[str, str], linked: Linked
) -> list[Difference]:
    """What changed from one content to the next, in the order of the form and in its words.

    A record that is referred to and is not among ``linked`` keeps its id: no change is hidden.
    """
    declared = {field.name: field for field in items(kind)}
    known = [*declared, *sorted((before.keys() | after.keys()) - declared.keys())]
    changed = [name for name in known if before.get(name) != after.get(name)]
    found = []
    for name in changed:
        field = declared.get(name)
        texts = (before.get(name, ""), after.get(name, ""))
        if field and field.type is UUID:
            old, new = (linked.get(text, text) for text in texts)
        else:
            old, new = (
                names.field_text(kind.kind, name, labels.shown_text(field, text)) for text in texts
            )
        unit = field.item.unit if field else None
        found.append(
            Difference(
                labels.label(kind, field) if field else _called(name),
                f"{old} {unit}" if old and unit else old,
                f"{new} {unit}" if new and unit else new,
            )
        )
    return found


class HistoryDialog(QDialog):
    """Shows the revisions of one record, the newest first. Show it with ``open()``."""

    def __init__(
        self,
        look: Look,
        kind: type[Record],
        patient: Patient | None,
        revisions: Sequence[Revision],
        linked: Linked,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("History of {kind}").format(kind=labels.title(kind))
        self.setWindowTitle(title)
        self._look = look
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(look.px(24), look.px(14), look.px(24), look.px(14))
        lines.setSpacing(look.px(6))
        earlier: list[dict[str, str]] = [{}, *(revision.content for revision in revisions)]
        for revision, before in reversed(list(zip(revisions, earlier, strict=False))):
            self._add(lines, revision, differences(kind, before, revision.content, linked))
        lines.addStretch()
        sheet = QScrollArea()
        sheet.setFrameShape(QFrame.Shape.NoFrame)
        sheet.setWidgetResizable(True)
        sheet.setWidget(page)
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(14))
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(look, title, patient))
        column.addWidget(sheet, 1)
        column.addLayout(foot)
        FocusRing(look, self)
        resize_within_screen(self, look.px(760), look.px(560))

    def _add(self, lines: QVBoxLayout, revision: Revision, changes: Sequence[Difference]) -> None:
        look = self._look
        lines.addWidget(self._label(_what_happened(revision), bold=True))
        lines.addWidget(self._label(_who_and_when(revision), colour="text2"))
        if revision.reason:
            why = self.tr("Reason: {reason}").format(reason=revision.reason)
            lines.addWidget(self._label(why))
        grid = QGridLayout()
        grid.setContentsMargins(0, look.px(2), 0, look.px(18))
        grid.setHorizontalSpacing(look.px(18))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, look.px(180))
        for line, change in enumerate(changes):
            grid.addWidget(self._label(change.field, colour="text2"), line, 0)
            grid.addWidget(self._struck(change.old), line, 1)
            new = change.new or self.tr("(empty)")
            grid.addWidget(self._label(new, bold=bool(change.new)), line, 2)
        lines.addLayout(grid)

    def _label(self, text: str, *, bold: bool = False, colour: str = "text") -> PlainLabel:
        made = PlainLabel(self._look, text, bold=bold, colour=colour)
        made.setWordWrap(True)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _struck(self, text: str) -> PlainLabel:
        made = self._label(text, colour="text3")
        face = made.font()
        face.setStrikeOut(True)
        made.setFont(face)
        return made


def _called(name: str) -> str:
    """The words for source and note; a field that is no longer declared keeps its name."""
    return {
        "source": QCoreApplication.translate("RecordForm", "Source"),
        "note": QCoreApplication.translate("RecordForm", "Note"),
    }.get(name, name)


def _what_happened(revision: Revision) -> str:
    done = {
        "add": QCoreApplication.translate("History", "recorded"),
        "amend": QCoreApplication.translate("History", "amended"),
        "void": QCoreApplication.translate("History", "marked as entered in error"),
    }.get(revision.action, revision.action)
    number = QCoreApplication.translate("History", "Revision {n}: {action}")
    return number.format(n=revision.revision, action=done)


def _who_and_when(revision: Revision) -> str:
    at = revision.at.isoformat(sep=" ", timespec="minutes")
    return QCoreApplication.translate("History", "{at}, {name} ({role})").format(
        at=at, name=revision.by, role=labels.role(revision.role)
    )
