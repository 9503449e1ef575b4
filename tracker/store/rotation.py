# SPDX-License-Identifier: MIT
"""Another data key: everything is written anew under it and proven, then moved in as one.

Never in place: a kill at any point leaves the files under the old key or those under the new one.
The key of the audit trail stays, so that the chain goes on.
"""

import secrets
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from tracker.domain.errors import CannotOpen
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store import restore
from tracker.store.attachments import Attachments
from tracker.store.backup import row_counts
from tracker.store.connection import EncryptedDatabase, integrity_problems, open_db
from tracker.store.faults import named_faults
from tracker.store.files import Profile
from tracker.store.keyring import Keyring
from tracker.store.slots import KEY_BYTES, Keys

_PART = ".rotate-part"


def prepare(
    profile: Profile,
    db: EncryptedDatabase,
    keys: Keys,
    passphrases: Mapping[UUID, tuple[str, bool]],
    *,
    now: datetime,
) -> tuple[Keys, str]:
    """Makes the files under a new data key ready; ``finish_restore`` moves them in.

    The head must have been sealed just before; the caller closes the database in between.

    Args:
        profile: whose files.
        db: open.
        keys: the present ones.
        passphrases: of everybody who stays, by account, and whether it is for one use.
        now: with its offset.

    Returns:
        The new keys, and the new recovery code: show it once, it is kept nowhere.

    Raises:
        CannotOpen: the copy did not pass its checks. Whatever is raised, nothing was changed.
        StorageFault: the disk is full, cannot be written to, or failed; likewise.
    """
    new = replace(keys, data=secrets.token_bytes(KEY_BYTES))
    part = Profile(profile.folder / _PART)
    with named_faults():
        shutil.rmtree(part.folder, ignore_errors=True)
        part.folder.mkdir(mode=0o700)
        try:
            _copy(db, new, part)
            Attachments(profile.attachments, keys).rewrap(part.attachments, new)
            code = Keyring(profile.keyring).rotated(keys, new, passphrases, part.keyring)
            shutil.copyfile(profile.head, part.head)  # sealed with the key that stays
            restore.make_ready(profile, part, now)
        finally:
            shutil.rmtree(part.folder, ignore_errors=True)
    return new, code


def finish(profile: Profile, keys: Keys) -> EncryptedDatabase:
    """Moves the files in and opens them. What the old key opens is kept in the backup alone."""
    with named_faults():
        replaced = restore.finish_restore(profile)
        db = open_db(profile.database, keys.data)
        if replaced is not None:
            shutil.rmtree(replaced)
    return db


def _copy(db: EncryptedDatabase, new: Keys, part: Profile) -> None:
    with closing(open_db(part.database, new.data, create=True, page_bytes=db.page_bytes)) as copy:
        db.connection().backup(copy.connection())
    part.database.with_name(f"{part.database.name}-journal").unlink(missing_ok=True)
    with closing(open_db(part.database, new.data, readonly=True)) as copy:
        if integrity_problems(copy) or row_counts(copy) != row_counts(db):
            raise CannotOpen(
                Message(
                    QT_TRANSLATE_NOOP(
                        "Message",
                        "The copy under the new key did not pass its checks. Nothing was changed. "
                        "Try again, and tell IT.",
                    )
                )
            )
