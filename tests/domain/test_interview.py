# SPDX-License-Identifier: MIT
"""The interview of a dose day: its items, their CTCAE terms and the grades that exist."""

import pytest

from tests.domain.oracles import clinical
from tracker.domain.interview import INTERVIEW
from tracker.domain.toxicity import Ctcae

CTCAE = Ctcae.parse(clinical("ctcae_v5_terms.csv"))
GRADES = {item.code: item.grades(CTCAE) for item in INTERVIEW}


def test_the_items_are_those_of_the_clinical_page_in_its_order():
    assert [item.label for item in INTERVIEW] == [
        "rash, itch",
        "diarrhoea, blood in stool",
        "cough, breathlessness",
        "fatigue",
        "dark urine or jaundice",
        "joint or muscle pain",
        "weakness, drooping lids, double vision, trouble swallowing",
        "chest pain, palpitations",
        "numbness, confusion, headache",
        "eye pain or sight",
        "thirst, much urine",
        "fever",
        "bleeding",
    ]


@pytest.mark.parametrize(
    ("code", "grades"),
    [("rash", (1, 2, 3)), ("diarrhoea", (1, 2, 3, 4)), ("fatigue", (1, 2, 3)), ("thirst", (1, 2))],
)
def test_only_the_grades_of_the_term_can_be_answered(code, grades):
    assert GRADES[code] == grades


def test_every_item_can_reach_the_grade_that_asks_for_what_is_behind_it():
    assert all(2 in grades for grades in GRADES.values())
    assert all(item.behind for item in INTERVIEW)


def test_no_item_offers_death():
    assert all(5 not in grades for grades in GRADES.values())


def test_a_term_that_the_version_does_not_have_is_a_mistake_of_the_program():
    with pytest.raises(KeyError):
        INTERVIEW[0].grades(Ctcae("5.0", ()))
