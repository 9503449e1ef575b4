# SPDX-License-Identifier: MIT
"""Ids of the demonstration data: UUIDv7 like all others, the same in every run."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from tracker.store.ids import Ids

_FIRST_INSTANT = datetime(2024, 11, 26, tzinfo=UTC)
_FLOAT_BITS = 52


class DemoIds:
    """Rising ids, one millisecond apart; one sequence for each ``seed``."""

    def __init__(self, seed: str) -> None:
        # random() is the one method that gives the same numbers on every Python
        chance = Random(seed)
        self._ids = Ids(lambda bits: int(chance.random() * 2**_FLOAT_BITS) << bits - _FLOAT_BITS)
        self._at = _FIRST_INSTANT

    def new(self) -> UUID:
        """The next id."""
        self._at += timedelta(milliseconds=1)
        return self._ids.new(self._at)
