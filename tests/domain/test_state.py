# SPDX-License-Identifier: MIT
"""The derived state of a chart, as ``tracker show --json`` prints it."""

import json

import pytest

from tests.domain.builders import ChartOf, CourseOf, day
from tests.domain.test_schedule import story_e
from tracker.domain.records import (
    AdverseEvent,
    Attribution,
    Course,
    DiseaseStatus,
    MarkerResult,
    NodeStation,
    Procedure,
    RadiotherapyPhase,
    Statement,
    Visit,
)
from tracker.domain.state import state

AS_OF = day("2024-11-26")


def shown(chart: ChartOf, as_of=AS_OF):
    found = state(chart.chart(), as_of)
    return json.loads(json.dumps(found, allow_nan=False))


def seed() -> CourseOf:
    """The part of the report that the example of design.md section 7 shows."""
    patient = {
        "sex": "female",
        "birth": "1977-11-27/1978-11-26",
        "vital_status": "alive",
        "last_contact": "2024-11",
    }
    chart = CourseOf("2019-05", patient=patient)
    chart.add(Visit, date="2018-11-26", contact="admission")
    surgery = chart.add(Procedure, date="2018-11-30", type="surgery", name="hysterectomy")
    for station, positive, examined in (
        ("left pelvic", 1, 7),
        ("right pelvic", 5, 10),
        ("right common iliac", 5, 7),
        ("para-aortic", 16, 16),
    ):
        chart.add(
            NodeStation,
            procedure=str(surgery),
            station=station,
            positive=str(positive),
            examined=str(examined),
        )
    chart.add(RadiotherapyPhase, site="pelvis", total_gy="48.6", fractions="27", start="2019-01")
    chart.add(
        MarkerResult,
        analyte="SCC",
        date="2019-02",
        value="2.2",
        unit="ng/mL",
        flag="H",
        range_used="<1.5",
    )
    chart.add(Statement, about="irae", finding="none", stated_by="report", date="2024-11")
    return chart


def test_the_seed_as_the_design_shows_it():
    found = shown(seed())
    assert found["patient"] == {
        "mrn": "TEST-1",
        "name": None,
        "sex": "female",
        "age_years": [46, 46],
    }
    assert found["as_of"] == "2024-11-26"
    overall = {
        "name": "OS",
        "index": "admission",
        "from": "2018-11-26",
        "to": "2024-11",
        "days": [2167, 2192],
        "months_completed": [71, 72],
        "months_30_4375": [71.2, 72.0],
        "event": False,
    }
    assert found["clocks"][0].items() >= overall.items()
    (course,) = found["courses"]
    expected = {
        "regimen": "toripalimab",
        "start": "2019-05",
        "stop": None,
        "ongoing": True,
        "counted_to": "2024-11",
        "days": [1981, 2036],
        "months_completed": [65, 66],
        "doses": {
            "recorded": 0,
            "given": None,
            "held": None,
            "skipped": None,
            "reduced": None,
            "on_schedule": [95, 97],
        },
        "cycle_next": None,
        "delay_days": None,
        "drift_days": None,
        "dose_intensity": {"first_to_last": None, "with_last_cycle": None},
        "next_due": None,
        "next_due_reason": "no dose date recorded",
        "appointed": None,
    }
    assert course.items() >= expected.items()
    (scc,) = found["markers"]
    assert scc["results"] == [
        {
            "date": "2019-02",
            "text": "2.2",
            "unit": "ng/mL",
            "flag": "H",
            "range": "<1.5",
            "times_limit": [1.467, 1.467],
        }
    ]
    assert (scc["nadir"], scc["doubling_days"]) == ({}, None)
    (pelvis,) = found["radiotherapy"]
    assert (pelvis["gy"], pelvis["fractions"], pelvis["inferred"]) == (48.6, 27, False)
    assert pelvis["bed"] == {"10": 57.348, "3": 77.76}
    assert pelvis["eqd2"] == {"10": 47.79, "3": 46.656}
    assert (found["nodes"]["positive"], found["nodes"]["examined"]) == (27, 40)
    assert found["irae"] == {
        "recorded": 0,
        "visits": 0,
        "visits_asked": 0,
        "statement": "none (report, 2024-11)",
    }
    assert found["due"] == [
        {
            "what": "dose",
            "on": None,
            "state": "cannot project",
            "why": "no dose date recorded",
        }
    ]


