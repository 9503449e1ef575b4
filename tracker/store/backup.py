# SPDX-License-Identifier: MIT
"""Backups: one file that gives back the whole profile with nothing but a passphrase.

It is one file because people copy files: a folder is copied in part without anybody noticing.
It is a zip without compression, so that IT can look inside; what is in it is encrypted as before.
"""

import hashlib
import re
import shutil
import zipfile
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.attachments import stored_files
from tracker.store.connection import EncryptedDatabase, integrity_problems, open_db
from tracker.store.faults import Fault, StorageFault, named_faults
from tracker.store.files import Profile, replace_file, sync_file, sync_folder
from tracker.store.sealed import seal
from tracker.store.slots import Keys

MANIFEST = "manifest.json"
_BYTES_PER_STEP = 512 * 1024  # about 5 ms
_STAMP = "%Y%m%d-%H%M%SZ"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the manifest, which is sealed, says when
_KEPT_DAYS, _KEPT_WEEKS, _KEPT_MONTHS = 7, 4, 12

Step = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file.

    Attributes:
        path: of the file.
        made: when, in UTC, to the second.
    """

    path: Path
    made: datetime


def manifest_key(keys: Keys) -> bytes:
    """Seals the list of files, so that none can be exchanged for another."""
    return keys.subkey("manifest")


def make_backup(
    db: EncryptedDatabase,
    keys: Keys,
    profile: Profile,
    folder: Path,
    *,
    now: datetime,
    step: Step | None = None,
) -> Backup:
    """Copies the open database with its keyring and sealed head, verifies, and names the file.

    Seal the head first (``heads.write_head``): the backup takes the file as it is.

    Args:
        db: the open database; it stays usable between the steps.
        keys: of the database.
        profile: where the keyring, the head and the attachments are.
        folder: where the backup goes; needs room for twice the database, and the attachments.
        now: with its offset.
        step: called after every 128 pages with the pages done and the pages in all.

    Raises:
        Refused: the copy did not pass its checks; there is no file under the final name.
        StorageFault: the disk is full, cannot be written to, or failed; likewise.
    """
    with named_faults():
        _make_folder(folder)
        # one name per database, so that what a kill leaves behind is cleared by the next run
        work = folder / f".backup-{_short(keys.uuid)}"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(mode=0o700)
        try:
            inside = Profile(work)
            _copy_database(db, keys, inside.database, step)
            _copy_beside(profile, inside)
            members = _members(profile, inside)
            _write_manifest(inside, members, keys, now)
            archive = work / "archive"
            _pack({MANIFEST: work / MANIFEST, **members}, archive)
            path = _free_name(folder, keys.uuid, now)
            archive.replace(path)
            sync_folder(folder)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return Backup(path, now.astimezone(UTC).replace(microsecond=0))


def backups(folder: Path, uuid: UUID) -> list[Backup]:
    """The backups of one database in a folder, newest first; other files are not looked at."""
    pattern = re.compile(rf"tracker-{_short(uuid)}-(\d{{8}}-\d{{6}}Z)(-\d+)?\.backup")
    found = []
    for path in folder.glob("tracker-*.backup"):
        match = pattern.fullmatch(path.name)
        if match:
            made = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, made))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def thin(folder: Path, uuid: UUID, now: datetime) -> list[Path]:
    """Removes the backups of one database that ``surplus`` names, by days of the place."""
    all_backups = backups(folder, uuid)
    local = {backup: backup.made.astimezone(now.tzinfo) for backup in all_backups}
    drop = surplus(local.values())
    removed = [backup.path for backup in all_backups if local[backup] in drop]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def surplus(made: Iterable[datetime]) -> set[datetime]:
    """Which backups need not be kept.

    Kept are the newest of each of the last 7 days, 4 weeks and 12 months that have one. Days
    without a backup do not count, so that a long holiday removes nothing.
    """
    newest_first = sorted(made, reverse=True)
    kept = (
        _newest_of_each(newest_first, datetime.date, _KEPT_DAYS)
        | _newest_of_each(newest_first, _week, _KEPT_WEEKS)
        | _newest_of_each(newest_first, _month, _KEPT_MONTHS)
    )
    return set(newest_first) - kept


def row_counts(db: EncryptedDatabase) -> dict[str, int]:
    """Rows in each table."""
    tables = db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: db.execute_sql(f'SELECT count(*) FROM "{name}"').fetchall()[0][0]  # noqa: S608 - from the schema
        for (name,) in tables
    }


def sha256(path: Path) -> str:
    """Digest of a file, as hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # a file of that name is in the way
        raise StorageFault(Fault.UNREACHABLE) from error


