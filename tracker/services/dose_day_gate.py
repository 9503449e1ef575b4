# SPDX-License-Identifier: MIT
"""The gate of a dose-day sheet: the clinic's tables and accepted rules brought to the facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from uuid import UUID

from tracker import paths
from tracker.domain.agents import Formulary
from tracker.domain.calcium import corrected
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import Entries
from tracker.domain.dose_day_gate import Gate, GateFacts, assess
from tracker.domain.interview import INTERVIEW
from tracker.domain.lab_grading import Baseline, Grade, Graded, LabCriteria, LabValue
from tracker.domain.markers import by_sample, judge
from tracker.domain.records import MarkerResult, RequiredTest
from tracker.domain.records.dose_day import GateAnswer
from tracker.domain.required_tests import PUBLISHED, WantedTest, wanted
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.toxicity import Ctcae, RuleSet
from tracker.domain.values import Reading
from tracker.services import agents, rule_sets
from tracker.services.terminology import ctcae_terms
from tracker.store.store import Store

_TERMS = {
    "WBC": ("White blood cell decreased",),
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
"""CTCAE 5.0 terms with numeric criteria; what has none is judged by its range."""

_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the gate judges by.

    Attributes:
        rule_set: the accepted one, or None.
        formulary: the drugs of the program and of the clinic.
        grades: by interview item the grades that its CTCAE term has.
        required: tests wanted before a dose.
    """

    rule_set: RuleSet | None = None
    criteria: LabCriteria | None = None
    formulary: Formulary = field(default_factory=lambda: Formulary(()))
    grades: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    required: tuple[WantedTest, ...] = PUBLISHED


NO_RULES = Rules()


def rules_in_force(store: Store) -> Rules:
    """The tables of the program, with what the clinic has accepted, decided and added."""
    criteria, ctcae = _tables()
    grades = {item.code: item.grades(ctcae) for item in INTERVIEW}
    required = wanted(store.of_clinic(RequiredTest))
    accepted = rule_sets.in_force(store)
    return Rules(accepted, criteria, agents.formulary(store), grades, required)


@cache
def _tables() -> tuple[LabCriteria, Ctcae]:
    table = paths.resources() / "clinical" / "lab_ctcae_v5.json"
    return LabCriteria.parse(table.read_text("utf-8")), ctcae_terms()


def judged(day: DoseDay, entries: Entries, rules: Rules, role: Role = Role.NURSE) -> Gate:
    """What the gate says to a sheet, as far as it can be read."""
    known = [(drug.drug, rules.formulary.find(drug.drug)) for drug in day.drugs]
    classes = {a.inn if a else name: a.agent_class if a else None for name, a in known}
    covered = (
        n for n, kind in classes.items() if rules.rule_set and rules.rule_set.is_for(n, kind)
    )
    drug = next(covered, next(iter(classes), ""))
    newest = _newest(day, entries)
    labs = _labs(day, newest)
    grades = _graded_terms(day, labs, rules)
    facts = GateFacts(
        day=day,
        entries=entries,
        grades={analyte: grade for analyte, (_, grade) in grades.items()},
        terms={analyte: term for analyte, (term, _) in grades.items()},
        labs=labs,
        adjusted=_adjusted(newest),
        required=rules.required,
        limits=tuple((n, limit) for n, a in known if a for limit in a.limits),
        rule_set=rules.rule_set,
        drug=drug,
        drug_class=classes.get(drug),
        other_drugs={name: kind for name, kind in classes.items() if name != drug},
        names=tuple(n for name, a in known for n in (name, *(a.names if a else ()))),
        is_oncologist=role is Role.ONCOLOGIST,
    )
    return assess(facts)


def graded(day: DoseDay, entries: Entries, rules: Rules) -> dict[str, Grade]:
    """The CTCAE 5.0 grade of the newest result of each analyte with criteria."""
    labs = _labs(day, _newest(day, entries))
    return {a: grade for a, (_, grade) in _graded_terms(day, labs, rules).items()}


def _newest(day: DoseDay, entries: Entries) -> dict[str, MarkerResult]:
    """The newest result of each analyte up to the day, those of the sheet included."""
    on = entries.visit.date.day or day.today
    return day.newest(on, entries.labs)


def _graded_terms(
    day: DoseDay, labs: Mapping[str, LabValue], rules: Rules
) -> dict[str, tuple[str, Grade]]:
    """By analyte the grade that matters most, with its term."""
    if rules.criteria is None:
        return {}
    found: dict[str, tuple[str, Grade]] = {}
    for analyte, terms in _TERMS.items():
        lab = labs.get(analyte)
        if lab is not None:
            baseline = _baseline(day, analyte)
            grades = [(term, rules.criteria.grade(term, lab, baseline)) for term in terms]
            found[analyte] = max(grades, key=lambda pair: _weight(pair[1]))
    return found


def _weight(grade: Grade) -> float:
    """A grade above 0 matters most; what cannot be graded on one side is not normal."""
    return grade.highest if isinstance(grade, Graded) else 0.5


def _labs(day: DoseDay, newest: Mapping[str, MarkerResult]) -> dict[str, LabValue]:
    """The newest results with their limits; calcium corrected for albumin where that is known."""
    labs = {analyte: _with_limits(day, result) for analyte, result in newest.items()}
    calcium = _corrected_calcium(newest)
    return labs | {"CA": replace(labs["CA"], value=calcium)} if calcium else labs


def _corrected_calcium(newest: Mapping[str, MarkerResult]) -> Reading | None:
    total, albumin = newest.get("CA"), newest.get("ALB")
    return corrected(total, albumin) if total and albumin else None


def _adjusted(newest: Mapping[str, MarkerResult]) -> dict[str, Message]:
    """How the calcium that is graded is named: CTCAE means the one corrected for albumin."""
    if "CA" not in newest:
        return {}
    if _corrected_calcium(newest) is None:
        return {"CA": Message(QT_TRANSLATE_NOOP("Message", "Ca, not corrected for albumin,"))}
    albumin, total = newest["ALB"], newest["CA"]
    text = QT_TRANSLATE_NOOP("Message", "Ca {total} corrected for albumin {albumin} {unit}:")
    values = {"total": total.value, "albumin": albumin.value, "unit": albumin.unit}
    return {"CA": Message(text, values)}


def _with_limits(day: DoseDay, result: MarkerResult) -> LabValue:
    ranges = [stored.record for stored in day.chart.ranges]
    sex = day.chart.patient.record.sex
    limits = judge(result, ranges, sex, day.today).ranges
    one = limits[0] if len(limits) == 1 else None
    low, high = (one.low, one.high) if one else (None, None)
    return LabValue(result.value, result.unit, low, high)


def _baseline(day: DoseDay, analyte: str) -> Baseline | None:
    """The newest result that is certainly not after the start of the course.

    One that only states a limit has a flag, but no value to multiply.
    """
    start = day.book.course.record.start.sort_key[0] if day.book else None
    before = [
        stored.record
        for stored in day.chart.of(MarkerResult)
        if stored.record.analyte == analyte
        and start is not None
        and stored.record.date.sort_key[1] <= start
    ]
    if not before:
        return None
    last = by_sample(before)[-1]
    exact = None if last.value.is_censored else last.value.number
    return Baseline(exact, last.unit, last.flag)


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
