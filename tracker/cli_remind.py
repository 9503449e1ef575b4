# SPDX-License-Identifier: MIT
"""``tracker remind``: says how the day stands without a key, and has the system do so daily."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from tracker.domain.errors import Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services import autostart, remind
from tracker.services.context import SystemClock

DONE, UNKNOWN, NOT_SHOWN = 0, 1, 3


def add_options(parser: ArgumentParser, day: Callable[[str], date]) -> None:
    """The options of the command."""
    parser.add_argument("--on", type=day, metavar="DATE", help="as if it were this day")
    parser.add_argument(
        "--at",
        type=_time,
        default=autostart.USUAL_TIME,
        metavar="HH:MM",
        help="with --install: time of day; 08:00 by default",
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--install", action="store_true", help="have the system run it daily")
    how.add_argument("--status", action="store_true", help="whether the system does")
    how.add_argument("--remove", action="store_true", help="have the system stop it")


def run(options: Namespace, folder: Path) -> int:
    """Does what the options ask for, for the profile in ``folder``; returns the exit code."""
    if options.demo:
        text = QT_TRANSLATE_NOOP("Message", "The demonstration has no reminder.")
        raise Refused(Message(text))
    if options.install:
        autostart.install(autostart.task(folder, options.at))
        print(f"The reminder of {folder} is scheduled daily at {options.at:%H:%M}.")
        return DONE
    if options.remove:
        autostart.remove(autostart.task(folder))
        print(f"The reminder of {folder} is not scheduled any more.")
        return DONE
    if options.status:
        return _status(folder)
    return _remind(folder, options.on or SystemClock().today())


def _remind(folder: Path, today: date) -> int:
    reminder = remind.run(folder, today)
    print(reminder.text, file=sys.stdout if reminder.known else sys.stderr)
    if reminder.shown is False:
        print("No desktop took the notification.", file=sys.stderr)
    if not reminder.known:
        return UNKNOWN
    return NOT_SHOWN if reminder.shown is False else DONE


def _status(folder: Path) -> int:
    task = autostart.task(folder)
    active = autostart.is_active(task)
    print(f"{task.name}: {'scheduled' if active else 'not scheduled'}, for {folder}.")
    last = remind.last_run(folder)
    if last is None:
        print("It has not run yet.")
    else:
        shown = {True: "shown on the desktop", False: "not shown", None: "nothing to show"}
        print(f"Last run {last.day.isoformat()} ({shown[last.shown]}): {last.said}")
    return DONE if active else UNKNOWN


def _time(text: str) -> time:
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day, no zone
    except ValueError:
        msg = f"{text!r} is not a time like 08:00"
        raise ArgumentTypeError(msg) from None
