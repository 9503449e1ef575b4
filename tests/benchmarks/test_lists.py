# SPDX-License-Identifier: MIT
"""Search as one types, and the day list, in a clinic of 5,000 and in a province of 100,000."""

import time
from dataclasses import replace
from datetime import timedelta
from functools import partial
from statistics import median

import pytest

from tests.benchmarks.clinic import TODAY, mrn_of, patient_record
from tests.benchmarks.rounds import ROUNDS, in_turn, milliseconds
from tests.clinics import CLOCK, CTX, make, opened
from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.records.disease_status import Disease
from tracker.domain.reminders import Due, DueState, What, due_key
from tracker.domain.summary import Summary
from tracker.services import patients
from tracker.services.duplicates import lookalikes
from tracker.services.patients import Order
from tracker.services.search_keys import search_keys
from tracker.services.today import day_list
from tracker.store import due, patient_line, queries
from tracker.store.ids import Ids
from tracker.store.mapping import row_of
from tracker.store.unit import _SET_KEYS, _insert_sql

MANY = 100_000
FIRST = 200  # lines of each part that Today reads at first
TYPED = [
    *("王", "王秀", "li", "lixiu", "lxy", mrn_of(4242), "4242", "555000", "zzz"),
    *("w", "1", "王 42", "yn 秀 99", "syn zzz"),
]


@pytest.fixture
def province(cache):
    """100,000 patients, straight into the tables: nobody audits a benchmark."""
    folder = cache / "province"
    store = opened(folder) if folder.exists() else _filled(folder)
    yield store
    store.close(CLOCK.now())


def _filled(folder):
    store, ids = make(folder), Ids()
    with store._db.atomic():
        for number in range(MANY):
            record, own = patient_record(number), ids.new(CLOCK.now())
            stored = Stored(
                id=own, patient=own, record=record, recorded_at=CLOCK.now(), recorded_by=CTX.user
            )
            store._db.execute_sql(_insert_sql("patient"), tuple(row_of(stored).values()))
            keys = search_keys(record)
            store._db.execute_sql(_SET_KEYS, (own.bytes, keys.found_by))
            patient_line.set_name(store._db, own, keys.sort_by)
            dues = _dues(own, number)
            due.refresh(store._db, own, dues)
            patient_line.refresh(store._db, own, _summary(dues))
    return store


def _dues(patient, number):
    """Three in ten are under treatment, and due within three weeks."""
    if number % 10 > 2:
        return ()
    on = TODAY + timedelta(days=number // 10 % 21)
    return (
        Due(
            key=due_key(patient, What.DOSE, "start"),
            source=patient,
            course=patient,
            what=What.DOSE,
            state=DueState.PROJECTED,
            on=on,
            projected=on,
            last_given=on - timedelta(days=21),
            cycle=5,
            treatment="toripalimab 240 mg q3w",
        ),
    )


def _summary(dues):
    """What the list says of them: a course of eight months, seen three weeks ago."""
    return Summary(
        regimen="toripalimab",
        start=PartialDate.parse("2024-03"),
        counted_to=PartialDate.parse("2024-11-05"),
        is_running=bool(dues),
        next_day=dues[0].on if dues else None,
        last_contact=PartialDate.parse("2024-11-05"),
        disease=(Disease.STABLE,),
    )


def _search(store, sheet, many):
    per_key, parts, more = [], [], True
    while more:  # as the window does after its first list
        start = time.perf_counter()
        more = patients.get_ready(store)
        parts.append((time.perf_counter() - start) * 1000)
    what = f"search, {many:,} patients: the longest of {len(parts)} parts of reading the keys"
    sheet.put(what, max(parts))
    first = milliseconds(lambda: patients.search(store, CTX, text="w", limit=20))()
    sheet.put(f"search, {many:,} patients: the first keystroke", first, goal=5)
    for text in TYPED:
        taken = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            patients.search(store, CTX, text=text, limit=20)
            taken.append((time.perf_counter() - start) * 1000)
        per_key.append(median(taken))
    sheet.put(f"search, {many:,} patients: a keystroke, median", median(per_key), goal=1)
    sheet.put(f"search, {many:,} patients: the worst text", max(per_key), goal=5)


def test_search_in_a_clinic(store, sheet):
    _search(store, sheet, 5_000)


def test_search_in_a_province(province, sheet):
    _search(province, sheet, MANY)


def _patient_list(store, sheet, many):
    for order in Order:
        ask = partial(patients.listed, store, CTX, order=order)
        taken = in_turn({"list": milliseconds(ask, 3)})
        name = order.name.casefold()
        what = f"Patients, {many:,}: the first 200 by {name}"
        sheet.put(what, taken["list"], goal=5 if many == 5_000 else None)


def test_patient_list_of_a_clinic(store, sheet):
    _patient_list(store, sheet, 5_000)


def test_patient_list_of_a_province(province, sheet):
    _patient_list(province, sheet, MANY)


def _lookalikes(store, sheet, many):
    new = replace(patient_record(4242), mrn="NEW-1")
    taken = in_turn({"find": milliseconds(lambda: lookalikes(store, CTX, patient=new))})
    sheet.put(f"Lookalikes of a new patient among {many:,}", taken["find"])


def test_lookalikes_in_a_clinic(store, sheet):
    _lookalikes(store, sheet, 5_000)


def test_lookalikes_in_a_province(province, sheet):
    _lookalikes(province, sheet, MANY)


def _day_list(store, sheet, many):
    connection, sql = store._db.connection(), queries._due_sql()
    lines = len(day_list(store, CTX, limit=FIRST))
    today_ = TODAY.toordinal()
    taken = in_turn(
        {
            "raw": milliseconds(
                lambda: connection.execute(sql, (today_, today_, FIRST)).fetchall(), 5
            ),
            "list": milliseconds(lambda: day_list(store, CTX, limit=FIRST), 5),
        }
    )
    sheet.put(f"Today, {many:,} patients, {lines} lines: the statement alone", taken["raw"])
    sheet.put(
        f"Today, {many:,} patients, {lines} lines: as sorted lines",
        taken["list"],
        limit=taken["raw"],
        goal=1.5,
    )


def test_today_in_a_clinic(store, sheet):
    _day_list(store, sheet, 5_000)


def test_today_in_a_province(province, sheet):
    _day_list(province, sheet, MANY)
