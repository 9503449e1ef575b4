# SPDX-License-Identifier: MIT
"""The columns every record kind has. Models declare columns and keys; the migrations are the DDL.

No model is bound to a database: each query names the one it runs on, so that opening a backup
to check it can never turn a save to the wrong file.
"""

from peewee import BinaryUUIDField, CompositeKey, IntegerField, Model, TextField


class RecordRow(Model):
    """The envelope of a stored record."""

    id = BinaryUUIDField()
    revision = IntegerField()
    status = TextField()
    recorded_at = TextField()
    recorded_by = TextField()
    source = TextField(null=True)
    note = TextField(null=True)

    class Meta:
        """Tables are named after their class; the key is for the classes below."""

        database = None
        legacy_table_names = False
        primary_key = False


class PatientRow(RecordRow):
    """A record that belongs to a patient; the rows of one chart lie side by side."""

    patient = BinaryUUIDField()

    class Meta:
        """Clustered by patient."""

        primary_key = CompositeKey("patient", "id")


class ClinicRow(RecordRow):
    """A record that holds for the whole clinic."""

    class Meta:
        """The key is the id alone."""

        primary_key = CompositeKey("id")
