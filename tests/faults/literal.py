# SPDX-License-Identifier: MIT
"""Texts of records that try to be markup, formulas or commands: everywhere they are only text."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from tests import clinics
from tests.faults.hostile import PAYLOADS, UNSEEN
from tests.faults.table import Tally, Trial
from tests.faults.tries import seen
from tracker.domain.records import Patient, Visit
from tracker.domain.records.base import build
from tracker.domain.roles import Role
from tracker.services import accounts, profiles, records
from tracker.services.records import Entry
from tracker.store.store import Store


def everywhere(*options: str) -> Trial:
    """Each payload in a clinic, a window and files of its own; ``--unprotected`` is the control."""

    def run(folder: Path, tries: int, _rng: Random) -> Tally:
        tally, places, windows = Tally(), Counter[str](), 0
        opened: set[str] = set()
        for name in list(PAYLOADS)[:tries]:
            told = _looked(name, folder / str(tally.tries), options)
            tally.tries += 1
            if told is None:
                assert not options, "a control that ends by a defect shows nothing"
                tally.crashed += 1
                continue
            tally.silent += bool(told["wrong"])
            for wrong in told["wrong"] if not options else ():
                print(f"{name}: {wrong}", file=sys.stderr)
            places.update(told["places"])
            windows += told["windows"]
            opened |= {each.partition(" ")[0] for each in told["opened"]}
        if not options:
            tally.silent += _taken(folder, tally)
            shown = ", ".join(f"{n:,} x {place}" for place, n in places.most_common())
            tally.notes.append(f"{windows:,} looks at {len(opened)} kinds of window: {shown}")
        return tally

    return run


def _looked(name: str, folder: Path, options: tuple[str, ...]) -> dict[str, Any] | None:
    """What a child saw of a payload; None when it ended by a defect."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.faults.looked", name, str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(name, done.stderr[-2_000:], file=sys.stderr)
        return None
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _taken(folder: Path, tally: Tally) -> int:
    """In how many places somebody could enter characters that nobody can see."""
    store = clinics.make(folder / "unseen")
    ctx = clinics.CTX
    patient = records.save(
        store, ctx, patient=None, entry=Entry(record=build(Patient, {"mrn": "A-1"}))
    ).stored.id
    visit = build(Visit, {"date": "2024-11-26", "contact": "visit"})

    def saved(**texts: str) -> bool:
        return records.save(store, ctx, patient=patient, entry=Entry(record=visit, **texts)) is None

    taken = 0
    for name, text in UNSEEN.items():
        ways = {
            "field": lambda text=text: build(Patient, {"mrn": "A-2", "name": text}) is None,
            "note": lambda text=text: saved(note=text),
            "source": lambda text=text: saved(source=text),
            "account": lambda text=text: _added(store, text),
            "reason": lambda text=text: _voided(store, patient, visit, text),
            "clinic": lambda text=text, name=name: _made(folder / name, text),
        }
        for way, enter in ways.items():
            if not seen(enter, tally):
                taken += 1
                print(f"{way} took {text!r}", file=sys.stderr)
    store.close(clinics.CLOCK.now())
    return taken


def _added(store: Store, text: str) -> bool:
    return accounts.add(store, clinics.CTX, name=text, role=Role.NURSE) is None


def _voided(store: Store, patient: Any, visit: Visit, text: str) -> bool:
    stored = records.save(store, clinics.CTX, patient=patient, entry=Entry(record=visit)).stored
    return records.void(store, clinics.CTX.because(text), stored=stored) is None


def _made(folder: Path, text: str) -> bool:
    made = profiles.create(
        folder, clinic=text, user="A", passphrase=clinics.PASSPHRASE, clock=clinics.CLOCK
    )
    return made is None
