# SPDX-License-Identifier: MIT
"""What the doses of a course add up to: milligrams by drug, and how close to the plan they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.cycles import Cycle, Regimen
from tracker.domain.envelope import Stored
from tracker.domain.records import CourseDrug, DoseEvent
from tracker.domain.values import Dose, DoseUnit


@dataclass(frozen=True, slots=True)
class Intensity:
    """Interval dose intensity: planned days over actual days, both ways of counting.

    ``first_to_last`` counts from the first to the last dose. ``with_last_cycle`` adds, on both
    sides, one more interval of the length that led to the last dose.
    """

    first_to_last: float | None = None
    with_last_cycle: float | None = None


@dataclass(frozen=True, slots=True)
class Cumulative:
    """The recorded doses of one drug added up; never more than what was recorded.

    Attributes:
        drug: as the course names it.
        total: in mg; None while no amount is recorded.
        doses: recorded with an amount, which ``total`` adds up.
        without_amount: recorded without one, or with one that depends on the patient.
    """

    drug: str
    total: Dose | None
    doses: int
    without_amount: int


def cumulative_of(
    drugs: Sequence[Stored[CourseDrug]], given: Sequence[DoseEvent]
) -> tuple[Cumulative, ...]:
    """The doses that were given of each drug, drugs in the order of the regimen."""
    regimen = Regimen.of(drugs)
    of_all = len(regimen.drugs) > 1  # then an amount without a drug is nobody's
    names = {drug.record.drug.casefold(): drug.record.drug for drug in drugs}
    found = []
    for key, name in names.items():
        own = [record for record in given if regimen.drug_of(record) in {None, key}]
        doses = (r.dose for r in own if r.dose and not (of_all and r.drug is None))
        amounts = [mg for dose in doses if (mg := dose.milligrams) is not None]
        total = Dose(sum(amounts, Decimal(0)), DoseUnit.MG) if amounts else None
        found.append(Cumulative(name, total, len(amounts), len(own) - len(amounts)))
    return tuple(found)


def intensity_of(cycles: Sequence[Cycle]) -> Intensity:
    """Interval dose intensity, between 0 and above 1 when early; empty while a day is unknown."""
    days = [cycle.day for cycle in cycles]
    planned = [cycle.interval_days for cycle in cycles[:-1]]
    known_days = [day for day in days if day is not None]
    known_plan = [interval for interval in planned if interval is not None]
    if len(days) < 2 or len(known_days) < len(days) or len(known_plan) < len(planned):
        return Intensity()
    actual, last = (known_days[-1] - known_days[0]).days, known_plan[-1]
    return Intensity(sum(known_plan) / actual, (sum(known_plan) + last) / (actual + last))
