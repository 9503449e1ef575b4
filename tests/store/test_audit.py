# SPDX-License-Identifier: MIT
"""The audit trail and its sealed head, under the attacks of somebody with the database's key."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from tests.store.foundation import ADMIN, DATABASE_ID, NOW, PATIENT, Clinic, keyring_of
from tracker.domain.text import Message
from tracker.store.audit import (
    Entry,
    Finding,
    Latest,
    RecordKey,
    Trail,
    check_head,
    content_text,
    ends,
    entry_mac,
    history,
    verify,
)
from tracker.store.heads import new_chain, read_head, write_head
from tracker.store.slots import Keys


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    """Twenty doses, each with its entry, sealed."""
    made = Clinic.make(tmp_path / "profile")
    made.record_doses(20)
    made.seal()
    yield made
    made.db.close()


def findings(clinic: Clinic) -> list[Finding]:
    head = read_head(clinic.profile.head, clinic.keys)
    return verify(clinic.db, clinic.keys.mac, head, lambda latest: rows_differ(clinic, latest))


def codes(clinic: Clinic) -> list[str]:
    return [finding.code for finding in findings(clinic)]


def rows_differ(clinic: Clinic, latest: Mapping[RecordKey, Latest]) -> Iterator[Finding]:
    """Reconciliation of the one table of these tests."""
    unseen = dict(latest)
    for number, name, mg in clinic.db.execute_sql("SELECT id, name, mg FROM dose").fetchall():
        known = unseen.pop(("dose", PATIENT.bytes, UUID(int=number).bytes), None)
        if known is None or known[:2] != (1, content_text({"name": name, "mg": mg})):
            yield Finding("row-differs", Message("{id}", {"id": number}))
    for _kind, _patient, record in unseen:
        yield Finding("row-missing", Message("{id}", {"id": UUID(bytes=record).int}))


def amend(clinic: Clinic, revision: int, mg: int) -> None:
    with clinic.db.atomic():
        clinic.trail.append(
            at=NOW,
            actor=ADMIN.name,
            role=ADMIN.role.value,
            action="amend",
            kind="dose",
            patient=PATIENT,
            record=UUID(int=1),
            revision=revision,
            reason="typing error",
            columns={"mg": mg},
        )


def test_an_untouched_trail_has_no_findings(clinic):
    assert findings(clinic) == []


def test_an_edited_row_is_seen_and_named(clinic):
    clinic.db.execute_sql("UPDATE dose SET mg = 480 WHERE id = 7")
    (finding,) = findings(clinic)
    assert (finding.code, str(finding.message)) == ("row-differs", "7")


def test_a_deleted_row_is_seen_and_named(clinic):
    clinic.db.execute_sql("DELETE FROM dose WHERE id = 7")
    (finding,) = findings(clinic)
    assert (finding.code, str(finding.message)) == ("row-missing", "7")


def test_an_edited_entry_is_seen_and_named(clinic):
    clinic.db.execute_sql("UPDATE audit SET reason = 'as ordered' WHERE seq = 7")
    (finding,) = findings(clinic)
    assert finding.code == "entries-changed"
    assert "entries 7 to 7" in str(finding.message)


@pytest.mark.parametrize(
    "column", ["at", "actor", "role", "action", "kind", "patient", "record", "revision", "schema"]
)
def test_no_column_of_an_entry_can_be_changed_unseen(clinic, column):
    new = {"revision": 2, "patient": bytes(16), "record": bytes(16)}.get(column, "another")
    clinic.db.execute_sql(f"UPDATE audit SET {column} = ? WHERE seq = 7", (new,))
    assert "entries-changed" in codes(clinic)


def test_an_entry_and_its_row_edited_to_match_are_seen(clinic):
    clinic.db.execute_sql("UPDATE dose SET mg = 480 WHERE id = 7")
    clinic.db.execute_sql("UPDATE audit SET content = replace(content, '240', '480') WHERE seq = 7")
    assert codes(clinic) == ["entries-changed"]


def test_a_chain_recomputed_without_the_key_is_seen(clinic):
    wrong_key = bytes(32)
    clinic.db.execute_sql("UPDATE audit SET content = replace(content, '240', '480') WHERE seq = 7")
    clinic.db.execute_sql("UPDATE dose SET mg = 480 WHERE id = 7")
    previous = bytes(32)
    for row in clinic.db.execute_sql("SELECT * FROM audit ORDER BY seq").fetchall():
        previous = entry_mac(wrong_key, previous, row[:-1])
        clinic.db.execute_sql("UPDATE audit SET mac = ? WHERE seq = ?", (previous, row[1]))
    first, second = findings(clinic)
    assert "entries 1 to 20" in str(first.message)
    assert second.code == "chain-rewritten"


def test_an_entry_deleted_in_the_middle_is_seen_and_numbered(clinic):
    clinic.db.execute_sql("DELETE FROM audit WHERE seq BETWEEN 7 AND 9")
    clinic.db.execute_sql("DELETE FROM dose WHERE id BETWEEN 7 AND 9")
    (finding,) = findings(clinic)
    assert finding.code == "entries-missing"
    assert "entries missing: 3 (numbers 7 to 9)" in str(finding.message)


def test_entries_deleted_and_the_rest_renumbered_are_seen(clinic):
    clinic.db.execute_sql("DELETE FROM audit WHERE seq = 7")
    for seq in range(8, 21):
        clinic.db.execute_sql("UPDATE audit SET seq = ? WHERE seq = ?", (seq - 1, seq))
    clinic.db.execute_sql("DELETE FROM dose WHERE id = 7")
    assert codes(clinic) == ["entries-changed", "entries-cut-off"]


def test_the_first_entries_deleted_are_seen(clinic):
    clinic.db.execute_sql("DELETE FROM audit WHERE seq <= 2")
    clinic.db.execute_sql("DELETE FROM dose WHERE id <= 2")
    assert codes(clinic) == ["entries-missing"]


def test_the_last_ten_changes_cut_off_are_missed_because_the_head_is_sealed(clinic):
    clinic.db.execute_sql("DELETE FROM audit WHERE seq > 10")
    clinic.db.execute_sql("DELETE FROM dose WHERE id > 10")
    (finding,) = findings(clinic)
    assert finding.code == "entries-cut-off"
    assert "entries missing at the end: 10" in str(finding.message)
    assert check_head(clinic.db, read_head(clinic.profile.head, clinic.keys)) == [finding]


def test_a_whole_old_file_put_back_is_seen(clinic, tmp_path):
    shutil.copy(clinic.profile.database, tmp_path / "old.db")
    clinic.record_doses(3, first=100)
    clinic.seal()
    clinic.db.close()
    (tmp_path / "old.db").replace(clinic.profile.database)
    clinic.db.connect(clinic.keys.data)
    assert codes(clinic) == ["entries-cut-off"]


def test_a_whole_chain_deleted_is_seen(clinic):
    clinic.db.execute_sql("DELETE FROM audit")
    clinic.db.execute_sql("DELETE FROM dose")
    (finding,) = findings(clinic)
    assert "entries missing at the end: 20" in str(finding.message)


def test_a_save_after_the_last_sealing_is_no_finding(clinic):
    clinic.record_doses(5, first=100)
    assert findings(clinic) == []


def test_a_missing_head_is_a_finding_and_no_refusal(clinic):
    clinic.profile.head.unlink()
    assert codes(clinic) == ["head-missing"]


def test_a_head_is_not_missed_before_there_is_anything_to_seal(tmp_path):
    clinic = Clinic.make(tmp_path / "new")
    assert findings(clinic) == []
    clinic.db.close()


@pytest.mark.parametrize("place", range(0, 400, 13))
def test_a_damaged_or_forged_head_counts_as_missing(clinic, place):
    content = bytearray(clinic.profile.head.read_bytes())
    content[place % len(content)] ^= 2
    clinic.profile.head.write_bytes(content)
    assert codes(clinic) == ["head-missing"]


def test_the_head_of_another_database_counts_as_missing(clinic):
    other = Keys(UUID(int=5), clinic.keys.data, clinic.keys.mac, None)
    write_head(clinic.profile.head, other, clinic.chain, ends(clinic.db), at=NOW)
    assert codes(clinic) == ["head-missing"]


def test_the_head_says_which_chain_the_profile_writes_and_where_each_ended(clinic):
    head = read_head(clinic.profile.head, clinic.keys)
    assert (head.uuid, head.chain) == (DATABASE_ID, clinic.chain)
    assert head.ends == ends(clinic.db)
    assert head.ends[clinic.chain].seq == 20


def test_a_second_chain_starts_at_one_and_both_are_checked(clinic):
    other = Trail(clinic.db, new_chain(), clinic.keys.mac, "0001_initial")
    with clinic.db.atomic():
        for _ in range(3):
            seq = other.append(at=NOW, actor=ADMIN.name, role="administrator", action="view")
    assert seq == 3
    assert findings(clinic) == []
    clinic.db.execute_sql("UPDATE audit SET actor = 'x' WHERE action = 'view' AND seq = 2")
    clinic.db.execute_sql("UPDATE audit SET actor = 'x' WHERE action = 'add' AND seq = 4")
    assert codes(clinic) == ["entries-changed", "entries-changed"]


def test_an_entry_that_was_rolled_back_leaves_no_gap(clinic):
    with suppress(ZeroDivisionError), clinic.db.atomic():
        amend(clinic, 2, 100)
        raise ZeroDivisionError
    amend(clinic, 2, 120)
    assert ends(clinic.db)[clinic.chain].seq == 21


def test_an_entry_needs_a_transaction_and_an_instant_with_its_offset(clinic):
    with pytest.raises(ValueError, match="transaction"):
        clinic.trail.append(at=NOW, actor="a", role="r", action="view")
    without_offset = NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="offset"), clinic.db.atomic():
        clinic.trail.append(at=without_offset, actor="a", role="r", action="view")
    assert ends(clinic.db)[clinic.chain].seq == 20


def test_the_history_of_a_record_is_read_from_the_trail(clinic):
    amend(clinic, 2, 120)
    amend(clinic, 3, 200)
    entries = history(clinic.db, PATIENT, UUID(int=1))
    assert [(entry.revision, entry.action) for entry in entries] == [
        (1, "add"),
        (2, "amend"),
        (3, "amend"),
    ]
    assert entries[2].reason == "typing error"
    assert entries[2].content == '{"mg":200}'
    assert all(isinstance(entry, Entry) for entry in entries)


def test_the_history_of_a_record_of_the_clinic_needs_no_patient(clinic):
    with clinic.db.atomic():
        clinic.trail.append(
            at=NOW, actor="a", role="r", action="add", record=UUID(int=9), revision=1
        )
    assert [entry.patient for entry in history(clinic.db, None, UUID(int=9))] == [None]


def test_the_newest_revision_counts_for_the_rows(clinic):
    amend(clinic, 3, 200)
    amend(clinic, 2, 120)
    seen: dict[RecordKey, Latest] = {}

    def look(latest: Mapping[RecordKey, Latest]) -> list[Finding]:
        seen.update(latest)
        return []

    verify(clinic.db, clinic.keys.mac, None, look)
    assert seen["dose", PATIENT.bytes, UUID(int=1).bytes] == Latest(
        3, '{"mg":200}', "2024-11-26T09:30:00.000+00:00", "Synthetic Admin"
    )


def test_an_entry_keeps_the_offset_of_the_place(clinic):
    shanghai = timezone(timedelta(hours=8))
    with clinic.db.atomic():
        clinic.trail.append(
            at=datetime(2024, 11, 26, 9, 30, tzinfo=shanghai),
            actor="a",
            role="r",
            action="view",
            patient=PATIENT,
        )
    row = clinic.db.execute_sql("SELECT at FROM audit WHERE action = 'view'").fetchone()
    assert row == ("2024-11-26T09:30:00.000+08:00",)


def test_empty_columns_are_left_out_so_that_a_new_column_changes_no_entry():
    assert content_text({"b": None, "a": "1.50", "c": ""}) == '{"a":"1.50","c":""}'
    assert content_text({"parent": bytes(2), "name": "李"}) == '{"name":"李","parent":"0000"}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        content_text({"dose": float("nan")})


def test_another_clinics_key_finds_every_entry_changed(clinic, tmp_path):
    other, _ = keyring_of(tmp_path / "k.json").create(DATABASE_ID, ADMIN, "nine brave snails row")
    (first, *_) = verify(clinic.db, other.mac, None)
    assert "entries 1 to 20" in str(first.message)


def test_a_long_trail_is_read_in_slices_without_losing_any(tmp_path, monkeypatch):
    monkeypatch.setattr("tracker.store.audit._NEXT_SLICE", _slices_of(7))
    clinic = Clinic.make(tmp_path / "long")
    clinic.record_doses(30)
    clinic.seal()
    assert findings(clinic) == []
    clinic.db.execute_sql("UPDATE audit SET actor = 'x' WHERE seq IN (7, 8, 21)")
    assert codes(clinic) == ["entries-changed", "entries-changed"]
    clinic.db.close()


def _slices_of(n: int) -> str:
    from tracker.store import audit

    return audit._NEXT_SLICE.replace("LIMIT 2000", f"LIMIT {n}")
