# SPDX-License-Identifier: MIT
"""Wrong passphrases while the database is closed: counted, slowed down, told at the next unlock.

The file holds instants and no names, and nothing vouches for it: without a key nothing can. It
slows a person at this computer down; a stolen file is guarded by the passphrase alone.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tracker.domain.errors import CannotOpen
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.faults import named_faults
from tracker.store.files import replace_file
from tracker.store.sealed import NotGenuine, canonical, strict_object

_FREE = 3  # wrong passphrases that cost nothing: Caps Lock, the wrong keyboard
_LONGEST = 60  # seconds
_MOST = 100  # in a row; then an administrator must come
_LARGEST = 4096  # bytes


class TooSoon(CannotOpen):
    """Too many wrong passphrases in a row; wait, and try again."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong passphrases since the last right one.

    Attributes:
        failed: how many.
        first: instant of the first one.
        last: instant of the last one.
    """

    failed: int = 0
    first: datetime | None = None
    last: datetime | None = None

    @property
    def needs_administrator(self) -> bool:
        """After 100 in a row nobody else gets in."""
        return self.failed >= _MOST

    def wait(self, now: datetime) -> int:
        """Seconds until the next try: 0 at first, then 1, 2, 4 ... 60."""
        if self.last is None or self.failed < _FREE:
            return 0
        pause = timedelta(seconds=min(_LONGEST, 2 ** min(self.failed - _FREE, 6)))
        gone = now - self.last
        if gone < timedelta(0):  # the clock went back: the whole pause, and no more than that
            return pause.seconds
        return max(0, -(-(pause - gone) // timedelta(seconds=1)))


def read(path: Path) -> Attempts:
    """What the file says; one that is missing or damaged counts as none."""
    try:
        with path.open("rb") as file:
            said = strict_object(file.read(_LARGEST))
        first, last = (datetime.fromisoformat(str(said[name])) for name in ("first", "last"))
        if first.tzinfo is None or last.tzinfo is None:
            return Attempts()
        return Attempts(int(said["failed"]), first, last)
    except (OSError, NotGenuine, KeyError, TypeError, ValueError):
        return Attempts()


def require_turn(path: Path, now: datetime) -> Attempts:
    """What the file says, when it is time for another try.

    Raises:
        TooSoon: it is not; says how many seconds are left.
    """
    known = read(path)
    seconds = known.wait(now)
    if seconds:
        if known.last is not None and now < known.last:
            _write(path, Attempts(known.failed, known.first, now))
        raise TooSoon(
            Message(
                QT_TRANSLATE_NOOP(
                    "Message",
                    "{n} wrong tries in a row. Nothing was opened or changed. "
                    "Wait {seconds} s, then try again.",
                ),
                {"n": known.failed, "seconds": seconds},
            )
        )
    return known


def note(path: Path, known: Attempts, now: datetime) -> None:
    """Counts one more wrong passphrase."""
    _write(path, Attempts(known.failed + 1, known.first or now, now))


def forget(path: Path) -> None:
    """Call when they stand in the audit trail."""
    with named_faults():
        path.unlink(missing_ok=True)


def _write(path: Path, attempts: Attempts) -> None:
    said = {
        "failed": attempts.failed,
        "first": attempts.first.isoformat() if attempts.first else "",
        "last": attempts.last.isoformat() if attempts.last else "",
    }
    with named_faults():
        replace_file(path, canonical(said).encode())
