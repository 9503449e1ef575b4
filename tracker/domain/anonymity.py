# SPDX-License-Identifier: MIT
"""What of each record may leave the clinic without the patient: decided field by field, here.

A number or a choice from a closed list cannot name anybody. A free text can, so it leaves only
where it is exactly a word of a known list or a code of a known form. Dates leave as days since
one day of the same chart: every duration, interval and order stays exact, the calendar is gone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from tracker.domain.chart import Chart
from tracker.domain.dates import PartialDate, age_years
from tracker.domain.fields import Field, items
from tracker.domain.interview import INTERVIEW
from tracker.domain.records import RECORD_KINDS, Course, Diagnosis, Patient
from tracker.domain.records.base import Record, links_of
from tracker.domain.records.course import TherapyClass
from tracker.domain.staging import figo_2018, is_tnm
from tracker.domain.text import normal
from tracker.domain.units import read as unit_of
from tracker.domain.values import Reading

OLDEST: Final = 90
"""From this age on everybody is one group: few people are so old (HIPAA, 45 CFR 164.514(b))."""


class How(Enum):
    """What becomes of a field."""

    KEPT = "kept"  # a number, or a choice from a closed list
    DAYS = "days"  # a date, as days since day 0
    LISTED = "listed"  # a text, where it is a word of a list or a code
    LEFT_OUT = "left out"


LEFT_OUT: Final = frozenset(
    {"contact_attempt", "document", "due_answer", "second_check", "signature", "user_reminder"}
)
"""Kinds that leave with no field at all; so does every kind of the clinic."""

# One line for each kind: kept | days | listed | left out. Links become numbers within the file.
_TABLE: Final = """
patient: sex allergy_status vital_status autoimmune_disease hepatitis_b hepatitis_c tuberculosis \
transplant | last_contact death | | mrn name name_latin birth phone allergies cause_of_death \
ethnicity education occupation marital_status smoking obstetric_history past_history \
family_history previous_therapy same_person_as
diagnosis: | date | site site_code histology morphology_code hpv | tumour_size
stage: basis | date | system stage |
biomarker: | date | test value unit assay specimen |
visit: contact irae_asked ecog weight height temperature systolic diastolic pulse spo2 | date | \
| complaint steroid new_medicines
procedure: type proves | date | site histology | name size invasion margins
node_station: positive examined | | station |
radiotherapy_phase: boost inferred total_gy fractions per_week alpha_beta | start end \
| technique site boost_of | dose_point
course: therapy intent ledger_complete liver line cycles_reported planned_cycles planned_months \
| start stop | regimen | stop_reason
course_drug: bsa dose | | drug route days |
plan_segment: from_cycle interval_days window_days | start | |
dose_event: action reason dose | date until | drug | reason_text lot reaction ordered_by given_by \
checked_by started stopped
dose_summary: | date | what number | stated_by
baseline_check: test result | date | | finding
measured_gfr: rate | date | method |
planned_item: what unit every times months_after | start until | | names template
adverse_event: outcome irae serious organ rechallenge grade | onset end rechallenge_date \
| term ctcae_version action | described_as attribution treatment
adverse_event_grade: grade | date | | described_as
attribution: certainty | | treatment |
steroid_course: dose | start taper_end | drug |
lesion: side node role | first_seen | organ | label site
imaging_study: conclusion baseline lesions | date read_with | modality | region findings
lesion_measurement: finding diameter short_axis | | | as_printed
response_assessment: computed decided | date | criteria | decided_by why
marker_result: flag value range_reported | date | analyte unit range_used | laboratory method
disease_status: disease primary_tumour treatable | date | basis |
decision: answer | date | what | proposed_by decided_by why
statement: about | date | | finding detail stated_by
follow_up: state | date | | reason
interview_answer: answer grade | | item ctcae_term ctcae_version |
gate_answer: answer with_data rules | | | lines rule_source rule_version override_reason decided_by
"""

_LIMIT: Final = r"[<>≤≥]?=?\s?[\d.]+(\s?[-–~～]\s?[\d.]+)?"
_CODES: Final[dict[str, str]] = {
    "diagnosis.site_code": r"C\d\d(\.\d)?",
    "diagnosis.morphology_code": r"\d{4}/\d",
    "diagnosis.hpv": r"(HPV[ -]?)?(\d\d([, /+]+\d\d)*|positive|negative|阳性|阴性)",
    "biomarker.value": r"[<>≤≥]?\s?\d+(\.\d+)?\s?%?",
    "course_drug.days": r"\d{1,2}([, -]+\d{1,2})*",
    "dose_summary.number": r"[<>≤≥~]?\s?\d+(\s?[-–]\s?\d+)?",
    "adverse_event.ctcae_version": r"\d\.\d",
    "interview_answer.ctcae_version": r"\d\.\d",
    "marker_result.range_used": rf"{_LIMIT}( or {_LIMIT})*",
}
_RESULTS: Final = frozenset(
    {
        *("positive", "negative", "detected", "not detected", "normal", "abnormal", "high", "low"),
        *("mss", "msi-h", "msi-l", "dmmr", "pmmr", "mutated", "wild type"),
        *("0", "1+", "2+", "3+", "+", "-", "阳性", "阴性", "正常", "异常", "未检出", "检出"),
    }
)
_JOINED: Final = re.compile(r"\s*[+/,、＋]\s*")

IsWord = Callable[[str, str], bool]
"""Whether a text is a word of the list of that name: "analyte", "agent" or "ctcae"."""


def _read_table() -> dict[str, dict[str, How]]:
    table = {}
    for line in _TABLE.strip().splitlines():
        kind, _, parts = line.partition(":")
        names = [part.split() for part in parts.split("|")]
        table[kind] = {name: how for how, part in zip(How, names, strict=True) for name in part}
    return table


RULES: Final = _read_table()
"""What becomes of each field of each kind that leaves at all, links aside."""


@dataclass(frozen=True, slots=True)
class Day0:
    """The day that the dates of one chart are counted from, and what it is."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A record without the patient: values by field name, and texts that had to stay behind."""

    values: dict[str, object]
    unlisted: tuple[str, ...]


