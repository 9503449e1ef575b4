# SPDX-License-Identifier: MIT
"""An open profile with a synthetic clinic, and records of every kind made by hypothesis."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st

from tests.kinds import LEAST
from tests.store.foundation import CHEAP, NOW, PASSPHRASE
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stamp, Stored
from tracker.domain.fields import Choice, Field, items
from tracker.domain.records import KINDS, Patient
from tracker.domain.records.base import Record, build, links_of
from tracker.domain.values import Dose, Limits, Reading
from tracker.store.finder import SearchKeys
from tracker.store.store import Store

USER = "Synthetic Admin"
REASON = "typed into the wrong chart"


def make_store(folder: Path) -> Store:
    store, _code = Store.create(
        folder,
        clinic="Synthetic clinic",
        user=USER,
        passphrase=PASSPHRASE,
        at=NOW,
        kdf=CHEAP,
        floor=CHEAP,
    )
    return store


def open_store(folder: Path, *, readonly: bool = False) -> Store:
    return Store.open(folder, USER, PASSPHRASE, at=NOW, readonly=readonly, floor=CHEAP)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new profile, open for writing."""
    opened = make_store(tmp_path / "profile")
    yield opened
    opened.close(NOW)


def stamp(reason: str | None = None, at: datetime = NOW) -> Stamp:
    return Stamp(at, USER, "administrator", reason)


def add(store: Store, kind: str, patient: UUID | None = None, **texts: str) -> Stored[Any]:
    """Stores one record in a unit of its own."""
    return add_record(store, build(KINDS[kind], texts), patient)


def add_record(store: Store, record: Record, patient: UUID | None = None) -> Stored[Any]:
    keys = {"search_keys": SearchKeys(record.mrn.casefold())} if isinstance(record, Patient) else {}
    with store.unit(stamp()) as unit:
        return unit.add(record, patient, **keys)


def amend(store: Store, stored: Stored[Any], **changes: object) -> Stored[Any]:
    with store.unit(stamp(REASON)) as unit:
        return unit.amend(stored, replace(stored.record, **changes))


def void(store: Store, *records: Stored[Any]) -> None:
    with store.unit(stamp(REASON)) as unit:
        for stored in records:
            unit.void(stored)


def add_with_parents(store: Store, record: Record, patient: UUID) -> Stored[Any]:
    """Stores ``record`` with links to a parent and others made for it."""
    for link in links_of(type(record)):
        if getattr(record, link.name) is not None:
            linked = add_with_parents(store, build(KINDS[link.name], LEAST[link.name]), patient)
            record = replace(record, **{link.name: linked.id})
    return add_record(store, record, None if record.of_clinic else patient)


def running_course(store: Store, mrn: str, day: str, *, interval: int = 21) -> Stored[Any]:
    """A patient with one immunotherapy course and one dose given on ``day``."""
    patient = add(store, "patient", mrn=mrn).id
    course = add(store, "course", patient, **LEAST["course"])
    add(store, "plan_segment", patient, course=str(course.id), interval_days=str(interval))
    give(store, course, day)
    return course


def give(store: Store, course: Stored[Any], day: str) -> Stored[Any]:
    return add(store, "dose_event", course.patient, course=str(course.id), action="given", date=day)


# --- records of any kind, made from their declaration --------------------------------

DATE_TEXTS = (
    "2019",
    "2019-05",
    "2019-05-07",
    "5/2019",
    "May 2019",
    "2019年5月7日",
    "~2019-05",
    "约2019",
    "2019-02/..",
    "2019-02/2019-04",
    "../2018-11-30",
    "unknown",
)
_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40
)


def decimals(low: Decimal | int | None = 0, high: Decimal | int | None = 1000) -> Any:
    return st.decimals(low, high, allow_nan=False, places=2) | st.decimals(
        low, high, allow_nan=False, places=0
    )


_VALUES: dict[type, st.SearchStrategy[Any]] = {
    str: _TEXTS,
    UUID: st.uuids(version=4),
    PartialDate: st.sampled_from(DATE_TEXTS).map(PartialDate.parse),
    Dose: st.builds(
        lambda number, unit: Dose.parse(f"{number} {unit}"),
        decimals("0.01"),
        st.sampled_from(("mg", "g", "mcg", "mg/m2", "mg/kg")),
    ),
    Reading: st.builds(
        lambda sign, number: Reading.parse(f"{sign}{number}"),
        st.sampled_from(("", "<", "≤", ">", ">= ")),
        decimals(),
    )
    | st.just(Reading.parse("negative")),
    Limits: st.builds(
        lambda sign, number: Limits.parse(f"{sign}{number}"),
        st.sampled_from(("<", "≤", ">", "0.00-")),
        decimals("0.01"),
    ),
}


def _values_of(field: Field) -> st.SearchStrategy[Any]:
    low, high = field.item.minimum, field.item.maximum
    if issubclass(field.type, Choice):
        return st.sampled_from(list(field.type))
    if field.type is int:
        return st.integers(low, high)
    if field.type is Decimal:
        return decimals(low, high)
    return _VALUES[field.type]


def records_of(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Records with every combination of filled and empty fields; rules across fields apart."""
    values = {
        field.name: _values_of(field) if field.item.required else st.none() | _values_of(field)
        for field in items(kind)
    }
    return st.builds(kind, **values)


def later(days: int) -> datetime:
    return NOW + timedelta(days=days)
