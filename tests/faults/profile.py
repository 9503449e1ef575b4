# SPDX-License-Identifier: MIT
"""The small real profile that the faults are made in, and how it is judged afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

from tests import clinics
from tests.clinics import CLOCK, CTX, opened
from tests.store.foundation import CHEAP
from tracker.domain.errors import UserError
from tracker.domain.records import KINDS
from tracker.domain.records.base import build
from tracker.services import imports, records
from tracker.services.records import Entry
from tracker.store.keyring import Keyring
from tracker.store.store import Store

FIRST_MRN = "A-001"


def cheapen() -> None:
    """Makes each try at a passphrase cheap in this process: thousands of profiles are opened."""
    clinics._KDF = CHEAP
    Keyring.__init__.__kwdefaults__.update(kdf=CHEAP, floor=CHEAP)
    Store.open.__func__.__kwdefaults__.update(floor=CHEAP)
    Store.create.__func__.__kwdefaults__.update(kdf=CHEAP, floor=CHEAP)


def scratch() -> str | None:
    """A folder in memory where there is one: what is tested is the program, not this disk."""
    memory = Path("/dev/shm")
    return str(memory) if os.access(memory, os.W_OK) else None


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="faults-", dir=scratch()) as folder:
        yield Path(folder)


def make(folder: Path) -> Path:
    """A closed profile with one small chart."""
    store = clinics.make(folder)
    file = clinics.written(folder.parent / "small.json", clinics.SMALL)
    imports.import_file(store, CTX, path=file)
    store.close(CLOCK.now())
    return folder


def anew(template: Path, folder: Path) -> Path:
    """A copy of a closed profile in the place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder


def patient_of(store: Store) -> UUID:
    """The one patient that was there from the beginning."""
    found = store.find_mrn(FIRST_MRN)
    assert found is not None
    return found


def save_visit(store: Store, weight: int) -> UUID:
    """Records a visit as the window does; returns its id."""
    texts = {"date": "2024-11-25", "contact": "visit", "weight": str(weight), "ecog": "1"}
    entry = Entry(record=build(KINDS["visit"], texts))
    return records.save(store, CTX, patient=patient_of(store), entry=entry).stored.id


def visits(store: Store) -> dict[UUID, object]:
    """The visits of the first patient, by id."""
    return {each.id: each for each in store.chart(patient_of(store)).records.get("visit", ())}


def complaints(store: Store) -> list[str]:
    """Everything that opening, the page check and the whole check say."""
    found = [str(each.message) for each in store.warnings]
    found += map(str, store.check_pages())
    return found + [str(each.message) for each in store.verify()]


def complaints_of(folder: Path) -> list[str]:
    """The same of a closed profile; a refusal to open is a complaint."""
    try:
        with closing_store(opened(folder)) as store:
            return complaints(store)
    except UserError as error:
        return [str(error)]


@contextmanager
def closing_store(store: Store) -> Iterator[Store]:
    """Lets go of the files without sealing anything, as whoever only looks."""
    try:
        yield store
    finally:
        with closing(store._db):
            if store._lock is not None:
                store._lock.release()
