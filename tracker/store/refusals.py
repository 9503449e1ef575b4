# SPDX-License-Identifier: MIT
"""Why a profile cannot be made, opened or written to, in words."""

from typing import TYPE_CHECKING

from tracker.domain.errors import CannotOpen, Refused
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.audit import Finding
from tracker.store.files import NOTE, Profile

if TYPE_CHECKING:
    from tracker.store.retirement import Note


def no_profile(profile: Profile) -> CannotOpen:
    """The folder is empty, of something else, or not there."""
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "There is no profile in {folder}. Nothing was made. Check the path, create a "
                "profile there, or restore a backup.",
            ),
            {"folder": str(profile.folder)},
        )
    )


def retired(profile: Profile, note: "Note | None") -> CannotOpen:
    """The keys were destroyed, or that was begun."""
    if note is not None and note.is_done:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "The records on this computer were taken out of use on {at} by {by}: the keys were "
            "destroyed. The certificate was written to {certificate}. To use the folder {folder} "
            "again, remove the file {file} from it.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "Taking the records on this computer out of use was begun on {at} by {by} and was "
            "interrupted. Nothing was opened. “tracker retire --finish” destroys the rest. If it "
            "was a mistake and keyring.json is still in {folder}, remove the file {file}, and the "
            "records open again.",
        )
    values = {
        "at": note.at if note else "?",
        "by": note.by if note else "?",
        "certificate": note.certificate if note else "?",
        "folder": str(profile.folder),
        "file": NOTE,
    }
    return CannotOpen(Message(text, values))


def of_another_account(profile: Profile) -> CannotOpen:
    """The files may not be read: they are made for the account of their owner alone."""
    try:
        owner = profile.folder.owner()
    except (OSError, KeyError, NotImplementedError):
        owner = "?"
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The profile in {folder} belongs to another account of this computer ({owner}) "
                "and may not be read from this one. Nothing was opened or changed. Log in to the "
                "computer with that account; inside the program everybody has a name and a "
                "passphrase of their own.",
            ),
            {"folder": str(profile.folder), "owner": owner},
        )
    )


def profile_exists(profile: Profile) -> Refused:
    """A new profile never takes the place of another."""
    return Refused(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "There is a profile in {folder} already; it was not touched. Open it, or choose "
                "an empty folder.",
            ),
            {"folder": str(profile.folder)},
        )
    )


def of_another_keyring(profile: Profile) -> CannotOpen:
    """Database and keyring carry different ids."""
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The database {file} belongs to another keyring. Nothing was changed. Restore a "
                "backup, which holds both.",
            ),
            {"file": str(profile.database)},
        )
    )


def without_content(profile: Profile) -> CannotOpen:
    """The file is ours and has no clinic in it: first run was cut short, or its pages are lost."""
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The database {file} has nothing in it: its making was interrupted, or what was "
                "in it is lost. Nothing was changed. Restore a backup. If this clinic was never "
                "used, choose an empty folder and set it up again.",
            ),
            {"file": str(profile.database)},
        )
    )


def needs_writing(profile: Profile) -> CannotOpen:
    """Migrations are pending and the place is read-only."""
    return CannotOpen(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The database {file} was written by an older version of this program and must be "
                "brought to this one, which reading alone cannot do. Nothing was changed. Open "
                "it once from a place that can be written to.",
            ),
            {"file": str(profile.database)},
        )
    )


def read_only(profile: Profile) -> Refused:
    """Opened for reading, by choice or because the place cannot be written to."""
    return Refused(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The profile {folder} is open for reading only. Nothing was saved. Close the "
                "other window, or ask IT for the right to write there.",
            ),
            {"folder": str(profile.folder)},
        )
    )


def head_missing() -> Finding:
    """A loud warning, never a refusal to open."""
    return Finding(
        "head-missing",
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The sealed end of the audit trail was missing or damaged when the records were "
                "opened, so it cannot be told whether entries were cut off. The program works on; "
                "tell IT, and compare with the last backup.",
            )
        ),
    )
