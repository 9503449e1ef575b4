# SPDX-License-Identifier: MIT
"""An open clinic for the tests of the services; its profile is made once and copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import clinics
from tracker.store.store import Store


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile without a patient."""
    folder = tmp_path_factory.mktemp("template") / "profile"
    clinics.make(folder).close(clinics.CLOCK.now())
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """The same, for one test."""
    return clinics.copied(template, tmp_path / "profile")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open profile without a patient."""
    opened = clinics.opened(folder)
    yield opened
    opened.close(clinics.CLOCK.now())
