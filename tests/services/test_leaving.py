# SPDX-License-Identifier: MIT
"""Somebody leaves the clinic: another data key, and nothing else is lost or changed."""

import hashlib
import shutil

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE, SMALL, written
from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import CannotOpen, Refused
from tracker.domain.roles import Role
from tracker.services import accounts, backups, imports, patients, profiles
from tracker.store import restore
from tracker.store.connection import open_db
from tracker.store.keyring import Keyring, WrongPassphrase

OWN = "violet tractors hum beneath seven bridges"


@pytest.fixture
def store(tmp_path):
    made = clinics.make(tmp_path / "profile")
    imports.import_file(made, CTX, path=written(tmp_path / "small.json", SMALL))
    accounts.add(made, CTX, name="Nurse Example", role=Role.NURSE)
    leaver = accounts.add(made, CTX, name="Leaver Example", role=Role.ONCOLOGIST)
    made.leaver = leaver.passphrase
    yield made
    made.close(CLOCK.now())


def account(store, name):
    return next(line.id for line in accounts.listed(store, CTX) if line.name == name)


def leave(store):
    return accounts.leave(
        store, CTX, account=account(store, "Leaver Example"), passphrase=PASSPHRASE
    )


def rows(store):
    return {table: n for table, n in store.counts().items() if table != "audit"}


def test_an_old_copy_of_the_keys_no_longer_opens_the_records(store, tmp_path):
    shutil.copy(store.profile.keyring, tmp_path / "old.json")
    leave(store)
    old = Keyring(tmp_path / "old.json").unlock(store.leaver)
    with pytest.raises(CannotOpen):
        open_db(store.path, old.data, readonly=True)
    assert [p.name for p in store.profile.folder.glob("*.previous")] == []
    assert not list(store.profile.folder.glob("replaced-*"))


def test_everything_is_there_and_the_trail_goes_on_in_its_chain(store):
    before, seq = rows(store), store.trail.page(TrailFilter(), 1)[0].seq
    leave(store)
    assert rows(store) == before
    newest = store.trail.page(TrailFilter(), 10)
    assert [line.seq for line in newest[:2]] == [seq + 2, seq + 1]
    assert [line.action for line in newest[:2]] == ["amend", "chain continues"]
    assert store.verify() == []
    store.close(CLOCK.now())
    again = clinics.opened(store.profile.folder)
    assert again.warnings == []
    assert again.verify() == []
    assert patients.by_number(again, CTX, mrn="A-001")
    again.close(CLOCK.now())


def test_everybody_else_gets_a_passphrase_for_one_use_and_the_leaver_none(store):
    left = leave(store)
    assert [code.name for code in left.codes] == ["Nurse Example"]
    store.close(CLOCK.now())
    again = profiles.open(
        store.profile.folder, user=None, passphrase=left.codes[0].passphrase, clock=CLOCK
    )
    assert again.keys.must_change
    again.close(CLOCK.now())
    with pytest.raises(WrongPassphrase):
        profiles.open(store.profile.folder, user=None, passphrase=store.leaver, clock=CLOCK)
    after, _ = profiles.open_with_recovery(store.profile.folder, code=left.recovery, clock=CLOCK)
    after.close(CLOCK.now())


def test_a_backup_is_made_before_and_named_as_one_that_old_copies_still_open(store):
    left = leave(store)
    assert list(left.old_backups) == [kept.path.name for kept in backups.kept(store)]
    assert len(left.old_backups) == 1


def test_a_wrong_passphrase_of_the_administrator_changes_nothing(store):
    keyring = store.profile.keyring.read_bytes()
    with pytest.raises(WrongPassphrase):
        accounts.leave(
            store, CTX, account=account(store, "Leaver Example"), passphrase="not mine at all, no"
        )
    assert store.profile.keyring.read_bytes() == keyring


def test_who_left_does_not_come_back_under_the_same_account(store):
    leave(store)
    with pytest.raises(Refused, match="left the clinic"):
        accounts.reset(store, CTX, account=account(store, "Leaver Example"))


def test_a_kill_before_the_files_are_ready_leaves_the_old_key(store, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(restore, "make_ready", killed)
    with pytest.raises(KeyboardInterrupt):
        leave(store)
    store.close(CLOCK.now())
    again = clinics.opened(store.profile.folder)
    assert again.verify() == []
    again.close(CLOCK.now())


def test_a_kill_after_that_is_finished_at_the_next_start(store, monkeypatch):
    def killed(_profile):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(restore, "finish_restore", killed)
        with pytest.raises(KeyboardInterrupt):
            leave(store)
    store._lock.release()
    again = clinics.opened(store.profile.folder)
    assert again.verify() == []
    assert rows(again)
    again.close(CLOCK.now())
    with pytest.raises(WrongPassphrase):
        profiles.open(store.profile.folder, user=None, passphrase=store.leaver, clock=CLOCK)


def test_the_files_of_documents_are_there_under_the_new_key(store):
    with store.attachment(b"a scan") as name:
        pass
    before = (store.profile.attachments / name).read_bytes()
    leave(store)
    assert (store.profile.attachments / name).read_bytes() != before
    assert store._attachments.read(name, hashlib.sha256(b"a scan").hexdigest()) == b"a scan"
