# SPDX-License-Identifier: MIT
"""A chart as it stood on an earlier day: what certainly happened later is left out.

What has no date, or may have happened by then, stays. Plans and appointments lie ahead by nature.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.checks import may_lie_ahead
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.records import AdverseEvent, Course, Patient, RadiotherapyPhase
from tracker.domain.records.adverse_event import Outcome
from tracker.domain.records.base import Record, parent_of
from tracker.domain.records.patient import VitalStatus

R = TypeVar("R", bound=Record)

_ENDS: Mapping[type[Record], tuple[str, Mapping[str, Any]]] = {
    Course: ("stop", {"stop": None, "stop_reason": None}),
    AdverseEvent: ("end", {"end": None, "outcome": Outcome.ONGOING}),
    RadiotherapyPhase: ("end", {"end": None}),
    Patient: (
        "death",
        {"death": None, "cause_of_death": None, "vital_status": VitalStatus.ALIVE},
    ),
}
"""The field that ends a record, and what the record says before that."""


def known_by(chart: Chart, day: date) -> Chart:
    """``chart`` without the records, ends and the death that certainly lie after ``day``."""
    later = {
        stored.id
        for records in chart.records.values()
        for stored in records
        if _happened_later(stored.record, day)
    }
    return Chart(
        _ended_by(chart.patient, day),
        {
            kind: tuple(_ended_by(each, day) for each in records if not _is_of(each, later))
            for kind, records in chart.records.items()
        },
        chart.ranges,
    )


def _happened_later(record: Record, day: date) -> bool:
    when: PartialDate | None = getattr(record, record.when) if record.when else None
    return _is_after(when, day) and not may_lie_ahead(record)


def _is_after(when: PartialDate | None, day: date) -> bool:
    return when is not None and when.earliest is not None and when.earliest > day


def _is_of(stored: Stored[Record], later: set[UUID]) -> bool:
    """Whether a record, or the one it belongs to, is among ``later``."""
    link = parent_of(type(stored.record))
    return stored.id in later or (link is not None and getattr(stored.record, link.name) in later)


def _ended_by(stored: Stored[R], day: date) -> Stored[R]:
    """The record without an end, or a death, that lay ahead on ``day``."""
    record = stored.record
    end, gone = _ENDS.get(type(record), ("", {}))
    if not end or not _is_after(getattr(record, end), day):
        return stored
    return replace(stored, record=replace(record, **gone))
