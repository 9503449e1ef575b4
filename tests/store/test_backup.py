# SPDX-License-Identifier: MIT
"""Backups and giving them back: a file, a passphrase, a clean machine."""

import hashlib
import json
import random
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from tests.store.foundation import (
    ADMIN,
    DATABASE_ID,
    NOW,
    NURSE,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    Clinic,
    keyring_of,
    needles_in,
)
from tracker.domain.errors import CannotOpen, Refused, UserError
from tracker.store import backup as backup_module
from tracker.store import restore as restore_module
from tracker.store.audit import Trail, verify
from tracker.store.backup import Backup, backups, make_backup, surplus, thin
from tracker.store.connection import open_db
from tracker.store.faults import Fault, StorageFault
from tracker.store.files import Profile
from tracker.store.heads import read_head
from tracker.store.keyring import WrongPassphrase
from tracker.store.restore import Restored, finish_restore, restore
from tracker.store.sealed import seal
from tracker.store.slots import Keys

LATER = NOW + timedelta(days=1)


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    made = Clinic.make(tmp_path / "profile")
    made.record_doses(40)
    made.seal()
    yield made
    made.db.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def made(clinic: Clinic, folder: Path) -> Backup:
    return make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)


@pytest.fixture
def clean(tmp_path: Path) -> Profile:
    """A machine that never saw the program."""
    return Profile(tmp_path / "clean")


def unlock(path: Path) -> Keys:
    return keyring_of(path).unlock(PASSPHRASE)


def give_back(made: Backup, profile: Profile) -> Restored:
    return restore(made.path, profile, unlock, now=LATER)


def doses_in(profile: Profile) -> int:
    keys = keyring_of(profile.keyring).unlock(PASSPHRASE)
    db = open_db(profile.database, keys.data)
    doses = db.value("SELECT count(*) FROM dose")
    db.close()
    return int(str(doses))


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def repacked(made: Backup, change: Callable[[dict[str, bytes]], object]) -> None:
    """The backup as somebody rebuilds it who knows its form."""
    with zipfile.ZipFile(made.path) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    change(members)
    with zipfile.ZipFile(made.path, "w", zipfile.ZIP_STORED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)


def test_a_backup_is_one_file_and_a_passphrase_is_enough_on_a_clean_machine(made, clean, folder):
    assert [path.name for path in folder.iterdir()] == [made.path.name]
    restored = give_back(made, clean)
    assert doses_in(clean) == 40
    assert restored.keys.user == ADMIN
    assert restored.replaced is None
    assert datetime.fromisoformat(restored.made) == NOW


def test_the_recovery_code_is_enough_as_well(clinic, made, clean):
    def by_code(path: Path) -> Keys:
        return keyring_of(path).unlock_with_recovery(clinic.code)

    restore(made.path, clean, by_code, now=LATER)
    assert doses_in(clean) == 40


def test_the_audit_trail_of_a_restored_profile_is_sound_and_goes_on_in_a_new_chain(
    clinic, made, clean
):
    restored = give_back(made, clean)
    head = read_head(clean.head, restored.keys)
    assert head.chain == restored.chain != clinic.chain
    db = open_db(clean.database, restored.keys.data)
    trail = Trail(db, restored.chain, restored.keys.mac, "0001_initial")
    with db.atomic():
        assert trail.append(at=LATER, actor=ADMIN.name, role="administrator", action="rewound") == 1
    assert verify(db, restored.keys.mac, head) == []
    db.close()


def test_entries_cut_off_before_the_backup_are_still_missed_after_the_restore(
    clinic, folder, clean
):
    clinic.db.execute_sql("DELETE FROM audit WHERE seq > 30")
    made = make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    restored = give_back(made, clean)
    db = open_db(clean.database, restored.keys.data)
    found = verify(db, restored.keys.mac, read_head(clean.head, restored.keys))
    assert [finding.code for finding in found] == ["entries-cut-off"]
    db.close()


def test_a_profile_without_a_sealed_head_can_be_backed_up_and_restored(clinic, folder, clean):
    clinic.profile.head.unlink()
    made = make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    restored = give_back(made, clean)
    assert read_head(clean.head, restored.keys).ends[clinic.chain].seq == 40


def test_no_name_can_be_read_in_a_backup_or_beside_it(clinic, made, clean, folder, tmp_path):
    give_back(made, clean)
    assert needles_in(tmp_path) == []


