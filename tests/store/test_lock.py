# SPDX-License-Identifier: MIT
"""The profile's lock: one writer, named to the others, gone with its process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.domain.errors import CannotOpen
from tracker.store.lock import ProfileLock

_HOLD = """
import sys
from pathlib import Path
from tracker.store.lock import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tracker.lock"


def other_program(path: Path) -> subprocess.Popen[bytes]:
    """Another process that holds the lock."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"held"
    return holder


def end(holder: subprocess.Popen[bytes]) -> None:
    holder.kill()
    holder.communicate()


def test_a_second_program_is_told_which_process_holds_the_profile(path):
    holder = other_program(path)
    try:
        with pytest.raises(CannotOpen, match=f"process {holder.pid}"):
            ProfileLock(path)
    finally:
        end(holder)


def test_after_a_kill_the_next_program_gets_in(path):
    end(other_program(path))
    with ProfileLock(path), pytest.raises(CannotOpen, match=f"process {os.getpid()}"):
        ProfileLock(path)


def test_a_released_lock_lets_the_next_one_in(path):
    lock = ProfileLock(path)
    lock.release()
    lock.release()
    with ProfileLock(path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="execv starts a new process on Windows")
def test_a_program_that_replaces_itself_does_not_lock_itself_out(path):
    again = (
        "import os, sys; from pathlib import Path; from tracker.store.lock import ProfileLock;"
        "lock = ProfileLock(Path(sys.argv[1]));"
        "print('held', flush=True) or sys.exit() if len(sys.argv) > 2 else "
        "os.execv(sys.executable, [sys.executable, '-c', os.environ['AGAIN'], sys.argv[1], '2'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", again, str(path)],
        env={**os.environ, "AGAIN": again},
        capture_output=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == (b"held", b"")
