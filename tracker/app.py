# SPDX-License-Identifier: MIT
"""The composition root: the only module that sees every layer and puts them together."""

import os
import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tracker import log_file, paths
from tracker.domain.errors import UserError
from tracker.entrances import Entrances
from tracker.opener import Opened, Opener
from tracker.services import site
from tracker.services.context import Clock, SystemClock
from tracker.services.site import SiteSettings
from tracker.store.faults import named_faults
from tracker.store.store import Store
from tracker.ui import preload, starting
from tracker.ui.collecting import Collecting
from tracker.ui.crash import report_crash, report_uncaught
from tracker.ui.language import translate
from tracker.ui.one_window import OneWindow
from tracker.ui.preferences import Preferences
from tracker.ui.tasks import Tasks
from tracker.ui.theme import DARK, LIGHT, Look, apply, system_theme

if TYPE_CHECKING:  # imported on use: a passphrase can be typed before there is a window
    from tracker.session import Session
    from tracker.ui.main_window import MainWindow


class Program(QObject):
    """From the entrance to the window, and out again.

    Attributes:
        window: None until the store is open.
        relaunch: what the next process is started with when this one ends; None = nothing.
    """

    def __init__(
        self,
        look: Look,
        preferences: Preferences,
        opener: Opener,
        site_settings: SiteSettings | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._preferences = preferences
        self._opener = opener
        self._site = site_settings or SiteSettings()
        self.tasks: Tasks[Store] = Tasks(opener.open, opener.close, Store.naming_faults)
        self.tasks.crashed.connect(report_crash)
        self.relaunch: tuple[str, ...] | None = None
        self._session: Session | None = None
        self._entrances = Entrances(look, self.tasks, opener, preferences, self._site)
        self._entrances.asked.connect(self._load_behind)
        self._entrances.opened.connect(self._enter)
        self._entrances.passed.connect(self._show)
        self._entrances.demo_wanted.connect(partial(self._start_anew, ("--demo",)))
        Collecting(self)

    @property
    def window(self) -> "MainWindow | None":
        """Of the session, once there is one."""
        return None if self._session is None else self._session.window

    def start(self) -> None:
        """Shows the entrance that fits."""
        self._entrances.start()

    def _load_behind(self) -> None:
        """Whoever has typed the passphrase does not wait for what is needed then."""
        self.tasks.free(self, _load_session, lambda _none: None)

    def _enter(self, answer: Opened) -> None:
        from tracker.session import Session

        self._session = Session(
            self._look, self.tasks, self._preferences, self._opener, self._site, answer
        )
        self._session.language_chosen.connect(self._keep_language)
        self._session.closed.connect(self._start_anew)

    def _show(self) -> None:
        if self._session is not None:
            self._session.window.show()

    def _keep_language(self, code: str) -> None:
        self._preferences.language = code
        if self._opener.is_demo:  # its own choices are thrown away with it
            kept = _kept_preferences()
            kept.language = code
            kept.save()

    def _start_anew(self, command: tuple[str, ...]) -> None:
        self.relaunch = command
        QApplication.quit()


def _load_session() -> None:
    from tracker import session  # noqa: F401 - while the passphrase is typed

    preload.load_behind_passphrase()


def application() -> QApplication:
    """The one QApplication, with the languages of the desktop."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        with starting.screen_expected():
            app = QApplication(["tracker"])
    app.setApplicationName("Follow-up Tracker")
    app.setDesktopFileName("followup-tracker")  # how a Wayland desktop finds the icon
    app.setQuitOnLastWindowClosed(True)
    return app


def dressed_look(app: QApplication, preferences: Preferences) -> Look:
    """Theme and zoom as the person chose them on this computer."""
    themes = {"light": LIGHT, "dark": DARK}
    look = Look(themes.get(preferences.theme, system_theme(app)), preferences.zoom)
    apply(app, look)
    return look


def _kept_preferences() -> Preferences:
    return Preferences(paths.settings_folder() / "window.ini")


def _clock(is_demo: bool) -> Clock:
    if not is_demo:
        return SystemClock()
    from tracker.services import demo

    return demo.clock()


def run(profile: Path | None = None, *, is_demo: bool = False) -> int:
    """Opens the window on a profile, or on the demonstration; returns the exit code."""
    app = application()
    try:
        starting.require_fonts()
        return _run(app, profile, is_demo)
    except UserError as error:
        box = starting.tell(error)
        if box is not None:
            app.exec()  # until it is closed
        return 1


def _scratch() -> "tempfile.TemporaryDirectory[str]":
    with named_faults():
        return tempfile.TemporaryDirectory(prefix="tracker-demo-", ignore_cleanup_errors=True)


def _run(app: QApplication, profile: Path | None, is_demo: bool) -> int:
    with ExitStack() as until_the_end:
        clock = _clock(is_demo)
        if is_demo:
            folder = Path(until_the_end.enter_context(_scratch()))
        else:
            folder = profile or paths.default_profile()
        if not is_demo and not OneWindow(folder, app).is_first():
            return 0
        kept = _kept_preferences()
        preferences = Preferences(folder / "w.ini") if is_demo else kept
        settings = site.read(paths.site_files())
        translate(app, kept.language or settings.language)
        log_file.start(paths.log_folder())
        look = dressed_look(app, preferences)
        program = Program(look, preferences, Opener(folder, clock, is_demo), settings)
        sys.excepthook = report_uncaught
        program.start()
        code = app.exec()
        try:
            program.tasks.close()
        except UserError as error:
            sys.stderr.write(f"{error}\n")
            code = 1
        preferences.save()  # before its folder may be gone
    if program.relaunch is not None:
        # A new process: the names that the old one held in memory are gone with it.
        command = paths.start_command(*program.relaunch)
        os.execv(command[0], command)  # noqa: S606 - itself, no shell
    return code
