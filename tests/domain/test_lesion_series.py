# SPDX-License-Identifier: MIT
"""From a chart to time points: what belongs together, and what is listed instead of guessed."""

import pytest

from tests.domain.builders import ChartOf, when
from tracker.domain.ca125 import combined
from tracker.domain.lesion_series import doubts_of, series_of
from tracker.domain.records import ImagingStudy, Lesion, LesionMeasurement, ResponseAssessment
from tracker.domain.records.response_assessment import Category
from tracker.domain.response_history import benefit_since, responses


class Scans(ChartOf):
    """A chart with lesions and scans."""

    def lesion(self, label, role="target", organ="liver", **texts):
        return self.add(Lesion, label=label, organ=organ, role=role, **texts)

    def scan(self, on, sizes, **texts):
        study = self.add(ImagingStudy, date=on, modality="CT", **texts)
        for lesion, text in sizes.items():
            texts = text if isinstance(text, dict) else {"diameter": text}
            self.add(LesionMeasurement, imaging_study=str(study), lesion=str(lesion), **texts)
        return study


def codes(chart):
    return [doubt.code for doubt in doubts_of(chart.chart())]


@pytest.fixture
def chart():
    return Scans()


def two_scans(chart, *sizes):
    first = chart.lesion("T1")
    chart.scan("2024-01-04", {first: sizes[0]}, baseline="yes")
    chart.scan("2024-03-07", {first: sizes[1]})
    return first


def test_a_chart_without_measured_lesions_has_no_series(chart):
    chart.scan("2024-01-04", {})
    chart.lesion("T1")
    assert series_of(chart.chart()) == ()


def test_scans_are_compared_in_the_order_of_their_dates(chart):
    first = chart.lesion("T1")
    chart.scan("2024-03-07", {first: "10"})
    chart.scan("2024-01-04", {first: "20"}, baseline="yes")
    (series,) = series_of(chart.chart())
    assert [each.total for each in series.recist] == [20, 10]
    assert series.recist[1].overall is Category.PR


def test_two_scans_of_one_day_are_one_time_point(chart):
    chest, pelvis = chart.lesion("T1"), chart.lesion("T2")
    chart.scan("2024-01-04", {chest: "20"}, baseline="yes")
    chart.scan("2024-01-04", {pelvis: "15"})
    (series,) = series_of(chart.chart())
    assert [each.total for each in series.recist] == [35]
    assert codes(chart) == []


def test_a_lesion_measured_twice_on_one_day_is_listed_and_neither_size_is_taken(chart):
    first = two_scans(chart, "20", "10")
    chart.scan("2024-03-07", {first: "12"})
    (series,) = series_of(chart.chart())
    assert series.recist[-1].overall is Category.NE
    assert codes(chart) == ["LESION_MEASURED_TWICE"]


def test_a_lesion_without_a_baseline_is_listed_and_nothing_is_computed_from_it(chart):
    first, second = chart.lesion("T1"), chart.lesion("T2")
    chart.scan("2024-01-04", {first: "20"}, baseline="yes")
    chart.scan("2024-03-07", {first: "10", second: "12"})
    (series,) = series_of(chart.chart())
    assert series.recist[-1].overall is Category.NE
    assert codes(chart) == ["LESION_NO_BASELINE"]


def test_a_sixth_target_and_a_third_in_one_organ_are_listed(chart):
    organs = ("liver", "liver", "liver", "lung", "bone", "brain")
    lesions = {chart.lesion(f"T{n}", organ=organ): "20" for n, organ in enumerate(organs)}
    chart.scan("2024-01-04", lesions, baseline="yes")
    assert codes(chart) == ["TARGETS_MORE_THAN_5", "TARGETS_MORE_THAN_2_IN_ORGAN"]


def test_all_nodes_are_one_organ(chart):
    for place in ("neck", "pelvis", "axilla"):
        chart.lesion(place, organ=place, node="yes")
    sizes = {stored.id: {"short_axis": "20"} for stored in chart.records["lesion"]}
    chart.scan("2024-01-04", sizes, baseline="yes")
    assert codes(chart) == ["TARGETS_MORE_THAN_2_IN_ORGAN"]


