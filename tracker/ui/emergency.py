# SPDX-License-Identifier: MIT
"""Emergency access: a person opens, with a reason, what the own role alone may not do.

Which role may open what stands in one table (``tracker.domain.roles.BREAK_GLASS``). The reason is
in the audit trail before anything is open; a notice stays until it ends, at the latest when the
program is closed.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.domain.errors import NotPermitted, UserError
from tracker.services.context import Context
from tracker.ui import errors, wording
from tracker.ui.desk import Desk
from tracker.ui.main_window import MainWindow
from tracker.ui.widgets.notice import Level

_KEY = "emergency"


def ask(
    desk: Desk, parent: QWidget, then: Callable[[], object], refused: NotPermitted | None = None
) -> None:
    """Asks for the reason, opens the emergency access, and goes on with what was refused.

    Args:
        desk: the person at work; its role opens something in an emergency.
        parent: the window in front.
        then: called once it is open.
        refused: what cannot be done without it, said first.
    """
    from tracker.ui.dialogs.reason import ReasonDialog

    text = QCoreApplication.translate(
        "Emergency",
        "In an emergency your role may {actions}. Who, when and why stand in the audit trail, "
        "and so does everything that you do. It ends when you end it, at the latest when the "
        "program is closed.",
    ).format(actions=_words(desk.ctx))
    said = [*errors.sentences(refused), text] if refused else [text]
    title = QCoreApplication.translate("Emergency", "Emergency access")
    action = QCoreApplication.translate("Emergency", "Open in an emergency")
    asks = ReasonDialog(desk.look, title, "\n\n".join(said), action, None, parent)
    asks.given.connect(partial(_open, desk, parent, then))
    asks.open()


def _open(desk: Desk, owner: QObject, then: Callable[[], object], reason: str) -> None:
    from tracker.services import accounts

    def opened(ctx: Context) -> None:
        desk.take(ctx)
        then()

    job = partial(accounts.break_glass, ctx=desk.ctx, reason=reason)
    desk.tasks.run(owner, job, opened)


def _words(ctx: Context) -> str:
    return "; ".join(sorted(wording.choice(action) for action in ctx.emergency))


class Emergency(QObject):
    """The command in the menu, the button beside a refusal, and the notice while it lasts."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        window.asked.connect(self._asked)
        window.told.connect(self._told)
        window.notices.acted.connect(self._end)
        desk.bus.permitted.connect(self._show)
        self._show()

    def _asked(self, what: str) -> None:
        if what == _KEY:
            ask(self._desk, self._window, _nothing)

    def _told(self, error: UserError, box: QMessageBox) -> None:
        if isinstance(error, NotPermitted) and self._desk.ctx.may_open(error):
            box.addButton(QMessageBox.StandardButton.Close)
            more = box.addButton(self.tr("Emergency access …"), QMessageBox.ButtonRole.AcceptRole)
            more.clicked.connect(partial(ask, self._desk, self._window, _nothing, error))

    def _show(self) -> None:
        ctx, notices = self._desk.ctx, self._window.notices
        self._window.set_person(wording.choice(ctx.role), ctx.user, ctx.permissions)
        self._window.offer(_KEY, bool(ctx.emergency) and not ctx.granted)
        if ctx.granted:
            text = self.tr("Emergency access is open: {actions}. It stands in the audit trail.")
            said = text.format(actions=_words(ctx))
            notices.put(_KEY, said, Level.TROUBLE, self.tr("End it"))
        else:
            notices.drop(_KEY)

    def _end(self, key: str) -> None:
        if key == _KEY:
            self._desk.take(self._desk.ctx.with_granted(frozenset()))


def _nothing() -> None:
    """Nothing goes on by itself: the person does once more what was refused."""
