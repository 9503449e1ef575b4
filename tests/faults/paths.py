# SPDX-License-Identifier: MIT
"""The paths of the program that are killed: save, amend, import, sign, migrate, back up, restore,
change of the data key. Each is the service that the window calls."""

import shutil
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlcipher3.dbapi2 import DatabaseError

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE
from tests.faults.profile import (
    anew,
    closing_store,
    complaints,
    complaints_of,
    make,
    opened,
    patient_of,
    save_visit,
    visits,
)
from tests.faults.storms import Act, Say, Storm
from tracker.domain.errors import UserError
from tracker.domain.records import Signature
from tracker.domain.records.signature import Meaning
from tracker.domain.roles import Role
from tracker.interchange import own_json
from tracker.services import accounts, backups, imports, records, signatures
from tracker.services.records import Entry
from tracker.store import backup as backup_files
from tracker.store import rotation, schema
from tracker.store.connection import EncryptedDatabase, open_db
from tracker.store.files import Profile
from tracker.store.keyring import Keyring
from tracker.store.orm import Orm
from tracker.store.restore import restore

OLD_PROFILES = Path(__file__).parents[1] / "fixtures" / "profiles"
_SAVES = 12
_CHUNK = 16_384


def _profile(folder: Path) -> Path:
    return folder / "profile"


def _prepare(folder: Path) -> None:
    make(_profile(folder))


# --- saving, amending, signing ----------------------------------------------------------


def save(folder: Path, say: Say) -> None:
    """Records visits, one by one."""
    store = opened(_profile(folder))
    for weight in range(40, 40 + _SAVES):
        say(str(save_visit(store, weight)))


def judge_saves(folder: Path, said: list[str]) -> int:
    """Visits that are gone, and everything that a check complains of."""
    try:
        with closing_store(opened(_profile(folder))) as store:
            known = {str(each) for each in visits(store)}
            return len(set(said) - known) + len(complaints(store))
    except UserError:
        return len(said) + 1


def amend(folder: Path, say: Say) -> None:
    """Corrects the same visit again and again."""
    store = opened(_profile(folder))
    visit: Any = next(iter(visits(store).values()))
    for weight in range(40, 40 + _SAVES):
        entry = Entry(record=replace(visit.record, weight=Decimal(weight)), stored=visit)
        ctx = CTX.because("typed wrong")
        visit = records.save(store, ctx, patient=patient_of(store), entry=entry).stored
        say(str(visit.revision))


def judge_amended(folder: Path, said: list[str]) -> int:
    """Corrections that are gone, and everything that a check complains of."""
    try:
        with closing_store(opened(_profile(folder))) as store:
            visit: Any = next(iter(visits(store).values()))
            behind = max(0, max(map(int, said), default=1) - visit.revision)
            return behind + len(complaints(store))
    except UserError:
        return len(said) + 1


def sign(folder: Path, say: Say) -> None:
    """Signs the chart again and again."""
    store = opened(_profile(folder))
    for _ in range(_SAVES):
        signed = signatures.sign(
            store,
            CTX,
            patient=patient_of(store),
            visit=None,
            meaning=Meaning.REVIEWED,
            passphrase=PASSPHRASE,
        )
        say(str(signed.id))


def judge_signed(folder: Path, said: list[str]) -> int:
    """Signatures that are gone, and everything that a check complains of."""
    try:
        with closing_store(opened(_profile(folder))) as store:
            chart = store.chart(patient_of(store))
            known = {str(each.id) for each in chart.of(Signature)}
            return len(set(said) - known) + len(complaints(store))
    except UserError:
        return len(said) + 1


# --- importing --------------------------------------------------------------------------

_FILES, _PATIENTS = 4, 6


def _prepare_import(folder: Path) -> None:
    make(_profile(folder))
    for number in range(_FILES):
        people = (_person(number, n) for n in range(_PATIENTS))
        clinics.written(folder / f"{number}.json", clinics.document(*people))


def _person(file: int, n: int) -> clinics.Document:
    base = 1_000 * (file + 1) + 10 * n
    visits_of = (clinics.visit(base + 1), clinics.visit(base + 2, "2024-02-08"))
    birth = f"19{40 + file * _PATIENTS + n}-0{1 + n % 9}"
    return clinics.patient(base, f"F{file}-{n}", *visits_of, birth=birth)


def import_files(folder: Path, say: Say) -> None:
    """Imports several files, each of several patients."""
    store = opened(_profile(folder))
    for number in range(_FILES):
        report = imports.import_file(store, CTX, path=folder / f"{number}.json")
        assert not report.problems, report.problems
        say(str(number))


