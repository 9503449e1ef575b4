# SPDX-License-Identifier: MIT
"""What a careful reviewer of a chart would find, and what is no contradiction."""

import pytest

from tests.domain.builders import ChartOf, CourseOf, day
from tracker.domain.contradictions import contradictions
from tracker.domain.quality import open_questions
from tracker.domain.records import (
    AdverseEvent,
    Attribution,
    Biomarker,
    Course,
    CourseDrug,
    Diagnosis,
    ImagingStudy,
    MarkerResult,
    NodeStation,
    Procedure,
    RadiotherapyPhase,
    Stage,
    Statement,
    Visit,
)

AS_OF = day("2024-11-26")


def codes(chart: ChartOf) -> list[str]:
    return [found.code for found in contradictions(chart.chart())]


def questions(chart: ChartOf) -> list[str]:
    return [found.code for found in open_questions(chart.chart(), AS_OF)]


def of_cervix(**more: str) -> tuple[ChartOf, str]:
    chart = ChartOf()
    return chart, str(chart.add(Diagnosis, site="cervix", **more))


def say(chart: ChartOf, about: str, finding: str, detail: str = "", **more: str) -> None:
    texts = {"about": about, "finding": finding, "detail": detail, "stated_by": "report"}
    chart.add(Statement, **{k: v for k, v in (texts | more).items() if v})


def test_an_empty_chart_contradicts_nothing():
    assert codes(ChartOf()) == []


def test_sizes_of_one_source_are_no_contradiction():
    chart, _ = of_cervix(tumour_size="4.1 cm (MRI)")
    assert codes(chart) == []


@pytest.mark.parametrize(
    ("size", "crosses"), [("4.0 x 2 cm", True), ("39 mm", True), ("5 x 4 x 3 cm", False)]
)
def test_the_size_class_is_named_where_two_sources_lie_on_both_sides_of_it(size, crosses):
    chart, _ = of_cervix(tumour_size="4.1 cm (MRI)")
    chart.add(Procedure, date="2018-11-30", type="surgery", name="x", proves="primary", size=size)
    (found,) = contradictions(chart.chart())
    assert found.code == "SIZE_BY_SOURCE"
    assert ("FIGO 2018 size class" in str(found.message)) is crosses
    assert [kind for kind, _ in found.records] == ["diagnosis", "procedure"]


def test_a_number_without_a_unit_is_no_size():
    chart, _ = of_cervix(tumour_size="4.1 (MRI)")
    chart.add(Procedure, date="2018", type="surgery", name="x", proves="primary", size="3.5 cm")
    assert codes(chart) == []


def test_a_printed_stage_that_is_none_is_named():
    chart, diagnosis = of_cervix()
    chart.add(Stage, diagnosis=diagnosis, system="FIGO 2018", stage="mC2p")
    say(chart, "stage", "mC2p")
    assert codes(chart) == ["STAGE_IS_NONE", "STAGE_IS_NONE"]


@pytest.mark.parametrize(
    ("system", "stage"), [("FIGO 2018", "IIIC1"), ("TNM 8", "IVB"), ("FIGO 2009", "IVB")]
)
def test_stages_of_their_system_and_systems_without_rules_are_left_alone(system, stage):
    chart, diagnosis = of_cervix()
    chart.add(Stage, diagnosis=diagnosis, system=system, stage=stage, basis="c")
    assert codes(chart) == []


def with_nodes(stage: str, basis: str, station: str, positive: str) -> ChartOf:
    chart, diagnosis = of_cervix()
    chart.add(Stage, diagnosis=diagnosis, system="FIGO 2018", stage=stage, basis=basis)
    surgery = chart.add(Procedure, date="2018-11-30", type="surgery", name="dissection")
    chart.add(
        NodeStation, procedure=str(surgery), station=station, positive=positive, examined="16"
    )
    return chart


def test_a_pathological_stage_below_its_positive_nodes_is_found():
    assert codes(with_nodes("IIIC1", "p", "para-aortic", "16")) == ["STAGE_AGAINST_NODES"]


@pytest.mark.parametrize(
    ("stage", "basis", "station", "positive"),
    [
        ("IIIC2", "p", "para-aortic", "16"),
        ("IIIC1", "r", "para-aortic", "16"),  # by imaging, before the operation
        ("IIIC1", "p", "para-aortic", "0"),
        ("IVB", "p", "para-aortic", "1"),
    ],
)
def test_a_stage_that_the_nodes_allow_is_no_contradiction(stage, basis, station, positive):
    assert codes(with_nodes(stage, basis, station, positive)) == []


