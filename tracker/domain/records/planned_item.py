# SPDX-License-Identifier: MIT
"""One item of the follow-up plan of a course: what is to be done again and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

LEAST_AFTER_STOP = 12
"""Months of visits after the stop of an immunotherapy, at least."""


class Planned(Choice):
    """What a plan asks for; the codes are those of ``reminders.What``."""

    LABS = "labs", QT_TRANSLATE_NOOP("Choice", "laboratory values")
    SCAN = "scan", QT_TRANSLATE_NOOP("Choice", "scan")
    VISIT = "visit", QT_TRANSLATE_NOOP("Choice", "visit")
    MARKER = "marker", QT_TRANSLATE_NOOP("Choice", "marker")
    TSH = "tsh", QT_TRANSLATE_NOOP("Choice", "thyroid function")
    ECG = "ecg", QT_TRANSLATE_NOOP("Choice", "ECG")
    DURATION = "duration-review", QT_TRANSLATE_NOOP("Choice", "review of the duration")
    AFTER_STOP = "visit-after-stop", QT_TRANSLATE_NOOP("Choice", "visit after the stop")


class Every(Choice):
    """The unit of an interval."""

    DAYS = "days", QT_TRANSLATE_NOOP("Choice", "days")
    WEEKS = "weeks", QT_TRANSLATE_NOOP("Choice", "weeks")
    MONTHS = "months", QT_TRANSLATE_NOOP("Choice", "months")
    CYCLES = "cycles", QT_TRANSLATE_NOOP("Choice", "cycles")


NEEDS_NAMES = frozenset({Planned.LABS, Planned.SCAN, Planned.MARKER})


@dataclass(frozen=True, kw_only=True)
class PlannedItem(Record):
    """What, how often, from when and until when. It moves with what was done."""

    kind: ClassVar[str] = "planned_item"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Item of the follow-up plan")

    course: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("PlannedItem", "Course"), parent=True, required=True)
    ]
    what: Annotated[Planned, Item(label=QT_TRANSLATE_NOOP("PlannedItem", "What"), required=True)]
    names: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlannedItem", "Which"),
            hint=QT_TRANSLATE_NOOP(
                "PlannedItem",
                "Analytes, all of them needed, or modalities, any of them; with commas between.",
            ),
            suggestions=("CT, MRI, PET-CT", "TSH, FT4", "SCC"),
        ),
    ] = None
    every: Annotated[
        int,
        Item(
            label=QT_TRANSLATE_NOOP("PlannedItem", "Every"), required=True, minimum=1, maximum=366
        ),
    ]
    unit: Annotated[Every, Item(label=QT_TRANSLATE_NOOP("PlannedItem", "Unit"), required=True)]
    start: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlannedItem", "Counted from"),
            hint=QT_TRANSLATE_NOOP(
                "PlannedItem",
                "Empty = the start of the course; for visits after the stop, the stop.",
            ),
        ),
    ] = None
    until: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("PlannedItem", "Until"))] = (
        None
    )
    times: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlannedItem", "Times in all"),
            minimum=1,
            maximum=500,
            hint=QT_TRANSLATE_NOOP("PlannedItem", "Empty = as long as the plan runs."),
        ),
    ] = None
    months_after: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlannedItem", "Months after the stop"),
            minimum=LEAST_AFTER_STOP,
            maximum=240,
            hint=QT_TRANSLATE_NOOP(
                "PlannedItem", "How long it goes on after the stop; empty = it ends there."
            ),
        ),
    ] = None
    template: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlannedItem", "Template"),
            hint=QT_TRANSLATE_NOOP(
                "PlannedItem", "Name and version of the clinic's template it was taken from."
            ),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """Analytes and modalities are named; visits after the stop say for how long."""
        if self.what in NEEDS_NAMES and not named(self.names):
            message = QT_TRANSLATE_NOOP(
                "Message", "Say which: analytes such as SCC, or modalities such as CT, MRI."
            )
            yield Problem(Message(message), "names")
        if self.what is Planned.AFTER_STOP and self.months_after is None:
            message = QT_TRANSLATE_NOOP(
                "Message", "Visits after the stop say for how many months: at least 12."
            )
            yield Problem(Message(message), "months_after")
        if self.what is Planned.AFTER_STOP and self.unit is Every.CYCLES:
            message = QT_TRANSLATE_NOOP(
                "Message", "After the stop there are no cycles: use days, weeks or months."
            )
            yield Problem(Message(message), "unit")


def named(names: str | None) -> tuple[str, ...]:
    """The names of an item one by one, as typed: ``"CT, MRI"`` is ``("CT", "MRI")``."""
    parts = (names or "").replace("，", ",").replace("、", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())
