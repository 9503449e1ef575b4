# SPDX-License-Identifier: MIT
"""Ids of records: UUIDv7 (RFC 9562), so that the rows of a chart stay together and in order."""

from collections.abc import Callable
from datetime import datetime
from secrets import randbits
from uuid import UUID

_RANDOM_BITS = 74
_VERSION_AND_VARIANT = 7 << 76 | 2 << 62


class Ids:
    """Gives out ids that rise, also within one millisecond and when the clock goes back.

    Args:
        random: ``random(n)`` returns an integer of ``n`` random bits; tests seed it.
    """

    def __init__(self, random: Callable[[int], int] = randbits) -> None:
        self._random = random
        self._last = 0

    def new(self, at: datetime) -> UUID:
        """The next id for the instant ``at``."""
        fresh = int(at.timestamp() * 1000) << _RANDOM_BITS | self._random(_RANDOM_BITS)
        self._last = max(fresh, self._last + 1)
        head, tail = self._last >> 62, self._last & (1 << 62) - 1
        milliseconds, twelve_bits = head >> 12, head & 0xFFF
        return UUID(int=milliseconds << 80 | twelve_bits << 64 | tail | _VERSION_AND_VARIANT)
