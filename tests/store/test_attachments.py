# SPDX-License-Identifier: MIT
"""The encrypted files of documents: what is kept, what is found wrong, what a backup gives back."""

import errno
import hashlib
import os
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from tests.store.conftest import add, add_record, make_store, open_store, void
from tests.store.foundation import NOW, PASSPHRASE, keyring_of
from tracker.domain.errors import CannotOpen, Refused
from tracker.domain.records import Document
from tracker.domain.records.base import build
from tracker.store import attachments as attachments_module
from tracker.store import files
from tracker.store.attachments import Attachments
from tracker.store.faults import Fault, StorageFault
from tracker.store.files import Profile
from tracker.store.restore import restore

LETTER = b"%PDF-1.7 synthetic letter of Needleperson" * 200


def attach(store, patient, content=LETTER, name="letter"):
    """Stores a document with its file."""
    with store.attachment(content) as file:
        texts = {
            "name": name,
            "media_type": "application/pdf",
            "size": str(len(content)),
            "sha256": hashlib.sha256(content).hexdigest(),
            "file": file,
        }
        return add_record(store, build(Document, texts), patient)


@pytest.fixture
def patient(store):
    return add(store, "patient", mrn="A-1").id


def folder_of(store) -> Path:
    return store.profile.attachments


def path_of(store, document) -> Path:
    return folder_of(store) / document.record.file


def codes(store) -> list[str]:
    return [finding.code for finding in store.verify()]


def test_a_document_comes_back_as_it_was_and_nobody_reads_it_on_the_disk(store, patient):
    document = attach(store, patient)
    assert store.attached(document.record) == LETTER
    assert store.verify() == []
    on_disk = path_of(store, document).read_bytes()
    assert b"Needleperson" not in on_disk
    assert b"PDF" not in on_disk
    if os.name == "posix":
        assert path_of(store, document).stat().st_mode & 0o077 == 0


def test_the_same_document_twice_is_two_files_that_do_not_look_alike(store, patient):
    one, other = attach(store, patient), attach(store, patient)
    assert one.record.file != other.record.file
    assert path_of(store, one).read_bytes() != path_of(store, other).read_bytes()


def test_a_title_that_looks_like_a_path_is_only_a_title(store, patient):
    document = attach(store, patient, name="../../etc/passwd")
    assert document.record.name == "../../etc/passwd"
    assert [path.name for path in folder_of(store).iterdir()] == [document.record.file]


@pytest.mark.parametrize("name", ["../tracker.db", "/etc/passwd", "", "0" * 31, "G" * 32])
def test_a_stored_name_that_the_program_never_gives_leads_nowhere(store, patient, name):
    document = attach(store, patient)
    with pytest.raises(Refused):
        build(Document, {"name": "x", "file": name})
    with pytest.raises(CannotOpen, match="missing"):
        store._attachments.read(name, document.record.sha256)


@pytest.mark.parametrize("place", [0, 3, 4, 15, 16, 2000, -1])
def test_a_flipped_bit_is_found_and_the_document_is_not_shown(store, patient, place):
    document = attach(store, patient)
    raw = bytearray(path_of(store, document).read_bytes())
    raw[place] ^= 1
    path_of(store, document).write_bytes(raw)
    with pytest.raises(CannotOpen, match="damaged or was exchanged"):
        store.attached(document.record)
    assert codes(store) == ["attachment"]


@pytest.mark.parametrize("length", [0, 3, 4, 10, 16, 40])
def test_a_file_cut_short_is_found(store, patient, length):
    document = attach(store, patient)
    raw = path_of(store, document).read_bytes()
    path_of(store, document).write_bytes(raw[:length])
    with pytest.raises(CannotOpen, match="damaged"):
        store.attached(document.record)


def test_two_files_that_changed_places_are_found(store, patient):
    one, other = attach(store, patient), attach(store, patient, b"%PDF- another")
    first, second = path_of(store, one).read_bytes(), path_of(store, other).read_bytes()
    path_of(store, one).write_bytes(second)
    path_of(store, other).write_bytes(first)
    assert codes(store) == ["attachment", "attachment"]


def test_a_missing_file_is_found_by_the_check_and_named(store, patient):
    document = attach(store, patient)
    path_of(store, document).unlink()
    [finding] = store.verify()
    assert document.record.file in str(finding.message)
    with pytest.raises(CannotOpen, match="missing"):
        store.attached(document.record)


def test_the_file_of_a_voided_document_is_still_kept_and_checked(store, patient):
    document = attach(store, patient)
    void(store, document)
    assert store.attached(document.record) == LETTER
    path_of(store, document).unlink()
    assert codes(store) == ["attachment"]


def test_another_clinic_with_its_own_keys_cannot_read_it(store, patient, tmp_path):
    document = attach(store, patient)
    other = make_store(tmp_path / "other")
    shutil.copytree(folder_of(store), folder_of(other))
    with pytest.raises(CannotOpen, match="exchanged"):
        other.attached(document.record)
    other.close(NOW)


def test_the_key_of_the_files_is_not_the_key_of_the_database(store, patient):
    keys = store.keys
    document = attach(store, patient)
    wrong = Attachments(folder_of(store), keys)
    wrong._cipher = attachments_module.AESGCM(keys.data)
    with pytest.raises(CannotOpen):
        wrong.read(document.record.file, document.record.sha256)


