# SPDX-License-Identifier: MIT
"""The screen lock: covers every window of the program, and keeps the process and what is open.

It keeps eyes off the screen, no more: the keys stay in memory. Closing the records does that.
"""

import hmac
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from tracker.domain.errors import UserError
from tracker.domain.fields import YesNo
from tracker.domain.records import LockPolicy
from tracker.services import accounts
from tracker.services.context import Context
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.dialogs.screen_lock import PinDialog, ScreenLockDialog
from tracker.ui.glyphs import paint_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.tasks import Tasks
from tracker.ui.theme import Look

TRIES = 5
_BEAT_MS = 5_000
_LATE_MS = 50  # how long a window that opens behind the lock may be seen
_ASLEEP = timedelta(seconds=60)  # a beat that is this late means that the computer slept
_LONGEST = timedelta(hours=12)  # since the passphrase; then the records are closed
_ACTIVITY = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


def _as_it_is(policy: LockPolicy) -> LockPolicy:
    return policy


class _Cover(QWidget):
    """Paints over a window and follows its size."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, middle = QPainter(self), self._look.theme, self.rect().center()
        painter.fillRect(self.rect(), theme.rail)
        size = self._look.px(40)
        paint_icon(painter, Icon.LOCK, middle.x(), middle.y(), size, theme.text3)


class ScreenLock(QObject):
    """Watches for nobody being there, locks, and unlocks for the person at work.

    Args:
        look: theme and zoom.
        tasks: prove the passphrase.
        ctx: the person at work; its clock measures the idle time.
        window: of the program.
        tightened: makes the clinic's rules as strict as this computer demands.

    Signals:
        close_wanted(): the records are to be closed: five wrong tries, a suspended computer,
            twelve hours, or somebody else wants to come in.
    """

    close_wanted = Signal()

    def __init__(
        self,
        look: Look,
        tasks: Tasks[Any],
        ctx: Context,
        window: QWidget,
        tightened: Callable[[LockPolicy], LockPolicy] = _as_it_is,
    ) -> None:
        super().__init__(window)
        self._tightened = tightened
        self._window = window
        self._look, self._tasks, self._ctx = look, tasks, ctx
        self.policy = tightened(accounts.NO_POLICY)
        self._pin: tuple[bytes, bytes] | None = None
        self._wrong = 0
        self._dialog: ScreenLockDialog | None = None
        self._covers: list[_Cover] = []
        self._late = QTimer(self)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._cover_all)
        now = ctx.clock.now()
        self._entered = self._active = self._beaten = now
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(lambda: self.beat(self._ctx.clock.now()))
        self._timer.start()
        _app().focusWindowChanged.connect(self._watch)
        tasks.run(self, partial(accounts.lock_policy, ctx=ctx), self.set_policy)

    @property
    def is_locked(self) -> bool:
        """Whether everything is covered."""
        return self._dialog is not None

    def set_policy(self, policy: LockPolicy) -> None:
        """The clinic's rules hold from now on."""
        self.policy = self._tightened(policy)

    def beat(self, now: datetime) -> None:
        """Looks at the time: nobody there, asleep, or too long."""
        slept, self._beaten = now - self._beaten > _ASLEEP, now
        idle = now - self._active
        if not self.is_locked and (slept or idle >= timedelta(minutes=self.policy.idle_minutes)):
            self.lock()
        if slept or now - self._entered >= _LONGEST:
            self._close()

    def lock(self) -> None:
        """Covers every window and asks who is there."""
        if self.is_locked:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        clear_own(QGuiApplication.clipboard())
        self._cover_all()
        self._late.start()
        dialog = ScreenLockDialog(
            self._look, self._ctx.user, takes_pin=self._pin is not None and self._wrong < TRIES
        )
        dialog.given.connect(self._try)
        dialog.close_wanted.connect(self._close)
        self._dialog = dialog
        dialog.show()

    def obey(self, command: str) -> None:
        """Does what the menu says: "lock", "pin" or "close_records"."""
        if command == "lock":
            self.lock()
        elif command == "pin":
            self._ask_pin()
        else:
            self.close_wanted.emit()

    def _ask_pin(self) -> None:
        if self.policy.pin is not YesNo.YES:
            ReportDialog(
                self._look,
                self.tr("PIN for the screen"),
                self.tr("The clinic does not allow a PIN. An administrator decides: Admin."),
                [],
                parent=self._window,
            ).open()
            return
        dialog = PinDialog(self._look, self._window)
        dialog.given.connect(self._keep_pin)
        dialog.open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self._active = self._ctx.clock.now()
        return False

    def _watch(self, window: QWindow | None) -> None:
        # a window's own events only: all events of the program would cost every paint
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _cover_all(self) -> None:
        """Every window but the one that asks; an answer may open one while nobody is there."""
        covered = {cover.window() for cover in filter(isValid, self._covers)}
        for window in _open_windows():
            if window is not self._dialog and window not in covered:
                self._covers.append(_Cover(self._look, window))

    def _keep_pin(self, pin: str) -> None:
        salt = secrets.token_bytes(16)
        self._pin = salt, hmac.digest(salt, pin.encode(), "sha256")

    def _try(self, typed: str) -> None:
        if self._pin is not None and self._wrong < TRIES:
            salt, kept = self._pin
            if hmac.compare_digest(kept, hmac.digest(salt, typed.encode(), "sha256")):
                self._open()
                return
        job = partial(accounts.unlock_screen, ctx=self._ctx, passphrase=typed)
        dialog = self._dialog
        if dialog is not None:
            self._tasks.run(dialog, job, self._proven, partial(self._refused, dialog))

    def _proven(self, _none: None) -> None:
        self._entered = self._ctx.clock.now()
        self._open()

    def _refused(self, dialog: ScreenLockDialog, error: UserError) -> None:
        self._wrong += 1
        if self._wrong >= TRIES:
            self._pin = None
            self._close()
        dialog.refuse(error)

    def _open(self) -> None:
        self._wrong = 0
        self._active = self._ctx.clock.now()
        dialog, self._dialog = self._dialog, None
        self._late.stop()
        for cover in filter(isValid, self._covers):  # some went with their window
            cover.hide()
            cover.deleteLater()
        self._covers = []
        if dialog is not None:
            dialog.accept()

    def _close(self) -> None:
        """Asks to close the records, unless a form is open whose entries would be lost."""
        writing = [w for w in _open_windows() if isinstance(w, QDialog) and w is not self._dialog]
        if not writing:
            self.close_wanted.emit()


def clear_own(clipboard: QClipboard) -> None:
    """Takes what this program copied off the clipboard, never what another one put there."""
    if clipboard.ownsClipboard():
        clipboard.clear()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - there is a window
    return app


def _open_windows() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
