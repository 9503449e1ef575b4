# SPDX-License-Identifier: MIT
"""The composition root: the only module that sees every layer and puts them together."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QDialog

from tracker import paths
from tracker.domain.errors import UserError
from tracker.domain.text import Message
from tracker.opener import Opened, Opener, opened
from tracker.services import profiles
from tracker.services.context import Clock, Context, SystemClock
from tracker.store.store import Store
from tracker.ui import preload, wording
from tracker.ui.after_paint import AfterPaint
from tracker.ui.bus import Bus
from tracker.ui.crash import report_crash, report_uncaught
from tracker.ui.day_watch import DayWatch
from tracker.ui.desk import Desk
from tracker.ui.errors import words
from tracker.ui.icon_shapes import Icon
from tracker.ui.main_window import MainWindow, PageEntry
from tracker.ui.one_window import OneWindow
from tracker.ui.pages.today import TodayPage
from tracker.ui.preferences import Preferences
from tracker.ui.reminding import Reminding
from tracker.ui.tasks import Tasks
from tracker.ui.theme import DARK, LIGHT, Look, apply, system_theme
from tracker.ui.widgets.notice import Level
from tracker.ui.widgets.search import Match
from tracker.ui.widgets.status_bar import StatusItem

if TYPE_CHECKING:  # imported on use: what the first list does not need would double the start
    from tracker.services.patients import PatientLine
    from tracker.ui.dialogs.first_run import FirstRunDialog, NewProfile
    from tracker.ui.dialogs.unlock import PassphraseDialog, RecoverDialog, UnlockDialog
    from tracker.ui.pages.administration import AdministrationPage
    from tracker.ui.pages.data import DataPage
    from tracker.ui.pages.dose_day import DoseDayPage, Place
    from tracker.ui.pages.patient import PatientPage
    from tracker.ui.pages.patients import PatientsPage
    from tracker.ui.screen_lock import ScreenLock


class Program(QObject):
    """From the entrance to the window, and out again.

    Attributes:
        window: None until the store is open.
    """

    def __init__(self, look: Look, preferences: Preferences, opener: Opener) -> None:
        super().__init__()
        self._look = look
        self._preferences = preferences
        self._opener = opener
        self._entrance: QDialog | None = None
        self.tasks: Tasks[Store] = Tasks(opener.open, opener.close)
        self.tasks.crashed.connect(report_crash)
        self.window: MainWindow | None = None
        self.relaunch = False
        self._person: Context | None = None
        self._lock: ScreenLock | None = None
        self._is_looked_after = False

    def start(self) -> None:
        """Shows the entrance that fits: none for the demonstration, the first run, or unlock."""
        if self._opener.is_demo:
            self._try_open(self, self._leave)
        elif profiles.exists(self._opener.folder):
            from tracker.ui.dialogs.unlock import UnlockDialog

            several = profiles.has_several_users(self._opener.folder)
            unlock = UnlockDialog(self._look, asks_name=several)
            unlock.given.connect(partial(self._unlock, unlock))
            unlock.code_wanted.connect(self._ask_code)
            self._enter(unlock)
        else:
            from tracker.ui.dialogs.first_run import FirstRunDialog

            first = FirstRunDialog(self._look)
            first.given.connect(partial(self._create, first))
            self._enter(first)

    def _enter(self, entrance: QDialog) -> None:
        entrance.rejected.connect(QApplication.quit)
        entrance.show()
        self._leave_entrance(entrance)  # after the next one is there, or the program would end

    def _unlock(self, entrance: "UnlockDialog", passphrase: str) -> None:
        self._opener.passphrase, self._opener.user = passphrase, entrance.user
        self._try_open(entrance, entrance.refuse)

    def _ask_code(self) -> None:
        from tracker.ui.dialogs.unlock import RecoverDialog

        asks = RecoverDialog(self._look)
        asks.given.connect(partial(self._recover, asks))
        self._enter(asks)

    def _recover(self, entrance: "RecoverDialog", code: str) -> None:
        self._opener.typed_code = code
        self._try_open(entrance, entrance.refuse)

    def _ask_own(self, ctx: Context) -> None:
        """Somebody else made the passphrase: nothing is shown before it was changed."""
        from tracker.ui.dialogs.unlock import PassphraseDialog

        sentence = self.tr(
            "This passphrase was made by an administrator and is good for one use. "
            "Choose one that only you know."
        )
        asks = PassphraseDialog(self._look, sentence, asks_current=False)
        asks.given.connect(partial(self._change_own, asks, ctx))
        self._enter(asks)

    def _change_own(self, entrance: "PassphraseDialog", ctx: Context, _: str, new: str) -> None:
        from tracker.services import accounts

        job = partial(accounts.change_own, ctx=ctx, current=self._opener.passphrase, new=new)
        done = partial(self._try_open, entrance, entrance.refuse)
        self.tasks.run(entrance, job, lambda _none: done(), entrance.refuse)

    def _create(self, entrance: "FirstRunDialog", new: "NewProfile") -> None:
        self._opener.new = new
        self._try_open(entrance, entrance.refuse)

    def _try_open(self, owner: QObject, on_error: Callable[[UserError], None]) -> None:
        job = partial(opened, clock=self._opener.clock)
        self.tasks.run(owner, job, self._opened, on_error)

    def _leave(self, error: UserError) -> None:
        sys.stderr.write(f"{error}\n")
        QApplication.exit(1)

    def _opened(self, answer: Opened) -> None:
        if answer.ctx.must_change:
            self._ask_own(answer.ctx)
            return
        self._opener.passphrase, self._opener.new, self._opener.typed_code = "", None, ""
        code, self._opener.recovery_code = self._opener.recovery_code, ""
        self._person = answer.ctx
        self.window = self._make_window(answer)
        if code:
            from tracker.ui.dialogs.first_run import RecoveryDialog

            shown = RecoveryDialog(self._look, code)
            shown.kept.connect(self.window.show)
            shown.rejected.connect(shown.show)  # it is shown once: closing it is no answer
            shown.show()
            self._leave_entrance(shown)
        else:
            self.window.show()
            self._leave_entrance(None)

    def _leave_entrance(self, following: QDialog | None) -> None:
        old, self._entrance = self._entrance, following
        if old is not None:
            old.blockSignals(True)
            old.close()

    def _say_damage(self, found: tuple[Message, ...]) -> None:
        if found and self.window is not None:
            text = self.tr(
                "The file is damaged: {what} Nothing can be saved any more. Enter nothing; close "
                "the program and restore the latest backup."
            )
            said = text.format(what=" ".join(map(words, found)))
            self.window.notices.put("damage", said, Level.TROUBLE)

    def _make_window(self, answer: Opened) -> MainWindow:
        habits = self._preferences.tables_of(answer.ctx.user)
        desk = Desk(self._look, self.tasks, Bus(), answer.ctx, habits)
        pages = Pages(desk)
        window = MainWindow(self._look, self.tasks, self._preferences, pages.entries())
        pages.open_patient.connect(partial(self._open_patient, window, pages))
        pages.open_dose_day.connect(partial(self._open_dose_day, window, pages))
        pages.left_dose_day.connect(partial(window.show_page, "today"))
        window.open_patient.connect(pages.open_patient)
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
        watch = DayWatch(answer.ctx.clock, window)
        watch.turned.connect(partial(self._turned, window, pages))
        return window

    def _turned(self, window: MainWindow, pages: "Pages", before: date, now: date) -> None:
        """The working date is another one: shown at the bottom, and the list follows."""
        window.status.set_items(self._statements())
        pages.today.turn(before, now)
        if now < before:
            text = self.tr(
                "The clock of this computer was set back from {before} to {now}. Check the date "
                "before you record anything."
            )
            said = text.format(before=wording.day(before), now=wording.day(now))
            window.notices.put("clock", said, Level.TROUBLE)

    def _open_patient(self, window: MainWindow, pages: "Pages", patient: UUID) -> None:
        pages.patient.open(patient)
        window.show_page("patient")

    def _open_dose_day(
        self, window: MainWindow, pages: "Pages", place: "Place", queue: "list[Place]"
    ) -> None:
        pages.dose_day.open(place, queue)
        window.show_page("dose_day")

    def _look_after(self) -> None:
        """What the first list need not wait for: the state of the file, and other pages."""
        if self.window is None or self._is_looked_after:
            return
        self._is_looked_after = True
        self.tasks.run(self.window, _newest_backup, self._say_backup)
        self._get_ready(True)
        self.tasks.run(self.window, self._opener.check, self._say_damage)
        if self._person is not None and not self._opener.is_demo:
            from tracker.ui.screen_lock import ScreenLock

            self._lock = ScreenLock(self._look, self.tasks, self._person, self.window)
            self._lock.close_wanted.connect(self._close_records)
        if self.window.isVisible():  # half a second of imports: beside the window, not in it
            self.tasks.free(self, preload.load_pages, _nothing)

    def _get_ready(self, more: bool) -> None:
        """Has the search read its keys part by part: what a person asks for comes in between."""
        if more and self.window is not None:
            self.tasks.run(self.window, _read_for_search, self._get_ready)

    def _say_backup(self, made: date | None) -> None:
        if self.window is not None:
            said = self.tr("Backup at closing")
            if made:
                said = self.tr("Last backup {day}, verified").format(day=wording.day(made))
            self.window.status.set_items([*self._statements(), StatusItem(said)])

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

    def _asked(self, window: MainWindow, pages: "Pages", what: str) -> None:
        if what in {"lock", "pin", "close_records"}:
            if self._lock is not None:  # the demonstration has no passphrase that anybody knows
                self._lock.obey(what)
        elif what == "help":
            from tracker.ui.dialogs.keys import KeysDialog

            KeysDialog(self._look, window).open()
        elif what == "backup":
            pages.data.choose_backup()
        elif what == "print" and window.current_page == "today":
            pages.today.tools.print_list()
        elif what == "print" and window.current_page == "patient":
            pages.patient.print_summary()
        elif what == "print" and window.current_page == "dose_day":
            pages.dose_day.print_handout()

    def _close_records(self) -> None:
        """The process is replaced: the names that it holds in memory are gone with it."""
        if self.window is not None:
            self.relaunch = True
            self.window.close()


class Pages(QObject):
    """The pages of one window. Each is imported and made when it is first asked for.

    Signals:
        open_patient(object): one of them asks for the chart of a patient.
        open_dose_day(object, object): the dose day of a place, and all places of the day list.
        left_dose_day(): back to the day list.
    """

    open_patient = Signal(object)
    open_dose_day = Signal(object, object)
    left_dose_day = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def entries(self) -> list[PageEntry]:
        """The pages as the frame lists them."""
        return [
            PageEntry("today", self.tr("Today"), Icon.TODAY, "Ctrl+1", lambda: self.today),
            PageEntry(
                "patients", self.tr("Patients"), Icon.PATIENTS, "Ctrl+2", lambda: self.patients
            ),
            PageEntry(
                "patient", self.tr("Patient"), None, "", lambda: self.patient, under="patients"
            ),
            PageEntry(
                "dose_day", self.tr("Dose day"), None, "", lambda: self.dose_day, under="today"
            ),
            PageEntry("data", self.tr("Data"), Icon.DATA, "Ctrl+3", lambda: self.data),
            PageEntry(
                "administration",
                self.tr("Admin"),
                Icon.ADMIN,
                "Ctrl+5",
                lambda: self.administration,
            ),
        ]

    @cached_property
    def today(self) -> TodayPage:
        """The day list."""
        page = TodayPage(self._desk)
        page.open_patient.connect(self.open_patient)
        page.open_dose_day.connect(self.open_dose_day)
        return page

    @cached_property
    def dose_day(self) -> "DoseDayPage":
        """The dose day of one patient."""
        from tracker.ui.pages.dose_day import DoseDayPage

        page = DoseDayPage(self._desk)
        page.left.connect(self.left_dose_day)
        page.open_patient.connect(self.open_patient)
        return page

    @cached_property
    def patients(self) -> "PatientsPage":
        """The list of patients."""
        from tracker.ui.pages.patients import PatientsPage

        page = PatientsPage(self._desk)
        page.open_patient.connect(self.open_patient)
        page.created.connect(self.open_patient)
        return page

    @cached_property
    def patient(self) -> "PatientPage":
        """One patient's chart."""
        from tracker.ui.pages.patient import PatientPage

        page = PatientPage(self._desk)
        page.open_dose_day.connect(self.open_dose_day)
        return page

    @cached_property
    def administration(self) -> "AdministrationPage":
        """Users, the audit trail and one's own passphrase."""
        from tracker.ui.pages.administration import AdministrationPage

        return AdministrationPage(self._desk)

    @cached_property
    def data(self) -> "DataPage":
        """Import, export, backup and checks."""
        from tracker.ui.pages.data import DataPage

        page = DataPage(self._desk)
        page.open_patient.connect(self.open_patient)
        return page


