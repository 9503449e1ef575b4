# SPDX-License-Identifier: MIT
"""What is due of a chart: plans that move with what was done, and why something leaves."""

import pytest

from tests.domain.builders import ChartOf, CourseOf, day
from tracker.domain.follow_up import due_items
from tracker.domain.records import (
    BaselineCheck,
    ContactAttempt,
    Decision,
    DueAnswer,
    FollowUp,
    ImagingStudy,
    MarkerResult,
    PlannedItem,
    UserReminder,
    Visit,
)
from tracker.domain.records.planned_item import Planned
from tracker.domain.reminders import DueState, Left, What, Why


class PlanOf(CourseOf):
    """A course with a follow-up plan."""

    def item(self, what, every, unit, **texts):
        """Adds an item of the plan."""
        names = {"scan": "CT, MRI", "labs": "ALT, CREA", "marker": "SCC"}.get(what, "")
        return self.add(
            PlannedItem,
            course=str(self.course),
            what=what,
            every=str(every),
            unit=unit,
            **({"names": names} | texts),
        )

    def sample(self, analyte, on):
        self.add(MarkerResult, analyte=analyte, date=on, value="1", unit="U/L")

    def answer(self, due, action, on="2024-03-01", **texts):
        """What a person says to a line."""
        was = {"due": due.on.isoformat()} if due.on else {}
        self.add(
            DueAnswer,
            date=on,
            what=due.what.value,
            action=action,
            occurrence=str(due.key),
            asked_by=str(due.source),
            **(was | texts),
        )

    def the(self, what):
        """The one line of a kind that is asked for."""
        (due,) = [d for d in due_items(self.chart()) if d.what == what and d.closed is None]
        return due

    def asked(self):
        return sorted(d.what.value for d in due_items(self.chart()) if d.closed is None)

    def gone(self):
        return {(d.what.value, d.left) for d in due_items(self.chart()) if d.closed is not None}


@pytest.fixture
def course():
    made = PlanOf("2024-01-08")
    made.given("2024-01-08", "2024-01-29")
    return made


def test_every_code_of_a_plan_is_a_kind_of_thing_that_falls_due():
    assert {planned.value for planned in Planned} < {what.value for what in What}


# A plan moves with what was done


def test_a_scan_is_counted_from_the_start_and_then_from_the_last_scan(course):
    course.item("scan", 9, "weeks")
    assert course.the("scan").on == day("2024-03-11")
    course.add(ImagingStudy, date="2024-03-14", modality="ct")
    assert course.the("scan").on == day("2024-05-16")
    assert course.the("scan").last_given == day("2024-03-14")


def test_an_x_ray_does_not_take_the_place_of_a_ct(course):
    course.item("scan", 9, "weeks")
    course.add(ImagingStudy, date="2024-03-14", modality="X-ray")
    assert course.the("scan").on == day("2024-03-11")


def test_the_scan_before_the_course_is_not_the_first_one_of_the_plan(course):
    course.item("scan", 9, "weeks")
    course.add(ImagingStudy, date="2023-12-20", modality="CT")
    assert course.the("scan").on == day("2024-03-11")


def test_a_scan_of_an_unknown_day_makes_the_next_one_a_range(course):
    course.item("scan", 2, "months")
    course.add(ImagingStudy, date="2024-03", modality="CT")
    due = course.the("scan")
    assert (due.on, due.earliest, due.latest) == (None, day("2024-05-01"), day("2024-05-31"))
    assert due.days_over(day("2024-05-31")) == 0
    assert due.days_over(day("2024-06-02")) == 2


def test_a_panel_is_as_old_as_its_oldest_value_and_names_what_was_never_sampled(course):
    course.item("labs", 3, "weeks")
    course.sample("ALT", "2024-02-01")
    due = course.the("labs")
    assert (due.on, due.reason) == (day("2024-01-29"), "CREA")
    course.sample("CREA", "2024-02-05")
    course.sample("ALT", "2024-02-20")
    assert (course.the("labs").on, course.the("labs").reason) == (day("2024-02-26"), None)


