# SPDX-License-Identifier: MIT
"""Reminders around the window: off until asked for, without names, and never needed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, FixedClock, written
from tracker.domain.changes import Changed
from tracker.services import autostart, imports, sidecar
from tracker.store.files import Profile
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.dialogs.calendar_file import CalendarFileDialog
from tracker.ui.dialogs.reminders import RemindersDialog
from tracker.ui.preferences import Preferences
from tracker.ui.reminding import Reminding
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look
from tracker.ui.widgets.press import Press


@pytest.fixture
def store(tmp_path):
    opened = clinics.make(tmp_path / "profile")
    file = written(tmp_path / "small.json", SMALL)
    assert imports.import_file(opened, CTX, path=file).problems == ()
    yield opened
    opened.close(CLOCK.now())


@pytest.fixture
def desk(store, qapp):
    return Desk(Look(), InlineTasks(lambda: store, lambda _store: None), Bus(), CTX)


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def tray(monkeypatch):
    """A desktop with a tray; what it was told."""
    told = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    # a screen that is none has no tray: Qt would warn of it
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, title, text, *_rest: told.append(text)
    )
    return told


@pytest.fixture
def reminding(desk, preferences, tmp_path, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = Reminding(desk, preferences, tmp_path / "profile", window)
    yield made
    made._settled.stop()


def test_nothing_is_shown_until_somebody_asks_for_it(reminding, tray):
    reminding.follow(4)
    assert tray == []


def test_once_it_is_on_a_day_has_one_message_and_it_names_nobody(reminding, tray):
    reminding.set_on(True)
    reminding.follow(4)
    reminding.follow(5)
    assert tray == ["Lines of today's list that wait: 4."]


def test_the_next_day_has_a_message_of_its_own(reminding, tray, desk):
    reminding.set_on(True)
    reminding.follow(4)
    tomorrow = FixedClock(CLOCK.instant.replace(day=27))
    reminding._desk = replace(desk, ctx=replace(CTX, clock=tomorrow))
    reminding.follow(2)
    assert tray == ["Lines of today's list that wait: 4.", "Lines of today's list that wait: 2."]


def test_a_day_on_which_nobody_waits_has_no_message(reminding, tray):
    reminding.set_on(True)
    reminding.follow(0)
    assert tray == []


def test_the_choice_stays_on_this_computer(reminding, preferences, tmp_path):
    reminding.set_on(True)
    preferences.save()
    assert Preferences(tmp_path / "window.ini").shows_reminders


def test_a_desktop_without_a_tray_is_a_normal_desktop(reminding, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    reminding.set_on(True)
    reminding.follow(4)
    assert reminding._tray is None


def test_what_was_saved_is_counted_a_little_later(reminding, desk, store, qtbot):
    file = Profile(store.profile.folder).reminders
    reminding._settled.setInterval(0)
    desk.bus.changed.emit(Changed(frozenset({"dose_event"})))
    assert not file.exists()
    qtbot.waitUntil(file.exists)
    assert sidecar.read(store.profile.folder).ahead.on(CLOCK.today()).today == 1


# The switches


class Scheduler:
    """The system's scheduler, which takes or refuses."""

    def __init__(self):
        self.active = False
        self.refuses = False

    def __call__(self, command):
        verb = command[-2:] if "--now" not in command else command[2]
        if self.refuses and "daemon-reload" in command:
            return 1, "no bus"
        if verb in {"enable", "disable"}:
            self.active = verb == "enable"
        return (0 if self.active or "is-active" not in command else 3), ""


@pytest.fixture
def scheduler(monkeypatch, tmp_path):
    made = Scheduler()
    monkeypatch.setattr(autostart, "run_command", made)
    monkeypatch.setattr(autostart.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return made


@pytest.fixture
def dialog(desk, store, qtbot, scheduler):
    made = RemindersDialog(desk, store.profile.folder, shown=False)
    qtbot.addWidget(made)
    return made


def press(dialog, name):
    found = next(p for p in dialog.findChildren(Press) if p.accessibleName() == name)
    assert found.isEnabled()
    found.click()


def test_a_reminder_is_switched_on_and_off_again(dialog, tmp_path):
    assert dialog._state.text() == "Nobody is reminded."
    dialog._at.setText("07:15")
    press(dialog, "Remind me daily")
    assert dialog._said.text() == "You are reminded daily at 07:15."
    assert dialog._state.text() == "You are reminded daily."
    (timer,) = (tmp_path / "config").rglob("*.timer")
    assert "07:15:00" in timer.read_text()
    press(dialog, "Stop reminding")
    assert dialog._state.text() == "Nobody is reminded."
    assert list((tmp_path / "config").rglob("*.timer")) == []


def test_a_time_that_is_none_changes_nothing(dialog, scheduler):
    dialog._at.setText("half past")
    press(dialog, "Remind me daily")
    assert "Nothing was changed" in dialog._said.text()
    assert not scheduler.active


def test_a_system_that_refuses_is_told_in_the_dialog(dialog, scheduler):
    scheduler.refuses = True
    press(dialog, "Remind me daily")
    assert "said “no bus”" in dialog._said.text()
    assert dialog._state.text() == "Nobody is reminded."


def test_nobody_is_reminded_of_a_demonstration(desk, qtbot):
    dialog = RemindersDialog(desk, None, shown=False)
    qtbot.addWidget(dialog)
    assert "thrown away" in dialog._state.text()
    assert not dialog._schedule.isEnabled()


def test_the_calendar_file_is_written_and_counted(desk, tmp_path, qtbot):
    dialog = CalendarFileDialog(desk)
    qtbot.addWidget(dialog)
    dialog.save(str(tmp_path / "f.ics"))
    assert dialog._said.text().startswith("f.ics, events: 1, 1 new, 0 changed; 0 cancelled.")
    text = Path(tmp_path / "f.ics").read_text("utf-8")
    assert "A-001" not in text
    assert "SUMMARY:dose: …01" in text
