# SPDX-License-Identifier: MIT
"""What was given against an adverse event: drug, highest dose, start and end of the taper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Item
from tracker.domain.records.base import Record, in_order
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.values import Dose


@dataclass(frozen=True, kw_only=True)
class SteroidCourse(Record):
    """One drug that was given against the event, from its start to the end of the taper."""

    kind: ClassVar[str] = "steroid_course"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Steroid or other immunosuppressant")
    when: ClassVar[str] = "start"

    adverse_event: Annotated[
        UUID,
        Item(label=QT_TRANSLATE_NOOP("SteroidCourse", "Adverse event"), parent=True, required=True),
    ]
    drug: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("SteroidCourse", "Drug"),
            required=True,
            suggestions=(
                "prednisone",
                "prednisolone",
                "methylprednisolone",
                "dexamethasone",
                "hydrocortisone",
                "infliximab",
                "vedolizumab",
                "mycophenolate mofetil",
                "tocilizumab",
                "immunoglobulin",
            ),
        ),
    ]
    dose: Annotated[
        Dose | None,
        Item(
            label=QT_TRANSLATE_NOOP("SteroidCourse", "Highest dose a day"),
            hint=QT_TRANSLATE_NOOP("SteroidCourse", "60 mg or 1 mg/kg; empty when not stated."),
        ),
    ] = None
    start: Annotated[
        PartialDate | None, Item(label=QT_TRANSLATE_NOOP("SteroidCourse", "Start"))
    ] = None
    taper_end: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("SteroidCourse", "End of taper"),
            hint=QT_TRANSLATE_NOOP("SteroidCourse", "Empty while it is still taken."),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A taper ends after the start."""
        yield from in_order(
            self.start,
            self.taper_end,
            QT_TRANSLATE_NOOP(
                "Message", "The end of the taper ({second}) lies before the start ({first})."
            ),
            "taper_end",
        )
