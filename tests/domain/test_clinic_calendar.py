# SPDX-License-Identifier: MIT
"""The clinic's calendar: a closed day is named, and the open days around it are offered."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import day
from tracker.domain.clinic_calendar import (
    FARTHEST,
    ClinicCalendar,
    ClosedDay,
    ClosedPeriod,
    Closure,
)

SPRING = {day("2024-02-10"): "Chinese New Year", day("2024-02-12"): "Chinese New Year"}
CALENDAR = ClinicCalendar(holiday=SPRING.get)


def test_nothing_is_offered_for_an_open_day():
    assert CALENDAR.shift_offers(day("2024-11-26")) is None


def test_a_weekend_offers_the_friday_and_the_monday():
    offer = CALENDAR.shift_offers(day("2024-11-30"))
    assert (offer.before, offer.after) == (day("2024-11-29"), day("2024-12-02"))
    assert offer.reason == ClosedDay(Closure.WEEKDAY)


def test_a_holiday_beside_a_weekend_offers_days_outside_both():
    offer = CALENDAR.shift_offers(day("2024-02-12"))  # Monday, the second of two
    assert (offer.before, offer.after) == (day("2024-02-09"), day("2024-02-13"))
    assert offer.reason == ClosedDay(Closure.HOLIDAY, "Chinese New Year")


def test_the_clinics_own_closing_is_named_before_holiday_and_weekday():
    own = ClosedPeriod(day("2024-02-08"), day("2024-02-17"), "new ward")
    offer = ClinicCalendar(holiday=SPRING.get, closed=(own,)).shift_offers(day("2024-02-10"))
    assert offer.reason == ClosedDay(Closure.CLOSED, "new ward")
    assert (offer.before, offer.after) == (day("2024-02-07"), day("2024-02-19"))


def test_a_clinic_that_works_on_saturdays_is_open_then():
    saturdays = ClinicCalendar(weekdays=frozenset({1, 5}))
    assert saturdays.shift_offers(day("2024-11-30")) is None
    assert saturdays.shift_offers(day("2024-11-29")).after == day("2024-11-30")


def test_a_clinic_that_is_always_closed_offers_no_day():
    offer = ClinicCalendar(weekdays=frozenset()).shift_offers(day("2024-11-26"))
    assert (offer.before, offer.after) == (None, None)


@given(st.dates(), st.frozensets(st.integers(0, 6)), st.sets(st.integers(-9, 9)))
def test_offered_days_are_open_and_the_nearest(asked, weekdays, off):
    off_days = {asked + timedelta(n) for n in off if _possible(asked, n)}
    calendar = ClinicCalendar(
        weekdays=weekdays, holiday=lambda each: "x" if each in off_days else None
    )
    offer = calendar.shift_offers(asked)
    assert (offer is None) == (calendar.closed_on(asked) is None)
    for found, step in ((offer.before, -1), (offer.after, 1)) if offer else ():
        between = range(1, FARTHEST + 1 if found is None else abs((found - asked).days))
        assert all(
            calendar.closed_on(asked + timedelta(n * step))
            for n in between
            if _possible(asked, n * step)
        )
        assert found is None or calendar.closed_on(found) is None


def _possible(start: date, days: int) -> bool:
    return date.min - start <= timedelta(days) <= date.max - start
