# SPDX-License-Identifier: MIT
"""The files of a profile, and the one way they are written: whole or not at all."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 1 << 20
NOTE = "retired.json"  # stands in the folder of a profile that was taken out of use
RESTORED = "restore-ready-"  # how the folder begins that a restore has made ready


@dataclass(frozen=True, slots=True)
class Profile:
    """A folder that holds one clinic: its database and what belongs to it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "tracker.db"

    @property
    def keyring(self) -> Path:
        """The wrapped keys; without this file the database cannot be read."""
        return self.folder / "keyring.json"

    @property
    def head(self) -> Path:
        """The sealed end of the audit trail, kept outside the database."""
        return self.folder / "head.json"

    @property
    def attachments(self) -> Path:
        """The folder of the documents' encrypted files; there is none before the first."""
        return self.folder / "attachments"

    @property
    def reminders(self) -> Path:
        """Counts per day for the reminder, readable without a key; no identifiers."""
        return self.folder / "reminders.json"

    @property
    def reminded(self) -> Path:
        """The day of the last reminder."""
        return self.folder / "reminded.json"

    @property
    def backup_notes(self) -> Path:
        """When a backup failed, and when one was made on a second medium; no identifiers."""
        return self.folder / "backups.json"

    @property
    def attempts(self) -> Path:
        """Wrong passphrases since the last right one; usually not there."""
        return self.folder / "attempts.json"

    @property
    def lock(self) -> Path:
        """Held by the program that may write."""
        return self.folder / "tracker.lock"

    def has_restored(self) -> bool:
        """Whether a restore has made files ready that are not moved in yet."""
        return any(self.folder.glob(f"{RESTORED}*"))


def previous(path: Path) -> Path:
    """Where ``replace_file`` keeps the content before the last change."""
    return path.with_name(f"{path.name}.previous")


def replace_file(path: Path, content: bytes, *, keep_previous: bool = False) -> None:
    """Writes ``content`` under ``path`` so that a kill or a power cut leaves old or new.

    The file is readable by its owner only. With ``keep_previous`` the old content stays
    beside it (see ``previous``).

    Raises:
        OSError: nothing was changed, and no partial file is left.
    """
    if keep_previous and path.exists():
        replace_file(previous(path), path.read_bytes())
    # one name, so that a kill leaves at most one old copy of the keys behind
    new = path.with_name(f".{path.name}.new")
    try:
        with open(new, "wb", opener=_owner_only) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def destroy(path: Path) -> None:
    """Overwrites a file once and removes it; one that is not there is no fault.

    Disks that move what they write (flash, snapshots, copy on write) keep the old blocks.
    """
    if not path.exists():
        return
    with path.open("rb+") as file:
        left = path.stat().st_size
        while left > 0:
            file.write(secrets.token_bytes(min(left, _BLOCK)))
            left -= _BLOCK
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Waits until the content of ``path`` is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Waits until the names in ``folder`` are on the disk."""
    if os.name == "nt":  # Windows writes names through, and cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _owner_only(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
