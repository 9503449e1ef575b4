# SPDX-License-Identifier: MIT
"""A clinic's profile: make it, open it, and close it so that it can be given back."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from tracker.domain.envelope import Stamp
from tracker.domain.errors import CannotOpen, Problem, Refused
from tracker.domain.roles import Role
from tracker.domain.text import line_problems
from tracker.services.context import Clock, Context
from tracker.store import attempts
from tracker.store.attempts import Attempts
from tracker.store.faults import StorageFault
from tracker.store.files import NOTE, Profile
from tracker.store.keyring import Keyring, WrongPassphrase
from tracker.store.lock import InUse
from tracker.store.opening import require_in_use
from tracker.store.place import require_own_disk
from tracker.store.store import Store


def exists(folder: Path) -> bool:
    """Whether a folder holds a profile, sound or not; else it is time for the first run."""
    profile = Profile(folder)
    try:
        return any(
            path.exists() for path in (profile.keyring, profile.database, profile.folder / NOTE)
        )
    except PermissionError:  # of another account: opening it says so
        return True


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
        Refused: there is a profile already, the passphrase is too weak, the role is another, a
            name holds what nobody can see, or the folder is synchronised or on a network drive.
        StorageFault: the folder cannot be written to.
    """
    require_in_use(Profile(folder))
    Refused.if_any(
        Problem(message, name)
        for name, text in (("clinic", clinic), ("user", user))
        for message in line_problems(name, text)
    )
    require_own_disk(folder)
    return Store.create(
        folder, clinic=clinic, user=user, role=role, passphrase=passphrase, at=clock.now()
    )


def open(  # noqa: A001 - read as profiles.open
    folder: Path,
    *,
    user: str | None,
    passphrase: str,
    clock: Clock,
    readonly: bool = False,
    arrive: bool = True,
) -> Store:
    """Opens a profile for the program that alone may write to it.

    Args:
        folder: of the profile.
        user: display name; None takes whoever's passphrase it is.
        passphrase: of that user.
        clock: gives the time.
        readonly: only read, beside a program that writes.
        arrive: says so in the trail; without it, call ``arrived`` when the file was checked.

    Raises:
        CannotOpen: no profile, in use, wrong passphrase, too soon after several wrong ones,
            damaged, or newer than the program.
    """
    now = clock.now()
    with _one_try(folder, now) as known:
        only = Role.ADMINISTRATOR if known.needs_administrator else None
        store = Store.open(folder, user, passphrase, at=now, readonly=readonly, only=only)
    if arrive:
        arrived(store, clock)
    return store


def open_with_recovery(folder: Path, *, code: str, clock: Clock) -> tuple[Store, str]:
    """Opens a profile with the printed code, and makes the next one.

    Whoever has it stands for the administrator, until the program is closed. Call ``arrived``
    when the file was checked.

    Returns:
        The open store, and the new recovery code: show it once, it is kept nowhere.

    Raises:
        CannotOpen: as for ``open``; the code printed last still holds.
    """
    now = clock.now()
    with _one_try(folder, now):
        store = Store.open_with_recovery(folder, code, at=now)
    if store.readonly:
        return store, ""
    return store, Keyring(store.profile.keyring).replace_recovery(store.keys)


@contextmanager
def _one_try(folder: Path, now: datetime) -> Iterator[Attempts]:
    """Around a try to unlock: refused while it is too soon, and counted when it is wrong."""
    path = Profile(folder).attempts
    known = attempts.require_turn(path, now)
    try:
        yield known
    except WrongPassphrase:
        with suppress(StorageFault):  # nothing can be written here: then nothing is counted
            attempts.note(path, known, now)
        raise


def has_several_users(folder: Path) -> bool:
    """Whether a name must be asked for, too."""
    try:
        return len(Keyring(Profile(folder).keyring).users()) > 1
    except CannotOpen:  # unlocking will say what is wrong with the file
        return False


def arrived(store: Store, clock: Clock) -> None:
    """Tells the trail who came in, and what was tried while nobody could write into it.

    Not into a damaged file, which is only read from the moment the damage is known.
    """
    if store.readonly:
        return
    path = store.profile.attempts
    known = attempts.read(path)
    with store.unit(Stamp(clock.now(), store.user_name, store.role.value)) as unit:
        if known.failed and known.first and known.last:
            tries = {
                "n": str(known.failed),
                "first": known.first.isoformat(timespec="seconds"),
                "last": known.last.isoformat(timespec="seconds"),
            }
            unit.log("failed unlock", content=tries)
        unit.log("unlock" if store.user_id else "unlock with the recovery code")
        for each in store.warnings:
            unit.log("alarm", content={"code": each.code, "said": str(each.message)})
    if known.failed:
        attempts.forget(path)


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
    return Context(store.user_name, store.role, clock, must_change=store.keys.must_change)


def close(store: Store, clock: Clock, *, backup: bool = True) -> None:
    """Backs the profile up into its own folder, writes the reminder's counts, seals the trail.

    Raises:
        UserError: the backup failed, the counts could not be written, or the trail could not be
            sealed. What was saved is safe, and the profile is closed.
    """
    if (store.profile.folder / NOTE).exists():  # retired: there is nothing to keep any more
        store.close(clock.now())
        return
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
