# SPDX-License-Identifier: MIT
"""How it stands with the backups: the newest, one that failed, and one on a second medium.

What the backup files themselves do not say is kept in ``backups.json`` beside the database: it
needs no key, holds nothing of a patient, and outlives a session whose last backup failed.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from tracker.domain.errors import UserError
from tracker.domain.text import Message
from tracker.services.context import Clock
from tracker.store.backup import backups
from tracker.store.faults import StorageFault, named_faults
from tracker.store.files import Profile, replace_file
from tracker.store.store import Store

DAYS_WITHOUT: Final = 7
"""After so many days without a backup on a second medium it is asked for."""
_LARGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class BackupState:
    """What a person should know of the backups.

    Attributes:
        newest: when the newest in the profile's own folder was made.
        second: when the last one on a second medium was made; None = there is none.
        days_without: since then, or since the profile was made.
        at_closing: whether one is made when the records are closed; none is of a file only read.
        failed: when a backup failed, if none has succeeded since.
        why: it failed, in words that can be translated.
    """

    newest: datetime | None
    second: datetime | None
    days_without: int
    at_closing: bool
    failed: datetime | None = None
    why: tuple[Message, ...] = ()

    @property
    def needs_second(self) -> bool:
        """Whether a backup on a second medium is asked for."""
        return self.days_without >= DAYS_WITHOUT


@dataclass(frozen=True, slots=True)
class _Noted:
    """What stands in the file."""

    second: datetime | None = None
    failed: datetime | None = None
    why: tuple[Message, ...] = ()


def own_folder(store: Store) -> Path:
    """Where a profile keeps the backups that are made when it is closed."""
    return store.profile.folder / "backups"


def state(store: Store, clock: Clock) -> BackupState:
    """How it stands with the backups of an open profile."""
    found = backups(own_folder(store), store.uuid)
    noted = _read(store.profile)
    began = store.trail.began()
    since = noted.second or began
    return BackupState(
        newest=found[0].made if found else None,
        second=noted.second,
        days_without=_days(since, clock.today()) if since else 0,
        at_closing=not store.readonly,
        failed=noted.failed,
        why=noted.why,
    )


def note_failed(store: Store, clock: Clock, error: UserError) -> None:
    """Keeps that a backup failed, until one succeeds; on a full disk the next one must tell."""
    why = tuple(problem.message for problem in error.problems)
    _write(store, replace(_read(store.profile), failed=clock.now(), why=why))


def note_made(store: Store) -> None:
    """A backup succeeded: what failed before is over."""
    noted = _read(store.profile)
    if noted.failed is not None:
        _write(store, replace(noted, failed=None, why=()))


def note_second(store: Store, clock: Clock) -> None:
    """A backup lies on a second medium now."""
    _write(store, replace(_read(store.profile), second=clock.now()))


def _days(since: datetime, today: date) -> int:
    return max((today - since.date()).days, 0)


def _write(store: Store, noted: _Noted) -> None:
    content = {
        "second": noted.second.isoformat(timespec="seconds") if noted.second else None,
        "failed": noted.failed.isoformat(timespec="seconds") if noted.failed else None,
        "why": [{"text": each.text, "values": dict(each.values)} for each in noted.why],
    }
    data = json.dumps(content, ensure_ascii=False, default=str).encode()
    with suppress(StorageFault), named_faults():  # nothing can be written: then nothing is noted
        replace_file(store.profile.backup_notes, data)


def _read(profile: Profile) -> _Noted:
    """What is missing or damaged counts as never made: then it is asked for too often."""
    try:
        with profile.backup_notes.open("rb") as file:
            content: dict[str, Any] = json.loads(file.read(_LARGEST))
        second, failed = (_instant(content[name]) for name in ("second", "failed"))
        why = tuple(Message(each["text"], each["values"]) for each in content["why"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return _Noted()
    return _Noted(second, failed, why)


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
