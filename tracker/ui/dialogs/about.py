# SPDX-License-Identifier: MIT
"""About the program: what it is and is not, what it is made of, and what IT asks for."""

from functools import partial

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker import __version__, paths
from tracker.domain.text import Message
from tracker.services import about, setup
from tracker.services.about import Installation
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import resize_within_screen
from tracker.ui.dialogs.heading import Heading
from tracker.ui.errors import words
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.label import PlainLabel
from tracker.ui.widgets.press import Press
from tracker.ui.widgets.tabs import TabStrip

_WIDTH, _HEIGHT = 760, 560


class AboutDialog(QDialog):
    """Show it with ``open()``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About"))
        self._desk = desk
        self._facts = self._sentence("")
        self._facts.setObjectName("facts")
        self._diagnostics = self._text(self.tr("Diagnostics"))
        self._licences = self._text(self.tr("Licences"))
        self._pages = {
            "program": self._program(),
            "licences": self._licences,
            "diagnostics": self._for_it(),
        }
        self._assemble()
        FocusRing(desk.look, self)
        job = partial(about.installation, ctx=desk.ctx)
        desk.tasks.run(self, job, self._show)
        desk.tasks.free(self, about.licences, self._licences.setPlainText)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._desk.look.theme.surface)

    def _assemble(self) -> None:
        px = self._desk.look.px
        strip, stack = TabStrip(self._desk.look), QStackedWidget()
        strip.set_tabs(
            [
                ("program", self.tr("This program")),
                ("licences", self.tr("Licences")),
                ("diagnostics", self.tr("Diagnostics")),
            ]
        )
        strip.chosen.connect(lambda tab: stack.setCurrentWidget(self._pages[tab]))
        for page in self._pages.values():
            stack.addWidget(page)
        close = Press(self._desk.look, self.tr("Close"), keys="Esc")
        close.clicked.connect(self.reject)
        body = QVBoxLayout()
        body.setContentsMargins(px(24), px(14), px(24), px(16))
        body.setSpacing(px(10))
        body.addWidget(stack, 1)
        body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(self._desk.look, self.tr("Follow-up Tracker"), None))
        column.addWidget(strip)
        column.addLayout(body, 1)
        resize_within_screen(self, px(_WIDTH), px(_HEIGHT))

    def _program(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.look.px(10))
        column.addWidget(
            PlainLabel(self._desk.look, self.tr("Version {v}").format(v=__version__), 16, bold=True)
        )
        for limit in setup.LIMITS:
            column.addWidget(self._sentence(words(Message(limit))))
        column.addWidget(
            self._sentence(
                self.tr("Free software under the MIT licence. It opens no network connection.")
            )
        )
        column.addWidget(self._facts)
        column.addStretch()
        return page

    def _for_it(self) -> QWidget:
        look = self._desk.look
        copy = Press(look, self.tr("Copy"))
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self._diagnostics.toPlainText())
        )
        log = Press(look, self.tr("Open the log folder"))
        log.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))
        )
        log.allow(paths.log_folder().is_dir(), self.tr("Nothing was ever written down there."))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(copy)
        row.addWidget(log)
        row.addStretch()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(
            self._sentence(
                self.tr("Versions, paths and counts for IT; no name, no number and no value.")
            )
        )
        column.addWidget(self._diagnostics, 1)
        column.addLayout(row)
        return page

    def _show(self, installed: Installation) -> None:
        facts = self.tr("Database: {path}\nSchema: {schema}\nQt {qt}, SQLCipher {cipher}")
        self._facts.setText(
            facts.format(
                path=installed.database,
                schema=installed.schema,
                qt=qVersion(),
                cipher=installed.cipher,
            )
        )
        window = {
            "Qt": f"{qVersion()}, {QGuiApplication.platformName()}",
            "screen": _screen(self),
            "zoom": f"{self._desk.look.zoom:g}, {self._desk.look.theme.name}",
        }
        job = partial(about.diagnostics, installed, window)
        self._desk.tasks.free(self, job, self._diagnostics.setPlainText)

    def _text(self, name: str) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setFont(self._desk.look.font(13))
        box.setAccessibleName(name)
        return box

    def _sentence(self, text: str) -> PlainLabel:
        label = PlainLabel(self._desk.look, text, 14, colour="text2")
        label.setWordWrap(True)
        return label


def _screen(window: QWidget) -> str:
    size, ratio = window.screen().size(), window.screen().devicePixelRatio()
    return f"{size.width()} x {size.height()}, {ratio:g}"
