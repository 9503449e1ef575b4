# SPDX-License-Identifier: MIT
"""Notices that the working date has changed: at midnight, after sleep, or by the clock itself.

A timer alone is not enough: it stands still while the computer sleeps and knows nothing of a
clock that was set. So the date is also asked for whenever somebody comes back to the window.
"""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from tracker.services.context import Clock

_AT_MOST = timedelta(minutes=10)  # so that a clock that is set is noticed without anybody's help


class DayWatch(QObject):
    """Watches the working date.

    Signals:
        turned(object, object): the date was the first and is the second now, which may be
            earlier when the clock was set back.
    """

    turned = Signal(object, object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day: date = clock.today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._came_back)
        self._wait()

    def look(self) -> None:
        """Asks for the date, and says so when it is another one."""
        before, self._day = self._day, self._clock.today()
        self._wait()
        if before != self._day:
            self.turned.emit(before, self._day)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _wait(self) -> None:
        left = min(until_midnight(self._clock.now()), _AT_MOST)
        self._timer.start(int(left.total_seconds() * 1000) + 1000)  # a second into the new day


def until_midnight(now: datetime) -> timedelta:
    """How long the calendar day of ``now`` still lasts on the clock of the clinic."""
    tomorrow = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), now.tzinfo)
    return tomorrow - now
