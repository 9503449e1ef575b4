# SPDX-License-Identifier: MIT
"""PFS, duration of response and times of treatment, against published trial figures."""

from collections.abc import Iterable

import pytest

from tests.domain.builders import ChartOf, CourseOf, day
from tests.domain.oracles import Tally, rows
from tracker.domain.endpoints import all_clocks
from tracker.domain.outcomes import Clock
from tracker.domain.records import (
    Course,
    ImagingStudy,
    Lesion,
    LesionMeasurement,
    ResponseAssessment,
)

NAMES = {"OS": "OS", "PFS": "PFS", "RSD": "DOR"}
LATE = day("2025-01-01")


def trial_chart(subject: dict[str, str], time_points: Iterable[dict[str, str]]) -> ChartOf:
    """A trial subject's investigator reading as a chart of the clinic."""
    chart = ChartOf(vital_status="alive", last_contact=subject["last_alive"])
    chart.add(
        Course, regimen="study drug", therapy="immunotherapy", start=subject["treatment_start"]
    )
    for point in time_points:
        overall = point["published_overall"]
        chart.add(ResponseAssessment, date=point["date"], criteria="RECIST 1.1", decided=overall)
    return chart


def found(chart: ChartOf, name: str, as_of=LATE) -> list[Clock]:
    return [clock for clock in all_clocks(chart.chart(), as_of) if clock.name == name]


def check(expected: list[dict[str, str]]) -> Tally:
    tally = Tally("tte/setA_os_pfs_dor.csv")
    subjects = {row["subj"]: row for row in rows("recist/setA_subjects.csv")}
    read = [r for r in rows("recist/setA_expected_timepoint.csv") if r["case_id"].endswith("-INV")]
    for row in expected:
        chart = trial_chart(subjects[row["subj"]], (r for r in read if r["subj"] == row["subj"]))
        (clock,) = found(chart, NAMES[row["param"]])
        # trials count the first day as day 1
        answer = (clock.end.text, clock.days.low + 1, clock.days.high + 1, not clock.event)
        days = int(float(row["days_inclusive"]))
        wanted = (row["end"], days, days, row["censored"] == "1")
        tally.add(f"{row['subj']} {row['param']}", str(wanted), str(answer))
    return tally


def test_the_published_times_of_the_trial_are_reproduced():
    tally = check(rows("tte/setA_os_pfs_dor.csv"))
    tally.report()
    assert (tally.matched, tally.wrong) == (10, [])


def test_a_copy_with_three_wrong_answers_reports_exactly_three():
    expected = [dict(row) for row in rows("tte/setA_os_pfs_dor.csv")]
    expected[0]["days_inclusive"] = "183.0"
    expected[4]["censored"] = "1"
    expected[9]["end"] = "2013-01-31"
    assert len(check(expected).wrong) == 3


def treated(*answers: tuple[str, str], **patient: str) -> CourseOf:
    chart = CourseOf("2024-01-01", patient={"vital_status": "alive"} | patient)
    for date, category in answers:
        chart.add(ResponseAssessment, date=date, criteria="RECIST 1.1", decided=category)
    return chart


def test_a_response_lasts_from_its_first_day_to_the_progression():
    chart = treated(("2024-03-01", "PR"), ("2024-05-01", "CR"), ("2024-07-01", "PD"))
    (clock,) = found(chart, "DOR")
    assert (clock.index, clock.endpoint, clock.event) == ("PR, toripalimab", "progression", True)
    assert clock.days.as_list() == [122, 122]


def test_a_scan_that_judged_nothing_censors_nothing():
    chart = treated(("2024-03-01", "SD"), ("2024-05-01", "NE"))
    (clock,) = found(chart, "PFS")
    assert (clock.endpoint, clock.end.text) == ("last tumour assessment", "2024-03-01")


def test_a_death_before_progression_is_an_event():
    chart = treated(("2024-03-01", "SD"), vital_status="dead", death="2024-04")
    (clock,) = found(chart, "PFS")
    assert (clock.endpoint, clock.event, clock.days.as_list()) == ("death", True, [91, 120])


def test_without_a_tumour_assessment_there_is_no_assessed_progression():
    assert found(treated(), "PFS") == []


def test_a_scan_before_the_course_belongs_to_no_answer():
    assert found(treated(("2023-12-01", "PD")), "PFS") == []


def test_what_happened_after_the_day_of_looking_is_not_known_yet():
    chart = treated(("2024-03-01", "PR"), ("2024-07-01", "PD"))
    (clock,) = found(chart, "PFS", as_of=day("2024-06-01"))
    assert not clock.event


def test_time_on_treatment_and_to_the_next_one():
    chart = treated(last_contact="2024-11-01")
    chart.add(Course, regimen="docetaxel", therapy="chemotherapy", start="2024-09")
    first, second = found(chart, "time to next treatment")
    assert (first.endpoint, first.event) == ("start of docetaxel", True)
    assert first.days.as_list() == [244, 273]
    assert (second.endpoint, second.event) == ("last contact", False)
    running, _ = found(chart, "time on treatment")
    assert (running.endpoint, running.event) == ("last dose or contact", False)


