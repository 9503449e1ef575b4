# SPDX-License-Identifier: MIT
"""The working date turns at midnight, after sleep, and when the clock is set."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.clinics import MovedClock
from tracker.ui.day_watch import DayWatch, until_midnight


@pytest.fixture
def clock():
    return MovedClock(datetime(2024, 11, 26, 23, 59, 30, tzinfo=UTC))


@pytest.fixture
def watch(clock, qapp):
    made = DayWatch(clock, qapp)
    yield made
    made.deleteLater()


def turns(watch):
    seen = []
    watch.turned.connect(lambda before, now: seen.append((before, now)))
    return seen


def test_midnight_is_waited_for_and_never_longer_than_ten_minutes(watch, clock):
    (timer,) = watch.findChildren(QTimer)
    assert 30_000 < timer.interval() <= 32_000
    clock.instant = datetime(2024, 11, 26, 9, 0, tzinfo=UTC)
    watch.look()
    assert timer.interval() <= 601_000


def test_the_new_day_is_said_once(watch, clock):
    seen = turns(watch)
    watch.look()
    clock.instant += timedelta(minutes=1)
    watch.look()
    watch.look()
    assert seen == [(date(2024, 11, 26), date(2024, 11, 27))]


def test_after_sleep_the_day_is_asked_for_when_somebody_comes_back(watch, clock):
    seen = turns(watch)
    clock.instant += timedelta(days=5)  # the timer stood still
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert seen == [(date(2024, 11, 26), date(2024, 12, 1))]


def test_a_clock_that_is_set_back_is_noticed(watch, clock):
    seen = turns(watch)
    clock.instant -= timedelta(days=40)
    watch.look()
    assert seen[0][1] < seen[0][0]


def test_the_day_is_that_of_the_clinic_whatever_the_time_zone(clock):
    clock.instant = datetime(2024, 11, 26, 23, 0, tzinfo=timezone(timedelta(hours=8)))
    assert until_midnight(clock.now()) == timedelta(hours=1)
