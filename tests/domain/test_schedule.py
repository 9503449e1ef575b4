# SPDX-License-Identifier: MIT
"""The dose ledger: clinical.md story E to the digit, and what the plan says after each event."""

from datetime import date, timedelta

import pytest

from tests.domain.builders import CourseOf, day, due_of
from tests.domain.oracles import Tally, rows
from tracker.domain.records import Course
from tracker.domain.reminders import DueState, Why


def story_e(third_dose: str = "2024-02-19", *, until: str = "2024-04-15") -> CourseOf:
    """C1 to C5 of clinical.md 2 E, recorded up to a day; q6w from C5 on."""
    course = CourseOf(
        "2024-01-08",
        {"interval_days": "21", "start": "2024-01-08"},
        {"interval_days": "42", "from_cycle": "5"},
        ledger_complete="yes",
    )
    hold = {"reason": "labs", "reason_text": "ALT grade 3", "until": "2024-03-18"}
    events = [
        ("given", "2024-01-08", {}),
        ("given", "2024-01-29", {}),
        ("given", third_dose, {}),
        ("held", "2024-03-11", hold),
        ("resumed", "2024-03-25", {"ordered_by": "oncologist"}),
        ("given", "2024-03-25", {}),
        ("given", "2024-04-15", {}),
    ]
    for action, on, more in events:
        if on <= until:
            course.event(action, on, **more)
    return course


def due_one(course: CourseOf):
    (due,) = due_of(course.chart())
    return due


# Story E


def test_five_doses_were_given_and_one_was_held():
    book = story_e().ledger()
    assert [cycle.day.isoformat() for cycle in book.cycles] == [
        "2024-01-08",
        "2024-01-29",
        "2024-02-19",
        "2024-03-25",
        "2024-04-15",
    ]
    assert book.count("given") == 5
    assert book.count("held") == 1
    assert book.count("skipped") == 0


def test_the_fourth_dose_came_14_days_after_its_plan():
    fourth = story_e().ledger().cycles[3]
    assert fourth.planned == day("2024-03-11")
    assert fourth.delay_days == 14


def test_the_fifth_dose_kept_the_shifted_plan_and_drifted_14_days_from_the_original():
    fifth = story_e().ledger().cycles[4]
    assert fifth.delay_days == 0
    assert fifth.original == day("2024-04-01")
    assert fifth.drift_days == 14


def test_dose_intensity_is_given_both_ways():
    intensity = story_e().ledger().intensity
    assert intensity.first_to_last == pytest.approx(84 / 98)
    assert f"{intensity.first_to_last:.1%}" == "85.7%"
    assert intensity.with_last_cycle == pytest.approx(105 / 119)
    assert f"{intensity.with_last_cycle:.1%}" == "88.2%"


def test_the_next_dose_follows_the_new_interval_and_is_the_sixth():
    due = due_one(story_e())
    assert due.state is DueState.PROJECTED
    assert due.on == due.projected == day("2024-05-27")
    assert due.cycle == 6
    assert due.last_given == day("2024-04-15")
    assert due.treatment == "toripalimab 240 mg q6w"


def test_an_open_hold_shows_held_with_its_reason_and_recheck_day():
    due = due_one(story_e(until="2024-03-11"))
    assert due.state is DueState.HELD
    assert due.why is Why.HELD
    assert due.recheck == day("2024-03-18")
    assert due.reason == "ALT grade 3"
    assert due.cycle == 4


def test_a_lifted_hold_is_over_and_the_old_date_is_due_again():
    course = story_e(until="2024-03-11")
    course.event("resumed", "2024-03-20", ordered_by="oncologist")
    due = due_one(course)
    assert due.state is DueState.PROJECTED
    assert due.on == day("2024-03-11")


@pytest.mark.parametrize("action", ["given", "reduced", "resumed", "stopped"])
def test_a_dose_or_a_stop_ends_a_hold_as_lifting_it_does(action):
    course = story_e(until="2024-03-11")
    course.event(action, "2024-03-25")
    assert course.ledger().open_hold is None


def test_a_late_correction_of_the_third_dose_moves_no_given_dose_and_changes_the_intervals():
    before, after = story_e().ledger(), story_e("2024-02-20").ledger()
    moved = [(a.day, b.day) for a, b in zip(before.cycles, after.cycles, strict=True)]
    assert [pair for pair in moved if pair[0] != pair[1]] == [
        (day("2024-02-19"), day("2024-02-20"))
    ]
    assert [cycle.delay_days for cycle in before.cycles] == [None, 0, 0, 14, 0]
    assert [cycle.delay_days for cycle in after.cycles] == [None, 0, 1, 13, 0]
    assert [cycle.drift_days for cycle in after.cycles] == [None, 0, 1, 14, 14]
    assert after.projected == before.projected == day("2024-05-27")


