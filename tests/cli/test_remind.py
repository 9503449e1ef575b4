# SPDX-License-Identifier: MIT
"""``tracker remind``: what it says on which day, what the desktop shows, what the system is told.

The desktop and the scheduler are small programs on the PATH that write down how they were called.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests import clinics
from tests.cli.terminal import DONE, REFUSED, USAGE
from tests.clinics import CLOCK, CTX, own_id, patient, record, written
from tracker.cli_remind import NOT_SHOWN
from tracker.services import imports, profiles
from tracker.store.files import Profile


@pytest.fixture
def on_path(tmp_path, monkeypatch):
    """Only these programs exist; each writes its arguments into a file of its name."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def put(name, code=0):
        program = folder / name
        log = folder / f"{name}.log"
        program.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$@" >> {shlex.quote(str(log))}\nexit {code}\n'
        )
        program.chmod(0o755)
        return lambda: log.read_text("utf-8").splitlines() if log.exists() else []

    return put


@pytest.fixture
def clinic(tracker):
    """The small clinic, last closed on Tuesday 26 November 2024, a dose of A-001 due that day."""
    store = clinics.opened(tracker.folder)
    profiles.close(store, CLOCK, backup=False)
    return tracker


def remind(terminal, day):
    return terminal("remind", "--on", day)


def test_the_count_of_the_day_is_said_and_shown(clinic, on_path):
    shown = on_path("notify-send")
    code, out, err = remind(clinic, "2024-11-26")
    assert (code, err) == (DONE, "")
    assert out == "Due today: 1. Overdue: 0. As recorded on 2024-11-26.\n"
    assert shown()[-2:] == ["Follow-up Tracker", out.strip()]
    assert not any("A-001" in word or "王" in word for word in shown())


def test_it_needs_no_passphrase_and_no_database(clinic, on_path, monkeypatch):
    on_path("notify-send")
    monkeypatch.delenv("TRACKER_PASSPHRASE")
    profile = Profile(clinic.folder)
    for file in (profile.database, profile.keyring, profile.head):
        file.unlink()
    assert remind(clinic, "2024-11-27")[0] == DONE


def test_five_days_off_are_made_up_for(clinic, on_path, tmp_path):
    on_path("notify-send")
    more = clinics.document(
        patient(
            60,
            "A-003",
            record("course", 61, {"regimen": "X", "therapy": "immunotherapy", "start": "2024-11"}),
            record("plan_segment", 62, {"course": own_id(61), "interval_days": "21"}),
            record(
                "dose_event", 63, {"course": own_id(61), "date": "2024-11-08", "action": "given"}
            ),
        )
    )
    store = clinics.opened(clinic.folder)
    taken = imports.import_file(store, CTX, path=written(tmp_path / "more.json", more))
    assert taken.problems == ()
    profiles.close(store, CLOCK, backup=False)
    assert "Due today: 1. Overdue: 0." in remind(clinic, "2024-11-26")[1]
    said = remind(clinic, "2024-12-01")[1]
    assert "Due today: 0. Overdue: 2." in said
    assert "Fell due since the last reminder on 2024-11-26: 1." in said
    assert "Fell due since" not in remind(clinic, "2024-12-02")[1]


def test_fifteen_days_without_the_program_ask_to_open_it_and_count_nothing(clinic, on_path):
    shown = on_path("notify-send")
    assert remind(clinic, "2024-12-10")[0] == DONE
    code, out, err = remind(clinic, "2024-12-11")
    assert (code, out) == (REFUSED, "")
    assert err.startswith("Open the program: ")
    assert "Due today" not in err
    assert shown()[-1] == err.strip()


def test_a_clock_that_went_back_is_told(clinic, on_path):
    on_path("notify-send")
    code, _out, err = remind(clinic, "2024-11-25")
    assert code == REFUSED
    assert "The clock of this computer or the file is wrong." in err


def test_a_missing_file_is_told_and_shown(clinic, on_path):
    shown = on_path("notify-send")
    Profile(clinic.folder).reminders.unlink()
    code, out, err = remind(clinic, "2024-11-26")
    assert (code, out) == (REFUSED, "")
    assert "What is due is not known: open the program" in err
    assert shown()[-1] == err.strip()


def test_a_quiet_day_disturbs_nobody(template_clinic, on_path):
    shown = on_path("notify-send")
    code, out, _err = remind(template_clinic, "2024-11-26")
    assert (code, out) == (DONE, "Nothing is due or overdue. As recorded on 2024-11-26.\n")
    assert shown() == []


@pytest.fixture
def template_clinic(tmp_path, tracker):
    """A clinic without patients, closed."""
    tracker.folder = tmp_path / "empty"
    profiles.close(clinics.make(tracker.folder), CLOCK, backup=False)
    return tracker


