# SPDX-License-Identifier: MIT
"""What the patient is treated with."""

from peewee import BinaryUUIDField, IntegerField, TextField

from tracker.store.models_base import PatientRow


class RadiotherapyPhase(PatientRow):
    """Radiotherapy phase."""

    site = TextField()
    technique = TextField(null=True)
    total_gy = TextField()
    fractions = IntegerField()
    per_week = IntegerField(null=True)
    boost = TextField(null=True)
    boost_of = TextField(null=True)
    start_text = TextField(null=True)
    start_earliest = IntegerField(null=True)
    start_latest = IntegerField(null=True)
    end_text = TextField(null=True)
    end_earliest = IntegerField(null=True)
    end_latest = IntegerField(null=True)
    inferred = TextField(null=True)
    alpha_beta = TextField(null=True)
    dose_point = TextField(null=True)


class Course(PatientRow):
    """Systemic course."""

    regimen = TextField()
    therapy = TextField()
    line = IntegerField(null=True)
    intent = TextField(null=True)
    start_text = TextField()
    start_earliest = IntegerField(null=True)
    start_latest = IntegerField(null=True)
    stop_text = TextField(null=True)
    stop_earliest = IntegerField(null=True)
    stop_latest = IntegerField(null=True)
    stop_reason = TextField(null=True)
    cycles_reported = IntegerField(null=True)
    ledger_complete = TextField(null=True)
    planned_cycles = IntegerField(null=True)
    planned_months = IntegerField(null=True)
    liver = TextField(null=True)


class CourseDrug(PatientRow):
    """Drug of a regimen."""

    course = BinaryUUIDField()
    drug = TextField()
    dose_text = TextField(null=True)
    dose_ug = IntegerField(null=True)
    route = TextField(null=True)
    days = TextField(null=True)
    bsa = TextField(null=True)


class PlanSegment(PatientRow):
    """Plan segment."""

    course = BinaryUUIDField()
    start_text = TextField(null=True)
    start_earliest = IntegerField(null=True)
    start_latest = IntegerField(null=True)
    from_cycle = IntegerField(null=True)
    interval_days = IntegerField(null=True)
    window_days = IntegerField(null=True)


class DoseEvent(PatientRow):
    """Dose event."""

    course = BinaryUUIDField()
    action = TextField()
    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    until_text = TextField(null=True)
    until_earliest = IntegerField(null=True)
    until_latest = IntegerField(null=True)
    drug = TextField(null=True)
    dose_text = TextField(null=True)
    dose_ug = IntegerField(null=True)
    reason = TextField(null=True)
    reason_text = TextField(null=True)
    lot = TextField(null=True)
    reaction = TextField(null=True)
    ordered_by = TextField(null=True)
    given_by = TextField(null=True)
    checked_by = TextField(null=True)
    started = TextField(null=True)
    stopped = TextField(null=True)
