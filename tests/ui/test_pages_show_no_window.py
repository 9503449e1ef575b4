# SPDX-License-Identifier: MIT
"""A page that is made never flashes as a window of its own, which would take the keyboard away."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.page_set import Pages


class Watch(QObject):
    """Notes each widget that is shown as a window."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    yield watch.seen
    QApplication.instance().removeEventFilter(watch)


@pytest.mark.parametrize(
    "name", ["today", "patients", "patient", "dose_day", "data", "administration"]
)
def test_a_page_is_made_without_showing_a_window(name, demo_desk, qtbot, shown):
    entries = {entry.id: entry for entry in Pages(demo_desk, "").entries()}
    assert entries.keys() >= {name}
    qtbot.addWidget(entries[name].make())
    assert shown == []
