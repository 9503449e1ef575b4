# SPDX-License-Identifier: MIT
"""The radiotherapy ledger: biological doses, sums a person confirmed, ends and overlaps.

Source: linear-quadratic model (Fowler 1989), conventions of GEC-ESTRO: alpha/beta 10 Gy for
tumour and early effects, 3 Gy for late effects. EQD2 is summed, physical dose never; only phases
that a person said meet in the same point are summed, and a simultaneous boost is instead of the
phase below it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tracker.domain.clinic_calendar import ClinicCalendar
from tracker.domain.dates import Certainty, PartialDate, overlap
from tracker.domain.envelope import Stored
from tracker.domain.records.course import Course
from tracker.domain.records.radiotherapy import BoostKind, RadiotherapyPhase
from tracker.domain.text import folded

TUMOUR, LATE = Decimal(10), Decimal(3)
"""Conventional alpha/beta ratios, Gy."""


def bed(total_gy: Decimal, fractions: int, alpha_beta_gy: Decimal) -> Decimal:
    """BED in Gy: n d (1 + d / (alpha/beta)), with d = total / n. Not rounded."""
    per_fraction = total_gy / fractions
    return total_gy * (1 + per_fraction / alpha_beta_gy)


def eqd2(total_gy: Decimal, fractions: int, alpha_beta_gy: Decimal) -> Decimal:
    """Equivalent dose in 2 Gy fractions, Gy: D (d + alpha/beta) / (2 + alpha/beta)."""
    per_fraction = total_gy / fractions
    return total_gy * (per_fraction + alpha_beta_gy) / (2 + alpha_beta_gy)


def ratios(phase: RadiotherapyPhase) -> tuple[Decimal, ...]:
    """The alpha/beta ratios of a phase, Gy: 10 and 3, and its own where a person set another."""
    own = phase.alpha_beta
    return (TUMOUR, LATE, own) if own is not None and own not in {TUMOUR, LATE} else (TUMOUR, LATE)


@dataclass(frozen=True, slots=True)
class DoseSum:
    """EQD2 in one point, which a person confirmed to be common to the phases.

    Attributes:
        point: the name of the point, as written at the first of its phases.
        phases: those whose dose adds up; a phase that a simultaneous boost stands for is left out.
    """

    point: str
    phases: tuple[Stored[RadiotherapyPhase], ...]

    def eqd2(self, alpha_beta_gy: Decimal) -> Decimal:
        """The sum in Gy, not rounded."""
        doses = (eqd2(p.record.total_gy, p.record.fractions, alpha_beta_gy) for p in self.phases)
        return sum(doses, Decimal(0))


def dose_sums(phases: Iterable[Stored[RadiotherapyPhase]]) -> tuple[DoseSum, ...]:
    """The confirmed sums: phases that name the same dose point, two or more of them."""
    points: dict[str, list[Stored[RadiotherapyPhase]]] = {}
    for phase in phases:
        if phase.record.dose_point:
            points.setdefault(folded(phase.record.dose_point).casefold(), []).append(phase)
    sums = (DoseSum(found[0].record.dose_point or "", _adding(found)) for found in points.values())
    return tuple(each for each in sums if len(each.phases) > 1)


def _adding(phases: list[Stored[RadiotherapyPhase]]) -> tuple[Stored[RadiotherapyPhase], ...]:
    """The phases without those that a simultaneous boost is given instead of."""
    replaced = {
        phase.record.boost_of
        for phase in phases
        if phase.record.boost is BoostKind.SIMULTANEOUS and phase.record.boost_of
    }
    return tuple(phase for phase in phases if phase.record.site not in replaced)


@dataclass(frozen=True, slots=True)
class ExpectedEnd:
    """Day of the last fraction, were none left out.

    Attributes:
        without_gaps: when every weekday is used.
        with_closures: when the days named in ``closed`` are left out as well.
    """

    without_gaps: date
    with_closures: date
    closed: tuple[tuple[date, str], ...] = ()


_WEEKDAYS = 5


def expected_end(
    phase: RadiotherapyPhase, calendar: ClinicCalendar | None = None
) -> ExpectedEnd | None:
    """Counts the fractions of a phase forward from its first day over Monday to Friday.

    The first day counts whatever day of the week it is: somebody recorded it as treated. None when
    that day is not known, or the fractions per week do not say on which days they are given: only
    weekly ones and whole multiples of five do, and a single one.
    """
    start = phase.start.day if phase.start else None
    if start is not None and phase.fractions == 1:
        return ExpectedEnd(start, start)
    if start is None or phase.per_week is None:
        return None
    if phase.per_week == 1:
        last = start + timedelta(weeks=phase.fractions - 1)
        return ExpectedEnd(last, last)
    if phase.per_week % _WEEKDAYS:
        return None
    days = -(-phase.fractions // (phase.per_week // _WEEKDAYS))
    plain = _last_of(_treatment_days(start, None), days)
    kept = _last_of(_treatment_days(start, calendar), days)
    closed = tuple(_closures(start, kept, calendar)) if calendar else ()
    return ExpectedEnd(plain, kept, closed)


def _treatment_days(start: date, calendar: ClinicCalendar | None) -> Iterator[date]:
    yield start  # recorded as treated, whatever day it is
    day = start + timedelta(days=1)
    while True:
        if day.weekday() < _WEEKDAYS and not (calendar and calendar.closed_on(day)):
            yield day
        day += timedelta(days=1)


def _last_of(days: Iterator[date], n: int) -> date:
    return next(day for at, day in enumerate(days, 1) if at == n)


def _closures(start: date, end: date, calendar: ClinicCalendar) -> Iterator[tuple[date, str]]:
    """The weekdays between two days on which the clinic is closed, with the reason."""
    for n in range(1, (end - start).days + 1):
        day = start + timedelta(days=n)
        reason = calendar.closed_on(day)
        if reason and day.weekday() < _WEEKDAYS:
            yield day, reason.name or reason.why.label


def overlaps(
    phase: RadiotherapyPhase,
    course: Course,
    as_of: date,
    calendar: ClinicCalendar | None = None,
) -> Certainty | None:
    """Whether a drug was running on a day of the radiotherapy, as known at ``as_of``.

    An end that is not recorded lies between the expected ends without and with the clinic's closed
    days (other breaks are not guessed), or anywhere up to ``as_of`` when none can be expected.
    None when the start of the radiotherapy is not known.
    """
    start = phase.start.closed(as_of) if phase.start else None
    if start is None or start.earliest is None:
        return None
    stop = course.stop.closed(as_of) if course.stop else PartialDate.of(as_of)
    return overlap(start, _end(phase, start.earliest, as_of, calendar), course.start, stop)


def _end(
    phase: RadiotherapyPhase, earliest: date, as_of: date, calendar: ClinicCalendar | None
) -> PartialDate:
    if phase.end is not None and not phase.end.is_unknown:
        return phase.end.closed(as_of)
    expected = expected_end(phase, calendar)
    if expected is None:
        return PartialDate("", earliest, as_of)
    return PartialDate("", expected.without_gaps, expected.with_closures).closed(as_of)
