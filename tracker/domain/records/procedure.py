# SPDX-License-Identifier: MIT
"""Surgery and biopsies with what the pathologist found, and the nodes station by station."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class ProcedureType(Choice):
    """Whether tissue was removed to treat or to prove."""

    SURGERY = "surgery", QT_TRANSLATE_NOOP("Choice", "surgery")
    BIOPSY = "biopsy", QT_TRANSLATE_NOOP("Choice", "biopsy")


class Proof(Choice):
    """What the tissue proves."""

    PRIMARY = "primary", QT_TRANSLATE_NOOP("Choice", "primary tumour")
    RELAPSE = "relapse", QT_TRANSLATE_NOOP("Choice", "recurrence or metastasis")
    NO_TUMOUR = "no-tumour", QT_TRANSLATE_NOOP("Choice", "no tumour")
    NOT_DIAGNOSTIC = "not-diagnostic", QT_TRANSLATE_NOOP("Choice", "not diagnostic")


@dataclass(frozen=True, kw_only=True)
class Procedure(Record):
    """One operation or biopsy."""

    kind: ClassVar[str] = "procedure"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Surgery or biopsy")
    when: ClassVar[str] = "date"

    date: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("Procedure", "Date"), required=True)]
    type: Annotated[
        ProcedureType, Item(label=QT_TRANSLATE_NOOP("Procedure", "Type"), required=True)
    ]
    name: Annotated[str, Item(label=QT_TRANSLATE_NOOP("Procedure", "Procedure"), required=True)]
    site: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Procedure", "Site"))] = None
    histology: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Procedure", "Histology"))] = None
    proves: Annotated[Proof | None, Item(label=QT_TRANSLATE_NOOP("Procedure", "Tissue proves"))] = (
        None
    )
    size: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Procedure", "Tumour size as stated"),
            hint=QT_TRANSLATE_NOOP("Procedure", "With its unit, for example 3.5 x 3.5 x 2.5 cm."),
        ),
    ] = None
    invasion: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Procedure", "Invasion"), long=True)
    ] = None
    margins: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("Procedure", "Margins"))] = None


@dataclass(frozen=True, kw_only=True)
class NodeStation(Record):
    """Lymph nodes of one station: positive of examined."""

    kind: ClassVar[str] = "node_station"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Node station")

    procedure: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("NodeStation", "Procedure"), parent=True, required=True)
    ]
    station: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("NodeStation", "Station"),
            required=True,
            suggestions=("left pelvic", "right pelvic", "right common iliac", "para-aortic"),
        ),
    ]
    positive: Annotated[
        int | None, Item(label=QT_TRANSLATE_NOOP("NodeStation", "Positive"), minimum=0, maximum=200)
    ] = None
    examined: Annotated[
        int | None, Item(label=QT_TRANSLATE_NOOP("NodeStation", "Examined"), minimum=0, maximum=200)
    ] = None

    def problems(self) -> Iterator[Problem]:
        """No more nodes are positive than were examined."""
        positive, examined = self.positive, self.examined
        if positive is not None and examined is not None and positive > examined:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "Positive nodes: {positive}. Examined: {examined}. No more can be positive "
                        "than were examined.",
                    ),
                    {"positive": positive, "examined": examined},
                ),
                "positive",
            )
