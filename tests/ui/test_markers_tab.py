# SPDX-License-Identifier: MIT
"""Markers and labs: the facts of each analyte, and "what if" that stores nothing."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from tests.domain.builders import ChartOf
from tracker.domain.records import MarkerResult, ReferenceRange
from tracker.domain.records.base import build
from tracker.ui.pages.markers_tab import MarkersTab
from tracker.ui.views.markers import flag_line
from tracker.ui.widgets.chip import Chip


@pytest.fixture
def tab(qtbot, demo_desk):
    made = MarkersTab(demo_desk)
    qtbot.addWidget(made)
    made.resize(1280, 600)
    made.show()
    return made


def scc(made, *pairs, **more):
    for value, on in pairs:
        texts = {"analyte": "SCC", "unit": "ng/mL"} | more
        made.add(MarkerResult, value=value, date=on, **texts)


def story():
    """The published case, its flags frozen as they were when it was recorded."""
    made = ChartOf()
    for value, on, used in (("61.10", "2018-11", "<1.5"), ("2.2", "2019-02", "<1.5"),
                            ("5.2", "2019-04-08", "<1.5")):  # fmt: skip
        scc(made, (value, on), flag="H", range_used=used)
    made.add(MarkerResult, analyte="CREA", unit="mg/dL", value="1.1", date="2019-04-08")
    old = {"analyte": "SCC", "unit": "ng/mL"}
    made.add(ReferenceRange, limits="<1.5", effective_to="2019-08", **old)
    made.add(ReferenceRange, limits="<2.7", effective_from="2019-08", **old)
    chart = made.chart()
    ranges = chart.records.get(ReferenceRange.kind, ())
    return type(chart)(chart.patient, chart.records, ranges)


def said(tab):
    return [label.text() for label in tab.findChildren(QLabel) if label.text()]


def chips(tab):
    return {chip.words: chip for chip in tab.findChildren(Chip) if chip.words}


def rows(tab):
    model = tab._table.model
    names = [column.name for column in model.columns]
    wanted = [names.index(name) for name in ("value", "flag", "what_if")]
    return [tuple(row.cells[place].text for place in wanted) for row in model.rows]


def test_the_facts_of_the_marker_stand_beside_its_results(tab):
    tab.show_chart(story())
    words = said(tab)
    assert "5.2 ng/mL" in words
    assert "high by the range <1.5" in words
    assert "3.47 × its own upper limit" in words
    assert "31.4–53.2 d" in words
    assert "rising, +136.4 %" in words
    assert "2.2 (2019-02) to 5.2" in words
    assert "2,059 d ago" in words
    assert any("calculated, verify" in line for line in words)


def test_what_if_is_seen_and_nothing_is_stored(tab):
    chart = story()
    tab.show_chart(chart)
    tab._what_if.set_text("<2.7 ng/mL")
    assert rows(tab) == [("5.2", "high", "high"), ("2.2", "high", "normal, differs"),
                         ("61.10", "high", "high")]  # fmt: skip
    assert any("nothing is stored" in words for words in said(tab))
    assert {each.record.flag.value for each in chart.of(MarkerResult)[:3]} == {"H"}
    tab._what_if.set_text("")
    assert {row[2] for row in rows(tab)} == {""}


def test_another_analyte_asks_no_question_of_the_one_before(tab):
    tab.show_chart(story())
    tab._what_if.set_text("<2.7 ng/mL")
    chips(tab)["CREA"].click()
    assert tab._what_if.text() == ""
    assert rows(tab) == [("1.1", "", "")]
    assert any(line.startswith("= 97.26 umol/L") for line in said(tab))


def test_results_in_unlike_units_are_kept_apart_with_the_reason(tab):
    made = ChartOf()
    scc(made, ("2.2", "2019-02-01"))
    scc(made, ("3.0", "2019-03-01"), unit="U/mL")
    tab.show_chart(made.chart())
    words = said(tab)
    assert "Also in ng/mL" in words
    assert any("measure unlike things" in line for line in words)
    assert "one value of this assay" in words


def test_a_result_in_another_unit_is_not_judged_by_what_if(tab):
    made = ChartOf()
    scc(made, ("2.2", "2019-02-01"), range_reported="<1.5")
    scc(made, ("3.0", "2019-03-01"), unit="U/mL")
    tab.show_chart(made.chart())
    tab._what_if.set_text("<1.5 ng/mL")
    assert [row[2] for row in rows(tab)] == ["another unit", "high, differs"]


def test_a_chart_without_results_has_no_facts_and_says_so(tab):
    tab.show_chart(story())
    tab.show_chart(ChartOf().chart())
    assert not tab._facts.isVisible()
    assert any("nothing is recorded yet" in words for words in said(tab))


def test_a_number_in_the_usual_unit_stands_beside_the_reported_one(tab):
    tab.show_chart(story())
    chips(tab)["CREA"].click()
    words = said(tab)
    assert "1.1 mg/dL" in words
    assert Decimal("1.1") * Decimal("88.42") == Decimal("97.262")


def flagged(**texts):
    record = build(MarkerResult, {"analyte": "SCC", "date": "2018-11", "unit": "ng/mL"} | texts)
    return flag_line(record)[1]


def test_a_reported_limit_across_the_range_is_no_uncertain_range():
    uncertain = {"flag": "range uncertain"}
    said = flagged(value="<2.0", range_used="<1.5", **uncertain)
    assert said == "not decided: <2.0 may lie on either side of <1.5"
    said = flagged(value="2.0", range_used="<1.5 or <2.7", **uncertain)
    assert said == "range uncertain by the range 1.5 to <2.7"


def test_words_have_no_flag_although_there_is_a_range():
    assert flagged(value="negative", range_used="<1.5") == "no flag: the result is no number"