def _copy_database(db: EncryptedDatabase, keys: Keys, path: Path, step: Step | None) -> None:
    copy = open_db(
        path, keys.data, create=True, page_bytes=db.page_bytes
    )  # keyed before anything is copied into it
    try:
        # The copy is synced once, below. A small cache spreads its writing over the steps:
        # otherwise the last one takes 0.4 s at 65 MB, and a save waits for it.
        copy.execute_sql("PRAGMA synchronous = OFF")
        copy.execute_sql("PRAGMA cache_size = -2000")
        db.connection().backup(
            copy.connection(),
            pages=_BYTES_PER_STEP // db.page_bytes,
            progress=lambda _status, left, total: step(total - left, total) if step else None,
        )
        expected = row_counts(db)
    finally:
        copy.close()
    sync_file(path)
    _require_sound(path, keys, expected)


def _require_sound(path: Path, keys: Keys, expected: dict[str, int]) -> None:
    copy = open_db(path, keys.data, readonly=True)
    try:
        problems = integrity_problems(copy)
        if not problems and row_counts(copy) != expected:
            problems = [
                Message(QT_TRANSLATE_NOOP("Message", "The copy does not hold the same records."))
            ]
    finally:
        copy.close()
    if problems:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "No backup was made: the copy did not pass its checks. The database was not "
                    "changed. Check the disk, then run the check of the database.",
                )
            ),
            *problems,
        )


def _copy_beside(profile: Profile, inside: Profile) -> None:
    replace_file(inside.keyring, profile.keyring.read_bytes())
    if profile.head.exists():
        replace_file(inside.head, profile.head.read_bytes())


def _members(profile: Profile, inside: Profile) -> dict[str, Path]:
    """What is packed, by its name in the archive.

    Attachments are taken from where they are: they never change, and one that a document in the
    copied database refers to was there before the document.
    """
    copies = (inside.keyring, inside.head, inside.database)
    attached = stored_files(profile.attachments)
    return {path.name: path for path in copies if path.exists()} | {
        f"{profile.attachments.name}/{path.name}": path for path in attached
    }


def described(path: Path) -> dict[str, object]:
    """What the manifest says of a file."""
    return {"size": path.stat().st_size, "sha256": sha256(path)}


def _write_manifest(inside: Profile, members: dict[str, Path], keys: Keys, now: datetime) -> None:
    files = {name: described(path) for name, path in members.items()}
    body = {
        "v": 1,
        "uuid": keys.uuid.hex,
        "made": now.isoformat(timespec="seconds"),
        "files": files,
    }
    replace_file(inside.folder / MANIFEST, seal(body, manifest_key(keys)))


def _pack(members: dict[str, Path], archive: Path) -> None:
    with zipfile.ZipFile(archive, "x", zipfile.ZIP_STORED) as packed:
        for name, path in members.items():
            _pack_one(packed, name, path)
    archive.chmod(0o600)
    sync_file(archive)
    with zipfile.ZipFile(archive) as packed:
        damaged = packed.testzip()
    if damaged is not None:
        raise Refused(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "No backup was made: what was written could not be read back. The database "
                    "was not changed. Use another disk.",
                )
            )
        )


def _pack_one(packed: zipfile.ZipFile, name: str, path: Path) -> None:
    member = zipfile.ZipInfo(name, _ZIP_DATE)
    member.external_attr = 0o600 << 16
    member.file_size = path.stat().st_size
    with path.open("rb") as source, packed.open(member, "w") as target:
        shutil.copyfileobj(source, target, 1 << 20)


def _free_name(folder: Path, uuid: UUID, now: datetime) -> Path:
    stem = f"tracker-{_short(uuid)}-{now.astimezone(UTC).strftime(_STAMP)}"
    path = folder / f"{stem}.backup"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.backup"
        number += 1
    return path


def _short(uuid: UUID) -> str:
    return uuid.hex[-8:]  # the end of a UUIDv7 is random, its beginning is a time


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], count: int
) -> set[datetime]:
    by_period: dict[Hashable, datetime] = {}
    for at in newest_first:
        by_period.setdefault(period(at), at)
    return set(list(by_period.values())[:count])


def _week(at: datetime) -> tuple[int, int]:
    year, week, _day = at.isocalendar()
    return year, week


def _month(at: datetime) -> tuple[int, int]:
    return at.year, at.month
