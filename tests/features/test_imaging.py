# SPDX-License-Identifier: MIT
"""imaging.feature: a lesion assessment by keys alone."""

import pytest
from PySide6.QtWidgets import QWidget
from pytest_bdd import given, parsers, scenarios, then

pytestmark = pytest.mark.slow

scenarios("imaging.feature")


@given(parsers.parse('the lesion grid of "{mrn}" is open'))
def open_grid(me, mrn):
    me.press("Ctrl+K")
    me.type(mrn)
    me.wait(lambda: any(mrn in offer for offer in me.offers()))
    me.press("Enter")
    me.reads("Next due")
    me.press("Alt+5")
    me.reads("Lesions")


@then(parsers.parse('the grid says "{words}"'))
def grid_says(me, words):
    def said():
        found = me.front.findChildren(QWidget)
        grid = next(w for w in found if w.accessibleName() == "Lesion grid")
        return grid.accessibleDescription()

    me.wait(lambda: words in said())
