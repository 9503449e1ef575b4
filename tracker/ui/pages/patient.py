# SPDX-License-Identifier: MIT
"""One patient: the banner that never scrolls away, and a tab for each side of the chart."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.contradictions import contradictions
from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound, UserError
from tracker.domain.quality import open_questions
from tracker.domain.records import (
    ContactAttempt,
    DueAnswer,
    MeasuredGfr,
    Patient,
    UserReminder,
    Visit,
)
from tracker.domain.records.base import Record
from tracker.services import exports, old_chart
from tracker.services.old_chart import Page as OldPage
from tracker.services.patients import OpenChart, open_chart
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.dialogs.findings import FindingsDialog
from tracker.ui.dialogs.old_chart import OldChartDialog
from tracker.ui.dialogs.record_flow import RecordFlow
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.errors import words
from tracker.ui.pages.background_tab import BackgroundTab
from tracker.ui.pages.documents_tab import DocumentsTab
from tracker.ui.pages.doses_tab import DosesTab
from tracker.ui.pages.events_tab import EventsTab
from tracker.ui.pages.history_tab import HistoryTab
from tracker.ui.pages.imaging_tab import ImagingTab
from tracker.ui.pages.lifeline_tab import LifelineTab
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.markers_tab import MarkersTab
from tracker.ui.pages.records_tab import RecordsTab
from tracker.ui.pages.treatments_tab import TreatmentsTab
from tracker.ui.views.facts import banner
from tracker.ui.widgets.banner import Banner
from tracker.ui.widgets.empty import EmptyState
from tracker.ui.widgets.press import SMALL, Press
from tracker.ui.widgets.tabs import TabStrip

_VISITS = (Visit, MeasuredGfr, UserReminder, ContactAttempt, DueAnswer)


class PatientPage(QWidget):
    """The chart of one patient. A change of patient replaces everything on it at once.

    Signals:
        open_dose_day(object, object): the dose day of (patient, course), and only of that one.
    """

    open_dose_day = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._patient: UUID | None = None
        self._chart: Chart | None = None
        self._banner = Banner(desk.look)
        self._banner.alerts_pressed.connect(self._open_findings)
        self._tabs = TabStrip(desk.look)
        self._flow = RecordFlow(desk, self)
        self._lifeline = LifelineTab(desk)
        self._lifeline.record_activated.connect(self._open_record)
        self._doses = DosesTab(desk)
        self._doses.sheet_asked.connect(self._open_dose_day)
        self._history = HistoryTab(desk)
        self._history.record_activated.connect(self._open_record)
        self._pages: dict[str, LifelineTab | ListTab | DocumentsTab | HistoryTab] = {
            "lifeline": self._lifeline,
            "doses": self._doses,
            "visits": RecordsTab(desk, _VISITS),
            "events": EventsTab(desk),
            "imaging": ImagingTab(desk),
            "markers": MarkersTab(desk),
            "treatments": TreatmentsTab(desk),
            "background": BackgroundTab(desk),
            "documents": DocumentsTab(desk),
            "history": self._history,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
            if isinstance(page, ListTab):
                page.new_asked.connect(self._new)
            if isinstance(page, ListTab | DocumentsTab):
                page.opened.connect(self._amend)
        self._nobody = EmptyState(desk.look, self.tr("No patient is open. Ctrl+K finds one."))
        self._stack.addWidget(self._nobody)
        self._assemble()
        desk.bus.changed.connect(self._on_changed)

    def open(self, patient: UUID) -> None:
        """Opens a chart on its lifeline."""
        if patient != self._patient:
            self._patient, self._chart = patient, None
            self._banner.hide()
            self._stack.setCurrentWidget(self._nobody)
            self._nobody.set_sentence(self.tr("Opening the chart …"))
            self._tabs.select("lifeline")
        self._ask(patient)

    def activated(self) -> None:
        """Puts the keys on the tab that is shown."""
        self._focus()

    def _open_dose_day(self) -> None:
        """The sheet of the course shown under Doses, whether or not a dose of it is due."""
        if self._chart is not None:
            place = (self._chart.patient.id, self._doses.course)
            self.open_dose_day.emit(place, [place])

    def print_summary(self) -> None:
        """Shows the one-page summary, to be printed, saved or copied."""
        if self._chart is None:
            return
        from tracker.ui.dialogs.summary import SummaryDialog

        sheet = self._lifeline.sheet(self._chart)
        SummaryDialog(self._desk, self._chart, sheet, self.window()).open()

    def _assemble(self) -> None:
        self._tabs.set_tabs(
            [
                ("lifeline", self.tr("Lifeline")),
                ("doses", self.tr("Doses")),
                ("visits", self.tr("Visits")),
                ("events", self.tr("Adverse events")),
                ("imaging", self.tr("Imaging")),
                ("markers", self.tr("Markers & labs")),
                ("treatments", self.tr("Treatments")),
                ("background", self.tr("Background")),
                ("documents", self.tr("Documents")),
                ("history", self.tr("History")),
            ]
        )
        self._tabs.chosen.connect(self._show_tab)
        self._banner.hide()
        self._stack.setCurrentWidget(self._nobody)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._banner)
        page.addWidget(self._tabs)
        page.addWidget(self._stack, 1)
        for number, name in enumerate(self._pages, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number % 10}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._tabs.select, name))
        old = Press(self._desk.look, self.tr("Old chart …"), height=SMALL)
        old.clicked.connect(self._open_old_chart)
        summary = Press(self._desk.look, self.tr("Summary"), height=SMALL)
        summary.clicked.connect(self.print_summary)
        self._tabs.add_press(summary)
        self._tabs.add_press(old)
        export = Press(self._desk.look, self.tr("Export …"), height=SMALL)
        export.setObjectName("export_chart")
        export.clicked.connect(self._choose_export)
        self._tabs.add_press(export)
        for keys, action in (
            ("Ctrl+B", self._open_old_chart),
            ("Alt+C", self._open_findings),
            ("F7", self._open_dose_day),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _open_findings(self) -> None:
        """Lists where the sections of the chart disagree, and what is open."""
        if self._chart is None:
            return
        found = contradictions(self._chart), open_questions(self._chart, self._desk.today)
        if any(found):
            patient = self._chart.patient.record
            dialog = FindingsDialog(self._desk.look, patient, *found, self.window())
            dialog.record_activated.connect(self._open_record)
            dialog.open()

    def _open_old_chart(self) -> None:
        """Opens the grid in which a paper chart is typed line by line."""
        if self._patient is not None:
            job = partial(old_chart.open_page, ctx=self._desk.ctx, patient=self._patient)
            self._desk.tasks.run(self, job, self._show_old_chart, question="old chart")

    def _show_old_chart(self, page: OldPage) -> None:
        if page.chart.patient.id == self._patient:  # nobody else was opened meanwhile
            dialog = OldChartDialog(self._desk, page, self.window())
            dialog.resize(dialog.sizeHint())
            dialog.open()

    def _choose_export(self) -> None:
        """Asks for the file that this one chart is written into."""
        if self._patient is None:
            return
        kinds = [self.tr("Records of this program (*.json)")]
        then = partial(self.export, self._patient)
        save_as(self, self.tr("Export this chart"), "json", then, kinds=kinds)

    def export(self, patient: UUID, name: str) -> None:
        """Writes one chart into a file: every record, and it is in the audit trail."""
        ctx, dest = self._desk.ctx, Path(name)
        job = partial(exports.export, ctx=ctx, dest=dest, patient=patient, force=True)
        said = self.tr(
            "{file} holds this one chart. It is not encrypted: keep it as you keep a paper chart."
        ).format(file=dest.name)
        self._desk.tasks.run(self, job, partial(self._exported, said))

    def _exported(self, said: str, made: exports.Exported) -> None:
        text, title = f"{said} {words(exports.not_in(made.path))}", self.tr("Exported")
        ReportDialog(self._desk.look, title, text, [], parent=self.window()).open()

    def _ask(self, patient: UUID) -> None:
        job = partial(open_chart, ctx=self._desk.ctx, patient=patient)
        self._desk.tasks.run(self, job, self._answered, self._not_answered, question="chart")

    def _on_changed(self, changed: Changed) -> None:
        if self._patient is not None and changed.touches(self._patient):
            self._ask(self._patient)

    def _not_answered(self, error: UserError) -> None:
        """Shows nothing of a chart that was erased while it was open."""
        if isinstance(error, NotFound):
            self._patient, self._chart = None, None
            self._banner.hide()
            self._stack.setCurrentWidget(self._nobody)
            self._nobody.set_sentence(self.tr("This chart is no longer there."))
        else:
            self._desk.tasks.failed.emit(error)

    def _answered(self, answer: OpenChart) -> None:
        """Fills every tab before any of them can be shown: no two patients on one page."""
        self._chart = None
        facts = banner(answer.chart, self._desk.today, answer.same_person)
        try:
            for page in self._pages.values():
                page.show_chart(answer.chart)
        except BaseException:
            self._banner.hide()
            self._stack.setCurrentWidget(self._nobody)
            self._nobody.set_sentence(
                self.tr("The chart could not be shown whole, so nothing of it is shown.")
            )
            raise
        self._chart = answer.chart
        self._banner.set_facts(facts)
        self._banner.show()
        if self._stack.currentWidget() is self._nobody:
            self._show_tab(self._tabs.selected)  # which may have been chosen meanwhile

    def _show_tab(self, name: str) -> None:
        if self._chart is not None:
            self._stack.setCurrentWidget(self._pages[name])
            self._focus()

    def _focus(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self._lifeline:
            self._lifeline.focus_chart()
        elif shown is not None:
            shown.setFocus()

    def _new(self, kind: type[Record], link: UUID | None) -> None:
        if self._chart is not None:
            self._flow.new(kind, self._chart, link)

    def _amend(self, stored: Stored[Record]) -> None:
        self._flow.amend(stored, self._chart)

    def _open_record(self, kind: str, record: UUID) -> None:
        """Opens the record behind a mark of the lifeline."""
        if self._chart is None:
            return
        if kind == Patient.kind:
            self._amend(self._chart.patient)
            return
        found = next((s for s in self._chart.records.get(kind, ()) if s.id == record), None)
        if found is not None:
            self._amend(found)
