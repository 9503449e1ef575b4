# SPDX-License-Identifier: MIT
"""backups.feature"""

import hashlib
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CLOCK, CTX, FixedClock, document, make, opened, patient, visit, written
from tracker.domain.envelope import TrailFilter
from tracker.domain.errors import UserError
from tracker.services import backups, imports
from tracker.store.files import Profile

scenarios("backups.feature")


@given("the last backup failed")
def failed(folder):
    store = opened(folder)
    backups.own_folder(store).write_text("a file in the way")
    with pytest.raises(UserError):
        backups.keep(store, CLOCK)
    backups.own_folder(store).unlink()
    store.close(CLOCK.now())


@given("the sealed end of its audit trail was lost")
def without_head(folder):
    Profile(folder).head.unlink()


@then("it is no longer said that the audit trail does not fit its seal")
def no_alarm(me):
    me.wait(lambda: not any("does not fit its seal" in line for line in me.lines()))


@given(parsers.parse("the clinic was made {days:d} days ago"))
def made_before(folder, days, monkeypatch):
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink()
    folder.rmdir()
    before = FixedClock(CLOCK.now() - timedelta(days=days))
    monkeypatch.setattr("tests.clinics.CLOCK", before)
    make(folder).close(before.now())


@when("I back up to a disk of which nothing is known")
def back_up(me, tmp_path, monkeypatch):
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(backups, "is_second_medium", lambda _copies, _records: None)
    me.click("Back up to another medium …")
    chooser = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
    )
    chooser.fileSelected.emit(str(tmp_path / "stick"))
    chooser.close()


@then("nothing stands in front of the window")
def no_popup(me):
    assert not me.in_a_dialog


@then("it is no longer said that a backup failed")
def no_failure(me):
    me.wait(lambda: not any("failed" in line for line in me.lines()))


@then("no second medium is asked for any more")
def not_asked(me):
    me.wait(lambda: not any("second medium yet" in line for line in me.lines()))


@given("a backup, after which two charts were made", target_fixture="backup")
def older_backup(folder, tmp_path):
    store = opened(folder)
    made = backups.back_up(store, CTX, folder=tmp_path / "stick").path
    two = document(patient(1, "A-001", visit(2)), patient(20, "A-002"))
    imports.import_file(store, CTX, path=written(tmp_path / "two.json", two))
    store.close(CLOCK.now())
    return made


@when(parsers.parse('I write the backup as "{label}"'))
def write_backup(me, backup, label):
    me.fill(label, str(backup))


@then("the two charts are still there")
def still_there(folder):
    store = opened(folder, readonly=True)
    assert len(list(store.patient_ids())) == 2
    store.close(CLOCK.now())


@then("the protocol is beside the records, with the digest of the backup")
def protocol(folder, backup):
    (file,) = folder.glob("restored-*.txt")
    assert hashlib.sha256(backup.read_bytes()).hexdigest() in file.read_text("utf-8")


@then("the trail says from which file the records were rewound")
def rewound(folder, backup):
    store = opened(folder, readonly=True)
    (line,) = store.trail.page(TrailFilter(action="rewound"), 2)
    assert ("file", "", backup.name) in line.changes
    store.close(CLOCK.now())
