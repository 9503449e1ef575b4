# SPDX-License-Identifier: MIT
"""What lies around the program: full disks, exchanged files, other programs, people, clocks."""

import contextlib
import os
import resource
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from tests import clinics
from tests.clinics import CLOCK, CTX, FixedClock
from tests.faults.profile import (
    anew,
    closing_store,
    complaints_of,
    make,
    opened,
    patient_of,
    save_visit,
    visits,
)
from tests.faults.table import Tally
from tests.faults.tries import seen
from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import UserError
from tracker.domain.records import KINDS
from tracker.domain.records.base import build
from tracker.services import backups, exports, imports, records
from tracker.services.context import Context
from tracker.services.records import Entry
from tracker.store import lock
from tracker.store.connection import EncryptedDatabase
from tracker.store.faults import Fault, StorageFault, named_faults
from tracker.store.files import Profile
from tracker.store.store import Store

Refresh = Callable[[Path, Store], object]

# --- a full disk ------------------------------------------------------------------------


@contextmanager
def _small_disk(folder: Path, size: int) -> Iterator[None]:
    """A file system of ``size`` bytes where we may mount one, else a limit for each file."""
    options = ["-t", "tmpfs", "-o", f"size={size}", "faults", str(folder)]
    if os.geteuid() == 0 and subprocess.run(["mount", *options], check=False).returncode == 0:
        try:
            yield
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _fill(folder: Path, leaving: int) -> Path:
    """Takes all room but so many bytes."""
    filler = folder / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(65_536))
    with filler.open("rb+") as file:
        file.truncate(max(0, filler.stat().st_size - leaving))
    return filler


def _import_more(folder: Path, store: Store) -> object:
    serial = len(store.patients(10_000)) * 50
    people = [clinics.patient(serial + n, f"N{serial + n}") for n in range(40)]
    for n, person in enumerate(people):
        person["patient"]["birth"] = f"{1900 + n}-{1 + serial // 50 % 12:02d}"
    file = clinics.written(folder.parent / "more.json", clinics.document(*people))
    with patch.object(imports, "_may_be", None):
        report = imports.import_file(
            store, CTX, path=file, answers=lambda _: imports.SamePerson.OTHER
        )
    assert not report.problems, report.problems
    return report


def _export(folder: Path, store: Store) -> object:
    return exports.export(store, CTX, dest=folder / "all.json", force=True)


_FULL: dict[str, Refresh] = {
    "save": lambda _folder, store: save_visit(store, 61),
    "import": _import_more,
    "backup": lambda folder, store: backups.back_up(store, CTX, folder=folder / "stick"),
    "export": _export,
}


def disk_full(folder: Path, tries: int, rng: Random) -> Tally:
    """Saves, imports, backups and exports on a disk that has almost no room left."""
    disk, tally, refused = folder / "disk", Tally(tries), 0
    template = make(folder / "profile")
    disk.mkdir()
    room = sum(path.stat().st_size for path in template.rglob("*")) * 8
    with _small_disk(disk, room):
        for _ in range(tries):
            live = anew(template, disk / "profile")
            name, store = rng.choice(list(_FULL)), opened(live)
            before = {str(save_visit(store, 50))}
            filler = _fill(disk, rng.randrange(0, 200_000))
            try:
                _FULL[name](disk, store)
            except StorageFault as fault:
                refused += 1
                tally.silent += fault.fault not in {Fault.FULL, Fault.DISK}
                tally.lost += bool(_partial(disk))
            filler.unlink()
            _FULL[name](disk, store)  # the same again, now that there is room
            store.close(CLOCK.now())
            tally.lost += bool(complaints_of(live)) or bool(_missing(live, before))
            shutil.rmtree(disk / "stick", ignore_errors=True)
            (disk / "all.json").unlink(missing_ok=True)
    tally.notes.append(f"{refused} refused in words, all repeated with success")
    return tally


def _partial(disk: Path) -> list[Path]:
    """Files with a final name that hold only a part."""
    return [*(disk / "stick").glob("*.backup"), *disk.glob("all.json")]


def _missing(folder: Path, said: set[str]) -> set[str]:
    with closing_store(opened(folder)) as store:
        return said - {str(each) for each in visits(store)}


