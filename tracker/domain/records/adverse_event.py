# SPDX-License-Identifier: MIT
"""An adverse event by CTCAE term, its grades over time and what may have caused it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record, in_order
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Outcome(Choice):
    """How an adverse event went on (FHIR adverse-event outcome)."""

    RESOLVED = "resolved", QT_TRANSLATE_NOOP("Choice", "resolved")
    SEQUELAE = "resolved-with-sequelae", QT_TRANSLATE_NOOP("Choice", "resolved with sequelae")
    RESOLVING = "resolving", QT_TRANSLATE_NOOP("Choice", "resolving")
    ONGOING = "ongoing", QT_TRANSLATE_NOOP("Choice", "not resolved")
    FATAL = "fatal", QT_TRANSLATE_NOOP("Choice", "fatal")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


class Organ(Choice):
    """The organ an immune-related event is counted under."""

    SKIN = "skin", QT_TRANSLATE_NOOP("Choice", "skin")
    GUT = "gastrointestinal", QT_TRANSLATE_NOOP("Choice", "gastrointestinal")
    LIVER = "liver", QT_TRANSLATE_NOOP("Choice", "liver")
    PANCREAS = "pancreas-lab", QT_TRANSLATE_NOOP("Choice", "pancreas (laboratory)")
    ENDOCRINE = "endocrine", QT_TRANSLATE_NOOP("Choice", "endocrine")
    LUNG = "lung", QT_TRANSLATE_NOOP("Choice", "lung")
    HEART = "cardiac", QT_TRANSLATE_NOOP("Choice", "heart")
    MUSCLE = "musculoskeletal", QT_TRANSLATE_NOOP("Choice", "muscle and joint")
    NERVE = "neurological", QT_TRANSLATE_NOOP("Choice", "nerve")
    KIDNEY = "renal", QT_TRANSLATE_NOOP("Choice", "kidney")
    EYE = "eye", QT_TRANSLATE_NOOP("Choice", "eye")
    BLOOD = "blood", QT_TRANSLATE_NOOP("Choice", "blood")
    SYSTEMIC = "systemic", QT_TRANSLATE_NOOP("Choice", "whole body")


class Rechallenge(Choice):
    """Whether the suspected drug was given again, and what followed."""

    NOT_TRIED = "not-tried", QT_TRANSLATE_NOOP("Choice", "not given again")
    NO_RECURRENCE = "no-recurrence", QT_TRANSLATE_NOOP("Choice", "given again, did not come back")
    SAME = "recurrence", QT_TRANSLATE_NOOP("Choice", "given again, came back")
    OTHER = "another-event", QT_TRANSLATE_NOOP("Choice", "given again, another irAE came")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


CLOSED = frozenset({Outcome.RESOLVED, Outcome.SEQUELAE, Outcome.FATAL})


@dataclass(frozen=True, kw_only=True)
class AdverseEvent(Record):
    """One event. An unknown grade stays empty; "severe" is kept as words."""

    kind: ClassVar[str] = "adverse_event"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Adverse event")
    when: ClassVar[str] = "onset"

    term: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEvent", "Event"),
            required=True,
            lookup="ctcae",
            hint=QT_TRANSLATE_NOOP(
                "AdverseEvent", "Any word of the CTCAE term, or a word of the clinic; Down chooses."
            ),
        ),
    ]
    ctcae_version: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEvent", "CTCAE version"),
            suggestions=("5.0", "6.0"),
            hint=QT_TRANSLATE_NOOP("AdverseEvent", "Empty when the event was not graded."),
        ),
    ] = None
    grade: Annotated[
        int | None,
        Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Grade"), minimum=1, maximum=5),
    ] = None
    described_as: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEvent", "Severity in words"),
            hint=QT_TRANSLATE_NOOP("AdverseEvent", "As written, when no grade is stated."),
        ),
    ] = None
    onset: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Onset"), required=True)
    ]
    end: Annotated[PartialDate | None, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "End"))] = None
    outcome: Annotated[Outcome | None, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Outcome"))] = (
        None
    )
    irae: Annotated[
        YesNo | None, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Immune-related"))
    ] = None
    attribution: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEvent", "Cause as written"),
            hint=QT_TRANSLATE_NOOP(
                "AdverseEvent",
                "Words of the source; below, each treatment is judged with its certainty.",
            ),
        ),
    ] = None
    action: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEvent", "Action taken"),
            suggestions=(
                "dose not changed",
                "dose held",
                "infusion slowed or interrupted",
                "drug stopped for good",
            ),
        ),
    ] = None
    treatment: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Treatment given"))
    ] = None
    serious: Annotated[YesNo | None, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Serious"))] = (
        None
    )
    organ: Annotated[
        Organ | None,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEvent", "Organ of the irAE"),
            hint=QT_TRANSLATE_NOOP("AdverseEvent", "Empty = as the list has it for the term."),
        ),
    ] = None
    rechallenge: Annotated[
        Rechallenge | None, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Rechallenge"))
    ] = None
    rechallenge_date: Annotated[
        PartialDate | None, Item(label=QT_TRANSLATE_NOOP("AdverseEvent", "Given again on"))
    ] = None

    def problems(self) -> Iterator[Problem]:
        """An event ends after its onset, and a rechallenge follows it."""
        yield from in_order(
            self.onset,
            self.end,
            QT_TRANSLATE_NOOP("Message", "The end ({second}) lies before the onset ({first})."),
            "end",
        )
        yield from in_order(
            self.onset,
            self.rechallenge_date,
            QT_TRANSLATE_NOOP(
                "Message", "The rechallenge ({second}) lies before the onset ({first})."
            ),
            "rechallenge_date",
        )

    @property
    def is_ongoing(self) -> bool | None:
        """False once ended or resolved, None when nobody recorded how it went on."""
        if self.outcome in CLOSED or self.end is not None:
            return False
        return None if self.outcome in {None, Outcome.UNKNOWN} else True


@dataclass(frozen=True, kw_only=True)
class AdverseEventGrade(Record):
    """The grade from one day on; it holds until the next one. Grade 0 is "no longer there"."""

    kind: ClassVar[str] = "adverse_event_grade"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Grade over time")
    when: ClassVar[str] = "date"

    adverse_event: Annotated[
        UUID,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEventGrade", "Adverse event"),
            parent=True,
            required=True,
        ),
    ]
    date: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("AdverseEventGrade", "From"), required=True)
    ]
    grade: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("AdverseEventGrade", "Grade"),
            minimum=0,
            maximum=5,
            hint=QT_TRANSLATE_NOOP("AdverseEventGrade", "Empty when it is not known."),
        ),
    ] = None
    described_as: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("AdverseEventGrade", "Severity in words"))
    ] = None


class Causality(Choice):
    """How surely a treatment caused an event: the attribution scale of the NCI (CTEP).

    WHO-UMC and ICH E2 use the same steps; their "certain" is the NCI's "definite", and its code.
    """

    CERTAIN = "certain", QT_TRANSLATE_NOOP("Choice", "definite")
    PROBABLE = "probable", QT_TRANSLATE_NOOP("Choice", "probable")
    POSSIBLE = "possible", QT_TRANSLATE_NOOP("Choice", "possible")
    UNLIKELY = "unlikely", QT_TRANSLATE_NOOP("Choice", "unlikely")
    UNRELATED = "unrelated", QT_TRANSLATE_NOOP("Choice", "unrelated")
    UNKNOWN = "unknown", QT_TRANSLATE_NOOP("Choice", "unknown")


@dataclass(frozen=True, kw_only=True)
class Attribution(Record):
    """Whether one treatment may have caused the event; each treatment is judged apart."""

    kind: ClassVar[str] = "attribution"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Attribution")

    adverse_event: Annotated[
        UUID,
        Item(label=QT_TRANSLATE_NOOP("Attribution", "Adverse event"), parent=True, required=True),
    ]
    course: Annotated[
        UUID | None, Item(label=QT_TRANSLATE_NOOP("Attribution", "Systemic course"))
    ] = None
    radiotherapy_phase: Annotated[
        UUID | None, Item(label=QT_TRANSLATE_NOOP("Attribution", "Radiotherapy"))
    ] = None
    treatment: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("Attribution", "Another cause, or one drug"),
            hint=QT_TRANSLATE_NOOP(
                "Attribution",
                "Surgery, the disease, another medicine; beside a course the drug of it.",
            ),
            suggestions=("surgery", "the disease", "another medicine", "infection"),
        ),
    ] = None
    certainty: Annotated[
        Causality, Item(label=QT_TRANSLATE_NOOP("Attribution", "Caused by it"), required=True)
    ]

    def problems(self) -> Iterator[Problem]:
        """A cause is named, and it is one."""
        named = (self.course, self.radiotherapy_phase)
        if not any((*named, self.treatment)):
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "Name the cause: a course, radiotherapy, or anything in words."
                    )
                ),
                "course",
            )
        if all(named):
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "Judge the course and the radiotherapy each in a row of its own."
                    )
                ),
                "radiotherapy_phase",
            )