def test_labs_before_each_dose_fall_due_with_the_dose_until_they_are_there(course):
    course.item("labs", 1, "cycles")
    first = course.the("labs")
    assert first.on == course.the("dose").on == day("2024-02-19")
    course.sample("ALT", "2024-02-18")
    course.sample("CREA", "2024-02-18")
    assert course.the("labs").on == day("2024-03-11")  # those of the dose after
    assert course.the("labs").key != first.key


def test_what_is_planned_with_a_dose_waits_while_the_dose_has_no_date(course):
    course.item("labs", 1, "cycles")
    course.event("held", "2024-02-19")
    assert course.asked() == ["contact", "dose"]
    assert course.the("dose").state is DueState.HELD


def test_a_phone_call_is_no_visit(course):
    course.item("visit", 4, "weeks")
    course.add(Visit, date="2024-02-20", contact="phone")
    assert course.the("visit").on == day("2024-02-05")
    course.add(Visit, date="2024-02-20", contact="visit")
    assert course.the("visit").on == day("2024-03-19")


def test_a_review_is_asked_for_once_and_leaves_when_somebody_did_it(course):
    course.item("duration-review", 24, "months", times="1")
    due = course.the("duration-review")
    assert due.on == day("2026-01-08")
    course.answer(due, "done", "2026-01-10")
    assert "duration-review" not in course.asked()
    assert ("duration-review", Left.DONE) in course.gone()


def test_a_plan_ends_on_its_last_day_and_what_fell_due_before_stays(course):
    course.item("ecg", 30, "days", until="2024-03-01")
    due = course.the("ecg")
    assert due.on == day("2024-02-07")
    course.answer(due, "done", "2024-02-10")
    assert "ecg" not in course.asked()


def test_a_start_nobody_knows_is_asked_about_and_not_guessed():
    course = PlanOf("unknown")
    course.item("scan", 9, "weeks")
    assert (course.the("scan").state, course.the("scan").why) == (
        DueState.CANNOT_PROJECT,
        Why.NO_START,
    )


# After the stop


def test_visits_after_the_stop_go_on_for_a_year_and_then_end(course):
    course.item("visit-after-stop", 3, "months", months_after="12")
    assert "visit-after-stop" not in course.asked()
    course.event("stopped", "2024-06-30")
    assert course.the("visit-after-stop").on == day("2024-09-30")
    for met in ("2024-09-30", "2024-12-30", "2025-03-30"):
        course.add(Visit, date=met, contact="visit")
    assert course.the("visit-after-stop").on == day("2025-06-30")
    course.add(Visit, date="2025-06-30", contact="visit")
    assert course.asked() == ["contact"]


def test_a_stop_takes_the_doses_off_and_what_goes_on_after_it_stays(course):
    course.item("scan", 9, "weeks")
    course.item("tsh", 6, "weeks", months_after="12")
    course.event("stopped", "2024-02-19", reason="toxicity", reason_text="hepatitis")
    assert course.asked() == ["contact", "tsh"]
    assert course.gone() == {("dose", Left.STOPPED), ("scan", Left.STOPPED)}
    assert {d.reason for d in due_items(course.chart()) if d.left} == {"hepatitis"}


def test_less_than_a_year_after_the_stop_is_refused(course):
    with pytest.raises(Exception, match="12"):
        course.item("visit-after-stop", 3, "months", months_after="6")


# Why something leaves


@pytest.mark.parametrize(
    ("state", "left"), [("transferred", Left.TRANSFERRED), ("declined", Left.DECLINED)]
)
def test_who_went_elsewhere_or_declined_leaves_with_the_reason(course, state, left):
    course.add(FollowUp, date="2024-02-10", state=state, reason="moved to another city")
    assert course.asked() == []
    assert course.gone() == {("dose", left), ("contact", left)}
    (dose,) = [d for d in due_items(course.chart()) if d.what is What.DOSE]
    assert (dose.closed.text, dose.reason) == ("2024-02-10", "moved to another city")


def test_who_is_lost_is_not_asked_for_doses_but_stays_among_those_not_seen(course):
    course.add(FollowUp, date="2024-04-01", state="lost")
    assert course.asked() == ["contact"]
    assert course.the("contact").left is Left.LOST
    assert course.gone() == {("dose", Left.LOST)}


