# SPDX-License-Identifier: MIT
"""Colours that can be read, shapes that need no colour, sizes that follow the zoom."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from tracker.ui.glyphs import (
    Glyph,
    app_icon,
    menu_icon,
    paint_glyph,
    paint_grade,
    paint_icon,
    paint_response,
)
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import DARK, LIGHT, ZOOM_STEPS, Look, Theme, apply, font, palette

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
READ = ("text", "text2", "text3", "accent", "overdue", "held", "done", "ask", "low")
SOFT = ("overdue_soft", "held_soft", "done_soft", "ask_soft", "accent_soft")
BANDS = ("band", "io", "chemo", "rt", "compressed", "bg")
GROUNDS = ("surface", "rail", "sunken", "accent_soft")


def _luminance(colour: QColor) -> float:
    parts = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _drawn(paint, theme: Theme = LIGHT) -> QImage:
    image = QImage(120, 60, QImage.Format.Format_ARGB32)
    image.fill(theme.surface)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@BOTH
@pytest.mark.parametrize("token", READ)
def test_every_colour_of_a_text_can_be_read_on_every_ground(theme, token):
    for ground in GROUNDS:
        assert _contrast(getattr(theme, token), getattr(theme, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", [*SOFT, *BANDS])
def test_text_can_be_read_on_every_filled_band(theme, ground):
    assert _contrast(theme.text, getattr(theme, ground)) >= 4.5


@BOTH
def test_the_word_on_the_one_filled_button_can_be_read(theme):
    assert _contrast(theme.accent_text, theme.accent) >= 4.5


@BOTH
def test_the_digit_of_a_grade_can_be_read_on_its_fill(theme):
    assert len(theme.grades) == 5
    for fill, digit in theme.grades:
        assert _contrast(fill, digit) >= 4.5


@BOTH
def test_the_border_of_an_input_stands_out(theme):
    assert _contrast(theme.control, theme.surface) >= 3


@BOTH
def test_the_palette_states_every_colour_for_all_three_groups(theme):
    made = palette(theme)
    for group in (QPalette.Active, QPalette.Inactive, QPalette.Disabled):
        for role in QPalette.ColorRole:
            if role not in {QPalette.NoRole, QPalette.NColorRoles}:
                assert made.isBrushSet(group, role), (group, role)
    assert made.color(QPalette.Disabled, QPalette.Text) == theme.text3
    assert made.color(QPalette.Active, QPalette.Text) == theme.text


def test_a_field_that_exists_already_follows_a_change_of_theme(qtbot, qapp):
    look = Look(LIGHT)
    apply(qapp, look)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    look.set_theme(DARK)
    qtbot.waitUntil(lambda: field.palette().color(QPalette.Base) == DARK.surface)
    look.set_theme(LIGHT)
    qtbot.waitUntil(lambda: field.palette().color(QPalette.Base) == LIGHT.surface)
    assert isinstance(qapp, QApplication)
    assert qapp.styleSheet() == ""


def test_digits_stand_under_each_other(qapp):
    for bold in (False, True):
        metrics = QFontMetrics(font(15, bold))
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_zoom_scales_fonts_and_sizes_together(qapp):
    look = Look(zoom=1.5)
    assert look.px(38) == 57
    assert look.font(14).pixelSize() == 21


def test_zoom_steps_end_at_the_smallest_and_the_largest(qtbot):
    look = Look()
    with qtbot.waitSignal(look.changed):
        look.step_zoom(1)
    assert look.zoom == 1.1
    for _ in range(20):
        look.step_zoom(1)
    assert look.zoom == ZOOM_STEPS[-1]
    for _ in range(20):
        look.step_zoom(-1)
    assert look.zoom == ZOOM_STEPS[0]


def test_the_same_theme_again_repaints_nothing(qtbot):
    look = Look(LIGHT)
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme(LIGHT)
        look.set_zoom(1.0)


def test_states_differ_in_shape_when_colour_is_taken_away(qapp):
    black = QColor(Qt.GlobalColor.black)
    images = [
        _drawn(lambda p, g=glyph: paint_glyph(p, LIGHT, g, 60, 30, 24, black)) for glyph in Glyph
    ]
    for one, other in combinations(images, 2):
        assert one != other


@BOTH
def test_grades_differ_and_an_unstated_one_is_none_of_them(theme, qapp):
    images = [
        _drawn(lambda p, g=grade: paint_grade(p, theme, g, 60, 30, 24), theme)
        for grade in (1, 2, 3, 4, 5, None)
    ]
    for one, other in combinations(images, 2):
        assert one != other


@BOTH
def test_responses_differ(theme, qapp):
    look = Look(theme)
    codes = ("CR", "PR", "SD", "PD", "NE", "iCR", "iPR", "iUPD", "iCPD")
    images = [_drawn(lambda p, c=c: paint_response(p, look, c, 60, 30), theme) for c in codes]
    for one, other in combinations(images, 2):
        assert one != other


@pytest.mark.parametrize("icon", Icon, ids=lambda icon: icon.name)
def test_every_icon_is_drawn_inside_its_box(icon, qapp):
    image = _drawn(lambda p: paint_icon(p, icon, 60, 30, 20, LIGHT.text))
    inked = [
        (x, y) for x in range(120) for y in range(60) if image.pixelColor(x, y) != LIGHT.surface
    ]
    assert inked
    assert all(49 <= x <= 71 and 19 <= y <= 41 for x, y in inked)
    assert not menu_icon(icon, LIGHT).isNull()


def test_the_program_has_an_icon_in_every_usual_size(qapp):
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
