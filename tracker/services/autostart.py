# SPDX-License-Identifier: MIT
"""Has the operating system start ``tracker remind`` daily: install, look, remove. Per user.

The definitions are templates in packaging/autostart. A task belongs to one profile, so that two
clinics of one account do not replace each other's.
"""

import getpass
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from html import escape
from pathlib import Path
from typing import Final

from tracker import paths
from tracker.domain.errors import UserError
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.faults import named_faults
from tracker.store.files import replace_file

USUAL_TIME: Final = time(8, 0)
_PATIENCE: Final = 60  # seconds

Command = Sequence[str]
Run = Callable[[Command], tuple[int, str]]
"""Runs a command of the system; gives its exit code and what it said."""


class NoScheduler(UserError):
    """The system's scheduler is not there or refused; nothing is scheduled."""


@dataclass(frozen=True, slots=True)
class Task:
    """A reminder as one operating system knows it.

    Attributes:
        name: unique for each profile of a user.
        files: what the scheduler reads.
        kept: whether the files must stay where they are while the task exists.
        start: commands that make it active, in order.
        stop: commands that end it.
        ask: succeeds while it is active.
    """

    name: str
    files: Mapping[Path, bytes]
    kept: bool
    start: tuple[Command, ...]
    stop: tuple[Command, ...]
    ask: Command


def own_command(platform: str = sys.platform) -> list[str]:
    """How this very program is started without a console: frozen, installed, or from source."""
    program = Path(sys.executable)
    if paths.is_frozen():
        return [str(_beside(program, "tracker-gui.exe") if platform == "win32" else program)]
    if platform == "win32":
        program = _beside(program, "pythonw.exe")
    return [str(program), "-m", "tracker"]


def task(
    profile: Path,
    at: time = USUAL_TIME,
    *,
    platform: str = sys.platform,
    home: Path | None = None,
    command: Command | None = None,
) -> Task:
    """The reminder of a profile, daily at a time of day.

    Args:
        profile: folder with the clinic's data.
        at: local time; hours and minutes count.
        platform: as ``sys.platform`` names it.
        home: of the user; for Linux the configuration folder is asked of the environment.
        command: how the program is started.
    """
    folder = profile.absolute()
    name = f"followup-tracker-{hashlib.sha256(str(folder).encode()).hexdigest()[:8]}"
    words = [*(command or own_command(platform)), "--profile", str(folder), "remind"]
    make = {"win32": _windows, "darwin": _macos}.get(platform, _linux)
    return make(name, words, at, home or Path.home())


def install(wanted: Task, run: Run | None = None) -> None:
    """Writes the definition and makes it active; an earlier one of the profile is replaced.

    Raises:
        NoScheduler: the system has no scheduler for users, or refused. Nothing is left behind.
        StorageFault: the definition could not be written.
    """
    run = run or run_command
    if is_active(wanted, run):  # a changed definition is read by a new start only
        _run_all(wanted.stop, run)
    try:
        with named_faults():
            for file, content in wanted.files.items():
                file.parent.mkdir(parents=True, exist_ok=True)
                replace_file(file, content)
        for command in wanted.start:
            code, said = run(command)
            if code:
                raise _refused(command, said)
    except UserError:
        _forget(wanted)
        raise
    if not wanted.kept:
        _forget(wanted)


def is_active(wanted: Task, run: Run | None = None) -> bool:
    """Whether the system will start the reminder."""
    if wanted.kept and not all(file.exists() for file in wanted.files):
        return False
    try:
        code, _said = (run or run_command)(wanted.ask)
    except NoScheduler:
        return False
    return code == 0


def remove(wanted: Task, run: Run | None = None) -> None:
    """Ends the reminder and removes its definition; one that is not there is no error.

    Raises:
        NoScheduler: the system still has it. Its files are gone: it ends at the latest when
            the user logs in again.
    """
    run = run or run_command
    if not is_active(wanted, run) and not any(file.exists() for file in wanted.files):
        return
    said = _run_all(wanted.stop, run)
    _forget(wanted)
    if run(wanted.ask)[0] == 0:
        raise _still_there(said)


def run_command(command: Command) -> tuple[int, str]:
    """Runs a program of the system.

    Raises:
        NoScheduler: there is no such program, or it does not answer.
    """
    program = shutil.which(command[0])
    if program is None:
        raise _refused(command, "")
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603 - the system's own scheduler, words as arguments
            [program, *command[1:]],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            creationflags=hidden,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _refused(command, str(error)) from error
    return done.returncode, (done.stderr or done.stdout).decode(errors="replace").strip()


