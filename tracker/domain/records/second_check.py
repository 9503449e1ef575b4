# SPDX-License-Identifier: MIT
"""The check of a dose by a second account: an independent entry, never a tick."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from tracker.domain.fields import Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.domain.values import Dose


@dataclass(frozen=True, kw_only=True)
class SecondCheck(Record):
    """A second person unlocked with an own passphrase and entered the dose anew, unseen.

    A dose without this record was not checked by the program; there is no tick for it.
    """

    kind: ClassVar[str] = "second_check"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Second check")
    own_page: ClassVar[bool] = False

    dose_event: Annotated[
        UUID, Item(label=QT_TRANSLATE_NOOP("SecondCheck", "Dose"), parent=True, required=True)
    ]
    checked_by: Annotated[
        str, Item(label=QT_TRANSLATE_NOOP("SecondCheck", "Account"), required=True)
    ]
    role: Annotated[str, Item(label=QT_TRANSLATE_NOOP("SecondCheck", "Role"), required=True)]
    dose: Annotated[
        Dose, Item(label=QT_TRANSLATE_NOOP("SecondCheck", "Dose entered anew"), required=True)
    ]
    checked_at: Annotated[
        str,
        Item(
            label=QT_TRANSLATE_NOOP("SecondCheck", "Checked at"),
            required=True,
            hint=QT_TRANSLATE_NOOP("SecondCheck", "Instant with its offset from UTC."),
        ),
    ]
