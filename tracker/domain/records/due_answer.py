# SPDX-License-Identifier: MIT
"""What a person said to something that is due: done, put off, promised, cancelled, closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.reminders import What
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class DueAction(Choice):
    """What became of it."""

    DONE = "done", QT_TRANSLATE_NOOP("Choice", "done")
    SNOOZED = "snoozed", QT_TRANSLATE_NOOP("Choice", "put off")
    PROMISED = "promised", QT_TRANSLATE_NOOP("Choice", "patient promised to come")
    CANCELLED = "cancelled", QT_TRANSLATE_NOOP("Choice", "appointment cancelled")
    CLOSED = "closed", QT_TRANSLATE_NOOP("Choice", "closed")


NEEDS_DAY = frozenset({DueAction.SNOOZED, DueAction.PROMISED})
NEEDS_REASON = frozenset({DueAction.SNOOZED, DueAction.CANCELLED, DueAction.CLOSED})


@dataclass(frozen=True, kw_only=True)
class DueAnswer(Record):
    """One answer to one occurrence. The occurrence is named by ``Due.key``."""

    kind: ClassVar[str] = "due_answer"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Answer to what was due")
    when: ClassVar[str] = "date"

    date: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("DueAnswer", "On"), required=True)]
    what: Annotated[What, Item(label=QT_TRANSLATE_NOOP("DueAnswer", "What was due"), required=True)]
    due: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("DueAnswer", "Was due"))] = None
    action: Annotated[
        DueAction, Item(label=QT_TRANSLATE_NOOP("DueAnswer", "Answer"), required=True)
    ]
    until: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("DueAnswer", "New day"),
            hint=QT_TRANSLATE_NOOP("DueAnswer", "Put off until, or promised for, this day."),
        ),
    ] = None
    reason: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("DueAnswer", "Reason"))] = None
    occurrence: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("DueAnswer", "Occurrence"),
            required=True,
            hint=QT_TRANSLATE_NOOP("DueAnswer", "Which one is meant; set by the list."),
        ),
    ]
    asked_by: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("DueAnswer", "Asked for by"),
            required=True,
            hint=QT_TRANSLATE_NOOP("DueAnswer", "Id of the course, plan item or reminder."),
        ),
    ]

    def problems(self) -> Iterator[Problem]:
        """Putting off and promising need a later day; what is not simply done needs a reason."""
        if self.action in NEEDS_DAY and (self.until is None or self.until.day is None):
            message = QT_TRANSLATE_NOOP("Message", "“{action}” needs the new day.")
            yield Problem(Message(message, {"action": self.action}), "until")
        elif self.until is not None and self.until.sort_key <= self.date.sort_key:
            message = QT_TRANSLATE_NOOP("Message", "The new day lies after the day of the answer.")
            yield Problem(Message(message), "until")
        if self.until is not None and self.action not in NEEDS_DAY:
            message = QT_TRANSLATE_NOOP("Message", "“{action}” has no new day.")
            yield Problem(Message(message, {"action": self.action}), "until")
        if self.action in NEEDS_REASON and not self.reason:
            message = QT_TRANSLATE_NOOP("Message", "“{action}” needs a reason.")
            yield Problem(Message(message, {"action": self.action}), "reason")
        if self.what is What.DOSE and self.action in {DueAction.DONE, DueAction.CLOSED}:
            message = QT_TRANSLATE_NOOP(
                "Message",
                "A dose is given, skipped or stopped on its dose day, not closed on the list.",
            )
            yield Problem(Message(message), "action")
