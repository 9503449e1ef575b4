# SPDX-License-Identifier: MIT
"""opening.feature"""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CLOCK, opened
from tracker.domain.envelope import TrailFilter
from tracker.store.connection import PAGE_BYTES
from tracker.store.files import Profile

scenarios("opening.feature")


@given(parsers.parse("the {which} page of the file was damaged"), target_fixture="damaged")
def damage(folder, which):
    database = Profile(folder).database
    data = bytearray(database.read_bytes())
    data[PAGE_BYTES // 2 if which == "first" else -PAGE_BYTES // 2] ^= 1
    database.write_bytes(data)
    return bytes(data)


@then("the file is as it was")
def unchanged(folder, damaged):
    assert Profile(folder).database.read_bytes() == damaged


@given("a colleague used the records three days later")
def used_later(folder):
    opened(folder).close(CLOCK.now() + timedelta(days=3))


@pytest.fixture
def colleague(folder):
    """Another program that holds the profile; the lock is that of the operating system."""
    store = opened(folder)
    yield store
    store.close(CLOCK.now())


@given("a colleague has the records open")
def in_use(colleague):
    assert not colleague.readonly


@when("the colleague closes the records")
def let_go(colleague):
    colleague.close(CLOCK.now())


@when(parsers.parse("another program has {done} the file"))
def exchanged(me, folder, done):
    """As a synchronising program or a hand does it: the old name, another file."""
    me.wait(lambda: _has_arrived(folder))
    database = Profile(folder).database
    copy = database.with_suffix(".copy")
    copy.write_bytes(database.read_bytes())
    database.unlink()
    if done == "replaced":
        copy.rename(database)


@then(parsers.parse('what I typed can still be read: "{text}"'))
def still_there(me, text):
    boxes = [box for box in QApplication.allWidgets() if isinstance(box, QLineEdit)]
    assert text in {box.text() for box in boxes if box.isVisible()}
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            box.close()


def _has_arrived(folder):
    """Whether what follows the opening is done: the file was checked, and the trail says who."""
    beside = opened(folder, readonly=True)
    lines = beside.trail.page(TrailFilter(action="unlock"), 1)
    beside.close(CLOCK.now())
    return bool(lines)
