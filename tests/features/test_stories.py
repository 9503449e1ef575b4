# SPDX-License-Identifier: MIT
"""stories.feature: the acceptance stories A, B and C, through the window."""

import pytest
from pytest_bdd import parsers, scenarios, then, when

from tests.features.conftest import fill_in

pytestmark = pytest.mark.slow

scenarios("stories.feature")


@when("I record these results of SCC in ng/mL")
def record_results(me, datatable):
    for date, value in datatable:
        me.click("Record: Marker result")
        fields = {"Analyte": "SCC", "Sample date": date, "Result": value, "Unit": "ng/mL"}
        fill_in(me, list(fields.items()))
        me.press("Ctrl+Enter")
        me.wait(lambda: not me.in_a_dialog)


@then("the flags are")
def flags(me, datatable):
    for date, value, flag in datatable:
        me.reads(f"{date} | {value} |", flag)


@then("walking along the lifeline I read")
def walk(me, datatable):
    """The right arrow goes from mark to mark; each says what it is."""
    me.press("Home")
    said: list[str] = []
    while me.selected() not in said:
        said.append(me.selected())
        me.press("Right")
    for words in datatable:
        assert any(all(word in mark for word in words) for mark in said), (words, said)


@when(parsers.parse('the last contact is amended to "{date}"'))
def amend_last_contact(me, date):
    me.press("Alt+8")
    me.click("Patient")
    me.go_to_row("SEED-001")
    me.press("Enter")
    fill_in(me, [["Last contact", date], ["Reason for the change", "letter of that day"]])
    me.press("Ctrl+Enter")
    me.wait(lambda: not me.in_a_dialog)
