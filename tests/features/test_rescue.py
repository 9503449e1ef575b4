# SPDX-License-Identifier: MIT
"""rescue.feature"""

import json
import shutil

from PySide6.QtWidgets import QApplication, QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from tracker.services import demo
from tracker.store.connection import PAGE_BYTES
from tracker.store.files import Profile
from tracker.store.store import Store

scenarios("rescue.feature")


@given("the locked records of the demonstration")
def locked(folder, closed_demonstration):
    shutil.copytree(closed_demonstration, folder)


@given("the page of the node stations was damaged")
def damaged(folder):
    at = demo.clock().now()
    store = Store.open(folder, None, demo.PASSPHRASE, at=at, readonly=True)
    page = store._db.value("SELECT rootpage FROM sqlite_master WHERE name = 'node_station'")
    store.close(at)
    database = Profile(folder).database
    raw = bytearray(database.read_bytes())
    raw[(page - 1) * PAGE_BYTES + 500] ^= 1
    database.write_bytes(raw)


@when("I unlock the records of the demonstration")
def unlock(me):
    me.start()
    me.reads("Unlock")
    me.type(demo.PASSPHRASE)
    me.press("Enter")
    me.reads("The file is damaged")


@when(parsers.parse('I go to the row of "{number}"'))
def go_to_row(me, number):
    me.go_to_row(number)


@then(parsers.parse('the chart of "{number}" is open'))
def chart_open(me, number):
    me.wait(lambda: not me.in_a_dialog)
    me.reads(number)


@when("I write what can be read to a file", target_fixture="file")
def write(me, tmp_path):
    me.reads("Charts that can be read whole")
    me.click("Write it to a file …")
    chooser = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
    )
    chooser.fileSelected.emit(str(tmp_path / "rescued.json"))
    chooser.close()
    return tmp_path / "rescued.json"


@then("the file names the loss")
def names_the_loss(file):
    losses = json.loads(file.read_text("utf-8"))["losses"]
    assert "Patient SEED-001" in losses[-1]
    assert "Node station" in losses[-1]


@then("the program starts again at its entrance")
def starts_again(me, folder):
    me.wait(lambda: me.relaunch is not None)
    assert me.relaunch == ("--profile", str(folder))
