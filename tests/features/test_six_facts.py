# SPDX-License-Identifier: MIT
"""six_facts.feature"""

from pytest_bdd import scenarios, then

from tracker.ui.widgets.facts import FactsPanel
from tracker.ui.widgets.label import PlainLabel

scenarios("six_facts.feature")


@then("all six facts are in sight")
def in_sight(me):
    (panel,) = [each for each in me.front.findChildren(FactsPanel) if each.isVisible()]
    labels = panel.findChildren(PlainLabel)
    assert labels
    for label in labels:
        shown = label.visibleRegion().boundingRect()
        assert shown.size() == label.size(), label.text()
