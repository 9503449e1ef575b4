# SPDX-License-Identifier: MIT
"""What can still be read of a file with damaged pages: chart by chart, and kind by kind.

A page that was damaged is refused by its HMAC, so what is read is what was saved; what is not read
is named. Nothing is repaired and nothing is put in the place of what is missing.
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlcipher

from tracker.domain.chart import Chart, ChartBuilder
from tracker.domain.envelope import Stored
from tracker.domain.errors import CannotOpen, NotFound
from tracker.domain.records import Patient, ReferenceRange
from tracker.domain.records.base import Record
from tracker.store import charts
from tracker.store.charts import chart_rows
from tracker.store.connection import EncryptedDatabase
from tracker.store.mapping import stored_of
from tracker.store.tombstones import ACTION, MARK

_DAMAGE: Final = (sqlcipher.DatabaseError, CannotOpen)
_WHO: Final = (  # tables that name every patient: what one does not give may be in another
    "patient",
    "patient_line",
    "chart_kind",
    f"audit WHERE action <> '{ACTION}' AND coalesce(content, '') NOT LIKE '{MARK}'",
)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What can be read of one patient.

    Attributes:
        id: of the patient.
        chart: with everything that can be read; None where the patient cannot be read.
        lost: kinds of which the chart holds, or may hold, records that cannot be read.
    """

    id: UUID
    chart: Chart | None
    lost: tuple[type[Record], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the chart is missing."""
        return self.chart is not None and not self.lost


class Rescue:
    """Reads what can be read, and connects anew after each damaged page.

    Attributes:
        is_complete: whether ``patients`` met everybody: the table of patients has a readable end.
        has_ranges: whether ``ranges`` could be read.
    """

    def __init__(self, db: EncryptedDatabase) -> None:
        self._db = db
        self.is_complete = False
        self.has_ranges = False

    @property
    def is_needed(self) -> bool:
        """Whether damage was found in the file."""
        return self._db.is_damaged

    def patients(self) -> tuple[UUID, ...]:
        """Everybody whom some readable page names."""
        found: set[UUID] = set()
        for table in _WHO:
            for way in ("", " DESC"):
                sql = f"SELECT DISTINCT patient FROM {table} ORDER BY 1{way}"  # noqa: S608 - constants
                is_all = self._walk(sql, found)
                self.is_complete |= is_all and table == _WHO[0]
                if is_all:
                    break
        return tuple(sorted(found))

    def ranges(self) -> tuple[Stored[ReferenceRange], ...]:
        """The reference ranges of the clinic, voided ones too; none where they cannot be read."""
        try:
            found = charts.ranges(self._db, voided=True)
        except _DAMAGE:
            self._db.stop_writing()
            return ()
        self.has_ranges = True
        return found

    def chart(self, patient: UUID) -> Rescued:
        """Reads a chart, and where that fails each kind of records by itself."""
        try:
            return Rescued(patient, charts.chart(self._db, patient))
        except (*_DAMAGE, NotFound):
            self._db.stop_writing()
        builder: ChartBuilder | None = None
        lost: list[type[Record]] = []
        kinds: list[type[Record]] = [Patient, *charts.kinds_listed(self._db, patient)]
        for kind in kinds:
            rows = self._records(patient, kind)
            if rows is None:
                lost.append(kind)
            elif kind is Patient:
                builder = ChartBuilder(rows[0]) if rows else None
            elif builder is not None:
                for stored in rows:
                    builder.put(stored)
        return Rescued(patient, builder.chart() if builder else None, tuple(lost))

    def _records(self, patient: UUID, kind: type[Record]) -> list[Stored[Any]] | None:
        try:
            return [stored_of(kind, row) for _, row in chart_rows(self._db, patient, (kind,))]
        except _DAMAGE:
            self._db.stop_writing()
            return None

    def _walk(self, sql: str, found: set[UUID]) -> bool:
        """Adds what a statement gives before it meets a damaged page; whether it met none."""
        try:
            for (raw,) in self._db.execute_sql(sql):
                if raw is not None:
                    found.add(UUID(bytes=raw))
        except _DAMAGE:
            self._db.stop_writing()
            return False
        return True
