# SPDX-License-Identifier: MIT
"""The value axis of one marker: logarithmic or linear, with its ticks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_HEADROOM: Final = 1.5  # values and limits stay this factor inside a logarithmic axis
_ROUND_STEPS: Final = (1, 2, 2.5, 5, 10)


class Tick(NamedTuple):
    """A place on the value axis; ``text`` is empty for a minor tick."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from ``low`` (at pixel ``bottom``) to ``high`` (at pixel ``top``)."""

    low: float
    high: float
    top: float
    bottom: float
    log: bool

    @classmethod
    def of(cls, values: Iterable[float], top: float, bottom: float, *, log: bool) -> "Scale":
        """The scale that shows ``values`` and round numbers around them.

        Linear when a value is zero or below, which a logarithm cannot show, and from zero then.
        """
        shown = list(values) or [1.0]
        if log and min(shown) > 0:
            return cls(*_decades(min(shown), max(shown)), top, bottom, log=True)
        high, low = max(shown), min(0.0, *shown)
        step = round_step((high - low) or 1.0, 4)
        return cls(
            floor(low / step) * step, ceil(high * 1.08 / step) * step, top, bottom, log=False
        )

    def y(self, value: float) -> float:
        """The pixel of a value; one outside the axis is put at its end."""
        value = min(max(value, self.low), self.high)
        if self.log:
            share = log10(value / self.low) / log10(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)

    def ys(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """The pixels of many values."""
        inside = np.clip(values, self.low, self.high)
        if self.log:
            share = np.log10(inside / self.low) / log10(self.high / self.low)
        else:
            share = (inside - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)

    def ticks(self, least_gap: float) -> Sequence[Tick]:
        """Ticks whose numbers are at least ``least_gap`` pixels apart."""
        return self._log_ticks(least_gap) if self.log else self._linear_ticks(least_gap)

    def _log_ticks(self, least_gap: float) -> list[Tick]:
        decades = range(floor(log10(self.low) + 1e-9), ceil(log10(self.high) - 1e-9) + 1)
        per_decade = (self.bottom - self.top) / log10(self.high / self.low)
        named = {1: 1}
        if per_decade > 6 * least_gap:
            named = {1: 1, 2: 2, 5: 5}
        every = max(1, ceil(least_gap / per_decade))
        return [
            Tick(value, f"{value:g}" if factor in named and decade % every == 0 else "")
            for decade in decades
            for factor in (1, 2, 5)
            if self._holds(value := factor * 10.0**decade)
        ]

    def _linear_ticks(self, least_gap: float) -> list[Tick]:
        count = max(1, int((self.bottom - self.top) / least_gap))
        step = round_step(self.high - self.low, count)
        first = ceil(self.low / step - 1e-9)
        last = floor(self.high / step + 1e-9)
        return [Tick(i * step, f"{i * step:g}") for i in range(first, last + 1)]

    def _holds(self, value: float) -> bool:
        return self.low * 0.999 <= value <= self.high * 1.001


def round_step(span: float, count: int) -> float:
    """The round number that divides ``span`` into at most about ``count`` steps."""
    raw = span / max(count, 1)
    power = 10.0 ** floor(log10(raw))
    return next(step * power for step in _ROUND_STEPS if step * power >= raw * 0.999)


def _decades(low: float, high: float) -> tuple[float, float]:
    """A logarithmic range with headroom; an end within a factor of 2 of a decade is put on it."""
    low, high = low / _HEADROOM, high * _HEADROOM
    under, over = 10.0 ** floor(log10(low) + 1e-9), 10.0 ** ceil(log10(high) - 1e-9)
    low = under if low / under < 2 else low
    high = over if over / high < 2 else high
    return low, high
