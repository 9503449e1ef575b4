# SPDX-License-Identifier: MIT
"""Worst grades of patients and cycles, against counts of a real trial."""

from collections import Counter

import pytest

from tests.domain.builders import ChartOf, CourseOf, day
from tests.domain.oracles import Tally, clinical, rows
from tracker.domain.adverse_events import (
    causes_of,
    grades_over_time,
    open_days,
    worst_by_cycle,
    worst_grade,
    worst_of,
)
from tracker.domain.errors import Refused
from tracker.domain.records import (
    AdverseEvent,
    AdverseEventGrade,
    Attribution,
    RadiotherapyPhase,
)
from tracker.domain.records.adverse_event import Organ
from tracker.domain.records.base import build
from tracker.domain.terms import Terms, parse_organs
from tracker.domain.toxicity import Ctcae

AS_OF = day("2024-11-26")
PARENT = "018f0000-0000-7000-8000-000000000001"
GRADES = {"MILD": "1", "MODERATE": "2", "SEVERE": "3"}


def listing() -> list[tuple[str, AdverseEvent]]:
    """The trial's events as they would be recorded, each with its patient."""
    return [
        (
            row["subject"],
            build(
                AdverseEvent,
                {
                    "term": row["AEDECOD"],
                    "grade": GRADES[row["AESEV"]],
                    "onset": row["AESTDTC"] or "unknown",
                    "end": row["AEENDTC"],
                },
            ),
        )
        for row in rows("ae/cdisc_pilot_ae_listing.csv")
    ]


def worst_counted() -> dict[str, Counter[int]]:
    """For each term of the trial, how many of its patients had which grade at worst."""
    events: dict[tuple[str, str], list[int]] = {}
    for who, event in listing():
        events.setdefault((event.term, who), []).append(worst_grade(event))
    counts: dict[str, Counter[int]] = {}
    for (term, _), grades in events.items():
        counts.setdefault(term, Counter())[max(grades)] += 1
    return counts


def test_the_worst_grade_of_each_patient_counts_as_in_the_trial():
    counts, expected = worst_counted(), rows("ae/expected_worst_grade_per_subject.csv")
    tally = Tally("ae/expected_worst_grade_per_subject.csv")
    for row in expected:
        said = [row[f"max_severity_{n}"] for n in (1, 2, 3)]
        found = [str(counts.get(row["AEDECOD"], {}).get(n, 0)) for n in (1, 2, 3)]
        tally.add(row["AEDECOD"], str(said), str(found))
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.matched == len(expected) == len(counts) >= 97


# The chart of one patient


def test_the_worst_of_a_patient_is_named_for_each_version_apart():
    chart = ChartOf()
    events = [
        ("Rash", "5.0", "2"),
        ("Colitis", "5.0", "3"),
        ("Rash", "6.0", "4"),
        ("Itch", "", "1"),
    ]
    for term, version, grade in events:
        chart.add(AdverseEvent, term=term, ctcae_version=version, grade=grade, onset="2024-05")
    chart.add(AdverseEvent, term="severe thing", described_as="severe", onset="2024-05")
    found = {(w.version, w.grade, w.event.record.term) for w in worst_of(chart.chart())}
    assert found == {("5.0", 3, "Colitis"), ("6.0", 4, "Rash"), (None, 1, "Itch")}


def test_a_later_grade_counts_for_the_worst():
    event = build(AdverseEvent, {"term": "Colitis", "grade": "2", "onset": "2024-05"})
    later = AdverseEventGrade
    history = [build(later, {"adverse_event": "00000000-0000-7000-8000-000000000000",
                             "date": "2024-06", "grade": g}) for g in ("3", "1", "0")]  # fmt: skip
    assert worst_grade(event, history) == 3
    assert worst_grade(build(AdverseEvent, {"term": "Colitis", "onset": "2024-05"})) is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"onset": "2024-02-01", "end": "2024-02-20"}, [(None, None), (2, 2), (2, 2)]),
        ({"onset": "2024-02", "end": "2024-02"}, [(None, None), (None, 2), (None, 2)]),
        ({"onset": "2024-01-20", "outcome": "ongoing"}, [(2, 2), (2, 2), (2, 2)]),
        ({"onset": "2024-01-20"}, [(2, 2), (None, 2), (None, 2)]),
        ({"onset": "2024-01-01", "end": "2024-01-07"}, [(None, None)] * 3),
    ],
)
def test_an_event_counts_in_every_cycle_in_which_it_was_there(texts, expected):
    chart = CourseOf(start="2024-01-08")
    chart.given("2024-01-08", "2024-01-29", "2024-02-19")
    chart.add(AdverseEvent, term="Rash", grade="2", **texts)
    found = worst_by_cycle(chart.chart(), chart.ledger(), AS_OF)
    assert [(c.certain, c.possible) for c in found] == expected


