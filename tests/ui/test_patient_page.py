# SPDX-License-Identifier: MIT
"""The chart: one patient at a time, and the lifeline on paper."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.clinics import CLOCK
from tracker.domain.errors import UserError
from tracker.domain.records import (
    RECORD_KINDS,
    GateAnswer,
    InterviewAnswer,
    Record,
    SecondCheck,
    Signature,
)
from tracker.services.reports import Imprint
from tracker.ui.dialogs.findings import FindingsDialog
from tracker.ui.dialogs.record_dialog import RecordDialog
from tracker.ui.forms.record_form import CHILDREN
from tracker.ui.pages.lifeline_tab import LifelineTab
from tracker.ui.pages.treatments_tab import TreatmentsTab
from tracker.ui.tables.record_table import RecordTable
from tracker.ui.tables.record_view import RecordView
from tracker.ui.widgets.banner import Banner
from tracker.ui.widgets.facts import FactsPanel
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

ON_A_SHEET: set[type[Record]] = {InterviewAnswer, GateAnswer, SecondCheck, Signature}
"""Recorded and read on the sheet of a dose day, or on the summary."""

IMPRINT = Imprint("Demonstration", "Demo", CLOCK.now(), "0.1.0", "00AB-CDEF")


def on_the_banner(page):
    parts = page.findChild(Banner).children()
    return " ".join(part.accessibleName() for part in parts if part.isWidgetType())


def test_the_banner_names_the_patient_on_every_tab(page, number):
    page.open(number("SYN-0482"))
    for key in range(Qt.Key.Key_1, Qt.Key.Key_9):
        QTest.keyClick(page.focusWidget(), Qt.Key(key), Qt.KeyboardModifier.AltModifier)
        assert page.findChild(Banner).isVisible()
        assert "SYN-0482" in on_the_banner(page)


def test_every_kind_of_a_chart_has_a_place_where_a_person_finds_it(page, number):
    page.open(number("SYN-0482"))
    tables = {table.model.kind for table in page.findChildren(RecordTable)}
    lists = {child for children in CHILDREN.values() for child in children}
    in_charts = {kind for kind in RECORD_KINDS if not kind.of_clinic}
    nowhere = in_charts - tables - lists - ON_A_SHEET
    assert nowhere == set(), "a tab in tracker/ui/pages, or CHILDREN in tracker/ui/forms"


def test_nothing_of_the_patient_before_is_left_on_the_page(page, number):
    page.open(number("SYN-0482"))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    page.open(number("SEED-001"))
    assert "SYN-0482" not in on_the_banner(page)
    assert "SEED-001" in on_the_banner(page)
    rows = [row for view in page.findChildren(RecordView) for row in view.model().rows]
    assert {row.stored.patient for row in rows} <= {number("SEED-001")}


def test_a_tab_that_fails_leaves_nothing_of_the_patient_before(page, number, monkeypatch):
    page.open(number("SYN-0482"))

    def fails(_chart):
        raise ZeroDivisionError

    monkeypatch.setattr(page._pages["visits"], "show_chart", fails)
    with pytest.raises(ZeroDivisionError):
        page.open(number("SEED-001"))
    for key in range(Qt.Key.Key_1, Qt.Key.Key_9):
        QTest.keyClick(page, Qt.Key(key), Qt.KeyboardModifier.AltModifier)
        assert not any(tab.isVisible() for tab in page._pages.values())
    assert not page.findChild(Banner).isVisible()


def test_a_mark_on_the_lifeline_opens_its_record(page, number):
    page.open(number("SYN-0482"))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Home)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    opened = page.findChild(RecordDialog)
    assert opened.isVisible()
    opened.reject()


def test_what_there_is_to_check_names_its_records_and_opens_them(page, number):
    page.open(number("SEED-001"))
    assert "13 to check" in on_the_banner(page)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    listed = page.findChild(FindingsDialog)
    words = [label.text() for label in listed.findChildren(PlainLabel)]
    assert "“mC2p”, as printed, is not a stage." in words
    first = next(press for press in listed.findChildren(Press) if press.words == "Diagnosis")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    opened = page.findChild(RecordDialog)
    assert opened.isVisible()
    opened.reject()
    listed.reject()


def test_a_chart_without_anything_to_check_says_nothing(page, number):
    page.open(number("SYN-0482"))
    assert "to check" not in on_the_banner(page)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert page.findChild(FindingsDialog) is None


def test_an_untouched_record_closes_without_a_question(page, number):
    page.open(number("SYN-0482"))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Home)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    opened = page.findChild(RecordDialog)
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not any(dialog.isVisible() for dialog in page.findChildren(QDialog))


@pytest.mark.parametrize(
    ("name", "begins"), [("a.pdf", b"%PDF-"), ("a.png", b"\x89PNG"), ("a.svg", b"<?xml")]
)
def test_the_lifeline_is_written_as_its_name_ends(page, number, tmp_path, name, begins):
    page.open(number("SEED-001"))
    page.findChild(LifelineTab).write(tmp_path / name, IMPRINT)
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_lifeline_that_cannot_be_written_says_so_and_leaves_nothing(page, number, tmp_path):
    page.open(number("SEED-001"))
    with pytest.raises(UserError, match="could not be written"):
        page.findChild(LifelineTab).write(tmp_path / "no such folder" / "a.pdf", IMPRINT)
    assert list(tmp_path.glob("no such*")) == []


def test_radiotherapy_is_read_with_its_biological_doses_and_expected_end(page, number, qtbot):
    page.open(number("SEED-001"))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)

    def told():
        panel = page.findChild(TreatmentsTab).findChild(FactsPanel)
        return "\n".join(label.text() for label in panel.findChildren(PlainLabel))

    # LQ model, 50.4 Gy in 28: BED10 = 50.4 x (1 + 1.8/10), EQD2 = BED / 1.2
    assert "α/β 10: EQD2 49.56, BED 59.47 Gy" in told()
    assert "end not recorded, and none can be expected" in told()
    # 28 fractions from 15 Apr 2019, Monday to Friday; three days of Labour Day fall into them.
    qtbot.waitUntil(lambda: "Mon 27 May 2019 with the days closed" in told())
    assert "end expected Wed 22 May 2019 without gaps" in told()


def test_one_chart_is_exported_alone_from_its_page(page, number, tmp_path):
    page.open(number("SYN-0482"))
    QTest.mouseClick(page.findChild(Press, "export_chart"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "one.json"))
    dialog.close()
    written = json.loads((tmp_path / "one.json").read_bytes())
    assert [each["patient"]["mrn"] for each in written["patients"]] == ["SYN-0482"]
