# SPDX-License-Identifier: MIT
"""opening.feature"""

from datetime import timedelta

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CLOCK, opened
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
