# SPDX-License-Identifier: MIT
"""What a database holds, in numbers: to compare a backup with what it would replace."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from tracker.domain.records import KINDS, Patient
from tracker.store import audit
from tracker.store.backup import row_counts
from tracker.store.connection import EncryptedDatabase
from tracker.store.queries import patient_ids
from tracker.store.schema import applied_migrations
from tracker.store.slots import User

_NEWEST = "SELECT at, actor, action FROM audit WHERE chain = ? AND seq = ?"


@dataclass(frozen=True, slots=True)
class Contents:
    """A profile in numbers.

    Attributes:
        schema: the newest migration it has been through.
        patients: everybody, voided charts included.
        records: rows of all other kinds of records, voided ones included.
        newest: instant, person and action of the newest entry of the trail; None = no entry.
        entries: how many each chain of the trail has.
        users: who can open it with a passphrase.
    """

    schema: str
    patients: frozenset[UUID]
    records: int
    newest: tuple[str, str, str] | None
    entries: Mapping[bytes, int]
    users: tuple[User, ...]

    def entries_not_in(self, other: "Contents") -> int:
        """How many entries of the trail the other one does not have."""
        return sum(max(n - other.entries.get(chain, 0), 0) for chain, n in self.entries.items())


def contents_of(db: EncryptedDatabase, users: tuple[User, ...]) -> Contents:
    """Counts what an open database holds.

    Raises:
        sqlcipher.DatabaseError: it is damaged.
    """
    ends = {chain: end.seq for chain, end in audit.ends(db).items()}
    last = [row for place in ends.items() for row in db.execute_sql(_NEWEST, place).fetchall()]
    counts = row_counts(db)
    return Contents(
        schema=applied_migrations(db)[-1],
        patients=frozenset(patient_ids(db)),
        records=sum(n for table, n in counts.items() if table in KINDS and table != Patient.kind),
        newest=max(last, default=None),
        entries=ends,
        users=users,
    )
