# SPDX-License-Identifier: MIT
"""The tumour and its stages. A stage at diagnosis does not change with a relapse."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


class StageBasis(Choice):
    """What a stage rests on; FIGO 2018 writes r and p behind stage IIIC."""

    CLINICAL = "c", QT_TRANSLATE_NOOP("Choice", "clinical (c)")
    IMAGING = "r", QT_TRANSLATE_NOOP("Choice", "imaging (r)")
    PATHOLOGY = "p", QT_TRANSLATE_NOOP("Choice", "pathology (p)")


@dataclass(frozen=True, kw_only=True)
class Diagnosis(Record):
    """One primary tumour, coded by ICD-O-3 where the code is known."""

    kind: ClassVar[str] = "diagnosis"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Diagnosis")
    when: ClassVar[str] = "date"

    date: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("Diagnosis", "Diagnosed"))] = (
        None
    )
    site: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Diagnosis", "Primary site"),
            required=True,
            suggestions=("cervix", "lung", "liver", "oesophagus", "stomach", "nasopharynx"),
        ),
    ]
    site_code: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Diagnosis", "ICD-O-3 site"))] = (
        None
    )
    histology: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Diagnosis", "Histology"),
            suggestions=("squamous cell carcinoma", "adenocarcinoma", "hepatocellular carcinoma"),
        ),
    ] = None
    morphology_code: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Diagnosis", "ICD-O-3 morphology"))
    ] = None
    tumour_size: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Diagnosis", "Tumour size as stated"),
            hint=QT_TRANSLATE_NOOP("Diagnosis", "Each source apart, for example 4.1 cm (MRI)."),
        ),
    ] = None
    hpv: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Diagnosis", "HPV"))] = None


@dataclass(frozen=True, kw_only=True)
class Stage(Record):
    """One staging of a tumour; several with different basis stand side by side."""

    kind: ClassVar[str] = "stage"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Stage")
    when: ClassVar[str] = "date"

    diagnosis: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("Stage", "Diagnosis"), parent=True, required=True)
    ]
    date: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("Stage", "Staged"))] = None
    system: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Stage", "System"),
            required=True,
            suggestions=("FIGO 2018", "TNM 8"),
        ),
    ]
    stage: Annotated[str, Item(label=QT_TRANSLATE_NOOP("Stage", "Stage"), required=True)]
    basis: Annotated[StageBasis | None, Item(label=QT_TRANSLATE_NOOP("Stage", "Basis"))] = None
