# SPDX-License-Identifier: MIT
"""Laboratory grades against published vectors and real trial results, row by row."""

import pytest

from tests.domain.oracles import Tally, clinical, number, rows
from tracker.domain.lab_grading import Baseline, Graded, LabCriteria, LabValue
from tracker.domain.records.marker import Flag
from tracker.domain.values import Reading

V5 = LabCriteria.parse(clinical("lab_ctcae_v5.json"))
V6 = LabCriteria.parse(clinical("lab_ctcae_v6.json"))
VECTORS = {
    "v5": (V5, "labs/ctcae_v5_grading_vectors.csv"),
    "v6": (V6, "labs/ctcae_v6_grading_vectors.csv"),
}
FLAGS = {"": None, "HIGH": Flag.HIGH, "LOW": Flag.LOW, "NORMAL": Flag.NORMAL}


def lab(row):
    return LabValue(
        Reading(row["value"], number=number(row["value"])),
        row["unit"],
        number(row["lln"]),
        number(row["uln"]),
    )


def baseline(row):
    """A percent change stands for the baseline it was computed from."""
    value, change = number(row["baseline"]), number(row.get("pct_change", ""))
    if change is not None:
        value = number(row["value"]) / (1 + change / 100)
    return Baseline(value, row["unit"], FLAGS[row["baseline_flag"]])


def highest(criteria, term, row):
    grade = criteria.grade(term, lab(row), baseline(row))
    return str(grade.highest) if isinstance(grade, Graded) else "CANNOT_GRADE"


def tally_vectors(criteria, name, vectors):
    tally = Tally(name)
    for row in vectors:
        tally.add(row["vector_id"], row["expected_grade"], highest(criteria, row["term"], row))
    return tally


def tally_trial(results):
    """A result with two terms, too low and too high, is two comparisons."""
    tally = Tally("labs/cdisc_pilot_labs_graded.csv")
    for row in results:
        for side in ("high", "low"):
            if row[f"term_{side}"]:
                what = f"{row['subject']} {row['param']} {row['date']} {side}"
                expected = row[f"v5_grade_{side}"]
                tally.add(what, expected, highest(V5, row[f"term_{side}"], row))
    return tally


def other(grade):
    """A grade that the row does not expect."""
    return "0" if grade != "0" else "4"


@pytest.mark.parametrize("version", VECTORS)
def test_every_published_vector_gets_its_grade(version):
    criteria, name = VECTORS[version]
    vectors = rows(name)
    tally = tally_vectors(criteria, name, vectors)
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == tally.matched == len(vectors) > 260


def test_every_result_of_a_real_trial_gets_its_grade():
    results = rows("labs/cdisc_pilot_labs_graded.csv")
    tally = tally_trial(results)
    tally.report()
    assert not tally.wrong, tally.wrong
    assert tally.read == tally.matched >= len(results) > 400


@pytest.mark.parametrize("version", VECTORS)
def test_three_wrong_answers_in_a_copy_of_the_vectors_are_found(version):
    criteria, name = VECTORS[version]
    vectors = rows(name)
    poisoned = vectors[3], vectors[len(vectors) // 2], vectors[-1]
    for row in poisoned:
        row["expected_grade"] = other(row["expected_grade"])
    assert len(tally_vectors(criteria, name, vectors).wrong) == 3


def test_three_wrong_answers_in_a_copy_of_the_trial_are_found():
    results = rows("labs/cdisc_pilot_labs_graded.csv")
    poisoned = [row for row in results if row["term_high"]][10:13]
    for row in poisoned:
        row["v5_grade_high"] = other(row["v5_grade_high"])
    assert len(tally_trial(results).wrong) == 3


def test_the_versions_are_never_mixed():
    neutrophils = rows("labs/ctcae_v5_grading_vectors.csv")
    row = next(r for r in neutrophils if r["term"].startswith("neutrophil") and r["value"] == "0.5")
    assert highest(V5, row["term"], row) == "3"
    assert highest(V6, row["term"], row) == "2"
