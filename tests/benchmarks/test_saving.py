# SPDX-License-Identifier: MIT
"""What one save costs: with its audit entry, with everything around it, and in syncs."""

import itertools
import re
import shutil
import subprocess
import sys

import pytest

from tests.benchmarks import saving
from tests.benchmarks.rounds import in_turn, milliseconds
from tests.benchmarks.saving import save_visit
from tests.clinics import CLOCK, CTX, PASSPHRASE
from tracker.domain.envelope import Stored
from tracker.domain.records import Visit
from tracker.domain.records.base import build
from tracker.store.ids import Ids
from tracker.store.mapping import audited, row_of
from tracker.store.unit import _insert_sql

SAVES = 20
VISIT = build(Visit, {"date": "2024-11-26", "contact": "visit", "weight": "61.5"})


def test_a_visit_with_and_without_its_audit_entry(store, sheet):
    db, ids, numbers = store._db, Ids(), itertools.cycle(range(5000))
    patients = itertools.cycle([line.patient for line in store.patients(500)])

    def insert(*, with_audit):
        stored = Stored(
            id=ids.new(CLOCK.now()),
            patient=next(patients),
            record=VISIT,
            recorded_at=CLOCK.now(),
            recorded_by=CTX.user,
        )
        row = row_of(stored)
        with db.atomic():
            db.execute_sql(_insert_sql(VISIT.kind), tuple(row.values()))
            if with_audit:
                store._trail.append(
                    at=CLOCK.now(),
                    actor=CTX.user,
                    role="administrator",
                    action="add",
                    kind=VISIT.kind,
                    patient=stored.patient,
                    record=stored.id,
                    revision=1,
                    columns=audited(row),
                )

    taken = in_turn(
        {
            "plain": milliseconds(lambda: insert(with_audit=False), SAVES),
            "audited": milliseconds(lambda: insert(with_audit=True), SAVES),
            "whole": milliseconds(lambda: save_visit(store, next(numbers)), SAVES),
        }
    )
    sheet.put("save: one visit, durable, without audit", taken["plain"])
    sheet.put(
        "save: the same with its audit entry", taken["audited"], limit=taken["plain"], goal=1.3
    )
    sheet.put("audit: what an entry adds to a save", taken["audited"] - taken["plain"], goal=1)
    sheet.put("save: checked, audited, due list renewed", taken["whole"], limit=taken["plain"])


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_syncs(profile, environ, sheet, tmp_path):
    def syncs(how_many):
        folder = tmp_path / str(how_many)
        shutil.copytree(profile, folder)
        program = [sys.executable, "-m", saving.__name__, str(folder), PASSPHRASE, str(how_many)]
        strace = ["strace", "-f", "-c", "-e", "trace=fsync,fdatasync"]
        done = subprocess.run(
            [*strace, *program], env=environ, capture_output=True, text=True, check=True
        )
        rows = re.findall(r"^(.*) (fsync|fdatasync)$", done.stderr, re.MULTILINE)
        return sum(int(row.split()[3]) for row, _name in rows)

    per_save = (syncs(30) - syncs(10)) / 20
    sheet.put("save: syncs", per_save, "")
    assert per_save == int(per_save)
