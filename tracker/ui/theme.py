# SPDX-License-Identifier: MIT
"""The look: colours by name, one cached font per size, and the palette that Fusion paints with.

There are no style sheets: a rule for one widget would replace the style of all of them, and its
colours would survive a change of theme. Widgets with a face of their own paint it from a ``Look``.
"""

import sys
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

BODY: Final = 14  # px at 100 %: cells, fields without a size of their own, menus
ZOOM_STEPS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

# One list, Latin first, so that a Chinese and a Latin name in one line share a baseline.
_FAMILIES = {
    "win32": ["Segoe UI", "Microsoft YaHei UI"],
    "darwin": [".AppleSystemUIFont", "PingFang SC"],
}.get(sys.platform, ["Noto Sans", "Noto Sans CJK SC"])


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Every colour of the window, by what it means.

    ``grades`` holds (fill, digit) for CTCAE grades 1 to 5. State colours (``overdue``, ``held``,
    ``done``, ``ask``, ``low``) are for text and shapes on ``surface``; text on a filled band is
    always ``text``. ``accent`` says "you are here, you can act" and never good or bad.
    """

    name: str
    bg: QColor
    rail: QColor
    surface: QColor
    sunken: QColor
    line: QColor
    line2: QColor
    control: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_text: QColor
    accent_soft: QColor
    focus: QColor
    overdue: QColor
    overdue_soft: QColor
    held: QColor
    held_soft: QColor
    done: QColor
    done_soft: QColor
    ask: QColor
    ask_soft: QColor
    low: QColor
    band: QColor
    band_line: QColor
    io: QColor
    io_line: QColor
    chemo: QColor
    chemo_line: QColor
    rt: QColor
    rt_line: QColor
    compressed: QColor
    grade_line: QColor
    grades: tuple[tuple[QColor, QColor], ...]


def _theme(name: str, grades: tuple[tuple[str, str], ...], **colours: str) -> Theme:
    return Theme(
        name=name,
        grades=tuple((QColor(fill), QColor(digit)) for fill, digit in grades),
        **{token: QColor(colour) for token, colour in colours.items()},
    )


LIGHT: Final = _theme(
    "light",
    (
        ("#FBE7D8", "#18211F"),
        ("#F5C7A4", "#18211F"),
        ("#E08E55", "#18211F"),
        ("#B4541A", "#FFFFFF"),
        ("#5E2406", "#FFFFFF"),
    ),
    grade_line="#7A3A12",
    bg="#F3F4F2",
    rail="#EAECEA",
    surface="#FFFFFF",
    sunken="#F7F8F6",
    line="#E1E4E1",
    line2="#C9CECB",
    control="#7C8783",
    text="#18211F",
    text2="#46524F",
    text3="#5C6865",
    accent="#0B5F73",
    accent_text="#FFFFFF",
    accent_soft="#E1EEF0",
    focus="#E69F00",
    overdue="#B03A00",
    overdue_soft="#FBE9DF",
    held="#8A3468",
    held_soft="#F6E6EF",
    done="#00694B",
    done_soft="#DFF0E8",
    ask="#7F5600",
    ask_soft="#FBF0D2",
    low="#1B5C9E",
    band="#DDEEE4",
    band_line="#25704F",
    io="#BFDDE4",
    io_line="#0B5F73",
    chemo="#E6DCEB",
    chemo_line="#6B4A7B",
    rt="#F3E2C0",
    rt_line="#7A5708",
    compressed="#F4F5F3",
)

# Grades run from dark to light here, so that the worst one stands out most in both themes.
DARK: Final = _theme(
    "dark",
    (
        ("#4A372B", "#F6E9DF"),
        ("#734627", "#FFFFFF"),
        ("#B0622A", "#FFFFFF"),
        ("#E79A63", "#1E0E05"),
        ("#FFD9BF", "#1E0E05"),
    ),
    grade_line="#E79A63",
    bg="#141918",
    rail="#101514",
    surface="#1B2220",
    sunken="#171D1C",
    line="#2B3432",
    line2="#3D4846",
    control="#7F8C88",
    text="#E8EDEB",
    text2="#B7C2BE",
    text3="#98A5A1",
    accent="#6FC3D3",
    accent_text="#08272E",
    accent_soft="#17353B",
    focus="#E69F00",
    overdue="#FF9A66",
    overdue_soft="#3B2419",
    held="#E3A0C6",
    held_soft="#38222F",
    done="#6ACBA2",
    done_soft="#16332A",
    ask="#EFC05A",
    ask_soft="#352B14",
    low="#86BDF0",
    band="#1E3A2F",
    band_line="#6ACBA2",
    io="#1F4B55",
    io_line="#6FC3D3",
    chemo="#3A2F44",
    chemo_line="#C7A6D8",
    rt="#41361D",
    rt_line="#E3BC63",
    compressed="#121716",
)


@cache
def font(px: int, bold: bool = False) -> QFont:
    """The one font of a size in device-independent pixels, with digits of equal width.

    The object is shared: copy it before changing it.
    """
    face = QFont()
    face.setFamilies(_FAMILIES)
    face.setPixelSize(px)
    face.setBold(bold)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def palette(theme: Theme) -> QPalette:
    """The theme as Fusion reads it, stated for the active, inactive and disabled group alike."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.bg,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.sunken,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.text3,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent_text,
        role.Light: theme.surface,
        role.Midlight: theme.sunken,
        role.Mid: theme.line2,
        role.Dark: theme.control,
        role.Shadow: theme.line2,
        role.Highlight: theme.accent_soft,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
    }
    disabled = {
        role.WindowText: theme.text3,
        role.Text: theme.text3,
        role.ButtonText: theme.text3,
        role.HighlightedText: theme.text3,
        role.Base: theme.sunken,
        role.Button: theme.sunken,
    }
    group = QPalette.ColorGroup
    made = QPalette()
    for each, overrides in ((group.Active, {}), (group.Inactive, {}), (group.Disabled, disabled)):
        for name, colour in (colours | overrides).items():
            made.setColor(each, name, colour)
    return made


