# SPDX-License-Identifier: MIT
"""What a service hands back after it stored something: who should look again."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changed:
    """Kinds of record that changed, for one patient or (None) for the clinic or many patients."""

    kinds: frozenset[str]
    patient: UUID | None = None

    def touches(self, patient: UUID | None, *kinds: str) -> bool:
        """True when a page on ``patient`` that shows ``kinds`` has to ask again."""
        same = self.patient is None or patient is None or self.patient == patient
        return same and (not kinds or not self.kinds.isdisjoint(kinds))
