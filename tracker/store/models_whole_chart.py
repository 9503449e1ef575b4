# SPDX-License-Identifier: MIT
"""The rest of a chart: biomarkers, lesions, responses, decisions, documents, reminders."""

from peewee import BinaryUUIDField, IntegerField, TextField

from tracker.store.models_base import PatientRow


class Biomarker(PatientRow):
    """Biomarker."""

    test = TextField()
    value = TextField()
    unit = TextField(null=True)
    assay = TextField(null=True)
    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    specimen = TextField(null=True)


class DoseSummary(PatientRow):
    """Doses in sum."""

    course = BinaryUUIDField()
    what = TextField()
    number = TextField()
    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    stated_by = TextField(null=True)


class AdverseEventGrade(PatientRow):
    """Grade over time."""

    adverse_event = BinaryUUIDField()
    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    grade = IntegerField(null=True)
    described_as = TextField(null=True)


class Attribution(PatientRow):
    """Attribution."""

    adverse_event = BinaryUUIDField()
    course = BinaryUUIDField(null=True)
    radiotherapy_phase = BinaryUUIDField(null=True)
    treatment = TextField(null=True)
    certainty = TextField()


class SteroidCourse(PatientRow):
    """Steroid or other immunosuppressant."""

    adverse_event = BinaryUUIDField()
    drug = TextField()
    dose_text = TextField(null=True)
    dose_ug = IntegerField(null=True)
    start_text = TextField(null=True)
    start_earliest = IntegerField(null=True)
    start_latest = IntegerField(null=True)
    taper_end_text = TextField(null=True)
    taper_end_earliest = IntegerField(null=True)
    taper_end_latest = IntegerField(null=True)


class Lesion(PatientRow):
    """Lesion."""

    label = TextField()
    organ = TextField()
    site = TextField(null=True)
    side = TextField(null=True)
    node = TextField(null=True)
    role = TextField(null=True)
    first_seen_text = TextField(null=True)
    first_seen_earliest = IntegerField(null=True)
    first_seen_latest = IntegerField(null=True)


class LesionMeasurement(PatientRow):
    """Measured lesion."""

    imaging_study = BinaryUUIDField()
    lesion = BinaryUUIDField()
    diameter = TextField(null=True)
    short_axis = TextField(null=True)
    finding = TextField(null=True)
    as_printed = TextField(null=True)


class ResponseAssessment(PatientRow):
    """Response assessment."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    criteria = TextField()
    imaging_study = BinaryUUIDField(null=True)
    computed = TextField(null=True)
    decided = TextField(null=True)
    decided_by = TextField(null=True)
    why = TextField(null=True)


class DiseaseStatus(PatientRow):
    """Disease status."""

    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    disease = TextField()
    basis = TextField(null=True)
    primary_tumour = TextField(null=True)
    treatable = TextField(null=True)


class Decision(PatientRow):
    """Decision."""

    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    what = TextField()
    answer = TextField()
    proposed_by = TextField(null=True)
    decided_by = TextField(null=True)
    why = TextField(null=True)


class FollowUp(PatientRow):
    """Follow-up."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    state = TextField()
    reason = TextField(null=True)


class UserReminder(PatientRow):
    """Reminder."""

    what = TextField()
    due_text = TextField()
    due_earliest = IntegerField(null=True)
    due_latest = IntegerField(null=True)
    every = IntegerField(null=True)
    times = IntegerField(null=True)
    closed_text = TextField(null=True)
    closed_earliest = IntegerField(null=True)
    closed_latest = IntegerField(null=True)
    closed_because = TextField(null=True)


class Document(PatientRow):
    """Document."""

    name = TextField()
    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    media_type = TextField()
    size = IntegerField()
    sha256 = TextField()
    file = TextField()
