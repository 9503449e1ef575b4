# SPDX-License-Identifier: MIT
"""The day list before it is printed: its pages as they will be, with or without names."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.errors import UserError
from tracker.services import day_sheet
from tracker.services.day_sheet import DaySheet
from tracker.ui import paper
from tracker.ui.desk import Desk
from tracker.ui.dialogs.choose_file import save_as
from tracker.ui.dialogs.frame import SAVE_KEYS, resize_within_screen
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import sentences
from tracker.ui.icon_shapes import Icon
from tracker.ui.print_theme import PRINT
from tracker.ui.theme import Look
from tracker.ui.views.day_paper import DayPaper
from tracker.ui.widgets.face import Face
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press

if TYPE_CHECKING:  # imported on use, as in paper
    from PySide6.QtPrintSupport import QPrinter


class PageView(Face):
    """One page, as large as there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.paper: paper.Paper | None = None
        self.page = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(840), self.look.px(596))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme.sunken)
        if self.paper is None:
            return
        size = paper.PAGE
        edge = self.look.px(8)
        scale = min(
            (self.width() - 2 * edge) / size.width(), (self.height() - 2 * edge) / size.height()
        )
        painter.translate(
            (self.width() - size.width() * scale) / 2, (self.height() - size.height() * scale) / 2
        )
        painter.scale(scale, scale)
        sheet = QRectF(0, 0, size.width(), size.height())
        painter.fillRect(sheet, PRINT.surface)
        painter.setPen(QPen(theme.line2, 0))
        painter.drawRect(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paper.paint(painter, self.page)


class PrintListDialog(QDialog):
    """Show it with ``open()``. What is printed or saved is logged first."""

    def __init__(self, desk: Desk, sheet: DaySheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print the list"))
        self._desk = desk
        self._sheet = sheet
        look = desk.look
        resize_within_screen(self, look.px(1100), look.px(700))
        self._view = PageView(look)
        self._where = PlainLabel(look, "", 14, bold=True)
        self._said = PlainLabel(look, "", 13, colour="text2")
        self._said.setWordWrap(True)
        self._full = Press(look, self.tr("Names in full"), toggle=True)
        self._masked = Press(look, self.tr("Names masked"), toggle=True)
        self._names = QButtonGroup(self)
        for press in (self._full, self._masked):
            self._names.addButton(press)
            press.clicked.connect(self._lay_out)
        self._full.setChecked(True)
        self._assemble()
        self._lay_out()
        FocusRing(look, self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def save(self, name: str) -> None:
        """Writes the list as a PDF, after it is logged."""
        self._release(partial(self._write, Path(name)))

    def _assemble(self) -> None:
        look, px = self._desk.look, self._desk.look.px
        turn = QHBoxLayout()
        turn.setSpacing(px(6))
        for icon, step, name in (
            (Icon.PREVIOUS, -1, self.tr("Page before")),
            (Icon.NEXT, 1, self.tr("Page after")),
        ):
            press = Press(look, mark=icon)
            press.setAccessibleName(name)
            press.clicked.connect(partial(self._turn, step))
            turn.addWidget(press)
        turn.addSpacing(px(8))
        turn.addWidget(self._where)
        turn.addStretch()
        turn.addWidget(self._full)
        turn.addWidget(self._masked)
        cancel = Press(look, self.tr("Close"), keys="Esc")
        cancel.clicked.connect(self.reject)
        save = Press(look, self.tr("Save as PDF …"), keys="Ctrl+S")
        save.clicked.connect(self._choose)
        act = Press(look, self.tr("Print …"), keys="Ctrl+Enter", primary=True, mark=Icon.PRINT)
        act.clicked.connect(self._print)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._said, 1)
        for press in (cancel, save, act):
            foot.addWidget(press)
        body = QVBoxLayout()
        body.setContentsMargins(px(24), px(12), px(24), px(16))
        body.setSpacing(px(10))
        body.addLayout(turn)
        body.addWidget(self._view, 1)
        body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(look, self.tr("Print the list"), None))
        column.addLayout(body)
        keys: dict[str, Callable[[], None]] = dict.fromkeys(SAVE_KEYS, self._print)
        keys |= {"PgUp": partial(self._turn, -1), "PgDown": partial(self._turn, 1)}
        keys["Ctrl+S"] = self._choose
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self, slot)
        act.setFocus()

    def _lay_out(self) -> None:
        self._view.paper = self._paper(self._sheet)
        self._view.page = 0
        self._turn(0)

    def _paper(self, sheet: DaySheet) -> DayPaper:
        return DayPaper(sheet, masked=self._masked.isChecked())

    def _turn(self, pages: int) -> None:
        shown = self._view.paper
        if shown is None:
            return
        self._view.page = min(max(self._view.page + pages, 0), shown.count - 1)
        text = self.tr("Page {n} of {m}").format(n=self._view.page + 1, m=shown.count)
        self._where.setText(text)
        self._view.setAccessibleName(f"{shown.title}, {text}")
        self._view.update()

    # What leaves the encrypted file

    def _release(self, then: Callable[[DaySheet], None]) -> None:
        masked = self._masked.isChecked()
        job = partial(day_sheet.release, ctx=self._desk.ctx, sheet=self._sheet, masked=masked)
        self._desk.tasks.run(self, job, then, self._say)

    def _choose(self) -> None:
        title, day = self.tr("Save the list as a PDF"), self._sheet.on.isoformat()
        save_as(self, title, "pdf", self.save, name=f"{day}.pdf")

    def _write(self, path: Path, sheet: DaySheet) -> None:
        try:
            paper.save_pdf(path, self._paper(sheet))
        except UserError as error:
            self._say(error)
            return
        text = self.tr("{file} was written. It is not encrypted: keep it as you keep paper.")
        self._tell(text.format(file=path.name), "text2")

    def _print(self) -> None:
        def chosen(printer: "QPrinter") -> None:
            self._release(partial(self._print_on, printer))

        if not paper.ask_printer(self, chosen, grey=True):
            self._tell(
                self.tr("This computer knows no printer. Save the list as a PDF instead."), "ask"
            )

    def _print_on(self, printer: "QPrinter", sheet: DaySheet) -> None:
        if paper.print_on(printer, self._paper(sheet)):
            self._tell(self.tr("Sent to the printer."), "text2")
        else:
            text = self.tr("The printer did not take the list. Save it as a PDF instead.")
            self._tell(text, "overdue")

    def _say(self, error: UserError) -> None:
        self._tell("\n".join(sentences(error)), "overdue")

    def _tell(self, text: str, colour: str) -> None:
        self._said.setText(text)
        self._said.set_colour(colour)
