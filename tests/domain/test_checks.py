# SPDX-License-Identifier: MIT
"""What a chart says about a record that enters it."""

import pytest

from tests.domain.builders import ChartOf, CourseOf, day
from tracker.domain.checks import problems_in_chart
from tracker.domain.records import (
    AdverseEvent,
    Course,
    DoseEvent,
    ImagingStudy,
    MarkerResult,
    Patient,
    PlanSegment,
    Procedure,
    ReferenceRange,
    Stage,
    Visit,
)
from tracker.domain.records.base import build

TODAY = day("2024-11-26")


def complaints(chart: ChartOf, kind, own_id=None, **texts: str) -> list[str | None]:
    """The fields of a new record that its chart speaks against."""
    record = build(kind, texts)
    return [p.field for p in problems_in_chart(record, chart.chart(), TODAY, own_id)]


def dated(kind, on: str):
    """The least record of a kind with its date."""
    least = {
        Visit: {"contact": "visit"},
        Procedure: {"type": "surgery", "name": "hysterectomy"},
        AdverseEvent: {"term": "Anaemia"},
        ImagingStudy: {"modality": "CT"},
        MarkerResult: {"analyte": "SCC", "value": "2.2", "unit": "ng/mL"},
    }
    return {kind.when: on} | least[kind]


KINDS = (Visit, Procedure, AdverseEvent, ImagingStudy, MarkerResult)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
@pytest.mark.parametrize(
    ("on", "refused"),
    [
        ("1978-05-03", True),
        ("1978-04", True),
        ("1977", True),
        ("1978-05", False),
        ("1978", False),
        ("2020-02-10", False),
        ("2020-02-11", True),
        ("2020-03", True),
        ("2020-02", False),
        ("2020", False),
        ("unknown", False),
        ("2020-02-11/..", True),
    ],
)
def test_nothing_happens_to_a_patient_before_birth_or_after_death(kind, on, refused):
    chart = ChartOf(birth="1978-05-04", death="2020-02-10", vital_status="dead")
    assert complaints(chart, kind, **dated(kind, on)) == ([kind.when] if refused else [])


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        ("2024-11-26", False),
        ("2024-11-27", True),
        ("2024-11", False),
        ("2024-12", True),
        ("2025", True),
        ("2024", False),
        ("2024-11/..", False),
        ("unknown", False),
    ],
)
def test_what_happened_does_not_lie_in_the_future(on, refused):
    assert complaints(ChartOf(), Visit, **dated(Visit, on)) == (["date"] if refused else [])


def test_a_record_without_its_date_is_no_contradiction():
    chart = ChartOf(birth="1978")
    diagnosis = "00000000-0000-7000-8000-000000000001"
    assert complaints(chart, Stage, diagnosis=diagnosis, system="FIGO 2018", stage="IIIC2") == []


def test_a_plan_and_an_appointment_may_lie_ahead():
    course = CourseOf("2024-01-08")
    parent = {"course": str(course.course)}
    assert complaints(course, PlanSegment, **parent, start="2025-01-06", interval_days="42") == []
    event = parent | {"action": "appointed", "date": "2024-12-01", "until": "2024-12-02"}
    assert complaints(course, DoseEvent, **event) == []
    assert complaints(course, DoseEvent, **(event | {"action": "given", "until": ""})) == ["date"]


# The patient's own dates


@pytest.mark.parametrize("field", ["birth", "last_contact", "death"])
def test_a_patients_own_dates_do_not_lie_in_the_future(field):
    texts = {"mrn": "TEST-1", field: "2024-11-27"}
    if field == "death":
        texts["vital_status"] = "dead"
    assert complaints(ChartOf(), Patient, **texts) == [field]


