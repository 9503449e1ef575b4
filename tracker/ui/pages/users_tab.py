# SPDX-License-Identifier: MIT
"""The people who may open the records: who they are, and what an administrator does about them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.roles import Role
from tracker.services import accounts
from tracker.services.accounts import AccountLine, Left, OneTime
from tracker.ui.desk import Desk
from tracker.ui.dialogs.account import AccountDialog
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.dialogs.unlock import ConfirmDialog
from tracker.ui.forms import labels
from tracker.ui.icon_shapes import Icon
from tracker.ui.tables.row_list import Column, Pen, RowList
from tracker.ui.widgets.press import Press

translate = QCoreApplication.translate


class UsersTab(QWidget):
    """The list of users, with what can be done about the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look, px = desk.look, desk.look.px
        self.list = RowList(look, self.tr("Users"), _columns(), _paint, _words)
        self.list.setObjectName("user_list")
        self.list.picked.connect(self._picked)
        add = Press(look, self.tr("Add a user …"), mark=Icon.PLUS)
        add.setObjectName("add_user")
        add.clicked.connect(self._ask_new)
        self._reset = Press(look, self.tr("New passphrase …"))
        self._reset.clicked.connect(self._ask_reset)
        self._role = Press(look, self.tr("Change role …"))
        self._role.clicked.connect(self._ask_role)
        self._disable = Press(look, self.tr("Disable …"))
        self._disable.clicked.connect(self._ask_disable)
        self._leave = Press(look, self.tr("Leaves the clinic …"))
        self._leave.clicked.connect(self._ask_leave)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(24), px(12), px(24), px(12))
        buttons.setSpacing(px(8))
        for press in (add, self._reset, self._role, self._disable, self._leave):
            buttons.addWidget(press)
        buttons.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(buttons)
        page.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def ask(self) -> None:
        """Asks for the users again."""
        self._run(partial(accounts.listed, ctx=self._desk.ctx), self._answered)

    def _answered(self, lines: tuple[AccountLine, ...]) -> None:
        self.list.set_rows(lines, lambda line: line.id)
        self._picked(self.list.current)

    def _picked(self, line: AccountLine | None) -> None:
        mine = self.tr("Another administrator can change your own account.")
        other = line is not None and not line.is_me
        for press in (self._reset, self._role, self._disable, self._leave):
            press.allow(other, mine)
        if line is not None and other and not line.has_access:
            self._disable.allow(False, self.tr("This person has no access already."))

    # Each: ask, do, say

    def _ask_new(self) -> None:
        dialog = AccountDialog(
            self._desk.look,
            self.tr("Add a user"),
            self.tr(
                "The person gets a passphrase for one use, shown once, and chooses another one "
                "at the first unlock."
            ),
            None,
            self.window(),
        )
        dialog.given.connect(partial(self._add, dialog))
        dialog.open()

    def _add(self, dialog: AccountDialog, name: str, role: Role) -> None:
        job = partial(accounts.add, ctx=self._desk.ctx, name=name, role=role)
        self._desk.tasks.run(dialog, job, partial(self._show_once, dialog), dialog.refuse)

    def _ask_reset(self) -> None:
        line = self.list.current
        if line is None:
            return
        dialog = ReportDialog(
            self._desk.look,
            self.tr("New passphrase"),
            self.tr(
                "{name} gets a new passphrase for one use; the present one no longer opens "
                "anything. An account that was disabled works again."
            ).format(name=line.name),
            [],
            action=self.tr("Make it"),
            parent=self.window(),
        )
        job = partial(accounts.reset, ctx=self._desk.ctx, account=line.id)
        dialog.accepted.connect(lambda: self._run(job, partial(self._show_once, None)))
        dialog.open()

    def _ask_role(self) -> None:
        line = self.list.current
        if line is None:
            return
        dialog = AccountDialog(
            self._desk.look,
            self.tr("Another role for {name}").format(name=line.name),
            self.tr("It holds from the next unlock on."),
            line.name,
            self.window(),
        )
        dialog.given.connect(partial(self._change_role, dialog, line))
        dialog.open()

    def _change_role(
        self, dialog: AccountDialog, line: AccountLine, _name: str, role: Role
    ) -> None:
        job = partial(accounts.change_role, ctx=self._desk.ctx, account=line.id, role=role)

        def done(_none: None) -> None:
            dialog.accept()
            self.ask()

        self._desk.tasks.run(dialog, job, done, dialog.refuse)

    def _ask_disable(self) -> None:
        line = self.list.current
        if line is None:
            return
        dialog = ReasonDialog(
            self._desk.look,
            self.tr("Disable {name}").format(name=line.name),
            self.tr("The passphrase no longer opens anything. The name stays in the audit trail."),
            self.tr("Disable"),
            None,
            self.window(),
        )
        dialog.given.connect(partial(self._do_disable, line))
        dialog.open()

    def _do_disable(self, line: AccountLine, reason: str) -> None:
        ctx = self._desk.ctx.because(reason)
        self._run(partial(accounts.disable, ctx=ctx, account=line.id), lambda _none: self.ask())

    def _ask_leave(self) -> None:
        line = self.list.current
        if line is None:
            return
        dialog = ConfirmDialog(
            self._desk.look,
            self.tr("{name} leaves the clinic").format(name=line.name),
            self.tr(
                "The data key is changed, so that copies the person may have opened no longer "
                "lead into the records. Everybody else gets a passphrase for one use, and there "
                "is a new recovery code. A backup is made first."
            ),
            self.tr("Change the key"),
            parent=self.window(),
        )
        dialog.given.connect(partial(self._do_leave, dialog, line))
        dialog.open()

    def _do_leave(self, dialog: ConfirmDialog, line: AccountLine, passphrase: str) -> None:
        job = partial(accounts.leave, ctx=self._desk.ctx, account=line.id, passphrase=passphrase)
        self._desk.tasks.run(dialog, job, partial(self._show_left, dialog), dialog.refuse)

    def _show_left(self, dialog: ConfirmDialog, left: Left) -> None:
        dialog.accept()
        self.ask()
        code = self.tr("Recovery code: {code}").format(code=left.recovery)
        codes = [f"{each.name}: {each.passphrase}" for each in left.codes]
        heading = self.tr("Backups that an old copy of the keys still opens:")
        old = [heading, *left.old_backups] if left.old_backups else []
        ReportDialog(
            self._desk.look,
            self.tr("The data key was changed"),
            self.tr(
                "Write all of it down now: it is shown once. The old recovery code opens nothing "
                "any more; seal the new one. Each passphrase is for one use."
            ),
            [code, "", *codes, "", *old],
            parent=self.window(),
        ).open()

    def _show_once(self, dialog: AccountDialog | None, made: OneTime) -> None:
        if dialog is not None:
            dialog.accept()
        self.ask()
        ReportDialog(
            self._desk.look,
            self.tr("Passphrase for one use"),
            self.tr(
                "Give it to {name}, on paper or by word of mouth. It is shown once and kept "
                "nowhere; it must be changed at the first unlock."
            ).format(name=made.name),
            [made.passphrase],
            parent=self.window(),
        ).open()

    def _run(self, job: Callable[..., object], done: Callable[..., None]) -> None:
        self._desk.tasks.run(self, job, done)


