# SPDX-License-Identifier: MIT
"""What a file of records holds, between its bytes and the store."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Draft, Status, Stored
from tracker.domain.records import Patient, ReferenceRange
from tracker.domain.records.base import Record

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDraft(Draft[R_co]):
    """One record of a file. It keeps its id, so that its children find it.

    ``place`` says where in the file it stands; "" for a record that comes from the store.
    """

    id: UUID
    status: Status = Status.CURRENT
    place: str = ""

    @property
    def kind(self) -> str:
        """The stable code of the record's kind."""
        return self.record.kind


@dataclass(frozen=True, slots=True)
class PatientDraft:
    """One patient with the records of the chart, parents before their children."""

    patient: RecordDraft[Patient]
    records: tuple[RecordDraft[Record], ...] = ()

    @property
    def id(self) -> UUID:
        """The patient's id."""
        return self.patient.id


@dataclass(frozen=True, slots=True)
class Need:
    """A parent that the file refers to and does not hold: the store must have it."""

    patient: UUID
    kind: str
    id: UUID
    place: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """The records of a file: those of the clinic, and the patients.

    ``demonstration`` marks patients that are never mixed with those of a clinic. ``losses`` say
    what is missing because the database was damaged.
    """

    clinic: tuple[RecordDraft[Record], ...] = ()
    patients: tuple[PatientDraft, ...] = ()
    needs: tuple[Need, ...] = ()
    demonstration: bool = False
    losses: tuple[str, ...] = ()


def bundle_of(
    charts: Iterable[Chart],
    ranges: Iterable[Stored[ReferenceRange]],
    *,
    demonstration: bool = False,
    losses: tuple[str, ...] = (),
) -> Bundle:
    """Everything in ``charts`` and ``ranges``, records entered in error included."""
    return Bundle(
        clinic=tuple(_draft(stored) for stored in ranges),
        patients=tuple(
            PatientDraft(
                _draft(chart.patient),
                tuple(_draft(stored) for of_kind in chart.records.values() for stored in of_kind),
            )
            for chart in charts
        ),
        demonstration=demonstration,
        losses=losses,
    )


def _draft(stored: Stored[R_co]) -> RecordDraft[R_co]:
    return RecordDraft(
        record=stored.record,
        id=stored.id,
        status=stored.status,
        source=stored.source,
        note=stored.note,
    )
