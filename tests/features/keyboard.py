# SPDX-License-Identifier: MIT
"""Keys from text files, sent to the window as the window system sends them, and counted."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

HERE = Path(__file__).parent


class Keyboard:
    """Sends keys to the window as the window system does, and counts them.

    Nothing between the first key and the last sets a focus or a value; only the eyes are used.
    """

    def __init__(self, me) -> None:
        self._me = me
        self.count = 0

    def play(self, name: str) -> None:
        """Plays a file: text is typed, <Key> pressed, a line with ? is waited for, # is a note."""
        for line in (HERE / "keys" / f"{name}.txt").read_text("utf-8").splitlines():
            if line.startswith("?"):
                self._me.reads(line[1:].strip())
            elif not line.startswith("#"):
                for part in re.findall(r"<[^>]+>|[^<]+", line):
                    self._press(part)

    def _press(self, part: str) -> None:
        if part.startswith("<"):
            chord = QKeySequence(part[1:-1])[0]
            self._send(chord.key(), chord.keyboardModifiers())
        else:
            for letter in part.strip():
                if letter.isascii():
                    self._send(ord(letter), Qt.KeyboardModifier.NoModifier, text=True)
                else:
                    self._commit(letter)

    def _commit(self, letter: str) -> None:
        """What an input method hands over: one key at least."""
        chosen = QInputMethodEvent("", [])
        chosen.setCommitString(letter)
        QApplication.sendEvent(QApplication.focusObject(), chosen)
        self.count += 1

    def _send(self, key, modifiers, *, text: bool = False) -> None:
        window = QApplication.focusWindow()
        assert window is not None
        if text:
            QTest.keyEvent(QTest.KeyAction.Click, window, key, modifiers)
        else:
            QTest.keyClick(window, key, modifiers)
        self.count += 1
