# SPDX-License-Identifier: MIT
"""How the disease stands on a day: apart from the stage, which is that at diagnosis for good."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


class Disease(Choice):
    """What is known of the disease."""

    NED = "NED", QT_TRANSLATE_NOOP("Choice", "no evidence of disease")
    CR = "CR", QT_TRANSLATE_NOOP("Choice", "complete response")
    PR = "PR", QT_TRANSLATE_NOOP("Choice", "partial response")
    STABLE = "stable", QT_TRANSLATE_NOOP("Choice", "stable")
    RECURRENT = "recurrent", QT_TRANSLATE_NOOP("Choice", "recurrent")
    PROGRESSIVE = "progressive", QT_TRANSLATE_NOOP("Choice", "progressive")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


class Primary(Choice):
    """The primary tumour at the time of the status."""

    ACTIVE = "active", QT_TRANSLATE_NOOP("Choice", "active tumour")
    CONTROLLED = "controlled", QT_TRANSLATE_NOOP("Choice", "controlled")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


@dataclass(frozen=True, kw_only=True)
class DiseaseStatus(Record):
    """The status from one day on, as a person judged it; it holds until the next one."""

    kind: ClassVar[str] = "disease_status"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Disease status")
    when: ClassVar[str] = "date"

    date: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("DiseaseStatus", "Date"),
            hint=QT_TRANSLATE_NOOP("DiseaseStatus", "Empty when the source gives none."),
        ),
    ] = None
    disease: Annotated[
        Disease, Item(label=QT_TRANSLATE_NOOP("DiseaseStatus", "Disease"), required=True)
    ]
    basis: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("DiseaseStatus", "Basis"),
            suggestions=("biopsy", "imaging", "marker", "examination", "statement"),
        ),
    ] = None
    primary_tumour: Annotated[
        Primary | None,
        Item(
            label=QT_TRANSLATE_NOOP("DiseaseStatus", "Primary tumour"),
            hint=QT_TRANSLATE_NOOP(
                "DiseaseStatus", "When metastases were found; some definitions ask for it."
            ),
        ),
    ] = None
    treatable: Annotated[
        YesNo | None,
        Item(
            label=QT_TRANSLATE_NOOP("DiseaseStatus", "All metastases treatable locally"),
            hint=QT_TRANSLATE_NOOP("DiseaseStatus", "By surgery, radiotherapy or ablation."),
        ),
    ] = None
