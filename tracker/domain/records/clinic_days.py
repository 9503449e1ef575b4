# SPDX-License-Identifier: MIT
"""When the clinic is open: its weekdays and country, and the days it closes by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Item
from tracker.domain.records.base import Record, in_order
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, kw_only=True)
class ClinicDays(Record):
    """What holds for the whole clinic; the newest current one counts."""

    kind: ClassVar[str] = "clinic_days"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Clinic days")
    of_clinic: ClassVar[bool] = True

    weekdays: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicDays", "Open on"),
            required=True,
            hint=QT_TRANSLATE_NOOP("ClinicDays", "Weekdays: Mo Tu We Th Fr Sa Su."),
            suggestions=("Mo Tu We Th Fr", "Mo Tu We Th Fr Sa"),
        ),
    ]
    country: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicDays", "Country"),
            hint=QT_TRANSLATE_NOOP(
                "ClinicDays",
                "Two letters (CN, DE), or with the region (DE-BY). Empty = no holidays.",
            ),
            suggestions=("CN", "DE", "US", "GB", "FR", "JP"),
        ),
    ] = None
    not_seen_after: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClinicDays", "Not seen for more than"),
            unit="d",
            minimum=1,
            maximum=3660,
            hint=QT_TRANSLATE_NOOP("ClinicDays", "Then a patient is listed as not seen."),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """Weekdays are written as two letters each."""
        if not weekdays_of(self.weekdays):
            message = QT_TRANSLATE_NOOP(
                "Message", "“{text}”: write the weekdays as Mo Tu We Th Fr Sa Su."
            )
            yield Problem(Message(message, {"text": self.weekdays[:40]}), "weekdays")


@dataclass(frozen=True, kw_only=True)
class ClosedDays(Record):
    """Days the clinic closes by itself: a move, a congress, a day between two holidays."""

    kind: ClassVar[str] = "closed_days"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Closed days")
    of_clinic: ClassVar[bool] = True
    when: ClassVar[str] = "first"

    first: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("ClosedDays", "First day"), required=True)
    ]
    last: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("ClosedDays", "Last day"),
            hint=QT_TRANSLATE_NOOP("ClosedDays", "Empty = one day."),
        ),
    ] = None
    reason: Annotated[str, Item(label=QT_TRANSLATE_NOOP("ClosedDays", "Reason"), required=True)]

    def problems(self) -> Iterator[Problem]:
        """Both ends are known days, in order."""
        for name, day in (("first", self.first), ("last", self.last)):
            if day is not None and not day.is_day:
                message = QT_TRANSLATE_NOOP("Message", "A closed day needs a day, like 2024-12-24.")
                yield Problem(Message(message), name)
        yield from in_order(
            self.first,
            self.last,
            QT_TRANSLATE_NOOP(
                "Message", "The last day ({second}) lies before the first ({first})."
            ),
            "last",
        )


def weekdays_of(text: str) -> frozenset[int]:
    """Weekdays of ``Mo Tu We``, Monday = 0; empty when anything else is written."""
    names = [name.casefold() for name in WEEKDAYS]
    written = folded(text).casefold().replace(",", " ").split()
    return frozenset(map(names.index, written)) if set(written) <= set(names) else frozenset()
