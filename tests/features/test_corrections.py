# SPDX-License-Identifier: MIT
"""corrections.feature"""

from pytest_bdd import parsers, scenarios, then

scenarios("corrections.feature")


@then(parsers.parse('the row of "{words}" is gone'))
def gone(me, words):
    me.wait(lambda: not me.in_a_dialog and not any(words in row for row in me.rows()))


@then(parsers.parse('the button "{name}" cannot be pressed'))
def disabled(me, name):
    assert name not in me.buttons()
