# SPDX-License-Identifier: MIT
"""Every kind of record the program knows, in the order of a chart.

A new kind is one module here, one word in ``RECORD_KINDS``, one Peewee class, one migration;
``CONTRIBUTING.md`` has the list and the conformance tests name what is missing.
"""

from tracker.domain.records.adverse_event import AdverseEvent
from tracker.domain.records.base import Record
from tracker.domain.records.course import Course, CourseDrug, DoseEvent, PlanSegment
from tracker.domain.records.diagnosis import Diagnosis, Stage
from tracker.domain.records.imaging import ImagingStudy
from tracker.domain.records.marker import MarkerResult, ReferenceRange
from tracker.domain.records.patient import Patient
from tracker.domain.records.procedure import NodeStation, Procedure
from tracker.domain.records.radiotherapy import RadiotherapyPhase
from tracker.domain.records.statement import Statement
from tracker.domain.records.visit import Visit

__all__ = [
    "KINDS",
    "RECORD_KINDS",
    "AdverseEvent",
    "Course",
    "CourseDrug",
    "Diagnosis",
    "DoseEvent",
    "ImagingStudy",
    "MarkerResult",
    "NodeStation",
    "Patient",
    "PlanSegment",
    "Procedure",
    "RadiotherapyPhase",
    "Record",
    "ReferenceRange",
    "Stage",
    "Statement",
    "Visit",
]

RECORD_KINDS: tuple[type[Record], ...] = (
    Patient,
    Diagnosis,
    Stage,
    Visit,
    Procedure,
    NodeStation,
    RadiotherapyPhase,
    Course,
    CourseDrug,
    PlanSegment,
    DoseEvent,
    AdverseEvent,
    ImagingStudy,
    MarkerResult,
    ReferenceRange,
    Statement,
)

KINDS: dict[str, type[Record]] = {kind.kind: kind for kind in RECORD_KINDS}
