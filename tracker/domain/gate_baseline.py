# SPDX-License-Identifier: MIT
"""The gate's rules before the first dose: checks that are answered by a record, and the liver."""

from collections.abc import Mapping

from tracker.domain.fields import YesNo
from tracker.domain.gate import GateFacts, Lines, ask, note
from tracker.domain.records import BaselineCheck
from tracker.domain.records.before_treatment import BaselineResult, BaselineTest
from tracker.domain.records.patient import Patient
from tracker.domain.text import QT_TRANSLATE_NOOP

_BY_LABORATORY = frozenset({BaselineTest.TROPONIN, BaselineTest.CORTISOL, BaselineTest.TSH})
"""Asked for as required tests; a check recorded on the course answers them too."""


def answered(facts: GateFacts) -> dict[BaselineTest, BaselineCheck]:
    """The newest check of each kind on the course, up to the day of the sheet."""
    book = facts.day.book
    if book is None:
        return {}
    found = [stored.record for stored in facts.day.chart.of(BaselineCheck, book.course.id)]
    found = [check for check in found if check.date.sort_key[0] <= facts.on]
    return {check.test: check for check in sorted(found, key=lambda c: c.date.sort_key)}


def baseline_checks(facts: GateFacts) -> Lines:
    """Before the first dose: what nobody answered asks, and so does what is not normal."""
    if not _is_first(facts):
        return
    checks = answered(facts)
    background = _background(facts.day.chart.patient.record)
    missing = False
    for test in BaselineTest:
        check, known = checks.get(test), background.get(test)
        if check is not None:
            yield from _found(check)
        elif known is YesNo.YES:
            text = QT_TRANSLATE_NOOP("Message", "Before the first dose: {what} is recorded as yes")
            yield ask("baseline", text, what=test)
        elif known is not YesNo.NO and test not in _BY_LABORATORY:
            missing = True
            text = QT_TRANSLATE_NOOP("Message", "Before the first dose: {what} is not recorded")
            yield ask("baseline", text, what=test)
    if missing:
        yield None


def _found(check: BaselineCheck) -> Lines:
    values = {"what": check.test, "date": check.date, "finding": check.finding or ""}
    match check.result:
        case BaselineResult.NORMAL:
            text = QT_TRANSLATE_NOOP("Message", "{what}: normal or negative, {date}")
            yield note("baseline", text, **values)
        case BaselineResult.ABNORMAL:
            text = QT_TRANSLATE_NOOP(
                "Message", "Before the first dose: {what} abnormal or positive, {date}: {finding}"
            )
            yield ask("baseline", text, **values)
        case BaselineResult.LEFT_OUT:
            text = QT_TRANSLATE_NOOP("Message", "{what}: left out by decision, {date}: {finding}")
            yield note("baseline", text, **values)


def liver_before(facts: GateFacts) -> Lines:
    """Whether there is a tumour in the liver decides which rows of the rule set hold."""
    book, rules = facts.day.book, facts.rules
    if book is None or rules is None or not any(rule.liver for rule in rules.rules):
        return
    liver = book.course.record.liver
    if liver is not None:
        text = QT_TRANSLATE_NOOP("Message", "Liver before the first dose: {liver}")
        yield note("liver", text, liver=liver)
    elif _is_first(facts):
        yield None
        text = QT_TRANSLATE_NOOP(
            "Message", "Before the first dose: is there a tumour in the liver? Not recorded"
        )
        yield ask("liver", text)
    else:
        text = QT_TRANSLATE_NOOP(
            "Message", "The liver before the first dose is not recorded: the stricter rows hold"
        )
        yield note("liver", text)


def _is_first(facts: GateFacts) -> bool:
    return facts.day.book is not None and not facts.day.book.cycles


def _background(patient: Patient) -> Mapping[BaselineTest, YesNo | None]:
    """What was asked at the first visit."""
    return {
        BaselineTest.HEPATITIS_B: patient.hepatitis_b,
        BaselineTest.HEPATITIS_C: patient.hepatitis_c,
        BaselineTest.TUBERCULOSIS: patient.tuberculosis,
    }
