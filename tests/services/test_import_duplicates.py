# SPDX-License-Identifier: MIT
"""A patient of a file who may be on file already: asked first, then linked, kept apart or left."""

from uuid import UUID

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, SMALL, document, own_id, patient, visit, written
from tracker.domain.records import Patient
from tracker.services import imports, patients
from tracker.services.duplicates import SamePerson

ON_FILE = UUID(own_id(1))
ARRIVAL = UUID(own_id(901))


@pytest.fixture
def store(tmp_path):
    opened = clinics.make(tmp_path / "profile")
    imports.import_file(opened, CTX, path=written(tmp_path / "small.json", SMALL))
    yield opened
    opened.close(CLOCK.now())


@pytest.fixture
def file(tmp_path):
    """Another laptop's file: somebody of the same name and birth, and somebody else."""
    alike = patient(901, "B-001", visit(902), name="王示例")
    stranger = patient(903, "B-002", name="赵范例", birth="1950-01")
    return written(tmp_path / "other.json", document(alike, stranger))


def bring(store, file, answer=None, *, dry_run=False):
    return imports.import_file(
        store, CTX, path=file, dry_run=dry_run, answers=lambda _patient: answer
    )


def linked(store, patient):
    return store.get(Patient, patient, patient).record.same_person_as


def test_a_dry_run_names_who_may_be_on_file_and_is_no_refusal(store, file):
    report = bring(store, file, dry_run=True)
    (alike,) = report.alike
    assert (alike.patient.record.mrn, alike.likeliest.mrn) == ("B-001", "A-001")
    assert not report.problems


def test_nothing_is_stored_before_somebody_has_answered(store, file):
    report = bring(store, file)
    assert "B-001 may be A-001" in str(report.problems[0].message)
    assert report.added == 0
    assert store.find_mrn("B-002") is None


def test_the_same_person_keeps_both_charts_and_each_points_to_the_other(store, file):
    report = bring(store, file, SamePerson.LINK)
    assert report.added == 3
    assert linked(store, ARRIVAL) == ON_FILE
    assert linked(store, ON_FILE) == ARRIVAL
    assert len(store.chart(ARRIVAL).records["visit"]) == 1
    assert patients.open_chart(store, CTX, patient=ARRIVAL).same_person == "A-001"


def test_the_link_of_the_chart_that_was_there_says_why(store, file):
    bring(store, file, SamePerson.LINK)
    assert store.history("patient", ON_FILE)[-1].reason == "import of other.json"


def test_another_person_is_stored_without_a_link(store, file):
    assert bring(store, file, SamePerson.OTHER).added == 3
    assert linked(store, ARRIVAL) is None
    assert linked(store, ON_FILE) is None


def test_who_is_left_out_is_counted_and_the_others_are_stored(store, file):
    report = bring(store, file, SamePerson.SKIP)
    assert (report.added, report.left_out, report.unchanged) == (1, 2, 0)
    assert store.find_mrn("B-001") is None
    assert store.find_mrn("B-002") is not None


def test_a_file_that_comes_again_asks_nothing_and_changes_nothing(store, file):
    bring(store, file, SamePerson.LINK)
    again = bring(store, file)
    assert (again.alike, again.added, again.unchanged) == ((), 0, 3)
    assert linked(store, ARRIVAL) == ON_FILE


def test_a_chart_that_is_linked_already_keeps_its_link(store, file, tmp_path):
    bring(store, file, SamePerson.LINK)
    third = written(tmp_path / "third.json", document(patient(905, "C-001", name="王示例")))
    bring(store, third, SamePerson.LINK)
    assert linked(store, ON_FILE) == ARRIVAL


def test_what_was_answered_stands_in_the_audit_trail(store, file):
    bring(store, file, SamePerson.OTHER)
    entries = store._db.execute_sql("SELECT action, content FROM audit").fetchall()
    (content,) = [text for action, text in entries if action == "import"][-1:]
    assert "B-001 / A-001: other" in str(content)
