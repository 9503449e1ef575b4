# SPDX-License-Identifier: MIT
"""What one look costs, counted: a slow laptop disk pays for every page and every statement."""

import pytest

from tests import clinics
from tests.benchmarks.clinic import LONG_EVERY, fill, mrn_of
from tests.store.cost import can_count_pages, counted
from tracker.services import patients, today

MOST_PAGES = 40  # performance.md, goal 5; the first after opening, and every later one
MOST_STATEMENTS = 7

pytestmark = pytest.mark.skipif(not can_count_pages(), reason="this system does not count reads")


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    """A closed profile, filled in the order of the visits."""
    folder = tmp_path_factory.mktemp("clinic") / "profile"
    store = clinics.make(folder)
    fill(store, 3 * LONG_EVERY)
    store.close(clinics.CLOCK.now())
    return folder


@pytest.fixture
def store(clinic):
    """Freshly opened: nothing of any chart is in memory yet."""
    opened = clinics.opened(clinic)
    yield opened
    opened.close(clinics.CLOCK.now())


def rows(chart):
    return 1 + sum(len(records) for records in chart.records.values())


def test_a_long_chart_is_read_with_few_pages(store):
    costs = []
    for number in (LONG_EVERY, 2 * LONG_EVERY):
        patient = patients.by_number(store, clinics.CTX, mrn=mrn_of(number))
        with counted(store) as cost:
            chart = store.chart(patient)
        assert rows(chart) > 140
        costs.append(cost.pages)
    assert max(costs) <= MOST_PAGES


def test_a_chart_is_opened_with_few_statements_its_logged_look_included(store):
    patient = patients.by_number(store, clinics.CTX, mrn=mrn_of(LONG_EVERY))
    with counted(store) as cost:
        patients.open_chart(store, clinics.CTX, patient=patient)
    assert len(cost.statements) <= MOST_STATEMENTS


def test_a_long_chart_takes_no_more_statements_than_a_short_one(store):
    costs = []
    for number in (LONG_EVERY, LONG_EVERY + 1):
        patient = patients.by_number(store, clinics.CTX, mrn=mrn_of(number))
        with counted(store) as cost:
            patients.open_chart(store, clinics.CTX, patient=patient)
        costs.append(len(cost.statements))
    assert costs[0] == costs[1]


def test_the_day_list_takes_the_same_statements_however_many_are_due(store):
    costs = []
    for days in (0, 60):
        with counted(store) as cost:
            lines = today.day_list(store, clinics.CTX, days=days)
        costs.append((len(lines), len(cost.statements)))
    (few, one), (many, other) = costs
    assert 1 < few < many
    assert one == other == 10  # one for each part of the list, each by its own index


def test_a_keystroke_of_a_search_is_two_statements_once_the_keys_are_known(store):
    patients.search(store, clinics.CTX, text="w")
    with counted(store) as cost:
        assert patients.search(store, clinics.CTX, text="wang")
    assert len(cost.statements) == 2
