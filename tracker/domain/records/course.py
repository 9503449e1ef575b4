# SPDX-License-Identifier: MIT
"""A systemic course: the plan (regimen, drugs, intervals) and the ledger of what was done.

Nothing that follows from these records is stored in them: cycle numbers, delays, counts and the
next date are derived by ``tracker.domain.schedule``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.calculated import BsaFormula
from tracker.domain.dates import PartialDate
from tracker.domain.errors import Problem
from tracker.domain.fields import Choice, Item, YesNo
from tracker.domain.records.base import Record, in_order
from tracker.domain.records.before_treatment import LiverBaseline
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.domain.values import Dose


class TherapyClass(Choice):
    """What a course mainly is; decides its colour and whether irAE are asked for."""

    IMMUNOTHERAPY = "immunotherapy", QT_TRANSLATE_NOOP("Choice", "immunotherapy")
    CHEMOTHERAPY = "chemotherapy", QT_TRANSLATE_NOOP("Choice", "chemotherapy")
    TARGETED = "targeted", QT_TRANSLATE_NOOP("Choice", "targeted therapy")
    OTHER = "other", QT_TRANSLATE_NOOP("Choice", "other")


class Intent(Choice):
    """Why a course is given."""

    NEOADJUVANT = "neoadjuvant", QT_TRANSLATE_NOOP("Choice", "neoadjuvant")
    ADJUVANT = "adjuvant", QT_TRANSLATE_NOOP("Choice", "adjuvant")
    DEFINITIVE = "definitive", QT_TRANSLATE_NOOP("Choice", "definitive")
    RECURRENT = "recurrent", QT_TRANSLATE_NOOP("Choice", "recurrent or metastatic disease")
    MAINTENANCE = "maintenance", QT_TRANSLATE_NOOP("Choice", "maintenance")


@dataclass(frozen=True, kw_only=True)
class Course(Record):
    """One systemic treatment from its first to its last dose."""

    kind: ClassVar[str] = "course"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Systemic course")
    when: ClassVar[str] = "start"

    regimen: Annotated[str, Item(label=QT_TRANSLATE_NOOP("Course", "Regimen"), required=True)]
    therapy: Annotated[
        TherapyClass, Item(label=QT_TRANSLATE_NOOP("Course", "Class"), required=True)
    ]
    line: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("Course", "Line"),
            minimum=1,
            maximum=20,
            hint=QT_TRANSLATE_NOOP("Course", "Entered by a person, never counted."),
        ),
    ] = None
    intent: Annotated[Intent | None, Item(label=QT_TRANSLATE_NOOP("Course", "Intent"))] = None
    start: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("Course", "Start"), required=True)]
    stop: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("Course", "Stop"),
            hint=QT_TRANSLATE_NOOP("Course", "Empty while the course is running."),
        ),
    ] = None
    stop_reason: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("Course", "Reason for the stop"))
    ] = None
    cycles_reported: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("Course", "Cycles as reported"),
            minimum=1,
            maximum=500,
            hint=QT_TRANSLATE_NOOP(
                "Course", "From a letter or report, when the single dates are unknown."
            ),
        ),
    ] = None
    ledger_complete: Annotated[
        YesNo | None,
        Item(
            label=QT_TRANSLATE_NOOP("Course", "All doses are recorded"),
            hint=QT_TRANSLATE_NOOP(
                "Course", "A person's declaration; only then are recorded doses counted as given."
            ),
        ),
    ] = None
    planned_cycles: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("Course", "Planned cycles"),
            minimum=1,
            maximum=500,
            hint=QT_TRANSLATE_NOOP(
                "Course", "When they are given the program asks for a review; it never stops."
            ),
        ),
    ] = None
    planned_months: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("Course", "Planned duration"),
            unit="mo",
            minimum=1,
            maximum=240,
            hint=QT_TRANSLATE_NOOP("Course", "Calendar months from the first dose."),
        ),
    ] = None
    liver: Annotated[
        LiverBaseline | None,
        Item(
            label=QT_TRANSLATE_NOOP("Course", "Liver before the first dose"),
            hint=QT_TRANSLATE_NOOP(
                "Course", "Decides which liver rows of a rule set hold; empty = the stricter ones."
            ),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A course stops after it starts, and a reason needs a stop."""
        yield from in_order(
            self.start,
            self.stop,
            QT_TRANSLATE_NOOP("Message", "The stop ({second}) lies before the start ({first})."),
            "stop",
        )
        if self.stop_reason and self.stop is None:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "A reason for the stop needs a stop date; “unknown” is accepted."
                    )
                ),
                "stop",
            )


