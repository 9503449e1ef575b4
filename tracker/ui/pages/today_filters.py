# SPDX-License-Identifier: MIT
"""The chips above the day list: how its lines stand, and what else is asked for."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QWidget

from tracker.services.today import WAITING, Day, DayLine, DayState, Section
from tracker.ui.theme import Look
from tracker.ui.views.day_words import GLYPHS
from tracker.ui.widgets.chip import Chip

_SHOWN_WHEN_EMPTY = frozenset(
    {"all", "overdue", "due", "held", "ask", "done", "labs", "scans", "not seen"}
)


class DayFilters(QWidget):
    """One chip is checked; ``chosen`` keeps the lines it stands for.

    Signals:
        changed(): another chip was checked.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        group = QButtonGroup(self)
        for code, chip in self._chips.items():
            if code == "labs":
                row.addWidget(_Rule(look))
            chip.setObjectName(f"filter_{code}")
            group.addButton(chip)
            chip.clicked.connect(self.changed)
            row.addWidget(chip)
        row.addStretch()
        self._chips["all"].setChecked(True)

    @property
    def code(self) -> str:
        """Of the chip that is checked."""
        return next(code for code, chip in self._chips.items() if chip.isChecked())

    def choose(self, code: str) -> None:
        """Checks a chip as a click does."""
        self._chips[code].click()

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
            self._chips["since"].setText(text.format(day=f"{since.day}.{since.month}."))
        text = self.tr("Not seen > {n} d")
        self._chips["not seen"].setText(text.format(n=day.not_seen_after))
        for code, chip in self._chips.items():
            count = len(self.kept(day, code))
            chip.set_count(count)
            chip.setVisible(count > 0 or code in _SHOWN_WHEN_EMPTY)
        if self._chips[self.code].isHidden():
            self._chips["all"].setChecked(True)

    def kept(self, day: Day, code: str = "") -> list[DayLine]:
        """The lines a chip stands for; without ``code`` those of the checked one."""
        code = code or self.code
        if code == "left":
            return day.left
        return [line for line in day.lines if self._tests[code](line)]

    @property
    def _tests(self) -> dict[str, Callable[[DayLine], bool]]:
        return {
            "all": lambda line: line.is_listed,
            "overdue": _listed(DayState.OVERDUE),
            "due": _listed(DayState.DUE),
            "held": _listed(DayState.HELD),
            "ask": _listed(DayState.CANNOT_PROJECT),
            "done": _listed(DayState.DONE),
            "later": _listed(DayState.LATER),
            "since": self._fell_due,
            "labs": lambda line: line.section is Section.LABS,
            "scans": lambda line: line.section is Section.SCANS,
            "not seen": lambda line: line.state is DayState.NOT_SEEN,
            "put off": lambda line: line.state is DayState.PUT_OFF,
        }

    def _fell_due(self, line: DayLine) -> bool:
        shown = line.due.shown_from
        if self._since is None or shown is None or line.state not in WAITING:
            return False
        return self._since < shown <= self._day


def _listed(state: DayState) -> Callable[[DayLine], bool]:
    return lambda line: line.is_listed and line.state is state


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
