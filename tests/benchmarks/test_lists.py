# SPDX-License-Identifier: MIT
"""Search as one types, and the day list, in a clinic of 5,000 and in a province of 100,000."""

import itertools
import time
from datetime import timedelta
from statistics import median

import pytest

from tests.benchmarks.clinic import TODAY, mrn_of, patient_record
from tests.benchmarks.rounds import ROUNDS, in_turn, milliseconds
from tests.clinics import CLOCK, CTX, make, opened
from tracker.domain.envelope import Stored
from tracker.domain.reminders import Due, DueState
from tracker.services import patients
from tracker.services.search_keys import search_keys
from tracker.services.today import day_list
from tracker.store import due, queries
from tracker.store.ids import Ids
from tracker.store.mapping import row_of
from tracker.store.unit import _SET_KEYS, _insert_sql

MANY = 100_000
TYPED = ["王", "王秀", "li", "lixiu", "lxy", mrn_of(4242), "4242", "555000", "zzz"]


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
            store._db.execute_sql(_SET_KEYS, (own.bytes, search_keys(record)))
            due.refresh(store._db, own, _dues(own, number))
    return store


def _dues(patient, number):
    """Three in ten are under treatment, and due within three weeks."""
    if number % 10 > 2:
        return ()
    on = TODAY + timedelta(days=number // 10 % 21)
    return (
        Due(
            course=patient,
            what="dose",
            state=DueState.PROJECTED,
            on=on,
            projected=on,
            last_given=on - timedelta(days=21),
            cycle=5,
            treatment="toripalimab 240 mg q3w",
        ),
    )


def _search(store, sheet, many):
    per_key = []
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


def _day_list(store, sheet, many):
    connection, sql = store._db.connection(), queries._due_sql()
    days = itertools.cycle([TODAY])
    lines = len(day_list(store, CTX))
    taken = in_turn(
        {
            "raw": milliseconds(
                lambda: connection.execute(sql, (next(days).toordinal(),) * 2).fetchall(), 5
            ),
            "list": milliseconds(lambda: day_list(store, CTX), 5),
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
