# SPDX-License-Identifier: MIT
"""accounts.feature"""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QTabBar
from pytest_bdd import given, parsers, scenarios, then, when

from tests.clinics import CLOCK, CTX, PASSPHRASE, opened
from tracker.domain.roles import Role
from tracker.services import accounts, audit_trail, profiles
from tracker.services.audit_trail import TrailPage

OWN = "violet tractors hum beneath seven bridges"

scenarios("accounts.feature")


@pytest.fixture
def noted():
    return {}


ROLES = {"viewer": Role.VIEWER, "nurse": Role.NURSE, "data manager": Role.DATA_MANAGER}


@given(parsers.re(r'there is a (?P<role>[a-z ]+) called "(?P<name>[^"]+)"'))
def somebody(me, folder, role, name):
    """Made by another program while this one is closed; then this one is unlocked again."""
    me.press("Ctrl+Q")
    me.leave()
    store = opened(folder)
    made = accounts.add(store, CTX, name=name, role=ROLES[role])
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


@when("I ask to export into a file")
def export(me, tmp_path):
    me.click("Export …")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(tmp_path / "charts.json"))
    me.press("Enter")


@then(parsers.re(r'the audit trail holds "(?P<action>[^"]+)"( because of "(?P<why>[^"]+)")?'))
def trail_holds(me, action, why):
    """Read at another seat, from the same file."""
    found: list[TrailPage] = []
    me.beside(partial(audit_trail.page, ctx=CTX), found.append)
    me.wait(lambda: bool(found))
    assert (action, why) in [(line.action, line.reason) for line in found[0].lines]
