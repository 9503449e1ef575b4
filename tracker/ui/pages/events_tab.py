# SPDX-License-Identifier: MIT
"""Adverse events: the list with worst grade, organ and open days, and what follows from it."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tracker.domain.adverse_events import open_days
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.fields import YesNo
from tracker.domain.records import AdverseEvent
from tracker.domain.terms import Terms
from tracker.services.terminology import organs
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.glyphs import Glyph
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.records_tab import new_words
from tracker.ui.tables.record_model import AnyStored, Cell, Column
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.views.events import cause_words, facts_of, grade_words, steroid_words
from tracker.ui.widgets.facts import FactsPanel

_SHOWN = ("onset", "term", "ctcae_version", "worst", "organ_shown", "end", "open", "outcome",
          "caused", "steroids")  # fmt: skip


class EventsTab(ListTab):
    """The adverse events of a chart."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart: Chart | None = None
        self._terms = Terms((), organs())
        look, px = desk.look, desk.look.px
        extra = (
            Column("worst", self.tr("Worst grade"), "", self._worst),
            Column("organ_shown", self.tr("irAE organ"), "", self._organ),
            Column("open", self.tr("Open"), self.tr("days"), self._open, is_number=True),
            Column("caused", self.tr("Caused by"), "", self._caused, is_prose=True),
            Column("steroids", self.tr("Steroids"), "", self._steroids, is_prose=True),
        )
        self._table = RecordTable(
            look,
            AdverseEvent,
            new_words(AdverseEvent),
            extra=extra,
            shown=_SHOWN,
            habits=desk.habits,
        )
        self._facts = FactsPanel(look)
        self._facts.hide()
        left = QVBoxLayout()
        left.setContentsMargins(px(24), px(12), px(20), px(12))
        left.addWidget(self._table)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(left, 1)
        page.addWidget(self._facts)
        self._table.opened.connect(self.opened)
        self._table.new_asked.connect(partial(self.new_asked.emit, AdverseEvent, None))

    def show_chart(self, chart: Chart) -> None:
        """Shows the events of a chart, voided ones included."""
        self._chart = chart
        self._table.set_records(chart.records.get(AdverseEvent.kind, ()))
        facts = facts_of(chart, self._terms, self._desk.today)
        self._facts.set_facts(facts)
        self._facts.setVisible(bool(facts))

    def focusInEvent(self, _event: object) -> None:
        """The rows take the keys."""
        self._table.focus()

    def _worst(self, stored: AnyStored) -> Cell:
        if self._chart is None:
            return Cell("", None)
        grade, said = grade_words(self._chart, _event(stored))
        return Cell(said, (grade or 0,), grade or Glyph.NOT_STATED)

    def _organ(self, stored: AnyStored) -> Cell:
        """That a person stated, or that of the list for an event called immune-related."""
        event = _event(stored).record
        organ = self._terms.organ_of(event) if event.irae is YesNo.YES else event.organ
        said = wording.choice(organ)
        return Cell(said, (said,) if said else None)

    def _open(self, stored: AnyStored) -> Cell:
        days = open_days(_event(stored).record, self._desk.today)
        return Cell(f"{days:,}" if days else "", (days.high,) if days else None)

    def _steroids(self, stored: AnyStored) -> Cell:
        if self._chart is None:
            return Cell("", None)
        said = steroid_words(self._chart, _event(stored))
        return Cell(said, (said,) if said else None)

    def _caused(self, stored: AnyStored) -> Cell:
        if self._chart is None:
            return Cell("", None)
        said = cause_words(self._chart, _event(stored))
        return Cell(said, (said,) if said else None)


def _event(stored: AnyStored) -> Stored[AdverseEvent]:
    """The table holds nothing else."""
    return cast("Stored[AdverseEvent]", stored)
