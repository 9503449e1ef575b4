# SPDX-License-Identifier: MIT
"""The gate of a dose day: what was found before the dose. It suggests; a person decides.

There is no "go": the mildest answer is that none of the rules that had data found a stop.
Whatever is missing, stale, unusual or without a rule asks.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tracker.domain.agents import AgentClass
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_entry import Entries
from tracker.domain.dosing import difference_percent
from tracker.domain.errors import Refused
from tracker.domain.interview import INTERVIEW
from tracker.domain.lab_grading import Grade, Graded, Need
from tracker.domain.records import AdverseEvent, MarkerResult
from tracker.domain.records.adverse_event import AdverseEvent as Event
from tracker.domain.records.dose_day import Verdict
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.toxicity import IraeAction, RuleSet

SOURCE, VERSION = "clinic default", "2024-11"
"""Of the rules below, until a clinic has its own."""

REQUIRED_DAYS = {
    **dict.fromkeys(("ANC", "HGB", "PLT", "ALT", "AST", "TBIL", "CREA", "GLU"), 14),
    **dict.fromkeys(("NA", "K", "CA", "CK", "GGT", "LDH"), 14),
    "TSH": 42,
    "FT4": 42,
}
"""Days a result may be old before a dose. Published list of tests before each cycle of a
checkpoint inhibitor: blood count, Na, K, Ca, creatinine, CK, bilirubin, AST, ALT, GGT, LDH,
glucose, TSH, fT4; amylase or lipase where the clinic wants them. The windows are local."""

BASELINE_TESTS = ("TSH", "CORTISOL", "TROPONIN")
ECOG_ASKS, WEIGHT_ASKS_PERCENT, SYMPTOM_ASKS = 3, 10, 2


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of the interview inside a sentence; the window translates them one by one."""

    labels: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self.labels)


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
        return next((v for v in _WORST if v in found), Verdict.NO_STOP)

    @property
    def open(self) -> tuple[GateLine, ...]:
        """The lines that ask or suggest to hold."""
        return tuple(line for line in self.lines if line.answer is not Verdict.NO_STOP)


