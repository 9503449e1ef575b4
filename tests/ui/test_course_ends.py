# SPDX-License-Identifier: MIT
"""Courses that ended on a dose day, in part or whole, as summary, letter and ledgers say it."""

from datetime import date

import pytest

from tests.domain.builders import CourseOf
from tracker.domain.records import FollowUp, RadiotherapyPhase
from tracker.ui.views.facts import banner
from tracker.ui.views.letter import letter
from tracker.ui.views.printed import heading
from tracker.ui.views.radiotherapy import radiotherapy_facts
from tracker.ui.views.six_facts import six_facts
from tracker.ui.views.summary import sections

TODAY = date(2024, 11, 26)
TWO = ({"drug": "nivolumab", "dose": "240 mg"}, {"drug": "ipilimumab", "dose": "60 mg"})

pytestmark = pytest.mark.usefixtures("qapp")


def stopped() -> CourseOf:
    made = CourseOf("2024-01-08")
    made.given("2024-01-08")
    made.event("stopped", "2024-02-19")
    return made


def test_the_summary_says_when_it_was_stopped():
    treatment = sections(stopped().chart(), TODAY)[0].lines
    assert "8 Jan 2024 to 19 Feb 2024, 1 month" in treatment[0]


def test_radiotherapy_after_the_stop_was_given_without_the_drug():
    made = stopped()
    made.add(RadiotherapyPhase, site="neck", total_gy="20", fractions="5", start="2024-05-06")
    [phase] = radiotherapy_facts(made.chart(), TODAY, None)
    assert "with toripalimab: no" in [text for _, text in phase.lines]


def test_the_letter_tells_of_a_drug_that_was_stopped_while_the_other_goes_on():
    made = CourseOf("2024-01-08", drugs=TWO, regimen="nivolumab + ipilimumab")
    made.event("stopped", "2024-02-19", drug="ipilimumab")
    said = letter(made.chart(), TODAY, "en")
    assert "nivolumab 240 mg q3w" in said
    assert "Of this treatment ipilimumab was stopped: 2024-02-19." in said


def test_what_is_given_now_is_without_the_drug_that_was_stopped_and_the_summary_tells_of_it():
    made = CourseOf("2024-01-08", drugs=TWO, regimen="nivolumab + ipilimumab")
    made.given("2024-01-08")
    made.event("stopped", "2024-02-19", drug="ipilimumab")
    now = six_facts(made.chart(), TODAY)[1]
    assert now.headline.startswith("nivolumab 240 mg q3w, ")
    assert sections(made.chart(), TODAY)[0].lines[0].endswith("ipilimumab stopped 19 Feb 2024")


def test_nobody_who_died_on_an_unknown_day_has_an_age():
    made = CourseOf("2024-01-08", patient={"birth": "1950", "vital_status": "dead"})
    assert "age unknown" in letter(made.chart(), TODAY, "en")
    assert banner(made.chart(), TODAY).age == "age not known"


def test_no_dose_is_overdue_of_who_left():
    made = CourseOf("2024-01-08")
    made.given("2024-01-08")
    assert banner(made.chart(), TODAY).due.title.endswith("d over")
    made.add(FollowUp, date="2024-01-20", state="transferred", reason="moved")
    assert banner(made.chart(), TODAY).due.title == "transferred 20 Jan 2024"
    page = heading(made.chart(), TODAY, "", None)
    assert page.due == "transferred 20 Jan 2024"


def test_the_letter_says_that_a_patient_died_on_an_unknown_day():
    made = CourseOf("2024-01-08", patient={"vital_status": "dead"})
    assert "Vital status: dead." in letter(made.chart(), TODAY, "en")
