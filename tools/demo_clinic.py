# SPDX-License-Identifier: MIT
"""Writes resources/demo/synthetic.json: a synthetic clinic as it stands on 2024-11-26.

The same bytes in every run; a test compares. Run it with ``python -m tools.demo_clinic``.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from math import exp, log
from pathlib import Path
from random import Random
from typing import TypeVar
from uuid import UUID

from tools.demo_ended import ENDED
from tools.demo_ids import DemoIds
from tools.demo_people import PEOPLE
from tools.demo_person import (
    CHANGED_LABORATORY,
    CHINESE_LABORATORY,
    LATIN_LABORATORY,
    Followed,
    Late,
    Person,
)
from tools.demo_plans import CLINIC_DAYS, CLOSED_DAYS, PLANS
from tools.demo_running import RUNNING
from tracker.domain.records import (
    KINDS,
    AdverseEvent,
    AdverseEventGrade,
    Attribution,
    ClinicDays,
    ClosedDays,
    Course,
    CourseDrug,
    Diagnosis,
    DoseEvent,
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    MarkerResult,
    Patient,
    PlannedItem,
    PlanSegment,
    Procedure,
    ReferenceRange,
    Stage,
    Visit,
)
from tracker.domain.records.base import Record, build, parent_of
from tracker.interchange.bundle import Bundle, PatientDraft, RecordDraft
from tracker.interchange.own_json import dump

WORKING_DATE = date(2024, 11, 26)

PLACE = Path(__file__).parent.parent / "resources" / "demo" / "synthetic.json"

_SYNTHETIC = "synthetic"
_PATIENT_NOTE = "synthetic: an invented person for the demonstration"
_WORK_UP = timedelta(days=7)  # from the diagnosis and first scan to the first dose
_BETWEEN_SCANS = timedelta(days=63)
_NOISE = 0.04

_UNITS = {"CEA": "ng/mL", "SCC": "ng/mL", "ALT": "U/L", "TSH": "mIU/L"}
_DECIMALS = {"CEA": 1, "SCC": 1, "ALT": 0, "TSH": 2}

_RANGES = (
    ("CEA", "≤5.0", None),
    ("SCC", "<2.7", None),
    ("TSH", "0.27-4.2", None),
    ("ALT", "7-40", "female"),
    ("ALT", "9-50", "male"),
)

_FINDINGS = {
    "disease": "measurable disease as known",
    "response": "target lesions smaller, no new lesion",
    "stable": "no relevant change, no new lesion",
    "no-evidence": "no residual tumour seen",
    "progression": "target lesions larger, new lesions in the liver",
}

R = TypeVar("R", bound=Record)


def clinic() -> bytes:
    """The file."""
    ids = DemoIds("synthetic clinic")
    ranges = tuple(_ranges(ids))
    charts = tuple(_Chart(person, ids).draft() for person in (*PEOPLE, *RUNNING, *ENDED))
    later = tuple(_changed_ranges(ids))  # last, so that no other id moves
    charts = tuple(_with_plan(chart, ids) for chart in charts)
    days = _draft(ClinicDays, ids, **CLINIC_DAYS)
    closed = _draft(ClosedDays, ids, **CLOSED_DAYS)
    return dump(Bundle((*ranges, *later, days, closed), charts, demonstration=True))


def _with_plan(chart: PatientDraft, ids: DemoIds) -> PatientDraft:
    """Adds the follow-up plan, after everything else."""
    courses = [draft.id for draft in chart.records if isinstance(draft.record, Course)]
    added = []
    for kind_name, texts in PLANS.get(chart.patient.record.mrn, ()):
        kind = KINDS[kind_name]
        link = {"course": str(courses[-1])} if kind is PlannedItem else {}
        added.append(_draft(kind, ids, **texts, **link))
    return replace(chart, records=(*chart.records, *added))


def _ranges(ids: DemoIds) -> Iterator[RecordDraft[Record]]:
    for laboratory in (CHINESE_LABORATORY, LATIN_LABORATORY):
        for analyte, limits, sex in _RANGES:
            unit = _UNITS[analyte]
            yield _draft(
                ReferenceRange,
                ids,
                analyte=analyte,
                laboratory=laboratory,
                limits=limits,
                unit=unit,
                sex=sex,
            )


def _changed_ranges(ids: DemoIds) -> Iterator[RecordDraft[Record]]:
    """A laboratory that changed its assay: which range holds in March 2022 is uncertain."""
    scc = {"analyte": "SCC", "laboratory": CHANGED_LABORATORY, "unit": _UNITS["SCC"]}
    yield _draft(ReferenceRange, ids, **scc, limits="<1.5", effective_to="2022-03")
    yield _draft(ReferenceRange, ids, **scc, limits="<2.7", effective_from="2022-03")
    for analyte, limits, sex in _RANGES:
        if analyte != "SCC":
            texts = {"analyte": analyte, "laboratory": CHANGED_LABORATORY, "sex": sex}
            yield _draft(ReferenceRange, ids, **texts, unit=_UNITS[analyte], limits=limits)


def _draft(kind: type[R], ids: DemoIds, **texts: object) -> RecordDraft[R]:
    record = build(kind, {name: str(text) for name, text in texts.items() if text is not None})
    return RecordDraft(record=record, id=ids.new(), source=_SYNTHETIC)


class _Chart:
    """Makes the records of one person, kind by kind in the order of a chart."""

    def __init__(self, person: Person, ids: DemoIds) -> None:
        self._person = person
        self._ids = ids
        self._chance = Random(person.mrn)
        self._weights: dict[int, str] = {}  # in kg, by the number of the dose
        self._days = _dose_days(person)

    def draft(self) -> PatientDraft:
        p = self._person
        patient = _draft(
            Patient,
            self._ids,
            mrn=p.mrn,
            name=p.name,
            name_latin=p.name_latin,
            sex=p.sex,
            birth=p.born,
            last_contact=self._last_contact(),
            **p.background,
        )
        return PatientDraft(replace(patient, note=_PATIENT_NOTE), tuple(self._records()))

    def _last_contact(self) -> str | None:
        days = [day.isoformat() for day in self._days] + [v["date"] for v in self._person.visits]
        return self._person.last_contact or max(days, default=None)

    def _records(self) -> Iterator[RecordDraft[Record]]:
        if self._days:
            yield from self._treated()
        yield from self._others()

    def _others(self) -> Iterator[RecordDraft[Record]]:
        """Further records; a child belongs to the record of its parent's kind before it."""
        newest: dict[str, UUID] = {}
        for kind_name, texts in self._person.others:
            kind = KINDS[kind_name]
            parent = parent_of(kind)
            link = {parent.name: newest[parent.name]} if parent else {}
            draft = self._new(kind, **texts, **link)
            newest[kind_name] = draft.id
            yield draft

    def _treated(self) -> Iterator[RecordDraft[Record]]:
        yield from self._tumour()
        yield from self._visits()
        course = list(self._course())
        yield from course
        yield from self._events(course[0].id)
        yield from self._scans()
        yield from self._results()

    def _events(self, course: UUID) -> Iterator[RecordDraft[Record]]:
        ids = DemoIds(f"events of {self._person.mrn}")  # of their own, so that no other id moves
        for event in self._person.events:
            texts = {k: text for k, text in vars(event).items() if k not in {"grades", "causes"}}
            stored = self._new(AdverseEvent, ctcae_version="5.0", **texts)
            yield stored
            for day, grade in event.grades:
                yield _draft(AdverseEventGrade, ids, adverse_event=stored.id, date=day, grade=grade)
            for cause, certainty in event.causes:
                named = {"course": course} if cause == "course" else {"treatment": cause}
                yield _draft(
                    Attribution, ids, adverse_event=stored.id, certainty=certainty, **named
                )

    def _new(self, kind: type[R], **texts: object) -> RecordDraft[R]:
        return _draft(kind, self._ids, **texts)

    def _tumour(self) -> Iterator[RecordDraft[Record]]:
        p = self._person
        day = p.diagnosed or self._days[0] - 2 * _WORK_UP
        diagnosis = self._new(
            Diagnosis,
            date=day,
            site=p.site[0],
            site_code=p.site[1],
            histology=p.histology[0],
            morphology_code=p.histology[1],
        )
        yield diagnosis
        if p.stage:
            system, stage, basis = p.stage
            yield self._new(
                Stage, diagnosis=diagnosis.id, date=day, system=system, stage=stage, basis=basis
            )
        yield self._new(
            Procedure,
            date=day,
            type="biopsy",
            name="biopsy",
            site=p.site[0],
            histology=p.histology[0],
            proves="primary",
        )

    # Visits: before the first dose, on every dose day, and those told of in words

    def _visits(self) -> Iterator[RecordDraft[Record]]:
        before = self._days[0] - _WORK_UP
        height = {"height": str(self._person.height)} if self._person.height else {}
        measured = {before.isoformat(): self._measured(0) | height}
        for number, day in enumerate(self._days, start=1):
            measured[day.isoformat()] = self._measured(number) | {"irae_asked": "yes"}
        visits = measured | {visit["date"]: visit for visit in self._person.visits}
        for day_text in sorted(visits):
            yield self._new(Visit, **{"contact": "visit"} | visits[day_text] | {"date": day_text})

    def _measured(self, number: int) -> dict[str, str]:
        if self._person.weight is None:
            return {}
        first, last = self._person.weight
        weight = first + (last - first) * number / len(self._days)
        systolic = self._whole(108, 136)
        self._weights[number] = f"{weight + self._spread(0.4):.1f}"
        return {
            "ecog": str(self._person.ecog),
            "weight": self._weights[number],
            "temperature": f"{36.5 + self._spread(0.3):.1f}",
            "systolic": str(systolic),
            "diastolic": str(systolic - self._whole(38, 48)),
            "pulse": str(self._whole(62, 88)),
            "spo2": str(self._whole(96, 99)),
        }

    def _spread(self, width: float) -> float:
        return width * (2 * self._chance.random() - 1)

    def _whole(self, low: int, high: int) -> int:
        return low + int((high - low + 1) * self._chance.random())

    # The plan and its ledger

    def _course(self) -> Iterator[RecordDraft[Record]]:
        p = self._person
        stop, why = p.stop or (None, None)
        course = self._new(
            Course,
            regimen=" + ".join([p.drug, *(drug for drug, _ in p.partners)]),
            therapy="immunotherapy",
            line=p.line,
            intent=p.intent,
            start=self._days[0],
            stop=stop,
            stop_reason=why,
            ledger_complete="yes",
        )
        yield course
        for drug, dose in ((p.drug, p.dose), *p.partners):
            yield self._new(
                CourseDrug, course=course.id, drug=drug, dose=dose, route="intravenous", days="1"
            )
        for cycle, interval in p.plan.items():
            yield self._new(PlanSegment, course=course.id, from_cycle=cycle, interval_days=interval)
        for number, day in enumerate(self._days, start=1):
            if number in p.late:
                yield from self._late(course.id, day, p.late[number])
            given = None if p.partners else self._dose(number)
            yield self._new(DoseEvent, course=course.id, action="given", date=day, dose=given)
        for event in p.ledger:
            yield self._new(DoseEvent, course=course.id, **event)

    def _dose(self, number: int) -> str:
        """The amount that was given: by the weight of the day where the plan says mg/kg."""
        begun = [first for first in self._person.doses if first <= number]
        planned = self._person.doses[max(begun)] if begun else self._person.dose
        per_kilogram, unit = planned.split()
        if unit != "mg/kg":
            return planned
        return f"{round(Decimal(per_kilogram) * Decimal(self._weights[number]))} mg"

    def _late(self, course: UUID, day: date, late: Late) -> Iterator[RecordDraft[Record]]:
        yield self._new(
            DoseEvent,
            course=course,
            action="held" if late.held else "delayed",
            date=day - timedelta(days=late.days),
            until=day,
            reason=late.reason,
            reason_text=late.words,
        )
        if late.held:
            yield self._new(DoseEvent, course=course, action="resumed", date=day)

    # Scans and results

    def _scans(self) -> Iterator[RecordDraft[Record]]:
        day = self._days[0] - _WORK_UP
        ids = DemoIds(f"lesions of {self._person.mrn}")  # of their own, so that no other id moves
        lesions = [self._lesion(each, ids) for each in self._person.lesions]
        yield from lesions
        for number, conclusion in enumerate(self._person.scans):
            study = self._new(
                ImagingStudy,
                date=day,
                modality="CT",
                findings=_FINDINGS[conclusion],
                conclusion=conclusion,
                baseline="yes" if lesions and number == 0 else None,
            )
            yield study
            for followed, lesion in zip(self._person.lesions, lesions, strict=True):
                if size := followed.sizes[number]:
                    yield _measured(followed, size, lesion.id, study.id, ids)
            day += _BETWEEN_SCANS

    def _lesion(self, followed: Followed, ids: DemoIds) -> RecordDraft[Record]:
        texts = {name: text for name, text in vars(followed).items() if name != "sizes"}
        return _draft(Lesion, ids, **texts)

    def _results(self) -> Iterator[RecordDraft[Record]]:
        sampled = [*self._sampled(), *self._person.extra]
        for day, analyte, value in sorted(sampled):
            yield self._new(
                MarkerResult,
                analyte=analyte,
                date=day,
                value=value,
                unit=_UNITS[analyte],
                laboratory=self._person.laboratory,
            )

    def _sampled(self) -> Iterator[tuple[date, str, str]]:
        """A sample on the workday before each dose, or every second one of a long course."""
        step = 2 if len(self._days) > 12 else 1
        for analyte, anchors in self._person.series.items():
            last = self._person.sampled_to.get(analyte, len(self._days))
            for cycle in range(1, last + 1, step):
                value = _between(anchors, cycle) * (1 + self._spread(_NOISE))
                day = _workday_before(self._days[cycle - 1])
                yield day, analyte, f"{value:.{_DECIMALS[analyte]}f}"


