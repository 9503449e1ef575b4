# SPDX-License-Identifier: MIT
"""The lifeline with its tool bar and the six facts: the oncologist's first screen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.chart import Chart
from tracker.domain.errors import UserError
from tracker.domain.lifeline import Mark
from tracker.ui.desk import Desk
from tracker.ui.errors import say
from tracker.ui.views.facts import six_facts
from tracker.ui.views.lifeline import lifeline
from tracker.ui.widgets.facts import Fact, FactsPanel
from tracker.ui.widgets.keycap import KeyCap
from tracker.ui.widgets.press import SMALL, Press

if TYPE_CHECKING:
    from tracker.ui.charts.lifeline import LifelineChart


class LifelineTab(QWidget):
    """Chart, tool bar and facts.

    Signals:
        record_activated(str, object): kind code and id of the record behind a mark.
        print_asked(): print the lifeline on one page.
    """

    record_activated = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart_widget: LifelineChart | None = None
        self._chart: Chart | None = None
        self._facts: list[Fact] = []
        self._panel = FactsPanel(desk.look)
        look, px = desk.look, desk.look.px
        self._bands = Press(look, self.tr("bands"), keys="B", toggle=True, height=SMALL)
        self._log = Press(look, self.tr("log"), keys="L", toggle=True, height=SMALL)
        self._limit = Press(look, self.tr("÷ limit"), keys="=", toggle=True, height=SMALL)
        self._fit = Press(look, self.tr("fit"), keys="F", height=SMALL)
        self._save = Press(look, self.tr("save picture"), height=SMALL)
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(px(24), px(4), px(16), px(4))
        self._bar.setSpacing(px(6))
        self._bar.addWidget(KeyCap(look, "← →", self.tr("events")))
        self._bar.addWidget(KeyCap(look, "[ ]", self.tr("window")))
        for press in (self._bands, self._log, self._limit, self._fit, self._save):
            self._bar.addWidget(press)
        self._bar.addStretch()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addLayout(self._bar)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._column, 1)
        page.addWidget(self._panel)

    def show_chart(self, chart: Chart) -> None:
        """Shows a chart as of the working date."""
        self._chart, today = chart, self._desk.today
        self._facts = six_facts(chart, today)
        self._panel.set_facts(self._facts)
        self._drawn().show_course(lifeline(chart, today))

    def focus_chart(self) -> None:
        """Puts the keys on the chart."""
        if self._chart_widget is not None:
            self._chart_widget.setFocus()

    def _drawn(self) -> "LifelineChart":
        """The chart widget, made at first use: it brings pyqtgraph and numpy."""
        if self._chart_widget is None:
            from tracker.ui.charts.lifeline import LifelineChart

            chart = self._chart_widget = LifelineChart(self._desk.look)
            inset = QHBoxLayout()
            inset.setContentsMargins(self._desk.look.px(24), 0, 0, 0)
            inset.addWidget(chart)
            self._column.addLayout(inset, 1)
            chart.record_activated.connect(self.record_activated)
            chart.mark_selected.connect(self._selected)
            chart.view_changed.connect(self._view_changed)
            chart.print_asked.connect(self.save_picture)
            self._bands.clicked.connect(self._switch("bands"))
            self._log.clicked.connect(self._switch("log"))
            self._limit.clicked.connect(self._switch("divided"))
            self._fit.clicked.connect(chart.toggle_fit)
            self._save.clicked.connect(self.save_picture)
            self._view_changed()
        return self._chart_widget

    def _switch(self, name: str) -> Callable[[], None]:
        def switch() -> None:
            chart = self._drawn()
            chart.set_view(replace(chart.view, **{name: not getattr(chart.view, name)}))
            chart.setFocus()

        return switch

    def _view_changed(self) -> None:
        view = self._drawn().view
        self._bands.setChecked(view.bands)
        self._log.setChecked(view.log)
        self._limit.setChecked(view.divided)

    def _selected(self, mark: Mark | None) -> None:
        """A selected mark stands in place of the facts until it is let go."""
        if mark is None:
            self._panel.set_facts(self._facts)
        else:
            lines = ((None, self.tr("Enter opens the record, Esc goes back")),)
            self._panel.set_facts([Fact(self.tr("Selected"), mark.words, lines)])

    def save_picture(self) -> None:
        """Asks for a file and writes the page, picture or drawing."""
        dialog = QFileDialog(self, self.tr("Save the lifeline"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [
                self.tr("PDF page (*.pdf)"),
                self.tr("PNG picture (*.png)"),
                self.tr("SVG drawing (*.svg)"),
            ]
        )
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(self._write_or_say)
        dialog.open()

    def write(self, path: Path) -> None:
        """Writes what is shown: a page, a picture or a drawing, as the file's name ends.

        Raises:
            UserError: the file cannot be written.
        """
        if self._chart is None:
            return
        from tracker.ui.charts import export
        from tracker.ui.views.printed import heading

        drawn, look, ctx, today = self._drawn(), self._desk.look, self._desk.ctx, self._desk.today
        sheet = export.Sheet(
            lifeline(self._chart, today), drawn.view, drawn.course_window, self.locale()
        )
        match path.suffix.lower():
            case ".pdf":
                words = heading(self._chart, today, user=ctx.user, at=ctx.clock.now())
                export.save_pdf(path, sheet, words, self._facts)
            case ".svg":
                export.save_svg(path, sheet, look, drawn.size().toSizeF())
            case _:
                export.save_png(path, sheet, look, drawn.size().toSizeF())

    def _write_or_say(self, name: str) -> None:
        try:
            self.write(Path(name))
        except UserError as error:
            say(self.window(), error)
