# SPDX-License-Identifier: MIT
"""The self-test: does everything once on this computer, as a person would, and says so.

It fails where the cipher, the fonts, the disk or the screen of this computer let the program down.
"""

import os
import platform
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEventLoop, QSize, Qt, qVersion
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tracker import app
from tracker.domain.chart import Chart
from tracker.domain.envelope import Stored
from tracker.domain.errors import CannotOpen, UserError
from tracker.domain.records import (
    AdverseEvent,
    Course,
    CourseDrug,
    DoseEvent,
    ImagingStudy,
    MarkerResult,
    Patient,
    PlanSegment,
    ReferenceRange,
    Visit,
)
from tracker.domain.records.base import Record, build, content
from tracker.opener import Opener
from tracker.services import backups, demo, patients, profiles, records
from tracker.services.context import Context, SystemClock
from tracker.services.records import Entry
from tracker.store.store import Store
from tracker.ui.dialogs.record_dialog import RecordDialog
from tracker.ui.dialogs.summary import SummaryDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.pages.lifeline_tab import LifelineTab
from tracker.ui.pages.patient import PatientPage
from tracker.ui.preferences import Preferences
from tracker.ui.tables.row_list import RowList
from tracker.ui.theme import LIGHT, Look, apply, font

PATIENCE = 30  # seconds until a window that does not answer counts as broken
FEWEST_COLOURS = 12  # of a picture that shows something
_LIBRARIES = (
    "pyqtgraph",
    "numpy",
    "peewee",
    "sqlcipher3",
    "cryptography",
    "argon2-cffi",
    "pypinyin",
    "holidays",
    "icalendar",
    "python-calamine",
    "XlsxWriter",
)
_NAME, _MRN = "自检测试", "SELFTEST-1"
_SEED = "SEED-001"
_NEW_COURSE = UUID(int=0)

_RECORDS: tuple[tuple[type[Record], dict[str, str]], ...] = (
    (Visit, {"date": "2024-11-26", "contact": "visit", "weight": "58.20"}),
    (AdverseEvent, {"term": "Rash maculo-papular", "grade": "1", "onset": "2024-11"}),
    (ImagingStudy, {"date": "~2024-10", "modality": "CT", "findings": "胸部 clear"}),
    (MarkerResult, {"analyte": "SCC", "date": "2024-11-26", "value": "<0.50", "unit": "ng/mL"}),
)


W = TypeVar("W", bound=QWidget)


class Failed(Exception):
    """A part of the program does not work on this computer; the text is the reason."""


def run(folder: Path) -> int:
    """Tries the program on this computer and prints one line with the outcome.

    Args:
        folder: made when it is not there; the pictures are left in it.

    Returns:
        The exit code: 0 when everything worked, else 1.
    """
    begun = time.monotonic()
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # drawn, though nobody can look
    try:
        _writable(folder)
        _keeps_records_secret(folder)
        qt, look = app.application(), Look(LIGHT)
        apply(qt, look)
        _draws_words()
        _has_every_library(folder)
        _shows_the_demonstration(folder, look)
    except (Failed, UserError) as error:
        reason = " ".join(str(error).split())
        sys.stdout.write(f"selftest FAILED: {reason}\n")
        return 1
    took = time.monotonic() - begun
    sys.stdout.write(f"selftest ok: {_versions()}; {took:.1f} s; pictures in {folder}\n")
    return 0


def _versions() -> str:
    parts = [
        f"Python {platform.python_version()}",
        f"Qt {qVersion()} on {QGuiApplication.platformName()}",
        *(f"{name} {version(name)}" for name in _LIBRARIES),
    ]
    return ", ".join(parts)


# The folder


def _writable(folder: Path) -> None:
    probe = folder / "written"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"selftest")
        probe.unlink()
    except OSError as error:
        msg = f"the folder {folder} cannot be written to ({error.strerror})."
        raise Failed(msg) from error


# The encrypted file


