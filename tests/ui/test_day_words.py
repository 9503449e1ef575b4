# SPDX-License-Identifier: MIT
"""What a line of the day list says before the dose."""

from dataclasses import dataclass
from datetime import date

import pytest

from tests.domain.builders import CourseOf
from tests.domain.test_schedule_same_day import TWO
from tracker.domain.follow_up import due_items
from tracker.domain.records.imaging import Conclusion
from tracker.domain.records.lesion import Side
from tracker.domain.records.statement import Topic
from tracker.domain.reminders import DayState, Due
from tracker.ui.views import day_words

DAY = date(2024, 11, 26)


@dataclass
class Line:
    """A line of the list as far as its note looks at it."""

    due: Due
    state: DayState
    before: tuple[()] = ()


def note(course: CourseOf, state: DayState) -> str:
    due = next(due for due in due_items(course.chart()) if due.what == "dose")
    return day_words.note(Line(due, state), DAY).text


@pytest.mark.parametrize(
    ("complete", "said"),
    [
        ("yes", "no dose given yet: appoint the first one"),
        ("", "no dose date recorded: enter the last dose"),
    ],
)
def test_who_was_given_no_dose_yet_is_not_asked_for_the_last_one(complete, said):
    course = CourseOf("2024-11-26", **({"ledger_complete": complete} if complete else {}))
    assert note(course, DayState.CANNOT_PROJECT) == said


def test_a_drug_that_is_left_out_is_named_before_the_dose():
    course = CourseOf("2024-10-15", drugs=TWO)
    course.given("2024-11-05")
    course.event("stopped", "2024-11-20", drug="ipilimumab", reason="toxicity")
    assert note(course, DayState.DUE) == "ipilimumab stopped 20 Nov 2024: toxicity"


def test_leaving_the_list_and_the_response_of_a_scan_have_words_of_their_own():
    """One label has one translation: the left side, and the topic of a statement, are others."""
    assert DayState.LEFT.label != Side.LEFT.label
    assert Conclusion.RESPONSE.label != Topic.RESPONSE.label
