# SPDX-License-Identifier: MIT
"""Calendar files (RFC 5545) by the icalendar package: all-day events with an alarm."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from tracker import __version__

if TYPE_CHECKING:
    from icalendar import Event

ALARM_AT: Final = time(8, 0)
"""Local time of day at which a calendar speaks up."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event.

    Attributes:
        key: stays the same while the event moves; calendars know it by this.
        first, last: its days, both inclusive: a range where the day is not known.
        summary: its one line.
        sequence: version, counted from 0; RFC 5545 section 3.8.7.4.
        cancelled: calls off what an earlier file had.
    """

    key: UUID
    first: date
    last: date
    summary: str
    sequence: int = 0
    cancelled: bool = False


def write(events: Iterable[CalendarEvent], *, name: str, at: datetime) -> bytes:
    """The file with these events, lines folded at 75 octets and never inside a character.

    Args:
        events: in the order of the file.
        name: of the calendar, as programs show it.
        at: now, with its offset from UTC.
    """
    from icalendar import Calendar  # imported on use

    calendar = Calendar()
    calendar.add("prodid", f"-//Follow-up Tracker//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_event(event, at.astimezone(UTC)))
    content: bytes = calendar.to_ical()
    return content


def uid(key: UUID) -> str:
    """The name of an event for all calendars; RFC 5545 section 3.8.4.7."""
    return f"{key}@followup-tracker"


def _event(event: CalendarEvent, at: datetime) -> "Event":
    from icalendar import Alarm, Event

    made = Event()
    made.add("uid", uid(event.key))
    made.add("dtstamp", at)
    made.add("dtstart", event.first)
    made.add("dtend", event.last + timedelta(days=1))  # exclusive
    made.add("summary", event.summary)
    made.add("sequence", event.sequence)
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT")  # nobody is busy all day by it
    made.add("class", "PRIVATE")
    if not event.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.summary)
        alarm.add("trigger", timedelta(hours=ALARM_AT.hour, minutes=ALARM_AT.minute))
        made.add_component(alarm)
    return made
