# SPDX-License-Identifier: MIT
"""A program of its own that opens a profile for reading and prints what is stored.

With a day: what is current of it, by kind. Without one: every record, with status and reason.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.domain.builders import due_of
from tracker.domain.records.base import content
from tracker.services import demo
from tracker.store.store import Store

Day = dict[str, list[dict[str, str]]]


def main(folder: str, mrn: str, day: str = "") -> None:
    """Prints the current records of the day, by kind, or every record, as JSON."""
    at = demo.clock().now()
    store = Store.open(Path(folder), None, demo.PASSPHRASE, at=at, readonly=True)
    try:
        patient = store.find_mrn(mrn)
        assert patient is not None
        chart = store.chart(patient)
        found = dict(_day(chart, date.fromisoformat(day))) if day else list(_all(store, chart))
        sys.stdout.write(json.dumps(found))
    finally:
        store.close(at)


def _day(chart, day: date) -> Iterator[tuple[str, list[dict[str, str]]]]:
    visits = {
        stored.id
        for stored in chart.records["visit"]
        if stored.is_current and stored.record.date.day == day
    }
    for kind, records in chart.records.items():
        current = [stored.record for stored in records if stored.is_current]
        found = [r for r in current if _when(r) == day or getattr(r, "visit", None) in visits]
        yield kind, [content(record) for record in found]
    yield "due", [{"on": str(due.on), "state": due.state.value} for due in due_of(chart)]


def _all(store, chart) -> Iterator[dict[str, object]]:
    for kind, records in chart.records.items():
        for each in records:
            why = None if each.is_current else store.history(kind, each.id)[-1].reason
            row = {"kind": kind, "status": each.status.value, "why": why}
            yield row | {"fields": content(each.record)}


def _when(record) -> date | None:
    when = getattr(record, record.when) if record.when else None
    return when.day if when else None


if __name__ == "__main__":
    main(*sys.argv[1:])
