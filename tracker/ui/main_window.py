# SPDX-License-Identifier: MIT
"""The frame around every page: where one is, who one looks for, whether all is safe."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.roles import Action
from tracker.ui import names
from tracker.ui.actions import Commands
from tracker.ui.errors import say
from tracker.ui.glyphs import app_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.preferences import Preferences
from tracker.ui.tasks import Tasks
from tracker.ui.theme import DARK, LIGHT, Look
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.header import Header
from tracker.ui.widgets.nav import NavRail
from tracker.ui.widgets.notice import NoticeBar
from tracker.ui.widgets.status_bar import StatusBar

SMALLEST = (880, 500)  # pixels: fits a 1366 x 768 screen that is scaled by 1.5


@runtime_checkable
class Activated(Protocol):
    """A page that does something each time it comes to the front: asks again, takes the focus."""

    def activated(self) -> None:
        """The page is shown now."""


@runtime_checkable
class Guarded(Protocol):
    """A page that may hold entries which are not saved yet."""

    def may_close(self) -> bool:
        """Whether the window may close; the page asks the person if it must."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as the frame knows it.

    Attributes:
        id: its name in ``MainWindow.show_page``.
        title: what is read.
        icon: its icon in the rail; None for a page that is reached from another one.
        shortcut: opens it from anywhere; may be empty.
        make: makes the page when it is first shown: importing and building all of them would
            double the start. The page may be ``Activated`` and ``Guarded``.
        under: the id of the page that stays marked in the rail while this one is shown.
    """

    id: str
    title: str
    icon: Icon | None
    shortcut: str
    make: Callable[[], QWidget]
    under: str = ""


class _Stage(QStackedWidget):
    """The ground that every page stands on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.surface)


class MainWindow(QMainWindow):
    """The one window. Pages are handed in; the frame knows nothing of what they show.

    Signals:
        sought(str): something was typed in the search; answer with ``header.search.offer``.
        open_patient(object): a patient was picked in the search; hands over its key.
        names_changed(): names are masked from now on, or shown; what is on the screen is read anew.
        told(UserError, QMessageBox): an error was said; whoever knows a way out adds a button.
        asked(str): a command that the frame does not do itself: print, backup, help, lock.
    """

    sought = Signal(str)
    open_patient = Signal(object)
    asked = Signal(str)
    names_changed = Signal()
    told = Signal(object, object)

    def __init__(
        self, look: Look, tasks: Tasks[Any], preferences: Preferences, pages: Sequence[PageEntry]
    ) -> None:
        super().__init__()
        self.look = look
        self._preferences = preferences
        self._entries = {page.id: page for page in pages}
        self._pages: dict[str, QWidget] = {}
        self._shown = ""
        self.nav = NavRail(look)
        self.header = Header(look)
        self.notices = NoticeBar(look)
        self.status = StatusBar(look)
        self._stack = _Stage(look)
        self._commands = Commands(self, look, self._command)
        self._assemble()
        self._add_pages()
        self._connect(tasks)
        self._ring = FocusRing(look, self)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*SMALLEST)
        if not self.restoreGeometry(preferences.geometry):
            self.resize(1366, 768)
        self._look_changed()
        self.mask_names(False)  # never kept from one time to the next
        self.show_page(pages[0].id)

    @property
    def current_page(self) -> str:
        """The id of the page in front."""
        return self._shown

    def show_page(self, page: str) -> None:
        """Brings a page to the front and tells it so.

        Raises:
            KeyError: there is no such page.
        """
        entry = self._entries[page]
        if page not in self._pages:
            self._pages[page] = entry.make()
            self._stack.addWidget(self._pages[page])
        widget = self._pages[page]
        self._shown = page
        self._stack.setCurrentWidget(widget)
        self.nav.select(entry.under or page)
        # The title names no patient: task bars and screen shares show it.
        self.setWindowTitle(self.tr("{page} – Follow-up Tracker").format(page=entry.title))
        widget.setFocus()  # a shortcut of the page works at once; it may choose a field
        if isinstance(widget, Activated):
            widget.activated()

    def set_person(self, role: str, name: str, permissions: frozenset[Action]) -> None:
        """Shows who is at work and offers only what the role includes."""
        self.header.set_person(role, name)
        self._commands.permit(permissions)

    def offer(self, command: str, on: bool) -> None:
        """Offers a command in the menu, or not."""
        self._commands.offer(command, on)

    def mask_names(self, masked: bool) -> None:
        """Puts initials in the place of names on every page, or the names again."""
        names.mask(masked)
        self._commands.set_on("names", masked)
        self.status.set_mode(self.tr("Names are masked (Ctrl+Shift+H)") if masked else "")
        self.names_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        pages = self._pages.values()
        if not all(page.may_close() for page in pages if isinstance(page, Guarded)):
            event.ignore()
            return
        self._preferences.geometry = self.saveGeometry()
        super().closeEvent(event)

    def _assemble(self) -> None:
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.notices)
        pages.addWidget(self._stack, 1)
        frame = QWidget()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.nav, 0, 0, 2, 1)
        grid.addWidget(self.header, 0, 1)
        grid.addLayout(pages, 1, 1)
        grid.addWidget(self.status, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.setCentralWidget(frame)

    def _add_pages(self) -> None:
        for page in self._entries.values():
            if page.icon:
                self.nav.add(page.id, page.title, page.icon, page.shortcut)
            if page.shortcut:
                shortcut = QShortcut(QKeySequence(page.shortcut), self)
                shortcut.activated.connect(lambda chosen=page.id: self.show_page(chosen))

    def _connect(self, tasks: Tasks[Any]) -> None:
        self.nav.chosen.connect(self.show_page)
        self.header.search.sought.connect(self.sought)
        self.header.search.picked.connect(self.open_patient)
        self.header.lock.clicked.connect(lambda: self._command("lock"))
        self.header.menu.clicked.connect(self._show_menu)
        QShortcut(QKeySequence(Qt.Key.Key_F10), self).activated.connect(self._show_menu)
        tasks.failed.connect(lambda error: self.told.emit(error, say(self, error)))
        self.look.changed.connect(self._look_changed)

    def _command(self, command: str) -> None:
        own: dict[str, Callable[[], object]] = {
            "find": self.header.search.start,
            "dark": self._toggle_dark,
            "names": lambda: self.mask_names(not names.are_masked()),
            "zoom_in": lambda: self.look.step_zoom(1),
            "zoom_out": lambda: self.look.step_zoom(-1),
            "zoom_normal": lambda: self.look.set_zoom(1.0),
            "full_screen": self._toggle_full_screen,
            "quit": self.close,
        }
        if command in own:
            own[command]()
        else:
            self.asked.emit(command)

    def _toggle_dark(self) -> None:
        self.look.set_theme(LIGHT if self.look.theme is DARK else DARK)
        self._preferences.theme = self.look.theme.name

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._commands.set_on("full_screen", self.isFullScreen())

    def _show_menu(self) -> None:
        button, menu = self.header.menu, self._commands.menu
        corner = button.mapToGlobal(button.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def _look_changed(self) -> None:
        self._preferences.zoom = self.look.zoom
        self._commands.restyle()
        self._commands.set_on("dark", self.look.theme is DARK)
