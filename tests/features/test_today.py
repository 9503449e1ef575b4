# SPDX-License-Identifier: MIT
"""today.feature"""

from pytest_bdd import scenarios, then

scenarios("today.feature")


@then("the rows of the day stand in the order of urgency")
def order(me):
    states = [row.partition(",")[0] for row in me.rows()]
    over = ["5 d over", "2 d over", "1 d over"]
    assert states == [*over, *["today"] * 4, "held", "ask", "ask", "given"]
