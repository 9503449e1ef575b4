# SPDX-License-Identifier: MIT
"""markers.feature: results, "what if" and adverse events through the window."""

import pytest
from pytest_bdd import parsers, scenarios, when

pytestmark = pytest.mark.slow

scenarios("markers.feature")


@when(parsers.parse('I search "{text}" in "{label}"'))
def search(me, text, label):
    """Types, and takes the first entry that is offered."""
    box = me.go_to(label)
    me.wait(lambda: bool(box._vocabulary.entries))  # the list comes from the open file
    me.type(text)
    me.press("Down")
    me.press("Enter")
    assert text not in box.text()
