# SPDX-License-Identifier: MIT
"""A program of its own that opens a profile for reading and prints all records of a chart."""

import json
import sys
from pathlib import Path

from tests.clinics import CLOCK
from tracker.domain.records.base import content
from tracker.store.store import Store


def main(folder: str, mrn: str, passphrase: str) -> None:
    """Prints the current records by kind, each with its source, as JSON."""
    at = CLOCK.now()
    store = Store.open(Path(folder), None, passphrase, at=at, readonly=True)
    try:
        patient = store.find_mrn(mrn)
        assert patient is not None
        chart = store.chart(patient)
        found = {
            kind: [
                content(stored.record) | {"source": stored.source or ""}
                for stored in records
                if stored.is_current
            ]
            for kind, records in chart.records.items()
        }
        sys.stdout.write(json.dumps(found))
    finally:
        store.close(at)


if __name__ == "__main__":
    main(*sys.argv[1:])
