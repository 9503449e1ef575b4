# SPDX-License-Identifier: MIT
"""A property of the tumour that decides about treatment: PD-L1, HPV, HER2, MSI, TMB."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, kw_only=True)
class Biomarker(Record):
    """One test of tumour tissue or blood. Assays differ: a value is never compared across them."""

    kind: ClassVar[str] = "biomarker"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Biomarker")
    when: ClassVar[str] = "date"

    test: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Biomarker", "Test"),
            required=True,
            suggestions=("PD-L1 CPS", "PD-L1 TPS", "HPV", "HER2", "MSI", "MMR", "TMB"),
        ),
    ]
    value: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Biomarker", "Value as reported"),
            required=True,
            hint=QT_TRANSLATE_NOOP(
                "Biomarker", "For example 10, <1, 3+, type 16 positive, MSI-H, unknown."
            ),
        ),
    ]
    unit: Annotated[
        str | None,
        Item(label=QT_TRANSLATE_NOOP("Biomarker", "Unit"), suggestions=("%", "mut/Mb", "copies")),
    ] = None
    assay: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Biomarker", "Assay"),
            suggestions=("22C3", "28-8", "SP142", "SP263", "PCR", "NGS", "IHC"),
        ),
    ] = None
    date: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("Biomarker", "Date"),
            hint=QT_TRANSLATE_NOOP("Biomarker", "Of the specimen, where it is known."),
        ),
    ] = None
    specimen: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Biomarker", "Specimen"),
            suggestions=("biopsy", "resection", "blood", "smear"),
        ),
    ] = None
