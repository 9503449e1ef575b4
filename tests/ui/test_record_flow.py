# SPDX-License-Identifier: MIT
"""Recording over a page: what two people change at once, and what was typed is never lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.clinics import CTX
from tracker.domain.records import Course, CourseDrug, Visit
from tracker.services import records
from tracker.services.patients import by_number, open_chart
from tracker.services.records import Entry
from tracker.ui.dialogs.conflict import ConflictDialog
from tracker.ui.dialogs.record_flow import RecordFlow
from tracker.ui.widgets.label import PlainLabel


@pytest.fixture
def chart(demonstration):
    patient = by_number(demonstration, CTX, mrn="SYN-0482")
    return open_chart(demonstration, CTX, patient=patient).chart


@pytest.fixture
def flow(demo_desk, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    yield RecordFlow(demo_desk, page)
    page.deleteLater()  # and with it every sheet that is still open
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def amend(flow, chart, visit, weight, reason):
    """Opens the sheet of a visit, types a weight and the reason, and saves."""
    sheet = flow.amend(visit, chart)
    box = sheet.form.editors["weight"].box
    box.selectAll()
    QTest.keyClicks(box, weight)
    QTest.keyClicks(sheet.reason.box, reason)
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    return sheet


def test_a_saved_change_tells_the_other_pages_whose_chart_it_was(flow, chart, demo_desk, qtbot):
    visit = chart.of(Visit)[-1]
    with qtbot.waitSignal(demo_desk.bus.changed) as told:
        amend(flow, chart, visit, "61.5", "read off the wrong line")
    assert told.args[0].touches(chart.patient.id, "visit")


def typed(flow, chart, visit, **texts):
    """Opens the sheet of a visit and types into its fields, without saving."""
    sheet = flow.amend(visit, chart)
    for name, text in texts.items():
        sheet.form.editors[name].set_text(text)
    return sheet


def press_save(sheet, reason):
    QTest.keyClicks(sheet.reason.box, reason)
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    [asks] = sheet.findChildren(ConflictDialog)
    return asks


def choose(asks, **sides):
    for (_, field), (box, _) in asks._boxes.items():
        if field in sides:
            box.set_text(sides[field])
    QTest.mouseClick(asks.save, Qt.MouseButton.LeftButton)


def read_again(store, chart, visit):
    again = open_chart(store, CTX, patient=chart.patient.id).chart
    return next(each for each in again.of(Visit) if each.id == visit.id)


def words(dialog):
    return [label.text() for label in dialog.findChildren(PlainLabel)]


def test_two_people_who_changed_one_field_see_both_values_and_nothing_is_chosen_for_them(
    flow, chart, demonstration, demo_desk, qtbot
):
    visit = chart.of(Visit)[-1]
    before = f"{visit.record.weight} kg"
    sheet = typed(flow, chart, visit, weight="62.5")
    amend(flow, chart, visit, "61.5", "first colleague")
    with qtbot.assertNotEmitted(demo_desk.bus.changed):
        asks = press_save(sheet, "second colleague")
        choose(asks)
    assert {before, "61.5 kg", "62.5 kg"} <= set(words(asks))
    assert any("first colleague" in line for line in words(asks))
    assert asks.isVisible()
    assert str(read_again(demonstration, chart, visit).record.weight) == "61.5"


def test_what_is_chosen_becomes_an_amendment_of_the_newest_revision(flow, chart, demonstration):
    visit = chart.of(Visit)[-1]
    sheet = typed(flow, chart, visit, weight="62.5", ecog="2")
    amend(flow, chart, visit, "61.5", "first colleague")
    asks = press_save(sheet, "second colleague")
    choose(asks, weight="mine")
    stored = read_again(demonstration, chart, visit)
    assert (str(stored.record.weight), stored.record.ecog) == ("62.5", 2)
    assert stored.revision == visit.revision + 2
    last = records.history(demonstration, CTX, kind="visit", record=visit.id)[-1]
    assert last.reason == "second colleague"
    assert not sheet.isVisible()


def test_a_field_that_only_the_other_one_changed_stays_as_the_other_one_left_it(
    flow, chart, demonstration
):
    visit = chart.of(Visit)[-1]
    sheet = typed(flow, chart, visit, ecog="2")
    amend(flow, chart, visit, "61.5", "first colleague")
    choose(press_save(sheet, "second colleague"))
    stored = read_again(demonstration, chart, visit)
    assert (str(stored.record.weight), stored.record.ecog) == ("61.5", 2)


def test_going_back_keeps_everything_as_it_was_typed(flow, chart, demonstration):
    visit = chart.of(Visit)[-1]
    sheet = typed(flow, chart, visit, weight="62.5")
    amend(flow, chart, visit, "61.5", "first colleague")
    asks = press_save(sheet, "second colleague")
    QTest.keyClick(asks, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.form.editors["weight"].text() == "62.5"
    assert sheet.reason.text() == "second colleague"
    assert str(read_again(demonstration, chart, visit).record.weight) == "61.5"


def test_a_record_that_was_changed_once_more_is_compared_once_more(flow, chart, demonstration):
    visit = chart.of(Visit)[-1]
    sheet = typed(flow, chart, visit, weight="62.5")
    amend(flow, chart, visit, "61.5", "first colleague")
    asks = press_save(sheet, "second colleague")
    amend(flow, chart, read_again(demonstration, chart, visit), "60.5", "first colleague again")
    choose(asks, weight="mine")
    assert str(read_again(demonstration, chart, visit).record.weight) == "60.5"
    again = next(each for each in sheet.findChildren(ConflictDialog) if each.isVisible())
    assert "60.5 kg" in words(again)
    choose(again, weight="mine")
    assert str(read_again(demonstration, chart, visit).record.weight) == "62.5"


def test_what_somebody_else_marked_as_entered_in_error_is_not_written_over(
    flow, chart, demonstration
):
    visit = chart.of(Visit)[-1]
    sheet = typed(flow, chart, visit, weight="62.5")
    records.void(demonstration, CTX.because("another patient"), stored=visit)
    asks = press_save(sheet, "second colleague")
    assert any("another patient" in line for line in words(asks))
    choose(asks)
    assert asks.isVisible()
    assert sheet.form.editors["weight"].text() == "62.5"


def test_the_rows_inside_a_record_are_compared_too(flow, chart, demonstration):
    course = next(c for c in chart.of(Course) if chart.of(CourseDrug, c.id))
    drug = chart.of(CourseDrug, course.id)[0]
    sheet = flow.amend(course, chart)
    grid = next(g for g in sheet.form.grids if g.kind is CourseDrug)
    grid.boxes()[0].set_text("nivolumab")
    other = replace(drug.record, drug="tislelizumab")
    records.save(
        demonstration,
        CTX.because("first colleague"),
        patient=chart.patient.id,
        entry=Entry(record=other, stored=drug, source=drug.source, note=drug.note),
    )
    choose(press_save(sheet, "second colleague"), drug="mine")
    stored = demonstration.get(CourseDrug, chart.patient.id, drug.id)
    assert (stored.record.drug, stored.revision) == ("nivolumab", drug.revision + 2)


def test_a_sheet_is_as_wide_as_its_form_wants(flow, chart):
    sheet = flow.amend(chart.of(Visit)[-1], chart)
    assert sheet.size() == sheet.sizeHint()
    sheet.reject()
