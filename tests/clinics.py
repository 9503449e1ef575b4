# SPDX-License-Identifier: MIT
"""A small real clinic on disk, and files of the program's own format to bring into it."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tracker.domain.roles import Role
from tracker.services.context import Context
from tracker.store.slots import KDF_FLOOR, Kdf
from tracker.store.store import Store

PASSPHRASE = "copper lantern drifts over maize"
CLINIC, USER = "Synthetic Clinic", "Synthetic Admin"
TODAY = date(2024, 11, 26)

# The cheapest passphrase that the program itself still opens: 46 MiB, one pass.
_KDF = Kdf(memory=KDF_FLOOR.memory, passes=1, lanes=1)

Document = dict[str, Any]


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands."""

    instant: datetime = datetime(2024, 11, 26, 9, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.instant.date()


@dataclass
class MovedClock:
    """A clock that a test sets."""

    instant: datetime = FixedClock.instant

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.instant.date()


CLOCK = FixedClock()
CTX = Context(USER, Role.ADMINISTRATOR, CLOCK)


def make(folder: Path, *, is_demo: bool = False) -> Store:
    """A new profile, open."""
    store, _code = Store.create(
        folder,
        clinic=CLINIC,
        user=USER,
        passphrase=PASSPHRASE,
        at=CLOCK.now(),
        is_demo=is_demo,
        kdf=_KDF,
    )
    return store


def opened(folder: Path, *, readonly: bool = False) -> Store:
    """A profile that is there, open."""
    return Store.open(folder, None, PASSPHRASE, at=CLOCK.now(), readonly=readonly)


def read_only(folder: Path) -> Path:
    """A folder that nobody may write to; root may write to all but those of the kernel."""
    folder.mkdir(mode=0o500)
    if not os.access(folder, os.W_OK):
        return folder
    if not Path("/sys").is_mount():  # a bare container without it: there is no such folder for root
        pytest.skip("root may write everywhere here")
    return Path("/sys/kernel")


def copied(template: Path, folder: Path) -> Path:
    """A closed profile, copied: cheaper than a new one."""
    shutil.copytree(template, folder)
    return folder


def document(*patients: Document, clinic: tuple[Document, ...] = ()) -> Document:
    """A file of the program's own format."""
    return {
        "format": "followup-tracker",
        "version": 1,
        "clinic": list(clinic),
        "patients": list(patients),
    }


def own_id(number: int) -> str:
    """A fixed UUIDv7."""
    return f"01935e2a-0000-7000-8000-{number:012x}"


def patient(number: int, mrn: str, *records: Document, **fields: str) -> Document:
    """One chart of a file."""
    person = {"id": own_id(number), "mrn": mrn, "sex": "female", "birth": "1970-05", **fields}
    return {"patient": person, "records": list(records)}


def record(kind: str, number: int, fields: Mapping[str, str], **envelope: str) -> Document:
    """One record of a file."""
    return {"kind": kind, "id": own_id(number), **envelope, "fields": dict(fields)}


def visit(number: int, day: str = "2024-01-08") -> Document:
    """A visit of a file."""
    return record("visit", number, {"date": day, "contact": "visit", "ecog": "1"})


def result(number: int, day: str, value: str, **fields: str) -> Document:
    """A marker result of a file."""
    texts = {"analyte": "SCC", "date": day, "value": value, "unit": "ng/mL", **fields}
    return record("marker_result", number, texts)


def reference_range(number: int, limits: str, **fields: str) -> Document:
    """A reference range of a file."""
    return record(
        "reference_range", number, {"analyte": "SCC", "limits": limits, "unit": "ng/mL", **fields}
    )


def written(path: Path, content: Document | str | bytes) -> Path:
    """A file with this content."""
    if isinstance(content, dict):
        content = json.dumps(content, ensure_ascii=False)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


SMALL = document(
    patient(
        1,
        "A-001",
        visit(2),
        record(
            "course",
            3,
            {"regimen": "toripalimab", "therapy": "immunotherapy", "start": "2024-01-08"},
        ),
        record("course_drug", 4, {"course": own_id(3), "drug": "toripalimab", "dose": "240 mg"}),
        record("plan_segment", 5, {"course": own_id(3), "interval_days": "21"}),
        record(
            "dose_event",
            6,
            {"course": own_id(3), "date": "2024-11-05", "action": "given", "dose": "240 mg"},
        ),
        result(7, "2019-02", "2.2"),
        name="王示例",
        name_latin="Wang Shili",
    ),
    patient(20, "A-002", visit(21, "2024-03-01")),
    clinic=(
        reference_range(40, "<1.5", effective_to="2019-08"),
        reference_range(41, "<2.7", effective_from="2019-08"),
    ),
)
"""Two charts and two ranges, all of them free of problems."""
