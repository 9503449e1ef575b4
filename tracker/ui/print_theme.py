# SPDX-License-Identifier: MIT
"""The colours of paper: black text and edges, grey fills, nothing that only a colour would tell."""

from dataclasses import replace
from typing import Final

from PySide6.QtGui import QColor

from tracker.ui.theme import LIGHT, Theme

_PRINTED_BLACK: Final = (
    "text",
    "accent",
    "overdue",
    "low",
    "done",
    "ask",
    "held",
    "chemo_line",
    "io_line",
    "rt_line",
    "band_line",
    "grade_line",
)


def _grey(percent: int) -> QColor:
    """A grey by its share of white; one colour model throughout, as a PDF gradient needs."""
    level = round(percent * 2.55)
    return QColor(level, level, level)


def _print_theme() -> Theme:
    """Black text and edges, grey fills, and no difference that only a colour would make."""
    black, white = QColor("#000000"), QColor("#FFFFFF")
    grey = {share: _grey(share) for share in (45, 60, 70, 77, 85, 93, 96)}
    ink = dict.fromkeys(
        _PRINTED_BLACK,
        black,
    )
    grades = tuple((_grey(light), black if light > 50 else white) for light in (95, 85, 70, 40, 15))
    return replace(
        LIGHT,
        name="print",
        **ink,
        bg=white,
        surface=white,
        sunken=grey[96],
        compressed=grey[96],
        line=grey[85],
        line2=grey[60],
        control=grey[45],
        text2=QColor("#333333"),
        text3=QColor("#4D4D4D"),
        accent_soft=grey[93],
        overdue_soft=grey[93],
        done_soft=white,
        band=grey[93],
        io=grey[85],
        rt=grey[77],
        chemo=white,
        grades=grades,
    )


PRINT: Final = _print_theme()
