# SPDX-License-Identifier: MIT
"""The next occurrence of one item of a follow-up plan, counted from what was done last.

An item counted in cycles waits for the date of a dose: without one, the dose itself asks.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tracker.domain.chart import Chart
from tracker.domain.dates import UNKNOWN, Certainty, PartialDate, add_months, before
from tracker.domain.envelope import Stored
from tracker.domain.records import (
    BaselineCheck,
    Decision,
    DueAnswer,
    ImagingStudy,
    MarkerResult,
    PlannedItem,
    Visit,
)
from tracker.domain.records.before_treatment import BaselineResult, BaselineTest
from tracker.domain.records.due_answer import DueAction
from tracker.domain.records.planned_item import Every, Planned, named
from tracker.domain.records.visit import Contact
from tracker.domain.reminders import FROM_BLOOD, Due, DueState, What, Why, due_key
from tracker.domain.schedule import Ledger, next_dose

SETTLES = frozenset({DueAction.DONE, DueAction.CLOSED})
"""Answers after which the next occurrence is asked for."""

Answers = Mapping[str, Stored[DueAnswer]]


class Anchor(NamedTuple):
    """A day something is counted from, and the record that says so."""

    date: PartialDate
    name: str


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done of an item since it began.

    Attributes:
        last: the last time; None when it was never done.
        times: how often.
        missing: analytes that were never sampled.
    """

    last: Anchor | None = None
    times: int = 0
    missing: tuple[str, ...] = ()


def next_item(
    chart: Chart, book: Ledger, item: Stored[PlannedItem], answers: Answers
) -> Due | None:
    """The next occurrence of an item; None when its plan has ended or it waits for a dose.

    Args:
        chart: what was done.
        book: of the course the item belongs to.
        item: of the plan.
        answers: the answers that settle an occurrence, by its key.
    """
    plan = item.record
    start = plan.start or (
        book.stop if plan.what is Planned.AFTER_STOP else book.course.record.start
    )
    if start is None:  # visits after a stop that has not come
        return None
    done = _done(chart, plan, start)
    due = _counted(book, item, done, done.last or Anchor(start, "start"))
    settled: set[str] = set()
    times = done.times
    while due is not None and str(due.key) in answers and str(due.key) not in settled:
        settled.add(str(due.key))
        times += 1
        due = _counted(book, item, done, _answered(answers[str(due.key)], done.last))
    if due is None or (plan.times is not None and times >= plan.times):
        return None
    return None if _has_ended(book, plan, due) else due


def _answered(answer: Stored[DueAnswer], last: Anchor | None) -> Anchor:
    """Counts on from the day it was done, or was due when it was closed without being done."""
    record = answer.record
    said = record.due if record.action is DueAction.CLOSED and record.due else record.date
    later = last is not None and last.date.sort_key > said.sort_key
    return Anchor(last.date if last and later else said, str(answer.id))


def _counted(book: Ledger, item: Stored[PlannedItem], done: _Done, anchor: Anchor) -> Due | None:
    plan = item.record
    if plan.unit is Every.CYCLES:
        return _with_dose(book, item, done, anchor)
    earliest = _shifted(anchor.date.earliest, plan)
    latest = _shifted(anchor.date.latest, plan)
    return _line(book, item, done, anchor, (earliest, latest), anchor.name)


def _with_dose(book: Ledger, item: Stored[PlannedItem], done: _Done, anchor: Anchor) -> Due | None:
    """On the day of the next cycle before which it is due, as far as that can be projected."""
    dose, plan = next_dose(book), item.record
    if dose is None or dose.state is not DueState.PROJECTED:
        return None
    begins = dose.on if book.within is None else book.next_cycle_day
    if begins is None or (book.within is not None and book.is_last_cycle):
        return None
    given = [cycle.event.record.date for cycle in book.cycles]
    since = sum(before(each, anchor.date) is Certainty.NO for each in given)
    left = 0 if done.last is None and plan.every == 1 else max(0, plan.every - since)
    interval = book.last.interval_days if book.last else None
    if left and interval is None:
        return None
    day = begins + timedelta(days=left * (interval or 0))
    name = f"{anchor.name}/{book.counted_from}" if not left else f"{anchor.name}/{left}"
    return _line(book, item, done, anchor, (day, day), name)


