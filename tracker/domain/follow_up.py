# SPDX-License-Identifier: MIT
"""Everything that is due of a chart, without regard to today: doses, plans, reminders, contact.

A plan moves with what was done: the next scan is counted from the last one. What is not asked
for any more (death, stop, transfer) stays here with its reason, so that it can be listed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from tracker.domain import appointments
from tracker.domain.before_dose import before_dose
from tracker.domain.chart import Chart
from tracker.domain.dates import UNKNOWN, Certainty, PartialDate, before
from tracker.domain.envelope import Stored
from tracker.domain.outcomes import latest_of
from tracker.domain.plan_items import SETTLES, Answers, next_item
from tracker.domain.records import (
    ContactAttempt,
    DoseEvent,
    DueAnswer,
    FollowUp,
    PlannedItem,
    UserReminder,
    Visit,
)
from tracker.domain.records.contact_attempt import Outcome
from tracker.domain.records.course import DoseAction
from tracker.domain.records.due_answer import DueAction
from tracker.domain.records.follow_up import FollowUpState
from tracker.domain.records.patient import VitalStatus
from tracker.domain.reminders import BESIDE_A_DOSE, Due, DueState, Left, What, Why, due_key
from tracker.domain.schedule import Ledger, ledgers, next_dose
from tracker.domain.summary import last_of


class Leaving(NamedTuple):
    """Since when, and why, nothing is asked for any more."""

    since: PartialDate
    left: Left
    reason: str | None = None

    @property
    def order(self) -> tuple[bool, date]:
        """The earliest cause counts; one without a date comes last."""
        return self.since.earliest is None, self.since.earliest or date.min


_LEAVES = {
    FollowUpState.TRANSFERRED: Left.TRANSFERRED,
    FollowUpState.DECLINED: Left.DECLINED,
    FollowUpState.LOST: Left.LOST,
}


def due_items(chart: Chart) -> tuple[Due, ...]:
    """Every line of a chart: what is asked for, and what has left, each occurrence once."""
    answers = [answer for answer in chart.of(DueAnswer) if _occurrence(answer) is not None]
    settled = {a.record.occurrence: a for a in answers if a.record.action in SETTLES}
    lines = {line.key: line for line in map(_settled_line, settled.values())}
    gone = patient_leaves(chart)
    books = ledgers(chart)
    for due in _asked_for(chart, books, settled, gone):
        lines[due.key] = _with_answer(due, _still_true(answers, due, books))
    for book in books:
        key = book.due_key
        if key in lines and lines[key].closed is None:
            known = before_dose(chart, book, lines[key], lines.values())
            lines[key] = replace(lines[key], known=known)
    seen = _contact(chart, books, gone, alone=all(due.closed for due in lines.values()))
    return (*lines.values(), *seen)


def due_beside_a_dose(chart: Chart) -> tuple[Due, ...]:
    """Tests and scans that the follow-up plan asks for, the earliest first."""
    asked = (due for due in due_items(chart) if due.what in BESIDE_A_DOSE)
    dated = ((due.latest, due) for due in asked if due.closed is None)
    known = [(latest, due) for latest, due in dated if latest is not None]
    return tuple(due for _, due in sorted(known, key=lambda pair: pair[0]))


def _asked_for(
    chart: Chart, books: Sequence[Ledger], settled: Answers, gone: Leaving | None
) -> Iterator[Due]:
    for book in books:
        stop = _course_stops(book)
        dose = next_dose(book)
        if dose is not None:
            yield _leaving(dose, stop, gone)
            following = None if stop or gone else _next_cycle(book, dose)
            yield from [following] if following is not None else []
        for item in chart.of(PlannedItem, book.course.id):
            due = next_item(chart, book, item, settled)
            if due is not None:
                yield _leaving(due, None if item.record.months_after else stop, gone)
    for reminder in chart.of(UserReminder):
        due = _reminder(reminder, settled)
        if due is not None:
            yield _leaving(due, _reminder_closed(reminder), gone)


def _next_cycle(book: Ledger, dose: Due) -> Due | None:
    """The next cycle, beside a dose that is due inside the one that runs.

    Its day is asked for although nobody has said yet what became of day 8.
    """
    on = book.next_cycle_day
    if book.within is None or dose.state is DueState.HELD or on is None or book.is_last_cycle:
        return None
    setting = appointments.waiting(book.events, book.regimen, book.walked)
    appointed = setting.record.until.day if setting and setting.record.until else None
    return replace(
        dose,
        key=due_key(book.course.id, What.DOSE, book.counted_from),
        on=appointed or on,
        projected=on,
        appointed=appointed,
        cycle=dose.cycle + 1 if dose.cycle else None,
        cycle_day=None,
        treatment=book.treatment,
    )


def _leaving(due: Due, *causes: Leaving | None) -> Due:
    found = [cause for cause in causes if cause is not None]
    if not found:
        return due
    first = min(found, key=lambda cause: cause.order)
    return replace(due, closed=first.since, left=first.left, reason=first.reason or due.reason)


# Why things leave


def patient_leaves(chart: Chart) -> Leaving | None:
    """Why nothing is asked for of a patient any more; None of one under follow-up."""
    patient = chart.patient.record
    if patient.vital_status is VitalStatus.DEAD:
        return Leaving(patient.death or UNKNOWN, Left.DIED)
    states = last_of(chart.of(FollowUp))
    if not states or any(stored.record.state not in _LEAVES for stored in states):
        return None
    last = states[-1].record
    return Leaving(last.date, _LEAVES[last.state], last.reason)


def _course_stops(book: Ledger) -> Leaving | None:
    if book.stop is None:
        return None
    events = [e.record for e in book.events if e.record.action is DoseAction.STOPPED]
    words = [e.reason_text or (e.reason.label if e.reason else None) for e in events]
    return Leaving(book.stop, Left.STOPPED, book.course.record.stop_reason or _last(words))


def _last(words: Sequence[str | None]) -> str | None:
    return words[-1] if words else None


def _reminder_closed(reminder: Stored[UserReminder]) -> Leaving | None:
    record = reminder.record
    return Leaving(record.closed, Left.CLOSED, record.closed_because) if record.closed else None


# What a person said


def _occurrence(answer: Stored[DueAnswer]) -> UUID | None:
    """The line an answer is about; None for one that was not given on a list."""
    try:
        return UUID(answer.record.occurrence)
    except ValueError:
        return None


def _still_true(
    answers: Sequence[Stored[DueAnswer]], due: Due, books: Sequence[Ledger]
) -> list[Stored[DueAnswer]]:
    """The answers but those to a dose for which a person set another day, or a hold, later on."""
    book = next((b for b in books if due.what is What.DOSE and b.course.id == due.course), None)
    newer = [e for e in (book.appointment, book.open_hold) if e is not None] if book else []
    return [a for a in answers if not any(_said_after(each, a) for each in newer)]


def _said_after(event: Stored[DoseEvent], answer: Stored[DueAnswer]) -> bool:
    """By day; on one day by the order of entering, which ids keep."""
    return (event.record.date.sort_key, event.id) > (answer.record.date.sort_key, answer.id)


def _settled_line(answer: Stored[DueAnswer]) -> Due:
    record = answer.record
    due = record.due
    return Due(
        key=UUID(record.occurrence),
        source=_source(answer),
        what=record.what,
        state=DueState.PROJECTED,
        on=due.day if due else None,
        earliest=due.earliest if due else None,
        latest=due.latest if due else None,
        reason=record.reason,
        closed=record.date,
        left=Left.DONE if record.action is DueAction.DONE else Left.CLOSED,
    )


def _source(answer: Stored[DueAnswer]) -> UUID:
    try:
        return UUID(answer.record.asked_by)
    except ValueError:
        return answer.id


def _with_answer(due: Due, answers: Sequence[Stored[DueAnswer]]) -> Due:
    """The newest answer that left it open: put off, promised, or cancelled."""
    said = [a.record for a in answers if a.record.occurrence == str(due.key)]
    last = said[-1] if said else None
    if last is None or last.action in SETTLES:
        return due
    keeps = due.left or due.state is DueState.HELD  # why it left, or is held, is said first
    reason = due.reason if keeps else last.reason or due.reason
    day = last.until.day if last.until else None
    if last.action is DueAction.SNOOZED:
        return replace(due, snoozed_until=day, reason=reason)
    if last.action is DueAction.PROMISED:
        return replace(due, promised=day, reason=reason)
    return replace(due, cancelled=last.date.latest, reason=reason)


# Reminders


def _reminder(reminder: Stored[UserReminder], settled: Answers) -> Due | None:
    """The first occurrence nobody has answered; None when all have been."""
    record, last = reminder.record, None
    first = record.due.day
    if first is None:
        return None
    number = 0
    while record.times is None or number < record.times:
        key = due_key(reminder.id, What.REMINDER, str(number))
        if str(key) not in settled:
            break
        last = settled[str(key)].record.date.day
        number += 1
        if record.every is None:
            return None
    else:
        return None
    return Due(
        key=key,
        source=reminder.id,
        what=What.REMINDER,
        title=record.what,
        state=DueState.PROJECTED,
        on=first + timedelta(days=number * (record.every or 0)),
        last_given=last,
    )


# Whether anybody has seen the patient


def _contact(
    chart: Chart, books: Sequence[Ledger], gone: Leaving | None, *, alone: bool
) -> Iterator[Due]:
    """When the patient was last seen or heard of; with the calls nobody answered since.

    Args:
        chart: of the patient.
        books: its courses.
        gone: why the patient left; one who is lost stays here, so that somebody goes on asking.
        alone: nothing else is asked for of the chart; who was never met then stands here, so
            that nobody is on no list.
    """
    attempts = [stored.record for stored in chart.of(ContactAttempt)]
    reached = [a.date for a in attempts if a.outcome is Outcome.REACHED]
    met = [visit.record.date for visit in chart.of(Visit)]
    doses = [given for book in books for given in book.given_on]
    seen = latest_of([chart.patient.record.last_contact, *met, *doses, *reached])
    unanswered = [
        a
        for a in attempts
        if a.outcome is not Outcome.REACHED
        and (seen is None or before(seen, a.date) is not Certainty.NO)
    ]
    if seen is None and not unanswered and not alone:
        return
    yield _leaving(
        Due(
            key=due_key(chart.patient.id, What.CONTACT, "seen"),
            source=chart.patient.id,
            what=What.CONTACT,
            state=DueState.PROJECTED if seen else DueState.CANNOT_PROJECT,
            on=seen.day if seen else None,
            earliest=seen.earliest if seen else None,
            latest=seen.latest or seen.earliest if seen else None,
            why=None if seen else Why.NEVER_SEEN,
            attempts=len(unanswered),
            reason=unanswered[-1].outcome.value if unanswered else None,
            left=Left.LOST if gone and gone.left is Left.LOST else None,
        ),
        gone if gone and gone.left is not Left.LOST else None,
    )
