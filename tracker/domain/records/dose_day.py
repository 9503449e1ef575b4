# SPDX-License-Identifier: MIT
"""What a dose day leaves beside the visit and the dose: what was asked, and what the gate said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Answered(Choice):
    """What was said to a question. A question that was not asked has no record."""

    NONE = "none", QT_TRANSLATE_NOOP("Choice", "none")
    PRESENT = "present", QT_TRANSLATE_NOOP("Choice", "present")


@dataclass(frozen=True, kw_only=True)
class InterviewAnswer(Record):
    """One question of the interview that was asked, with its answer."""

    kind: ClassVar[str] = "interview_answer"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Interview answer")
    own_page: ClassVar[bool] = False

    visit: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("InterviewAnswer", "Visit"), parent=True, required=True)
    ]
    item: Annotated[str, Item(label=QT_TRANSLATE_NOOP("InterviewAnswer", "Asked"), required=True)]
    answer: Annotated[
        Answered, Item(label=QT_TRANSLATE_NOOP("InterviewAnswer", "Answer"), required=True)
    ]
    grade: Annotated[
        int | None,
        Item(label=QT_TRANSLATE_NOOP("InterviewAnswer", "Grade"), minimum=1, maximum=5),
    ] = None
    ctcae_term: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("InterviewAnswer", "CTCAE term"))
    ] = None
    ctcae_version: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("InterviewAnswer", "CTCAE version"))
    ] = None

    def problems(self) -> Iterator[Problem]:
        """An answer of none has no grade; a grade is one of a named version."""
        if self.answer is Answered.NONE and self.grade is not None:
            yield Problem(
                Message(QT_TRANSLATE_NOOP("Message", "“None” and a grade contradict each other.")),
                "grade",
            )
        if self.grade is not None and not self.ctcae_version:
            yield Problem(
                Message(QT_TRANSLATE_NOOP("Message", "A grade needs its CTCAE version.")),
                "ctcae_version",
            )


class Verdict(Choice):
    """What the gate of a dose day said. There is no "go"."""

    NO_STOP = "no stop found", QT_TRANSLATE_NOOP("Choice", "no stop found")
    ASK = "ask", QT_TRANSLATE_NOOP("Choice", "ask")
    HOLD = "hold suggested", QT_TRANSLATE_NOOP("Choice", "hold suggested")


@dataclass(frozen=True, kw_only=True)
class GateAnswer(Record):
    """What the gate said when a dose day was saved, and why a person went on all the same."""

    kind: ClassVar[str] = "gate_answer"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Answer of the gate")
    own_page: ClassVar[bool] = False

    visit: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("GateAnswer", "Visit"), parent=True, required=True)
    ]
    answer: Annotated[Verdict, Item(label=QT_TRANSLATE_NOOP("GateAnswer", "Answer"), required=True)]
    lines: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("GateAnswer", "Lines"),
            long=True,
            hint=QT_TRANSLATE_NOOP("GateAnswer", "Each with its rule, source and version."),
        ),
    ] = None
    with_data: Annotated[
        int | None,
        Item(label=QT_TRANSLATE_NOOP("GateAnswer", "Rules with data"), minimum=0, maximum=10_000),
    ] = None
    rules: Annotated[
        int | None,
        Item(label=QT_TRANSLATE_NOOP("GateAnswer", "Rules in all"), minimum=0, maximum=10_000),
    ] = None
    rule_source: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("GateAnswer", "Rule set"),
            hint=QT_TRANSLATE_NOOP("GateAnswer", "Empty while the clinic has accepted none."),
        ),
    ] = None
    rule_version: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("GateAnswer", "Version of the rule set"))
    ] = None
    override_reason: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("GateAnswer", "Why it was given all the same"))
    ] = None
    decided_by: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("GateAnswer", "Decided by"))] = (
        None
    )


@dataclass(frozen=True, kw_only=True)
class RuleAcceptance(Record):
    """An oncologist of the clinic accepted one rule set, by name and date.

    To switch the set off, the record is marked as entered in error, with the reason.
    """

    kind: ClassVar[str] = "rule_acceptance"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Accepted rule set")
    of_clinic: ClassVar[bool] = True
    when: ClassVar[str] = "date"

    rule_source: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("RuleAcceptance", "Rule set"), required=True)
    ]
    rule_version: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("RuleAcceptance", "Version"), required=True)
    ]
    accepted_by: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("RuleAcceptance", "Oncologist"), required=True)
    ]
    date: Annotated[
        PartialDate, Item(label=QT_TRANSLATE_NOOP("RuleAcceptance", "Date"), required=True)
    ]
