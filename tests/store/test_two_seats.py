# SPDX-License-Identifier: MIT
"""Two people at one record, in every order in which their reading and writing can interleave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

import pytest

from tests.store.conftest import add, make_store
from tests.store.foundation import NOW
from tracker.domain.envelope import Stamp, Stored
from tracker.domain.errors import Conflict
from tracker.domain.records import ReferenceRange
from tracker.domain.records.base import build
from tracker.store.store import Store

STEPS = ("read", "write", "read", "write", "write", "read")
"""What each of the two does, one after the other: the third write is without reading again."""

RANGE = {"analyte": "SCC", "limits": "<1.5", "unit": "ng/mL"}


@dataclass
class Seat:
    """One person, with the record as it was read last."""

    name: str
    store: Store
    read: Stored[ReferenceRange]

    def do(self, step: str, n: int) -> str | None:
        """One step; returns the text that was stored, if any."""
        if step == "read":
            self.read = self.store.get(ReferenceRange, None, self.read.id)
            return None
        limits = f"<{2 + n}.{1 if self.name == 'first' else 2}"
        stamp = Stamp(NOW + timedelta(seconds=n), self.name, "data-manager", limits)
        with self.store.unit(stamp) as unit:
            unit.amend(self.read, build(ReferenceRange, RANGE | {"limits": limits}))
        return limits


def interleavings() -> Iterator[tuple[bool, ...]]:
    """Every order of the steps of both: 924 for six steps each."""
    both = 2 * len(STEPS)
    for firsts in combinations(range(both), len(STEPS)):
        yield tuple(place in firsts for place in range(both))


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    opened = make_store(tmp_path_factory.mktemp("profile"))
    opened._db.execute_sql("PRAGMA synchronous = OFF")  # the order counts here, not the power
    yield opened
    opened.close(NOW)


@pytest.mark.slow
def test_in_no_order_does_one_of_two_seats_write_over_what_it_has_not_read(shared_store):
    store, orders = shared_store, 0
    for order in interleavings():
        orders += 1
        first = add(store, "reference_range", **RANGE)
        seats = {True: Seat("first", store, first), False: Seat("second", store, first)}
        steps = {True: iter(STEPS), False: iter(STEPS)}
        newest, kept = 1, ["<1.5"]
        for n, whose in enumerate(order):
            seat, step = seats[whose], next(steps[whose])
            is_stale = seat.read.revision != newest
            try:
                stored = seat.do(step, n)
            except Conflict:
                assert is_stale, order
            else:
                if stored:
                    assert not is_stale, order
                    newest, kept = newest + 1, [*kept, stored]
        history = store.history("reference_range", first.id)
        assert [each.content["limits"] for each in history] == kept
        assert [each.revision for each in history] == list(range(1, newest + 1))
        assert store.get(ReferenceRange, None, first.id).record.limits.text == kept[-1]
    assert orders == 924
