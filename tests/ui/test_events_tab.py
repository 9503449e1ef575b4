# SPDX-License-Identifier: MIT
"""Adverse events: worst grade, organ, cycles and open days beside the list; only real grades."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.domain.builders import CourseOf
from tests.domain.builders import day as chart_day
from tracker.domain.dates import PartialDate
from tracker.domain.lifeline import LaneKind
from tracker.domain.records import (
    AdverseEvent,
    AdverseEventGrade,
    Attribution,
    SteroidCourse,
    Visit,
)
from tracker.services import terminology
from tracker.ui.forms.adverse_event_form import AdverseEventForm
from tracker.ui.pages.events_tab import EventsTab
from tracker.ui.theme import Look
from tracker.ui.views.letter import letter
from tracker.ui.views.lifeline import lifeline
from tracker.ui.views.six_facts import six_facts
from tracker.ui.views.summary import event_line


@pytest.fixture
def tab(qtbot, demo_desk):
    made = EventsTab(demo_desk)
    qtbot.addWidget(made)
    made.resize(1280, 600)
    made.show()
    return made


def treated():
    made = CourseOf(start="2024-01-08")
    made.given("2024-01-08", "2024-01-29", "2024-02-19")
    event = made.add(AdverseEvent, term="Pneumonitis", ctcae_version="5.0", grade="2", irae="yes",
                     onset="2024-02-01", outcome="ongoing", action="dose held",
                     rechallenge="recurrence")  # fmt: skip
    made.add(AdverseEventGrade, adverse_event=str(event), date="2024-02-20", grade="3")
    made.add(SteroidCourse, adverse_event=str(event), drug="prednisone", dose="60 mg",
             start="2024-02-20")  # fmt: skip
    for cause, certainty in (("viral infection", "unlikely"), (None, "probable")):
        named = {"treatment": cause} if cause else {"course": str(made.course)}
        made.add(Attribution, adverse_event=str(event), certainty=certainty, **named)
    made.add(AdverseEvent, term="Alopecia", irae="no", onset="2024-03-01", end="2024-03-09")
    made.add(
        AdverseEvent, term="Rash", described_as="severe", onset="2024-03", attribution="a cream"
    )
    return made.chart()


def said(tab):
    return [label.text() for label in tab.findChildren(QLabel) if label.text()]


def test_the_list_says_worst_grade_open_days_steroids_and_an_organ_only_of_an_irae(tab):
    tab.show_chart(treated())
    names = [column.name for column in tab._table.model.columns]
    found = {
        row.cells[names.index("term")].text: [
            row.cells[names.index(name)].text
            for name in ("worst", "caused", "organ_shown", "open", "steroids")
        ]
        for row in tab._table.model.rows
    }
    assert found == {
        "Pneumonitis": [
            "3",
            "toripalimab: probable; viral infection: unlikely",
            "lung",
            "299",
            "prednisone 60 mg",
        ],
        "Rash": ["not stated", "a cream", "", "240–270", ""],
        "Alopecia": ["not stated", "", "", "", ""],
    }


def test_the_page_and_the_lifeline_say_worst_grade_and_cause():
    chart = treated()
    (pneumonitis, *_) = chart.of(AdverseEvent)
    assert event_line(chart, pneumonitis) == (
        "1 Feb 2024: Pneumonitis G3, not resolved "
        "(toripalimab: probable; viral infection: unlikely)"
    )
    lane = next(
        each
        for each in lifeline(chart, chart_day("2024-11-26")).lanes
        if each.kind is LaneKind.ADVERSE_EVENTS
    )
    bar = lane.marks[0]
    assert [step.grade for step in bar.grades] == [2, 3]
    assert bar.words == (
        "Pneumonitis, G2 1 Feb 2024, G3 20 Feb 2024\n"
        "toripalimab: probable; viral infection: unlikely"
    )


def test_the_six_facts_and_the_letter_name_the_worst_grade_of_what_goes_on():
    chart = treated()
    facts = six_facts(chart, chart_day("2024-11-26"))
    assert [fact.headline for fact in facts if fact.title == "Adverse events"] == ["Pneumonitis G3"]
    assert "Pneumonitis G3 (2024-02-01)" in letter(chart, chart_day("2024-11-26"), "en")
    (event, *_) = chart.of(AdverseEvent)
    later = AdverseEventGrade(adverse_event=event.id, date=PartialDate.parse("2024-04-02"), grade=1)
    grades = (*chart.of(AdverseEventGrade), replace(chart.of(AdverseEventGrade)[0], record=later))
    milder = replace(chart, records={**chart.records, "adverse_event_grade": grades})
    facts = six_facts(milder, chart_day("2024-11-26"))
    assert "Pneumonitis G3, now G1" in [fact.headline for fact in facts]


@pytest.mark.parametrize(
    ("days", "said"), [(1, "irAE asked at 1 of 1 visit"), (2, "irAE asked at 2 of 2 visits")]
)
def test_one_visit_at_which_was_asked_is_counted_as_one(days, said):
    course = CourseOf(start="2024-10-01")
    for n in range(days):
        course.add(Visit, date=f"2024-10-0{n + 2}", contact="visit", irae_asked="yes")
    (fact,) = (
        fact
        for fact in six_facts(course.chart(), chart_day("2024-11-26"))
        if fact.title == "Adverse events"
    )
    assert said in [text for _mark, text in fact.lines]


def test_the_facts_name_the_version_and_the_cycles(tab):
    tab.show_chart(treated())
    words = said(tab)
    assert "G3 Pneumonitis" in words
    assert "CTCAE 5.0" in words
    place = words.index("lung: Pneumonitis G3")
    assert words[place + 1 : place + 3] == [
        "toripalimab: probable; viral infection: unlikely",
        "dose held, prednisone 60 mg, not resolved, given again, came back",
    ]
    assert words.index("C2: G2") < words.index("C3: G3")
    assert "Pneumonitis: open for 299 d" in words


def test_a_chart_without_events_has_no_facts(tab):
    tab.show_chart(CourseOf(start="2024-01-08").chart())
    assert not tab._facts.isVisible()


# The form


@pytest.fixture
def form(qtbot, demonstration, demo_desk):
    made = AdverseEventForm(Look(), AdverseEvent)
    made.set_terminology(terminology.load(demonstration, demo_desk.ctx))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def grades(form):
    box = form.editors["grade"].box
    return [box.itemData(place) for place in range(1, box.count())]


def test_who_chooses_a_term_gets_its_version_and_only_its_grades(form):
    box = form.editors["term"].box
    box.setFocus()
    QTest.keyClicks(box, "alop")
    QTest.keyClick(box.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(box.completer().popup(), Qt.Key.Key_Return)
    assert form.texts() == {"term": "Alopecia", "ctcae_version": "5.0"}
    assert grades(form) == ["1", "2"]


def test_a_version_that_a_person_wrote_is_kept(form):
    form.editors["ctcae_version"].set_text("6.0")
    box = form.editors["term"].box
    box.setFocus()
    QTest.keyClicks(box, "alop")
    QTest.keyClick(box.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(box.completer().popup(), Qt.Key.Key_Return)
    assert form.texts()["ctcae_version"] == "6.0"
    assert grades(form) == ["1", "2", "3", "4", "5"]


def test_a_grade_that_was_chosen_stays_when_the_term_changes(form):
    form.editors["grade"].set_text("4")
    form.editors["ctcae_version"].set_text("5.0")
    form.editors["term"].set_text("Alopecia")
    assert form.texts()["grade"] == "4"
    assert grades(form) == ["1", "2", "4"]
