# SPDX-License-Identifier: MIT
"""The reminder while the program is closed: one run, counts only, no key, no name.

It reads the sidecar, says how the day stands, shows that on the desktop once a day, and remembers
the day, so that the next run also tells what fell due in between.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tracker.domain.ahead import Ahead, Standing
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services import notification, sidecar
from tracker.services.sidecar import NoCounts
from tracker.store.faults import named_faults
from tracker.store.files import Profile, replace_file

TITLE: Final = QT_TRANSLATE_NOOP("Message", "Follow-up Tracker")
_TODAY: Final = QT_TRANSLATE_NOOP("Message", "Due today: {n}.")
_OVERDUE: Final = QT_TRANSLATE_NOOP("Message", "Overdue: {n}.")
_MISSED: Final = QT_TRANSLATE_NOOP("Message", "Fell due since the last reminder on {day}: {n}.")
_UNDATED: Final = QT_TRANSLATE_NOOP("Message", "Waiting without a day: {n}.")
_QUIET: Final = QT_TRANSLATE_NOOP("Message", "Nothing is due or overdue.")
_AS_OF: Final = QT_TRANSLATE_NOOP("Message", "As recorded on {day}.")
_OLD: Final = QT_TRANSLATE_NOOP(
    "Message",
    "Open the program: the counts for the reminder were last written on {day}, too long ago to "
    "say what is due.",
)
_CLOCK: Final = QT_TRANSLATE_NOOP(
    "Message",
    "Open the program: the counts for the reminder were written on {day}, which is after today "
    "({today}). The clock of this computer or the file is wrong.",
)
SENTENCES: Final = (TITLE, _TODAY, _OVERDUE, _MISSED, _UNDATED, _QUIET, _AS_OF, _OLD, _CLOCK)
"""What the sidecar carries in the language of the window: the one-shot has no translator."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one run has to say.

    Attributes:
        lines: sentences, without a name or a number of anybody.
        known: False when it cannot be said what is due; then the lines say why.
        wanted: whether it is worth a notification.
        shown: whether the desktop took the notification; None when none was wanted.
    """

    title: str
    lines: tuple[str, ...]
    known: bool
    wanted: bool
    shown: bool | None = None

    @property
    def text(self) -> str:
        """All of it as one paragraph."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class LastRun:
    """The last run of a profile: its day, what it said, and whether the desktop showed it."""

    day: date
    said: str
    shown: bool | None


def run(folder: Path, today: date) -> Reminder:
    """One run: says how the day stands, shows it once a day, remembers the day.

    Raises:
        StorageFault: the run could not be remembered; it was shown all the same.
    """
    last = last_run(folder)
    reminder = look(folder, today)
    shown = None
    if reminder.wanted:
        again = last is not None and last.day == today and last.shown and last.said == reminder.text
        shown = again or notification.show(reminder.title, reminder.text)
    state = {"day": today.isoformat(), "said": reminder.text, "shown": shown}
    with named_faults():
        replace_file(Profile(folder).reminded, json.dumps(state, ensure_ascii=False).encode())
    return Reminder(reminder.title, reminder.lines, reminder.known, reminder.wanted, shown)


def look(folder: Path, today: date) -> Reminder:
    """What a run on this day would say; nothing is shown or written."""
    try:
        found = sidecar.read(folder)
    except NoCounts as error:
        return Reminder(TITLE, (str(error),), known=False, wanted=True)
    last = last_run(folder)
    # a last run in the future was made by a wrong clock, or by --on
    told = last.day if last and last.day < today else None
    messages = _messages(found.ahead, today, told)
    known = found.ahead.holds_on(today)
    lines = tuple(_said(found.words, message) for message in messages)
    quiet = known and found.ahead.on(today).is_quiet
    return Reminder(_said(found.words, Message(TITLE)), lines, known, not quiet)


def last_run(folder: Path) -> LastRun | None:
    """The run before; None when there was none or its note cannot be read."""
    try:
        noted = json.loads(Profile(folder).reminded.read_bytes())
        return LastRun(date.fromisoformat(noted["day"]), str(noted["said"]), noted["shown"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _messages(ahead: Ahead, today: date, told: date | None) -> list[Message]:
    written = ahead.written_on.isoformat()
    if ahead.written_on > today:
        return [Message(_CLOCK, {"day": written, "today": today.isoformat()})]
    if not ahead.holds_on(today):
        return [Message(_OLD, {"day": written})]
    return [*_counts(ahead.on(today, told), told), Message(_AS_OF, {"day": written})]


def _counts(standing: Standing, told: date | None) -> list[Message]:
    if standing.is_quiet:
        return [Message(_QUIET)]
    lines = [Message(_TODAY, {"n": standing.today}), Message(_OVERDUE, {"n": standing.overdue})]
    if standing.missed and told:
        lines.append(Message(_MISSED, {"n": standing.missed, "day": told.isoformat()}))
    if standing.undated:
        lines.append(Message(_UNDATED, {"n": standing.undated}))
    return lines


def _said(words: Mapping[str, str], message: Message) -> str:
    return str(Message(words.get(message.text, message.text), message.values))
