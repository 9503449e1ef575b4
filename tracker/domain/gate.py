# SPDX-License-Identifier: MIT
"""What the gate of a dose day says, and the facts that its rules look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.agents import AgentClass, LabelLimit
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import Entries
from tracker.domain.lab_grading import Grade, LabValue
from tracker.domain.records import MarkerResult
from tracker.domain.records.dose_day import Verdict
from tracker.domain.required_tests import PUBLISHED, SOURCE, VERSION, WantedTest
from tracker.domain.text import Message
from tracker.domain.toxicity import RuleSet

SYMPTOM_ASKS = 2
"""Grade of a symptom, an event or a result from which on the gate asks."""


@dataclass(frozen=True, slots=True)
class GateLine:
    """One finding with the rule behind it."""

    answer: Verdict
    text: Message
    rule: str
    source: str = SOURCE
    version: str = VERSION
    jurisdiction: str = "local"
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """The answer: the worst of its lines, which stand first."""

    lines: tuple[GateLine, ...]
    with_data: int
    total: int

    @property
    def answer(self) -> Verdict:
        """Hold before ask before no stop found."""
        found = {line.answer for line in self.lines}
        return next((v for v in WORST if v in found), Verdict.NO_STOP)

    @property
    def open(self) -> tuple[GateLine, ...]:
        """The lines that ask or suggest to hold."""
        return tuple(line for line in self.lines if line.answer is not Verdict.NO_STOP)


WORST = (Verdict.HOLD, Verdict.ASK, Verdict.NO_STOP)


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What the rules look at.

    Attributes:
        entries: the sheet as far as it can be read.
        grades: CTCAE 5.0 grade of the newest result of each analyte that has criteria.
        terms: the CTCAE term behind each of the grades.
        labs: the newest result of each analyte with its limits.
        adjusted: what a value is named that was not graded as reported.
        required: tests wanted before the dose.
        limits: by drug the traps printed with its label dose.
        rule_set: the accepted set; None while there is none.
        drug, drug_class: of the course; the one the rule set is written for, if there is one.
        other_drugs: the rest of the regimen with their classes.
        names: every name of the drugs of the regimen, for the comparison with allergies.
        is_oncologist: who is at work may lift a hold.
    """

    day: DoseDay
    entries: Entries
    grades: Mapping[str, Grade] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    labs: Mapping[str, LabValue] = field(default_factory=dict)
    adjusted: Mapping[str, Message] = field(default_factory=dict)
    required: tuple[WantedTest, ...] = PUBLISHED
    limits: tuple[tuple[str, LabelLimit], ...] = ()
    rule_set: RuleSet | None = None
    drug: str = ""
    drug_class: AgentClass | None = None
    other_drugs: Mapping[str, AgentClass | None] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    is_oncologist: bool = False

    @property
    def on(self) -> date:
        """The day of the sheet."""
        return self.entries.visit.date.day or self.day.today

    @property
    def rules(self) -> RuleSet | None:
        """The rule set, when it is accepted and written for the drug."""
        rules = self.rule_set
        return rules if rules and rules.is_for(self.drug, self.drug_class) else None

    @property
    def newest(self) -> dict[str, MarkerResult]:
        """The newest result of each analyte up to the day, those of the sheet included."""
        return self.day.newest(self.on, self.entries.labs)


Lines = Iterator[GateLine | None]
"""What a rule yields: lines, or None once when it had nothing to look at."""


def ask(rule: str, text: str, **values: object) -> GateLine:
    """A line of a local rule that asks."""
    return GateLine(Verdict.ASK, Message(text, values), rule)


def note(rule: str, text: str, **values: object) -> GateLine:
    """A line of a local rule that is only to be read."""
    return GateLine(Verdict.NO_STOP, Message(text, values), rule)
