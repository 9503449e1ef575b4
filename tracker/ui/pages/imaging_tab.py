# SPDX-License-Identifier: MIT
"""Imaging: the lesion grid over the scans, what the criteria make of it, and what was decided."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.errors import UserError
from tracker.domain.lesion_series import IRECIST, RECIST, Column, Series, place_of, series_of
from tracker.domain.records import ImagingStudy, Lesion, ResponseAssessment
from tracker.domain.records.response_assessment import Category
from tracker.domain.scan_entry import ScanEntry, preview
from tracker.services import responses
from tracker.services.responses import SavedScan
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.dialogs.response import ResponseDialog
from tracker.ui.errors import say, words
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.records_tab import RecordsTab
from tracker.ui.pages.scan_panel import ScanPanel
from tracker.ui.pages.series_chooser import SeriesChooser
from tracker.ui.views.lesion_grid import BOTH, Grid, computed_now, grid, reasons
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.face import Face
from tracker.ui.widgets.facts import WIDTH, FactsPanel
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.lesion_grid import LesionGrid
from tracker.ui.widgets.press import SMALL, Press


class ImagingTab(ListTab):
    """Grid and reasons, or the tables of the records behind them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart: Chart | None = None
        self._series: Series | None = None
        self._criteria = BOTH
        self._entering: ScanPanel | None = None
        self._changing: Column | None = None
        self._wanted: UUID | None = None  # the scan that was just stored
        self._typed: dict[UUID, tuple[UUID | None, ScanEntry]] = {}  # left on another chart
        look = desk.look
        self._title = PlainLabel(look, "", 13, colour="text2")
        self.grid = LesionGrid(look)
        self._why = FactsPanel(look)
        self._accept = Press(look, self.tr("Accept"), keys="Enter", primary=True)
        self._override = Press(look, self.tr("Override with a reason"), keys="O")
        self._change = Press(look, self.tr("Change the sizes"), keys="E")
        self._join = Press(look, "", keys="J")
        self._chooser = SeriesChooser(look)
        self._tables = RecordsTab(desk, (ImagingStudy, Lesion, ResponseAssessment))
        self._show_tables = Press(look, self.tr("Tables"), keys="T", toggle=True, height=SMALL)
        self._stack = QStackedWidget()
        self._side = QStackedWidget()
        self._assemble()
        self._connect()

    # Showing

    def show_chart(self, chart: Chart) -> None:
        """Shows the series of a chart, first the newest; what was being typed on it comes back."""
        another = self._chart is None or self._chart.patient.id != chart.patient.id
        if another:
            self._leave_entry()
        self._chart = chart
        self._tables.show_chart(chart)
        if another:
            self._show_tables.setChecked(False)
            self._chooser.show_newest()
            self._refresh(last=True)
            kept = self._typed.pop(chart.patient.id, None)
            if kept is not None:
                self._take_up(*kept)
        elif self._entering is None:
            self._refresh()

    def focusInEvent(self, _event: object) -> None:
        """The keys go to what is shown."""
        if self._entering is not None:
            self._entering.focus_first()
        elif self._series is None or self._show_tables.isChecked():
            self._tables.setFocus()
        else:
            self.grid.setFocus()

    def _refresh(self, *, last: bool = False) -> None:
        found = series_of(self._chart) if self._chart else ()
        wanted = place_of(found, self._wanted)
        if wanted is not None:
            self._chooser.show_series(wanted[0])
        self._series = self._chooser.of(found)
        place = len(self._columns()) - 1 if last else self.grid.selected
        if wanted is not None:
            place, self._wanted = wanted[1], None
        self._show_series(self._series, place)
        self._choose_page()

    def _show_series(self, series: Series | None, selected: int) -> None:
        made = grid(series, self._criteria) if series else Grid((), (), None)
        self.grid.set_grid(made, selected)
        if series is None:
            self._title.setText(self.tr("none measured yet: N enters the baseline scan"))
        else:
            followed = self.tr("{n} followed, sizes in mm")
            self._title.setText(followed.format(n=len(series.lesions)))
        self._explain(series)

    def _explain(self, series: Series | None) -> None:
        if series is None or self._entering is not None:
            return
        place = self.grid.selected
        self._why.set_facts(reasons(series, place, self._criteria))
        found = computed_now(series, place, self._decides)
        is_decided = series.columns[place].decision is not None
        self._accept.setText(
            self.tr("Accept {category}").format(category=found.value)
            if found
            else self.tr("Accept")
        )
        self._accept.allow(
            bool(place) and found is not None and not is_decided,
            self.tr("Nothing is open here: the baseline, a question, or already decided."),
        )
        self._override.allow(bool(place), self.tr("The baseline has no response."))
        self._change.allow(True)
        is_joined = any(study.record.read_with for study in series.columns[place].studies)
        self._join.setText(
            self.tr("Read apart again") if is_joined else self.tr("Read with the scan before")
        )
        self._join.allow(bool(place) or is_joined, self.tr("There is no scan before the baseline."))

    def _show_chosen(self) -> None:
        """Another series; while a scan is entered, the one it belongs to stays."""
        if self._entering is None:
            self._refresh(last=True)
            self.grid.setFocus()

    def _choose_page(self) -> None:
        tables = self._series is None or self._show_tables.isChecked()
        page = self._tables if tables and self._entering is None else self._sheet
        self._show_tables.allow(
            self._series is not None, self.tr("There is no lesion grid yet beside the tables.")
        )
        self._stack.setCurrentWidget(page)
        self._side.setVisible(page is self._sheet)

    @property
    def _decides(self) -> str:
        """The criteria on which a decision is kept."""
        return RECIST if self._criteria == RECIST else IRECIST

    def _choose_criteria(self, criteria: str) -> None:
        self._criteria = criteria
        if self._entering is not None:
            self._typed_on()
        else:
            self._refresh()
            self.grid.setFocus()

    # Deciding

    def _accepted(self) -> None:
        if self._accept.isEnabled() and self._series is not None and self._entering is None:
            category = computed_now(self._series, self.grid.selected, self._decides)
            if category is not None:
                self._decide(category, "", None)

    def _ask_override(self) -> None:
        if not self._override.isEnabled() or self._series is None or self._chart is None:
            return
        place = self.grid.selected
        found = self._series.immune if self._decides == IRECIST else self._series.recist
        answer = found[place]
        if answer.question is not None:
            sentence = words(answer.question)
        else:
            code = answer.overall.value if answer.overall else "–"
            sentence = self.tr("Computed: {category}. It stays beside the decision.").format(
                category=code
            )
        dialog = ResponseDialog(
            self._desk.look, self._decides, sentence, self._chart.patient.record, self.window()
        )
        dialog.given.connect(lambda category, why: self._decide(category, why, dialog))
        dialog.open()

    def _decide(self, category: Category, why: str, dialog: ResponseDialog | None) -> None:
        if self._chart is None or self._series is None:
            return
        job = partial(
            responses.decide,
            ctx=self._desk.ctx,
            patient=self._chart.patient.id,
            study=self._series.columns[self.grid.selected].studies[0].id,
            criteria=self._decides,
            decided=category,
            why=why or None,
        )
        refused = dialog.refuse if dialog else self._say
        self._desk.tasks.run(self, job, partial(self._decided, dialog), refused)

    # Reading scans of several days as one time point

    def _ask_join(self) -> None:
        if not self._join.isEnabled() or self._series is None or self._entering is not None:
            return
        column = self._series.columns[self.grid.selected]
        apart = any(study.record.read_with for study in column.studies)
        days = ", ".join(wording.when(study.record.date) for study in column.studies)
        consequence = (
            self.tr("The scans of {days} become time points of their own again.")
            if apart
            else self.tr(
                "The scan of {days} and the one before it are assessed as one time point, dated by "
                "the first of them. Sizes and dates stay as they are."
            )
        )
        dialog = ReasonDialog(
            self._desk.look,
            self._join.words,
            consequence.format(days=days),
            self._join.words,
            self._chart.patient.record if self._chart else None,
            self.window(),
        )
        dialog.given.connect(partial(self._read_otherwise, column.studies[0].id, apart))
        dialog.open()

    def _read_otherwise(self, study: UUID, apart: bool, reason: str) -> None:
        if self._chart is None:
            return
        job = partial(
            responses.read_apart if apart else responses.read_together,
            ctx=self._desk.ctx.because(reason),
            patient=self._chart.patient.id,
            study=study,
        )
        self._wanted = study
        self._desk.tasks.run(self, job, partial(self._decided, None), self._say)

    def _say(self, error: UserError) -> None:
        say(self, error)

    def _decided(self, dialog: ResponseDialog | None, changed: Changed) -> None:
        if dialog is not None:
            dialog.saved()
        self._desk.bus.changed.emit(changed)
        self.grid.setFocus()

    # Entering

    def _new(self) -> None:
        if self._entering is None and self._chart is not None:
            self._chooser.show_newest()
            self._refresh(last=True)
            self._enter(None)

    def _ask_change(self) -> None:
        free = self._entering is None and self._change.isEnabled()
        if free and self._series is not None:
            self._enter(self._series.columns[self.grid.selected])

    def _enter(self, column: Column | None) -> None:
        lesions = self._series.lesions if self._series else ()
        panel = ScanPanel(self._desk.look, lesions, column, is_first=self._series is None)
        self._entering, self._changing = panel, column
        self._show_tables.setChecked(False)
        self._side.addWidget(panel)
        self._side.setCurrentWidget(panel)
        panel.changed.connect(self._typed_on)
        panel.submitted.connect(self._save)
        panel.cancelled.connect(self._cancel)
        self._typed_on()
        self.grid.set_boxes(dict(panel.boxes))
        panel.order()
        self._choose_page()
        panel.focus_first()

    def _typed_on(self) -> None:
        """The column as it would be, computed with every key."""
        if self._entering is None or self._chart is None:
            return
        would_be = preview(self._entering.entry(), self._chart, self._changing)
        found = series_of(would_be)
        known = {study.id for each in self._columns() for study in each.studies}
        if self._changing is not None:
            known -= {study.id for study in self._changing.studies}
        series = next((s for s in found if _new_column(s, known) is not None), None)
        place = _new_column(series, known) if series else None
        if series is not None and place is not None:
            self._show_series(series, place)
        elif self._series is not None:
            self._show_draft_column()

    def _columns(self) -> tuple[Column, ...]:
        return self._series.columns if self._series else ()

    def _show_draft_column(self) -> None:
        """Before the date can be read, an empty column stands at the end for the boxes."""
        assert self._series is not None  # noqa: S101 - asked by the caller
        made = grid(self._series, self._criteria)
        self.grid.set_grid(made.with_empty_column(self.tr("new scan")), len(made.heads))

    def _cancel(self) -> None:
        panel = self._entering
        if panel is None:
            return
        if panel.is_touched and not panel.was_warned:
            panel.warn()
            return
        self._close_entry()
        self._refresh()
        self.setFocus()

    def _leave_entry(self) -> None:
        """Keeps what was typed until this chart is shown again."""
        panel, chart = self._entering, self._chart
        if panel is None or chart is None:
            return
        if panel.is_touched:
            study = self._changing.studies[0].id if self._changing else None
            self._typed[chart.patient.id] = (study, panel.entry())
        self._close_entry()

    def _take_up(self, study: UUID | None, entry: ScanEntry) -> None:
        self._wanted = study
        self._refresh(last=True)
        self._wanted = None
        column = next(
            (c for c in self._columns() if any(each.id == study for each in c.studies)), None
        )
        self._enter(column)
        if self._entering is not None:
            self._entering.restore(entry)

    def _close_entry(self) -> None:
        panel, self._entering, self._changing = self._entering, None, None
        self.grid.set_boxes({})
        if panel is not None:
            for box in panel.boxes.values():
                box.hide()
                box.deleteLater()
            self._side.setCurrentIndex(0)
            self._side.removeWidget(panel)
            panel.deleteLater()

    def _save(self) -> None:
        panel, chart = self._entering, self._chart
        if panel is None or chart is None:
            return
        panel.wait(True)
        job = partial(
            responses.save_scan,
            ctx=self._desk.ctx.because(panel.reason),
            patient=chart.patient.id,
            entry=panel.entry(),
            study=self._changing.studies[0].id if self._changing else None,
        )
        self._desk.tasks.run(self, job, partial(self._saved, panel), partial(_refused, panel))

    def _saved(self, panel: ScanPanel, answer: SavedScan) -> None:
        if panel is self._entering:
            self._close_entry()
        self._wanted = answer.study
        self._why.set_facts([])  # until the chart is read again
        for press in (self._accept, self._override, self._change, self._join):
            press.allow(False)
        self._desk.bus.changed.emit(answer.changed)
        self.grid.setFocus()

    # Putting it together

    def _assemble(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        bar = QHBoxLayout()
        bar.setContentsMargins(px(24), px(4), px(16), px(4))
        bar.setSpacing(px(8))
        bar.addWidget(PlainLabel(look, self.tr("Lesions"), 16, bold=True))
        self._title.setWordWrap(True)
        bar.addWidget(self._title, 1)
        group = QButtonGroup(self)
        for criteria in (RECIST, IRECIST, BOTH):
            chip = Chip(look, self.tr("both") if criteria == BOTH else criteria)
            chip.setChecked(criteria == BOTH)
            chip.clicked.connect(partial(self._choose_criteria, criteria))
            group.addButton(chip)
            bar.addWidget(chip)
        image = Press(look, self.tr("Image"), keys="I", height=SMALL)
        image.clicked.connect(partial(self.new_asked.emit, ImagingStudy, None))
        new = Press(look, self.tr("New assessment"), keys="N", height=SMALL)
        new.clicked.connect(self._new)
        for press in (image, new, self._show_tables):
            bar.addWidget(press)
        self._sheet = QScrollArea()
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.setWidgetResizable(True)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet.setWidget(self.grid)
        for page in (self._sheet, self._tables):
            self._stack.addWidget(page)
        self._side.addWidget(self._reasons())
        self._side.setFixedWidth(px(WIDTH))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(bar)
        left.addWidget(self._chooser)
        left.addWidget(self._stack, 1)
        page_row = QHBoxLayout(self)
        page_row.setContentsMargins(0, 0, 0, 0)
        page_row.setSpacing(0)
        page_row.addLayout(left, 1)
        page_row.addWidget(self._side)

    def _reasons(self) -> QWidget:
        px = self._desk.look.px
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._why, 1)
        foot = _Foot(self._desk.look)
        buttons = QVBoxLayout(foot)
        buttons.setContentsMargins(px(17), px(8), px(16), px(12))
        buttons.setSpacing(px(6))
        note = self.tr("You decide; the computed value stays.")
        buttons.addWidget(PlainLabel(self._desk.look, note, 12, colour="text2"))
        for press in (self._accept, self._override, self._change, self._join):
            buttons.addWidget(press)
        column.addWidget(foot)
        return side

    def _connect(self) -> None:
        self.grid.chosen.connect(lambda _column: self._explain(self._series))
        self.grid.accepted.connect(self._accepted)
        self.grid.override_asked.connect(self._ask_override)
        self.grid.change_asked.connect(self._ask_change)
        self.grid.join_asked.connect(self._ask_join)
        self._join.clicked.connect(self._ask_join)
        self._chooser.chosen.connect(self._show_chosen)
        self._accept.clicked.connect(self._accepted)
        self._override.clicked.connect(self._ask_override)
        self._change.clicked.connect(self._ask_change)
        self._tables.new_asked.connect(self.new_asked)
        self._tables.opened.connect(self.opened)
        self._show_tables.toggled.connect(lambda _on: self._choose_page())
        for key, act in (
            ("N", self._new),
            ("I", partial(self.new_asked.emit, ImagingStudy, None)),
            ("T", self._show_tables.toggle),
            ("[", partial(self._chooser.step, -1)),
            ("]", partial(self._chooser.step, 1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _new_column(series: Series | None, known: set[UUID]) -> int | None:
    """The column that is being entered: the one whose scan is not stored as it is."""
    if series is None:
        return None
    for place, column in enumerate(series.columns):
        if any(study.id not in known for study in column.studies):
            return place
    return None


def _refused(panel: ScanPanel, error: UserError) -> None:
    panel.refuse(error)


class _Foot(Face):
    """The ground below the reasons."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(0, 0, 1, self.height(), theme.line2)
        painter.fillRect(17, 0, self.width() - 33, 1, theme.line2)
