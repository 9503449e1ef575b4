# SPDX-License-Identifier: MIT
"""Every page and sheet can be used without a mouse and without seeing: names, ring, zoom."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTabBar, QWidget

from tests.accessible import nameless
from tracker import paths
from tracker.services import patients
from tracker.ui.dialogs.about import AboutDialog
from tracker.ui.dialogs.first_run import FirstRunDialog
from tracker.ui.dialogs.keys import KeysDialog
from tracker.ui.dialogs.language import LanguageDialog
from tracker.ui.dialogs.manual import ManualDialog
from tracker.ui.dialogs.recovery_code import RecoveryDialog
from tracker.ui.dialogs.reminders import RemindersDialog
from tracker.ui.dialogs.report import ReportDialog
from tracker.ui.dialogs.screen_lock import PinDialog
from tracker.ui.dialogs.unlock import (
    ConfirmDialog,
    PassphraseDialog,
    RecoverDialog,
    UnlockDialog,
)
from tracker.ui.page_set import Pages
from tracker.ui.pages.patient import PatientPage
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.tabs import TabStrip

SHEETS = {
    "about": AboutDialog,
    "confirm": lambda desk, parent: ConfirmDialog(desk.look, "T", "S", "A", parent=parent),
    "first run": lambda desk, _: FirstRunDialog(desk.look, Path("/srv/records"), None),
    "keys": lambda desk, parent: KeysDialog(desk.look, parent),
    "language": lambda desk, parent: LanguageDialog(desk.look, parent),
    "manual": lambda desk, parent: ManualDialog(desk.look, paths.manual("en"), parent),
    "passphrase": lambda desk, parent: PassphraseDialog(
        desk.look, "S", asks_current=True, parent=parent
    ),
    "pin": lambda desk, parent: PinDialog(desk.look, parent),
    "recover": lambda desk, _: RecoverDialog(desk.look),
    "recovery code": lambda desk, _: RecoveryDialog(desk.look, "ABCD-EFGH", "Example"),
    "reminders": lambda desk, parent: RemindersDialog(desk, None, shown=False, parent=parent),
    "report": lambda desk, parent: ReportDialog(desk.look, "T", "S", ["line"], parent=parent),
    "unlock": lambda desk, _: UnlockDialog(desk.look, asks_name=True),
}
NARROW = (911, 512)  # 1366 x 768, scaled by 1.5


@pytest.fixture(params=sorted(SHEETS))
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


def test_every_control_of_a_sheet_has_a_name(sheet):
    assert nameless(sheet) == []


def test_every_sheet_shows_where_the_keyboard_is(sheet):
    assert sheet.findChildren(FocusRing)


def test_every_sheet_fits_a_small_screen(sheet):
    width, height = NARROW
    assert sheet.minimumSizeHint().width() <= width
    assert sheet.minimumSizeHint().height() <= height


def test_no_word_of_a_sheet_is_cut(sheet):
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
def test_every_page_has_names_at_every_size(qtbot, demo_desk, zoom):
    demo_desk.look.set_zoom(zoom)
    pages = Pages(demo_desk)
    for name in ("today", "patients", "data", "administration"):
        page = getattr(pages, name)
        qtbot.addWidget(page)
        page.resize(*NARROW)
        page.show()
        page.activated()
        assert nameless(page) == [], name


def test_every_tab_of_a_chart_has_names(qtbot, demo_desk):
    page = PatientPage(demo_desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
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
        assert nameless(page) == [], strip.selected
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
        and not isinstance(widget.parentWidget(), QLineEdit)
        and _is_cut(widget, window)
    ]


def _words(widget):
    return widget.text() or widget.accessibleName()


def _is_cut(widget, window):
    needed = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    corner = widget.mapTo(window, QPoint(0, 0))
    return widget.width() < needed.width() or corner.x() + widget.width() > window.width()
