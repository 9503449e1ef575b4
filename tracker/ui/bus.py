# SPDX-License-Identifier: MIT
"""The one announcement of the program: something was stored."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from tracker.domain.changes import Changed

NAMED_DIFFERENTLY: Final = Changed(frozenset({"patient"}))
"""Nothing was stored, but patients are called otherwise: whoever shows one asks again."""


class Bus(QObject):
    """Carries what a service changed to the pages that show it.

    ``changed`` hands over a ``tracker.domain.changes.Changed``. A page compares kinds and patient
    with what it shows and asks again; a page that was closed stops listening by itself.
    ``permitted`` says that the person at work may do more or less than before.
    ``backed_up`` says that a person tried to make a backup, with success or without.
    ``trail_settled`` says that an administrator ended the warnings about the audit trail.
    """

    changed = Signal(object)
    permitted = Signal()
    backed_up = Signal()
    trail_settled = Signal()