def _measured(
    followed: Followed, size: str, lesion: UUID, study: UUID, ids: DemoIds
) -> RecordDraft[Record]:
    axis = "short_axis" if followed.node == "yes" else "diameter"
    field = axis if size.isdecimal() else "finding"
    return _draft(LesionMeasurement, ids, imaging_study=study, lesion=lesion, **{field: size})


def _workday_before(day: date) -> date:
    monday = day.weekday() == 0
    return day - timedelta(days=3 if monday else 1)


def _between(anchors: dict[int, float], cycle: int) -> float:
    """The value at ``cycle``, interpolated on a log scale as markers move."""
    before = max(c for c in anchors if c <= cycle)
    after = min((c for c in anchors if c >= cycle), default=before)
    if before == after:
        return anchors[before]
    share = (cycle - before) / (after - before)
    return exp(log(anchors[before]) * (1 - share) + log(anchors[after]) * share)


def _dose_days(person: Person) -> list[date]:
    """The days of the given doses, counted back from the last one."""
    days = [person.last] if person.last else []
    for cycle in range(person.given, 1, -1):
        interval = person.plan[max(first for first in person.plan if first < cycle)]
        late = person.late[cycle].days if cycle in person.late else 0
        days.append(days[-1] - timedelta(days=interval + late))
    return days[::-1]


if __name__ == "__main__":
    PLACE.write_bytes(clinic())