def _keeps_records_secret(folder: Path) -> None:
    """Stores, closes, reopens and reads back; nothing of it can be read without the passphrase."""
    clock, passphrase = SystemClock(), secrets.token_urlsafe(24)
    with tempfile.TemporaryDirectory(prefix="profile-", dir=folder) as name:
        place = Path(name) / "profile"
        store, _code = profiles.create(
            place, clinic="Self-test", user="Self-test", passphrase=passphrase, clock=clock
        )
        with _closed_afterwards(store):
            patient = _record(store, profiles.context(store, clock))
            before = _contents(store.chart(patient))
        _refuses_another(place, passphrase)
        _is_not_plain(place)
        store = profiles.open(place, user=None, passphrase=passphrase, clock=clock)
        with _closed_afterwards(store):
            ctx = profiles.context(store, clock)
            chart = patients.open_chart(store, ctx, patient=patient).chart
            if _contents(chart) != before:
                msg = "what was stored was not read back as it was."
                raise Failed(msg)
            findings = backups.verify(store, ctx).findings
            if findings:
                msg = f"the new file is not sound: {findings[0]}"
                raise Failed(msg)


@contextmanager
def _closed_afterwards(store: Store) -> Iterator[None]:
    try:
        yield
    finally:
        profiles.close(store, SystemClock(), backup=False)


def _record(store: Store, ctx: Context) -> UUID:
    """One record of several kinds, as the forms would store them."""

    def save(record: Record, *children: Record, patient: UUID | None) -> Stored[Record]:
        inside = tuple(Entry(record=child) for child in children)
        entry = Entry(record=record, children=inside)
        return records.save(store, ctx, patient=patient, entry=entry).stored

    limits = {"analyte": "SCC", "limits": "<1.5", "unit": "ng/mL"}
    save(build(ReferenceRange, limits), patient=None)
    someone = save(build(Patient, {"mrn": _MRN, "name": _NAME, "birth": "1970-05"}), patient=None)
    link = {"course": str(_NEW_COURSE)}
    course = save(
        build(Course, {"regimen": "X", "therapy": "immunotherapy", "start": "2024-11"}),
        build(CourseDrug, {**link, "drug": "X", "dose": "240 mg"}),
        build(PlanSegment, {**link, "from_cycle": "1", "interval_days": "21"}),
        patient=someone.id,
    )
    given = {"course": str(course.id), "action": "given", "date": "2024-11-26", "dose": "240 mg"}
    save(build(DoseEvent, given), patient=someone.id)
    for kind, texts in _RECORDS:
        save(build(kind, texts), patient=someone.id)
    return someone.id


def _contents(chart: Chart) -> dict[UUID, dict[str, str]]:
    every = [chart.patient, *(stored for found in chart.records.values() for stored in found)]
    return {stored.id: content(stored.record) for stored in every}


def _refuses_another(place: Path, passphrase: str) -> None:
    try:
        store = profiles.open(place, user=None, passphrase=passphrase[::-1], clock=SystemClock())
    except CannotOpen:
        return
    profiles.close(store, SystemClock(), backup=False)
    msg = "the file opened with a wrong passphrase."
    raise Failed(msg)


def _is_not_plain(place: Path) -> None:
    readable = (b"SQLite format 3", _MRN.encode(), _NAME.encode(), _NAME.encode("utf-16-le"))
    for path in (each for each in place.rglob("*") if each.is_file()):
        data = path.read_bytes()
        if any(secret in data for secret in readable):
            msg = f"{path.name} is not encrypted."
            raise Failed(msg)


# The words on the screen


def _draws_words() -> None:
    """Compares drawn letters with what is drawn for a letter that no font has."""
    missing = _letter("\u0378")
    for what, letters in (("Latin", "AgR39<≥×–"), ("Chinese", "患者随访药剂")):
        drawn = [_letter(letter) for letter in letters]
        nothing = _letter(" ")
        if missing in drawn or nothing in drawn or len(set(drawn)) < len(letters):
            msg = (
                f"{what} letters are not drawn; a font for them is missing. On Debian and Ubuntu: "
                "apt-get install fonts-noto-core fonts-noto-cjk."
            )
            raise Failed(msg)


