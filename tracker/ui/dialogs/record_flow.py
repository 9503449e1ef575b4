# SPDX-License-Identifier: MIT
"""From a wish to a stored record: sheet, save, answer. Every page records through this."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.envelope import Revision, Stored
from tracker.domain.errors import Conflict, NotPermitted, UserError
from tracker.domain.fields import items
from tracker.domain.records import KINDS, RECORD_KINDS, Patient
from tracker.domain.records.base import Record, links_of, parent_of
from tracker.services import conflicts, records, terminology
from tracker.services.conflicts import Crossed
from tracker.services.records import Saved
from tracker.ui import emergency
from tracker.ui.desk import Desk
from tracker.ui.dialogs.conflict import ConflictDialog
from tracker.ui.dialogs.history import HistoryDialog, Linked
from tracker.ui.dialogs.record_dialog import FormResult, RecordDialog
from tracker.ui.dialogs.sign import SignDialog
from tracker.ui.forms import labels
from tracker.ui.forms.editors import NO_OFFERS, Offers

Sheet = RecordDialog | ConflictDialog
"""What a record is saved from."""


class RecordFlow(QObject):
    """Opens sheets over a page and stores what comes back.

    Signals:
        saved(Saved): a record was stored; the bus says so too.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def new(
        self, kind: type[Record], chart: Chart | None = None, link: UUID | None = None
    ) -> RecordDialog:
        """Opens an empty sheet; ``link`` is the parent of a record that has one."""
        patient = chart.patient if chart else None
        dialog = RecordDialog(
            self._desk.look,
            kind,
            patient.record if patient else None,
            link=link,
            offers=offers(chart),
            parent=self._page.window(),
        )
        self._show(dialog, patient.id if patient else None)
        return dialog

    def amend(self, stored: Stored[Record], chart: Chart | None = None) -> RecordDialog:
        """Opens the sheet of a stored record, with the lists inside it."""
        patient = chart.patient if chart else None
        link = parent_of(type(stored.record))
        dialog = RecordDialog(
            self._desk.look,
            type(stored.record),
            patient.record if patient else None,
            link=getattr(stored.record, link.name) if link else None,
            offers=offers(chart),
            parent=self._page.window(),
        )
        dialog.amend(stored, children_of(chart, stored) if chart else ())
        dialog.voided.connect(partial(self._void, dialog))
        dialog.history_asked.connect(partial(self._ask_history, dialog, stored, chart))
        if chart is not None:
            sign = partial(SignDialog, self._desk, chart, stored.id, dialog)
            dialog.sign_asked.connect(lambda: sign().open())
        self._show(dialog, stored.patient)
        return dialog

    def _show(self, dialog: RecordDialog, patient: UUID | None) -> None:
        dialog.submitted.connect(partial(self.save, dialog, patient))
        if dialog.form.needs_terminology:
            job = partial(terminology.load, ctx=self._desk.ctx)
            self._desk.tasks.run(dialog, job, dialog.form.set_terminology, question="terms")
        dialog.resize(dialog.sizeHint())  # Qt itself takes two thirds of the screen at most
        dialog.open()

    def save(self, dialog: Sheet, patient: UUID | None, result: FormResult) -> None:
        """Has stored what was typed into ``dialog``; its owner may have asked something first."""
        is_patient = isinstance(result.entry.record, Patient)
        job = partial(
            records.save,
            ctx=self._desk.ctx.because(result.reason),
            patient=None if is_patient and result.entry.stored is None else patient,
            entry=result.entry,
        )
        refused = partial(self._not_saved, dialog, patient, result)
        self._desk.tasks.run(dialog, job, partial(self._saved, dialog), refused)

    def _not_saved(
        self, dialog: Sheet, patient: UUID | None, result: FormResult, error: UserError
    ) -> None:
        if isinstance(error, Conflict):
            job = partial(conflicts.crossed, ctx=self._desk.ctx, entry=result.entry)
            ask = partial(self._ask_which, dialog, patient, result, error)
            self._desk.tasks.run(dialog, job, ask, dialog.refuse)
            return
        dialog.refuse(error)
        if isinstance(error, NotPermitted) and self._desk.ctx.may_open(error):
            emergency.ask(self._desk, dialog, partial(self.save, dialog, patient, result), error)

    def _ask_which(
        self,
        dialog: Sheet,
        patient: UUID | None,
        result: FormResult,
        error: Conflict,
        found: tuple[Crossed, ...],
    ) -> None:
        """Both values side by side; the sheet below keeps what was typed whatever comes of it."""
        sheet = dialog.sheet if isinstance(dialog, ConflictDialog) else dialog
        if dialog is not sheet:  # it was changed once more while the person chose
            dialog.accept()
        asks = ConflictDialog(self._desk.look, sheet, result, found)
        asks.rejected.connect(partial(sheet.refuse, error))
        asks.submitted.connect(partial(self.save, asks, patient))
        asks.open()

    def _saved(self, dialog: Sheet, answer: Saved) -> None:
        dialog.saved()
        self._desk.bus.changed.emit(answer.changed)
        self.saved.emit(answer)

    def _void(self, dialog: RecordDialog, stored: Stored[Record], reason: str) -> None:
        job = partial(records.void, ctx=self._desk.ctx.because(reason), stored=stored)
        self._desk.tasks.run(dialog, job, partial(self._voided, dialog), dialog.refuse)

    def _voided(self, dialog: RecordDialog, changed: Changed) -> None:
        dialog.saved()
        self._desk.bus.changed.emit(changed)

    def _ask_history(
        self, dialog: RecordDialog, stored: Stored[Record], chart: Chart | None
    ) -> None:
        job = partial(
            records.history, ctx=self._desk.ctx, kind=stored.record.kind, record=stored.id
        )
        show = partial(self._show_history, dialog, type(stored.record), chart)
        self._desk.tasks.run(dialog, job, show, question="history")

    def _show_history(
        self,
        dialog: RecordDialog,
        kind: type[Record],
        chart: Chart | None,
        revisions: list[Revision],
    ) -> None:
        who = chart.patient.record if chart else None
        linked = linked_words(kind, chart) if chart else {}
        HistoryDialog(self._desk.look, kind, who, revisions, linked, dialog).open()


