# SPDX-License-Identifier: MIT
"""Doses inside a cycle, as that of day 8: when they are due, and what they leave alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import CourseOf, day
from tracker.domain.follow_up import due_items
from tracker.domain.records import PlannedItem
from tracker.domain.reminders import Due, DueState, What, Why

ALONE = ({"drug": "gemcitabine", "dose": "1600 mg", "days": "1,8"},)
BESIDE = ({"drug": "durvalumab", "dose": "1500 mg"}, ALONE[0])
THREE = ({"drug": "paclitaxel", "days": "1,8,15"},)
TP = ({"drug": "paclitaxel", "days": "1"}, {"drug": "cisplatin", "days": "2-3"})


def course_of(*drugs: dict[str, str], interval: str = "21", **course: str) -> CourseOf:
    return CourseOf("2024-01-01", {"interval_days": interval}, drugs=drugs, **course)


def dose_due(course: CourseOf) -> Due | None:
    return next((d for d in due_items(course.chart()) if d.what is What.DOSE), None)


def said(course: CourseOf) -> tuple[date | None, int | None, int | None]:
    due = dose_due(course)
    assert due is not None
    return due.on, due.cycle, due.cycle_day


def test_after_day_1_that_of_day_8_is_due_in_the_same_cycle():
    course = course_of(*ALONE, ledger_complete="yes")
    course.given("2024-01-01")
    assert said(course) == (day("2024-01-08"), 1, 8)


def test_after_day_8_the_next_cycle_is_due():
    course = course_of(*ALONE, ledger_complete="yes")
    course.given("2024-01-01", "2024-01-08")
    assert said(course) == (day("2024-01-22"), 2, None)
    assert dose_due(course).last_given == day("2024-01-08")


def test_a_late_day_8_moves_day_15_and_not_the_next_cycle():
    course = course_of(*THREE, interval="28")
    course.given("2024-01-01", "2024-01-10")
    assert said(course) == (day("2024-01-17"), None, 15)
    course.given("2024-01-17")
    assert said(course) == (day("2024-01-29"), None, None)


def test_a_day_8_that_was_missed_by_a_week_was_that_of_day_15():
    course = course_of(*THREE, interval="28")
    course.given("2024-01-01", "2024-01-15")
    assert said(course) == (day("2024-01-29"), None, None)


def test_only_the_drug_of_day_8_is_named():
    course = course_of(*BESIDE)
    course.given("2024-01-01", drug="durvalumab")
    course.given("2024-01-01", drug="gemcitabine")
    assert dose_due(course).treatment == "gemcitabine 1600 mg"
    course.given("2024-01-08", drug="gemcitabine")
    assert dose_due(course).treatment == "durvalumab 1500 mg + gemcitabine 1600 mg q3w"


def test_days_2_and_3_of_another_drug_come_one_by_one():
    course = course_of(*TP)
    course.given("2024-01-01", drug="paclitaxel")
    assert said(course) == (day("2024-01-02"), None, 2)
    course.given("2024-01-02", drug="cisplatin")
    assert said(course) == (day("2024-01-03"), None, 3)
    course.given("2024-01-03", drug="cisplatin")
    assert said(course) == (day("2024-01-22"), None, None)


def test_a_regimen_recorded_as_one_has_no_dose_inside_unless_its_drugs_share_the_day():
    apart, shared = course_of(*TP), course_of(ALONE[0], {"drug": "cisplatin", "days": "1,8"})
    for course in (apart, shared):
        course.given("2024-01-01")
    assert said(apart) == (day("2024-01-22"), None, None)
    assert said(shared) == (day("2024-01-08"), None, 8)
    shared.given("2024-01-08")
    assert len(shared.ledger().cycles) == 1
    assert said(shared) == (day("2024-01-22"), None, None)


@pytest.mark.parametrize("route", ["oral", "Oral", "口服", "p.o."])
def test_nobody_is_reminded_of_each_day_of_a_drug_taken_at_home(route):
    tablets = {"drug": "capecitabine", "days": "1-14", "route": route}
    beside = course_of({"drug": "oxaliplatin", "days": "1"}, tablets)
    for drug in ("oxaliplatin", "capecitabine"):
        beside.given("2024-01-01", drug=drug)
    alone = course_of(tablets)
    alone.given("2024-01-01")
    for course in (beside, alone):
        assert said(course) == (day("2024-01-22"), None, None)


def test_a_drug_left_out_on_day_1_still_has_its_day_8():
    course = course_of(*BESIDE)
    course.given("2024-01-01", drug="durvalumab")
    assert said(course) == (day("2024-01-08"), None, 8)


@pytest.mark.parametrize("drug", [{}, {"drug": "gemcitabine"}], ids=["all of it", "the drug"])
def test_leaving_out_day_8_does_not_move_the_next_cycle(drug):
    course = course_of(*BESIDE, ledger_complete="yes")
    for name in ("durvalumab", "gemcitabine"):
        course.given("2024-01-01", drug=name)
    course.event("skipped", "2024-01-09", **drug)
    assert said(course) == (day("2024-01-22"), 2, None)


def test_leaving_out_the_next_cycle_moves_it_as_ever():
    course = course_of(*ALONE)
    course.given("2024-01-01", "2024-01-08")
    course.event("skipped", "2024-01-22")
    assert said(course) == (day("2024-02-12"), None, None)


@pytest.mark.parametrize("action", ["held", "stopped"])
def test_a_drug_that_is_held_or_stopped_is_not_due_on_day_8(action):
    course = course_of(*BESIDE)
    for name in ("durvalumab", "gemcitabine"):
        course.given("2024-01-01", drug=name)
    course.event(action, "2024-01-05", drug="gemcitabine", reason="toxicity")
    assert said(course) == (day("2024-01-22"), None, None)


def test_a_hold_of_all_holds_day_8():
    course = course_of(*ALONE)
    course.given("2024-01-01")
    course.event("held", "2024-01-08", reason="labs")
    due = dose_due(course)
    assert (due.state, due.cycle_day) == (DueState.HELD, 8)


def test_a_day_appointed_inside_the_cycle_is_for_day_8_and_used_up_by_it():
    course = course_of(*ALONE)
    course.given("2024-01-01")
    course.event("appointed", "2024-01-01", until="2024-01-09")
    assert said(course) == (day("2024-01-09"), None, 8)
    course.given("2024-01-09")
    assert said(course) == (day("2024-01-22"), None, None)


def test_a_day_appointed_for_the_next_cycle_waits_for_it():
    course = course_of(*ALONE)
    course.given("2024-01-01")
    course.event("appointed", "2024-01-01", until="2024-01-24")
    assert said(course) == (day("2024-01-08"), None, 8)
    course.given("2024-01-08")
    assert (said(course)[0], dose_due(course).projected) == (day("2024-01-24"), day("2024-01-22"))


def test_a_day_8_left_open_is_asked_for_until_the_next_cycle_begins():
    course = course_of(*ALONE, ledger_complete="yes")
    course.given("2024-01-01")
    assert dose_due(course).days_over(day("2024-01-20")) == 12
    course.given("2024-01-22")
    assert said(course) == (day("2024-01-29"), 2, 8)


def test_the_last_planned_cycle_is_reviewed_after_its_day_8():
    course = course_of(*ALONE, planned_cycles="1")
    course.given("2024-01-01")
    assert said(course) == (day("2024-01-08"), None, 8)
    course.given("2024-01-08")
    assert dose_due(course).why is Why.REVIEW


def test_a_single_cycle_has_its_day_8_and_then_nothing():
    course = CourseOf("2024-01-01", {"from_cycle": "1"}, drugs=ALONE)
    course.given("2024-01-01")
    assert said(course) == (day("2024-01-08"), None, 8)
    course.given("2024-01-08")
    assert dose_due(course) is None


def test_what_is_planned_before_every_cycle_is_not_asked_for_on_day_8():
    course = course_of(*ALONE)
    course.given("2024-01-01")
    plan = {"what": "labs", "every": "1", "unit": "cycles", "names": "ALT"}
    course.add(PlannedItem, course=str(course.course), **plan)
    (labs,) = [due for due in due_items(course.chart()) if due.what is What.LABS]
    assert labs.on == day("2024-01-22")


def test_each_dose_of_a_cycle_has_a_line_of_its_own_name():
    course, keys = course_of(*THREE, interval="28"), []
    for on in ("2024-01-01", "2024-01-08", "2024-01-15", "2024-01-29"):
        course.given(on)
        keys.append(dose_due(course).key)
    assert len(set(keys)) == 4


def test_a_day_8_before_its_day_asks_and_on_its_day_does_not():
    course = course_of(*ALONE)
    course.given("2024-01-01")
    book = course.ledger()
    assert book.permitted_from(day("2024-01-05")) == day("2024-01-08")
    assert book.permitted_from(day("2024-01-20")) == day("2024-01-22")  # begins a cycle


@given(
    st.sets(st.integers(1, 20), max_size=3).map(lambda rest: sorted({1, *rest})),
    st.integers(21, 42),
)
def test_given_as_planned_every_dose_falls_on_its_day_and_no_cycle_is_added(days, interval):
    drug = {"drug": "gemcitabine", "days": ",".join(map(str, days))}
    course = course_of(drug, interval=str(interval), ledger_complete="yes")
    first = date(2024, 1, 1)
    for cycle in (1, 2):
        for number, following in zip(days, [*days[1:], None], strict=True):
            course.given((first + timedelta(days=number - 1)).isoformat())
            on = first + timedelta(days=interval if following is None else following - 1)
            assert said(course) == (on, cycle + (following is None), following)
        first += timedelta(days=interval)


HAPPENED = st.lists(
    st.tuples(
        st.sampled_from(["given", "given", "skipped", "held", "resumed", "appointed", "stopped"]),
        st.integers(0, 70),
        st.sampled_from(["durvalumab", "gemcitabine", ""]),
    ),
    max_size=10,
    unique_by=lambda each: each[1],
)


def went(happened: list[tuple[str, int, str]], days: str) -> CourseOf:
    course = course_of(BESIDE[0], ALONE[0] | {"days": days})
    for action, number, drug in happened:
        on = date(2024, 1, 1) + timedelta(days=number)
        more = {"until": (on + timedelta(days=9)).isoformat()} if action == "appointed" else {}
        course.event(action, on.isoformat(), drug=drug, **more)
    return course


@given(HAPPENED, st.sampled_from(["1,8", "1,8,15", "2-3"]), st.randoms())
def test_the_order_of_entering_changes_no_dose_inside_a_cycle(happened, days, shuffler):
    before = went(happened, days).ledger()
    shuffler.shuffle(happened)
    after = went(happened, days).ledger()
    assert (after.within, after.next_cycle_day) == (before.within, before.next_cycle_day)


@given(HAPPENED, st.sampled_from(["1,8", "1,8,15", "2-3"]))
def test_a_dose_inside_a_cycle_comes_after_the_last_one_and_before_the_next_cycle(happened, days):
    book = went(happened, days).ledger()
    within = book.within
    if within is None:
        return
    assert within.number in {2, 3, 8, 15}
    begun = book.last.day
    assert begun < within.on < begun + timedelta(days=21)
    assert book.projected == within.on
    assert book.earliest_permitted == within.on
    assert not {*within.drugs} & {*book.stopped_drugs, *book.held_drugs}


@given(HAPPENED, st.sampled_from(["1,8", "1,8,15", "2-3"]))
def test_giving_what_is_due_begins_no_cycle_and_is_due_no_more(happened, days):
    course = went(happened, days)
    book = course.ledger()
    within = book.within
    if within is None or book.events[-1].record.date.day >= within.on:
        return
    for drug in within.drugs or ("",):
        course.given(within.on.isoformat(), drug=drug)
    after = course.ledger()
    assert len(after.cycles) == len(book.cycles)
    assert after.within is None or after.within.on > within.on


def test_a_dose_inside_the_cycle_that_is_delayed_for_long_is_due_on_that_day_and_no_other():
    course = course_of(*ALONE)
    course.given("2024-01-01")
    course.event("delayed", "2024-01-08", until="2024-01-17")
    assert said(course) == (day("2024-01-17"), None, 8)
    course.given("2024-01-10")  # sooner than was said: the delay is used up
    assert said(course) == (day("2024-01-22"), None, None)


def test_a_drug_of_day_1_is_early_on_day_8():
    course = course_of(*BESIDE)
    for name in ("durvalumab", "gemcitabine"):
        course.given("2024-01-01", drug=name)
    book, eighth = course.ledger(), day("2024-01-08")
    assert book.permitted_from(eighth, ["gemcitabine"]) == eighth
    for drugs in (["durvalumab"], ["durvalumab", "gemcitabine"]):
        assert book.permitted_from(eighth, drugs) == day("2024-01-22")


def test_each_drug_is_early_before_its_own_day():
    course = course_of(*BESIDE, {"drug": "cisplatin", "days": "15"})
    for name in ("durvalumab", "gemcitabine"):
        course.given("2024-01-01", drug=name)
    book = course.ledger()
    assert book.permitted_from(day("2024-01-08"), ["gemcitabine"]) == day("2024-01-08")
    assert book.permitted_from(day("2024-01-08"), ["cisplatin"]) == day("2024-01-15")


def test_what_was_given_last_is_named_apart_from_what_is_next():
    course = course_of(*BESIDE)
    course.given("2024-01-01", drug="durvalumab", dose="1500 mg")
    course.given("2024-01-01", drug="gemcitabine", dose="1600 mg")
    assert dose_due(course).given == "durvalumab 1500 mg + gemcitabine 1600 mg"
    course.given("2024-01-08", drug="gemcitabine", dose="1200 mg")
    assert dose_due(course).given == "gemcitabine 1200 mg"


def test_a_course_that_is_over_is_named_with_the_drug_that_was_stopped_before():
    course = course_of(*BESIDE, regimen="durvalumab + gemcitabine", stop="2024-03")
    course.event("stopped", "2024-01-05", drug="gemcitabine")
    whole = "durvalumab 1500 mg + gemcitabine 1600 mg q3w"
    assert course.ledger().treatment == whole


def doses_due(course: CourseOf) -> list[tuple[date | None, int | None, int | None, str]]:
    dues = [due for due in due_items(course.chart()) if due.what is What.DOSE]
    return [(due.on, due.cycle, due.cycle_day, due.treatment) for due in dues if not due.closed]


def test_the_next_cycle_is_asked_for_although_nobody_said_what_became_of_day_8():
    course = course_of(*BESIDE, ledger_complete="yes", planned_cycles="2")
    for name in ("durvalumab", "gemcitabine"):
        course.given("2024-01-01", drug=name)
    whole = "durvalumab 1500 mg + gemcitabine 1600 mg q3w"
    eighth = (day("2024-01-08"), 1, 8, "gemcitabine 1600 mg")
    assert doses_due(course) == [eighth, (day("2024-01-22"), 2, None, whole)]
    course.event("appointed", "2024-01-01", until="2024-01-24")
    assert doses_due(course) == [eighth, (day("2024-01-24"), 2, None, whole)]
    course.event("held", "2024-01-08")
    assert [due[2] for due in doses_due(course)] == [8]


def test_after_the_last_planned_cycle_only_its_day_8_is_asked_for():
    course = course_of(*ALONE, planned_cycles="1")
    course.given("2024-01-01")
    assert [due[2] for due in doses_due(course)] == [8]


def test_the_line_of_the_next_cycle_keeps_its_name_when_day_8_is_given():
    course = course_of(*ALONE)
    course.given("2024-01-01")
    before = due_items(course.chart())[1]
    course.given("2024-01-08")
    assert dose_due(course).key == before.key


def test_nothing_is_planned_before_a_cycle_that_is_not_planned():
    course = course_of(*ALONE, planned_cycles="1")
    course.given("2024-01-01")
    plan = {"what": "labs", "every": "1", "unit": "cycles", "names": "ALT"}
    course.add(PlannedItem, course=str(course.course), **plan)
    assert [due for due in due_items(course.chart()) if due.what is What.LABS] == []
