# SPDX-License-Identifier: MIT
"""The dose day: open the sheet, save it in one transaction, and take the last save back."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from tracker.domain.changes import Changed
from tracker.domain.checks import problems_in_chart
from tracker.domain.clinic_calendar import ClinicCalendar
from tracker.domain.dose_day import DoseDay
from tracker.domain.dose_day_drugs import following_drugs
from tracker.domain.dose_day_entry import Entries, ordered_by, read
from tracker.domain.dose_day_questions import questions
from tracker.domain.envelope import Stored
from tracker.domain.errors import Problem, Refused
from tracker.domain.follow_up import due_beside_a_dose
from tracker.domain.records import DoseEvent
from tracker.domain.records.base import Record, problems_of
from tracker.domain.records.dose_day import GateAnswer, Verdict
from tracker.domain.reminders import Due
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services import clinic_days, drafts, patients
from tracker.services.context import Context
from tracker.services.dose_day_gate import Rules, gate_answer, judged, rules_in_force
from tracker.services.drafts import DOSE_DAY, Draft
from tracker.services.records import Entry, with_flag
from tracker.services.second_check import Checked
from tracker.store.store import Store
from tracker.store.unit import Unit


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the window needs to show the sheet of a patient.

    Attributes:
        calendar: when the clinic works; None until it said so.
        also_due: tests and scans that the follow-up plan asks for, the earliest first.
    """

    day: DoseDay
    rules: Rules
    draft: Draft | None
    calendar: ClinicCalendar | None = None
    also_due: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedDay:
    """What was stored, so that it can be taken back in the same session."""

    records: tuple[Stored[Record], ...]
    changed: Changed


def open_sheet(store: Store, ctx: Context, *, patient: UUID, course: UUID | None = None) -> Sheet:
    """Reads the chart, the rules in force and the draft; who looked is logged."""
    opened = patients.open_chart(store, ctx, patient=patient)
    day = DoseDay.of(opened.chart, opened.as_of, course)
    draft = drafts.find(store, ctx, patient=patient)
    calendar, also_due = clinic_days.calendar(store, ctx), due_beside_a_dose(opened.chart)
    return Sheet(day, rules_in_force(store), draft, calendar, also_due)


def save(
    store: Store,
    ctx: Context,
    *,
    patient: UUID,
    course: UUID | None,
    texts: Mapping[str, str],
    confirmed: Collection[str] = (),
    checked: Checked | None = None,
) -> SavedDay:
    """Stores visit, interview, laboratory values, dose events, appointment and gate at once.

    Args:
        store: open.
        ctx: who is at work.
        patient: whose sheet.
        course: the course the dose belongs to.
        texts: of the boxes, by their names.
        confirmed: what a person answered with yes (``Question.about``).
        checked: the second check, when there was one.

    Raises:
        Refused: every problem, each with the name of its box; nothing was stored.
    """
    ctx.require(Action.RECORD)
    chart = store.chart(patient)
    day = DoseDay.of(chart, ctx.clock.today(), course)
    texts, gone = following_drugs(day, texts)
    Refused.if_any(_drugs_gone(gone))
    entries = read(day, texts, ctx.user)
    Refused.if_any(_other_course(day, course, entries))
    Refused.if_any(_problems(day, entries))
    Refused.if_any(
        Problem(question.message, question.field)
        for question in questions(day, texts)
        if question.about not in confirmed
    )
    rules = rules_in_force(store)
    decided_by = ordered_by(texts) or ctx.user
    answer = gate_answer(judged(day, entries, rules, ctx.role), texts, decided_by, rules)
    Refused.if_any(_unanswered(answer, entries))
    Refused.if_any(_other_doses(checked, patient, entries))
    with store.unit(ctx.stamp()) as unit:
        stored = _store(store, ctx, unit, day, entries, answer)
        if checked is not None:
            stored += _store_checks(unit, checked, stored)
        if _goes_on(answer, entries):
            said = {"gate": answer.answer.value, "because": answer.override_reason or ""}
            unit.log("override", patient=patient, content=said)
        unit.forget_draft(patient, DOSE_DAY)
    return SavedDay(stored, unit.changed)


