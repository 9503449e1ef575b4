# SPDX-License-Identifier: MIT
"""Recording over a page: what two people change at once, and what was typed is never lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.clinics import CTX
from tracker.domain.records import Visit
from tracker.services.patients import by_number, open_chart
from tracker.ui.dialogs.record_flow import RecordFlow


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


def test_the_second_of_two_changes_is_refused_and_stays_as_typed(
    flow, chart, demonstration, demo_desk, qtbot
):
    visit = chart.of(Visit)[-1]
    amend(flow, chart, visit, "61.5", "first colleague")
    with qtbot.assertNotEmitted(demo_desk.bus.changed):
        second = amend(flow, chart, visit, "62.5", "second colleague")
    assert second.isVisible()
    assert second.form.editors["weight"].text() == "62.5"
    again = open_chart(demonstration, CTX, patient=chart.patient.id).chart
    stored = next(each for each in again.of(Visit) if each.id == visit.id)
    assert str(stored.record.weight) == "61.5"


def test_a_sheet_is_as_wide_as_its_form_wants(flow, chart):
    sheet = flow.amend(chart.of(Visit)[-1], chart)
    assert sheet.size() == sheet.sizeHint()
    sheet.reject()
