# SPDX-License-Identifier: MIT
"""Which colour of the theme means what on a lifeline."""

from PySide6.QtGui import QColor

from tracker.domain.lifeline import Tone
from tracker.domain.records.marker import Flag
from tracker.ui.theme import Theme


def flag_colour(theme: Theme, flag: Flag | None) -> QColor:
    """The colour of a result by the flag it was given; without a flag it claims nothing."""
    return {
        Flag.HIGH: theme.overdue,
        Flag.LOW: theme.low,
        Flag.NORMAL: theme.done,
        Flag.UNCERTAIN: theme.ask,
        None: theme.text2,
    }[flag]


def tone_fill(theme: Theme, tone: Tone) -> QColor:
    """The ground of a course."""
    return {
        Tone.IMMUNOTHERAPY: theme.io,
        Tone.CHEMOTHERAPY: theme.chemo,
        Tone.RADIOTHERAPY: theme.rt,
        Tone.OTHER: theme.sunken,
    }[tone]


def tone_line(theme: Theme, tone: Tone) -> QColor:
    """The edge and the ticks of a course."""
    return {
        Tone.IMMUNOTHERAPY: theme.io_line,
        Tone.CHEMOTHERAPY: theme.chemo_line,
        Tone.RADIOTHERAPY: theme.rt_line,
        Tone.OTHER: theme.control,
    }[tone]
