# SPDX-License-Identifier: MIT
"""Search as one types, and the day list, in a clinic of 5,000 and in a province of 100,000."""

import shutil
import time
from dataclasses import replace
from datetime import timedelta
from functools import cache, partial
from statistics import median

import pytest

from tests.benchmarks.clinic import TODAY, mrn_of, patient_record
from tests.benchmarks.rounds import ROUNDS, in_turn, milliseconds, processor_milliseconds
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
    yield from _kept(cache / "province", MANY)


@pytest.fixture
def district(cache):
    """A tenth of the province."""
    yield from _kept(cache / "district", MANY // 10)


def _kept(folder, many):
    store = opened(folder) if folder.exists() else _filled(folder, many)
    yield store
    store.close(CLOCK.now())


def _filled(folder, many):
    making = folder.with_name(f"making {folder.name}")
    shutil.rmtree(making, ignore_errors=True)
    store, ids = make(making), Ids()
    with store._db.atomic():
        for number in range(many):
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
    store.close(CLOCK.now())
    making.rename(folder)
    return opened(folder)


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
    """Processor time: the statement, the same without state and order, and the page's lines."""
    connection, values = store._db.connection(), (TODAY.toordinal(), TODAY.toordinal(), FIRST)

    def rows(parts):
        return [row for sql in parts for row in connection.execute(sql, values).fetchall()]

    lines = len(day_list(store, CTX, limit=FIRST))
    assert len(rows(_bare_sql())) == lines
    sides = {
        "bare": lambda: rows(_bare_sql()),
        "raw": lambda: rows(queries.day_sql()),
        "list": lambda: day_list(store, CTX, limit=FIRST),
    }
    taken = in_turn({name: _processor(work) for name, work in sides.items()})
    what = f"Today, {many:,} patients, {lines} lines, processor"
    sheet.put(f"{what}: rows and nothing else", taken["bare"])
    sheet.put(f"{what}: the program's statements", taken["raw"], limit=taken["bare"])
    sheet.put(f"{what}: the page's lines", taken["list"], limit=taken["bare"], goal=1.5)


def _processor(work):
    return processor_milliseconds(work, 20)


@cache
def _bare_sql():
    """The rows of the day list without how they stand and what they are sorted by."""
    columns = ", ".join(f"d.{name}" for name in due.COLUMNS)
    return tuple(
        f"SELECT {queries.LINE}, {columns} FROM due d INDEXED BY {index}"
        f" CROSS JOIN patient p ON p.patient = d.patient WHERE {part} LIMIT ?3"
        for index, part in queries._DUE_PARTS
    )


def test_today_in_a_clinic(store, sheet):
    _day_list(store, sheet, 5_000)


def test_today_in_a_province(province, sheet):
    _day_list(province, sheet, MANY)


def test_today_grows_with_the_screen_and_not_with_the_clinic(district, province, sheet):
    """The same 143 lines of both; of the province the earliest of what is due."""
    lines = len(day_list(district, CTX, limit=FIRST))
    sides = {
        name: _processor(lambda s=store: day_list(s, CTX, limit=lines))
        for name, store in (("district", district), ("province", province))
    }
    taken = in_turn(sides)
    what = f"Today, {lines} lines of 100,000 patients against 10,000, processor"
    sheet.put(what, taken["province"], limit=taken["district"], goal=2)
