# SPDX-License-Identifier: MIT
"""recording.feature"""

import pytest
from pytest_bdd import parsers, scenarios, then

pytestmark = pytest.mark.slow

scenarios("recording.feature")


@then(parsers.parse('nothing of "{one}" or "{other}" can be read in the files'))
def unreadable(folder, one, other):
    for path in (each for each in folder.rglob("*") if each.is_file()):
        data = path.read_bytes()
        assert one.encode() not in data, path
        assert other.encode() not in data, path


@then("each tab shows")
def tabs(me, datatable):
    for keys, *words in datatable:
        me.press(keys)
        me.reads(*words)
