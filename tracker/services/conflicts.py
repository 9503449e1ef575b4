# SPDX-License-Identifier: MIT
"""What to do when somebody else amended a record while it was open: compare, choose, save.

Three contents of a record meet: as it was when it was opened, as somebody else left it, and as it
was typed here. None of them is dropped: the service compares them field by field, a person chooses.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from tracker.domain.envelope import Revision, Stored
from tracker.domain.fields import items
from tracker.domain.records.base import Record, build, content, parent_of
from tracker.domain.roles import Action
from tracker.services.context import Context
from tracker.services.records import Entry, is_unchanged
from tracker.store.store import Store

ENVELOPE = ("source", "note")
Place = tuple[UUID, str]
"""A record and the name of one of its fields."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """One field that this person and the other one would leave differently; "" is an empty one."""

    field: str
    before: str
    theirs: str
    mine: str

    @property
    def is_disputed(self) -> bool:
        """Both changed it, each in another way: nobody but a person can say which one stands."""
        return self.before not in {self.theirs, self.mine}


@dataclass(frozen=True, slots=True)
class Crossed:
    """A record that somebody else changed while it was open here.

    Attributes:
        now: as it stands in the file.
        their: the newest revision: who, when and why.
        crossings: empty where it was marked as entered in error, or both wrote the same.
    """

    now: Stored[Record]
    their: Revision
    crossings: tuple[Crossing, ...]


def crossed(store: Store, ctx: Context, *, entry: Entry) -> tuple[Crossed, ...]:
    """The records of an entry that would overwrite what somebody else stored.

    Args:
        store: the open profile.
        ctx: who typed the entry.
        entry: what was refused with ``Conflict``, as it was typed.

    Raises:
        NotPermitted: the role may not read charts.
    """
    ctx.require(Action.READ)
    return tuple(_crossed(store, entry))


def _crossed(store: Store, entry: Entry) -> Iterable[Crossed]:
    read = entry.stored
    if read is not None and not is_unchanged(entry):
        now = store.get(type(read.record), read.patient, read.id)
        if now.revision != read.revision:
            their = store.history(read.record.kind, read.id)[-1]
            found = crossings(entry, read, now) if now.is_current else ()
            yield Crossed(now, their, tuple(found))
    for child in entry.children:
        yield from _crossed(store, child)


def crossings(entry: Entry, read: Stored[Record], now: Stored[Record]) -> Iterable[Crossing]:
    """The fields in which an entry and what is stored now differ, in the order of the form."""
    before, theirs, mine = (_texts(each) for each in (read, now, entry))
    kind = type(now.record)
    link = parent_of(kind)  # of a new row the service knows it, the entry does not
    for name in (*(f.name for f in items(kind) if not f.item.derived and f != link), *ENVELOPE):
        if theirs.get(name) != mine.get(name):
            yield Crossing(name, *(texts.get(name, "") for texts in (before, theirs, mine)))


def settled(entry: Entry, found: Iterable[Crossed], chosen: Mapping[Place, str]) -> Entry:
    """The entry as an amendment of what is stored now.

    Args:
        entry: as it was typed.
        found: what ``crossed`` said about it.
        chosen: the text that stands, for every field in which the two differ.

    Raises:
        Refused: the chosen texts do not go together; nothing was stored.
    """
    found = tuple(found)
    children = tuple(settled(child, found, chosen) for child in entry.children)
    entry = replace(entry, children=children)
    now = next((c.now for c in found if entry.stored and c.now.id == entry.stored.id), None)
    if now is None:
        return entry
    answers = {field: text for (record, field), text in chosen.items() if record == now.id}
    texts = content(now.record) | answers
    source, note = (texts.pop(name, getattr(now, name)) or None for name in ENVELOPE)
    record = build(type(now.record), texts)
    return replace(entry, record=record, stored=now, source=source, note=note)


def _texts(of: Entry | Stored[Record]) -> dict[str, str]:
    envelope = {name: getattr(of, name) or "" for name in ENVELOPE}
    return content(of.record) | envelope
