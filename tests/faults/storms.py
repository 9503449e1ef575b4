# SPDX-License-Identifier: MIT
"""Kill storms: a child does the real thing, another process kills it at a random time.

Acknowledged is what the child has written to its standard output; nothing else counts.

A transaction protects the time between two statements, and on a fast disk that is short. A control
without transactions therefore ends there by itself: at random times it would need luck to fail.
"""

import mmap
import os
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest.mock import patch

from tests.faults.profile import anew
from tests.faults.table import Tally, Trial
from tracker.store.connection import EncryptedDatabase

Say = Callable[[str], None]
Act = Callable[[Path, Say], None]
Judge = Callable[[Path, list[str]], int]
"""Counts what was acknowledged and is gone, and what stands half written."""
Shot = Callable[[Path, Random], tuple[list[str], bool]]
"""One kill: what the child had acknowledged, and whether it was still at work."""

_LONGEST = 60.0  # seconds after which a child that nobody killed counts as hanging
_READS = ("SELECT", "PRAGMA")
_COUNTER = 8  # bytes


@dataclass(frozen=True)
class Storm:
    """One path of the program under fire.

    Attributes:
        prepare: makes the closed profile, and what lies beside it, in an empty folder.
        act: done by the child in a copy of that folder, again and again or once.
        judge: looks at the copy after the kill.
    """

    prepare: Callable[[Path], None]
    act: Act
    judge: Judge


def trial(storm: Storm, *, until_lost: bool = False, between_writes: bool = False) -> Trial:
    """A storm of so many kills; a control need only go on until the first loss."""
    aimed = _between_writes if between_writes else _at_any_time

    def run(folder: Path, kills: int, rng: Random) -> Tally:
        template = folder / "template"
        template.mkdir()
        storm.prepare(template)
        shot = aimed(storm, template, folder / "first")
        tally, acknowledged, too_late = Tally(), 0, 0
        while tally.tries < kills and too_late < 2 * kills + 50:
            if until_lost and tally.lost:
                break
            live = anew(template, folder / "live")
            said, hit = shot(live, rng)
            too_late += not hit
            tally.tries += hit
            acknowledged += len(said)
            tally.lost += storm.judge(live, said) > 0
        tally.notes.append(f"{acknowledged:,} acknowledged")
        return tally

    return run


def _at_any_time(storm: Storm, template: Path, first: Path) -> Shot:
    longest = _unhindered(storm, storm.act, anew(template, first))
    return lambda live, rng: _killed(storm.act, live, rng.uniform(0, longest))


def _between_writes(storm: Storm, template: Path, first: Path) -> Shot:
    writes = mmap.mmap(-1, _COUNTER)  # shared with the child

    def count() -> None:
        writes[:] = (_written(writes) + 1).to_bytes(_COUNTER, "big")

    _unhindered(storm, _at_each_write(storm.act, count), anew(template, first))
    total = _written(writes)

    def shot(live: Path, rng: Random) -> tuple[list[str], bool]:
        left = iter(range(rng.randrange(total)))

        def die_in_the_end() -> None:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        return _killed(_at_each_write(storm.act, die_in_the_end), live, _LONGEST)

    return shot


def _written(writes: mmap.mmap) -> int:
    return int.from_bytes(writes[:], "big")


def _at_each_write(act: Act, call: Callable[[], None]) -> Act:
    """The same act; calls before each statement that is no question."""

    def seen(sql: str) -> None:
        if not sql.startswith(_READS):
            call()

    connect = EncryptedDatabase.connect

    def connected(db: EncryptedDatabase, key: bytes) -> None:
        connect(db, key)
        db.connection().set_trace_callback(seen)

    def run(live: Path, say: Say) -> None:
        with patch.object(EncryptedDatabase, "connect", connected):
            act(live, say)

    return run


def _unhindered(storm: Storm, act: Act, live: Path) -> float:
    """Seconds that the child takes when nobody kills it."""
    start = time.monotonic()
    said, hit = _killed(act, live, _LONGEST)
    seconds = time.monotonic() - start
    assert said, "the child did nothing"
    assert not hit, "the child hangs"
    assert storm.judge(live, said) == 0, "the judge is wrong without a fault"
    return seconds


def _killed(act: Act, live: Path, after: float) -> tuple[list[str], bool]:
    """What the child had acknowledged, and whether it was still at work when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(act, live, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        assert answers.readline() == b"ready\n"
        _wait(child, after)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        said = answers.read()
    _, status = os.waitpid(child, 0)
    whole = said.decode().split("\n")[:-1]  # a line without its end was not said
    return whole, os.WIFSIGNALED(status)


def _wait(child: int, seconds: float) -> None:
    """Waits so long, or until the child has ended by itself."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return
        time.sleep(min(left, 0.002))


def _be_the_child(act: Act, live: Path, writing: int) -> None:
    code = 1
    try:
        os.dup2(writing, 1)
        os.write(1, b"ready\n")
        act(live, lambda text: os.write(1, f"{text}\n".encode()) and None)
        code = 0
    finally:
        if code:
            traceback.print_exc()
        os._exit(code)
