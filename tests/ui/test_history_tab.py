# SPDX-License-Identifier: MIT
"""The trail of a whole chart: who did what, who looked, the newest first."""

from dataclasses import replace

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX
from tracker.domain.records import Patient, Visit
from tracker.domain.records.base import build
from tracker.services import records
from tracker.services.patients import open_chart
from tracker.ui.bus import Bus
from tracker.ui.desk import Desk
from tracker.ui.pages import history_tab
from tracker.ui.pages.history_tab import HistoryTab
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look


@pytest.fixture
def store(tmp_path):
    opened = clinics.make(tmp_path / "profile")
    yield opened
    opened.close(CLOCK.now())


@pytest.fixture
def patient(store):
    with store.unit(CTX.stamp()) as unit:
        return unit.add(Patient(mrn="SYN-1"), None).id


@pytest.fixture
def visit(store, patient):
    """A visit whose weight was corrected."""
    with store.unit(CTX.stamp()) as unit:
        first = unit.add(
            build(Visit, {"date": "2024-11-26", "contact": "visit", "ecog": "1"}), patient
        )
    with store.unit(CTX.because("wrong line").stamp()) as unit:
        return unit.amend(first, replace(first.record, ecog=0))


@pytest.fixture
def tab(store, qtbot):
    made = HistoryTab(Desk(Look(), InlineTasks(lambda: store, lambda _store: None), Bus(), CTX))
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    return made


def lines(tab):
    return [(line.kind, line.action, line.reason) for line in tab.list.rows]


def test_the_newest_entry_comes_first_with_its_reason(tab, store, patient, visit):
    tab.show_chart(open_chart(store, CTX, patient=patient).chart)
    assert lines(tab) == [
        (None, "view", None),
        ("visit", "amend", "wrong line"),
        ("visit", "add", None),
        ("patient", "add", None),
    ]
    assert tab.more.isHidden()
    assert tab.count.text() == "entries: 4"


def test_a_long_trail_is_shown_a_page_at_a_time(tab, store, patient, visit, monkeypatch):
    monkeypatch.setattr(history_tab, "PAGE", 2)
    tab.show_chart(open_chart(store, CTX, patient=patient).chart)
    assert tab.count.text() == "the newest 2 entries"
    tab.more.click()
    assert len(lines(tab)) == 4
    assert lines(tab)[-1] == ("patient", "add", None)


def test_an_entry_opens_its_record(tab, store, patient, visit, qtbot):
    tab.show_chart(open_chart(store, CTX, patient=patient).chart)
    with qtbot.waitSignal(tab.record_activated) as asked:
        tab.list.opened.emit(tab.list.rows[1])
    assert asked.args == ["visit", visit.id]


def test_the_trail_of_another_chart_is_not_shown(store, patient, visit):
    with store.unit(CTX.stamp()) as unit:
        other = unit.add(Patient(mrn="SYN-2"), None).id
    found = records.patient_history(store, CTX, patient=other, limit=10)
    assert [(line.kind, line.action) for line in found] == [("patient", "add")]
