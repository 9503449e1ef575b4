# SPDX-License-Identifier: MIT
"""What each operating system is told: read back as that system reads it."""

import plistlib
import shutil
import subprocess
import sys
from datetime import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tracker.services import autostart, notification

NAMESPACE = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
ODD = Path("/srv/Klinik Süd & 100 %/$profile/数据")


def made(platform, tmp_path, profile=ODD, **options):
    return autostart.task(profile, time(7, 5), platform=platform, home=tmp_path, **options)


def units(task):
    return {file.suffix: content.decode() for file, content in task.files.items()}


def test_two_profiles_have_a_reminder_each(tmp_path):
    names = {made("linux", tmp_path, Path(f"/srv/{clinic}")).name for clinic in ("a", "b")}
    assert len(names) == 2


def test_linux_makes_up_for_days_off(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    task = made("linux", tmp_path)
    assert "OnCalendar=*-*-* 07:05:00\nPersistent=true\n" in units(task)[".timer"]
    assert {file.parent for file in task.files} == {tmp_path / ".config/systemd/user"}


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
@pytest.mark.parametrize("profile", [Path("/srv/clinic"), ODD, Path("""/srv/a"b\\c'd;e""")])
def test_systemd_accepts_the_units(tmp_path, profile):
    task = made("linux", tmp_path, profile)
    for file, content in task.files.items():
        (tmp_path / file.name).write_bytes(content)
    timer = next(tmp_path / file.name for file in task.files if file.suffix == ".timer")
    for file in (timer, timer.with_suffix(".service")):
        done = subprocess.run(
            ["systemd-analyze", "--user", "verify", str(file)],
            capture_output=True,
            text=True,
            check=False,
        )
        said = [line for line in done.stderr.splitlines() if task.name in line]
        assert (done.returncode, said) == (0, [])


def test_windows_starts_it_at_logon_daily_and_when_it_was_missed(tmp_path, monkeypatch):
    monkeypatch.setenv("USERDOMAIN", "CLINIC")
    monkeypatch.setattr("getpass.getuser", lambda: "n&n")
    (content,) = made("win32", tmp_path).files.values()
    root = ElementTree.fromstring(content.decode("utf-16"))

    def text(path):
        return root.find(path, NAMESPACE).text

    assert text("t:Triggers/t:LogonTrigger/t:UserId") == "CLINIC\\n&n"
    assert text("t:Triggers/t:CalendarTrigger/t:StartBoundary").endswith("T07:05:00")
    assert text("t:Settings/t:StartWhenAvailable") == "true"
    assert text("t:Settings/t:DisallowStartIfOnBatteries") == "false"
    assert text("t:Principals/t:Principal/t:RunLevel") == "LeastPrivilege"
    words = ["-m", "tracker", "--profile", str(ODD), "remind"]
    assert text("t:Actions/t:Exec/t:Arguments") == subprocess.list2cmdline(words)


def test_macos_runs_it_at_login_and_daily(tmp_path):
    (content,) = made("darwin", tmp_path).files.values()
    agent = plistlib.loads(content)
    assert agent["RunAtLoad"] is True
    assert agent["StartCalendarInterval"] == {"Hour": 7, "Minute": 5}
    assert agent["ProgramArguments"][1:] == ["-m", "tracker", "--profile", str(ODD), "remind"]


def test_a_source_run_starts_this_python_and_a_package_starts_itself(tmp_path, monkeypatch):
    assert autostart.own_command("linux") == [sys.executable, "-m", "tracker"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program = tmp_path / "tracker.exe"
    monkeypatch.setattr(sys, "executable", str(program))
    assert autostart.own_command("linux") == [str(program)]
    assert autostart.own_command("win32") == [str(program)]
    (tmp_path / "tracker-gui.exe").touch()
    assert autostart.own_command("win32") == [str(tmp_path / "tracker-gui.exe")]


class System:
    """A scheduler that remembers what it was told and answers as wanted."""

    def __init__(self, codes=()):
        self.codes = dict(codes)
        self.told = []

    def __call__(self, command):
        self.told.append(tuple(command))
        return self.codes.get(command[1], 0), "said"


def test_windows_keeps_its_own_copy_and_no_file_stays_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TEMP", str(tmp_path))
    task = made("win32", tmp_path)
    system = System()
    autostart.install(task, system)
    assert system.told[-1][:3] == ("schtasks", "/Create", "/F")
    assert list(tmp_path.iterdir()) == []
    assert autostart.is_active(task, system)


def test_macos_ends_the_old_agent_before_a_new_one(tmp_path):
    task = made("darwin", tmp_path)
    system = System()
    autostart.install(task, system)
    autostart.install(task, system)
    verbs = [command[1] for command in system.told]
    assert verbs == ["bootstrap", "print", "bootout", "bootstrap"]


def test_a_refusal_tells_what_the_system_said(tmp_path):
    task = made("darwin", tmp_path)
    with pytest.raises(autostart.NoScheduler, match="said “said”"):
        autostart.install(task, System({"bootstrap": 5}))
    assert not any(file.exists() for file in task.files)


def test_a_reminder_that_cannot_be_ended_is_told(tmp_path):
    task = made("darwin", tmp_path)
    system = System()
    autostart.install(task, system)
    with pytest.raises(autostart.NoScheduler, match="still has the reminder"):
        autostart.remove(task, system)


def test_nothing_in_a_sentence_is_read_as_an_option_or_a_program():
    said = '--help "; rm -rf ~ <b>$(x)</b>'
    notify, gdbus = notification.commands("linux", "T", said)
    assert notify[notify.index("--") + 1 :] == ["T", said.replace("<", "&lt;").replace(">", "&gt;")]
    assert gdbus[-4].startswith('"--help \\"; rm')
    (mac,) = notification.commands("darwin", "T", said)
    assert mac[-1] == said
    (windows,) = notification.commands("win32", "T", said)
    assert all(said not in word for word in windows)
