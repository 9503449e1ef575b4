# SPDX-License-Identifier: MIT
"""What every page is handed: how it looks, who works, who does the work, who says so."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.services.context import Context
from tracker.ui.bus import Bus
from tracker.ui.tables.habits import TableHabits
from tracker.ui.tasks import Tasks
from tracker.ui.theme import Look


@dataclass(slots=True)
class Desk:
    """One person at work at one window; ``ctx`` is another one only through ``take``."""

    look: Look
    tasks: Tasks[Any]  # of the open store, which a page never touches
    bus: Bus
    ctx: Context
    habits: TableHabits = field(default_factory=TableHabits)

    def take(self, ctx: Context) -> None:
        """The same person may do more from now on, or less again: all pages are told."""
        self.ctx = ctx
        self.bus.permitted.emit()

    @property
    def today(self) -> date:
        """The working date."""
        return self.ctx.clock.today()
