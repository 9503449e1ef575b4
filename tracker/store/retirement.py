# SPDX-License-Identifier: MIT
"""Taking a profile out of use: its keys are destroyed first, then every other file of it.

A note in the folder says that it was begun and whether it is done, so that a kill in between is
told at the next start and can be finished. Nothing that this program did not make is touched.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tracker.store.faults import named_faults
from tracker.store.files import NOTE, Profile, destroy, previous, replace_file

_OTHER_PROFILES = ("replaced-*", "restore-ready-*", ".restore-part", ".rotate-part", ".migrating")
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the folder of a retired profile; nothing of a patient.

    Attributes:
        at: when it was begun, ISO 8601 with offset.
        by: the administrator.
        certificate: the file that says so.
        text: of the certificate.
        is_done: whether everything was destroyed.
    """

    at: str
    by: str
    certificate: str
    text: str
    is_done: bool = False


def note_of(folder: Path) -> Note | None:
    """The note of a folder; None where nothing was retired."""
    try:
        with (folder / NOTE).open("rb") as file:
            return Note(**json.loads(file.read(_LARGEST)))
    except (OSError, ValueError, TypeError):
        return None


def retire(profile: Profile, note: Note) -> None:
    """Destroys everything; the caller holds the lock and has closed the database.

    Safe to repeat: what is gone is gone, the rest follows.

    Raises:
        StorageFault: the disk refused it. The note stays, and says that it is not done.
    """
    with named_faults():
        _write(profile, note)
        for path in (*_keys(profile), *_rest(profile)):
            destroy(path)
        for folder in _folders(profile):
            shutil.rmtree(folder, ignore_errors=True)
        done = replace(note, is_done=True)
        replace_file(Path(note.certificate), note.text.encode())
        _write(profile, done)


def _write(profile: Profile, note: Note) -> None:
    text = json.dumps(asdict(note), ensure_ascii=False, indent=1)
    replace_file(profile.folder / NOTE, text.encode())


def _keys(profile: Profile) -> Iterator[Path]:
    """Every file that holds wrapped keys, the newest first; backups hold them, too."""
    places = (profile, *(Profile(folder) for folder in _folders(profile)))
    for place in places:
        ring = place.keyring
        yield from (ring, previous(ring), ring.with_name(f".{ring.name}.new"))
        yield from (place.folder / "backups").glob("tracker-*.backup")
        yield from place.folder.glob("tracker-*.backup")


def _rest(profile: Profile) -> Iterator[Path]:
    small = (profile.head, profile.attempts, profile.reminders, profile.reminded)
    yield from (*small, profile.backup_notes, *profile.folder.glob("restored-*.txt"))
    database = profile.database
    yield from (Path(f"{database}{end}") for end in ("-journal", "-wal", "-shm", ""))
    for folder in _folders(profile):
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def _folders(profile: Profile) -> list[Path]:
    found = [profile.attachments, profile.folder / "backups"]
    for pattern in _OTHER_PROFILES:
        found += sorted(profile.folder.glob(pattern))
    return [folder for folder in found if folder.is_dir()]
