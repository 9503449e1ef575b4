# SPDX-License-Identifier: MIT
"""A phone call between visits: what was said, and when to call back, in one transaction."""

from datetime import date
from uuid import UUID

from tracker.domain.changes import Changed
from tracker.domain.checks import problems_in_chart
from tracker.domain.dates import PartialDate
from tracker.domain.dose_day import appointed
from tracker.domain.errors import Problem, Refused
from tracker.domain.records import UserReminder, Visit
from tracker.domain.records.base import build
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Context
from tracker.store.store import Store

WHAT = "call the patient"


def record(
    store: Store, ctx: Context, *, patient: UUID, on: str, said: str, call_back: str = ""
) -> Changed:
    """Stores the call as a visit of kind "phone", and a reminder for the day to call back.

    Args:
        store: open.
        ctx: who is at work.
        patient: who called or was called.
        on: the day of the call as typed.
        said: in words.
        call_back: ``+3``, ``1w``, a date, or empty.

    Raises:
        Refused: every problem, by the names of the boxes: date, said, call_back.
    """
    ctx.require(Action.RECORD)
    chart = store.chart(patient)
    visit = build(Visit, {"date": on, "contact": "phone", "complaint": said})
    problems = list(problems_in_chart(visit, chart, ctx.clock.today()))
    if not said.strip():
        problems.append(Problem(Message(_NOTHING_SAID), "said"))
    reminder = _reminder(visit.date.day, call_back, problems) if call_back.strip() else None
    Refused.if_any(problems)
    with store.unit(ctx.stamp()) as unit:
        unit.add(visit, patient)
        if reminder is not None:
            unit.add(reminder, patient)
    return unit.changed


def _reminder(on: date | None, text: str, problems: list[Problem]) -> UserReminder | None:
    if on is None:
        problems.append(Problem(Message(_NEEDS_DAY), "date"))
        return None
    try:
        due: PartialDate = appointed(text, on)
    except Refused as error:
        problems += [Problem(p.message, "call_back") for p in error.problems]
        return None
    if due.day is None or due.day < on:
        problems.append(Problem(Message(_NOT_AFTER, {"text": text[:40]}), "call_back"))
    return UserReminder(what=WHAT, due=due)


_NOTHING_SAID = QT_TRANSLATE_NOOP("Message", "Write in a few words what was said.")
_NEEDS_DAY = QT_TRANSLATE_NOOP("Message", "To call back, the call needs its full date.")
_NOT_AFTER = QT_TRANSLATE_NOOP("Message", "“{text}” is not a day to come. Write +3, 1w or a date.")
