# SPDX-License-Identifier: MIT
"""Find a patient and open the chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.errors import NotFound
from tracker.domain.records import Patient
from tracker.domain.records.base import Record
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Context
from tracker.services.search_keys import folded_key
from tracker.store.lists import ListLine, Order
from tracker.store.queries import PatientLine
from tracker.store.store import Store

__all__ = [
    "ListLine",
    "OpenChart",
    "Order",
    "PatientLine",
    "PatientList",
    "by_number",
    "clinic_lists",
    "get_ready",
    "listed",
    "open_chart",
    "search",
]


@dataclass(frozen=True, slots=True)
class OpenChart:
    """A chart with the day it is looked at, and the number of another chart of this person."""

    chart: Chart
    as_of: date
    same_person: str = ""


@dataclass(frozen=True, slots=True)
class PatientList:
    """Lines of the list of patients, and how many patients there are in all."""

    lines: list[ListLine]
    total: int


def listed(
    store: Store,
    ctx: Context,
    *,
    text: str = "",
    order: Order = Order.NUMBER,
    backwards: bool = False,
    limit: int = 200,
) -> PatientList:
    """The list of patients, sorted; with ``text`` those that ``search`` finds."""
    ctx.require(Action.READ)
    lines = store.lists.listed(order, backwards=backwards, text=folded_key(text), limit=limit)
    return PatientList(lines, store.lists.count())


def search(store: Store, ctx: Context, *, text: str, limit: int = 200) -> list[PatientLine]:
    """Patients whose number, name, pinyin or initials contain ``text``; all when it is empty."""
    ctx.require(Action.READ)
    key = folded_key(text)
    return store.lists.search(key, limit) if key else store.patients(limit)


def get_ready(store: Store) -> bool:
    """Reads a part of what the first ``search`` would wait for; whether more is left.

    Nothing is shown of it, so nobody needs a permission.
    """
    return store.lists.read_more()


def open_chart(
    store: Store, ctx: Context, *, patient: UUID, as_of: date | None = None
) -> OpenChart:
    """Reads one chart; who looked at it is logged."""
    ctx.require(Action.READ)
    chart = store.chart(patient)
    if not store.readonly:
        with store.unit(ctx.stamp()) as unit:
            unit.log("view", patient=patient)
    return OpenChart(chart, as_of or ctx.clock.today(), _same_person(store, chart))


def _same_person(store: Store, chart: Chart) -> str:
    other = chart.patient.record.same_person_as
    try:
        return store.get(Patient, other, other).record.mrn if other else ""
    except NotFound:
        return ""  # a chart of another clinic, which is not on file here


def by_number(store: Store, ctx: Context, *, mrn: str) -> UUID:
    """The patient with this hospital number.

    Raises:
        NotFound: no current chart has it.
    """
    ctx.require(Action.READ)
    patient = store.find_mrn(mrn)
    if patient is None:
        raise NotFound(
            Message(
                QT_TRANSLATE_NOOP("Message", "No patient has the hospital number {mrn}."),
                {"mrn": mrn[:40]},
            )
        )
    return patient


def clinic_lists(
    store: Store, ctx: Context, *, kinds: Sequence[type[Record]]
) -> dict[type[Record], tuple[Stored[Record], ...]]:
    """The current records of the clinic by kind."""
    ctx.require(Action.READ)
    return {kind: store.of_clinic(kind) for kind in kinds}
