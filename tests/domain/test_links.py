# SPDX-License-Identifier: MIT
"""What a record may refer to, and what may lie ahead or come after a death."""

from tests.domain.builders import ChartOf, day
from tracker.domain.checks import problems_in_chart
from tracker.domain.records import (
    Decision,
    Document,
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    Patient,
    ResponseAssessment,
    UserReminder,
)
from tracker.domain.records.base import build

TODAY = day("2024-11-26")
FILE = {"media_type": "application/pdf", "size": "9", "sha256": "0" * 64, "file": "0" * 32}


def problems(chart, kind, **texts):
    return [p.field for p in problems_in_chart(build(kind, texts), chart.chart(), TODAY)]


def measured(chart, study, lesion):
    return problems(
        chart, LesionMeasurement, imaging_study=str(study), lesion=str(lesion), diameter="12"
    )


def test_a_measurement_names_a_lesion_of_the_same_chart():
    chart, other = ChartOf(), ChartOf()
    study = chart.add(ImagingStudy, date="2019-04-04", modality="CT")
    lesion = chart.add(Lesion, label="T1", organ="lung")
    for _ in range(3):
        elsewhere = other.add(Lesion, label="T1", organ="lung")
    assert measured(chart, study, lesion) == []
    assert measured(chart, study, elsewhere) == ["lesion"]
    assert measured(chart, study, study) == ["lesion"]


def test_a_lesion_that_was_entered_in_error_takes_no_measurement():
    chart = ChartOf()
    study = chart.add(ImagingStudy, date="2019-04-04", modality="CT")
    lesion = chart.add(Lesion, label="T1", organ="lung", voided=True)
    assert measured(chart, study, lesion) == ["lesion"]


def test_an_assessment_may_name_its_study_or_none():
    chart = ChartOf()
    study = chart.add(ImagingStudy, date="2019-04-04", modality="CT")
    assessed = {"date": "2019-04-04", "criteria": "RECIST 1.1"}
    assert problems(chart, ResponseAssessment, **assessed) == []
    assert problems(chart, ResponseAssessment, **assessed, imaging_study=str(study)) == []
    wrong = problems(chart, ResponseAssessment, **assessed, imaging_study=str(chart.patient.id))
    assert wrong == ["imaging_study"]


def test_a_reminder_lies_ahead_and_a_decision_does_not():
    chart = ChartOf()
    assert problems(chart, UserReminder, what="call", due="2024-12-17") == []
    assert problems(chart, Decision, what="surgery", answer="declined", date="2025") == ["date"]


def test_a_letter_may_come_after_the_death_and_a_reminder_is_no_sign_of_life():
    dead = {"vital_status": "dead", "death": "2024-11-01"}
    chart = ChartOf(**dead)
    assert problems(chart, Document, name="letter", date="2024-11-20", **FILE) == []
    answered = problems(chart, Decision, what="surgery", answer="declined", date="2024-11-20")
    assert answered == ["date"]
    alive = ChartOf()
    alive.add(UserReminder, what="call", due="2024-12-17")
    alive.add(Document, name="letter", date="2024-11-20", **FILE)
    assert problems(alive, Patient, mrn="TEST-1", **dead) == []
