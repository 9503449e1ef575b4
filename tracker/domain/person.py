# SPDX-License-Identifier: MIT
"""What every list says of a person; apart from the record, which the first list does not need."""

from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP


class Sex(Choice):
    """Administrative sex, FHIR codes."""

    FEMALE = "female", QT_TRANSLATE_NOOP("Choice", "female")
    MALE = "male", QT_TRANSLATE_NOOP("Choice", "male")
    OTHER = "other", QT_TRANSLATE_NOOP("Choice", "other")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


class VitalStatus(Choice):
    """Whether the patient is known to live at the last contact."""

    ALIVE = "alive", QT_TRANSLATE_NOOP("Choice", "alive")
    DEAD = "dead", QT_TRANSLATE_NOOP("Choice", "dead")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


class AllergyStatus(Choice):
    """Whether allergies were asked for; an empty field means nobody recorded an answer."""

    NONE = "none", QT_TRANSLATE_NOOP("Choice", "none known")
    PRESENT = "present", QT_TRANSLATE_NOOP("Choice", "present")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")
