# SPDX-License-Identifier: MIT
"""Boxes take every character, change none, and say what they understood or why they cannot."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from tests.ui.samples import PAYLOADS
from tracker.domain.fields import items
from tracker.domain.records import RECORD_KINDS, Course, CourseDrug, MarkerResult, Patient, Visit
from tracker.ui.forms.boxes import ChoiceBox, LineBox, SuggestBox, TextBox
from tracker.ui.forms.editors import field_editor

# what the offscreen platform says of a list that pops up
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BAD_NUMBERS = ["1,5", "58,2", "1e3", "58.2 kg", "nan", ".5", "1 000", "58.26.1", "2O0"]


@pytest.fixture
def show(qtbot):
    """Shows editors beside a neighbour, in a window that has the keyboard."""
    windows = []

    def shown(*widgets, width=700):
        window = QWidget()
        row = QHBoxLayout(window)
        for widget in widgets:
            row.addWidget(widget)
        neighbour = QLineEdit()
        neighbour.setObjectName("neighbour")
        row.addWidget(neighbour)
        window.resize(width, 160)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield shown
    windows.clear()


def editor(look, kind, name):
    return field_editor(look, kind, next(f for f in items(kind) if f.name == name))


def turn_wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("typed", BAD_NUMBERS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_what_is_no_number_stays_as_typed_with_the_reason_below(look, show, typed, key):
    weight = editor(look, Visit, "weight")
    show(weight)
    weight.focus()
    QTest.keyClicks(weight.box, typed)
    QTest.keyClick(weight.box, key)
    assert weight.text() == typed
    assert weight.box.hasFocus()
    assert typed in weight.said()


def test_a_number_outside_what_is_possible_is_refused_with_its_limits(look, show):
    weight = editor(look, Visit, "weight")
    show(weight)
    weight.focus()
    QTest.keyClicks(weight.box, "582")
    QTest.keyClick(weight.box, Qt.Key.Key_Return)
    assert weight.box.hasFocus()
    assert weight.said() == "Weight: 582 lies outside 1 to 400 kg."
    QTest.keyClick(weight.box, Qt.Key.Key_Backspace)
    assert weight.said() == ""


def test_a_bad_number_lets_the_person_go_back(look, show):
    height, weight = editor(look, Visit, "height"), editor(look, Visit, "weight")
    show(height, weight)
    weight.focus()
    QTest.keyClicks(weight.box, "1,5")
    QTest.keyClick(weight.box, Qt.Key.Key_Backtab)
    assert height.box.hasFocus()
    assert weight.is_bad


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_and_tab_go_to_the_next_field(look, show, key):
    weight, height = editor(look, Visit, "weight"), editor(look, Visit, "height")
    show(weight, height)
    weight.focus()
    QTest.keyClicks(weight.box, "58.20")
    QTest.keyClick(weight.box, key)
    assert height.box.hasFocus()
    assert weight.text() == "58.20"


def test_full_width_digits_are_kept_and_said_as_they_are_read(look, show):
    weight = editor(look, Visit, "weight")
    show(weight)
    typed = QInputMethodEvent()
    typed.setCommitString("５８．２")
    QApplication.sendEvent(weight.box, typed)
    assert weight.text() == "５８．２"
    assert weight.said() == "read as 58.2 kg"


def test_digits_go_past_an_input_method_and_names_do_not(look):
    method = Qt.WidgetAttribute.WA_InputMethodEnabled
    direct = {(Visit, "weight"), (Visit, "ecog"), (Visit, "date"), (CourseDrug, "dose")}
    assert not any(editor(look, kind, name).box.testAttribute(method) for kind, name in direct)
    assert editor(look, Patient, "name").box.testAttribute(method)
    assert editor(look, MarkerResult, "value").box.testAttribute(method)


@pytest.mark.xcb
def test_a_paste_changes_nothing_and_is_undone_by_one_key(look, show):
    weight = editor(look, Visit, "weight")
    show(weight)
    weight.focus()
    QTest.keyClicks(weight.box, "58.2")
    weight.box.selectAll()
    QGuiApplication.clipboard().setText("1,5")
    QTest.keyClick(weight.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert weight.text() == "1,5"
    assert not weight.check()
    QTest.keyClick(weight.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert weight.text() == "58.2"


def test_a_long_paste_is_never_cut(look, show):
    name = editor(look, Patient, "name")
    show(name)
    name.box.insert("x" * 40_000)
    assert len(name.text()) == 40_000
    assert not name.check()


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_the_wheel_changes_no_field(look, show, kind):
    for field in items(kind):
        if field.item.parent or field.item.derived:
            continue
        one = field_editor(look, kind, field)
        window = show(one)
        for focused in (False, True):
            if focused:
                one.focus()
            turn_wheel(one.box)
            assert one.text() == "", field.name
        window.close()


def test_a_choice_begins_empty_and_the_wheel_leaves_it_alone(look, show):
    sex = editor(look, Patient, "sex")
    show(sex)
    assert sex.text() == ""
    sex.set_text("male")
    turn_wheel(sex.box)
    assert sex.text() == "male"


def test_a_letter_chooses_and_delete_empties(look, show):
    sex = editor(look, Patient, "sex")
    show(sex)
    sex.focus()
    QTest.keyClick(sex.box, "f")
    assert sex.text() == "female"
    QTest.keyClick(sex.box, "u")
    assert sex.text() == "unknown"
    QTest.keyClick(sex.box, Qt.Key.Key_Delete)
    assert sex.text() == ""


def test_a_code_that_is_no_longer_in_the_list_is_shown_and_kept(look):
    sex = editor(look, Patient, "sex")
    sex.set_text("intersex")
    assert sex.text() == "intersex"


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("2019-05-07", "Tuesday 7 May 2019"),
        ("2019-05", "one day in May 2019"),
        ("2019年5月", "one day in May 2019"),
        ("5/2019", "one day in May 2019"),
        ("2019", "one day in 2019"),
        ("~2019-05", "one day between 1 April 2019 and 30 June 2019"),
        ("2019-02/2019-04", "one day between 1 February 2019 and 30 April 2019"),
        ("2019-02/..", "on 1 February 2019 or later"),
        ("../2019-02", "on 28 February 2019 or earlier"),
        ("unknown", "day not known"),
        ("", ""),
        ("03/04/2019", ""),
    ],
)
def test_a_date_says_which_days_it_means_and_stays_as_typed(look, typed, meaning):
    start = editor(look, Course, "start")
    start.set_text(typed)
    assert start.said() == meaning
    assert start.text() == typed


def test_an_ambiguous_date_is_refused_with_both_readings(look, show):
    start = editor(look, Course, "start")
    show(start)
    start.focus()
    QTest.keyClicks(start.box, "03/04/2019")
    QTest.keyClick(start.box, Qt.Key.Key_Tab)
    assert start.box.hasFocus()
    assert "2019-03-04" in start.said()
    assert "2019-04-03" in start.said()


def test_a_dose_without_its_unit_is_refused(look, show):
    dose = editor(look, CourseDrug, "dose")
    show(dose)
    dose.focus()
    QTest.keyClicks(dose.box, "240")
    assert not dose.check()
    QTest.keyClicks(dose.box, " mg")
    assert dose.check()
    assert dose.text() == "240 mg"


def test_suggestions_are_offered_and_never_filled_in(look, show):
    unit = editor(look, MarkerResult, "unit")
    assert isinstance(unit.box, SuggestBox)
    show(unit)
    unit.focus()
    QTest.keyClicks(unit.box, "ng")
    assert unit.box.completer().popup().isVisible()
    QTest.keyClick(unit.box, Qt.Key.Key_Return)
    assert unit.text() == "ng"


@pytest.mark.xcb
def test_a_suggestion_is_taken_with_the_arrow_and_enter(look, show):
    unit = editor(look, MarkerResult, "unit")
    show(unit)
    unit.focus()
    QTest.keyClicks(unit.box, "pmo")
    popup = unit.box.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert unit.text() == "pmol/L"


def test_a_number_wider_than_its_box_is_said_in_full_below(look, show):
    phone = editor(look, Patient, "phone")
    show(phone, width=300)
    number = "1234567890123456789012345678901234567890"
    phone.set_text(number)
    assert number in phone.said()


def test_the_last_value_is_shown_below_and_never_filled_in(look):
    weight = editor(look, Visit, "weight")
    weight.set_last("58.8 kg on 2024-10-31")
    assert weight.said() == "58.8 kg on 2024-10-31"
    assert weight.text() == ""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_text_in_every_box_and_every_line_below(look, show, payload):
    boxes = [LineBox(look), TextBox(look), ChoiceBox(look, [])]
    for box in boxes:
        box.set_text(payload)
        assert box.text() == payload
    name = editor(look, Patient, "name")
    show(name)
    name.set_problem(payload)
    assert name.said() == payload
    assert name._foot.textFormat() is Qt.TextFormat.PlainText


def test_lines_that_are_pasted_into_one_line_are_one_as_it_looks(look, show):
    laboratory, complaint = (
        editor(look, MarkerResult, "laboratory"),
        editor(look, Visit, "complaint"),
    )
    show(laboratory, complaint)
    for each in (laboratory, complaint):
        each.focus()
        QGuiApplication.clipboard().setText("Lab A,\nsecond floor\n")
        QTest.keyClick(each.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert laboratory.text() == "Lab A, second floor"
    assert complaint.text() == "Lab A,\nsecond floor\n"


def test_a_line_break_that_is_stored_stays_until_a_person_changes_the_text(look, show):
    laboratory = editor(look, MarkerResult, "laboratory")
    show(laboratory)
    laboratory.box.set_text("Lab A,\nsecond floor")
    assert laboratory.text() == "Lab A,\nsecond floor"
    laboratory.focus()
    QTest.keyClick(laboratory.box, Qt.Key.Key_End)
    QTest.keyClicks(laboratory.box, "!")
    assert laboratory.text() == "Lab A, second floor!"


def test_enter_in_a_long_text_starts_a_line_and_tab_leaves_it(look, show):
    complaint, weight = editor(look, Visit, "complaint"), editor(look, Visit, "weight")
    show(complaint, weight)
    complaint.focus()
    QTest.keyClicks(complaint.box, "rash")
    QTest.keyClick(complaint.box, Qt.Key.Key_Return)
    QTest.keyClicks(complaint.box, "mild")
    QTest.keyClick(complaint.box, Qt.Key.Key_Tab)
    assert complaint.text() == "rash\nmild"
    assert weight.box.hasFocus()
