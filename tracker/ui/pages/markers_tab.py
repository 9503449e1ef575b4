# SPDX-License-Identifier: MIT
"""Markers and laboratory values: a chip for each analyte, its facts, and every result.

"What if" judges the results by another range on the screen only; stored flags never change.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.markers import Series, judge, series
from tracker.domain.records import MarkerResult
from tracker.domain.records.base import Record
from tracker.domain.units import same_unit
from tracker.domain.values import Limits
from tracker.services.terminology import analytes, unit_factors
from tracker.ui.desk import Desk
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.pages.list_tab import ListTab
from tracker.ui.pages.records_tab import new_words
from tracker.ui.tables.record_model import GLYPHS, AnyStored, Cell, Column
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.views.markers import facts_of, flag_words
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.facts import Fact, FactsPanel
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.notice import Level, NoticeBar

_SHOWN = ("date", "analyte", "value", "unit", "flag", "range_used", "method", "what_if")
_ALL = ""
_WHAT_IF = "what if"


class MarkersTab(ListTab):
    """The results of a chart, analyte by analyte."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chart: Chart | None = None
        self._series: tuple[Series, ...] = ()
        self._analyte = _ALL
        self._known: dict[str, tuple[Limits, str]] = {}
        look = desk.look
        self._group = QButtonGroup(self)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(look.px(8))
        self._what_if = ChoiceBox(look, ())
        self._what_if.setAccessibleName(self.tr("What if the range were"))
        self._notice = NoticeBar(look)
        column = Column("what_if", self.tr("What if"), "", self._what_if_cell)
        self._table = RecordTable(
            look,
            MarkerResult,
            new_words(MarkerResult),
            extra=(column,),
            shown=_SHOWN,
            habits=desk.habits,
        )
        self._facts = FactsPanel(look)
        self._assemble()
        self._what_if.value_changed.connect(self._judge_again)
        self._table.opened.connect(self.opened)
        self._table.new_asked.connect(partial(self.new_asked.emit, MarkerResult, None))

    def show_chart(self, chart: Chart) -> None:
        """Shows the results of a chart; another patient begins with the first marker."""
        another = self._chart is None or self._chart.patient.id != chart.patient.id
        self._chart = chart
        self._series = series([stored.record for stored in chart.of(MarkerResult)])
        known = [each.analyte for each in self._series]
        if another or (self._analyte != _ALL and self._analyte not in known):
            self._analyte = known[0] if known else _ALL
        self._make_chips()
        self._show()

    def focusInEvent(self, _event: object) -> None:
        """The rows take the keys."""
        self._table.focus()

    def _assemble(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        inside = QWidget()
        self._chips.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(self._chips)
        strip = QScrollArea()
        strip.setFrameShape(QFrame.Shape.NoFrame)
        strip.setWidgetResizable(True)
        strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        strip.setWidget(inside)
        for ground in (strip.viewport(), inside):  # the page shows through
            ground.setAutoFillBackground(False)
        strip.setFixedHeight(px(44))
        asks = QHBoxLayout()
        asks.setSpacing(px(10))
        asks.addWidget(PlainLabel(look, self.tr("What if the range were"), 13, colour="text2"))
        self._what_if.setMaximumWidth(px(300))
        asks.addWidget(self._what_if, 1)
        said = self.tr("On the screen only: stored flags keep the range of the sample's date.")
        note = PlainLabel(look, said, 13, colour="text3")
        note.setWordWrap(True)
        asks.addWidget(note, 1)
        left = QVBoxLayout()
        left.setContentsMargins(px(24), px(12), px(20), px(12))
        left.setSpacing(px(10))
        left.addWidget(strip)
        left.addLayout(asks)
        left.addWidget(self._notice)
        left.addWidget(self._table, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(left, 1)
        page.addWidget(self._facts)

    def _make_chips(self) -> None:
        empty(self._chips)
        counts: dict[str, int] = {}
        for each in self._series:
            counts[each.analyte] = counts.get(each.analyte, 0) + len(each.results)
        everything = {_ALL: sum(counts.values())} if len(counts) > 1 else {}
        for analyte, count in (counts | everything).items():
            chip = Chip(self._desk.look, analyte or self.tr("All"))
            chip.set_count(count)
            chip.setChecked(analyte == self._analyte)
            chip.clicked.connect(partial(self._choose, analyte))
            self._group.addButton(chip)
            self._chips.addWidget(chip)
        self._chips.addStretch()

    def _choose(self, analyte: str) -> None:
        self._analyte = analyte
        self._show()
        self._table.focus()

    def _show(self) -> None:
        if self._chart is None:
            return
        self._known = self._ranges()
        self._what_if.set_text("")
        self._what_if.set_choices([(text, text) for text in self._known])
        self._judge_again()
        own = [each for each in self._series if each.analyte == self._analyte]
        facts: tuple[Fact, ...] = ()
        if own:
            newest = max(own, key=lambda each: each.results[-1].date.sort_key)
            others = [each for each in own if each is not newest]
            analyte = analytes().get(self._analyte)
            facts = facts_of(newest, analyte, others, unit_factors(), self._desk.today)
        self._facts.set_facts(facts)
        self._facts.setVisible(bool(facts))

    def _ranges(self) -> dict[str, tuple[Limits, str]]:
        """By its words, every range known for the analyte: recorded, or printed with a result."""
        if self._chart is None or self._analyte == _ALL:
            return {}
        ranges = (s.record for s in self._chart.ranges if s.is_current)
        found = [(r.limits, r.unit) for r in ranges if r.analyte == self._analyte]
        for each in self._series:
            if each.analyte == self._analyte:
                found += [(r.range_reported, r.unit) for r in each.results if r.range_reported]
        return {f"{limits} {unit}": (limits, unit) for limits, unit in found}

    def _judge_again(self) -> None:
        if self._chart is None:
            return
        found = self._chart.records.get(MarkerResult.kind, ())
        self._table.set_records([each for each in found if self._is_shown(each)])
        asked = self._what_if.text()
        if asked:
            text = self.tr(
                "What if the range were {range}: judged on the screen only, nothing is stored."
            )
            self._notice.put(_WHAT_IF, text.format(range=asked), Level.INFO)
        else:
            self._notice.drop(_WHAT_IF)

    def _is_shown(self, stored: Stored[Record]) -> bool:
        record = stored.record
        return isinstance(record, MarkerResult) and self._analyte in {_ALL, record.analyte}

    def _what_if_cell(self, stored: AnyStored) -> Cell:
        """The flag under the range that is asked about; none for a result in another unit."""
        record, asked = stored.record, self._known.get(self._what_if.text())
        if asked is None or not isinstance(record, MarkerResult):
            return Cell("", None)
        limits, unit = asked
        if not same_unit(unit, record.unit):
            return Cell(self.tr("another unit"), None)
        flag = judge(replace(record, range_reported=limits), (), None, self._desk.today).flag
        said = flag_words(flag)
        if flag is not record.flag:
            said = self.tr("{flag}, differs").format(flag=said)
        return Cell(said, (said,), GLYPHS.get(flag) if flag else None)
