# SPDX-License-Identifier: MIT
"""The window on an open store, put together from its parts, and what goes on beside it."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from tracker import paths
from tracker.opener import Opened, Opener
from tracker.services.site import SiteSettings
from tracker.store.place import concern
from tracker.store.store import Store
from tracker.ui import preload, starting, wording
from tracker.ui.after_paint import AfterPaint
from tracker.ui.bus import NAMED_DIFFERENTLY, Bus
from tracker.ui.collecting import keep_what_is_loaded
from tracker.ui.day_watch import DayWatch
from tracker.ui.desk import Desk
from tracker.ui.emergency import Emergency
from tracker.ui.errors import words
from tracker.ui.icon_shapes import Icon
from tracker.ui.language import current
from tracker.ui.main_window import MainWindow
from tracker.ui.page_set import Pages
from tracker.ui.preferences import Preferences
from tracker.ui.reminding import Reminding
from tracker.ui.rescuing import Rescuing
from tracker.ui.tasks import Tasks
from tracker.ui.theme import Look
from tracker.ui.widgets.notice import Level
from tracker.ui.widgets.status_bar import StatusItem

if TYPE_CHECKING:  # imported on use: what the first list does not need would double the start
    from tracker.services.patients import PatientLine
    from tracker.store.page_check import PageCheck
    from tracker.ui.keeping import Keeping
    from tracker.ui.pages.dose_day import Place
    from tracker.ui.screen_lock import ScreenLock


class Session(QObject):
    """One person at work in open records: their window, and the work that nobody waits for.

    Signals:
        language_chosen(str): of the window of the next start.
        closed(tuple): the window is; the program is to start anew with these words.

    Attributes:
        window: not shown yet.
    """

    language_chosen = Signal(str)
    closed = Signal(object)

    def __init__(
        self,
        look: Look,
        tasks: Tasks[Store],
        preferences: Preferences,
        opener: Opener,
        site: SiteSettings,
        answer: Opened,
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._opener = opener
        self._site = site
        self._ctx = answer.ctx
        habits = preferences.tables_of(answer.ctx.user)
        self._desk = Desk(look, tasks, Bus(), answer.ctx, habits)
        self._pages = Pages(self._desk, preferences.backup_folder or str(site.backup_folder or ""))
        self.window = MainWindow(look, tasks, preferences, self._pages.entries())
        self._lock: ScreenLock | None = None
        self._keeping: Keeping | None = None
        self._is_looked_after = False
        self._connect_pages()
        self._start_helpers()
        self._dress(answer)

    def _connect_pages(self) -> None:
        pages, window = self._pages, self.window
        pages.open_patient.connect(self._open_patient)
        pages.open_dose_day.connect(self._open_dose_day)
        pages.left_dose_day.connect(partial(window.show_page, "today"))
        pages.today.counted.connect(lambda count: window.nav.set_badge("today", count))
        window.open_patient.connect(pages.open_patient)
        window.names_changed.connect(partial(self._desk.bus.changed.emit, NAMED_DIFFERENTLY))
        window.sought.connect(self._search)
        window.asked.connect(self._asked)

    def _start_helpers(self) -> None:
        pages, window = self._pages, self.window
        folder = None if self._opener.is_demo else self._opener.folder
        reminding = Reminding(self._desk, self._preferences, folder, window)
        pages.today.counted.connect(reminding.follow)
        pages.today.tools.reminders_asked.connect(reminding.show_settings)
        once = Qt.ConnectionType.SingleShotConnection
        pages.today.counted.connect(lambda _count: AfterPaint(pages.today, self._look_after), once)
        self._tasks.failed.connect(self._look_after, once)  # of a damaged file there may be no list
        Emergency(self._desk, window)
        self._rescuing = Rescuing(self._desk, window)
        self._rescuing.open_patient.connect(pages.open_patient)
        self._rescuing.restore_wanted.connect(self._close_records)
        DayWatch(self._ctx.clock, window).turned.connect(self._turned)

    def _turned(self, before: date, now: date) -> None:
        """The working date is another one: shown at the bottom, and the list follows."""
        self._say_state()
        self._pages.turn(before, now)
        if now < before:
            text = self.tr(
                "The clock of this computer was set back from {before} to {now}. Check the date "
                "before you record anything."
            )
            said = text.format(before=wording.day(before), now=wording.day(now))
            self.window.notices.put("clock", said, Level.TROUBLE)

    def _open_patient(self, patient: UUID) -> None:
        self._pages.patient.open(patient)
        self.window.show_page("patient")

    def _open_dose_day(self, place: "Place", queue: "list[Place]") -> None:
        self._pages.dose_day.open(place, queue)
        self.window.show_page("dose_day")

    def _look_after(self) -> None:
        """What the first list need not wait for: the state of the file, and other pages."""
        if self._is_looked_after:
            return
        self._is_looked_after = True
        self._say_of_computer()
        self._tasks.run(self.window, _last_used, self._say_clock)
        self._look_after_backups()
        self._get_ready(True)
        self._tasks.run(self.window, Store.page_check, self._check_pages)
        if not self._opener.is_demo:
            from tracker.ui.screen_lock import ScreenLock

            self._lock = ScreenLock(
                self._look, self._tasks, self._ctx, self.window, self._site.tightened
            )
            self._lock.close_wanted.connect(self._close_records)
        if self.window.isVisible():  # half a second of imports: beside the window, not in it
            self._tasks.free(self, preload.load_pages, lambda _none: keep_what_is_loaded())

    def _say_of_computer(self) -> None:
        """Settings, fonts and the place of the file: what IT should put right."""
        said = starting.troubles(self._preferences)
        kept_badly = None if self._opener.is_demo else concern(self._opener.folder)
        if kept_badly is not None:
            said.append(words(kept_badly))
        if said:
            self.window.notices.put("computer", "\n".join(said), Level.TROUBLE)

    def _say_clock(self, used: date | None) -> None:
        """A clock that went back between two sessions; ``_turned`` sees what happens in one."""
        today = self._opener.clock.today()
        if used is not None and used > today:
            text = self.tr(
                "The records were last used on {used}, and the clock of this computer says {now}. "
                "Check the date before you record anything."
            )
            said = text.format(used=wording.day(used), now=wording.day(today))
            self.window.notices.put("clock", said, Level.TROUBLE)

    def _check_pages(self, check: "PageCheck") -> None:
        """Beside the store's thread, so that no save waits for it."""
        self._tasks.free(self, check.is_sound, self._pages_checked)

    def _pages_checked(self, is_sound: bool) -> None:
        if not self._tasks.is_closed:  # else closing has checked it
            job = partial(self._opener.check, is_sound=is_sound)
            self._tasks.run(self.window, job, self._rescuing.say)

    def _get_ready(self, more: bool) -> None:
        """Has the search read its keys part by part: what a person asks for comes in between."""
        if more:
            self._tasks.run(self.window, _read_for_search, self._get_ready)

    def _look_after_backups(self) -> None:
        if self._opener.is_demo:  # which is thrown away
            return
        from tracker.ui.keeping import Keeping

        self._keeping = Keeping(self._desk, self.window)
        self._keeping.said.connect(self._say_state)
        self._keeping.folder_wanted.connect(partial(self.window.asked.emit, "backup"))
        self._keeping.look()

    def _say_state(self) -> None:
        """At the bottom: the working date, the file, its backups."""
        said = self._keeping.statements if self._keeping else ()
        self.window.status.set_items([*self._statements(), *said])

    def _statements(self) -> list[StatusItem]:
        day = wording.day(self._opener.clock.today())
        date_text = self.tr("Working date {day}").format(day=day)
        return [StatusItem(date_text), StatusItem(self.tr("Encrypted"), Icon.LOCK)]

    def _dress(self, answer: Opened) -> None:
        """Puts the clinic, the person and the state of the file on the frame."""
        ctx, window = answer.ctx, self.window
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
            self._desk.bus.trail_settled.connect(partial(notices.drop, "trail"))

    def _search(self, text: str) -> None:
        from tracker.services import patients

        job = partial(patients.search, ctx=self._ctx, text=text, limit=20)
        done = partial(_offer, self.window, text)
        self._tasks.run(self.window, job, done, question="search")

    def _asked(self, what: str) -> None:
        page = self.window.current_page
        if what in {"lock", "pin", "close_records"}:
            if self._lock is not None:  # the demonstration has no passphrase that anybody knows
                self._lock.obey(what)
        elif what in {"help", "keys", "about", "language"}:
            self._show_help(what)
        elif what == "backup":
            self._pages.data.choose_backup()
        elif what == "print" and page == "today":
            self._pages.today.tools.print_list()
        elif what == "print" and page == "patient":
            self._pages.patient.print_summary()
        elif what == "print" and page == "dose_day":
            self._pages.dose_day.print_handout()

    def _show_help(self, what: str) -> None:
        if what == "help":
            from tracker.ui.dialogs.manual import ManualDialog

            ManualDialog(self._look, paths.manual(current()[:2]), self.window).show()
        elif what == "keys":
            from tracker.ui.dialogs.keys import KeysDialog

            KeysDialog(self._look, self.window).open()
        elif what == "about":
            from tracker.ui.dialogs.about import AboutDialog

            AboutDialog(self._desk, self.window).open()
        elif what == "language":
            from tracker.ui.dialogs.language import LanguageDialog

            asks = LanguageDialog(self._look, self.window)
            asks.chosen.connect(self.language_chosen)
            asks.accepted.connect(self._close_records)
            asks.open()

    def _close_records(self) -> None:
        """The process is replaced: the names that it holds in memory are gone with it."""
        profile = ("--profile", str(self._opener.folder))
        if self.window.close():  # not where something is not saved yet
            self.closed.emit(("--demo",) if self._opener.is_demo else profile)


def _offer(window: MainWindow, text: str, found: "list[PatientLine]") -> None:
    from tracker.ui.views.search_words import match_of

    window.header.search.offer(text, [match_of(line) for line in found])


def _read_for_search(store: Store) -> bool:
    from tracker.services import patients

    return patients.get_ready(store)


def _last_used(store: Store) -> date | None:
    from tracker.services import today

    return today.last_used(store)
