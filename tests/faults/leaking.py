# SPDX-License-Identifier: MIT
"""The child whose every byte is looked at: a working day with a patient whose name is a needle.

``FOLDER LANGUAGE``: the profile lies in FOLDER/records, what a person asks for in FOLDER/asked.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tests import clinics
from tests.clinics import CLOCK, CTX, PASSPHRASE
from tests.faults import hostile
from tests.faults.profile import cheapen
from tests.faults.tour import Tour
from tracker import app, paths
from tracker.domain.errors import UserError
from tracker.services import (
    accounts,
    anonymised,
    audit_trail,
    backups,
    calendar_export,
    exports,
    imports,
    remind,
    sidecar,
)
from tracker.store import schema
from tracker.store.store import Store
from tracker.ui.crash import report_crash
from tracker.ui.dialogs.old_chart import OldChartDialog
from tracker.ui.dialogs.screen_lock import ScreenLockDialog
from tracker.ui.dialogs.summary import SummaryDialog
from tracker.ui.dialogs.unlock import UnlockDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.pages.patient import PatientPage
from tracker.ui.preferences import Preferences

NEEDLES = ("Needleperson", "针尖患者", "NDL-7309155")
PAYLOAD = f"q7a {' '.join(NEEDLES)} q7z"
STAFF = "Synthetic Admin"
_MIGRATION = """
from tracker.store.schema import execute

def up(_migrator, db):
    execute(db, "CREATE TABLE needle (n INTEGER) STRICT;")
"""
W = TypeVar("W", bound=QWidget)
_BEAT = 200  # milliseconds between two looks whether the window is there


def main(folder: Path, language: str) -> None:
    """The day, from the first window to a profile under another key."""
    cheapen()
    records, asked = folder / "records", folder / "asked"
    asked.mkdir()
    hostile.make(records, PAYLOAD, STAFF)
    preferences = Preferences(paths.settings_folder() / "window.ini")
    preferences.language = language
    preferences.save()
    _whole_program(records)
    _every_window(records, asked)
    _behind_the_window(records, asked, folder)
    print("done")


def _whole_program(records: Path) -> None:
    """The program as it is started, with its threads: unlock, open a chart, lock it, end."""
    script = _session()
    beat = QTimer(app.application())
    beat.setInterval(_BEAT)
    beat.timeout.connect(partial(next, script, None))
    beat.start()
    with patch.object(app, "_clock", lambda _is_demo: CLOCK):
        code = app.run(records)
    beat.stop()
    sys.excepthook = sys.__excepthook__
    assert code == 0
    assert next(script, "ended") == "ended", "the session was not finished"


def _session() -> Iterator[None]:
    """One step a beat; each waits for what has to be there."""
    while not (unlocks := _windows(UnlockDialog)):
        yield
    assert unlocks[0]._name is not None
    unlocks[0]._name.setText(STAFF)
    unlocks[0].given.emit(PASSPHRASE)
    while not (found := _windows(MainWindow)) or not found[0].isVisible():
        yield
    [window] = found
    window.header.search.sought.emit(PAYLOAD)
    window.show_page("patients")
    people = window._pages["patients"]._list
    while not (rows := people.view.model().rows):
        yield
    people.opened.emit(rows[0])
    while (page := window.findChild(PatientPage)) is None or page._chart is None:
        yield
    page._open_dose_day()
    yield from _beats(3)
    for box in window._pages["dose_day"].findChildren(QPlainTextEdit):
        box.setPlainText(PAYLOAD)
    yield from _beats(3)
    window._command("lock")
    yield from _beats(3)
    for lock in _windows(ScreenLockDialog):
        lock.given.emit(PASSPHRASE)
    yield from _beats(5)
    window.close()


def _beats(number: int) -> Iterator[None]:
    for _ in range(number):
        yield


def _windows(kind: type[W]) -> list[W]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, kind)]


def _every_window(records: Path, asked: Path) -> None:
    """All pages, dialogs and buttons; files that are asked for; a draft; defects."""
    tour = Tour(records, STAFF, lambda _window: None)
    tour.enter()
    tour.walk()
    window = tour.window
    page = window.findChild(PatientPage)
    window.open_patient.emit(page._chart.patient.id)
    page._open_old_chart()
    [old] = _windows(OldChartDialog)
    old.source.set_text(PAYLOAD)
    old.close()
    for name in ("lifeline.pdf", "lifeline.svg", "lifeline.png"):
        page._lifeline._write_or_say(str(asked / name))
    summary = SummaryDialog(page._desk, page._chart, page._lifeline.sheet(page._chart), window)
    summary.save(str(asked / "summary.pdf"))
    summary.close()
    bad = clinics.written(asked / "bad.json", f'{{"format": "{PAYLOAD}", "patients": [1]}}')
    window.show_page("data")
    window._pages["data"].try_import(str(bad))
    tour.see_what_came()
    report_crash(ValueError(PAYLOAD))
    tour.see_what_came()
    tour.leave()
    tour.program._preferences.save()


def _behind_the_window(records: Path, asked: Path, folder: Path) -> None:
    """Backup, export, reminder, command line, restore, migration, another key."""
    store = Store.open(records, STAFF, PASSPHRASE, at=CLOCK.now())
    bad = clinics.written(asked / "bad.csv", f"patient,analyte\n{PAYLOAD},{PAYLOAD}\n")
    with suppress(UserError):
        imports.import_file(store, CTX, path=bad)
    exports.export(store, CTX, dest=asked / "all.json")
    exports.export(store, CTX, dest=asked / "all.csv")
    audit_trail.export(store, CTX, dest=asked / "trail.csv")
    calendar_export.export(store, CTX, dest=asked / "days.ics", names=True)
    anonymised.export(store, CTX, dest=folder / "without-identity.json")  # looked through as well
    sidecar.write(store, CLOCK)
    remind.run(records, CLOCK.today())
    made = backups.back_up(store, CTX, folder=folder / "stick")
    [leaver] = [a for a in accounts.listed(store, CTX) if a.name != STAFF]
    accounts.leave(store, CTX, account=leaver.id, passphrase=PASSPHRASE)
    migrated = shutil.copytree(schema.MIGRATIONS, folder / "migrations")
    (migrated / "9999_needle.py").write_text(_MIGRATION, "utf-8")
    schema.migrate_profile(
        store.profile,
        store._db,
        store.keys,
        now=CLOCK.now(),
        complete=lambda _copy: None,
        folder=migrated,
    ).close()
    backups.restore(file=made.path, folder=folder / "restored", passphrase=PASSPHRASE, clock=CLOCK)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
