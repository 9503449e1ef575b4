# SPDX-License-Identifier: MIT
"""Days that a person set for the next dose: which one is in force, and what uses it up."""

from collections.abc import Sequence

from tracker.domain.cycles import Regimen, Walked, Within
from tracker.domain.envelope import Stored
from tracker.domain.holds import entered
from tracker.domain.records import DoseEvent
from tracker.domain.records.course import DoseAction

_SETS_DAY = frozenset({DoseAction.APPOINTED, DoseAction.DELAYED})


def in_force(
    events: Sequence[Stored[DoseEvent]], regimen: Regimen, walked: Walked, due: Within | None
) -> Stored[DoseEvent] | None:
    """The event that set the day of the next dose; a dose given or skipped uses it up.

    One for a day beyond the cycle that runs is for the next cycle, and waits while a dose inside
    the cycle is due; a delay is of the dose that is due, however long.

    Args:
        events: of the course.
        regimen: of the course.
        walked: what its events come to.
        due: the next dose inside the cycle that runs.
    """
    found = _last_set(events, regimen, walked)
    waits = found is not None and due and not _is_for_cycle(found.record, regimen, walked)
    return None if waits else found


def waiting(
    events: Sequence[Stored[DoseEvent]], regimen: Regimen, walked: Walked
) -> Stored[DoseEvent] | None:
    """The event that set the day of the next cycle while a dose inside the one that runs is due."""
    found = _last_set(events, regimen, walked)
    own = found is not None and _is_for_cycle(found.record, regimen, walked)
    return None if own else found


def _last_set(
    events: Sequence[Stored[DoseEvent]], regimen: Regimen, walked: Walked
) -> Stored[DoseEvent] | None:
    """The last day that was set and is not used up.

    Of several events of one day the later entry is the newer word, but for an appointment
    made on a dose day: that is for the dose after it.
    """
    begun = {cycle.event.id for cycle in walked.cycles}
    within = {each.event.id for each in walked.taken} - begun
    found: Stored[DoseEvent] | None = None
    for event in sorted(events, key=entered):
        record = event.record
        if record.action in _SETS_DAY and record.until is not None:
            found = event
        elif found is None or _appoints_on(record, found.record):
            continue
        elif event.id in within:
            found = None if _is_for_cycle(found.record, regimen, walked) else found
        elif event.id in begun or regimen.is_skipped(record):
            found = None
    if found is None:
        return None
    day, last = found.record.until.day if found.record.until else None, walked.last_given
    return None if day and last and day <= last else found


def _is_for_cycle(setting: DoseEvent, regimen: Regimen, walked: Walked) -> bool:
    """Whether a day was set for a dose of the cycle that runs."""
    if setting.action is DoseAction.DELAYED:
        return True
    last, until = walked.cycles[-1] if walked.cycles else None, setting.until
    if last is None or last.day is None or until is None or until.day is None:
        return False
    return (until.day - last.day).days <= regimen.reach(last.interval_days)


def _appoints_on(dose: DoseEvent, setting: DoseEvent) -> bool:
    """Whether a day was appointed on the day of this dose."""
    same = setting.date.sort_key == dose.date.sort_key
    return same and setting.action is DoseAction.APPOINTED
