# SPDX-License-Identifier: MIT
"""A notification over a real message bus, taken by a desktop of our own."""

import shutil
import subprocess
import sys

import pytest

_DESKTOP = """
import sys
from threading import Thread

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

from tracker.services import notification


@ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
class Desktop(QObject):
    shown = Signal(bool)

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, program, _replaces, _icon, title, body, _actions, _hints, _ms):
        print(program, title, body, sep="|", flush=True)
        return 1


app = QCoreApplication(sys.argv)
desktop, bus = Desktop(), QDBusConnection.sessionBus()
everything = QDBusConnection.RegisterOption.ExportAllSlots
assert bus.registerObject("/org/freedesktop/Notifications", desktop, everything)
assert bus.registerService("org.freedesktop.Notifications")
desktop.shown.connect(lambda shown: app.exit(0 if shown else 1), Qt.ConnectionType.QueuedConnection)
send = Thread(target=lambda: desktop.shown.emit(notification.show("Tracker", sys.argv[1])))
QTimer.singleShot(0, send.start)
QTimer.singleShot(20_000, lambda: app.exit(2))
code = app.exec()
send.join()
sys.exit(code)
"""


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gdbus")), reason="no message bus here"
)
@pytest.mark.slow
def test_a_desktop_takes_the_sentence_as_it_is():
    said = 'Due today: 1. 今日到期：1。 "quoted" \\ <b>'
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _DESKTOP, said],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    escaped = said.replace("<b>", "&lt;b&gt;")  # a desktop may read markup in the body
    assert done.stdout.decode() == f"Tracker|Tracker|{escaped}\n"
