# SPDX-License-Identifier: MIT
"""What one chart costs in a clinic of 5,000 patients: pages, statements, milliseconds."""

import itertools
from statistics import median

import pytest

from tests.benchmarks.clinic import LONG_EVERY, mrn_of
from tests.benchmarks.conftest import PATIENTS
from tests.benchmarks.rounds import in_turn, milliseconds
from tests.clinics import CLOCK, CTX, PASSPHRASE
from tests.store.cost import can_count_pages, counted
from tracker.domain.records import Patient
from tracker.services import patients, profiles
from tracker.store import charts as reading

MOST_PAGES, MOST_STATEMENTS = 40, 7  # performance.md, goal 5
CHARTS = 15


@pytest.fixture
def long_charts(store):
    """The patients with 30 visits each."""
    numbers = range(0, PATIENTS, PATIENTS // CHARTS // LONG_EVERY * LONG_EVERY)
    return [store.find_mrn(mrn_of(number)) for number in numbers]


@pytest.mark.skipif(not can_count_pages(), reason="this system does not count reads")
def test_pages_and_statements(profile, store, long_charts, sheet):
    first, later = [], []
    for patient, other in itertools.pairwise(long_charts):
        fresh = profiles.open(profile, user=None, passphrase=PASSPHRASE, clock=CLOCK, readonly=True)
        with counted(fresh) as cost:
            fresh.chart(patient)
        first.append(cost.pages)
        with counted(fresh) as cost:
            fresh.chart(other)
        later.append(cost.pages)
        fresh.close(CLOCK.now())
    with counted(store) as cost:
        patients.open_chart(store, CTX, patient=long_charts[0])
    sheet.put("chart of 145 rows: pages, first chart after opening", median(first), "", goal=40)
    sheet.put("the same, the worst of them", max(first), "", goal=40)
    sheet.put("chart of 145 rows: pages, every later chart", median(later), "", goal=40)
    sheet.put("chart: statements, with the log of the look", len(cost.statements), "", goal=7)
    assert len(cost.statements) <= MOST_STATEMENTS
    assert median(first) <= MOST_PAGES  # where rows fill a leaf, a chart takes one page more


def test_reading_time(store, long_charts, sheet):
    connection = store._db.connection()
    kinds = (Patient, *reading.kinds_listed(store._db, long_charts[0]))  # the same in all of them
    sql = reading._chart_sql(kinds)
    turns = itertools.cycle(long_charts)
    charts = len(long_charts)

    def raw():
        return connection.execute(sql, (next(turns).bytes,)).fetchall()

    taken = in_turn(
        {
            "raw": milliseconds(raw, charts),
            "rows": milliseconds(lambda: reading.chart_rows(store._db, next(turns)), charts),
            "chart": milliseconds(lambda: store.chart(next(turns)), charts),
        }
    )
    sheet.put("chart of 145 rows: the statement alone, driver only", taken["raw"])
    sheet.put("chart of 145 rows: as tuples", taken["rows"], limit=taken["raw"], goal=1.5)
    sheet.put("chart of 145 rows: as records", taken["chart"], limit=taken["raw"])
