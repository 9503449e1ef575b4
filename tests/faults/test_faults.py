# SPDX-License-Identifier: MIT
"""Every fault of the suite, a few times: nothing is lost, and the control shows that it would be.

The full length is `python3 dev.py faults`; its figures are in docs/reliability.md.
"""

import os
import shutil
import subprocess
import sys

import pytest

from tests.faults.catalogue import FAULTS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Linux makes these faults"),
]


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_silent_or_crashed(name):
    if name.startswith("power-") and not shutil.which("strace"):
        pytest.skip("strace is not installed: python3 dev.py test installs it")
    seed = ["--seed", "1"] if os.environ.get("CI") else []  # else another one each time
    command = [sys.executable, "-m", "tests.faults", "--brief", *seed, name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