def test_a_hold_of_an_unknown_day_stays_open_until_something_certainly_came_after_it():
    course = CourseOf("2024-01-08")
    course.given("2024-03-04")
    course.event("held", "2024-03")
    assert due_one(course).state is DueState.HELD
    course.given("2024-04-02")
    assert due_one(course).state is DueState.PROJECTED


# oracles/calc/schedules.csv, every row of it


def test_delays_and_projections_agree_with_every_row_of_the_oracle():
    tally = Tally("calc/schedules.csv")
    by_case: dict[str, list[dict[str, str]]] = {}
    for row in rows("calc/schedules.csv"):
        by_case.setdefault(row["case"], []).append(row)
    for case, cycles in by_case.items():
        course = CourseOf(
            cycles[0]["planned_or_given"], {"interval_days": cycles[0]["interval_days"]}
        )
        for row in cycles:
            planned, delay = course.ledger().projected, int(row["delay_days_before_this_cycle"])
            course.given(row["planned_or_given"])
            last = course.ledger().last
            due = planned + timedelta(days=delay) if planned else last.day
            tally.add(
                f"{case} C{row['cycle']}",
                f"{row['planned_or_given']} C{row['cycle']} {delay}",
                f"{due} C{last.number} {last.delay_days or 0}",
            )
    tally.report()
    assert (tally.read, tally.wrong) == (21, [])


# Plans


def test_dostarlimabs_first_six_weekly_dose_is_21_days_after_the_last_three_weekly_one():
    course = CourseOf(
        "2024-01-01",
        {"interval_days": "21", "from_cycle": "1"},
        {"interval_days": "42", "from_cycle": "5"},
        drugs=({"drug": "dostarlimab", "dose": "500 mg"},),
    )
    course.given("2024-01-01", "2024-01-22", "2024-02-12", "2024-03-04")
    assert course.ledger().projected == day("2024-03-25")
    course.given("2024-03-25")
    assert course.ledger().projected == day("2024-05-06")
    assert course.ledger().last.drift_days == 0


@pytest.mark.parametrize("first", [{"start": "2024-01-08"}, {"from_cycle": "1"}, {}])
@pytest.mark.parametrize("second", [{"start": "2024-04-15"}, {"from_cycle": "5"}])
@pytest.mark.parametrize("entered_in_order", [True, False])
def test_a_new_interval_holds_however_the_two_parts_of_the_plan_say_where_they_begin(
    first, second, entered_in_order
):
    plan = [{"interval_days": "21"} | first, {"interval_days": "42"} | second]
    course = CourseOf("2024-01-08", *(plan if entered_in_order else reversed(plan)))
    course.given("2024-01-08", "2024-01-29", "2024-02-19", "2024-03-25")
    assert course.ledger().projected == day("2024-04-15")
    course.given("2024-04-15")
    assert course.ledger().projected == day("2024-05-27")


def test_a_single_dose_drug_has_no_next_dose():
    course = CourseOf("2024-01-08", {"from_cycle": "1"}, drugs=({"drug": "tremelimumab"},))
    assert due_one(course).why is Why.NO_DOSE_DATE
    course.given("2024-01-08")
    assert due_of(course.chart()) == ()
    assert course.ledger().projected is None


def test_a_plan_that_begins_only_later_is_not_taken_for_a_single_dose():
    course = CourseOf("2024-01-08", {"interval_days": "21", "start": "2024-01-09"})
    course.given("2024-01-08")
    due = due_one(course)
    assert (due.state, due.why) == (DueState.CANNOT_PROJECT, Why.NO_INTERVAL)


def test_without_an_interval_nothing_is_projected_and_the_reason_is_named():
    course = CourseOf("2024-01-08")
    course.records["plan_segment"].clear()
    course.given("2024-01-08")
    assert due_one(course).why is Why.NO_INTERVAL


# Doses that were not given as planned


def test_a_skipped_dose_moves_the_plan_by_one_interval_and_is_no_cycle():
    course = CourseOf("2024-01-08", ledger_complete="yes")
    course.given("2024-01-08")
    course.event("skipped", "2024-01-29")
    book = course.ledger()
    assert book.projected == day("2024-02-19")
    assert book.next_cycle == 2
    course.given("2024-02-19")
    assert course.ledger().last.delay_days == 0
    assert course.ledger().last.drift_days == 21


