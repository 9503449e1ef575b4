# SPDX-License-Identifier: MIT
"""Saves visits one by one, for strace to count the syncs: ``PROFILE PASSPHRASE HOW_MANY``."""

import sys
from pathlib import Path

from tests.benchmarks.clinic import mrn_of
from tests.clinics import CLOCK, CTX
from tracker.domain.records import Visit
from tracker.domain.records.base import build
from tracker.services import profiles, records
from tracker.services.records import Entry
from tracker.store.store import Store


def save_visit(store: Store, number: int) -> None:
    """Records one visit, as the form does."""
    patient = store.find_mrn(mrn_of(number))
    visit = build(Visit, {"date": "2024-11-26", "contact": "visit", "weight": "61.5"})
    records.save(store, CTX, patient=patient, entry=Entry(record=visit))


def main(profile: Path, passphrase: str, how_many: int) -> None:
    """Opens, saves, closes."""
    store = profiles.open(profile, user=None, passphrase=passphrase, clock=CLOCK)
    for number in range(how_many):
        save_visit(store, number)
    store.close(CLOCK.now())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
