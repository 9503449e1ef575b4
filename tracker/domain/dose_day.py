# SPDX-License-Identifier: MIT
"""The dose day of one patient before anything is typed: whose, which dose, what stood last time.

Last values are for comparing; nothing here is ever filled into a box.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from tracker.domain.calculated import BsaFormula, Freshness, Input, Quantity
from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate, age_years
from tracker.domain.dose_day_labs import LAB_COLUMNS, LabColumn, in_units_of
from tracker.domain.dosing import (
    Computed,
    carboplatin,
    flat,
    per_surface,
    per_weight,
)
from tracker.domain.envelope import Stored
from tracker.domain.errors import Refused
from tracker.domain.markers import by_sample
from tracker.domain.records import CourseDrug, MarkerResult, MeasuredGfr, PlanSegment, Visit
from tracker.domain.records.dose_day import InterviewAnswer
from tracker.domain.reminders import Due
from tracker.domain.renal import ML_PER_MIN, cockcroft_gault
from tracker.domain.schedule import Ledger, leading, ledgers
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, folded
from tracker.domain.units import same_unit
from tracker.domain.values import Dose, DoseUnit

Texts = Mapping[str, str]
"""What stands on the sheet: the text of each box by its name; empty boxes are left out."""

VITALS = ("weight", "ecog", "temperature", "pulse", "spo2")
PRESSURE = "pressure"
FRESH_DAYS = {
    Quantity.WEIGHT: 28,
    Quantity.HEIGHT: 3650,
    Quantity.CREATININE: 14,
    Quantity.GFR: 28,
}
"""How old an input of a calculated dose may be, in days, until the clinic sets its own."""


_UNUSED_GFR = QT_TRANSLATE_NOOP(
    "Message", "The measured GFR of {rate} mL/min ({date}) is too old; an estimate was used."
)


@dataclass(frozen=True, slots=True)
class Last:
    """A value of an earlier day: its text, and the day as precisely as it is known."""

    text: str
    date: PartialDate

    @property
    def number(self) -> Decimal | None:
        """The plain number, None for anything else."""
        return Decimal(self.text) if _PLAIN.fullmatch(self.text) else None


_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured for this dose, and takes the place of the last values.

    Attributes:
        weight: in kg.
        creatinine: with its unit and the day of its sample.
    """

    weight: Decimal | None = None
    creatinine: Input | None = None


