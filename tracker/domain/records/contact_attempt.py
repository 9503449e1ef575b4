# SPDX-License-Identifier: MIT
"""One try to reach a patient, answered or not."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


class Outcome(Choice):
    """What came of it."""

    NO_ANSWER = "no-answer", QT_TRANSLATE_NOOP("Choice", "no answer")
    NOT_REACHABLE = "not-reachable", QT_TRANSLATE_NOOP("Choice", "number not reachable")
    RELATIVE = "relative", QT_TRANSLATE_NOOP("Choice", "a relative answered")
    REACHED = "reached", QT_TRANSLATE_NOOP("Choice", "patient reached")


@dataclass(frozen=True, kw_only=True)
class ContactAttempt(Record):
    """A call, a message or a letter. Only "patient reached" counts as heard of."""

    kind: ClassVar[str] = "contact_attempt"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Contact attempt")
    when: ClassVar[str] = "date"

    date: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("ContactAttempt", "Date"), required=True)
    ]
    way: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("ContactAttempt", "How"),
            required=True,
            suggestions=("phone", "message", "letter", "through the family"),
        ),
    ]
    outcome: Annotated[
        Outcome, Item(label=QT_TRANSLATE_NOOP("ContactAttempt", "Outcome"), required=True)
    ]
    said: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("ContactAttempt", "What was said"), long=True)
    ] = None
