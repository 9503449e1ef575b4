# SPDX-License-Identifier: MIT
"""Spares every import the reading of its source, which PySide does to look for a switch.

PySide6 can show Qt's names in Python's style to modules that say ``from __feature__ import``. To
find them it reads the source of whatever is imported after it, and Python keeps each line: a third
of the time until the first patient is painted, and 6 MB once pyqtgraph and numpy are there.
"""

from importlib import import_module
from types import ModuleType

import PySide6.QtCore  # noqa: F401 - only then is there what is asked for here


def leave_sources_unread() -> None:
    """Has PySide take every later import for one that may use it, which is its careful answer.

    Nothing here and in no library of the program uses that switch. A PySide6 that decides in
    another way goes on as it likes.
    """
    feature = import_module("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _may_use_pyside


def _may_use_pyside(_module: ModuleType) -> bool:
    return True
