# SPDX-License-Identifier: MIT
"""The day list as a calendar file, with or without names, and what changed since the last one."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from tracker.domain.errors import UserError
from tracker.domain.roles import Action
from tracker.services import calendar_export
from tracker.services.calendar_export import CalendarFile
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.dialogs.frame import body_below, resize_to_words
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import sentences, words
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.joined import Joined
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class CalendarFileDialog(QDialog):
    """Show it with ``open()``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Calendar file"))
        self._desk = desk
        look, px = desk.look, desk.look.px
        names = [("masked", self.tr("Without names"))]
        if Action.EXPORT in desk.ctx.permissions:
            names.append(("full", self.tr("With names and treatments")))
        self._names = Joined(look, self.tr("Names"), names)
        self._names.choose("masked")
        self._said = PlainLabel(look, "", 13.5, colour="text2")
        self._said.setWordWrap(True)
        text = PlainLabel(
            look,
            self.tr(
                "Everything that has a day, 90 days ahead, as all-day events with an alarm at "
                "08:00. Read each new file into the same calendar: what moved moves, and what "
                "left the list is cancelled. A calendar is not encrypted and may be synchronised "
                "to other places."
            ),
            14,
        )
        text.setWordWrap(True)
        body = body_below(self, Heading(look, self.tr("Calendar file"), None))
        body.addWidget(text)
        body.addWidget(self._names, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._said)
        save = Press(look, self.tr("Save …"), keys="Ctrl+S", primary=True)
        save.clicked.connect(self._choose)
        save.setShortcut("Ctrl+S")
        close = Press(look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(save)
        body.addLayout(foot)
        resize_to_words(self, px(620))
        FocusRing(look, self)
        save.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def save(self, name: str) -> None:
        """Writes the file; one that is there is replaced, as the person has agreed to."""
        job = partial(
            calendar_export.export,
            ctx=self._desk.ctx,
            dest=Path(name),
            names=self._names.code == "full",
            force=True,
            say=words,
        )
        self._desk.tasks.run(self, job, self._written, self._refused)

    def _choose(self) -> None:
        title, name = self.tr("Save the calendar file"), self.tr("follow-up.ics")
        save_as(self, title, "ics", self.save, name=name)

    def _written(self, made: CalendarFile) -> None:
        text = self.tr(
            "{file}, events: {n}, {new} new, {changed} changed; {cancelled} cancelled. "
            "Lines without a day, not in it: {undated}."
        )
        self._said.setText(
            text.format(
                file=made.path.name,
                n=made.events,
                new=made.new,
                changed=made.changed,
                cancelled=made.cancelled,
                undated=made.undated,
            )
        )
        self._said.set_colour("done")

    def _refused(self, error: UserError) -> None:
        self._said.setText("\n".join(sentences(error)))
        self._said.set_colour("overdue")
