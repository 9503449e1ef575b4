# SPDX-License-Identifier: MIT
"""A table of 100,000 records: a frame of scrolling, sorting and filtering, in processor time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from tests.benchmarks.rounds import in_turn, processor_milliseconds
from tests.ui.samples import stored
from tracker.domain.dates import PartialDate
from tracker.domain.records import MarkerResult
from tracker.domain.values import Reading
from tracker.ui.tables.record_model import RecordModel
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.theme import Look

FEW, MANY = 1_000, 100_000
WIDTH, HEIGHT = 1094, 600
DOWN = Qt.SortOrder.DescendingOrder


def _records(many):
    texts = {"analyte": "SCC", "date": "2019-05", "value": "1", "unit": "ng/mL", "flag": "H"}
    first = stored("marker_result", 1, texts=texts)
    days = [PartialDate.parse(f"20{n // 336:02}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}")
            for n in range(8_000)]  # fmt: skip
    values = [Reading.parse(f"{n * 7919 % 10_000 / 10:.1f}") for n in range(10_000)]
    for n in range(many):
        record = replace(first.record, date=days[n * 31 % 8_000], value=values[n % 10_000])
        yield replace(first, record=record)


def _shown(many):
    table = RecordTable(Look(), MarkerResult)
    table.set_records(_records(many))
    table.resize(WIDTH, HEIGHT)
    table.show()
    QApplication.processEvents()
    table.view.viewport().repaint()
    return table


def _frame(table):
    bar = table.view.verticalScrollBar()
    steps = iter([bar.maximum() // 2 + n % 2 * 20 for n in range(100_000)])

    def scroll():
        bar.setValue(next(steps))
        table.view.viewport().repaint()

    return processor_milliseconds(scroll, 10)


@pytest.fixture(scope="module")
def tables(qapp):
    made = {many: _shown(many) for many in (FEW, MANY)}
    yield made
    for table in made.values():
        table.close()
        table.deleteLater()


def test_scrolling(sheet, tables, monkeypatch):
    usual = _shown(MANY)
    usual.view.setItemDelegate(QStyledItemDelegate(usual))
    assert usual.view.viewport().isVisible()
    sides = {name: _frame(table) for name, table in tables.items()} | {"usual": _frame(usual)}
    frames = in_turn({str(name): side for name, side in sides.items()})
    usual.close()
    usual.deleteLater()
    few, many = frames[str(FEW)], frames[str(MANY)]
    sheet.put(f"table, {FEW:,} rows: scrolled and painted", few)
    sheet.put(f"table, {MANY:,} rows: scrolled and painted", many, limit=few, goal=1.2)
    what = f"table, {MANY:,} rows: against the default delegate"
    sheet.put(what, many, limit=frames["usual"], goal=1)
    asked = []
    monkeypatch.setattr(RecordModel, "data", lambda *arguments: asked.append(arguments))
    sides[MANY]()
    sheet.put("table: data() calls in ten frames", len(asked), "", goal=0)
    assert asked == []


def test_sorting_and_filtering(sheet, tables):
    """Each sort is by another column than the one before, so that no order is there already."""
    table = tables[MANY]
    model, view = table.model, table.view
    places = [i for i, c in enumerate(model.columns) if c.name in {"date", "value"}]
    turns = iter([*places] * 1000)
    needles = iter(["99.9", ""] * 1000)

    def sort():
        model.sort(next(turns), DOWN)
        view.viewport().repaint()

    def narrow():
        model.set_filter(next(needles))
        view.viewport().repaint()

    sides = {
        "sort": processor_milliseconds(sort, 2),
        "filter": processor_milliseconds(narrow, 2),
    }
    taken = in_turn(sides)
    sheet.put(f"table, {MANY:,} rows: sorted and painted", taken["sort"], goal=50)
    sheet.put(f"table, {MANY:,} rows: a filter or none, painted", taken["filter"], goal=50)
    model.set_filter("")
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    usual = processor_milliseconds(lambda: proxy.sort(places[1], DOWN))()
    what = f"table, {MANY:,} rows: sorted, against a proxy model"
    sheet.put(what, taken["sort"], limit=usual, goal=0.01)