@dataclass(frozen=True, kw_only=True)
class CourseDrug(Record):
    """One drug of a regimen."""

    kind: ClassVar[str] = "course_drug"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Drug of a regimen")

    course: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("CourseDrug", "Course"), parent=True, required=True)
    ]
    drug: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("CourseDrug", "Drug"), required=True, lookup="agent")
    ]
    dose: Annotated[Dose | None, Item(label=QT_TRANSLATE_NOOP("CourseDrug", "Planned dose"))] = None
    route: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("CourseDrug", "Route"),
            suggestions=("intravenous", "subcutaneous", "oral"),
        ),
    ] = None
    days: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("CourseDrug", "Days of the cycle"),
            hint=QT_TRANSLATE_NOOP("CourseDrug", "As ordered: 1, or 2-3, or 1,8."),
        ),
    ] = None
    bsa: Annotated[
        BsaFormula | None,
        Item(
            label=QT_TRANSLATE_NOOP("CourseDrug", "Body surface by"),
            hint=QT_TRANSLATE_NOOP("CourseDrug", "For a dose in mg/m2; empty = Mosteller."),
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class PlanSegment(Record):
    """From here on, this interval. A change of interval is a new segment, never an edit.

    The interval of a segment runs from a dose of that segment to the next dose.
    """

    kind: ClassVar[str] = "plan_segment"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Plan segment")
    when: ClassVar[str] = "start"

    course: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("PlanSegment", "Course"), parent=True, required=True)
    ]
    start: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlanSegment", "From date"),
            hint=QT_TRANSLATE_NOOP("PlanSegment", "First dose this interval runs from."),
        ),
    ] = None
    from_cycle: Annotated[
        int | None,
        Item(label=QT_TRANSLATE_NOOP("PlanSegment", "From cycle"), minimum=1, maximum=500),
    ] = None
    interval_days: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlanSegment", "Interval"),
            unit="d",
            minimum=1,
            maximum=366,
            hint=QT_TRANSLATE_NOOP(
                "PlanSegment", "Days from one dose to the next; empty = a single dose."
            ),
        ),
    ] = None
    window_days: Annotated[
        int | None,
        Item(
            label=QT_TRANSLATE_NOOP("PlanSegment", "Window"),
            unit="d",
            minimum=1,
            maximum=60,
            hint=QT_TRANSLATE_NOOP(
                "PlanSegment",
                "Days early or late that the clinic allows without asking; empty = none.",
            ),
        ),
    ] = None

    def problems(self) -> Iterator[Problem]:
        """A segment begins at a date or at a cycle; its window is shorter than its interval."""
        if self.window_days is not None and self.window_days >= (self.interval_days or 0):
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP("Message", "A window is shorter than its interval."),
                ),
                "window_days",
            )
        if self.start is not None and self.from_cycle is not None:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message", "A plan segment begins at a date or at a cycle, not at both."
                    )
                ),
                "from_cycle",
            )


class DoseAction(Choice):
    """What happened to a dose. The ledger is a list of these events and nothing else."""

    GIVEN = "given", QT_TRANSLATE_NOOP("Choice", "given")
    REDUCED = "reduced", QT_TRANSLATE_NOOP("Choice", "given, reduced")
    HELD = "held", QT_TRANSLATE_NOOP("Choice", "held")
    RESUMED = "resumed", QT_TRANSLATE_NOOP("Choice", "hold lifted")
    DELAYED = "delayed", QT_TRANSLATE_NOOP("Choice", "delayed")
    SKIPPED = "skipped", QT_TRANSLATE_NOOP("Choice", "skipped")
    STOPPED = "stopped", QT_TRANSLATE_NOOP("Choice", "stopped")
    APPOINTED = "appointed", QT_TRANSLATE_NOOP("Choice", "appointed")


class DoseReason(Choice):
    """Why a dose was not given as planned."""

    TOXICITY = "toxicity", QT_TRANSLATE_NOOP("Choice", "toxicity")
    LABS = "labs", QT_TRANSLATE_NOOP("Choice", "laboratory result")
    INFECTION = "infection", QT_TRANSLATE_NOOP("Choice", "infection")
    PATIENT = "patient", QT_TRANSLATE_NOOP("Choice", "patient's wish")
    LOGISTICS = "logistics", QT_TRANSLATE_NOOP("Choice", "holiday or logistics")
    PROGRESSION = "progression", QT_TRANSLATE_NOOP("Choice", "progression")
    COMPLETED = "completed", QT_TRANSLATE_NOOP("Choice", "planned end reached")
    OTHER = "other", QT_TRANSLATE_NOOP("Choice", "other")


NEEDS_REASON = frozenset(
    {
        DoseAction.HELD,
        DoseAction.DELAYED,
        DoseAction.SKIPPED,
        DoseAction.REDUCED,
        DoseAction.STOPPED,
    }
)
NEEDS_DAY = frozenset({DoseAction.DELAYED, DoseAction.APPOINTED})