def test_a_stopped_course_ends_its_time_on_treatment():
    chart = CourseOf("2024-01-01", stop="2024-03-01", stop_reason="toxicity")
    (clock,) = found(chart, "time on treatment")
    assert (clock.endpoint, clock.event, clock.days.as_list()) == ("stop", True, [60, 60])


def test_a_stop_of_unknown_date_ends_no_clock():
    assert found(CourseOf("2024-01-01", stop="unknown"), "time on treatment") == []


def by_irecist(*answers: tuple[str, str], stop: str = "", **patient: str) -> CourseOf:
    course = {"stop": stop} if stop else {}
    chart = CourseOf("2024-01-01", patient={"vital_status": "alive"} | patient, **course)
    for date, category in answers:
        chart.add(ResponseAssessment, date=date, criteria="iRECIST", decided=category)
    return chart


def test_confirmed_progression_counts_from_the_day_it_was_first_seen():
    chart = by_irecist(("2024-03-01", "iUPD"), ("2024-03-29", "NE"), ("2024-05-03", "iCPD"))
    (clock,) = found(chart, "PFS")
    assert (clock.event, clock.end.text) == (True, "2024-03-01")


def test_progression_before_a_reset_is_not_the_one_that_was_confirmed():
    chart = by_irecist(
        ("2024-03-01", "iUPD"),
        ("2024-04-05", "iSD"),
        ("2024-06-01", "iUPD"),
        ("2024-07-05", "iCPD"),
    )
    (clock,) = found(chart, "PFS")
    assert (clock.event, clock.end.text) == (True, "2024-06-01")


SEEN = ("2024-03-01", "iUPD")


def pfs(*answers: tuple[str, str], **more: str) -> tuple[str, str]:
    (clock,) = found(by_irecist(*answers, **more), "PFS")
    return clock.endpoint, clock.end.text


@pytest.mark.parametrize(
    "ended", [{"stop": "2024-03-10"}, {"vital_status": "dead", "death": "2024-04-02"}]
)
@pytest.mark.parametrize("later", [[], [("2024-04-05", "iUPD")], [("2024-04-05", "NE")]])
def test_progression_that_nobody_could_confirm_counts_once_the_treatment_is_over(ended, later):
    assert pfs(SEEN, *later, **ended) == ("progression, not confirmed", "2024-03-01")


def test_progression_that_can_still_be_confirmed_is_not_counted_yet():
    assert pfs(SEEN) == ("last tumour assessment", "2024-03-01")
    assert pfs(SEEN, stop="2025-02-01") == ("last tumour assessment", "2024-03-01")  # not known yet


def test_progression_that_was_reset_does_not_count_after_the_end_either():
    reset = ("2024-04-05", "iSD")
    assert pfs(SEEN, reset, stop="2024-06-01") == ("last tumour assessment", "2024-04-05")
    again = ("2024-05-20", "iUPD")
    assert pfs(SEEN, reset, again, stop="2024-06-01")[1] == "2024-05-20"


def test_an_unconfirmed_progression_ends_a_response_when_the_next_treatment_begins():
    chart = by_irecist(("2024-02-01", "iPR"), ("2024-05-02", "iUPD"))
    chart.add(Course, regimen="docetaxel", therapy="chemotherapy", start="2024-06-01")
    (clock,) = found(chart, "DOR")
    assert (clock.endpoint, clock.days.as_list()) == ("progression, not confirmed", [91, 91])


def test_what_answers_after_progression_is_no_response():
    assert found(treated(("2024-03-01", "PD"), ("2024-05-01", "PR")), "DOR") == []
    chart = by_irecist(("2024-03-01", "iUPD"), ("2024-04-05", "iCPD"), ("2024-06-01", "iPR"))
    assert found(chart, "DOR") == []


def test_progression_by_a_lesion_that_was_equivocal_at_first_has_the_earlier_day():
    chart = CourseOf("2024-01-01", patient={"vital_status": "alive"})
    target = chart.add(Lesion, label="T1", organ="liver", role="target")
    doubtful = chart.add(Lesion, label="L2", organ="lung", role="new")
    for date, finding in (("2023-12-20", ""), ("2024-03-01", "equivocal"), ("2024-05-01", "")):
        scan = chart.add(ImagingStudy, date=date, modality="CT")
        chart.add(LesionMeasurement, imaging_study=str(scan), lesion=str(target), diameter="20")
        if date > "2024":
            size = {"finding": finding} if finding else {"diameter": "9"}
            chart.add(LesionMeasurement, imaging_study=str(scan), lesion=str(doubtful), **size)
    chart.add(
        ResponseAssessment,
        date="2024-05-01",
        criteria="RECIST 1.1",
        imaging_study=str(scan),
        decided="PD",
    )
    (clock,) = found(chart, "PFS")
    assert (clock.event, clock.end.text) == (True, "2024-03-01")
