# SPDX-License-Identifier: MIT
"""A damaged file still gives what it holds, with every loss named, and is never written into."""

import json
from dataclasses import replace

import pytest

from tests import clinics
from tests.clinics import CTX, SMALL, document, patient, visit, written
from tracker.domain.errors import NotPermitted, Refused
from tracker.domain.roles import Role
from tracker.services import erasure, imports, patients, rescue
from tracker.store.connection import PAGE_BYTES
from tracker.store.faults import StorageFault

_MANY = document(*(patient(100 * n, f"B-{n:03}", visit(100 * n + 1)) for n in range(1, 4)))


@pytest.fixture
def closed(store, tmp_path):
    """The files of a profile with five charts."""
    imports.import_file(store, CTX, path=written(tmp_path / "small.json", SMALL))
    imports.import_file(store, CTX, path=written(tmp_path / "many.json", _MANY))
    store.close(clinics.CLOCK.now())
    return store.profile


def pages_of(profile, table):
    """The pages that hold a table; the smallest unit that can be damaged."""
    store = clinics.opened(profile.folder, readonly=True)
    rows = store._db.execute_sql(
        "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
    ).fetchall()
    store.close(clinics.CLOCK.now())
    return [page for (page,) in rows]


@pytest.fixture
def without(closed):
    """Damages a table and opens the profile."""
    opened = []

    def damaged(table):
        raw = bytearray(closed.database.read_bytes())
        for page in pages_of(closed, table):
            raw[(page - 1) * PAGE_BYTES + 500] ^= 1
        closed.database.write_bytes(raw)
        opened.append(clinics.opened(closed.folder))
        opened[-1].check_pages()
        return opened[-1]

    yield damaged
    for store in opened:
        store.close(clinics.CLOCK.now())


def test_charts_without_the_damaged_kind_are_whole_and_the_others_are_named(without):
    found = rescue.survey(without("dose_event"), CTX)
    assert (found.whole, len(found.charts)) == (4, 5)
    assert [(line.mrn, line.lost) for line in found.charts if not line.is_whole] == [
        ("A-001", ("Dose event",))
    ]
    assert [str(loss) for loss in found.losses] == [
        "Patient A-001: some or all records of these kinds cannot be read: Dose event."
    ]


def test_a_whole_chart_opens_and_one_with_a_loss_is_not_shown_as_if_it_were_whole(without):
    store = without("dose_event")
    ids = {line.mrn: line.patient for line in rescue.survey(store, CTX).charts}
    seen = patients.open_chart(store, CTX, patient=ids["A-002"])
    assert seen.chart.patient.record.mrn == "A-002"
    with pytest.raises(StorageFault), store.naming_faults():
        patients.open_chart(store, CTX, patient=ids["A-001"])


def test_what_can_be_read_is_written_with_each_loss_named_and_who_took_it(without, tmp_path):
    store = without("dose_event")
    before = store.path.read_bytes()
    made = rescue.export(store, CTX, dest=tmp_path / "rescued.json")
    content = json.loads(made.path.read_text("utf-8"))
    taken, damage, *losses = content["losses"]
    assert CTX.user in taken
    assert "Pages of the database that were damaged or exchanged: 1." in damage
    assert losses == [
        "Patient A-001: some or all records of these kinds cannot be read: Dose event."
    ]
    assert len(content["patients"]) == 5
    assert sum(len(each["records"]) for each in content["patients"]) == 9  # of ten, the dose apart
    assert store.path.read_bytes() == before


def test_a_rescued_file_is_never_imported_as_if_it_were_complete(without, tmp_path):
    store = without("dose_event")
    made = rescue.export(store, CTX, dest=tmp_path / "rescued.json")
    new = clinics.make(tmp_path / "new")
    report = imports.import_file(new, CTX, path=made.path)
    assert "what could be read of a damaged database" in str(report.problems[0])
    assert list(new.patient_ids()) == []
    new.close(clinics.CLOCK.now())


def test_patients_whose_own_row_is_lost_are_counted_and_named_by_their_id(without, tmp_path):
    store = without("patient")
    found = rescue.survey(store, CTX)
    assert (found.whole, len(found.charts)) == (0, 5)
    assert {line.mrn for line in found.charts} == {None}
    assert "there may be more patients" in str(found.of_clinic[0])
    made = rescue.export(store, CTX, dest=tmp_path / "rescued.json")
    assert json.loads(made.path.read_text("utf-8"))["patients"] == []


@pytest.mark.parametrize("table", ["chart_kind", "patient_line", "due", "audit_patient"])
def test_a_lost_list_or_index_loses_no_chart(without, table):
    found = rescue.survey(without(table), CTX)
    assert (found.whole, len(found.charts), found.losses) == (5, 5, ())


def test_lost_ranges_are_named(without):
    found = rescue.survey(without("reference_range"), CTX)
    assert [str(loss) for loss in found.of_clinic] == [
        "The reference ranges of the clinic cannot be read."
    ]


def test_a_sound_file_is_exported_as_usual_so_that_the_trail_has_it(closed, tmp_path):
    store = clinics.opened(closed.folder)
    with pytest.raises(Refused, match="No damage was found"):
        rescue.export(store, CTX, dest=tmp_path / "rescued.json")
    assert not (tmp_path / "rescued.json").exists()
    assert rescue.found_meanwhile(store) == ()
    store.close(clinics.CLOCK.now())


def test_a_viewer_takes_no_file_along_and_no_file_is_written_over(without, tmp_path):
    store = without("dose_event")
    with pytest.raises(NotPermitted):
        rescue.export(store, replace(CTX, role=Role.VIEWER), dest=tmp_path / "rescued.json")
    there = written(tmp_path / "there.json", "a letter")
    with pytest.raises(Refused, match="already"):
        rescue.export(store, CTX, dest=there)
    assert there.read_text() == "a letter"


def test_a_patient_who_was_erased_is_not_missed(closed):
    store = clinics.opened(closed.folder)
    erasure.erase(store, CTX.because("asked for by the patient"), mrn="A-002", again="A-002")
    store._db.stop_writing()
    assert [line.mrn for line in rescue.survey(store, CTX).charts if not line.is_whole] == []
    assert len(rescue.survey(store, CTX).charts) == 4
    store.close(clinics.CLOCK.now())
