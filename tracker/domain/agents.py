# SPDX-License-Identifier: MIT
"""Drugs of the courses: names, class, label dose and the traps printed with it.

The tables are facts with a source, a version and a confidence, shown beside every use; a dose
of a label is text to be read, never a dose to be given.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from tracker.domain.errors import Problem, Refused
from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, normal
from tracker.domain.vocabulary import Vocabulary, Word


class AgentClass(Choice):
    """What a drug acts on, as far as a rule set may be written for it."""

    PD1 = "PD-1", QT_TRANSLATE_NOOP("Choice", "PD-1 antibody")
    PDL1 = "PD-L1", QT_TRANSLATE_NOOP("Choice", "PD-L1 antibody")
    CTLA4 = "CTLA-4", QT_TRANSLATE_NOOP("Choice", "CTLA-4 antibody")
    BISPECIFIC = "bispecific", QT_TRANSLATE_NOOP("Choice", "bispecific antibody")
    COMBINATION = "combination", QT_TRANSLATE_NOOP("Choice", "fixed antibody combination")
    CHEMOTHERAPY = "chemotherapy", QT_TRANSLATE_NOOP("Choice", "chemotherapy")
    ANTI_VEGF = "anti-VEGF", QT_TRANSLATE_NOOP("Choice", "anti-VEGF antibody")
    TKI = "TKI", QT_TRANSLATE_NOOP("Choice", "tyrosine kinase inhibitor")
    ADC = "ADC", QT_TRANSLATE_NOOP("Choice", "antibody-drug conjugate")
    BISPHOSPHONATE = "bisphosphonate", QT_TRANSLATE_NOOP("Choice", "bisphosphonate")
    CORTICOSTEROID = "corticosteroid", QT_TRANSLATE_NOOP("Choice", "corticosteroid")


_CHEMOTHERAPY = frozenset(
    {
        "taxane",
        "platinum",
        "antimetabolite",
        "camptothecin",
        "antifolate",
        "podophyllotoxin",
    }
)


class Confidence(Choice):
    """How well a fact is founded; medium is checked by a clinician before it is relied on."""

    HIGH = "high", QT_TRANSLATE_NOOP("Choice", "high")
    MEDIUM = "medium", QT_TRANSLATE_NOOP("Choice", "medium")


class LimitKind(Choice):
    """What a trap of a label is about."""

    SINGLE_DOSE = "single dose", QT_TRANSLATE_NOOP("Choice", "single dose")
    DOSE_COUNT = "dose count", QT_TRANSLATE_NOOP("Choice", "number of doses")
    CHANGE = (
        "change of dose and interval",
        QT_TRANSLATE_NOOP("Choice", "change of dose and interval"),
    )
    BODY_WEIGHT = "body weight", QT_TRANSLATE_NOOP("Choice", "body weight")
    HIGHEST_DOSE = "highest dose", QT_TRANSLATE_NOOP("Choice", "highest dose")
    ROUTE = "route", QT_TRANSLATE_NOOP("Choice", "route")
    OTHER_PRODUCT = "other product", QT_TRANSLATE_NOOP("Choice", "other product")


@dataclass(frozen=True, slots=True)
class LabelLimit:
    """A trap printed with a label dose.

    Attributes:
        applies_to: the indication, schedule or patients it holds for, as printed.
        doses: planned number of doses where one is printed.
        interval_days: of the schedule it holds for, where one is printed.
        text: the words of the table, to be shown.
    """

    kind: LimitKind
    applies_to: str
    doses: int | None
    interval_days: int | None
    text: str
    source: str
    version: str


@dataclass(frozen=True, slots=True)
class Agent:
    """One drug. Empty texts are not known, not "none".

    Attributes:
        target: target or drug class in the words of the table.
        label_dose: usual dose as printed; ``basis`` says per what.
        interval_days: of the usual schedule; None when single, daily or regimen dependent.
        confidence: None when the table states none.
    """

    inn: str
    zh_name: str
    brands: tuple[str, ...]
    agent_class: AgentClass
    target: str
    route: str
    label_dose: str
    basis: str
    interval_days: int | None
    alternatives: str
    days_in_cycle: str
    cap: str
    atc: str
    note: str
    source: str
    version: str
    confidence: Confidence | None
    limits: tuple[LabelLimit, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it is looked up by: INN, Chinese name, brands."""
        inn, _, other = self.inn.removesuffix(")").partition(" (")
        return tuple(name for name in (inn, other, self.zh_name, *self.brands) if name)


