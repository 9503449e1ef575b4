# SPDX-License-Identifier: MIT
"""CTCAE grades of laboratory results, from the numeric criteria of one CTCAE version.

A result is a grade, or a range of grades with the question that decides it, or a reason why
nothing can be said. A missing limit is never read as normal, and versions are never mixed.
"""

import json
import operator
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any, Self

from tracker.domain.clinical_questions import Deciding, deciding
from tracker.domain.fields import Choice
from tracker.domain.records.marker import Flag
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.units import is_unit, same_unit
from tracker.domain.values import Reading

_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
# Files carry binary fractions (13.899999999999999); 14 digits make 1.5 x limit mean what it says.
_AS_PRINTED = Context(prec=14)
_BEYOND = Decimal("1e15")  # larger than any reported value: the open end of ">100"


class Need(Choice):
    """What is missing or unfit, so that no grade can be given."""

    VALUE = "value", QT_TRANSLATE_NOOP("Choice", "a numeric result")
    UNIT = "unit", QT_TRANSLATE_NOOP("Choice", "a unit of the criteria")
    ULN = "ULN", QT_TRANSLATE_NOOP("Choice", "the upper limit of normal")
    LLN = "LLN", QT_TRANSLATE_NOOP("Choice", "the lower limit of normal")
    BASELINE = "baseline", QT_TRANSLATE_NOOP("Choice", "the value at baseline")
    CRITERIA = "criteria", QT_TRANSLATE_NOOP("Choice", "numeric criteria of this CTCAE version")


@dataclass(frozen=True, slots=True)
class LabValue:
    """A result with the limits printed beside it, all in one unit."""

    value: Reading
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """The result before the first dose, and how it was flagged against its own range."""

    value: Decimal | None
    unit: str
    flag: Flag | None


@dataclass(frozen=True, slots=True)
class Graded:
    """Grades 0 to 5 that the result may have.

    Attributes:
        question: what decides between them, or what could not be judged; None when nothing is
            open.
    """

    lowest: int
    highest: int
    question: Message | None = None


@dataclass(frozen=True, slots=True)
class CannotGrade:
    """No grade, and why; this is not grade 0."""

    reason: Need


@dataclass(frozen=True, slots=True)
class _Known:
    """One possible state of affairs: exact value, limits, baseline and its flag."""

    value: Decimal
    low: Decimal | None
    high: Decimal | None
    baseline: Decimal | None
    flag: Flag | None


@dataclass(frozen=True, slots=True)
class _Condition:
    """One comparison of a criterion, as the file states it."""

    of: str
    op: str
    number: Decimal | None
    times: Decimal | None
    plus: Decimal | None
    ref: str | None
    when: str | None

    @classmethod
    def read(cls, node: dict[str, Any]) -> Self:
        return cls(
            node["of"],
            node["op"],
            node.get("number"),
            node.get("times"),
            node.get("plus"),
            node.get("ref"),
            node.get("when"),
        )

    def holds(self, known: _Known) -> bool | Need:
        """Whether it holds, or what is missing to tell."""
        if self.when is not None and not _flag_fits(self.when, known.flag):
            return False
        threshold = self._threshold(known)
        if isinstance(threshold, Need):
            return threshold
        value = known.value
        if self.of == "percent_change_from_baseline":
            if not known.baseline:
                return Need.BASELINE
            value = (value - known.baseline) / known.baseline * 100
        return _COMPARE[self.op](_AS_PRINTED.plus(value), _AS_PRINTED.plus(threshold))

    def _threshold(self, known: _Known) -> Decimal | Need:
        if self.number is not None:
            return self.number
        reference, need = {
            "ULN": (known.high, Need.ULN),
            "LLN": (known.low, Need.LLN),
            "baseline": (known.baseline, Need.BASELINE),
        }[self.ref or ""]
        if reference is None:
            return need
        return reference + self.plus if self.plus is not None else reference * (self.times or 1)


def _flag_fits(when: str, flag: Flag | None) -> bool:
    wanted = Flag.HIGH if when.endswith("high") else Flag.LOW
    return (flag is wanted) is not when.startswith("baseline_not")


