# SPDX-License-Identifier: MIT
"""Counts per day: what they say days later, and when they say nothing any more."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.ahead import HORIZON, OLDEST, Ahead, Standing

TUESDAY = date(2024, 11, 26)


def counted(*offsets, undated=0):
    days = [TUESDAY + timedelta(days=n) for n in offsets]
    return Ahead.counted(TUESDAY, [*days, *[None] * undated])


def test_at_least_ninety_days_are_counted():
    assert HORIZON >= 90
    assert counted(90).days == {TUESDAY + timedelta(days=90): 1}


def test_what_was_due_yesterday_is_overdue_today():
    ahead = counted(0, 0, 1)
    assert ahead.on(TUESDAY) == Standing(today=2, overdue=0, missed=0, undated=0)
    assert ahead.on(TUESDAY + timedelta(days=1)) == Standing(1, 2, 0, 0)


def test_after_five_days_off_everything_that_fell_due_in_between_is_told_once():
    ahead = counted(-3, 1, 2, 5)
    back = TUESDAY + timedelta(days=5)
    assert ahead.on(back, told=TUESDAY) == Standing(today=1, overdue=3, missed=2, undated=0)


def test_a_hold_without_a_recheck_day_keeps_waiting_without_a_day():
    assert counted(undated=1).on(TUESDAY + timedelta(days=9)) == Standing(0, 0, 0, 1)


def test_counts_older_than_fourteen_days_say_nothing_not_even_zero():
    ahead = counted()
    assert ahead.on(TUESDAY + timedelta(days=OLDEST)).is_quiet
    with pytest.raises(ValueError, match="do not hold"):
        ahead.on(TUESDAY + timedelta(days=OLDEST + 1))


def test_counts_of_the_future_say_nothing():
    with pytest.raises(ValueError, match="do not hold"):
        counted(0).on(TUESDAY - timedelta(days=1))


@given(
    st.lists(st.none() | st.integers(-400, HORIZON), max_size=30),
    st.integers(0, OLDEST),
    st.integers(0, OLDEST),
)
def test_no_open_thing_is_lost_or_told_twice(offsets, day, told):
    ahead = counted(*(n for n in offsets if n is not None), undated=offsets.count(None))
    standing = ahead.on(TUESDAY + timedelta(days=day), TUESDAY + timedelta(days=told))
    later = sum(n is not None and n > day for n in offsets)
    assert standing.today + standing.overdue + standing.undated + later == len(offsets)
    assert standing.missed == sum(n is not None and told < n < day for n in offsets)
