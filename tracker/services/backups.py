# SPDX-License-Identifier: MIT
"""Keep the data, prove it is whole, and give it back."""

import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import Problem, Refused, UserError
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, Say
from tracker.services import backup_state, erasures, sidecar
from tracker.services.backup_state import BackupState, own_folder
from tracker.services.context import Clock, Context
from tracker.services.restore_protocol import GivenBack, Preview
from tracker.store.backup import Backup, make_backup, sha256, thin
from tracker.store.backup import backups as backups_in
from tracker.store.connection import open_db
from tracker.store.contents import Contents, contents_of
from tracker.store.faults import named_faults
from tracker.store.files import Profile
from tracker.store.keyring import Keyring
from tracker.store.lock import ProfileLock
from tracker.store.medium import is_second_medium
from tracker.store.opening import require_in_use
from tracker.store.place import require_own_disk
from tracker.store.restore import look_into
from tracker.store.restore import restore as restore_files
from tracker.store.slots import Keys
from tracker.store.store import Store

_EVERY = timedelta(minutes=30)
_EXCHANGED = QT_TRANSLATE_NOOP(
    "Message",
    "The backup {file} is another one than was looked into. Nothing was changed. Look into it "
    "again.",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the whole profile found; no findings means sound.

    ``erased`` says which patients were erased, when, by whom and why: that is no damage.
    ``to_settle``: among the findings are warnings that stay until an administrator settles them.
    """

    findings: tuple[Message, ...]
    rows: int
    schema: str
    erased: tuple[Message, ...] = ()
    to_settle: bool = False


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that a person made.

    Attributes:
        path: of the file.
        on_second_medium: whether it lies on another medium than the records. None = that cannot
            be told: ask the person, who says so with ``is_second``.
    """

    path: Path
    on_second_medium: bool | None


def back_up(store: Store, ctx: Context, *, folder: Path) -> BackedUp:
    """Writes a verified backup file into ``folder``.

    Raises:
        NotPermitted: the role may not back up.
        UserError: the copy did not pass its checks, or the disk refused it.
    """
    ctx.require(Action.BACKUP)
    if not store.readonly:  # a backup beside the open window is in the trail of nobody
        with store.unit(ctx.stamp()) as unit:
            unit.log("backup", content={"folder": str(folder)})
    made = _made(store, ctx.clock, folder)
    with named_faults():
        second = is_second_medium(folder, store.profile.folder)
    if second:
        backup_state.note_second(store, ctx.clock)
    return BackedUp(made.path, second)


def is_second(store: Store, ctx: Context, *, file: Path) -> None:
    """A person says that a backup lies on another medium than the records; the trail keeps who.

    Raises:
        NotPermitted: the role may not back up.
    """
    ctx.require(Action.BACKUP)
    if not store.readonly:
        with store.unit(ctx.stamp()) as unit:
            unit.log("second medium", content={"file": str(file)})
    backup_state.note_second(store, ctx.clock)


def kept(store: Store) -> list[Backup]:
    """The backups in the profile's own folder, newest first."""
    return backups_in(own_folder(store), store.uuid)


def newest(store: Store) -> datetime | None:
    """When the newest backup in the profile's own folder was made; None when there is none."""
    found = kept(store)
    return found[0].made if found else None


def newest_file(folder: Path) -> Path | None:
    """The newest backup beside a closed profile; None when there is none.

    Raises:
        CannotOpen: there is no keyring, or it cannot be read.
    """
    found = backups_in(folder / "backups", Keyring(Profile(folder).keyring).uuid())
    return found[0].path if found else None


def keep(store: Store, clock: Clock) -> Backup:
    """Makes the backup of a closing profile; old ones are thinned out, the newest ones stay."""
    made = _made(store, clock, own_folder(store))
    thin(own_folder(store), store.uuid, clock.now())
    return made


def keep_if_due(store: Store, clock: Clock) -> datetime | None:
    """Makes a backup when half an hour has passed since the last and something was stored since.

    Returns:
        When it was made, or None when there was no need.
    """
    last = newest(store)
    if store.readonly or (last is not None and clock.now() - last < _EVERY):
        return None
    written = store.trail.page(TrailFilter(), 1)
    if last is not None and written and written[0].at <= last:
        return None
    return keep(store, clock).made


def keep_when_due(store: Store, clock: Clock) -> BackupState:
    """As ``keep_if_due``; returns how it stands then."""
    keep_if_due(store, clock)
    return backup_state.state(store, clock)


def keep_now(store: Store, clock: Clock) -> BackupState:
    """As ``keep``; returns how it stands then."""
    keep(store, clock)
    return backup_state.state(store, clock)


def _made(store: Store, clock: Clock, folder: Path) -> Backup:
    """A backup; that it failed is kept until one succeeds."""
    try:
        made = store.backup(folder, clock.now())
    except UserError as error:
        backup_state.note_failed(store, clock, error)
        raise
    backup_state.note_made(store)
    return made


def drill(*, file: Path, passphrase: str, clock: Clock) -> Checked:
    """Restores a backup into a folder that is thrown away, and checks all of it there.

    Raises:
        CannotOpen, NotPermitted, Refused: as for ``restore``.
    """
    with tempfile.TemporaryDirectory(prefix="tracker-drill-") as scratch:
        folder = Path(scratch) / "profile"
        restore(file=file, folder=folder, passphrase=passphrase, clock=clock)
        store = Store.open(folder, None, passphrase, at=clock.now())
        try:
            ctx = Context(store.user_name, store.role, clock)
            return verify(store, ctx)
        finally:
            store.close(clock.now())


def preview(*, file: Path, folder: Path, passphrase: str, clock: Clock) -> Preview:
    """Looks into a backup, and compares it with what it would replace. Nothing is changed.

    Raises:
        CannotOpen, NotPermitted, Refused: as for ``restore``.
    """
    profile = Profile(folder)
    require_in_use(profile)
    if not profile.keyring.exists():  # what lies in a bad place already must be given back there
        require_own_disk(folder)
    made, held = look_into(file, profile, partial(_unlock, passphrase, clock))
    present, unread = _present(profile, passphrase)
    with named_faults():
        return Preview(file, sha256(file), made, held, present, unread)


def restore(
    *,
    file: Path,
    folder: Path,
    passphrase: str,
    clock: Clock,
    expected: str | None = None,
    say: Say = str,
) -> GivenBack:
    """Puts a backup in the place of a profile that is closed, and proves it by opening it.

    Users and passphrases are those of the day of the backup. What is there now is backed up
    first where it can be read, and set aside in any case.

    Args:
        file: the backup.
        folder: of the profile.
        passphrase: of an administrator, in the backup.
        clock: gives the time.
        expected: SHA-256 of the file that was looked into; None takes what is there.
        say: the language of the protocol.

    Raises:
        CannotOpen: the profile is in use, or the passphrase is not one of the backup.
        NotPermitted: whose passphrase it is may not restore. The present files are as they were.
        Refused: the backup is damaged, changed, or of another clinic, or a new profile would lie
            in a synchronised folder or on a network drive. Likewise.
    """
    profile = Profile(folder)
    if profile.keyring.exists():
        ProfileLock(profile.lock).release()  # who holds it is said before anything is looked into
    seen = preview(file=file, folder=folder, passphrase=passphrase, clock=clock)
    if expected not in {None, seen.sha256}:
        raise Refused(Message(_EXCHANGED, {"file": str(file)}))
    with named_faults():
        folder.mkdir(parents=True, exist_ok=True)
    with ProfileLock(profile.lock):
        kept_before = _kept_before(profile, passphrase, clock) if seen.present else None
        unlock = partial(_unlock, passphrase, clock)
        restored = restore_files(file, profile, unlock, now=clock.now())
    store = Store.open(folder, None, passphrase, at=clock.now())
    try:
        ctx = Context(store.user_name, store.role, clock)
        with store.unit(ctx.stamp()) as unit:  # the first entry of the new chain
            content = {"made": restored.made, "file": file.name, "sha256": seen.sha256}
            unit.log("rewound", content=content)
        sidecar.write(store, clock)  # the counts of before would tell of another clinic
        given = GivenBack(
            preview=seen,
            folder=folder,
            at=clock.now().isoformat(timespec="seconds"),
            by=(store.user_name, store.role),
            replaced=restored.replaced,
            kept=kept_before,
            after=_contents(profile, store.keys),
            findings=tuple(finding.message for finding in store.verify()),
        )
    finally:
        store.close(clock.now())
    given.write(say)
    return given


def _unlock(passphrase: str, clock: Clock, keyring: Path) -> Keys:
    keys = Keyring(keyring).unlock(passphrase)
    if keys.user is not None:
        Context(keys.user.name, keys.user.role, clock).require(Action.RESTORE)
    return keys


def _present(profile: Profile, passphrase: str) -> tuple[Contents | None, Message | None]:
    """What is in the folder, or why it cannot be read."""
    if not (profile.keyring.exists() or profile.database.exists()):
        return None, None
    try:
        return _contents(profile, Keyring(profile.keyring).unlock(passphrase)), None
    except UserError as error:
        return None, error.problems[0].message


def _contents(profile: Profile, keys: Keys) -> Contents:
    with named_faults(), closing(open_db(profile.database, keys.data, readonly=True)) as db:
        return contents_of(db, Keyring(profile.keyring).users())


def _kept_before(profile: Profile, passphrase: str, clock: Clock) -> Path | None:
    """A backup of what a restore replaces; without one its files are set aside all the same."""
    try:
        ring = Keyring(profile.keyring)
        keys = ring.unlock(passphrase)
        with named_faults(), closing(open_db(profile.database, keys.data)) as db:
            made = make_backup(db, keys, profile, profile.folder / "backups", now=clock.now())
    except UserError:
        return None
    return made.path


def verify(store: Store, ctx: Context) -> Checked:
    """Checks every page, reference, audit entry and row. Nothing is repaired.

    Raises:
        NotPermitted: the role may not check.
    """
    ctx.require(Action.BACKUP)
    findings = tuple(finding.message for finding in store.verify())
    erased = () if findings else tuple(erasures.in_words(store))
    return Checked(
        findings,
        sum(store.counts().values()),
        store.schema,
        erased,
        to_settle=bool(store.warnings) and not store.readonly,
    )


def settle(store: Store, ctx: Context) -> tuple[Message, ...]:
    """Ends the warnings about the end of the audit trail, which an administrator looked into.

    Until then each opening and each check says them again; the trail keeps them for ever.

    Returns:
        What is not said again.

    Raises:
        NotPermitted: the role may not.
        Refused: nothing is open, or no reason was given.
    """
    ctx.require(Action.RESTORE)
    if not store.warnings:
        raise Refused(Problem(Message(_NOTHING_OPEN)))
    if not ctx.reason:
        raise Refused(Problem(Message(_SAY_WHY), "reason"))
    with store.unit(ctx.stamp()) as unit:
        said = tuple(each.message for each in store.warnings)
        unit.log("alarm settled", content={"said": "\n".join(map(str, said))})
    store.warnings.clear()
    store.seal(ctx.clock.now())
    return said


_NOTHING_OPEN = QT_TRANSLATE_NOOP(
    "Message", "The end of the audit trail fits its seal. There is nothing to settle."
)
_SAY_WHY = QT_TRANSLATE_NOOP(
    "Message", "Say what was found: it stands in the audit trail beside the warning."
)


def damage(store: Store) -> tuple[Message, ...]:
    """What is damaged in the file that was just opened; then it is only read from now on.

    Nobody needs a permission to be told.
    """
    return tuple(store.check_pages())
