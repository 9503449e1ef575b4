# SPDX-License-Identifier: MIT
"""first_run.feature"""

from pytest_bdd import scenarios, then, when

from tracker.services import profiles

scenarios("first_run.feature")


@when("I type the last four characters of the recovery code")
def type_code(me):
    code = me.text_of("recovery_code")
    me.type(code.replace(" ", "")[-4:])


@then("no file has been made")
def no_file(folder):
    assert not profiles.exists(folder)
