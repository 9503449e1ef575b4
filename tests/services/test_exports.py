# SPDX-License-Identifier: MIT
"""What leaves the encrypted file: logged before it is there, whole, and readable again."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest

from tests import clinics
from tests.clinics import CTX, SMALL, own_id, written
from tracker.domain.errors import NotPermitted, Refused, UserError
from tracker.domain.roles import Role
from tracker.services import exports, imports, patients
from tracker.services.imports import FileKind
from tracker.store.store import Store


@pytest.fixture
def filled(store: Store, tmp_path):
    """A profile with the small clinic."""
    report = imports.import_file(store, CTX, path=written(tmp_path / "small.json", SMALL))
    assert report.problems == ()
    return store


def logged(store):
    rows = store._db.execute_sql(
        "SELECT content, patient FROM audit WHERE action = 'export' ORDER BY seq"
    ).fetchall()
    return [(json.loads(content), patient) for content, patient in rows]


def test_what_was_exported_can_be_imported_elsewhere_and_is_the_same(filled, template, tmp_path):
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    exports.export(filled, CTX, dest=first)
    other = clinics.opened(clinics.copied(template, tmp_path / "other"))
    assert imports.import_file(other, CTX, path=first).problems == ()
    exports.export(other, CTX, dest=second)
    assert first.read_bytes() == second.read_bytes()
    assert other.verify() == []
    other.close(CTX.clock.now())


def test_a_record_entered_in_error_is_exported_as_such(store, tmp_path):
    wrong = deepcopy(SMALL)
    wrong["patients"][0]["records"][0]["status"] = "entered-in-error"
    wrong["clinic"][0]["status"] = "entered-in-error"
    imports.import_file(store, CTX, path=written(tmp_path / "wrong.json", wrong))
    exports.export(store, CTX, dest=tmp_path / "out.json")
    out = json.loads((tmp_path / "out.json").read_bytes())
    assert [each.get("status") for each in out["patients"][0]["records"]].count(
        "entered-in-error"
    ) == 1
    assert [each.get("status") for each in out["clinic"]] == ["entered-in-error", None]


def test_one_patient_can_be_exported_alone(filled, tmp_path):
    patient = patients.by_number(filled, CTX, mrn="A-002")
    written_file = exports.export(filled, CTX, dest=tmp_path / "one.json", patient=patient)
    out = json.loads((tmp_path / "one.json").read_bytes())
    assert [each["patient"]["mrn"] for each in out["patients"]] == ["A-002"]
    assert written_file.patients == 1
    assert logged(filled)[0][1] == patient.bytes


def test_results_come_out_as_the_import_takes_them(filled, tmp_path):
    path = tmp_path / "results.csv"
    exports.export(filled, CTX, dest=path)
    assert path.read_text("utf-8-sig").splitlines() == [
        "patient,analyte,date,value,unit,laboratory,method,range",
        "A-001,SCC,2019-02,2.2,ng/mL,,,",
    ]
    assert imports.import_file(filled, CTX, path=path).unchanged == 1


def test_the_trail_names_the_file_and_its_digest(filled, tmp_path):
    path = tmp_path / "out.json"
    made = exports.export(filled, CTX, dest=path)
    content, patient = logged(filled)[0]
    assert content == {"file": str(path), "sha256": made.sha256, "kind": "json", "patients": "2"}
    assert patient is None


def test_a_file_that_is_there_is_replaced_only_when_told_to(filled, tmp_path):
    path = written(tmp_path / "out.json", "mine")
    with pytest.raises(Refused, match="already; it was not touched"):
        exports.export(filled, CTX, dest=path)
    assert path.read_text() == "mine"
    assert logged(filled) == []
    exports.export(filled, CTX, dest=path, force=True)
    assert json.loads(path.read_bytes())["format"] == "followup-tracker"


def test_what_is_to_be_written_must_be_clear(filled, tmp_path):
    with pytest.raises(Refused, match="does not say what the file holds"):
        exports.export(filled, CTX, dest=tmp_path / "out")
    made = exports.export(filled, CTX, dest=tmp_path / "out", kind=FileKind.CSV)
    assert made.path.read_bytes().startswith(b"\xef\xbb\xbfpatient,")


def test_a_place_that_is_not_there_is_named_and_nothing_is_left(filled, tmp_path):
    with pytest.raises(UserError, match="cannot be reached"):
        exports.export(filled, CTX, dest=tmp_path / "nowhere" / "out.json")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_is_read_only_is_named(filled, tmp_path):
    folder = clinics.read_only(tmp_path / "locked")
    with pytest.raises(UserError, match="cannot be written to"):
        exports.export(filled, CTX, dest=folder / "out.json")


def test_a_nurse_does_not_export(filled, tmp_path):
    nurse = replace(CTX, role=Role.NURSE)
    with pytest.raises(NotPermitted, match="may not export"):
        exports.export(filled, nurse, dest=tmp_path / "out.json")
    with pytest.raises(NotPermitted, match="may not export"):
        exports.state_of(filled, nurse, patient=patients.by_number(filled, nurse, mrn="A-001"))


def test_the_derived_state_is_an_export_of_one_patient(filled):
    patient = patients.by_number(filled, CTX, mrn="A-001")
    state = exports.state_of(filled, CTX, patient=patient, as_of=date(2024, 11, 26))
    assert state["courses"][0]["id"] == own_id(3)
    assert state["due"][0] == {"what": "dose", "on": "2024-11-26", "state": "due", "why": None}
    assert logged(filled) == [({"state as of": "2024-11-26"}, patient.bytes)]


def test_the_schema_is_json():
    assert json.loads(exports.json_schema())["properties"]["format"]["const"] == "followup-tracker"