def leaves(kind: type[Record]) -> bool:
    """Whether anything of a kind may leave."""
    return not kind.of_clinic and kind.kind not in LEFT_OUT


def left_out() -> dict[str, list[str]]:
    """Every field that stays behind, by kind; ``["*"]`` for a kind of which nothing leaves."""
    return {
        kind.kind: [name for name, how in RULES[kind.kind].items() if how is How.LEFT_OUT]
        if leaves(kind)
        else ["*"]
        for kind in RECORD_KINDS
        if not leaves(kind) or How.LEFT_OUT in RULES[kind.kind].values()
    }


def day_0(chart: Chart) -> Day0 | None:
    """The earliest possible day of the first immunotherapy, else of what there is instead.

    None for a chart without any date that is known from below: its dates cannot be told.
    """
    courses = [stored.record for stored in chart.of(Course)]
    immune = [c.start for c in courses if c.therapy is TherapyClass.IMMUNOTHERAPY]
    diagnoses = [stored.record.date for stored in chart.of(Diagnosis)]
    for what, found in (
        ("start of the first immunotherapy", immune),
        ("start of the first treatment", [c.start for c in courses]),
        ("first diagnosis", diagnoses),
        ("first date in the chart", list(_dates(chart))),
    ):
        days = [each.earliest for each in found if each is not None and each.earliest]
        if days:
            return Day0(min(days), what)
    return None


def days(value: PartialDate, zero: Day0) -> tuple[int | None, int | None]:
    """A date as its earliest and latest day since day 0; None where it has no such end."""
    ends = (value.earliest, value.latest)
    low, high = ((end - zero.day).days if end else None for end in ends)
    return low, high


def age(patient: Patient, zero: Day0) -> tuple[int, int | None] | None:
    """Completed years at day 0, lowest and highest; (90, None) from 90 on."""
    if patient.birth is None:
        return None
    span = age_years(patient.birth, PartialDate.of(zero.day))
    if span is None:
        return None
    return min(span.low, OLDEST), (span.high if span.high < OLDEST else None)


def bare(record: Record, zero: Day0 | None, is_word: IsWord) -> Bare:
    """The record as it may leave; links are for the caller, who knows the numbers.

    Raises:
        KeyError: a field of the kind was not decided on.
    """
    rules, links = RULES[record.kind], {field.name for field in links_of(type(record))}
    values: dict[str, object] = {}
    unlisted = []
    for field in items(type(record)):
        value = getattr(record, field.name)
        if field.name in links or value is None:
            continue
        how = rules[field.name]
        if how is How.DAYS and zero is not None:
            values[field.name] = days(value, zero)
        elif _may_leave(record, field, value, is_word):
            values[field.name] = value
        elif how is not How.LEFT_OUT:
            unlisted.append(f"{record.kind}.{field.name}")
    return Bare(values, tuple(unlisted))


def _dates(chart: Chart) -> Iterator[PartialDate]:
    for stored in (each for kind in chart.records.values() for each in kind if each.is_current):
        for field in items(type(stored.record)):
            value = getattr(stored.record, field.name)
            if isinstance(value, PartialDate):
                yield value


def _may_leave(record: Record, field: Field, value: Any, is_word: IsWord) -> bool:  # noqa: ANN401
    how = RULES[record.kind][field.name]
    if how is How.KEPT:
        # a laboratory result may be words; those that are no usual ones stay behind
        return not isinstance(value, Reading) or value.number is not None or _is_result(value.text)
    return how is How.LISTED and _is_listed(record.kind, field, normal(value), is_word)


def _is_result(text: str) -> bool:
    return text.casefold() in _RESULTS


def _is_listed(kind: str, field: Field, text: str, is_word: IsWord) -> bool:
    """Whether a text is offered by the field, is a code of its form, or a word of its list."""
    if text.casefold() in {each.casefold() for each in field.item.suggestions}:
        return True
    place, judge = f"{kind}.{field.name}", _JUDGES.get(field.name)
    if place in _CODES and re.fullmatch(_CODES[place], text):
        return True
    if field.item.lookup:
        return is_word(field.item.lookup, text)
    return judge is not None and judge(text, is_word)


def _are_drugs(text: str, is_word: IsWord) -> bool:
    return all(is_word("agent", each) for each in _JOINED.split(text))


_JUDGES: Final[dict[str, Callable[[str, IsWord], bool]]] = {
    "stage": lambda text, _: figo_2018(text) is not None or is_tnm(text),
    "value": lambda text, _: _is_result(text),
    "unit": lambda text, _: unit_of(text) is not None,
    "item": lambda text, _: text in {each.code for each in INTERVIEW},
    "ctcae_term": lambda text, is_word: is_word("ctcae", text),
    "drug": _are_drugs,
    "regimen": _are_drugs,
    "treatment": _are_drugs,
}
