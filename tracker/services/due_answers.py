# SPDX-License-Identifier: MIT
"""Answers to what is due: done, put off, promised, cancelled, closed; each with who and why."""

from datetime import date
from uuid import UUID

from tracker.domain.changes import Changed
from tracker.domain.checks import problems_in_chart
from tracker.domain.dates import PartialDate
from tracker.domain.dose_day import appointed
from tracker.domain.errors import Problem, Refused
from tracker.domain.follow_up import due_items
from tracker.domain.records import DueAnswer
from tracker.domain.records.base import problems_of
from tracker.domain.records.due_answer import DueAction
from tracker.domain.reminders import Due, DueState, What
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Context
from tracker.store.store import Store


def possible(due: Due) -> tuple[DueAction, ...]:
    """The answers that may be given to a line; none to what nobody can put off.

    A dose that is held waits for its recheck, not for a day of its own: that day is moved by
    holding it again, so that nobody puts off what stays on the list.
    """
    if due.closed is not None or due.what is What.CONTACT:
        return ()
    if due.what is What.DOSE and due.state is DueState.HELD:
        return (DueAction.PROMISED, DueAction.CANCELLED)
    if due.what is What.DOSE:  # given, held, skipped and stopped on its dose day
        return (DueAction.SNOOZED, DueAction.PROMISED, DueAction.CANCELLED)
    return (
        DueAction.DONE,
        DueAction.SNOOZED,
        DueAction.PROMISED,
        DueAction.CANCELLED,
        DueAction.CLOSED,
    )


def answer(
    store: Store,
    ctx: Context,
    *,
    patient: UUID,
    key: UUID,
    action: DueAction,
    on: str,
    until: str = "",
    reason: str = "",
) -> Changed:
    """Stores what a person said to one line of the day list.

    Args:
        store: open.
        ctx: who is at work.
        patient: whose line.
        key: of the line; see ``Due.key``.
        action: what became of it.
        on: the day it was done or said, as typed.
        until: ``+7``, ``2w`` or a date; for putting off and promising.
        reason: in words.

    Raises:
        Refused: every problem, by the names of the boxes: date, until, reason. Also when the
            line is not asked for any more, so that nobody answers a list that is out of date.
    """
    ctx.require(Action.RECORD)
    chart = store.chart(patient)
    due = next((d for d in due_items(chart) if d.key == key and d.closed is None), None)
    if due is None or action not in possible(due):
        raise Refused(Problem(Message(_GONE)))
    problems: list[Problem] = []
    day = _day(on, "date", problems)
    new_day = _new_day(until, day, problems) if until.strip() else None
    Refused.if_any(problems)
    assert day is not None  # noqa: S101 - read, or refused above
    record = DueAnswer(
        date=day,
        what=due.what,
        due=_was_due(due),
        action=action,
        until=new_day,
        reason=reason.strip() or None,
        occurrence=str(due.key),
        asked_by=str(due.source),
    )
    Refused.if_any([*problems_of(record), *problems_in_chart(record, chart, ctx.clock.today())])
    with store.unit(ctx.stamp()) as unit:
        unit.add(record, patient)
    return unit.changed


def _was_due(due: Due) -> PartialDate | None:
    if due.earliest is None or due.latest is None:
        return None
    if due.on is not None:
        return PartialDate.of(due.on)
    text = f"{due.earliest.isoformat()}/{due.latest.isoformat()}"
    return PartialDate(text, due.earliest, due.latest)


def _day(text: str, field: str, problems: list[Problem]) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except Refused as error:
        problems += [Problem(p.message, field) for p in error.problems]
    return None


def _new_day(text: str, said: PartialDate | None, problems: list[Problem]) -> PartialDate | None:
    from_day: date | None = said.day if said else None
    if from_day is None:
        return _day(text, "until", problems)
    try:
        return appointed(text, from_day)
    except Refused as error:
        problems += [Problem(p.message, "until") for p in error.problems]
    return None


_GONE = QT_TRANSLATE_NOOP(
    "Message",
    "This is not asked for any more, or cannot be answered on the list. Nothing was saved. The "
    "list is brought up to date when it is opened again.",
)
