# SPDX-License-Identifier: MIT
"""One window per profile and person: a second start brings the first window to the front.

The two talk over a local socket (a named pipe on Windows), never over a network. The lock of the
profile decides who may write; this is only the polite way to find the window that has it.
"""

import os
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:  # imported on use: the entrance need not wait for it
    from PySide6.QtNetwork import QLocalServer

_HERE: Final = b"here\n"
_CONNECT_MS, _ANSWER_MS = 500, 3_000  # a first program that does not answer is no reason to wait


def socket_name(folder: Path) -> str:
    """Where the program that has this profile open can be called; it names no folder."""
    path = os.path.normcase(folder.expanduser().resolve())
    name = f"followup-tracker-{sha256(os.fsencode(path)).hexdigest()[:24]}"
    if sys.platform == "win32":
        return name
    private = os.environ.get("XDG_RUNTIME_DIR", "")
    place = Path(private) if private and Path(private).is_dir() else Path(tempfile.gettempdir())
    return str(place / f"{name}-{os.getuid()}")


class OneWindow(QObject):
    """Calls the window of this person that has a profile open, or waits to be called.

    Args:
        folder: of the profile.
        parent: as long as it lives, this answers.
    """

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._name = socket_name(folder)
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Whether to go on: nobody answered. Else the window of the one who did is in front."""
        if self._is_answered():
            return False
        QTimer.singleShot(0, self, self._listen)  # the entrance is painted first
        return True

    def _is_answered(self) -> bool:
        if sys.platform != "win32" and not Path(self._name).exists():
            return False
        from PySide6.QtNetwork import QLocalSocket

        call = QLocalSocket()
        call.connectToServer(self._name)
        if not call.waitForConnected(_CONNECT_MS):  # left behind by a program that was killed
            return False
        return call.waitForReadyRead(_ANSWER_MS) and bytes(call.readAll().data()) == _HERE

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)  # without it a second start is told by the lock instead

    def _answer(self) -> None:
        assert self._server is not None  # noqa: S101 - it is the sender
        call = self._server.nextPendingConnection()
        bring_to_front()
        call.disconnected.connect(call.deleteLater)
        call.write(_HERE)
        call.disconnectFromServer()  # when all is written


def bring_to_front() -> None:
    """Shows the windows of this program above others, dialogs above what they belong to."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and _is_window(w)]
    for window in sorted(shown, key=_depth):
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)  # where the desktop lets no program come to the front by itself


def _is_window(widget: QWidget) -> bool:
    return widget.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}


def _depth(widget: QWidget) -> int:
    above = widget.parentWidget()
    return 0 if above is None else 1 + _depth(above)