def test_a_dose_skipped_ahead_of_its_day_leaves_out_that_day_and_keeps_the_rhythm():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    course.event("skipped", "2024-01-25")
    assert course.ledger().projected == day("2024-02-19")


def test_two_entries_of_one_skipped_day_skip_one_dose():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    course.event("skipped", "2024-01-29")
    course.event("skipped", "2024-01-29")
    assert course.ledger().projected == day("2024-02-19")


@pytest.mark.parametrize("action", ["appointed", "delayed"])
def test_a_day_set_by_a_person_stands_beside_the_projection(action):
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    course.event(action, "2024-01-29", until="2024-02-01")
    due = due_one(course)
    assert due.on == due.appointed == day("2024-02-01")
    assert due.projected == day("2024-01-29")
    course.given("2024-02-01")
    assert course.ledger().last.delay_days == 3
    assert due_one(course).appointed is None
    assert due_one(course).on == day("2024-02-22")


def test_a_skipped_dose_uses_up_its_appointment():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    course.event("appointed", "2024-01-08", until="2024-01-30")
    course.event("skipped", "2024-01-30")
    assert due_one(course).appointed is None
    assert due_one(course).on == day("2024-02-20")


def test_an_appointment_for_a_day_on_which_the_dose_was_given_is_over():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08", "2024-01-29")
    course.event("appointed", "2024-01-29", until="2024-01-29")
    assert due_one(course).on == day("2024-02-19")


def test_an_appointment_alone_is_due_even_when_nothing_can_be_projected():
    course = CourseOf("2024-01")
    course.event("appointed", "2024-01-02", until="2024-01-09")
    due = due_one(course)
    assert (due.state, due.on, due.projected) == (DueState.PROJECTED, day("2024-01-09"), None)


def test_a_reduced_dose_is_a_dose():
    course = CourseOf("2024-01-08", ledger_complete="yes")
    course.given("2024-01-08")
    course.event("reduced", "2024-01-29", dose="120 mg")
    assert course.ledger().projected == day("2024-02-19")
    assert course.ledger().next_cycle == 3


# What is not known


def test_without_a_dose_nothing_can_be_projected():
    due = due_one(CourseOf("2019-05"))
    assert (due.state, due.why, due.on) == (DueState.CANNOT_PROJECT, Why.NO_DOSE_DATE, None)
    assert due.cycle is None


def test_a_last_dose_known_by_its_month_cannot_be_projected_from():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08", "2024-02")
    due = due_one(course)
    assert (due.state, due.why, due.on) == (DueState.CANNOT_PROJECT, Why.PARTIAL_DATE, None)
    assert course.ledger().intensity.first_to_last is None


@pytest.mark.parametrize("other", ["2024-02", "2024-01/..", "~2024-01"])
def test_nothing_is_projected_while_a_dose_of_unknown_day_may_be_the_last(other):
    course = CourseOf("2024-01-08")
    course.given("2024-02-10", other)
    due = due_one(course)
    assert (due.on, due.why) == (None, Why.PARTIAL_DATE)


def test_an_earlier_dose_of_unknown_day_does_not_hinder_the_projection():
    course = CourseOf("2024-01")
    course.given("2024-01", "2024-02-10")
    book = course.ledger()
    assert book.projected == day("2024-03-02")
    assert book.last.delay_days is None
    assert book.last.drift_days is None


def test_the_next_number_is_unknown_until_a_person_declares_the_ledger_complete():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    assert course.ledger().next_cycle is None
    assert due_one(course).cycle is None


# Regimens of several drugs

TP = (
    {"drug": "paclitaxel", "dose": "175 mg/m2", "days": "1"},
    {"drug": "cisplatin", "dose": "50 mg/m2", "days": "2-3"},
)


@pytest.mark.parametrize("drugs", [TP, TP[::-1]], ids=["as given", "entered the other way round"])
def test_two_drugs_on_days_1_and_2_to_3_are_one_cycle(drugs):
    course = CourseOf("2019-04-08", drugs=drugs)
    for first in (date(2019, 4, 8), date(2019, 4, 29)):
        for drug, offset in (("paclitaxel", 0), ("cisplatin", 1), ("cisplatin", 2)):
            course.given((first + timedelta(days=offset)).isoformat(), drug=drug)
    book = course.ledger()
    assert [cycle.day for cycle in book.cycles] == [day("2019-04-08"), day("2019-04-29")]
    assert book.projected == day("2019-05-20")
    assert book.last.delay_days == 0


