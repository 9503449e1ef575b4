# SPDX-License-Identifier: MIT
"""Data: files in and out, backup, the check of the file, and the lists of the clinic."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.domain.envelope import Stored
from tracker.domain.errors import UserError
from tracker.domain.records import (
    ClinicAgent,
    ClinicDays,
    ClosedDays,
    ReferenceRange,
    RequiredTest,
    TermSynonym,
)
from tracker.domain.records.base import Record
from tracker.domain.roles import Action
from tracker.domain.text import Message
from tracker.services import anonymised, backups, exports, imports, patients
from tracker.services.backups import BackedUp, Checked
from tracker.services.duplicates import SamePerson
from tracker.services.imports import FileKind, ImportReport
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import choose_folder, open_file, save_as
from tracker.ui.dialogs.import_duplicates import ImportDuplicatesDialog
from tracker.ui.dialogs.quality import QualityDialog
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.dialogs.record_flow import RecordFlow
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.errors import words
from tracker.ui.pages.records_tab import RecordsTab
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_SENTENCES_SHOWN = 200
_LISTS: tuple[type[Record], ...] = (
    ReferenceRange,
    RequiredTest,
    ClinicAgent,
    ClinicDays,
    ClosedDays,
    TermSynonym,
)

Answered = dict[UUID, SamePerson]


class DataPage(QWidget):
    """What the data manager and the IT person come for.

    Args:
        desk: who works.
        backup_folder: that is offered for backups; "" = none was chosen.

    Signals:
        open_patient(UUID): open this chart.
    """

    open_patient = Signal(object)

    def __init__(self, desk: Desk, backup_folder: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._backup_folder = backup_folder
        self._flow = RecordFlow(desk, self)
        self._lists = RecordsTab(desk, _LISTS)
        self._lists.new_asked.connect(lambda kind, _link: self._flow.new(kind))
        self._lists.opened.connect(self._amend)
        look, px = desk.look, desk.look.px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for name, text, slot in (
            ("import", self.tr("Import a file …"), self._choose_import),
            ("ctcae", self.tr("Import CTCAE workbook …"), self._choose_ctcae),
            ("export", self.tr("Export …"), self._choose_export),
            ("anonymised", self.tr("Export without identity …"), self._explain_anonymised),
            ("backup", self.tr("Back up …"), self.choose_backup),
            ("verify", self.tr("Check the file"), self._verify),
            ("quality", self.tr("Quality list …"), self._open_quality),
        ):
            press = Press(look, text)
            press.setObjectName(name)
            press.clicked.connect(slot)
            buttons.addWidget(press)
        buttons.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(14), px(24), px(4))
        head.setSpacing(px(12))
        head.addWidget(PlainLabel(look, self.tr("Data"), 22, bold=True))
        head.addLayout(buttons)
        head.addWidget(PlainLabel(look, self.tr("Lists of the clinic"), 18, bold=True))
        said = PlainLabel(
            look,
            self.tr(
                "A change of a range is one more row; stored flags are never rewritten. Tests "
                "and drugs of the clinic stand before those of the program."
            ),
            13,
            colour="text2",
        )
        said.setWordWrap(True)
        head.addWidget(said)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(self._lists, 1)
        desk.bus.changed.connect(self._on_changed)

    def activated(self) -> None:
        """Asks again."""
        job = partial(patients.clinic_lists, ctx=self._desk.ctx, kinds=_LISTS)
        self._desk.tasks.run(self, job, self._show_lists, question="lists")

    def _show_lists(self, found: dict[type[Record], tuple[Stored[Record], ...]]) -> None:
        for kind, stored in found.items():
            self._lists.set_records(kind, stored)

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.touches(None, kind.kind) for kind in _LISTS) and self.isVisible():
            self.activated()

    def _amend(self, stored: Stored[Record]) -> None:
        self._flow.amend(stored)

    def _open_quality(self) -> None:
        """Lists what every chart leaves open, or says in two ways."""
        dialog = QualityDialog(self._desk, self.window())
        dialog.open_patient.connect(self.open_patient)
        dialog.open()

    # Import: a dry run first, so that nothing is stored unseen

    def _choose_import(self) -> None:
        kinds = [self.tr("Records and results (*.json *.csv *.tsv)")]
        open_file(self, self.tr("Import a file"), self.try_import, kinds=kinds)

    def _choose_ctcae(self) -> None:
        title = self.tr("The workbook of CTCAE as the NCI publishes it")
        kinds = [self.tr("Excel workbooks (*.xlsx)")]
        open_file(self, title, partial(self.try_import, kind=FileKind.CTCAE), kinds=kinds)

    def try_import(
        self, name: str, answers: Answered | None = None, *, kind: FileKind | None = None
    ) -> None:
        """Checks a file and shows what an import would do; asks who of it is on file already."""
        job = partial(
            imports.import_file,
            ctx=self._desk.ctx,
            path=Path(name),
            as_kind=kind,
            dry_run=True,
            answers=(answers or {}).get,
        )
        self._desk.tasks.run(self, job, partial(self._show_dry_run, name, answers or {}))

    def _ask_who(self, name: str, report: ImportReport) -> None:
        dialog = ImportDuplicatesDialog(self._desk.look, report.alike, self.window())
        dialog.accepted.connect(lambda: self.try_import(name, dialog.answers()))
        dialog.open()

    def _show_dry_run(self, name: str, answers: Answered, report: ImportReport) -> None:
        problems = [words(p.message) for p in report.problems]
        places = [p.place for p in report.problems]
        if problems:
            text = self.tr("{file}, problems: {n}. Nothing was stored.")
            lines = [f"{place}: {said}" for place, said in zip(places, problems, strict=True)]
            ReportDialog(
                self._desk.look,
                self.tr("The file is not imported"),
                text.format(file=report.file, n=len(problems)),
                lines[:_SENTENCES_SHOWN],
                parent=self.window(),
            ).open()
            return
        if any(each.answer is None for each in report.alike):
            self._ask_who(name, report)
            return
        text = self.tr(
            "{file}, read as {encoding}. Terms: {added}, in the place of those of the same "
            "version. Nothing has been stored yet."
        )
        if report.kind is not FileKind.CTCAE:
            text = self.tr(
                "{file}, read as {encoding}. Records: {read}, {added} new, {same} already stored; "
                "patients: {n}. Nothing has been stored yet."
            )
        dialog = ReportDialog(
            self._desk.look,
            self.tr("Import this file?"),
            text.format(
                file=report.file,
                encoding=report.encoding,
                read=report.rows_read,
                added=report.added,
                same=report.unchanged,
                n=len(report.patients),
            ),
            [*_answers_in_words(report), *report.patients][:_SENTENCES_SHOWN],
            action=self.tr("Import"),
            parent=self.window(),
        )
        dialog.accepted.connect(partial(self._import, name, report.kind, answers))
        dialog.open()

    def _import(self, name: str, kind: FileKind, answers: Answered) -> None:
        job = partial(
            imports.import_after_backup,
            ctx=self._desk.ctx,
            path=Path(name),
            as_kind=kind,
            answers=answers.get,
        )
        self._desk.tasks.run(self, job, self._imported)

    def _imported(self, report: ImportReport) -> None:
        every = frozenset({"patient", "course", "dose_event", ReferenceRange.kind})
        self._desk.bus.changed.emit(Changed(every))
        text = self.tr("{file}, records stored: {n}.").format(file=report.file, n=report.added)
        self._report(self.tr("Imported"), text)

    # Export, backup, check

    def _choose_export(self) -> None:
        kinds = [self.tr("Records of this program (*.json)"), self.tr("Laboratory results (*.csv)")]
        save_as(self, self.tr("Export"), "json", self._export, kinds=kinds)

    def _export(self, name: str) -> None:
        job = partial(exports.export, ctx=self._desk.ctx, dest=Path(name), force=True)
        said = self.tr(
            "{file} was written. It is not encrypted: keep it as you keep a paper chart."
        )
        text = said.format(file=Path(name).name)
        self._desk.tasks.run(self, job, partial(self._exported, text))

    def _exported(self, said: str, made: exports.Exported) -> None:
        self._report(self.tr("Exported"), f"{said} {words(exports.not_in(made.path))}")

    def _explain_anonymised(self) -> None:
        """Says what such a file holds and what it is not, before a file is chosen."""
        dialog = ReportDialog(
            self._desk.look,
            self.tr("Export without identity"),
            self.tr(
                "For research and audits: numbers, choices and words of lists leave, dates as days "
                "since the first treatment. It is pseudonymised, not anonymous beyond doubt: a "
                "rare course can lead somebody who knows the patient back to him."
            ),
            [words(Message(each)) for each in anonymised.STATEMENT],
            action=self.tr("Choose a file …"),
            parent=self.window(),
        )
        dialog.accepted.connect(self._choose_anonymised)
        dialog.resize(dialog.sizeHint().width(), self._desk.look.px(460))
        dialog.open()

    def _choose_anonymised(self) -> None:
        title = self.tr("Export without identity")
        kinds = [self.tr("Charts without identity (*.json)")]
        save_as(self, title, "json", self._export_anonymised, kinds=kinds)

    def _export_anonymised(self, name: str) -> None:
        ctx, dest = self._desk.ctx, Path(name)
        job = partial(anonymised.export, ctx=ctx, dest=dest, force=True, say=words)
        self._desk.tasks.run(self, job, self._exported_anonymised)

    def _exported_anonymised(self, made: anonymised.Anonymised) -> None:
        said = self.tr(
            "{file}, patients without identity: {n}. It is not encrypted. Texts that are in no "
            "list and stayed behind: {left}; below is of which fields."
        ).format(file=made.path.name, n=made.patients, left=sum(made.unlisted.values()))
        lines = [f"{field}: {n}" for field, n in sorted(made.unlisted.items())]
        self._report(self.tr("Exported"), said, lines)

    def choose_backup(self) -> None:
        """Asks for a folder, a second medium at best, and backs up into it."""
        title = self.tr("Folder for the backup")
        choose_folder(self, title, self._backup, begin=self._backup_folder)

    def _backup(self, folder: str) -> None:
        job = partial(backups.back_up, ctx=self._desk.ctx, folder=Path(folder))
        self._desk.tasks.run(self, job, self._backed_up, self._not_backed_up)

    def _not_backed_up(self, error: UserError) -> None:
        self._desk.bus.backed_up.emit()
        self._desk.tasks.failed.emit(error)

    def _backed_up(self, made: BackedUp) -> None:
        self._desk.bus.backed_up.emit()
        said = self.tr("A verified, encrypted backup is in {folder}.")
        where, action = {
            True: (self.tr("It lies on a second medium."), ""),
            False: (
                self.tr(
                    "It lies on the same disk as the records: whoever loses one loses both. A "
                    "backup on a second medium is still needed."
                ),
                "",
            ),
            None: (
                self.tr(
                    "Does it lie on another disk than the records, such as a USB disk or the "
                    "clinic's drive? The program cannot tell."
                ),
                self.tr("Yes, another disk"),
            ),
        }[made.on_second_medium]
        dialog = ReportDialog(
            self._desk.look,
            self.tr("Backed up"),
            f"{said.format(folder=made.path.parent)} {where}",
            [],
            action=action,
            parent=self.window(),
        )
        dialog.accepted.connect(partial(self._is_second, made.path))
        dialog.open()

    def _is_second(self, file: Path) -> None:
        job = partial(backups.is_second, ctx=self._desk.ctx, file=file)
        self._desk.tasks.run(self, job, lambda _none: self._desk.bus.backed_up.emit())

    def _verify(self) -> None:
        job = partial(backups.verify, ctx=self._desk.ctx)
        self._desk.tasks.run(self, job, self._verified, question="verify")

    def _verified(self, checked: Checked) -> None:
        if checked.findings:
            text = self.tr("Findings: {n}. Nothing was repaired; keep the file and a backup.")
            lines = [words(finding) for finding in checked.findings]
            may = checked.to_settle and Action.RESTORE in self._desk.ctx.permissions
            dialog = ReportDialog(
                self._desk.look,
                self.tr("The file is not sound"),
                text.format(n=len(lines)),
                lines,
                action=self.tr("Settle the warning …") if may else "",
                parent=self.window(),
            )
            dialog.accepted.connect(self._ask_why_settled)
            dialog.open()
        else:
            text = self.tr("Pages, references, audit chain and all rows ({n}) are sound.")
            lines = [words(said) for said in checked.erased]
            self._report(self.tr("The file is sound"), text.format(n=checked.rows), lines)

    def _ask_why_settled(self) -> None:
        dialog = ReasonDialog(
            self._desk.look,
            self.tr("Settle the warning about the audit trail"),
            self.tr(
                "Find out first where the file comes from and compare it with the last backup. "
                "The warning and your reason stay in the audit trail; it is not said again."
            ),
            self.tr("Settle"),
            None,
            parent=self.window(),
        )
        dialog.given.connect(self._settle)
        dialog.open()

    def _settle(self, reason: str) -> None:
        self._run(partial(backups.settle, ctx=self._desk.ctx.because(reason)), self._settled)

    def _settled(self) -> None:
        self._desk.bus.trail_settled.emit()
        self._verify()

    def _run(self, job: Callable[..., object], done: Callable[[], None]) -> None:
        self._desk.tasks.run(self, job, lambda _answer: done())

    def _report(self, title: str, text: str, lines: list[str] | None = None) -> None:
        ReportDialog(self._desk.look, title, text, lines or [], parent=self.window()).open()


def _answers_in_words(report: ImportReport) -> list[str]:
    """What was said of each new patient who may be on file."""
    return [
        f"{each.patient.record.mrn} / {each.likeliest.mrn}: {wording.choice(each.answer)}"
        for each in report.alike
    ]
