# SPDX-License-Identifier: MIT
"""The gate's rule about the traps printed with a label dose: counts, weights, highest doses."""

import re
from decimal import Decimal

from tracker.domain.agents import LabelLimit, LimitKind
from tracker.domain.errors import Refused
from tracker.domain.gate import GateFacts, GateLine, Lines
from tracker.domain.records.dose_day import Verdict
from tracker.domain.schedule import Ledger
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.values import Dose

_WEIGHT = re.compile(r"(below|above) ([0-9.]+) kg", re.ASCII)


def label_limits(facts: GateFacts) -> Lines:
    """A trap that may apply to this dose asks; every other one of the drug is there to be read."""
    book = facts.day.book
    if book is None:
        return
    for drug, limit in facts.limits:
        asks = _applies(facts, book, drug, limit)
        text = QT_TRANSLATE_NOOP("Message", "Label of {drug}, {applies_to}: {words}")
        values = {"drug": drug, "applies_to": limit.applies_to, "words": limit.text}
        verdict = Verdict.ASK if asks else Verdict.NO_STOP
        yield GateLine(verdict, Message(text, values), "label", limit.source, limit.version)


def _applies(facts: GateFacts, book: Ledger, drug: str, limit: LabelLimit) -> bool:
    match limit.kind:
        case LimitKind.SINGLE_DOSE | LimitKind.DOSE_COUNT:
            same = limit.interval_days in {None, book.last.interval_days if book.last else None}
            return same and _recorded(book, drug) >= (limit.doses or 1)
        case LimitKind.BODY_WEIGHT:
            return _weighs(facts, limit)
        case LimitKind.HIGHEST_DOSE:
            return _too_high(facts, drug, limit)
        case _:
            return False


def _recorded(book: Ledger, drug: str) -> int:
    sums = (each for each in book.cumulative if each.drug.casefold() == drug.casefold())
    return sum(each.doses + each.without_amount for each in sums)


def _weighs(facts: GateFacts, limit: LabelLimit) -> bool:
    """Whether the weight is on the side that the label names; an unknown weight may be."""
    match = _WEIGHT.search(limit.applies_to)
    last = facts.day.last("weight")
    weight = facts.entries.visit.weight or (last.number if last else None)
    if match is None:
        return False
    if weight is None:
        return True
    return weight < Decimal(match[2]) if match[1] == "below" else weight > Decimal(match[2])


def _too_high(facts: GateFacts, drug: str, limit: LabelLimit) -> bool:
    """Whether a dose is above an amount that the label prints for every dose."""
    try:
        highest = Dose.parse(limit.text).milligrams
    except Refused:
        return False  # printed for some schedules only: to be read
    given = (e.dose for e in facts.entries.events if e.dose and e.drug in {None, drug})
    return any(highest is not None and (dose.milligrams or 0) > highest for dose in given)
