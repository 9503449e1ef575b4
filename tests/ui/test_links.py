# SPDX-License-Identifier: MIT
"""A record that refers to another one of the chart: it is picked from a list, by its words."""

import pytest
from PySide6.QtTest import QTest

from tests.domain.builders import ChartOf
from tracker.domain.errors import Refused
from tracker.domain.records import (
    AdverseEvent,
    Course,
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    RadiotherapyPhase,
    ResponseAssessment,
)
from tracker.domain.records.adverse_event import Causality
from tracker.ui.dialogs.record_flow import children_of, offers
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.forms.record_form import RecordForm
from tracker.ui.theme import Look


@pytest.fixture
def chart():
    """Two lesions on one MRI; the node was measured. A third lesion was entered in error."""
    made = ChartOf()
    study = made.add(ImagingStudy, date="2018-11", modality="MRI", region="pelvis")
    made.add(Lesion, label="T1", organ="cervix")
    node = made.add(Lesion, label="N1", organ="lymph node", side="right")
    made.add(Lesion, label="T2", organ="lung", voided=True)
    for start in ("2018-12", "2019-04-08"):
        made.add(Course, regimen="TP", therapy="chemotherapy", start=start)
    made.add(RadiotherapyPhase, site="neck", total_gy="50.4", fractions="28", start="2019-04-15")
    made.add(LesionMeasurement, imaging_study=str(study), lesion=str(node), short_axis="27")
    return made.chart()


@pytest.fixture
def form_of(qtbot, chart):
    def made(kind):
        form = RecordForm(Look(), kind, offers=offers(chart))
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    return made


def choices(box):
    return [box.itemText(place) for place in range(1, box.count())]


def lesion(chart, label):
    return next(s for s in chart.of(Lesion) if s.record.label == label).id


def test_a_size_is_typed_in_the_study_beside_the_lesion_it_is_of(form_of, chart):
    form = form_of(ImagingStudy)
    form.editors["date"].set_text("2019-06")
    form.editors["modality"].set_text("CT")
    boxes = {box.objectName(): box for box in form.grids[0].boxes()}
    assert choices(boxes["lesion"]) == ["T1 cervix", "N1 lymph node"]
    boxes["lesion"].setFocus()
    QTest.keyClicks(boxes["lesion"], "n")
    QTest.keyClicks(boxes["short_axis"], "12")
    (child,) = form.entry().children
    assert child.record.lesion == lesion(chart, "N1")
    assert str(child.record.short_axis) == "12"


def test_a_size_without_its_lesion_is_refused_at_the_row(form_of):
    form = form_of(ImagingStudy)
    form.editors["date"].set_text("2019-06")
    form.editors["modality"].set_text("CT")
    boxes = {box.objectName(): box for box in form.grids[0].boxes()}
    boxes["diameter"].set_text("12")
    with pytest.raises(Refused, match="Lesion is needed"):
        form.entry()


def test_the_sheet_of_a_study_shows_what_was_measured(form_of, chart):
    (study,) = chart.of(ImagingStudy)
    form = form_of(ImagingStudy)
    form.set_record(study, children_of(chart, study))
    boxes = {box.objectName(): box for box in form.grids[0].boxes()}
    assert boxes["lesion"].currentText() == "N1 lymph node"
    assert not form.is_touched


def test_an_assessment_picks_its_study_by_date(form_of, chart):
    form = form_of(ResponseAssessment)
    box = form.editors["imaging_study"].box
    assert isinstance(box, ChoiceBox)
    assert choices(box) == ["2018-11 MRI"]
    assert "computed" not in form.editors


def test_a_cause_is_picked_among_the_courses_and_the_radiotherapy_of_the_patient(form_of, chart):
    boxes = {box.objectName(): box for box in form_of(AdverseEvent).grids[1].boxes()}
    assert choices(boxes["course"]) == ["TP chemotherapy 2018-12", "TP chemotherapy 2019-04-08"]
    assert choices(boxes["radiotherapy_phase"]) == ["neck 50.4 2019-04-15"]


def test_what_was_picked_is_stored_with_the_event(form_of, chart):
    form = form_of(AdverseEvent)
    form.editors["term"].set_text("Vomiting")
    form.editors["onset"].set_text("2019-04")
    boxes = {box.objectName(): box for box in form.grids[1].boxes()}
    for letter in "tt":
        QTest.keyClicks(boxes["course"], letter)
    boxes["certainty"].set_text("probable")
    (child,) = form.entry().children
    assert child.record.course == chart.of(Course)[1].id
    assert child.record.certainty is Causality.PROBABLE


def test_an_adverse_event_has_its_grades_and_its_causes(form_of):
    grades, causes, steroids = form_of(AdverseEvent).grids
    assert [box.objectName() for box in grades.boxes()] == ["date", "grade", "described_as"]
    assert [box.objectName() for box in causes.boxes()] == [
        "course",
        "radiotherapy_phase",
        "treatment",
        "certainty",
    ]
    assert [box.objectName() for box in steroids.boxes()] == ["drug", "dose", "start", "taper_end"]