def offers(chart: Chart | None) -> Offers:
    """The current records of a chart that a field of another one may refer to."""
    if chart is None:
        return NO_OFFERS
    kinds = {f.name for kind in RECORD_KINDS for f in links_of(kind) if not f.item.parent}
    return {
        name: [(str(stored.id), _in_words(stored.record)) for stored in chart.of(KINDS[name])]
        for name in kinds
    }


def linked_words(kind: type[Record], chart: Chart) -> Linked:
    """What is read for the records of a chart that one of ``kind`` may refer to, by their id.

    Records entered in error are among them: an earlier revision may have referred to one.
    """
    return {
        str(stored.id): _in_words(stored.record)
        for link in links_of(kind)
        for stored in chart.records.get(link.name, ())
    }


def _in_words(record: Record) -> str:
    """The first two fields that say something, and the date: two courses may have one regimen."""
    values = (getattr(record, f.name) for f in items(type(record)) if f.type is not UUID)
    filled = [labels.shown(value) for value in values if value is not None][:2]
    when = labels.shown(getattr(record, record.when)) if record.when else ""
    return " ".join([*filled, *([when] if when and when not in filled else [])])


def children_of(chart: Chart, stored: Stored[Record]) -> tuple[Stored[Record], ...]:
    """The current records inside another one, kind by kind."""
    inside = [
        kind
        for kind in RECORD_KINDS
        if (link := parent_of(kind)) is not None and link.name == stored.record.kind
    ]
    return tuple(child for kind in inside for child in chart.of(kind, stored.id))
