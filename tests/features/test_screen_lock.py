# SPDX-License-Identifier: MIT
"""screen_lock.feature"""

from PySide6.QtWidgets import QApplication
from pytest_bdd import parsers, scenarios, then, when

from tracker.ui.dialogs.screen_lock import ScreenLockDialog

scenarios("screen_lock.feature")


def covers():
    """Each window that is open, but the one that asks, with the widget in front of all others."""
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
    return [w.childAt(w.rect().center()) for w in windows if not isinstance(w, ScreenLockDialog)]


@then("every window is covered")
def covered():
    assert covers()
    assert {type(front).__name__ for front in covers()} == {"_Cover"}


@then("nothing is covered")
def bare(me):
    me.wait(lambda: "_Cover" not in {type(front).__name__ for front in covers()})


@when(parsers.parse('I press "{keys}" in the window'))
def press_in_window(me, keys):
    """What the idle time does while a form is open: the window's own command."""
    me._program.window.asked.emit("lock")


@when(parsers.parse('I choose "{words}"'))
def choose(me, words):
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
