# SPDX-License-Identifier: MIT
"""An old paper chart typed line by line: what each line means is read before anything is stored."""

from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.chart import Chart
from tracker.domain.errors import UserError
from tracker.domain.old_chart import read_page
from tracker.domain.old_chart_line import COLUMNS, SOURCE, Line, Understood
from tracker.services import drafts, old_chart
from tracker.services.old_chart import OLD_CHART, Page, SavedPage
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import on_save_keys
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import words
from tracker.ui.forms.boxes import LineBox
from tracker.ui.forms.line_grid import LineGrid
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press


class OldChartDialog(QDialog):
    """Show it with ``open()``. What is typed is kept as a draft from the first letter on.

    Args:
        desk: what the window works with.
        page: the chart and its draft, read before: nobody types into a page that is still coming.
        parent: the window behind it.
    """

    def __init__(self, desk: Desk, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Old chart"))
        self._desk = desk
        self._behind = parent
        self._patient: UUID = page.chart.patient.id
        self._page = page
        self._said: tuple[Understood, ...] = ()
        self._kept: dict[str, str] = {}
        look = desk.look
        self.source = LineBox(look, bold=False)
        self.source.setAccessibleName(self.tr("Source of these lines"))
        self.source.setPlaceholderText(self.tr("for example: paper chart, p. 3"))
        self.source.setFixedWidth(look.px(300))
        self.grid = LineGrid(look)
        self._count = PlainLabel(look, "", 13, colour="text2")
        self._words = PlainLabel(look, "", 13, colour="text2")
        self._words.setWordWrap(True)
        self._words.setObjectName("said")
        self.save = Press(look, self.tr("Save all lines"), keys="Ctrl+Enter", primary=True)
        self.save.clicked.connect(self._save)
        on_save_keys(self, self._save)
        self._assemble(page.chart)
        FocusRing(look, self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._begin(page)

    def sizeHint(self) -> QSize:
        """As large as the window behind it nearly allows."""
        look, behind = self._desk.look, self._behind.size()
        margin = look.px(48)
        return QSize(max(behind.width() - margin, 600), max(behind.height() - margin, 400))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    # Opening, and what is typed

    def _begin(self, page: Page) -> None:
        self._restore(page)
        self.grid.edited.connect(self._edited)
        self.source.value_changed.connect(self._edited)
        self._judge()
        if self.source.text():
            self.grid.focus_blank()
        else:
            self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self, page: Page) -> None:
        if page.draft is None:
            return
        self.source.set_text(page.draft.texts.get(SOURCE, ""))
        self.grid.set_source(self.source.text())
        self.grid.set_lines(_lines(page.draft.texts))
        self._kept = dict(page.draft.texts)
        said = self.tr("Draft of {time} restored; nothing of it is saved yet.")
        self._say(said.format(time=self._time(page.draft.at)), "ask")

    def _time(self, at: datetime) -> str:
        now = self._desk.ctx.clock.now()
        local = at.astimezone(now.tzinfo)
        clock = local.strftime("%H:%M")
        return clock if local.date() == now.date() else f"{wording.day(local.date())} {clock}"

    def _edited(self) -> None:
        self.grid.set_source(self.source.text().strip())
        self._judge()
        texts = self._texts()
        if texts == self._kept:
            return
        self._kept = texts
        self._say("")
        job = partial(
            drafts.keep, ctx=self._desk.ctx, patient=self._patient, texts=texts, form=OLD_CHART
        )
        # a newer draft takes the place of one that still waits; the last one is always kept
        self._desk.tasks.run(self, job, lambda _at: None, self._refused, question="draft")

    def _texts(self) -> dict[str, str]:
        lines = self.grid.lines()
        typed = {
            f"{number}.{name}": text
            for number, line in enumerate(lines, start=1)
            for name in COLUMNS
            if (text := getattr(line, name)).strip()
        }
        return {SOURCE: self.source.text(), **typed} if typed else {}

    def _judge(self) -> None:
        page, lines = self._page, self.grid.lines()
        self._said = read_page(lines, page.words, page.chart, self._desk.today)
        self.grid.show_meaning(self._said)
        typed = sum(not line.is_blank for line in lines)
        ready = sum(each.record is not None for each in self._said)
        count = self.tr("Lines that can be stored: {n} of {total}").format(n=ready, total=typed)
        self._count.setText(count if typed else self.tr("Nothing is typed yet"))

    # Saving

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        self._wait(True)
        job = partial(
            old_chart.save,
            ctx=self._desk.ctx,
            patient=self._patient,
            lines=self.grid.lines(),
            source=self.source.text(),
        )
        self._desk.tasks.run(self, job, self._saved, self._refused)

    def _saved(self, answer: SavedPage) -> None:
        self._kept = {}
        self.grid.set_lines(())
        self._wait(False)
        self._say(self.tr("Events stored: {n}.").format(n=answer.count), "done")
        self._desk.bus.changed.emit(answer.changed)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)
        self.source.selectAll()  # the next page has another number
        job = partial(old_chart.open_page, ctx=self._desk.ctx, patient=self._patient)
        self._desk.tasks.run(self, job, self._renewed, self._refused, question="page")

    def _renewed(self, page: Page) -> None:
        self._page = page
        self._judge()

    def _refused(self, error: UserError) -> None:
        self._wait(False)
        first = error.problems[0]
        many = len({problem.place for problem in error.problems})
        if not first.place:
            self._say(words(first.message), "overdue")
            return
        said = self.tr("Nothing is stored yet. Lines that need a look: {n}. Line {line}: {why}")
        why = words(first.message)
        self._say(said.format(n=many, line=first.place, why=why), "overdue")
        if first.field == SOURCE and not self.source.text().strip():
            self.source.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.grid.focus_line(int(first.place), first.field or "")

    def _wait(self, waiting: bool) -> None:
        self.save.allow(not waiting)
        self.grid.setEnabled(not waiting)
        self.source.setEnabled(not waiting)

    def _say(self, text: str, colour: str = "text2") -> None:
        self._words.setText(text)
        self._words.set_colour(colour)

    # Looks

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scrolls to where the keyboard is, however it got there."""
        if new is not None and self.grid.isAncestorOf(new):
            self._sheet.ensureWidgetVisible(new, 0, self._desk.look.px(44))

    def _assemble(self, chart: Chart) -> None:
        look = self._desk.look
        px = look.px
        above = Flow(px(10))
        above.addWidget(PlainLabel(look, self.tr("Source of these lines"), 13, colour="text2"))
        above.addWidget(self.source)
        above.addWidget(self._count)
        help_words = self.tr(
            "Enter next box · Ctrl+D date of the line above · Ctrl+E the same, to change it · "
            "Ctrl+Del take the line away"
        )
        above.addWidget(PlainLabel(look, help_words, 12, colour="text3"))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(px(24), px(4), px(24), px(12))
        lines.addWidget(self.grid)
        lines.addStretch()
        self._sheet = QScrollArea()
        self._sheet.setFrameShape(QFrame.Shape.NoFrame)
        self._sheet.setWidgetResizable(True)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet.setWidget(inside)
        close = Press(look, self.tr("Close, keep as a draft"), keys="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._words, 1)
        foot.addWidget(close)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        title = self.tr("Old chart: one line for each event")
        column.addWidget(Heading(look, title, chart.patient.record))
        for layout, bottom in ((above, 0), (foot, 14)):
            layout.setContentsMargins(px(24), px(4), px(24), px(bottom))
        column.addLayout(above)
        column.addWidget(self._sheet, 1)
        column.addLayout(foot)


def _lines(texts: dict[str, str]) -> list[Line]:
    """The lines of a draft, blank ones between them included."""
    by_number: dict[int, dict[str, str]] = {}
    for name, text in texts.items():
        number, _, column = name.partition(".")
        if column in COLUMNS:
            by_number.setdefault(int(number), {})[column] = text
    last = max(by_number, default=0)
    return [Line(**by_number.get(number, {})) for number in range(1, last + 1)]
