# SPDX-License-Identifier: MIT
"""One patient's records, as the rules read them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast
from uuid import UUID

from tracker.domain.envelope import Stored
from tracker.domain.records import Patient, ReferenceRange
from tracker.domain.records.base import Record, parent_of

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything stored about one patient, voided records included, plus the clinic's ranges.

    ``records`` holds, by kind code, the records in the order they were stored (UUIDv7 order).
    """

    patient: Stored[Patient]
    records: Mapping[str, tuple[Stored[Record], ...]]
    ranges: tuple[Stored[ReferenceRange], ...] = ()

    def of(self, kind: type[R], parent: UUID | None = None) -> tuple[Stored[R], ...]:
        """The current records of ``kind``; with ``parent`` only the children of that record."""
        found = cast("tuple[Stored[R], ...]", self.records.get(kind.kind, ()))
        link = parent_of(kind)
        return tuple(
            stored
            for stored in found
            if stored.is_current
            and (parent is None or (link and getattr(stored.record, link.name) == parent))
        )


@dataclass(slots=True)
class ChartBuilder:
    """Collects records by kind on their way into a ``Chart``."""

    patient: Stored[Patient]
    records: dict[str, list[Stored[Record]]] = field(default_factory=dict)

    def put(self, stored: Stored[Record]) -> None:
        """Adds one record."""
        self.records.setdefault(stored.record.kind, []).append(stored)

    def chart(self, ranges: tuple[Stored[ReferenceRange], ...] = ()) -> Chart:
        """The finished chart."""
        return Chart(self.patient, {k: tuple(v) for k, v in self.records.items()}, ranges)