def _other_course(day: DoseDay, course: UUID | None, entries: Entries) -> Iterator[Problem]:
    """The course of the sheet has stopped since it was opened; another one is not its own."""
    shown = day.book.course.id if day.book else None
    if course is not None and shown != course and entries.events:
        yield Problem(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The course of this sheet does not run any more. Nothing was saved; open the "
                    "dose day again.",
                )
            ),
            "act",
        )


def _drugs_gone(drugs: Collection[str]) -> Iterator[Problem]:
    """Drugs that left the course since their doses were typed."""
    if drugs:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "Not in this course any more: {drugs}. Nothing was saved; open the dose day again.",
        )
        yield Problem(Message(text, {"drugs": ", ".join(drugs)}), "act")


def _problems(day: DoseDay, entries: Entries) -> Iterator[Problem]:
    """What makes the records impossible in this chart, each said once under its box."""
    said: set[str] = set()
    records: list[tuple[Record, str]] = [
        (entries.visit, "date"),
        *((lab, "sampled") for lab in entries.labs),
        *((event, "date") for event in entries.events),
    ]
    for record, box in records:
        for problem in (*problems_of(record), *problems_in_chart(record, day.chart, day.today)):
            if str(problem.message) not in said:
                said.add(str(problem.message))
                yield Problem(problem.message, box if problem.field == record.when else "act")


def _goes_on(answer: GateAnswer, entries: Entries) -> bool:
    """Whether a dose is given although a hold is suggested."""
    return entries.gives and answer.answer is Verdict.HOLD


def _unanswered(answer: GateAnswer, entries: Entries) -> Iterator[Problem]:
    if _goes_on(answer, entries) and not answer.override_reason:
        yield Problem(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "A hold is suggested. Give the reason for going on, or hold the dose.",
                )
            ),
            "override",
        )


def _other_doses(checked: Checked | None, patient: UUID, entries: Entries) -> Iterator[Problem]:
    """A check holds for the very doses that two people entered, of this patient."""
    if checked is None or (checked.patient == patient and checked.holds_for(entries.events)):
        return
    yield Problem(
        Message(
            QT_TRANSLATE_NOOP(
                "Message", "The dose is not the one that was checked. Let it be checked again."
            )
        ),
        "act",
    )


def _store_checks(
    unit: Unit, checked: Checked, stored: tuple[Stored[Record], ...]
) -> tuple[Stored[Record], ...]:
    return tuple(
        unit.add(checked.record(each.id, each.record.dose), each.patient)
        for each in stored
        if isinstance(each.record, DoseEvent) and each.record.dose is not None
    )


def _store(
    store: Store, ctx: Context, unit: Unit, day: DoseDay, entries: Entries, answer: GateAnswer
) -> tuple[Stored[Record], ...]:
    patient = day.chart.patient.id
    visit = unit.add(entries.visit, patient)
    rest: list[Record] = [
        *(replace(each, visit=visit.id) for each in entries.answers),
        *(with_flag(store, ctx, day.chart, Entry(record=lab)) for lab in entries.labs),
        *entries.events,
        replace(answer, visit=visit.id),
    ]
    return (visit, *(unit.add(record, patient) for record in rest))


def undo(store: Store, ctx: Context, *, saved: SavedDay) -> Changed:
    """Takes a save back: each of its records is marked as entered in error, with who and why.

    Raises:
        Conflict: one of them was changed since.
    """
    ctx.require(Action.RECORD)
    because = ctx.because(f"undone by {ctx.user} right after saving")
    with store.unit(because.stamp()) as unit:
        for stored in reversed(saved.records):
            unit.void(stored)
    return unit.changed


def done_today(day: DoseDay) -> bool:
    """Whether a dose of the course is recorded for the working date."""
    return day.due is not None and day.due.last_given == day.today