@dataclass(frozen=True, slots=True)
class Criteria:
    """The numeric criteria of one CTCAE term in one unit; ``unit`` None: whatever the limits are.

    ``grades`` runs from the highest grade down; a grade is met when every condition of one of
    its alternatives holds.
    """

    term: str
    unit: str | None
    grades: tuple[tuple[int, tuple[tuple[_Condition, ...], ...]], ...]

    def is_in(self, unit: str) -> bool:
        """Whether a result in ``unit`` can be judged by these criteria."""
        if self.unit is not None:
            return is_unit(unit, self.unit)
        bare = any(c.number is not None and c.of == "value" for c in self.conditions())
        return is_unit(unit, "") if bare else True

    def conditions(self) -> Iterator[_Condition]:
        """Every comparison of every grade."""
        for _, alternatives in self.grades:
            for conditions in alternatives:
                yield from conditions

    def depends_on_flag(self, end: str) -> bool:
        """Whether an abnormal baseline (``high`` or ``low``) changes the criteria."""
        return any(c.when is not None and c.when.endswith(end) for c in self.conditions())

    def without_baseline(self) -> "Criteria":
        """The same without the alternatives that compare with the baseline."""
        grades = (
            (grade, tuple(a for a in alternatives if all(c.ref != "baseline" for c in a)))
            for grade, alternatives in self.grades
        )
        return Criteria(self.term, self.unit, tuple(grades))

    def met(self, known: _Known) -> tuple[int | None, frozenset[Need]]:
        """The highest grade met (None: undecided), and what was missing to judge higher ones."""
        missing: set[Need] = set()
        for grade, alternatives in self.grades:
            for conditions in alternatives:
                answer = _all(condition.holds(known) for condition in conditions)
                if answer is True:
                    return grade, frozenset(missing)
                if isinstance(answer, Need):
                    missing.add(answer)
        return (None if missing - {Need.BASELINE} else 0), frozenset(missing)


def _all(answers: Iterable[bool | Need]) -> bool | Need:
    """Kleene's "and": one false is false, whatever else is missing."""
    need: Need | None = None
    for answer in answers:
        if answer is False:
            return False
        if isinstance(answer, Need):
            need = answer
    return True if need is None else need