def test_a_course_without_a_dose_has_no_cycle():
    chart = CourseOf(start="2024-01-08")
    chart.add(AdverseEvent, term="Rash", grade="2", onset="2024-02")
    assert worst_by_cycle(chart.chart(), chart.ledger(), AS_OF) == ()


def test_an_open_event_has_days_until_it_is_closed():
    event = {"term": "Rash", "onset": "2024-11", "outcome": "ongoing"}
    assert open_days(build(AdverseEvent, event), AS_OF).as_list() == [0, 25]
    assert open_days(build(AdverseEvent, event | {"outcome": "resolved"}), AS_OF) is None


# Organs

ORGANS = parse_organs(clinical("irae_terms.csv"))
TERMS = Terms([Ctcae.parse(clinical("ctcae_v5_terms.csv"))], ORGANS)


def test_every_term_with_an_organ_is_a_term_of_ctcae_5_with_the_grades_of_the_list():
    for row in rows_of("irae_terms.csv"):
        term = TERMS.find("5.0", row["ctcae_v5_term"])
        assert term, row
        assert "".join(map(str, sorted(term.grades))) == row["grades"]
    assert set(ORGANS.values()) == set(Organ)


def rows_of(name):
    import csv
    import io

    return list(csv.DictReader(io.StringIO(clinical(name))))


def test_a_stated_organ_wins_over_that_of_the_term():
    event = {"term": "pneumonitis", "onset": "2024-05"}
    assert TERMS.organ_of(build(AdverseEvent, event)) is Organ.LUNG
    assert TERMS.organ_of(build(AdverseEvent, event | {"organ": "systemic"})) is Organ.SYSTEMIC
    assert TERMS.organ_of(build(AdverseEvent, event | {"term": "hiccups of mine"})) is None


# What caused it


def test_each_treatment_is_judged_apart_and_the_surest_cause_stands_first():
    course = CourseOf(start="2024-01-08")
    neck = course.add(RadiotherapyPhase, site="neck", total_gy="50.4", fractions="28")
    event = course.add(AdverseEvent, term="Fatigue", onset="2024-02-01")
    named = ({"treatment": "the disease"}, {"radiotherapy_phase": neck}, {"course": course.course})
    for cause, certainty in zip(named, ("unrelated", "possible", "certain"), strict=True):
        texts = {name: str(value) for name, value in cause.items()}
        course.add(Attribution, adverse_event=str(event), certainty=certainty, **texts)
    found = causes_of(course.chart(), event)
    assert [(str(cause), cause.certainty.label) for cause in found] == [
        ("toripalimab", "definite"),
        ("neck", "possible"),
        ("the disease", "unrelated"),
    ]


def test_one_drug_of_a_regimen_may_be_named_beside_its_course():
    course = CourseOf(start="2024-01-08", regimen="TP + toripalimab")
    event = course.add(AdverseEvent, term="Vomiting", onset="2024-02-01")
    course.add(Attribution, adverse_event=str(event), course=str(course.course),
               treatment="cisplatin", certainty="probable")  # fmt: skip
    assert [str(cause) for cause in causes_of(course.chart(), event)] == [
        "TP + toripalimab (cisplatin)"
    ]


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ({}, "Name the cause"),
        ({"course": PARENT, "radiotherapy_phase": PARENT}, "each in a row of its own"),
    ],
)
def test_a_judgement_names_one_cause(named, why):
    with pytest.raises(Refused, match=why):
        build(Attribution, {"adverse_event": PARENT, "certainty": "possible"} | named)


def test_grades_over_time_are_put_in_order():
    chart = ChartOf()
    event = chart.add(AdverseEvent, term="Colitis", grade="2", onset="2024-02-01")
    for date, grade in (("2024-03-09", "0"), ("2024-02-20", "3")):
        chart.add(AdverseEventGrade, adverse_event=str(event), date=date, grade=grade)
    (stored,) = chart.chart().of(AdverseEvent)
    found = [(when.text, grade) for when, grade in grades_over_time(chart.chart(), stored)]
    assert found == [("2024-02-01", 2), ("2024-02-20", 3), ("2024-03-09", 0)]
