# SPDX-License-Identifier: MIT
"""Pages at work on a real encrypted clinic, with every answer there at once."""

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX
from tracker import paths
from tracker.services import imports
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look


@pytest.fixture(scope="session")
def closed_demonstration(tmp_path_factory):
    """The patients of the demonstration, closed."""
    folder = tmp_path_factory.mktemp("pages") / "profile"
    store = clinics.make(folder, is_demo=True)
    for file in sorted((paths.resources() / "demo").glob("*.json")):
        assert imports.import_file(store, CTX, path=file).problems == ()
    store.close(CLOCK.now())
    return folder


@pytest.fixture
def demonstration(closed_demonstration, tmp_path):
    """The same, open."""
    store = clinics.opened(clinics.copied(closed_demonstration, tmp_path / "demonstration"))
    yield store
    store.close(CLOCK.now())


@pytest.fixture
def demo_desk(demonstration, qapp):
    """Somebody at work on them."""
    return Desk(Look(), InlineTasks(lambda: demonstration, lambda _store: None), Bus(), CTX)
