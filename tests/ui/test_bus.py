# SPDX-License-Identifier: MIT
"""What was stored is announced to those who still listen."""

from PySide6.QtCore import QObject, Slot
from shiboken6 import delete

from tracker.ui.bus import Bus


class Page(QObject):
    def __init__(self, seen):
        super().__init__()
        self.seen = seen

    @Slot(object)
    def refresh(self, change):
        self.seen.append(change)


def test_every_open_page_hears_of_a_change_and_a_closed_one_does_not(qapp):
    bus, first, second = Bus(), [], []
    kept, closed = Page(first), Page(second)
    for page in (kept, closed):
        bus.changed.connect(page.refresh)
    bus.changed.emit("dose of a patient")
    delete(closed)
    bus.changed.emit("visit of a patient")
    assert first == ["dose of a patient", "visit of a patient"]
    assert second == ["dose of a patient"]
