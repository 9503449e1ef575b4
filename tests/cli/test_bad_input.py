# SPDX-License-Identifier: MIT
"""Bad files, folders and passphrases: a clear sentence, nothing half-written, no traceback."""

import json
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from typing import Any

import pytest

from tests import clinics
from tests.cli.terminal import DONE, INIT, REFUSED
from tests.clinics import (
    CLOCK,
    SMALL,
    document,
    own_id,
    patient,
    record,
    reference_range,
    result,
    visit,
    written,
)
from tracker import cli

NEW = document(
    patient(
        101,
        "B-001",
        visit(102),
        record(
            "course",
            103,
            {"regimen": "toripalimab", "therapy": "immunotherapy", "start": "2024-01-08"},
        ),
        record(
            "dose_event",
            104,
            {"course": own_id(103), "date": "2024-01-08", "action": "given", "dose": "240 mg"},
        ),
        result(105, "2024-01-08", "2.2"),
    ),
    clinic=(reference_range(140, "<1.5", laboratory="Lab 2"),),
)
"""A file without a problem, to be spoilt in one place."""

VISIT, COURSE, DOSE, RESULT = range(4)

Spoil = Callable[[dict[str, Any]], object]


def fields(document: dict[str, Any], place: int) -> dict[str, Any]:
    found: dict[str, Any] = document["patients"][0]["records"][place]["fields"]
    return found


