# SPDX-License-Identifier: MIT
"""Makes the pictures of the documentation from the demonstration.

``QT_QPA_PLATFORM=offscreen python -m tools.screenshots`` from the project's folder.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTabBar, QWidget

from tracker import app as program
from tracker import paths
from tracker.services import demo
from tracker.store.store import Store
from tracker.ui.language import translate
from tracker.ui.main_window import MainWindow
from tracker.ui.pages.patient import PatientPage
from tracker.ui.pages.today import TodayPage
from tracker.ui.preferences import Preferences
from tracker.ui.theme import DARK, LIGHT
from tracker.ui.widgets.banner import Banner
from tracker.ui.widgets.press import Press

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
_CHINESE = paths.resources() / "i18n" / "tracker_zh_CN.qm"
_PATIENCE_MS = 60_000
_PAGES = ("today", "patients", "data")
_TABS = ("lifeline", "doses", "visits", "events", "imaging", "markers", "treatments")
_OLD_CHART = (
    ("paper chart, p. 3",),
    ("2019-05-07", "v", "e1; w58.2; bp 120/80; complaint itching"),
    ("2019-05-07", "scc", "2.2 ng/mL (<1.5)"),
    ("May 2019", "g", "240 mg; tori"),
    ("~2019-05", "ae", "rash m 2; resolved"),
    ("6/2019", "ct", "chest; stable; no new lesion"),
    ("2019-07", "scc", '2,1 "'),
    ("2019-02/..", "scc", '1.1 "'),
    ("2019-08", "st", "NED"),
    ("2019-08", "rt", "axilla 50.4 Gy/28; IMRT; end: 2019-10"),
    ("2019-09", "held"),
)
_QUIET_MS = 600  # nothing is asked for any more and all is painted


def main() -> int:
    """Opens the demonstration in English, then in Chinese, and grabs its pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    qt = program.application()
    _run(qt, "en", _english)
    if not _CHINESE.exists():
        sys.exit(f"{_CHINESE} is missing: python3 dev.py demo makes it")
    _run(qt, "zh_CN", _chinese)
    return 0


def _run(
    qt: QApplication, language: str, take: Callable[[program.Program, MainWindow], None]
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        preferences = Preferences(folder / "window.ini")
        translate(qt, language)
        look = program.dressed_look(qt, preferences)
        look.set_theme(LIGHT)
        opener = program.Opener(folder / "profile", demo.clock(), is_demo=True)
        running = program.Program(look, preferences, opener)
        running.start()
        _wait(lambda: running.window is not None)
        window = running.window
        assert window is not None  # noqa: S101 - waited for
        window.resize(1366, 768)
        take(running, window)
        running.tasks.close()
        window.hide()
        window.deleteLater()  # with its clocks, which would ask a closed file
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _english(running: program.Program, window: MainWindow) -> None:
    for theme in (LIGHT, DARK):
        window.look.set_theme(theme)
        _pages(running, window, theme.name)
        _dialogs(running, window, theme.name)
        _dose_day(window, theme.name)


def _chinese(running: program.Program, window: MainWindow) -> None:
    window.show_page("today")
    _grab(window, "today-zh")
    window.open_patient.emit(_patients(running, window)["SEED-001"])
    _grab(window, "lifeline-zh")
    _dose_day(window, "zh")


def _patients(running: program.Program, window: MainWindow) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    running.tasks.run(window, _by_number, found.update)
    _wait(lambda: bool(found))
    return found


def _pages(running: program.Program, window: MainWindow, theme: str) -> None:
    for page, name in (*((same, same) for same in _PAGES), ("administration", "admin")):
        window.show_page(page)
        _grab(window, f"{name}-{theme}")
    found = _patients(running, window)
    for number, name in (("SEED-001", "lifeline"), ("SYN-0107", "lifeline-doses")):
        window.open_patient.emit(found[number])
        _grab(window, f"{name}-{theme}")
    tabs = window.findChild(PatientPage).findChild(QTabBar)
    for name in ("doses", "markers", "visits", "events", "treatments"):
        _click_tab(tabs, _TABS.index(name))
        _grab(window, f"{name}-{theme}")
    window.open_patient.emit(found["SYN-0145"])  # whose lesions are measured
    _click_tab(tabs, _TABS.index("imaging"))
    _grab(window, f"imaging-{theme}")


def _dialogs(running: program.Program, window: MainWindow, theme: str) -> None:
    """What stands in front of a chart."""
    window.open_patient.emit(_patients(running, window)["SEED-001"])
    page = window.findChild(PatientPage)
    _click_tab(page.findChild(QTabBar), 0)
    _settle()
    page.findChild(Banner).alerts_pressed.emit()
    _grab_dialog(f"findings-{theme}")
    page.print_summary()
    _grab_dialog(f"summary-{theme}")
    _old_chart(page, theme)


def _dose_day(window: MainWindow, name: str) -> None:
    window.show_page("today")
    _settle()
    QTest.keyClick(window.findChild(TodayPage).findChild(QListView), Qt.Key.Key_Return)
    _grab(window, f"dose-day-{name}")


def _grab_dialog(name: str) -> None:
    _settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None  # noqa: S101 - it was just opened
    _grab(dialog, name)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    _settle()


def _click_tab(tabs: QTabBar, place: int) -> None:
    """By the mouse: keys go nowhere while another window is in front."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(tabs, left, none, tabs.tabRect(place).center())


def _old_chart(page: QWidget, theme: str) -> None:
    """Lines that are typed and not saved; the next theme finds them as a draft."""
    press = next(each for each in page.findChildren(Press) if each.text() == "Old chart …")
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    _settle()
    sheet = QApplication.activeModalWidget()
    assert sheet is not None  # noqa: S101 - the button opens it
    if theme == LIGHT.name:
        for line in _OLD_CHART:
            for part in line:
                QTest.keyClicks(QApplication.focusWidget(), part)
                QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    _grab(sheet, f"old-chart-{theme}")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    _settle()


def _by_number(store: Store) -> dict[str, UUID]:
    return {line.mrn: line.patient for line in store.patients(100)}


def _grab(window: QWidget, name: str) -> None:
    _settle()
    window.grab().save(str(FOLDER / f"{name}.png"))


def _settle() -> None:
    quiet = QDeadlineTimer(_QUIET_MS)
    _wait(quiet.hasExpired)


def _wait(until: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not until():
        if patience.hasExpired():
            sys.exit("the program did not answer in time")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    sys.exit(main())
