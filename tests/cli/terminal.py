# SPDX-License-Identifier: MIT
"""The command line, run in the tests' own process."""

import io
from pathlib import Path

import pytest

from tracker import cli

DONE, REFUSED, USAGE = 0, 1, 2


INIT = ("init", "--clinic", "C", "--user", "U")


class AtTerminal(io.StringIO):
    """Standard input with somebody in front of it, who has typed a text."""

    def isatty(self) -> bool:
        return True


class Terminal:
    """Runs commands on one profile."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: object) -> tuple[int, str, str]:
        """Exit code, output and errors of a command."""
        return self.bare("--profile", self.folder, *arguments)

    def bare(self, *arguments: object) -> tuple[int, str, str]:
        """The same, without naming the profile."""
        try:
            code = cli.main([str(each) for each in arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        out, err = self._capsys.readouterr()
        return code, out, err
