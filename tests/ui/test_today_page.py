# SPDX-License-Identifier: MIT
"""Today: the days around today, the filters, and what waits."""

from copy import copy
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tracker.domain.changes import Changed
from tracker.domain.reminders import DayState, What
from tracker.ui.dialogs.due_answer import DueAnswerDialog
from tracker.ui.dialogs.print_list import PrintListDialog
from tracker.ui.icon_shapes import Icon
from tracker.ui.pages.today import TodayPage
from tracker.ui.tables.row_list import RowList
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.face import ButtonFace
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
    button = next(b for b in page.findChildren(ButtonFace) if b.accessibleName() == name)
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


def test_the_key_of_printing_stands_on_its_button_while_there_is_room(page, demo_desk):
    printing = page.tools.presses[0]
    without = Press(demo_desk.look, printing.text(), mark=Icon.PRINT).sizeHint()
    assert printing.sizeHint().width() > without.width()
    page.resize(900, 700)
    assert printing.sizeHint().width() == printing.sizeHint().height()


def test_a_slash_and_an_arrow_leave_only_what_is_overdue(page):
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Slash)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert rows(page)
    assert all(row.endswith(" overdue") for row in rows(page))


def test_the_week_also_shows_what_is_due_later(page):
    for _ in range(6):  # to 20 November, the day before a dose
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_PageUp)
    day = set(rows(page))
    press(page, "Week")
    assert "SYN-0482 later" in set(rows(page)) - day
    assert any(page._row.words(line).startswith("in 1 d") for line in page._found.lines)


def test_a_filter_that_keeps_nobody_says_how_many_it_hides(page):
    shown = [line for line in page._found.lines if line.state.value != "held"]
    page._answered(replace(page._found, lines=shown))
    page._filters.choose("held")
    kept = sum(line.is_listed for line in shown)
    assert f"No line of this day is in this state; lines in all: {kept}." in texts(page)


def test_a_held_dose_offers_no_putting_off_and_says_how_its_recheck_day_is_moved(page):
    page._filters.choose("held")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_F4)
    sheet = page.window().findChild(DueAnswerDialog)
    assert sheet._line.state is DayState.HELD
    offered = [chip.text() for chip in sheet._actions.values() if chip.isVisible()]
    assert offered == ["patient promised to come", "appointment cancelled"]
    assert any("move its recheck day" in text for text in texts(sheet))
    sheet.reject()


def test_a_recorded_dose_is_asked_for_again_and_a_range_is_not(page, demo_desk, qtbot):
    with qtbot.waitSignal(page.counted):
        demo_desk.bus.changed.emit(Changed(frozenset({"dose_event"})))
    with qtbot.assertNotEmitted(page.counted):
        demo_desk.bus.changed.emit(Changed(frozenset({"reference_range"})))


def test_overdue_keeps_only_what_is_late_and_day_brings_the_rest_back(page):
    day = rows(page)
    press(page, "Overdue")
    assert {row.split()[1] for row in rows(page)} == {"overdue"}
    press(page, "Day")
    assert rows(page) == day


def test_what_is_printed_is_what_the_screen_shows(page, qtbot):
    press(page, "Overdue")
    press(page, "Print")
    sheet = page.window().findChild(PrintListDialog)._sheet
    assert [line.due.key for line in sheet.lines] == [
        line.due.key for line in page.findChild(RowList, "day_list").rows
    ]
    assert (sheet.part.title, sheet.whole) == ("Overdue", len(page._found.lines))


def test_without_a_filter_the_whole_day_is_printed(page, qtbot):
    press(page, "Print")
    sheet = page.window().findChild(PrintListDialog)._sheet
    assert sheet.part is None
    assert len(sheet.lines) == len(page._found.lines)


def test_a_day_that_turns_while_the_list_is_open_is_followed(page):
    page.turn(page._day, page._day + timedelta(days=1))
    assert "Wednesday 27 November 2024" in texts(page)


def test_another_day_that_somebody_looks_at_stays_when_the_date_turns(page):
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_PageUp)
    page.turn(page._desk.today, page._desk.today + timedelta(days=1))
    assert "Monday 25 November 2024" in texts(page)


def test_after_five_days_off_one_list_says_what_fell_due_since(page):
    used = page._desk.today - timedelta(days=5)
    page._answered(replace(page._found, last_used=used))
    page._filters.choose("since")
    assert page.findChild(Chip, "filter_since").words == "Fell due since Thu 21 Nov"
    assert rows(page)
    for line in page._filters.kept(page._found):
        day = line.due.recheck if line.state is DayState.HELD else line.due.shown_from
        assert used < day <= page._desk.today


def test_who_used_the_program_yesterday_is_not_told_of_days_off(page):
    page._answered(replace(page._found, last_used=page._desk.today - timedelta(days=1)))
    assert page._filters._chips["since"].isHidden()


def test_a_hold_falls_due_on_the_day_of_its_recheck(page):
    (held,) = [line for line in page._found.lines if line.state is DayState.HELD]
    vars(held)["due"] = replace(held.due, recheck=page._day - timedelta(days=1))
    page._filters.show_day(page._found, page._day, page._day - timedelta(days=3))
    assert held in page._filters.kept(page._found, "since")
    vars(held)["due"] = replace(held.due, recheck=page._day - timedelta(days=4))
    assert held not in page._filters.kept(page._found, "since")


def test_a_course_with_two_doses_ahead_has_one_dose_day(page, qtbot):
    line = next(each for each in page._found.lines if each.what is What.DOSE)
    page._found.lines.insert(1, copy(line))
    vars(page._found.lines[1])["due"] = replace(line.due, key=uuid4())
    page._show()
    with qtbot.waitSignal(page.open_dose_day) as opened:
        page._open(line)
    place, places = opened.args
    assert places.count(place) == 1
