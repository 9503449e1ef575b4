# SPDX-License-Identifier: MIT
"""Few metastases by each definition; what is missing is named, and nothing is assumed."""

import pytest

from tests.domain.builders import ChartOf, when
from tracker.domain.fields import YesNo
from tracker.domain.oligometastases import (
    OligoClass,
    OligoDefinition,
    OligoGap,
    Spread,
    classified,
    is_within,
    spread_of,
)
from tracker.domain.records import DiseaseStatus, ImagingStudy, Procedure, Statement
from tracker.domain.records.disease_status import Primary

ANY, ACTIVE, AFTER, CONTROLLED, SIX_MONTHS = OligoDefinition
SEED = {"primary": "2018-11-26", "found": "2019-04-03"}


def spread(count, primary, found, **more):
    return Spread(count=count, primary=when(primary), found=when(found), **more)


def classes(count, **texts):
    dates = SEED | {k: texts.pop(k) for k in ("primary", "found") if k in texts}
    found = classified(spread(count, dates["primary"], dates["found"], **texts))
    return {each.definition: each.found or each.gaps for each in found}


def test_multiple_nodes_have_no_class_by_any_definition():
    assert classes(None) == {
        ANY: (OligoGap.COUNT,),
        ACTIVE: (OligoGap.COUNT, OligoGap.PRIMARY),
        AFTER: (OligoGap.COUNT,),
        CONTROLLED: (OligoGap.COUNT, OligoGap.PRIMARY, OligoGap.TREATABLE),
        SIX_MONTHS: (OligoGap.COUNT,),
    }


def test_five_metastases_of_the_seed_would_be_of_two_classes_by_two_definitions():
    found = classes(5, state=Primary.CONTROLLED, treatable=YesNo.YES)
    assert found == {
        ANY: OligoClass.OLIGO,
        ACTIVE: OligoClass.NOT_MET,
        AFTER: OligoClass.METACHRONOUS,
        CONTROLLED: OligoClass.RECURRENCE,
        SIX_MONTHS: OligoClass.SYNCHRONOUS,
    }
    assert spread(5, *SEED.values()).days.as_list() == [128, 128]


def test_six_metastases_are_no_longer_few_and_nothing_else_is_asked():
    assert set(classes(6).values()) == {OligoClass.POLYMETASTATIC}


def test_a_definition_that_is_surely_not_met_needs_no_count():
    found = classes(None, state=Primary.ACTIVE)
    assert found[CONTROLLED] is OligoClass.NOT_MET
    assert found[ACTIVE] == (OligoGap.COUNT,)


def test_unknown_is_no_answer():
    found = classes(3, state=Primary.UNKNOWN, treatable=YesNo.UNKNOWN)
    assert found[CONTROLLED] == (OligoGap.PRIMARY, OligoGap.TREATABLE)


@pytest.mark.parametrize(
    ("found", "answer"), [("2019-05", None), ("2019-05-26", True), ("2019-05-27", False)]
)
def test_the_window_is_open_when_the_month_decides(found, answer):
    assert is_within(spread(3, "2018-11-26", found), SIX_MONTHS) is answer


def test_unknown_dates_leave_the_window_open():
    assert classes(3, primary="unknown")[SIX_MONTHS] == (OligoGap.DATES,)


# From a chart


@pytest.fixture
def chart():
    made = ChartOf()
    made.add(Procedure, date="2018-11-30", type="surgery", name="hysterectomy", proves="primary")
    made.add(Procedure, date="2019-04-03", type="biopsy", name="biopsy", proves="relapse")
    return made


def seen(chart, lesions, on="2019-04-04"):
    chart.add(ImagingStudy, date=on, modality="PET-CT", conclusion="progression", lesions=lesions)


def test_a_relapse_that_nobody_counted_or_called_few_is_not_classified(chart):
    seen(chart, "multiple")
    assert spread_of(chart.chart()) is None


def test_what_was_called_few_and_not_counted_is_asked_for_its_count(chart):
    seen(chart, "multiple")
    chart.add(Statement, about="other", finding="oligometastases", stated_by="report")
    found = spread_of(chart.chart())
    assert (found.count, found.days.as_list()) == (None, [124, 124])


@pytest.mark.parametrize("lesions", ["≤3", "few"])
def test_a_limit_or_a_word_is_no_number(chart, lesions):
    seen(chart, lesions)
    assert spread_of(chart.chart()) is None


def test_the_first_counted_scan_and_the_status_of_the_relapse_answer(chart):
    seen(chart, "3")
    seen(chart, "7", on="2021-01-05")
    chart.add(DiseaseStatus, date="2019-04-03", disease="recurrent", primary_tumour="controlled",
              treatable="yes")  # fmt: skip
    found = {each.definition: each.found for each in classified(spread_of(chart.chart()))}
    assert found[CONTROLLED] is OligoClass.RECURRENCE
    assert found[ACTIVE] is OligoClass.NOT_MET