def test_story_e_in_the_output():
    (course,) = shown(story_e(), day("2024-04-20"))["courses"]
    assert course["doses"] == {
        "recorded": 5,
        "given": 5,
        "held": 1,
        "skipped": 0,
        "reduced": 0,
        "on_schedule": None,
    }
    assert course["cycle_next"] == 6
    assert (course["delay_days"], course["drift_days"]) == (0, 14)
    assert course["dose_intensity"] == {"first_to_last": 0.857, "with_last_cycle": 0.882}
    assert (course["next_due"], course["next_due_reason"]) == ("2024-05-27", None)


def test_a_hold_is_named_on_the_day_of_the_hold():
    found = shown(story_e(until="2024-03-11"), day("2024-03-11"))
    assert found["courses"][0]["next_due_reason"] == "the dose is held"
    assert found["due"][0]["state"] == "held"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2024-05-26", "later"), ("2024-05-27", "due"), ("2024-05-28", "overdue")],
)
def test_overdue_depends_on_the_day_somebody_looks(as_of, expected):
    assert shown(story_e(), day(as_of))["due"][0]["state"] == expected


def test_an_empty_chart_shows_nothing_known_and_no_zero():
    found = shown(ChartOf())
    assert found["patient"] == {"mrn": "TEST-1", "name": None, "sex": None, "age_years": None}
    assert found["nodes"] is None
    assert found["irae"] == {"recorded": 0, "visits": 0, "visits_asked": 0, "statement": None}
    lists = ("clocks", "courses", "markers", "radiotherapy", "stages", "responses", "due")
    assert [found[key] for key in lists] == [[]] * len(lists)


def test_a_dead_patient_ages_no_more_and_is_treated_no_more():
    dead = {"birth": "1960-05-05", "vital_status": "dead", "death": "2024-03-01"}
    course = CourseOf("2024-01-08", patient=dead, ledger_complete="yes")
    course.given("2024-01-08")
    found = shown(course)
    assert found["patient"]["age_years"] == [63, 63]
    (shown_course,) = found["courses"]
    assert not shown_course["ongoing"]
    assert (shown_course["next_due"], shown_course["cycle_next"]) == (None, None)
    assert found["due"] == []


def test_the_age_of_a_patient_who_died_on_an_unknown_day_is_unknown():
    assert shown(ChartOf(birth="1960", vital_status="dead"))["patient"]["age_years"] is None


def test_an_end_after_the_as_of_day_is_shown_as_that_day():
    chart = ChartOf(vital_status="alive", last_contact="2025-01")
    chart.add(Visit, date="2018-11-26", contact="admission")
    (clock,) = shown(chart)["clocks"]
    assert (clock["to"], clock["days"]) == ("2024-11-26", [2192, 2192])


def test_nodes_of_which_a_number_is_missing_have_no_sum():
    chart = seed()
    procedure = chart.records["procedure"][0].id
    chart.add(NodeStation, procedure=str(procedure), station="obturator", positive="1")
    nodes = shown(chart)["nodes"]
    assert (nodes["positive"], nodes["examined"]) == (28, None)


def test_an_adverse_event_without_a_grade_has_none():
    chart = ChartOf()
    told = {"described_as": "severe", "attribution": "TP chemotherapy"}
    event = chart.add(AdverseEvent, term="Marrow suppression", onset="2019-04", **told)
    judged = {"treatment": "cisplatin", "certainty": "probable"}
    chart.add(Attribution, adverse_event=str(event), **judged)
    (event,) = shown(chart)["adverse_events"]
    assert event == {
        "term": "Marrow suppression",
        "grade": None,
        "worst_grade": None,
        "described_as": "severe",
        "onset": "2019-04",
        "irae": None,
        "ongoing": None,
        "cause_as_written": "TP chemotherapy",
        "attributed_to": [{"cause": "cisplatin", "certainty": "probable"}],
    }


