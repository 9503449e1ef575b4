# SPDX-License-Identifier: MIT
"""Rules between a record and the chart it enters: birth, death, today, the same day."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.cycles import DOSE_GIVEN, Regimen
from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.records import (
    KINDS,
    RECORD_KINDS,
    Course,
    CourseDrug,
    Document,
    DoseEvent,
    Patient,
    PlanSegment,
    UserReminder,
)
from tracker.domain.records.base import Record, in_order, links_of
from tracker.domain.records.course import DoseAction
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

_AHEAD = (PlanSegment, UserReminder)  # may lie in the future
NOT_LIVED = (*_AHEAD, Document)  # nothing that happened to the patient; a letter may come later


def problems_in_chart(
    record: Record, chart: Chart, today: date, own_id: UUID | None = None
) -> Iterator[Problem]:
    """Yields what makes ``record`` impossible in ``chart`` on the day ``today``.

    ``own_id`` is the id of the record itself when it is being amended.
    """
    if isinstance(record, Patient):
        yield from _patient_problems(record, chart, today)
        return
    if isinstance(record, DoseEvent):
        yield from _drug_of_course(record, chart)
        yield from _same_day_dose(record, chart, own_id)
    if isinstance(record, Course):  # a planned end has fields of its own
        yield from _not_in_future(record.stop, today, "stop")
    yield from _links(record, chart)
    when: PartialDate | None = getattr(record, record.when) if record.when else None
    if when is None:
        return
    patient = chart.patient.record
    yield from in_order(patient.birth, when, _BEFORE_BIRTH, record.when)
    if not isinstance(record, NOT_LIVED):
        yield from in_order(when, patient.death, _AFTER_DEATH, record.when)
    if not may_lie_ahead(record):
        yield from _not_in_future(when, today, record.when)


def may_lie_ahead(record: Record) -> bool:
    """An appointment, a reminder and a part of the plan may lie ahead."""
    return isinstance(record, _AHEAD) or (
        isinstance(record, DoseEvent) and record.action is DoseAction.APPOINTED
    )


def _not_in_future(when: PartialDate | None, today: date, field: str) -> Iterator[Problem]:
    if when is not None and when.earliest is not None and when.earliest > today:
        yield Problem(
            Message(
                QT_TRANSLATE_NOOP("Message", "{date} lies in the future (today is {today})."),
                {"date": when.text, "today": today.isoformat()},
            ),
            field,
        )


_BEFORE_BIRTH = QT_TRANSLATE_NOOP("Message", "{second} lies before the birth ({first}).")
_AFTER_DEATH = QT_TRANSLATE_NOOP("Message", "{first} lies after the death ({second}).")


def _patient_problems(patient: Patient, chart: Chart, today: date) -> Iterator[Problem]:
    """Birth, death and last contact against today and against the records already there."""
    for field in ("birth", "death", "last_contact"):
        yield from _not_in_future(getattr(patient, field), today, field)
    dates = list(_dates_in(chart))
    first = min(dates, key=lambda d: d.latest or date.max, default=None)
    last = max(dates, key=lambda d: d.earliest or date.min, default=None)
    yield from in_order(patient.birth, first, _BEFORE_BIRTH, "birth")
    yield from in_order(last, patient.death, _AFTER_DEATH, "death")


def _dates_in(chart: Chart) -> Iterator[PartialDate]:
    """The days of what happened to the patient; the plan is no such thing."""
    for kind in RECORD_KINDS:
        if kind.when and kind not in NOT_LIVED:
            dates = (getattr(stored.record, kind.when) for stored in chart.of(kind))
            yield from (when for when in dates if when is not None)


def _links(record: Record, chart: Chart) -> Iterator[Problem]:
    """What a record refers to beside its parent is a current record of the same chart."""
    for link in links_of(type(record)):
        linked = getattr(record, link.name)
        if link.item.parent or linked is None:
            continue
        if all(linked != other.id for other in chart.of(KINDS[link.name])):
            message = QT_TRANSLATE_NOOP(
                "Message", "The {kind} it refers to is not in this chart. Record that first."
            )
            yield Problem(Message(message, {"kind": KINDS[link.name].title}), link.name)


def _drug_of_course(record: DoseEvent, chart: Chart) -> Iterator[Problem]:
    """A dose names a drug of its course, so that it is counted there."""
    drugs = [each.record.drug for each in chart.of(CourseDrug, record.course)]
    if record.drug and drugs and record.drug.casefold() not in map(str.casefold, drugs):
        yield Problem(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "“{drug}” is not a drug of this course ({drugs}). Add it to the course first, "
                    "or leave the drug empty for the whole regimen.",
                ),
                {"drug": record.drug[:40], "drugs": ", ".join(drugs)},
            ),
            "drug",
        )


def _same_day_dose(record: DoseEvent, chart: Chart, own_id: UUID | None) -> Iterator[Problem]:
    """A second dose on the same day is blocked, unless it is of another drug of the regimen."""
    if record.action not in DOSE_GIVEN or not record.date.is_day:
        return
    regimen = Regimen.of(chart.of(CourseDrug, record.course))
    for other in chart.of(DoseEvent, record.course):
        given_then = other.record.action in DOSE_GIVEN and other.record.date.day == record.date.day
        drugs = {regimen.drug_of(record), regimen.drug_of(other.record)}
        if given_then and other.id != own_id and (None in drugs or len(drugs) == 1):
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "A dose given on {date} is already recorded in this course."
                    ),
                    {"date": record.date.text},
                ),
                "date",
            )
            return
