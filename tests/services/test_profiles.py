# SPDX-License-Identifier: MIT
"""A clinic's profile is made once, opened by one program, and backed up when it is closed."""

from datetime import timedelta

import pytest

from tests import clinics
from tests.clinics import CLOCK, PASSPHRASE, FixedClock
from tracker.domain.errors import CannotOpen, Refused
from tracker.domain.roles import Role
from tracker.services import backups, profiles
from tracker.store.faults import StorageFault
from tracker.store.lock import InUse


def opened(folder, clock=CLOCK, **options):
    return profiles.open(folder, user=None, passphrase=PASSPHRASE, clock=clock, **options)


def made_of(store):
    return [each.name for each in backups.own_folder(store).iterdir()]


def test_a_new_profile_opens_again_with_its_passphrase_and_gives_a_recovery_code(tmp_path):
    folder = tmp_path / "clinic"
    assert not profiles.exists(folder)
    store, code = profiles.create(
        folder,
        clinic="Synthetic Clinic",
        user="Synthetic Admin",
        passphrase=PASSPHRASE,
        clock=CLOCK,
    )
    assert len(code.replace("-", "")) == 32
    profiles.close(store, CLOCK)
    assert profiles.exists(folder)
    again = opened(folder)
    ctx = profiles.context(again, CLOCK)
    assert (again.clinic, ctx.user, ctx.role) == (
        "Synthetic Clinic",
        "Synthetic Admin",
        Role.ADMINISTRATOR,
    )
    assert not again.is_demo
    profiles.close(again, CLOCK, backup=False)


def test_a_weak_passphrase_makes_no_profile(tmp_path):
    with pytest.raises(Refused, match="at least 15"):
        profiles.create(
            tmp_path / "clinic", clinic="C", user="U", passphrase="too short", clock=CLOCK
        )
    assert not profiles.exists(tmp_path / "clinic")


def test_closing_leaves_a_verified_backup(template, tmp_path):
    store = opened(clinics.copied(template, tmp_path / "clinic"))
    profiles.close(store, CLOCK)
    assert len(made_of(store)) == 1
    assert backups.newest(store) == CLOCK.now()


def test_old_backups_are_thinned_and_the_newest_ones_stay(template, tmp_path):
    folder = clinics.copied(template, tmp_path / "clinic")
    for minutes in range(3):
        clock = FixedClock(CLOCK.now() + timedelta(minutes=minutes))
        profiles.close(opened(folder, clock), clock)
    later = FixedClock(CLOCK.now() + timedelta(days=1))
    store = opened(folder, later)
    profiles.close(store, later)
    assert len(made_of(store)) == 2  # the last one of each day
    assert backups.newest(store) == later.now()


def test_a_profile_is_closed_even_when_its_backup_fails(template, tmp_path, monkeypatch):
    folder = clinics.copied(template, tmp_path / "clinic")
    store = opened(folder)
    (folder / "backups").write_text("a file in the way")
    with pytest.raises(StorageFault):
        profiles.close(store, CLOCK)
    (folder / "backups").unlink()
    profiles.close(opened(folder), CLOCK)


def test_a_profile_in_use_is_named_and_can_still_be_read(template, tmp_path):
    folder = clinics.copied(template, tmp_path / "clinic")
    store = opened(folder)
    with pytest.raises(InUse, match="in use on the computer"):
        opened(folder)
    reading = profiles.open_or_read(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    assert reading.readonly
    profiles.close(reading, CLOCK)
    assert not backups.own_folder(store).exists()
    profiles.close(store, CLOCK)
    writing = profiles.open_or_read(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    assert not writing.readonly
    profiles.close(writing, CLOCK)


def test_a_wrong_passphrase_opens_nothing(template, tmp_path):
    folder = clinics.copied(template, tmp_path / "clinic")
    with pytest.raises(CannotOpen, match="passphrase is wrong"):
        profiles.open_or_read(folder, user=None, passphrase="x" * 20, clock=CLOCK)


def test_a_missing_profile_is_not_made_by_opening_it(tmp_path):
    with pytest.raises(CannotOpen, match="There is no profile"):
        opened(tmp_path / "typing error")
    assert not (tmp_path / "typing error").exists()
