# SPDX-License-Identifier: MIT
"""What one person changed about the tables of this computer: columns, widths, order.

Kept by the names of columns, never by anything a cell holds.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QSettings


@dataclass(frozen=True, slots=True)
class TableHabit:
    """The changes to one table; what nobody touched is missing.

    Attributes:
        shown: whether a column is shown, by its name.
        widths: pixels at 100 %, by the column's name.
        sorted_by: the column that orders the rows, or "".
        backwards: from the last to the first.
    """

    shown: Mapping[str, bool] = field(default_factory=dict)
    widths: Mapping[str, int] = field(default_factory=dict)
    sorted_by: str = ""
    backwards: bool = False


class TableHabits:
    """The habits of one person.

    Args:
        settings: the file of this computer; without one they last until the program ends.
        person: whose habits they are.
    """

    def __init__(self, settings: QSettings | None = None, person: str = "") -> None:
        self._settings = settings
        self._group = f"tables/{person.encode().hex()}"  # a name may hold what parts a key
        self._habits: dict[str, TableHabit] = {}

    def of(self, table: str) -> TableHabit:
        """What is remembered of a table; an entry that is damaged counts as none."""
        if table not in self._habits and self._settings is not None:
            saved = self._settings.value(f"{self._group}/{table}", "")
            self._habits[table] = _read(saved) if isinstance(saved, str) else TableHabit()
        return self._habits.get(table, TableHabit())

    def keep(self, table: str, habit: TableHabit) -> None:
        """Remembers the changes to a table."""
        self._habits[table] = habit
        if self._settings is not None:
            self._settings.setValue(f"{self._group}/{table}", json.dumps(asdict(habit)))


def _read(text: str) -> TableHabit:
    try:
        saved = json.loads(text)
        return TableHabit(
            {str(name): bool(shown) for name, shown in saved["shown"].items()},
            {str(name): int(width) for name, width in saved["widths"].items()},
            str(saved["sorted_by"]),
            bool(saved["backwards"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return TableHabit()
