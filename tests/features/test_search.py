# SPDX-License-Identifier: MIT
"""search.feature"""

from pytest_bdd import parsers, scenarios, then, when

scenarios("search.feature")


@then(parsers.parse('the patients offered are "{numbers}"'))
@when(parsers.parse('the patients offered are "{numbers}"'))
def offered(me, numbers):
    me.wait(lambda: [_number(row) for row in me.offers()] == numbers.split())


@then("several patients are offered and none is marked")
def several(me):
    me.wait(lambda: len(me.offers()) > 2)
    me.press("Enter")
    me.reads("Patients found")


def _number(offer):
    return offer.split()[-1]