@dataclass(frozen=True)
class DoseDay:
    """Everything the sheet shows beside what is typed.

    Attributes:
        today: the working date.
        book: the course a dose is due of; None when nothing runs.
    """

    chart: Chart
    today: date
    book: Ledger | None

    @classmethod
    def of(cls, chart: Chart, today: date, course: UUID | None = None) -> "DoseDay":
        """The dose day of a chart; without ``course`` that of the running course that counts."""
        running = [book for book in ledgers(chart) if book.is_running]
        named = next((book for book in running if book.course.id == course), None)
        return cls(chart, today, named or leading(running))

    @cached_property
    def due(self) -> Due | None:
        """What is due of the course."""
        return self.book.due if self.book else None

    @cached_property
    def drugs(self) -> tuple[CourseDrug, ...]:
        """The drugs of the course, each with a box for its dose."""
        return tuple(stored.record for stored in self.book.drugs) if self.book else ()

    def segment(self, given: date) -> PlanSegment | None:
        """The part of the plan that a dose of the day ``given`` belongs to."""
        found = self.book.segment_from(PartialDate.of(given)) if self.book else None
        return found.record if found else None

    def interval(self, given: date) -> int | None:
        """Days from a dose of the day ``given`` to the next one, as planned."""
        plan = self.segment(given)
        return plan.interval_days if plan else None

    def earliest(self, given: date | None) -> date | None:
        """First day of the next dose that does not ask: after a dose of ``given``, if there is one.

        There is no window until the clinic sets one.
        """
        if given is None:
            return self.book.earliest_permitted if self.book else None
        plan, following = self.segment(given), self.projected(given)
        window = timedelta(days=plan.window_days or 0 if plan else 0)
        return following - window if following else None

    # --- last time ------------------------------------------------------------------

    @cached_property
    def visits(self) -> tuple[Stored[Visit], ...]:
        """Earlier visits, oldest first."""
        return tuple(sorted(self.chart.of(Visit), key=lambda v: (v.record.date.sort_key, v.id)))

    def last(self, name: str, until: date | None = None) -> Last | None:
        """The newest value of one box of the visit; up to a day, when one is named."""
        values = self._values(name, reverse=True)
        return next((v for v in values if until is None or v.date.sort_key[0] <= until), None)

    def first(self, name: str) -> Last | None:
        """The value nearest before the first dose of the course, else the first there is."""
        values = list(self._values(name))
        start = self.book.course.record.start.sort_key if self.book else None
        before = [v for v in values if start is not None and v.date.sort_key <= start]
        return before[-1] if before else next(iter(values), None)

    def _values(self, name: str, *, reverse: bool = False) -> Iterator[Last]:
        read = _pressure if name == PRESSURE else _field(name)
        for stored in reversed(self.visits) if reverse else self.visits:
            if text := read(stored.record):
                yield Last(text, stored.record.date)

    @cached_property
    def answers(self) -> dict[str, InterviewAnswer]:
        """The newest answer to each question of the interview."""
        days = {visit.id: visit.record.date.sort_key for visit in self.visits}
        found = (a.record for a in self.chart.of(InterviewAnswer) if a.record.visit in days)
        return {a.item: a for a in sorted(found, key=lambda a: days[a.visit])}

    @cached_property
    def results(self) -> dict[str, MarkerResult]:
        """The newest result of each analyte."""
        found = (stored.record for stored in self.chart.of(MarkerResult))
        return {r.analyte: r for r in by_sample(found)}

    def newest(self, on: date, typed: Iterable[MarkerResult] = ()) -> dict[str, MarkerResult]:
        """The newest result of each analyte up to a day, by the day of its sample.

        One typed on the sheet goes before another of the same day, never before a later one.
        """
        known = (stored.record for stored in self.chart.of(MarkerResult))
        up_to = by_sample(r for r in known if r.date.sort_key[0] <= on)
        ordered = sorted((*up_to, *typed), key=lambda r: r.date.sort_key)
        return {r.analyte: r for r in ordered}

    @cached_property
    def columns(self) -> tuple[LabColumn, ...]:
        """The laboratory values of the sheet, in the units of this chart."""
        return in_units_of(LAB_COLUMNS, {a: r.unit for a, r in self.results.items()})

    @cached_property
    def laboratory(self) -> str | None:
        """The laboratory of the newest result, which is shown beside the boxes."""
        newest = max(self.results.values(), key=lambda r: r.date.sort_key, default=None)
        return newest.laboratory if newest else None

    # --- what follows from what is typed ---------------------------------------------

    def computed(self, drug: CourseDrug, now: Measured, on: date) -> Computed | None:
        """The dose of the plan, with its inputs; None when they are missing.

        Args:
            drug: with its planned dose.
            now: measured for this dose; else the last values are used and marked when stale.
            on: day of the dose.
        """
        if drug.dose is None:
            return None
        try:
            return self._computed(drug, drug.dose, now, on)
        except Refused:
            return None

    def _computed(self, drug: CourseDrug, plan: Dose, now: Measured, on: date) -> Computed | None:
        fresh = Freshness(on, FRESH_DAYS)
        if plan.unit in {DoseUnit.MG, DoseUnit.G, DoseUnit.MCG}:
            return flat(plan)
        kilograms = self._input(Quantity.WEIGHT, "kg", now.weight, on)
        height = self._input(Quantity.HEIGHT, "cm", None, on)
        if plan.unit is DoseUnit.MG_PER_KG and kilograms:
            return per_weight(plan, kilograms, fresh)
        if plan.unit is DoseUnit.MG_PER_M2 and kilograms and height:
            formula = drug.bsa or BsaFormula.MOSTELLER
            return per_surface(plan, height, kilograms, formula, fresh)
        if plan.unit is DoseUnit.AUC:
            return self._carboplatin(plan, now.creatinine or self._creatinine(on), kilograms, fresh)
        return None

    def _carboplatin(
        self, plan: Dose, creatinine: Input | None, weight: Input | None, fresh: Freshness
    ) -> Computed | None:
        """By Calvert: with the measured GFR, else with an estimate; an old measurement comes last.

        The estimate is the clearance of Cockcroft and Gault, which carboplatin's label uses.
        """
        rate, method = self._measured_gfr(fresh.as_of) or (None, "")
        measured = carboplatin(plan, rate, fresh, method) if rate else None
        if measured is not None and not measured.is_stale:
            return measured
        estimated = self._estimated(plan, creatinine, weight, fresh)
        if estimated is None or rate is None or rate.date is None:
            return estimated or measured
        unused = Message(_UNUSED_GFR, {"rate": rate.value, "date": rate.date})
        return replace(estimated, notes=(*estimated.notes, unused))

    def _measured_gfr(self, on: date) -> tuple[Input, str] | None:
        """The newest measurement up to a day, with its method."""
        found = [stored.record for stored in self.chart.of(MeasuredGfr)]
        found = [each for each in found if each.date.sort_key[0] <= on]
        if not found:
            return None
        last = max(found, key=lambda each: each.date.sort_key)
        return Input(Quantity.GFR, last.rate, ML_PER_MIN, last.date), last.method

    def _estimated(
        self, plan: Dose, creatinine: Input | None, weight: Input | None, fresh: Freshness
    ) -> Computed | None:
        person = self.chart.patient.record
        age = age_years(person.birth, PartialDate.of(fresh.as_of)) if person.birth else None
        if creatinine is None or weight is None or age is None or not age.certain:
            return None
        clearance = cockcroft_gault(creatinine, weight, age.low, person.sex, fresh)
        return carboplatin(plan, clearance, fresh)

    def _creatinine(self, on: date) -> Input | None:
        """The newest creatinine up to a day, as far as it is a plain number."""
        result = self.newest(on).get("CREA")
        return creatinine_input(result) if result else None

    def _input(self, name: Quantity, unit: str, typed: Decimal | None, on: date) -> Input | None:
        if typed is not None:
            return Input(name, typed, unit, PartialDate.of(on))
        last = self.last(name.value, on)
        return Input(name, Decimal(last.text), unit, last.date) if last else None

    def reaches_end(self, given: date) -> bool:
        """Whether a dose of that day is the last planned one; nobody stops by that alone."""
        if self.book is None:
            return False
        if self.book.after_dose(given).within:
            return False
        cycles, end = self.book.course.record.planned_cycles, self.book.planned_end
        following = self.projected(given)
        this = len(self.book.cycles) + (not self.continues_cycle(given))
        if cycles is not None and this >= cycles:
            return True
        return bool(end and following and following >= end)

    def after_skip(self, on: date) -> date | None:
        """The next date when the dose is left out on a day, as the ledger will have it."""
        return self.book.after_skip(on).projected if self.book else None

    def continues_cycle(self, given: date) -> bool:
        """Whether a dose of the day ``given`` belongs to the cycle that runs."""
        return self.book is not None and self.book.continues_cycle(given)

    def turn(self, given: date) -> frozenset[str]:
        """The drugs that the plan gives on a day, by case-folded name."""
        return self.book.turn(given) if self.book else frozenset()

    @property
    def cycle(self) -> int | None:
        """Number of the cycle that a dose of today belongs to; None when it is not known."""
        if self.book is None or self.due is None or self.due.cycle is None:
            return None
        return len(self.book.cycles) + (not self.continues_cycle(self.today))

    @property
    def cycle_day(self) -> int | None:
        """The day of the cycle, as 8, that a dose of today stands for; None if it begins one."""
        within = self.book.within if self.book else None
        return within.number if within and self.continues_cycle(self.today) else None

    def projected(self, given: date | None) -> date | None:
        """The next date: after a dose of the day ``given``, else as the ledger stands."""
        if self.book is None or given is None:
            return self.book.projected if self.book else None
        within = self.book.after_dose(given).within
        if within is not None:
            return within.on
        if self.continues_cycle(given):
            return self.book.next_cycle_day
        interval = self.interval(given)
        return given + timedelta(days=interval) if interval else None


