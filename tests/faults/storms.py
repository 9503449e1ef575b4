# SPDX-License-Identifier: MIT
"""Kill storms: a child does the real thing, another process kills it at a random time.

Acknowledged is what the child has written to its standard output; nothing else counts.
"""

import os
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.profile import anew
from tests.faults.table import Tally, Trial

Say = Callable[[str], None]
Act = Callable[[Path, Say], None]
Judge = Callable[[Path, list[str]], int]
"""Counts what was acknowledged and is gone, and what stands half written."""

_LONGEST = 60.0  # seconds after which a child that nobody killed counts as hanging


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


def trial(storm: Storm, *, until_lost: bool = False) -> Trial:
    """A storm of so many kills; a control need only go on until the first loss."""

    def run(folder: Path, kills: int, rng: Random) -> Tally:
        template = folder / "template"
        template.mkdir()
        storm.prepare(template)
        longest = _unhindered(storm, template, folder / "first")
        tally, acknowledged, too_late = Tally(), 0, 0
        while tally.tries < kills and too_late < 2 * kills + 10:
            if until_lost and tally.lost:
                break
            live = anew(template, folder / "live")
            said, hit = _killed(storm.act, live, rng.uniform(0, longest))
            too_late += not hit
            tally.tries += hit
            acknowledged += len(said)
            tally.lost += storm.judge(live, said) > 0
        tally.notes.append(f"{acknowledged:,} acknowledged")
        return tally

    return run


def _unhindered(storm: Storm, template: Path, live: Path) -> float:
    """Seconds that the child takes when nobody kills it."""
    start = time.monotonic()
    said, hit = _killed(storm.act, anew(template, live), _LONGEST)
    assert said, "the child did nothing"
    assert not hit, "the child hangs"
    assert storm.judge(live, said) == 0, "the judge is wrong without a fault"
    return time.monotonic() - start


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
