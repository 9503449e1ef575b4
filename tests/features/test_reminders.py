# SPDX-License-Identifier: MIT
"""reminders.feature"""

from datetime import date

from pytest_bdd import parsers, scenarios, then, when

from tracker.services import remind

scenarios("reminders.feature")


@when("I close the program")
def close(me):
    me.press("Ctrl+Q")
    me.leave()


@then(parsers.parse('the reminder of {day} says "{words}"'))
def reminder_says(folder, day, words):
    assert words in remind.look(folder, date.fromisoformat(day)).text
