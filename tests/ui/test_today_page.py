# SPDX-License-Identifier: MIT
"""Today: the days around today, the filters, and what waits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tracker.domain.changes import Changed
from tracker.ui.pages.today import TodayPage
from tracker.ui.tables.row_list import RowList
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


@pytest.fixture
def page(demo_desk, qtbot):
    made = TodayPage(demo_desk)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.activated()
    return made


def rows(page):
    return [
        f"{row.patient.mrn} {row.state.value}" for row in page.findChild(RowList, "day_list").rows
    ]


def texts(page):
    return [label.text() for label in page.findChildren(PlainLabel) if label.isVisible()]


def press(page, name):
    button = next(b for b in page.findChildren(Press) if b.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_only_what_waits_is_counted_for_the_badge(page, qtbot):
    with qtbot.waitSignal(page.counted) as counted:
        page.ask()
    assert counted.args == [sum(not row.endswith(" done") for row in rows(page))]


def test_page_down_shows_the_next_day_and_page_up_comes_back(page):
    today = rows(page)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_PageDown)
    assert "Wednesday 27 November 2024" in texts(page)
    assert "SYN-0107 overdue" in rows(page)  # due today, so over tomorrow
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_PageUp)
    assert "Tuesday 26 November 2024" in texts(page)
    assert rows(page) == today


def test_another_day_does_not_change_the_badge(page, qtbot):
    with qtbot.assertNotEmitted(page.counted):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_PageDown)


def test_the_week_also_shows_what_is_due_later(page):
    for _ in range(6):  # to 20 November, the day before a dose
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_PageUp)
    day = set(rows(page))
    press(page, "Week")
    assert "SYN-0482 later" in set(rows(page)) - day
    assert any("in 1 d" in page._words(line) for line in page._lines)


def test_a_filter_that_keeps_nobody_says_how_many_it_hides(page):
    page._lines = [line for line in page._lines if line.state.value != "held"]
    page._show()
    shown = len(page._lines)
    held = next(chip for state, chip in page._chips.items() if state and state.value == "held")
    QTest.mouseClick(held, Qt.MouseButton.LeftButton)
    assert f"None of the {shown} lines of this day is in this state." in texts(page)


def test_a_recorded_dose_is_asked_for_again_and_a_marker_result_is_not(page, demo_desk, qtbot):
    with qtbot.waitSignal(page.counted):
        demo_desk.bus.changed.emit(Changed(frozenset({"dose_event"})))
    with qtbot.assertNotEmitted(page.counted):
        demo_desk.bus.changed.emit(Changed(frozenset({"marker_result"})))
