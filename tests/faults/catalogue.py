# SPDX-License-Identifier: MIT
"""All faults by their names for the command line."""

from tests.faults import powercut, storms
from tests.faults.paths import STORMS
from tests.faults.table import Fault

_CUTS = ("save", "import", "migrate", "backup", "restore", "rotate")


def _kills() -> list[Fault]:
    return [
        Fault(
            name,
            says,
            goal=200,
            brief=2,
            trial=storms.trial(storm),
            control=storms.trial(control, until_lost=True),
            control_tries=60,
            without=without,
        )
        for name, (says, storm, control, without) in STORMS.items()
    ]


def _power_cuts() -> list[Fault]:
    return [
        Fault(
            f"power-{path}",
            STORMS[f"kill-{path}"][0].replace("killed", "power cut"),
            goal=400,
            brief=4,
            trial=powercut.trial(f"kill-{path}"),
            control=powercut.trial(f"kill-{path}", never_sync=True),
            control_tries=400,
            without="nothing synced",
        )
        for path in _CUTS
    ]


FAULTS: dict[str, Fault] = {fault.name: fault for fault in (*_kills(), *_power_cuts())}
