# SPDX-License-Identifier: MIT
"""iRECIST: progression is unconfirmed, then confirmed in time, or the bar is reset."""

from decimal import Decimal

import pytest

from tests.domain.builders import when
from tests.domain.test_response import lesion, node, scans, seen, story_g
from tracker.domain import irecist
from tracker.domain.records.response_assessment import Category
from tracker.domain.response import TimePoint, assess


def on(*days, lesions, rows):
    """iRECIST answers for scans on given days."""
    points = [
        TimePoint(when=when(each), seen={n: seen(t) for n, t in row.items()})
        for each, row in zip(days, rows, strict=True)
    ]
    return irecist.assess(assess(lesions, points))


def one_target(*pairs):
    days, sizes = zip(*pairs, strict=True)
    return on(*days, lesions=[lesion("T1")], rows=[{"T1": size} for size in sizes])


def codes(answers):
    return [answer.overall.value if answer.overall else None for answer in answers]


def words(answer):
    return [str(clause.words) for clause in answer.why]


def test_the_story_ends_in_confirmed_progression():
    sizes = (18, 22), (12, 14), (8, 9), (10, 11), (11, 13), (14, 15)
    answers = irecist.assess(story_g(*sizes, decided={2: Category.PR}))
    assert codes(answers) == [None, "iPR", "iCR", "iPR", "iUPD", "iCPD"]
    assert words(answers[-1]) == [
        "It grew again: 24 to 29 mm (+5 mm, the limit is +5 mm).",
        "Progression was unconfirmed since 2024-09-12.",
        "The interval fits: 42 d, within 4 to 8 weeks.",
    ]
    assert answers[-1].dated == when("2024-09-12")


def test_the_open_question_of_recist_is_the_open_question_of_irecist():
    answers = irecist.assess(story_g((18, 22), (12, 14), (8, 9), (10, 11)))
    assert answers[-1].overall is None
    assert answers[-1].alternatives == (Category.IPR, Category.IUPD)


def test_growth_of_less_than_5_mm_leaves_progression_unconfirmed():
    answers = one_target(("2024-01-01", 20), ("2024-02-12", 30), ("2024-03-20", "34.9"))
    assert codes(answers) == [None, "iUPD", "iUPD"]


def test_a_tumour_that_shrinks_again_resets_the_bar():
    answers = one_target(
        ("2024-01-01", 50), ("2024-02-12", 65), ("2024-03-20", 50), ("2024-05-01", 70)
    )
    assert codes(answers) == [None, "iUPD", "iSD", "iUPD"]


def test_growth_before_four_weeks_asks():
    answers = one_target(("2024-01-01", 20), ("2024-02-12", 30), ("2024-02-26", 40))
    assert codes(answers)[-1] is None
    assert answers[-1].alternatives == (Category.IUPD, Category.ICPD)
    assert "14 d after 2024-02-12" in str(answers[-1].question)


def test_growth_after_eight_weeks_confirms_with_a_note():
    answers = one_target(("2024-01-01", 20), ("2024-02-12", 30), ("2024-06-12", 40))
    assert codes(answers)[-1] == "iCPD"
    assert words(answers[-1])[-1] == "121 d lie between the two scans, more than 8 weeks."


def test_a_scan_known_only_by_its_month_asks_when_four_weeks_are_not_certain():
    answers = one_target(("2024-01-01", 20), ("2024-02-12", 30), ("2024-03", 40))
    assert codes(answers)[-1] is None


def test_a_new_lesion_is_unconfirmed_progression_and_another_one_confirms_it():
    lesions = lesion("T1"), lesion("N1", "new"), lesion("N2", "new")
    rows = {"T1": 20}, {"T1": 20, "N1": "there"}, {"T1": 20, "N1": "there", "N2": "there"}
    answers = on("2024-01-01", "2024-02-12", "2024-03-20", lesions=lesions, rows=rows)
    assert codes(answers) == [None, "iUPD", "iCPD"]
    assert words(answers[-1])[0] == "More new lesions: N2."


