# SPDX-License-Identifier: MIT
"""The composition root: the only module that sees every layer and puts them together."""

import os
import sys
import tempfile
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from tracker import log_file, paths
from tracker.domain.errors import UserError
from tracker.entrances import Entrances
from tracker.opener import Opened, Opener
from tracker.services import site
from tracker.services.context import Clock, Context, SystemClock
from tracker.services.site import SiteSettings
from tracker.store.faults import named_faults
from tracker.store.place import concern
from tracker.store.store import Store
from tracker.ui import preload, starting, wording
from tracker.ui.after_paint import AfterPaint
from tracker.ui.bus import NAMED_DIFFERENTLY, Bus
from tracker.ui.collecting import Collecting
from tracker.ui.crash import report_crash, report_uncaught
from tracker.ui.day_watch import DayWatch
from tracker.ui.desk import Desk
from tracker.ui.emergency import Emergency
from tracker.ui.errors import words
from tracker.ui.icon_shapes import Icon
from tracker.ui.language import current, translate
from tracker.ui.main_window import MainWindow
from tracker.ui.one_window import OneWindow
from tracker.ui.page_set import Pages
from tracker.ui.preferences import Preferences
from tracker.ui.reminding import Reminding
from tracker.ui.rescuing import Rescuing
from tracker.ui.tasks import Tasks
from tracker.ui.theme import DARK, LIGHT, Look, apply, system_theme
from tracker.ui.widgets.notice import Level
from tracker.ui.widgets.status_bar import StatusItem