def test_small_targets_are_listed_by_their_own_limit(chart):
    solid, node = chart.lesion("T1"), chart.lesion("T2", node="yes")
    chart.scan("2024-01-04", {solid: "9.9", node: {"short_axis": "14.9"}}, baseline="yes")
    assert codes(chart) == ["TARGET_TOO_SMALL", "TARGET_TOO_SMALL"]


def test_a_node_counts_by_its_short_axis_only(chart):
    node = chart.lesion("T1", node="yes")
    chart.scan("2024-01-04", {node: {"diameter": "30", "short_axis": "18"}}, baseline="yes")
    chart.scan("2024-03-07", {node: {"diameter": "28"}})
    (series,) = series_of(chart.chart())
    assert series.recist[0].total == 18
    assert series.recist[1].overall is Category.NE
    assert codes(chart) == ["LESION_NO_SIZE"]


def test_a_size_printed_in_another_unit_is_listed_and_never_converted(chart):
    first = chart.lesion("T1")
    chart.scan("2024-01-04", {first: "20"}, baseline="yes")
    chart.scan("2024-03-07", {first: {"as_printed": "4.1 cm"}})
    (doubt,) = doubts_of(chart.chart())
    assert str(doubt.message) == "T1 of 2024-03-07 is printed as “4.1 cm” and has no size in mm."
    assert series_of(chart.chart())[0].recist[1].total is None


def test_scans_whose_order_is_not_known_are_listed(chart):
    first = two_scans(chart, "20", "10")
    chart.scan("2024-03", {first: "12"})
    assert codes(chart) == ["SCAN_ORDER_UNKNOWN"]


def test_the_first_measured_scan_stands_in_for_an_unmarked_baseline_and_says_so(chart):
    first = chart.lesion("T1")
    chart.scan("2024-01-04", {first: "20"})
    chart.scan("2024-03-07", {first: "10"})
    assert codes(chart) == ["BASELINE_NOT_MARKED"]
    assert series_of(chart.chart())[0].recist[1].overall is Category.PR


def test_a_second_baseline_begins_a_series_of_its_own(chart):
    first = two_scans(chart, "20", "30")
    chart.scan("2024-05-09", {first: "30"}, baseline="yes")
    chart.scan("2024-07-11", {first: "20"})
    before, after = series_of(chart.chart())
    assert [each.overall for each in before.recist] == [None, Category.PD]
    assert [each.overall for each in after.recist] == [None, Category.PR]


def test_a_decided_complete_response_answers_the_later_question(chart):
    node = chart.lesion("T1", node="yes")
    chart.scan("2024-01-04", {node: {"short_axis": "20"}}, baseline="yes")
    gone = chart.scan("2024-03-07", {node: {"short_axis": "8"}})
    chart.scan("2024-05-09", {node: {"short_axis": "11"}})
    assert series_of(chart.chart())[0].recist[-1].overall is None
    chart.add(
        ResponseAssessment,
        date="2024-03-07",
        criteria="RECIST 1.1",
        imaging_study=str(gone),
        computed="CR",
        decided="CR",
    )
    assert series_of(chart.chart())[0].recist[-1].overall is Category.PD


def test_a_response_before_any_scan_is_listed(chart):
    two_scans(chart, "20", "10")
    chart.add(ResponseAssessment, date="2023-12", criteria="RECIST 1.1", decided="PR")
    assert codes(chart) == ["RESPONSE_BEFORE_IMAGING"]


def test_one_scan_assessed_twice_is_listed_once(chart):
    first = chart.lesion("T1")
    chart.scan("2024-01-04", {first: "20"}, baseline="yes")
    study = chart.scan("2024-03-07", {first: "10"})
    for _ in range(3):
        chart.add(
            ResponseAssessment,
            date="2024-03-07",
            criteria="RECIST 1.1",
            imaging_study=str(study),
            decided="PR",
        )
    assert codes(chart) == ["SCAN_ASSESSED_TWICE"]


def test_voided_sizes_do_not_count(chart):
    first = two_scans(chart, "20", "10")
    study = chart.records["imaging_study"][1].id
    chart.add(
        LesionMeasurement,
        voided=True,
        imaging_study=str(study),
        lesion=str(first),
        diameter="99",
    )
    assert series_of(chart.chart())[0].recist[-1].total == 10


