# SPDX-License-Identifier: MIT
"""Retiring a computer: nothing here opens any more, and the copy elsewhere gives all back."""

from dataclasses import replace

import pytest

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE, SMALL, written
from tracker.domain.errors import CannotOpen, NotFound, NotPermitted, Refused
from tracker.domain.roles import PERMISSIONS, Action, Role
from tracker.services import backups, imports, patients, profiles, retirement
from tracker.services.retirement import Wanted
from tracker.store import retirement as destruction
from tracker.store.files import NOTE, previous
from tracker.store.keyring import WrongPassphrase
from tracker.store.store import Store

NO_COPY = "only synthetic patients"


@pytest.fixture
def filled(tmp_path):
    """A clinic with a document, a backup, a former folder of a restore; and its recovery code."""
    store, code = Store.create(
        tmp_path / "profile",
        clinic=clinics.CLINIC,
        user=clinics.USER,
        passphrase=PASSPHRASE,
        at=CLOCK.now(),
        kdf=clinics._KDF,
    )
    assert imports.import_file(store, CTX, path=written(tmp_path / "s.json", SMALL)).added
    backups.keep(store, CLOCK)
    with store.attachment(b"%PDF-1.7 synthetic"):
        pass
    old = store.profile.folder / "replaced-20240101"
    old.mkdir()
    (old / "keyring.json").write_bytes(store.profile.keyring.read_bytes())
    previous(store.profile.keyring).write_bytes(store.profile.keyring.read_bytes())
    store.code = code
    yield store
    store.close(CLOCK.now())


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """A folder that counts as another medium; the tests have one disk."""
    monkeypatch.setattr(backups, "is_second_medium", lambda _there, _here: True)
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def wanted(tmp_path, **more):
    return Wanted(tmp_path / "certificate.txt", **(more or {"no_copy_because": NO_COPY}))


def retire(store, tmp_path, ctx=CTX, **more):
    return retirement.retire(store, ctx, passphrase=PASSPHRASE, wanted=wanted(tmp_path, **more))


