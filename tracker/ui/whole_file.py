# SPDX-License-Identifier: MIT
"""Files that the window writes: whole, or not at all."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from tracker.domain.errors import UserError
from tracker.domain.text import QT_TRANSLATE_NOOP, Message


def write_whole(path: Path, write: Callable[[QIODevice], bool]) -> None:
    """Lets ``write`` fill a file that takes its name only when it is complete.

    Raises:
        UserError: the folder, the permission or the space is missing; a file of that name stays
            as it was.
    """
    file = QSaveFile(str(path))
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and write(file) and file.commit():
        return
    file.cancelWriting()
    raise UserError(
        Message(
            QT_TRANSLATE_NOOP(
                "Message",
                "The file {name} could not be written ({reason}). Nothing was changed; choose "
                "another folder and try again.",
            ),
            {"name": path.name, "reason": file.errorString()},
        )
    )
