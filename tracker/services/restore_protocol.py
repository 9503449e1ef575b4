# SPDX-License-Identifier: MIT
"""What a restore would do, before it; and what it did, kept as a file beside the records.

Both in sentences: numbers of patients and records, names of users, never a patient.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message, Say
from tracker.store.contents import Contents
from tracker.store.faults import named_faults
from tracker.store.files import replace_file


@dataclass(frozen=True, slots=True)
class Preview:
    """A backup that passed its checks, beside what it would replace.

    Attributes:
        file: the backup.
        sha256: of the file; hand it to ``restore``, so that no other file is restored.
        made: when the backup was made, ISO 8601 with offset.
        backup: what it holds.
        present: what is in the folder now; None when there is nothing, or it cannot be read.
        unread: why it cannot be read; None when it can, or there is nothing.
    """

    file: Path
    sha256: str
    made: str
    backup: Contents
    present: Contents | None = None
    unread: Message | None = None

    @property
    def replaces_nothing(self) -> bool:
        """Whether the folder is empty."""
        return self.present is None and self.unread is None

    def lines(self) -> tuple[Message, ...]:
        """Everything a person should know before deciding."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Message]:
        yield Message(_MADE, {"file": self.file.name, "made": self.made})
        yield _holds(_BACKUP_HOLDS, self.backup)
        yield from _newest(self.backup)
        for user in self.backup.users:
            yield Message(_USER, {"name": user.name, "role": user.role})
        if self.unread is not None:
            yield Message(_UNREAD, {"why": self.unread})
        elif self.present is None:
            yield Message(_EMPTY)
        else:
            yield from _compared(self.backup, self.present)


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A restored profile.

    Attributes:
        preview: the backup and what was there before, as they were found.
        folder: of the profile.
        at: when it was restored, ISO 8601 with offset.
        by: whose passphrase it was, and in which role.
        replaced: the folder with the files that were there before, or None.
        kept: the backup that was made of the state before; None = none could be made.
        after: what is there now.
        findings: what a check of everything found afterwards; nothing = sound.
    """

    preview: Preview
    folder: Path
    at: str
    by: tuple[str, Role]
    replaced: Path | None
    kept: Path | None
    after: Contents
    findings: tuple[Message, ...]

    @property
    def made(self) -> str:
        """When the backup was made, ISO 8601 with offset."""
        return self.preview.made

    @property
    def file(self) -> Path:
        """Of the protocol."""
        digits = "".join(each for each in self.at[:19] if each.isdigit())
        return self.folder / f"restored-{digits}.txt"

    def lines(self) -> tuple[Message, ...]:
        """The protocol."""
        return tuple(self._lines())

    def write(self, say: Say) -> None:
        """Keeps the protocol beside the records, in the language of ``say``.

        Raises:
            StorageFault: the folder cannot be written to.
        """
        text = "".join(f"{say(line)}\n" for line in self.lines())
        with named_faults():
            replace_file(self.file, text.encode())

    def _lines(self) -> Iterator[Message]:
        name, role = self.by
        yield Message(_RESTORED, {"folder": str(self.folder), "at": self.at})
        yield Message(_BY, {"name": name, "role": role})
        yield Message(_FROM, {"file": str(self.preview.file), "sha256": self.preview.sha256})
        yield from self.preview.lines()
        yield Message(_CHECKED)
        yield _holds(_NOW, self.after)
        if self.findings:
            yield Message(_NOT_SOUND, {"n": len(self.findings)})
            yield from self.findings
        else:
            yield Message(_SOUND)
        if self.kept is not None:
            yield Message(_KEPT, {"file": str(self.kept)})
        if self.replaced is not None:
            yield Message(_REPLACED, {"folder": str(self.replaced)})


def _holds(text: str, found: Contents) -> Message:
    return Message(
        text,
        {"patients": len(found.patients), "records": found.records, "schema": found.schema},
    )


def _newest(found: Contents) -> Iterator[Message]:
    if found.newest is not None:
        at, by, action = found.newest
        yield Message(_NEWEST, {"at": at, "by": by, "action": action})


def _compared(backup: Contents, present: Contents) -> Iterator[Message]:
    yield _holds(_HERE, present)
    yield from _newest(present)
    lost = present.entries_not_in(backup)
    gone, back = (present.patients - backup.patients, backup.patients - present.patients)
    yield Message(_LOST if lost else _NOTHING_LOST, {"n": lost, "patients": len(gone)})
    if back:
        yield Message(_PATIENTS_BACK, {"n": len(back)})
    known = {user.id for user in present.users}
    again = ", ".join(user.name for user in backup.users if user.id not in known)
    if again:
        yield Message(_USERS_BACK, {"users": again})


_MADE = QT_TRANSLATE_NOOP("Message", "Backup {file}, made {made}: whole and unchanged.")
_BACKUP_HOLDS = QT_TRANSLATE_NOOP(
    "Message", "In it: patients {patients}, records {records}, schema {schema}."
)
_NEWEST = QT_TRANSLATE_NOOP("Message", "Its newest entry: {at}, {by}, {action}.")
_USER = QT_TRANSLATE_NOOP("Message", "It opens with the passphrase of that day of {name} ({role}).")
_EMPTY = QT_TRANSLATE_NOOP("Message", "The folder holds no records: nothing is replaced.")
_UNREAD = QT_TRANSLATE_NOOP(
    "Message", "What is in the folder now cannot be compared: {why} It is set aside, not deleted."
)
_HERE = QT_TRANSLATE_NOOP(
    "Message", "In the folder now: patients {patients}, records {records}, schema {schema}."
)
_LOST = QT_TRANSLATE_NOOP(
    "Message",
    "NOT IN THE BACKUP: entries of the audit trail, with what they changed: {n}; "
    "patients: {patients}. They are set aside with the present files, not deleted.",
)
_NOTHING_LOST = QT_TRANSLATE_NOOP("Message", "Nothing in the folder is newer than the backup.")
_PATIENTS_BACK = QT_TRANSLATE_NOOP(
    "Message", "Patients who are not in the folder and come back, erased since, for example: {n}."
)
_USERS_BACK = QT_TRANSLATE_NOOP("Message", "Without access now, with access again: {users}.")
_RESTORED = QT_TRANSLATE_NOOP("Message", "Restored into {folder} at {at}.")
_BY = QT_TRANSLATE_NOOP("Message", "By {name} ({role}).")
_FROM = QT_TRANSLATE_NOOP("Message", "From {file}, SHA-256 {sha256}.")
_CHECKED = QT_TRANSLATE_NOOP(
    "Message",
    "Checked in a copy before anything was exchanged: seal and digest of each file, every page, "
    "structure, references.",
)
_NOW = QT_TRANSLATE_NOOP(
    "Message",
    "In the folder afterwards: patients {patients}, records {records}, schema {schema}.",
)
_SOUND = QT_TRANSLATE_NOOP(
    "Message", "Checked afterwards: pages, references, audit trail and every row are sound."
)
_NOT_SOUND = QT_TRANSLATE_NOOP("Message", "Checked afterwards, findings: {n}.")
_KEPT = QT_TRANSLATE_NOOP("Message", "A backup of the state before is {file}.")
_REPLACED = QT_TRANSLATE_NOOP("Message", "The files of before are in {folder}.")
