# SPDX-License-Identifier: MIT
"""Forms of every kind: what is typed is what is recorded, and nothing else is."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.samples import PARENT, PAYLOADS, TYPED, record_of, stored, texts_of
from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import items
from tracker.domain.records import Course, Patient, Visit
from tracker.domain.records.base import parent_of
from tracker.domain.text import Message
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.forms.child_grid import NEW_PARENT
from tracker.ui.forms.record_form import RecordForm

# what the offscreen platform says of a list that pops up
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot):
    """Shows a form that has the keyboard."""

    def shown(form, width=860):
        qtbot.addWidget(form)
        form.resize(width, 700)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    return shown


def form_of(look, kind):
    return RecordForm(look, kind, link=PARENT if parent_of(kind) else None)


def type_into(box, text):
    """Types by keys; a choice by the first letter of its code, until it is there."""
    box.setFocus()
    if isinstance(box, ChoiceBox):
        for _ in range(box.count()):
            if box.text() != text:
                QTest.keyClick(box, text[0].lower())
    else:
        QTest.keyClicks(box, text)


@pytest.mark.parametrize("kind", TYPED)
def test_an_untouched_form_is_no_record(look, show, kind):
    form = show(form_of(look, kind))
    for box in boxes_in_order(form):
        box.setFocus()
    assert not form.is_touched
    assert form.entry() is None


@pytest.mark.parametrize("kind", TYPED)
def test_what_is_typed_is_what_is_recorded(look, show, kind):
    form = show(form_of(look, kind))
    for name, text in texts_of(kind).items():
        type_into(form.editors[name].box, text)
        assert form.editors[name].text() == text
    entry = form.entry()
    assert entry.record == record_of(kind)
    assert (entry.stored, entry.source, entry.note, entry.children) == (None, None, None, ())


@pytest.mark.parametrize("kind", TYPED)
def test_a_stored_record_is_shown_and_untouched_until_it_is_changed(look, kind):
    before = stored(kind.kind, source="letter", note="seen")
    form = form_of(look, kind)
    form.set_record(before)
    assert not form.is_touched
    assert form.entry() is None
    form.note.set_text("seen twice")
    entry = form.entry()
    assert (entry.stored, entry.record) == (before, before.record)
    assert (entry.source, entry.note) == ("letter", "seen twice")


def boxes_in_order(form):
    """The boxes of a form in the order of Tab, from the first one on."""
    first = next(iter(form.editors.values())).box
    own = {editor.box for editor in (*form.editors.values(), form.source, form.note)}
    own.update(box for grid in form.grids for box in grid.boxes())
    chain, widget = [], first
    while True:
        if widget in own:
            chain.append(widget)
        widget = widget.nextInFocusChain()
        if widget is first:
            return chain


@pytest.mark.parametrize("kind", TYPED)
def test_tab_follows_the_declaration(look, show, kind):
    form = show(form_of(look, kind))
    expected = [f.name for f in items(kind) if not (f.type is UUID or f.item.derived)]
    for grid in form.grids:
        expected += [f.name for f in items(grid.kind) if not (f.item.parent or f.item.derived)]
    names = {editor.box: name for name, editor in form.editors.items()}
    names |= {form.source.box: "source", form.note.box: "note"}
    walked = [names.get(box) or box.objectName() for box in boxes_in_order(form)]
    assert walked == [*expected, "source", "note"]


@pytest.mark.xcb
def test_enter_walks_through_a_visit_from_end_to_end(look, show):
    form = show(RecordForm(look, Visit))
    form.focus_first()
    typed = ["2024-11-26", "v", "0", "58.2", "161", "36.6", "118", "76", "72", "98"]
    for text in typed:
        box = QApplication.focusWidget()
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert form.editors["complaint"].box.hasFocus()
    record = form.entry().record
    assert (str(record.weight), record.spo2) == ("58.2", 98)


def test_every_problem_is_said_at_its_field_and_on_top(look, show):
    form = show(RecordForm(look, Visit))
    form.editors["weight"].set_text("1,5")
    form.editors["systolic"].set_text("9000")
    with pytest.raises(Refused):
        form.entry()
    assert "1,5" in form.editors["weight"].said()
    assert form.editors["weight"].text() == "1,5"
    assert "Weight" in form._summary.text()
    assert form._summary.isVisible()


def test_everything_that_is_missing_is_named_at_once(look, show):
    form = show(RecordForm(look, Visit))
    form.editors["weight"].set_text("58.2")
    with pytest.raises(Refused):
        form.entry()
    assert form.editors["date"].said() == "Date is needed."
    assert form.editors["contact"].said() == "Kind of contact is needed."
    form.focus_first()
    assert form.editors["date"].box.hasFocus()


def test_numbers_that_contradict_each_other_are_said_on_leaving(look, show):
    form = show(RecordForm(look, Visit))
    for name, text in {"date": "2024-11-26", "contact": "visit", "diastolic": "118"}.items():
        form.editors[name].set_text(text)
    systolic = form.editors["systolic"]
    systolic.set_text("76")
    assert not systolic.check()
    assert "systolic" in systolic.said()


def test_what_a_service_refuses_is_said_at_its_field_or_on_top(look, show):
    form = show(RecordForm(look, Patient))
    form.editors["mrn"].set_text("SYN-1")
    form.show_problems([Problem(Message("Taken."), "mrn"), Problem(Message("Read-only."))])
    assert form.editors["mrn"].said() == "Taken."
    assert "Read-only." in form._summary.text()
    form.editors["mrn"].set_text("SYN-2")
    assert form.editors["mrn"].said() == ""


def test_the_last_visit_stands_in_grey_and_is_not_recorded(look, show):
    form = show(RecordForm(look, Visit))
    form.set_last(record_of(Visit))
    assert form.editors["weight"].said() == "58.20 kg on 2024-11-26"
    assert form.entry() is None


def test_no_digit_of_a_number_is_out_of_sight(look, show):
    form = show(RecordForm(look, Visit))
    for name, text in texts_of(Visit).items():
        form.editors[name].set_text(text)
    assert not [name for name, editor in form.editors.items() if editor.box.is_cut()]


@pytest.mark.parametrize("width", [420, 860, 1200])
def test_fields_of_a_line_do_not_overlap_at_any_width(look, show, width):
    form = show(RecordForm(look, Course), width)
    places = [editor.geometry() for editor in form.editors.values()]
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[i + 1 :])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_a_patients_text_is_shown_and_recorded_as_it_is(look, payload):
    form = RecordForm(look, Patient)
    form.editors["mrn"].set_text("SYN-1")
    form.editors["name"].set_text(payload)
    form.source.set_text(payload)
    entry = form.entry()
    assert (entry.record.name, entry.source) == (payload, payload)
    labels = form.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_full_width_and_chinese_entries_keep_their_text(look):
    form = RecordForm(look, Visit)
    form.editors["date"].set_text("2024年11月26日")
    form.editors["contact"].set_text("visit")
    form.editors["weight"].set_text("５８．２")
    record = form.entry().record
    assert record.date.text == "2024年11月26日"
    assert str(record.weight) == "58.2"


# Lists inside a form


@pytest.fixture
def course(look, show):
    form = show(RecordForm(look, Course))
    for name, text in texts_of(Course).items():
        form.editors[name].set_text(text)
    return form


def row_boxes(grid, row):
    width = len(grid._fields)
    return grid.boxes()[row * width : (row + 1) * width]


def test_blank_rows_are_no_records(course):
    assert course.entry().children == ()


@pytest.mark.xcb
def test_enter_at_the_end_begins_the_next_drug(course):
    grid = course.grids[0]
    for drug, dose in (("paclitaxel", "175 mg/m2"), ("cisplatin", "50 mg")):
        boxes = row_boxes(grid, len(grid._rows) - 1)
        for box, text in zip(boxes, (drug, dose, "", "1", ""), strict=True):
            box.setFocus()
            QTest.keyClicks(box, text)
        QTest.keyClick(boxes[-1], Qt.Key.Key_Return)  # a list to choose from, left empty
    assert row_boxes(grid, 2)[0].hasFocus()
    children = course.entry().children
    assert [(c.record.drug, str(c.record.dose)) for c in children] == [
        ("paclitaxel", "175 mg/m2"),
        ("cisplatin", "50 mg"),
    ]
    assert {c.record.course for c in children} == {NEW_PARENT}


def test_enter_at_the_end_of_a_blank_row_leaves_the_list(course):
    drugs, segments, *_others = course.grids
    drugs.boxes()[-1].setFocus()
    QTest.keyClick(drugs.boxes()[-1], Qt.Key.Key_Return)
    assert segments.boxes()[0].hasFocus()


def test_tab_goes_through_added_rows_in_order(course):
    drugs, segments, *_others = course.grids
    drugs.boxes()[0].setText("cisplatin")
    drugs._add_and_focus()
    walked = boxes_in_order(course)
    start = walked.index(drugs.boxes()[0])
    assert walked[start : start + 11] == [*drugs.boxes(), segments.boxes()[0]]


def test_a_row_that_names_no_source_comes_from_where_its_record_comes_from(course):
    course.grids[0].boxes()[0].setText("cisplatin")
    course.source.set_text("letter of May")
    (drug,) = course.entry().children
    assert (drug.source, drug.note) == ("letter of May", None)


def test_a_row_may_have_a_source_and_a_note_of_its_own(course):
    grid = course.grids[0]
    grid.boxes()[0].setText("cisplatin")
    course.source.set_text("letter of May")
    QTest.keyClick(grid.boxes()[0], Qt.Key.Key_F3)
    *_, source, note = grid.boxes()
    source.setText("pharmacy, p. 2")
    note.setText("dose as printed")
    (drug,) = course.entry().children
    assert (drug.source, drug.note) == ("pharmacy, p. 2", "dose as printed")


def test_ctrl_del_takes_a_row_away_that_is_not_stored(course):
    grid = course.grids[0]
    grid.boxes()[0].setText("cisplatin")
    grid._add_and_focus()
    QTest.keyClick(grid.boxes()[0], Qt.Key.Key_Delete, CTRL)
    assert len(grid._rows) == 1
    QTest.keyClick(grid.boxes()[0], Qt.Key.Key_Delete, CTRL)
    assert len(grid._rows) == 1
    assert course.entry().children == ()


def test_ctrl_del_on_a_stored_row_asks_and_takes_nothing_away(look, show, qtbot):
    form = show(RecordForm(look, Course))
    drug = stored("course_drug", 3)
    form.set_record(stored("course", 7), [drug])
    with qtbot.waitSignal(form.void_asked) as asked:
        QTest.keyClick(form.grids[0].boxes()[0], Qt.Key.Key_Delete, CTRL)
    assert asked.args == [drug]
    assert form.grids[0].boxes()[0].text() == "toripalimab"
    assert not form.is_touched


def test_a_changed_row_is_amended_and_the_others_are_left_alone(look, show):
    form = show(RecordForm(look, Course))
    first, second = stored("course_drug", 3), stored("course_drug", 4)
    form.set_record(stored("course", 7), [first, second])
    row_boxes(form.grids[0], 1)[1].setText("300 mg")
    (child,) = form.entry().children
    assert child.stored == second
    assert str(child.record.dose) == "300 mg"
    assert child.record.course == PARENT


def test_a_problem_in_a_row_is_said_below_the_row(course):
    grid = course.grids[0]
    grid.boxes()[1].setText("50")
    with pytest.raises(Refused):
        course.entry()
    said = grid._rows[0].foot.text()
    assert "Drug is needed." in said or "50" in said
    assert "Drug of a regimen" in course._summary.text()
