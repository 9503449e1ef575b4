# SPDX-License-Identifier: MIT
"""What somebody has typed and not saved yet: kept in the encrypted database, per person and chart.

A draft is no clinical record: nothing reads it but the sheet it came from, it has no audit entry,
and it is gone as soon as the sheet is saved or emptied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tracker.domain.roles import Action
from tracker.services.context import Context
from tracker.store.store import Store

DOSE_DAY = "dose day"


@dataclass(frozen=True, slots=True)
class Draft:
    """The texts of a sheet, and when they were kept."""

    texts: dict[str, str]
    at: datetime


def keep(
    store: Store, ctx: Context, *, patient: UUID, texts: Mapping[str, str], form: str = DOSE_DAY
) -> datetime:
    """Keeps the texts of a sheet, or forgets the draft when there are none; says when."""
    ctx.require(Action.RECORD)
    at = ctx.clock.now()
    if texts:
        store.keep_draft(ctx.user, patient, form, dict(texts), at)
    else:
        store.drop_draft(ctx.user, patient, form)
    return at


def find(store: Store, ctx: Context, *, patient: UUID, form: str = DOSE_DAY) -> Draft | None:
    """The draft of this person for this chart."""
    ctx.require(Action.READ)
    found = store.draft(ctx.user, patient, form)
    return Draft(*found) if found else None