def _letter(letter: str) -> bytes:
    face = QFont(font(32))
    image = QImage(QSize(48, 48), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(face)
    painter.setPen(QColor("black"))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return bytes(image.constBits())


# The libraries


def _has_every_library(folder: Path) -> None:
    from tracker import selftest_libraries

    found = selftest_libraries.faults(folder)
    if found:
        msg = f"these parts do not work on this computer: {'; '.join(found)}."
        raise Failed(msg)


# The window


def _shows_the_demonstration(folder: Path, look: Look) -> None:
    """Opens the real window on the demonstration and takes its pictures."""
    with tempfile.TemporaryDirectory(prefix="demo-", dir=folder) as scratch:
        place = Path(scratch)
        preferences = Preferences(place / "window.ini")
        opener = Opener(place / "profile", demo.clock(), is_demo=True)
        program = app.Program(look, preferences, opener)
        troubles: list[BaseException] = []
        program.tasks.crashed.connect(troubles.append)
        program.tasks.failed.connect(troubles.append)
        try:
            with _defects_noted(troubles):
                program.start()
                _until(lambda: program.window is not None, "the window did not open", troubles)
                assert program.window is not None  # noqa: S101 - waited for
                _visits_the_pages(folder, program.window, troubles)
        finally:
            program.tasks.close()
            preferences.save()


def _visits_the_pages(folder: Path, window: MainWindow, troubles: list[BaseException]) -> None:
    days = _part(window, RowList, "day_list")
    _until(lambda: bool(days.rows), "Today showed nobody", troubles)
    _picture(window, folder / "today.png")
    seed = next((row for row in days.rows if row.patient.mrn == _SEED), None)
    if seed is None:
        msg = "the published case is not on the day list."
        raise Failed(msg)
    window.open_patient.emit(seed.patient.patient)
    tab = _part(window, LifelineTab)
    _until(tab.isVisible, "the chart did not open", troubles)
    _picture(window, folder / "lifeline.png")
    _part(window, PatientPage).print_summary()
    summary, page = _part(window, SummaryDialog), folder / "summary.pdf"
    summary.save(str(page))
    _until(page.exists, "the page of the summary was not written", troubles)
    if not page.read_bytes().startswith(b"%PDF-"):
        msg = "the page of the summary is no PDF."
        raise Failed(msg)
    summary.close()
    window.show_page("patients")
    _part(window, QAbstractButton, "new_patient").click()
    form = _part(window, RecordDialog)
    _picture(form, folder / "form.png")
    form.close()
    window.close()
    if troubles:
        raise Failed(_said(troubles[0]))


def _part(window: MainWindow, kind: type[W], name: str = "") -> W:
    found = window.findChild(kind, name)
    if not isinstance(found, kind):
        msg = f"the window has no {name or kind.__name__}."
        raise Failed(msg)
    return found


@contextmanager
def _defects_noted(troubles: list[BaseException]) -> Iterator[None]:
    """What a slot raises goes past the caller; it is noted here."""
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: troubles.append(error)
    try:
        yield
    finally:
        sys.excepthook = before


def _until(ready: Callable[[], bool], or_else: str, troubles: list[BaseException]) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        if troubles:
            raise Failed(_said(troubles[0]))
        if time.monotonic() > end:
            msg = f"{or_else} within {PATIENCE} seconds."
            raise Failed(msg)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _said(trouble: BaseException) -> str:
    own = isinstance(trouble, UserError)
    return str(trouble) if own else f"a defect of the program ({type(trouble).__name__})."


def _picture(widget: QWidget, path: Path) -> None:
    """Takes the picture of a window and looks whether anything is on it."""
    for _ in range(3):  # layouts settle in their own events
        QApplication.processEvents()
    image = widget.grab().toImage()
    small = image.scaled(160, 120)
    colours = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
    if len(colours) < FEWEST_COLOURS:
        msg = f"the picture {path.name} is blank."
        raise Failed(msg)
    if not image.save(str(path)):
        msg = f"the picture {path} could not be written."
        raise Failed(msg)