def cycles(start: str, stop: str, n: str = "3") -> CourseOf:
    return CourseOf(start, {"from_cycle": "1", "interval_days": "21"}, stop=stop, cycles_reported=n)


def test_three_cycles_in_december_and_january_fit_only_from_20_december():
    (found,) = contradictions(cycles("2018-12", "2019-01").chart())
    assert found.code == "CYCLES_FIT_ONLY_EARLY"
    assert "2018-12-20" in str(found.message)


def test_cycles_that_cannot_fit_are_found_and_those_that_do_are_not():
    assert codes(cycles("2018-12-21", "2019-01")) == ["CYCLES_DO_NOT_FIT"]
    assert codes(cycles("2018-12", "2019-02")) == []
    assert codes(cycles("2018-12", "unknown")) == []


def test_a_course_that_began_after_an_event_is_no_cause_of_it():
    chart = CourseOf("2024-01-10")
    event = chart.add(AdverseEvent, term="Nausea", onset="2024-01-09")
    judged = {"adverse_event": str(event), "course": str(chart.course)}
    chart.add(Attribution, **judged, certainty="unrelated")
    assert codes(chart) == []
    chart.add(Attribution, **judged, certainty="possible")
    assert codes(chart) == ["CAUSE_AFTER_EVENT"]


def test_an_event_of_the_month_in_which_the_course_began_may_come_from_it():
    chart = CourseOf("2024-01-10")
    event = chart.add(AdverseEvent, term="Nausea", onset="2024-01")
    judged = {"adverse_event": str(event), "course": str(chart.course)}
    chart.add(Attribution, **judged, certainty="probable")
    assert codes(chart) == []


def test_a_long_gap_wants_a_reason():
    chart = CourseOf("2024-01-01")
    chart.given("2024-01-01", "2024-02-02")
    assert codes(chart) == ["GAP_WITHOUT_REASON"]
    chart.event("held", "2024-01-22")
    assert codes(chart) == []


@pytest.mark.parametrize(
    ("dose", "found"),
    [
        ("2023-12-31", ["DOSE_BEFORE_COURSE"]),
        ("2024-01", []),
        ("2024-02-09", []),
        ("2024-02-10", ["DOSE_AFTER_STOP"]),
        ("2024-02", []),
    ],
)
def test_a_dose_lies_within_its_course(dose, found):
    chart = CourseOf("2024-01-15")
    chart.event("stopped", "2024-02-09")
    chart.given(dose)
    assert codes(chart) == found


def test_a_gap_of_one_and_a_half_intervals_wants_none():
    chart = CourseOf("2024-01-01", {"interval_days": "20"})
    chart.given("2024-01-01", "2024-01-31")
    assert codes(chart) == []


def test_a_denied_treatment_that_is_recorded_is_found():
    chart = ChartOf()
    say(chart, "treatment", "no systemic chemotherapy")
    assert codes(chart) == []
    chart.add(Course, regimen="TP", therapy="chemotherapy", start="2019-04-08")
    assert codes(chart) == ["TREATMENT_DENIED"]


def test_no_radiotherapy_is_not_denied_by_a_word_about_chemoradiotherapy():
    chart = ChartOf()
    chart.add(RadiotherapyPhase, site="neck", total_gy="50.4", fractions="28")
    say(chart, "treatment", "no concurrent chemoradiotherapy")
    assert codes(chart) == []
    say(chart, "treatment", "no radiotherapy")
    assert codes(chart) == ["TREATMENT_DENIED"]


def test_a_dose_over_several_days_says_whether_it_is_per_day():
    chart = ChartOf()
    course = str(chart.add(Course, regimen="TP", therapy="chemotherapy", start="2019-04-08"))
    chart.add(CourseDrug, course=course, drug="paclitaxel", dose="175 mg/m2", days="1")
    chart.add(CourseDrug, course=course, drug="cisplatin", dose="50 mg/m2", days="2-3")
    assert codes(chart) == ["DOSE_PER_DAY_UNCLEAR"]


def test_no_event_against_a_recorded_one():
    chart = ChartOf()
    say(chart, "irae", "none", date="2024-11")
    chart.add(AdverseEvent, term="Rash", onset="2020", irae="no")
    assert codes(chart) == []
    chart.add(AdverseEvent, term="Colitis", onset="2025-01", irae="yes")
    assert codes(chart) == []  # it came after the statement
    chart.add(AdverseEvent, term="Colitis", onset="2020-05", irae="yes")
    assert codes(chart) == ["EVENT_DENIED"]


