# SPDX-License-Identifier: MIT
"""A line of the day list in words: the same ones on the screen, on paper and read aloud."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from tracker.domain.reminders import What, Why
from tracker.services.today import DayLine, DayState
from tracker.ui import wording
from tracker.ui.glyphs import Glyph

translate = QCoreApplication.translate

GLYPHS: Final = {
    DayState.OVERDUE: Glyph.OVERDUE,
    DayState.DUE: Glyph.DUE,
    DayState.LATER: Glyph.DUE,
    DayState.HELD: Glyph.HELD,
    DayState.CANNOT_PROJECT: Glyph.ASK,
    DayState.NOT_SEEN: Glyph.ASK,
    DayState.DONE: Glyph.DONE,
    DayState.PUT_OFF: Glyph.DUE,
    DayState.LEFT: Glyph.DONE,
}
"""The shape beside the word of a state."""


def name(line: DayLine) -> str:
    """Who it is."""
    patient = line.patient
    return patient.name or patient.name_latin or translate("DayList", "name not known")


def state(line: DayLine, day: date, today: date) -> str:
    """How the line stands on the day of the list; ``today`` is the working date."""
    if line.state is DayState.OVERDUE:
        return translate("DayList", "{n} d over").format(n=line.days_over)
    if line.state is DayState.DUE:
        return translate("DayList", "today") if day == today else translate("DayList", "due")
    if line.state is DayState.CANNOT_PROJECT:
        return translate("DayList", "ask")
    if line.state is DayState.LATER and line.due.earliest is not None:
        return translate("DayList", "in {n} d").format(n=(line.due.earliest - day).days)
    if line.state is DayState.NOT_SEEN and line.days_over:
        return translate("DayList", "not seen for {n} d").format(n=line.days_over)
    return wording.choice(line.state)


def subject(line: DayLine) -> str:
    """What it is about: the treatment of a dose, else the kind of thing and its own words."""
    due = line.due
    if due.what is What.DOSE:
        return due.treatment
    if due.title:
        return translate("DayList", "{what}: {title}").format(
            what=wording.choice(due.what), title=due.title
        )
    return wording.choice(due.what)


def cycle(line: DayLine) -> str:
    """The cycle that is next, or that was given on the day; "–" when it is not known."""
    number = line.due.cycle
    if number and line.state is DayState.DONE:
        number -= 1
    return f"C{number}" if number else "–"


def due_day(line: DayLine, day: date) -> str:
    """The day that counts; for what was given, the day it was."""
    due = line.due
    if line.state is DayState.DONE and due.last_given:
        return wording.near_day(due.last_given, day)
    if due.on is None and due.earliest and due.latest:
        return translate("DayList", "{first} – {last}").format(
            first=wording.near_day(due.earliest, day), last=wording.near_day(due.latest, day)
        )
    return wording.near_day(due.on, day) if due.on else "–"


def last_given(line: DayLine, day: date) -> str:
    """The day of the last dose."""
    last = line.due.last_given
    if last is None:
        return "–"
    return translate("DayList", "today") if last == day else wording.near_day(last, day)


def ago(line: DayLine, day: date) -> str:
    """How long ago the last dose was; nothing on the day itself."""
    last = line.due.last_given
    if last is None or last == day:
        return ""
    return translate("DayList", "{n} d").format(n=(day - last).days)


def note(line: DayLine, day: date) -> tuple[str, bool]:
    """What to know before the dose, and whether it is a question."""
    if line.state is DayState.CANNOT_PROJECT:
        why = wording.choice(line.due.why)
        if line.due.why is Why.NO_DOSE_DATE:  # whatever else is missing stands in the chart
            why = translate("DayList", "{why}: enter the last dose").format(why=why)
        return why, True
    return _remark(line, day), False


def _remark(line: DayLine, day: date) -> str:
    due, state_of_line = line.due, line.state
    if state_of_line is DayState.HELD:
        return "; ".join(filter(None, (due.reason, _recheck(due.recheck, day))))
    if state_of_line is DayState.LEFT:
        return "; ".join(filter(None, (wording.choice(due.left), due.reason)))
    if state_of_line is DayState.PUT_OFF and due.snoozed_until:
        until = wording.near_day(due.snoozed_until, day)
        return translate("DayList", "put off until {day}").format(day=until)
    if state_of_line is DayState.DONE and due.on:
        return translate("DayList", "next {day}").format(day=wording.near_day(due.on, day))
    if due.appointed and due.projected and due.appointed != due.projected:
        text = translate("DayList", "appointed; projected {day}")
        return text.format(day=wording.day(due.projected))
    return ""


def sentence(line: DayLine, day: date, today: date) -> str:
    """All of it, to be read aloud."""
    parts = (
        state(line, day, today),
        name(line),
        line.patient.mrn,
        subject(line),
        note(line, day)[0],
    )
    return ", ".join(part for part in parts if part)


def _recheck(recheck: date | None, day: date) -> str:
    if recheck is None:
        return translate("DayList", "no recheck day set")
    late = (day - recheck).days
    if late > 0:
        return translate("DayList", "recheck {n} d late").format(n=late)
    return translate("DayList", "recheck {day}").format(day=wording.day(recheck))
