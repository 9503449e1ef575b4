# SPDX-License-Identifier: MIT
"""What is known before a dose besides the laboratory: checks before the first one, measured GFR."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class BaselineTest(Choice):
    """What is asked before the first dose of a checkpoint inhibitor."""

    ECG = "ECG", QT_TRANSLATE_NOOP("Choice", "ECG")
    HEPATITIS_B = "hepatitis B", QT_TRANSLATE_NOOP("Choice", "hepatitis B")
    HEPATITIS_C = "hepatitis C", QT_TRANSLATE_NOOP("Choice", "hepatitis C")
    TUBERCULOSIS = "tuberculosis", QT_TRANSLATE_NOOP("Choice", "tuberculosis")
    TROPONIN = "TROPONIN", QT_TRANSLATE_NOOP("Choice", "troponin")
    CORTISOL = "CORTISOL", QT_TRANSLATE_NOOP("Choice", "cortisol")
    TSH = "TSH", QT_TRANSLATE_NOOP("Choice", "TSH")


class BaselineResult(Choice):
    """What a check before the first dose found."""

    NORMAL = "normal", QT_TRANSLATE_NOOP("Choice", "normal or negative")
    ABNORMAL = "abnormal", QT_TRANSLATE_NOOP("Choice", "abnormal or positive")
    LEFT_OUT = "left out", QT_TRANSLATE_NOOP("Choice", "left out by decision")


class LiverBaseline(Choice):
    """The liver before the first dose: other multiples of the limit apply with a tumour in it."""

    NO_TUMOUR = "no liver tumour", QT_TRANSLATE_NOOP("Choice", "no liver tumour")
    TUMOUR = "liver tumour", QT_TRANSLATE_NOOP("Choice", "liver tumour")
    TUMOUR_1_TO_3 = (
        "liver tumour, baseline >1 to 3",
        QT_TRANSLATE_NOOP("Choice", "liver tumour, ALT or AST >1 to 3 x limit at baseline"),
    )
    TUMOUR_3_TO_5 = (
        "liver tumour, baseline >3 to 5",
        QT_TRANSLATE_NOOP("Choice", "liver tumour, ALT or AST >3 to 5 x limit at baseline"),
    )

    def includes(self, row: "LiverBaseline") -> bool:
        """Whether a row written for ``row`` holds for this liver."""
        return row is self or (row is LiverBaseline.TUMOUR and self is not LiverBaseline.NO_TUMOUR)


@dataclass(frozen=True, kw_only=True)
class BaselineCheck(Record):
    """One check before the first dose of a course, with its day and what was found."""

    kind: ClassVar[str] = "baseline_check"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Check before the first dose")
    when: ClassVar[str] = "date"

    course: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("BaselineCheck", "Course"), parent=True, required=True)
    ]
    test: Annotated[
        BaselineTest, Item(label=QT_TRANSLATE_NOOP("BaselineCheck", "Check"), required=True)
    ]
    date: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("BaselineCheck", "Date"), required=True)
    ]
    result: Annotated[
        BaselineResult, Item(label=QT_TRANSLATE_NOOP("BaselineCheck", "Result"), required=True)
    ]
    finding: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("BaselineCheck", "Finding in words"),
            hint=QT_TRANSLATE_NOOP("BaselineCheck", "What was left out: by whom and why."),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """What is abnormal or left out is explained."""
        if self.result is not BaselineResult.NORMAL and not self.finding:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "Say in words what was found, or who left the check out and why.",
                    )
                ),
                "finding",
            )


@dataclass(frozen=True, kw_only=True)
class MeasuredGfr(Record):
    """A filtration rate that was measured, not estimated. It goes before an estimate.

    A rate per 1.73 m2 is another number and is not entered here.
    """

    kind: ClassVar[str] = "measured_gfr"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Measured GFR")
    when: ClassVar[str] = "date"

    date: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("MeasuredGfr", "Date"), required=True)
    ]
    rate: Annotated[
        Decimal,
        Item(
            label=QT_TRANSLATE_NOOP("MeasuredGfr", "Measured GFR"),
            unit="mL/min",
            minimum=1,
            maximum=300,
            required=True,
            hint=QT_TRANSLATE_NOOP(
                "MeasuredGfr", "Of this patient in mL/min; not per 1.73 m2, and no estimate."
            ),
        ),
    ]
    method: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("MeasuredGfr", "Method"),
            required=True,
            suggestions=(
                "iohexol clearance",
                "Tc-99m DTPA",
                "Cr-51 EDTA",
                "24-hour creatinine clearance",
            ),
        ),
    ]