_WORST = (Verdict.HOLD, Verdict.ASK, Verdict.NO_STOP)


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What the rules look at.

    Attributes:
        entries: the sheet as far as it can be read.
        grades: CTCAE 5.0 grade of the newest result of each analyte that has criteria.
        rule_set: the accepted set; None while there is none.
        drug, drug_class: of the course.
        is_oncologist: who is at work may lift a hold.
    """

    day: DoseDay
    entries: Entries
    grades: Mapping[str, Grade] = field(default_factory=dict)
    rule_set: RuleSet | None = None
    drug: str = ""
    drug_class: AgentClass | None = None
    is_oncologist: bool = False

    @property
    def on(self) -> date:
        """The day of the sheet."""
        return self.entries.visit.date.day or self.day.today

    @property
    def newest(self) -> dict[str, MarkerResult]:
        """The newest result of each analyte up to the day, those of the sheet included."""
        before = {a: r for a, r in self.day.results.items() if r.date.sort_key[0] <= self.on}
        return before | {lab.analyte: lab for lab in self.entries.labs}


Lines = Iterator[GateLine | None]
"""What a rule yields: lines, or None once when it had nothing to look at."""


def assess(facts: GateFacts) -> Gate:
    """Runs every rule; a rule that had no data is counted as such and has asked instead."""
    lines: list[GateLine] = []
    with_data = 0
    for rule in _RULES:
        found = list(rule(facts))
        with_data += None not in found
        lines += [line for line in found if line is not None]
    lines.sort(key=lambda line: _WORST.index(line.answer))
    return Gate(tuple(lines), with_data, len(_RULES))


def _ask(rule: str, text: str, **values: object) -> GateLine:
    return GateLine(Verdict.ASK, Message(text, values), rule)


def _note(rule: str, text: str, **values: object) -> GateLine:
    return GateLine(Verdict.NO_STOP, Message(text, values), rule)


# --- what was asked and measured today --------------------------------------------------------


def _interview(facts: GateFacts) -> Lines:
    asked = {answer.item for answer in facts.entries.answers}
    left = [item for item in INTERVIEW if item.code not in asked]
    if not asked:
        yield None
        yield _ask("interview", QT_TRANSLATE_NOOP("Message", "The interview was not held today"))
    elif left:
        text = QT_TRANSLATE_NOOP("Message", "Not asked today: {items}")
        yield _ask("interview", text, items=Labels(tuple(item.label for item in left)))


def _symptoms(facts: GateFacts) -> Lines:
    items = {item.code: item for item in INTERVIEW}
    graded = [a for a in facts.entries.answers if a.grade is not None and a.item in items]
    if not facts.entries.answers:
        yield None
    for answer in graded:
        item, values = items[answer.item], {"grade": answer.grade}
        if (answer.grade or 0) >= SYMPTOM_ASKS:
            text = QT_TRANSLATE_NOOP("Message", "{item}: grade {grade}. Is it {behind}?")
            named = {"item": Labels((item.label,)), "behind": Labels((item.behind,))}
            yield _ask("symptom", text, **named, **values)
        else:
            text = QT_TRANSLATE_NOOP("Message", "{item}: grade {grade}")
            yield _note("symptom", text, item=Labels((item.label,)), **values)


def _ecog(facts: GateFacts) -> Lines:
    ecog = facts.entries.visit.ecog
    if ecog is None:
        yield None
        yield _ask("ECOG", QT_TRANSLATE_NOOP("Message", "ECOG is not recorded today"))
    elif ecog >= ECOG_ASKS:
        yield _ask("ECOG", QT_TRANSLATE_NOOP("Message", "ECOG is {n}"), n=ecog)


def _weight(facts: GateFacts) -> Lines:
    now, day = facts.entries.visit.weight, facts.day
    before = {
        QT_TRANSLATE_NOOP("Message", "the last one"): day.last("weight"),
        QT_TRANSLATE_NOOP("Message", "the start"): day.first("weight"),
    }
    if now is None or not any(before.values()):
        yield None
        yield _ask("weight", QT_TRANSLATE_NOOP("Message", "There is no weight to compare"))
        return
    for what, last in before.items():
        number = last.number if last else None
        change = (now - number) / number * 100 if number else Decimal(0)
        if abs(change) > WEIGHT_ASKS_PERCENT:
            text = QT_TRANSLATE_NOOP("Message", "Weight {percent} % against {what}")
            yield _ask("weight", text, percent=f"{change:+.1f}", what=Message(what))


# --- laboratory --------------------------------------------------------------------------------


def _labs(facts: GateFacts) -> Lines:
    newest, missing = facts.newest, []
    labels = {column.analyte: column.label for column in facts.day.columns}
    for analyte, most in REQUIRED_DAYS.items():
        result = newest.get(analyte)
        if result is None:
            missing.append(labels[analyte])
            continue
        age = (facts.on - result.date.sort_key[0]).days
        if age > most:
            text = QT_TRANSLATE_NOOP("Message", "{label} is {age} d old, older than {most} d")
            yield _ask("required labs", text, label=labels[analyte], age=age, most=most)
    if missing:
        yield None
        text = QT_TRANSLATE_NOOP("Message", "No result of {labels}")
        yield _ask("required labs", text, labels=", ".join(missing))


def _lab_grades(facts: GateFacts) -> Lines:
    labels = {column.analyte: column.label for column in facts.day.columns}
    typed = {lab.analyte for lab in facts.entries.labs}
    if not facts.grades:
        yield None
    without: dict[Need, list[str]] = {}
    for analyte, grade in facts.grades.items():
        label = labels.get(analyte, analyte)
        if isinstance(grade, Graded):
            yield from _grade_line(label, facts.newest[analyte], grade)
        elif analyte in typed:
            without.setdefault(grade.reason, []).append(label)
    for need, names in without.items():
        text = QT_TRANSLATE_NOOP("Message", "No grade without {need}: {labels}")
        yield _graded(Verdict.ASK, text, {"need": need, "labels": ", ".join(names)})


def _grade_line(label: str, result: MarkerResult, grade: Graded) -> Lines:
    values = {"label": label, "value": result.value, "unit": result.unit}
    if grade.highest == 0:
        return
    if grade.question is not None:
        text = QT_TRANSLATE_NOOP("Message", "{label} {value} {unit}: grade {grade}. {question}")
        more = {"grade": f"{grade.lowest}–{grade.highest}", "question": grade.question}
        yield _graded(Verdict.ASK, text, values | more)
        return
    text = QT_TRANSLATE_NOOP("Message", "{label} {value} {unit}: grade {grade}")
    verdict = Verdict.ASK if grade.highest >= SYMPTOM_ASKS else Verdict.NO_STOP
    yield _graded(verdict, text, values | {"grade": grade.highest})


def _graded(verdict: Verdict, text: str, values: dict[str, object]) -> GateLine:
    return GateLine(verdict, Message(text, values), "laboratory grade", "CTCAE", "5.0", "")


# --- adverse events and the accepted rule set --------------------------------------------------


def _rule_set(facts: GateFacts) -> Lines:
    rules = facts.rule_set
    if rules is None:
        yield None
        text = QT_TRANSLATE_NOOP("Message", "No rule set is accepted: events are not judged")
        yield _ask("rule set", text)
    elif not rules.is_for(facts.drug, facts.drug_class):
        yield None
        text = QT_TRANSLATE_NOOP("Message", "The rule set is not written for {drug}")
        yield _of_set(rules, Verdict.ASK, text, "rule set", {"drug": facts.drug or "?"})


def _events(facts: GateFacts) -> Lines:
    rules = facts.rule_set
    events = (stored.record for stored in facts.day.chart.of(AdverseEvent))
    running = [event for event in events if event.is_ongoing is not False]
    if rules is None or not rules.is_for(facts.drug, facts.drug_class):
        yield None
        for event in running:
            text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: no rule judges it")
            yield _ask("adverse event", text, term=event.term, grade=_or_unknown(event.grade))
        return
    for event in running:
        yield from _event(rules, event)


def _event(rules: RuleSet, event: Event) -> Lines:
    values: dict[str, object] = {"term": event.term, "grade": _or_unknown(event.grade)}
    if event.grade is None or not rules.grades_are(event.ctcae_version):
        text = QT_TRANSLATE_NOOP("Message", "{term}: the grade {grade} is not one the rules know")
        yield _of_set(rules, Verdict.ASK, text, "adverse event", values)
        return
    found = rules.on_event(event.term, event.grade, {}, any_term=True)
    if not found and event.grade >= SYMPTOM_ASKS:
        text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: the set has no rule for it")
        yield _of_set(rules, Verdict.ASK, text, "adverse event", values)
    for each in found:
        action = each.rule.action
        holds = action.severity >= IraeAction.HOLD.severity and not each.open
        mild = action is IraeAction.CONTINUE and not each.open
        verdict = Verdict.HOLD if holds else Verdict.NO_STOP if mild else Verdict.ASK
        text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: the rule says {action}")
        if each.open:
            text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: {action}, if {condition}?")
        more = values | {"action": action, "condition": each.rule.condition or ""}
        yield _of_set(rules, verdict, text, each.rule.rule_id, more, each.rule.confidence.value)


def _of_set(
    rules: RuleSet,
    verdict: Verdict,
    text: str,
    rule: str,
    values: dict[str, object],
    confidence: str = "",
) -> GateLine:
    return GateLine(
        verdict,
        Message(text, values),
        rule,
        rules.source,
        rules.version,
        rules.jurisdiction,
        confidence,
    )


def _or_unknown(grade: int | None) -> object:
    return Message(QT_TRANSLATE_NOOP("Message", "not stated")) if grade is None else grade


# --- the patient and the plan ------------------------------------------------------------------


def _baseline(facts: GateFacts) -> Lines:
    book = facts.day.book
    if book is None or book.cycles:
        return
    patient = facts.day.chart.patient.record
    wanted = {
        QT_TRANSLATE_NOOP("Message", "hepatitis B"): patient.hepatitis_b,
        QT_TRANSLATE_NOOP("Message", "hepatitis C"): patient.hepatitis_c,
        QT_TRANSLATE_NOOP("Message", "tuberculosis"): patient.tuberculosis,
    }
    tests: dict[str, object] = {name: facts.newest.get(name) for name in BASELINE_TESTS}
    missing = [name for name, known in (wanted | tests).items() if known is None]
    if missing:
        yield None
    for name in missing:
        text = QT_TRANSLATE_NOOP("Message", "Before the first dose: {what} is not recorded")
        yield _ask("baseline", text, what=Message(name))
    text = QT_TRANSLATE_NOOP("Message", "Before the first dose: is the ECG done?")
    yield _ask("baseline", text)


def _allergy(facts: GateFacts) -> Lines:
    if facts.day.chart.patient.record.allergy_status is None:
        yield None
        yield _ask("allergy", QT_TRANSLATE_NOOP("Message", "Allergies were never asked for"))


def _dose(facts: GateFacts) -> Lines:
    day, visit = facts.day, facts.entries.visit
    given = [event for event in facts.entries.events if event.dose is not None]
    if not given:
        yield None
    for event in given:
        drug = next((d for d in day.drugs if event.drug in {None, d.drug}), None)
        computed = day.computed(drug, visit.weight, facts.on) if drug else None
        if computed is None or event.dose is None:
            yield _ask(
                "dose", QT_TRANSLATE_NOOP("Message", "The dose cannot be compared with a plan")
            )
            continue
        try:
            off = difference_percent(event.dose, computed.dose)
        except Refused:
            continue
        if abs(off) > WEIGHT_ASKS_PERCENT:
            text = QT_TRANSLATE_NOOP("Message", "{dose} is {percent} % off the plan")
            yield _ask("dose", text, dose=event.dose, percent=f"{off:+.1f}")
        if computed.is_stale:
            text = QT_TRANSLATE_NOOP("Message", "The dose was calculated from an old weight")
            yield _ask("dose", text)


def _interval(facts: GateFacts) -> Lines:
    book, due = facts.day.book, facts.day.due
    if book is None or due is None or book.projected is None:
        yield None
        yield _ask("interval", QT_TRANSLATE_NOOP("Message", "No date can be projected"))
        return
    if due.last_given == facts.on:
        yield _ask("interval", QT_TRANSLATE_NOOP("Message", "A dose is recorded for this day"))
    elif due.last_given and due.last_given < facts.on < book.projected:
        days = (book.projected - facts.on).days
        text = QT_TRANSLATE_NOOP("Message", "{days} d earlier than the interval allows")
        yield _ask("interval", text, days=days)


def _hold(facts: GateFacts) -> Lines:
    hold = facts.day.book.open_hold if facts.day.book else None
    if hold is None:
        return
    record = hold.record
    lifted = facts.is_oncologist or any(e.ordered_by for e in facts.entries.events)
    values = {"date": record.date, "reason": record.reason_text or record.reason or ""}
    text = QT_TRANSLATE_NOOP("Message", "Held since {date}: {reason}")
    yield GateLine(Verdict.ASK if lifted else Verdict.HOLD, Message(text, values), "open hold")


_RULES: tuple[Callable[[GateFacts], Lines], ...] = (
    _hold,
    _events,
    _symptoms,
    _lab_grades,
    _labs,
    _interview,
    _ecog,
    _weight,
    _interval,
    _dose,
    _baseline,
    _allergy,
    _rule_set,
)
