# SPDX-License-Identifier: MIT
"""The frame: places, shortcuts, commands, preferences, errors."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QVBoxLayout, QWidget

from tracker.domain.errors import NotPermitted, Problem, Refused
from tracker.domain.roles import PERMISSIONS, Role
from tracker.domain.text import Message
from tracker.ui.actions import COMMANDS
from tracker.ui.errors import AT_MOST, say, sentences
from tracker.ui.icon_shapes import Icon
from tracker.ui.main_window import MainWindow, PageEntry
from tracker.ui.preferences import Preferences
from tracker.ui.tasks import InlineTasks
from tracker.ui.theme import DARK, LIGHT, Look
from tracker.ui.widgets.search import Match

pytestmark = pytest.mark.xcb


class Store:
    def close(self):
        pass


class Page(QWidget):
    """A page with a field; counts how often it came to the front."""

    def __init__(self):
        super().__init__()
        self.times_shown = 0
        self.closes = True
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        QVBoxLayout(self).addWidget(self.field)

    def activated(self):
        self.times_shown += 1
        self.field.setFocus()

    def may_close(self):
        return self.closes


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def tasks(qapp):
    return InlineTasks(Store, Store.close)


@pytest.fixture
def pages(qapp):
    return {"today": Page(), "patient": Page()}


@pytest.fixture
def entries(pages):
    return [
        PageEntry("today", "Today", Icon.TODAY, "Ctrl+1", lambda: pages["today"]),
        PageEntry("patients", "Patients", Icon.PATIENTS, "Ctrl+2", QWidget),
        PageEntry("patient", "Patient", None, "", lambda: pages["patient"], under="patients"),
    ]


@pytest.fixture
def window(qtbot, qapp, tasks, preferences, entries):
    made = MainWindow(Look(), tasks, preferences, entries)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _press(qtbot, window, key, modifier=Qt.KeyboardModifier.ControlModifier):
    target = window.focusWidget() or window
    qtbot.keyClick(target, key, modifier)


def test_the_first_page_is_in_front_and_knows_it(window, pages):
    assert window.current_page == "today"
    assert pages["today"].times_shown == 1
    assert pages["today"].field.hasFocus()


def test_a_shortcut_opens_a_place_from_anywhere(qtbot, window, pages):
    _press(qtbot, window, Qt.Key.Key_2)
    assert window.current_page == "patients"
    _press(qtbot, window, Qt.Key.Key_1)
    assert window.current_page == "today"
    assert pages["today"].times_shown == 2


def test_a_page_is_made_when_it_is_first_shown_and_kept(qtbot, tasks, preferences):
    made = []

    def make():
        made.append(Page())
        return made[-1]

    first = PageEntry("today", "Today", Icon.TODAY, "", Page)
    second = PageEntry("data", "Data", Icon.DATA, "", make)
    window = MainWindow(Look(), tasks, preferences, [first, second])
    qtbot.addWidget(window)
    assert made == []
    window.show_page("data")
    window.show_page("today")
    window.show_page("data")
    assert [page.times_shown for page in made] == [2]


def test_the_page_of_a_patient_keeps_its_place_marked(window):
    window.show_page("patient")
    assert window.nav._items["patients"].isChecked()


def test_the_title_of_the_window_names_no_patient(window):
    window.show_page("patient")
    assert window.windowTitle() == "Patient – Follow-up Tracker"


def test_ctrl_k_finds_a_patient_from_anywhere(qtbot, window):
    _press(qtbot, window, Qt.Key.Key_K)
    assert window.header.search.edit.hasFocus()
    with qtbot.waitSignal(window.sought) as sought:
        qtbot.keyClicks(window.header.search.edit, "ws")
    window.header.search.offer("ws", [Match("id-1", "王示例", "SYN-0482")])
    assert sought.args == ["w"]
    with qtbot.waitSignal(window.open_patient) as opened:
        qtbot.keyClick(window.header.search.edit, Qt.Key.Key_Return)
    assert opened.args == ["id-1"]


def test_the_list_of_matches_closes_when_the_page_changes(qtbot, window):
    window.header.search.start()
    window.header.search.edit.setText("ws")
    window.header.search.offer("ws", [Match("id-1", "王示例", "SYN-0482")])
    assert window.header.search._matches.isVisible()
    window.show_page("patients")
    assert not window.header.search._matches.isVisible()


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "lock"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, "print"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "help"),
    ],
)
def test_what_the_frame_cannot_do_is_asked_for(qtbot, window, key, modifier, command):
    with qtbot.waitSignal(window.asked) as asked:
        _press(qtbot, window, key, modifier)
    assert asked.args == [command]


def test_the_lock_button_asks_for_the_lock(qtbot, window):
    with qtbot.waitSignal(window.asked) as asked:
        qtbot.mouseClick(window.header.lock, Qt.MouseButton.LeftButton)
    assert asked.args == ["lock"]


def test_dark_and_zoom_are_remembered(qtbot, window, preferences, tmp_path):
    _press(qtbot, window, Qt.Key.Key_Plus)
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    _press(qtbot, window, Qt.Key.Key_D, shift)
    assert window.look.theme is DARK
    again = Preferences(tmp_path / "preferences.ini")
    assert (again.theme, again.zoom) == ("dark", 1.1)
    _press(qtbot, window, Qt.Key.Key_0)
    _press(qtbot, window, Qt.Key.Key_D, shift)
    assert (again.theme, again.zoom, window.look.theme) == ("light", 1.0, LIGHT)


def test_full_screen_comes_and_goes(qtbot, window):
    _press(qtbot, window, Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    _press(qtbot, window, Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier)
    assert not window.windowState() & Qt.WindowState.WindowFullScreen


def test_every_command_stands_in_the_menu_with_its_shortcut(window):
    entries = {a.text(): a.shortcut().toString() for a in window._commands.menu.actions()}
    for command in COMMANDS:
        assert entries[command.text] == (command.keys[0] if command.keys else "")


def test_a_command_that_the_role_does_not_include_is_not_offered(window):
    backup = window._commands._actions["backup"]
    window.set_person("Viewer", "N.N.", PERMISSIONS[Role.VIEWER])
    assert not backup.isVisible()
    window.set_person("Data manager", "N.N.", PERMISSIONS[Role.DATA_MANAGER])
    assert backup.isVisible()


def test_unsaved_entries_keep_the_window_open(window, pages):
    window.show_page("patient")
    pages["patient"].closes = False
    assert not window.close()
    assert window.isVisible()
    pages["patient"].closes = True
    assert window.close()


def test_the_window_comes_back_where_it_was(qtbot, window, preferences, tasks, qapp):
    window.setWindowState(Qt.WindowState.WindowMaximized)
    window.close()
    again = MainWindow(
        Look(), tasks, preferences, [PageEntry("today", "Today", Icon.TODAY, "", Page)]
    )
    qtbot.addWidget(again)
    assert again.isMaximized()


def test_a_refusal_without_a_page_is_shown(qtbot, window, tasks):
    def refuse(_store):
        raise NotPermitted(Message("A nurse does not change the plan."))

    tasks.run(window, refuse, lambda _a: None)
    box = window.findChild(QMessageBox)
    assert box.text() == "A nurse does not change the plan."
    box.close()


def test_an_error_is_plain_text_and_blocks_nothing(qtbot, window):
    error = Refused(
        Problem(Message("The weight {kg} kg is not possible.", {"kg": Decimal("5820")}), "weight"),
        Problem(Message("<b>{text}</b> is not a date.", {"text": "30 Feb"}), "date", "row 7"),
    )
    box = say(window, error)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.text() == (
        "The weight 5820 kg is not possible.\n\nrow 7: <b>30 Feb</b> is not a date."
    )
    assert not box.isModal()
    box.close()


def test_a_long_list_of_errors_says_how_many_more_there_are(window):
    error = Refused(*(Message("Row {n} has no date.", {"n": n}) for n in range(AT_MOST + 3)))
    box = say(window, error)
    assert box.text().endswith("… and 3 more")
    assert len(sentences(error)) == AT_MOST + 3
    box.close()


def test_a_sentence_inside_a_sentence_is_translated_too():
    inner = Message("no dose date recorded")
    assert sentences(Refused(Message("cannot project: {why}", {"why": inner}))) == [
        "cannot project: no dose date recorded"
    ]


@pytest.mark.parametrize("damaged", ["zoom=large\ntheme=pink\ngeometry=1", "\x00\x01not an ini"])
def test_damaged_preferences_count_as_not_chosen(tmp_path, damaged):
    path = tmp_path / "preferences.ini"
    path.write_text(f"[General]\n{damaged}\n")
    read = Preferences(path)
    assert (read.language, read.theme, read.zoom) == ("", "system", 1.0)
    assert read.geometry.isEmpty()
