# SPDX-License-Identifier: MIT
"""The gate of a dose-day sheet: the clinic's tables and accepted rules brought to the facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from tracker import paths
from tracker.domain.agents import Formulary, parse_agents
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import Entries
from tracker.domain.dose_day_gate import Gate, GateFacts, assess
from tracker.domain.interview import INTERVIEW
from tracker.domain.lab_grading import Baseline, Grade, Graded, LabCriteria, LabValue
from tracker.domain.markers import judge
from tracker.domain.records import MarkerResult
from tracker.domain.records.dose_day import GateAnswer
from tracker.domain.roles import Role
from tracker.domain.toxicity import Ctcae, RuleSet
from tracker.services import rule_sets
from tracker.store.store import Store

_TERMS = {
    "ANC": ("Neutrophil count decreased",),
    "HGB": ("Anemia",),
    "PLT": ("Platelet count decreased",),
    "ALT": ("Alanine aminotransferase increased",),
    "AST": ("Aspartate aminotransferase increased",),
    "TBIL": ("Blood bilirubin increased",),
    "CREA": ("Creatinine increased",),
    "GLU": ("Hypoglycemia",),
    "NA": ("Hyponatremia", "Hypernatremia"),
    "K": ("Hypokalemia", "Hyperkalemia"),
    "CA": ("Hypocalcemia", "Hypercalcemia"),
    "CK": ("CPK increased",),
    "GGT": ("GGT increased",),
    "LDH": ("Blood lactate dehydrogenase increased",),
    "AMY": ("Serum amylase increased",),
    "LIP": ("Lipase increased",),
}
"""CTCAE 5.0 terms with numeric criteria; what has none is judged by its range. Calcium is graded
as reported: CTCAE means the value corrected for albumin."""

_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the gate judges by.

    Attributes:
        rule_set: the accepted one, or None.
        grades: by interview item the grades that its CTCAE term has.
    """

    rule_set: RuleSet | None = None
    criteria: LabCriteria | None = None
    formulary: Formulary = field(default_factory=lambda: Formulary(()))
    grades: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


NO_RULES = Rules()


def rules_in_force(store: Store) -> Rules:
    """The tables of the program, with the rule set that the clinic has accepted."""
    criteria, formulary, ctcae = _tables()
    grades = {item.code: item.grades(ctcae) for item in INTERVIEW}
    return Rules(rule_sets.in_force(store), criteria, formulary, grades)


@cache
def _tables() -> tuple[LabCriteria, Formulary, Ctcae]:
    folder = paths.resources() / "clinical"
    limits = (folder / "agent_limits.csv").read_text("utf-8")
    agents = [
        agent
        for name in ("agents_ici.csv", "agents_partner.csv")
        for agent in parse_agents((folder / name).read_text("utf-8"), limits)
    ]
    criteria = LabCriteria.parse((folder / "lab_ctcae_v5.json").read_text("utf-8"))
    return criteria, Formulary(agents), ctcae_terms()


@cache
def ctcae_terms() -> Ctcae:
    """The terms of CTCAE 5.0 with the grades that each has."""
    table = paths.resources() / "clinical" / "ctcae_v5_terms.csv"
    return Ctcae.parse(table.read_text("utf-8"))


def judged(day: DoseDay, entries: Entries, rules: Rules, role: Role = Role.NURSE) -> Gate:
    """What the gate says to a sheet, as far as it can be read."""
    agents = [(drug.drug, rules.formulary.find(drug.drug)) for drug in day.drugs]
    classes = {a.inn if a else name: a.agent_class if a else None for name, a in agents}
    covered = (
        n for n, kind in classes.items() if rules.rule_set and rules.rule_set.is_for(n, kind)
    )
    drug = next(covered, next(iter(classes), ""))
    grades = _graded_terms(day, entries, rules)
    facts = GateFacts(
        day=day,
        entries=entries,
        grades={analyte: grade for analyte, (_, grade) in grades.items()},
        terms={analyte: term for analyte, (term, _) in grades.items()},
        labs={a: _with_limits(day, r) for a, r in _newest(day, entries).items()},
        rule_set=rules.rule_set,
        drug=drug,
        drug_class=classes.get(drug),
        other_drugs={name: kind for name, kind in classes.items() if name != drug},
        names=tuple(n for name, a in agents for n in (name, *(a.names if a else ()))),
        is_oncologist=role is Role.ONCOLOGIST,
    )
    return assess(facts)


def graded(day: DoseDay, entries: Entries, rules: Rules) -> dict[str, Grade]:
    """The CTCAE 5.0 grade of the newest result of each analyte with criteria."""
    return {a: grade for a, (_, grade) in _graded_terms(day, entries, rules).items()}


def _newest(day: DoseDay, entries: Entries) -> dict[str, MarkerResult]:
    """The newest result of each analyte up to the day, those of the sheet included."""
    on = entries.visit.date.day or day.today
    before = {a: r for a, r in day.results.items() if r.date.sort_key[0] <= on}
    return before | {lab.analyte: lab for lab in entries.labs}


def _graded_terms(day: DoseDay, entries: Entries, rules: Rules) -> dict[str, tuple[str, Grade]]:
    """By analyte the grade that matters most, with its term."""
    if rules.criteria is None:
        return {}
    newest = _newest(day, entries)
    found: dict[str, tuple[str, Grade]] = {}
    for analyte, terms in _TERMS.items():
        result = newest.get(analyte)
        if result is not None:
            lab, baseline = _with_limits(day, result), _baseline(day, analyte)
            grades = [(term, rules.criteria.grade(term, lab, baseline)) for term in terms]
            found[analyte] = max(grades, key=lambda pair: _weight(pair[1]))
    return found


def _weight(grade: Grade) -> float:
    """A grade above 0 matters most; what cannot be graded on one side is not normal."""
    return grade.highest if isinstance(grade, Graded) else 0.5


def _with_limits(day: DoseDay, result: MarkerResult) -> LabValue:
    ranges = [stored.record for stored in day.chart.ranges]
    sex = day.chart.patient.record.sex
    limits = judge(result, ranges, sex, day.today).ranges
    one = limits[0] if len(limits) == 1 else None
    low, high = (one.low, one.high) if one else (None, None)
    return LabValue(result.value, result.unit, low, high)


def _baseline(day: DoseDay, analyte: str) -> Baseline | None:
    """The newest result up to the start of the course."""
    start = day.book.course.record.start.sort_key if day.book else None
    before = [
        stored.record
        for stored in day.chart.of(MarkerResult)
        if stored.record.analyte == analyte
        and start is not None
        and stored.record.date.sort_key <= start
    ]
    if not before:
        return None
    last = max(before, key=lambda result: result.date.sort_key)
    return Baseline(last.value.number, last.unit, last.flag)


def gate_answer(gate: Gate, texts: Mapping[str, str], decided_by: str, rules: Rules) -> GateAnswer:
    """What is stored of the gate; the parent is set when the visit is stored."""
    lines = (
        f"{line.answer}: {line.text} [{line.rule}; {line.source}, version {line.version}]"
        for line in gate.lines
    )
    return GateAnswer(
        visit=_NOBODY,
        answer=gate.answer,
        lines="\n".join(lines) or None,
        with_data=gate.with_data,
        rules=gate.total,
        rule_source=rules.rule_set.source if rules.rule_set else None,
        rule_version=rules.rule_set.version if rules.rule_set else None,
        override_reason=texts.get("override") or None,
        decided_by=decided_by,
    )
