# SPDX-License-Identifier: MIT
"""Damaged files: flipped bits, old pages, broken journals, spoofed backups, changed keyrings."""

import contextlib
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE
from tests.faults.paths import STORMS
from tests.faults.powercut import contents_kept, written
from tests.faults.profile import (
    anew,
    closing_store,
    complaints_of,
    make,
    opened,
    save_visit,
    visits,
)
from tests.faults.table import Tally
from tests.faults.trace import recorded
from tests.faults.tries import seen
from tracker.services import backups
from tracker.store import connection, keyring, restore, slots
from tracker.store.connection import PAGE_BYTES
from tracker.store.files import Profile
from tracker.store.keyring import Keyring

# --- flipped bits ---------------------------------------------------------------------


def _flipped(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def _opening_complains(folder: Path) -> bool:
    """Whether opening, and the check of the pages that follows it, say something."""
    with closing_store(opened(folder)) as store:
        return bool(store.warnings or store.check_pages())


def flip_database(folder: Path, tries: int, rng: Random) -> Tally:
    """One bit of the database at a time."""
    live = make(folder / "profile")
    database, tally = Profile(live).database, Tally(tries)
    sound = database.read_bytes()
    for _ in range(tries):
        database.write_bytes(_flipped(sound, rng))
        tally.silent += not seen(lambda: _opening_complains(live), tally)
        Path(f"{database}-journal").unlink(missing_ok=True)
    return tally


def flip_plain(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: the same records in a file without encryption."""
    plain = folder / "plain.db"
    with closing_store(opened(make(folder / "profile"))) as store:
        store._db.execute_sql(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
        store._db.execute_sql("SELECT sqlcipher_export('plain')")
    sound, content = plain.read_bytes(), _dump(plain)
    tally = Tally(tries)
    for _ in range(tries):
        plain.write_bytes(_flipped(sound, rng))
        # a flip that SQLite takes for sound may still be no text: whoever dumps it, stumbles
        with contextlib.suppress(sqlite3.Error, UnicodeDecodeError, TypeError):
            tally.silent += _dump(plain) != content
    return tally


def _dump(path: Path) -> list[str]:
    """The content of a plain file that passes its own check."""
    with closing(sqlite3.connect(path)) as db:
        if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise sqlite3.DatabaseError
        return list(db.iterdump())


# --- old pages and old files ----------------------------------------------------------


def _snapshots(folder: Path, count: int) -> list[dict[str, bytes]]:
    """Database and sealed head after each save."""
    live, found = make(folder / "profile"), []
    for weight in range(40, 40 + count):
        store = opened(live)
        save_visit(store, weight)
        store.close(CLOCK.now())
        paths = (Profile(live).database, Profile(live).head)
        found.append({path.name: path.read_bytes() for path in paths})
    return found


def _put_back(old: dict[str, bytes], new: dict[str, bytes], rng: Random) -> bytes:
    """The new database with one page of the old one, or the whole old one."""
    before, now = old["tracker.db"], new["tracker.db"]
    starts = range(0, min(len(before), len(now)), PAGE_BYTES)
    changed = [n for n in starts if before[n : n + PAGE_BYTES] != now[n : n + PAGE_BYTES]]
    if rng.random() < 0.2:
        return before
    at = rng.choice(changed)
    return now[:at] + before[at : at + PAGE_BYTES] + now[at + PAGE_BYTES :]


def old_page(complain: Callable[[Path], bool]) -> Callable[[Path, int, Random], Tally]:
    """Authentic pages of the day before, in today's file, with today's head."""

    def run(folder: Path, tries: int, rng: Random) -> Tally:
        found = _snapshots(folder, 12)
        live, tally, contents = folder / "profile", Tally(tries), []
        for each in found:
            Profile(live).database.write_bytes(each["tracker.db"])
            contents.append(_content(live))
        for _ in range(tries):
            older, newer = sorted(rng.sample(range(len(found)), 2))
            Profile(live).database.write_bytes(_put_back(found[older], found[newer], rng))
            Profile(live).head.write_bytes(found[newer]["head.json"])
            if not seen(lambda: complain(live), tally):
                tally.silent += _content(live) != contents[newer]
        return tally

    return run


def _content(folder: Path) -> dict[str, list[Any]]:
    """All rows; a page may be old and say the same."""
    with closing_store(opened(folder, readonly=True)) as store:
        tables = store.counts()
        return {name: store._db.execute_sql(f"SELECT * FROM {name}").fetchall() for name in tables}


def checked_wholly(folder: Path) -> bool:
    """Whether opening, the page check or the whole check says something."""
    return bool(complaints_of(folder))


def pages_checked(folder: Path) -> bool:
    """The control: the integrity of the file alone, without head and audit chain."""
    with closing_store(opened(folder)) as store:
        return bool(store.check_pages())


# --- the journal that a power cut leaves ----------------------------------------------


def damaged_journal(folder: Path, tries: int, rng: Random) -> Tally:
    """A hot journal with a flipped bit, cut off, or gone."""
    live = folder / "live"
    live.mkdir()
    STORMS["kill-save"][1].prepare(live)
    command = ["tests.faults.traced", "kill-save", str(live)]
    trace = recorded(command, live, folder / "calls")
    moments = [
        number
        for number, op in enumerate(trace.ops, start=1)
        if op.what == "write" and op.file in trace.base and op.at % PAGE_BYTES == 0
    ]
    tally, unharmed = Tally(tries), 0
    for _ in range(tries):
        at = rng.choice(moments)
        written(live, contents_kept(trace, at))
        _damage(live / "profile" / "tracker.db-journal", rng)
        said = {op.data.decode() for op in trace.ops[:at] if op.what == "ack"}
        alarm = seen(lambda: bool(complaints_of(live / "profile")), tally)
        if not alarm:
            missing = _missing(live / "profile", said)
            tally.silent += bool(missing)
            unharmed += not missing
    tally.notes.append(f"{tries - unharmed} refused or reported, {unharmed} with nothing missing")
    return tally


def _missing(folder: Path, said: set[str]) -> set[str]:
    with closing_store(opened(folder)) as store:
        return said - {str(each) for each in visits(store)}


def _damage(journal: Path, rng: Random) -> None:
    if not journal.exists():
        return
    data, how = journal.read_bytes(), rng.random()
    if how < 0.1 or not data:
        journal.unlink()
    elif how < 0.4:
        journal.write_bytes(data[: rng.randrange(len(data))])
    else:
        journal.write_bytes(_flipped(data, rng))


def damaged_wal(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: the same saves with a write-ahead log, of which one bit is flipped."""
    live, tally = make(folder / "profile"), Tally(tries)
    wal = {**connection._PRAGMAS, "journal_mode": ("WAL", "wal")}
    with patch.object(connection, "_PRAGMAS", wal):
        store = opened(live)
        said = {str(save_visit(store, weight)) for weight in range(40, 52)}
        left = anew(live, folder / "left")
        store.close(CLOCK.now())
    for _ in range(tries):
        found = anew(left, folder / "found")
        log = Path(f"{Profile(found).database}-wal")
        log.write_bytes(_flipped(log.read_bytes(), rng))
        if not seen(lambda found=found: bool(complaints_of(found)), tally):
            tally.silent += bool(_missing(found, said))
    return tally


# --- backups --------------------------------------------------------------------------


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _packed(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in members.items():
            packed.writestr(name, data)


class _Stick:
    """Two backups of one clinic, the older of which a spoofer takes parts from."""

    def __init__(self, folder: Path) -> None:
        store = opened(make(folder / "profile"))
        self.older = backups.back_up(store, CTX, folder=folder / "stick").path
        save_visit(store, 61)
        self.newer = backups.back_up(store, CTX, folder=folder / "stick").path
        store.close(CLOCK.now())
        self.sound = self.newer.read_bytes()
        self.parts = _members(self.newer)
        self.spoofed = folder / "spoofed.backup"

    def spoof(self, rng: Random) -> None:
        """Writes a backup that is flipped, cut off, or put together from two."""
        how = rng.random()
        if how < 0.5:
            self.spoofed.write_bytes(_flipped(self.sound, rng))
        elif how < 0.7:
            self.spoofed.write_bytes(self.sound[: rng.randrange(len(self.sound))])
        else:
            self._exchange(rng)

    def _exchange(self, rng: Random) -> None:
        parts, older = dict(self.parts), _members(self.older)
        name = rng.choice(["tracker.db", "head.json", "manifest.json", "keyring.json", "none"])
        if name == "none":
            parts[rng.choice(["../evil", "extra.db", "tracker.db-journal"])] = b"x"
        elif name == "keyring.json":
            parts[name] = parts[name].replace(b"Synthetic Admin", b"Synthetic Nurse")
        else:
            parts[name] = older[name]
        _packed(self.spoofed, parts)


def spoofed_backups(folder: Path, tries: int, rng: Random) -> Tally:
    """Damaged and put-together backups must not be restored."""
    stick, tally, same = _Stick(folder), Tally(tries), 0
    for _ in range(tries):
        stick.spoof(rng)
        target = folder / "target"
        shutil.rmtree(target, ignore_errors=True)

        def refuses(target: Path = target) -> bool:
            _restore(stick.spoofed, target)
            return False

        if not seen(refuses, tally):
            equal = Profile(target).database.read_bytes() == stick.parts["tracker.db"]
            tally.silent += not equal
            same += equal
    tally.notes.append(f"{same} whose damage hit no content were restored whole")
    return tally


def _restore(backup: Path, target: Path) -> None:
    restore.restore(
        backup, Profile(target), lambda ring: Keyring(ring).unlock(PASSPHRASE), now=CLOCK.now()
    )


def spoofed_without_manifest(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: whatever unpacks is restored."""

    def trusted(_backup: Path, part: Profile, _keys: Any) -> str:
        (part.folder / "manifest.json").unlink()
        return "some day"

    with patch.object(restore, "_require_genuine", trusted):
        return spoofed_backups(folder, tries, rng)


# --- keyrings -------------------------------------------------------------------------


def changed_keyring(folder: Path, tries: int, rng: Random) -> Tally:
    """Flipped bits, cheaper costs, moved and renamed slots, slots of another database."""
    ring, other = folder / "keyring.json", folder / "other"
    clinics.make(other).close(CLOCK.now())
    clinics.make(folder / "profile").close(CLOCK.now())
    sound = Profile(folder / "profile").keyring.read_bytes()
    foreign = json.loads(Profile(other).keyring.read_bytes())
    tally = Tally(tries)
    for _ in range(tries):
        ring.write_bytes(_changed(sound, foreign, rng))
        tally.silent += not seen(lambda: _is_unlocked_alike(ring, sound), tally)
    return tally


def _is_unlocked_alike(ring: Path, sound: bytes) -> bool:
    """Whether what unlocks says the same as before; a refusal is raised."""
    Keyring(ring).unlock(PASSPHRASE)
    return bool(json.loads(ring.read_bytes()) == json.loads(sound))


def _changed(sound: bytes, foreign: dict[str, Any], rng: Random) -> bytes:
    if rng.random() < 0.5:
        return _flipped(sound, rng)
    whole = json.loads(sound)
    slot, strange = rng.choice(whole["slots"]), rng.choice(foreign["slots"])
    changes: list[Callable[[], object]] = [
        lambda: slot["kdf"].update(m=rng.choice((1, 4, 1 << 40))),
        lambda: slot["kdf"].update(t=0),
        lambda: slot.update(role=rng.choice(("viewer", "nurse"))),
        lambda: slot.update(name="Somebody Else"),
        lambda: slot.update(id=strange.get("id", "00" * 16)),
        lambda: slot.update(wrapped=strange["wrapped"]),
        lambda: whole.update(slots=foreign["slots"]),
        lambda: whole.update(uuid=foreign["uuid"]),
        lambda: whole.update(slots=whole["slots"][:1]),
    ]
    rng.choice(changes)()
    whole.pop("sha256")
    whole["sha256"] = keyring._checksum(whole)  # whoever changes it on purpose can do this too
    return json.dumps(whole).encode()


def unbound_keyring(folder: Path, tries: int, rng: Random) -> Tally:
    """The control: slots that are bound to nothing, and nobody vouches for the file."""
    with (
        patch.object(slots.Slot, "bound_to", lambda *_: b""),
        patch.object(Keyring, "_vouched", lambda _ring, _content, keys: keys),
    ):
        return changed_keyring(folder, tries, rng)