def test_the_same_day_is_shown_once(clinic, on_path):
    shown = on_path("notify-send")
    remind(clinic, "2024-11-26")
    once = shown()
    assert remind(clinic, "2024-11-26")[0] == DONE
    assert shown() == once


def test_without_a_desktop_it_is_said_with_an_exit_code_of_its_own(clinic, on_path):
    on_path("notify-send", code=1)
    code, out, err = remind(clinic, "2024-11-26")
    assert (code, err) == (NOT_SHOWN, "No desktop took the notification.\n")
    assert "Due today: 1." in out
    assert remind(clinic, "2024-11-26")[0] == NOT_SHOWN  # tried again, not taken for shown


def test_the_message_bus_is_asked_where_there_is_no_notify_send(clinic, on_path):
    asked = on_path("gdbus")
    assert remind(clinic, "2024-11-26")[0] == DONE
    assert '"Due today: 1. Overdue: 0. As recorded on 2024-11-26."' in asked()


def test_the_words_of_the_window_are_used(clinic, on_path):
    shown = on_path("notify-send")
    store = clinics.opened(clinic.folder)
    from tracker.services import sidecar

    sidecar.write(store, CLOCK, {"Due today: {n}.": "今日到期：{n}。"})
    store.close(CLOCK.now())
    assert "今日到期：1。" in remind(clinic, "2024-11-26")[1]
    assert "今日到期：1。" in shown()[-1]


def test_a_note_of_the_future_is_not_taken_for_the_last_reminder(clinic, on_path):
    on_path("notify-send")
    remind(clinic, "2024-12-09")
    assert "Fell due since" not in remind(clinic, "2024-11-28")[1]


def test_the_demonstration_has_no_reminder(tracker):
    code, _out, err = tracker.bare("--demo", "remind")
    assert (code, err) == (REFUSED, "The demonstration has no reminder.\n")


def test_one_run_loads_no_window_and_takes_no_key(clinic):
    """A fresh process, as the scheduler starts it."""
    script = (
        "import sys; from tracker import cli;"
        "code = cli.main(sys.argv[1:]); print(sorted(m for m in sys.modules if 'PySide6' in m"
        " or m in {'numpy', 'pyqtgraph', 'icalendar', 'holidays'})); sys.exit(code)"
    )
    command = [sys.executable, "-c", script, "--profile", str(clinic.folder), "remind"]
    done = subprocess.run(
        [*command, "--on", "2024-11-26"],
        capture_output=True,
        check=False,
        text=True,
        env={"PATH": "", "LANG": "C.UTF-8"},
        timeout=60,
    )
    assert done.returncode == NOT_SHOWN, done.stderr
    assert done.stdout.splitlines() == [
        "Due today: 1. Overdue: 0. As recorded on 2024-11-26.",
        "[]",
    ]


# The scheduler


def units():
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "systemd" / "user"
    return sorted(file.name for file in folder.glob("*"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd is of Linux")
class TestSystemd:
    def test_installing_writes_the_units_and_starts_the_timer(self, clinic, on_path):
        told = on_path("systemctl")
        code, out, _err = clinic("remind", "--install", "--at", "07:30")
        assert (code, "daily at 07:30" in out) == (DONE, True)
        service, timer = units()
        assert service.endswith(".service")
        assert told()[-4:] == ["--user", "enable", "--now", timer]
        assert clinic("remind", "--status")[0] == DONE

    def test_removing_leaves_no_unit(self, clinic, on_path):
        on_path("systemctl")
        clinic("remind", "--install")
        on_path("systemctl", code=3)  # not active any more
        assert clinic("remind", "--remove")[0] == DONE
        assert units() == []
        assert clinic("remind", "--status")[0] == REFUSED

    def test_a_scheduler_that_refuses_leaves_nothing_behind(self, clinic, on_path):
        on_path("systemctl", code=1)
        code, _out, err = clinic("remind", "--install")
        assert code == REFUSED
        assert "Nothing is scheduled." in err
        assert units() == []

    def test_a_system_without_a_scheduler_is_told(self, clinic, on_path):
        code, _out, err = clinic("remind", "--install")
        assert code == REFUSED
        assert "This system did not take the reminder: systemctl" in err
        assert units() == []

    def test_the_status_tells_the_last_run(self, clinic, on_path):
        on_path("notify-send")
        remind(clinic, "2024-11-26")
        out = clinic("remind", "--status")[1]
        assert "not scheduled" in out
        assert "Last run 2024-11-26 (shown on the desktop): Due today: 1." in out


def test_a_time_that_is_none_is_wrong_usage(tracker):
    assert tracker("remind", "--install", "--at", "25:00")[0] == USAGE