def _class_of(target: str, kind: str) -> AgentClass:
    """The class by the words of the two tables: ``PD-1 x VEGF``, ``taxane``, ``ADC (HER2)``.

    Raises:
        ValueError: words that no class is known for.
    """
    if " x " in target:
        return AgentClass.BISPECIFIC
    if " + " in target:
        return AgentClass.COMBINATION
    words = target or kind
    if words in _CHEMOTHERAPY:
        return AgentClass.CHEMOTHERAPY
    return AgentClass(words.partition(" (")[0])


def parse_agents(table: str, limits: str = "") -> tuple[Agent, ...]:
    """Reads a table of agents (CSV with a header), and the traps of their labels.

    Raises:
        Refused: rows without a name, source or version, or with an unknown class; all at once.
    """
    traps: dict[str, list[LabelLimit]] = {}
    for row in csv.DictReader(io.StringIO(limits)):
        traps.setdefault(row["inn"], []).append(_limit(row))
    agents: list[Agent] = []
    problems: list[Problem] = []
    for number, row in enumerate(csv.DictReader(io.StringIO(table)), start=2):
        try:
            agents.append(_agent(row, tuple(traps.get(row["inn"], ()))))
        except (KeyError, ValueError):
            problems.append(_unreadable(number, row))
    Refused.if_any(problems)
    return tuple(agents)


def _unreadable(number: int, row: dict[str, str]) -> Problem:
    message = Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "“{inn}” is no complete entry: it needs a name, a known class, a source and a "
            "version, and whole days as interval.",
        ),
        {"inn": (row.get("inn") or "")[:60]},
    )
    return Problem(message, place=f"row {number}")


def _agent(row: dict[str, str], limits: tuple[LabelLimit, ...]) -> Agent:
    if not (row["inn"] and row["source"] and row["version"]):
        raise ValueError(row)
    target = row.get("target", "")
    brands = row.get("brand", "").split(" / ")
    return Agent(
        inn=normal(row["inn"]),
        zh_name=normal(row["zh_name"]),
        brands=tuple(normal(brand) for brand in brands if brand),
        agent_class=_class_of(target, row["class"]),
        target=target or row["class"],
        route=row.get("route", ""),
        label_dose=row.get("label_dose") or row.get("usual_dose", ""),
        basis=row.get("basis", ""),
        interval_days=_whole(row["interval_days"]),
        alternatives=row.get("alternative_dose", ""),
        days_in_cycle=row.get("days_in_cycle", ""),
        cap=row.get("max_or_cap", ""),
        atc=row["atc"],
        note=row["note"],
        source=row["source"],
        version=row["version"],
        confidence=Confidence(row["confidence"]) if row["confidence"] else None,
        limits=limits,
    )


def _limit(row: dict[str, str]) -> LabelLimit:
    return LabelLimit(
        kind=LimitKind(row["kind"]),
        applies_to=row["applies_to"],
        doses=_whole(row["doses"]),
        interval_days=_whole(row["interval_days"]),
        text=row["label_text"],
        source=row["source"],
        version=row["version"],
    )


def _whole(text: str) -> int | None:
    return int(text) if text else None


class Formulary:
    """The agents known to a clinic: those of the program, and its own."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        self._agents = {_key(agent.inn): agent for agent in agents}
        self._by_name = {_key(name): agent for agent in self for name in agent.names}

    def __iter__(self) -> Iterator[Agent]:
        return iter(self._agents.values())

    def __len__(self) -> int:
        return len(self._agents)

    def find(self, name: str) -> Agent | None:
        """The agent with this INN, Chinese name or brand; never a similar one."""
        return self._by_name.get(_key(name))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """To choose from while typing.

        A brand or Chinese name finds its drug and stays as it was typed: one drug may have
        products that are dosed differently.
        """
        return Vocabulary(Word(agent.inn, _beside(agent)) for agent in self)

    def with_own(self, agents: Iterable[Agent]) -> Self:
        """The same formulary with a clinic's own entries, which win over those of the program."""
        return type(self)((*self, *agents))


def _beside(agent: Agent) -> str:
    """What is read beside a drug while one chooses: names, class, usual dose, where printed."""
    every = f"every {agent.interval_days} d" if agent.interval_days else ""
    dose = " ".join(part for part in (agent.label_dose, agent.basis, every) if part)
    names = " ".join((agent.zh_name, *agent.brands)).strip()
    how = f"confidence {agent.confidence.value}" if agent.confidence else ""
    parts = (names, agent.target, dose, agent.source, f"v{agent.version}", how)
    return "; ".join(part for part in parts if part)


def _key(name: str) -> str:
    return normal(name).casefold()
