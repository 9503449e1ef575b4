# SPDX-License-Identifier: MIT
"""Charts for the tests of the rules, written as a person would type them: every value is text."""

from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Status, Stored
from tracker.domain.records import (
    Course,
    CourseDrug,
    DoseEvent,
    Patient,
    PlanSegment,
    Record,
    ReferenceRange,
)
from tracker.domain.records.base import build
from tracker.domain.reminders import Due
from tracker.domain.schedule import Ledger, ledgers

SOMETIME = datetime(2024, 11, 26, 9, 0, tzinfo=UTC)


def day(text: str) -> date:
    """A known day."""
    return date.fromisoformat(text)


def when(text: str) -> PartialDate:
    """A date as typed."""
    return PartialDate.parse(text)


class ChartOf:
    """One patient's chart under construction; records keep the order in which they are added."""

    def __init__(self, **patient: str) -> None:
        self._numbers = count(1)
        self.patient = self._stored(build(Patient, {"mrn": "TEST-1"} | patient))
        self.records: dict[str, list[Stored[Record]]] = {}
        self.ranges: list[Stored[ReferenceRange]] = []

    def _stored(self, record, status=Status.CURRENT):
        return Stored(
            id=UUID(int=next(self._numbers)),
            patient=None if record.of_clinic else UUID(int=1),
            record=record,
            status=status,
            recorded_at=SOMETIME,
            recorded_by="test",
        )

    def add(self, kind: type[Record], *, voided: bool = False, **texts: str) -> UUID:
        """Adds a record from texts; returns its id. A voided one stays in the chart."""
        status = Status.ENTERED_IN_ERROR if voided else Status.CURRENT
        stored = self._stored(build(kind, texts), status)
        self.records.setdefault(kind.kind, []).append(stored)
        return stored.id

    def chart(self) -> Chart:
        """The finished chart."""
        return Chart(self.patient, {kind: tuple(found) for kind, found in self.records.items()})


class CourseOf(ChartOf):
    """A chart with one course; ``toripalimab`` every 21 days unless said otherwise."""

    def __init__(
        self,
        start: str,
        *plan: dict[str, str],
        drugs: tuple[dict[str, str], ...] = ({"drug": "toripalimab", "dose": "240 mg"},),
        patient: dict[str, str] | None = None,
        **course: str,
    ) -> None:
        super().__init__(**(patient or {}))
        texts = {"regimen": "toripalimab", "therapy": "immunotherapy", "start": start} | course
        self.course = self.add(Course, **texts)
        for drug in drugs:
            self.add(CourseDrug, course=str(self.course), **drug)
        for segment in plan or ({"interval_days": "21"},):
            self.plan(**segment)

    def plan(self, **segment: str) -> None:
        """Adds a plan segment."""
        self.add(PlanSegment, course=str(self.course), **segment)

    def event(self, action: str, on: str, *, voided: bool = False, **texts: str) -> UUID:
        """Adds a dose event; a reason is filled in where one is needed."""
        if action in {"held", "delayed", "skipped", "reduced", "stopped"}:
            texts = {"reason": "logistics"} | texts
        return self.add(
            DoseEvent, voided=voided, course=str(self.course), action=action, date=on, **texts
        )

    def given(self, *days: str, **texts: str) -> None:
        """Adds given doses."""
        for each in days:
            self.event("given", each, **texts)

    def ledger(self) -> Ledger:
        """The ledger of the course."""
        return ledgers(self.chart())[0]


def due_of(chart: Chart) -> tuple[Due, ...]:
    """The next dose of every running course, without what was answered."""
    return tuple(due for book in ledgers(chart) if (due := book.due) is not None)