def test_a_corrected_birth_may_not_lie_after_what_is_recorded():
    chart = ChartOf(birth="1978")
    chart.add(Visit, date="2018-11-26", contact="admission")
    assert complaints(chart, Patient, mrn="TEST-1", birth="2018-11-27") == ["birth"]
    assert complaints(chart, Patient, mrn="TEST-1", birth="2018-11-26") == []
    assert complaints(chart, Patient, mrn="TEST-1", birth="2018-11") == []


def test_a_death_may_not_lie_before_what_is_recorded_but_before_what_was_planned():
    course = CourseOf("2024-01-08")
    course.plan(start="2024-06-03", interval_days="42")
    course.given("2024-01-08", "2024-01-29")
    dead = {"mrn": "TEST-1", "vital_status": "dead"}
    assert complaints(course, Patient, **dead, death="2024-01-28") == ["death"]
    assert complaints(course, Patient, **dead, death="2024-01-29") == []


def test_a_record_entered_in_error_contradicts_nothing():
    chart = ChartOf()
    chart.add(Visit, voided=True, date="2018-11-26", contact="admission")
    assert complaints(chart, Patient, mrn="TEST-1", birth="2020") == []


# Doses


def dose(course: CourseOf, on: str, action: str = "given", own_id=None, **texts: str):
    texts |= {"course": str(course.course), "action": action, "date": on}
    return complaints(course, DoseEvent, own_id, **texts)


@pytest.mark.parametrize("drug", ["", "toripalimab", "Toripalimab"])
@pytest.mark.parametrize("earlier", ["", "toripalimab"])
def test_a_second_dose_on_the_same_day_is_blocked_however_its_drug_is_named(drug, earlier):
    course = CourseOf("2024-01-08")
    course.given("8 Jan 2024", drug=earlier)
    assert dose(course, "2024-01-08", drug=drug) == ["date"]
    assert dose(course, "2024-01-08", "reduced", drug=drug, reason="toxicity") == ["date"]


def test_a_dose_on_another_day_or_one_that_was_not_given_is_not_blocked():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    assert dose(course, "2024-01-29") == []
    assert dose(course, "2024-01") == []
    assert dose(course, "2024-01-08", "held", reason="labs") == []


def test_a_dose_entered_in_error_or_amended_does_not_block_itself():
    course = CourseOf("2024-01-08")
    own = course.event("given", "2024-01-08")
    assert dose(course, "2024-01-08", own_id=own, lot="A1") == []
    course = CourseOf("2024-01-08")
    course.event("given", "2024-01-08", voided=True)
    assert dose(course, "2024-01-08") == []


def test_the_other_drug_of_a_regimen_may_be_given_on_the_same_day():
    course = CourseOf("2024-01-01", drugs=({"drug": "paclitaxel"}, {"drug": "carboplatin"}))
    course.given("2024-01-01", drug="paclitaxel")
    assert dose(course, "2024-01-01", drug="carboplatin") == []
    assert dose(course, "2024-01-01", drug="Paclitaxel") == ["date"]
    assert dose(course, "2024-01-01") == ["date"]  # empty is the whole regimen


def test_a_dose_names_a_drug_of_its_course():
    course = CourseOf("2024-01-08")
    assert dose(course, "2024-01-08", drug="tislelizumab") == ["drug"]
    assert dose(CourseOf("2024-01-08", drugs=()), "2024-01-08", drug="tislelizumab") == []


def test_a_course_has_not_stopped_on_a_day_to_come():
    texts = {"regimen": "toripalimab", "therapy": "immunotherapy", "start": "2024-01"}
    assert complaints(ChartOf(), Course, stop="2024-11-26", **texts) == []
    assert complaints(ChartOf(), Course, stop="2024-11", **texts) == []
    assert complaints(ChartOf(), Course, stop="2024-11-27", **texts) == ["stop"]


def test_a_record_of_the_clinic_belongs_to_no_chart_and_may_begin_ahead():
    texts = {"analyte": "SCC", "limits": "<1.5", "unit": "ng/mL", "effective_from": "2025-01-01"}
    assert build(ReferenceRange, texts).of_clinic
