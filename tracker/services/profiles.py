# SPDX-License-Identifier: MIT
"""A clinic's profile: make it, open it, and close it so that it can be given back."""

from pathlib import Path

from tracker.domain.roles import Role
from tracker.services.context import Clock, Context
from tracker.store.files import Profile
from tracker.store.lock import InUse
from tracker.store.store import Store


def exists(folder: Path) -> bool:
    """Whether a folder holds a profile, sound or not; else it is time for the first run."""
    profile = Profile(folder)
    return profile.keyring.exists() or profile.database.exists()


def create(
    folder: Path,
    *,
    clinic: str,
    user: str,
    passphrase: str,
    clock: Clock,
    role: Role = Role.ADMINISTRATOR,
) -> tuple[Store, str]:
    """Makes a profile in a folder without one.

    Args:
        folder: made when it is not there.
        clinic: its name, shown and printed.
        user: display name of the first user.
        passphrase: of that user.
        clock: gives the time.
        role: of that user, who must be an administrator.

    Returns:
        The open store, and the recovery code: show it once, it is kept nowhere.

    Raises:
        Refused: there is a profile already, the passphrase is too weak, or the role is another.
        StorageFault: the folder cannot be written to.
    """
    return Store.create(
        folder, clinic=clinic, user=user, role=role, passphrase=passphrase, at=clock.now()
    )


def open(  # noqa: A001 - read as profiles.open
    folder: Path, *, user: str | None, passphrase: str, clock: Clock, readonly: bool = False
) -> Store:
    """Opens a profile for the program that alone may write to it.

    Args:
        folder: of the profile.
        user: display name; None takes whoever's passphrase it is.
        passphrase: of that user.
        clock: gives the time.
        readonly: only read, beside a program that writes.

    Raises:
        CannotOpen: no profile, in use, wrong passphrase, damaged, or newer than the program.
    """
    return Store.open(folder, user, passphrase, at=clock.now(), readonly=readonly)


def open_or_read(folder: Path, *, user: str | None, passphrase: str, clock: Clock) -> Store:
    """Opens a profile, for reading only while another program holds it.

    Raises:
        CannotOpen: as for ``open``, save that the profile may be in use.
    """
    try:
        return open(folder, user=user, passphrase=passphrase, clock=clock)
    except InUse:
        return open(folder, user=user, passphrase=passphrase, clock=clock, readonly=True)


def context(store: Store, clock: Clock) -> Context:
    """The person who opened the store, at work."""
    return Context(store.user_name, store.role, clock)


def close(store: Store, clock: Clock, *, backup: bool = True) -> None:
    """Backs the profile up into its own folder, writes the reminder's counts, seals the trail.

    Raises:
        UserError: the backup failed, the counts could not be written, or the trail could not be
            sealed. What was saved is safe, and the profile is closed.
    """
    try:
        if backup and not store.readonly:
            from tracker.services import backups

            backups.keep(store, clock)
    finally:
        try:
            from tracker.services import sidecar

            sidecar.write(store, clock)
        finally:
            store.close(clock.now())
