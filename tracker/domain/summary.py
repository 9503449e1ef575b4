# SPDX-License-Identifier: MIT
"""What a list of patients says of a chart: derived from the records, without regard to today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from tracker.domain.chart import Chart
from tracker.domain.dates import UNKNOWN, Certainty, PartialDate, before, months_completed
from tracker.domain.durations import Span
from tracker.domain.envelope import Stored
from tracker.domain.outcomes import latest_of
from tracker.domain.records import DiseaseStatus, FollowUp, Visit
from tracker.domain.records.disease_status import Disease
from tracker.domain.records.follow_up import FollowUpState
from tracker.domain.reminders import Due, DueState
from tracker.domain.schedule import leading, ledgers


@dataclass(frozen=True, slots=True)
class Summary:
    """One chart in a line.

    Attributes:
        regimen: of the course that counts; None without one.
        start: of that course.
        counted_to: its stop, else the last dose or contact; its ends are not yet cut at today.
        is_running: whether that course has no stop and the patient is not known to have died.
        next_day: the first day that asks for something: a dose, or the recheck of a hold.
        is_held: a dose of a running course is held.
        is_asking: the next dose of a running course cannot be projected.
        last_contact: the last time the patient was met or heard of.
        disease: how the disease stands; several when it is unknown which status is the last.
        follow_up: likewise, who sees the patient.
    """

    regimen: str | None = None
    start: PartialDate | None = None
    counted_to: PartialDate | None = None
    is_running: bool = False
    next_day: date | None = None
    is_held: bool = False
    is_asking: bool = False
    last_contact: PartialDate | None = None
    disease: tuple[Disease, ...] = ()
    follow_up: tuple[FollowUpState, ...] = ()

    def months(self, as_of: date) -> Span[int] | None:
        """Completed months of the course as of a day: the counter that the chart shows too."""
        if self.start is None or self.counted_to is None:
            return None
        end = self.counted_to.closed(as_of)
        if end.is_unknown or before(end, self.start) is Certainty.YES:
            return None
        months = months_completed(self.start, end)
        return None if months is None else months.at_least(0)


NO_SUMMARY = Summary()
"""Of a chart that was entered in error."""


def summary_of(chart: Chart) -> Summary:
    """Derives the line of a chart."""
    met = [visit.record.date for visit in chart.of(Visit)]
    contact = latest_of([chart.patient.record.last_contact, *met])
    books = ledgers(chart)
    states = [stored.record.state for stored in last_of(chart.of(FollowUp))]
    is_here = not states or FollowUpState.ACTIVE in states  # else nothing is asked for
    dues = [due for book in books if is_here and (due := book.due) is not None]
    asks = Summary(
        next_day=min((day for day in map(_asked_on, dues) if day), default=None),
        is_held=any(due.state is DueState.HELD for due in dues),
        is_asking=any(due.state is DueState.CANNOT_PROJECT for due in dues),
        last_contact=contact,
        disease=tuple(dict.fromkeys(s.record.disease for s in last_of(chart.of(DiseaseStatus)))),
        follow_up=tuple(dict.fromkeys(states)),
    )
    book = leading(books)
    if book is None:
        return asks
    return replace(
        asks,
        regimen=book.course.record.regimen,
        start=book.course.record.start,
        counted_to=book.stop or latest_of([*book.given_on, contact]),
        is_running=book.is_running,
    )


S = TypeVar("S", DiseaseStatus, FollowUp)


def last_of(states: Sequence[Stored[S]]) -> list[Stored[S]]:
    """The states that no other one certainly follows; one without a date may be the last."""
    return [
        each
        for each in states
        if not any(
            before(each.record.date or UNKNOWN, other.record.date or UNKNOWN) is Certainty.YES
            for other in states
        )
    ]


def _asked_on(due: Due) -> date | None:
    """A held dose is asked about on the day of its recheck, not on the day it was planned for."""
    return due.recheck if due.state is DueState.HELD else due.on
