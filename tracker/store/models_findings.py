# SPDX-License-Identifier: MIT
"""What was seen, measured, asked or stated, and the ranges that judge results."""

from peewee import IntegerField, TextField

from tracker.store.models_base import ClinicRow, PatientRow


class Visit(PatientRow):
    """Visit."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    contact = TextField()
    ecog = IntegerField(null=True)
    weight = TextField(null=True)
    height = TextField(null=True)
    temperature = TextField(null=True)
    systolic = IntegerField(null=True)
    diastolic = IntegerField(null=True)
    pulse = IntegerField(null=True)
    spo2 = IntegerField(null=True)
    complaint = TextField(null=True)
    irae_asked = TextField(null=True)
    steroid = TextField(null=True)
    new_medicines = TextField(null=True)


class AdverseEvent(PatientRow):
    """Adverse event."""

    term = TextField()
    ctcae_version = TextField(null=True)
    grade = IntegerField(null=True)
    described_as = TextField(null=True)
    onset_text = TextField()
    onset_earliest = IntegerField(null=True)
    onset_latest = IntegerField(null=True)
    end_text = TextField(null=True)
    end_earliest = IntegerField(null=True)
    end_latest = IntegerField(null=True)
    outcome = TextField(null=True)
    irae = TextField(null=True)
    attribution = TextField(null=True)
    action = TextField(null=True)
    treatment = TextField(null=True)
    serious = TextField(null=True)
    organ = TextField(null=True)
    rechallenge = TextField(null=True)
    rechallenge_date_text = TextField(null=True)
    rechallenge_date_earliest = IntegerField(null=True)
    rechallenge_date_latest = IntegerField(null=True)


class ImagingStudy(PatientRow):
    """Imaging study."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    modality = TextField()
    region = TextField(null=True)
    findings = TextField(null=True)
    conclusion = TextField(null=True)
    lesions = TextField(null=True)
    baseline = TextField(null=True)
    read_with_text = TextField(null=True)
    read_with_earliest = IntegerField(null=True)
    read_with_latest = IntegerField(null=True)


class MarkerResult(PatientRow):
    """Marker result."""

    analyte = TextField()
    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    value = TextField()
    unit = TextField()
    laboratory = TextField(null=True)
    method = TextField(null=True)
    range_reported = TextField(null=True)
    flag = TextField(null=True)
    range_used = TextField(null=True)


class ReferenceRange(ClinicRow):
    """Reference range."""

    analyte = TextField()
    laboratory = TextField(null=True)
    method = TextField(null=True)
    sex = TextField(null=True)
    limits = TextField()
    unit = TextField()
    effective_from_text = TextField(null=True)
    effective_from_earliest = IntegerField(null=True)
    effective_from_latest = IntegerField(null=True)
    effective_to_text = TextField(null=True)
    effective_to_earliest = IntegerField(null=True)
    effective_to_latest = IntegerField(null=True)


class Statement(PatientRow):
    """Statement."""

    about = TextField()
    finding = TextField()
    detail = TextField(null=True)
    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    stated_by = TextField()


class TermSynonym(ClinicRow):
    """Word for an adverse event."""

    synonym = TextField()
    term = TextField()


class Signature(PatientRow):
    """Signature."""

    signed_visit = TextField(null=True)
    meaning = TextField()
    signed_by = TextField()
    role = TextField()
    signed_at = TextField()
    sha256 = TextField()
