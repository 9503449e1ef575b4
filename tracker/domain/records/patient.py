# SPDX-License-Identifier: MIT
"""The patient: identity, the background asked at the first visit, and vital status."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Item, YesNo
from tracker.domain.person import AllergyStatus, Sex, VitalStatus
from tracker.domain.records.base import Record, in_order
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

__all__ = ["AllergyStatus", "Patient", "Sex", "VitalStatus"]


@dataclass(frozen=True, kw_only=True)
class Patient(Record):
    """One person under follow-up. The name may be unknown; the hospital number may not."""

    kind: ClassVar[str] = "patient"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Patient")

    mrn: Annotated[str, Item(label=QT_TRANSLATE_NOOP("Patient", "Hospital number"), required=True)]
    name: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Name"))] = None
    name_latin: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Name in Latin letters"))
    ] = None
    sex: Annotated[Sex | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Sex"))] = None
    birth: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Born"))] = None
    phone: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Phone"))] = None
    allergy_status: Annotated[
        AllergyStatus | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Allergies asked"))
    ] = None
    allergies: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Allergies"), long=True)
    ] = None
    vital_status: Annotated[
        VitalStatus | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Vital status"))
    ] = None
    last_contact: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("Patient", "Last contact"),
            hint=QT_TRANSLATE_NOOP("Patient", "Survival of a living patient counts to this date."),
        ),
    ] = None
    death: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Died"))] = None
    cause_of_death: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Cause of death"))
    ] = None
    autoimmune_disease: Annotated[
        YesNo | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Autoimmune disease"))
    ] = None
    hepatitis_b: Annotated[
        YesNo | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Hepatitis B"))
    ] = None
    hepatitis_c: Annotated[
        YesNo | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Hepatitis C"))
    ] = None
    tuberculosis: Annotated[
        YesNo | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Tuberculosis"))
    ] = None
    transplant: Annotated[
        YesNo | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Organ transplant"))
    ] = None
    ethnicity: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Ethnicity"))] = None
    education: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Education"))] = None
    occupation: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Occupation"))] = None
    marital_status: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Marital status"))
    ] = None
    smoking: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Smoking"))] = None
    obstetric_history: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Obstetric history"), long=True)
    ] = None
    past_history: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Past history"), long=True)
    ] = None
    family_history: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Family history"), long=True)
    ] = None
    previous_therapy: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Patient", "Previous therapy"), long=True)
    ] = None
    same_person_as: Annotated[
        UUID | None,
        Item(
            label=QT_TRANSLATE_NOOP("Patient", "Same person as"),
            elsewhere=True,
            derived=True,
            hint=QT_TRANSLATE_NOOP(
                "Patient", "Another chart of this person. Charts are linked, never joined."
            ),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """Death and last contact follow birth; allergies need the answer "present"."""
        before_birth = QT_TRANSLATE_NOOP("Message", "{second} lies before the birth ({first}).")
        yield from in_order(self.birth, self.death, before_birth, "death")
        yield from in_order(self.birth, self.last_contact, before_birth, "last_contact")
        after_death = QT_TRANSLATE_NOOP(
            "Message", "The last contact ({first}) lies after the death ({second})."
        )
        yield from in_order(self.last_contact, self.death, after_death, "death")
        if self.death is not None and self.vital_status is not VitalStatus.DEAD:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP("Message", "A date of death needs the vital status “dead”.")
                ),
                "vital_status",
            )
        if self.allergies and self.allergy_status is not AllergyStatus.PRESENT:
            yield Problem(
                Message(QT_TRANSLATE_NOOP("Message", "Named allergies need the answer “present”.")),
                "allergy_status",
            )
