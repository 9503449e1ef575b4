# SPDX-License-Identifier: MIT
"""iRECIST beside RECIST 1.1: progression is unconfirmed first, then confirmed, or the bar is reset.

Source: Seymour et al. 2017, Lancet Oncol 18:e143. Nothing here changes a RECIST 1.1 answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from tracker.domain.dates import PartialDate, days_between
from tracker.domain.durations import Span
from tracker.domain.records.response_assessment import Category
from tracker.domain.response import PD_AT_LEAST_MM, Assessed, Clause, in_words, plain
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

CONFIRM_DAYS = Span(28, 56)
"""Progression is confirmed 4 to 8 weeks after it was first seen."""

AS_IRECIST = {
    Category.CR: Category.ICR,
    Category.PR: Category.IPR,
    Category.SD: Category.ISD,
    Category.PD: Category.IUPD,
    Category.NON_CR: Category.NON_ICR,
}
_RESPONSES = (Category.ICR, Category.IPR, Category.ISD)


class Part(StrEnum):
    """Where progression was seen."""

    TARGET = "target"
    NONTARGET = "non-target"
    NEW = "new lesion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Immune:
    """What iRECIST gives for one time point.

    Attributes:
        overall: None on the baseline, and while ``question`` is open between ``alternatives``.
        dated: the day a progression counts from: that of the first iUPD it confirms.
        why: the clauses, the deciding one first.
    """

    overall: Category | None
    dated: PartialDate
    question: Message | None = None
    alternatives: tuple[Category, ...] = ()
    why: tuple[Clause, ...] = ()


def overall(
    target: Category | None, nontarget: Category | None, *, new: Category | None
) -> Category | None:
    """The overall response of one time point from its three parts, each an iRECIST category.

    ``new`` is None without a new lesion, else iUPD or iCPD. iPR and iSD stand beside non-target
    disease that was assessed; without that the time point is not evaluable.
    """
    parts = (target, nontarget, new)
    for progression in (Category.ICPD, Category.IUPD):
        if progression in parts:
            return progression
    if target is None:
        return nontarget
    if Category.NE in parts:
        return Category.NE
    if target is Category.ICR and nontarget is Category.NON_ICR:
        return Category.IPR
    return target


@dataclass(frozen=True, slots=True)
class _Pending:
    """Progression that was seen and is not confirmed yet."""

    at: Assessed
    parts: frozenset[Part]


def assess(found: Iterable[Assessed]) -> tuple[Immune, ...]:
    """Judges by iRECIST a series that RECIST 1.1 has assessed, baseline first."""
    pending: _Pending | None = None
    confirmed: Assessed | None = None
    answers: list[Immune] = []
    for point in found:
        if point.target is point.nontarget is None and not point.new:
            answers.append(Immune(overall=None, dated=point.when))  # the baseline
            continue
        answer = _answer(point, pending, confirmed)
        answers.append(answer)
        if answer.overall is Category.ICPD:
            pending, confirmed = None, confirmed or point
        elif answer.overall is Category.IUPD or Category.ICPD in answer.alternatives:
            pending = pending or _Pending(point, frozenset(_parts(point)))
        elif answer.overall in {*_RESPONSES, Category.NON_ICR}:
            pending = confirmed = None  # the bar is reset
    return tuple(answers)


def _parts(point: Assessed) -> list[Part]:
    """Where this time point progresses by RECIST 1.1."""
    found = [Part.TARGET] if point.target is Category.PD else []
    if point.nontarget is Category.PD:
        found.append(Part.NONTARGET)
    return [*found, Part.NEW] if point.new else found


def _answer(point: Assessed, pending: _Pending | None, confirmed: Assessed | None) -> Immune:
    parts = _parts(point)
    if not parts:
        return _without_progression(point)
    if confirmed is not None:
        clause = _clause(_ALREADY, when=confirmed.when.text)
        return Immune(overall=Category.ICPD, dated=confirmed.dated, why=(clause,))
    if pending is None:
        clause = _clause(_FIRST, parts=", ".join(parts))
        return Immune(overall=Category.IUPD, dated=point.dated, why=(clause,))
    grown = _grown(point, pending)
    if grown is None:
        return _unchanged(point, pending, parts)
    return _in_time(point, pending, grown)


def _without_progression(point: Assessed) -> Immune:
    """No part progresses: the iRECIST name of the same answer, or of the same open question."""
    if point.question is not None:
        options = tuple(AS_IRECIST.get(c, c) for c in point.alternatives)
        return Immune(overall=None, dated=point.when, question=point.question, alternatives=options)
    if point.overall is Category.PD:  # came back after an assigned complete response
        return Immune(overall=Category.IUPD, dated=point.when, why=point.why[:1])
    if point.unseen:
        return Immune(overall=Category.NE, dated=point.when, why=point.why[:1])
    target, nontarget = (
        AS_IRECIST.get(part, part) if part else None for part in (point.target, point.nontarget)
    )
    answer = overall(target, nontarget, new=None)
    why = _clause(_NO_PART) if answer is not Category.NE else _clause(_NOT_ALL)
    return Immune(overall=answer, dated=point.when, why=(why,))


def _grown(point: Assessed, pending: _Pending) -> Clause | None:
    """What confirms the progression seen before, or None."""
    before = pending.at
    if Part.TARGET in pending.parts and not _has_gaps(point, before):
        more = point.measured - before.measured
        if more >= PD_AT_LEAST_MM:
            return _clause(
                _SUM_GREW,
                first=plain(before.measured),
                second=plain(point.measured),
                mm=in_words(more, 0),
            )
    if Part.NEW in pending.parts:
        more_new = [name for name in point.new if name not in before.new]
        if more_new:
            return _clause(_MORE_NEW, lesions=", ".join(more_new))
        now = (point.new_mm.get(lesion, Decimal(0)) for lesion in before.new_mm)
        grew = sum(now, Decimal(0)) - sum(before.new_mm.values())
        if grew >= PD_AT_LEAST_MM:
            return _clause(_NEW_GREW, mm=in_words(grew, 0))
    other = [part for part in _parts(point) if part not in pending.parts]
    return _clause(_ELSEWHERE, parts=", ".join(other)) if other else None


def _has_gaps(point: Assessed, before: Assessed) -> bool:
    """Targets without a size on the earlier scan have one now: the sums are not of the same."""
    return not set(before.missing) <= set(point.missing)


def _unchanged(point: Assessed, pending: _Pending, parts: list[Part]) -> Immune:
    """Neither confirmed nor smaller; what nobody could compare is asked about."""
    dated = pending.at.dated
    if Part.TARGET in pending.parts and Part.TARGET in parts and _has_gaps(point, pending.at):
        values = {"when": pending.at.when.text, "lesions": ", ".join(pending.at.missing)}
        return _asked(point, Message(_TARGET_MORE, values))
    if Part.NONTARGET in pending.parts and Part.NONTARGET in parts:
        question = Message(_NONTARGET_MORE, {"when": pending.at.when.text})
        return _asked(point, question)
    if Part.NEW in pending.parts and len(pending.at.new_mm) < len(pending.at.new) and point.new:
        return _asked(point, Message(_NEW_MORE, {"when": pending.at.when.text}))
    clause = _clause(_STILL, when=pending.at.when.text)
    return Immune(overall=Category.IUPD, dated=dated, why=(clause,))


def _in_time(point: Assessed, pending: _Pending, grown: Clause) -> Immune:
    """Confirms from 4 weeks on; earlier is asked, later than 8 weeks is noted."""
    days = days_between(pending.at.when, point.when)
    when = pending.at.when.text
    if days is None or days.low < CONFIRM_DAYS.low:
        asked = _asked(point, Message(_TOO_EARLY, {"days": days or "?", "when": when}))
        return replace(asked, why=(*asked.why, grown))
    fits = _FITS if days.high <= CONFIRM_DAYS.high else _LATE
    return Immune(
        overall=Category.ICPD,
        dated=pending.at.dated,
        why=(grown, _clause(_BEFORE, when=when), _clause(fits, days=days)),
    )


def _asked(point: Assessed, question: Message) -> Immune:
    return Immune(
        overall=None,
        dated=point.when,
        question=question,
        alternatives=(Category.IUPD, Category.ICPD),
        why=(Clause(question, _SECTION),),
    )


_SECTION = "iRECIST"


def _clause(text: str, **values: object) -> Clause:
    return Clause(Message(text, values), _SECTION)


_NO_PART = QT_TRANSLATE_NOOP("Message", "No part progresses: judged as by RECIST 1.1.")
_NOT_ALL = QT_TRANSLATE_NOOP(
    "Message", "Not every part was assessed; iRECIST has no answer for that but not evaluable."
)
_FIRST = QT_TRANSLATE_NOOP("Message", "Progression seen for the first time ({parts}): unconfirmed.")
_BEFORE = QT_TRANSLATE_NOOP("Message", "Progression was unconfirmed since {when}.")
_SUM_GREW = QT_TRANSLATE_NOOP(
    "Message", "It grew again: {first} to {second} mm ({mm} mm, the limit is +5 mm)."
)
_MORE_NEW = QT_TRANSLATE_NOOP("Message", "More new lesions: {lesions}.")
_NEW_GREW = QT_TRANSLATE_NOOP("Message", "The new lesions grew by {mm} mm; the limit is +5 mm.")
_ELSEWHERE = QT_TRANSLATE_NOOP("Message", "Progression in another part as well: {parts}.")
_STILL = QT_TRANSLATE_NOOP(
    "Message", "Neither further growth nor response since {when}: still unconfirmed."
)
_FITS = QT_TRANSLATE_NOOP("Message", "The interval fits: {days} d, within 4 to 8 weeks.")
_LATE = QT_TRANSLATE_NOOP("Message", "{days} d lie between the two scans, more than 8 weeks.")
_TOO_EARLY = QT_TRANSLATE_NOOP(
    "Message",
    "It grew again {days} d after {when}. iRECIST confirms from 4 weeks on: is it confirmed?",
)
_NONTARGET_MORE = QT_TRANSLATE_NOOP(
    "Message", "Did the non-target disease grow further since {when}? Further growth confirms."
)
_NEW_MORE = QT_TRANSLATE_NOOP(
    "Message",
    "Did the new lesions that have no size grow since {when}? Any growth of them confirms.",
)
_TARGET_MORE = QT_TRANSLATE_NOOP(
    "Message",
    "On {when} there was no size of {lesions}, so that the sums cannot be compared. Did the sum "
    "grow by 5 mm since? Further growth confirms.",
)
_ALREADY = QT_TRANSLATE_NOOP("Message", "Progression was confirmed on {when}.")