@dataclass(frozen=True, kw_only=True)
class DoseEvent(Record):
    """One immutable entry of the ledger. The cycle number is counted, never typed."""

    kind: ClassVar[str] = "dose_event"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Dose event")
    when: ClassVar[str] = "date"

    course: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Course"), parent=True, required=True)
    ]
    action: Annotated[
        DoseAction, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "What happened"), required=True)
    ]
    date: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Date"), required=True)]
    until: Annotated[
        PartialDate | None,
        Item(
            label=QT_TRANSLATE_NOOP("DoseEvent", "New date"),
            hint=QT_TRANSLATE_NOOP(
                "DoseEvent", "The appointed or delayed-to day; recheck day of a hold."
            ),
        ),
    ] = None
    drug: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("DoseEvent", "Drug"),
            hint=QT_TRANSLATE_NOOP("DoseEvent", "Empty = the whole regimen as planned."),
        ),
    ] = None
    dose: Annotated[Dose | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Dose"))] = None
    reason: Annotated[DoseReason | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Reason"))] = (
        None
    )
    reason_text: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Reason in words"))
    ] = None
    lot: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Lot"))] = None
    reaction: Annotated[
        str | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Infusion reaction"))
    ] = None
    ordered_by: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Ordered by"))] = (
        None
    )
    given_by: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Given by"))] = None
    checked_by: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Checked by"))] = (
        None
    )
    started: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("DoseEvent", "Infusion from"),
            hint=QT_TRANSLATE_NOOP("DoseEvent", "Time of day on the clinic's clock, like 10:05."),
        ),
    ] = None
    stopped: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("DoseEvent", "Infusion to"))] = None

    def problems(self) -> Iterator[Problem]:
        """What is not given as planned has a reason; an appointment has a day; times are times."""
        yield from _times(self)
        if self.action in NEEDS_REASON and self.reason is None:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP("Message", "“{action}” needs a reason."),
                    {"action": self.action},
                ),
                "reason",
            )
        if self.action in NEEDS_DAY and (self.until is None or not self.until.is_day):
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP("Message", "“{action}” needs the new day."),
                    {"action": self.action},
                ),
                "until",
            )
        yield from in_order(
            self.date,
            self.until,
            QT_TRANSLATE_NOOP("Message", "The new day ({second}) lies before {first}."),
            "until",
        )
        if self.action in {DoseAction.GIVEN, DoseAction.REDUCED} and self.until is not None:
            yield Problem(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "A dose that was given has no new date; record the appointment apart.",
                    )
                ),
                "until",
            )


_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


def _times(event: DoseEvent) -> Iterator[Problem]:
    """The times of an infusion: a dose was given, both are times, and the end is the later."""
    for name in ("started", "stopped"):
        text = getattr(event, name)
        if text is None:
            continue
        if event.action not in {DoseAction.GIVEN, DoseAction.REDUCED}:
            yield Problem(Message(_NOT_GIVEN), name)
        if not _TIME.fullmatch(text):
            yield Problem(Message(_NO_TIME, {"text": text[:40]}), name)
            return
    if event.stopped is not None and (event.started is None or event.stopped <= event.started):
        yield Problem(Message(_ENDS_FIRST), "stopped")


_NOT_GIVEN = QT_TRANSLATE_NOOP("Message", "Only a dose that was given has times of its infusion.")
_NO_TIME = QT_TRANSLATE_NOOP(
    "Message", "“{text}” is no time of day. Write hours and minutes, like 10:05."
)
_ENDS_FIRST = QT_TRANSLATE_NOOP("Message", "The infusion ends after it begins; record both times.")


@dataclass(frozen=True, kw_only=True)
class DoseSummary(Record):
    """Doses known only in sum, such as "about 94 doses". Never counted as recorded doses."""

    kind: ClassVar[str] = "dose_summary"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Doses in sum")
    when: ClassVar[str] = "date"

    course: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("DoseSummary", "Course"), parent=True, required=True)
    ]
    what: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("DoseSummary", "What was counted"),
            required=True,
            suggestions=("doses given", "cycles given", "doses held", "doses skipped"),
        ),
    ]
    number: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("DoseSummary", "Number as stated"),
            required=True,
            hint=QT_TRANSLATE_NOOP("DoseSummary", "In the words of the source: about 94."),
        ),
    ]
    date: Annotated[
        PartialDate | None, Item(label=QT_TRANSLATE_NOOP("DoseSummary", "Counted up to"))
    ] = None
    stated_by: Annotated[str | None, Item(label=QT_TRANSLATE_NOOP("DoseSummary", "Stated by"))] = (
        None
    )
