# SPDX-License-Identifier: MIT
"""When the screen locks itself, and when the records are closed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE, MovedClock
from tracker.domain.fields import YesNo
from tracker.domain.records import LockPolicy
from tracker.ui.screen_lock import TRIES, ScreenLock, clear_own
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look


@pytest.fixture
def clock():
    return MovedClock()


@pytest.fixture
def lock(qtbot, tmp_path, clock):
    store = clinics.make(tmp_path / "profile")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = ScreenLock(
        Look(), InlineTasks(lambda: store, lambda _: None), replace(CTX, clock=clock), window
    )
    yield made
    if made.is_locked:
        made._open()
    store.close(CLOCK.now())


def beats(lock, clock, seconds, step=5):
    for _ in range(seconds // step):
        clock.instant += timedelta(seconds=step)
        lock.beat(clock.now())


def test_five_minutes_without_a_key_lock_the_screen(lock, clock):
    beats(lock, clock, 295)
    assert not lock.is_locked
    beats(lock, clock, 5)
    assert lock.is_locked


def test_the_clinic_says_after_how_many_minutes(lock, clock):
    lock.set_policy(LockPolicy(idle_minutes=1, pin=YesNo.NO))
    beats(lock, clock, 60)
    assert lock.is_locked


def test_a_key_begins_the_time_anew(lock, clock, qtbot):
    beats(lock, clock, 295)
    lock._active = clock.now()
    beats(lock, clock, 295)
    assert not lock.is_locked


def test_a_computer_that_slept_locks_and_closes_the_records(lock, clock, qtbot):
    with qtbot.waitSignal(lock.close_wanted):
        clock.instant += timedelta(minutes=2)
        lock.beat(clock.now())
    assert lock.is_locked


def test_the_records_are_not_closed_over_a_form_that_is_open(lock, clock, qtbot):
    form = QDialog()
    qtbot.addWidget(form)
    form.show()
    with qtbot.assertNotEmitted(lock.close_wanted):
        clock.instant += timedelta(minutes=2)
        lock.beat(clock.now())
    assert lock.is_locked


def test_twelve_hours_after_the_passphrase_the_records_are_closed(lock, clock, qtbot):
    with qtbot.waitSignal(lock.close_wanted):
        beats(lock, clock, 12 * 3600, step=50)


def test_five_wrong_passphrases_close_the_records(lock, qtbot):
    lock.lock()
    with qtbot.assertNotEmitted(lock.close_wanted):
        for _ in range(TRIES - 1):
            lock._try("not the passphrase of anybody")
    with qtbot.waitSignal(lock.close_wanted):
        lock._try("not the passphrase of anybody")


def test_a_pin_opens_the_screen_five_tries_long_and_the_passphrase_after_that(lock):
    lock._keep_pin("204618")
    lock.lock()
    lock._try("204618")
    assert not lock.is_locked
    lock.lock()
    for _ in range(TRIES - 1):
        lock._try("111111")
    lock._try("204618")
    assert not lock.is_locked
    lock.lock()
    for _ in range(TRIES):
        lock._try("111111")
    lock._try("204618")
    assert lock.is_locked
    lock._try(PASSPHRASE)
    assert not lock.is_locked


class Clipboard:
    """The offscreen desktop never says whose text it is."""

    def __init__(self, is_own):
        self.is_own, self.text = is_own, "Wang Shili"

    def ownsClipboard(self):  # noqa: N802 - as Qt calls it
        return self.is_own

    def clear(self):
        self.text = ""


@pytest.mark.parametrize(("is_own", "left"), [(True, ""), (False, "Wang Shili")])
def test_only_what_the_program_itself_copied_leaves_the_clipboard(is_own, left):
    clipboard = Clipboard(is_own)
    clear_own(clipboard)
    assert clipboard.text == left


def test_a_window_that_opens_behind_the_lock_is_covered_too(lock, qtbot):
    lock.lock()
    late = QDialog()
    qtbot.addWidget(late)
    late.resize(200, 100)
    late.show()
    qtbot.waitUntil(lambda: type(late.childAt(late.rect().center())).__name__ == "_Cover")
