# SPDX-License-Identifier: MIT
"""Which patients were erased, as the audit trail tells it."""

from collections.abc import Iterator
from uuid import UUID

from tracker.domain.envelope import Place, TrailFilter, TrailLine
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.store.store import Store
from tracker.store.tombstones import ACTION

_AT_ONCE = 2_000
_ERASURES = TrailFilter(action=ACTION)


def entries(store: Store, asked: TrailFilter) -> Iterator[TrailLine]:
    """Every line of the trail that matches, newest first."""
    after: Place = ()
    while lines := store.trail.page(asked, _AT_ONCE, after):
        yield from lines
        after = tuple((dict(after) | {line.chain: line.seq for line in lines}).items())


def by_patient(store: Store) -> dict[UUID, TrailLine]:
    """The entry of each erasure."""
    return {line.patient: line for line in entries(store, _ERASURES) if line.patient}


def in_words(store: Store) -> Iterator[Message]:
    """Each erasure: when, by whom, why, and how much of the trail it took."""
    text = QT_TRANSLATE_NOOP(
        "Message",
        "A patient was erased on {day} by {by}; entries of the audit trail without "
        "content: {n}. Reason: {reason}",
    )
    for line in entries(store, _ERASURES):
        said = {name: new for name, _old, new in line.changes}
        day, n = line.at.date().isoformat(), said.get("entries", "")
        yield Message(text, {"day": day, "by": line.by, "n": n, "reason": line.reason or ""})
