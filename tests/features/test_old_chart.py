# SPDX-License-Identifier: MIT
"""old_chart.feature: keys from text files, sent to the window; records read by another program."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_bdd import parsers, scenarios, then

from tests.clinics import PASSPHRASE

pytestmark = pytest.mark.slow

scenarios("old_chart.feature")

Chart = dict[str, list[dict[str, str]]]


def chart_of(folder: Path, mrn: str) -> Chart:
    """What another program reads while this one is still open."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.features.whole_chart", str(folder), mrn, PASSPHRASE],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


@then(parsers.parse('the chart of "{mrn}" holds'))
def holds(folder, mrn, datatable):
    chart = chart_of(folder, mrn)
    for kind, *words in datatable:
        wanted = {word for word in words if word}
        found = [record for record in chart[kind] if wanted <= set(record.values())]
        assert found, (kind, words, chart[kind])
        chart[kind].remove(found[0])
    assert not [left for left in chart.values() if left], chart


@then(parsers.parse('the chart of "{mrn}" holds nothing'))
def holds_nothing(folder, mrn):
    assert not [records for records in chart_of(folder, mrn).values() if records]


@then(parsers.parse('every record of "{mrn}" comes from "{source}"'))
def comes_from(folder, mrn, source):
    for records in chart_of(folder, mrn).values():
        assert {record["source"] for record in records} <= {source}
