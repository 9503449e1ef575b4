# SPDX-License-Identifier: MIT
"""keyboard.feature"""

import pytest
from pytest_bdd import scenarios, then

pytestmark = pytest.mark.slow

scenarios("keyboard.feature")


@then("Tab reaches every control that can be used")
def reach(me):
    reached = me.tab_round()
    missed = [control for control in me.controls() if control not in reached]
    assert not missed, [(type(c).__name__, c.accessibleName(), c.objectName()) for c in missed]


@then("every control has a name")
def named(me):
    assert not [control for control in me.controls() if not control.accessibleName()]
