# SPDX-License-Identifier: MIT
"""CTCAE terms, and what a guideline, label or protocol says to do about an immune-related event.

A rule set is one source, never a mixture: the sources disagree. Each row keeps its own words,
version, jurisdiction and confidence, so that they can be shown beside what follows from it.
"""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Self

from tracker.domain.agents import AgentClass, Confidence
from tracker.domain.fields import Choice
from tracker.domain.records.before_treatment import LiverBaseline
from tracker.domain.text import QT_TRANSLATE_NOOP, normal

ANY_TERM = "*"
"""Stands in a rule for every immune-related event that has no row of its own."""


@dataclass(frozen=True, slots=True)
class CtcaeTerm:
    """One term of CTCAE with the grades that exist for it.

    Attributes:
        name: as printed.
        organ_class: MedDRA system organ class.
        grades: those that exist.
        code: MedDRA code of the clinic's own workbook, as text.
        definition: in the words of that workbook.
        sentences: by grade, what it says.
    """

    name: str
    organ_class: str
    grades: frozenset[int]
    code: str | None = None
    definition: str | None = None
    sentences: Mapping[int, str] = field(default_factory=dict)


class Ctcae:
    """The terms of one CTCAE version."""

    def __init__(self, version: str, terms: tuple[CtcaeTerm, ...]) -> None:
        self.version = version
        self.terms = terms
        self._by_name = {term.name.casefold(): term for term in terms}

    @classmethod
    def parse(cls, table: str) -> Self:
        """Reads the terms (CSV with a header), all of one version."""
        rows = list(csv.DictReader(io.StringIO(table)))
        terms = (CtcaeTerm(r["term"], r["soc"], frozenset(map(int, r["grades"]))) for r in rows)
        return cls(rows[0]["ctcae_version"], tuple(terms))

    def find(self, name: str) -> CtcaeTerm | None:
        """The term of that name, in whatever case."""
        return self._by_name.get(normal(name).casefold())


class IraeAction(Choice):
    """What a source says to do with the immune checkpoint inhibitor, from mild to severe."""

    CONTINUE = "continue", QT_TRANSLATE_NOOP("Choice", "continue")
    SLOW = "interrupt_or_slow", QT_TRANSLATE_NOOP("Choice", "interrupt or slow the infusion")
    HOLD = "hold", QT_TRANSLATE_NOOP("Choice", "hold")
    HOLD_OR_STOP = "hold_or_discontinue", QT_TRANSLATE_NOOP("Choice", "hold or discontinue")
    STOP = "discontinue", QT_TRANSLATE_NOOP("Choice", "discontinue")

    @property
    def severity(self) -> int:
        """0 for the mildest."""
        return list(IraeAction).index(self)


class Condition(Choice):
    """What must be known about an event, beside its grade, before some rows hold."""

    RECURRENT = "recurrent", QT_TRANSLATE_NOOP("Choice", "it came back")
    SYMPTOMATIC = "symptomatic", QT_TRANSLATE_NOOP("Choice", "it causes symptoms")
    CONFIRMED = "confirmed", QT_TRANSLATE_NOOP("Choice", "it is confirmed")


