# SPDX-License-Identifier: MIT
"""Patients: everybody on file, found by number, name, pinyin or initials."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.domain.dates import PartialDate, age_years
from tracker.domain.records import Patient
from tracker.domain.records.patient import VitalStatus
from tracker.services.patients import PatientLine, search
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.record_flow import RecordFlow
from tracker.ui.icon_shapes import Icon
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.widgets.empty import EmptyState
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_SHOWN = 200


class PatientsPage(QWidget):
    """The list of patients.

    Signals:
        open_patient(object): the patient's id.
        created(object): the id of a patient who was just recorded.
    """

    open_patient = Signal(object)
    created = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look, px = desk.look, desk.look.px
        self._filter = QLineEdit()
        self._filter.setObjectName("patient_filter")
        self._filter.setPlaceholderText(self.tr("Name, pinyin, initials or number"))
        self._filter.setAccessibleName(self.tr("Filter patients"))
        self._filter.setClearButtonEnabled(True)
        self._filter.setFont(look.font(14))
        self._filter.setFixedWidth(px(320))
        self._filter.setMinimumHeight(px(32))
        self._filter.textChanged.connect(self.ask)
        self._filter.returnPressed.connect(self._open_current)
        self._count = PlainLabel(look, "", 13, colour="text2")
        new = Press(look, self.tr("New patient"), keys="Ctrl+N", mark=Icon.PLUS)
        new.setObjectName("new_patient")
        new.clicked.connect(self._new)
        keys = QShortcut(QKeySequence("Ctrl+N"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._new)
        self._flow = RecordFlow(desk, self)
        self._flow.saved.connect(lambda saved: self.created.emit(saved.stored.id))
        self._list = RowList(look, self.tr("Patients"), self._columns(), self._paint, self._words)
        self._list.setObjectName("patient_list")
        self._list.opened.connect(self._open)
        self._empty = EmptyState(look, "", self.tr("New patient"))
        self._empty.acted.connect(self._new)
        top = QHBoxLayout()
        top.setContentsMargins(px(24), px(14), px(24), px(12))
        top.setSpacing(px(16))
        top.addWidget(PlainLabel(look, self.tr("Patients"), 22, bold=True))
        top.addWidget(self._filter)
        top.addWidget(self._count)
        top.addStretch()
        top.addWidget(new)
        self._body = QStackedLayout()
        self._body.addWidget(self._list)
        self._body.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(top)
        page.addLayout(self._body, 1)
        desk.bus.changed.connect(self._on_changed)

    def activated(self) -> None:
        """Asks again and is ready for typing."""
        self.ask()
        self._filter.setFocus()

    def ask(self) -> None:
        """Asks for the patients that match what is typed."""
        job = partial(search, ctx=self._desk.ctx, text=self._filter.text(), limit=_SHOWN)
        self._desk.tasks.run(self, job, self._answered, question="patients")

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Patient"), 36),
            Column(self.tr("Number"), 330),
            Column(self.tr("Sex"), 470),
            Column(self.tr("Born"), 560),
            Column(self.tr("Age"), 890, right=True),
            Column(self.tr("Status"), 930),
        ]

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(None, "patient"):
            self.ask()

    def _answered(self, lines: list[PatientLine]) -> None:
        self._list.set_rows(lines, lambda line: line.patient)
        self._body.setCurrentIndex(0 if lines else 1)
        more = self.tr("the first {n} shown").format(n=_SHOWN)
        shown = self.tr("{n} shown").format(n=len(lines))
        self._count.setText(more if len(lines) == _SHOWN else shown)
        typed = self._filter.text().strip()
        self._empty.set_sentence(
            self.tr("No patient matches “{typed}”. Nothing is hidden by another filter.").format(
                typed=typed
            )
            if typed
            else self.tr("No patient is on file yet. Record the first one, or import a file.")
        )

    def _new(self) -> None:
        self._flow.new(Patient)

    def _open_current(self) -> None:
        if self._list.current is not None:
            self._open(self._list.current)

    def _open(self, line: PatientLine) -> None:
        self.open_patient.emit(line.patient)

    def _paint(self, pen: Pen, line: PatientLine) -> None:
        name = line.name or line.name_latin or self.tr("name not known")
        known = bool(line.name or line.name_latin)
        end = pen.write(36, name, 15, bold=known, colour="text" if known else "text3", until=324)
        if line.name and line.name_latin:
            pen.write(
                (end - pen.rect.left()) / pen.look.zoom + 8,
                line.name_latin,
                13.5,
                colour="text2",
                until=324,
            )
        pen.write(330, line.mrn, 13.5, colour="text2", until=464)
        pen.write(470, wording.choice(line.sex) or self.tr("not recorded"), 13.5, until=554)
        born = wording.when(line.birth) if line.birth else self.tr("not recorded")
        pen.write(560, born, 13.5, until=840)
        pen.write_right(890, self._age(line), 13.5)
        dead = line.vital_status is VitalStatus.DEAD
        status = wording.choice(line.vital_status) or self.tr("not recorded")
        pen.write(930, status, 13.5, colour="text2", bold=dead)

    def _age(self, line: PatientLine) -> str:
        if line.birth is None or line.vital_status is VitalStatus.DEAD:
            return "–"
        return wording.years(age_years(line.birth, PartialDate.of(self._desk.today)))

    def _words(self, line: PatientLine) -> str:
        return ", ".join(filter(None, (line.name, line.name_latin, line.mrn)))