def _offer(window: MainWindow, text: str, found: "list[PatientLine]") -> None:
    matches = [
        Match(
            line.patient,
            line.name or line.name_latin or QApplication.translate("Banner", "name not known"),
            " ".join(filter(None, (line.name_latin if line.name else None, line.mrn))),
        )
        for line in found
    ]
    window.header.search.offer(text, matches)


def _read_for_search(store: Store) -> bool:
    from tracker.services import patients

    return patients.get_ready(store)


def _newest_backup(store: Store) -> date | None:
    from tracker.services import backups

    made = backups.newest(store)
    return made.astimezone().date() if made else None


def _nothing(_answer: None) -> None:
    """Nobody waits for what is only loaded."""


def application() -> QApplication:
    """The one QApplication, with the languages of the desktop."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["tracker"])
    app.setApplicationName("Follow-up Tracker")
    app.setQuitOnLastWindowClosed(True)
    return app


def translate(app: QApplication, language: str) -> None:
    """Loads the program's words and Qt's own for a language, or the desktop's when empty."""
    locale = QLocale(language) if language else QLocale()
    if locale.language() == QLocale.Language.C:  # no desktop: digits are grouped all the same
        locale = QLocale("en_GB")
    QLocale.setDefault(locale)
    qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("tracker", str(paths.resources() / "i18n")), ("qtbase", qt_words)):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)