def system_theme(app: QApplication) -> Theme:
    """The theme that goes with the colour scheme of the desktop; light where it has none."""
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


class Look(QObject):
    """The theme and the zoom that are in force; handed to every widget that paints itself.

    ``changed`` comes after either of them changed: measure again, paint again.
    """

    changed = Signal()

    def __init__(self, theme: Theme = LIGHT, zoom: float = 1.0) -> None:
        super().__init__()
        self._theme = theme
        self._zoom = zoom

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self._theme

    @property
    def zoom(self) -> float:
        """The factor on every size and font, 1.0 = as designed."""
        return self._zoom

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        if theme is not self._theme:
            self._theme = theme
            self.changed.emit()

    def set_zoom(self, zoom: float) -> None:
        """Takes another zoom, limited to the range of ``ZOOM_STEPS``."""
        zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        if zoom != self._zoom:
            self._zoom = zoom
            self.changed.emit()

    def step_zoom(self, steps: int) -> None:
        """Takes the next larger (1) or smaller (-1) zoom of ``ZOOM_STEPS``."""
        nearest = min(ZOOM_STEPS, key=lambda step: abs(step - self._zoom))
        place = ZOOM_STEPS.index(nearest) + steps
        self.set_zoom(ZOOM_STEPS[min(max(place, 0), len(ZOOM_STEPS) - 1)])

    def px(self, size: float) -> int:
        """A size of the design in pixels, zoomed."""
        return round(size * self._zoom)

    def font(self, px: float = BODY, bold: bool = False) -> QFont:
        """The font of a design size, zoomed; shared, so copy it before changing it."""
        return font(self.px(px), bold)


def apply(app: QApplication, look: Look) -> None:
    """Gives the application its style, palette and font, now and after each change of ``look``."""

    def dress() -> None:
        colours = palette(look.theme)
        app.setPalette(colours)
        QToolTip.setPalette(colours)
        app.setFont(look.font())

    app.setStyle("Fusion")
    dress()
    look.changed.connect(dress)
