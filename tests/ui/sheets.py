# SPDX-License-Identifier: MIT
"""Every sheet of the program on the demonstration, each as its page opens it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from tests.ui.samples import AT
from tracker import paths
from tracker.domain.contradictions import contradictions
from tracker.domain.envelope import Revision
from tracker.domain.lesion_series import RECIST
from tracker.domain.quality import open_questions
from tracker.domain.records import Course, Visit
from tracker.domain.values import Dose
from tracker.services import conflicts, day_sheet, dose_day, due_answers, old_chart, patients, today
from tracker.services.duplicates import Lookalike, Sign
from tracker.services.import_plan import Resemblance
from tracker.services.records import Entry
from tracker.ui.charts.export import Sheet
from tracker.ui.charts.frame import View
from tracker.ui.dialogs.about import AboutDialog
from tracker.ui.dialogs.account import AccountDialog
from tracker.ui.dialogs.add_document import AddDocumentDialog
from tracker.ui.dialogs.calendar_file import CalendarFileDialog
from tracker.ui.dialogs.choose_plan import ChoosePlanDialog
from tracker.ui.dialogs.conflict import ConflictDialog
from tracker.ui.dialogs.due_answer import DueAnswerDialog
from tracker.ui.dialogs.erase import EraseDialog
from tracker.ui.dialogs.findings import FindingsDialog
from tracker.ui.dialogs.first_run import FirstRunDialog
from tracker.ui.dialogs.history import HistoryDialog
from tracker.ui.dialogs.import_duplicates import ImportDuplicatesDialog
from tracker.ui.dialogs.keys import KeysDialog
from tracker.ui.dialogs.language import LanguageDialog
from tracker.ui.dialogs.manual import ManualDialog
from tracker.ui.dialogs.old_chart import OldChartDialog
from tracker.ui.dialogs.picture import PictureDialog
from tracker.ui.dialogs.print_list import PrintListDialog
from tracker.ui.dialogs.quality import QualityDialog
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.dialogs.record_dialog import FormResult, RecordDialog
from tracker.ui.dialogs.recovery_code import RecoveryDialog
from tracker.ui.dialogs.reminders import RemindersDialog
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.dialogs.rescue import RescueDialog
from tracker.ui.dialogs.response import ResponseDialog
from tracker.ui.dialogs.retire import RetireDialog
from tracker.ui.dialogs.screen_lock import PinDialog, ScreenLockDialog
from tracker.ui.dialogs.sign import SignDialog
from tracker.ui.dialogs.summary import SummaryDialog
from tracker.ui.dialogs.unlock import (
    ConfirmDialog,
    PassphraseDialog,
    RecoverDialog,
    UnlockDialog,
)
from tracker.ui.pages.dose_day_call import CallDialog
from tracker.ui.pages.dose_day_check import SecondCheckDialog
from tracker.ui.pages.dose_day_rules import RulesDialog
from tracker.ui.views.lifeline import lifeline
from tracker.ui.widgets.gate_panel import GateView

SEED, DUE = "SEED-001", "SYN-0482"
DAY = date(2024, 11, 26)
_GATE = GateView("ASK", "9 of 14 rules had data", None)
_CHANGED = Revision(2, AT, "Nurse N.N.", "nurse", "amend", "digits swapped", {"weight": "61.5"})


def _asked(desk, question):
    """What the store answers, at once."""
    answers = []
    desk.tasks.run(desk.tasks, question, answers.append)
    (answer,) = answers
    return answer


def _chart(desk, mrn=SEED):
    def read(store):
        return patients.open_chart(
            store, desk.ctx, patient=patients.by_number(store, desk.ctx, mrn=mrn)
        )

    return _asked(desk, read).chart


def _old_page(desk):
    patient = _chart(desk).patient.id
    return _asked(desk, lambda store: old_chart.open_page(store, desk.ctx, patient=patient))


def _who(desk):
    return _chart(desk).patient.record


def _visit(desk):
    return _chart(desk, DUE).of(Visit)[-1]


def _dose_day(desk):
    patient = _chart(desk, DUE).patient.id
    return _asked(desk, partial(dose_day.open_sheet, ctx=desk.ctx, patient=patient)).day


def _list(desk):
    return _asked(desk, partial(today.day, ctx=desk.ctx, on=DAY)).lines


def _choose_plan(desk, parent):
    chart = _chart(desk)
    return ChoosePlanDialog(desk, chart.patient, chart.of(Course)[0].id, parent)


def _conflict(desk, parent):
    visit = _visit(desk)
    crossing = conflicts.Crossing("weight", "58.2", "61.5", "62.5")
    found = [conflicts.Crossed(visit, _CHANGED, (crossing,))]
    sheet = RecordDialog(desk.look, Visit, _who(desk), parent=parent)
    return ConflictDialog(
        desk.look, sheet, FormResult(Entry(record=visit.record, stored=visit)), found
    )


def _due_answer(desk, parent):
    lines = [line for line in _list(desk) if due_answers.possible(line.due)]
    return DueAnswerDialog(desk, lines[:2], DAY, parent)


def _findings(desk, parent):
    chart = _chart(desk)
    found = contradictions(chart), open_questions(chart, desk.today)
    return FindingsDialog(desk.look, chart.patient.record, *found, parent)


def _import_duplicates(desk, parent):
    lookalike = Lookalike(_list(desk)[0].patient, tuple(Sign))
    found = [Resemblance(_chart(desk).patient, "line 2", (lookalike,), None)]
    return ImportDuplicatesDialog(desk.look, found, parent)


def _print_list(desk, parent):
    sheet = _asked(desk, partial(day_sheet.prepare, ctx=desk.ctx, on=DAY))
    return PrintListDialog(desk, sheet, parent)


def _summary(desk, parent):
    chart = _chart(desk)
    sheet = Sheet(lifeline(chart, desk.today), View(), None, QLocale())
    return SummaryDialog(desk, chart, sheet, parent)


SHEETS = {
    AboutDialog: AboutDialog,
    AccountDialog: lambda desk, parent: AccountDialog(desk.look, "T", "S", None, parent),
    AddDocumentDialog: lambda desk, parent: AddDocumentDialog(
        desk.look, Path("/srv/letter.pdf"), _who(desk), parent
    ),
    CalendarFileDialog: CalendarFileDialog,
    CallDialog: lambda desk, parent: CallDialog(desk, _dose_day(desk), parent),
    ChoosePlanDialog: _choose_plan,
    ConfirmDialog: lambda desk, parent: ConfirmDialog(desk.look, "T", "S", "A", parent=parent),
    ConflictDialog: _conflict,
    DueAnswerDialog: _due_answer,
    EraseDialog: lambda desk, parent: EraseDialog(desk.look, SEED, parent),
    FindingsDialog: _findings,
    FirstRunDialog: lambda desk, _: FirstRunDialog(desk.look, Path("/srv/records"), None),
    HistoryDialog: lambda desk, parent: HistoryDialog(
        desk.look, Visit, _who(desk), [_CHANGED], parent
    ),
    ImportDuplicatesDialog: _import_duplicates,
    KeysDialog: lambda desk, parent: KeysDialog(desk.look, parent),
    LanguageDialog: lambda desk, parent: LanguageDialog(desk.look, parent),
    ManualDialog: lambda desk, parent: ManualDialog(desk.look, paths.manual("en"), parent),
    OldChartDialog: lambda desk, parent: OldChartDialog(desk, _old_page(desk), parent),
    PassphraseDialog: lambda desk, parent: PassphraseDialog(
        desk.look, "S", asks_current=True, parent=parent
    ),
    PictureDialog: lambda desk, parent: PictureDialog(
        desk.look, "T", QImage(40, 30, QImage.Format.Format_RGB32), _who(desk), parent
    ),
    PinDialog: lambda desk, parent: PinDialog(desk.look, parent),
    PrintListDialog: _print_list,
    QualityDialog: QualityDialog,
    ReasonDialog: lambda desk, parent: ReasonDialog(desk.look, "T", "S", "A", _who(desk), parent),
    RecordDialog: lambda desk, parent: RecordDialog(desk.look, Visit, _who(desk), parent=parent),
    RecoverDialog: lambda desk, _: RecoverDialog(desk.look),
    RecoveryDialog: lambda desk, _: RecoveryDialog(desk.look, "ABCD-EFGH", "Example"),
    RemindersDialog: lambda desk, parent: RemindersDialog(desk, None, shown=False, parent=parent),
    ReportDialog: lambda desk, parent: ReportDialog(desk.look, "T", "S", ["line"], parent=parent),
    RescueDialog: RescueDialog,
    ResponseDialog: lambda desk, parent: ResponseDialog(desk.look, RECIST, "S", _who(desk), parent),
    RetireDialog: lambda desk, parent: RetireDialog(desk.look, "/srv/backups", parent),
    RulesDialog: lambda desk, parent: RulesDialog(desk, _GATE, parent),
    ScreenLockDialog: lambda desk, _: ScreenLockDialog(desk.look, "Example", takes_pin=True),
    SecondCheckDialog: lambda desk, parent: SecondCheckDialog(
        desk, _dose_day(desk), {"": Dose.parse("240 mg")}, parent
    ),
    SignDialog: lambda desk, parent: SignDialog(desk, _chart(desk), None, parent),
    SummaryDialog: _summary,
    UnlockDialog: lambda desk, _: UnlockDialog(desk.look, asks_name=True),
}
"""How each kind of sheet is made: by a desk, and the window it stands before."""


def every_kind() -> set[type[QDialog]]:
    """The kinds of sheets of the program, as far as they are imported."""
    found, waiting = set(), [QDialog]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        waiting += kinds
        found |= {kind for kind in kinds if kind.__module__.startswith("tracker.")}
    return found
