# SPDX-License-Identifier: MIT
"""opening.feature"""

import pytest
from pytest_bdd import given, scenarios, when

from tests.clinics import CLOCK, opened
from tracker.store.files import Profile

scenarios("opening.feature")


@given("a page of the file was damaged")
def damage(folder):
    database = Profile(folder).database
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)


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
