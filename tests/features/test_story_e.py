# SPDX-License-Identifier: MIT
"""story_e.feature: each day is a day of its own, with the clock of that day."""

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CTX, PASSPHRASE, FixedClock, opened
from tests.features.conftest import fill_in, unlock
from tests.features.keyboard import Keyboard
from tests.features.person import Person
from tracker.domain.records import Course, CourseDrug, Patient, PlanSegment
from tracker.domain.records.base import build
from tracker.services import records

pytestmark = pytest.mark.slow

scenarios("story_e.feature")

PATIENT = {
    "mrn": "SYN-E001",
    "name_latin": "Example Synthetic",
    "sex": "female",
    "birth": "1968-03-15",
    "allergy_status": "none",
}
PLAN = ({"interval_days": "21", "start": "2024-01-08"}, {"interval_days": "42", "from_cycle": "5"})


@pytest.fixture
def pressed():
    """Keys by the name of their file."""
    return {}


@pytest.fixture
def on_day(qtbot, qapp, folder):
    """Whoever works on a day; the one before has left."""
    at_work: list[Person] = []

    def arrive(day: str) -> Person:
        if at_work:
            at_work[-1].leave()
        clock = FixedClock(datetime.fromisoformat(f"{day}T09:30").replace(tzinfo=UTC))
        at_work.append(Person(qtbot.waitUntil, folder, clock))
        unlock(at_work[-1], PASSPHRASE)
        at_work[-1].reads("SYN-E001")
        return at_work[-1]

    yield arrive
    for person in at_work:
        person.leave()


@given(
    "a course of toripalimab 240 mg every 3 weeks from 2024-01-08, every 6 weeks from cycle 5",
    target_fixture="planned",
)
def planned(folder, closed_clinic):
    shutil.copytree(closed_clinic, folder)
    store = opened(folder)

    def add(kind, patient, **texts):
        entry = records.Entry(record=build(kind, texts))
        return records.save(store, CTX, patient=patient, entry=entry).stored.id

    patient = add(Patient, None, **PATIENT)
    course = add(
        Course, patient, regimen="toripalimab", therapy="immunotherapy", start="2024-01-08",
        ledger_complete="yes",
    )  # fmt: skip
    add(CourseDrug, patient, course=str(course), drug="toripalimab", dose="240 mg")
    for segment in PLAN:
        add(PlanSegment, patient, course=str(course), **segment)
    store.close(CTX.clock.now())


@when("the days are entered by keys")
def enter(on_day, pressed, datatable):
    for day, keys in datatable:
        keyboard = Keyboard(on_day(day))
        keyboard.play(keys)
        pressed[keys] = keyboard.count


@then(parsers.parse("the hold took at most {most:d} keys"))
def hold_keys(pressed, most):
    assert pressed["story_e_hold"] <= most


@then(parsers.parse('the day list of "{day}" shows'))
def day_list(on_day, day, datatable):
    me = on_day(day)
    for words in datatable:
        me.reads(*words)


@then(parsers.parse('the chart of "{day}" says under Doses'), target_fixture="reader")
def under_doses(on_day, day, datatable):
    me = on_day(day)
    me.press("Enter")
    me.reads("Treatment now")
    me.press("Alt+2")
    for (words,) in datatable:
        me.reads(words)
    return me


@then("its cycles are")
def cycles(reader, datatable):
    reader.click("Cycles 5")
    QTest.qWait(0)
    assert reader.rows()[::-1] == [words for (words,) in datatable]


@when(parsers.parse('the dose of "{day}" is corrected to "{other}"'))
def correct(reader, day, other):
    reader.click("Events")
    reader.go_to_row("given", day)
    reader.press("Enter")
    fill_in(reader, [["Date", other], ["Reason for the change", "entered a day early"]])
    reader.press("Ctrl+Enter")
    reader.wait(lambda: not reader.in_a_dialog)
    reader.reads(other)
