# SPDX-License-Identifier: MIT
"""The parts every page is made of: read as typed, reached by key, never cut where it matters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tracker.ui.glyphs import Glyph
from tracker.ui.icon_shapes import Icon
from tracker.ui.theme import DARK
from tracker.ui.widgets.banner import Banner, BannerFacts, Datum
from tracker.ui.widgets.chip import Chip
from tracker.ui.widgets.empty import EmptyState
from tracker.ui.widgets.facts import Fact, FactsPanel
from tracker.ui.widgets.focus_ring import FocusRing
from tracker.ui.widgets.keycap import KeyCap
from tracker.ui.widgets.label import PlainLabel, plain_title, plain_tooltip
from tracker.ui.widgets.nav import NavRail
from tracker.ui.widgets.notice import Level, NoticeBar
from tracker.ui.widgets.press import SAVE, SMALL, Press
from tracker.ui.widgets.search import Match, SearchBox
from tracker.ui.widgets.status_bar import StatusBar, StatusItem
from tracker.ui.widgets.tabs import TabStrip

HOSTILE = "<s>200</s> mg & <img src='file:///etc/hostname'>"


@pytest.fixture
def show(qtbot):
    """Shows widgets side by side in a window that has the keyboard."""
    windows = []

    def shown(*widgets, width=1286, height=400):
        window = QWidget()
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        window.resize(width, height)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield shown
    windows.clear()


def _banner_facts(**changes):
    facts = {
        "name": "演示甲",
        "latin": "Yanshi Jia",
        "number": "SYN-482",
        "sex": "female",
        "age": "46 y",
        "diagnosis": Datum("Diagnosis", "Cervix, SCC", "FIGO 2018 IIIC2p"),
        "allergy": Datum("Allergy", "not recorded", mark=Glyph.ASK),
        "treatment": Datum("Treatment", "toripalimab 240 mg q3w", "since 2019-05"),
        "due": Datum("Next due", "no dose date", "enter the last dose", Glyph.ASK),
    }
    return BannerFacts(**(facts | changes))


# --- text is shown as it is ---------------------------------------------------------------------


def test_a_label_shows_markup_as_it_was_typed(qtbot, look):
    label = PlainLabel(look, HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_tool_tip_shows_markup_as_it_was_typed(look):
    assert "&lt;s&gt;200&lt;/s&gt; mg &amp;" in plain_tooltip(HOSTILE)
    assert "<img" not in plain_tooltip(HOSTILE)


def test_a_title_keeps_the_mark_that_qt_takes_for_a_change(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(plain_title("letter [*] of May"))
    window.show()
    assert window.windowHandle().title().startswith("letter [*] of May")
    assert plain_tooltip("") == ""


def test_every_label_of_the_facts_panel_is_plain_text(qtbot, look):
    panel = FactsPanel(look)
    qtbot.addWidget(panel)
    panel.set_facts([Fact(HOSTILE, HOSTILE, ((Glyph.ASK, HOSTILE), (None, HOSTILE)))])
    labels = panel.findChildren(QLabel)
    assert len(labels) == 4
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_an_ampersand_on_a_button_is_read_and_makes_no_shortcut(qtbot, look):
    press = Press(look, "Markers & labs")
    qtbot.addWidget(press)
    assert press.words == "Markers & labs"
    assert press.accessibleName() == "Markers & labs"
    assert press.shortcut().isEmpty()


# --- buttons ------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_space_and_both_enter_keys(qtbot, look, show, key):
    press = Press(look, "Save", keys="Ctrl+Enter", primary=True, height=SAVE)
    show(press)
    press.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(press.clicked):
        qtbot.keyClick(press, key)


def test_a_click_on_a_button_leaves_the_focus_in_the_field(qtbot, look, show):
    field, press = QLineEdit(), Press(look, "Hold", mark=Glyph.HELD)
    show(field, press)
    field.setFocus()
    with qtbot.waitSignal(press.clicked):
        qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
    assert field.hasFocus()


def test_a_button_that_cannot_act_says_why(qtbot, look):
    press = Press(look, "Sign")
    qtbot.addWidget(press)
    press.allow(False, "Only an oncologist signs <here>.")
    assert not press.isEnabled()
    assert press.accessibleDescription() == "Only an oncologist signs <here>."
    assert "&lt;here&gt;" in press.toolTip()
    press.allow(True)
    assert press.isEnabled()
    assert press.toolTip() == ""


def test_a_pressed_toggle_keeps_its_width(qtbot, look):
    press = Press(look, "bands", keys="B", toggle=True, height=SMALL)
    qtbot.addWidget(press)
    before = press.sizeHint()
    press.setChecked(True)
    assert press.sizeHint() == before


def test_buttons_grow_with_the_zoom(qtbot, look):
    press = Press(look, "Print", keys="Ctrl+P", mark=Icon.PRINT)
    qtbot.addWidget(press)
    small = press.sizeHint()
    look.set_zoom(1.5)
    assert press.sizeHint().height() == small.height() * 1.5
    assert press.sizeHint().width() > small.width() * 1.4


def test_a_chip_says_how_many_rows_it_keeps(qtbot, look, show):
    chip = Chip(look, "Overdue", Glyph.OVERDUE)
    show(chip)
    narrow = chip.sizeHint().width()
    chip.set_count(12)
    assert chip.accessibleName() == "Overdue 12"
    assert chip.sizeHint().width() > narrow
    chip.set_count(None)
    assert chip.accessibleName() == "Overdue"


# --- places -------------------------------------------------------------------------------------


def test_the_rail_marks_one_place_and_says_what_waits_there(qtbot, look, show):
    nav = NavRail(look)
    nav.add("today", "Today", Icon.TODAY, "Ctrl+1")
    nav.add("patients", "Patients", Icon.PATIENTS)
    show(nav)
    nav.select("today")
    nav.set_badge("today", 10)
    today, patients = nav._items.values()
    assert (today.isChecked(), today.accessibleDescription()) == (True, "10")
    with qtbot.waitSignal(nav.chosen) as chosen:
        qtbot.mouseClick(patients, Qt.MouseButton.LeftButton)
    assert chosen.args == ["patients"]
    assert not today.isChecked()


def test_tabs_are_walked_with_the_arrow_keys(qtbot, look, show):
    tabs = TabStrip(look)
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.set_tabs([("lifeline", "Lifeline"), ("labs", "Markers & labs")])
    show(tabs)
    assert tabs.selected == "lifeline"
    tabs._bar.setFocus()
    with qtbot.waitSignal(tabs.chosen) as chosen:
        qtbot.keyClick(tabs._bar, Qt.Key.Key_Right)
    assert chosen.args == ["labs"]
    assert tabs._bar.accessibleTabName(1) == "Markers & labs"
    tabs.select("lifeline")
    assert tabs.selected == "lifeline"


# --- banner and facts ---------------------------------------------------------------------------


def test_the_allergy_is_in_sight_as_soon_as_the_first_chart_is(qtbot, look):
    page, banner = QWidget(), Banner(look)
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(banner)
    column.addStretch()
    banner.hide()
    page.resize(1286, 600)
    page.show()
    banner.set_facts(_banner_facts())
    banner.show()
    QApplication.processEvents()
    assert all(part.geometry().bottom() < banner.height() for part in banner._facts)


def test_the_banner_is_read_out_in_full(qtbot, look, show):
    banner = Banner(look)
    banner.set_facts(_banner_facts(alerts="17 to check", alerts_note="source contradictions"))
    show(banner)
    assert banner._who.accessibleName() == "演示甲, Yanshi Jia, SYN-482   female   46 y"
    assert [f.accessibleName() for f in banner._facts] == [
        "Diagnosis, Cervix, SCC, FIGO 2018 IIIC2p",
        "Allergy, not recorded",
        "Treatment, toripalimab 240 mg q3w, since 2019-05",
        "Next due, no dose date, enter the last dose",
    ]
    with qtbot.waitSignal(banner.alerts_pressed):
        qtbot.mouseClick(banner._alerts, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [831, 1206, 1840])
def test_allergy_and_next_date_are_never_cut(qtbot, look, show, width):
    banner = Banner(look)
    banner.set_facts(
        _banner_facts(
            name="Maria Magdalena von Beispiel-Mustermann zu Probe",
            allergy=Datum("Allergy", "penicillin, iodinated contrast", "rash, 2011"),
            treatment=Datum("Treatment", "pembrolizumab 200 mg q3w + carboplatin AUC 5 q3w", "C3"),
            due=Datum("Next due", "5 d over", "Thu 21 Nov 2024", Glyph.OVERDUE),
            alerts="17 to check",
        )
    )
    show(banner, width=width)
    _, allergy, _, due = banner._facts
    assert allergy.width() >= allergy.needed()
    assert due.width() >= due.needed()


def test_the_facts_of_the_next_patient_replace_those_before(qtbot, look, show):
    banner = Banner(look)
    banner.set_facts(_banner_facts(more=(Datum("Status", "NED", "2024-11"),), alerts="1 to check"))
    show(banner)
    banner.set_facts(_banner_facts(name="Erika Muster", latin=""))
    assert banner._who.accessibleName() == "Erika Muster, SYN-482   female   46 y"
    assert banner._more == []
    assert not banner._alerts.isVisible()


def test_six_facts_need_no_scroll_bar_beside_the_lifeline(qtbot, look, show):
    panel = FactsPanel(look)
    lines = ((None, "first line"), (Glyph.ASK, "second line"))
    panel.set_facts([Fact(f"Fact {n}", "Headline", lines) for n in range(6)])
    panel.setFixedHeight(768 - 48 - 64 - 36 - 28)
    show(panel, height=600)
    assert not panel.verticalScrollBar().isVisible()
    panel.setFixedHeight(300)
    qtbot.waitUntil(panel.verticalScrollBar().isVisible)


# --- notices ------------------------------------------------------------------------------------


def test_trouble_stays_on_top_until_it_is_resolved(qtbot, look):
    bar = NoticeBar(look)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.put("demo", "Every patient here is synthetic.", Level.INFO)
    bar.put("backup", "The last backup failed.", Level.TROUBLE, "Back up now")
    bar.put("backup", "The backup failed twice.", Level.TROUBLE, "Back up now")
    bar.show()
    rows = [bar.layout().itemAt(n).widget().accessibleName() for n in range(2)]
    assert rows == ["The backup failed twice.", "Every patient here is synthetic."]
    with qtbot.waitSignal(bar.acted) as acted:
        qtbot.mouseClick(bar._rows["backup"].findChild(Press), Qt.MouseButton.LeftButton)
    assert acted.args == ["backup"]
    for key in ("backup", "demo", "never put"):
        bar.drop(key)
    assert bar.isHidden()


def test_no_part_shows_up_as_a_window_of_its_own(qtbot, look, qapp):
    before = set(qapp.topLevelWidgets())
    bar, banner = NoticeBar(look), Banner(look)
    qtbot.addWidget(bar)
    qtbot.addWidget(banner)
    bar.put("backup", "The last backup failed.", Level.TROUBLE, "Back up now")
    banner.set_facts(_banner_facts(alerts="17 to check", more=(Datum("Status", "NED"),)))
    extra = {w for w in qapp.topLevelWidgets() if w.isVisible()} - before
    assert extra <= {bar, banner}


def test_an_empty_list_says_so_and_offers_the_next_step(qtbot, look):
    empty = EmptyState(look, "Nobody is due today.", "Find a patient")
    qtbot.addWidget(empty)
    empty.set_sentence("No patient fits.")
    assert empty.findChild(PlainLabel).text() == "No patient fits."
    with qtbot.waitSignal(empty.acted):
        empty.findChild(Press).click()


def test_the_status_line_is_read_out(qtbot, look, show):
    bar = StatusBar(look)
    bar.set_items([StatusItem("Encrypted", Icon.LOCK), StatusItem("Backup verified", Glyph.DONE)])
    bar.set_right("12 on the list")
    show(bar)
    assert bar.accessibleName() == "Encrypted; Backup verified; 12 on the list"


# --- search -------------------------------------------------------------------------------------


@pytest.fixture
def search(look, show):
    box = SearchBox(look, "Ctrl+K")
    show(box)
    box.start()
    return box


def test_enter_opens_the_only_patient_that_fits(qtbot, search):
    with qtbot.waitSignal(search.sought) as sought:
        qtbot.keyClicks(search.edit, "w")
    assert sought.args == ["w"]
    search.offer("w", [Match("id-1", "王示例", "Wang Shili   SYN-0482")])
    with qtbot.waitSignal(search.picked) as picked:
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert picked.args == ["id-1"]
    assert search.edit.text() == ""


def test_enter_opens_nobody_while_several_fit(qtbot, search):
    search.edit.setText("li")
    search.offer("li", [Match("id-1", "李样本", "SYN-0219"), Match("id-2", "Li Yang", "SYN-0220")])
    with qtbot.assertNotEmitted(search.picked):
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.picked) as picked:
        qtbot.keyClick(search.edit, Qt.Key.Key_Enter)
    assert picked.args == ["id-2"]


def test_enter_never_opens_who_fitted_an_older_text(qtbot, search):
    search.edit.setText("wang")
    search.offer("wang", [Match("id-1", "王示例", "SYN-0482")])
    qtbot.keyClicks(search.edit, "g")
    with qtbot.assertNotEmitted(search.picked):
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    search.offer("wang", [Match("id-1", "王示例", "SYN-0482")])
    assert not search._matches.isVisible()


def test_nobody_found_is_said_and_cannot_be_opened(qtbot, search):
    search.edit.setText("zzz")
    search.offer("zzz", [])
    assert search._matches.item(0).text() == "No patient fits"
    qtbot.keyClick(search.edit, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(search.picked):
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)


def test_escape_empties_the_search(qtbot, search):
    search.edit.setText("wang")
    qtbot.keyClick(search.edit, Qt.Key.Key_Escape)
    assert search.edit.text() == ""


# --- focus --------------------------------------------------------------------------------------


@pytest.mark.xcb
def test_the_ring_follows_the_keyboard(qtbot, look, show):
    field, press = QLineEdit(), Press(look, "Save")
    window = show(field, press)
    ring = FocusRing(look, window)
    for control in (field, press):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(ring.isVisible)
        assert ring.geometry().contains(control.geometry())
        assert ring.geometry().width() <= control.width() + 12
    press.hide()
    qtbot.waitUntil(lambda: ring.geometry().contains(field.geometry()))


@pytest.mark.xcb
def test_the_ring_lets_every_click_through(qtbot, look, show):
    press = Press(look, "Save")
    window = show(press)
    ring = FocusRing(look, window)
    press.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    assert window.childAt(press.geometry().center()) is press


def test_every_part_is_drawn_in_both_themes_and_at_every_zoom(qtbot, look, show):
    banner, panel = Banner(look), FactsPanel(look)
    banner.set_facts(_banner_facts(alerts="2 to check"))
    panel.set_facts([Fact("SCC antigen", "5.2 ng/mL H", ((Glyph.HIGH, "above <1.5"),))])
    window = show(banner, panel, KeyCap(look, "Enter", "open"), Chip(look, "Held", Glyph.HELD))
    light = window.grab().toImage()
    look.set_theme(DARK)
    assert window.grab().toImage() != light
    for zoom in (0.8, 2.0):
        look.set_zoom(zoom)
        assert banner.height() in {look.px(64), 2 * look.px(64)}
        assert panel.width() == look.px(272)
