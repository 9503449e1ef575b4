# SPDX-License-Identifier: MIT
"""The two-speed time axis: one order, one inverse, and a window a reader would choose."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.timemap import WINDOW_SHARE, TimeMap, automatic_window, moved

FIRST = date(2018, 11, 1).toordinal()
LAST = date(2024, 12, 1).toordinal()
WINDOW = (FIRST, date(2019, 9, 1).toordinal())


@st.composite
def maps(draw: st.DrawFn) -> TimeMap:
    first = draw(st.integers(730_000, 740_000))
    last = first + draw(st.integers(1, 20_000))
    start = draw(st.integers(first - 50, last))
    window = draw(st.none() | st.just((start, start + draw(st.integers(1, 5_000)))))
    return TimeMap.two_speed(first, last, window)


@given(maps())
def test_later_days_are_always_further_right(time: TimeMap) -> None:
    assert all(a < b for a, b in zip(time.days, time.days[1:], strict=False))
    assert all(a < b for a, b in zip(time.xs, time.xs[1:], strict=False))
    assert (time.xs[0], time.xs[-1]) == (0.0, 1.0)


@given(maps(), st.floats(0, 1))
def test_the_day_under_a_place_is_drawn_at_that_place(time: TimeMap, x: float) -> None:
    assert time.x(time.day(x)) == pytest.approx(x, abs=1e-6)


@given(maps(), st.floats(0, 1))
def test_the_place_of_a_day_names_that_day(time: TimeMap, share: float) -> None:
    day = time.days[0] + share * (time.days[-1] - time.days[0])
    assert time.day(time.x(day)) == pytest.approx(day, abs=1e-3)


@given(maps(), st.integers(600_000, 900_000))
def test_a_day_outside_the_course_is_drawn_at_its_end(time: TimeMap, day: int) -> None:
    assert 0 <= time.x(day) <= 1


def test_the_eventful_months_take_seventy_percent_and_the_rest_says_how_strongly_it_is_compressed() -> (  # noqa: E501
    None
):
    time = TimeMap.two_speed(FIRST, LAST, WINDOW)
    assert time.x(WINDOW[1]) == pytest.approx(WINDOW_SHARE, abs=0.01)
    assert round(time.ratio) == 15
    assert len(time.breaks) == 1


def test_a_window_in_the_middle_has_a_break_on_both_sides() -> None:
    window = (date(2021, 1, 1).toordinal(), date(2021, 9, 1).toordinal())
    time = TimeMap.two_speed(FIRST, LAST, window)
    assert len(time.breaks) == 2
    assert time.window == window
    assert time.in_window(window[0] + 10)
    assert not time.in_window(window[0] - 10)


def test_a_weak_compression_is_not_worth_a_break() -> None:
    window = (FIRST, FIRST + (LAST - FIRST) * 8 // 10)
    assert TimeMap.two_speed(FIRST, LAST, window).breaks == ()


def test_a_sliver_before_the_window_joins_it() -> None:
    start = FIRST + 20
    assert TimeMap.two_speed(FIRST, LAST, (start, start + 300)).window[0] == FIRST


def test_no_time_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="no time"):
        TimeMap.linear(FIRST, FIRST)


# Days of the published case: admission to relapse, immunotherapy, range switch, last contact.
SEED = [
    date(2018, 11, 1), date(2018, 11, 1), date(2018, 11, 1), date(2018, 11, 26),
    date(2018, 11, 30), date(2018, 12, 1), date(2019, 1, 1), date(2019, 2, 1),
    date(2019, 3, 29), date(2019, 4, 1), date(2019, 4, 1), date(2019, 4, 3),
    date(2019, 4, 4), date(2019, 4, 8), date(2019, 4, 15), date(2019, 5, 1),
    date(2019, 8, 1), date(2024, 11, 1), date(2024, 11, 1),
]  # fmt: skip


def test_the_window_of_the_seed_case_runs_from_admission_to_the_range_switch() -> None:
    found = automatic_window([day.toordinal() for day in SEED], FIRST, LAST)
    assert found == WINDOW


def test_evenly_spaced_doses_need_no_window() -> None:
    assert automatic_window(range(FIRST, LAST, 21), FIRST, LAST) is None


def test_a_course_below_two_years_has_no_break() -> None:
    assert automatic_window([FIRST, FIRST + 5, FIRST + 600], FIRST, FIRST + 700) is None


def test_a_course_without_events_has_no_window() -> None:
    assert automatic_window([], FIRST, LAST) is None


@given(st.lists(st.integers(FIRST, LAST - 1), min_size=1), st.integers(-40, 40))
def test_a_moved_window_keeps_its_length_and_stays_inside(days: list[int], steps: int) -> None:
    window = automatic_window(days, FIRST, LAST) or (FIRST + 10, FIRST + 375)
    start, end = moved(window, steps, FIRST, LAST)
    assert end - start == window[1] - window[0]
    assert start >= FIRST
    assert end <= LAST