def still_there(store):
    folder = store.profile.folder
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_nothing_is_left_but_the_note_and_nothing_opens(filled, tmp_path):
    retire(filled, tmp_path)
    assert still_there(filled) == [NOTE, "tracker.lock"]
    folder = filled.profile.folder
    with pytest.raises(CannotOpen, match=r"on 2024-11-26T.* by Synthetic Admin: the keys were"):
        profiles.open(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    with pytest.raises(CannotOpen, match="the keys were destroyed"):
        profiles.open_with_recovery(folder, code=filled.code, clock=CLOCK)
    assert profiles.exists(folder)  # the window asks, and is told the same


def test_no_old_file_put_back_opens_without_its_keyring(filled, tmp_path):
    database = filled.path.read_bytes()
    retire(filled, tmp_path)
    (filled.profile.folder / NOTE).unlink()
    filled.profile.database.write_bytes(database)
    for attempt in (
        lambda: Store.open(filled.profile.folder, None, PASSPHRASE, at=CLOCK.now()),
        lambda: Store.open_with_recovery(filled.profile.folder, filled.code, at=CLOCK.now()),
    ):
        with pytest.raises(CannotOpen):
            attempt()


def test_the_copy_gives_everything_back_on_a_new_computer(filled, tmp_path, elsewhere):
    counts = filled.counts()
    text = retire(filled, tmp_path, copy=elsewhere)
    [made] = elsewhere.glob("*.backup")
    assert made.name in text
    new = tmp_path / "new computer"
    backups.restore(file=made, folder=new, passphrase=PASSPHRASE, clock=CLOCK)
    store = clinics.opened(new)
    assert store.verify() == []
    assert patients.by_number(store, CTX, mrn="A-001")
    after = store.counts()
    assert {t: n for t, n in after.items() if t != "audit"} == {
        t: n for t, n in counts.items() if t != "audit"
    }
    store.close(CLOCK.now())
    store, _code = profiles.open_with_recovery(new, code=filled.code, clock=CLOCK)
    store.close(CLOCK.now())


def test_the_certificate_says_what_when_who_and_what_still_opens(filled, tmp_path, elsewhere):
    size = filled.path.stat().st_size
    backups.back_up(filled, CTX, folder=tmp_path / "older")
    text = retire(filled, tmp_path, copy=elsewhere)
    assert (tmp_path / "certificate.txt").read_text("utf-8") == text
    for said in (
        f"Clinic: {clinics.CLINIC}",
        "When: 2024-11-26T09:30:00+00:00",
        "By: Synthetic Admin (Administrator), who typed the passphrase again",
        f"Database: {filled.uuid}",
        "charts: 2",
        f"opens with the passphrases, as of today, of: {clinics.USER}; and the recovery code",
        f"  {tmp_path / 'older'}",
        "Flash disks",
    ):
        assert said in text
    assert f"{size} bytes" in text or "bytes, SHA-256" in text
    assert "A-001" not in text
    assert "A-001" not in (filled.profile.folder / NOTE).read_text("utf-8")


def test_the_copy_itself_says_in_its_trail_what_became_of_the_computer(filled, tmp_path, elsewhere):
    retire(filled, tmp_path, copy=elsewhere)
    [made] = elsewhere.glob("*.backup")
    new = tmp_path / "new"
    backups.restore(file=made, folder=new, passphrase=PASSPHRASE, clock=CLOCK)
    store = clinics.opened(new)
    _people, actions = store.trail.words()
    assert "retire" in actions
    store.close(CLOCK.now())


# Nothing is destroyed by mistake


@pytest.mark.parametrize("role", list(Role))
def test_only_who_may_retires(filled, tmp_path, role):
    ctx = replace(CTX, role=role)
    if Action.RETIRE in PERMISSIONS[role]:
        assert retire(filled, tmp_path, ctx)
        return
    before = still_there(filled)
    with pytest.raises(NotPermitted, match="may not destroy the keys"):
        retire(filled, tmp_path, ctx)
    assert still_there(filled) == before


def test_a_wrong_passphrase_destroys_nothing(filled, tmp_path):
    before = still_there(filled)
    with pytest.raises(WrongPassphrase):
        retirement.retire(filled, CTX, passphrase="not mine at all, no", wanted=wanted(tmp_path))
    assert still_there(filled) == before
    assert filled.verify() == []


def test_what_is_missing_or_in_the_wrong_place_is_refused_and_nothing_is_done(filled, tmp_path):
    inside = filled.profile.folder / "certificate.txt"
    taken = written(tmp_path / "taken.txt", "mine")
    before = still_there(filled)
    for choice in (
        Wanted(tmp_path / "c.txt"),
        Wanted(tmp_path / "c.txt", tmp_path, NO_COPY),
        Wanted(inside, None, NO_COPY),
        Wanted(tmp_path / "c.txt", filled.profile.folder / "backups"),
        Wanted(taken, None, NO_COPY),
    ):
        with pytest.raises(Refused, match="Nothing was destroyed"):
            retirement.retire(filled, CTX, passphrase=PASSPHRASE, wanted=choice)
    assert still_there(filled) == before
    assert taken.read_text() == "mine"
    assert not (tmp_path / "c.txt").exists()


def test_a_copy_on_the_same_medium_is_none(filled, tmp_path):
    with pytest.raises(Refused, match=r"same medium as the records\. Nothing was destroyed"):
        retire(filled, tmp_path, copy=tmp_path / "beside")
    assert filled.verify() == []
    assert not (tmp_path / "certificate.txt").exists()


# Killed in between


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_a_kill_in_between_is_told_at_the_next_start_and_can_be_finished(
    filled, tmp_path, monkeypatch, after
):
    destroyed = []

    def killed(path):
        if len(destroyed) == after:
            raise KeyboardInterrupt
        destroyed.append(path)
        path.unlink(missing_ok=True)

    with monkeypatch.context() as patch:
        patch.setattr(destruction, "destroy", killed)
        with pytest.raises(KeyboardInterrupt):
            retire(filled, tmp_path)
    folder = filled.profile.folder
    assert (folder / "keyring.json").exists() is (after == 0)  # the keys go first
    with pytest.raises(CannotOpen, match="was interrupted"):
        profiles.open(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK)
    text = retirement.finish(folder)
    assert still_there(filled) == [NOTE, "tracker.lock"]
    assert (tmp_path / "certificate.txt").read_text("utf-8") == text
    with pytest.raises(CannotOpen, match="the keys were destroyed"):
        profiles.open(folder, user=None, passphrase=PASSPHRASE, clock=CLOCK)


def test_what_was_begun_by_mistake_and_not_carried_out_opens_again(filled, tmp_path, monkeypatch):
    def killed(_path):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(destruction, "destroy", killed)
        with pytest.raises(KeyboardInterrupt):
            retire(filled, tmp_path)
    (filled.profile.folder / NOTE).unlink()
    again = clinics.opened(filled.profile.folder)
    assert again.verify() == []
    again.close(CLOCK.now())


def test_there_is_nothing_to_finish_where_nothing_was_begun(tmp_path):
    with pytest.raises(NotFound, match="No retiring was begun"):
        retirement.finish(tmp_path)


def test_no_backup_is_restored_and_no_clinic_made_over_the_note(filled, tmp_path, elsewhere):
    retire(filled, tmp_path, copy=elsewhere)
    [made] = elsewhere.glob("*.backup")
    folder = filled.profile.folder
    with pytest.raises(CannotOpen, match="the keys were destroyed"):
        backups.restore(file=made, folder=folder, passphrase=PASSPHRASE, clock=CLOCK)
    with pytest.raises(CannotOpen, match="the keys were destroyed"):
        profiles.create(
            folder, clinic="New", user="New Admin", passphrase="nine lanterns drift over maize",
            clock=CLOCK,
        )  # fmt: skip
    (folder / NOTE).unlink()
    backups.restore(file=made, folder=folder, passphrase=PASSPHRASE, clock=CLOCK)
