# SPDX-License-Identifier: MIT
"""A visit or another contact with the patient."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Contact(Choice):
    """How the patient was met."""

    VISIT = "visit", QT_TRANSLATE_NOOP("Choice", "visit")
    ADMISSION = "admission", QT_TRANSLATE_NOOP("Choice", "admission")
    PHONE = "phone", QT_TRANSLATE_NOOP("Choice", "phone")


@dataclass(frozen=True, kw_only=True)
class Visit(Record):
    """What was measured and asked at one contact. An empty box means not measured, not normal."""

    kind: ClassVar[str] = "visit"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Visit")
    when: ClassVar[str] = "date"

    date: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("Visit", "Date"), required=True)]
    contact: Annotated[
        Contact, Item(label=QT_TRANSLATE_NOOP("Visit", "Kind of contact"), required=True)
    ]
    ecog: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("Visit", "ECOG"),
            minimum=0,
            maximum=5,
            hint=QT_TRANSLATE_NOOP("Visit", "Performance status 0 to 5 (Oken 1982)."),
        ),
    ] = None
    weight: Annotated[
        Decimal | None,
        Item(label=QT_TRANSLATE_NOOP("Visit", "Weight"), unit="kg", minimum=1, maximum=400),
    ] = None
    height: Annotated[
        Decimal | None,
        Item(label=QT_TRANSLATE_NOOP("Visit", "Height"), unit="cm", minimum=30, maximum=260),
    ] = None
    temperature: Annotated[
        Decimal | None,
        Item(label=QT_TRANSLATE_NOOP("Visit", "Temperature"), unit="°C", minimum=25, maximum=45),
    ] = None
    systolic: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("Visit", "Systolic pressure"),
            unit="mmHg",
            minimum=30,
            maximum=320,
        ),
    ] = None
    diastolic: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("Visit", "Diastolic pressure"),
            unit="mmHg",
            minimum=10,
            maximum=220,
        ),
    ] = None
    pulse: Annotated[
        int | None,
        Item(label=QT_TRANSLATE_NOOP("Visit", "Pulse"), unit="/min", minimum=10, maximum=320),
    ] = None
    spo2: Annotated[
        int | None,
        Item(label=QT_TRANSLATE_NOOP("Visit", "SpO2"), unit="%", minimum=20, maximum=100),
    ] = None
    complaint: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Visit", "Complaint"), long=True)
    ] = None
    irae_asked: Annotated[
        YesNo | None,
        Item(
            label=QT_TRANSLATE_NOOP("Visit", "Asked for immune-related events"),
            hint=QT_TRANSLATE_NOOP("Visit", "What was found is recorded as an adverse event."),
        ),
    ] = None
    steroid: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Visit", "Steroid today (drug, mg per day)"))
    ] = None
    new_medicines: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Visit", "New medicines"))
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A blood pressure has two numbers, the higher one first."""
        systolic, diastolic = self.systolic, self.diastolic
        if (systolic is None) != (diastolic is None):
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP("Message", "A blood pressure needs both of its numbers.")
                ),
                "diastolic",
            )
        elif systolic is not None and diastolic is not None and systolic <= diastolic:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "The systolic pressure is the higher of the two numbers."
                    )
                ),
                "systolic",
            )