def chart(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["patients"][0]
    return found


# What is spoilt, and what a person is told about it.
SPOILT: dict[str, tuple[Spoil, str]] = {
    "unknown key of the file": (lambda d: d.update(colour="red"), "colour: This key is not known"),
    "unknown field": (
        lambda d: fields(d, VISIT).update(colour="red"),
        "patients[0].records[0].fields.colour",
    ),
    "unknown kind": (
        lambda d: chart(d)["records"][VISIT].update(kind="horoscope"),
        "patients[0].records[0].kind",
    ),
    "number instead of text": (
        lambda d: fields(d, VISIT).update(ecog=1),
        "patients[0].records[0].fields.ecog: Text in quotation marks is expected here, not 1",
    ),
    "list instead of an object": (lambda d: d.update(clinic={}), "clinic: A list in brackets"),
    "nothing instead of text": (
        lambda d: fields(d, RESULT).update(value=None),
        "not null",
    ),
    "hospital number stored already": (
        lambda d: chart(d)["patient"].update(mrn="A-001"),
        "hospital number A-001 belongs to another chart",
    ),
    "hospital number twice in the file": (
        lambda d: d["patients"].append(patient(160, "B-001")),
        "B-001",
    ),
    "id twice in the file": (
        lambda d: chart(d)["records"].append(visit(102, "2024-02-01")),
        "patients[0].records[4].id: This id stands twice in the file",
    ),
    "visit before birth": (
        lambda d: fields(d, VISIT).update(date="1969-12-31"),
        "1969-12-31 lies before the birth (1970-05)",
    ),
    "visit in the future": (
        lambda d: fields(d, VISIT).update(date="2199-01-01"),
        "lies in the future",
    ),
    "30 February": (lambda d: fields(d, VISIT).update(date="2024-02-30"), "fields.date"),
    "two-digit year": (lambda d: fields(d, VISIT).update(date="03/04/25"), "fields.date"),
    "negative dose": (lambda d: fields(d, DOSE).update(dose="-240 mg"), "fields.dose"),
    "dose without a unit": (lambda d: fields(d, DOSE).update(dose="240"), "fields.dose"),
    "dose of nothing": (lambda d: fields(d, DOSE).update(dose="0 mg"), "A dose is above zero"),
    "NaN as text": (lambda d: fields(d, VISIT).update(weight="NaN"), "not a plain number"),
    "NaN as a number": (lambda d: fields(d, VISIT).update(weight=float("nan")), "not NaN"),
    "infinity": (lambda d: fields(d, VISIT).update(weight="1e999"), "not a plain number"),
    "decimal comma": (lambda d: fields(d, VISIT).update(weight="58,2"), "not a plain number"),
    "impossible weight": (lambda d: fields(d, VISIT).update(weight="5000"), "outside 1 to 400 kg"),
    "10 MB of text": (
        lambda d: chart(d)["records"][VISIT].update(note="x" * 10_000_000),
        "10000000 characters",
    ),
    "text that turns round": (
        lambda d: chart(d)["patient"].update(name="a\u202eb"),
        "U+202E",
    ),
    "course of another chart": (
        lambda d: fields(d, DOSE).update(course=own_id(3)),
        "neither in the file nor in this patient's chart",
    ),
    "course that is no course": (
        lambda d: fields(d, DOSE).update(course=own_id(102)),
        own_id(102),
    ),
    "result without a unit": (lambda d: fields(d, RESULT).pop("unit"), "Unit is needed"),
    "range with its limits exchanged": (
        lambda d: d["clinic"][0]["fields"].update(limits="4.2-0.27"),
        "is not a reference range",
    ),
    "newer format": (lambda d: d.update(version=2), "newer program"),
    "another program's file": (lambda d: d.update(format="other"), "not a file of this program"),
    "patients of the demonstration": (
        lambda d: d.update(demonstration=True),
        "never mixed with real ones",
    ),
}


@pytest.fixture
def untouched(tracker):
    """Proves afterwards that the profile is sound and holds what it held, with no trace of it."""

    def rows():
        store = clinics.opened(tracker.folder)
        counts, findings = store.counts(), store.verify()
        store.close(CLOCK.now())
        assert findings == []
        return counts | {"audit": 0}  # each command leaves the entry that it unlocked the file

    before = rows()
    yield
    assert rows() == before


def told(answer, sentence):
    """A refusal in words, and nothing else."""
    code, out, err = answer
    assert code == REFUSED
    assert sentence in err
    assert "Traceback" not in err + out
    assert "Internal error" not in err
    assert len(err) < 20_000


def test_the_file_that_is_spoilt_below_is_sound(tracker, tmp_path):
    assert tracker("import", written(tmp_path / "new.json", NEW))[0] == DONE


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("what", SPOILT)
def test_a_spoilt_file_is_refused_whole(tracker, tmp_path, what):
    spoil, sentence = SPOILT[what]
    spoilt = deepcopy(NEW)
    spoil(spoilt)
    told(tracker("import", written(tmp_path / "spoilt.json", spoilt)), sentence)


WHOLE = json.dumps(NEW).encode()

BYTES = {
    "truncated": (WHOLE[: len(WHOLE) // 2], "cut off"),
    "empty": (b"", "The file is empty"),
    "not JSON": (b"{'patients': []}", "not valid JSON at line 1, column 2"),
    "not text": (bytes(range(256)), "not UTF-8"),
    "nested without end": (b"[" * 100_000, "nested far too deeply"),
    "a key twice": (
        WHOLE.replace(b'"version": 1', b'"version": 1, "version": 1'),
        "more than once",
    ),
    "too large": (b" " * 50_000_001, "at most 50 MB are read"),
    "10 MB in one cell": (b'"' + b"x" * 10_000_000 + b'"', "not a file of this program"),
}


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("what", BYTES)
def test_a_broken_file_is_refused_whole(tracker, tmp_path, what):
    content, sentence = BYTES[what]
    told(tracker("import", written(tmp_path / "broken.json", content)), sentence)


HEADER = "patient,analyte,date,value,unit\n"

RESULTS = {
    "unknown patient": (HEADER + "B-001,SCC,2024-01-08,2.2,ng/mL\n", "row 2, patient"),
    "before birth": (HEADER + "A-001,SCC,1960,2.2,ng/mL\n", "row 2, date"),
    "NaN": (HEADER + "A-001,SCC,2024-01-08,NaN,ng/mL\n", "row 2, value"),
    "two numbers": (HEADER + "A-001,SCC,2024-01-08,2.2 3.1,ng/mL\n", "row 2, value"),
    "no unit": (HEADER + "A-001,SCC,2024-01-08,2.2,\n", "row 2, unit"),
    "no header": ("A-001,SCC,2024-01-08,2.2,ng/mL\n", "row 1"),
    "10 MB in one cell": (HEADER + f"A-001,SCC,2024-01-08,{'x' * 10_000_000},ng/mL\n", "row 2"),
    "a good row before a bad one": (
        HEADER + "A-001,SCC,2024-01-08,2.2,ng/mL\nA-001,SCC,2024-01-09,↑2.2,ng/mL\n",
        "row 3, value",
    ),
}


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("what", RESULTS)
def test_bad_results_are_refused_whole(tracker, tmp_path, what):
    content, sentence = RESULTS[what]
    told(tracker("import", written(tmp_path / "results.csv", content)), sentence)


@pytest.mark.usefixtures("untouched")
def test_a_file_that_is_not_there_is_said(tracker, tmp_path):
    told(tracker("import", tmp_path / "none.json"), "cannot be reached")
    told(tracker("import", tmp_path), "does not say what the file holds")
    (tmp_path / "folder.json").mkdir()
    told(tracker("import", tmp_path / "folder.json"), "is a folder")


# Folders


def test_a_read_only_folder_is_said(tracker, tmp_path):
    folder = clinics.read_only(tmp_path / "locked")
    told(tracker("export", folder / "out.json"), "cannot be written to")
    told(tracker("backup", folder), "cannot be written to")
    told(
        tracker.bare("--profile", folder / "new", *INIT, "--accepted-by", "U"),
        "cannot be written to",
    )


@pytest.mark.parametrize("command", [("due",), ("verify",), ("import", "x.json"), ("migrate",)])
def test_a_missing_profile_is_said_and_not_made(tracker, tmp_path, command):
    folder = tmp_path / "typing error"
    told(tracker.bare("--profile", folder, *command), f"There is no profile in {folder}")
    assert not folder.exists()


# Keys and versions


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("command", [("due",), ("show", "A-001", "--json"), ("verify",)])
def test_a_wrong_passphrase_is_said_and_opens_nothing(tracker, monkeypatch, command):
    monkeypatch.setenv(cli.PASSPHRASE_VARIABLE, "not the passphrase at all")
    told(tracker(*command), "The name or the passphrase is wrong")


def bytes_of(folder):
    return {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.suffix in {".db", ".json"}
    }


@pytest.mark.parametrize("command", [("due",), ("verify",), ("migrate",), ("show", "A-001")])
def test_a_newer_schema_is_said_and_no_byte_is_changed(tracker, command):
    store = clinics.opened(tracker.folder)
    store._db.execute_sql(
        "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '2030-01-01')"
    )
    store.close(CLOCK.now())
    before = bytes_of(tracker.folder)
    told(tracker(*command), "written by a newer version of this program")
    assert bytes_of(tracker.folder) == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("keyring.json", "keyring"), ("tracker.db", "database")],
)
def test_a_damaged_file_is_told_from_a_wrong_passphrase(tracker, name, sentence):
    file = tracker.folder / name
    content = file.read_bytes()
    file.write_bytes(content[:100] + bytes(60) + content[160:])
    code, _out, err = tracker("due")
    told((code, "", err), sentence)
    assert "damaged" in err
    assert "passphrase is wrong" not in err


def test_nothing_of_a_patient_is_readable_in_any_file_of_the_profile(tracker, tmp_path):
    assert tracker("import", written(tmp_path / "again.json", SMALL))[0] == DONE
    for path in tracker.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert "王示例".encode() not in content
            assert b"Wang Shili" not in content
            assert b"A-001" not in content
