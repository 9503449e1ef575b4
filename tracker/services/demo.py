# SPDX-License-Identifier: MIT
"""The demonstration: a throw-away profile with a published case and a synthetic clinic."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tracker.domain.errors import Refused
from tracker.domain.roles import Role
from tracker.services import profiles
from tracker.services.context import Clock, SystemClock, WorkingDate
from tracker.store.store import Store

WORKING_DATE = date(2024, 11, 26)
"""The day of the demonstration: the last month in which the published case was seen."""

CLINIC, USER = "Demonstration", "Demo"
PASSPHRASE = "for demonstration only, no real patients"  # noqa: S105 - guards nothing


def clock() -> Clock:
    """The clock of the demonstration: it runs, on a calendar that stands still."""
    return WorkingDate(WORKING_DATE, SystemClock())


def build(folder: Path, data: Path) -> Store:
    """Makes the profile of the demonstration and fills it through the ordinary import.

    Args:
        folder: for the profile; a new one, to be thrown away.
        data: folder with the files of the demonstration.

    Returns:
        The open store, marked so that it never takes or gives real patients.
    """
    from tracker.services import imports

    store, _code = Store.create(
        folder,
        clinic=CLINIC,
        user=USER,
        role=Role.ADMINISTRATOR,
        passphrase=PASSPHRASE,
        at=clock().now(),
        is_demo=True,
    )
    ctx = profiles.context(store, clock())
    for path in sorted(data.glob("*.json")):
        Refused.if_any(imports.import_file(store, ctx, path=path).problems)
    return store


@contextmanager
def throw_away(data: Path) -> Iterator[Store]:
    """The demonstration in a folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-demo-"))
    try:
        store = build(folder, data)
        try:
            yield store
        finally:
            profiles.close(store, clock(), backup=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