def test_no_name_can_be_read_while_a_backup_is_made(clinic, folder, tmp_path):
    seen: list[str] = []
    make_backup(
        clinic.db,
        clinic.keys,
        clinic.profile,
        folder,
        now=NOW,
        step=lambda _done, _total: seen.extend(needles_in(tmp_path)) or seen.append("looked"),
    )
    assert set(seen) == {"looked"}


def test_a_dose_saved_between_the_steps_is_in_the_backup(clinic, folder, clean):
    with clinic.db.atomic():
        clinic.record_doses(1500, first=1000)
    steps: list[tuple[int, int]] = []

    def save_once(done: int, total: int) -> None:
        steps.append((done, total))
        if len(steps) == 1:
            clinic.record_doses(1, first=9000)

    made = make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW, step=save_once)
    assert len(steps) >= 2
    assert steps[-1][0] == steps[-1][1]
    give_back(made, clean)
    assert doses_in(clean) == 1541


def test_the_database_goes_on_after_a_backup(clinic, made):
    clinic.record_doses(1, first=500)
    assert len(clinic.doses()) == 41


def test_two_backups_within_one_second_are_two_files(clinic, made, folder):
    second = make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    assert second.path != made.path
    assert {backup.path for backup in backups(folder, DATABASE_ID)} == {made.path, second.path}
    assert second.made == NOW


def test_backups_are_listed_newest_first_and_other_files_are_left_out(clinic, made, folder):
    newer = make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=LATER)
    (folder / "tracker-00000000-20200101-000000Z.backup").touch()
    (folder / "letter.txt").touch()
    assert backups(folder, DATABASE_ID) == [newer, made]


def test_a_copy_that_fails_its_checks_never_gets_the_final_name(clinic, folder, monkeypatch):
    counted = iter([{"dose": 40}, {"dose": 39}])
    monkeypatch.setattr(backup_module, "row_counts", lambda _db: next(counted))
    with pytest.raises(Refused, match="did not pass its checks"):
        make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    assert list(folder.iterdir()) == []


def test_a_damaged_database_gives_no_backup_that_looks_good(clinic, folder):
    clinic.db.close()
    flipped = bytearray(clinic.profile.database.read_bytes())
    flipped[-100] ^= 1
    clinic.profile.database.write_bytes(flipped)
    clinic.db.connect(clinic.keys.data)
    with pytest.raises(UserError, match="damaged"):
        make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    assert list(folder.iterdir()) == []


def test_a_full_disk_leaves_no_partial_backup(clinic, folder, monkeypatch):
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_module.shutil, "copyfileobj", full)
    with pytest.raises(StorageFault) as fault:
        make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    assert fault.value.fault is Fault.FULL
    assert list(folder.iterdir()) == []


