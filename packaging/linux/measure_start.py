# SPDX-License-Identifier: MIT
"""Seconds from the start of a command to its first window on the screen, the median of several.

Usage: ``DISPLAY=:N python3 measure_start.py RUNS COMMAND...``. Needs xdotool; without a window
manager the window is there when it is mapped. The first run warms the disk's cache, uncounted.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

SEEK = ("xdotool", "search", "--onlyvisible", "--class", "tracker")
PATIENCE = 60  # seconds


def is_shown() -> bool:
    """Whether a window of the program is on the screen."""
    return subprocess.run(SEEK, capture_output=True, check=False).returncode == 0


def until(shown: bool, since: float) -> float:
    """Waits for the window to come or to go; gives the seconds since then."""
    while is_shown() != shown:
        if time.monotonic() - since > PATIENCE:
            sys.exit("The window did not come or go.")
        time.sleep(0.005)
    return time.monotonic() - since


def one(command: Sequence[str]) -> float:
    """One start."""
    until(False, time.monotonic())
    began = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as program:
        taken = until(True, began)
        program.terminate()
    return taken


def main(runs: int, command: Sequence[str]) -> None:
    """Prints the median, the least and the most."""
    taken = [one(command) for _ in range(runs + 1)][1:]
    print(f"{statistics.median(taken):.2f} s ({min(taken):.2f} to {max(taken):.2f}, {runs} starts)")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
