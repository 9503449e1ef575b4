# SPDX-License-Identifier: MIT
"""What is due for a patient, as a value that can be stored beside its inputs.

"Overdue" is not here: it depends on the day somebody looks and is derived then.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.domain.fields import Choice
from tracker.domain.text import QT_TRANSLATE_NOOP


class DueState(Choice):
    """Whether a next date can be stated."""

    PROJECTED = "projected", QT_TRANSLATE_NOOP("Choice", "due")
    HELD = "held", QT_TRANSLATE_NOOP("Choice", "held")
    CANNOT_PROJECT = "cannot project", QT_TRANSLATE_NOOP("Choice", "cannot project")


class Why(Choice):
    """Why there is no projected date."""

    NO_DOSE_DATE = "no dose date recorded", QT_TRANSLATE_NOOP("Choice", "no dose date recorded")
    PARTIAL_DATE = (
        "the day of the last dose is not known",
        QT_TRANSLATE_NOOP("Choice", "the day of the last dose is not known"),
    )
    NO_INTERVAL = "no interval in the plan", QT_TRANSLATE_NOOP("Choice", "no interval in the plan")
    HELD = "the dose is held", QT_TRANSLATE_NOOP("Choice", "the dose is held")


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do for one course.

    Attributes:
        what: ``dose``; later parts add labs, scans and visits.
        on: the day that counts: the appointed day if a person set one, else the projected day.
        projected: last given dose + interval; stays visible beside an appointment.
        cycle: number of the next dose, counted over given doses; None when the count is unknown.
        last_given: day of the last dose given.
        recheck: day a hold is looked at again.
        reason: the hold's reason in words.
    """

    course: UUID
    what: str
    state: DueState
    on: date | None = None
    projected: date | None = None
    appointed: date | None = None
    why: Why | None = None
    cycle: int | None = None
    last_given: date | None = None
    recheck: date | None = None
    reason: str | None = None
    treatment: str = ""