def disk_full_plainly(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: a backup is packed straight under its final name."""
    with patch.dict(_FULL, {"backup": _back_up_plainly}, clear=True):
        return disk_full(folder, tries, rng)


def _back_up_plainly(folder: Path, store: Store) -> object:
    (folder / "stick").mkdir(exist_ok=True)
    with named_faults(), zipfile.ZipFile(folder / "stick" / "plain.backup", "w") as packed:
        packed.write(store.path, "tracker.db")
    return None


# --- where nothing can be written -------------------------------------------------------


def read_only(folder: Path, tries: int, rng: Random) -> Tally:
    """A profile on a medium that cannot be written to: it opens, shows, and refuses to save."""
    template, disk, tally = make(folder / "profile"), folder / "disk", Tally(tries)
    disk.mkdir()
    for _ in range(tries):
        live = anew(template, disk / "profile")
        with _unwritable(live):
            before = _bytes(live)
            tally.silent += not seen(lambda live=live: _shows_and_refuses(live), tally)
            tally.lost += _bytes(live) != before
    return tally


@contextmanager
def _unwritable(live: Path) -> Iterator[None]:
    if os.geteuid() == 0:
        bind = ["mount", "--bind", str(live), str(live)]
        again = ["mount", "-o", "remount,ro,bind", str(live)]
        for command in (bind, again):
            subprocess.run(command, check=True)
        try:
            yield
        finally:
            subprocess.run(["umount", "--lazy", str(live)], check=True)
        return
    live.chmod(0o500)
    for path in live.iterdir():
        path.chmod(0o400)
    try:
        yield
    finally:
        live.chmod(0o700)


def _shows_and_refuses(live: Path) -> bool:
    with closing_store(opened(live)) as store:
        assert store.chart(patient_of(store))
        save_visit(store, 61)
    return False


def read_only_by_hope(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: the medium can be written to, so that the save goes through."""
    with patch(f"{__name__}._unwritable", lambda _live: contextlib.nullcontext()):
        return read_only(folder, tries, rng)


# --- exchanged, removed, foreign and newer files ------------------------------------------


def replaced(folder: Path, tries: int, _rng: Random) -> Tally:
    """The file is exchanged, removed or emptied while it is open: the next save is refused."""
    template, live, tally = make(folder / "profile"), folder / "live", Tally(tries)
    for exchange in islice(cycle(_EXCHANGES), tries):  # in turn: eight tries meet each twice
        store = opened(anew(template, live))
        exchange(Profile(live).database, Profile(template).database)

        def refuses(store: Store = store) -> bool:
            with store.naming_faults():
                save_visit(store, 61)
            return False

        tally.lost += not seen(refuses, tally)
        with closing_store(store):
            pass
    return tally


def _put_over(path: Path, other: Path) -> None:
    shutil.copy(other, path.with_name("new"))
    path.with_name("new").replace(path)


_EXCHANGES: list[Callable[[Path, Path], object]] = [
    _put_over,
    lambda path, _other: path.unlink(),
    lambda path, _other: path.write_bytes(b""),
    lambda path, _other: path.rename(path.with_name("moved")),
]


def replaced_unseen(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: nobody looks whether it is the same file."""
    with patch.object(EncryptedDatabase, "require_same_file", lambda _db: None):
        return replaced(folder, tries, rng)


def foreign(folder: Path, tries: int, rng: Random) -> Tally:
    """Newer, foreign, mistyped and missing files: refused, and no byte is changed."""
    template, live, tally = make(folder / "profile"), folder / "live", Tally(tries)
    for _ in range(tries):
        anew(template, live)
        rng.choice(_FOREIGN)(live)
        before = _bytes(live)

        def refuses() -> bool:
            with closing_store(opened(live)):
                return False

        tally.silent += not seen(refuses, tally)
        tally.lost += _bytes(live) != before
    return tally


def _bytes(folder: Path) -> dict[str, bytes]:
    """Every file but the lock, which says only who has tried."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "tracker.lock")
    return {path.name: path.read_bytes() for path in found}


def _sql(live: Path, statement: str) -> None:
    with closing_store(opened(live)) as store:
        store._db.execute_sql(statement)


_FOREIGN: list[Callable[[Path], object]] = [
    lambda live: _sql(
        live,
        "UPDATE schema_migration SET name = '9999_newer' WHERE name = "
        "(SELECT max(name) FROM schema_migration)",
    ),
    lambda live: _sql(live, "PRAGMA application_id = 1"),
    lambda live: Profile(live).database.unlink(),
    lambda live: Profile(live).database.write_bytes(b""),
    lambda live: Profile(live).database.write_bytes(b"SQLite format 3\x00" + bytes(4080)),
    lambda live: Profile(live).database.write_bytes(os.urandom(65_536)),
    lambda live: Profile(live).keyring.unlink(),
]


def foreign_trusted(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: neither the kind of file nor its schema is asked for."""
    with (
        patch("tracker.store.connection._require_ours", lambda _db: None),
        patch("tracker.store.store.pending_migrations", lambda _db: []),
    ):
        return foreign(folder, tries, rng)


# --- a second program ---------------------------------------------------------------------


def second_instance(folder: Path, tries: int, rng: Random) -> Tally:
    """A second program may only read while the first writes, and comes in when that is killed."""
    live, tally = make(folder / "profile"), Tally(tries)
    for _ in range(tries):
        tally.silent += _both_write(live)
        with closing_store(opened(live)) as store:  # after the kill the way is free
            tally.lost += not store.chart(patient_of(store))
    return tally


def _both_write(live: Path) -> bool:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            first = opened(live)
            os.write(writing, b"x")
            time.sleep(60)
            first.close(CLOCK.now())
        finally:
            os._exit(1)
    try:
        os.read(reading, 1)
        try:
            with closing_store(opened(live)) as second:
                return not second.readonly
        except UserError:
            return False
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(reading)
        os.close(writing)


def second_instance_unlocked(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: nobody holds the lock."""
    with patch.object(lock, "_take", lambda _descriptor: None):
        return second_instance(folder, tries, rng)


# --- two seats ------------------------------------------------------------------------------


def two_seats(folder: Path, tries: int, rng: Random) -> Tally:
    """Two people read the same visit and save in any order: nobody's entry is overwritten."""
    store, tally, conflicts = opened(make(folder / "profile")), Tally(tries), 0
    patient = patient_of(store)
    save_visit(store, 60)
    for number in range(tries):
        found: Any = list(visits(store).values())[-1]
        read: list[Any] = [found, found]
        steps = [0, 0, 1, 1]
        rng.shuffle(steps)
        has_read, saved = [False, False], 0
        for seat in steps:
            if not has_read[seat]:
                has_read[seat] = True
                read[seat] = list(visits(store).values())[-1]
                continue
            now: Any = list(visits(store).values())[-1]
            is_stale = now.revision != read[seat].revision
            record = build(KINDS["visit"], {**_TEXTS, "weight": f"{40 + number % 50}.{seat + 1}"})
            entry = Entry(record=record, stored=read[seat], note=f"seat {seat} turn {number}")
            try:
                records.save(store, CTX.because("corrected"), patient=patient, entry=entry)
                saved += 1
                tally.silent += is_stale
            except UserError:
                conflicts += 1
                tally.lost += not is_stale
    store.close(CLOCK.now())
    tally.lost += len(complaints_of(folder / "profile"))
    tally.notes.append(f"{conflicts} conflicts told")
    return tally


_TEXTS = {"date": "2024-11-25", "contact": "visit", "ecog": "1"}


def two_seats_unchecked(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: a save takes whatever revision is there."""
    from tracker.store.unit import Unit

    amend = Unit.amend

    def latest(unit: Unit, stored: Any, record: Any, **envelope: Any) -> Any:
        now = unit._db.execute_sql(
            "SELECT max(revision) FROM visit WHERE id = ?", (stored.id.bytes,)
        )
        from dataclasses import replace

        return amend(unit, replace(stored, revision=now.fetchone()[0]), record, **envelope)

    with patch.object(Unit, "amend", latest):
        return two_seats(folder, tries, rng)


# --- clocks and time zones ------------------------------------------------------------------

_ZONES = (
    "Asia/Shanghai",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
)
_DAYS = ("2024-03-10", "2024-03-31", "2024-04-07", "2024-10-06", "2024-10-27", "2024-11-03")


def clocks(folder: Path, tries: int, rng: Random) -> Tally:
    """Dates entered in one zone and read in another, on the days when clocks are changed."""
    return _clocks(folder, tries, rng, lambda day: day)


def clocks_by_instant(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: a date is kept as the instant of its midnight."""

    def kept(day: str) -> str:
        midnight = datetime.combine(date.fromisoformat(day), datetime.min.time()).astimezone()
        return midnight.astimezone(UTC).date().isoformat()

    return _clocks(folder, tries, rng, kept)


def _clocks(folder: Path, tries: int, rng: Random, kept: Callable[[str], str]) -> Tally:
    store, tally = opened(make(folder / "profile")), Tally()
    patient, zone_before = patient_of(store), os.environ.get("TZ")
    known = {str(each) for each in visits(store)}
    at = [(zone, day) for zone in _ZONES for day in _DAYS]
    for zone, day in (at * (1 + tries // len(at)))[:tries]:
        _set_zone(zone)
        hour = rng.randrange(24)
        instant = datetime.fromisoformat(f"{day}T{hour:02d}:30").astimezone()
        instant += timedelta(days=rng.choice((0, 0, -365, 365)))  # a clock that was set wrong
        ctx = Context(CTX.user, CTX.role, FixedClock(instant))
        record = build(KINDS["visit"], {"date": kept("2019-03-31"), "contact": "visit"})
        saved = records.save(store, ctx, patient=patient, entry=Entry(record=record))
        known.add(str(saved.stored.id))
        _set_zone(rng.choice(_ZONES))
        read: Any = visits(store)[saved.stored.id]
        tally.tries += 1
        tally.lost += str(read.record.date) != "2019-03-31"
        tally.silent += read.recorded_at != instant
    _set_zone(zone_before)
    lines = store.trail.page(TrailFilter(), 10_000)
    numbers = [line.seq for line in lines]
    tally.lost += numbers != sorted(numbers, reverse=True)
    tally.lost += len(known) != len(visits(store))
    store.close(CLOCK.now())
    tally.lost += len(complaints_of(folder / "profile"))
    tally.notes.append(f"{len(_ZONES)} zones, {len(_DAYS)} days; order of the trail kept")
    return tally


def _set_zone(zone: str | None) -> None:
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    time.tzset()
