# SPDX-License-Identifier: MIT
"""help.feature"""

from PySide6.QtWidgets import QApplication, QMenu
from pytest_bdd import parsers, scenarios, then, when

from tests.features.hand import press_button
from tracker.ui.preferences import Preferences

scenarios("help.feature")


@when(parsers.parse('I open "{entry}" from the menu'))
def from_menu(me, entry):
    me.press("F10")
    me.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    for _ in menu.actions():
        if menu.activeAction() is not None and menu.activeAction().text() == entry:
            break
        me.press("Down")
    me.press("Enter")


@when("I choose Chinese in the dialog")
def choose_chinese(me):
    press_button(me, "简体中文")


@then("the choice of language is kept")
def language_kept(me, folder):
    me.leave()
    assert Preferences(folder.parent / f"{folder.name}.ini").language == "zh_CN"
