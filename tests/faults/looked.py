# SPDX-License-Identifier: MIT
"""The child that looks at one hostile text everywhere: PAYLOAD FOLDER [--unprotected].

It prints what was seen as JSON. Without protection labels guess what a text is, tool tips are not
escaped, buttons take every ``&``, and no cell is made inert: each must then be found.
"""

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from icalendar import Calendar
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests import clinics
from tests.faults import hostile
from tests.faults.profile import cheapen
from tests.faults.reader import Seen
from tests.faults.tour import Tour
from tracker import app
from tracker.domain.records import Patient, Visit
from tracker.interchange import results_csv
from tracker.services import audit_trail, calendar_export, exports, patients, records
from tracker.services.records import Entry
from tracker.store.store import Store
from tracker.ui.dialogs.record_dialog import FormResult
from tracker.ui.dialogs.response import ResponseDialog
from tracker.ui.pages.documents_tab import DocumentsTab
from tracker.ui.pages.patient import PatientPage
from tracker.ui.widgets import face, label

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def main(name: str, folder: Path, *options: str) -> None:
    """Makes the clinic, walks through all of it, exports all of it."""
    cheapen()
    payload = hostile.PAYLOADS[name]
    app.application()
    seen = Seen(payload)
    look = seen.window
    hostile.PICTURE.write_bytes(hostile.png())
    with ExitStack() as until_the_end:
        if "--unprotected" in options:
            for each in _unprotected():
                until_the_end.enter_context(each)
            look = partial(_until_wrong, seen)
        hostile.make(folder / "profile", payload)
        tour = Tour(folder / "profile", payload, look)
        with seen.painted(), suppress(_EnoughError):
            tour.enter()
            export = partial(_export, folder=folder, seen=seen)
            tour.program.tasks.run(tour.window, export, _nothing)
            tour.walk()
            _open_the_rest(tour, folder, payload)
        tour.leave()
    hostile.PICTURE.unlink(missing_ok=True)
    told = {"wrong": sorted(seen.wrong), "places": seen.places, "windows": seen.windows}
    print(json.dumps(told | {"opened": sorted(tour.opened)}))


class _EnoughError(Exception):
    """The control has shown what it is there for."""


def _until_wrong(seen: Seen, window: QWidget) -> None:
    seen.window(window)
    if seen.wrong:
        raise _EnoughError


def _unprotected() -> Iterator[Any]:
    """The protections, taken away one by one."""
    yield patch.object(label.PlainLabel, "setTextFormat", lambda *_: None)
    yield patch.object(label, "escape", str)
    yield patch.object(face.ButtonFace, "setText", QAbstractButton.setText)
    yield patch.object(audit_trail, "inert", str)
    yield patch.object(results_csv, "inert", str)


def _open_the_rest(tour: Tour, folder: Path, payload: str) -> None:
    """What no button of a small clinic leads to."""
    window = tour.window
    page = window.findChild(PatientPage)
    chart, look = page._chart, window.look
    ResponseDialog(look, "RECIST 1.1", payload, chart.patient.record, window).open()
    tour.see_what_came()
    name = payload.replace(hostile.FIRST, "").replace(hostile.LAST, "").replace("/", "_")
    page.findChild(DocumentsTab).offer(str(folder / f"{name[:80]}.png"))
    tour.see_what_came()
    visit = chart.of(Visit)[0]
    ctx = replace(clinics.CTX.because(payload), user=payload)
    other = Entry(record=replace(visit.record, complaint=f"{payload} 2"), stored=visit)
    job = partial(records.save, ctx=ctx, patient=visit.patient, entry=other)
    sheet = page._flow.amend(visit, chart)
    tour.program.tasks.run(window, job, _nothing)
    own = Entry(record=replace(visit.record, complaint=f"{payload} 3"), stored=visit)
    sheet.submitted.emit(FormResult(own, payload))
    tour.see_what_came()
    again = clinics.document(_lookalike(chart.patient.record))
    window.show_page("data")
    window._pages["data"].try_import(str(clinics.written(folder / "again.json", again)))
    tour.see_what_came()
    window._command("lock")
    tour.see_what_came()


def _lookalike(patient: Patient) -> clinics.Document:
    person = {"name": patient.name, "name_latin": patient.name_latin, "birth": patient.birth.text}
    return clinics.patient(1, "A-77", **person, phone=patient.phone)


def _export(store: Store, folder: Path, seen: Seen) -> None:
    """Writes every file that a person can ask for, and reads each as other programs do."""
    ctx = clinics.CTX
    exports.export(store, ctx, dest=folder / "all.json")
    exports.export(store, ctx, dest=folder / "results.csv")
    audit_trail.export(store, ctx, dest=folder / "trail.csv")
    calendar_export.export(store, ctx, dest=folder / "days.ics", names=True)
    for text in _strings(json.loads((folder / "all.json").read_text("utf-8"))):
        seen.take("file JSON", text)
    for name in ("results.csv", "trail.csv"):
        for row in csv.reader((folder / name).open(encoding="utf-8-sig", newline="")):
            for cell in row:
                _cell(seen, name, cell)
    for event in Calendar.from_ical((folder / "days.ics").read_bytes()).walk():
        for text in event.values():
            seen.take("file calendar", str(text))
    lines = [line.mrn for line in patients.search(store, ctx, text="", limit=9)]
    assert lines == [seen.payload], lines


def _cell(seen: Seen, name: str, cell: str) -> None:
    number = cell.lstrip("+-").replace(".", "", 1).isdigit()
    if cell.startswith(_FORMULA) and not number:
        seen.wrong.add(f"formula in {name}: {cell[:80]!r}")
    seen.take(f"file {name}", cell.removeprefix("'"))


def _nothing(_answer: object) -> None:
    """Nobody waits for it."""


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from _strings(each)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
