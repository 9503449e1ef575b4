# SPDX-License-Identifier: MIT
"""Patients: everybody on file, found by number, name, pinyin or initials."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from tracker.domain.changes import Changed
from tracker.services.patients import ListLine, Order, PatientList, listed
from tracker.ui.desk import Desk
from tracker.ui.dialogs.new_patient import NewPatientFlow
from tracker.ui.icon_shapes import Icon
from tracker.ui.tables.row_list import Column, RowList
from tracker.ui.views.patient_row import PatientRow
from tracker.ui.widgets.empty import EmptyState
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_AT_ONCE = 200  # lines that are asked for; at the end of them come as many more


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
        self._order, self._backwards, self._limit = Order.NUMBER, False, _AT_ONCE
        look = desk.look
        self._filter = self._make_filter()
        self._count = PlainLabel(look, "", 13, colour="text2")
        self._flow = NewPatientFlow(desk, self)
        self._flow.saved.connect(lambda saved: self.created.emit(saved.stored.id))
        self._flow.open_patient.connect(self.open_patient)
        row = PatientRow(desk.today)
        self._list = RowList(look, self.tr("Patients"), self._columns(), row.paint, row.words)
        self._list.setObjectName("patient_list")
        self._list.opened.connect(self._open)
        self._list.sort_asked.connect(self._sort)
        self._list.show_sort(self._order, self._backwards)
        self._list.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._empty = EmptyState(look, "", self.tr("New patient"))
        self._empty.acted.connect(self._new)
        self._body = QStackedLayout()
        self._assemble()
        keys = QShortcut(QKeySequence("Ctrl+N"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._new)
        down = QShortcut(QKeySequence("Down"), self._filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._list.enter)
        desk.bus.changed.connect(self._on_changed)

    def _make_filter(self) -> QLineEdit:
        look, px = self._desk.look, self._desk.look.px
        field = QLineEdit()
        field.setObjectName("patient_filter")
        field.setPlaceholderText(self.tr("Name, pinyin, initials or number"))
        field.setAccessibleName(self.tr("Filter patients"))
        field.setClearButtonEnabled(True)
        field.setFont(look.font(14))
        field.setFixedWidth(px(320))
        field.setMinimumHeight(px(32))
        field.setTextMargins(px(6), 0, 0, 0)
        field.textChanged.connect(self._ask_anew)
        field.returnPressed.connect(self._open_current)
        return field

    def _assemble(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        new = Press(look, self.tr("New patient"), keys="Ctrl+N", mark=Icon.PLUS)
        new.setObjectName("new_patient")
        new.clicked.connect(self._new)
        top = QHBoxLayout()
        top.setContentsMargins(px(24), px(14), px(24), px(12))
        top.setSpacing(px(16))
        top.addWidget(PlainLabel(look, self.tr("Patients"), 22, bold=True))
        top.addWidget(self._filter)
        top.addWidget(self._count)
        top.addStretch()
        top.addWidget(new)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(top)
        page.addLayout(self._body, 1)  # before it is filled: it shows its first widget at once,
        self._body.addWidget(self._list)  # and one without a parent would be a window
        self._body.addWidget(self._empty)

    def activated(self) -> None:
        """Asks again and is ready for typing."""
        self.ask()
        self._filter.setFocus()

    def ask(self) -> None:
        """Asks for the patients that match what is typed."""
        job = partial(
            listed,
            ctx=self._desk.ctx,
            text=self._filter.text(),
            order=self._order,
            backwards=self._backwards,
            limit=self._limit,
        )
        self._desk.tasks.run(self, job, self._answered, question="patients")

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Patient"), 36, sort=Order.NAME),
            Column(self.tr("Number"), 218, sort=Order.NUMBER),
            Column(self.tr("Sex, age"), 302),
            Column(self.tr("Born"), 414),
            Column(self.tr("Treatment"), 510),
            Column(self.tr("Next"), 762, sort=Order.NEXT),
            Column(self.tr("Last contact"), 886, sort=Order.CONTACT),
            Column(self.tr("Status"), 982),
            Column(self.tr("Attention"), 1134),
        ]

    def _on_changed(self, _changed: Changed) -> None:
        if self.isVisible():  # else it asks when it comes to the front
            self.ask()

    def _ask_anew(self) -> None:
        self._limit = _AT_ONCE
        self._list.view.scrollToTop()
        self.ask()

    def _sort(self, order: Order) -> None:
        self._backwards = order is self._order and not self._backwards
        self._order = order
        self._list.show_sort(self._order, self._backwards)
        self._ask_anew()

    def _scrolled(self, place: int) -> None:
        bar = self._list.view.verticalScrollBar()
        if place == bar.maximum() > 0 and len(self._list.rows) == self._limit:
            self._limit += _AT_ONCE
            self.ask()

    def _answered(self, answer: PatientList) -> None:
        bar = self._list.view.verticalScrollBar()
        place = bar.value()
        self._list.set_rows(answer.lines, lambda line: line.patient.patient)
        if self._limit > _AT_ONCE:
            self._list.view.doItemsLayout()
            bar.setValue(place)
        self._body.setCurrentIndex(0 if answer.lines else 1)
        shown = self.tr("{n} of {total} shown")
        self._count.setText(shown.format(n=len(answer.lines), total=answer.total))
        typed = self._filter.text().strip()
        self._empty.set_sentence(
            self.tr("No patient matches “{typed}”. Nothing is hidden by another filter.").format(
                typed=typed
            )
            if typed
            else self.tr("No patient is on file yet. Record the first one, or import a file.")
        )

    def _new(self) -> None:
        self._flow.start()

    def _open_current(self) -> None:
        if self._list.current is not None:
            self._open(self._list.current)

    def _open(self, line: ListLine) -> None:
        self.open_patient.emit(line.patient.patient)