@dataclass(frozen=True, slots=True)
class IraeRule:
    """One row of one source.

    Attributes:
        applies: CTCAE term, case folded -> the grades the row holds for.
        multiples: analyte -> the multiple of the upper limit above which the row holds.
        condition: must be true of the event, beside the grade.
        liver: the liver the multiples are written for; None for any.
        as_printed: grade or condition in the words of the source.
    """

    rule_id: str
    event: str
    as_printed: str
    action: IraeAction
    applies: Mapping[str, frozenset[int]]
    multiples: Mapping[str, Decimal]
    condition: Condition | None
    liver: LiverBaseline | None
    resume: str
    note: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An oncologist of the clinic accepted a rule set, by name and date."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Finding:
    """What one row says about one event.

    Attributes:
        exact: the row is written for this grade; otherwise for a lower one, which is the least
            that holds.
        open: the row holds only if its condition does, which nobody recorded.
    """

    rule: IraeRule
    exact: bool = True
    open: bool = False


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rows of one source. It is off until somebody has accepted it.

    Attributes:
        drug_classes: classes or INNs that the source is written for.
        grade_scheme: which grades its rows mean, in the words of the table.
    """

    source: str
    version: str
    jurisdiction: str
    drug_classes: frozenset[str]
    grade_scheme: str
    rules: tuple[IraeRule, ...]
    accepted: Acceptance | None = None

    def accepted_by(self, person: str, on: date) -> "RuleSet":
        """The same set, switched on by an oncologist of the clinic."""
        return replace(self, accepted=Acceptance(person, on))

    def is_for(self, inn: str, agent_class: AgentClass | None) -> bool:
        """Whether the source is written for this drug or its class."""
        names = {inn.casefold(), agent_class.value.casefold() if agent_class else ""}
        return not names.isdisjoint(each.casefold() for each in self.drug_classes)

    def grades_are(self, ctcae_version: str | None) -> bool:
        """Whether its grades are those of a CTCAE version.

        ``CTCAE v5`` and the label text mean CTCAE 5.0 here; grades of ASCO are not always CTCAE.
        """
        return ctcae_version == "5.0" and "not always CTCAE" not in self.grade_scheme

    def on_event(
        self,
        term: str,
        grade: int,
        conditions: Mapping[Condition, bool],
        *,
        any_term: bool,
    ) -> tuple[Finding, ...]:
        """What the set says about an event: the most severe row that holds, and open ones above.

        A row of a lower grade still holds for a higher one without a row: a worse event is never
        answered more mildly.

        Args:
            grade: 1 to 5, in the scheme of the source.
            conditions: what is known beside the grade; absent is not known.
            term: CTCAE term, or the name the source has for the event.
            any_term: use the rows for "any other" event when the source does not name ``term``.
        """
        key = normal(term).casefold()
        is_other = any_term and not any(key in rule.applies for rule in self.rules)
        rows = self._rows(ANY_TERM if is_other else key, grade)
        held = [f for f in rows if f.rule.condition is None or conditions.get(f.rule.condition)]
        certain = max(held, key=_weight, default=None)
        least = certain.rule.action.severity if certain else -1
        unclear = (
            replace(finding, open=True)
            for finding in rows
            if finding.rule.condition is not None
            and finding.rule.condition not in conditions
            and finding.rule.action.severity > least
        )
        return (*((certain,) if certain else ()), *unclear)

    def _rows(self, key: str, grade: int) -> list[Finding]:
        found = []
        for rule in self.rules:
            grades = rule.applies.get(key, frozenset())
            if grades and min(grades) <= grade:
                found.append(Finding(rule, exact=grade in grades))
        return found

    def on_multiples(
        self, times_upper: Mapping[str, Decimal], liver: LiverBaseline | None
    ) -> IraeRule | None:
        """The most severe row met by results as multiples of their upper limits.

        Without knowing the liver (None), rows for a liver without tumour are used: they are
        the stricter ones.
        """
        place = liver or LiverBaseline.NO_TUMOUR
        met = (
            rule
            for rule in self.rules
            if (rule.liver is None or place.includes(rule.liver))
            and any(times_upper.get(a, 0) > limit for a, limit in rule.multiples.items())
        )
        return max(met, key=lambda rule: rule.action.severity, default=None)


def _weight(finding: Finding) -> tuple[int, bool]:
    return finding.rule.action.severity, finding.exact


def parse_rule_sets(table: str) -> tuple[RuleSet, ...]:
    """Reads the rows of all sources (CSV with a header) into one rule set for each.

    Raises:
        ValueError: an action, condition or confidence that is not known.
    """
    by_source: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(table)):
        by_source.setdefault(row["source"], []).append(row)
    return tuple(
        RuleSet(
            source=source,
            version=rows[0]["version"],
            jurisdiction=rows[0]["jurisdiction"],
            drug_classes=frozenset(rows[0]["drug_classes"].split(";")),
            grade_scheme=rows[0]["grade_scheme"],
            rules=tuple(map(_rule, rows)),
        )
        for source, rows in by_source.items()
    )


_MULTIPLE = re.compile(r"(\w+)>([0-9.]+)", re.ASCII)


def _rule(row: dict[str, str]) -> IraeRule:
    needs = row["needs"]
    is_liver = "liver" in needs
    return IraeRule(
        rule_id=row["rule_id"],
        event=row["event"],
        as_printed=row["grade_or_condition"],
        action=IraeAction(row["action"]),
        applies=_applies(row),
        multiples={name: Decimal(times) for name, times in _MULTIPLE.findall(row["labs"])},
        condition=Condition(needs) if needs and not is_liver else None,
        liver=LiverBaseline(needs) if is_liver else None,
        resume=row["resume_condition"],
        note=row["note"],
        confidence=Confidence(row["confidence"]),
    )


def _applies(row: dict[str, str]) -> dict[str, frozenset[int]]:
    """Terms of the row, and the source's own name for the event, with their grades."""
    applies: dict[str, frozenset[int]] = {}
    for part in filter(None, row["applies"].split(";")):
        term, _, grades = part.rpartition(":")
        applies[term.casefold()] = frozenset(map(int, grades))
    if applies and ANY_TERM not in applies:
        applies.setdefault(row["event"].casefold(), next(iter(applies.values())))
    return applies
