# SPDX-License-Identifier: MIT
"""Says to a person what the layers below said with ``Message`` and ``UserError``."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.domain.errors import Problem, UserError
from tracker.domain.fields import Choice
from tracker.domain.text import Message

AT_MOST: Final = 12  # sentences in one box; what has more has a list of its own


def words(message: Message) -> str:
    """A message in the language of the window; messages among its values too."""
    values = {name: _value(value) for name, value in message.values.items()}
    return QCoreApplication.translate("Message", message.text).format(**values)


def _value(value: object) -> object:
    if isinstance(value, Message):
        return words(value)
    if isinstance(value, Choice):
        return QCoreApplication.translate("Choice", value.label)
    return value


def sentences(error: UserError) -> list[str]:
    """Every problem of an error, each with the place in the file where it stands."""
    return [_sentence(problem) for problem in error.problems]


def say(parent: QWidget, error: UserError) -> QMessageBox:
    """Shows an error without blocking the window; the box deletes itself when it is closed."""
    lines = sentences(error)
    if len(lines) > AT_MOST:
        more = QCoreApplication.translate("Errors", "… and {n} more")
        lines = [*lines[:AT_MOST], more.format(n=len(lines) - AT_MOST)]
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Errors", "Please check"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText("\n\n".join(lines))
    box.setModal(False)
    box.show()
    return box


def _sentence(problem: Problem) -> str:
    text = words(problem.message)
    return f"{problem.place}: {text}" if problem.place else text
