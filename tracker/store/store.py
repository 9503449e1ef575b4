# SPDX-License-Identifier: MIT
"""The open profile: one encrypted database, its keys and its audit trail, owned by one thread."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Revision, Stamp, Stored
from tracker.domain.errors import CannotOpen, NotFound, Refused
from tracker.domain.records import KINDS, ReferenceRange
from tracker.domain.records.base import Record
from tracker.domain.roles import Role
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store import audit, queries
from tracker.store.audit import Finding, Trail
from tracker.store.backup import Backup, Step, make_backup, row_counts
from tracker.store.connection import EncryptedDatabase, open_db
from tracker.store.faults import Fault, StorageFault, named_faults
from tracker.store.files import Profile
from tracker.store.heads import new_chain, read_head, write_head
from tracker.store.ids import Ids
from tracker.store.keyring import Keyring
from tracker.store.lock import ProfileLock
from tracker.store.mapping import key_columns, row_columns, stored_of, texts_of
from tracker.store.queries import DueLine, PatientLine
from tracker.store.restore import finish_restore
from tracker.store.schema import (
    applied_migrations,
    migrate,
    migrate_profile,
    pending_migrations,
)
from tracker.store.slots import KDF, KDF_FLOOR, Kdf, Keys, User
from tracker.store.unit import Unit
from tracker.store.verify import verify

_META = "SELECT value FROM meta WHERE name = ?"
_SET_META = "INSERT INTO meta (name, value) VALUES (?, ?)"
_PATIENT_OF = "SELECT patient FROM audit WHERE record = ? AND kind = ? LIMIT 1"


class Store:
    """An open profile. Made by ``create`` or ``open``; ``close`` lets the next program in.

    Attributes:
        profile: its files.
        keys: what unlocking gave.
        clinic: name of the clinic.
        schema: name of the newest migration the database has been through.
        warnings: what is wrong with the sealed end of the audit trail; shown until resolved.
    """

    def __init__(
        self,
        profile: Profile,
        db: EncryptedDatabase,
        keys: Keys,
        lock: ProfileLock | None,
        ids: Ids | None = None,
    ) -> None:
        self.profile = profile
        self.keys = keys
        self.clinic = _meta(db, "clinic")
        self.schema = applied_migrations(db)[-1]
        self._db = db
        self._lock = lock
        self._ids = ids or Ids()
        head = read_head(profile.head, keys)
        self.warnings = audit.check_head(db, head) if head else audit.head_missing(db)
        self._chain = head.chain if head else new_chain()
        self._trail = Trail(db, self._chain, keys.mac, self.schema)
