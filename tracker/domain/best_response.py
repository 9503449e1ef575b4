# SPDX-License-Identifier: MIT
"""Best response over a series of time points, and its confirmation.

Source: Eisenhauer et al. 2009 (RECIST 1.1), sections 4.4.3 (table 3), 4.6.1 to 4.6.3. The lengths
of time are the protocol's: they are arguments, named wherever a result is shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.domain.dates import PartialDate, days_between
from tracker.domain.records.response_assessment import Category

CONFIRM_DAYS = 28
"""A response is confirmed not sooner than 4 weeks after it was first seen (section 4.6.1)."""

STABLE_DAYS = 42
"""Shortest time from the start for SD (section 4.6.3): 6 to 8 weeks, set by the protocol."""

_RESPONSE = (Category.CR, Category.PR)
_CONTROLLED = (*_RESPONSE, Category.SD, Category.NON_CR)


@dataclass(frozen=True, slots=True)
class Answer:
    """The category of one time point: as decided, or as computed where nobody has decided."""

    when: PartialDate
    category: Category


@dataclass(frozen=True, slots=True)
class Rule:
    """The protocol's numbers.

    Attributes:
        confirm_days: least days between a response and its confirmation; None: not required.
        stable_days: least days from the start for SD and for non-CR/non-PD.
        not_evaluable: most NE time points between a response and its confirmation.
    """

    confirm_days: int | None = CONFIRM_DAYS
    stable_days: int = STABLE_DAYS
    not_evaluable: int = 1


def until_progression(answers: Iterable[Answer]) -> list[Answer]:
    """The answers up to the first PD or iCPD, that one included: what follows does not count."""
    kept: list[Answer] = []
    for answer in answers:
        kept.append(answer)
        if answer.category in {Category.PD, Category.ICPD}:
            break
    return kept


def best(answers: Iterable[Answer], start: PartialDate, rule: Rule) -> Answer | None:
    """The best response and the day it was first reached; None without any time point.

    ``start`` is the first day of treatment (or randomisation). A response that needs a
    confirmation and has none counts as SD, from the day on that is late enough (table 3).
    """
    course = until_progression(answers)
    for category in _RESPONSE:
        for place, answer in enumerate(course):
            if answer.category is category and _is_confirmed(course, place, rule):
                return answer
    for answer in course:
        if answer.category in _CONTROLLED and _late_enough(start, answer, rule.stable_days):
            controlled = answer.category is Category.NON_CR
            return Answer(answer.when, Category.NON_CR if controlled else Category.SD)
    for category in (Category.PD, Category.NE):
        for answer in course:
            if answer.category is category:
                return answer
    return Answer(course[0].when, Category.NE) if course else None


def responded(answers: Iterable[Answer], rule: Rule) -> Answer | None:
    """The first CR or PR (confirmed, if the rule asks for it): where the response begins."""
    course = until_progression(answers)
    for place, answer in enumerate(course):
        if answer.category in _RESPONSE and _is_confirmed(course, place, rule):
            return answer
    return None


def benefited(answers: Iterable[Answer], start: PartialDate, rule: Rule) -> Answer | None:
    """The first response, or SD long enough: clinical benefit. None without."""
    course = until_progression(answers)
    reached = [
        answer
        for answer in course
        if answer.category in _CONTROLLED and _late_enough(start, answer, rule.stable_days)
    ]
    response = responded(course, rule)
    found = reached[:1] + ([response] if response else [])
    return min(found, key=lambda answer: answer.when.sort_key, default=None)


def _late_enough(start: PartialDate, answer: Answer, days: int) -> bool:
    """Certainly so: a date that is only a month must be late enough on its earliest day."""
    passed = days_between(start, answer.when)
    return passed is not None and passed.low >= days


def _is_confirmed(course: Sequence[Answer], place: int, rule: Rule) -> bool:
    """CR by a CR, PR by a CR or PR, late enough, with nothing worse than NE in between."""
    if rule.confirm_days is None:
        return True
    first = course[place]
    confirms = (Category.CR,) if first.category is Category.CR else _RESPONSE
    missed, had_cr = 0, False
    for answer in course[place + 1 :]:
        if answer.category is Category.NE:
            missed += 1
            if missed > rule.not_evaluable:
                return False
            continue
        if answer.category not in confirms or (had_cr and answer.category is Category.PR):
            return False
        if _late_enough(first.when, answer, rule.confirm_days):
            return True
        had_cr = had_cr or answer.category is Category.CR
    return False
