# SPDX-License-Identifier: MIT
"""The check of the whole database finds what somebody else did to it, and names it."""

import pytest

from tests.kinds import LEAST
from tests.store.conftest import add, amend, running_course, void
from tests.store.foundation import NOW, keyring_of
from tracker.store.connection import open_db
from tracker.store.verify import verify


@pytest.fixture
def course(store):
    """A small chart, with an amended and a voided record, in a sealed profile."""
    course = running_course(store, "A-1", "2024-11-05")
    visit = add(store, "visit", course.patient, date="2024-11-05", contact="visit", weight="61.10")
    amend(store, visit, ecog=1)
    void(store, add(store, "diagnosis", course.patient, **LEAST["diagnosis"]))
    amend(
        store, add(store, "reference_range", analyte="SCC", limits="<1.5", unit="ng/mL"), method="A"
    )
    store.seal(NOW)
    return course


def tamper(store, sql):
    """As somebody with the key and a SQL shell would, without this program."""
    with store._db.atomic():
        store._db.execute_sql(sql)


def codes(store):
    return [finding.code for finding in store.verify()]


def test_a_sound_database_has_no_findings(store, course):
    assert store.verify() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE visit SET weight = '16.10'",
        "UPDATE visit SET note = 'added by hand'",
        "UPDATE visit SET revision = 3",
        "UPDATE diagnosis SET status = 'current'",
        "UPDATE course SET start_earliest = start_earliest - 30",
        "UPDATE reference_range SET limits = '<15'",
        "UPDATE patient SET mrn = 'A-2'",
    ],
)
def test_an_edited_row_is_found_and_named(store, course, sql):
    tamper(store, sql)
    [finding] = [finding for finding in store.verify() if finding.code == "row-changed"]
    assert finding.message.values["kind"] == sql.split()[1]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE visit SET recorded_by = 'Somebody Else'",
        "UPDATE visit SET recorded_at = '2020-01-01T00:00:00.000+00:00'",
        "UPDATE reference_range SET recorded_by = 'Somebody Else'",
    ],
)
def test_another_person_or_time_put_beside_a_row_is_found_and_named(store, course, sql):
    tamper(store, sql)
    [finding] = store.verify()
    assert finding.code == "row-resigned"
    assert finding.message.values["kind"] == sql.split()[1]


def test_a_deleted_row_is_found_and_named(store, course):
    tamper(store, "DELETE FROM dose_event")
    found = {finding.code: str(finding.message) for finding in store.verify()}
    assert "dose_event" in found["row-missing"]
    assert "due-stale" in found  # the dose it was projected from is gone


def test_a_row_that_was_never_entered_here_is_found(store, course):
    columns = "patient, {}, revision, status, recorded_at, recorded_by, date_text, contact"
    tamper(
        store,
        f"INSERT INTO visit ({columns.format('id')})"
        f" SELECT {columns.format('zeroblob(16)')} FROM visit",
    )
    assert codes(store) == ["row-unaudited"]


def test_a_stale_due_list_is_found_with_the_patient(store, course):
    tamper(store, "UPDATE due SET on_day = on_day + 7")
    [finding] = store.verify()
    assert finding.code == "due-stale"
    assert "A-1" in str(finding.message)
    tamper(store, "DELETE FROM due")
    assert codes(store) == ["due-stale"]


def test_records_that_the_chart_would_not_show_are_found(store, course):
    tamper(store, "DELETE FROM chart_kind WHERE kind = 'visit'")
    found = {finding.code: finding for finding in store.verify()}
    assert set(found) == {"kind-unlisted", "line-stale"}
    finding = found["kind-unlisted"]
    assert finding.message.values == {"kind": "visit", "patient": str(course.patient)}


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE meta SET value = 'Elsewhere' WHERE name = 'clinic'", "clinic “Elsewhere”"),
        ("UPDATE meta SET value = 'yes' WHERE name = 'demonstration'", "demonstration “yes”"),
        ("DELETE FROM meta WHERE name = 'demonstration'", "demonstration “”"),
    ],
)
def test_another_name_of_the_clinic_or_mark_of_a_demonstration_is_found(store, course, sql, said):
    tamper(store, sql)
    [finding] = store.verify()
    assert finding.code == "profile-changed"
    assert said in str(finding.message)


def test_an_edited_entry_and_a_row_edited_to_match_are_found(store, course):
    tamper(store, "UPDATE visit SET weight = '16.10'")
    tamper(store, "UPDATE audit SET content = replace(content, '61.10', '16.10')")
    assert "entries-changed" in codes(store)


def test_entries_cut_off_at_the_end_are_found_by_the_sealed_head(store, course):
    tamper(store, "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")
    assert "entries-cut-off" in codes(store)


def test_a_missing_entry_is_found(store, course):
    tamper(store, "DELETE FROM audit WHERE kind = 'plan_segment'")
    assert set(codes(store)) == {"entries-missing", "row-unaudited"}


def test_a_value_that_cannot_be_read_is_named_and_the_check_goes_on(store, course):
    tamper(store, "UPDATE visit SET contact = 'by pigeon'")
    tamper(store, "UPDATE diagnosis SET site = 'lung'")
    assert codes(store).count("row-changed") == 2
    assert "row-unreadable" in codes(store)


def test_a_damaged_page_is_found_without_a_crash(store, course):
    path, keys = store.path, store.keys
    store.close(NOW)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    db = open_db(path, keys.data, readonly=True)
    assert "file" in [finding.code for finding in verify(db, keys.mac, None)]
    db.close()


def test_a_missing_head_is_a_warning_and_no_refusal(store, course):
    store.profile.head.unlink()
    assert codes(store) == ["head-missing"]
    assert keyring_of(store.profile.keyring).uuid() == store.uuid


@pytest.mark.parametrize(
    "sql", ["DELETE FROM patient_search", "UPDATE patient_search SET keys = 'zzz'"]
)
def test_a_patient_whom_the_search_would_not_find_is_named(store, course, sql):
    tamper(store, sql)
    [finding] = store.verify()
    assert (finding.code, finding.message.values["mrn"]) == ("search-stale", "A-1")
