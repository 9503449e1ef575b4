# SPDX-License-Identifier: MIT
"""One program at a time writes to a profile; the others are told who holds it."""

import os
import platform
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tracker.domain.errors import CannotOpen
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.faults import named_faults
from tracker.store.sealed import NotGenuine, canonical, strict_object

_LONGEST_NOTE = 4096

if sys.platform == "win32":
    import msvcrt

    _FAR_BYTE = 1 << 30  # a locked byte cannot be read by others on Windows; the note can

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InUse(CannotOpen):
    """Another program holds the profile; it can still be read."""


class ProfileLock:
    """The lock file of a profile, taken on construction. Usable in a ``with`` statement.

    The operating system holds the lock, not the file: after a kill or a power cut nothing is
    left to clean up, and the file itself is never deleted (deleting it would let two in).

    Raises:
        InUse: another program holds it; the message names the computer and the process.
        StorageFault: the folder cannot be written to (open read-only, without a lock).
    """

    def __init__(self, path: Path) -> None:
        with named_faults():
            self._descriptor: int | None = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise _held(path) from error
        note = canonical({"host": platform.node(), "pid": os.getpid()}).encode()
        with suppress(OSError):  # on a full disk the lock holds, only without the name
            os.ftruncate(self._descriptor, 0)
            os.write(self._descriptor, note)

    def release(self) -> None:
        """Lets the next program in; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _held(path: Path) -> InUse:
    try:
        with path.open("rb") as file:
            note = strict_object(file.read(_LONGEST_NOTE))
    except (OSError, NotGenuine):  # the holder has not written its note yet
        note = {}
    return InUse(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The profile is in use on the computer {host} (process {pid}). Nothing was "
                "opened for writing. Use the window that is already open, or close it first.",
            ),
            {"host": note.get("host", "?"), "pid": note.get("pid", "?")},
        )
    )
