# SPDX-License-Identifier: MIT
"""What the real program has loaded when the first patient of Today is on the screen."""

import json
import subprocess
import sys

import pytest

from tests import clinics
from tests.benchmarks import window
from tests.benchmarks.clinic import fill


@pytest.fixture
def started(tmp_path, monkeypatch):
    """Starts the program on a clinic of 20 patients, and what its process says at the end."""
    folder = tmp_path / "profile"
    store = clinics.make(folder)
    fill(store, 20)
    keys = store.keys
    store.close(clinics.CLOCK.now())
    stored = {"uuid": keys.uuid.hex, "data": keys.data.hex(), "mac": keys.mac.hex()}
    monkeypatch.setenv(window.KEYS_VARIABLE, json.dumps(stored))

    def start(mode, *arguments):
        command = [sys.executable, "-m", window.__name__, mode, str(folder), *arguments]
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)
        return json.loads(done.stdout)

    return start


def test_nothing_heavy_is_loaded_before_the_first_patient_is_painted(started):
    assert started("today")["heavy"] == []


def test_nothing_is_loaded_between_the_passphrase_and_the_first_patient(started):
    # else a person waits for it; there was time while the passphrase was typed
    assert started("unlock", clinics.PASSPHRASE)["waited_for"] == []


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
