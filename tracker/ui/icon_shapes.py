# SPDX-License-Identifier: MIT
"""The line icons as outlines in a box of 20; ``glyphs`` draws them."""

from enum import Enum, auto
from typing import Final


class Icon(Enum):
    """What a line icon shows."""

    TODAY = auto()
    PATIENTS = auto()
    COHORT = auto()
    DATA = auto()
    ADMIN = auto()
    SEARCH = auto()
    LOCK = auto()
    PRINT = auto()
    CALENDAR = auto()
    BELL = auto()
    USER = auto()
    MENU = auto()
    TICK = auto()
    PLUS = auto()
    CLOSE = auto()
    UNDO = auto()
    PREVIOUS = auto()
    NEXT = auto()


_PAGE: Final = "R 3 4 14 13.5 2.5 M 3 8 L 17 8 M 7 2 L 7 5.5 M 13 2 L 13 5.5"

SHAPES: Final[dict[Icon, str]] = {
    Icon.TODAY: _PAGE + " M 7.2 12.4 L 9.2 14.4 L 13 10.8",
    Icon.CALENDAR: _PAGE,
    Icon.PATIENTS: "O 7.5 6.6 3.4 3.4 M 1.5 17.2 C 1.5 10.6 13.5 10.6 13.5 17.2"
    " M 12.6 3.5 C 16.4 3.5 16.4 9.6 12.9 9.7 M 15 12.4 C 17.2 13 18.5 14.8 18.5 17.2",
    Icon.COHORT: "M 3 2.5 L 3 17.5 L 17.5 17.5 M 3 5 L 7.5 5 L 7.5 9 L 11.5 9 L 11.5 13 L 17 13",
    Icon.DATA: "O 10 4.6 6.5 2.6 M 3.5 4.6 L 3.5 15.4 C 3.5 18.9 16.5 18.9 16.5 15.4 L 16.5 4.6"
    " M 3.5 10 C 3.5 13.5 16.5 13.5 16.5 10",
    Icon.ADMIN: "M 2.5 4.5 L 10.3 4.5 O 12.4 4.5 2 2 M 14.5 4.5 L 17.5 4.5"
    " M 2.5 10 L 4.8 10 O 6.9 10 2 2 M 9 10 L 17.5 10"
    " M 2.5 15.5 L 8.8 15.5 O 10.9 15.5 2 2 M 13 15.5 L 17.5 15.5",
    Icon.SEARCH: "O 8.4 8.4 5 5 M 12.2 12.2 L 17 17",
    Icon.LOCK: "R 4 9 12 8.5 2 M 6.8 9 L 6.8 6.4 C 6.8 2 13.2 2 13.2 6.4 L 13.2 9"
    " M 10 12.4 L 10 14",
    Icon.PRINT: "M 6 7 L 6 2.8 L 14 2.8 L 14 7 M 6 14.2 L 3 14.2 L 3 7 L 17 7 L 17 14.2 L 14 14.2"
    " M 6 11.6 L 14 11.6 L 14 17.4 L 6 17.4 Z",
    Icon.BELL: "M 3.6 14.4 C 5.4 12.8 5.2 10.8 5.2 8.6 C 5.2 2 14.8 2 14.8 8.6"
    " C 14.8 10.8 14.6 12.8 16.4 14.4 Z M 8.2 17.2 C 9 18 11 18 11.8 17.2",
    Icon.USER: "O 10 7 3.2 3.2 M 3.8 17 C 3.8 11.2 16.2 11.2 16.2 17",
    Icon.MENU: "M 3 5 L 17 5 M 3 10 L 17 10 M 3 15 L 17 15",
    Icon.TICK: "M 3.5 10.5 L 8 15 L 16.5 5.5",
    Icon.PLUS: "M 10 3.5 L 10 16.5 M 3.5 10 L 16.5 10",
    Icon.CLOSE: "M 4.5 4.5 L 15.5 15.5 M 15.5 4.5 L 4.5 15.5",
    Icon.UNDO: "M 7 3.5 L 3 7.5 L 7 11.5 M 3 7.5 L 12 7.5 C 18 7.5 18 16.5 12 16.5 L 9 16.5",
    Icon.PREVIOUS: "M 12 4.5 L 6.5 10 L 12 15.5",
    Icon.NEXT: "M 8 4.5 L 13.5 10 L 8 15.5",
}
