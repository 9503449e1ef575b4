# SPDX-License-Identifier: MIT
"""Retire a computer: a verified copy elsewhere, then the keys here are destroyed, with a paper."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import NotFound, Problem, Refused
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, Say, normal
from tracker.services import accounts, backups, erasures
from tracker.services.context import Context
from tracker.store.backup import sha256
from tracker.store.faults import named_faults
from tracker.store.files import Profile, replace_file
from tracker.store.keyring import Keyring
from tracker.store.lock import ProfileLock
from tracker.store.retirement import Note, note_of
from tracker.store.retirement import retire as destroy_profile
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an administrator decides.

    Attributes:
        certificate: the file that will say what was done; outside the profile.
        copy: the folder for the last backup, on another medium; None when none is needed.
        no_copy_because: why, in that case.
    """

    certificate: Path
    copy: Path | None = None
    no_copy_because: str = ""


def retire(store: Store, ctx: Context, *, passphrase: str, wanted: Wanted, say: Say = str) -> str:
    """Destroys the keys and every file of the open profile; returns the certificate.

    The store is closed afterwards, and opens no more. ``say`` is the language of the certificate.

    Raises:
        NotPermitted: the role may not.
        WrongPassphrase: it is not this administrator's.
        Refused: something is missing or in the wrong place, or the copy cannot be restored with
            this passphrase. In each case everything is as it was.
        StorageFault: the disk refused it. The next start says how far it came.
    """
    ctx.require(Action.RETIRE)
    profile, now = store.profile, ctx.clock.now()
    Refused.if_any(_problems(store, wanted))
    accounts.confirm(store, ctx, passphrase=passphrase)
    with ExitStack() as undo:
        with named_faults():  # the place can be written to, before anything is destroyed
            replace_file(wanted.certificate, f"{say(Message(_BEGUN))}\n".encode())
        undo.callback(wanted.certificate.unlink)
        _log(store, ctx, wanted)
        copied = _copy(store, ctx, passphrase, wanted.copy) if wanted.copy else None
        facts = [*_head(store, ctx), *_copies(store, copied, wanted)]
        code = store.seal(now)
        undo.pop_all()
    store.close(now)
    with ProfileLock(profile.lock):
        lines = (*facts, *_tail(profile, code))
        text = "\n".join(line if isinstance(line, str) else say(line) for line in lines)
        paper = str(wanted.certificate.absolute())
        note = Note(now.isoformat(timespec="seconds"), ctx.user, paper, text)
        destroy_profile(profile, note)
    return text


def finish(folder: Path) -> str:
    """Finishes what was begun and interrupted: needs no key, for there may be none any more.

    Raises:
        NotFound: nothing was begun in this folder.
        StorageFault: the disk refused it again.
    """
    note = note_of(folder)
    if note is None:
        text = QT_TRANSLATE_NOOP("Message", "No retiring was begun in {folder}.")
        raise NotFound(Message(text, {"folder": str(folder)}))
    profile = Profile(folder)
    with ProfileLock(profile.lock):
        destroy_profile(profile, note)
    return note.text


def _log(store: Store, ctx: Context, wanted: Wanted) -> None:
    """Written before the copy is made, so that the copy says what became of this computer."""
    why = normal(wanted.no_copy_because)
    said = {"copy": str(wanted.copy)} if wanted.copy else {"no copy because": why}
    with store.unit(ctx.stamp()) as unit:
        unit.log("retire", content=said)


def _problems(store: Store, wanted: Wanted) -> list[Problem]:
    found = []
    own = store.profile.folder.resolve()
    for place in filter(None, (wanted.certificate, wanted.copy)):
        if place.resolve().is_relative_to(own):
            found.append(Problem(Message(_INSIDE, {"place": str(place)})))
    if wanted.certificate.exists():
        found.append(Problem(Message(_TAKEN, {"file": str(wanted.certificate)})))
    if bool(wanted.copy) == bool(normal(wanted.no_copy_because)):
        found.append(Problem(_EITHER))
    if store.is_demo or store.user_id is None:
        found.append(Problem(_NOT_THIS))
    return found


def _copy(store: Store, ctx: Context, passphrase: str, folder: Path) -> backups.BackedUp:
    """A backup on another medium that was restored, as a trial, with this passphrase."""
    made = backups.back_up(store, ctx, folder=folder)
    if made.on_second_medium is False:
        raise Refused(Message(_SAME_MEDIUM, {"folder": str(folder)}))
    checked = backups.drill(file=made.path, passphrase=passphrase, clock=ctx.clock)
    if checked.findings:
        raise Refused(Message(_NOT_SOUND, {"file": made.path.name}), *checked.findings)
    return made


def _head(store: Store, ctx: Context) -> Iterator[Message | str]:
    yield Message(_CERTIFICATE)
    yield ""
    yield Message(_CLINIC, {"clinic": store.clinic})
    yield Message(_WHEN, {"at": ctx.clock.now().isoformat(timespec="seconds")})
    yield Message(_BY, {"name": ctx.user, "role": ctx.role})
    yield Message(_FOLDER, {"folder": str(store.profile.folder)})
    values = {"id": str(store.uuid), "schema": store.schema, "n": store.counts()["patient"]}
    yield Message(_DATABASE, values)


