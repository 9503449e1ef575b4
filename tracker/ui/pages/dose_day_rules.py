# SPDX-License-Identifier: MIT
"""Every line of the gate with its rule, and the rule sets: one is accepted by name, or none."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.changes import Changed
from tracker.domain.errors import UserError
from tracker.services import rule_sets
from tracker.services.rule_sets import Offered
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import words
from tracker.ui.forms.boxes import LineBox
from tracker.ui.forms.editors import Editor
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.gate_panel import GateView
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.press import Press
from tracker.ui.widgets.scroll import scrolling

translate = QCoreApplication.translate


class RulesDialog(QDialog):
    """What the gate says in full, and by which rules. Show it with ``open()``.

    Signals:
        accepted_set(Changed): another rule set is in force.
    """

    accepted_set = Signal(object)

    def __init__(self, desk: Desk, view: GateView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._offered: tuple[Offered, ...] = ()
        look, px = desk.look, desk.look.px
        title = translate("Rules", "Gate: {word}, {counted}").format(
            word=view.word, counted=view.counted
        )
        self.setWindowTitle(title)
        said = (f"{line.text}\n      {line.source}" for line in view.lines)
        lines = QPlainTextEdit("\n".join(said))
        lines.setReadOnly(True)
        lines.setTabChangesFocus(True)
        lines.setFont(look.font(13))
        lines.setAccessibleName(title)
        self._sets = QVBoxLayout()
        self._group = QButtonGroup(self)
        self._now = PlainLabel(look, "", 13, colour="text2")
        self._name = Editor(
            look,
            "oncologist",
            translate("Rules", "Accepted by (oncologist of this clinic)"),
            LineBox(look),
        )
        accept = Press(look, translate("Rules", "Accept this set"))
        accept.clicked.connect(self._accept)
        self._off = Press(look, translate("Rules", "Switch off"))
        self._off.clicked.connect(self._withdraw)
        close = Press(look, translate("Rules", "Close"), keys="Esc")
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(accept)
        buttons.addWidget(self._off)
        buttons.addStretch()
        buttons.addWidget(close)
        body = QVBoxLayout()
        body.setContentsMargins(px(24), px(14), px(24), px(14))
        body.setSpacing(px(8))
        body.addWidget(lines, 1)
        body.addWidget(PlainLabel(look, translate("Rules", "Rule sets"), 15, bold=True))
        body.addWidget(self._now)
        sets = QWidget()
        self._sets.setContentsMargins(0, 0, 0, 0)
        sets.setLayout(self._sets)
        body.addWidget(scrolling(sets), 1)
        body.addWidget(self._name)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(look, title, None))
        column.addLayout(body)
        resize_within_screen(self, px(760), px(620))
        FocusRing(look, self)
        self._ask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def _ask(self) -> None:
        self._desk.tasks.run(self, rule_sets.offered, self._show, question="rules")

    def _show(self, offered: tuple[Offered, ...]) -> None:
        self._offered = offered
        empty(self._sets)
        for number, each in enumerate(offered):
            rules = each.rules
            text = translate("Rules", "{source}, version {version}")
            named = text.format(source=rules.source, version=rules.version)
            choice = QRadioButton(named.replace("&", "&&"))
            choice.setFont(self._desk.look.font(13))
            text = translate("Rules", "{where}; {classes}; rules: {n}")
            classes = ", ".join(sorted(rules.drug_classes))
            said = text.format(where=rules.jurisdiction, classes=classes, n=len(rules.rules))
            choice.setAccessibleDescription(said)
            choice.setChecked(each.acceptance is not None)
            self._group.addButton(choice, number)
            self._sets.addWidget(choice)
            about = PlainLabel(self._desk.look, said, 12.5, colour="text2")
            about.setWordWrap(True)
            about.setIndent(self._desk.look.px(24))
            self._sets.addWidget(about)
        self._say(next((each for each in offered if each.acceptance is not None), None))

    def _say(self, accepted: Offered | None) -> None:
        self._off.setEnabled(accepted is not None)
        if accepted is None or accepted.acceptance is None:
            self._now.setText(translate("Rules", "None is in force: the gate asks."))
            return
        record = accepted.acceptance.record
        text = translate("Rules", "In force: {source}, accepted by {who} on {day}")
        self._now.setText(
            text.format(
                source=record.rule_source, who=record.accepted_by, day=wording.when(record.date)
            )
        )

    def _accept(self) -> None:
        number = self._group.checkedId()
        if number < 0:
            self._name.set_problem(translate("Rules", "Choose one of the sets."))
            return
        rules = self._offered[number].rules
        job = partial(
            rule_sets.accept,
            ctx=self._desk.ctx,
            source=rules.source,
            version=rules.version,
            oncologist=self._name.text(),
        )
        self._desk.tasks.run(self, job, self._changed, self._refused)

    def _withdraw(self) -> None:
        reason = translate("Rules", "switched off by {user}").format(user=self._desk.ctx.user)
        job = partial(rule_sets.withdraw, ctx=self._desk.ctx, reason=reason)
        self._desk.tasks.run(self, job, self._changed, self._refused)

    def _changed(self, changed: Changed) -> None:
        self.accepted_set.emit(changed)
        self._ask()

    def _refused(self, error: UserError) -> None:
        self._name.set_problem(words(error.problems[0].message))
        self._name.focus()