def test_a_refused_document_leaves_no_file(store):
    with pytest.raises(Refused):
        attach(store, patient=store.uuid)  # there is no such patient
    assert list(folder_of(store).iterdir()) == []


def test_a_full_disk_leaves_no_file_and_no_document(store, patient, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(StorageFault) as caught:
        attach(store, patient)
    monkeypatch.undo()
    assert caught.value.fault is Fault.FULL
    assert list(folder_of(store).iterdir()) == []
    assert store.chart(patient).of(Document) == ()
    assert store.verify() == []


def test_a_profile_open_for_reading_takes_no_file(store, patient):
    attach(store, patient)
    reading = open_store(store.profile.folder, readonly=True)
    with pytest.raises(Refused):
        attach(reading, patient)
    assert len(list(folder_of(store).iterdir())) == 1
    reading.close(NOW)


# --- backups -------------------------------------------------------------------------


def given_back(backup, folder):
    def unlock(path):
        return keyring_of(path).unlock(PASSPHRASE)

    restored = restore(backup.path, Profile(folder), unlock, now=NOW)
    return restored, open_store(folder)


def test_a_backup_gives_the_documents_back_on_a_clean_machine(store, patient, tmp_path):
    document = attach(store, patient)
    backup = store.backup(tmp_path / "backups", NOW)
    with zipfile.ZipFile(backup.path) as packed:
        assert f"attachments/{document.record.file}" in packed.namelist()
    _, again = given_back(backup, tmp_path / "clean")
    assert again.attached(document.record) == LETTER
    assert again.verify() == []
    again.close(NOW)


def test_a_backup_is_made_although_a_file_is_missing(store, patient, tmp_path):
    document = attach(store, patient)
    path_of(store, document).unlink()
    _, again = given_back(store.backup(tmp_path / "backups", NOW), tmp_path / "clean")
    assert [finding.code for finding in again.verify()] == ["attachment"]
    again.close(NOW)


def test_a_half_written_file_is_not_packed(store, patient, tmp_path):
    attach(store, patient)
    (folder_of(store) / f".{'0' * 32}.new").write_bytes(b"half")
    backup = store.backup(tmp_path / "backups", NOW)
    with zipfile.ZipFile(backup.path) as packed:
        assert not [name for name in packed.namelist() if name.endswith(".new")]


@pytest.mark.parametrize("attached_before", [True, False])
def test_a_restore_sets_later_files_aside_and_loses_none(patient, store, tmp_path, attached_before):
    first = attach(store, patient) if attached_before else None
    backup = store.backup(tmp_path / "backups", NOW)
    later = attach(store, patient, b"%PDF- written later")
    store.close(NOW)
    restored, again = given_back(backup, store.profile.folder)
    assert again.verify() == []
    kept = [first.record.file] if first else []
    now = [path.name for path in folder_of(again).glob("*")]
    assert now == kept
    aside = {path.name for path in (restored.replaced / "attachments").iterdir()}
    assert later.record.file in aside
    again.close(NOW)


def _other_end(content: bytes) -> bytes:
    """The same but for its last bit: one byte of 256 ends as any that could be put there."""
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize(
    "change",
    [
        lambda members, name: members.pop(name),
        lambda members, name: members.update({name: _other_end(members[name])}),
        lambda members, name: members.update({f"attachments/{'0' * 32}": b"put in"}),
        lambda members, name: members.update({"attachments/../../evil": b"put in"}),
        lambda members, name: members.update({"attachments/": b""}),
    ],
    ids=["taken out", "changed", "put in", "leading out", "folder"],
)
def test_a_backup_with_other_files_is_refused(store, patient, tmp_path, change):
    document = attach(store, patient)
    backup = store.backup(tmp_path / "backups", NOW)
    with zipfile.ZipFile(backup.path) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    change(members, f"attachments/{document.record.file}")
    with zipfile.ZipFile(backup.path, "w", zipfile.ZIP_STORED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    with pytest.raises(Refused):
        given_back(backup, tmp_path / "clean")
    assert not list((tmp_path / "clean").iterdir())
    assert not (tmp_path / "evil").exists()


def test_a_kill_at_any_rename_of_a_restore_leaves_all_files_readable(store, patient, tmp_path):
    document = attach(store, patient)
    backup = store.backup(tmp_path / "backups", NOW)
    attach(store, patient, b"%PDF- written later")
    store.close(NOW)
    rename = Path.rename
    for last in range(12):
        folder = tmp_path / f"killed{last}"
        shutil.copytree(store.profile.folder, folder)
        done = 0

        def kill(self, target, last=last):
            nonlocal done
            if done == last:
                raise KeyboardInterrupt
            done += 1
            return rename(self, target)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "rename", kill)
            with suppress(KeyboardInterrupt):
                given_back(backup, folder)[1].close(NOW)
        again = open_store(folder)
        assert again.attached(document.record) == LETTER
        assert codes(again) == []
        again.close(NOW)


# --- another data key ----------------------------------------------------------------


@pytest.mark.parametrize("place", [0, 3, 4, 16, -1])
def test_another_key_does_not_make_a_damaged_file_look_sound(store, patient, tmp_path, place):
    document = attach(store, patient)
    raw = bytearray(path_of(store, document).read_bytes())
    raw[place] ^= 1
    path_of(store, document).write_bytes(raw)
    with pytest.raises(CannotOpen, match="damaged or was exchanged"):
        store._attachments.rewrap(tmp_path / "anew", store.keys)
