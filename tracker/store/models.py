# SPDX-License-Identifier: MIT
"""The Peewee model of each record kind, by the kind's code."""

from tracker.store import models_findings as findings
from tracker.store import models_patient as patient
from tracker.store import models_treatment as treatment
from tracker.store.models_base import RecordRow

MODELS: dict[str, type[RecordRow]] = {
    "patient": patient.Patient,
    "diagnosis": patient.Diagnosis,
    "stage": patient.Stage,
    "visit": findings.Visit,
    "procedure": patient.Procedure,
    "node_station": patient.NodeStation,
    "radiotherapy_phase": treatment.RadiotherapyPhase,
    "course": treatment.Course,
    "course_drug": treatment.CourseDrug,
    "plan_segment": treatment.PlanSegment,
    "dose_event": treatment.DoseEvent,
    "adverse_event": findings.AdverseEvent,
    "imaging_study": findings.ImagingStudy,
    "marker_result": findings.MarkerResult,
    "reference_range": findings.ReferenceRange,
    "statement": findings.Statement,
}