def test_who_came_back_is_asked_for_again(course):
    course.add(FollowUp, date="2024-02", state="transferred")
    course.add(FollowUp, date="2024-05-02", state="active")
    assert course.asked() == ["contact", "dose"]


def test_an_unclear_order_of_leaving_and_coming_back_leaves_the_patient_on_the_list(course):
    course.add(FollowUp, date="2024-02", state="transferred")
    course.add(FollowUp, date="2024-02", state="active")
    assert course.asked() == ["contact", "dose"]


def test_a_death_in_a_month_counts_from_its_first_day_on():
    course = PlanOf("2024-01-08", patient={"vital_status": "dead", "death": "2024-02"})
    course.given("2024-01-08")
    (dose,) = [d for d in due_items(course.chart()) if d.what is What.DOSE]
    assert (dose.left, dose.closed.text) == (Left.DIED, "2024-02")
    assert dose.closed.earliest == day("2024-02-01")


def test_a_death_without_a_date_leaves_at_once():
    course = PlanOf("2024-01-08", patient={"vital_status": "dead"})
    course.given("2024-01-08")
    found = due_items(course.chart())
    assert found
    assert {due.closed.text for due in found} == {"unknown"}


# What a person says


def test_putting_off_hides_until_the_day_and_stays_overdue(course):
    course.item("scan", 9, "weeks")
    course.answer(course.the("scan"), "snoozed", until="2024-03-25", reason="no slot")
    due = course.the("scan")
    assert (due.shown_from, due.on, due.reason) == (day("2024-03-25"), day("2024-03-11"), "no slot")
    assert due.days_over(day("2024-03-25")) == 14


def test_a_promised_and_a_cancelled_date_stay_on_the_list(course):
    dose = course.the("dose")
    course.answer(dose, "promised", until="2024-03-04")
    assert (course.the("dose").promised, course.the("dose").on) == (day("2024-03-04"), dose.on)
    course.answer(dose, "cancelled", "2024-03-03", reason="fever")
    assert (course.the("dose").cancelled, course.the("dose").on) == (day("2024-03-03"), dose.on)


@pytest.mark.parametrize(
    ("action", "until"), [("snoozed", {"until": "2024-03-20"}), ("cancelled", {}),
                          ("promised", {"until": "2024-03-20"})])  # fmt: skip
def test_a_day_appointed_afterwards_takes_the_place_of_what_was_said_before(course, action, until):
    course.answer(course.the("dose"), action, on="2024-02-10", reason="travels", **until)
    course.event("appointed", "2024-02-12", until="2024-02-26")
    due = course.the("dose")
    assert (due.shown_from, due.cancelled, due.promised, due.reason) == (
        day("2024-02-26"), None, None, None,
    )  # fmt: skip


def test_what_is_said_after_the_appointment_counts(course):
    course.event("appointed", "2024-02-12", until="2024-02-26")
    course.answer(course.the("dose"), "cancelled", on="2024-02-12", reason="ill")
    assert course.the("dose").cancelled == day("2024-02-12")


def test_a_hold_keeps_its_own_reason_beside_an_older_answer(course):
    course.answer(course.the("dose"), "snoozed", on="2024-02-10", until="2024-03-20", reason="trip")
    course.event("held", "2024-02-19", reason="labs", reason_text="ALT grade 3")
    due = course.the("dose")
    assert (due.reason, due.snoozed_until) == ("ALT grade 3", None)


def test_a_hold_keeps_its_own_reason_beside_a_newer_answer(course):
    course.event("held", "2024-02-19", reason="labs", reason_text="ALT grade 3")
    course.answer(course.the("dose"), "cancelled", on="2024-02-20", reason="snow")
    due = course.the("dose")
    assert (due.reason, due.cancelled) == ("ALT grade 3", day("2024-02-20"))


def test_the_next_dose_is_not_bound_by_what_was_said_of_the_last(course):
    course.answer(course.the("dose"), "promised", until="2024-03-04")
    course.given("2024-03-04")
    assert course.the("dose").promised is None


def test_closing_counts_on_from_the_day_it_was_due(course):
    course.item("scan", 9, "weeks")
    course.answer(course.the("scan"), "closed", "2024-03-20", reason="done elsewhere")
    assert course.the("scan").on == day("2024-05-13")


