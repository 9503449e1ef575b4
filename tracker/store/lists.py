# SPDX-License-Identifier: MIT
"""The lists of patients of an open profile: searched, sorted, and compared with a new one."""

from collections.abc import Collection, Mapping
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.store import queries
from tracker.store.connection import EncryptedDatabase
from tracker.store.finder import Finder
from tracker.store.queries import ListLine, Order, PatientLine


class Lists:
    """Reads only; the unit of work keeps what is read in step with the charts."""

    def __init__(self, db: EncryptedDatabase) -> None:
        self._db = db
        self._finder = Finder(db)

    def update(self, search_keys: Mapping[UUID, str | None]) -> None:
        """Takes over what a unit stored; see ``Finder.update``."""
        self._finder.update(search_keys)

    def search(self, text: str, limit: int) -> list[PatientLine]:
        """Current patients whose search keys contain every word of ``text`` (folded)."""
        return queries.patients_of(self._db, self._finder.find(text, limit))

    def listed(
        self, order: Order, *, backwards: bool = False, text: str = "", limit: int = 200
    ) -> list[ListLine]:
        """The list of patients, or of those found by ``text``; see ``queries.listed``."""
        found = self._finder.find(text, limit) if text else None
        return queries.listed(self._db, order, backwards=backwards, limit=limit, only=found)

    def count(self) -> int:
        """How many current charts there are."""
        return queries.patient_count(self._db)

    def like(
        self, number: str, sounds: Collection[str], birth: PartialDate | None
    ) -> list[tuple[PatientLine, str | None]]:
        """Patients who may be somebody of that number, name or birth; see ``queries.like``."""
        return queries.like(self._db, number, sounds, birth)
