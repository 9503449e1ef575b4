# SPDX-License-Identifier: MIT
"""Runs the fault suite: python3 dev.py faults [--brief] [--seed N] [NAME ...]."""

import argparse
import os
import sys
import time
from random import Random, SystemRandom

from tests.faults import figures
from tests.faults.catalogue import FAULTS
from tests.faults.profile import cheapen, work_folder
from tests.faults.table import Fault, Row, Tally, Trial, markdown


def main() -> int:
    """The exit code: 0 when nothing went wrong and every control showed its loss."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *FAULTS], metavar="NAME")
    parser.add_argument("--brief", action="store_true", help="few tries; writes no figures")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1 << 32))
    parser.add_argument("--tries", type=int, help="so many instead of those of the goal")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    cheapen()
    rows = []
    for name in options.names or FAULTS:
        fault = FAULTS[name]
        tries = options.tries or (fault.brief if options.brief else fault.goal)
        rows.append(row := tried(fault, options.seed, tries))
        print(f"{row.seconds:6.1f} s  seed {row.seed}  {row.as_line()}", flush=True)
        if not options.brief:
            figures.keep(row)
    print(markdown(row.as_line() for row in rows))
    return 0 if all(row.holds for row in rows) else 1


def tried(fault: Fault, seed: int, tries: int) -> Row:
    """One fault with its protection and without."""
    start = time.monotonic()
    tally = _run(fault.trial, tries, seed)
    control = _run(fault.control, fault.control_tries, seed)
    return Row(fault, seed, tally, control, time.monotonic() - start)


def _run(trial: Trial, tries: int, seed: int) -> Tally:
    with work_folder() as folder:
        return trial(folder, tries, Random(seed))


if __name__ == "__main__":
    sys.exit(main())
