# SPDX-License-Identifier: MIT
"""Everything that was done in one chart, and who looked at it; the newest comes first."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.chart import Chart
from tracker.domain.envelope import AuditLine
from tracker.domain.records import KINDS
from tracker.services.records import patient_history
from tracker.ui.desk import Desk
from tracker.ui.forms import labels
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

PAGE = 200


class HistoryTab(QWidget):
    """The audit trail of a patient, a page at a time.

    Signals:
        record_activated(str, UUID): open the record of this kind with this id.
    """

    record_activated = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._patient: UUID | None = None
        look, px = desk.look, desk.look.px
        self.list = RowList(look, self.tr("History"), _columns(), _paint, _words)
        self.list.opened.connect(self._open)
        self.count = PlainLabel(look, "", 13, colour="text2")
        self.more = Press(look, self.tr("Show earlier entries"))
        self.more.clicked.connect(self._ask_more)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(8), px(24), px(12))
        foot.addWidget(self.count)
        foot.addStretch()
        foot.addWidget(self.more)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, px(12), 0, 0)
        page.addWidget(self.list, 1)
        page.addLayout(foot)
        self.setFocusProxy(self.list)
        self._show_lines([], is_all=True)

    def show_chart(self, chart: Chart) -> None:
        """Shows the trail of a chart once the tab is in front."""
        self._patient = chart.patient.id
        self._show_lines([], is_all=True)
        if self.isVisible():
            self._ask(())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask(())

    def _ask_more(self) -> None:
        self._ask(tuple(self.list.rows))

    def _ask(self, shown: tuple[AuditLine, ...]) -> None:
        """Reads the page after the lines ``shown``."""
        patient = self._patient
        if patient is None:
            return
        job = partial(
            patient_history, ctx=self._desk.ctx, patient=patient, limit=PAGE, skip=len(shown)
        )

        def answered(lines: list[AuditLine]) -> None:
            if patient == self._patient:
                self._show_lines([*shown, *lines], is_all=len(lines) < PAGE)

        self._desk.tasks.run(self, job, answered, question="patient history")

    def _show_lines(self, lines: Sequence[AuditLine], *, is_all: bool) -> None:
        self.list.set_rows(lines, lambda line: (line.at, line.action, line.record))
        words = self.tr("entries: {n}") if is_all else self.tr("the newest {n} entries")
        self.count.setText(words.format(n=len(lines)) if lines else "")
        self.more.setVisible(not is_all)

    def _open(self, line: AuditLine) -> None:
        if line.kind and line.record:
            self.record_activated.emit(line.kind, line.record)


def _columns() -> list[Column]:
    return [
        Column(QCoreApplication.translate("HistoryTab", "When"), 24),
        Column(QCoreApplication.translate("HistoryTab", "Who"), 200),
        Column(QCoreApplication.translate("HistoryTab", "What"), 440),
        Column(QCoreApplication.translate("HistoryTab", "Reason"), 860),
    ]


def _paint(pen: Pen, line: AuditLine) -> None:
    when, who, what, why = _cells(line)
    pen.write(24, when, 13, until=190)
    pen.write(200, who, 13, until=430)
    pen.write(440, what, bold=True, until=850)
    pen.write(860, why, 13, colour="text2")


def _cells(line: AuditLine) -> tuple[str, str, str, str]:
    when = line.at.isoformat(sep=" ", timespec="minutes")
    who = f"{line.by} ({labels.role(line.role)})"
    return when, who, what_words(line.kind, line.action), line.reason or ""


def _words(line: AuditLine) -> str:
    return ", ".join(cell for cell in _cells(line) if cell)


def what_words(kind: str | None, action: str) -> str:
    """What was done to what: the kind of record, where an entry is about one, and the action."""
    declared, what = KINDS.get(kind or ""), done_words(action)
    if declared is None:
        return what
    said = QCoreApplication.translate("HistoryTab", "{kind}: {action}")
    return said.format(kind=labels.title(declared), action=what)


def done_words(action: str) -> str:
    """What an action of the audit trail is called; an unknown one keeps its code."""
    return {
        "add": QCoreApplication.translate("History", "recorded"),
        "amend": QCoreApplication.translate("History", "amended"),
        "void": QCoreApplication.translate("History", "marked as entered in error"),
        "open": QCoreApplication.translate("History", "opened"),
        "view": QCoreApplication.translate("History", "chart opened"),
        "unlock": QCoreApplication.translate("History", "unlocked the records"),
        "unlock with the recovery code": QCoreApplication.translate(
            "History", "unlocked with the recovery code"
        ),
        "failed unlock": QCoreApplication.translate("History", "wrong passphrases before this"),
        "alarm": QCoreApplication.translate("History", "was warned of the audit trail's end"),
        "alarm settled": QCoreApplication.translate("History", "settled that warning"),
        "reset passphrase": QCoreApplication.translate("History", "gave a new passphrase"),
        "change passphrase": QCoreApplication.translate("History", "changed the own passphrase"),
        "chain continues": QCoreApplication.translate("History", "changed the data key"),
        "screen unlock": QCoreApplication.translate("History", "uncovered the screen"),
        "sign": QCoreApplication.translate("History", "signed"),
        "override": QCoreApplication.translate("History", "decided against what was suggested"),
        "handout": QCoreApplication.translate("History", "printed the sheet for the patient"),
        "calendar exported": QCoreApplication.translate("History", "exported the calendar"),
        "day list printed": QCoreApplication.translate("History", "printed the day list"),
        "limits accepted": QCoreApplication.translate("History", "accepted the limits of use"),
        "break-glass": QCoreApplication.translate("History", "emergency access"),
        "import": QCoreApplication.translate("History", "imported"),
        "export": QCoreApplication.translate("History", "exported"),
        "print": QCoreApplication.translate("History", "printed"),
        "backup": QCoreApplication.translate("History", "backed up"),
        "rewound": QCoreApplication.translate("History", "restored a backup"),
        "migrate": QCoreApplication.translate("History", "brought to a new version"),
        "erase": QCoreApplication.translate("History", "erased a patient"),
        "retire": QCoreApplication.translate("History", "took the computer out of use"),
        "retention": QCoreApplication.translate("History", "set how long charts are kept"),
        "backups renewed": QCoreApplication.translate("History", "replaced the backups"),
        "create profile": QCoreApplication.translate("History", "made the profile"),
    }.get(action, action)
