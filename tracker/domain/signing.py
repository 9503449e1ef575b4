# SPDX-License-Identifier: MIT
"""What a signature covers, as one hash: any later version of it makes the signature void."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from uuid import UUID

from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.records import RECORD_KINDS, Signature
from tracker.domain.records.base import Record, content, parent_of


def digest(chart: Chart, visit: UUID | None) -> str:
    """SHA-256, in hexadecimal digits, of a visit with its lists, or of the whole chart.

    Canonical form: JSON with sorted keys of every record that counts, its id, revision and
    content in text form, in the order of the ids. Signatures themselves are left out.
    """
    covered = _chart(chart) if visit is None else _visit(chart, visit)
    return _sha256(covered)


def stands(chart: Chart, signature: Signature) -> bool:
    """Whether what was signed is still what the chart holds."""
    visit = signature.signed_visit
    return digest(chart, UUID(visit) if visit else None) == signature.sha256


def _chart(chart: Chart) -> Iterator[Stored[Record]]:
    yield chart.patient
    for kind in RECORD_KINDS:
        if kind is not Signature:
            yield from chart.of(kind)


def _visit(chart: Chart, visit: UUID) -> Iterator[Stored[Record]]:
    for stored in chart.records.get("visit", ()):
        if stored.id == visit:
            yield stored
    for kind in RECORD_KINDS:
        link = parent_of(kind)
        if link is not None and link.name == "visit":
            yield from chart.of(kind, visit)


def _sha256(covered: Iterable[Stored[Record]]) -> str:
    records = sorted(
        (stored.record.kind, stored.id.hex, stored.revision, stored.status, content(stored.record))
        for stored in covered
    )
    canonical = json.dumps(records, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
