# SPDX-License-Identifier: MIT
"""A line of the day list in words: the same ones on the screen, on paper and read aloud."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from tracker.domain.reminders import (
    FROM_BLOOD,
    Ahead,
    DayState,
    DrugOff,
    Due,
    DueState,
    Left,
    OpenEvent,
    OutOfRange,
    WeightChange,
    What,
    Why,
)
from tracker.services.today import DayLine
from tracker.ui import names, wording
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
_GRADE_ASKS: Final = 2  # what begins to change a treatment (ASCO, ESMO: immune-related events)


def name(line: DayLine) -> str:
    """Who it is."""
    return names.name_of(line.patient) or translate("DayList", "name not known")


def state(line: DayLine, day: date, today: date) -> str:
    """How the line stands on the day of the list; ``today`` is the working date."""
    if line.state is DayState.DUE:
        return translate("DayList", "today") if day == today else translate("DayList", "due")
    if line.state is DayState.CANNOT_PROJECT:
        return translate("DayList", "ask")
    if line.state is DayState.LATER and line.due.earliest is not None:
        return translate("DayList", "in {n} d").format(n=(line.due.earliest - day).days)
    if line.state is DayState.DONE and line.due.what is not What.DOSE:
        return translate("DayList", "done")
    if line.due.why is Why.NEVER_SEEN:
        return translate("DayList", "never met")
    counted = {
        DayState.OVERDUE: translate("DayList", "{n} d over"),
        DayState.NOT_SEEN: translate("DayList", "{n} d ago"),
    }
    text = counted.get(line.state) or wording.choice(line.state)
    return text.format(n=line.days_over)


def subject(line: DayLine) -> str:
    """What it is about: the treatment, or what was given of it; else the kind of thing."""
    due = line.due
    if due.what is What.DOSE:
        return (due.given if line.state is DayState.DONE else "") or due.treatment
    if due.what is What.CONTACT:
        return translate("DayList", "last seen or heard of")
    if due.what is What.REMINDER and due.title:
        return due.title
    if due.title:
        return translate("DayList", "{what}: {title}").format(
            what=wording.choice(due.what), title=due.title
        )
    return wording.choice(due.what)


def cycle(line: DayLine) -> str:
    """The cycle that is next, or that was given on the day; "–" when it is not known."""
    due = line.due
    if due.what is not What.DOSE:
        return ""
    number = due.cycle
    if number and line.state is DayState.DONE:
        return f"C{number if due.cycle_day else number - 1}"
    return wording.cycle(number, due.cycle_day) or "–"


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
        return "" if line.due.what is What.CONTACT else "–"
    if last == day:
        return translate("DayList", "today")
    return wording.near_day(last, day, weekday=False)


def ago(line: DayLine, day: date) -> str:
    """How long ago the last dose was; nothing on the day itself."""
    last = line.due.last_given
    if last is None or last == day:
        return ""
    return translate("DayList", "{n} d").format(n=(day - last).days)


class Note(NamedTuple):
    """What to know before the dose, and the mark beside it.

    Attributes:
        asks: whether it is a question.
        mark: None without one.
        grade: the CTCAE grade of the worst open event, drawn in the place of the mark.
    """

    text: str
    asks: bool = False
    mark: Glyph | None = None
    grade: int | None = None


def note(line: DayLine, day: date) -> Note:
    """What to know before the dose, what has to be decided first."""
    due = line.due
    if line.state is DayState.LEFT:
        return Note(_left(due))
    if line.state is DayState.DONE and due.earliest:
        return Note(translate("DayList", "next {day}").format(day=_next(due, day)))
    said = [*_answered(due, day), *_calls(due)]
    if line.state is DayState.CANNOT_PROJECT:
        why = wording.choice(due.why)
        if due.why is Why.NO_DOSE_DATE and due.cycle == 1:
            why = translate("DayList", "no dose given yet: appoint the first one")
        elif due.why is Why.NO_DOSE_DATE:  # whatever else is missing stands in the chart
            why = translate("DayList", "{why}: enter the last dose").format(why=why)
        return _note([why, *said], _facts(due, day), [], asks=True)
    if due.what is What.CONTACT:
        never = [wording.choice(due.why)] if due.why else []
        return _note([*_lost(due), *never, *said], [], [], asks=bool(due.attempts or never))
    known = _facts(due, day)
    missing = [_blood(due, day)] if due.what in FROM_BLOOD else list(_before(line, day))
    if line.state is DayState.HELD:
        held = [text for text in (wording.reason(due.reason), _recheck(due.recheck, day)) if text]
        return _note([*held, *said], known, missing, asks=False)
    if due.appointed and due.projected and due.appointed != due.projected:
        text = translate("DayList", "appointed; projected {day}")
        said.append(text.format(day=wording.day(due.projected)))
    asks = bool(missing) or any(fact.asks for fact in known)
    return _note(said, known, missing, asks=asks)


def _note(said: list[str], facts: list[Note], missing: list[str], *, asks: bool) -> Note:
    """All in one: said, what is decided first, missing, then what only is to be known."""
    first = [fact.text for fact in facts if fact.asks]
    rest = [fact for fact in facts if not fact.asks]
    text = "; ".join([*said, *first, *missing, *(fact.text for fact in rest)])
    grade = next((fact.grade for fact in facts if fact.grade), None)
    if grade is not None and (grade >= _GRADE_ASKS or not asks):
        return Note(text, asks, grade=grade)
    return Note(text, asks, Glyph.ASK if asks else next((fact.mark for fact in rest), None))


def sentence(line: DayLine, day: date, today: date) -> str:
    """All of it, to be read aloud."""
    parts = (
        state(line, day, today),
        name(line),
        line.patient.mrn,
        subject(line),
        note(line, day).text,
    )
    return ", ".join(part for part in parts if part)


def _next(due: Due, day: date) -> str:
    first = due.on or due.earliest
    return wording.near_day(first, day) if first else "–"


def _before(line: DayLine, day: date) -> Iterator[str]:
    """What else waits for the patient of a dose."""
    for other in line.before:
        due = other.due
        if due.what in FROM_BLOOD:
            yield _blood(due, day)
        elif due.what is What.CONTACT:
            yield from _calls(due)
        elif due.earliest:
            text = translate("DayList", "{what} due {day}")
            yield text.format(what=_named(due.what, due.title), day=_next(due, day))


def _facts(due: Due, day: date) -> list[Note]:
    """What the chart says before the dose; what is planned only after the day of the list."""
    notes = []
    for known in due.known:
        match known:
            case OpenEvent():
                asks = known.grade >= _GRADE_ASKS
                notes.append(Note(_event(known, due, day), asks, grade=known.grade))
            case DrugOff():
                mark = Glyph.STOPPED if known.is_stopped else Glyph.HELD
                notes.append(Note(_drug_off(known), mark=mark))
            case OutOfRange():
                notes.append(Note(_out_of_range(known), asks=True))
            case WeightChange(percent, since):
                text = translate("DayList", "weight {percent} % since {day}")
                text = text.format(percent=percent, day=wording.when(since))
                notes.append(Note(text, asks=True))
            case Ahead(what, title, on) if on > day:
                text = translate("DayList", "{what} due {day}")
                text = text.format(what=_named(what, title), day=wording.near_day(on, day))
                notes.append(Note(text, mark=Glyph.DUE))
    return notes


def _drug_off(known: DrugOff) -> str:
    text = translate("DayList", "{drug} held since {day}: {reason}")
    if known.is_stopped:
        text = translate("DayList", "{drug} stopped {day}: {reason}")
    day, reason = wording.when(known.since), wording.reason(known.reason)
    return text.format(drug=known.drug, day=day, reason=reason)


def _event(event: OpenEvent, due: Due, day: date) -> str:
    """With its day when it is news since the last dose."""
    since = event.since.day
    if since and due.last_given and since > due.last_given:
        text = translate("DayList", "G{grade} {event} since {day}")
        since_words = wording.near_day(since, day)
        return text.format(grade=event.grade, event=event.term, day=since_words)
    text = translate("DayList", "G{grade} {event}")
    return text.format(grade=event.grade, event=event.term)


def _named(what: What, title: str) -> str:
    """One name as it is; of several only the kind of thing."""
    return title if title and "," not in title else wording.choice(what)


def _out_of_range(known: OutOfRange) -> str:
    words = {
        (True, True): translate("DayList", "{analyte} {value} high, was {was}"),
        (True, False): translate("DayList", "{analyte} {value} high"),
        (False, True): translate("DayList", "{analyte} {value} low, was {was}"),
        (False, False): translate("DayList", "{analyte} {value} low"),
    }
    text = words[known.is_high, bool(known.was)]
    return text.format(analyte=known.analyte, value=known.value, was=known.was)


def _blood(due: Due, day: date) -> str:
    what = due.title or wording.choice(due.what)
    if due.reason and not (due.snoozed_until or due.cancelled):
        return translate("DayList", "{analytes} missing").format(analytes=due.reason)
    if due.last_given is None:
        return translate("DayList", "{analytes} missing").format(analytes=what)
    text = translate("DayList", "{analytes} {n} d old: repeat?")
    return text.format(analytes=what, n=(day - due.last_given).days)


def _answered(due: Due, day: date) -> Iterator[str]:
    own = due.state is DueState.HELD  # its reason is that of the hold
    why = f": {due.reason}" if due.reason and not own else ""
    if due.snoozed_until is not None:
        text = translate("DayList", "put off until {day}")
        yield text.format(day=wording.near_day(due.snoozed_until, day)) + why
    if due.promised is not None:
        text = translate("DayList", "promised {day}")
        yield text.format(day=wording.near_day(due.promised, day)) + why
    if due.cancelled is not None:
        yield translate("DayList", "appointment cancelled") + why


def _calls(due: Due) -> Iterator[str]:
    if due.what is What.CONTACT and due.attempts == 1:
        yield translate("DayList", "called once, no answer")
    elif due.what is What.CONTACT and due.attempts == 2:
        yield translate("DayList", "called twice, no answer")
    elif due.what is What.CONTACT and due.attempts:
        yield translate("DayList", "called {n} times, no answer").format(n=due.attempts)


def _lost(due: Due) -> Iterator[str]:
    if due.left is Left.LOST:
        yield wording.choice(Left.LOST)


def _left(due: Due) -> str:
    when = wording.when(due.closed) if due.closed and not due.closed.is_unknown else ""
    parts = (wording.choice(due.left), when, wording.reason(due.reason))
    return ", ".join(part for part in parts if part)


def _recheck(recheck: date | None, day: date) -> str:
    if recheck is None:
        return translate("DayList", "no recheck day set")
    late = (day - recheck).days
    if late > 0:
        return translate("DayList", "recheck {n} d late").format(n=late)
    return translate("DayList", "recheck {day}").format(day=wording.day(recheck))
