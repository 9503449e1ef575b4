# SPDX-License-Identifier: MIT
"""Ids of records."""

from datetime import UTC, datetime, timedelta

from tracker.store.ids import Ids

AT = datetime(2024, 11, 26, 9, 0, tzinfo=UTC)


def test_an_id_is_a_uuid_of_version_7_that_says_when_it_was_made():
    made = Ids().new(AT)
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert made.int >> 80 == int(AT.timestamp() * 1000)


def test_ids_rise_within_a_millisecond_and_when_the_clock_goes_back():
    ids = Ids()
    made = [ids.new(AT) for _ in range(1000)] + [ids.new(AT - timedelta(days=1))]
    assert made == sorted(set(made))


def test_the_same_randomness_gives_the_same_ids():
    assert Ids(lambda bits: bits).new(AT) == Ids(lambda bits: bits).new(AT)
    assert Ids().new(AT) != Ids().new(AT)
