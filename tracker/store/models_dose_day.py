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
