# SPDX-License-Identifier: MIT
"""Read the whole audit trail: who did what to which chart, when and why; and take it along."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tracker.domain.envelope import Place, TrailFilter, TrailLine
from tracker.domain.errors import NotFound
from tracker.domain.records import Patient
from tracker.domain.roles import Action
from tracker.domain.text import inert
from tracker.services.context import Context
from tracker.store.faults import named_faults
from tracker.store.files import replace_file
from tracker.store.store import Store

EVERYTHING = TrailFilter()
_AT_ONCE = 2_000
_HEADS = (
    "at", "person", "role", "action", "mrn", "kind", "record", "revision", "reason", "field", "old",
    "new",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Some lines of the trail, newest first.

    Attributes:
        numbers: the hospital number of each patient that a line is about.
        end: hand it in again for what comes after; None when there is no more.
    """

    lines: tuple[TrailLine, ...]
    numbers: dict[UUID, str]
    end: Place | None


def page(
    store: Store,
    ctx: Context,
    *,
    asked: TrailFilter = EVERYTHING,
    limit: int = 200,
    after: Place = (),
) -> TrailPage:
    """A page of the trail.

    Raises:
        NotPermitted: the role may not read the whole trail.
    """
    ctx.require(Action.AUDIT)
    lines = store.trail.page(asked, limit, after)
    reached = dict(after) | {line.chain: line.seq for line in lines}
    end = tuple(reached.items()) if len(lines) == limit else None
    return TrailPage(tuple(lines), _numbers(store, lines), end)


def words(store: Store, ctx: Context) -> tuple[list[str], list[str]]:
    """Every person and every action in the trail, for a filter to offer."""
    ctx.require(Action.AUDIT)
    return store.trail.words()


def export(store: Store, ctx: Context, *, dest: Path, asked: TrailFilter = EVERYTHING) -> int:
    """Writes the lines that match as CSV, one row for each changed field; returns their number.

    The file is not encrypted; the export itself stands in the trail.

    Raises:
        NotPermitted: the role may not read the whole trail, or may not export.
        StorageFault: the place cannot be written to; no partial file is left.
    """
    ctx.require(Action.AUDIT)
    ctx.require(Action.EXPORT)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEADS)
    lines = 0
    for found in _pages(store, ctx, asked):
        for line in found.lines:
            writer.writerows(_rows(line, found.numbers))
        lines += len(found.lines)
    with store.unit(ctx.stamp()) as unit:
        content = {"file": str(dest), "kind": "audit trail", "entries": str(lines)}
        unit.log("export", content=content)
    with named_faults():
        replace_file(dest, text.getvalue().encode("utf-8-sig"))
    return lines


def _pages(store: Store, ctx: Context, asked: TrailFilter) -> Iterator[TrailPage]:
    end: Place | None = ()
    while end is not None:
        found = page(store, ctx, asked=asked, limit=_AT_ONCE, after=end)
        yield found
        end = found.end


def _rows(line: TrailLine, numbers: dict[UUID, str]) -> Iterator[list[str]]:
    start = [
        line.at.isoformat(timespec="seconds"),
        line.by,
        line.role,
        line.action,
        numbers.get(line.patient, "") if line.patient else "",
        line.kind or "",
        str(line.record or ""),
        str(line.revision or ""),
        line.reason or "",
    ]
    for change in line.changes or (("", "", ""),):
        yield [inert(cell) for cell in (*start, *change)]


def _numbers(store: Store, lines: list[TrailLine]) -> dict[UUID, str]:
    found = {}
    for patient in {line.patient for line in lines if line.patient}:
        try:
            found[patient] = store.get(Patient, patient, patient).record.mrn
        except NotFound:  # the check of the file says so; here the line is still worth reading
            continue
    return found
