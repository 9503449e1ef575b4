# SPDX-License-Identifier: MIT
"""What is due for a patient, as a value that can be stored beside its inputs.

"Overdue" is not here: it depends on the day somebody looks and is derived then.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP

_KEYS = UUID("5d0a3f0e-7b1c-5c0e-9f52-6f1a0c6f2b11")
"""The namespace of ``due_key``; calendars know our lines by it, so it never changes."""


NOT_SEEN_AFTER = 90
"""Days after which a patient is listed as not seen, until the clinic says another number."""


class What(Choice):
    """The kinds of thing that fall due."""

    DOSE = "dose", QT_TRANSLATE_NOOP("Choice", "dose")
    LABS = "labs", QT_TRANSLATE_NOOP("Choice", "laboratory values")
    SCAN = "scan", QT_TRANSLATE_NOOP("Choice", "scan")
    VISIT = "visit", QT_TRANSLATE_NOOP("Choice", "visit")
    MARKER = "marker", QT_TRANSLATE_NOOP("Choice", "marker")
    TSH = "tsh", QT_TRANSLATE_NOOP("Choice", "thyroid function")
    ECG = "ecg", QT_TRANSLATE_NOOP("Choice", "ECG")
    DURATION = "duration-review", QT_TRANSLATE_NOOP("Choice", "review of the duration")
    AFTER_STOP = "visit-after-stop", QT_TRANSLATE_NOOP("Choice", "visit after the stop")
    REMINDER = "reminder", QT_TRANSLATE_NOOP("Choice", "reminder")
    CONTACT = "contact", QT_TRANSLATE_NOOP("Choice", "contact")


FROM_BLOOD = frozenset({What.LABS, What.MARKER, What.TSH})
"""What a sample settles."""

BESIDE_A_DOSE = FROM_BLOOD | {What.SCAN, What.ECG}
"""What is asked for on a dose day besides the dose."""


class DueState(Choice):
    """Whether a next date can be stated."""

    PROJECTED = "projected", QT_TRANSLATE_NOOP("Choice", "due")
    HELD = "held", QT_TRANSLATE_NOOP("Choice", "held")
    CANNOT_PROJECT = "cannot project", QT_TRANSLATE_NOOP("Choice", "cannot project")


class DayState(Choice):
    """How a line of the day list stands on a day, in the order of the list."""

    OVERDUE = "overdue", QT_TRANSLATE_NOOP("Choice", "overdue")
    DUE = "due", QT_TRANSLATE_NOOP("Choice", "due")
    HELD = "held", QT_TRANSLATE_NOOP("Choice", "held")
    CANNOT_PROJECT = "cannot project", QT_TRANSLATE_NOOP("Choice", "cannot project")
    NOT_SEEN = "not seen", QT_TRANSLATE_NOOP("Choice", "not seen")
    DONE = "done", QT_TRANSLATE_NOOP("Choice", "given")
    LATER = "later", QT_TRANSLATE_NOOP("Choice", "later")
    PUT_OFF = "put off", QT_TRANSLATE_NOOP("Choice", "put off")
    LEFT = "left", QT_TRANSLATE_NOOP("Choice", "left the list")


class Why(Choice):
    """Why there is no projected date."""

    NO_DOSE_DATE = "no dose date recorded", QT_TRANSLATE_NOOP("Choice", "no dose date recorded")
    PARTIAL_DATE = (
        "the day of the last dose is not known",
        QT_TRANSLATE_NOOP("Choice", "the day of the last dose is not known"),
    )
    NO_INTERVAL = "no interval in the plan", QT_TRANSLATE_NOOP("Choice", "no interval in the plan")
    HELD = "the dose is held", QT_TRANSLATE_NOOP("Choice", "the dose is held")
    NO_START = (
        "the date it is counted from is not known",
        QT_TRANSLATE_NOOP("Choice", "the date it is counted from is not known"),
    )
    NEVER_SEEN = "no contact recorded", QT_TRANSLATE_NOOP("Choice", "no contact recorded")
    REVIEW = (
        "planned end reached: duration review",
        QT_TRANSLATE_NOOP("Choice", "planned end reached: duration review"),
    )


class Left(Choice):
    """Why something is not asked for any more."""

    DIED = "died", QT_TRANSLATE_NOOP("Choice", "died")
    STOPPED = "stopped", QT_TRANSLATE_NOOP("Choice", "course stopped")
    TRANSFERRED = "transferred", QT_TRANSLATE_NOOP("Choice", "transferred")
    DECLINED = "declined", QT_TRANSLATE_NOOP("Choice", "declined follow-up")
    LOST = "lost", QT_TRANSLATE_NOOP("Choice", "lost to follow-up")
    DONE = "done", QT_TRANSLATE_NOOP("Choice", "done")
    CLOSED = "closed", QT_TRANSLATE_NOOP("Choice", "closed by a person")


def due_key(source: UUID, what: str, occurrence: str) -> UUID:
    """The name of one occurrence, the same each time it is derived.

    Args:
        source: the record that asks for it: a course, an item of a plan, a reminder, a patient.
        what: code of ``What``.
        occurrence: of the record it is counted from; a change of its date keeps the name.
    """
    return uuid5(_KEYS, f"{source}/{what}/{occurrence}")


class Ahead(NamedTuple):
    """Planned for a day after this dose and before the next one."""

    what: What
    title: str
    on: date


class OpenEvent(NamedTuple):
    """An adverse event that is not over, with its newest CTCAE grade, 1 to 5."""

    grade: int
    term: str
    since: PartialDate


class OutOfRange(NamedTuple):
    """A result beyond its range, with its unit; ``was`` is the one before, "" without one."""

    analyte: str
    value: str
    is_high: bool
    was: str


class WeightChange(NamedTuple):
    """Per cent with sign, to one decimal, against a weight of the day ``since``."""

    percent: str
    since: PartialDate


class DrugOff(NamedTuple):
    """One drug of several that is held or was stopped since a day while the others go on."""

    drug: str
    is_stopped: bool
    since: PartialDate
    reason: str


Known = Ahead | OpenEvent | OutOfRange | WeightChange | DrugOff


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do for one patient.

    Attributes:
        key: names this occurrence for good; see ``due_key``.
        source: the record that asks for it: course, item of the plan, reminder, or the patient.
        course: None for what belongs to no course.
        title: in the words of a person: analytes, modalities, the text of a reminder.
        on: the day that counts: the appointed day if a person set one, else the projected day;
            None when the day is not known, though a range may be.
        earliest, latest: the days it may be; both are ``on`` when that is known.
        projected: last given dose + interval; stays visible beside an appointment.
        cycle: the one of the next dose, counted over given doses; None when the count is unknown.
        cycle_day: of a dose inside the cycle, as that of day 8; None for one that begins a cycle.
        last_given: day of the last dose given, or the day it was last done.
        given: what was given on that day, where its drugs are recorded one by one; else empty.
        recheck: day a hold is looked at again.
        reason: of the hold, of leaving the list, of a cancellation, or which analytes are missing.
        snoozed_until: put off by a person; not asked for before.
        promised: the day the patient promised to come; stays on the list.
        cancelled: day an appointment was cancelled without a new one; stays on the list.
        attempts: calls without an answer since the patient was last seen.
        closed: when it left the list; None while it is asked for. Its first possible day counts.
        left: why it left.
        known: what to know before this dose, the worst first.
    """

    key: UUID
    source: UUID
    what: What
    state: DueState
    course: UUID | None = None
    title: str = ""
    on: date | None = None
    earliest: date | None = None
    latest: date | None = None
    projected: date | None = None
    appointed: date | None = None
    why: Why | None = None
    cycle: int | None = None
    cycle_day: int | None = None
    last_given: date | None = None
    given: str = ""
    recheck: date | None = None
    reason: str | None = None
    treatment: str = ""
    snoozed_until: date | None = None
    promised: date | None = None
    cancelled: date | None = None
    attempts: int = 0
    closed: PartialDate | None = None
    left: Left | None = None
    known: tuple[Known, ...] = ()

    def __post_init__(self) -> None:
        if self.on is not None and (self.earliest, self.latest) != (self.on, self.on):
            object.__setattr__(self, "earliest", self.on)
            object.__setattr__(self, "latest", self.on)

    @property
    def shown_from(self) -> date | None:
        """The first day it is asked for; None when no day is known."""
        if self.earliest is None or self.snoozed_until is None:
            return self.earliest
        return max(self.earliest, self.snoozed_until)

    def days_over(self, day: date) -> int:
        """Days since the last day it may have been due; 0 or less while it is not overdue."""
        return (day - self.latest) // timedelta(days=1) if self.latest else 0