# Scans of several days that a person reads as one time point


def monday_and_wednesday(chart, **wednesday):
    chest, pelvis = chart.lesion("T1", organ="lung"), chart.lesion("T2", organ="cervix")
    chart.scan("2024-01-04", {chest: "20", pelvis: "30"}, baseline="yes")
    chart.scan("2024-03-06", {pelvis: "15"}, **wednesday)
    chart.scan("2024-03-04", {chest: "10"})


def test_scans_of_two_days_stay_apart_until_a_person_joins_them(chart):
    monday_and_wednesday(chart)
    (series,) = series_of(chart.chart())
    assert [each.total for each in series.recist] == [50, None, None]


def test_joined_scans_are_one_time_point_dated_by_the_first_of_them(chart):
    monday_and_wednesday(chart, read_with="2024-03-04")
    (series,) = series_of(chart.chart())
    assert [each.total for each in series.recist] == [50, 25]
    joined = series.columns[1]
    assert joined.is_joined
    assert joined.when.text == "2024-03-04"
    assert [study.record.date.text for study in joined.studies] == ["2024-03-04", "2024-03-06"]
    assert codes(chart) == []


def test_a_scan_without_a_known_day_is_joined_by_the_day_of_the_other(chart):
    monday_and_wednesday(chart)
    (series,) = series_of(chart.chart())
    assert not any(column.is_joined for column in series.columns)
    chart.scan("2024-03", {chart.lesion("T3", organ="bone"): "12"}, read_with="2024-03-06")
    (series,) = series_of(chart.chart())
    assert [len(column.studies) for column in series.columns] == [1, 2, 1]
    assert series.columns[1].when.text == "2024-03"  # no more precise than the first is known


def test_a_lesion_measured_on_both_joined_scans_is_listed_and_neither_size_is_taken(chart):
    lesion = chart.lesion("T1")
    chart.scan("2024-01-04", {lesion: "20"}, baseline="yes")
    chart.scan("2024-03-04", {lesion: "10"})
    chart.scan("2024-03-06", {lesion: "12"}, read_with="2024-03-04")
    assert codes(chart) == ["LESION_MEASURED_TWICE"]


def test_a_scan_that_is_read_with_one_that_is_not_there_is_listed(chart):
    monday_and_wednesday(chart, read_with="2024-03-05")
    assert codes(chart) == ["SCAN_READ_WITH_NONE"]


def test_joined_scans_that_lie_more_than_four_weeks_apart_are_listed(chart):
    lesion, other = chart.lesion("T1"), chart.lesion("T2", organ="lung")
    chart.scan("2024-01-04", {lesion: "20"}, baseline="yes")
    chart.scan("2024-02-02", {other: "20"}, read_with="2024-01-04")
    assert codes(chart) == ["SCANS_FAR_APART"]


# CA-125 beside the scans


def test_an_assessment_by_a_marker_is_no_decision_on_the_sizes(chart):
    lesion = chart.lesion("T1")
    chart.scan("2024-01-04", {lesion: "20"}, baseline="yes")
    scan = chart.scan("2024-03-07", {lesion: "20"})
    chart.add(ResponseAssessment, date="2024-03-05", criteria="GCIG CA125", decided="response",
              imaging_study=str(scan))  # fmt: skip
    (series,) = series_of(chart.chart())
    assert series.columns[1].decision is None
    assert series.columns[1].by_marker.record.decided is Category.RESPONSE
    assert [told.category for told in responses(chart.chart())] == [
        Category.RESPONSE,
        Category.SD,
    ]
    assert combined(Category.RESPONSE, series.recist[1].overall) is Category.PR


def test_benefit_begins_with_a_stable_disease_of_six_weeks(chart):
    lesion = chart.lesion("T1")
    chart.scan("2024-01-04", {lesion: "20"}, baseline="yes")
    chart.scan("2024-02-14", {lesion: "20"})
    start = when("2024-01-04")
    assert benefit_since(responses(chart.chart()), start) is None
    chart.scan("2024-02-15", {lesion: "20"})
    assert benefit_since(responses(chart.chart()), start).when.text == "2024-02-15"
