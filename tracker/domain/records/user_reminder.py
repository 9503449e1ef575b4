# SPDX-License-Identifier: MIT
"""A reminder that a person sets, once or again and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


@dataclass(frozen=True, kw_only=True)
class UserReminder(Record):
    """What to do and when. It stays open until a person closes it with a reason."""

    kind: ClassVar[str] = "user_reminder"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Reminder")
    when: ClassVar[str] = "due"

    what: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("UserReminder", "What to do"),
            required=True,
            suggestions=("call the patient", "ask for the scan report", "thyroid function"),
        ),
    ]
    due: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("UserReminder", "Due"), required=True)]
    every: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("UserReminder", "Again every"),
            unit="d",
            minimum=1,
            maximum=3660,
            hint=QT_TRANSLATE_NOOP("UserReminder", "Empty = once."),
        ),
    ] = None
    times: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("UserReminder", "Times in all"),
            minimum=2,
            maximum=500,
            hint=QT_TRANSLATE_NOOP("UserReminder", "Empty = until it is closed."),
        ),
    ] = None
    closed: Annotated[
        PartialDate | None, Item(label=QT_TRANSLATE_NOOP("UserReminder", "Closed"))
    ] = None
    closed_because: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("UserReminder", "Closed because"),
            suggestions=("done", "no longer needed", "patient transferred", "patient died"),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A reminder has a day, a number of times has an interval, and closing has a reason."""
        if not self.due.is_day:
            message = QT_TRANSLATE_NOOP("Message", "A reminder needs a day, like 2024-12-17.")
            yield Problem(Message(message), "due")
        if self.times is not None and self.every is None:
            message = QT_TRANSLATE_NOOP("Message", "Say after how many days it comes again.")
            yield Problem(Message(message), "every")
        if (self.closed is None) != (not self.closed_because):
            message = QT_TRANSLATE_NOOP(
                "Message", "A closed reminder needs the date and the reason."
            )
            yield Problem(Message(message), "closed" if self.closed is None else "closed_because")
