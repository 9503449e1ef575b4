# SPDX-License-Identifier: MIT
"""How a tumour responded at one point in time: what the criteria give and what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Category(Choice):
    """RECIST 1.1 (Eisenhauer 2009), iRECIST (Seymour 2017) and marker criteria (GCIG)."""

    CR = "CR", QT_TRANSLATE_NOOP("Choice", "CR")
    PR = "PR", QT_TRANSLATE_NOOP("Choice", "PR")
    SD = "SD", QT_TRANSLATE_NOOP("Choice", "SD")
    PD = "PD", QT_TRANSLATE_NOOP("Choice", "PD")
    NON_CR = "NON-CR/NON-PD", QT_TRANSLATE_NOOP("Choice", "non-CR/non-PD")
    ICR = "iCR", QT_TRANSLATE_NOOP("Choice", "iCR")
    IPR = "iPR", QT_TRANSLATE_NOOP("Choice", "iPR")
    ISD = "iSD", QT_TRANSLATE_NOOP("Choice", "iSD")
    IUPD = "iUPD", QT_TRANSLATE_NOOP("Choice", "iUPD")
    ICPD = "iCPD", QT_TRANSLATE_NOOP("Choice", "iCPD")
    NON_ICR = "NON-iCR/NON-iUPD", QT_TRANSLATE_NOOP("Choice", "non-iCR/non-iUPD")
    RESPONSE = "response", QT_TRANSLATE_NOOP("Choice", "response (marker)")
    PROGRESSION = "progression", QT_TRANSLATE_NOOP("Choice", "progression (marker)")
    NE = "NE", QT_TRANSLATE_NOOP("Choice", "not evaluable")


@dataclass(frozen=True, kw_only=True)
class ResponseAssessment(Record):
    """One assessment. The computed category is kept beside the one a person decided on."""

    kind: ClassVar[str] = "response_assessment"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Response assessment")
    when: ClassVar[str] = "date"

    date: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("ResponseAssessment", "Date"), required=True)
    ]
    criteria: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("ResponseAssessment", "Criteria"),
            required=True,
            suggestions=("RECIST 1.1", "iRECIST", "GCIG CA125", "clinical"),
        ),
    ]
    imaging_study: Annotated[
        UUID | None, Item(label=QT_TRANSLATE_NOOP("ResponseAssessment", "Imaging study"))
    ] = None
    computed: Annotated[
        Category | None,
        Item(
            label=QT_TRANSLATE_NOOP("ResponseAssessment", "Computed"),
            derived=True,
            hint=QT_TRANSLATE_NOOP(
                "ResponseAssessment", "What the criteria gave when it was saved."
            ),
        ),
    ] = None
    decided: Annotated[
        Category | None, Item(label=QT_TRANSLATE_NOOP("ResponseAssessment", "Decided"))
    ] = None
    decided_by: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("ResponseAssessment", "Decided by"))
    ] = None
    why: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("ResponseAssessment", "Why not as computed"),
            long=True,
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """Deciding against the computed category needs a reason."""
        differs = None not in {self.computed, self.decided} and self.computed is not self.decided
        if differs and not self.why:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "Computed is {computed}, decided is {decided}: say why. Both are kept.",
                    ),
                    {"computed": self.computed, "decided": self.decided},
                ),
                "why",
            )
