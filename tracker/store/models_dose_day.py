# SPDX-License-Identifier: MIT
"""What a dose day leaves beside the visit and the dose."""

from peewee import BinaryUUIDField, IntegerField, TextField

from tracker.store.models_base import ClinicRow, PatientRow


class InterviewAnswer(PatientRow):
    """Interview answer."""

    visit = BinaryUUIDField()
    item = TextField()
    answer = TextField()
    grade = IntegerField(null=True)
    ctcae_term = TextField(null=True)
    ctcae_version = TextField(null=True)


class GateAnswer(PatientRow):
    """Answer of the gate."""

    visit = BinaryUUIDField()
    answer = TextField()
    lines = TextField(null=True)
    with_data = IntegerField(null=True)
    rules = IntegerField(null=True)
    rule_source = TextField(null=True)
    rule_version = TextField(null=True)
    override_reason = TextField(null=True)
    decided_by = TextField(null=True)


class RuleAcceptance(ClinicRow):
    """Accepted rule set."""

    rule_source = TextField()
    rule_version = TextField()
    accepted_by = TextField()
    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)


class SecondCheck(PatientRow):
    """Second check."""

    dose_event = BinaryUUIDField()
    checked_by = TextField()
    role = TextField()
    dose_text = TextField()
    dose_ug = IntegerField(null=True)
    checked_at = TextField()


class RequiredTest(ClinicRow):
    """Test before a dose."""

    analyte = TextField()
    timing = TextField()
    days = IntegerField(null=True)
    decided_by = TextField()


class ClinicAgent(ClinicRow):
    """Drug of the clinic."""

    inn = TextField()
    zh_name = TextField(null=True)
    brands = TextField(null=True)
    agent_class = TextField()
    label_dose = TextField(null=True)
    interval_days = IntegerField(null=True)
    cap = TextField(null=True)
    reference = TextField()
    version = TextField()
    doses = IntegerField(null=True)
    below_kg = TextField(null=True)


class BaselineCheck(PatientRow):
    """Check before the first dose."""

    course = BinaryUUIDField()
    test = TextField()
    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    result = TextField()
    finding = TextField(null=True)


class MeasuredGfr(PatientRow):
    """Measured GFR."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    rate = TextField()
    method = TextField()
