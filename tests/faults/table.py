# SPDX-License-Identifier: MIT
"""What a fault is, what came of it, and the table of all of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random


@dataclass
class Tally:
    """What was seen over many tries.

    Attributes:
        tries: how often the fault was made.
        lost: what had been acknowledged and was gone, or stood half written.
        silent: damage that nothing reported.
        crashed: errors that are no sentence for a person, and processes that died of it.
        notes: what else the reader of the table should know.
    """

    tries: int = 0
    lost: int = 0
    silent: int = 0
    crashed: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, silent or crashed."""
        return self.bad == 0

    @property
    def bad(self) -> int:
        """How much went wrong in all."""
        return self.lost + self.silent + self.crashed


Trial = Callable[[Path, int, Random], Tally]
"""Makes a fault so many times in an empty folder of its own."""


@dataclass(frozen=True)
class Fault:
    """One row of the table.

    Attributes:
        name: for the command line.
        says: what is done to the program.
        goal: tries of the goal; the full run makes so many.
        brief: tries of the short version.
        trial: makes the fault.
        control: the same with the protection off, which must show the loss.
        control_tries: enough of them to meet it.
        without: which protection the control takes away.
    """

    name: str
    says: str
    goal: int
    brief: int
    trial: Trial
    control: Trial
    control_tries: int
    without: str


@dataclass(frozen=True)
class Row:
    """A fault, and what came of it with the protection and without."""

    fault: Fault
    seed: int
    tally: Tally
    control: Tally
    seconds: float

    @property
    def is_met(self) -> bool:
        """Whether it holds over as many tries as the goal asks for."""
        return self.holds and self.tally.tries >= self.fault.goal

    @property
    def holds(self) -> bool:
        """Whether nothing went wrong, and the control shows that it would have been seen."""
        return self.tally.is_clean and self.tally.tries > 0 and self.control.bad > 0

    def as_line(self) -> str:
        """A row of the table in Markdown."""
        tally, control, fault = self.tally, self.control, self.fault
        tries = (
            f"{tally.tries:,}"
            if tally.tries >= fault.goal
            else f"{tally.tries:,} of {fault.goal:,}"
        )
        shown = f"{control.bad:,} of {control.tries:,}, {fault.without}"
        notes = "; ".join(tally.notes)
        verdict = "met" if self.is_met else "**missed**"
        cells = (fault.says, tries, tally.lost, tally.silent, tally.crashed, shown, verdict, notes)
        return "| " + " | ".join(map(str, cells)) + " |"


HEADER = (
    "| Fault | Tries | Lost | Silent | Crashed | Control: bad without | Goal | Notes |\n"
    "|---|---|---|---|---|---|---|---|"
)


def markdown(lines: Iterable[str]) -> str:
    """The table."""
    return "\n".join([HEADER, *lines])
