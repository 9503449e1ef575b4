# SPDX-License-Identifier: MIT
"""Shows a sentence on the desktop by what the system brings along; no library, no daemon."""

import base64
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html import escape
from typing import Final

_PATIENCE: Final = 20  # seconds; a desktop that does not answer must not hang the scheduler
_SECONDS_SHOWN: Final = 30

_TOAST: Final = """
$null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, \
ContentType = WindowsRuntime]
$null = [Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, \
ContentType = WindowsRuntime]
$xml = New-Object Windows.Data.Xml.Dom.XmlDocument
$xml.LoadXml([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String("{toast}")))
$id = "{{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}}\\WindowsPowerShell\\v1.0\\powershell.exe"
$toast = New-Object Windows.UI.Notifications.ToastNotification $xml
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($id).Show($toast)
"""
"""The identity is PowerShell's own: a program without a Start menu entry may not show toasts."""


def show(title: str, text: str) -> bool:
    """Shows it; False when no desktop took it."""
    return any(_run(command) for command in commands(sys.platform, title, text))


def commands(platform: str, title: str, text: str) -> list[list[str]]:
    """The commands that may show it, the best one first.

    Args:
        platform: as ``sys.platform`` names it.
        title: plain text.
        text: plain text; nothing in it is read as markup, code or an option.
    """
    if platform == "win32":
        return [_powershell(title, text)]
    if platform == "darwin":
        script = (
            "on run argv",
            "display notification (item 2 of argv) with title (item 1 of argv)",
        )
        lines = [word for line in (*script, "end run") for word in ("-e", line)]
        return [["osascript", *lines, title, text]]
    milliseconds = str(_SECONDS_SHOWN * 1000)
    # freedesktop.org: a server may read markup in the body, so it is escaped
    body = escape(text, quote=False)
    return [
        ["notify-send", f"--expire-time={milliseconds}", "--", title, body],
        _gdbus(title, body, milliseconds),
    ]


def _gdbus(title: str, body: str, milliseconds: str) -> list[str]:
    name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
    call = ["gdbus", "call", "--session", "--dest", name, "--object-path", path]
    words = (json.dumps(word, ensure_ascii=False) for word in (title, "", title, body))
    app, icon, summary, said = words  # quoted as the text form of a D-Bus string
    return [*call, "--method", f"{name}.Notify", app, "0", icon, summary, said, "[]", "{}",
            milliseconds]  # fmt: skip


def _powershell(title: str, text: str) -> list[str]:
    lines = "".join(f"<text>{escape(line, quote=False)}</text>" for line in (title, text))
    toast = f'<toast><visual><binding template="ToastGeneric">{lines}</binding></visual></toast>'
    script = _TOAST.format(toast=base64.b64encode(toast.encode()).decode())
    encoded = base64.b64encode(script.encode("utf-16-le")).decode()
    return ["powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded]


def _run(command: Sequence[str]) -> bool:
    program = shutil.which(command[0])
    if program is None:
        return False
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console flashes up on Windows
    try:
        done = subprocess.run(  # noqa: S603 - the system's own programs, words as arguments
            [program, *command[1:]],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            creationflags=hidden,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
