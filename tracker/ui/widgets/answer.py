# SPDX-License-Identifier: MIT
"""A control that holds one answer, given by a single key, and takes the keyboard as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.theme import Look
from tracker.ui.widgets.face import Face


class AnswerFace(Face):
    """What the controls of a form that are not boxes have in common with the boxes.

    Signals:
        value_changed(): another answer, or none any more.
    """

    value_changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._answer = ""
        self._problem = False
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def text(self) -> str:
        """The key of the answer, or "" without one."""
        return self._answer

    def set_text(self, text: str) -> None:
        """Shows an answer by its key."""
        if text != self._answer:
            self._answer = text
            self._problem = False
            self._say()
            self.value_changed.emit()

    def set_problem(self, problem: str) -> None:
        """Marks the answer as missing, or as one that cannot be saved."""
        self._problem = bool(problem)
        self.update()

    def focus(self) -> None:
        """Puts the keyboard here."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self) -> None:
        """Tells screen readers the answer and paints it."""
        raise NotImplementedError
