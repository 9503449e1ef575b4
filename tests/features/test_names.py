# SPDX-License-Identifier: MIT
"""names.feature"""

import json
from functools import cache

from pytest_bdd import parsers, scenarios, then, when

from tests.features.conftest import unlock
from tracker import paths
from tracker.services import demo

scenarios("names.feature")


@cache
def names():
    """Every name of the demonstration; of a Chinese one what a mask hides."""
    found = set()
    for file in (paths.resources() / "demo").glob("*.json"):
        for chart in json.loads(file.read_text("utf-8"))["patients"]:
            own, latin = (chart["patient"].get(field) for field in ("name", "name_latin"))
            found |= {own if own.isascii() else own[1:]} if own else set()
            found |= {latin} if latin else set()
    return found


@then("nobody's name can be read")
def no_name(me):
    me.wait(lambda: not _read_names(me))


def _read_names(me):
    return [line for line in me.lines() if any(name in line for name in names())]


@when(parsers.parse('I am offered "{words}"'))
def offered(me, words):
    me.wait(lambda: any(words in line for line in me.offers()))
    assert not [line for line in me.offers() if any(name in line for name in names())]


@when("I close the program and come back to the demonstration")
def come_back(me):
    me.press("Ctrl+Q")
    me.leave()
    unlock(me, demo.PASSPHRASE)