@pytest.mark.parametrize(("size", "expected"), [(16, "iUPD"), (17, "iCPD")])
def test_a_measured_new_lesion_confirms_by_5_mm(size, expected):
    lesions = lesion("T1"), lesion("N1", "new")
    rows = {"T1": 20}, {"T1": 20, "N1": 12}, {"T1": 20, "N1": size}
    answers = on("2024-01-01", "2024-02-12", "2024-03-20", lesions=lesions, rows=rows)
    assert codes(answers)[-1] == expected


def test_progression_in_another_part_confirms():
    lesions = lesion("T1"), lesion("NT1", "non-target")
    rows = (
        {"T1": 20, "NT1": "there"},
        {"T1": 30, "NT1": "there"},
        {"T1": 30, "NT1": "pd"},
    )
    answers = on("2024-01-01", "2024-02-12", "2024-03-20", lesions=lesions, rows=rows)
    assert codes(answers) == [None, "iUPD", "iCPD"]


def test_non_target_disease_that_progressed_twice_is_asked_about():
    lesions = [lesion("NT1", "non-target")]
    rows = {"NT1": "there"}, {"NT1": "pd"}, {"NT1": "pd"}
    answers = on("2024-01-01", "2024-02-12", "2024-03-20", lesions=lesions, rows=rows)
    assert codes(answers) == [None, "iUPD", None]
    assert "grow further since 2024-02-12" in str(answers[-1].question)


def test_confirmed_progression_stays_so_until_it_shrinks():
    answers = one_target(
        ("2024-01-01", 20),
        ("2024-02-12", 30),
        ("2024-03-20", 40),
        ("2024-05-01", 41),
        ("2024-06-12", 20),
    )
    assert codes(answers) == [None, "iUPD", "iCPD", "iCPD", "iSD"]


def test_recist_itself_is_not_changed_by_irecist():
    found = assess([node("T1")], scans({"T1": 20}, {"T1": 30}))
    irecist.assess(found)
    assert found[-1].overall is Category.PD
    assert found[-1].total == Decimal(30)


def test_a_target_that_had_no_size_before_is_no_growth():
    lesions = [lesion("T1"), lesion("T2")]
    rows = {"T1": 20, "T2": 20}, {"T1": 50}, {"T1": 50, "T2": 20}
    answers = on("2024-01-01", "2024-02-12", "2024-03-20", lesions=lesions, rows=rows)
    assert codes(answers) == [None, "iUPD", None]
    assert answers[-1].alternatives == (Category.IUPD, Category.ICPD)
    assert "no size of T2" in str(answers[-1].question)


def test_growth_of_the_measured_targets_alone_confirms():
    lesions = [lesion("T1"), lesion("T2")]
    rows = {"T1": 20, "T2": 20}, {"T1": 30, "T2": 30}, {"T1": 66}
    answers = on("2024-01-01", "2024-02-12", "2024-03-20", lesions=lesions, rows=rows)
    assert codes(answers) == [None, "iUPD", "iCPD"]


def test_a_new_lesion_that_gets_its_first_size_did_not_grow_by_it():
    lesions = [lesion("T1"), lesion("A", "new"), lesion("B", "new")]
    rows = {"T1": 20}, {"T1": 20, "A": 8, "B": "there"}, {"T1": 20, "A": 8, "B": 12}
    answers = on("2024-01-01", "2024-02-12", "2024-03-20", lesions=lesions, rows=rows)
    assert codes(answers) == [None, "iUPD", None]
    assert "no size grow since 2024-02-12" in str(answers[-1].question)


def test_a_new_lesion_that_nobody_looked_at_again_does_not_reset_the_bar():
    lesions = [lesion("T1"), lesion("A", "new")]
    rows = {"T1": 20}, {"T1": 20, "A": 8}, {"T1": 20}, {"T1": 20, "A": 14}
    days = "2024-01-01", "2024-02-12", "2024-03-20", "2024-04-24"
    assert codes(on(*days, lesions=lesions, rows=rows)) == [None, "iUPD", "NE", "iCPD"]
