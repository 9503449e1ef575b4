# SPDX-License-Identifier: MIT
"""A window that nobody holds any more ends in the thread of the windows."""

import gc
import weakref
from threading import Thread, current_thread, main_thread

from PySide6.QtWidgets import QWidget

from tracker.ui.collecting import Collecting


def litter():
    """What makes Python collect, where it may."""
    for _ in range(gc.get_threshold()[0] + 100):
        held: list[object] = []
        held.append(held)


def test_a_widget_that_only_itself_holds_is_never_destroyed_in_the_thread_of_the_store(qtbot):
    gc.enable()
    collecting = Collecting()
    ended_in = []
    widget = QWidget()
    widget.itself = widget
    weakref.finalize(widget, lambda: ended_in.append(current_thread()))
    del widget
    beside = Thread(target=litter)
    beside.start()
    beside.join()
    assert not ended_in
    qtbot.waitUntil(lambda: bool(ended_in))
    assert ended_in == [main_thread()]
    collecting.deleteLater()
