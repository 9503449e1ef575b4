# SPDX-License-Identifier: MIT
"""The clinic that is measured, made once and kept beside other temporary files; the result table.

Ratios are printed, not asserted: a busy machine would make them fail. Counts are asserted.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import clinic, window
from tests.benchmarks.rounds import Sheet
from tests.clinics import CLOCK, PASSPHRASE
from tracker.services import profiles
from tracker.store import connection
from tracker.store.schema import MIGRATIONS
from tracker.store.store import Store

PATIENTS = 5_000
_SHEET = Sheet()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Prints the table."""
    if _SHEET.lines:
        terminalreporter.section("benchmarks")
        terminalreporter.write_line("\n".join(_SHEET.lines))


@pytest.fixture(scope="session")
def sheet() -> Sheet:
    """Where results are put down."""
    return _SHEET


@pytest.fixture(scope="session")
def cache() -> Path:
    """A folder for what is slow to make; another one after each change of what is made."""
    made_by = [Path(clinic.__file__), Path(connection.__file__), *sorted(MIGRATIONS.glob("*.py"))]
    print_ = hashlib.sha256(b"".join(path.read_bytes() for path in made_by)).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"followup-tracker-benchmarks-{print_}"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def profile(cache: Path) -> Path:
    """A closed profile of 5,000 patients at the program's own key cost. About a minute to make."""
    folder = cache / "profile"
    if not folder.exists():
        making = cache / "making"
        shutil.rmtree(making, ignore_errors=True)
        store, _code = profiles.create(
            making, clinic="Synthetic", user=clinic.USER, passphrase=PASSPHRASE, clock=CLOCK
        )
        clinic.fill(store, PATIENTS)
        profiles.close(store, CLOCK, backup=False)
        making.rename(folder)
    return folder


@pytest.fixture
def store(profile: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the clinic, open."""
    shutil.copytree(profile, tmp_path / "profile")
    opened = profiles.open(tmp_path / "profile", user=None, passphrase=PASSPHRASE, clock=CLOCK)
    yield opened
    opened.close(CLOCK.now())


@pytest.fixture(scope="session")
def environ(cache: Path, profile: Path) -> dict[str, str]:
    """For processes of the program: the keys of the clinic, and compiled modules as installed."""
    opened = profiles.open(profile, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    keys = opened.keys
    opened.close(CLOCK.now())
    stored = {"uuid": keys.uuid.hex, "data": keys.data.hex(), "mac": keys.mac.hex()}
    environ = os.environ | {
        window.KEYS_VARIABLE: json.dumps(stored),
        "PYTHONPYCACHEPREFIX": str(cache / "compiled"),
    }
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


@pytest.fixture(scope="session")
def started(environ: dict[str, str]) -> Callable[..., dict[str, Any]]:
    """Runs one window in a process of its own and returns what it printed."""

    def start(*arguments: str | Path) -> dict[str, Any]:
        command = [sys.executable, "-m", window.__name__, *map(str, arguments)]
        done = subprocess.run(command, env=environ, capture_output=True, timeout=60, check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    return start