def dressed_look(app: QApplication, preferences: Preferences) -> Look:
    """Theme and zoom as the person chose them on this computer."""
    themes = {"light": LIGHT, "dark": DARK}
    look = Look(themes.get(preferences.theme, system_theme(app)), preferences.zoom)
    apply(app, look)
    return look


def _clock(is_demo: bool) -> Clock:
    if not is_demo:
        return SystemClock()
    from tracker.services import demo

    return demo.clock()


def run(profile: Path | None = None, *, is_demo: bool = False) -> int:
    """Opens the window on a profile, or on the demonstration; returns the exit code."""
    app = application()
    with tempfile.TemporaryDirectory(prefix="tracker-demo-", ignore_cleanup_errors=True) as scratch:
        clock = _clock(is_demo)
        folder = Path(scratch) if is_demo else profile or paths.default_profile()
        if not is_demo and not OneWindow(folder, app).is_first():
            return 0
        preferences = Preferences(folder.parent / "window.ini" if not is_demo else folder / "w.ini")
        translate(app, preferences.language)
        look = dressed_look(app, preferences)
        program = Program(look, preferences, Opener(folder, clock, is_demo))
        sys.excepthook = report_uncaught
        program.start()
        code = app.exec()
        try:
            program.tasks.close()
        except UserError as error:
            sys.stderr.write(f"{error}\n")
            code = 1
        preferences.save()  # before its folder may be gone
    if program.relaunch:
        arguments = [sys.executable, "-m", "tracker", "--profile", str(folder)]
        os.execv(sys.executable, arguments)  # noqa: S606 - itself, no shell
    return code
