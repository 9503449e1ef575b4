# SPDX-License-Identifier: MIT
"""The tables themselves: their options, their checks, and the committed picture of them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from tests.kinds import LEAST
from tests.store.conftest import add
from tools.new_kind import Unusable, new_kind, renew
from tracker.domain.records import RECORD_KINDS
from tracker.store.schema import HISTORY, known_migrations, schema_text

ROOT = Path(__file__).parents[2]


def test_every_table_is_strict_and_without_rowid(store):
    tables = store._db.execute_sql(
        "SELECT name, strict, wr FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    loose = {name for name, strict, without_rowid in tables if not (strict and without_rowid)}
    assert loose == {HISTORY}
    assert {name for name, *_ in tables} >= {kind.kind for kind in RECORD_KINDS}


def test_the_committed_schema_is_what_the_migrations_make(store):
    committed = (ROOT / "tracker/store/schema.sql").read_text("utf-8")
    assert schema_text(store._db) == committed, "run: python -m tools.new_kind"


def test_a_new_profile_has_been_through_every_migration(store):
    assert store.schema == known_migrations()[-1]


VISIT = {
    "patient": bytes(16),
    "id": bytes(range(16)),
    "revision": 1,
    "status": "current",
    "recorded_at": "2024-11-26T09:30:00.000+00:00",
    "recorded_by": "Synthetic Nurse",
    "date_text": "2019-05",
    "date_earliest": 737180,
    "date_latest": 737210,
    "contact": "visit",
}


def insert(store, table, values):
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    store._db.execute_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", (*values.values(),))


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": b"short"},
        {"revision": 0},
        {"status": "deleted"},
        {"date_text": None},
        {"date_earliest": 737211},
        {"date_earliest": "2019-05-01"},
        {"ecog": 6},
        {"ecog": "one"},
        {"contact": None},
    ],
    ids=str,
)
def test_the_database_itself_refuses_what_cannot_be(store, wrong):
    patient = add(store, "patient", mrn="A-1").id.bytes
    with pytest.raises(IntegrityError):
        insert(store, "visit", VISIT | {"patient": patient} | wrong)
    insert(store, "visit", VISIT | {"patient": patient})


def test_a_stored_dose_is_above_zero(store):
    course = add(store, "course", add(store, "patient", mrn="A-1").id, **LEAST["course"])
    dose = {name: value for name, value in VISIT.items() if name != "contact"} | {
        "patient": course.patient.bytes,
        "course": course.id.bytes,
        "action": "given",
        "dose_text": "0 mg",
        "dose_ug": 0,
    }
    with pytest.raises(IntegrityError):
        insert(store, "dose_event", dose)


def test_a_record_without_its_patient_is_refused(store):
    with pytest.raises(IntegrityError):
        insert(store, "visit", VISIT)


# --- one more kind -------------------------------------------------------------------


@pytest.fixture
def copied_tree(tmp_path):
    tree = tmp_path / "tree"
    for folder in ("tracker", "tests", "tools"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tree)
    (tree / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n", "utf-8")
    return tree


def python_in(tree, module, *arguments):
    """What a module says that is run in a tree of its own."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_skeleton_of_a_new_kind_passes_the_conformance_tests(copied_tree):
    written = new_kind("skin_photo", copied_tree)
    assert all(path.exists() for path in written)
    assert "skin photo" in (copied_tree / "CHANGELOG.md").read_text("utf-8")
    tests = [f"tests/store/test_{name}.py" for name in ("models", "mapping", "schema")]
    tests += ["tests/domain/test_records.py", "tests/services/test_anonymised.py"]
    about_it = "skin_photo or every_kind or every_table or committed or decided"
    outcome = python_in(
        copied_tree, "pytest", "-q", "-p", "no:cacheprovider", "-k", about_it, *tests
    )
    assert outcome.returncode == 0, outcome.stdout
    assert "27 passed" in outcome.stdout
    assert "skin_photo" in (copied_tree / "tracker/store/schema.sql").read_text("utf-8")


@pytest.mark.slow
def test_table_and_class_follow_a_declaration_whose_fields_have_changed(copied_tree):
    declaration = new_kind("skin_photo", copied_tree)[0]
    changed = declaration.read_text("utf-8").replace(
        "finding: Annotated[str", "course: Annotated[UUID"
    )
    declaration.write_text(
        changed.replace("from typing", "from uuid import UUID\nfrom typing"), "utf-8"
    )
    outcome = python_in(copied_tree, "tools.new_kind", "--renew", "skin_photo")
    assert outcome.returncode == 0, outcome.stderr
    tests = [f"tests/store/test_{name}.py" for name in ("models", "schema")]
    about_it = "skin_photo or committed"
    outcome = python_in(
        copied_tree, "pytest", "-q", "-p", "no:cacheprovider", "-k", about_it, *tests
    )
    assert outcome.returncode == 0, outcome.stdout
    schema = (copied_tree / "tracker/store/schema.sql").read_text("utf-8")
    assert (
        "FOREIGN KEY (patient, course) REFERENCES course (patient, id)"
        in schema.partition("skin_photo")[2]
    )


def test_a_table_that_people_have_is_not_written_anew(copied_tree):
    before = {path: path.read_bytes() for path in copied_tree.rglob("*.py")}
    with pytest.raises(Unusable, match="one more migration"):
        renew("signature", copied_tree)
    assert {path: path.read_bytes() for path in copied_tree.rglob("*.py")} == before


@pytest.mark.parametrize("name", ["Visit", "two words", "visit", "node_station", "", "x-1"])
def test_a_name_that_is_taken_or_no_name_is_refused_and_nothing_is_written(copied_tree, name):
    before = sorted(path for path in copied_tree.rglob("*.py"))
    with pytest.raises(Unusable):
        new_kind(name, copied_tree)
    assert sorted(path for path in copied_tree.rglob("*.py")) == before
