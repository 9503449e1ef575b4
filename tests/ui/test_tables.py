# SPDX-License-Identifier: MIT
"""Tables: sorted by value, nothing hidden without a word, no number ever cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.samples import PAYLOADS, stored, texts_of
from tracker.domain.envelope import Status
from tracker.domain.records import (
    KINDS,
    RECORD_KINDS,
    AdverseEvent,
    CourseDrug,
    MarkerResult,
    Visit,
)
from tracker.ui.glyphs import Glyph
from tracker.ui.tables.record_model import RecordModel
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.tables.record_view import RowDelegate, fitted

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def show(qtbot, look):
    """Shows the table of a kind with the keyboard in its rows."""
    tables = []

    def shown(kind, records, action=""):
        table = RecordTable(look, kind, action)
        tables.append(table)
        qtbot.addWidget(table)
        table.resize(1094, 500)
        table.set_records(records)
        with qtbot.waitActive(table):
            table.show()
            table.activateWindow()
        table.focus()
        return table

    yield shown
    tables.clear()


def visit(number, *, status=Status.CURRENT, **texts):
    base = {"date": f"2024-11-{number:02}", "contact": "visit"}
    return stored("visit", number, status=status, texts=base | texts)


def result(number, **texts):
    base = {"analyte": "SCC", "date": "2019-05", "value": "1", "unit": "ng/mL"}
    return stored("marker_result", number, texts=base | texts)


def column(table, name):
    place = next(i for i, c in enumerate(table.model.columns) if c.name == name)
    return [row.cells[place].text for row in table.model.rows]


def place_of(table, name):
    return next(i for i, c in enumerate(table.model.columns) if c.name == name)


def sorted_texts(table, name, order):
    table.model.sort(place_of(table, name), order)
    return column(table, name)


def test_painting_asks_for_no_roles(show, monkeypatch):
    table = show(Visit, [visit(n, weight="58.2") for n in range(1, 16)])
    asked = []
    monkeypatch.setattr(
        RecordModel, "data", lambda *arguments: asked.append(arguments), raising=True
    )
    table.view.viewport().grab()
    assert asked == []
    table.model.index(0, 0).data()
    assert asked


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_kind_is_shown_sorted_and_searched(show, kind):
    table = show(kind, [stored(kind.kind, 1), stored(kind.kind, 2)])
    for place in range(len(table.model.columns)):
        table.model.sort(place, DOWN)
        table.view.show_column(place, True)
    table.view.viewport().grab()
    first = next(iter(texts_of(kind).values()))
    table.filter.set_text(first[:4])
    assert table.count.text() == "2 of 2 shown"


def test_numbers_are_sorted_as_numbers_and_empty_cells_are_last(show):
    table = show(Visit, [visit(1, weight="9.5"), visit(2), visit(3, weight="58.20")])
    assert sorted_texts(table, "weight", UP) == ["9.5", "58.20", ""]
    assert sorted_texts(table, "weight", DOWN) == ["58.20", "9.5", ""]


def test_partial_dates_are_sorted_by_their_days_and_unknown_is_last(show):
    dates = ["2019-05", "unknown", "2019-05-07", "2018", "2019-02/.."]
    table = show(MarkerResult, [result(n, date=d) for n, d in enumerate(dates, 1)])
    ascending = ["2018", "2019-02/..", "2019-05", "2019-05-07", "unknown"]
    assert sorted_texts(table, "date", UP) == ascending
    assert sorted_texts(table, "date", DOWN)[-1] == "unknown"


def test_results_are_sorted_by_number_with_words_at_the_end(show):
    values = ["61.10", "negative", "<0.5", "5.2"]
    table = show(MarkerResult, [result(n, value=v) for n, v in enumerate(values, 1)])
    assert sorted_texts(table, "value", UP) == ["<0.5", "5.2", "61.10", "negative"]


def test_doses_are_sorted_by_their_mass(show):
    doses = ["1 g", "240 mg", "175 mg/m2", "500 mcg"]
    drugs = [
        stored("course_drug", n, texts={"course": str(stored("course").id), "drug": "x", "dose": d})
        for n, d in enumerate(doses, 1)
    ]
    table = show(CourseDrug, drugs)
    assert sorted_texts(table, "dose", UP) == ["500 mcg", "240 mg", "1 g", "175 mg/m2"]


def test_the_newest_is_on_top_at_first(show):
    table = show(Visit, [visit(3), visit(9), visit(6)])
    assert column(table, "date") == ["2024-11-09", "2024-11-06", "2024-11-03"]


def test_a_filter_says_how_many_of_all_are_shown(show):
    table = show(Visit, [visit(n, complaint="rash" if n < 5 else "none") for n in range(1, 16)])
    table.filter.set_text("RASH")
    assert table.count.text() == "4 of 15 shown"
    table.filter.set_text("nowhere")
    assert table.count.text() == "0 of 15 shown"
    table._no_match.acted.emit()
    assert table.count.text() == "15 of 15 shown"


def test_what_was_entered_in_error_is_counted_and_one_key_away(show):
    records = [visit(n) for n in range(1, 13)]
    records += [visit(n, status=Status.ENTERED_IN_ERROR) for n in range(13, 16)]
    table = show(Visit, records)
    assert table.count.text() == "12 of 15 shown"
    assert table.voided.accessibleName() == "Entered in error 3"
    table.voided.setChecked(True)
    assert table.count.text() == "15 of 15 shown"
    assert column(table, "status")[:4] == ["entered in error"] * 3 + [""]
    assert table.view.columnViewportPosition(place_of(table, "status")) == 0


def test_a_table_of_errors_only_says_so(show):
    table = show(Visit, [visit(1, status=Status.ENTERED_IN_ERROR)])
    assert table._pages.currentWidget() is table._no_match
    table._no_match.acted.emit()
    assert table.count.text() == "1 of 1 shown"


def test_an_empty_table_says_so_and_offers_the_next_step(show, qtbot):
    table = show(Visit, [], "Record a visit")
    assert table._pages.currentWidget() is table._empty
    with qtbot.waitSignal(table.new_asked):
        table._empty.acted.emit()


def test_every_number_is_shown_whole(show, look):
    table = show(Visit, [visit(1, weight="58.123456789", pulse="72"), visit(2, ecog="0")])
    model, view = table.model, table.view
    for place, shown in enumerate(model.columns):
        if view.isColumnHidden(place) or shown.is_prose:
            continue
        room = view.columnWidth(place) - 2 * look.px(10) + 1
        assert all(fitted(row.cells[place].text, look.px(14), room)[1] for row in model.rows)


def test_a_text_with_digits_is_shown_whole_or_not_at_all(qapp):
    assert fitted("prednisolone 40 mg, then 30 mg", 14, 120) == ("open to see", False)
    assert fitted("prednisolone as before, then less", 14, 120)[0].endswith("…")
    assert fitted("40 mg", 14, 120) == ("40 mg", True)


def test_a_number_that_the_edge_of_the_page_cuts_is_not_shown(show, monkeypatch):
    numbers = ("ecog", "weight", "height", "temperature", "systolic", "diastolic", "pulse")
    values = ("1", "58", "161", "36", "118", "76", "72")
    table = show(Visit, [visit(1, **dict(zip(numbers, values, strict=True)))])
    view, painted = table.view, []
    places = [place_of(table, name) for name in numbers]
    for place in places:
        view.setColumnWidth(place, 260)

    def note(_delegate, _painter, cell, column, *_rest, **_more):
        painted.append(column.name)

    monkeypatch.setattr(RowDelegate, "_paint_text", note)
    view.viewport().grab()
    ends = {name: view.columnViewportPosition(place_of(table, name)) + 260 for name in numbers}
    seen = {name for name, end in ends.items() if end <= view.viewport().width()}
    assert set(painted) - {"date", "contact"} == seen
    assert 0 < len(seen) < len(numbers)


def test_columns_without_a_value_stay_away_until_they_are_asked_for(show):
    table = show(Visit, [visit(1, weight="58.2")])
    height = place_of(table, "height")
    assert table.view.isColumnHidden(height)
    assert not table.view.isColumnHidden(place_of(table, "weight"))
    action = next(a for a in table.column_menu().actions() if a.text() == "Height")
    action.trigger()
    assert not table.view.isColumnHidden(height)


def test_the_menu_sorts_by_keyboard(show):
    table = show(Visit, [visit(1, weight="9.5"), visit(2, weight="58.2")])
    sorting = next(a.menu() for a in table.column_menu().actions() if a.menu())
    next(a for a in sorting.actions() if a.text() == "Weight").trigger()
    assert column(table, "weight") == ["9.5", "58.2"]


@pytest.mark.xcb
def test_enter_opens_the_record_and_home_and_end_go_to_the_ends(show, qtbot):
    table = show(Visit, [visit(n) for n in range(1, 6)])
    view = table.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current() == 4
    QTest.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [visit(2)]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current() == 0


def test_a_letter_records_and_moves_nothing_and_a_slash_filters(show):
    table = show(Visit, [visit(n) for n in range(1, 6)])
    QTest.keyClicks(table.view, "2g")
    assert table.view.current() == 0
    QTest.keyClick(table.view, "/")
    assert table.filter.hasFocus()
    QTest.keyClick(table.filter, Qt.Key.Key_Return)
    assert table.view.hasFocus()


def test_escape_takes_the_filter_back_and_goes_to_the_rows(show):
    table = show(Visit, [visit(n) for n in range(1, 6)])
    QTest.keyClick(table.view, "/")
    QTest.keyClicks(table.filter, "no such words")
    assert table.count.text() == "0 of 5 shown"
    QTest.keyClick(table.filter, Qt.Key.Key_Escape)
    assert table.count.text() == "5 of 5 shown"
    assert table.view.hasFocus()


def test_the_keyboard_stays_on_its_record_when_others_arrive(show):
    table = show(Visit, [visit(n) for n in (3, 6)])
    table.view.go_to(1)
    table.set_records([visit(n) for n in (3, 6, 9)])
    assert table.model.rows[table.view.current()].stored == visit(3)


def test_the_keyboard_stays_on_its_record_in_another_order(show):
    table = show(Visit, [visit(n, weight=str(60 - n)) for n in range(1, 6)])
    table.view.go_to(1)
    table.view.sort_by(place_of(table, "weight"))
    assert table.model.rows[table.view.current()].stored.record.date.text == "2024-11-04"


def test_a_filter_moves_no_column(show):
    table = show(Visit, [visit(1, complaint="x", weight="58.2"), visit(2, steroid="y" * 30)])
    places = range(len(table.model.columns))
    before = [table.view.columnWidth(place) for place in places]
    table.filter.set_text("58.2")
    assert table.count.text() == "1 of 2 shown"
    assert [table.view.columnWidth(place) for place in places] == before


def test_rows_are_copied_with_their_units_and_without_formulas(show):
    table = show(Visit, [visit(1, weight="58.20", steroid="=1+1", new_medicines="a\tb")])
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, row = QGuiApplication.clipboard().text().split("\n")
    cells = dict(zip(titles.split("\t"), row.split("\t"), strict=True))
    assert cells["Weight (kg)"] == "58.20"
    assert cells["Steroid today (drug, mg per day)"] == "'=1+1"
    assert cells["New medicines"] == "a b"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_a_cell_is_text_and_in_its_tool_tip_too(show, payload):
    table = show(Visit, [visit(1, complaint=payload)])
    place = place_of(table, "complaint")
    index = table.model.index(0, place)
    assert table.model.data(index) == payload
    tip = table.model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "<img" not in tip


def test_a_grade_has_its_shape_and_an_unstated_one_says_so(show):
    texts = {"term": "Rash", "onset": "2024-11-26"}
    graded = stored("adverse_event", 1, texts=texts | {"grade": "3"})
    table = show(AdverseEvent, [graded, stored("adverse_event", 2, texts=texts)])
    place = place_of(table, "grade")
    cells = {row.cells[place].text: row.cells[place].mark for row in table.model.rows}
    assert cells == {"3": 3, "not stated": Glyph.NOT_STATED}


def test_a_flag_has_its_shape_beside_its_word(show):
    table = show(MarkerResult, [result(1, flag="H"), result(2, flag="N")])
    place = place_of(table, "flag")
    cells = {row.cells[place].text: row.cells[place].mark for row in table.model.rows}
    assert cells == {"high": Glyph.HIGH, "normal": None}


def test_every_kind_has_a_title_for_every_column(look):
    for kind in KINDS.values():
        assert all(c.title for c in RecordModel(kind).columns)
