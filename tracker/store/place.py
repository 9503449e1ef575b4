# SPDX-License-Identifier: MIT
"""Where a profile must not be kept: on a network drive, or in a folder that is copied elsewhere.

A synchronising program copies the database while it is written to, and puts an older copy back;
a network drive gives no lock that holds. Both damage a file without a word.
"""

import os
import sys
from pathlib import Path
from typing import Final

from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message

_NETWORK: Final = frozenset(
    {"afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
    | {f"fuse.{name}" for name in ("ceph", "davfs2", "glusterfs", "gvfsd-fuse", "onedriver")}
    | {f"fuse.{name}" for name in ("rclone", "sshfs")}
)
_SYNC_FOLDERS: Final = frozenset(
    name.casefold()
    for name in (
        "BaiduSyncdisk",
        "CloudStorage",
        "Dropbox",
        "Google Drive",
        "GoogleDrive",
        "iCloudDrive",
        "iCloud Drive",
        "MEGA",
        "MEGAsync",
        "Mobile Documents",
        "My Drive",
        "Nextcloud",
        "Nutstore",
        "Nutstore Files",
        "OneDrive",
        "ownCloud",
        "pCloudDrive",
        "Seafile",
        "Syncthing",
        "WPS云盘",
        "Yandex.Disk",
        "坚果云",
        "我的坚果云",
    )
)
_SYNC_BEGINNINGS: Final = ("onedrive - ", "dropbox (")
_SYNC_MARKS: Final = (
    ".dropbox",
    ".dropbox.cache",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".stfolder",
    ".sync_*.db",
    "._sync_*.db",
)
_SYNC_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_MOUNTS: Final = Path("/proc/self/mountinfo")


def require_own_disk(folder: Path) -> None:
    """Lets a new profile be made only on a disk of this computer that nothing synchronises.

    Raises:
        Refused: the folder lies on a network drive, or in a folder that is synchronised. Nothing
            was made.
    """
    place = folder.expanduser().absolute()
    if is_on_network(place):
        raise Refused(_refusal(_ON_NETWORK, place))
    if is_synced(place):
        raise Refused(_refusal(_SYNCED, place))


def concern(folder: Path) -> Message | None:
    """What to say of a profile that is kept where none should be; it was moved or mounted there."""
    place = folder.expanduser().absolute()
    if is_on_network(place) or is_synced(place):
        return _refusal(_KEPT_THERE, place)
    return None


def is_on_network(place: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether an absolute path lies on another computer."""
    if str(place).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\") == remote)
    return _file_system(Path(os.path.realpath(place)), mounts) in _NETWORK


def is_synced(place: Path) -> bool:
    """Whether a program copies what is written to this absolute path to somewhere else."""
    above = (place, *place.parents)
    own = {Path(os.environ[name]) for name in _SYNC_VARIABLES if os.environ.get(name)}
    return any(
        folder in own
        or folder.name.casefold() in _SYNC_FOLDERS
        or folder.name.casefold().startswith(_SYNC_BEGINNINGS)
        or _is_marked(folder)
        for folder in above
    )


def _is_marked(folder: Path) -> bool:
    if folder == Path.home():  # where such a program keeps its settings, not what it copies
        return False
    try:
        return any(next(folder.glob(mark), None) is not None for mark in _SYNC_MARKS)
    except OSError:  # what cannot be listed is not synchronised by this person's programs
        return False


def _file_system(place: Path, mounts: Path) -> str:
    """The type of the file system of a path, as Linux names it; empty where it does not say."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    found, deepest = "", -1
    for line in lines:
        left, _, right = line.partition(" - ")
        point = Path(left.split()[4].replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) >= deepest:
            found, deepest = right.split()[0], len(point.parts)
    return found


_ON_NETWORK = QT_TRANSLATE_NOOP(
    "Message",
    "{folder} is on a network drive. A network drive can damage the file without a word, so no "
    "records are kept there; nothing was made. Choose a folder on the disk of this computer, and "
    "the network drive for backups.",
)
_SYNCED = QT_TRANSLATE_NOOP(
    "Message",
    "{folder} is copied to another place by a synchronising program. It can put an old copy in "
    "the place of the file, so no records are kept there; nothing was made. Choose a folder that "
    "is not synchronised.",
)

_KEPT_THERE = QT_TRANSLATE_NOOP(
    "Message",
    "The records are kept in {folder}, which is on a network drive or is copied elsewhere by a "
    "synchronising program. The file can be damaged there without a word. Make a backup today and "
    "ask IT to restore it into a folder on the disk of this computer.",
)


def _refusal(text: str, place: Path) -> Message:
    return Message(text, {"folder": str(place)})
