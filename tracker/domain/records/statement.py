# SPDX-License-Identifier: MIT
"""A finding that was reported without the record under it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


class Topic(Choice):
    """What a statement is about."""

    RESPONSE = "response", QT_TRANSLATE_NOOP("Choice", "response")
    IRAE = "irae", QT_TRANSLATE_NOOP("Choice", "immune-related adverse events")
    TOXICITY = "toxicity", QT_TRANSLATE_NOOP("Choice", "other adverse events")
    RECURRENCE = "recurrence", QT_TRANSLATE_NOOP("Choice", "recurrence")
    SURVIVAL = "survival", QT_TRANSLATE_NOOP("Choice", "survival")
    TREATMENT = "treatment", QT_TRANSLATE_NOOP("Choice", "treatment")
    MARKER = "marker", QT_TRANSLATE_NOOP("Choice", "marker")
    STAGE = "stage", QT_TRANSLATE_NOOP("Choice", "stage")
    DECISION = "decision", QT_TRANSLATE_NOOP("Choice", "decision")
    CONTRADICTION = "contradiction", QT_TRANSLATE_NOOP("Choice", "contradiction in the source")
    OTHER = "other", QT_TRANSLATE_NOOP("Choice", "other")


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """Somebody's words about the course, for example "CR by the end of treatment"."""

    kind: ClassVar[str] = "statement"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Statement")
    when: ClassVar[str] = "date"

    about: Annotated[Topic, Item(label=QT_TRANSLATE_NOOP("Statement", "About"), required=True)]
    finding: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Statement", "Finding"),
            required=True,
            hint=QT_TRANSLATE_NOOP("Statement", "In one word where there is one: CR, none, alive."),
        ),
    ]
    detail: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Statement", "In full"), long=True)
    ] = None
    date: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("Statement", "True at"),
            hint=QT_TRANSLATE_NOOP("Statement", "Empty when the statement is undated."),
        ),
    ] = None
    stated_by: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("Statement", "Stated by"), required=True)
    ]
