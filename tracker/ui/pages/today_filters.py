# SPDX-License-Identifier: MIT
"""The chips above the day list: how its lines stand, and what else is asked for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from tracker.domain.reminders import DayState
from tracker.services.day_sheet import Part
from tracker.services.today import WAITING, Day, DayLine
from tracker.ui import wording
from tracker.ui.theme import Look
from tracker.ui.views.day_words import GLYPHS
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.flow import Flow

_SHOWN_WHEN_EMPTY = frozenset(
    {"all", "overdue", "due", "held", "ask", "done", "labs", "scans", "not seen"}
)
_BY_STATE = {state: state.value for state in DayState} | {DayState.CANNOT_PROJECT: "ask"}
"""The chip of each state."""
_WHEREVER = frozenset({DayState.NOT_SEEN, DayState.PUT_OFF})  # counted beside a dose, too


class DayFilters(QWidget):
    """One chip is checked; ``chosen`` keeps the lines it stands for.

    Signals:
        changed(): another chip was checked.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._since: date | None = None
        self._day = date.min
        self._chips = {
            "all": Chip(look, self.tr("All")),
            "overdue": Chip(look, self.tr("Overdue"), GLYPHS[DayState.OVERDUE]),
            "due": Chip(look, self.tr("Due"), GLYPHS[DayState.DUE]),
            "held": Chip(look, self.tr("Held"), GLYPHS[DayState.HELD]),
            "ask": Chip(look, self.tr("Ask"), GLYPHS[DayState.CANNOT_PROJECT]),
            "done": Chip(look, self.tr("Done"), GLYPHS[DayState.DONE]),
            "later": Chip(look, self.tr("Later"), GLYPHS[DayState.LATER]),
            "since": Chip(look, ""),
            "labs": Chip(look, self.tr("Labs missing")),
            "scans": Chip(look, self.tr("Scans due")),
            "not seen": Chip(look, ""),
            "put off": Chip(look, self.tr("Put off")),
            "left": Chip(look, self.tr("Left")),
        }
        row = Flow(look.px(8), self)
        group = QButtonGroup(self)
        for code, chip in self._chips.items():
            if code == "labs":
                row.addWidget(_Rule(look))
            chip.setObjectName(f"filter_{code}")
            group.addButton(chip)
            chip.clicked.connect(self.changed)
            row.addWidget(chip)
        self._chips["all"].setChecked(True)

    @property
    def code(self) -> str:
        """Of the chip that is checked."""
        return next(code for code, chip in self._chips.items() if chip.isChecked())

    def part(self) -> Part | None:
        """What the checked chip keeps, for paper; None while that is everything."""
        code = self.code
        if code == "all":
            return None
        return Part(code, self._chips[code].words, partial(self.kept, code=code))

    def choose(self, code: str) -> None:
        """Checks a chip as a click does."""
        self._chips[code].click()

    def enter(self) -> None:
        """Puts the keyboard on the chip that is checked; the arrows check another one."""
        self._chips[self.code].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_day(self, day: Day, on: date, since: date | None) -> None:
        """Counts what each chip keeps.

        Args:
            day: the lines.
            on: the day of the list.
            since: the day the program was used before, when that is long enough ago to ask what
                fell due since; else None.
        """
        self._day, self._since = on, since
        if since is not None:
            text = self.tr("Fell due since {day}")
            self._chips["since"].setText(text.format(day=wording.near_day(since, on)))
        text = self.tr("Not seen > {n} d")
        self._chips["not seen"].setText(text.format(n=day.not_seen_after))
        counts = Counter(chain.from_iterable(map(self._codes, day.lines)))
        counts["left"] = len(day.left)
        for code, chip in self._chips.items():
            chip.set_count(counts[code])
            chip.setVisible(counts[code] > 0 or code in _SHOWN_WHEN_EMPTY)
        if self._chips[self.code].isHidden():
            self._chips["all"].setChecked(True)

    def kept(self, day: Day, code: str = "") -> list[DayLine]:
        """The lines a chip stands for; without ``code`` those of the checked one."""
        code = code or self.code
        if code == "left":
            return day.left
        return [line for line in day.lines if code in self._codes(line)]

    def _codes(self, line: DayLine) -> Iterator[str]:
        """The chips a line is counted by."""
        if line.is_listed:
            yield "all"
        if line.is_listed or line.state in _WHEREVER:
            yield _BY_STATE[line.state]
        if line.section is not None:
            yield line.section.value
        if self._fell_due(line):
            yield "since"

    def _fell_due(self, line: DayLine) -> bool:
        if self._since is None or line.state not in WAITING:
            return False
        due = line.due  # a hold falls due on the day it is to be looked at again
        shown = due.recheck if line.state is DayState.HELD else due.shown_from
        return shown is not None and self._since < shown <= self._day


def waiting(lines: Iterable[DayLine]) -> int:
    """How many lines of the list wait for somebody."""
    return sum(line.is_listed and line.state in WAITING for line in lines)


class _Rule(QFrame):
    """The thin line between how things stand and what else there is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.VLine)
        self.setForegroundRole(self.palette().ColorRole.Mid)
        self.setFixedHeight(look.px(18))