class LabCriteria:
    """All numeric criteria of one CTCAE version."""

    def __init__(self, version: str, source: str, criteria: Iterable[Criteria]) -> None:
        self.version = version
        self.source = source
        self._by_term: dict[str, list[Criteria]] = {}
        for each in criteria:
            self._by_term.setdefault(each.term.casefold(), []).append(each)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads the criteria of one version (JSON with ``ctcae_version`` and ``_source``)."""
        file = json.loads(text, parse_float=Decimal, parse_int=Decimal)
        nodes = (
            *file["terms_si"],
            *file["terms_us_conventional"],
            *file.get("terms_added", ()),
        )
        return cls(file["ctcae_version"], file["_source"], map(_criteria, nodes))

    def grade(self, term: str, lab: LabValue, baseline: Baseline | None = None) -> "Grade":
        """Grades ``lab`` for one CTCAE term; the highest grade met, unless a question decides.

        A result such as ``<0.5`` is graded at both ends of what it may be. The baseline may be
        unknown; its value is used only in the unit of ``lab``.
        """
        variants = self._by_term.get(term.casefold(), [])
        if not variants:
            return CannotGrade(Need.CRITERIA)
        if lab.value.number is None:
            return CannotGrade(Need.VALUE)
        criteria = next((each for each in variants if each.is_in(lab.unit)), None)
        if criteria is None:
            return CannotGrade(Need.UNIT)
        graded = [self._grade_at(criteria, value, lab, baseline) for value in _ends(lab.value)]
        return _joined(graded, lab)

    def _grade_at(
        self, criteria: Criteria, value: Decimal, lab: LabValue, baseline: Baseline | None
    ) -> "Grade":
        known = _known(value, lab, baseline)
        rule = deciding(criteria.term, self.version)
        if rule is not None and rule.on_treatment:
            return _grade_on_treatment(criteria, known, rule)
        if known.flag is None and criteria.depends_on_flag("high"):
            return _grade_without_flag(criteria, known)
        highest, missing = criteria.met(known)
        if highest is None or (missing and criteria.depends_on_flag("high")):
            return CannotGrade(_first(missing))
        if known.flag is None and criteria.depends_on_flag("low"):
            missing |= {Need.BASELINE}
        lowest, question = rule.applied(highest, value) if rule else (highest, None)
        if question is None and missing:
            question = Message(NOT_ALL_JUDGED, {"need": _first(missing).label})
        return Graded(lowest, highest, question)


Grade = Graded | CannotGrade

NOT_ALL_JUDGED = QT_TRANSLATE_NOOP(
    "Message", "Without {need} a higher grade could not be judged. Is it higher?"
)
BASELINE_HIGH = QT_TRANSLATE_NOOP(
    "Message", "Was the value above the limit at baseline? Then other multiples apply."
)
REPORTED_LIMIT = QT_TRANSLATE_NOOP(
    "Message", "The laboratory reported only {value}. What is the exact value?"
)


def _criteria(node: dict[str, Any]) -> Criteria:
    grades = tuple(
        (
            int(grade),
            tuple(
                tuple(_Condition.read(condition) for condition in alternative["all_of"])
                for alternative in alternatives
            ),
        )
        for grade, alternatives in sorted(node["grades"].items(), reverse=True)
    )
    return Criteria(node["term"], node["unit"], grades)


def _ends(reading: Reading) -> tuple[Decimal, ...]:
    """The exact value, or both ends of what a result such as ``<0.5`` may be."""
    number = reading.number or Decimal(0)
    match reading.comparator:
        case "<":
            return Decimal(0), _AS_PRINTED.next_minus(number)
        case "<=":
            return Decimal(0), number
        case ">":
            return _AS_PRINTED.next_plus(number), _BEYOND
        case ">=":
            return number, _BEYOND
    return (number,)


def _known(value: Decimal, lab: LabValue, baseline: Baseline | None) -> _Known:
    if baseline is None:
        return _Known(value, lab.low, lab.high, None, None)
    usable = baseline.value is not None and same_unit(baseline.unit, lab.unit)
    flag = None if baseline.flag is Flag.UNCERTAIN else baseline.flag
    return _Known(value, lab.low, lab.high, baseline.value if usable else None, flag)


def _grade_without_flag(criteria: Criteria, known: _Known) -> Grade:
    """Nobody knows whether the baseline was high: the grades of both cases.

    A high baseline is taken at its least, the limit, where its multiples give most.
    """
    if known.high is None:
        return CannotGrade(Need.ULN)
    least = max(known.baseline or known.high, known.high)
    normal, _ = criteria.met(_Known(known.value, known.low, known.high, None, Flag.NORMAL))
    raised, _ = criteria.met(_Known(known.value, known.low, known.high, least, Flag.HIGH))
    highest = max(normal or 0, raised or 0)
    if highest == 0:
        return Graded(0, 0)
    lowest = 0 if known.baseline is None else min(normal or 0, raised or 0)
    return Graded(lowest, highest, Message(BASELINE_HIGH) if lowest < highest else None)


def _grade_on_treatment(criteria: Criteria, known: _Known, rule: Deciding) -> Grade:
    """Multiples of the baseline count only under a treatment: without it the least grade."""
    lowest, missing = criteria.without_baseline().met(known)
    highest, _ = criteria.met(known)
    if lowest is None or highest is None:
        return CannotGrade(_first(missing))
    return Graded(lowest, highest, Message(rule.question) if lowest < highest else None)


def _joined(graded: list[Grade], lab: LabValue) -> Grade:
    """The grades of both ends of a result as one range."""
    found = [each for each in graded if isinstance(each, Graded)]
    failed = next((each for each in graded if isinstance(each, CannotGrade)), None)
    if failed is not None:
        return failed
    lowest, highest = min(g.lowest for g in found), max(g.highest for g in found)
    question = next((g.question for g in found if g.question), None)
    if len({(g.lowest, g.highest) for g in found}) > 1:
        question = Message(REPORTED_LIMIT, {"value": lab.value})
    return Graded(lowest, highest, question)


def _first(missing: frozenset[Need]) -> Need:
    """The one to name: a limit before the baseline."""
    return next((need for need in Need if need in missing), Need.VALUE)