def test_one_thing_told_in_two_ways_is_found():
    chart = ChartOf()
    for reason in ("myelosuppression", "poor condition"):
        say(chart, "treatment", "chemotherapy omitted", reason)
    assert codes(chart) == ["TOLD_DIFFERENTLY"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("survival of 72 months", ["INDEX_NOT_NAMED"]),
        ("72 months from admission", []),
        ("alive in 2024", []),
    ],
)
def test_months_need_the_day_they_count_from(words, expected):
    chart = ChartOf()
    say(chart, "survival", "alive", words)
    assert codes(chart) == expected


def test_a_recurrence_before_the_primary_is_found():
    chart = ChartOf()
    chart.add(Procedure, date="2019-04", type="biopsy", name="biopsy", proves="primary")
    chart.add(Procedure, date="2019-04-03", type="biopsy", name="biopsy", proves="relapse")
    assert codes(chart) == []
    chart.add(Procedure, date="2019-03", type="biopsy", name="biopsy", proves="relapse")
    assert codes(chart) == ["RELAPSE_BEFORE_PRIMARY"]


def test_a_dose_after_the_death_is_found():
    chart = CourseOf("2024-01-01", patient={"vital_status": "dead", "death": "2024-02"})
    chart.given("2024-02-12")
    assert codes(chart) == []
    chart.event("given", "2024-03-04")
    assert codes(chart) == ["AFTER_DEATH"]


def test_a_record_entered_in_error_contradicts_nothing():
    chart, diagnosis = of_cervix()
    chart.add(Stage, diagnosis=diagnosis, system="FIGO 2018", stage="mC2p", voided=True)
    assert codes(chart) == []


def test_few_metastases_without_a_number_cannot_be_classified():
    chart = ChartOf()
    say(chart, "other", "oligometastases")
    scan = {"date": "2019-04-04", "modality": "PET-CT", "conclusion": "progression"}
    chart.add(ImagingStudy, **scan, lesions="multiple")
    assert codes(chart) == ["LESION_COUNT_MISSING"]
    chart.add(ImagingStudy, **scan, lesions="4")
    assert codes(chart) == []


# --- what is only open


def test_an_event_without_news_for_90_days_is_asked_for():
    chart = ChartOf(vital_status="alive")
    chart.add(AdverseEvent, term="Fatigue", onset="2024-08-29", outcome="ongoing")
    assert questions(chart) == []
    chart.add(AdverseEvent, term="Rash", onset="2024-08-27", outcome="ongoing")
    chart.add(AdverseEvent, term="Cough", onset="2020", outcome="resolved")
    assert questions(chart) == ["EVENT_OPEN"]


def test_a_running_course_wants_a_plan_a_stage_and_a_clock():
    chart = ChartOf()
    chart.add(Course, regimen="toripalimab", therapy="immunotherapy", start="2024-01")
    assert questions(chart) == [
        "INDEX_MISSING",
        "VITAL_STATUS_MISSING",
        "STAGE_MISSING",
        "PLAN_MISSING",
    ]
    chart.add(Visit, date="2024-02-01", contact="visit")
    assert "INDEX_MISSING" not in questions(chart)


def test_results_without_a_range_are_counted_for_each_test():
    chart = ChartOf(vital_status="alive")
    for date in ("2024-01", "2024-02"):
        chart.add(MarkerResult, analyte="SCC", date=date, value="2.2", unit="ng/mL")
    chart.add(Biomarker, test="HPV", value="type 16 positive")
    (found,) = open_questions(chart.chart(), AS_OF)
    assert (found.code, found.message.values["n"]) == ("RANGE_MISSING", 2)


def test_a_unit_that_nobody_knows_beside_another_one_is_asked_about():
    chart = ChartOf(vital_status="alive")

    def enter(date, unit, analyte="SCC"):
        fields = {"date": date, "value": "2.2", "unit": unit, "range_reported": "<1.5"}
        chart.add(MarkerResult, analyte=analyte, **fields)

    enter("2024-01", "ng/mL")
    enter("2024-02", "ug/L")  # the same number
    enter("2024-03", "ng/mlL")
    enter("2024-03", "mm/h", analyte="ESR")  # not in the table either, and in no doubt
    asked = [f for f in open_questions(chart.chart(), AS_OF) if f.code == "UNIT_UNKNOWN"]
    assert [f.message.values for f in asked] == [
        {"analyte": "SCC", "unit": "ng/mlL", "others": "ng/mL, ug/L"}
    ]


def test_a_course_that_was_stopped_on_a_dose_day_wants_no_plan():
    course = CourseOf("2024-01", patient={"vital_status": "alive"})
    course.records.pop("plan_segment")
    assert "PLAN_MISSING" in questions(course)
    course.event("stopped", "2024-02-01")
    assert "PLAN_MISSING" not in questions(course)
