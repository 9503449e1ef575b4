# SPDX-License-Identifier: MIT
"""exchanged.feature"""

import shutil

import pytest
from pytest_bdd import scenarios, then, when

from tracker.store.files import Profile

scenarios("exchanged.feature")


@pytest.fixture
def database(folder, people):
    """The open file; it is put back before the person leaves, so that closing finds it."""
    path = Profile(folder).database
    yield path
    path.with_name("taken away").replace(path)


@when("another program puts an older copy over the file")
def put_over(database):
    copy = database.with_name("copy")
    shutil.copy(database, copy)
    database.rename(database.with_name("taken away"))
    copy.replace(database)
    shutil.copy(database, database.with_name("as it was put"))


@when("another program takes the file away")
def take_away(database):
    database.rename(database.with_name("taken away"))


@then("no byte of the copy was changed")
def unchanged(database):
    assert database.read_bytes() == database.with_name("as it was put").read_bytes()


@then("no new file stands in its place")
def still_gone(database):
    assert not database.exists()
