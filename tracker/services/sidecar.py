# SPDX-License-Identifier: MIT
"""The one file that can be read without a passphrase: counts per day beside the database.

It is written whole or not at all, and carries its own check sum, so that a damaged one is seen
and never told as a number.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from tracker.domain.ahead import HORIZON, Ahead
from tracker.domain.errors import UserError
from tracker.domain.reminders import DayState, DueState
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Clock, Context
from tracker.services.today import DayLine, day_list
from tracker.store.faults import named_faults
from tracker.store.files import Profile, replace_file
from tracker.store.sealed import canonical
from tracker.store.store import Store

FORMAT: Final = "followup-tracker reminders 1"
_LARGEST = 1_000_000
_NOT_ASKED = frozenset({DayState.LEFT, DayState.NOT_SEEN})  # the rest is asked for on some day


class NoCounts(UserError):
    """There are no counts to tell: the file is missing or damaged. Never to be read as zero."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the file holds: the counts, and the reminder's sentences in the window's language."""

    ahead: Ahead
    words: Mapping[str, str] = field(default_factory=dict)


def write(store: Store, clock: Clock, words: Mapping[str, str] | None = None) -> Ahead | None:
    """Counts what is due and writes it beside the database.

    Args:
        store: the open profile; nothing is written for the demonstration or a read-only one.
        clock: gives the working date.
        words: the reminder's English sentences and what they are in the language of the window;
            None keeps those that stand in the file.

    Raises:
        StorageFault: the folder cannot be written to; the file before is as it was.
    """
    if store.readonly or store.is_demo:
        return None
    ctx = Context(store.user_name, store.role, clock)
    ahead = Ahead.counted(clock.today(), _days(store, ctx))
    file = store.profile.reminders
    if words is None:
        words = _words_in(file)
    with named_faults():
        replace_file(file, _encoded(Sidecar(ahead, words)))
    return ahead


def read(folder: Path) -> Sidecar:
    """The counts beside the database of ``folder``; needs no key.

    Raises:
        NoCounts: there is no such file, or it is damaged.
    """
    file = Profile(folder).reminders
    try:
        with file.open("rb") as opened:
            return _decoded(opened.read(_LARGEST))
    except FileNotFoundError as error:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "There are no counts for the reminder in {folder}. What is due is not known: open "
            "the program, which writes them.",
        )
        raise NoCounts(Message(text, {"folder": str(folder)})) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "The counts for the reminder in {file} cannot be read or are damaged. What is due is "
            "not known: open the program, which writes them again.",
        )
        raise NoCounts(Message(text, {"file": str(file)})) from error


def _days(store: Store, ctx: Context) -> Iterator[date | None]:
    """The days on which somebody asks for something; a patient counts once on a day."""
    today = ctx.clock.today()
    seen: set[tuple[UUID, date]] = set()
    for line in day_list(store, ctx, on=today, days=HORIZON):
        if line.beside or line.state in _NOT_ASKED:
            continue
        day = _asked_on(line, today)
        if day is None:
            yield None
        elif (line.patient.patient, day) not in seen:
            seen.add((line.patient.patient, day))
            yield day


def _asked_on(line: DayLine, today: date) -> date | None:
    if line.due.state is DueState.HELD:
        return line.due.recheck
    # somewhere in a range of days, and the range has begun: it is not overdue before its end
    return today if line.state is DayState.DUE else line.due.shown_from


def _words_in(file: Path) -> Mapping[str, str]:
    try:
        return read(file.parent).words
    except NoCounts:
        return {}


def _encoded(sidecar: Sidecar) -> bytes:
    ahead = sidecar.ahead
    content = {
        "format": FORMAT,
        "written_on": ahead.written_on.isoformat(),
        "until": ahead.until.isoformat(),
        "days": {day.isoformat(): count for day, count in ahead.days.items()},
        "undated": ahead.undated,
        "words": dict(sidecar.words),
    }
    return json.dumps(content | {"sha256": _digest(content)}, ensure_ascii=False, indent=1).encode()


def _decoded(data: bytes) -> Sidecar:
    """Raises one of the errors that ``read`` expects for whatever was not written here."""
    content: dict[str, Any] = json.loads(data)
    if content.pop("sha256") != _digest(content) or content["format"] != FORMAT:
        msg = "not the file that was written"
        raise ValueError(msg)
    days = {date.fromisoformat(day): int(count) for day, count in content["days"].items()}
    ahead = Ahead(
        date.fromisoformat(content["written_on"]),
        date.fromisoformat(content["until"]),
        days,
        int(content["undated"]),
    )
    return Sidecar(ahead, dict(content["words"]))


def _digest(content: Mapping[str, object]) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()
