# SPDX-License-Identifier: MIT
"""The clinic's sentences, and what they mean at the computer."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, then, when

from tests.clinics import CLOCK, PASSPHRASE, make
from tests.features.keyboard import Keyboard
from tests.features.person import Person
from tracker import paths
from tracker.services import demo, profiles

Table = list[list[str]]


@pytest.fixture(scope="session")
def closed_demonstration(tmp_path_factory):
    """The profile of the demonstration, made once."""
    folder = tmp_path_factory.mktemp("demonstration") / "profile"
    store = demo.build(folder, paths.resources() / "demo")
    profiles.close(store, demo.clock(), backup=False)
    return folder


@pytest.fixture(scope="session")
def closed_clinic(tmp_path_factory):
    """A clinic without patients, made once."""
    folder = tmp_path_factory.mktemp("clinic") / "profile"
    profiles.close(make(folder), CLOCK, backup=False)
    return folder


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "profile"


@pytest.fixture
def people(qtbot, qapp):
    """Makes people; each has left when the test is over."""
    at_work: list[Person] = []

    def arrive(folder: Path, **options) -> Person:
        at_work.append(Person(qtbot.waitUntil, folder, CLOCK, **options))
        return at_work[-1]

    yield arrive
    for person in at_work:
        person.leave()


@pytest.fixture
def me(people, folder):
    return people(folder)


@pytest.fixture
def keyboard(me):
    return Keyboard(me)


def unlock(person: Person, passphrase: str) -> None:
    person.start()
    person.type(passphrase)
    person.press("Enter")
    person.reads("Working date")


# Where one begins


@given("a computer without any records")
def no_records(folder):
    assert not folder.exists()


@given("an unlocked clinic without patients")
def empty_clinic(me, folder, closed_clinic):
    shutil.copytree(closed_clinic, folder)
    unlock(me, PASSPHRASE)


@given("the unlocked records of the demonstration")
def demonstration(me, folder, closed_demonstration):
    shutil.copytree(closed_demonstration, folder)
    unlock(me, demo.PASSPHRASE)


@given("a locked clinic")
def locked_clinic(folder, closed_clinic):
    shutil.copytree(closed_clinic, folder)


@given("the program is started")
@when("the program is started")
def started(me):
    me.start()


@when("I close the program and unlock it again")
def come_back(me):
    me.press("Ctrl+Q")
    me.leave()
    unlock(me, PASSPHRASE)


# What one does


@given(parsers.parse('I press "{keys}"'))
@when(parsers.parse('I press "{keys}"'))
def press(me, keys):
    me.press(keys)


@when(parsers.parse('I type "{text}"'))
def type_text(me, text):
    me.type(text)


@when(parsers.parse('I click "{name}"'))
def click(me, name):
    me.click(name)


@when("I fill in")
@given("I fill in")
def fill_in(me, datatable: Table):
    for label, text in datatable:
        me.fill(label, text)


@when(parsers.parse("I record {what}"))
@given(parsers.parse("I record {what}"))
def record(me, what, datatable: Table):
    """Opens the form from the page where one is, fills it in and saves it."""
    if "New patient" not in what:
        what = f"Record: {what}"
    me.click(what)
    fill_in(me, datatable)
    me.press("Ctrl+Enter")
    me.wait(lambda: not me.in_a_dialog)


@when(parsers.parse('I open the row of "{words}"'))
@given(parsers.parse('I open the row of "{words}"'))
def open_row(me, words):
    me.reads(words)
    me.go_to_row(words)
    me.press("Enter")


@when(parsers.parse('I look for "{text}"'))
@given(parsers.parse('I look for "{text}"'))
def look_for(me, text):
    me.press("Ctrl+K")
    me.type(text)


@when(parsers.parse('I press the keys of "{name}"'))
def play(me, keyboard, name):
    me.wait(lambda: QApplication.focusWindow() is not None)  # a sheet may just be opening
    keyboard.play(name)


# What one sees


@then(parsers.parse("it took at most {most:d} keys"))
def counted(keyboard, most):
    sys.stdout.write(f"keys: {keyboard.count}\n")
    assert keyboard.count <= most


@then(parsers.re(r'I read (?P<words>".+")'))
@given(parsers.re(r'I read (?P<words>".+")'))
@when(parsers.re(r'I read (?P<words>".+")'))
def read(me, words):
    me.reads(*re.findall(r'"([^"]+)"', words))


@then(parsers.re(r'I do not read "(?P<words>[^"]+)"'))
def do_not_read(me, words):
    assert not [line for line in me.lines() if words in line]


@then("I read the rows")
def read_rows(me, datatable: Table):
    for words in datatable:
        me.reads(*words)


@when(parsers.parse('"{label}" still holds "{text}"'))
@then(parsers.parse('"{label}" still holds "{text}"'))
def still_holds(me, label, text):
    assert me.said_by(label) == text
