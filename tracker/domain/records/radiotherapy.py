# SPDX-License-Identifier: MIT
"""One phase of radiotherapy: a volume, a dose, a number of fractions."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record, in_order
from tracker.domain.text import QT_TRANSLATE_NOOP


class BoostKind(Choice):
    """How a boost relates to the phase it belongs to."""

    SIMULTANEOUS = "simultaneous", QT_TRANSLATE_NOOP("Choice", "simultaneous (instead of)")
    SEQUENTIAL = "sequential", QT_TRANSLATE_NOOP("Choice", "sequential (in addition)")


@dataclass(frozen=True, kw_only=True)
class RadiotherapyPhase(Record):
    """Physical dose to one volume; BED and EQD2 are computed, never typed."""

    kind: ClassVar[str] = "radiotherapy_phase"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Radiotherapy phase")
    when: ClassVar[str] = "start"

    site: Annotated[str, Item(label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Site"), required=True)]
    technique: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Technique"),
            suggestions=("IMRT", "VMAT", "3D-CRT", "SBRT", "HDR brachytherapy"),
        ),
    ] = None
    total_gy: Annotated[
        Decimal,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Total dose"),
            unit="Gy",
            required=True,
            minimum=Decimal("0.1"),
            maximum=150,
        ),
    ]
    fractions: Annotated[
        int,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Fractions"),
            required=True,
            minimum=1,
            maximum=100,
        ),
    ]
    per_week: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Fractions per week"),
            minimum=1,
            maximum=21,
        ),
    ] = None
    boost: Annotated[
        BoostKind | None,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Boost"),
            hint=QT_TRANSLATE_NOOP(
                "RadiotherapyPhase",
                "A simultaneous boost is instead of the course below it, never added to it.",
            ),
        ),
    ] = None
    boost_of: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Boost of (site)"))
    ] = None
    start: Annotated[
        PartialDate | None, Item(label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Start"))
    ] = None
    end: Annotated[
        PartialDate | None, Item(label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "End"))
    ] = None
    inferred: Annotated[
        YesNo | None,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Partly inferred"),
            hint=QT_TRANSLATE_NOOP(
                "RadiotherapyPhase", "Yes when a number is not in the source; say which."
            ),
        ),
    ] = None
    alpha_beta: Annotated[
        Decimal | None,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Alpha/beta of its own"),
            unit="Gy",
            minimum=Decimal("0.5"),
            maximum=30,
            hint=QT_TRANSLATE_NOOP(
                "RadiotherapyPhase", "Empty = 10 Gy for tumour and 3 Gy for late effects only."
            ),
        ),
    ] = None
    dose_point: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("RadiotherapyPhase", "Dose point"),
            hint=QT_TRANSLATE_NOOP(
                "RadiotherapyPhase",
                "Phases that name the same point are summed as EQD2. Name it only when their "
                "plans confirm that they meet there.",
            ),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A phase ends after it starts."""
        yield from in_order(
            self.start,
            self.end,
            QT_TRANSLATE_NOOP("Message", "The end ({second}) lies before the start ({first})."),
            "end",
        )
