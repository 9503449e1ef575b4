# SPDX-License-Identifier: MIT
"""Restoring a backup: everything is proven before the live files are touched, none is deleted.

The swap survives a kill: proven files wait in a folder whose name says that they are complete,
and ``finish_restore`` moves them in, now or at the next start.
"""

import errno
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.domain.errors import CannotOpen, Problem, Refused
from tracker.domain.records.document import FILE_NAME, LARGEST_DOCUMENT
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.audit import ends
from tracker.store.backup import MANIFEST, described, manifest_key
from tracker.store.connection import EncryptedDatabase, integrity_problems, open_db
from tracker.store.contents import Contents, contents_of
from tracker.store.faults import named_faults
from tracker.store.files import RESTORED, Profile, previous, sync_file, sync_folder
from tracker.store.heads import new_chain, read_head, write_head
from tracker.store.keyring import Keyring
from tracker.store.sealed import NotGenuine, unseal
from tracker.store.slots import Keys

_PART = ".restore-part"
_REPLACED = "replaced-"
_LARGEST_SMALL_FILE = 1_000_000
_LARGEST_ATTACHMENT = LARGEST_DOCUMENT + 1_000  # what its encryption adds is less
# What zipfile raises for damaged archives, by trial with flipped bits.
_ZIP_ERRORS = (zipfile.BadZipFile, EOFError, KeyError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was given back.

    Attributes:
        keys: of the database, as the backup's keyring gave them.
        chain: a new audit chain; write the entry "rewound" as its first.
        made: when the backup was made, ISO 8601 with offset.
        replaced: the folder that holds what was there before, or None on a clean machine.
    """

    keys: Keys
    chain: bytes
    made: str
    replaced: Path | None


def restore(
    backup: Path, profile: Profile, unlock: Callable[[Path], Keys], *, now: datetime
) -> Restored:
    """Puts a backup in the place of the profile's files.

    The caller holds the profile's lock and has closed the database. Users and passphrases are
    those of the day of the backup: whoever was removed since then can open it again.

    Args:
        backup: the file.
        profile: where to; the folder is made when it is not there.
        unlock: opens the backup's keyring, for example
            ``lambda path: Keyring(path).unlock(passphrase)``.
        now: with its offset.

    Raises:
        WrongPassphrase: of the keyring in the backup.
        Refused: damaged, not made by this program, or of another clinic. Whatever is raised,
            the live files are as they were.
        StorageFault: the disk is full, cannot be written to, or failed; likewise.
    """
    with named_faults():
        profile.folder.mkdir(parents=True, exist_ok=True)
        part = Profile(profile.folder / _PART)
        shutil.rmtree(part.folder, ignore_errors=True)
        part.folder.mkdir(mode=0o700)
        try:
            _unpack(backup, part.folder)
            keys = unlock(part.keyring)
            made = _require_genuine(backup, part, keys)
            _require_same_clinic(profile, keys)
            chain = _require_sound(backup, part, keys, now)
            make_ready(profile, part, now)
        finally:
            shutil.rmtree(part.folder, ignore_errors=True)
        replaced = finish_restore(profile)
    return Restored(keys, chain, made, replaced)


def look_into(
    backup: Path, profile: Profile, unlock: Callable[[Path], Keys]
) -> tuple[str, Contents]:
    """When a backup was made and what it holds, after the checks that ``restore`` makes.

    It is unpacked, encrypted as it is, into a folder that is thrown away.

    Raises:
        WrongPassphrase, Refused, StorageFault: as for ``restore``.
    """
    with named_faults(), tempfile.TemporaryDirectory(prefix="tracker-look-") as folder:
        part = Profile(Path(folder))
        _unpack(backup, part.folder)
        keys = unlock(part.keyring)
        made = _require_genuine(backup, part, keys)
        _require_same_clinic(profile, keys)
        with closing(open_db(part.database, keys.data, readonly=True)) as db:
            _refuse_damage(backup, db)
            return made, contents_of(db, Keyring(part.keyring).users())


def finish_restore(profile: Profile) -> Path | None:
    """Moves in what a restore has made ready; call before opening, with the lock held.

    Safe to repeat after a kill at any point.

    Returns:
        The folder with the files that were there before, or None when there were none or
        nothing was waiting.
    """
    replaced = None
    for ready in sorted(profile.folder.glob(f"{RESTORED}*")):
        replaced = profile.folder / ready.name.replace(RESTORED, _REPLACED, 1)
        _move_in(profile, Profile(ready), replaced)
        sync_folder(profile.folder)
        ready.rmdir()
    return replaced if replaced is not None and replaced.exists() else None


def _unpack(backup: Path, folder: Path) -> None:
    with _damage_named(backup), zipfile.ZipFile(backup) as packed:
        inside = Profile(folder)
        known = {MANIFEST, inside.keyring.name, inside.head.name, inside.database.name}
        names = packed.namelist()
        others = {name for name in names if not _is_attachment(inside, name)}
        if len(names) != len(set(names)) or not known - {inside.head.name} <= others <= known:
            raise NotGenuine
        if len(others) < len(names):
            inside.attachments.mkdir(mode=0o700)
        for member in packed.infolist():
            name = member.filename
            largest = _LARGEST_ATTACHMENT if name not in others else _LARGEST_SMALL_FILE
            if member.compress_type != zipfile.ZIP_STORED or (
                name != inside.database.name and member.file_size > largest
            ):
                raise NotGenuine
            target = folder / name
            with packed.open(member) as source, target.open("xb") as file:
                shutil.copyfileobj(source, file, 1 << 20)
            target.chmod(0o600)


def _is_attachment(inside: Profile, name: str) -> bool:
    folder, _, file = name.partition("/")
    return folder == inside.attachments.name and FILE_NAME.fullmatch(file) is not None


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _require_genuine(backup: Path, part: Profile, keys: Keys) -> str:
    """Proves that each file is the one that was packed; returns when."""
    manifest = part.folder / MANIFEST
    try:
        body = unseal(manifest.read_bytes(), manifest_key(keys))
    except NotGenuine as error:
        raise _not_genuine(backup) from error
    manifest.unlink()
    found = {p.relative_to(part.folder).as_posix(): described(p) for p in _files(part.folder)}
    if body["uuid"] != keys.uuid.hex or body["files"] != found:
        raise _not_genuine(backup)
    return str(body["made"])


def _require_same_clinic(profile: Profile, keys: Keys) -> None:
    try:
        live = Keyring(profile.keyring).uuid()
    except CannotOpen:  # missing or damaged: a reason to restore
        return
    if live != keys.uuid:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "The backup belongs to another database than the one in {folder}. "
                    "Nothing was changed. Restore it into an empty folder.",
                ),
                {"folder": str(profile.folder)},
            )
        )


def _require_sound(backup: Path, part: Profile, keys: Keys, now: datetime) -> bytes:
    """Opens the copy, checks it, and gives it a head with a chain of its own."""
    with closing(open_db(part.database, keys.data, readonly=True)) as db:
        _refuse_damage(backup, db)
        # what was sealed at the backup stays sealed, so that `verify` can still miss entries
        sealed = read_head(part.head, keys)
        chain = new_chain()
        write_head(part.head, keys, chain, sealed.ends if sealed else ends(db), at=now)
    return chain


def _refuse_damage(backup: Path, db: EncryptedDatabase) -> None:
    if problems := integrity_problems(db):
        raise Refused(_damaged(backup).problems[0], *map(Problem, problems))


def make_ready(profile: Profile, part: Profile, now: datetime) -> None:
    """Gives proven files the name under which ``finish_restore`` finds them."""
    for path in _files(part.folder):
        sync_file(path)
    for folder in (part.attachments, part.folder):
        if folder.exists():
            sync_folder(folder)
    part.folder.rename(profile.folder / f"{RESTORED}{now:%Y%m%d-%H%M%S-%f}")
    sync_folder(profile.folder)


def _move_in(profile: Profile, ready: Profile, replaced: Path) -> None:
    if ready.database.exists():
        # A journal of the old database beside the new one would be rolled back into it.
        for suffix in ("-journal", "-wal", "-shm"):
            _set_aside(Path(f"{profile.database}{suffix}"), replaced)
        _set_aside(previous(profile.keyring), replaced)
        # while the database waits, so do the attachments: these are still the old ones
        _set_aside(profile.attachments, replaced)
    for source, target in (
        (ready.database, profile.database),
        (ready.keyring, profile.keyring),
        (ready.head, profile.head),
        (ready.attachments, profile.attachments),
    ):
        if source.exists():
            _set_aside(target, replaced)
            source.rename(target)


def _set_aside(path: Path, replaced: Path) -> None:
    if path.exists():
        replaced.mkdir(mode=0o700, exist_ok=True)
        path.rename(replaced / path.name)


@contextmanager
def _damage_named(backup: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message", "There is no backup {file}. Nothing was changed. Check the path."
                ),
                {"file": str(backup)},
            )
        ) from error
    except _ZIP_ERRORS as error:
        raise _damaged(backup) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a damaged table of contents points before the file
            raise
        raise _damaged(backup) from error


def _damaged(backup: Path) -> Refused:
    return Refused(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The backup {file} is damaged, incomplete, or not a backup of this program. "
                "Nothing was changed. Use another backup.",
            ),
            {"file": str(backup)},
        )
    )


def _not_genuine(backup: Path) -> Refused:
    return Refused(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The backup {file} was changed after it was made. Nothing was restored, and the "
                "present files are as they were. Use another backup.",
            ),
            {"file": str(backup)},
        )
    )
