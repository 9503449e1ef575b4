# SPDX-License-Identifier: MIT
"""Measures sides in turn within one run, so that a busy machine is equally busy for each."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

ROUNDS = 9  # counted ones; one more before them is thrown away


def in_turn(sides: dict[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median of what each side returns, side after side in each round."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, run in sides.items():
            value = run()
            if number:
                taken[name].append(value)
    return {name: median(values) for name, values in taken.items()}


def processor_milliseconds(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """A side: the processor time of ``work``, which other processes lengthen least."""
    return _side(work, times, time.process_time)


def milliseconds(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """A side: how long ``work`` takes, on average over ``times``."""
    return _side(work, times, time.perf_counter)


def _side(
    work: Callable[[], object], times: int, clock: Callable[[], float]
) -> Callable[[], float]:
    def run() -> float:
        gc.disable()
        start = clock()
        for _ in range(times):
            work()
        taken = clock() - start
        gc.enable()
        return taken * 1000 / times

    return run


@dataclass
class Sheet:
    """The table that is printed at the end; a missed goal is said, never hidden."""

    lines: list[str] = field(default_factory=list)

    def put(
        self,
        what: str,
        value: float,
        unit: str = "ms",
        *,
        limit: float | None = None,
        goal: float | None = None,
    ) -> None:
        """Adds a line.

        Args:
            what: was measured.
            value: the median.
            unit: of the value.
            limit: the side it is compared with; the goal is then a ratio to it.
            goal: the highest that is good.
        """
        compared = value if limit is None else value / limit
        times = "" if limit is None else " x"
        amount = f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"
        ratio = "" if limit is None else f"{compared:.2f} x"
        wanted = "" if goal is None else f"<= {goal:g}{times}"
        verdict = "" if goal is None else "met" if compared <= goal else "MISSED"
        self.lines.append(f"{what:<66} {amount:>11} {ratio:>8} {wanted:>9} {verdict}".rstrip())