# One definition for each system


def _linux(name: str, words: list[str], at: time, home: Path) -> Task:
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "systemd" / "user"
    values = {
        "folder": paths.program_folder().as_posix().replace("%", "%%"),
        "command": " ".join(map(_systemd_word, words)),
        "at": f"{at:%H:%M}",
    }
    files = {
        folder / f"{name}{end}": _filled(f"linux/reminder{end}", values).encode()
        for end in (".service", ".timer")
    }
    systemctl, timer = ("systemctl", "--user"), f"{name}.timer"
    return Task(
        name,
        files,
        kept=True,
        start=((*systemctl, "daemon-reload"), (*systemctl, "enable", "--now", timer)),
        stop=((*systemctl, "disable", "--now", timer), (*systemctl, "daemon-reload")),
        ask=(*systemctl, "is-active", "--quiet", timer),
    )


def _windows(name: str, words: list[str], at: time, home: Path) -> Task:
    user = getpass.getuser()
    domain = os.environ.get("USERDOMAIN")
    values = {
        "user": escape(f"{domain}\\{user}" if domain else user, quote=False),
        "at": f"{at:%H:%M}",
        "program": escape(words[0], quote=False),
        "arguments": escape(subprocess.list2cmdline(words[1:]), quote=False),
        "folder": escape(str(paths.program_folder()), quote=False),
    }
    file = Path(os.environ.get("TEMP") or home) / f"{name}.xml"
    path = f"\\Follow-up Tracker\\{name}"
    return Task(
        name,
        {file: _filled("windows/reminder.xml", values).encode("utf-16")},
        kept=False,  # the scheduler keeps a copy of its own
        start=(("schtasks", "/Create", "/F", "/TN", path, "/XML", str(file)),),
        stop=(("schtasks", "/Delete", "/F", "/TN", path),),
        ask=("schtasks", "/Query", "/TN", path),
    )


def _macos(name: str, words: list[str], at: time, home: Path) -> Task:
    values = {
        "name": escape(name, quote=False),
        "words": "\n".join(f"    <string>{escape(word, quote=False)}</string>" for word in words),
        "folder": escape(str(paths.program_folder()), quote=False),
        "hour": str(at.hour),
        "minute": str(at.minute),
    }
    file = home / "Library/LaunchAgents" / f"{name}.plist"
    domain = f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"
    return Task(
        name,
        {file: _filled("macos/reminder.plist", values).encode()},
        kept=True,
        start=(("launchctl", "bootstrap", domain, str(file)),),
        stop=(("launchctl", "bootout", f"{domain}/{name}"),),
        ask=("launchctl", "print", f"{domain}/{name}"),
    )


def _filled(template: str, values: Mapping[str, str]) -> str:
    text = (paths.autostart() / template).read_text("utf-8")
    return re.sub(r"@(\w+)@", lambda found: values[found[1]], text)


def _systemd_word(word: str) -> str:
    """A word of ExecStart=: quoted, with specifiers and variables taken literally."""
    plain = word.replace("%", "%%").replace("$", "$$")
    if shlex.quote(plain) == plain:
        return plain
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _beside(program: Path, name: str) -> Path:
    other = program.with_name(name)
    return other if other.exists() else program


def _run_all(commands: Sequence[Command], run: Run) -> str:
    """Runs them all, whatever each of them answers; gives what they said."""
    return " ".join(said for _code, said in map(run, commands) if said)


def _forget(wanted: Task) -> None:
    with named_faults():
        for file in wanted.files:
            file.unlink(missing_ok=True)


def _refused(command: Command, said: str) -> NoScheduler:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "This system did not take the reminder: {command} said “{said}”. Nothing is scheduled. "
        "Have “tracker remind” started daily by other means, or leave the program open.",
    )
    return NoScheduler(Message(text, {"command": " ".join(command[:3]), "said": said or "–"}))


def _still_there(said: str) -> NoScheduler:
    text = QT_TRANSLATE_NOOP(
        "Message",
        "The system still has the reminder; it said “{said}”. Its definition was removed, so that "
        "it ends when you log in again.",
    )
    return NoScheduler(Message(text, {"said": said or "–"}))