def _line(
    book: Ledger,
    item: Stored[PlannedItem],
    done: _Done,
    anchor: Anchor,
    days: tuple[date | None, date | None],
    occurrence: str,
) -> Due:
    plan, (earliest, latest) = item.record, days
    known = earliest is not None and latest is not None
    return Due(
        key=due_key(item.id, plan.what, occurrence),
        source=item.id,
        course=book.course.id,
        what=What(plan.what.value),
        title=plan.names or "",
        state=DueState.PROJECTED if known else DueState.CANNOT_PROJECT,
        on=earliest if known and earliest == latest else None,
        earliest=earliest if known else None,
        latest=latest if known else None,
        why=None if known else Why.NO_START,
        last_given=None if anchor.name == "start" else anchor.date.day,
        reason=", ".join(done.missing) or None,
        treatment=book.treatment,
    )


def _has_ended(book: Ledger, plan: PlannedItem, due: Due) -> bool:
    """Whether it would fall after the end of the plan; one due before stays until it is done."""
    ends = [plan.until.latest] if plan.until else []
    if plan.months_after and book.stop and book.stop.latest:
        ends.append(add_months(book.stop.latest, plan.months_after))
    return any(end and due.earliest and due.earliest > end for end in ends)


def _shifted(day: date | None, plan: PlannedItem) -> date | None:
    if day is None:
        return None
    if plan.unit is Every.MONTHS:
        return add_months(day, plan.every)
    return day + timedelta(days=plan.every * (7 if plan.unit is Every.WEEKS else 1))


# What settles an item

_Dated = MarkerResult | ImagingStudy | Visit | BaselineCheck | Decision


def _done(chart: Chart, plan: PlannedItem, start: PartialDate) -> _Done:
    def since(found: Iterable[Stored[_Dated]]) -> list[Anchor]:
        dates = [Anchor(each.record.date or UNKNOWN, str(each.id)) for each in found]
        return sorted(
            (
                d
                for d in dates
                if before(d.date, start) is not Certainty.YES and not d.date.is_unknown
            ),
            key=lambda d: (d.date.sort_key[::-1], d.name),
        )

    names = {name.casefold() for name in named(plan.names)}
    if What(plan.what.value) in FROM_BLOOD:
        return _sampled(chart, plan, since)
    if plan.what is Planned.SCAN:
        scans = (s for s in chart.of(ImagingStudy) if s.record.modality.casefold() in names)
        return _times(since(scans))
    if plan.what in {Planned.VISIT, Planned.AFTER_STOP}:
        met = (v for v in chart.of(Visit) if v.record.contact is not Contact.PHONE)
        return _times(since(met))
    if plan.what is Planned.ECG:
        checks = chart.of(BaselineCheck, plan.course)
        return _times(since(check for check in checks if _is_ecg(check.record)))
    decisions = (d for d in chart.of(Decision) if d.record.is_duration_review)
    return _times(since(decisions))  # a review without a record: only a person says so


def _is_ecg(check: BaselineCheck) -> bool:
    """An ECG that was recorded; one left out by decision is still missing."""
    return check.test is BaselineTest.ECG and check.result is not BaselineResult.LEFT_OUT


def _times(found: list[Anchor]) -> _Done:
    return _Done(found[-1] if found else None, len({anchor.date for anchor in found}))


_Since = Callable[[Iterable[Stored[MarkerResult]]], list[Anchor]]


def _sampled(chart: Chart, plan: PlannedItem, since: _Since) -> _Done:
    """A panel is as old as the oldest of its newest values; one never sampled leaves it open."""
    codes = named(plan.names) or ("TSH",)
    results = chart.of(MarkerResult)
    of_code = {
        code: since(r for r in results if r.record.analyte.casefold() == code.casefold())
        for code in codes
    }
    missing = tuple(code for code, found in of_code.items() if not found)
    if missing:
        return _Done(missing=missing)
    last = [found[-1] for found in of_code.values()]
    oldest = min(last, key=lambda anchor: (anchor.date.sort_key[::-1], anchor.name))
    return _Done(oldest, min(len({a.date for a in found}) for found in of_code.values()))
