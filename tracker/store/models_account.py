# SPDX-License-Identifier: MIT
"""Who may open the records, and the clinic's rules for the screen."""

from peewee import IntegerField, TextField

from tracker.store.models_base import ClinicRow


class Account(ClinicRow):
    """User account."""

    name = TextField()
    role = TextField()
    state = TextField()


class LockPolicy(ClinicRow):
    """Screen lock."""

    idle_minutes = IntegerField()
    pin = TextField()
