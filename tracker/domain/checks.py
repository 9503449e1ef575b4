# SPDX-License-Identifier: MIT
"""Rules between a record and the chart it enters: birth, death, today, the same day."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.errors import Problem
from tracker.domain.records import DoseEvent, Patient
from tracker.domain.records.base import Record, in_order
from tracker.domain.records.course import DoseAction
from tracker.domain.schedule import DOSE_GIVEN
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


def problems_in_chart(
    record: Record, chart: Chart, today: date, own_id: UUID | None = None
) -> Iterator[Problem]:
    """Yields what makes ``record`` impossible in ``chart`` on the day ``today``.

    ``own_id`` is the id of the record itself when it is being amended.
    """
    if isinstance(record, Patient) or not record.when:
        return
    when = getattr(record, record.when)
    if when is None:
        return
    patient = chart.patient.record
    yield from in_order(
        patient.birth,
        when,
        QT_TRANSLATE_NOOP("Message", "{second} lies before the birth ({first})."),
        record.when,
    )
    yield from in_order(
        when,
        patient.death,
        QT_TRANSLATE_NOOP("Message", "{first} lies after the death ({second})."),
        record.when,
    )
    planned = isinstance(record, DoseEvent) and record.action is DoseAction.APPOINTED
    if when.earliest is not None and when.earliest > today and not planned:
        yield Problem(
            Message(
                QT_TRANSLATE_NOOP("Message", "{date} lies in the future (today is {today})."),
                {"date": when.text, "today": today.isoformat()},
            ),
            record.when,
        )
    if isinstance(record, DoseEvent):
        yield from _same_day_dose(record, chart, own_id)


def _same_day_dose(record: DoseEvent, chart: Chart, own_id: UUID | None) -> Iterator[Problem]:
    """A second dose of the same drug on the same day is blocked."""
    if record.action not in DOSE_GIVEN or not record.date.is_day:
        return
    for other in chart.of(DoseEvent, record.course):
        same = (other.record.date.day, other.record.drug) == (record.date.day, record.drug)
        if same and other.record.action in DOSE_GIVEN and other.id != own_id:
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
