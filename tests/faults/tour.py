# SPDX-License-Identifier: MIT
"""Somebody who opens everything: each page, each tab, each line, and presses each button.

Nothing is waited for: the window works with tasks that answer at once.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QMenu,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from tests.clinics import CLOCK, PASSPHRASE
from tracker import app
from tracker.opener import Opener
from tracker.ui.dialogs.unlock import UnlockDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import Look

W = TypeVar("W", bound=QWidget)
_DEEP = 2  # dialogs over dialogs that are opened
_LINES = 20  # of a table that are opened; all of them are read
_PAGES = ("today", "patients", "data", "administration")
_NEVER = ("close_records", "lock", "pin", "quit", "emergency", "language")


class Tour:
    """One walk through the window of a profile.

    Args:
        folder: of the profile.
        user: whose account is used.
        look: called with each window whenever something else is in it.
    """

    def __init__(self, folder: Path, user: str, look: Callable[[QWidget], None]) -> None:
        self._user, self._look = user, look
        self.opened: set[str] = set()
        self._explored: list[QWidget] = []
        with patch.object(app, "Tasks", InlineTasks):
            self.program = app.Program(
                Look(), Preferences(folder.with_suffix(".ini")), Opener(folder, CLOCK)
            )
        self.program.tasks.crashed.disconnect()

    @property
    def window(self) -> MainWindow:
        """The window, which is there after ``enter``."""
        assert self.program.window is not None
        return self.program.window

    def enter(self) -> None:
        """Unlocks."""
        self.program.start()
        windows = QApplication.topLevelWidgets()
        [unlock] = [w for w in windows if isinstance(w, UnlockDialog) and w.isVisible()]
        self._look(unlock)
        assert unlock._name is not None  # there is a second account
        unlock._name.setText(self._user)
        unlock.given.emit(PASSPHRASE)
        self._settle()
        self.window.resize(1366, 768)

    def walk(self) -> None:
        """Everything that a person at the window can open."""
        [patient] = self.program.tasks._with_store(lambda store: list(store.patient_ids()))
        for page in _PAGES:
            self._all_of_page(page)
        self.window.open_patient.emit(patient)
        self._all_of_page("patient")
        self.window.header.search.sought.emit("q7")
        self._look_at(self.window)
        for name in self.window._commands._actions:
            if name not in _NEVER:
                self.window._command(name)
                self.see_what_came()

    def leave(self) -> None:
        """Closes the records."""
        self.window.close()
        self.program.tasks.close()

    def _all_of_page(self, page: str) -> None:
        """Each tab, line and button of a page of the window, and of the pages they lead to."""
        self.opened.add(page)
        self.window.show_page(page)
        shown = self.window._pages[page]
        self._all_of(shown, 0, lambda: self.window.show_page(page))

    def _all_of(self, root: QWidget, depth: int, back: Callable[[], None]) -> None:
        """Each tab of a page or dialog; on each of them every line and button."""
        self._look_at(root)
        strips = _shown(root, QTabBar)
        if not strips:
            self._all_here(root, depth, back)
        for strip in strips:
            for place in range(strip.count()) if isValid(strip) else ():
                if self._is_there(strip, back):
                    strip.setCurrentIndex(place)
                    self._look_at(root)
                    self._all_here(root, depth, back)

    def _all_here(self, root: QWidget, depth: int, back: Callable[[], None]) -> None:
        for view in _shown(root, QAbstractItemView):
            top = QModelIndex()
            rows = view.model().rowCount(top) if view.model() is not None else 0
            for row in range(min(rows, _LINES)):
                if self._is_there(view, back):
                    view.setCurrentIndex(view.model().index(row, 0, top))
                    QTest.keyClick(view, Qt.Key.Key_Return)
                    self.see_what_came(depth)
        for button in _shown(root, QAbstractButton):
            if self._is_there(button, back) and button.isEnabled():
                button.click()
                self.see_what_came(depth)

    def _is_there(self, widget: QWidget, back: Callable[[], None]) -> bool:
        """Whether it can be used; what was pressed before may have led to another page."""
        if isValid(widget) and not widget.isVisible():
            back()
        return isValid(widget) and widget.isVisible()

    def see_what_came(self, depth: int = 0) -> None:
        """Looks at what a key or a button has brought; opens what it holds, and closes it."""
        self._settle()
        came = False
        for window in _in_front():
            if not isValid(window) or window in self._explored:  # or it went with the one before
                continue
            name = f"{type(window).__name__} {re.sub('[0-9]+', 'N', window.windowTitle())}"
            is_new = name not in self.opened
            self.opened.add(name)
            self._look_at(window)
            if depth < _DEEP and is_new and isinstance(window, QDialog) and _is_own(window):
                self._explored.append(window)
                self._all_of(window, depth + 1, lambda: None)
                self._explored.pop()
            if isValid(window):
                window.close() if isinstance(window, QMenu) else window.done(0)
            came = True
        self._settle()
        if not came:
            self._look_at(self.window)
        if self.window.current_page not in self.opened:
            self._all_of_page(self.window.current_page)

    def _look_at(self, part: QWidget) -> None:
        self._settle()
        if isValid(part):
            self._look(part.window())

    def _settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shown(window: QWidget, kind: type[W]) -> list[W]:
    found = window.findChildren(kind) if isValid(window) else []
    return [widget for widget in found if widget.isVisible()]


def _in_front() -> list[QDialog | QMenu]:
    """What stands over the window."""
    found = (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog | QMenu))
    return [each for each in found if each.isVisible()]


def _is_own(dialog: QDialog) -> bool:
    """Whether it is one of the program: Qt's own have buttons that nobody need try here."""
    return type(dialog).__module__.startswith("tracker.")
