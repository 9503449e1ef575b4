# SPDX-License-Identifier: MIT
"""One's own passphrase, and the clinic's rules for a screen that nobody watches."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.domain.fields import YesNo
from tracker.domain.records import LockPolicy
from tracker.domain.roles import Action
from tracker.services import accounts
from tracker.ui.desk import Desk
from tracker.ui.dialogs.unlock import PassphraseDialog
from tracker.ui.forms import labels
from tracker.ui.forms.boxes import ChoiceBox
from tracker.ui.forms.editors import Editor
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

_WIDTH = 260


class OwnTab(QWidget):
    """What everybody may do, and below it what the administrator decides for all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look, px = desk.look, desk.look.px
        self._said = PlainLabel(look, "", 13, colour="done")
        change = Press(look, self.tr("Change my passphrase …"))
        change.clicked.connect(self._ask_passphrase)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(16), px(24), px(16))
        page.setSpacing(px(10))
        page.addWidget(PlainLabel(look, self.tr("My passphrase"), 16, bold=True))
        page.addWidget(_sentence(desk, self.tr("Only you know it; nobody can read it back.")))
        page.addLayout(_row(desk, change))
        page.addSpacing(px(16))
        page.addWidget(PlainLabel(look, self.tr("Screen lock"), 16, bold=True))
        page.addWidget(
            _sentence(
                desk,
                self.tr(
                    "Ctrl+L blanks the window at once, and it blanks itself when nobody types or "
                    "moves the mouse. Suspending the computer, or twelve hours, closes the records."
                ),
            )
        )
        self._minutes = self._box(
            "idle_minutes",
            self.tr("Locks itself after"),
            [(str(n), self.tr("{n} min").format(n=n)) for n in range(1, 16)],
        )
        self._pin = self._box(
            "pin",
            self.tr("A six-digit PIN may unlock the screen"),
            [(each.value, labels.choice(each)) for each in (YesNo.YES, YesNo.NO)],
        )
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self._minutes)
        row.addWidget(self._pin)
        row.addStretch()
        page.addLayout(row)
        self._keep = Press(look, self.tr("Keep these rules"))
        self._keep.clicked.connect(self._store)
        page.addLayout(_row(desk, self._keep, self._said))
        page.addStretch()
        allowed = Action.ACCOUNTS in desk.ctx.permissions
        self._keep.allow(allowed, self.tr("An administrator decides this for everybody."))
        for editor in (self._minutes, self._pin):
            editor.setEnabled(allowed)
        self.setFocusProxy(change)

    def ask(self) -> None:
        """Asks for the rules that hold."""
        job = partial(accounts.lock_policy, ctx=self._desk.ctx)
        self._desk.tasks.run(self, job, self._show, question="lock policy")

    def _show(self, policy: LockPolicy) -> None:
        self._minutes.set_text(str(policy.idle_minutes))
        self._pin.set_text(policy.pin.value)

    def _store(self) -> None:
        if not self._minutes.text() or not self._pin.text():
            self._said.setText(self.tr("Choose both first."))
            return
        policy = LockPolicy(idle_minutes=int(self._minutes.text()), pin=YesNo(self._pin.text()))
        job = partial(accounts.set_lock_policy, ctx=self._desk.ctx, policy=policy)
        said = self.tr("Kept; it holds from the next unlock on.")
        self._desk.tasks.run(self, job, lambda _none: self._said.setText(said))

    def _ask_passphrase(self) -> None:
        dialog = PassphraseDialog(
            self._desk.look,
            self.tr("The present one no longer opens anything afterwards."),
            asks_current=True,
            parent=self.window(),
        )
        dialog.given.connect(partial(self._change, dialog))
        dialog.open()

    def _change(self, dialog: PassphraseDialog, current: str, new: str) -> None:
        job = partial(accounts.change_own, ctx=self._desk.ctx, current=current, new=new)

        def done(_none: None) -> None:
            dialog.accept()
            self._said.setText(self.tr("Your passphrase was changed."))

        self._desk.tasks.run(dialog, job, done, dialog.refuse)

    def _box(self, name: str, words: str, choices: list[tuple[str, str]]) -> Editor:
        look = self._desk.look
        editor = Editor(look, name, words, ChoiceBox(look, choices))
        editor.setFixedWidth(look.px(_WIDTH))
        editor.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return editor


def _sentence(desk: Desk, words: str) -> PlainLabel:
    label = PlainLabel(desk.look, words, 13.5, colour="text2")
    label.setWordWrap(True)
    return label


def _row(desk: Desk, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(desk.look.px(12))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
