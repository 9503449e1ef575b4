# SPDX-License-Identifier: MIT
"""An imaging study and what its report concludes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.values import Reading


class Conclusion(Choice):
    """What the report says about the disease; empty when it was not transcribed."""

    NO_EVIDENCE = "no-evidence", QT_TRANSLATE_NOOP("Choice", "no evidence of disease")
    DISEASE = "disease", QT_TRANSLATE_NOOP("Choice", "disease present")
    SUSPICIOUS = "suspicious", QT_TRANSLATE_NOOP("Choice", "suspicious finding")
    PROGRESSION = "progression", QT_TRANSLATE_NOOP("Choice", "new or progressive disease")
    STABLE = "stable", QT_TRANSLATE_NOOP("Choice", "stable")
    RESPONSE = "response", QT_TRANSLATE_NOOP("Choice", "response to treatment")


@dataclass(frozen=True, kw_only=True)
class ImagingStudy(Record):
    """One study. Measured lesions are records of their own."""

    kind: ClassVar[str] = "imaging_study"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Imaging study")
    when: ClassVar[str] = "date"

    date: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("ImagingStudy", "Date"), required=True)
    ]
    modality: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("ImagingStudy", "Modality"),
            required=True,
            suggestions=("CT", "MRI", "PET-CT", "X-ray", "ultrasound", "bone scan"),
        ),
    ]
    region: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("ImagingStudy", "Region"))] = None
    findings: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("ImagingStudy", "Findings"), long=True)
    ] = None
    conclusion: Annotated[
        Conclusion | None, Item(label=QT_TRANSLATE_NOOP("ImagingStudy", "Conclusion of the report"))
    ] = None
    lesions: Annotated[
        Reading | None,
        Item(
            label=QT_TRANSLATE_NOOP("ImagingStudy", "Number of lesions as reported"),
            hint=QT_TRANSLATE_NOOP(
                "ImagingStudy", "A number, or the word of the report: multiple."
            ),
        ),
    ] = None
    baseline: Annotated[
        YesNo | None,
        Item(
            label=QT_TRANSLATE_NOOP("ImagingStudy", "Baseline of the response criteria"),
            hint=QT_TRANSLATE_NOOP(
                "ImagingStudy", "Later scans are compared with this one, until the next baseline."
            ),
        ),
    ] = None
    read_with: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("ImagingStudy", "Read together with the scan of"),
            hint=QT_TRANSLATE_NOOP(
                "ImagingStudy", "Scans of several days are then one time point, dated by the first."
            ),
        ),
    ] = None

    @property
    def time_point(self) -> PartialDate:
        """The date under which scans are one time point: its own, unless a person joined it."""
        return self.read_with or self.date

    def problems(self) -> Iterator[Problem]:
        """Only a known day says which scan it is read with."""
        if self.read_with is not None and not self.read_with.is_day:
            message = QT_TRANSLATE_NOOP(
                "Message", "Name the day of the scan that this one is read together with."
            )
            yield Problem(Message(message), "read_with")
