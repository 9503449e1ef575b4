# SPDX-License-Identifier: MIT
"""A synthetic clinic of any size, filled as years of visits fill it: round by round.

In every round some patients come, in no order, and each leaves a few rows. So the rows of one
chart are written far apart in time, which is what the layout of the tables has to stand. Nothing
is tidied up afterwards (no VACUUM).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from tracker.domain.envelope import Stamp
from tracker.domain.records import KINDS, Patient
from tracker.domain.records.base import Record, build
from tracker.services.search_keys import search_keys
from tracker.store.store import Store
from tracker.store.unit import Unit

USER = "Synthetic Admin"
TODAY = date(2024, 11, 26)
ROUNDS = 30  # the longest chart: 30 visits, 146 rows
INTERVAL_DAYS = 21
LONG_EVERY = 50  # one chart in 50 goes through all rounds
_ROUNDS_PER_UNIT = 10
_ACTIVE_PERCENT = 30
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "秀英桂兰玉珍凤淑敏静丽红霞芳燕艳娜莉萍雪"

Fields = dict[str, str]


@dataclass
class _Person:
    """One synthetic patient on the way through the rounds."""

    number: int
    visits: int
    is_active: bool
    offset: int
    id: UUID | None = None
    course: UUID | None = None

    @property
    def first_round(self) -> int:
        return ROUNDS - self.visits

    def day(self, round_number: int) -> date:
        """The day of this patient's visit in a round; the last one lies before ``TODAY``."""
        back = (ROUNDS - 1 - round_number) * INTERVAL_DAYS + self.offset
        return TODAY - timedelta(days=back)


def name_of(number: int) -> str:
    """A synthetic Chinese name of two or three characters."""
    rest, surname = divmod(number, len(_SURNAMES))
    rest, first = divmod(rest, len(_GIVEN))
    second = _GIVEN[rest % len(_GIVEN)] if number % 3 else ""
    return _SURNAMES[surname] + _GIVEN[first] + second


def mrn_of(number: int) -> str:
    """The hospital number of a synthetic patient."""
    return f"SYN-{number:06d}"


def patient_record(number: int) -> Patient:
    """The patient's own record."""
    texts = {
        "mrn": mrn_of(number),
        "name": name_of(number),
        "sex": "female",
        "birth": f"{1940 + number % 45}-{1 + number % 12:02d}",
        "phone": f"555{number:08d}",
        "vital_status": "alive",
        "allergy_status": "none",
        "occupation": "synthetic",
    }
    return build(Patient, texts)


def fill(store: Store, patients: int) -> None:
    """Fills an empty profile in the order of the visits, with audit entries and due lines.

    Records are built by the same rules as everything that is typed. One transaction holds many
    rounds: it changes neither the rows nor the order in which they reach the pages.
    """
    chance = random.Random(4)
    people = [_person(number, chance) for number in range(patients)]
    at = datetime(2023, 3, 1, 8, tzinfo=UTC)
    for first in range(0, ROUNDS, _ROUNDS_PER_UNIT):
        with store.unit(Stamp(at, USER, "administrator")) as unit:
            for round_number in range(first, first + _ROUNDS_PER_UNIT):
                coming = [person for person in people if person.first_round <= round_number]
                chance.shuffle(coming)
                for person in coming:
                    _come(unit, person, round_number)
        at += timedelta(days=_ROUNDS_PER_UNIT * INTERVAL_DAYS)


def _person(number: int, chance: random.Random) -> _Person:
    is_long = number % LONG_EVERY == 0
    is_late = number % 200 == 1
    return _Person(
        number,
        visits=ROUNDS if is_long else 3 + number % 8,
        is_active=chance.randrange(100) < _ACTIVE_PERCENT,
        offset=chance.randrange(INTERVAL_DAYS) + (INTERVAL_DAYS if is_late else 0),
    )


def _come(unit: Unit, person: _Person, round_number: int) -> None:
    if round_number == person.first_round:
        _register(unit, person, round_number)
    for kind, fields in _visit(person, round_number):
        unit.add(_record(kind, fields), person.id)


def _register(unit: Unit, person: _Person, round_number: int) -> None:
    patient = patient_record(person.number)
    person.id = unit.add(patient, None, search_keys=search_keys(patient)).id
    day = person.day(round_number)
    month, before = f"{day:%Y-%m}", f"{day.year - 1}"
    added = {
        kind: unit.add(_record(kind, fields), person.id).id
        for kind, fields in {
            "diagnosis": {"site": "cervix", "histology": "squamous cell carcinoma", "date": before},
            "procedure": {"date": before, "type": "surgery", "name": "radical hysterectomy"},
            "radiotherapy_phase": {"site": "pelvis", "total_gy": "50.4", "fractions": "28"},
            "course": {"regimen": "toripalimab", "therapy": "immunotherapy", "start": month},
            "statement": {"about": "response", "finding": "CR", "stated_by": "synthetic"},
        }.items()
    }
    person.course = added["course"]
    course = {"course": str(person.course)}
    for kind, fields in (
        ("stage", {"diagnosis": str(added["diagnosis"]), "system": "FIGO 2018", "stage": "IIIC1"}),
        ("node_station", {"procedure": str(added["procedure"]), "station": "left pelvic"}),
        ("course_drug", {**course, "drug": "toripalimab", "dose": "240 mg"}),
        ("plan_segment", {**course, "interval_days": str(INTERVAL_DAYS)}),
    ):
        unit.add(_record(kind, fields), person.id)


def _visit(person: _Person, round_number: int) -> Iterator[tuple[str, Fields]]:
    day = person.day(round_number).isoformat()
    lab = {"date": day, "unit": "ng/mL", "laboratory": "synthetic", "range_reported": "<1.5"}
    course = {"course": str(person.course), "date": day}
    yield "visit", {"date": day, "contact": "visit", "ecog": "1", "weight": "61.5", "pulse": "72"}
    yield "dose_event", {**course, "action": "given", "dose": "240 mg", "lot": "SYN-1"}
    yield "marker_result", {**lab, "analyte": "SCC", "value": f"{0.8 + round_number / 10:.1f}"}
    yield "marker_result", {**lab, "analyte": "CEA", "value": "2.40", "range_reported": "<5"}
    if round_number % 4 == 0:
        text = "synthetic report: no enlarged node, no lesion of liver, lung or bone"
        yield "imaging_study", {"date": day, "modality": "CT", "findings": text}
    if round_number % 5 == 0:
        yield "adverse_event", {"term": "Fatigue", "grade": "1", "onset": day}
    if round_number == ROUNDS - 1:
        if not person.is_active:
            yield "dose_event", {**course, "action": "stopped", "reason": "completed"}
        elif person.number % 40 == 3:
            yield "dose_event", {**course, "action": "held", "reason": "labs"}


def _record(kind: str, fields: Fields) -> Record:
    return build(KINDS[kind], fields)
