# SPDX-License-Identifier: MIT
"""What was offered and what became of it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, folded


class Answer(Choice):
    """What became of a proposal."""

    OFFERED = "offered", QT_TRANSLATE_NOOP("Choice", "offered, no answer yet")
    ACCEPTED = "accepted", QT_TRANSLATE_NOOP("Choice", "accepted")
    DECLINED = "declined", QT_TRANSLATE_NOOP("Choice", "declined")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


DURATION_REVIEW: Final = "going on after the planned duration"
"""What is decided at a review of the duration; a decision of these words settles one."""


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """One decision, such as chemoradiotherapy declined or treatment beyond progression."""

    kind: ClassVar[str] = "decision"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Decision")
    when: ClassVar[str] = "date"

    date: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("Decision", "Date"))] = None
    what: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Decision", "What was proposed"),
            required=True,
            suggestions=(
                "concurrent chemoradiotherapy",
                "treatment beyond progression",
                DURATION_REVIEW,
            ),
        ),
    ]
    answer: Annotated[Answer, Item(label=QT_TRANSLATE_NOOP("Decision", "Answer"), required=True)]
    proposed_by: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Decision", "Proposed by"),
            suggestions=("tumour board", "oncologist", "guideline"),
        ),
    ] = None
    decided_by: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Decision", "Decided by"),
            suggestions=("patient", "family", "tumour board", "oncologist"),
        ),
    ] = None
    why: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Decision", "Why"), long=True)] = None

    @property
    def is_duration_review(self) -> bool:
        """Whether it answers the review of the duration: proposed and decided."""
        decided = self.answer in {Answer.ACCEPTED, Answer.DECLINED}
        return decided and folded(self.what).casefold() == DURATION_REVIEW
