# SPDX-License-Identifier: MIT
"""Every kind of record the program knows, in the order of a chart.

A new kind is one module here, one word in ``RECORD_KINDS``, one Peewee class, one migration;
``CONTRIBUTING.md`` has the list and the conformance tests name what is missing.
"""

from tracker.domain.records.account import Account, LockPolicy
from tracker.domain.records.adverse_event import AdverseEvent, AdverseEventGrade, Attribution
from tracker.domain.records.base import Record
from tracker.domain.records.before_treatment import BaselineCheck, MeasuredGfr
from tracker.domain.records.biomarker import Biomarker
from tracker.domain.records.clinic_days import ClinicDays, ClosedDays
from tracker.domain.records.clinic_lists import ClinicAgent, RequiredTest
from tracker.domain.records.contact_attempt import ContactAttempt
from tracker.domain.records.course import Course, CourseDrug, DoseEvent, DoseSummary, PlanSegment
from tracker.domain.records.decision import Decision
from tracker.domain.records.diagnosis import Diagnosis, Stage
from tracker.domain.records.disease_status import DiseaseStatus
from tracker.domain.records.document import Document
from tracker.domain.records.dose_day import GateAnswer, InterviewAnswer, RuleAcceptance
from tracker.domain.records.due_answer import DueAnswer
from tracker.domain.records.follow_up import FollowUp
from tracker.domain.records.imaging import ImagingStudy
from tracker.domain.records.lesion import Lesion, LesionMeasurement
from tracker.domain.records.marker import MarkerResult, ReferenceRange
from tracker.domain.records.patient import Patient
from tracker.domain.records.planned_item import PlannedItem
from tracker.domain.records.procedure import NodeStation, Procedure
from tracker.domain.records.radiotherapy import RadiotherapyPhase
from tracker.domain.records.response_assessment import ResponseAssessment
from tracker.domain.records.second_check import SecondCheck
from tracker.domain.records.signature import Signature
from tracker.domain.records.statement import Statement
from tracker.domain.records.steroid_course import SteroidCourse
from tracker.domain.records.term_synonym import TermSynonym
from tracker.domain.records.user_reminder import UserReminder
from tracker.domain.records.visit import Visit

__all__ = [
    "EXCHANGED",
    "KINDS",
    "RECORD_KINDS",
    "Account",
    "AdverseEvent",
    "AdverseEventGrade",
    "Attribution",
    "BaselineCheck",
    "Biomarker",
    "ClinicAgent",
    "ClinicDays",
    "ClosedDays",
    "ContactAttempt",
    "Course",
    "CourseDrug",
    "Decision",
    "Diagnosis",
    "DiseaseStatus",
    "Document",
    "DoseEvent",
    "DoseSummary",
    "DueAnswer",
    "FollowUp",
    "GateAnswer",
    "ImagingStudy",
    "InterviewAnswer",
    "Lesion",
    "LesionMeasurement",
    "LockPolicy",
    "MarkerResult",
    "MeasuredGfr",
    "NodeStation",
    "Patient",
    "PlanSegment",
    "PlannedItem",
    "Procedure",
    "RadiotherapyPhase",
    "Record",
    "ReferenceRange",
    "RequiredTest",
    "ResponseAssessment",
    "RuleAcceptance",
    "SecondCheck",
    "Signature",
    "Stage",
    "Statement",
    "SteroidCourse",
    "TermSynonym",
    "UserReminder",
    "Visit",
]

RECORD_KINDS: tuple[type[Record], ...] = (
    Patient,
    Diagnosis,
    Stage,
    Biomarker,
    Visit,
    Procedure,
    NodeStation,
    RadiotherapyPhase,
    Course,
    CourseDrug,
    PlanSegment,
    DoseEvent,
    DoseSummary,
    BaselineCheck,
    MeasuredGfr,
    PlannedItem,
    AdverseEvent,
    AdverseEventGrade,
    Attribution,
    SteroidCourse,
    Lesion,
    ImagingStudy,
    LesionMeasurement,
    ResponseAssessment,
    MarkerResult,
    ReferenceRange,
    DiseaseStatus,
    Decision,
    Statement,
    FollowUp,
    ContactAttempt,
    UserReminder,
    DueAnswer,
    Document,
    InterviewAnswer,
    GateAnswer,
    SecondCheck,
    RuleAcceptance,
    ClinicDays,
    ClosedDays,
    Account,
    LockPolicy,
    RequiredTest,
    ClinicAgent,
    TermSynonym,
    Signature,
)

KINDS: dict[str, type[Record]] = {kind.kind: kind for kind in RECORD_KINDS}

EXCHANGED: tuple[type[Record], ...] = tuple(
    kind for kind in RECORD_KINDS if kind is not Patient and not kind.is_managed
)
"""Kinds that stand in a file as records of their own."""
