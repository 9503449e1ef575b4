# SPDX-License-Identifier: MIT
"""A small clinic for the command line; its profile is made once and copied."""

import io
import sys
from pathlib import Path

import pytest

from tests import clinics
from tests.cli.terminal import DONE, Terminal
from tests.clinics import CLOCK, PASSPHRASE, SMALL, written
from tracker import cli


@pytest.fixture(scope="session")
def small_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile with the small clinic, filled by the command line itself."""
    folder = tmp_path_factory.mktemp("clinic")
    clinics.make(folder / "profile").close(CLOCK.now())
    file = written(folder / "small.json", SMALL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cli.PASSPHRASE_VARIABLE, PASSPHRASE)
        patch.setattr(sys, "stdout", io.StringIO())
        assert cli.main(["--profile", str(folder / "profile"), "import", str(file)]) == DONE
    return folder / "profile"


@pytest.fixture
def tracker(
    small_profile: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Terminal:
    """The program on a profile with the small clinic."""
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, PASSPHRASE)
    return Terminal(clinics.copied(small_profile, tmp_path / "profile"), capsys)