def test_a_late_dose_of_day_8_begins_no_cycle():
    course = CourseOf("2024-01-01", drugs=({"drug": "gemcitabine", "days": "1,8"},))
    course.given("2024-01-01", "2024-01-10", "2024-01-22", "2024-02-12", "2024-02-19")
    book = course.ledger()
    assert [cycle.day.isoformat() for cycle in book.cycles] == [
        "2024-01-01",
        "2024-01-22",
        "2024-02-12",
    ]
    assert book.projected == day("2024-03-04")


def test_the_other_drug_given_alone_still_counts_as_a_cycle():
    drugs = ({"drug": "paclitaxel", "days": "1"}, {"drug": "carboplatin", "days": "1"})
    course = CourseOf("2024-01-01", drugs=drugs)
    course.given("2024-01-01", drug="paclitaxel")
    course.given("2024-01-01", drug="carboplatin")
    course.given("2024-01-22", drug="carboplatin")
    assert len(course.ledger().cycles) == 2
    assert course.ledger().projected == day("2024-02-12")


def test_the_second_drug_neither_uses_up_an_appointment_nor_moves_the_plan():
    course = CourseOf("2019-04-08", drugs=TP)
    course.given("2019-04-08", drug="paclitaxel")
    course.event("appointed", "2019-04-08", until="2019-04-30")
    course.given("2019-04-09", drug="cisplatin")
    course.event("skipped", "2019-04-10", drug="cisplatin")
    due = due_one(course)
    assert (due.appointed, due.projected) == (day("2019-04-30"), day("2019-04-29"))


@pytest.mark.parametrize("drug", ["toripalimab", "Toripalimab", ""])
def test_a_dose_of_the_only_drug_counts_with_or_without_its_name(drug):
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    course.given("2024-01-29", drug=drug)
    assert course.ledger().projected == day("2024-02-19")


def test_an_extra_dose_of_the_only_drug_is_counted_however_it_is_named():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    course.given("2024-01-13", drug="toripalimab")
    assert course.ledger().projected == day("2024-02-03")


def test_a_course_whose_drugs_were_never_listed_counts_its_doses():
    course = CourseOf("2024-01-08", drugs=())
    course.given("2024-01-08", drug="toripalimab")
    assert course.ledger().projected == day("2024-01-29")


def test_two_spellings_of_one_day_are_one_cycle():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08", "8 Jan 2024")
    assert len(course.ledger().cycles) == 1
    assert course.ledger().intensity.first_to_last is None


# The end


@pytest.mark.parametrize("how", ["on the course", "as an event"])
def test_a_stopped_course_is_not_due(how):
    stop = {"stop": "2024-02"} if how == "on the course" else {}
    course = CourseOf("2024-01-08", **stop)
    course.given("2024-01-08")
    if not stop:
        course.event("stopped", "2024-02-12")
    assert due_of(course.chart()) == ()
    assert not course.ledger().is_running
    assert course.ledger().stop.text == ("2024-02" if stop else "2024-02-12")


def test_stopping_one_drug_of_two_does_not_end_the_course():
    course = CourseOf("2019-04-08", drugs=TP)
    course.given("2019-04-08")
    course.event("stopped", "2019-04-20", drug="cisplatin")
    assert course.ledger().is_running
    course.event("stopped", "2019-04-25", drug="paclitaxel")
    assert course.ledger().stop.text == "2019-04-25"


def test_nothing_is_due_for_the_dead():
    course = CourseOf("2024-01-08", patient={"vital_status": "dead"})
    course.given("2024-01-08")
    assert due_of(course.chart()) == ()
    assert not course.ledger().is_running


def test_an_event_entered_in_error_does_not_count():
    course = CourseOf("2024-01-08", ledger_complete="yes")
    course.given("2024-01-08")
    course.event("given", "2024-01-29", voided=True)
    course.event("held", "2024-01-30", voided=True)
    course.event("stopped", "2024-01-31", voided=True)
    due = due_one(course)
    assert (due.state, due.on, due.cycle) == (DueState.PROJECTED, day("2024-01-29"), 2)


def test_each_course_has_its_own_events():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    other = course.add(Course, regimen="envafolimab", therapy="immunotherapy", start="2024-03-04")
    first, second = due_of(course.chart())
    assert (first.on, second.why) == (day("2024-01-29"), Why.NO_DOSE_DATE)
    assert second.course == other
