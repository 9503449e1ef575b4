# SPDX-License-Identifier: MIT
"""beside_the_sheet.feature: a call, a page, results, what is taken back, what is refused."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CLOCK, MovedClock
from tests.features.person import Person

pytestmark = pytest.mark.slow

scenarios("beside_the_sheet.feature")

HERE = Path(__file__).parent


@pytest.fixture
def clock():
    return MovedClock()


@pytest.fixture
def me(qtbot, qapp, folder, clock):
    person = Person(qtbot.waitUntil, folder, clock)
    yield person
    person.leave()


@pytest.fixture
def before(folder):
    """What was stored before the scenario."""
    return {}


@given(parsers.parse('the sheet of "{mrn}" is open'))
def sheet_is_open(me, folder, before, mrn):
    before[mrn] = _stored(folder, mrn)
    me.reads("Working date")
    me.press("Ctrl+2")
    me.reads(mrn)
    me.go_to_row(mrn)
    me.press("Enter")
    me.reads("Treatment now")
    me.press("F7")
    me.reads("Dose day")


@given("another program copied")
def copied(datatable):
    text = "\n".join("\t".join(row) for row in datatable)
    QGuiApplication.clipboard().setText(text)


@given(parsers.parse('the laboratory sent the file "{name}"'))
def sent(tmp_path, name, docstring):
    (tmp_path / name).write_text(docstring, "utf-8")


@when(parsers.parse('I choose the file "{name}"'))
def choose_file(me, tmp_path, name):
    me.wait(lambda: isinstance(me.front, QFileDialog))
    me.press("Ctrl+A")
    me.type(str(tmp_path / name))
    me.press("Enter")


@when("I give the dose")
def give(me):
    for _ in range(4):
        me.press("PgDown")
    me.press("G")
    me.press("Ctrl+Enter")


@when(parsers.parse('the clock of the computer is set back to "{day}"'))
def set_back(clock, qapp, day):
    clock.instant = datetime.combine(date.fromisoformat(day), CLOCK.instant.time(), UTC)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # one comes back


@then(parsers.parse('the file "{name}" is a PDF'))
def is_pdf(me, tmp_path, name):
    me.wait((tmp_path / name).exists)
    assert (tmp_path / name).read_bytes().startswith(b"%PDF")


@then(parsers.parse('the box "{label}" holds "{text}"'))
def holds(me, label, text):
    assert me.said_by(label) == text


def _stored(folder, mrn: str) -> list[str]:
    """Every record of the chart, as another program reads it while this one is open."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.features.read_back", str(folder), mrn],
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.dumps(row, ensure_ascii=False) for row in json.loads(run.stdout)]


def _new(folder, before, mrn: str) -> list[str]:
    return [row for row in _stored(folder, mrn) if row not in before.get(mrn, [])]


@then(parsers.parse('another program reads of "{mrn}"'))
def reads_rows(folder, before, mrn, datatable):
    found = [row for row in _new(folder, before, mrn) if '"current"' in row]
    for words in datatable:
        assert any(all(word in row for word in words) for row in found), (words, found)


@then(parsers.parse('another program reads as entered in error of "{mrn}"'))
def reads_withdrawn(folder, before, mrn, datatable):
    found = [row for row in _new(folder, before, mrn) if '"entered-in-error"' in row]
    for words in datatable:
        assert any(all(word in row for word in words) for row in found), (words, found)


@then(parsers.parse('another program reads nothing new of "{mrn}"'))
def nothing_new(folder, before, mrn):
    assert _new(folder, before, mrn) == []


@then(parsers.parse('another program reads one dose of "{mrn}" on "{day}"'))
def one_dose(folder, before, mrn, day):
    doses = [row for row in _new(folder, before, mrn) if '"dose_event"' in row and day in row]
    assert len(doses) == 1, doses