def _copies(
    store: Store, copied: backups.BackedUp | None, wanted: Wanted
) -> Iterator[Message | str]:
    if copied is None:
        yield Message(_NO_COPY, {"why": normal(wanted.no_copy_because)})
    else:
        told = _ANOTHER if copied.on_second_medium else _UNTOLD
        yield Message(told, {"file": str(copied.path)})
        yield f"  SHA-256 {sha256(copied.path)}"
        people = ", ".join(user.name for user in Keyring(store.profile.keyring).users())
        yield Message(_OPENS_WITH, {"people": people})
    folders = dict.fromkeys(
        new
        for line in erasures.entries(store, TrailFilter(action="backup"))
        for name, _old, new in line.changes
        if name == "folder"
    )
    older = [f"  {folder}" for folder in folders if folder != str(wanted.copy)]
    if older:
        yield Message(_OLDER)
        yield from older


def _tail(profile: Profile, code: str) -> Iterator[Message | str]:
    size, digest = profile.database.stat().st_size, sha256(profile.database)
    yield Message(_LAST_ENTRY, {"code": code})
    yield Message(_FILE, {"size": size, "sha256": digest})
    yield ""
    yield Message(_REMOVED)
    yield ""
    yield from (Message(_UNREADABLE), Message(_OLD_BLOCKS), Message(_NOT_FOUND))
    yield ""
    yield Message(_SIGNATURE)
    yield ""


_CERTIFICATE = QT_TRANSLATE_NOOP(
    "Message", "CERTIFICATE: records of a clinic taken out of use on one computer"
)
_BEGUN = QT_TRANSLATE_NOOP("Message", "Begun, not finished.")
_CLINIC = QT_TRANSLATE_NOOP("Message", "Clinic: {clinic}")
_WHEN = QT_TRANSLATE_NOOP("Message", "When: {at}")
_BY = QT_TRANSLATE_NOOP("Message", "By: {name} ({role}), who typed the passphrase again")
_FOLDER = QT_TRANSLATE_NOOP("Message", "Folder: {folder}")
_DATABASE = QT_TRANSLATE_NOOP("Message", "Database: {id}, schema {schema}, charts: {n}")
_NO_COPY = QT_TRANSLATE_NOOP("Message", "Last copy: none was made. Reason: {why}")
_ANOTHER = QT_TRANSLATE_NOOP(
    "Message", "Last copy: {file}, on another medium, restored as a trial and checked"
)
_UNTOLD = QT_TRANSLATE_NOOP(
    "Message", "Last copy: {file}, on a medium that was not told, restored as a trial and checked"
)
_OPENS_WITH = QT_TRANSLATE_NOOP(
    "Message",
    "  opens with the passphrases, as of today, of: {people}; and the recovery code",
)
_OLDER = QT_TRANSLATE_NOOP(
    "Message",
    "Folders into which backups were made before. What lies there still opens with the "
    "passphrases and the recovery code of its day:",
)
_LAST_ENTRY = QT_TRANSLATE_NOOP("Message", "Last entry of the audit trail: {code}")
_FILE = QT_TRANSLATE_NOOP("Message", "Database file: {size} bytes, SHA-256 {sha256}")
_REMOVED = QT_TRANSLATE_NOOP(
    "Message",
    "Overwritten once and removed, in this order: the keyring and its previous copy, the backups "
    "in this folder, the sealed head, counts and notes, the database, the documents.",
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Message",
    "Without the keyring nobody can read the database, not even with every passphrase and the "
    "recovery code.",
)
_OLD_BLOCKS = QT_TRANSLATE_NOOP(
    "Message",
    "Flash disks, snapshots and backups of the whole disk keep old blocks that no program can "
    "reach: there a copy of the wrapped keys may remain, guarded by the passphrases. Where the "
    "disk was encrypted, destroy that key, too; else destroy the disk.",
)
_NOT_FOUND = QT_TRANSLATE_NOOP(
    "Message", "Exports and printed pages are not found by this program."
)
_SIGNATURE = QT_TRANSLATE_NOOP(
    "Message", "Signature: ______________________________   Date: ______________"
)
_INSIDE = QT_TRANSLATE_NOOP(
    "Message",
    "{place} lies in the folder that is destroyed. Nothing was destroyed. Choose another place.",
)
_TAKEN = QT_TRANSLATE_NOOP(
    "Message", "There is a file {file} already. Nothing was destroyed. Choose another name."
)
_EITHER = Message(
    QT_TRANSLATE_NOOP(
        "Message",
        "Name a folder for the last copy, or say why none is needed: one of the two. Nothing was "
        "destroyed.",
    )
)
_NOT_THIS = Message(
    QT_TRANSLATE_NOOP(
        "Message",
        "Only an administrator with a passphrase of his own retires a computer, and never the "
        "demonstration. Nothing was destroyed.",
    )
)
_SAME_MEDIUM = QT_TRANSLATE_NOOP(
    "Message",
    "{folder} is on the same medium as the records. Nothing was destroyed; the backup is there. "
    "Choose a folder on another one.",
)
_NOT_SOUND = QT_TRANSLATE_NOOP(
    "Message", "The copy {file} is not sound. Nothing was destroyed. Use another medium."
)
