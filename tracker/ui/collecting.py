# SPDX-License-Identifier: MIT
"""Python's garbage is collected in the window's thread and between events, nowhere else.

Left to itself, Python collects in whatever thread happens to allocate, and in the middle of
anything: a widget that only a reference cycle held was destroyed in the thread of the store.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 500  # milliseconds


class Collecting(QObject):
    """Collects when Python would have, at the next turn of the event loop of its own thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_EVERY)
        timer.timeout.connect(_collect)
        timer.start()


def keep_what_is_loaded() -> None:
    """No later collection looks at what is there now: modules, classes, functions."""
    gc.freeze()


def _collect() -> None:
    """The oldest generation whose count is over its limit, with the younger ones."""
    counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (count, limit) in enumerate(counted) if count > limit]
    if full:
        gc.collect(full[-1])
