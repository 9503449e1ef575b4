# SPDX-License-Identifier: MIT
"""Starts one window, leaves when what counts is on the screen, and prints what it took.

A process of its own: ``python -m tests.benchmarks.window MODE [PROFILE [PASSPHRASE]]``. The real
program runs in it from its command line; only the key derivation, or the person, is replaced.
"""

import json
import os
import resource
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

KEYS_VARIABLE = "BENCHMARK_KEYS"  # the keys of a synthetic profile, so that no key is derived
HEAVY = frozenset({"numpy", "pyqtgraph", "scipy", "pypinyin", "openpyxl", "pandas", "fhir"})
# not needed for the first list either, and a third of the start: saving, kinds, the command line
LATER = frozenset(
    {
        "peewee",
        "ssl",
        "cryptography",
        "argon2",
        "tracker.cli",
        "tracker.domain.records",
        "tracker.store.unit",
    }
)
_SETTLING_MS = 300
_TYPING_MS = 1000
_LOOKING_MS = 20

_times: dict[str, float] = {}
_loaded_at_enter: set[str] = set()
_loaded_at_first_row: set[str] = set()


def _heavy_modules() -> list[str]:
    loaded = {name.partition(".")[0] for name in _loaded_at_first_row} & HEAVY
    return sorted(loaded | (LATER & _loaded_at_first_row))


def leave() -> None:
    """Prints what this process took so far, and ends it without tidying up."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    status = Path("/proc/self/status")  # of Linux; ru_maxrss would include the parent's memory
    peak = status.read_text().partition("VmHWM:")[2].split()[0] if status.exists() else "0"
    taken = {
        "cpu_ms": (used.ru_utime + used.ru_stime) * 1000,
        "peak_mb": int(peak) / 1024,
        "heavy": _heavy_modules(),
        "waited_for": sorted(_loaded_at_first_row - _loaded_at_enter),
        **_times,
    }
    sys.stdout.write(json.dumps(taken))
    sys.stdout.flush()
    os._exit(0)


def bare() -> None:
    """The limit: an empty main window, painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            QTimer.singleShot(0, leave)

    app = QApplication([])
    window = Bare()
    window.resize(1366, 768)
    window.show()
    app.exec()


def today(profile: Path) -> None:
    """The program up to the first patient's row, opened with the bare key."""
    from tracker import __main__ as program

    _open_by_key(profile)
    _when_first_row_is_painted(leave)
    program.main(["--demo"])


def chart(profile: Path) -> None:
    """The program with the chart of the first patient of the list on the screen."""
    from tracker import __main__ as program

    _open_by_key(profile)
    _when_first_row_is_painted(_open_first_chart)
    program.main(["--demo"])


def entrance(profile: Path) -> None:
    """The program until a passphrase can be typed."""
    from PySide6.QtCore import QEvent, QTimer

    from tracker import __main__ as program
    from tracker.ui.dialogs import unlock as dialogs

    class Watched(dialogs.UnlockDialog):
        def event(self, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, leave)
            return super().event(event)

    dialogs.UnlockDialog = Watched
    program.main(["--profile", str(profile)])


def unlock(profile: Path, passphrase: str) -> None:
    """From Enter behind the passphrase to the first patient's row.

    The passphrase takes a second to type; more where a busy machine has not loaded by then what
    the program loads meanwhile.
    """
    from PySide6.QtCore import QTimer

    from tracker import __main__ as program
    from tracker import app
    from tracker.services import demo
    from tracker.ui import preload
    from tracker.ui.dialogs import unlock as dialogs

    is_loaded = threading.Event()
    load = preload.load_behind_passphrase

    def loading() -> None:
        load()
        is_loaded.set()

    class Typed(dialogs.UnlockDialog):
        def showEvent(self, event: Any) -> None:  # noqa: N802
            super().showEvent(event)
            QTimer.singleShot(_TYPING_MS, self.enter)

        def enter(self) -> None:
            if not is_loaded.is_set():
                QTimer.singleShot(_LOOKING_MS, self.enter)
                return
            _loaded_at_enter.update(sys.modules)
            _times["entered"] = time.perf_counter()
            self.given.emit(passphrase)

    def done() -> None:
        _times["unlock_ms"] = (time.perf_counter() - _times.pop("entered")) * 1000
        leave()

    preload.load_behind_passphrase = loading
    dialogs.UnlockDialog = Typed
    app.SystemClock = demo.clock
    _when_first_row_is_painted(done)
    program.main(["--profile", str(profile)])


def _open_by_key(profile: Path) -> None:
    from tracker import app
    from tracker.services import profiles
    from tracker.store.keyring import Keyring
    from tracker.store.slots import Keys
    from tracker.store.store import Store

    stored = json.loads(os.environ[KEYS_VARIABLE])
    data, mac = bytes.fromhex(stored["data"]), bytes.fromhex(stored["mac"])
    keys = Keys(UUID(stored["uuid"]), data, mac, None)

    class ByKey(app.Opener):
        def open(self) -> Store:
            return profiles.open(profile, user=None, passphrase="", clock=self.clock, arrive=False)

    Keyring.unlock = lambda *_, **_only: keys
    app.Opener = ByKey


def _when_first_row_is_painted(then: Callable[[], None]) -> None:
    """Calls ``then`` once, when the paint event with the first row is over."""
    from PySide6.QtCore import QTimer

    from tracker.ui.pages import today as page

    pending = [then]

    class Watched(page.RowList[Any]):
        def __init__(self, look: Any, name: str, columns: Any, paint_row: Any, *rest: Any) -> None:
            def painted(pen: Any, row: Any) -> None:
                paint_row(pen, row)
                if pending:
                    _loaded_at_first_row.update(sys.modules)
                    QTimer.singleShot(0, pending.pop())

            super().__init__(look, name, columns, painted, *rest)

    page.RowList = Watched


def _open_first_chart() -> None:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tracker.ui.charts.lifeline import LifelineChart

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)

    def look() -> None:
        charts = [each for each in QApplication.allWidgets() if isinstance(each, LifelineChart)]
        is_shown = any(each.isVisible() and each.plate for each in charts)
        QTimer.singleShot(_SETTLING_MS if is_shown else _LOOKING_MS, leave if is_shown else look)

    look()


MODES: dict[str, Callable[..., None]] = {
    "bare": bare,
    "today": today,
    "chart": chart,
    "entrance": entrance,
    "unlock": unlock,
}

if __name__ == "__main__":
    mode, *arguments = sys.argv[1:]
    if mode != "bare":
        from tracker.ui.unread_sources import leave_sources_unread

        leave_sources_unread()  # as the program does, before what is replaced here is imported
    MODES[mode](*[Path(each) for each in arguments[:1]], *arguments[1:])
