# SPDX-License-Identifier: MIT
"""The gate's rules about laboratory results and adverse events, by grade and accepted rule set."""

from tracker.domain.fields import YesNo
from tracker.domain.gate import SYMPTOM_ASKS, GateFacts, GateLine, Lines, ask
from tracker.domain.gate_baseline import answered
from tracker.domain.lab_grading import Graded, Need
from tracker.domain.records import AdverseEvent
from tracker.domain.records.dose_day import Verdict
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.toxicity import IraeAction, IraeRule, RuleSet

RANGE_DECIDES = {"TSH": "both", "FT4": "both", "GLU": "high"}
"""CTCAE 5.0 has no numbers for these sides: outside the printed range asks."""

LIVER = {"ALT": "ALT", "AST": "AST", "TBIL": "BILI"}
"""Analyte -> its name in the rows that judge by multiples of the upper limit."""


# --- laboratory --------------------------------------------------------------------------------


def required_labs(facts: GateFacts) -> Lines:
    """Results the clinic wants before this dose: missing, or older than it allows."""
    newest = facts.newest
    labels = {column.analyte: column.label for column in facts.day.columns}
    is_first = facts.day.book is None or not facts.day.book.cycles
    checked: set[str] = {check.value for check in answered(facts)} if is_first else set()
    missing: dict[tuple[str, str], list[str]] = {}
    for test in facts.required:
        if (test.first_only and not is_first) or checked.intersection(test.analytes):
            continue
        label = " / ".join(labels.get(analyte, analyte) for analyte in test.analytes)
        found = [newest[analyte] for analyte in test.analytes if analyte in newest]
        if not found:
            missing.setdefault((test.source, test.version), []).append(label)
            continue
        age = min((facts.on - result.date.sort_key[0]).days for result in found)
        if test.days is not None and age > test.days:
            text = QT_TRANSLATE_NOOP("Message", "{label} is {age} d old, older than {most} d")
            values: dict[str, object] = {"label": label, "age": age, "most": test.days}
            yield _required(test.source, test.version, text, values)
    for (source, version), names in missing.items():
        yield None
        text = QT_TRANSLATE_NOOP("Message", "No result of {labels}")
        yield _required(source, version, text, {"labels": ", ".join(names)})


def _required(source: str, version: str, text: str, values: dict[str, object]) -> GateLine:
    return GateLine(Verdict.ASK, Message(text, values), "required labs", source, version)


def lab_grades(facts: GateFacts) -> Lines:
    """CTCAE 5.0 grades, and what the rule set says about an event of that grade."""
    labels = {column.analyte: column.label for column in facts.day.columns}
    looked_at = {lab.analyte for lab in facts.entries.labs} | {
        analyte for test in facts.required for analyte in test.analytes
    }
    if not facts.grades:
        yield None
    without: dict[Need, list[str]] = {}
    for analyte, grade in facts.grades.items():
        label: object = facts.adjusted.get(analyte, labels.get(analyte, analyte))
        if isinstance(grade, Graded):
            yield from _grade_line(label, facts, analyte, grade)
            yield from _grade_rule(facts, label, analyte, grade)
        elif analyte in looked_at:
            without.setdefault(grade.reason, []).append(labels.get(analyte, analyte))
    for need, names in without.items():
        text = QT_TRANSLATE_NOOP("Message", "No grade without {need}: {labels}")
        yield _graded(Verdict.ASK, text, {"need": need, "labels": ", ".join(names)})


def _grade_line(label: object, facts: GateFacts, analyte: str, grade: Graded) -> Lines:
    graded = facts.labs.get(analyte, facts.newest[analyte])
    values = {"label": label, "value": graded.value, "unit": graded.unit}
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


def _grade_rule(facts: GateFacts, label: object, analyte: str, grade: Graded) -> Lines:
    """A laboratory grade is an event too, where the rule set has a row for its term."""
    rules, term = facts.rules, facts.terms.get(analyte)
    if rules is None or term is None or not rules.grades_are("5.0"):
        return
    low, high = (_held_by(rules, term, n) for n in (grade.lowest, grade.highest))
    if high is not None:
        text = QT_TRANSLATE_NOOP("Message", "{label}, grade {grade}: the rule says {action}")
        values = {"label": label, "grade": grade.highest, "action": high.action}
        verdict = Verdict.HOLD if low is not None else Verdict.ASK
        yield _of_set(rules, verdict, text, high.rule_id, values, high.confidence.value)


def _held_by(rules: RuleSet, term: str, grade: int) -> IraeRule | None:
    """The row that suggests to hold at that grade, whatever else is known of the event."""
    found = rules.on_event(term, grade, {}, any_term=False) if grade else ()
    held = (f.rule for f in found if not f.open and _holds(f.rule.action))
    return next(held, None)


def _holds(action: IraeAction) -> bool:
    return action.severity >= IraeAction.HOLD.severity


