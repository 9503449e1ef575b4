# SPDX-License-Identifier: MIT
"""What the lifeline draws: a course as plain marks, each with its words and its record.

A service builds it from a patient's chart; the chart widget only places it. Nothing here is
judged again: flags, multiples of a limit and sentences arrive as they were frozen or worked out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from tracker.domain.dates import PartialDate, add_months
from tracker.domain.records.marker import Flag

Record = tuple[str, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Anything on the lifeline that stands for a record.

    Attributes:
        when: as precisely as it is known; for bars the start.
        words: the record in one sentence, shown on hover and read aloud.
        record: kind code and id of what a click opens.
        place: first and last day between which an *undated* mark may be drawn, because the order
            of events is stated; it is drawn dashed. Ignored when the date is known.
    """

    when: PartialDate
    words: str
    record: Record | None = None
    place: tuple[date, date] | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """First day and day after the last of the date, or None when a side is open."""
        if self.when.earliest is None or self.when.latest is None:
            return None
        return self.when.earliest.toordinal(), self.when.latest.toordinal() + 1

    @property
    def day_known(self) -> bool:
        """Only one day is possible."""
        return self.when.is_day

    @property
    def order_day(self) -> int | None:
        """The day that orders this mark among others, or None when nothing does."""
        day = self.when.earliest or (self.place and self.place[0]) or self.when.latest
        return day.toordinal() if day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerPoint(Mark):
    """One result.

    Attributes:
        text: the result as reported, "61.10" or "<0.5".
        number: where it is drawn; None (a word such as "negative") is not drawn on the curve.
        censored: "<" or ">" when ``number`` is the assay's limit, else "".
        flag: as frozen when it was saved.
        upper: the upper limit of its own range, for the view in multiples of the limit.
        times_limit: the multiple as it is to be printed, "1.47", or "".
    """

    text: str
    number: float | None
    censored: str = ""
    flag: Flag | None = None
    upper: float | None = None
    times_limit: str = ""


@dataclass(frozen=True, slots=True)
class RangeStep:
    """The reference range from ``start`` (None = always so far) until the next step.

    ``low`` or ``high`` None means one-sided. A ``start`` that is no single day makes the switch
    uncertain.
    """

    start: PartialDate | None
    low: float | None
    high: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about an absence, written in the free space between two days."""

    text: str
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerSeries:
    """All results of one analyte, oldest first, with the ranges they may be seen against."""

    code: str
    title: str
    unit: str
    points: tuple[MarkerPoint, ...] = ()
    ranges: tuple[RangeStep, ...] = ()
    notes: tuple[Note, ...] = ()


class Tone(StrEnum):
    """Which family of colour a bar has."""

    IMMUNOTHERAPY = "io"
    CHEMOTHERAPY = "chemo"
    RADIOTHERAPY = "rt"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose(Mark):
    """A tick on a course. ``given`` False: planned and held, skipped or delayed."""

    given: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar(Mark):
    """Something that lasts. ``end`` None and not ``ongoing``: the end is not recorded."""

    title: str
    caption: str = ""
    end: PartialDate | None = None
    ongoing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Bar):
    """A course of drugs or radiotherapy.

    Attributes:
        tone: its colour family.
        doses: the dose events that have a record.
        question: what is missing, "no dose date recorded", or "".
        beneath: hangs below the course before it, with the same start (a simultaneous boost).
    """

    tone: Tone = Tone.OTHER
    doses: tuple[Dose, ...] = ()
    question: str = ""
    beneath: bool = False


@dataclass(frozen=True, slots=True)
class GradeStep:
    """From ``start`` the adverse event had ``grade`` (1 to 5; 0 = gone; None = not stated)."""

    start: PartialDate
    grade: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEvent(Bar):
    """An adverse event with its grades in order of time; none at all = grade not stated."""

    grades: tuple[GradeStep, ...] = ()


class Symbol(StrEnum):
    """The shape of an event."""

    SURGERY = "surgery"
    BIOPSY = "biopsy"
    SCAN = "scan"
    METABOLIC_SCAN = "metabolic"
    RESPONSE = "response"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Mark):
    """Something that happened once.

    Attributes:
        symbol: its shape.
        title: the words in bold.
        lead: the words before it in grey, usually the date.
        detail: the words after it.
        second: a second line in grey.
        response: response code drawn as a chip ("CR", "iUPD"), or "".
        good: a finding that is good news ("no recurrence").
        time_point: the day under which it is read together with others, or None.
    """

    symbol: Symbol
    title: str = ""
    lead: str = ""
    detail: str = ""
    second: str = ""
    response: str = ""
    good: bool = False
    time_point: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Mark):
    """A relapse or progression: a line through all lanes, titled."""

    title: str


class LaneKind(StrEnum):
    """The lanes below the markers, in the order they are drawn."""

    DRUGS = "drugs"
    RADIOTHERAPY = "radiotherapy"
    SURGERY = "surgery"
    IMAGING = "imaging"
    ADVERSE_EVENTS = "adverse_events"
    VISITS = "visits"


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane; ``empty`` is the sentence it shows when it has no marks and no notes."""

    kind: LaneKind
    marks: tuple[Bar | Event, ...] = ()
    notes: tuple[Note, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifeline:
    """The whole course of one patient as of a day."""

    as_of: date
    markers: tuple[MarkerSeries, ...] = ()
    lanes: tuple[Lane, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    def marks(self) -> Iterator[Mark]:
        """Every mark, doses included, lane by lane."""
        for series in self.markers:
            yield from series.points
        for lane in self.lanes:
            for mark in lane.marks:
                yield mark
                if isinstance(mark, Course):
                    yield from mark.doses
        yield from self.milestones

    def event_days(self) -> list[int]:
        """The days that make the automatic window: every dated mark and every switch of a range."""
        days = [mark.order_day for mark in self.marks()]
        days += [
            step.start.earliest.toordinal()
            for series in self.markers
            for step in series.ranges
            if step.start and step.start.earliest
        ]
        return sorted(day for day in days if day is not None)

    def extent(self) -> tuple[int, int]:
        """First day and day after the last of the axis, in whole months.

        From the first mark to ``as_of``, or to a later mark; six months when nothing is dated.
        """
        marked = [day for mark in self.marks() if (day := mark.order_day) is not None]
        last = max([self.as_of.toordinal(), *marked])
        first = min(marked) if marked else add_months(self.as_of, -6).toordinal()
        start = date.fromordinal(min(first, last)).replace(day=1)
        end = add_months(date.fromordinal(last).replace(day=1), 1)
        return start.toordinal(), end.toordinal()
