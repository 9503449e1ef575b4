# SPDX-License-Identifier: MIT
"""Whether the patient is still under follow-up here."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from tracker.domain.dates import PartialDate
from tracker.domain.fields import Choice, Item
from tracker.domain.records.base import Record
from tracker.domain.text import QT_TRANSLATE_NOOP


class FollowUpState(Choice):
    """Who sees the patient from a day on."""

    ACTIVE = "active", QT_TRANSLATE_NOOP("Choice", "under follow-up")
    TRANSFERRED = "transferred", QT_TRANSLATE_NOOP("Choice", "transferred")
    LOST = "lost", QT_TRANSLATE_NOOP("Choice", "lost to follow-up")
    DECLINED = "declined", QT_TRANSLATE_NOOP("Choice", "declined follow-up")


@dataclass(frozen=True, kw_only=True)
class FollowUp(Record):
    """The state from one day on; it holds until the next one."""

    kind: ClassVar[str] = "follow_up"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("Record", "Follow-up")
    when: ClassVar[str] = "date"

    date: Annotated[PartialDate, Item(label=QT_TRANSLATE_NOOP("FollowUp", "From"), required=True)]
    state: Annotated[
        FollowUpState, Item(label=QT_TRANSLATE_NOOP("FollowUp", "State"), required=True)
    ]
    reason: Annotated[
        str | None,
        Item(
            label=QT_TRANSLATE_NOOP("FollowUp", "Reason"),
            hint=QT_TRANSLATE_NOOP("FollowUp", "For example where to, or which calls failed."),
        ),
    ] = None