if TYPE_CHECKING:  # imported on use: what the first list does not need would double the start
    from tracker.services.patients import PatientLine
    from tracker.store.page_check import PageCheck
    from tracker.ui.keeping import Keeping
    from tracker.ui.pages.dose_day import Place
    from tracker.ui.screen_lock import ScreenLock


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
        self.window: MainWindow | None = None
        self.relaunch: tuple[str, ...] | None = None
        self._entrances = Entrances(look, self.tasks, opener, preferences, self._site)
        self._entrances.opened.connect(self._enter)
        self._entrances.passed.connect(self._show)
        self._entrances.demo_wanted.connect(self._start_demo)
        self._person: Context | None = None
        self._desk: Desk | None = None
        self._lock: ScreenLock | None = None
        self._keeping: Keeping | None = None
        self._is_looked_after = False
        self._collecting = Collecting(self)

    def start(self) -> None:
        """Shows the entrance that fits."""
        self._entrances.start()

    def _enter(self, answer: Opened) -> None:
        self._person = answer.ctx
        self.window = self._make_window(answer)

    def _show(self) -> None:
        if self.window is not None:
            self.window.show()

    def _make_window(self, answer: Opened) -> MainWindow:
        habits = self._preferences.tables_of(answer.ctx.user)
        desk = self._desk = Desk(self._look, self.tasks, Bus(), answer.ctx, habits)
        pages = Pages(desk, self._preferences.backup_folder or str(self._site.backup_folder or ""))
        window = MainWindow(self._look, self.tasks, self._preferences, pages.entries())
        pages.open_patient.connect(partial(self._open_patient, window, pages))
        pages.open_dose_day.connect(partial(self._open_dose_day, window, pages))
        pages.left_dose_day.connect(partial(window.show_page, "today"))
        window.open_patient.connect(pages.open_patient)
        window.names_changed.connect(partial(desk.bus.changed.emit, NAMED_DIFFERENTLY))
        window.sought.connect(partial(self._search, window, answer.ctx))
        window.asked.connect(partial(self._asked, window, pages))
        pages.today.counted.connect(lambda count: window.nav.set_badge("today", count))
        folder = None if self._opener.is_demo else self._opener.folder
        reminding = Reminding(desk, self._preferences, folder, window)
        pages.today.counted.connect(reminding.follow)
        pages.today.tools.reminders_asked.connect(reminding.show_settings)
        once = Qt.ConnectionType.SingleShotConnection
        pages.today.counted.connect(lambda _count: AfterPaint(pages.today, self._look_after), once)
        self.tasks.failed.connect(self._look_after, once)  # of a damaged file there may be no list
        self._dress(window, answer)
        Emergency(desk, window)
        self._rescuing = Rescuing(desk, window)
        self._rescuing.open_patient.connect(pages.open_patient)
        self._rescuing.restore_wanted.connect(self._close_records)
        watch = DayWatch(answer.ctx.clock, window)
        watch.turned.connect(partial(self._turned, window, pages))
        return window

    def _turned(self, window: MainWindow, pages: Pages, before: date, now: date) -> None:
        """The working date is another one: shown at the bottom, and the list follows."""
        self._say_state()
        pages.today.turn(before, now)
        if now < before:
            text = self.tr(
                "The clock of this computer was set back from {before} to {now}. Check the date "
                "before you record anything."
            )
            said = text.format(before=wording.day(before), now=wording.day(now))
            window.notices.put("clock", said, Level.TROUBLE)

    def _open_patient(self, window: MainWindow, pages: Pages, patient: UUID) -> None:
        pages.patient.open(patient)
        window.show_page("patient")

    def _open_dose_day(
        self, window: MainWindow, pages: Pages, place: "Place", queue: "list[Place]"
    ) -> None:
        pages.dose_day.open(place, queue)
        window.show_page("dose_day")

    def _look_after(self) -> None:
        """What the first list need not wait for: the state of the file, and other pages."""
        if self.window is None or self._is_looked_after:
            return
        self._is_looked_after = True
        self._say_of_computer(self.window)
        self.tasks.run(self.window, _last_used, self._say_clock)
        self._look_after_backups(self.window)
        self._get_ready(True)
        self.tasks.run(self.window, Store.page_check, self._check_pages)
        if self._person is not None and not self._opener.is_demo:
            from tracker.ui.screen_lock import ScreenLock

            self._lock = ScreenLock(
                self._look, self.tasks, self._person, self.window, self._site.tightened
            )
            self._lock.close_wanted.connect(self._close_records)
        if self.window.isVisible():  # half a second of imports: beside the window, not in it
            self.tasks.free(self, preload.load_pages, self._loaded)

    def _loaded(self, _nothing: None) -> None:
        self._collecting.keep_what_is_loaded()

    def _say_of_computer(self, window: MainWindow) -> None:
        """Settings, fonts and the place of the file: what IT should put right."""
        said = starting.troubles(self._preferences)
        kept_badly = None if self._opener.is_demo else concern(self._opener.folder)
        if kept_badly is not None:
            said.append(words(kept_badly))
        if said:
            window.notices.put("computer", "\n".join(said), Level.TROUBLE)

    def _say_clock(self, used: date | None) -> None:
        """A clock that went back between two sessions; ``_turned`` sees what happens in one."""
        today = self._opener.clock.today()
        if self.window is not None and used is not None and used > today:
            text = self.tr(
                "The records were last used on {used}, and the clock of this computer says {now}. "
                "Check the date before you record anything."
            )
            said = text.format(used=wording.day(used), now=wording.day(today))
            self.window.notices.put("clock", said, Level.TROUBLE)

    def _check_pages(self, check: "PageCheck") -> None:
        """Beside the store's thread, so that no save waits for it."""
        self.tasks.free(self, check.is_sound, self._pages_checked)

    def _pages_checked(self, is_sound: bool) -> None:
        if self.window is not None and not self.tasks.is_closed:  # else closing has checked it
            job = partial(self._opener.check, is_sound=is_sound)
            self.tasks.run(self.window, job, self._rescuing.say)

    def _get_ready(self, more: bool) -> None:
        """Has the search read its keys part by part: what a person asks for comes in between."""
        if more and self.window is not None:
            self.tasks.run(self.window, _read_for_search, self._get_ready)

    def _look_after_backups(self, window: MainWindow) -> None:
        if self._desk is None or self._opener.is_demo:  # which is thrown away
            return
        from tracker.ui.keeping import Keeping

        self._keeping = Keeping(self._desk, window)
        self._keeping.said.connect(self._say_state)
        self._keeping.folder_wanted.connect(partial(window.asked.emit, "backup"))
        self._keeping.look()

    def _say_state(self) -> None:
        """At the bottom: the working date, the file, its backups."""
        if self.window is not None:
            said = self._keeping.statements if self._keeping else ()
            self.window.status.set_items([*self._statements(), *said])

    def _statements(self) -> list[StatusItem]:
        day = wording.day(self._opener.clock.today())
        date_text = self.tr("Working date {day}").format(day=day)
        return [StatusItem(date_text), StatusItem(self.tr("Encrypted"), Icon.LOCK)]

    def _dress(self, window: MainWindow, answer: Opened) -> None:
        """Puts the clinic, the person and the state of the file on the frame."""
        ctx = answer.ctx
        window.set_person(wording.choice(ctx.role), ctx.user, ctx.permissions)
        window.header.set_clinic(answer.clinic)
        window.status.set_items(self._statements())
        window.status.set_right(
            self.tr("Months are completed months; a range where a day is unknown")
        )
        notices = window.notices
        if self._opener.is_demo:
            text = self.tr(
                "Demonstration: a published case and synthetic patients, thrown away at the end. "
                "Never enter a real patient here."
            )
            notices.put("demo", text, Level.INFO)
        if self._site.problems:
            said = "\n".join(map(words, self._site.problems))
            notices.put("site", said, Level.TROUBLE)
        if answer.readonly:
            notices.put("readonly", self.tr("Read only: nothing can be saved."), Level.TROUBLE)
        if answer.warnings:
            text = self.tr(
                "The end of the audit trail does not fit its seal: Data, Check the file."
            )
            notices.put("trail", text, Level.TROUBLE)

    def _search(self, window: MainWindow, ctx: Context, text: str) -> None:
        from tracker.services import patients

        job = partial(patients.search, ctx=ctx, text=text, limit=20)
        self.tasks.run(window, job, partial(_offer, window, text), question="search")

    def _asked(self, window: MainWindow, pages: Pages, what: str) -> None:
        if what in {"lock", "pin", "close_records"}:
            if self._lock is not None:  # the demonstration has no passphrase that anybody knows
                self._lock.obey(what)
        elif what in {"help", "keys", "about", "language"}:
            self._show_help(window, what)
        elif what == "backup":
            pages.data.choose_backup()
        elif what == "print" and window.current_page == "today":
            pages.today.tools.print_list()
        elif what == "print" and window.current_page == "patient":
            pages.patient.print_summary()
        elif what == "print" and window.current_page == "dose_day":
            pages.dose_day.print_handout()

    def _show_help(self, window: MainWindow, what: str) -> None:
        if what == "help":
            from tracker.ui.dialogs.manual import ManualDialog

            ManualDialog(self._look, paths.manual(current()[:2]), window).show()
        elif what == "keys":
            from tracker.ui.dialogs.keys import KeysDialog

            KeysDialog(self._look, window).open()
        elif what == "about" and self._desk is not None:
            from tracker.ui.dialogs.about import AboutDialog

            AboutDialog(self._desk, window).open()
        elif what == "language":
            from tracker.ui.dialogs.language import LanguageDialog

            asks = LanguageDialog(self._look, window)
            asks.chosen.connect(self._keep_language)
            asks.accepted.connect(self._close_records)
            asks.open()

    def _keep_language(self, code: str) -> None:
        self._preferences.language = code
        if self._opener.is_demo:  # its own choices are thrown away with it
            kept = _kept_preferences()
            kept.language = code
            kept.save()

    def _close_records(self) -> None:
        """The process is replaced: the names that it holds in memory are gone with it."""
        if self.window is not None:
            profile = ("--profile", str(self._opener.folder))
            self.relaunch = ("--demo",) if self._opener.is_demo else profile
            if not self.window.close():
                self.relaunch = None  # something is not saved yet

    def _start_demo(self) -> None:
        self.relaunch = ("--demo",)
        QApplication.quit()


def _offer(window: MainWindow, text: str, found: "list[PatientLine]") -> None:
    from tracker.ui.views.search_words import match_of

    window.header.search.offer(text, [match_of(line) for line in found])


def _read_for_search(store: Store) -> bool:
    from tracker.services import patients

    return patients.get_ready(store)


def _last_used(store: Store) -> date | None:
    from tracker.services import today

    return today.last_used(store)


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