def lab_ranges(facts: GateFacts) -> Lines:
    """Results without numeric criteria: outside their range, or without one."""
    labels = {column.analyte: column.label for column in facts.day.columns}
    for analyte, side in RANGE_DECIDES.items():
        lab = facts.labs.get(analyte)
        if lab is None:
            continue  # a required one that is missing is asked for by its own rule
        number, values = lab.value.number, {"label": labels.get(analyte, analyte)}
        need_low = side == "both" and lab.low is None
        if number is None or lab.high is None or need_low:
            text = QT_TRANSLATE_NOOP("Message", "{label} has no range or no number to judge")
            yield ask("laboratory range", text, **values)
        elif number > lab.high or (side == "both" and lab.low is not None and number < lab.low):
            text = QT_TRANSLATE_NOOP(
                "Message", "{label} {value} {unit} is outside its range and has no numeric grade"
            )
            yield ask("laboratory range", text, **values, value=lab.value, unit=lab.unit)


def liver_multiples(facts: GateFacts) -> Lines:
    """Multiples of the upper limit, where the rule set judges the liver by them.

    While the course does not say how the liver was, the stricter rows are used.
    """
    if facts.rules is None:
        return
    times = {
        name: lab.value.number / lab.high
        for analyte, name in LIVER.items()
        if (lab := facts.labs.get(analyte)) and lab.value.number is not None and lab.high
    }
    liver = facts.day.book.course.record.liver if facts.day.book else None
    rule = facts.rules.on_multiples(times, liver)
    if rule is not None:
        text = QT_TRANSLATE_NOOP("Message", "{multiples}: the rule says {action} ({event})")
        values: dict[str, object] = {
            "multiples": ", ".join(f"{name} {n:.1f} x limit" for name, n in times.items() if n > 1),
            "action": rule.action,
            "event": rule.event,
        }
        verdict = Verdict.HOLD if _holds(rule.action) else Verdict.ASK
        yield _of_set(facts.rules, verdict, text, rule.rule_id, values, rule.confidence.value)


def _graded(verdict: Verdict, text: str, values: dict[str, object]) -> GateLine:
    return GateLine(verdict, Message(text, values), "laboratory grade", "CTCAE", "5.0", "")


# --- adverse events and the accepted rule set --------------------------------------------------


def rule_set_in_force(facts: GateFacts) -> Lines:
    """Whether there is a rule set, and whether it is written for every drug given."""
    rules = facts.rule_set
    if rules is None:
        yield None
        text = QT_TRANSLATE_NOOP("Message", "No rule set is accepted: events are not judged")
        yield ask("rule set", text)
        return
    drugs = {facts.drug: facts.drug_class, **facts.other_drugs}
    without = [drug or "?" for drug, kind in drugs.items() if not rules.is_for(drug, kind)]
    if without:
        yield None
        text = QT_TRANSLATE_NOOP("Message", "The rule set is not written for {drug}")
        yield _of_set(rules, Verdict.ASK, text, "rule set", {"drug": ", ".join(without)})


def adverse_events(facts: GateFacts) -> Lines:
    """Events that are not known to have ended, by the row of the rule set."""
    rules = facts.rules
    events = (stored.record for stored in facts.day.chart.of(AdverseEvent))
    running = [event for event in events if event.is_ongoing is not False]
    if rules is None:
        yield None
        for event in running:
            text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: no rule judges it")
            yield ask("adverse event", text, term=event.term, grade=_or_unknown(event.grade))
        return
    for event in running:
        yield from _event(rules, event)


def _event(rules: RuleSet, event: AdverseEvent) -> Lines:
    values: dict[str, object] = {"term": event.term, "grade": _or_unknown(event.grade)}
    if event.grade is not None and event.irae is YesNo.NO:
        text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: not immune-related, no rule")
        verdict = Verdict.ASK if event.grade >= SYMPTOM_ASKS else Verdict.NO_STOP
        yield GateLine(verdict, Message(text, values), "adverse event")
        return
    if event.grade is None or not rules.grades_are(event.ctcae_version):
        text = QT_TRANSLATE_NOOP("Message", "{term}: the grade {grade} is not one the rules know")
        yield _of_set(rules, Verdict.ASK, text, "adverse event", values)
        return
    if event.irae is not YesNo.YES:
        text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: is it immune-related?")
        yield GateLine(Verdict.ASK, Message(text, values), "adverse event")
    found = rules.on_event(event.term, event.grade, {}, any_term=event.irae is YesNo.YES)
    if not found:
        text = QT_TRANSLATE_NOOP("Message", "{term}, grade {grade}: the set has no rule for it")
        yield _of_set(rules, Verdict.ASK, text, "adverse event", values)
    for each in found:
        action = each.rule.action
        mild = action is IraeAction.CONTINUE and not each.open
        holds = _holds(action) and not each.open
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
