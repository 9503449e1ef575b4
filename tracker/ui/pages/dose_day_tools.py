# SPDX-License-Identifier: MIT
"""What is done beside the sheet: a file or a table of results, the handout, a call, the rules."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QWidget

from tracker.domain.changes import Changed
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import LAB
from tracker.domain.dose_day_labs import Pasted, pasted
from tracker.domain.errors import UserError
from tracker.services import dose_day_results, handout
from tracker.services.dose_day_results import FoundResults
from tracker.services.handout import Handout
from tracker.services.second_check import Checked
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import open_file, save_as
from tracker.ui.dialogs.record_flow import RecordFlow
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.errors import say, words
from tracker.ui.pages.dose_day_call import CallDialog
from tracker.ui.pages.dose_day_check import SecondCheckDialog
from tracker.ui.pages.dose_day_form import DoseDayForm
from tracker.ui.pages.dose_day_handout import write_pdf
from tracker.ui.pages.dose_day_rules import RulesDialog
from tracker.ui.views.gate import view_of

translate = QCoreApplication.translate


class DoseDayTools(QObject):
    """Dialogs and files around a dose-day sheet."""

    def __init__(self, desk: Desk, page: QWidget, form: DoseDayForm) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._form = form
        self.checked: Checked | None = None
        self._flow = RecordFlow(desk, page)
        form.labs.strip.table_pasted.connect(self._paste)
        form.gate_band.more_asked.connect(self.show_rules)
        form.act.check.asked.connect(self.second_check)
        form.act.plan_asked.connect(self.open_plan)
        form.edited.connect(self._drop_other_check)

    # --- results ----------------------------------------------------------------------

    def open_results(self) -> None:
        """Asks for a file of results and fills the boxes from it."""
        day = self._form.day
        if day is None:
            return
        title = translate("DoseDay", "Results of this patient")
        kinds = [translate("DoseDay", "Results (*.csv *.txt *.tsv)")]
        open_file(self._page, title, partial(self.read_results, day), kinds=kinds)

    def read_results(self, day: DoseDay, path: str) -> None:
        """Fills the boxes from a file."""
        mrn = day.chart.patient.record.mrn
        job = partial(dose_day_results.from_file, Path(path), mrn, day.columns)
        self._desk.tasks.free(self._page, job, self._fill_found, self._cannot_read)

    def _cannot_read(self, error: UserError) -> None:
        say(self._page, error)

    def _fill_found(self, found: FoundResults) -> None:
        self._form.parts["sampled"].set_text(found.sampled.text)
        self._fill(found.values)  # last: what it says of the values is to stay

    def _paste(self, text: str, start: int) -> None:
        day = self._form.day
        if day is not None:
            self._fill(pasted(text, day.columns, start))

    def _fill(self, found: Pasted) -> None:
        for analyte, value in found.values.items():
            self._form.parts[LAB + analyte].set_text(value)
        text = translate("DoseDay", "values filled in: {n}; look at them before you save").format(
            n=len(found.values)
        )
        self._form.said.emit(text, "ask")
        if found.left_out:
            self._report(
                translate("DoseDay", "Left out"),
                text,
                [f"{p.place}: {words(p.message)}".removeprefix(": ") for p in found.left_out],
            )

    # --- plan ---------------------------------------------------------------------------

    def open_plan(self) -> None:
        """Opens the course: its drugs, its plan, and the checks before the first dose."""
        day = self._form.day
        if day is not None and day.book is not None:
            self._flow.amend(day.book.course, day.chart)

    # --- gate -------------------------------------------------------------------------

    def show_rules(self) -> None:
        """Shows every line of the gate, and the rule sets: an oncologist accepts one by name."""
        if self._form.gate is not None:
            view = view_of(self._form.gate)
            dialog = RulesDialog(self._desk, view, self._page.window())
            dialog.accepted_set.connect(self._desk.bus.changed)
            dialog.open()

    # --- second check -------------------------------------------------------------------

    def second_check(self) -> None:
        """Lets a second person enter the doses that stand on the sheet, unseen."""
        day, doses = self._form.day, self._form.doses()
        if day is None:
            return
        if not doses:
            text = translate("DoseDay", "Choose Give and enter the dose before it is checked")
            self._form.said.emit(text, "ask")
            return
        dialog = SecondCheckDialog(self._desk, day, doses, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.act.hide_doses(True)
        dialog.finished.connect(lambda _result: self._form.act.hide_doses(False))
        dialog.checked.connect(self.show_check)
        dialog.open()

    def show_check(self, checked: Checked | None) -> None:
        """Keeps a check beside the sheet until the sheet is saved or its doses change."""
        self.checked = checked
        self._form.act.check.show_check(checked)

    def _drop_other_check(self) -> None:
        """A dose that was changed is no longer the one that was checked."""
        if self.checked is not None and dict(self.checked.doses) != self._form.doses():
            self.checked = None
            self._form.act.check.show_check(None, changed=True)

    # --- call and handout ---------------------------------------------------------------

    def record_call(self, day: DoseDay) -> None:
        """Opens the quick entry of a phone call."""
        dialog = CallDialog(self._desk, day, self._page.window())
        dialog.recorded.connect(self._recorded)
        dialog.open()

    def _recorded(self, changed: Changed) -> None:
        self._form.said.emit(translate("DoseDay", "The call is recorded"), "done")
        self._desk.bus.changed.emit(changed)

    def save_handout(self, patient: UUID, course: UUID | None) -> None:
        """Asks where the page for the patient goes, and writes it."""
        title = translate("DoseDay", "Page for the patient")
        name = translate("DoseDay", "next-appointment.pdf")
        then = partial(self.write_handout, patient, course)
        save_as(self._page, title, "pdf", then, name=name)

    def write_handout(self, patient: UUID, course: UUID | None, path: str) -> None:
        """Writes the page for the patient; it leaves the encrypted file, which is logged."""
        job = partial(handout.prepare, ctx=self._desk.ctx, patient=patient, course=course)
        self._desk.tasks.run(self, job, partial(self._write, path))

    def _write(self, path: str, page: Handout) -> None:
        try:
            write_pdf(page, Path(path))
        except UserError as error:
            say(self._page, error)
            return
        text = translate("DoseDay", "The page for the patient was written; it is not encrypted")
        self._form.said.emit(text, "ask")

    def _report(self, title: str, text: str, lines: list[str]) -> None:
        ReportDialog(self._desk.look, title, text, lines, parent=self._page.window()).open()
