# SPDX-License-Identifier: MIT
"""What stands before the window: the first steps, unlocking, and the code from the envelope."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog

from tracker import paths
from tracker.domain.errors import UserError
from tracker.opener import Opened, Opener, opened
from tracker.services import profiles
from tracker.services.context import Context
from tracker.services.site import SiteSettings
from tracker.store.store import Store
from tracker.ui.after_paint import AfterPaint
from tracker.ui.language import translate
from tracker.ui.preferences import Preferences
from tracker.ui.tasks import Tasks
from tracker.ui.theme import Look

if TYPE_CHECKING:  # imported on use: most starts need one of them
    from tracker.services.restore_protocol import GivenBack
    from tracker.services.setup import NewClinic
    from tracker.ui.dialogs.first_run import FirstRunDialog
    from tracker.ui.dialogs.unlock import PassphraseDialog, RecoverDialog, UnlockDialog


class Entrances(QObject):
    """One after the other, until the records are open.

    Signals:
        asked(): the passphrase is, on the screen; there is time while it is typed.
        opened(Opened): they are; make the window.
        passed(): nothing stands before the window any more; show it.
        demo_wanted(): the demonstration is to be shown instead, by a process of its own.
    """

    asked = Signal()
    opened = Signal(object)
    passed = Signal()
    demo_wanted = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks[Store],
        opener: Opener,
        preferences: Preferences,
        site: SiteSettings,
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._opener = opener
        self._preferences = preferences
        self._site = site
        self._started_with = opener.folder
        self._shown: QDialog | None = None

    def start(self) -> None:
        """Shows the one that fits: none for the demonstration, the first steps, or unlock."""
        if self._opener.is_demo:
            self._try_open(self, self._leave)
        elif profiles.exists(self._opener.folder):
            self._ask_passphrase()
        else:
            self._begin()

    def _begin(self) -> None:
        self._enter(self._first_steps())

    def _first_steps(self) -> "FirstRunDialog":
        from tracker.ui.dialogs.first_run import FirstRunDialog

        lost = self._opener.folder == paths.chosen_profile()
        first = FirstRunDialog(
            self._look,
            paths.usual_profile() if lost else self._opener.folder,
            self._site.backup_folder,
            lost=self._opener.folder if lost else None,
        )
        first.language_wanted.connect(partial(self._speak, first))
        first.given.connect(partial(self._create, first))
        first.open_wanted.connect(self._open_other)
        first.preview_wanted.connect(partial(self._look_into, first))
        first.restore_wanted.connect(partial(self._restore, first))
        first.demo_wanted.connect(self.demo_wanted)
        return first

    def _speak(self, first: "FirstRunDialog", language: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._preferences.language = language
            translate(app, language)
            first.start_again()

    def _ask_passphrase(self) -> None:
        from tracker.ui.dialogs.unlock import UnlockDialog

        several = profiles.has_several_users(self._opener.folder)
        unlock = UnlockDialog(self._look, asks_name=several)
        unlock.given.connect(partial(self._unlock, unlock))
        unlock.code_wanted.connect(self._ask_code)
        unlock.restore_wanted.connect(self._ask_backup)
        AfterPaint(unlock, self.asked.emit)
        self._enter(unlock)

    def _enter(self, entrance: QDialog) -> None:
        entrance.rejected.connect(QApplication.quit)
        entrance.show()
        self._follow(entrance)  # after the next one is there, or the program would end

    def _follow(self, following: QDialog | None) -> None:
        old, self._shown = self._shown, following
        if old is not None:
            old.blockSignals(True)
            old.close()

    # The first steps

    def _create(self, entrance: "FirstRunDialog", new: "NewClinic") -> None:
        self._opener.folder, self._opener.new = new.folder, new
        self._try_open(entrance, entrance.refuse)

    def _open_other(self, folder: Path) -> None:
        self._opener.folder = folder
        self._remember()
        self._ask_passphrase()

    def _ask_backup(self) -> None:
        """In the place of records that are there: their folder is offered."""
        first = self._first_steps()
        first.begin_restore()
        self._enter(first)

    def _look_into(
        self, entrance: "FirstRunDialog", file: Path, folder: Path, passphrase: str
    ) -> None:
        from tracker.services import backups

        job = partial(
            backups.preview,
            file=file,
            folder=folder,
            passphrase=passphrase,
            clock=self._opener.clock,
        )
        self._tasks.free(entrance, job, entrance.show_preview, entrance.refuse)

    def _restore(
        self, entrance: "FirstRunDialog", file: Path, folder: Path, passphrase: str, sha256: str
    ) -> None:
        from tracker.services import backups
        from tracker.ui.errors import words

        def done(given: "GivenBack") -> None:
            self._opener.folder, self._opener.passphrase = folder, passphrase
            self._remember()
            self._show_protocol(entrance, given)

        job = partial(
            backups.restore,
            file=file,
            folder=folder,
            passphrase=passphrase,
            clock=self._opener.clock,
            expected=sha256,
            say=words,
        )
        self._tasks.free(entrance, job, done, entrance.refuse)

    def _show_protocol(self, entrance: "FirstRunDialog", given: "GivenBack") -> None:
        from tracker.ui.dialogs.report import ReportDialog
        from tracker.ui.errors import words

        text = self.tr("The backup of {made} is in place. This protocol is kept in {file}.")
        shown = ReportDialog(
            self._look,
            self.tr("Restored"),
            text.format(made=given.made, file=given.file),
            list(map(words, given.lines())),
            can_print=True,
            parent=entrance,
        )
        shown.finished.connect(lambda _code: self._try_open(entrance, entrance.refuse))
        shown.open()

    def _remember(self) -> None:
        """The next start opens the same folder, if it is another one than this start did."""
        if self._opener.folder == self._started_with:
            return
        try:
            paths.choose_profile(self._opener.folder)
        except OSError as error:  # it is open all the same; the next start asks again
            sys.stderr.write(f"The folder cannot be remembered: {error.strerror}\n")

    def _keep_choices(self, new: "NewClinic") -> None:
        self._preferences.shows_reminders = new.reminds
        if new.backup_folder is not None:
            self._preferences.backup_folder = str(new.backup_folder)
        self._remember()

    # Unlocking

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
        self._tasks.run(entrance, job, lambda _none: done(), entrance.refuse)

    # Open

    def _try_open(self, owner: QObject, on_error: Callable[[UserError], None]) -> None:
        job = partial(opened, clock=self._opener.clock)
        self._tasks.run(owner, job, self._opened, on_error)

    def _leave(self, error: UserError) -> None:
        sys.stderr.write(f"{error}\n")
        QApplication.exit(1)

    def _opened(self, answer: Opened) -> None:
        if answer.ctx.must_change:
            self._ask_own(answer.ctx)
            return
        new, self._opener.new = self._opener.new, None
        self._opener.passphrase, self._opener.typed_code = "", ""
        code, self._opener.recovery_code = self._opener.recovery_code, ""
        if new is not None:
            self._keep_choices(new)
        self.opened.emit(answer)
        if not code:
            self.passed.emit()
            self._follow(None)
            return
        from tracker.ui.dialogs.recovery_code import RecoveryDialog

        shown = RecoveryDialog(self._look, code, answer.clinic)
        shown.kept.connect(self.passed)
        shown.rejected.connect(shown.show)  # it is shown once: closing it is no answer
        shown.show()
        self._follow(shown)
