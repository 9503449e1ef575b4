# SPDX-License-Identifier: MIT
"""The lesion grid: earlier series can be looked at, scans of several days be read as one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.clinics import CTX
from tests.domain.test_response import lesion, scans
from tracker.domain.records import (
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    Patient,
    ResponseAssessment,
)
from tracker.domain.records.base import build
from tracker.domain.response import assess
from tracker.services import records
from tracker.services.records import Entry
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.pages.imaging_tab import ImagingTab
from tracker.ui.views.lesion_grid import _new_cell
from tracker.ui.widgets.chip import Chip


@pytest.fixture
def clinic(demonstration):
    return demonstration


def stored(store, patient, kind, **texts):
    return records.save(store, CTX, patient=patient, entry=Entry(record=build(kind, texts))).stored


@pytest.fixture
def patient(clinic):
    """Two series; in the second one chest and pelvis were seen on two days."""
    who = stored(clinic, None, Patient, mrn="SYN-9001").id
    chest = stored(clinic, who, Lesion, label="T1", organ="lung", role="target", node="no").id
    pelvis = stored(clinic, who, Lesion, label="T2", organ="cervix", role="target", node="no").id
    sizes = {
        "2023-01-09": {chest: "30"},
        "2023-03-06": {chest: "44"},
        "2024-01-04": {chest: "40", pelvis: "30"},
        "2024-03-04": {chest: "20"},
        "2024-03-06": {pelvis: "15"},
    }
    for day, found in sizes.items():
        marked = {"baseline": "yes"} if day in {"2023-01-09", "2024-01-04"} else {}
        study = stored(clinic, who, ImagingStudy, date=day, modality="CT", **marked).id
        for seen, size in found.items():
            texts = {"imaging_study": str(study), "lesion": str(seen), "diameter": size}
            stored(clinic, who, LesionMeasurement, **texts)
    return who


@pytest.fixture
def tab(qtbot, demo_desk, clinic, patient):
    made = ImagingTab(demo_desk)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_chart(clinic.chart(patient))
    demo_desk.bus.changed.connect(lambda _what: made.show_chart(clinic.chart(patient)))
    return made


def grid_of(tab):
    return tab.grid.accessibleDescription()


def said(tab):
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]


def press(tab, key):
    tab.grid.setFocus()
    QTest.keyClick(tab.grid, key)


def answer(reason):
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.set_text(reason)
    dialog._give()


def test_an_earlier_series_is_looked_at_by_its_baseline(tab):
    chips = [chip.words for chip in tab._chooser.findChildren(Chip)]
    assert chips == ["from 9 Jan 2023", "from 4 Jan 2024"]
    assert "6 Mar 2024" in grid_of(tab)
    press(tab, Qt.Key.Key_BracketLeft)
    assert "6 Mar 2023" in grid_of(tab)
    assert "RECIST 1.1 PD" in grid_of(tab)
    press(tab, Qt.Key.Key_BracketRight)
    assert "6 Mar 2024" in grid_of(tab)


def test_a_new_scan_belongs_to_the_newest_series(tab):
    press(tab, Qt.Key.Key_BracketLeft)
    QTest.keyClick(tab.grid, Qt.Key.Key_N)
    assert set(tab._entering.boxes) == {lesion.id for lesion in tab._series.lesions}
    assert len(tab._entering.boxes) == 2


def test_a_change_that_was_begun_in_an_earlier_series_comes_back_there(tab, clinic, number):
    press(tab, Qt.Key.Key_BracketLeft)
    press(tab, Qt.Key.Key_E)
    (box,) = tab._entering.boxes.values()
    box.setText("41")
    own = tab._chart
    tab.show_chart(clinic.chart(number("SEED-001")))
    tab.show_chart(own)
    assert tab._changing.when.text == "2023-03-06"
    assert [each.text() for each in tab._entering.boxes.values()] == ["41"]


def test_scans_of_two_days_are_joined_with_a_reason_and_the_date_is_explained(tab):
    assert "Sum ≥ 15" in grid_of(tab)
    press(tab, Qt.Key.Key_J)
    answer("chest and pelvis of one staging")
    assert "Sum 35" in grid_of(tab)
    assert "RECIST 1.1 PR" in grid_of(tab)
    words = said(tab)
    assert words[words.index("Read together") + 1] == "dated 4 Mar 2024, by the first scan"
    assert {"CT 4 Mar 2024", "CT 6 Mar 2024"} <= set(words)
    press(tab, Qt.Key.Key_J)
    answer("two stagings after all")
    assert "Sum ≥" in grid_of(tab)


def test_size_and_marker_together_stand_in_a_row_of_their_own(tab, clinic, patient, demo_desk):
    assert "With CA-125" not in grid_of(tab)
    study = tab._series.columns[1].studies[0].id
    stored(clinic, patient, ResponseAssessment, date="2024-03-05", criteria="GCIG CA125",
           imaging_study=str(study), decided="progression")  # fmt: skip
    tab.show_chart(clinic.chart(patient))
    press(tab, Qt.Key.Key_Left)
    assert "With CA-125 PD" in grid_of(tab)


def test_a_new_lesion_that_a_scan_does_not_mention_is_asked_about():
    lesions = [lesion("T1"), lesion("W", "new")]
    points = scans({"T1": 20}, {"T1": 20, "W": 8}, {"T1": 20})
    cells = [_new_cell(each, place) for place, each in enumerate(assess(lesions, points))]
    assert [(cell.text, cell.aside) for cell in cells[1:]] == [("W", ""), ("W", "?")]