def test_what_a_killed_backup_left_behind_is_cleared_by_the_next(clinic, folder, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(backup_module.shutil, "rmtree", lambda *_args, **_kwargs: None)
        patch.setattr(backup_module, "_pack", lambda *_args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    assert len(list(folder.iterdir())) == 1
    assert needles_in(folder) == []
    made = make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=NOW)
    assert list(folder.iterdir()) == [made.path]


def test_restoring_keeps_what_was_there(clinic, made):
    clinic.record_doses(5, first=100)
    clinic.db.close()
    before = content_of(clinic.profile.folder)
    restored = give_back(made, clinic.profile)
    assert doses_in(clinic.profile) == 40
    kept = content_of(restored.replaced)
    assert kept["tracker.db"] == before["tracker.db"]
    assert kept["keyring.json"] == before["keyring.json"]
    assert kept["head.json"] == before["head.json"]


def test_the_journal_of_the_old_database_is_never_played_into_the_new_one(clinic, made):
    clinic.db.close()
    journal = clinic.profile.folder / "tracker.db-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4096))
    restored = give_back(made, clinic.profile)
    assert not journal.exists()
    assert (restored.replaced / journal.name).exists()
    assert doses_in(clinic.profile) == 40


def test_a_wrong_passphrase_restores_nothing(clinic, made):
    clinic.db.close()
    before = content_of(clinic.profile.folder)
    with pytest.raises(WrongPassphrase):
        restore(
            made.path,
            clinic.profile,
            lambda path: keyring_of(path).unlock(OTHER_PASSPHRASE),
            now=LATER,
        )
    assert content_of(clinic.profile.folder) == before
    assert [path.name for path in clinic.profile.folder.iterdir() if path.is_dir()] == []


def test_the_backup_of_another_clinic_is_refused(made, tmp_path):
    other = Profile(tmp_path / "other")
    other.folder.mkdir()
    keyring_of(other.keyring).create(NURSE.id, ADMIN, PASSPHRASE)
    before = content_of(other.folder)
    with pytest.raises(Refused, match="another database"):
        give_back(made, other)
    assert content_of(other.folder) == before


def test_a_damaged_live_keyring_is_no_hindrance(clinic, made):
    clinic.db.close()
    clinic.profile.keyring.write_bytes(b"damaged")
    give_back(made, clinic.profile)
    assert doses_in(clinic.profile) == 40


def test_a_file_that_is_not_there_or_no_backup_is_named(tmp_path, clean):
    with pytest.raises(Refused, match="There is no backup"):
        restore(tmp_path / "nothing.backup", clean, unlock, now=LATER)
    text = tmp_path / "text.backup"
    text.write_text("not a zip")
    with pytest.raises(Refused, match="damaged, incomplete, or not a backup"):
        restore(text, clean, unlock, now=LATER)
    assert list(clean.folder.iterdir()) == []


def test_a_truncated_backup_is_refused(made, clean):
    sound = made.path.read_bytes()
    for size in (0, 10, 1000, len(sound) // 2, len(sound) - 1):
        made.path.write_bytes(sound[:size])
        with pytest.raises(Refused, match="damaged, incomplete"):
            give_back(made, clean)
        assert list(clean.folder.iterdir()) == []


def test_of_300_flipped_bits_none_restores_anything_but_the_true_records(made, clean):
    sound = made.path.read_bytes()
    random_places = random.Random(13)
    in_the_directory = range((len(sound) - 600) * 8, len(sound) * 8)
    places = random_places.sample(range(len(sound) * 8), 200)
    places += random_places.sample(in_the_directory, 100)
    outcomes = []
    for place in places:
        flipped = bytearray(sound)
        flipped[place // 8] ^= 1 << place % 8
        made.path.write_bytes(flipped)
        outcomes.append(outcome_of(made, clean))
        shutil.rmtree(clean.folder)
    # what is restored in spite of it differs in a bit that says nothing, such as a date
    assert set(outcomes) == {"damaged", "40 doses"}
    assert outcomes.count("40 doses") < 100


def outcome_of(made: Backup, clean: Profile) -> str:
    try:
        give_back(made, clean)
    except Refused as error:
        assert list(clean.folder.iterdir()) == []
        return "changed" if "changed after" in str(error) else "damaged"
    return f"{doses_in(clean)} doses"


@pytest.mark.parametrize(
    "change",
    [
        lambda members: members.pop("manifest.json"),
        lambda members: members.update({"../evil": b"x"}),
        lambda members: members.update({"extra.txt": b"x"}),
        lambda members: members.update({"keyring.json": b" " * 2_000_000}),
    ],
    ids=["no manifest", "a path out", "a file more", "a keyring too large"],
)
def test_a_backup_with_other_contents_is_refused(made, clean, tmp_path, change):
    repacked(made, change)
    with pytest.raises(Refused, match="damaged, incomplete"):
        give_back(made, clean)
    assert not (tmp_path / "evil").exists()


def test_a_packed_member_is_refused_before_it_is_unpacked(made, clean):
    with zipfile.ZipFile(made.path) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(made.path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    with pytest.raises(Refused, match="damaged, incomplete"):
        give_back(made, clean)


def swap_database(members: dict[str, bytes]) -> None:
    members["tracker.db"] = members["tracker.db"][:-4096]


def swap_database_and_its_digest(members: dict[str, bytes]) -> None:
    swap_database(members)
    manifest = json.loads(members["manifest.json"])
    manifest["files"]["tracker.db"] = {
        "size": len(members["tracker.db"]),
        "sha256": hashlib.sha256(members["tracker.db"]).hexdigest(),
    }
    members["manifest.json"] = json.dumps(manifest).encode()


def seal_with_a_key_of_his_own(members: dict[str, bytes]) -> None:
    manifest = json.loads(members["manifest.json"])
    del manifest["hmac"]
    members["manifest.json"] = seal(manifest, bytes(32))


@pytest.mark.parametrize(
    "change", [swap_database, swap_database_and_its_digest, seal_with_a_key_of_his_own]
)
def test_a_spoofed_manifest_or_database_is_refused_as_changed(clinic, made, change):
    clinic.db.close()
    repacked(made, change)
    before = content_of(clinic.profile.folder)
    with pytest.raises(Refused, match="changed after it was made"):
        give_back(made, clinic.profile)
    assert content_of(clinic.profile.folder) == before


def test_a_kill_at_any_rename_of_a_restore_is_finished_at_the_next_start(
    clinic, made, tmp_path, monkeypatch
):
    clinic.record_doses(5, first=100)
    clinic.db.close()
    pristine = tmp_path / "pristine"
    shutil.copytree(clinic.profile.folder, pristine)
    outcomes = set()
    for killed_at in range(1, 12):
        shutil.rmtree(clinic.profile.folder)
        shutil.copytree(pristine, clinic.profile.folder)
        with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
            patch.setattr(Path, "rename", dying_at(killed_at))
            give_back(made, clinic.profile)
        finish_restore(clinic.profile)
        outcomes.add(doses_in(clinic.profile))
        left = {path.name for path in clinic.profile.folder.iterdir() if path.is_dir()}
        assert not any(name.startswith((".restore", "restore-ready")) for name in left)
        assert finish_restore(clinic.profile) is None
    assert outcomes == {40, 45}  # the backup, or (killed before it was ready) what was there


def dying_at(number: int) -> Callable[[Path, Path], Path]:
    """A rename that is killed at its n-th call."""
    really = Path.rename
    calls = count(1)

    def rename(path: Path, target: Path) -> Path:
        if next(calls) == number:
            raise KeyboardInterrupt
        return really(path, target)

    return rename


def test_nothing_waits_when_nothing_was_restored(clinic):
    assert finish_restore(clinic.profile) is None


def test_a_copy_that_the_check_condemns_is_not_restored(clinic, made, monkeypatch):
    from tracker.domain.text import Message

    clinic.db.close()
    before = content_of(clinic.profile.folder)
    monkeypatch.setattr(restore_module, "integrity_problems", lambda _db: [Message("page 3")])
    with pytest.raises(Refused, match="page 3"):
        give_back(made, clinic.profile)
    assert content_of(clinic.profile.folder) == before


def test_a_read_only_place_is_named(clinic, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises((StorageFault, CannotOpen)):
        make_backup(clinic.db, clinic.keys, clinic.profile, blocked / "in", now=NOW)


def days_ago(*days: float) -> list[datetime]:
    return [NOW - timedelta(days=n) for n in days]


def test_seven_days_four_weeks_and_twelve_months_are_kept():
    every_day = days_ago(*range(800))
    kept = sorted(set(every_day) - surplus(every_day), reverse=True)
    assert kept[:7] == days_ago(*range(7))
    assert len([at for at in kept if at > NOW - timedelta(days=31)]) <= 7 + 4 + 1
    months = {(at.year, at.month) for at in kept}
    assert len(months) == 12
    assert len(kept) <= 7 + 4 + 12


def test_of_one_day_the_newest_is_kept():
    at_noon, at_nine = NOW.replace(hour=12), NOW.replace(hour=9)
    assert surplus([at_nine, at_noon]) == {at_nine}


def test_a_long_holiday_removes_nothing():
    assert surplus(days_ago(200, 201, 202)) == set()


def test_nothing_to_thin_is_nothing_to_remove():
    assert surplus([]) == set()


def test_thinning_goes_by_the_day_of_the_place_and_touches_only_this_database(clinic, folder):
    shanghai = timezone(timedelta(hours=8))
    evening = datetime(2024, 11, 25, 15, 0, tzinfo=UTC)  # 23:00 in Shanghai
    night = datetime(2024, 11, 25, 17, 0, tzinfo=UTC)  # 01:00 of the 26th in Shanghai
    noon = datetime(2024, 11, 25, 4, 0, tzinfo=UTC)  # 12:00 of the 25th in Shanghai
    for at in (noon, evening, night):
        make_backup(clinic.db, clinic.keys, clinic.profile, folder, now=at)
    foreign = folder / "tracker-00000000-20241125-040000Z.backup"
    foreign.touch()
    removed = thin(folder, DATABASE_ID, NOW.astimezone(shanghai))
    assert [path.name for path in removed] == ["tracker-0000c11c-20241125-040000Z.backup"]
    assert [backup.made for backup in backups(folder, DATABASE_ID)] == [night, evening]
    assert foreign.exists()