def judge_imported(folder: Path, said: list[str]) -> int:
    """Files of which nothing or only a part is there, and what a check complains of."""
    bad = 0
    try:
        with closing_store(opened(_profile(folder))) as store:
            for number in range(_FILES):
                there = sum(store.find_mrn(f"F{number}-{n}") is not None for n in range(_PATIENTS))
                bad += there != _PATIENTS if str(number) in said else there not in {0, _PATIENTS}
            return bad + len(complaints(store))
    except UserError:
        return len(said) + 1


# --- migrating --------------------------------------------------------------------------


def _prepare_old(folder: Path) -> None:
    shutil.copytree(OLD_PROFILES / "0001", _profile(folder))


def migrate(folder: Path, say: Say) -> None:
    """Opens a profile of the first version, which brings it to this one."""
    store = clinics.opened(_profile(folder))
    say(store.schema)
    store.close(CLOCK.now())


def judge_migrated(folder: Path, _said: list[str]) -> int:
    """Everything that is not the old profile's content in one of the two schemas."""
    try:
        with closing_store(clinics.opened(_profile(folder))) as store:
            charts = [store.chart(line.patient) for line in store.patients(10)]
            same = (
                own_json.write(charts, store.ranges())
                == (OLD_PROFILES / "0001" / "export.json").read_bytes()
            )
            return (not same) + len(complaints(store))
    except (UserError, DatabaseError):
        return 1


# --- backing up and restoring -----------------------------------------------------------


def back_up(folder: Path, say: Say) -> None:
    """Makes three backups."""
    store = opened(_profile(folder))
    for _ in range(3):
        say(backups.back_up(store, CTX, folder=folder / "stick").path.name)


def judge_backed_up(folder: Path, said: list[str]) -> int:
    """Backups that are gone, those with a final name that cannot be restored, and complaints."""
    found = {path.name: path for path in (folder / "stick").glob("*.backup")}
    bad = len(set(said) - set(found)) + len(complaints_of(_profile(folder)))
    for number, path in enumerate(found.values()):
        target = Profile(folder / f"restored-{number}")
        try:
            restore(path, target, lambda ring: Keyring(ring).unlock(PASSPHRASE), now=CLOCK.now())
        except UserError:
            bad += 1
        shutil.rmtree(target.folder, ignore_errors=True)
    return bad


def _prepare_backup(folder: Path) -> None:
    """The backup has one visit more than the profile that it is restored over."""
    make(_profile(folder))
    before = anew(_profile(folder), folder / "before")
    store = opened(_profile(folder))
    (folder / "expected").write_text(f"{len(visits(store))} ")
    save_visit(store, 61)
    made = backups.back_up(store, CTX, folder=folder)
    made.path.rename(folder / "one.backup")
    store.close(CLOCK.now())
    anew(before, _profile(folder))
    shutil.rmtree(before)


def give_back(folder: Path, say: Say) -> None:
    """Restores the backup over the profile."""
    backups.restore(
        file=folder / "one.backup", folder=_profile(folder), passphrase=PASSPHRASE, clock=CLOCK
    )
    say("restored")


def judge_given_back(folder: Path, said: list[str]) -> int:
    """Neither the old profile nor the backup, or not the backup though that was said."""
    before = int((folder / "expected").read_text())
    try:
        with closing_store(opened(_profile(folder))) as store:
            there = len(visits(store))
            wrong = there != before + 1 if said else there not in {before, before + 1}
            return wrong + len(complaints(store))
    except UserError:
        return 1


# --- another data key -------------------------------------------------------------------


def _prepare_leaver(folder: Path) -> None:
    make(_profile(folder))
    store = opened(_profile(folder))
    accounts.add(store, CTX, name="Leaver Example", role=Role.NURSE)
    store.close(CLOCK.now())
    shutil.copy(Profile(_profile(folder)).keyring, folder / "old-keyring.json")


def leave(folder: Path, say: Say) -> None:
    """Lets somebody leave, which changes the data key."""
    store = opened(_profile(folder))
    [leaver] = [a for a in accounts.listed(store, CTX) if a.name == "Leaver Example"]
    accounts.leave(store, CTX, account=leaver.id, passphrase=PASSPHRASE)
    say("left")


