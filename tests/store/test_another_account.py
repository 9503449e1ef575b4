# SPDX-License-Identifier: MIT
"""Two accounts of one computer: a profile is its owner's, and the other is told so."""

import os
import sys
from contextlib import contextmanager

import pytest

from tests.clinics import CLOCK, PASSPHRASE
from tracker.domain.errors import CannotOpen
from tracker.services import profiles
from tracker.store.files import Profile

NOBODY = 65534

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="accounts are the system's own")


@contextmanager
def another_account(*places):
    """Work as somebody who may not read these places."""
    before = [place.stat().st_mode & 0o777 for place in places]
    for place in places:
        place.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:  # whom no mode stops
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for place, mode in zip(places, before, strict=True):
            place.chmod(mode)


@pytest.fixture
def folder(tmp_path):
    for above in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        above.chmod(0o755)  # the folders of these tests are closed to others
    place = tmp_path / "clinic"
    store, _code = profiles.create(
        place, clinic="Clinic", user="Chen Yu", passphrase=PASSPHRASE, clock=CLOCK
    )
    profiles.close(store, CLOCK, backup=False)
    return place


def refusal(folder):
    with pytest.raises(CannotOpen) as caught:
        profiles.open(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    return str(caught.value)


def test_the_files_of_another_account_are_not_called_damaged(folder):
    with another_account(Profile(folder).keyring, Profile(folder).database):
        assert profiles.exists(folder)
        said = refusal(folder)
    assert "belongs to another account of this computer" in said
    assert folder.owner() in said
    assert "damaged" not in said


def test_a_closed_folder_is_no_place_for_a_first_run(folder):
    with another_account(folder):
        assert profiles.exists(folder)
        assert "belongs to another account" in refusal(folder)


def test_the_owner_opens_it_as_before(folder):
    with another_account(folder):
        refusal(folder)
    store = profiles.open(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    profiles.close(store, CLOCK, backup=False)
