# SPDX-License-Identifier: MIT
"""The page a patient takes home: next date, warning signs, whom to call. Logged when it is made."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tracker.domain.follow_up import due_items
from tracker.domain.records.patient import Sex
from tracker.domain.reminders import Due, DueState, What
from tracker.domain.roles import Action
from tracker.domain.schedule import ledgers
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.services.context import Context
from tracker.store.store import Store

WARNING_SIGNS = (
    QT_TRANSLATE_NOOP("Handout", "new or worse cough, or short of breath"),
    QT_TRANSLATE_NOOP("Handout", "diarrhoea, blood in the stool, strong belly pain"),
    QT_TRANSLATE_NOOP("Handout", "chest pain, palpitations, fainting"),
    QT_TRANSLATE_NOOP("Handout", "weak muscles, drooping eyelids, double vision, hard to swallow"),
    QT_TRANSLATE_NOOP("Handout", "yellow skin or eyes, dark urine"),
    QT_TRANSLATE_NOOP("Handout", "rash over much of the body, blisters, sore mouth"),
    QT_TRANSLATE_NOOP("Handout", "strong thirst, passing much urine"),
    QT_TRANSLATE_NOOP("Handout", "severe headache, confusion, numbness, trouble seeing"),
    QT_TRANSLATE_NOOP("Handout", "fever of 38 °C or more, bleeding"),
    QT_TRANSLATE_NOOP("Handout", "very tired, dizzy, cold, or losing weight without a reason"),
)
"""What immune-related events feel like, in the words of the interview of the dose day."""


@dataclass(frozen=True, slots=True)
class Handout:
    """What stands on the page, as values; the window puts them into words and prints them."""

    clinic: str
    name: str
    number: str
    sex: Sex | None
    treatment: str
    last_given: date | None
    next_day: date | None
    is_appointed: bool
    is_held: bool
    printed_by: str
    printed_at: datetime


def prepare(store: Store, ctx: Context, *, patient: UUID, course: UUID | None = None) -> Handout:
    """Reads what stands on the page; that it left the encrypted file is logged."""
    ctx.require(Action.READ)
    chart = store.chart(patient)
    dues = [d for d in due_items(chart) if d.what is What.DOSE and d.closed is None]
    of_course = [d for d in dues if d.course == course] or dues
    due = next(
        (d for d in of_course if _is_ahead(d, ctx.clock.today())), next(iter(of_course), None)
    )
    book = next((b for b in ledgers(chart) if due and b.course.id == due.course), None)
    person = chart.patient.record
    if not store.readonly:
        with store.unit(ctx.stamp()) as unit:
            unit.log("handout", patient=patient)
    return Handout(
        clinic=store.clinic,
        name=person.name or person.name_latin or "",
        number=person.mrn,
        sex=person.sex,
        treatment=book.treatment if book else "",
        last_given=due.last_given if due else None,
        next_day=_next_day(due) if due else None,
        is_appointed=bool(due and (due.promised or due.appointed)),
        is_held=bool(due and due.state is DueState.HELD),
        printed_by=ctx.user,
        printed_at=ctx.clock.now(),
    )


def _is_ahead(due: Due, today: date) -> bool:
    """Whether its day is still to come: a day 8 that was missed is no day to come on."""
    day = _next_day(due)
    return day is not None and day >= today


def _next_day(due: Due) -> date | None:
    """The day the patient is to come; None while it was called off or put off without a day."""
    if due.cancelled is not None or due.snoozed_until is not None:
        return None
    return due.promised or due.on