def judge_left(folder: Path, said: list[str]) -> int:
    """Not to be opened, or complained of; or opened by the old keys though it was said."""
    bad = len(complaints_of(_profile(folder)))
    if said:
        old = Keyring(folder / "old-keyring.json").unlock(PASSPHRASE)
        try:
            open_db(Profile(_profile(folder)).database, old.data, readonly=True).close()
            bad += 1
        except UserError:
            pass
    return bad


# --- the controls: the same without what protects it ------------------------------------


@contextmanager
def no_transactions() -> Iterator[None]:
    """Each statement is stored by itself; the audit trail is told otherwise, or it would refuse."""
    with (
        patch.object(EncryptedDatabase, "atomic", lambda _db: nullcontext()),
        patch.object(EncryptedDatabase, "in_transaction", lambda _db: True),
        # the runner of the migrations asks Peewee for one of its own
        patch.multiple(Orm, begin=lambda _db: None, commit=lambda _db: None),
    ):
        yield


def unprotected(act: Any) -> Any:
    """The same act without transactions."""

    def run(folder: Path, say: Say) -> None:
        with no_transactions():
            act(folder, say)

    return run


def migrate_in_place(folder: Path, say: Say) -> None:
    """Migrates the live file, statement by statement."""

    def in_place(
        _profile: Profile, db: EncryptedDatabase, *_: Any, complete: Any, **__: Any
    ) -> EncryptedDatabase:
        schema.migrate(db)
        complete(db)
        return db

    with no_transactions(), patch("tracker.store.store.migrate_profile", in_place):
        migrate(folder, say)


def back_up_plainly(folder: Path, say: Say) -> None:
    """Packs the backup straight under its final name."""
    store = opened(_profile(folder))
    stick = folder / "stick"
    stick.mkdir()
    for number in range(3):
        made = backup_files.make_backup(
            store._db, store.keys, store.profile, folder / "good", now=CLOCK.now()
        )
        _copied_plainly(made.path, stick / f"{number}.backup")
        say(f"{number}.backup")


def restore_plainly(folder: Path, say: Say) -> None:
    """Unpacks the backup over the live files."""
    with zipfile.ZipFile(folder / "one.backup") as packed:
        packed.extractall(folder / "unpacked")
    for path in (folder / "unpacked").iterdir():
        _copied_plainly(path, _profile(folder) / path.name)
    say("restored")


def rotate_plainly(folder: Path, say: Say) -> None:
    """Moves database and keyring of the new key in one after the other."""

    def one_by_one(profile: Profile, part: Profile, _now: Any) -> None:
        for name in ("tracker.db", "keyring.json", "head.json"):
            _copied_plainly(part.folder / name, profile.folder / name)

    def finish(profile: Profile, keys: Any) -> EncryptedDatabase:
        return open_db(profile.database, keys.data)

    with (
        patch.object(rotation.restore, "make_ready", one_by_one),
        patch.object(rotation, "finish", finish),
    ):
        leave(folder, say)


def _copied_plainly(source: Path, target: Path) -> None:
    """Byte after byte into the target, as a program does that thinks of no kill."""
    with source.open("rb") as new, target.open("wb", buffering=0) as old:
        while part := new.read(_CHUNK):
            old.write(part)
            time.sleep(0.0005)  # a slow stick


STORMS: dict[str, tuple[str, Storm, Act, str]] = {
    "kill-save": (
        "killed while saving visits",
        Storm(_prepare, save, judge_saves),
        unprotected(save),
        "no transaction",
    ),
    "kill-amend": (
        "killed while correcting a visit",
        Storm(_prepare, amend, judge_amended),
        unprotected(amend),
        "no transaction",
    ),
    "kill-sign": (
        "killed while signing",
        Storm(_prepare, sign, judge_signed),
        unprotected(sign),
        "no transaction",
    ),
    "kill-import": (
        "killed while importing files",
        Storm(_prepare_import, import_files, judge_imported),
        unprotected(import_files),
        "no transaction",
    ),
    "kill-migrate": (
        "killed while migrating from the first schema",
        Storm(_prepare_old, migrate, judge_migrated),
        migrate_in_place,
        "in place, no transaction",
    ),
    "kill-backup": (
        "killed while backing up",
        Storm(_prepare, back_up, judge_backed_up),
        back_up_plainly,
        "written under its final name",
    ),
    "kill-restore": (
        "killed while restoring",
        Storm(_prepare_backup, give_back, judge_given_back),
        restore_plainly,
        "unpacked over the live files",
    ),
    "kill-rotate": (
        "killed while the data key is changed",
        Storm(_prepare_leaver, leave, judge_left),
        rotate_plainly,
        "moved in file by file",
    ),
}
