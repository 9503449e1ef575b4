# SPDX-License-Identifier: MIT
"""What the real program has loaded when the first patient of Today is on the screen."""

import json
import subprocess
import sys

from tests import clinics
from tests.benchmarks import window
from tests.benchmarks.clinic import fill


def test_nothing_heavy_is_loaded_before_the_first_patient_is_painted(tmp_path, monkeypatch):
    folder = tmp_path / "profile"
    store = clinics.make(folder)
    fill(store, 20)
    keys = store.keys
    store.close(clinics.CLOCK.now())
    stored = {"uuid": keys.uuid.hex, "data": keys.data.hex(), "mac": keys.mac.hex()}
    monkeypatch.setenv(window.KEYS_VARIABLE, json.dumps(stored))
    command = [sys.executable, "-m", window.__name__, "today", str(folder)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert json.loads(done.stdout)["heavy"] == []


def test_no_source_is_read_on_the_way_to_the_window():
    # PySide reads them to look for a switch; where it decides in another way, this says so
    told = (
        "import linecache\n"
        "from tracker.ui.unread_sources import leave_sources_unread\n"
        "leave_sources_unread()\n"
        "import tracker.app\n"
        "print(*linecache.cache)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True)
    assert "tracker" not in done.stdout