def _columns() -> list[Column]:
    return [
        Column(translate("UsersTab", "Name"), 24),
        Column(translate("UsersTab", "Role"), 320),
        Column(translate("UsersTab", "State"), 520),
        Column(translate("UsersTab", "Passphrase"), 700),
    ]


def _cells(line: AccountLine) -> tuple[str, str, str, str]:
    own = translate("UsersTab", "your own account") if line.is_me else ""
    secret = translate("UsersTab", "chosen by the person")
    if not line.has_access:
        secret = translate("UsersTab", "none: no access")
    elif line.must_change:
        secret = translate("UsersTab", "for one use, not changed yet")
    name = f"{line.name} ({own})" if own else line.name
    return name, labels.choice(line.role), labels.choice(line.state), secret


def _paint(pen: Pen, line: AccountLine) -> None:
    name, role, state, secret = _cells(line)
    ink = "text" if line.has_access else "text3"
    pen.write(24, name, 14, bold=line.has_access, colour=ink, until=310)
    pen.write(320, role, 13.5, colour=ink, until=510)
    pen.write(520, state, 13.5, colour=ink, until=690)
    pen.write(700, secret, 13.5, colour="ask" if line.must_change else "text2")


def _words(line: AccountLine) -> str:
    return ", ".join(_cells(line))
