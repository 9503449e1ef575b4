# SPDX-License-Identifier: MIT
"""The child whose system calls are written down: python -m tests.faults.traced NAME FOLDER."""

import os
import sys
from pathlib import Path

from tests.faults.paths import STORMS
from tests.faults.profile import cheapen
from tracker.store import connection


def _never_sync() -> None:
    """The control: what was written is on the disk whenever the disk likes."""
    connection._PRAGMAS["synchronous"] = ("OFF", 0)
    os.fsync = lambda _descriptor: None


def main(name: str, folder: str, *options: str) -> None:
    """Does the act of a storm once; says on standard output what is acknowledged."""
    cheapen()
    if "--never-sync" in options:
        _never_sync()
    storm = STORMS[name][1]
    storm.act(Path(folder), lambda text: os.write(1, f"ack {text}\n".encode()) and None)


if __name__ == "__main__":
    main(*sys.argv[1:])