def creatinine_input(result: MarkerResult) -> Input | None:
    """A creatinine as a calculation takes it; None for what is not a plain number."""
    if result.value.number is None or result.value.comparator:
        return None
    unit = "umol/L" if same_unit(result.unit, "umol/L") else result.unit
    return Input(Quantity.CREATININE, result.value.number, unit, result.date)


def _field(name: str) -> Callable[[Visit], str]:
    def read(visit: Visit) -> str:
        value = getattr(visit, name)
        return "" if value is None else str(value)

    return read


def _pressure(visit: Visit) -> str:
    return f"{visit.systolic}/{visit.diastolic}" if visit.systolic else ""


_AFTER = re.compile(r"\+?\s*([0-9]{1,3})\s*([dw]?)", re.ASCII | re.IGNORECASE)


def appointed(text: str, on: date) -> PartialDate:
    """Reads the day set for the next dose: ``+21``, ``3w``, ``21d`` or a date.

    Raises:
        Refused: not a date. A bare number needs its sign or letter: 21 may be a day of a month.
    """
    plain = folded(text)
    match = _AFTER.fullmatch(plain)
    if match and (plain.startswith("+") or match[2]):
        days = int(match[1]) * (7 if match[2].lower() == "w" else 1)
        return PartialDate.of(on + timedelta(days=days))
    return PartialDate.parse(text)
