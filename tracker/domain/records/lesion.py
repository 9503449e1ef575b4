# SPDX-License-Identifier: MIT
"""A lesion that is followed from scan to scan, and what each scan says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Side(Choice):
    """Side of the body."""

    LEFT = "left", QT_TRANSLATE_NOOP("Choice", "left")
    RIGHT = "right", QT_TRANSLATE_NOOP("Choice", "right")
    MIDLINE = "midline", QT_TRANSLATE_NOOP("Choice", "midline")
    BOTH = "both", QT_TRANSLATE_NOOP("Choice", "both")


class LesionRole(Choice):
    """What a lesion is for the response criteria; empty when nobody chose targets."""

    TARGET = "target", QT_TRANSLATE_NOOP("Choice", "target")
    NON_TARGET = "non-target", QT_TRANSLATE_NOOP("Choice", "non-target")
    NEW = "new", QT_TRANSLATE_NOOP("Choice", "new")


class Finding(Choice):
    """What a scan says of a lesion beside its size, or instead of one."""

    PRESENT = "present", QT_TRANSLATE_NOOP("Choice", "present, not measured")
    TOO_SMALL = "too-small", QT_TRANSLATE_NOOP("Choice", "too small to measure")
    ABSENT = "absent", QT_TRANSLATE_NOOP("Choice", "absent")
    PROGRESSED = "progressed", QT_TRANSLATE_NOOP("Choice", "unequivocal progression")
    NOT_EVALUABLE = "not-evaluable", QT_TRANSLATE_NOOP("Choice", "not evaluable")
    SPLIT = "split", QT_TRANSLATE_NOOP("Choice", "split, parts added up")
    MERGED = "merged", QT_TRANSLATE_NOOP("Choice", "merged into another, measured there")
    EQUIVOCAL = "equivocal", QT_TRANSLATE_NOOP("Choice", "equivocal")


HAVE_NO_SIZE = frozenset({Finding.TOO_SMALL, Finding.ABSENT, Finding.NOT_EVALUABLE, Finding.MERGED})


@dataclass(frozen=True, kw_only=True)
class Lesion(Record):
    """One tumour or node of the patient, whichever scan shows it."""

    kind: ClassVar[str] = "lesion"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Lesion")
    when: ClassVar[str] = "first_seen"

    label: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Lesion", "Name"),
            required=True,
            hint=QT_TRANSLATE_NOOP("Lesion", "Short, to pick it from a list: T1, N2, liver 1."),
        ),
    ]
    organ: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("Lesion", "Organ"),
            required=True,
            hint=QT_TRANSLATE_NOOP("Lesion", "RECIST counts at most two targets in one organ."),
            suggestions=("cervix", "lymph node", "lung", "liver", "bone", "brain", "peritoneum"),
        ),
    ]
    site: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Lesion", "Place in it"))] = None
    side: Annotated[Side | None, Item(label=QT_TRANSLATE_NOOP("Lesion", "Side"))] = None
    node: Annotated[
        YesNo | None,
        Item(
            label=QT_TRANSLATE_NOOP("Lesion", "Lymph node"),
            hint=QT_TRANSLATE_NOOP("Lesion", "A node is measured by its short axis."),
        ),
    ] = None
    role: Annotated[LesionRole | None, Item(label=QT_TRANSLATE_NOOP("Lesion", "Role"))] = None
    first_seen: Annotated[
        PartialDate | None, Item(label=QT_TRANSLATE_NOOP("Lesion", "First seen"))
    ] = None


@dataclass(frozen=True, kw_only=True)
class LesionMeasurement(Record):
    """One lesion on one scan: its size, or why it has none."""

    kind: ClassVar[str] = "lesion_measurement"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Measured lesion")

    imaging_study: Annotated[
        UUID,
        Item(
            label=QT_TRANSLATE_NOOP("LesionMeasurement", "Imaging study"),
            parent=True,
            required=True,
        ),
    ]
    lesion: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("LesionMeasurement", "Lesion"), required=True)
    ]
    diameter: Annotated[
        Decimal | None,
        Item(
            label=QT_TRANSLATE_NOOP("LesionMeasurement", "Longest diameter"),
            unit="mm",
            minimum=0,
            maximum=500,
        ),
    ] = None
    short_axis: Annotated[
        Decimal | None,
        Item(
            label=QT_TRANSLATE_NOOP("LesionMeasurement", "Short axis"),
            unit="mm",
            minimum=0,
            maximum=500,
        ),
    ] = None
    finding: Annotated[
        Finding | None, Item(label=QT_TRANSLATE_NOOP("LesionMeasurement", "Instead of a size"))
    ] = None
    as_printed: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("LesionMeasurement", "As printed"),
            hint=QT_TRANSLATE_NOOP("LesionMeasurement", "With its unit, for example about 4 cm."),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """Something is said of the lesion, and nothing contradicts a size."""
        if all(v is None for v in (self.diameter, self.short_axis, self.finding, self.as_printed)):
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "Enter a size, a finding, or what the report prints."
                    )
                ),
                "diameter",
            )
        is_measured = self.diameter is not None or self.short_axis is not None
        if is_measured and self.finding in HAVE_NO_SIZE:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP("Message", "A lesion that is “{finding}” has no size."),
                    {"finding": self.finding},
                ),
                "finding",
            )
        for name in ("diameter", "short_axis"):
            if getattr(self, name) == 0:
                yield Problem(
                    Message(
                        QT_TRANSLATE_NOOP(
                            "Message", "0 mm is no size: record the lesion as absent instead."
                        )
                    ),
                    name,
                )
        if self.diameter is not None and (self.short_axis or 0) > self.diameter:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "The short axis is not longer than the longest diameter."
                    )
                ),
                "short_axis",
            )