def test_visits_count_for_immune_events_from_the_first_immunotherapy_to_the_as_of_day():
    chart = seed()
    chart.add(Visit, date="2019-06", contact="visit", irae_asked="yes")
    chart.add(Visit, date="2024-11-20", contact="phone", irae_asked="no")
    chart.add(Visit, date="2024-12-01", contact="visit", irae_asked="yes")
    irae = shown(chart)["irae"]
    assert (irae["visits"], irae["visits_asked"]) == (2, 1)


def test_a_reported_response_is_a_statement_and_never_computed():
    chart = ChartOf()
    chart.add(Statement, about="response", finding="CR", stated_by="report")
    assert shown(chart)["responses"] == [
        {
            "date": None,
            "criteria": "statement",
            "computed": None,
            "decided": "CR",
            "source": "report",
        }
    ]


def test_courses_are_shown_in_the_order_of_their_start():
    chart = CourseOf("2019-05")
    chart.add(Course, regimen="TP", therapy="chemotherapy", start="2019-04-08", stop="unknown")
    found = shown(chart)["courses"]
    assert [course["regimen"] for course in found] == ["TP", "toripalimab"]
    assert [course["ongoing"] for course in found] == [False, True]
    assert found[0]["stop"] is None


# An earlier day


def test_what_happened_later_was_not_known_on_an_earlier_day():
    chart = seed()
    chart.add(DiseaseStatus, date="2019-04-03", disease="recurrent", basis="biopsy")
    chart.add(AdverseEvent, term="Rash", onset="2018-12", end="2019-06-01", outcome="resolved")
    then = shown(chart, day("2019-02-15"))
    assert (then["courses"], then["disease_status"], then["statements"]) == ([], [], [])
    assert [result["date"] for result in then["markers"][0]["results"]] == ["2019-02"]
    assert then["nodes"]["positive"] == 27
    assert then["adverse_events"][0]["ongoing"] is True
    before = shown(chart, day("2018-11-29"))
    assert (before["nodes"], before["markers"], before["radiotherapy"]) == (None, [], [])
    assert len(shown(chart)["disease_status"]) == 1


def test_a_course_still_ran_on_a_day_before_its_stop():
    chart = CourseOf(
        "2024-01-08", {"interval_days": "21"}, ledger_complete="yes", stop="2024-06-03"
    )
    for on in ("2024-01-08", "2024-01-29", "2024-02-19"):
        chart.event("given", on)
    [course] = shown(chart, day("2024-02-01"))["courses"]
    assert (course["ongoing"], course["stop"], course["doses"]["given"]) == (True, None, 2)
    assert (course["cycle_next"], course["next_due"]) == (3, "2024-02-19")
    assert shown(chart)["courses"][0]["stop"] == "2024-06-03"


def test_an_appointment_made_for_a_later_day_stays():
    chart = CourseOf("2024-01-08", {"interval_days": "21"}, ledger_complete="yes")
    chart.event("given", "2024-01-08")
    chart.event("appointed", "2024-01-08", until="2024-02-01")
    assert shown(chart, day("2024-01-20"))["courses"][0]["appointed"] == "2024-02-01"


def test_who_died_later_was_alive_and_nobody_has_an_age_before_birth():
    patient = {"birth": "1950-05", "vital_status": "dead", "death": "2024-06-03"}
    chart = CourseOf("2024-01-08", patient=patient | {"last_contact": "2024-06-01"})
    overall = next(c for c in shown(chart, day("2024-03-01"))["clocks"] if c["name"] == "OS")
    assert (overall["event"], overall["to"]) == (False, "2024-03-01")
    assert shown(chart, day("1949-12-31"))["patient"]["age_years"] is None
    assert shown(chart, day("1950-05-10"))["patient"]["age_years"] == [0, 0]


def test_a_course_that_was_stopped_on_a_dose_day_says_when():
    course = CourseOf("2024-01-08")
    course.given("2024-01-08")
    course.event("stopped", "2024-01-29")
    [found] = shown(course)["courses"]
    assert (found["ongoing"], found["stop"]) == (False, "2024-01-29")
