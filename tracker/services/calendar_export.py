# SPDX-License-Identifier: MIT
"""The day list as a calendar file that follows its changes: moved or cancelled, as on the list.

By default nobody can be known by it: the kind of thing and the end of the hospital number.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from tracker.domain.errors import Refused
from tracker.domain.masking import masked_number
from tracker.domain.reminders import DayState, DueState
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.interchange import ical
from tracker.interchange.ical import CalendarEvent
from tracker.services.context import Context
from tracker.services.today import DayLine, day_list
from tracker.store.calendar import SentEvent
from tracker.store.faults import named_faults
from tracker.store.files import replace_file
from tracker.store.store import Store

DAYS: Final = 90
"""Days ahead for which events are written; one that was written follows its line any distance."""
_ALL_AHEAD: Final = 3660
_KEPT: Final = timedelta(days=90)  # a cancelled event is repeated until it is this long past

Say = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar file that was written: not encrypted, in the care of whoever asked for it.

    Attributes:
        events: how many it asks for.
        new, changed, cancelled: how many of its events are so since the file before.
        undated: lines without a day; no calendar can show them.
    """

    path: Path
    events: int
    new: int
    changed: int
    cancelled: int
    undated: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the day list asks a calendar for."""

    first: date
    last: date
    masked: str
    full: str


def export(
    store: Store,
    ctx: Context,
    *,
    dest: Path,
    names: bool = False,
    days: int = DAYS,
    force: bool = False,
    say: Say = str,
) -> CalendarFile:
    """Writes everything that has a day, overdue things included, and what is called off.

    Args:
        store: the open profile; it remembers what it told calendars.
        ctx: who asks.
        dest: the file; a calendar that is to follow the changes takes each new one.
        names: names, numbers and treatments instead of the end of the number.
        days: ahead.
        force: a file that is there already may be replaced.
        say: puts a message into the language of the calendar.

    Raises:
        NotPermitted: names need the right to export.
        Refused: there is such a file already, or the profile is open for reading only.
        StorageFault: the place cannot be written to; no partial file is left.
    """
    ctx.require(Action.EXPORT if names else Action.READ)
    if dest.exists() and not force:
        text = QT_TRANSLATE_NOOP(
            "Message", "There is a file {file} already; it was not touched. Choose another name."
        )
        raise Refused(Message(text, {"file": str(dest)}))
    today = ctx.clock.today()
    lines = day_list(store, ctx, on=today, days=_ALL_AHEAD)
    wanted = {line.due.key: event for line in lines if (event := _wanted(line, say))}
    with store.unit(ctx.stamp()) as unit:
        before = {event.key: event for event in unit.sent_events()}
        far = today + timedelta(days=days)
        near = {key: w for key, w in wanted.items() if key in before or w.first <= far}
        now = list(_versions(near, before, names, today))
        data = ical.write(_events(now, near, names), name=say(_CALENDAR), at=ctx.clock.now())
        digest = hashlib.sha256(data).hexdigest()
        content = {"file": str(dest), "sha256": digest, "names": "full" if names else "masked"}
        unit.log("calendar exported", content=content)
        unit.remember_events(now)
    with named_faults():
        replace_file(dest, data)
    undated = sum(_asks(line) and line.due.key not in wanted for line in lines)
    return _counted(dest, now, before, undated, digest)


_CALENDAR: Final = Message(QT_TRANSLATE_NOOP("Message", "Follow-up Tracker"))
_FULL: Final = QT_TRANSLATE_NOOP("Message", "{what}: {who}, {number}, {about}")
_MASKED: Final = QT_TRANSLATE_NOOP("Message", "{what}: {number}")
_RECHECK: Final = QT_TRANSLATE_NOOP("Message", "{what}, look at the hold again: {number}")


def _asks(line: DayLine) -> bool:
    return line.state not in {DayState.LEFT, DayState.NOT_SEEN}


def _wanted(line: DayLine, say: Say) -> _Wanted | None:
    """The event of a line; None when nobody knows a day for it."""
    due, patient = line.due, line.patient
    first, last = due.shown_from, due.latest
    if due.state is DueState.HELD:
        first = last = due.recheck
    elif due.promised is not None:
        first = last = due.promised
    if not _asks(line) or first is None or last is None:
        return None
    held = due.state is DueState.HELD
    number = masked_number(patient.mrn)
    masked = say(Message(_RECHECK if held else _MASKED, {"what": due.what, "number": number}))
    who = patient.name or patient.name_latin or "–"
    about = due.title or due.treatment or "–"
    full = Message(_FULL, {"what": due.what, "who": who, "number": patient.mrn, "about": about})
    return _Wanted(first, max(first, last), masked, say(full))


def _versions(
    wanted: dict[UUID, _Wanted], before: dict[UUID, SentEvent], names: bool, today: date
) -> Iterator[SentEvent]:
    """Each event in the version of the new file; RFC 5545 section 3.8.7.4."""
    for key, event in wanted.items():
        words = event.full if names else event.masked
        said = hashlib.sha256(words.encode()).hexdigest()
        new = SentEvent(key, event.first, event.last, event.masked, said)
        old = before.get(key)
        if old is not None:
            same = replace(new, sequence=old.sequence)
            new = same if same == old else replace(new, sequence=old.sequence + 1)
        yield new
    for key, old in before.items():
        if key in wanted:
            continue
        if not old.cancelled:
            yield replace(old, cancelled=True, sequence=old.sequence + 1)
        elif today - old.last <= _KEPT:
            yield old


def _events(
    now: Iterable[SentEvent], wanted: dict[UUID, _Wanted], names: bool
) -> Iterator[CalendarEvent]:
    for event in now:
        asked = wanted.get(event.key)
        words = asked.full if asked and names else event.masked
        yield CalendarEvent(
            event.key, event.first, event.last, words, event.sequence, event.cancelled
        )


def _counted(
    dest: Path, now: list[SentEvent], before: dict[UUID, SentEvent], undated: int, digest: str
) -> CalendarFile:
    live = [event for event in now if not event.cancelled]
    moved = [event for event in live if event.key in before and event != before[event.key]]
    off = [event for event in now if event.cancelled and event != before[event.key]]
    new = sum(event.key not in before for event in live)
    return CalendarFile(dest, len(live), new, len(moved), len(off), undated, digest)
