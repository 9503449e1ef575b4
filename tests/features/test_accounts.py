# SPDX-License-Identifier: MIT
"""accounts.feature"""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QTabBar
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CLOCK, CTX, PASSPHRASE, opened
from tracker.domain.roles import Role
from tracker.services import accounts, profiles

OWN = "violet tractors hum beneath seven bridges"

scenarios("accounts.feature")


@pytest.fixture
def noted():
    return {}


@given(parsers.parse('there is a viewer called "{name}"'))
def viewer(me, folder, name):
    """Made by another program while this one is closed; then this one is unlocked again."""
    me.press("Ctrl+Q")
    me.leave()
    store = opened(folder)
    made = accounts.add(store, CTX, name=name, role=Role.VIEWER)
    store.close(CLOCK.now())
    store = profiles.open(folder, user=name, passphrase=made.passphrase, clock=CLOCK)
    ctx = profiles.context(store, CLOCK)
    accounts.change_own(store, ctx, current=made.passphrase, new=OWN)
    store.close(CLOCK.now())
    come_in(me, "Synthetic Admin", PASSPHRASE)
    me.reads("Working date")


@then("I note the passphrase for one use")
def note(me, noted):
    noted["secret"] = me.front.findChild(QPlainTextEdit).toPlainText()


@when(parsers.parse('I go to the row of "{words}"'))
def go_to_row(me, words):
    me.wait(lambda: any(words in row for row in me.rows()))
    me.go_to_row(words)


@when(parsers.parse('I click the tab "{title}"'))
def click_tab(me, title):
    bar = me.go_to("Tabs")
    assert isinstance(bar, QTabBar)
    while bar.tabText(bar.currentIndex()) != title:
        me.press("Right")


def come_in(me, name, passphrase):
    me.start()
    me.fill("Your name", name)
    me.fill("Passphrase", passphrase)
    me.press("Enter")


def leave(me):
    me.press("Ctrl+Q")
    me.leave()


@when(parsers.parse('"{name}" comes in with the passphrase for one use'))
def come_in_once(me, noted, name):
    leave(me)
    come_in(me, name, noted["secret"])


@when(parsers.parse('"{name}" comes in'))
def come_in_own(me, name):
    leave(me)
    come_in(me, name, OWN)
    me.reads("Working date")


@when(parsers.parse('"{name}" tries to come in'))
def try_to_come_in(me, name):
    leave(me)
    me.start()  # one person is left, so that no name is asked for
    me.fill("Passphrase", OWN)
    me.press("Enter")
