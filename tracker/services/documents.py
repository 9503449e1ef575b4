# SPDX-License-Identifier: MIT
"""Keep letters, reports and pictures with a chart, and show them again."""

import hashlib
from pathlib import Path
from uuid import UUID

from tracker.domain.dates import PartialDate
from tracker.domain.envelope import Stored
from tracker.domain.errors import Refused
from tracker.domain.records import Document
from tracker.domain.records.document import LARGEST_DOCUMENT, MediaType, media_type
from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP, Message
from tracker.services.context import Context
from tracker.services.records import Entry, Saved, save
from tracker.store.faults import named_faults
from tracker.store.store import Store


def add(
    store: Store,
    ctx: Context,
    *,
    patient: UUID,
    path: Path,
    name: str,
    date: PartialDate | None = None,
    source: str | None = None,
    note: str | None = None,
) -> Saved:
    """Stores a copy of a file with the chart, encrypted; the file itself stays where it is.

    Args:
        store: open for writing.
        ctx: who asks.
        patient: whose chart.
        path: of the file; its name is not kept.
        name: what the document is called.
        date: printed on it.
        source: where it came from.
        note: in words.

    Raises:
        NotPermitted: the role may not record.
        Refused: neither PDF, PNG nor JPEG, empty, above 25 MB, or a problem of a field.
        StorageFault: the file cannot be read, or the disk is full. Nothing was stored.
    """
    ctx.require(Action.RECORD)
    content, kind = _read(path)
    with store.attachment(content) as file:
        document = Document(
            name=name,
            date=date,
            media_type=kind,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            file=file,
        )
        return save(
            store, ctx, patient=patient, entry=Entry(record=document, source=source, note=note)
        )


def content(store: Store, ctx: Context, *, stored: Stored[Document]) -> bytes:
    """The content of a document; who opened it is logged.

    Raises:
        NotPermitted: the role may not read charts.
        CannotOpen: the stored file is missing, damaged or was exchanged.
    """
    ctx.require(Action.READ)
    found = store.attached(stored.record)
    if not store.readonly:
        with store.unit(ctx.stamp()) as unit:
            unit.log("open", patient=stored.patient, kind=Document.kind, record=stored.id)
    return found


def _read(path: Path) -> tuple[bytes, MediaType]:
    """The content of a file that may be kept, and what it is by its first bytes."""
    with named_faults(), path.open("rb") as file:
        found = file.read(LARGEST_DOCUMENT + 1)
    if len(found) > LARGEST_DOCUMENT:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "{file} is larger than {n} MB. Nothing was stored. Scan it with a lower resolution, or "
            "split it.",
        )
        raise Refused(Message(text, {"file": path.name[:80], "n": LARGEST_DOCUMENT // 1_000_000}))
    kind = media_type(found)
    if kind is None:
        text = QT_TRANSLATE_NOOP(
            "Message",
            "{file} is neither a PDF nor a PNG or JPEG picture, whatever its name says. Nothing "
            "was stored. Save it as PDF and add that.",
        )
        raise Refused(Message(text, {"file": path.name[:80]}))
    return found, kind
