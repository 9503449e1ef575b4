# SPDX-License-Identifier: MIT
"""Tables of follow-up: the plan, the answers to what was due, calls, and the clinic's days."""

from peewee import BinaryUUIDField, IntegerField, TextField

from tracker.store.models_base import ClinicRow, PatientRow


class PlannedItem(PatientRow):
    """Item of the follow-up plan."""

    course = BinaryUUIDField()
    what = TextField()
    names = TextField(null=True)
    every = IntegerField()
    unit = TextField()
    start_text = TextField(null=True)
    start_earliest = IntegerField(null=True)
    start_latest = IntegerField(null=True)
    until_text = TextField(null=True)
    until_earliest = IntegerField(null=True)
    until_latest = IntegerField(null=True)
    times = IntegerField(null=True)
    months_after = IntegerField(null=True)
    template = TextField(null=True)


class DueAnswer(PatientRow):
    """Answer to what was due."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    what = TextField()
    due_text = TextField(null=True)
    due_earliest = IntegerField(null=True)
    due_latest = IntegerField(null=True)
    action = TextField()
    until_text = TextField(null=True)
    until_earliest = IntegerField(null=True)
    until_latest = IntegerField(null=True)
    reason = TextField(null=True)
    occurrence = TextField()
    asked_by = TextField()


class ContactAttempt(PatientRow):
    """Contact attempt."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    way = TextField()
    outcome = TextField()
    said = TextField(null=True)


class ClinicDays(ClinicRow):
    """Clinic days."""

    weekdays = TextField()
    country = TextField(null=True)
    not_seen_after = IntegerField(null=True)


class ClosedDays(ClinicRow):
    """Closed days."""

    first_text = TextField()
    first_earliest = IntegerField(null=True)
    first_latest = IntegerField(null=True)
    last_text = TextField(null=True)
    last_earliest = IntegerField(null=True)
    last_latest = IntegerField(null=True)
    reason = TextField()
