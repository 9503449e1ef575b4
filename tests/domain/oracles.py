# SPDX-License-Identifier: MIT
"""Rows of expected answers, and the tables of the program that are tested against them."""

import csv
import sys
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tracker import paths

FOLDER = Path(__file__).parents[1] / "fixtures" / "oracles"


def rows(name: str) -> list[dict[str, str]]:
    """All rows of one file."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def clinical(name: str) -> str:
    """The text of one table of the program."""
    return (paths.resources() / "clinical" / name).read_text("utf-8")


def number(text: str) -> Decimal | None:
    """A cell; an empty one is no number."""
    return Decimal(text) if text else None


@dataclass
class Tally:
    """How many rows were read, and what became of them."""

    name: str
    read: int = 0
    matched: int = 0
    wrong: list[str] = field(default_factory=list)
    excluded: int = 0

    def add(self, what: str, expected: str, answer: str) -> None:
        """Counts one comparison."""
        self.read += 1
        if answer == expected:
            self.matched += 1
        else:
            self.wrong.append(f"{what}: expected {expected}, got {answer}")

    def report(self) -> None:
        """Says how many rows were read, matched and left out (seen with ``pytest -rP``)."""
        sys.stdout.write(
            f"{self.name}: {self.read + self.excluded} read, {self.matched} matched, "
            f"{len(self.wrong)} wrong, {self.excluded} excluded\n"
        )
