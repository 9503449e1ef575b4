# SPDX-License-Identifier: MIT
"""RECIST 1.1 at single time points: sums, thresholds, and what only a person can answer."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import when
from tracker.domain.records.lesion import Finding, LesionRole
from tracker.domain.records.response_assessment import Category
from tracker.domain.response import Seen, TimePoint, Tracked, assess

DAYS = ("2024-01-04", "2024-03-07", "2024-05-09", "2024-07-11", "2024-09-12", "2024-10-24")
SHORT = {
    "ts": Finding.TOO_SMALL,
    "abs": Finding.ABSENT,
    "ne": Finding.NOT_EVALUABLE,
    "pd": Finding.PROGRESSED,
    "there": Finding.PRESENT,
    "eq": Finding.EQUIVOCAL,
    "merged": Finding.MERGED,
}


def lesion(name, role="target", **more):
    return Tracked(key=name, name=name, role=LesionRole(role), **more)


def node(name, role="target"):
    return lesion(name, role, is_node=True)


def seen(text):
    text = str(text)
    return Seen(finding=SHORT[text]) if text in SHORT else Seen(Decimal(text))


def scans(*rows, decided=()):
    """Time points from {lesion: "12" or "abs"}, on the days of the story."""
    verdicts = dict(decided)
    return [
        TimePoint(
            when=when(DAYS[n]),
            seen={name: seen(text) for name, text in row.items()},
            decided=verdicts.get(n),
        )
        for n, row in enumerate(rows)
    ]


def words(assessed):
    return [str(clause.words) for clause in assessed.why]


NODES = node("T1"), node("T2")


def story_g(*sizes, **options):
    return assess(NODES, scans(*({"T1": a, "T2": b} for a, b in sizes), **options))


FIRST_THREE = (18, 22), (12, 14), (8, 9)


def test_two_nodes_of_26_mm_after_40_are_a_partial_response():
    _, second = story_g((18, 22), (12, 14))
    assert (second.total, second.from_baseline_percent) == (26, Decimal("-35.0"))
    assert second.overall is Category.PR
    assert words(second) == [
        "Target PR: −35.0 % from the baseline of 40 mm; response begins at −30 %."
    ]


def test_two_nodes_below_10_mm_are_a_target_cr_although_the_sum_is_17():
    third = story_g(*FIRST_THREE)[-1]
    assert (third.total, third.target, third.overall) == (17, Category.CR, Category.CR)
    assert words(third)[0].startswith("Target CR: ")


def test_a_node_that_reappears_asks_whether_a_complete_response_had_been_assigned():
    fourth = story_g(*FIRST_THREE, (10, 11))[-1]
    assert (fourth.from_nadir_percent, fourth.from_nadir_mm) == (Decimal("23.5"), 4)
    assert fourth.overall is None
    assert fourth.alternatives == (Category.PR, Category.PD)
    assert "Had an overall complete response been assigned?" in str(fourth.question)
    assert fourth.target is not Category.PD


def test_reappearance_after_an_assigned_complete_response_is_progression():
    fourth = story_g(*FIRST_THREE, (10, 11), decided={2: Category.CR})[-1]
    assert fourth.overall is Category.PD
    assert "came back" in words(fourth)[0]


def test_reappearance_where_no_complete_response_was_assigned_goes_by_the_sum():
    fourth = story_g(*FIRST_THREE, (10, 11), decided={2: Category.PR})[-1]
    assert fourth.overall is Category.PR
    assert fourth.question is None


def test_a_node_that_was_not_looked_at_after_a_complete_response_has_not_reappeared():
    fourth = story_g(*FIRST_THREE, ("ne", 9))[-1]
    assert (fourth.overall, fourth.question) == (Category.NE, None)


def test_seven_mm_and_41_per_cent_above_the_nadir_are_progression():
    fifth = story_g(*FIRST_THREE, (10, 11), (11, 13), decided={2: Category.PR})[-1]
    assert (fifth.total, fifth.from_nadir_percent) == (24, Decimal("41.2"))
    assert (fifth.from_nadir_mm, fifth.overall) == (7, Category.PD)
    assert words(fifth)[0] == (
        "Target PD: the sum is +41.2 % and +7 mm from the nadir of 17 mm; "
        "progression begins at +20 % and +5 mm."
    )


def test_progression_is_judged_by_the_nadir_even_inside_a_partial_response():
    *_, last = assess([lesion("T1")], scans({"T1": 100}, {"T1": 40}, {"T1": 50}))
    assert last.from_baseline_percent == -50
    assert last.overall is Category.PD


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((100, 70), "PR"),
        ((100, "70.1"), "SD"),
        ((25, 30), "PD"),
        ((25, "29.9"), "SD"),
        ((100, 120), "PD"),
        ((100, "119.9"), "SD"),
        ((20, 24), "SD"),
        ((10, "abs"), "CR"),
        ((10, "ts"), "PR"),
        ((10, 4), "PR"),
    ],
)
def test_the_thresholds_themselves_count(sizes, expected):
    *_, last = assess([lesion("T1")], scans(*({"T1": size} for size in sizes)))
    assert last.overall.value == expected


def test_a_lesion_too_small_to_measure_counts_5_mm_and_an_absent_one_0():
    pair = lesion("T1"), lesion("T2")
    *_, last = assess(pair, scans({"T1": 12, "T2": 15}, {"T1": "ts", "T2": "abs"}))
    assert last.total == 5


def test_a_measured_value_below_5_mm_is_used_as_it_is():
    *_, last = assess([lesion("T1")], scans({"T1": 12}, {"T1": "3.5"}))
    assert last.total == Decimal("3.5")


def test_a_merged_lesion_is_measured_in_the_other_one_and_is_not_gone():
    pair = lesion("T1"), lesion("T2")
    *_, last = assess(pair, scans({"T1": 20, "T2": 15}, {"T1": 33, "T2": "merged"}))
    assert (last.total, last.overall) == (33, Category.SD)
    *_, last = assess(pair, scans({"T1": 20, "T2": 15}, {"T1": "abs", "T2": "merged"}))
    assert last.overall is not Category.CR


def test_an_unmeasured_target_makes_the_time_point_not_evaluable_and_is_named():
    pair = lesion("T1"), lesion("T2")
    *_, last = assess(pair, scans({"T1": 20, "T2": 20}, {"T1": 20, "T2": "ne"}))
    assert (last.total, last.measured, last.overall) == (None, 20, Category.NE)
    assert words(last) == ["Target not evaluable: no size of T2."]


def test_progression_of_the_measured_targets_stands_whatever_the_missing_one_is():
    pair = lesion("T1"), lesion("T2")
    *_, last = assess(pair, scans({"T1": 20, "T2": 20}, {"T1": 48}))
    assert last.overall is Category.PD


def test_an_incomplete_sum_does_not_lower_the_nadir():
    pair = lesion("T1"), lesion("T2")
    *_, last = assess(pair, scans({"T1": 30, "T2": 30}, {"T1": 20}, {"T1": 28, "T2": 26}))
    assert (last.nadir, last.overall) == (60, Category.SD)


def test_without_a_complete_baseline_nothing_is_compared():
    pair = lesion("T1"), lesion("T2")
    *_, last = assess(pair, scans({"T1": 30}, {"T1": 10, "T2": 10}))
    assert (last.overall, last.from_baseline_percent) == (Category.NE, None)
    assert words(last) == ["Target not evaluable: the sum at baseline is not complete."]


def test_a_new_lesion_is_progression_whatever_the_sum():
    both = lesion("T1"), lesion("N1", "new")
    *_, last = assess(both, scans({"T1": 40}, {"T1": 10, "N1": "there"}))
    assert (last.target, last.overall, last.new) == (Category.PR, Category.PD, ("N1",))


def test_a_new_node_below_10_mm_is_no_new_lesion():
    both = lesion("T1"), node("N1", "new")
    *_, last = assess(both, scans({"T1": 40}, {"T1": 10, "N1": 9}))
    assert (last.overall, last.new) == (Category.PR, ())


def test_an_equivocal_lesion_is_no_progression_until_it_is_sure_and_then_dates_back():
    both = lesion("T1"), lesion("N1", "new")
    rows = {"T1": 40}, {"T1": 40, "N1": "eq"}, {"T1": 40, "N1": "there"}
    _, second, third = assess(both, scans(*rows))
    assert (second.overall, second.equivocal) == (Category.SD, ("N1",))
    assert (third.overall, third.dated.text) == (Category.PD, DAYS[1])


@pytest.mark.parametrize(
    ("target", "other", "overall"),
    [
        ("abs", "there", "PR"),
        ("abs", "ne", "PR"),
        ("abs", "abs", "CR"),
        ("12", "ne", "PR"),
        ("20", "there", "SD"),
        ("20", "pd", "PD"),
        ("ne", "there", "NE"),
        ("ne", "pd", "PD"),
    ],
)
def test_target_and_non_target_together_give_the_overall_answer(target, other, overall):
    both = lesion("T1"), lesion("NT1", "non-target")
    *_, last = assess(both, scans({"T1": 20, "NT1": "there"}, {"T1": target, "NT1": other}))
    assert last.overall.value == overall


def test_a_target_cr_is_never_called_cr_while_other_disease_persists():
    both = lesion("T1"), lesion("NT1", "non-target")
    *_, last = assess(both, scans({"T1": 20, "NT1": "there"}, {"T1": "abs", "NT1": "there"}))
    assert words(last)[0] == (
        "Target CR, but non-target disease is not gone or not assessed: PR overall."
    )


@pytest.mark.parametrize(
    ("other", "overall"), [("there", "NON-CR/NON-PD"), ("abs", "CR"), ("pd", "PD"), ("ne", "NE")]
)
def test_without_targets_the_non_target_disease_decides(other, overall):
    *_, last = assess([lesion("NT1", "non-target")], scans({"NT1": "there"}, {"NT1": other}))
    assert (last.overall.value, last.target, last.total) == (overall, None, None)


def test_the_baseline_itself_has_no_answer():
    first, *_ = story_g(*FIRST_THREE)
    assert (first.overall, first.total) == (None, 40)


MM = st.decimals(min_value=1, max_value=200, places=1)
COURSES = st.lists(st.tuples(MM, MM, MM), min_size=2, max_size=6)
THREE = [lesion("T1"), lesion("T2"), node("T3")]


def course(rows):
    return scans(*({"T1": a, "T2": b, "T3": c} for a, b, c in rows))


@given(COURSES, st.permutations(THREE))
def test_the_order_of_the_lesions_changes_nothing_but_the_names(rows, shuffled):
    def answers(lesions):
        return [(a.total, a.nadir, a.overall) for a in assess(lesions, course(rows))]

    assert answers(shuffled) == answers(THREE)


@given(COURSES)
def test_the_nadir_never_rises_and_is_never_above_the_baseline(rows):
    found = assess(THREE, course(rows))[1:]
    nadirs = [each.nadir for each in found]
    assert nadirs == sorted(nadirs, reverse=True)
    assert all(each.nadir <= each.baseline for each in found)


@given(COURSES)
def test_progression_always_means_20_per_cent_and_5_mm(rows):
    for each in assess(THREE, course(rows))[1:]:
        grown = each.total >= each.nadir * Decimal("1.2") and each.total - each.nadir >= 5
        if each.target is Category.PD:
            assert grown
        elif each.target is not Category.CR:
            assert not grown


@given(COURSES)
def test_a_later_scan_never_changes_an_earlier_answer(rows):
    whole = assess(THREE, course(rows))
    assert assess(THREE, course(rows)[:-1]) == whole[:-1]


def test_targets_that_all_merged_into_one_that_nobody_measured_are_no_response():
    lesions = [lesion("T1"), lesion("T2")]
    points = scans({"T1": 20, "T2": 20}, {"T1": "merged", "T2": "merged"})
    found = assess(lesions, points)[1]
    assert (found.total, found.overall) == (None, Category.NE)
    assert found.missing == ("T1", "T2")


def test_a_new_lesion_that_nobody_looked_at_again_is_not_gone():
    lesions = [lesion("T1"), lesion("L2", "new")]
    points = scans({"T1": 20}, {"T1": 20, "L2": 8}, {"T1": 20}, {"T1": 20, "L2": "abs"})
    found = assess(lesions, points)
    assert [each.overall for each in found[1:]] == [Category.PD, Category.NE, Category.SD]
    assert words(found[2])[0] == "Not evaluable: nothing is said of L2, new on an earlier scan."


def test_the_earlier_day_of_an_equivocal_lesion_is_said():
    lesions = [lesion("T1"), lesion("L2", "new")]
    found = assess(lesions, scans({"T1": 20}, {"T1": 20, "L2": "eq"}, {"T1": 20, "L2": 8}))
    assert found[2].dated == when("2024-03-07")
    assert any("equivocal on 2024-03-07" in each for each in words(found[2]))


def test_an_equivocal_lesion_that_was_gone_in_between_counts_from_its_return():
    lesions = [lesion("T1"), lesion("L2", "new")]
    rows = {"T1": 20}, {"T1": 20, "L2": "eq"}, {"T1": 20, "L2": "abs"}, {"T1": 20, "L2": 8}
    assert assess(lesions, scans(*rows))[3].dated == when("2024-07-11")
