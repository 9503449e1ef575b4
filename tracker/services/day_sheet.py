# SPDX-License-Identifier: MIT
"""The day list as it goes onto paper: what stands on it, and the entry that it left the file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tracker import __version__
from tracker.domain.roles import Action
from tracker.services.context import Context
from tracker.services.today import Day, DayLine, day
from tracker.store.store import Store


class Part(NamedTuple):
    """A part of the list, as a chip above it keeps one: "overdue", "left".

    Attributes:
        code: its name in the audit trail.
        title: what a person reads.
        of: its lines among those of the day.
    """

    code: str
    title: str
    of: Callable[[Day], list[DayLine]]


@dataclass(frozen=True, slots=True)
class DaySheet:
    """What stands on the pages, as values; the window puts them into words and prints them.

    Attributes:
        on: the day of the list.
        until: the last day it looks at; it is not valid after that.
        today: the working date on which it was made.
        code: of the audit trail with the entry that it was printed; empty while it is only
            looked at, or where nothing can be logged because the file is only read.
        part: what is on it, of the list of the day; None = the whole list.
        whole: how many lines the whole list has.
    """

    clinic: str
    on: date
    until: date
    today: date
    lines: tuple[DayLine, ...]
    made_by: str
    made_at: datetime
    version: str = __version__
    code: str = ""
    part: Part | None = None
    whole: int = 0


def prepare(
    store: Store, ctx: Context, *, on: date, days: int = 0, part: Part | None = None
) -> DaySheet:
    """Reads the list of a day and of ``days`` after it, or a part of it."""
    found = day(store, ctx, on=on, days=days)
    lines = part.of(found) if part else found.lines
    return DaySheet(
        clinic=store.clinic,
        on=on,
        until=on + timedelta(days=days),
        today=ctx.clock.today(),
        lines=tuple(lines),
        made_by=ctx.user,
        made_at=ctx.clock.now(),
        part=part,
        whole=len(found.lines),
    )


def release(store: Store, ctx: Context, sheet: DaySheet, *, masked: bool) -> DaySheet:
    """Logs that the list leaves the encrypted file, before it does; gives it with the code."""
    ctx.require(Action.READ)
    if store.readonly:
        return sheet
    content = {
        "on": sheet.on.isoformat(),
        "until": sheet.until.isoformat(),
        "lines": str(len(sheet.lines)),
        "names": "masked" if masked else "full",
    }
    if sheet.part:
        content["part"] = sheet.part.code
    with store.unit(ctx.stamp()) as unit:
        unit.log("day list printed", content=content)
    return replace(sheet, code=store.seal(ctx.clock.now()))
