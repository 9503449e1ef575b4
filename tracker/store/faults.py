# SPDX-License-Identifier: MIT
"""What the disk or the file did to us, in words: the environment's faults, told from our own."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from sqlcipher3 import dbapi2 as sqlcipher

from tracker.domain.errors import UserError
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


class Fault(StrEnum):
    """What went wrong outside the program."""

    FULL = "full"
    LOCKED = "locked"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    NOT_OURS = "not a database"
    DISK = "disk"
    UNREACHABLE = "unreachable"


class StorageFault(UserError):
    """The disk, the folder or the file refused; what was being saved is not in the file."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(_WORDS[fault])


_WORDS = {
    Fault.FULL: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The disk is full. The last step was not saved; everything saved before is kept. "
            "Free some space and try again.",
        )
    ),
    Fault.LOCKED: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "Another program is writing to the database. The last step was not saved; everything "
            "saved before is kept. Wait a moment and try again.",
        )
    ),
    Fault.READ_ONLY: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The folder or the file cannot be written to. The last step was not saved. "
            "Ask IT for the right to write there, or choose another folder.",
        )
    ),
    Fault.DAMAGED: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The database is damaged. Nothing was changed. "
            "Do not enter more data; restore the latest backup.",
        )
    ),
    Fault.NOT_OURS: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The database is damaged, or is not a file of this program or of this keyring. "
            "It was not changed. Restore the latest backup.",
        )
    ),
    Fault.DISK: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The disk reported an error. The last step was not saved; everything saved before is "
            "kept. Check the disk and its connection, then try again.",
        )
    ),
    Fault.UNREACHABLE: Message(
        QT_TRANSLATE_NOOP(
            "Message",
            "The file or its folder cannot be reached. Nothing was changed. "
            "Check that the disk is connected and that the path is right.",
        )
    ),
}

# Primary result codes of SQLite (the low byte of sqlite_errorcode).
_BY_RESULT_CODE = {
    5: Fault.LOCKED,
    6: Fault.LOCKED,
    8: Fault.READ_ONLY,
    10: Fault.DISK,
    11: Fault.DAMAGED,
    13: Fault.FULL,
    14: Fault.UNREACHABLE,
    26: Fault.NOT_OURS,
}
# What the library raises while it copies a database carries no code, only SQLite's own words.
_BY_WORDS = {
    "database is locked": Fault.LOCKED,
    "attempt to write a readonly database": Fault.READ_ONLY,
    "disk I/O error": Fault.DISK,
    "database disk image is malformed": Fault.DAMAGED,
    "database or disk is full": Fault.FULL,
    "unable to open database file": Fault.UNREACHABLE,
    "file is not a database": Fault.NOT_OURS,
}
_BY_ERRNO = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EFBIG: Fault.FULL,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
    errno.EROFS: Fault.READ_ONLY,
    errno.EIO: Fault.DISK,
    errno.ENOENT: Fault.UNREACHABLE,
    errno.ENOTDIR: Fault.UNREACHABLE,
    errno.ENODEV: Fault.UNREACHABLE,
}


def classify(error: BaseException) -> StorageFault | None:
    """The environment's fault behind an error, or None for a defect of the program.

    Looks through causes and contexts: on a full disk the outermost error is "cannot rollback",
    and the reason is below it.
    """
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        fault = _fault_of(at)
        if fault is not None:
            return StorageFault(fault)
        at = at.__cause__ or at.__context__
    return None


@contextmanager
def named_faults() -> Iterator[None]:
    """Lets faults of the environment out as ``StorageFault``, defects as they are."""
    try:
        yield
    except (sqlcipher.Error, OSError) as error:
        fault = classify(error)
        if fault is None:
            raise
        raise fault from error


def _fault_of(error: BaseException) -> Fault | None:
    if isinstance(error, sqlcipher.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return _BY_WORDS.get(str(error)) if code is None else _BY_RESULT_CODE.get(code & 0xFF)
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    return None
