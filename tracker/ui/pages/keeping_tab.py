# SPDX-License-Identifier: MIT
"""The end of things: how long charts are kept, erasing a patient, taking a computer out of use."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.domain.records import KINDS
from tracker.domain.text import normal
from tracker.services import erasure, retirement
from tracker.services.erasure import Erasure, PastRetention, Retention
from tracker.services.retirement import Wanted
from tracker.ui import names, wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.erase import EraseDialog
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.dialogs.retire import RetireDialog
from tracker.ui.errors import words
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import LineBox
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

translate = QCoreApplication.translate


class KeepingTab(QWidget):
    """The clinic's rule, the charts that are past it, and what an administrator does about it.

    Args:
        desk: who works.
        backup_folder: that is offered for the last backup; "" = none was chosen.
    """

    def __init__(self, desk: Desk, backup_folder: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._backup_folder = backup_folder
        look, px = desk.look, desk.look.px
        self.list = RowList(look, self.tr("Charts past the retention"), _columns(), _paint, _words)
        self.list.setObjectName("past_list")
        self.years = LineBox(look, self.tr("years"), latin=True, bold=False)
        self.years.setObjectName("retention_years")
        self.years.setAccessibleName(self.tr("Charts are kept for"))
        self.years.setFixedWidth(px(120))
        self.years.entered.connect(self._keep)
        keep = Press(look, self.tr("Keep this rule"))
        keep.clicked.connect(self._keep)
        erase = Press(look, self.tr("Erase a patient …"))
        erase.setObjectName("erase")
        erase.clicked.connect(self._ask_erase)
        retire = Press(look, self.tr("Take this computer out of use …"))
        retire.setObjectName("retire")
        retire.clicked.connect(self._ask_retire)
        self._said = PlainLabel(look, "", 13.5, colour="text2")
        self._said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(look, self.tr("Charts are kept for"), 13.5))
        row.addWidget(self.years)
        row.addWidget(keep)
        row.addStretch()
        row.addWidget(erase)
        row.addWidget(retire)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(12), px(24), px(12))
        head.setSpacing(px(8))
        head.addLayout(row)
        head.addWidget(self._said)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def ask(self) -> None:
        """Asks for the rule and for the charts that are past it."""
        job = partial(erasure.past_retention, ctx=self._desk.ctx)
        self._desk.tasks.run(self, job, self._answered, question="retention")

    def _answered(self, found: Retention) -> None:
        self.years.set_text("" if found.years is None else str(found.years))
        self.list.set_rows(found.past, lambda each: each.patient)
        if found.years is None:
            words = self.tr(
                "No retention is set, so no chart is proposed. The law of the place says how long "
                "charts must be kept; the program knows no number of its own."
            )
        else:
            words = self.tr(
                "Charts past the time they are kept (full calendar years: {years}), by contact, "
                "dose, result and planned day: {n}. Nothing is erased by itself: each chart is for "
                "a person to judge."
            ).format(n=len(found.past), years=found.years)
        self._said.setText(words)

    def _keep(self) -> None:
        typed = normal(self.years.text())
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) < 4):
            self._said.setText(self.tr("Write whole years, such as 15, or leave it empty."))
            return
        years = int(typed) if typed else None
        job = partial(erasure.set_retention, ctx=self._desk.ctx, years=years)
        self._desk.tasks.run(self, job, lambda _none: self.ask())

    # Erasing: ask, do, say what still holds the patient

    def _ask_erase(self) -> None:
        chosen = self.list.current
        dialog = EraseDialog(self._desk.look, chosen.mrn if chosen else "", self.window())
        dialog.given.connect(partial(self._erase, dialog, chosen))
        dialog.open()

    def _erase(
        self, dialog: EraseDialog, chosen: PastRetention | None, mrn: str, again: str, reason: str
    ) -> None:
        known = chosen.patient if chosen and chosen.mrn == mrn else None
        job = partial(
            erasure.erase, ctx=self._desk.ctx.because(reason), mrn=mrn, again=again, patient=known
        )
        self._desk.tasks.run(dialog, job, partial(self._erased, dialog), dialog.refuse)

    def _erased(self, dialog: EraseDialog, gone: Erasure) -> None:
        dialog.accept()
        self._desk.bus.changed.emit(Changed(frozenset(KINDS)))
        self.ask()
        report = ReportDialog(
            self._desk.look,
            self.tr("The patient was erased"),
            self.tr(
                "Write down what is needed of this: it is shown once. The backups in the own "
                "folder still hold the patient, the last for up to twelve months. They can be "
                "replaced now by one that is made and checked first."
            ),
            _lines(gone),
            action=self.tr("Replace the backups"),
            parent=self.window(),
        )
        report.accepted.connect(self._renew)
        report.open()

    def _renew(self) -> None:
        job = partial(erasure.renew_backups, ctx=self._desk.ctx)
        said = self.tr("One verified backup is in the own folder now; the others were removed.")
        self._desk.tasks.run(self, job, lambda _made: self._said.setText(said))

    # Retiring: the program ends with the records

    def _ask_retire(self) -> None:
        dialog = RetireDialog(self._desk.look, self._backup_folder, self.window())
        dialog.given.connect(partial(self._retire, dialog))
        dialog.open()

    def _retire(self, dialog: RetireDialog, wanted: Wanted, passphrase: str) -> None:
        ctx = self._desk.ctx
        job = partial(retirement.retire, ctx=ctx, passphrase=passphrase, wanted=wanted, say=words)
        self._desk.tasks.run(dialog, job, partial(self._retired, dialog), dialog.refuse)

    def _retired(self, dialog: RetireDialog, certificate: str) -> None:
        dialog.accept()
        report = ReportDialog(
            self._desk.look,
            self.tr("This computer is out of use"),
            self.tr("The certificate was written. The program ends when this is closed."),
            certificate.splitlines(),
            can_print=True,
            parent=self.window(),
        )
        report.finished.connect(self.window().close)
        report.resize(self._desk.look.px(820), self._desk.look.px(560))
        report.open()


def _lines(gone: Erasure) -> list[str]:
    kinds = (f"{labels.title(KINDS[kind])} {n}" for kind, n in gone.rows.items())
    lines = [
        f"{gone.mrn}: {', '.join(kinds)}",
        translate("KeepingTab", "Files of documents: {n}").format(n=gone.files),
        translate("KeepingTab", "Entries of the audit trail without content: {n}").format(
            n=gone.entries
        ),
    ]
    if not gone.is_clean:
        lines.append(
            translate(
                "KeepingTab", "The disk did not let the file be written anew; the next start does."
            )
        )
    copies = gone.copies
    for heading, found in (
        (translate("KeepingTab", "Other charts of this person, which stay:"), gone.linked),
        (translate("KeepingTab", "Backups that still hold the patient:"), copies.backups),
        (
            translate("KeepingTab", "Folders with backups that may hold the patient:"),
            copies.folders,
        ),
        (translate("KeepingTab", "Folders set aside by a restore:"), copies.set_aside),
        (
            translate("KeepingTab", "Given out, and may hold the patient:"),
            copies.given_out,
        ),
    ):
        if found:
            lines += ["", heading, *found]
    return lines


def _columns() -> list[Column]:
    return [
        Column(translate("KeepingTab", "Number"), 24),
        Column(translate("KeepingTab", "Name"), 200),
        Column(translate("KeepingTab", "Last day in the chart"), 520),
    ]


def _cells(each: PastRetention) -> tuple[str, str, str]:
    return each.mrn, names.both_of(each), wording.day(each.last)


def _paint(pen: Pen, each: PastRetention) -> None:
    mrn, name, last = _cells(each)
    pen.write(24, mrn, 13.5, bold=True, until=190)
    pen.write(200, name, 13.5, until=510)
    pen.write(520, last, 13.5)


def _words(each: PastRetention) -> str:
    return ", ".join(_cells(each))
