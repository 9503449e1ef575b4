# SPDX-License-Identifier: MIT
"""The steps around opening a profile: is it one, is it free, is something waiting."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tracker.domain.errors import CannotOpen
from tracker.domain.text import Message
from tracker.store import audit, refusals
from tracker.store.audit import Finding
from tracker.store.connection import EncryptedDatabase
from tracker.store.faults import Fault, StorageFault, named_faults
from tracker.store.files import NOTE, Profile
from tracker.store.heads import Alarm, Head
from tracker.store.lock import ProfileLock
from tracker.store.slots import Keys, User

if TYPE_CHECKING:
    from tracker.store.unit import Unit

_FILE = "file"  # a damaged file, which every opening sees for itself
_META = "SELECT value FROM meta WHERE name = ?"
_SET_META = "INSERT INTO meta (name, value) VALUES (?, ?)"
_HAS_META = "SELECT 1 FROM sqlite_master WHERE name = 'meta'"


def meta(db: EncryptedDatabase, name: str) -> str:
    """What the database says of itself under a name; "" for nothing."""
    row = db.execute_sql(_META, (name,)).fetchone()
    return str(row[0]) if row else ""


def require_same_uuid(profile: Profile, db: EncryptedDatabase, keys: Keys) -> None:
    """Database and keyring are of one clinic, and the database is a whole one.

    Raises:
        CannotOpen: it is empty inside, as a kill at first run leaves it, or of another keyring.
    """
    uuid = meta(db, "uuid") if db.value(_HAS_META) else ""
    if not uuid:
        raise refusals.without_content(profile)
    if uuid != keys.uuid.hex:
        raise refusals.of_another_keyring(profile)


def describe(
    db: EncryptedDatabase, uuid: UUID, clinic: str, at: datetime, *, is_demo: bool
) -> None:
    """Writes into a new database what it says of itself for ever."""
    said = {
        "uuid": uuid.hex,
        "clinic": clinic,
        "demonstration": "yes" if is_demo else "no",
        "created": at.isoformat(timespec="seconds"),
    }
    with db.atomic():
        for entry in said.items():
            db.execute_sql(_SET_META, entry)


def kept_in_trail(db: EncryptedDatabase) -> dict[str, str]:
    """Of what the database says of itself, what its trail says, too: a change of it is seen."""
    return {name: meta(db, name) for name in ("clinic", "demonstration")}


def migrated(db: EncryptedDatabase, steps: Iterable[str]) -> dict[str, str]:
    """What the trail says of an upgrade: the trail of an early version lacked a part of it."""
    return {"steps": ", ".join(steps), **kept_in_trail(db)}


def finish_restore(profile: Profile) -> None:
    """Moves in what a restore has made ready, if there is any."""
    if profile.has_restored():
        from tracker.store.restore import finish_restore

        finish_restore(profile)


def finish_erasure(db: EncryptedDatabase, profile: Profile) -> bool:
    """Removes what is left of an erased patient; False when the disk did not let it.

    What is stored is sound all the same, and the next opening tries again.
    """
    if db.readonly or not meta(db, "erasing"):
        return True
    from tracker.store import erasure

    with suppress(StorageFault), named_faults():
        erasure.finish(db, profile)
        return True
    return False


def lock(profile: Profile) -> ProfileLock | None:
    """The lock of a profile; None where nothing can be written, so that nobody can hold it."""
    try:
        return ProfileLock(profile.lock)
    except StorageFault as fault:
        if fault.fault is Fault.READ_ONLY:
            return None
        raise CannotOpen(*fault.problems) from fault


def remove(database: Path) -> None:
    """Takes back a database that was just made."""
    database.unlink()
    database.with_name(f"{database.name}-journal").unlink(missing_ok=True)


def require_in_use(profile: Profile) -> None:
    """Says that a profile was retired, or that retiring it was begun.

    Raises:
        CannotOpen: it was. Nothing is destroyed by opening it.
    """
    if (profile.folder / NOTE).exists():
        from tracker.store.retirement import note_of

        note = note_of(profile.folder)
        raise refusals.retired(profile, note)


def require_profile(profile: Profile) -> None:
    """Before the lock is taken, which would leave a file in a folder that is only mistyped."""
    known = (profile.keyring, profile.database, profile.lock)
    try:
        require_in_use(profile)
        there = [path for path in known if path.exists()]
        for path in there:
            path.open("rb").close()
    except PermissionError as error:
        raise refusals.of_another_account(profile) from error
    except OSError:  # each reader names its own file's fault
        return
    if not there:
        raise refusals.no_profile(profile)


def head_findings(db: EncryptedDatabase, head: Head | None) -> list[Finding]:
    """What is wrong with the end of the trail, and what was and nobody has settled.

    Where it is damaged, the rest can still be read.
    """
    try:
        with named_faults():
            found = audit.check_head(db, head) if head else missing_head(db)
    except StorageFault as fault:
        if fault.fault is not Fault.DAMAGED:
            raise
        db.stop_writing()
        return [Finding(_FILE, problem.message) for problem in fault.problems]
    earlier = head.alarms if head else ()
    return [*(Finding(code, Message(text, values)) for code, text, values in earlier), *found]


def alarms(findings: Iterable[Finding]) -> Iterator[Alarm]:
    """The findings that the next seal would hide, as it keeps them."""
    for finding in findings:
        if finding.code != _FILE:
            yield Alarm(finding.code, finding.message.text, finding.message.values)


def missing_head(db: EncryptedDatabase) -> list[Finding]:
    """A missing head is a finding, except at first run, when nothing was sealed yet."""
    return [refusals.head_missing()] if audit.ends(db) else []


def add_account(unit: "Unit", user: User) -> None:
    """Writes the account that belongs to a slot of the keyring, under the same id."""
    from tracker.domain.records.account import Account, AccountState

    record = Account(name=user.name, role=user.role, state=AccountState.ACTIVE)
    unit.add(record, None, id=user.id)


def missing_accounts(db: EncryptedDatabase, unit: "Unit", users: tuple[User, ...]) -> None:
    """Writes the accounts of a keyring that is older than the table of accounts."""
    from tracker.domain.records.account import Account
    from tracker.store.charts import of_clinic

    known = {stored.id for stored in of_clinic(db, Account)}
    for user in users:
        if user.id not in known:
            add_account(unit, user)
