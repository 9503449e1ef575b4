# SPDX-License-Identifier: MIT
"""Add, amend, mark as entered in error, and read back the history of any record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from tracker.domain.changes import Changed
from tracker.domain.chart import Chart
from tracker.domain.checks import problems_in_chart
from tracker.domain.envelope import AuditLine, Revision, Stored
from tracker.domain.errors import Problem, Refused
from tracker.domain.markers import judge, overlapping
from tracker.domain.records import (
    AdverseEvent,
    AdverseEventGrade,
    ClinicDays,
    DoseEvent,
    MarkerResult,
    Patient,
    ReferenceRange,
)
from tracker.domain.records.base import Record, parent_of, problems_of
from tracker.domain.roles import Action, Role
from tracker.domain.schedule import ledgers
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, line_problems, text_problems
from tracker.services import clinic_days
from tracker.services.context import Context
from tracker.services.search_keys import search_keys
from tracker.services.terminology import event_problems
from tracker.store.store import Store
from tracker.store.unit import Unit


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A record a person wants stored, with the lists inside it.

    Attributes:
        stored: what is being amended, as it was read; None for a new record.
        children: new or amended records whose parent is this one.
    """

    record: Record
    stored: Stored[Record] | None = None
    source: str | None = None
    note: str | None = None
    children: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored, and who should look again."""

    stored: Stored[Record]
    changed: Changed


def save(store: Store, ctx: Context, *, patient: UUID | None, entry: Entry) -> Saved:
    """Stores a record and its children in one transaction, with their audit entries.

    ``patient`` is None for a new patient and for a record of the clinic.

    Raises:
        NotPermitted: the role may not record (or may not change what holds for the clinic).
        Refused: every problem of every field, of the chart, and a missing reason, at once.
        Conflict: somebody else amended the record since it was read.
    """
    ctx.require(_needed(entry.record))
    chart = store.chart(patient) if patient else None
    Refused.if_any(_problems(store, ctx, chart, entry))
    with store.unit(ctx.stamp()) as unit:
        stored = _store(store, ctx, unit, chart, entry)
    return Saved(stored, unit.changed)


def _needed(record: Record) -> Action:
    if record.is_managed:  # its own service knows more than this one
        return Action.ACCOUNTS
    return Action.CLINIC if record.of_clinic else Action.RECORD


def _problems(store: Store, ctx: Context, chart: Chart | None, entry: Entry) -> list[Problem]:
    own_id = entry.stored.id if entry.stored else None
    found = problems_of(entry.record)
    if chart is None and isinstance(entry.record, Patient):
        chart = _chart_to_be(ctx, entry.record)
    if chart is not None:
        found += problems_in_chart(entry.record, chart, ctx.clock.today(), own_id)
    if isinstance(entry.record, Patient):
        found += _number_taken(store, entry.record, own_id)
    if isinstance(entry.record, ClinicDays):
        found += clinic_days.country_problems(entry.record)
    if isinstance(entry.record, ReferenceRange):
        found += _overlaps(store, entry.record, own_id)
    if isinstance(entry.record, AdverseEvent):
        grades = (c.record for c in entry.children if isinstance(c.record, AdverseEventGrade))
        found += event_problems(store, entry.record, tuple(grades))
    if chart is not None and isinstance(entry.record, DoseEvent):
        found += _lifts_hold(ctx, entry.record, chart)
    if entry.stored is not None and not ctx.reason:
        found.append(_reason_needed())
    found += [Problem(m, "source") for m in line_problems("source", entry.source or "")]
    found += [Problem(m, "note") for m in text_problems("note", entry.note or "")]
    for row, child in enumerate(entry.children, start=1):
        place = f"{child.record.kind} {row}"
        own = child.stored.id if child.stored else None
        said = problems_of(child.record)
        if chart is not None:
            said += problems_in_chart(child.record, chart, ctx.clock.today(), own)
        found += [Problem(p.message, place=place) for p in said]
    return found


def _chart_to_be(ctx: Context, patient: Patient) -> Chart:
    """The empty chart of somebody who is not on file yet, so that the same rules hold."""
    nobody = UUID(int=0)
    stamp = ctx.stamp()
    return Chart(
        Stored(
            id=nobody, patient=nobody, record=patient, recorded_at=stamp.at, recorded_by=stamp.by
        ),
        {},
    )


def _lifts_hold(ctx: Context, event: DoseEvent, chart: Chart) -> Iterator[Problem]:
    """An open hold is lifted by the oncologist, or by somebody who names the doctor."""
    if ctx.role is Role.ONCOLOGIST or event.ordered_by:
        return
    book = next((b for b in ledgers(chart) if b.course.id == event.course), None)
    if book is not None and book.lifts_hold(event):
        text = QT_TRANSLATE_NOOP("Message", "The dose is held. Name the doctor who lifts the hold.")
        yield Problem(Message(text), "ordered_by")


def _reason_needed() -> Problem:
    return Problem(
        Message(QT_TRANSLATE_NOOP("Message", "A change of a stored record needs a reason.")),
        "reason",
    )


def _number_taken(store: Store, patient: Patient, own_id: UUID | None) -> list[Problem]:
    holder = store.find_mrn(patient.mrn)
    if holder is None or holder == own_id:
        return []
    message = QT_TRANSLATE_NOOP(
        "Message", "The hospital number {mrn} belongs to another chart. Open that one instead."
    )
    return [Problem(Message(message, {"mrn": patient.mrn}), "mrn")]


def _overlaps(store: Store, new: ReferenceRange, own_id: UUID | None) -> Iterator[Problem]:
    others = (each.record for each in store.ranges(new.analyte) if each.id != own_id)
    return overlapping(new, others)


def _store(
    store: Store, ctx: Context, unit: Unit, chart: Chart | None, entry: Entry
) -> Stored[Record]:
    record = with_flag(store, ctx, chart, entry)
    keys: dict[str, Any] = {}
    if isinstance(record, Patient):
        keys["search_keys"] = search_keys(record)
    if entry.stored is None:
        patient = chart.patient.id if chart else None
        stored = unit.add(record, patient, source=entry.source, note=entry.note, **keys)
    elif is_unchanged(replace(entry, record=record)):
        stored = entry.stored  # only a list inside it changed: no empty revision
    else:
        stored = unit.amend(entry.stored, record, source=entry.source, note=entry.note, **keys)
    for child in entry.children:
        link = parent_of(type(child.record))
        assert link is not None, type(child.record)  # noqa: S101 - a declared child has a parent
        linked = replace(child.record, **{link.name: stored.id})
        _store(store, ctx, unit, chart, replace(child, record=linked))
    return stored


def is_unchanged(entry: Entry) -> bool:
    """Whether an entry says of a stored record what it said when it was read."""
    stored = entry.stored
    return stored is not None and (entry.record, entry.source, entry.note) == (
        stored.record,
        stored.source,
        stored.note,
    )


def with_flag(store: Store, ctx: Context, chart: Chart | None, entry: Entry) -> Record:
    """Freezes flag and range into a result that is new or whose own content changed."""
    record = entry.record
    if not isinstance(record, MarkerResult):
        return record
    before = entry.stored.record if entry.stored else None
    if isinstance(before, MarkerResult):
        kept = replace(record, flag=before.flag, range_used=before.range_used)
        if kept == before:
            return kept
    ranges = [stored.record for stored in store.ranges(record.analyte)]
    sex = chart.patient.record.sex if chart else None
    judgement = judge(record, ranges, sex, ctx.clock.today())
    return replace(record, flag=judgement.flag, range_used=judgement.stored_range)


def void(store: Store, ctx: Context, *, stored: Stored[Record]) -> Changed:
    """Marks a record as entered in error. It stays readable, with the reason.

    Raises:
        Refused: no reason, or the record still has current children.
    """
    ctx.require(_needed(stored.record))
    if not ctx.reason:
        raise Refused(_reason_needed())
    with store.unit(ctx.stamp()) as unit:
        unit.void(stored)
    return unit.changed


def history(store: Store, ctx: Context, *, kind: str, record: UUID) -> list[Revision]:
    """Every revision of a record, oldest first, as the audit trail holds it."""
    ctx.require(Action.READ)
    return store.history(kind, record)


def patient_history(
    store: Store, ctx: Context, *, patient: UUID, limit: int, skip: int = 0
) -> list[AuditLine]:
    """What was done in a chart and who looked at it, newest first."""
    ctx.require(Action.READ)
    return store.patient_history(patient, limit, skip)
