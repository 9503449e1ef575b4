# SPDX-License-Identifier: MIT
"""Holds and stops of a course and of its drugs: which are in force, and what ended the others."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.domain.cycles import DOSE_GIVEN, Regimen
from tracker.domain.dates import Certainty, PartialDate, before
from tracker.domain.envelope import Stored
from tracker.domain.records import DoseEvent
from tracker.domain.records.course import DoseAction

CLOSES_HOLD = DOSE_GIVEN | {DoseAction.RESUMED, DoseAction.STOPPED}

Events = Sequence[Stored[DoseEvent]]
"""Of one course, in the order of ``event_order``."""


class BroughtBack(NamedTuple):
    """A drug that goes on although it had been stopped.

    Attributes:
        stop: the last one.
        dose: the first one after it that a named doctor ordered.
    """

    stop: Stored[DoseEvent]
    dose: Stored[DoseEvent]


def open_hold(events: Events, regimen: Regimen, drug: str | None) -> Stored[DoseEvent] | None:
    """The last open hold of one drug; of the whole regimen when ``drug`` is None."""
    of = regimen.drug_of
    holds = [e for e in events if e.record.action is DoseAction.HELD]
    own = [e for e in holds if of(e.record) == drug]
    closing = [e for e in events if e.record.action in CLOSES_HOLD] if own else []
    if drug is not None:
        closing = [e for e in closing if of(e.record) in {None, drug}]
    for hold in sorted(own, key=entered, reverse=True):
        if not any(_certainly_after(each, hold) for each in closing):
            return hold
    return None


def stopped_drugs(events: Events, regimen: Regimen) -> dict[str, Stored[DoseEvent]]:
    """The drugs of several that were stopped and not brought back, by case-folded name."""
    stops = ((regimen.drug_of(stop.record), stop) for stop in _stops(events, regimen))
    return {drug: stop for drug, stop in stops if drug is not None}


def brought_back(events: Events, regimen: Regimen) -> dict[str, BroughtBack]:
    """The drugs that go on although they had been stopped, by case-folded name."""
    found, stopped = {}, stopped_drugs(events, regimen)
    for stop in events:
        drug, dose = regimen.drug_of(stop.record), _undone_by(stop, events, regimen)
        if drug is not None and dose is not None and drug not in stopped:
            found[drug] = BroughtBack(stop, dose)
    return found


def stop_of_all(events: Events, regimen: Regimen) -> PartialDate | None:
    """When the whole regimen was stopped, or the last of its drugs that went on."""
    left = regimen.drugs
    for stop in _stops(events, regimen):
        drug = regimen.drug_of(stop.record)
        left = left - {drug} if drug else frozenset()
        if not left:
            return stop.record.date
    return None


def entered(event: Stored[DoseEvent]) -> tuple[object, ...]:
    """By day; within a day in the order of entering, which ids keep."""
    return (event.record.date.sort_key, event.id)


def _stops(events: Events, regimen: Regimen) -> list[Stored[DoseEvent]]:
    """The stops in force."""
    stops = (e for e in events if e.record.action is DoseAction.STOPPED)
    return [stop for stop in stops if _undone_by(stop, events, regimen) is None]


def _undone_by(
    stop: Stored[DoseEvent], events: Events, regimen: Regimen
) -> Stored[DoseEvent] | None:
    """The dose that brought a drug back: of a later day for certain, by order of a named doctor.

    A dose of the whole regimen names no drug, and brings none back; nor does one of the day of
    the stop, which may have been given before it.
    """
    drug = regimen.drug_of(stop.record)
    if drug is None or stop.record.action is not DoseAction.STOPPED:
        return None
    ordered = (e for e in events if e.record.action in DOSE_GIVEN and e.record.ordered_by)
    own = (dose for dose in ordered if regimen.drug_of(dose.record) == drug)
    later = (dose for dose in own if before(stop.record.date, dose.record.date) is Certainty.YES)
    return next(later, None)


def _certainly_after(event: Stored[DoseEvent], hold: Stored[DoseEvent]) -> bool:
    """Whether an event came after a hold; on the same day, whether it was entered later."""
    if event.record.date.is_day and event.record.date.day == hold.record.date.day:
        return event.id > hold.id
    return before(event.record.date, hold.record.date) is Certainty.NO
