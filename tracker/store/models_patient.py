# SPDX-License-Identifier: MIT
"""The patient, the tumour, and what was taken out of it."""

from peewee import BinaryUUIDField, CompositeKey, IntegerField, TextField

from tracker.store.models_base import PatientRow


class Patient(PatientRow):
    """Patient."""

    mrn = TextField()
    name = TextField(null=True)
    name_latin = TextField(null=True)
    sex = TextField(null=True)
    birth_text = TextField(null=True)
    birth_earliest = IntegerField(null=True)
    birth_latest = IntegerField(null=True)
    phone = TextField(null=True)
    allergy_status = TextField(null=True)
    allergies = TextField(null=True)
    vital_status = TextField(null=True)
    last_contact_text = TextField(null=True)
    last_contact_earliest = IntegerField(null=True)
    last_contact_latest = IntegerField(null=True)
    death_text = TextField(null=True)
    death_earliest = IntegerField(null=True)
    death_latest = IntegerField(null=True)
    cause_of_death = TextField(null=True)
    autoimmune_disease = TextField(null=True)
    hepatitis_b = TextField(null=True)
    hepatitis_c = TextField(null=True)
    tuberculosis = TextField(null=True)
    transplant = TextField(null=True)
    ethnicity = TextField(null=True)
    education = TextField(null=True)
    occupation = TextField(null=True)
    marital_status = TextField(null=True)
    smoking = TextField(null=True)
    obstetric_history = TextField(null=True)
    past_history = TextField(null=True)
    family_history = TextField(null=True)
    previous_therapy = TextField(null=True)
    same_person_as = BinaryUUIDField(null=True)

    class Meta:
        """The key is the patient alone."""

        primary_key = CompositeKey("patient")


class Diagnosis(PatientRow):
    """Diagnosis."""

    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    site = TextField()
    site_code = TextField(null=True)
    histology = TextField(null=True)
    morphology_code = TextField(null=True)
    tumour_size = TextField(null=True)
    hpv = TextField(null=True)


class Stage(PatientRow):
    """Stage."""

    diagnosis = BinaryUUIDField()
    date_text = TextField(null=True)
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    system = TextField()
    stage = TextField()
    basis = TextField(null=True)


class Procedure(PatientRow):
    """Surgery or biopsy."""

    date_text = TextField()
    date_earliest = IntegerField(null=True)
    date_latest = IntegerField(null=True)
    type = TextField()
    name = TextField()
    site = TextField(null=True)
    histology = TextField(null=True)
    proves = TextField(null=True)
    size = TextField(null=True)
    invasion = TextField(null=True)
    margins = TextField(null=True)


class NodeStation(PatientRow):
    """Node station."""

    procedure = BinaryUUIDField()
    station = TextField()
    positive = IntegerField(null=True)
    examined = IntegerField(null=True)
