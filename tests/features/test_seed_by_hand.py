# SPDX-License-Identifier: MIT
"""The published case is typed into the forms by keys; its export is that of the import."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.clinics import CTX, PASSPHRASE, make
from tests.features.conftest import unlock
from tests.features.hand import follow
from tracker import paths
from tracker.services import exports, imports
from tracker.store.store import Store

pytestmark = pytest.mark.slow

SHEET = Path(__file__).parent / "keys" / "seed_case.txt"
SEED = paths.resources() / "demo" / "seed_case.json"

Json = dict[str, Any]


def exported(store: Store, tmp_path: Path) -> Json:
    path = tmp_path / "export.json"
    exports.export(store, CTX, dest=path, force=True)
    return json.loads(path.read_text("utf-8"))


def contents(document: Json) -> list[str]:
    """Every record without ids, times and authors; a link is told by what it leads to."""
    (person,) = document["patients"]
    records = [*document["clinic"], *person["records"]]
    by_id = {record["id"]: record for record in records}
    told = [_told(record, by_id) for record in records]
    own = {name: text for name, text in person["patient"].items() if name != "id"}
    return sorted(json.dumps(each, sort_keys=True, ensure_ascii=False) for each in (*told, own))


def _told(record: Json, by_id: dict[str, Json]) -> Json:
    fields = {
        name: _told(by_id[text], by_id)["fields"] if text in by_id else text
        for name, text in record["fields"].items()
    }
    return {k: v for k, v in record.items() if k not in {"id", "fields"}} | {"fields": fields}


@pytest.fixture
def imported(tmp_path):
    """What the program exports after the file of the case was imported."""
    store = make(tmp_path / "imported", is_demo=True)
    try:
        report = imports.import_file(store, CTX, path=SEED)
        assert not report.problems
        return exported(store, tmp_path)
    finally:
        store.close(CTX.clock.now())


def test_the_case_typed_by_hand_is_the_case_imported(me, folder, closed_clinic, imported, tmp_path):
    shutil.copytree(closed_clinic, folder)
    unlock(me, PASSPHRASE)
    saved = follow(me, SHEET)
    me.press("Ctrl+Q")
    me.leave()
    store = Store.open(folder, None, PASSPHRASE, at=CTX.clock.now())
    try:
        typed = exported(store, tmp_path)
    finally:
        store.close(CTX.clock.now())
    sys.stdout.write(f"forms saved: {saved}, records: {len(contents(typed))}\n")
    assert contents(typed) == contents(imported)
