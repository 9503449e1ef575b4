# SPDX-License-Identifier: MIT
"""The whole audit trail: who did what, when and why, with a filter and a file to take along."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tracker.domain.envelope import Place, TrailFilter, TrailLine
from tracker.services import audit_trail, patients
from tracker.services.audit_trail import TrailPage
from tracker.ui import names
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import ChoiceBox, LineBox
from tracker.ui.pages.history_tab import done_words, what_words
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

translate = QCoreApplication.translate
_PAGE = 200


class AuditTab(QWidget):
    """The trail, a page at a time; Enter on a line shows old and new."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[TrailLine] = []
        self._numbers: dict[UUID, str] = {}
        self._asked = TrailFilter()
        self._end: Place | None = ()
        look, px = desk.look, desk.look.px
        self.list = RowList(look, self.tr("Audit trail"), _columns(), self._paint, self._words)
        self.list.setObjectName("trail_list")
        self.list.opened.connect(self._show)
        self._count = PlainLabel(look, "", 13, colour="text2")
        self._problem = PlainLabel(look, "", 13, colour="overdue")
        self._more = Press(look, self.tr("Show earlier entries"))
        self._more.clicked.connect(self._ask_page)
        export = Press(look, self.tr("Export as CSV …"))
        export.clicked.connect(self._choose_file)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), px(12))
        foot.setSpacing(px(8))
        foot.addWidget(self._count, 1)
        foot.addWidget(self._more)
        foot.addWidget(export)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._make_filter())
        page.addWidget(self.list, 1)
        page.addLayout(foot)
        self.setFocusProxy(self.list)

    def ask(self) -> None:
        """Asks from the newest line on, and for what the filter can offer."""
        words = partial(audit_trail.words, ctx=self._desk.ctx)
        self._desk.tasks.run(self, words, self._offer, question="trail words")
        self._ask_anew()

    def _make_filter(self) -> QLayout:
        look, px = self._desk.look, self._desk.look.px
        self._person, self._action = ChoiceBox(look, []), ChoiceBox(look, [])
        self._number = LineBox(look, latin=True, bold=False)
        self._first = LineBox(look, latin=True, bold=False)
        self._last = LineBox(look, latin=True, bold=False)
        row = Flow(px(8))
        row.setContentsMargins(px(24), px(12), px(24), px(12))
        for words, box, width in (
            (self.tr("Person"), self._person, 170),
            (self.tr("Action"), self._action, 170),
            (self.tr("Hospital number"), self._number, 120),
            (self.tr("From day"), self._first, 120),
            (self.tr("To day"), self._last, 120),
        ):
            box.setAccessibleName(words)
            box.setFixedWidth(px(width))
            if isinstance(box, LineBox):
                box.entered.connect(self._ask_anew)
            row.addWidget(_labelled(PlainLabel(look, words, 13, colour="text2"), box, px(8)))
        show = Press(look, self.tr("Show"))
        show.clicked.connect(self._ask_anew)
        row.addWidget(show)
        row.addWidget(self._problem)
        return row

    def _offer(self, words: tuple[list[str], list[str]]) -> None:
        people, actions = words
        self._person.set_choices([(name, name) for name in people])
        self._action.set_choices([(action, done_words(action)) for action in actions])

    def _ask_anew(self) -> None:
        self._problem.setText("")
        try:
            days = [_day(box.text()) for box in (self._first, self._last)]
        except ValueError:
            self._problem.setText(self.tr("Write days like 2024-11-26."))
            return
        self._asked = TrailFilter(
            person=self._person.text() or None,
            action=self._action.text() or None,
            first=days[0],
            last=days[1],
        )
        number = self._number.text().strip()
        if not number:
            self._ask_first()
            return
        job = partial(patients.by_number, ctx=self._desk.ctx, mrn=number)
        self._desk.tasks.run(self, job, self._of_patient, self._unknown, question="trail patient")

    def _of_patient(self, patient: UUID) -> None:
        self._asked = replace(self._asked, patient=patient)
        self._ask_first()

    def _unknown(self, _error: object) -> None:
        self._problem.setText(self.tr("No chart has this number."))

    def _ask_first(self) -> None:
        self._lines, self._end = [], ()
        self._ask_page()

    def _ask_page(self) -> None:
        if self._end is None:
            return
        job = partial(
            audit_trail.page, ctx=self._desk.ctx, asked=self._asked, limit=_PAGE, after=self._end
        )
        self._desk.tasks.run(self, job, self._answered, question="trail")

    def _answered(self, found: TrailPage) -> None:
        self._lines += found.lines
        self._numbers |= found.numbers
        self._end = found.end
        self.list.set_rows(self._lines, lambda line: (line.chain, line.seq))
        words = self.tr("entries: {n}") if found.end is None else self.tr("the newest {n} entries")
        self._count.setText(words.format(n=len(self._lines)))
        self._more.setVisible(found.end is not None)

    def _show(self, line: TrailLine) -> None:
        arrow = self.tr("{field}: {old} → {new}")
        nothing = self.tr("(empty)")
        said = partial(names.field_text, line.kind or "")
        changes = [
            arrow.format(field=name, old=said(name, old) or nothing, new=said(name, new) or nothing)
            for name, old, new in line.changes
        ]
        cells = [cell for cell in self._cells(line) if cell]
        ReportDialog(
            self._desk.look,
            self.tr("Entry {n} of the audit trail").format(n=line.seq),
            "\n".join(cells),
            changes,
            parent=self.window(),
        ).open()

    def _choose_file(self) -> None:
        kinds = [self.tr("Table (*.csv)")]
        save_as(self, self.tr("Export the audit trail"), "csv", self.export, kinds=kinds)

    def export(self, name: str) -> None:
        """Writes the lines that match the filter into a file."""
        job = partial(audit_trail.export, ctx=self._desk.ctx, dest=Path(name), asked=self._asked)
        self._desk.tasks.run(self, job, partial(self._exported, name))

    def _exported(self, name: str, lines: int) -> None:
        said = self.tr(
            "{file}, entries: {n}. It is not encrypted: keep it as you keep a paper chart."
        )
        title, text = self.tr("Exported"), said.format(file=Path(name).name, n=lines)
        ReportDialog(self._desk.look, title, text, [], parent=self.window()).open()
        self.ask()

    def _cells(self, line: TrailLine) -> tuple[str, ...]:
        what = what_words(line.kind, line.action)
        number = self._numbers.get(line.patient, "") if line.patient else ""
        when = line.at.isoformat(sep=" ", timespec="seconds")
        return (
            when,
            f"{line.by} ({labels.role(line.role)})",
            what,
            number,
            line.reason or _summary(line),
        )

    def _words(self, line: TrailLine) -> str:
        return ", ".join(cell for cell in self._cells(line) if cell)

    def _paint(self, pen: Pen, line: TrailLine) -> None:
        when, who, what, number, why = self._cells(line)
        pen.write(24, when, 13, until=214)
        pen.write(224, who, 13, until=470)
        pen.write(480, what, 13.5, bold=True, until=790)
        pen.write(800, number, 13, colour="text2", until=900)
        pen.write(910, why, 13, colour="text2")


def _labelled(label: QWidget, box: QWidget, spacing: int) -> QWidget:
    """A box that stays beside its label wherever the row goes on below."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    row.addWidget(label)
    row.addWidget(box)
    return both


def _columns() -> list[Column]:
    return [
        Column(translate("AuditTab", "When"), 24),
        Column(translate("AuditTab", "Who"), 224),
        Column(translate("AuditTab", "What"), 480),
        Column(translate("AuditTab", "Number"), 800),
        Column(translate("AuditTab", "Reason or content"), 910),
    ]


def _summary(line: TrailLine) -> str:
    """What an entry without a record holds: a file's name, how many wrong tries."""
    if line.kind is not None:
        return ""
    return ", ".join(f"{name} {new}" for name, _, new in line.changes)


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None
