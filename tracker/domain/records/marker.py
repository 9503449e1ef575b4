# SPDX-License-Identifier: MIT
"""Marker and laboratory results, and the reference ranges that judge them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record, in_order
from tracker.domain.records.patient import Sex
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.units import read
from tracker.domain.values import Limits, Reading

_MAY_BE_BELOW_ZERO = frozenset({"mmol/L", "%", "1"})
"""UCUM units of differences, such as a base excess; of anything else there is at least none."""


class Flag(Choice):
    """A result against its own range (FHIR interpretation codes H, L, N)."""

    HIGH = "H", QT_TRANSLATE_NOOP("Choice", "high")
    LOW = "L", QT_TRANSLATE_NOOP("Choice", "low")
    NORMAL = "N", QT_TRANSLATE_NOOP("Choice", "normal")
    UNCERTAIN = "range uncertain", QT_TRANSLATE_NOOP("Choice", "range uncertain")


@dataclass(frozen=True, kw_only=True)
class MarkerResult(Record):
    """One result. ``flag`` and ``range_used`` are frozen when it is saved and never rewritten."""

    kind: ClassVar[str] = "marker_result"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Marker result")
    when: ClassVar[str] = "date"

    analyte: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("MarkerResult", "Analyte"),
            required=True,
            lookup="analyte",
            suggestions=("SCC", "CEA", "CA125", "CA199", "CYFRA211", "LDH", "TSH", "FT4", "ALT"),
            hint=QT_TRANSLATE_NOOP(
                "MarkerResult", "A code, any name, 汉字 or the initials of its pinyin."
            ),
        ),
    ]
    date: Annotated[
        PartialDate,
        Item(
            label=QT_TRANSLATE_NOOP("MarkerResult", "Sample date"),
            required=True,
            hint=QT_TRANSLATE_NOOP("MarkerResult", "The range is chosen by this date."),
        ),
    ]
    value: Annotated[
        Reading, Item(label=QT_TRANSLATE_NOOP("MarkerResult", "Result"), required=True)
    ]
    unit: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("MarkerResult", "Unit"),
            required=True,
            suggestions=("ng/mL", "U/mL", "U/L", "mIU/L", "pmol/L"),
        ),
    ]
    laboratory: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("MarkerResult", "Laboratory"))
    ] = None
    method: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("MarkerResult", "Method"))] = None
    range_reported: Annotated[
        Limits | None,
        Item(
            label=QT_TRANSLATE_NOOP("MarkerResult", "Range as reported"),
            hint=QT_TRANSLATE_NOOP(
                "MarkerResult",
                "As printed beside the result; empty = the laboratory's recorded range.",
            ),
        ),
    ] = None
    flag: Annotated[
        Flag | None, Item(label=QT_TRANSLATE_NOOP("MarkerResult", "Flag"), derived=True)
    ] = None
    range_used: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("MarkerResult", "Range used"), derived=True)
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A laboratory does not find less than none of something."""
        number, unit = self.value.number, read(self.unit)
        if number is None or number >= 0 or unit is None or unit.ucum in _MAY_BE_BELOW_ZERO:
            return
        text = QT_TRANSLATE_NOOP(
            "Message", "“{value}” {unit} is less than nothing. Compare it with the report."
        )
        values = {"value": self.value.text, "unit": self.unit}
        yield Problem(Message(text, values), "value")


@dataclass(frozen=True, kw_only=True)
class ReferenceRange(Record):
    """The range of one analyte in one laboratory by one method, for a stretch of time."""

    kind: ClassVar[str] = "reference_range"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Reference range")
    of_clinic: ClassVar[bool] = True
    when: ClassVar[str] = "effective_from"

    analyte: Annotated[
        str,
        Item(label=QT_TRANSLATE_NOOP("ReferenceRange", "Analyte"), required=True, lookup="analyte"),
    ]
    laboratory: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("ReferenceRange", "Laboratory"))
    ] = None
    method: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("ReferenceRange", "Method"))] = None
    sex: Annotated[
        Sex | None,
        Item(
            label=QT_TRANSLATE_NOOP("ReferenceRange", "Sex"),
            hint=QT_TRANSLATE_NOOP("ReferenceRange", "Empty = both."),
        ),
    ] = None
    limits: Annotated[
        Limits, Item(label=QT_TRANSLATE_NOOP("ReferenceRange", "Range"), required=True)
    ]
    unit: Annotated[str, Item(label=QT_TRANSLATE_NOOP("ReferenceRange", "Unit"), required=True)]
    effective_from: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("ReferenceRange", "In use from"),
            hint=QT_TRANSLATE_NOOP(
                "ReferenceRange",
                "2019-08 = from an unknown day of that month; empty = always so far.",
            ),
        ),
    ] = None
    effective_to: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("ReferenceRange", "In use until"),
            hint=QT_TRANSLATE_NOOP(
                "ReferenceRange", "The switch to the next range; empty = still in use."
            ),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A range ends after it begins."""
        yield from in_order(
            self.effective_from,
            self.effective_to,
            QT_TRANSLATE_NOOP("Message", "The end ({second}) lies before the start ({first})."),
            "effective_to",
        )
