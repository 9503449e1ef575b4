# SPDX-License-Identifier: MIT
"""A line of the day list in words: the same ones on the screen, on paper and read aloud."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.domain.reminders import Why
from tracker.services.today import DayLine, DayState
from tracker.ui import wording

translate = QCoreApplication.translate


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
    if line.state is DayState.LATER and line.due.on is not None:
        return translate("DayList", "in {n} d").format(n=(line.due.on - day).days)
    return wording.choice(line.state)


def cycle(line: DayLine) -> str:
    """The cycle that is next, or that was given on the day; "–" when it is not known."""
    number = line.due.cycle
    if number and line.state is DayState.DONE:
        number -= 1
    return f"C{number}" if number else "–"


def due_day(line: DayLine, day: date) -> str:
    """The day that counts; for what was given, the day it was."""
    on = line.due.last_given if line.state is DayState.DONE else line.due.on
    return wording.near_day(on, day) if on else "–"


def last_given(line: DayLine, day: date) -> str:
    """The day of the last dose, and below or beside it how long ago that is."""
    last = line.due.last_given
    if last is None:
        return "–"
    return translate("DayList", "today") if last == day else wording.near_day(last, day)


def note(line: DayLine, day: date) -> tuple[str, bool]:
    """What to know before the dose, and whether it is a question."""
    due = line.due
    if line.state is DayState.HELD:
        return "; ".join(filter(None, (due.reason, _recheck(due.recheck, day)))), False
    if line.state is DayState.CANNOT_PROJECT:
        why = wording.choice(due.why)
        if due.why is Why.NO_DOSE_DATE:  # whatever else is missing stands in the chart
            why = translate("DayList", "{why}: enter the last dose").format(why=why)
        return why, True
    if line.state is DayState.DONE and due.on:
        return translate("DayList", "next {day}").format(day=wording.near_day(due.on, day)), False
    if due.appointed and due.projected and due.appointed != due.projected:
        text = translate("DayList", "appointed; projected {day}")
        return text.format(day=wording.day(due.projected)), False
    return "", False


def sentence(line: DayLine, day: date, today: date) -> str:
    """All of it, to be read aloud."""
    parts = (
        state(line, day, today),
        name(line),
        line.patient.mrn,
        line.due.treatment,
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
