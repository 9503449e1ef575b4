# SPDX-License-Identifier: MIT
"""On a small or enlarged screen nothing is squeezed: it goes on below, or can be scrolled to."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.samples import somebody
from tests.ui.test_accessibility import cut
from tests.ui.test_dose_day import desk, filled, page, patient, press, store, to_act
from tracker.ui.dialogs.findings import FindingsDialog
from tracker.ui.glyphs import menu_icon, paint_icon
from tracker.ui.icon_shapes import Icon
from tracker.ui.tables.row_list import Column, RowList
from tracker.ui.theme import LIGHT, Look
from tracker.ui.widgets.flow import Flow

__all__ = ["desk", "filled", "page", "patient", "store"]  # fixtures, found by their names


@pytest.fixture
def words(qtbot):
    """Five buttons in a row that is as wide as one likes."""
    row = QWidget()
    flow = Flow(8, row)
    for text in ("overdue", "due", "held", "labs missing", "not seen"):
        flow.addWidget(QPushButton(text))
    qtbot.addWidget(row)
    return row


def buttons(row):
    return [each for each in row.findChildren(QPushButton) if each.isVisible()]


def test_what_has_no_room_at_the_right_goes_on_below_in_its_full_width(words, qapp):
    for width in (words.sizeHint().width(), 260, 130):
        words.resize(width, words.heightForWidth(width))
        words.show()
        qapp.processEvents()
        assert all(each.width() == each.sizeHint().width() for each in buttons(words))
        assert all(words.rect().contains(each.geometry()) for each in buttons(words))
    assert len({each.y() for each in buttons(words)}) > 2


def test_what_is_hidden_takes_no_room(words):
    before = words.sizeHint().width()
    words.findChildren(QPushButton)[0].hide()
    assert words.sizeHint().width() < before


@pytest.fixture
def rows(qtbot):
    """A list that is wider than its window."""
    columns = [Column("Patient", 36), Column("Number", 400, sort="number"), Column("Last", 900)]
    made = RowList(Look(), "People", columns, lambda pen, row: pen.write(900, row) and None, str)
    qtbot.addWidget(made)
    made.set_rows(["one", "two", "three"], str)
    made.resize(500, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_last_column_is_reached_by_the_arrow_keys_and_stays_while_one_walks_down(rows, qapp):
    title = rows.findChild(type(rows._header.sorts[0]))
    rows.view.setFocus()
    before = title.x()
    for _ in range(60):
        QTest.keyClick(rows.view, Qt.Key.Key_Right)
    moved = rows.view.horizontalScrollBar().value()
    assert moved == 900 + 130 - rows.view.viewport().width()
    assert title.x() == before - moved
    QTest.keyClick(rows.view, Qt.Key.Key_Down)
    assert rows.current == "two"
    assert rows.view.horizontalScrollBar().value() == moved


def test_a_list_with_room_for_its_columns_does_not_move(rows, qapp):
    rows.resize(1286, 300)
    qapp.processEvents()
    assert rows.view.horizontalScrollBar().maximum() == 0


def test_no_box_of_a_dose_day_is_squeezed_on_a_small_screen(page, qapp):
    page.resize(831, 415)
    qapp.processEvents()
    assert cut(page) == []
    assert all(part.box.height() >= 24 for part in page.form.visit.fields.values())


def test_the_sheet_follows_the_keyboard_into_bands_below_the_window(page, qapp):
    page.resize(831, 415)
    to_act(page)
    qapp.processEvents()
    area, bar = page._scroll.viewport(), page.form.act.bar
    top = bar.mapTo(area, QPoint(0, 0))
    assert area.rect().contains(top)
    press("PgDown")
    assert page.form.window().focusWidget() is not bar


def test_a_dialog_that_would_be_larger_opens_as_large_as_the_screen(qtbot):
    screen = QGuiApplication.primaryScreen().availableSize()
    dialog = FindingsDialog(Look(zoom=2.0), somebody(), (), ())
    qtbot.addWidget(dialog)
    assert dialog.size().boundedTo(screen) == dialog.size()


@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75, 2])
def test_a_menu_icon_is_drawn_at_the_scale_of_the_screen_and_not_stretched(qapp, ratio):
    drawn = menu_icon(Icon.PRINT, LIGHT).pixmap(QSize(16, 16), ratio).toImage()
    size = round(16 * ratio)
    wanted = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    wanted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wanted)
    paint_icon(painter, Icon.PRINT, size / 2, size / 2, size, LIGHT.text2)
    painter.end()
    wanted.setDevicePixelRatio(drawn.devicePixelRatio())
    assert drawn.convertToFormat(wanted.format()) == wanted
