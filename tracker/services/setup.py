# SPDX-License-Identifier: MIT
"""The first day: a clinic is made from what the first steps asked for, whole or not at all."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tracker.domain.errors import Problem, Refused, UserError
from tracker.domain.records import ClinicDays
from tracker.domain.records.base import problems_of
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, line_problems
from tracker.services import clinic_days, profiles
from tracker.services.context import Clock
from tracker.store.passphrase import check_passphrase
from tracker.store.place import require_own_disk
from tracker.store.store import Store

LIMITS: Final = (
    QT_TRANSLATE_NOOP(
        "Message",
        "A follow-up record, not an order system. Not assessed or registered as a medical device "
        "in any country.",
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "Calculations and rule hints are help for people who verify them. Each rule set stays off "
        "until the clinic has accepted it in writing, signed by name.",
    ),
    QT_TRANSLATE_NOOP(
        "Message",
        "The records are encrypted. Encrypt the whole disk of this computer as well, and switch "
        "hibernation off: what is printed, exported or left in its memory is not in that file.",
    ),
)
"""What a clinic accepts before its first record; the acceptance stands in the audit trail."""


@dataclass(frozen=True, slots=True)
class NewClinic:
    """What the first steps ask for. What is empty was not stated, and nothing is put in its place.

    Attributes:
        clinic: its name.
        accepted_by: who accepted ``LIMITS`` for the clinic.
        weekdays: as ``ClinicDays`` writes them; "" = not stated.
        country: two letters, perhaps with a region; "" = not stated.
        user: the first administrator.
        passphrase: of the administrator.
        folder: for the records.
        backup_folder: for copies, at best on a second medium; None = not chosen yet.
        reminds: whether this computer may show messages.
    """

    clinic: str
    accepted_by: str
    user: str
    folder: Path
    passphrase: str = field(repr=False)
    weekdays: str = ""
    country: str = ""
    backup_folder: Path | None = None
    reminds: bool = False

    @property
    def days(self) -> ClinicDays | None:
        """The record of the clinic's days; None where nothing was stated."""
        if not self.weekdays and not self.country:
            return None
        return ClinicDays(weekdays=self.weekdays, country=self.country or None)


def create(new: NewClinic, clock: Clock) -> tuple[Store, str]:
    """Makes the profile, writes who accepted the limits, and the clinic's days.

    Returns:
        The open store, and the recovery code: show it once, it is kept nowhere.

    Raises:
        UserError: something asked for is missing or refused, or the disk failed. Nothing is left.
    """
    found = [*days_problems(new.days), *place_problems(new.folder, new.backup_folder)]
    if not new.accepted_by:
        found.append(_problem(_NOBODY_ACCEPTED, "accepted_by"))
    found += [Problem(m, "accepted_by") for m in line_problems("name", new.accepted_by)]
    Refused.if_any(found)
    store, code = profiles.create(
        new.folder, clinic=new.clinic, user=new.user, passphrase=new.passphrase, clock=clock
    )
    try:
        ctx = profiles.context(store, clock)
        with store.unit(ctx.stamp()) as unit:
            accepted = {"by": new.accepted_by, "text": " ".join(LIMITS)}
            unit.log("limits accepted", content=accepted)
            if new.days is not None:
                unit.add(new.days, None)
    except UserError:
        profile = store.profile
        store.close(clock.now())
        for file in (profile.database, profile.keyring, profile.head):
            file.unlink(missing_ok=True)
        raise
    return store, code


def days_problems(days: ClinicDays | None) -> list[Problem]:
    """What is wrong with the weekdays and the country."""
    if days is None:
        return []
    if not days.weekdays:
        return [_problem(_NO_WEEKDAYS, "weekdays")]
    return [*problems_of(days), *clinic_days.country_problems(days)]


def passphrase_problems(passphrase: str, user: str, clinic: str) -> list[Problem]:
    """Why a passphrase is refused; its user's and the clinic's name make none."""
    try:
        check_passphrase(passphrase, (user, clinic))
    except Refused as refused:
        return list(refused.problems)
    return []


def place_problems(folder: Path, backup_folder: Path | None) -> list[Problem]:
    """What is wrong with the folder of the records, and with that of their copies."""
    found: list[Problem] = []
    if profiles.exists(folder):
        found.append(_problem(_RECORDS_ALREADY, "folder", folder))
    else:
        try:
            require_own_disk(folder)
        except Refused as refused:
            found += refused.problems
    return found + list(_backup_problems(folder, backup_folder))


def _backup_problems(folder: Path, backup_folder: Path | None) -> Iterator[Problem]:
    if backup_folder is None:
        return
    if not backup_folder.is_dir() or not os.access(backup_folder, os.W_OK):
        yield _problem(_CANNOT_BACK_UP, "backup_folder", backup_folder)
    elif backup_folder.absolute().is_relative_to(folder.absolute()):
        yield _problem(_BACKUP_INSIDE, "backup_folder", backup_folder)


_NOBODY_ACCEPTED = QT_TRANSLATE_NOOP(
    "Message", "Write the name of the person who accepts this for the clinic."
)
_NO_WEEKDAYS = QT_TRANSLATE_NOOP(
    "Message", "Choose the weekdays too: holidays alone do not say when the clinic is open."
)
_RECORDS_ALREADY = QT_TRANSLATE_NOOP(
    "Message",
    "{folder} holds records already. They were not touched. Open them, or choose another folder.",
)
_CANNOT_BACK_UP = QT_TRANSLATE_NOOP(
    "Message",
    "{folder} is not there or cannot be written to. Choose a folder that is, or leave it empty "
    "for now.",
)
_BACKUP_INSIDE = QT_TRANSLATE_NOOP(
    "Message",
    "{folder} lies inside the folder of the records: whoever loses one loses both. Choose a "
    "second medium, or leave it empty for now.",
)


def _problem(text: str, name: str, folder: Path | None = None) -> Problem:
    return Problem(Message(text, {"folder": str(folder)} if folder else {}), name)
