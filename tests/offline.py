# SPDX-License-Identifier: MIT
"""Runs the real program through all its pages and prints the network sockets it ever held.

``python -m tests.offline FOLDER [--control]``; with ``--control`` it opens one, to be found.
"""

import json
import os
import socket
import stat
import sys
import time
from pathlib import Path
from typing import Any

from tracker import app
from tracker.opener import Opener
from tracker.services import demo
from tracker.ui.one_window import OneWindow
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Look, apply

_PATIENCE = 60
_SETTLED = 0.3
_NETWORK = {socket.AF_INET, socket.AF_INET6, getattr(socket, "AF_PACKET", -1)}

_asked: set[str] = set()


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Sockets that Python made and let go of again."""
    made = event == "socket.__new__" and arguments[1] in _NETWORK
    if made or event in {"socket.connect", "socket.bind", "socket.getaddrinfo"}:
        _asked.add(event)


def held() -> set[str]:
    """The families of the open sockets of this process that reach beyond the computer."""
    found: set[str] = set()
    listing = Path("/dev/fd")
    numbers = [int(entry.name) for entry in listing.iterdir()] if listing.is_dir() else []
    for number in numbers:
        try:
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
            with socket.socket(fileno=os.dup(number)) as copy:
                family = copy.family
        except OSError:  # the descriptor of the listing itself
            continue
        if family in _NETWORK:
            found.add(family.name)
    return found


def main(folder: Path, control: bool) -> None:
    """Opens everything once."""
    qt, look = app.application(), Look()
    apply(qt, look)
    OneWindow(folder, qt).is_first()
    opener = Opener(folder / "profile", demo.clock(), is_demo=True)
    program = app.Program(look, Preferences(folder / "w.ini"), opener)
    found: set[str] = set()

    def go_on(seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            qt.processEvents()
            found.update(held())
            time.sleep(0.01)

    program.start()
    end = time.monotonic() + _PATIENCE
    while program.window is None and time.monotonic() < end:
        go_on(0.1)
    assert program.window is not None
    for page in ("today", "patients", "data", "administration"):
        program.window.show_page(page)
        go_on(_SETTLED)
    for command in ("help", "about"):
        program.window.asked.emit(command)
        go_on(_SETTLED)
    kept = socket.socket(socket.AF_INET, socket.SOCK_DGRAM) if control else None
    go_on(_SETTLED)
    sys.stdout.write(json.dumps(sorted(found | _asked)))
    sys.stdout.flush()
    del kept
    program.tasks.close()
    os._exit(0)


if __name__ == "__main__":
    sys.addaudithook(_hear)
    main(Path(sys.argv[1]), "--control" in sys.argv)