def test_a_correction_of_a_date_keeps_the_name_of_what_follows(course):
    before = course.the("dose")
    again = PlanOf("2024-01-08")
    again.given("2024-01-08", "2024-01-30")  # the second one corrected by a day
    after = again.the("dose")
    assert (before.key == after.key, before.on == after.on) == (True, False)


# Reminders


def test_a_reminder_comes_as_often_as_it_was_set_and_leaves_each_time_once(course):
    course.add(UserReminder, what="drug supply", due="2024-02-01", every="28", times="2")
    first = course.the("reminder")
    assert (first.on, first.title) == (day("2024-02-01"), "drug supply")
    course.answer(first, "done", "2024-02-02")
    second = course.the("reminder")
    assert (second.on, second.last_given) == (day("2024-02-29"), day("2024-02-02"))
    course.answer(second, "closed", "2024-03-01", reason="paid by the assistance programme")
    assert "reminder" not in course.asked()
    assert {left for what, left in course.gone() if what == "reminder"} == {Left.DONE, Left.CLOSED}


def test_a_closed_reminder_leaves_with_its_reason(course):
    course.add(
        UserReminder,
        what="call",
        due="2024-02-01",
        every="7",
        closed="2024-02-20",
        closed_because="no longer needed",
    )
    assert ("reminder", Left.CLOSED) in course.gone()


# What a record settles


@pytest.mark.parametrize(
    ("answer", "settles"), [("accepted", True), ("declined", True), ("offered", False)]
)
def test_a_decision_on_going_on_settles_the_review_of_the_duration(course, answer, settles):
    course.item("duration-review", 24, "months", times="1")
    what = "Going on after the planned duration"
    course.add(Decision, what=what, answer=answer, date="2026-01-05")
    assert ("duration-review" not in course.asked()) is settles


def test_another_decision_does_not(course):
    course.item("duration-review", 24, "months", times="1")
    what = "treatment beyond progression"
    course.add(Decision, what=what, answer="accepted", date="2026-01-05")
    assert "duration-review" in course.asked()


def test_a_decision_of_an_unknown_day_does_not(course):
    course.item("duration-review", 24, "months", times="1")
    course.add(Decision, what="going on after the planned duration", answer="accepted")
    assert "duration-review" in course.asked()


@pytest.mark.parametrize(("result", "on"), [("normal", "2024-04-14"), ("left out", "2024-02-07")])
def test_an_ecg_of_the_course_moves_the_next_one_and_one_left_out_does_not(course, result, on):
    course.item("ecg", 30, "days")
    texts = {"course": str(course.course), "test": "ECG", "date": "2024-03-15"}
    course.add(BaselineCheck, result=result, finding="by the oncologist", **texts)
    assert course.the("ecg").on == day(on)


# Who was not seen


def test_calls_without_an_answer_are_counted_until_the_patient_is_reached(course):
    assert course.the("contact").on == day("2024-01-29")
    for on in ("2024-02-20", "2024-02-22"):
        course.add(ContactAttempt, date=on, way="phone", outcome="no-answer")
    assert (course.the("contact").attempts, course.the("contact").reason) == (2, "no-answer")
    course.add(ContactAttempt, date="2024-02-23", way="phone", outcome="reached")
    assert (course.the("contact").attempts, course.the("contact").on) == (0, day("2024-02-23"))


def test_a_month_of_last_contact_counts_from_its_last_day():
    course = PlanOf("2024-01", patient={"last_contact": "2024-02"})
    assert course.the("contact").days_over(day("2024-03-01")) == 1


def test_each_line_of_a_chart_has_a_name_of_its_own(course):
    for what in ("scan", "labs", "tsh", "visit"):
        course.item(what, 6, "weeks")
    course.add(UserReminder, what="call", due="2024-02-01")
    found = due_items(course.chart())
    assert len({due.key for due in found}) == len(found) == 7


def test_a_patient_without_course_visit_or_contact_is_on_the_list():
    (line,) = due_items(ChartOf().chart())
    assert (line.what, line.why) == (What.CONTACT, Why.NEVER_SEEN)
