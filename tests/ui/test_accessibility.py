# SPDX-License-Identifier: MIT
"""Every page and sheet can be used without a mouse and without seeing: names, ring, zoom."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QTabBar, QWidget

from tests.accessible import SMALL_SCREEN, nameless
from tests.ui.sheets import SHEETS, every_kind
from tracker import ui
from tracker.services import patients
from tracker.ui.dialogs.entrance import Entrance
from tracker.ui.dialogs.first_run import FirstRunDialog
from tracker.ui.page_set import Pages
from tracker.ui.pages.patient import PatientPage
from tracker.ui.tables.row_list import RowList
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.tabs import TabStrip

TITLE_BAR = 40
RAIL, FRAME = 80, 97  # what the window takes at the left; above and below


@pytest.fixture(params=SHEETS, ids=lambda kind: kind.__name__)
def sheet(request, qtbot, qapp, demo_desk):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SHEETS[request.param](demo_desk, parent)
    if made.parentWidget() is None:  # else it goes with its parent
        qtbot.addWidget(made)
    made.show()
    qapp.processEvents()
    yield made
    del parent


def test_no_sheet_of_the_program_is_left_out_here():
    for module in pkgutil.walk_packages(ui.__path__, "tracker.ui."):
        importlib.import_module(module.name)
    left_out = every_kind() - {Entrance} - set(SHEETS)
    assert not left_out, "say in tests/ui/sheets.py how it is made"


def test_every_control_of_a_sheet_has_a_name(sheet):
    assert nameless(sheet) == []


def test_every_sheet_shows_where_the_keyboard_is(sheet):
    assert sheet.findChildren(FocusRing)


def test_every_sheet_fits_a_small_screen(sheet):
    assert sheet.minimumSizeHint().boundedTo(SMALL_SCREEN) == sheet.minimumSizeHint()
    assert sheet.size().boundedTo(sheet.screen().availableSize()) == sheet.size()
    if isinstance(sheet, Entrance):  # its size is fixed
        assert sheet.height() <= SMALL_SCREEN.height()


def test_no_word_of_a_sheet_is_cut(sheet, qapp):
    assert cut(sheet) == []
    sheet.resize(sheet.size().boundedTo(SMALL_SCREEN - QSize(0, TITLE_BAR)))
    qapp.processEvents()
    assert cut(sheet) == []


def test_every_first_step_has_names_and_whole_words(qtbot, qapp, demo_desk):
    for way, count in (("new", 5), ("open", 2), ("restore", 2)):
        dialog = FirstRunDialog(demo_desk.look, Path("/srv/records"), None)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog._choose_way(way)
        for place in range(1, count):
            dialog._go_to(place)
            qapp.processEvents()
            assert nameless(dialog) == []
            assert cut(dialog) == []


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_every_page_has_names_at_every_size(qtbot, qapp, demo_desk, zoom):
    demo_desk.look.set_zoom(zoom)
    pages = Pages(demo_desk)
    for name in ("today", "patients", "data", "administration"):
        page = getattr(pages, name)
        qtbot.addWidget(page)
        page.resize(SMALL_SCREEN.width() - RAIL, SMALL_SCREEN.height() - FRAME)
        page.show()
        page.activated()
        qapp.processEvents()
        assert nameless(page) == [], name
        if zoom == 1.0:
            assert cut(page) == [], name


@pytest.mark.parametrize("size", [(1286, 671), (831, 415)], ids=["1366 x 768", "scaled by 1.5"])
def test_every_tab_of_a_chart_has_names_and_whole_words(qtbot, qapp, demo_desk, size):
    page = PatientPage(demo_desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    found = []
    demo_desk.tasks.run(
        page,
        lambda store: patients.search(store, demo_desk.ctx, text="", limit=30),
        found.extend,
    )
    seed = next(line.patient for line in found if line.mrn == "SEED-001")
    page.open(seed)
    strip = page.findChild(TabStrip)
    strip.select("lifeline")
    seen = set()
    while strip.selected not in seen:
        seen.add(strip.selected)
        qapp.processEvents()
        assert nameless(page) == [], strip.selected
        assert cut(page) == [], strip.selected
        bar = strip.findChild(QTabBar)
        bar.setCurrentIndex((bar.currentIndex() + 1) % bar.count())
    assert len(seen) == 10


def cut(window):
    """The labels, fields and buttons that have less room than their words need."""
    return [
        (type(widget).__name__, _words(widget))
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisibleTo(window)
        and not isinstance(widget.parentWidget(), QLineEdit | QTabBar)
        and _is_cut(widget, window)
    ]


def _words(widget):
    return widget.text() or widget.accessibleName()


def _is_cut(widget, window):
    needed = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    corner = widget.mapTo(window, QPoint(0, 0))
    beyond = corner.x() + widget.width() > window.width()
    return widget.width() < needed.width() or (beyond and not _scrolls(widget))


def _scrolls(widget):
    """Whether what lies outside the window can be scrolled to."""
    at = widget
    while at is not None and not isinstance(at, QScrollArea | RowList):
        at = at.parentWidget()
    return at is not None
