# SPDX-License-Identifier: MIT
"""The table of every kind by keys alone, and as the person left it at this computer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.samples import stored, texts_of
from tracker.domain.envelope import Status
from tracker.domain.records import RECORD_KINDS, Visit
from tracker.ui.preferences import Preferences
from tracker.ui.tables.habits import TableHabit
from tracker.ui.tables.record_model import STATUS
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.theme import Look

DOWN = Qt.SortOrder.DescendingOrder


@pytest.fixture
def start(qtbot, tmp_path):
    """Starts the program again for somebody: the table of a kind, keyboard in its rows."""
    tables = []

    def started(kind, person="Nurse", records=None, look=None):
        habits = Preferences(tmp_path / "window.ini").tables_of(person)
        table = RecordTable(look or Look(), kind, "", habits=habits)
        tables.append(table)
        qtbot.addWidget(table)
        table.resize(1094, 500)
        entered = stored(kind.kind, 3, status=Status.ENTERED_IN_ERROR)
        table.set_records(records or [stored(kind.kind, 1), stored(kind.kind, 2), entered])
        with qtbot.waitActive(table):
            table.show()
            table.activateWindow()
        table.focus()
        return table

    yield started
    tables.clear()


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    front = QApplication.activePopupWidget() or QApplication.focusWidget()
    QTest.keyClick(front, key, modifiers)


def tab_to(widget):
    for _ in range(12):
        if QApplication.focusWidget() is widget:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail("Tab does not reach it")


def choose(table, *words):
    """Goes through the menu of columns by the arrow keys."""
    tab_to(table.columns)
    press(Qt.Key.Key_Space)
    for word in words:
        menu = QApplication.activePopupWidget()
        menu.setActiveAction(None)
        for _ in menu.actions():
            press(Qt.Key.Key_Down)
            if menu.activeAction().text().replace("&&", "&") == word:
                break
        else:
            pytest.fail(f"{word} is not in the menu")
        press(Qt.Key.Key_Right if menu.activeAction().menu() else Qt.Key.Key_Return)
    table.focus()


def shown(table):
    columns = enumerate(table.model.columns)
    return [c.name for place, c in columns if not table.view.isColumnHidden(place)]


def place_of(table, name):
    return next(i for i, c in enumerate(table.model.columns) if c.name == name)


@pytest.mark.xcb
@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_kind_is_filtered_copied_counted_and_left_as_it_was_by_keys(start, kind):
    table = start(kind)
    assert table.count.text() == "2 of 3 shown"
    tab_to(table.voided)
    press(Qt.Key.Key_Space)
    assert table.count.text() == "3 of 3 shown"
    assert shown(table)[0] == STATUS
    table.focus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, *rows = QGuiApplication.clipboard().text().split("\n")
    assert len(rows) == 3
    assert {row.count("\t") for row in rows} == {titles.count("\t")} == {len(shown(table)) - 1}
    press(Qt.Key.Key_Slash)
    QTest.keyClicks(QApplication.focusWidget(), "no such words")
    assert table.count.text() == "0 of 3 shown"
    table.filter.set_text(next(iter(texts_of(kind).values()))[:4])
    assert table.count.text() == "3 of 3 shown"

    table = start(kind)
    title = {column.name: column.title for column in table.model.columns}
    hidden, kept = shown(table)[0], shown(table)[-1]
    if len(shown(table)) > 1:
        choose(table, title[hidden])
    choose(table, title["recorded_by"])
    choose(table, "Sort by", title["recorded_by"])
    choose(table, "Sort by", title["recorded_by"])
    choose(table, "Wider", title[kept])
    columns, widths = shown(table), table.view.habit().widths
    assert list(widths) == [kept]

    again = start(kind)
    assert shown(again) == columns
    assert again.view.columnWidth(place_of(again, kept)) == widths[kept]
    assert again.model.sorted_by == (place_of(again, "recorded_by"), DOWN)
    assert shown(start(kind, "Doctor"))[0] == hidden


def test_widths_are_taken_back(start):
    table = start(Visit)
    before = [table.view.columnWidth(p) for p in range(len(table.model.columns))]
    title = table.model.columns[place_of(table, shown(table)[1])].title
    choose(table, "Narrower", title)
    assert [table.view.columnWidth(p) for p in range(len(table.model.columns))] != before
    choose(table, "Widths as needed")
    assert [table.view.columnWidth(p) for p in range(len(table.model.columns))] == before
    assert start(Visit).view.habit().widths == {}


def test_a_column_pulled_by_the_mouse_keeps_its_width_at_another_zoom(start):
    table = start(Visit)
    header, place = table.view.horizontalHeader(), place_of(table, "contact")
    edge = QPoint(header.sectionViewportPosition(place) + header.sectionSize(place) - 1, 10)
    _drag(header.viewport(), edge, edge + QPoint(60, 0))
    width = table.view.columnWidth(place)
    assert table.view.habit().widths == {"contact": width}
    larger = Look()
    larger.set_zoom(1.5)
    again = start(Visit, look=larger)
    assert again.view.columnWidth(place) == pytest.approx(width * 1.5, abs=1)


def _drag(widget, start, end):
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, button, held in (
        (QEvent.Type.MouseMove, start, none, none),
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        place = QPointF(widget.mapToGlobal(at))
        event = QMouseEvent(kind, QPointF(at), place, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)


def test_the_file_holds_names_of_columns_and_nothing_of_a_patient(start, tmp_path):
    record = stored("visit", 1, texts={"date": "2024-11-26", "contact": "visit", "complaint": "zq"})
    table = start(Visit, records=[record])
    choose(table, "Sort by", "Complaint")
    table.filter.set_text("zq")
    del table
    Preferences(tmp_path / "window.ini").save()
    text = (tmp_path / "window.ini").read_text()
    assert "complaint" in text
    assert "zq" not in text
    assert "Nurse" not in text


@pytest.mark.parametrize(
    "entry", ["", "no json", "[]", '{"shown": 3}', '{"shown": {}, "widths": {"date": "x"}}']
)
def test_a_damaged_entry_counts_as_no_habit(tmp_path, entry):
    preferences = Preferences(tmp_path / "window.ini")
    preferences._settings.setValue(f"tables/{b'Nurse'.hex()}/visit", entry)
    assert preferences.tables_of("Nurse").of("visit") == TableHabit()


def test_a_column_that_no_longer_exists_and_an_absurd_width_are_passed_over(start, tmp_path):
    habit = TableHabit({"gone": True}, {"gone": 50, "contact": 10**9}, "gone", backwards=True)
    preferences = Preferences(tmp_path / "window.ini")
    preferences.tables_of("Nurse").keep("visit", habit)
    preferences.save()
    table = start(Visit)
    assert table.model.sorted_by == (place_of(table, "date"), DOWN)
    assert table.view.columnWidth(place_of(table, "contact")) < 2000
