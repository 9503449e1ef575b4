# SPDX-License-Identifier: MIT
"""The Peewee model of each record kind, by the kind's code."""

from tracker.store import models_account as account
from tracker.store import models_dose_day as dose_day
from tracker.store import models_findings as findings
from tracker.store import models_follow_up as follow_up
from tracker.store import models_patient as patient
from tracker.store import models_treatment as treatment
from tracker.store import models_whole_chart as whole
from tracker.store.models_base import RecordRow

MODELS: dict[str, type[RecordRow]] = {
    "patient": patient.Patient,
    "diagnosis": patient.Diagnosis,
    "stage": patient.Stage,
    "biomarker": whole.Biomarker,
    "visit": findings.Visit,
    "procedure": patient.Procedure,
    "node_station": patient.NodeStation,
    "radiotherapy_phase": treatment.RadiotherapyPhase,
    "course": treatment.Course,
    "course_drug": treatment.CourseDrug,
    "plan_segment": treatment.PlanSegment,
    "dose_event": treatment.DoseEvent,
    "dose_summary": whole.DoseSummary,
    "baseline_check": dose_day.BaselineCheck,
    "measured_gfr": dose_day.MeasuredGfr,
    "planned_item": follow_up.PlannedItem,
    "adverse_event": findings.AdverseEvent,
    "adverse_event_grade": whole.AdverseEventGrade,
    "attribution": whole.Attribution,
    "steroid_course": whole.SteroidCourse,
    "lesion": whole.Lesion,
    "imaging_study": findings.ImagingStudy,
    "lesion_measurement": whole.LesionMeasurement,
    "response_assessment": whole.ResponseAssessment,
    "marker_result": findings.MarkerResult,
    "reference_range": findings.ReferenceRange,
    "disease_status": whole.DiseaseStatus,
    "decision": whole.Decision,
    "statement": findings.Statement,
    "follow_up": whole.FollowUp,
    "contact_attempt": follow_up.ContactAttempt,
    "user_reminder": whole.UserReminder,
    "due_answer": follow_up.DueAnswer,
    "document": whole.Document,
    "interview_answer": dose_day.InterviewAnswer,
    "gate_answer": dose_day.GateAnswer,
    "second_check": dose_day.SecondCheck,
    "rule_acceptance": dose_day.RuleAcceptance,
    "clinic_days": follow_up.ClinicDays,
    "closed_days": follow_up.ClosedDays,
    "account": account.Account,
    "lock_policy": account.LockPolicy,
    "required_test": dose_day.RequiredTest,
    "clinic_agent": dose_day.ClinicAgent,
    "term_synonym": findings.TermSynonym,
    "signature": findings.Signature,
}
