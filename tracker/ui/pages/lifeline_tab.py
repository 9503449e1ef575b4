# SPDX-License-Identifier: MIT
"""The lifeline with its tool bar and the six facts: the oncologist's first screen."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.domain.chart import Chart
from tracker.domain.errors import UserError
from tracker.domain.lifeline import Mark
from tracker.services.reports import Imprint, leave
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.errors import say
from tracker.ui.views.lifeline import lifeline
from tracker.ui.views.six_facts import six_facts
from tracker.ui.widgets.facts import Fact, FactsPanel
from tracker.ui.widgets.scroll import scrolling

if TYPE_CHECKING:
    from tracker.ui.charts.export import Sheet
    from tracker.ui.charts.lifeline import LifelineChart


class LifelineTab(QWidget):
    """Chart, tool bar and facts.

    Signals:
        record_activated(str, object): kind code and id of the record behind a mark.
    """

    record_activated = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart_widget: LifelineChart | None = None
        self._area: QScrollArea | None = None
        self._chart: Chart | None = None
        self._facts: list[Fact] = []
        self._panel = FactsPanel(desk.look)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.setContentsMargins(desk.look.px(24), 0, 0, 0)
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
            from tracker.ui.charts.toolbar import ChartBar

            chart = self._chart_widget = LifelineChart(self._desk.look)
            self._column.addWidget(ChartBar(self._desk.look, chart))
            self._area = scrolling(chart)
            self._column.addWidget(self._area, 1)
            chart.record_activated.connect(self.record_activated)
            chart.mark_selected.connect(self._selected)
            chart.print_asked.connect(self.save_picture)
        return self._chart_widget

    def _selected(self, mark: Mark | None) -> None:
        """A selected mark stands in place of the facts until it is let go."""
        if mark is None:
            self._panel.set_facts(self._facts)
        else:
            lines = ((None, self.tr("Enter opens the record, Esc goes back")),)
            self._panel.set_facts([Fact(self.tr("Selected"), mark.words, lines)])
            if self._area is not None and self._chart_widget is not None:
                self._area.ensureVisible(*self._chart_widget.selected_place)

    def save_picture(self) -> None:
        """Asks for a file and writes the page, picture or drawing."""
        kinds = [
            self.tr("PDF page (*.pdf)"),
            self.tr("PNG picture (*.png)"),
            self.tr("SVG drawing (*.svg)"),
        ]
        save_as(self, self.tr("Save the lifeline"), "pdf", self._write_or_say, kinds=kinds)

    def sheet(self, chart: Chart) -> "Sheet":
        """What is shown of a chart, with the switches and the window of the screen."""
        from tracker.ui.charts.export import Sheet

        drawn = self._drawn()
        course = lifeline(chart, self._desk.today)
        return Sheet(course, drawn.view, drawn.course_window, self.locale())

    def write(self, path: Path, imprint: Imprint) -> None:
        """Writes what is shown: a page, a picture or a drawing, as the file's name ends.

        Raises:
            UserError: the file cannot be written.
        """
        if self._chart is None:
            return
        from tracker.ui.charts import export
        from tracker.ui.views.printed import heading, lifeline_title

        drawn, look, today = self._drawn(), self._desk.look, self._desk.today
        sheet = self.sheet(self._chart)
        match path.suffix.lower():
            case ".pdf":
                words = heading(self._chart, today, lifeline_title(today), imprint)
                export.save_pdf(path, sheet, words, self._facts)
            case ".svg":
                export.save_svg(path, sheet, look, drawn.size().toSizeF())
            case _:
                export.save_png(path, sheet, look, drawn.size().toSizeF())

    def _write_or_say(self, name: str) -> None:
        """Logs first that the picture leaves the encrypted file, then writes it."""
        if self._chart is None:
            return

        def logged(imprint: Imprint) -> None:
            try:
                self.write(Path(name), imprint)
            except UserError as error:
                say(self.window(), error)

        patient = self._chart.patient.id
        job = partial(leave, ctx=self._desk.ctx, patient=patient, what="lifeline")
        self._desk.tasks.run(self, job, logged)
