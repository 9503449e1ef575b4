# SPDX-License-Identifier: MIT
"""The keyring and its passphrases: who gets in, and what a damaged or altered file does."""

import json
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.store.foundation import (
    ADMIN,
    CHEAP,
    DATABASE_ID,
    NURSE,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    keyring_of,
)
from tracker.domain.errors import CannotOpen, NotFound, Refused
from tracker.domain.roles import Role
from tracker.store import files, keyring
from tracker.store.files import previous
from tracker.store.keyring import Keyring, WrongPassphrase
from tracker.store.passphrase import check_passphrase
from tracker.store.slots import KDF, Kdf, Keys, User


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keyring.json"


@pytest.fixture
def made(path: Path) -> tuple[Keys, str]:
    return keyring_of(path).create(DATABASE_ID, ADMIN, PASSPHRASE)


def same_keys(one: Keys, other: Keys) -> bool:
    return (one.uuid, one.data, one.mac) == (other.uuid, other.data, other.mac)


def rewritten(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Changes the file as somebody would who knows its form, checksum included."""
    whole = json.loads(path.read_bytes())
    change(whole)
    del whole["sha256"]
    whole["sha256"] = keyring._checksum(whole)
    path.write_bytes(keyring.canonical(whole).encode())


def test_the_passphrase_and_the_recovery_code_give_the_same_two_keys(path, made):
    keys, code = made
    assert same_keys(keyring_of(path).unlock(PASSPHRASE, ADMIN.name), keys)
    assert same_keys(keyring_of(path).unlock_with_recovery(code), keys)
    assert len(keys.data) == len(keys.mac) == 32
    assert keys.data != keys.mac
    assert keys.user == ADMIN


def test_without_a_name_the_passphrase_says_who_it_is(path, made):
    keyring_of(path).put_user(made[0], NURSE, OTHER_PASSPHRASE)
    assert keyring_of(path).unlock(OTHER_PASSPHRASE).user == NURSE
    assert keyring_of(path).unlock(PASSPHRASE).user == ADMIN


def test_two_clinics_never_share_a_key(tmp_path, made):
    other, code = keyring_of(tmp_path / "other.json").create(DATABASE_ID, ADMIN, PASSPHRASE)
    assert other.data != made[0].data
    assert code != made[1]


def test_keys_are_never_shown_when_printed(made):
    keys, _ = made
    assert keys.data.hex() not in repr(keys)
    assert repr(keys.data) not in repr(keys)
    assert repr(keys.mac) not in repr(keys)


def test_neither_key_nor_passphrase_nor_code_stands_in_the_file(path, made):
    keys, code = made
    content = path.read_bytes()
    for secret in (
        keys.data,
        keys.data.hex().encode(),
        keys.mac.hex().encode(),
        PASSPHRASE.encode(),
        code.encode(),
        code.replace("-", "").encode(),
    ):
        assert secret not in content


def test_only_the_owner_of_the_account_can_read_the_file(path, made):
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_wrong_passphrase_is_called_wrong_and_never_damaged(path, made):
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase) as wrong:
        keyring_of(path).unlock(OTHER_PASSPHRASE, ADMIN.name)
    assert "wrong" in str(wrong.value)
    assert "damaged" not in str(wrong.value)
    assert path.read_bytes() == before


def test_a_wrong_name_reads_exactly_like_a_wrong_passphrase(path, made):
    with pytest.raises(WrongPassphrase) as name:
        keyring_of(path).unlock(PASSPHRASE, "Nobody Here")
    with pytest.raises(WrongPassphrase) as passphrase:
        keyring_of(path).unlock(OTHER_PASSPHRASE, ADMIN.name)
    assert str(name.value) == str(passphrase.value)


def test_a_damaged_keyring_is_called_damaged_and_names_the_previous_copy(path, made):
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(CannotOpen) as damaged:
        keyring_of(path).unlock(PASSPHRASE)
    assert not isinstance(damaged.value, WrongPassphrase)
    assert "damaged" in str(damaged.value)
    assert "keyring.json.previous" in str(damaged.value)


def test_a_missing_keyring_is_called_missing(path):
    with pytest.raises(CannotOpen, match="missing"):
        keyring_of(path).unlock(PASSPHRASE)


def test_every_one_of_100_flipped_bits_is_refused_as_damage(path, made):
    sound = path.read_bytes()
    places = random.Random(26).sample(range(len(sound) * 8), 100)
    for place in places:
        flipped = bytearray(sound)
        flipped[place // 8] ^= 1 << place % 8
        path.write_bytes(flipped)
        with pytest.raises(CannotOpen) as refused:
            keyring_of(path).unlock(PASSPHRASE)
        assert "damaged" in str(refused.value), place


@pytest.mark.parametrize(
    "text",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"v":1,"v":1}', b'{"v":NaN}', b"[" * 100_000],
)
def test_a_file_that_is_no_keyring_is_refused(path, text):
    path.write_bytes(text)
    with pytest.raises(CannotOpen, match="damaged"):
        keyring_of(path).unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole["slots"][0].update(role="nurse"),
        lambda whole: whole["slots"][0].update(name="Somebody Else"),
        lambda whole: whole.update(hmac="00" * 32),
        lambda whole: whole["slots"].append({**whole["slots"][0], "name": "Planted"}),
    ],
    ids=["role", "name", "hmac", "added slot"],
)
def test_a_role_or_name_changed_by_another_hand_is_seen_after_unlocking(path, made, change):
    rewritten(path, change)
    with pytest.raises(CannotOpen, match="changed by something other"):
        keyring_of(path).unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.update(uuid=UUID(int=7).hex),
        lambda whole: whole.update(dek_gen=2),
        lambda whole: whole["slots"][0].update(id=NURSE.id.hex),
        lambda whole: whole["slots"][0].update(salt="00" * 16),
        lambda whole: whole["slots"][0]["kdf"].update(t=2),
    ],
    ids=["database", "generation", "user", "salt", "cost"],
)
def test_a_slot_moved_to_another_user_or_database_does_not_open(path, made, change):
    rewritten(path, change)
    with pytest.raises(WrongPassphrase):
        keyring_of(path).unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "cost",
    [
        Kdf(46 * 1024 - 1, 3, 4),
        Kdf(64 * 1024 * 1024, 3, 4),
        Kdf(64 * 1024, 0, 4),
        Kdf(64 * 1024, 21, 4),
        Kdf(64 * 1024, 3, 17),
    ],
)
def test_a_weakened_or_absurd_cost_is_refused_before_any_work(path, made, cost):
    def set_cost(whole: dict[str, Any]) -> None:
        for slot in whole["slots"]:
            slot["kdf"] = {"m": cost.memory, "t": cost.passes, "p": cost.lanes}

    rewritten(path, set_cost)
    with pytest.raises(CannotOpen, match="changed by something other"):
        Keyring(path).unlock(PASSPHRASE)


def test_the_shipped_cost_is_the_decided_one_and_the_floor_refuses_the_tests_cost(path, made):
    assert Kdf(64 * 1024, 12, 4) == KDF
    with pytest.raises(CannotOpen):
        Keyring(path).unlock(PASSPHRASE)


def test_the_shipped_cost_opens_with_the_shipped_floor(path):
    keys, _ = Keyring(path).create(DATABASE_ID, ADMIN, PASSPHRASE)
    assert same_keys(Keyring(path).unlock(PASSPHRASE, ADMIN.name), keys)


def test_a_newer_keyring_is_refused_as_newer(path, made):
    rewritten(path, lambda whole: whole.update(v=2))
    with pytest.raises(CannotOpen, match="newer version"):
        keyring_of(path).unlock(PASSPHRASE)


def test_a_passphrase_typed_on_another_system_is_the_same_passphrase(path):
    words = "Zoë läuft über grüne Hügel"
    keyring_of(path).create(DATABASE_ID, ADMIN, unicodedata.normalize("NFC", words))
    keyring_of(path).unlock(unicodedata.normalize("NFD", words))


def test_changing_the_passphrase_keeps_the_keys_and_closes_the_old_way(path, made):
    keyring_of(path).change_passphrase(ADMIN.name, PASSPHRASE, OTHER_PASSPHRASE)
    assert same_keys(keyring_of(path).unlock(OTHER_PASSPHRASE, ADMIN.name), made[0])
    with pytest.raises(WrongPassphrase):
        keyring_of(path).unlock(PASSPHRASE, ADMIN.name)
    keyring_of(path).unlock_with_recovery(made[1])


def test_a_weak_new_passphrase_leaves_the_present_one(path, made):
    before = path.read_bytes()
    with pytest.raises(Refused):
        keyring_of(path).change_passphrase(ADMIN.name, PASSPHRASE, "short")
    assert path.read_bytes() == before


def test_the_previous_copy_still_opens_after_a_change(path, made):
    keyring_of(path).change_passphrase(ADMIN.name, PASSPHRASE, OTHER_PASSPHRASE)
    previous(path).replace(path)
    assert same_keys(keyring_of(path).unlock(PASSPHRASE), made[0])


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_kill_between_the_steps_of_a_change_leaves_a_keyring_that_opens(
    path, made, monkeypatch, step
):
    calls = []

    def die(*_args: object) -> None:
        calls.append(step)
        if len(calls) == 2:  # the first writes the previous copy, the second the file itself
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if step == "fsync":
            patch.setattr(files.os, "fsync", die)
        else:
            really = Path.replace
            patch.setattr(Path, "replace", lambda a, b: die() or really(a, b))
        with pytest.raises(KeyboardInterrupt):
            keyring_of(path).change_passphrase(ADMIN.name, PASSPHRASE, OTHER_PASSPHRASE)
    assert same_keys(keyring_of(path).unlock(PASSPHRASE), made[0])
    assert {found.name for found in path.parent.iterdir()} <= {path.name, previous(path).name}


def test_a_removed_user_no_longer_gets_in(path, made):
    keyring_of(path).put_user(made[0], NURSE, OTHER_PASSPHRASE)
    keyring_of(path).remove_user(made[0], NURSE.id)
    assert keyring_of(path).users() == (ADMIN,)
    with pytest.raises(WrongPassphrase):
        keyring_of(path).unlock(OTHER_PASSPHRASE)


def test_the_last_administrator_cannot_be_removed_or_demoted(path, made):
    keyring_of(path).put_user(made[0], NURSE, OTHER_PASSPHRASE)
    before = path.read_bytes()
    with pytest.raises(Refused, match="administrator"):
        keyring_of(path).remove_user(made[0], ADMIN.id)
    demoted = User(ADMIN.id, ADMIN.name, Role.NURSE)
    with pytest.raises(Refused, match="administrator"):
        keyring_of(path).put_user(made[0], demoted, PASSPHRASE)
    assert path.read_bytes() == before


def test_a_user_who_is_not_there_cannot_be_removed(path, made):
    with pytest.raises(NotFound):
        keyring_of(path).remove_user(made[0], NURSE.id)


def test_two_users_cannot_have_one_name(path, made):
    twin = User(NURSE.id, "synthetic  ADMIN".replace("  ", " "), Role.NURSE)
    with pytest.raises(Refused, match="called"):
        keyring_of(path).put_user(made[0], twin, OTHER_PASSPHRASE)


def test_the_first_user_must_be_an_administrator(path):
    with pytest.raises(Refused, match="administrator"):
        keyring_of(path).create(DATABASE_ID, NURSE, PASSPHRASE)
    assert not path.exists()


def test_a_keyring_is_never_overwritten_by_a_first_run(path, made):
    before = path.read_bytes()
    with pytest.raises(Refused, match="already holds"):
        keyring_of(path).create(DATABASE_ID, ADMIN, PASSPHRASE)
    assert path.read_bytes() == before


def test_the_recovery_code_is_160_bits_and_forgives_how_paper_is_typed(path, made):
    code = made[1]
    assert [len(group) for group in code.split("-")] == [4] * 8
    typed = code.lower().replace("-", " ").replace("o", "0").replace("i", "1").replace("b", "8")
    assert same_keys(keyring_of(path).unlock_with_recovery(typed), made[0])


def test_a_replaced_recovery_code_no_longer_opens(path, made):
    keys, old = made
    new = keyring_of(path).replace_recovery(keys)
    assert same_keys(keyring_of(path).unlock_with_recovery(new), keys)
    with pytest.raises(WrongPassphrase, match="recovery code is wrong"):
        keyring_of(path).unlock_with_recovery(old)
    keyring_of(path).unlock(PASSPHRASE)


def test_sub_keys_follow_rfc_5869_and_differ_by_purpose(made):
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

    keys = made[0]
    expected = HKDFExpand(algorithm=SHA256(), length=32, info=b"manifest").derive(keys.data)
    assert keys.subkey("manifest") == expected
    assert keys.subkey("attachment") != expected


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "fourteen chars",
        "passwordpassword",
        "Password Password 123",
        "aaaaaaaaaaaaaaaaaaaa",
        "abababababababab",
        "123456789012345",
        "abcdefghijklmnop",
        "qwertyuiopasdfghjkl",
        "North Harbour Clinic 2024",
        "NorthHarbourClinic!",
        "Synthetic Admin 1984",
        "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ",
        "一一一一一一一一一一一一一一一一",
        "correct horse battery staple",
        "Correct-Horse-Battery-Staple-1",
        "The quick brown fox jumps over the lazy dog",
        "may the force be with you!",
        "床前明月光，疑是地上霜。2024",
        "chuang qian ming yue guang, yi shi di shang shuang",
    ],
)
def test_a_passphrase_that_is_guessed_first_is_refused(weak):
    with pytest.raises(Refused):
        check_passphrase(weak, ("North Harbour Clinic", ADMIN.name))


LONGER = "correct horse battery staple wept over maize"  # a saying and enough of one's own


@pytest.mark.parametrize(
    "good",
    [
        PASSPHRASE,
        OTHER_PASSPHRASE,
        "春江花月夜与七只安静的水獭修补篱笆",
        "x7$Kq!mR2@vLz9#T",
        LONGER,
    ],
)
def test_unrelated_words_in_any_script_are_accepted(good):
    check_passphrase(good, ("North Harbour Clinic", ADMIN.name))


def test_the_clinic_counts_as_known_when_the_first_user_chooses(path):
    with pytest.raises(Refused, match="guess"):
        keyring_of(path).create(
            DATABASE_ID, ADMIN, "North Harbour 123", avoid=["North Harbour Clinic"]
        )
    assert not path.exists()


def test_the_tests_own_cost_is_below_the_shipped_floor():
    assert CHEAP.memory < 46 * 1024
