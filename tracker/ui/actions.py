# SPDX-License-Identifier: MIT
"""What the window can do from anywhere, as data: menu, shortcuts and permissions read it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tracker.domain.roles import Action
from tracker.domain.text import QT_TRANSLATE_NOOP
from tracker.ui.glyphs import menu_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of the menu.

    Attributes:
        id: what ``MainWindow.asked`` hands over.
        text: English source text, marked for translation.
        keys: shortcuts; the first is the one that is shown.
        icon: its line icon.
        permission: what the person's role must include; None = everybody's.
        ends_group: a line follows it in the menu.
        toggle: has a tick when it is on.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: Icon | None = None
    permission: Action | None = None
    ends_group: bool = False
    toggle: bool = False


COMMANDS: Final = (
    Command("find", QT_TRANSLATE_NOOP("Command", "Find patient"), ("Ctrl+K",), Icon.SEARCH),
    Command("print", QT_TRANSLATE_NOOP("Command", "Print"), ("Ctrl+P",), Icon.PRINT),
    Command(
        "backup",
        QT_TRANSLATE_NOOP("Command", "Back up now"),
        icon=Icon.DATA,
        permission=Action.BACKUP,
        ends_group=True,
    ),
    Command("dark", QT_TRANSLATE_NOOP("Command", "Dark colours"), ("Ctrl+Shift+D",), toggle=True),
    Command("names", QT_TRANSLATE_NOOP("Command", "Mask names"), ("Ctrl+Shift+H",), toggle=True),
    Command("zoom_in", QT_TRANSLATE_NOOP("Command", "Larger"), ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", QT_TRANSLATE_NOOP("Command", "Smaller"), ("Ctrl+-",)),
    Command("zoom_normal", QT_TRANSLATE_NOOP("Command", "Normal size"), ("Ctrl+0",)),
    Command(
        "full_screen",
        QT_TRANSLATE_NOOP("Command", "Full screen"),
        ("F11",),
        ends_group=True,
        toggle=True,
    ),
    Command("help", QT_TRANSLATE_NOOP("Command", "Manual"), ("F1",)),
    Command("keys", QT_TRANSLATE_NOOP("Command", "Keys"), ("Ctrl+F1",)),
    Command("language", QT_TRANSLATE_NOOP("Command", "Language (语言) …")),
    Command("about", QT_TRANSLATE_NOOP("Command", "About …"), ends_group=True),
    Command("lock", QT_TRANSLATE_NOOP("Command", "Lock"), ("Ctrl+L",), Icon.LOCK),
    Command("pin", QT_TRANSLATE_NOOP("Command", "PIN for the screen …")),
    Command("close_records", QT_TRANSLATE_NOOP("Command", "Close the records"), ("Ctrl+Shift+L",)),
    Command("emergency", QT_TRANSLATE_NOOP("Command", "Emergency access …")),
    Command("quit", QT_TRANSLATE_NOOP("Command", "Quit"), ("Ctrl+Q",), Icon.CLOSE),
)


class Commands:
    """The commands of a window as Qt actions, in a menu."""

    def __init__(self, window: QWidget, look: Look, chosen: Callable[[str], None]) -> None:
        self.menu = QMenu(window)
        self._look = look
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(QCoreApplication.translate("Command", command.text), window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.toggle)
            action.triggered.connect(lambda _on, chosen_id=command.id: chosen(chosen_id))
            window.addAction(action)  # so that its shortcut works while the menu is closed
            self.menu.addAction(action)
            if command.ends_group:
                self.menu.addSeparator()
            self._actions[command.id] = action
        self.restyle()

    def restyle(self) -> None:
        """Draws the icons in the colours of the theme."""
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(menu_icon(command.icon, self._look.theme))

    def permit(self, permissions: frozenset[Action]) -> None:
        """Offers only what the person's role includes."""
        for command in COMMANDS:
            allowed = command.permission is None or command.permission in permissions
            self.offer(command.id, allowed)

    def offer(self, command: str, on: bool) -> None:
        """Offers a command that only some people have."""
        self._actions[command].setEnabled(on)
        self._actions[command].setVisible(on)

    def set_on(self, command: str, on: bool) -> None:
        """Gives a toggle its tick or takes it away."""
        self._actions[command].setChecked(on)
